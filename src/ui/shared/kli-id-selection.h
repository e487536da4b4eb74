/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records of a list are selected: by their ids, wherever their rows move. */
#pragma once

#include "model/kli-query-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_ID_SELECTION (kli_id_selection_get_type ())
G_DECLARE_FINAL_TYPE (KliIdSelection, kli_id_selection, KLI, ID_SELECTION, GObject)

/* A GtkSelectionModel over a KliQueryList. GTK's own go by position and ask for every item.
 *
 * At first it marks one record: the one that is *open*, beside the list. It stays open when its row moves, and when it
 * is not in the list at the moment: then no row is marked, and it is marked again when it comes back.
 *
 * While it is *selecting* it marks any number of records, by a click, Ctrl, Shift, Ctrl+A, and none of them is opened
 * by that. Selected records stay so while a search hides them; everything can be selected without looking at one record
 * of it (model/kli-selected.h). It begins with the first Ctrl or Shift, with Select All, or when it is told to, and
 * ends only when it is told to: then nothing is selected any more.
 *
 * An operation on many records takes what is selected *and* shown, which is what n-selected counts:
 *
 *     g_autoptr (KliAnswer) contacts = kli_id_selection_dup_selected (selection);
 *
 *     operation_async (store, contacts, …);
 *
 * The answer never changes, so that what is done is what was counted; any thread may walk it by its ids. For a page
 * it is kli_record_list_dup_selected (). Records that are gone when it is done are for the operation to skip.
 *
 * properties: model (KliQueryList); selected-id (gint64): the open record, 0 for none; n-items; selecting (gboolean);
 * n-selected (guint): how many records are selected and shown */

/* @list: (nullable) (transfer none) */
KliIdSelection *kli_id_selection_new (KliQueryList *list);

/* Returns: (transfer none) (nullable) */
KliQueryList *kli_id_selection_get_list (KliIdSelection *self);
/* Keeps what is selected. @list: (nullable) */
void kli_id_selection_set_list (KliIdSelection *self, KliQueryList *list);

gint64 kli_id_selection_get_selected_id (KliIdSelection *self);
void kli_id_selection_set_selected_id (KliIdSelection *self, gint64 id);
/* Returns: where the open record stands, or GTK_INVALID_LIST_POSITION. */
guint kli_id_selection_get_position (KliIdSelection *self);

/* Whether many can be selected at all: not before this. */
void kli_id_selection_set_many (KliIdSelection *self, gboolean many);
gboolean kli_id_selection_is_selecting (KliIdSelection *self);
void kli_id_selection_set_selecting (KliIdSelection *self, gboolean is_selecting);
/* Selects the record @id if it is shown, or takes it out. */
void kli_id_selection_toggle (KliIdSelection *self, gint64 id);

/* Whether one of @records, which are shown, is selected: as kli_selected_contains_any (). */
gboolean kli_id_selection_contains_any (KliIdSelection *self, KliAnswer *records);
/* How many are selected and shown. */
guint kli_id_selection_get_n_selected (KliIdSelection *self);
/* Those, in the order of the list. Returns: (transfer full) (nullable): NULL when there are none. */
KliAnswer *kli_id_selection_dup_selected (KliIdSelection *self);

G_END_DECLS
