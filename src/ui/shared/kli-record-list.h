/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list side of a page: the search that is always there, the count, the order, the rows, and what stands in their
 * place when there are none. Contacts, contracts and the trash differ only in their description. */
#pragma once

#include "ui/shared/kli-id-selection.h"
#include "ui/shared/kli-list-look.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_RECORD_LIST (kli_record_list_get_type ())
G_DECLARE_FINAL_TYPE (KliRecordList, kli_record_list, KLI, RECORD_LIST, AdwBin)

/* property filter (KliFilter, nullable): what must hold beside what is typed; NULL for nothing.
 *
 * Made by a template; then once: */
void kli_record_list_set_up (KliRecordList *self, const KliListLook *look, KliStore *store);

/* The record that is chosen, 0 for none; it may stand outside the current search.
 * signal chosen (KliRecordList *self, gint64 id): it became another, by the keyboard, too
 * signal opened (KliRecordList *self, gint64 id): a row was clicked or activated */
gint64 kli_record_list_get_chosen (KliRecordList *self);

/* Chooses a record and scrolls to it where it is shown; takes a search or a filter away that hides it. Emits "chosen".
 */
void kli_record_list_choose (KliRecordList *self, gint64 id);

/* What of @deeds can be done with the record @id, as a menu. Returns: (transfer full) */
GMenuModel *kli_record_list_create_menu (KliRecordList *self, const KliListDeed *deeds, guint n_deeds, gint64 id);

/* As a table, or as comfortable rows. */
void kli_record_list_set_table (KliRecordList *self, gboolean is_table);

/* Moves the cursor into the search entry and selects what stands in it. */
void kli_record_list_search (KliRecordList *self);

/* Takes away what was typed and what was chosen. */
void kli_record_list_clear (KliRecordList *self);

/* Puts a widget with a property "filter" of its own under the search entry; the two follow each other.
 * @bar: (transfer floating) */
void kli_record_list_set_bar (KliRecordList *self, GtkWidget *bar);

/* What is shown now: for an export of the list on screen. Returns: (transfer none) (nullable) */
const KliQuery *kli_record_list_get_query (KliRecordList *self);

/* Which records are selected, by their ids. Returns: (transfer none): once it was set up. */
KliIdSelection *kli_record_list_get_selection (KliRecordList *self);
/* What an operation on many records acts on: those that are selected and shown, in their order. Any thread.
 * Returns: (transfer full) (nullable): NULL when there are none. */
KliAnswer *kli_record_list_dup_selected (KliRecordList *self);
/* Takes the selection away: nothing is selected, and a click opens again. */
void kli_record_list_end_selecting (KliRecordList *self);

G_END_DECLS
