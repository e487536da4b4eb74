/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Emptying the trash: the one way in which records are removed for ever (DESIGN 4).
 *
 * A record goes with everything that belongs to it, from the tables, the history, what derives from it, and with its
 * pictures and documents. What somebody outside of the trash names stays: an organisation where people work, a
 * contact that is party to a contract. First the rows go, then their traces, in many small transactions: others edit
 * meanwhile, and what a program leaves undone when it dies is done when the store is opened next. */
#pragma once

#include "store/kli-store.h"

G_BEGIN_DECLS

/* A record that stays in the trash, and who names it. */
typedef struct
{
  gint64 id;
  gint64 holder;     /* not in the trash, or stays there itself */
  char *name;        /* of the first KLI_ERASURE_MAX_NAMED; else "" */
  char *holder_name; /* the same */
} KliHeldRecord;

#define KLI_ERASURE_MAX_NAMED 20

/* What emptying the trash would mean. */
typedef struct
{
  GArray *ids;        /* gint64: the records that go */
  guint n_contacts;   /* of them */
  guint n_contracts;  /* of them */
  GPtrArray *held;    /* KliHeldRecord: those that stay */
  gboolean must_wait; /* an edit of many records has not ended: nothing can be removed */
} KliErasurePlan;

void kli_erasure_plan_free (KliErasurePlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliErasurePlan, kli_erasure_plan_free)

/* Returns: (transfer full) (nullable): NULL with @error set */
KliErasurePlan *kli_erasure_plan (KliStore *store, GError **error);
void
kli_erasure_plan_async (KliStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
KliErasurePlan *kli_erasure_plan_finish (KliStore *store, GAsyncResult *result, GError **error);

#define KLI_VERB_EMPTY_TRASH "trash-empty"

#define KLI_TYPE_ERASURE (kli_erasure_get_type ())
G_DECLARE_FINAL_TYPE (KliErasure, kli_erasure, KLI, ERASURE, GObject)

/* Main thread.
 * signal progressed (KliErasure *erasure) */

/* @plan: its ids are copied. What was restored, or is named by others, since the plan was made stays as well. */
KliErasure *kli_erasure_new (KliStore *store, const KliErasurePlan *plan);

/* Removes. @cancellable: (nullable): removes no further records; of those that are gone the traces go all the same. */
void
kli_erasure_run_async (KliErasure *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* Returns: FALSE with @error set when it was refused, or did not come to its end. */
gboolean kli_erasure_run_finish (KliErasure *self, GAsyncResult *result, GError **error);
/* The same, running the main loop until it is done: for the command line and tests. */
gboolean kli_erasure_run (KliErasure *self, GError **error);

/* From 0 to 1. */
double kli_erasure_get_fraction (KliErasure *self);
/* How many records are gone. */
guint kli_erasure_get_n_removed (KliErasure *self);

G_END_DECLS
