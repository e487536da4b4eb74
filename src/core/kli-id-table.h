/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A set of record ids. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Grows as needed; belongs to one thread. Ids are greater than 0. */
typedef struct _KliIdTable KliIdTable;

/* An empty set. Returns: (transfer full) */
KliIdTable *kli_id_table_new (void);
void kli_id_table_free (KliIdTable *set);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliIdTable, kli_id_table_free)

/* Returns: whether it was not there before. */
gboolean kli_id_table_add (KliIdTable *set, gint64 id);
/* Returns: whether it was there before. */
gboolean kli_id_table_remove (KliIdTable *set, gint64 id);
void kli_id_table_clear (KliIdTable *set);

gboolean kli_id_table_contains (const KliIdTable *set, gint64 id);
guint kli_id_table_count (const KliIdTable *set);

G_END_DECLS
