/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking the cards of a file into the store: first a plan, which writes nothing, then one edit.
 *
 * A card is about the same contact when its source and key were read before, else when the folded name and
 * one phone number or mail address agree; that holds between the cards of the file too. A card that shares only
 * the name, or only a number or address under another name, with a contact that was there before is doubtful
 * and left alone unless a person decides; with a card of its own file it is somebody else. What differs is
 * taken from the file; nothing of ours is dropped. Whoever is in the trash stays there unless a person decides. */
#pragma once

#include "operations/kli-card-pile.h"
#include "operations/kli-operation.h"
#include "store/kli-long-edit.h"

G_BEGIN_DECLS

typedef enum
{
  KLI_IMPORT_NEW,
  KLI_IMPORT_CHANGED,
  KLI_IMPORT_SAME,
  KLI_IMPORT_DOUBTFUL,
  KLI_IMPORT_REFUSED,
} KliImportResult;

#define KLI_N_IMPORT_RESULTS 5

/* What a person says about a doubtful card. */
typedef enum
{
  KLI_IMPORT_LEAVE,       /* nothing is written */
  KLI_IMPORT_TAKE_AS_NEW, /* somebody else: a new contact */
  KLI_IMPORT_TAKE_AS_SAME /* the same: goes into the contact that was found */
} KliImportDecision;

typedef struct
{
  gboolean company_as_text;   /* keep companies as texts instead of organisations of their own */
  KliImportDecision doubtful; /* for every doubtful card that has no decision of its own */
  gboolean restore;           /* contacts in the trash that a card is about come back, with what it says */
} KliImportOptions;

/* Reference-counted. Used by one thread at a time: the plan runs in the background, everything else on the
 * main thread when no plan and no edit is running. */
typedef struct _KliImport KliImport;

/* @cards: closed. Returns: (transfer full) */
KliImport *kli_import_new (KliCardPile *cards, const KliImportOptions *options);
KliImport *kli_import_ref (KliImport *import);
void kli_import_unref (KliImport *import);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliImport, kli_import_unref)

/* Gives up a reference in a thread: what is known of thousands of cards takes longer to free than a frame. Takes
 * @import. */
void kli_import_drop (KliImport *import);

/* Before the plan, or to plan again. */
void kli_import_set_options (KliImport *import, const KliImportOptions *options);
void kli_import_decide (KliImport *import, guint n, KliImportDecision decision);
KliImportDecision kli_import_get_decision (const KliImport *import, guint n);

/* Looks at every card. @connection: (nullable): NULL for a store that is not there yet.
 * Returns: FALSE with @error set, also when it was cancelled. */
gboolean kli_import_plan (KliImport *import, KliConnection *connection, GCancellable *cancellable, GError **error);
void kli_import_plan_async (
    KliImport *import, KliStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean kli_import_plan_finish (KliStore *store, GAsyncResult *result, GError **error);

/* Writes what was planned, as one edit of as many transactions as its cards need; plans again first when the store, an
 * option or a decision has changed since. Then the results below are those of what was done.
 * Returns: (transfer full): to be run. */
KliLongEdit *kli_import_begin (KliImport *import, KliStore *store);

/* Before it begins: what it takes to read the very same cards again. It is kept while a long edit runs, which cannot be
 * continued without it. @origin: of any form; floating ones are taken. */
void kli_import_set_origin (KliImport *import, GVariant *origin);

/* Of an import that a program left when it died: what kli_import_set_origin was given.
 * Returns: (transfer full) (nullable): NULL when it is none, or can only be taken back. */
GVariant *kli_import_get_origin (const KliUnfinished *unfinished);
/* That import, from the cards of its origin as they were read again. Any thread. Returns: (transfer full) (nullable):
 * NULL with a KLI_OPERATION_ERROR when they are not the same any more. */
KliImport *kli_import_resume (const KliUnfinished *unfinished, KliCardPile *cards, GError **error);
/* Goes on with it. Returns: (transfer full): to be run. */
KliLongEdit *kli_import_continue (KliImport *import, KliStore *store, const KliUnfinished *unfinished);

/* How far a plan is, 0 to 1. Any thread. */
double kli_import_get_fraction (const KliImport *import);

/* The results, of the last plan or of what was done. */
guint kli_import_get_n_cards (const KliImport *import);
guint kli_import_count (const KliImport *import, KliImportResult result);
/* How many contacts that cards are about are in the trash, or come back from there. */
guint kli_import_count_in_trash (const KliImport *import);
/* How many organisations are made besides the cards, because a card names them. */
guint kli_import_count_organisations (const KliImport *import);
/* Returns: (transfer full) */
KliCard *kli_import_read_card (const KliImport *import, guint n);
gboolean kli_import_is_organisation (const KliImport *import, guint n);
KliImportResult kli_import_get_result (const KliImport *import, guint n);
/* Why, in whole sentences, and what was not right with the record in its file. Returns: (transfer none) (not
 * nullable): "" when there is nothing to say */
const char *kli_import_get_reason (const KliImport *import, guint n);
/* Whether something was not right with it, or was not taken. */
gboolean kli_import_is_warned (const KliImport *import, guint n);
/* The contact the card is about; 0 for none, and for a new one until it is written. */
gint64 kli_import_get_id (const KliImport *import, guint n);

/* "new", "changed" …: for JSON. */
const char *kli_import_result_id (KliImportResult result);

G_END_DECLS
