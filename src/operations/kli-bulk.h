/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One change to many records: first a look at each of them, which writes nothing and counts, then one edit. What one
 * record gets is what the operation for one record would do. */
#pragma once

#include "core/kli-kinds.h"
#include "operations/kli-operation.h"
#include "store/kli-answer.h"
#include "store/kli-long-edit.h"

G_BEGIN_DECLS

/* What to do with which records; immutable, atomically reference-counted. */
typedef struct _KliBulk KliBulk;

/* @records: what is selected and shown. Returns: (transfer full) */
KliBulk *kli_bulk_add_tag (KliAnswer *records, const char *tag);
KliBulk *kli_bulk_remove_tag (KliAnswer *records, const char *tag);
/* Gives a column of every contact one value: company or job, "" for none. Another column is refused, record by
 * record. Returns: (transfer full) */
KliBulk *kli_bulk_set_field (KliAnswer *records, KliContactColumn column, const char *value);
/* Gives contacts to another account manager (domain M60), or another deputy. Those that change hands get an activity,
 * which says from whom to whom and has the note. A deputy who becomes the account manager is the deputy no more; an
 * account manager cannot become the deputy as well, which is refused by name.
 * @role: KLI_CONTACT_MANAGER or KLI_CONTACT_DEPUTY. @staff_member: 0 for nobody. @note: (nullable).
 * Returns: (transfer full) */
KliBulk *
kli_bulk_hand_over (KliAnswer *records, KliContactColumn role, gint64 staff_member, KliDay today, const char *note);
/* The same for all that @from is for the contacts, account manager or deputy: @to is it from now on, or nobody where
 * they are the other already. Contacts for which @from is nothing stay as they are. Returns: (transfer full) */
KliBulk *kli_bulk_hand_over_from (KliAnswer *records, gint64 from, gint64 to, KliDay today, const char *note);
/* Adds @text to the notes, on a line of its own. Returns: (transfer full) */
KliBulk *kli_bulk_append_note (KliAnswer *records, const char *text);
KliBulk *kli_bulk_archive (KliAnswer *records, gboolean archived);
KliBulk *kli_bulk_trash (KliAnswer *records);
KliBulk *kli_bulk_untrash (KliAnswer *records);

KliBulk *kli_bulk_ref (KliBulk *bulk);
void kli_bulk_unref (KliBulk *bulk);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliBulk, kli_bulk_unref)

/* What it would mean. */
typedef struct
{
  guint n_changes;
  guint n_same;    /* are so already */
  guint n_refused; /* a rule forbids it, and they stay as they are */
  char *reason;    /* (nullable): of the first that was refused, a sentence */
} KliBulkPlan;

void kli_bulk_plan_free (KliBulkPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliBulkPlan, kli_bulk_plan_free)

/* Returns: (transfer full) (nullable): NULL with @error set. */
KliBulkPlan *kli_bulk_plan (KliBulk *bulk, KliConnection *connection, GCancellable *cancellable, GError **error);
void kli_bulk_plan_async (
    KliBulk *bulk, KliStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
KliBulkPlan *kli_bulk_plan_finish (KliStore *store, GAsyncResult *result, GError **error);

/* Does it, as one entry of the history: what a look would refuse at that moment is passed over.
 * Returns: (transfer full): to be run. */
KliLongEdit *kli_bulk_begin (KliBulk *bulk, KliStore *store);

/* Goes on with an edit of many records that a program left when it died. An import, which reads its file again, goes on
 * through exchange/kli-exchange-origin.h. Returns: (transfer full) (nullable): NULL when it can only be taken back. */
KliLongEdit *kli_continue_unfinished (KliStore *store, const KliUnfinished *unfinished);

G_END_DECLS
