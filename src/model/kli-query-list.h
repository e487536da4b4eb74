/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answer to a query as a list for GTK: of any length, only what is looked at is read. */
#pragma once

#include "model/kli-list-item.h"
#include "model/kli-list-source.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define KLI_TYPE_QUERY_LIST (kli_query_list_get_type ())
G_DECLARE_FINAL_TYPE (KliQueryList, kli_query_list, KLI, QUERY_LIST, GObject)

/* A GListModel of KliListItem. Main thread only.
 *
 * An item is made, or found again, when its place is asked for: a place gives the same item as long as anybody
 * holds it. What it shows is read when it is first asked for, synchronously and a page at a time: no row is ever blank,
 * and nothing is read that nobody looks at.
 *
 * The same query after a change of the data: true insertions and removals are announced when they are few.
 * Otherwise, and for a new query, the list is *relabelled*: only the tail that came or went is announced, and
 * the living items are told to show what stands in their places now ("relabelled" of the item).
 *
 * Where the whole answer takes long, its beginning is shown first, with the count of the whole. The rest is asked for
 * then, but not while the list is held, and is announced behind it.
 *
 * properties: n-items (guint); loading (gboolean): whether a question is under way; query (KliQuery): what is
 * asked, its answer may still be under way
 *
 * signal relabelling (KliQueryList *list, gint position): where the view should be: 0 for a new query, else the new
 * place of the anchor, -1 when it is gone or there is none. Before the tail goes: a view knows the heights of its rows.
 * signal relabelled (KliQueryList *list): after the items were relabelled
 * signal failed (KliQueryList *list, GError *error): a question could not be answered; the list is as it was. */

/* An empty list; nothing is asked before kli_query_list_set_query. */
KliQueryList *kli_query_list_new (KliListSource *source);
KliQueryList *kli_query_list_new_for_store (KliStore *store);

/* Asks @query instead of what was asked before; the newest wins, whatever comes back first. The list stays as it
 * is until the answer is there. */
void kli_query_list_set_query (KliQueryList *self, const KliQuery *query);
/* Returns: (transfer none) (nullable) */
const KliQuery *kli_query_list_get_query (KliQueryList *self);
/* What is shown, and the query it answers: not yet what is asked. While "items-changed" is emitted, what is about to be
 * shown. Returns: (transfer none) (nullable) */
KliAnswer *kli_query_list_get_shown (KliQueryList *self, const KliQuery **query);

gboolean kli_query_list_is_loading (KliQueryList *self);
/* Whether it has been answered at least once: before that an empty list says nothing. */
gboolean kli_query_list_is_answered (KliQueryList *self);

guint kli_query_list_get_n_items (KliQueryList *self);
/* How many records answer what is shown: more than there are items while only the beginning is known. */
guint kli_query_list_get_count (KliQueryList *self);
/* Returns: the id of the record at @position, 0 behind the end. Reads nothing. */
gint64 kli_query_list_get_id (KliQueryList *self, guint position);
/* Returns: the position of the record @id, or -1. */
gint kli_query_list_find (KliQueryList *self, gint64 id);

/* Whether the rows have what only the cells of a table show, at first they do not (kli_store_read_page_with ()); and
 * how many of them fill a screen: a long list that shows nothing yet begins with those. */
void kli_query_list_set_rows (KliQueryList *self, gboolean cells, guint screen);
/* Which fields of the business those cells show, at first none. @fields: (nullable) (element-type gint64): their ids */
void kli_query_list_set_fields (KliQueryList *self, const GArray *fields);

/* The record that should keep its place on the screen, usually the first one seen; 0 for none. */
void kli_query_list_set_anchor (KliQueryList *self, gint64 id);

/* While it is held (a button is pressed on a row, a row's menu is open, a drag runs) nothing changes; what came
 * meanwhile is shown at the last release. */
void kli_query_list_hold (KliQueryList *self);
void kli_query_list_release (KliQueryList *self);

G_END_DECLS
