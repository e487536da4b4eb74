/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records of a list are selected, however many. */
#pragma once

#include "store/kli-answer.h"

G_BEGIN_DECLS

/* Records are selected by their ids and stay so while another search hides them. All records of a query are selected
 * without looking at one: everything that answers it, but for those that were taken out. When another query is shown,
 * "everything" becomes the records that it was, unless it was everything there is.
 *
 * What operations act on, and what is counted, is what is selected *and* shown (DESIGN 3). Main thread. */
typedef struct _KliSelected KliSelected;

/* Nothing is selected, nothing is shown. Returns: (transfer full) */
KliSelected *kli_selected_new (void);
void kli_selected_free (KliSelected *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliSelected, kli_selected_free)

/* @answer to @query is shown from now on: what is selected of it is counted anew, in one pass over its local numbers,
 * or in none when everything or nothing is selected. @answer, @query: (nullable) */
void kli_selected_show (KliSelected *self, KliAnswer *answer, const KliQuery *query);
/* Returns: (transfer none) (nullable) */
KliAnswer *kli_selected_get_answer (KliSelected *self);

/* Whether the record @id is selected and shown. @position: where it most likely is: elsewhere it is looked for */
gboolean kli_selected_contains (const KliSelected *self, guint position, gint64 id);
/* Whether one of @records is selected. @records: of those that are shown */
gboolean kli_selected_contains_any (const KliSelected *self, KliAnswer *records);
/* Of those that are shown. */
guint kli_selected_count (const KliSelected *self);

/* Selects, or takes out, @n records that are shown, from @position on. Returns: whether anything is different. */
gboolean kli_selected_set_range (KliSelected *self, guint position, guint n, gboolean selected);
/* Everything that is shown. What is selected and not shown stays so. */
void kli_selected_set_all (KliSelected *self);
/* Nothing any more, shown or not. */
void kli_selected_clear (KliSelected *self);

/* The records that are selected and shown, in the order of the list; any thread may read them, and nothing that
 * happens later changes them. Everything selected: the answer itself, and not a copy of it.
 * Returns: (transfer full) (nullable): NULL when there are none. */
KliAnswer *kli_selected_dup_shown (const KliSelected *self);

G_END_DECLS
