/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person looks at: an immutable value that the store answers and a list model shows. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  KLI_QUERY_CONTACTS,
  KLI_QUERY_CONTRACTS,
  KLI_QUERY_TRASH, /* contacts and contracts in the trash, newest first */
} KliQueryTarget;

/* Atomically reference-counted, a GBoxed, never changed after it was made. */
typedef struct _KliQuery KliQuery;

#define KLI_TYPE_QUERY (kli_query_get_type ())
GType kli_query_get_type (void);

/* @order: one of the orders of @target by its name, or NULL for the first:
 *   contacts:  "name" (family name first where there is one), "given", "recent" (last edited first), "opened"
 *              (those that were opened first, then the last edited)
 *   contracts: "deadline" (the next day on which something happens, undated last), "number", "title"
 *   trash:     "deleted"
 * @search: what was typed; cut at 256 characters. Words are ANDed, each is a prefix.
 * Returns: (transfer full) */
KliQuery *kli_query_new (KliQueryTarget target, const char *search, const char *order);
KliQuery *kli_query_ref (KliQuery *query);
void kli_query_unref (KliQuery *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliQuery, kli_query_unref)

/* The same query with one thing different. Returns: (transfer full) */
KliQuery *kli_query_with_search (const KliQuery *query, const char *search);
KliQuery *kli_query_with_order (const KliQuery *query, const char *order);
/* Adds a leaf condition that must hold as well, by the name of the .sql file that answers it and
 * its argument: ("contact-tagged", "vip"). */
KliQuery *kli_query_with_condition (const KliQuery *query, const char *condition, const char *argument);

KliQueryTarget kli_query_get_target (const KliQuery *query);
const char *kli_query_get_search (const KliQuery *query);
const char *kli_query_get_order (const KliQuery *query);
guint kli_query_get_n_conditions (const KliQuery *query);
void kli_query_get_condition (const KliQuery *query, guint n, const char **condition, const char **argument);

/* Whether @order is an order of @target. */
gboolean kli_query_target_has_order (KliQueryTarget target, const char *order);

gboolean kli_query_equal (const KliQuery *a, const KliQuery *b);
guint kli_query_hash (const KliQuery *query);
/* One line that kli_query_parse reads back. Returns: (transfer full) */
char *kli_query_print (const KliQuery *query);
/* Returns: (transfer full) (nullable): NULL with @error set (G_IO_ERROR_INVALID_DATA). */
KliQuery *kli_query_parse (const char *line, GError **error);

G_END_DECLS
