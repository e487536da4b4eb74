/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The items of a list, and their rows, which are read a page at a time. Inside model/ only. */
#pragma once

#include "model/kli-query-list.h"

G_BEGIN_DECLS

typedef struct _KliListPages KliListPages;

/* @list: borrowed: whose items they are. Returns: (transfer full) */
KliListPages *kli_list_pages_new (KliQueryList *list, KliListSource *source);
void kli_list_pages_free (KliListPages *self);

/* What is read from now on. */
void kli_list_pages_set_target (KliListPages *self, KliQueryTarget target);
/* Whether rows are read with what only the cells of a table show: all are told to look again if that is new. */
void kli_list_pages_set_cells (KliListPages *self, gboolean cells);
/* Which fields of the business those cells show: as above. @fields: (nullable) (element-type gint64): none */
void kli_list_pages_set_fields (KliListPages *self, const GArray *fields);

/* The item at @position, which is in the list: the same one while somebody holds it. Returns: (transfer full) */
KliListItem *kli_list_pages_get_item (KliListPages *self, guint position);

/* As kli_list_items_shift (). */
void kli_list_pages_shift (KliListPages *self, guint position, guint n_removed, guint n_added);

/* The first place from @position on whose item somebody holds; G_MAXUINT when there is none. */
guint kli_list_pages_find_first (KliListPages *self, guint position);

/* The items of the first @n places that somebody holds stand for what is in those places now, as it is now; and are
 * told, for those who show them. Between the two the list announces what came and went. */
void kli_list_pages_point (KliListPages *self, guint n);
void kli_list_pages_tell (KliListPages *self);

/* Pages that nobody looks at are forgotten. */
void kli_list_pages_drop (KliListPages *self);

/* Those of @list. Returns: (transfer none) (nullable): NULL when it is disposed of. */
KliListPages *kli_query_list_get_pages (KliQueryList *list);

G_END_DECLS
