/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person looks at: an immutable value that the store answers and a list model shows. */
#pragma once

#include "core/kli-filter.h"
#include "core/kli-query-keys.h"

G_BEGIN_DECLS

/* Atomically reference-counted, a GBoxed, never changed after it was made. */
typedef struct _KliQuery KliQuery;

#define KLI_TYPE_QUERY (kli_query_get_type ())
GType kli_query_get_type (void);

/* @order: one of the orders of @target by its name, or NULL for the first:
 *   contacts:  "name" (family name first where there is one), "given", "recent" (last edited first), "opened"
 *              (those that were opened first, then the last edited), "created" (newest first), "organisation", "city"
 *              (those without one last), "contacted" (the newest activity first, then those without one by name)
 *   contracts: "deadline" (the next day on which something happens, undated last), "number", "title"
 *   trash:     "deleted"
 * With a - before it, any of them from its end ("-city"). Contacts have besides, for each field of the business, an
 * order by what it says (kli_query_order_of_field ()): those of whom it says something, then the others by name, which
 * stay at the end backwards, too.
 * @search: (nullable): what was typed, as kli_query_text_parse reads it.
 * Returns: (transfer full) */
KliQuery *kli_query_new (KliQueryTarget target, const char *search, const char *order);
/* The same where the fields of the business are keys of @search, too. @keys: (nullable) */
KliQuery *kli_query_new_typed (KliQueryTarget target, const KliQueryKeys *keys, const char *search, const char *order);
KliQuery *kli_query_ref (KliQuery *query);
void kli_query_unref (KliQuery *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliQuery, kli_query_unref)

/* The same query with one thing different. A query holds what was typed and what was chosen (in chips, a filter
 * builder, a saved query) apart, so that either can change. Returns: (transfer full) */
KliQuery *kli_query_with_search (const KliQuery *query, const char *search);
KliQuery *kli_query_with_order (const KliQuery *query, const char *order);
/* @filter: (nullable): instead of what was chosen before; NULL for nothing. */
KliQuery *kli_query_with_filter (const KliQuery *query, KliFilter *filter);
/* Adds a condition to what was chosen: ("tag", "vip"). */
KliQuery *kli_query_with_condition (const KliQuery *query, const char *condition, const char *argument);

KliQueryTarget kli_query_get_target (const KliQuery *query);
const char *kli_query_get_order (const KliQuery *query);
/* What was chosen. Returns: (transfer none) (not nullable) */
KliFilter *kli_query_get_filter (const KliQuery *query);
/* Everything that must hold, what was chosen and what was typed. Returns: (transfer none) (not nullable) */
KliFilter *kli_query_get_whole_filter (const KliQuery *query);

/* Whether @order is an order of @target. */
gboolean kli_query_target_has_order (KliQueryTarget target, const char *order);
/* The order of contacts by what the field @field of the business says. Returns: (transfer full) */
char *kli_query_order_of_field (gint64 field);
/* Returns: the field that @order goes by, backwards or not; 0 for any other order. */
gint64 kli_query_order_get_field (const char *order);

/* Whether both ask the same, typed or chosen. */
gboolean kli_query_equal (const KliQuery *a, const KliQuery *b);
guint kli_query_hash (const KliQuery *query);
/* One line that kli_query_parse reads back as an equal query, in which all is chosen: what is kept of a query, in
 * whatever language its keys were typed. Returns: (transfer full) */
char *kli_query_print (const KliQuery *query);
/* Also reads search=TEXT, percent-escaped, as a person would type it.
 * Returns: (transfer full) (nullable): NULL with @error set (G_IO_ERROR_INVALID_DATA). */
KliQuery *kli_query_parse (const char *line, GError **error);

G_END_DECLS
