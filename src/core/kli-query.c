/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person looks at: an immutable value that the store answers and a list model shows. */
#include "core/kli-query.h"

#include "core/kli-query-text.h"

#include <gio/gio.h>
#include <string.h>

#define FIELD_ORDER "own:" /* its id follows */

struct _KliQuery
{
  gatomicrefcount references;
  KliQueryTarget target;
  const char *order; /* from the target's table; backwards with a - before it, interned */
  KliFilter *chosen;
  KliFilter *typed;
  KliFilter *whole; /* both of them */
};

/* What can be looked at. A new target is a line here. */
static const struct
{
  const char *name;
  const char *orders[12]; /* NULL-terminated; the first is the default */
} targets[] = {
  [KLI_QUERY_CONTACTS]
  = { "contacts", { "name", "given", "recent", "opened", "created", "organisation", "city", "contacted" } },
  [KLI_QUERY_CONTRACTS] = { "contracts", { "deadline", "number", "title" } },
  [KLI_QUERY_TRASH] = { "trash", { "deleted" } },
};

G_DEFINE_BOXED_TYPE (KliQuery, kli_query, kli_query_ref, kli_query_unref)

char *
kli_query_order_of_field (gint64 field)
{
  return g_strdup_printf (FIELD_ORDER "%" G_GINT64_FORMAT, field);
}

gint64
kli_query_order_get_field (const char *order)
{
  gint64 field;

  g_return_val_if_fail (order != NULL, 0);

  if (*order == '-')
    order++;
  if (!g_str_has_prefix (order, FIELD_ORDER)
      || !g_ascii_string_to_signed (order + strlen (FIELD_ORDER), 10, 1, G_MAXINT64, &field, NULL))
    return 0;

  return field;
}

/* Returns: (nullable): @order as the one constant by which orders are compared. */
static const char *
find_order (KliQueryTarget target, const char *order)
{
  gboolean backwards = order != NULL && *order == '-';

  if (target == KLI_QUERY_CONTACTS && order != NULL && kli_query_order_get_field (order) != 0)
    return g_intern_string (order);
  for (guint i = 0; targets[target].orders[i] != NULL; i++)
    if (g_strcmp0 (targets[target].orders[i], backwards ? order + 1 : order) == 0)
      return backwards ? g_intern_string (order) : targets[target].orders[i];

  return NULL;
}

/* Takes references of both filters. */
static KliQuery *
query_new (KliQueryTarget target, const char *order, KliFilter *chosen, KliFilter *typed)
{
  KliFilter *const both[] = { chosen, typed };
  KliQuery *query = g_new0 (KliQuery, 1);

  g_atomic_ref_count_init (&query->references);
  query->target = target;
  query->order = order != NULL ? find_order (target, order) : targets[target].orders[0];
  query->chosen = kli_filter_ref (chosen);
  query->typed = kli_filter_ref (typed);
  query->whole = kli_filter_all (both, G_N_ELEMENTS (both));

  return query;
}

static KliFilter *
parse_search (KliQueryTarget target, const KliQueryKeys *keys, const char *search)
{
  return kli_query_text_parse (target, keys, search != NULL ? search : "");
}

KliQuery *
kli_query_new (KliQueryTarget target, const char *search, const char *order)
{
  return kli_query_new_typed (target, NULL, search, order);
}

KliQuery *
kli_query_new_typed (KliQueryTarget target, const KliQueryKeys *keys, const char *search, const char *order)
{
  g_autoptr (KliFilter) everything = NULL;
  g_autoptr (KliFilter) typed = NULL;

  g_return_val_if_fail (target < G_N_ELEMENTS (targets), NULL);
  g_return_val_if_fail (order == NULL || kli_query_target_has_order (target, order), NULL);

  everything = kli_filter_all (NULL, 0);
  typed = parse_search (target, keys, search);

  return query_new (target, order, everything, typed);
}

KliQuery *
kli_query_ref (KliQuery *query)
{
  g_return_val_if_fail (query != NULL, NULL);

  g_atomic_ref_count_inc (&query->references);

  return query;
}

void
kli_query_unref (KliQuery *query)
{
  g_return_if_fail (query != NULL);

  if (!g_atomic_ref_count_dec (&query->references))
    return;

  kli_filter_unref (query->chosen);
  kli_filter_unref (query->typed);
  kli_filter_unref (query->whole);
  g_free (query);
}

KliQuery *
kli_query_with_search (const KliQuery *query, const char *search)
{
  g_autoptr (KliFilter) typed = NULL;

  g_return_val_if_fail (query != NULL, NULL);

  typed = parse_search (query->target, NULL, search);

  return query_new (query->target, query->order, query->chosen, typed);
}

KliQuery *
kli_query_with_order (const KliQuery *query, const char *order)
{
  g_return_val_if_fail (query != NULL, NULL);
  g_return_val_if_fail (order == NULL || kli_query_target_has_order (query->target, order), NULL);

  return query_new (query->target, order, query->chosen, query->typed);
}

KliQuery *
kli_query_with_filter (const KliQuery *query, KliFilter *filter)
{
  g_autoptr (KliFilter) everything = NULL;

  g_return_val_if_fail (query != NULL, NULL);

  everything = kli_filter_all (NULL, 0);

  return query_new (query->target, query->order, filter != NULL ? filter : everything, query->typed);
}

KliQuery *
kli_query_with_condition (const KliQuery *query, const char *condition, const char *argument)
{
  g_autoptr (KliFilter) added = kli_filter_new (condition, argument);
  g_autoptr (KliFilter) chosen = NULL;

  g_return_val_if_fail (query != NULL && added != NULL, NULL);

  chosen = kli_filter_all ((KliFilter *const[]){ query->chosen, added }, 2);

  return kli_query_with_filter (query, chosen);
}

KliQueryTarget
kli_query_get_target (const KliQuery *query)
{
  g_return_val_if_fail (query != NULL, KLI_QUERY_CONTACTS);

  return query->target;
}

const char *
kli_query_get_order (const KliQuery *query)
{
  g_return_val_if_fail (query != NULL, "");

  return query->order;
}

KliFilter *
kli_query_get_filter (const KliQuery *query)
{
  g_return_val_if_fail (query != NULL, NULL);

  return query->chosen;
}

KliFilter *
kli_query_get_whole_filter (const KliQuery *query)
{
  g_return_val_if_fail (query != NULL, NULL);

  return query->whole;
}

gboolean
kli_query_target_has_order (KliQueryTarget target, const char *order)
{
  g_return_val_if_fail (target < G_N_ELEMENTS (targets), FALSE);

  return find_order (target, order) != NULL;
}

gboolean
kli_query_equal (const KliQuery *a, const KliQuery *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a == b || (a->target == b->target && a->order == b->order && kli_filter_equal (a->whole, b->whole));
}

guint
kli_query_hash (const KliQuery *query)
{
  g_return_val_if_fail (query != NULL, 0);

  return query->target + 31 * g_str_hash (query->order) + kli_filter_hash (query->whole);
}

/* "contacts order=name filter=all(tag=vip,words=anna%20k)": values are percent-escaped, so that blanks and line
 * ends cannot be mistaken for ours. */
char *
kli_query_print (const KliQuery *query)
{
  g_autofree char *filter = NULL;

  g_return_val_if_fail (query != NULL, NULL);

  if (kli_filter_is_everything (query->whole))
    return g_strdup_printf ("%s order=%s", targets[query->target].name, query->order);

  filter = kli_filter_print (query->whole);

  return g_strdup_printf ("%s order=%s filter=%s", targets[query->target].name, query->order, filter);
}

static gboolean
find_target (const char *name, KliQueryTarget *target)
{
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    if (g_strcmp0 (targets[i].name, name) == 0)
      {
        *target = (KliQueryTarget)i;
        return TRUE;
      }

  return FALSE;
}

/* Takes one "key=value" into *@query. */
static gboolean
parse_field (KliQuery **query, const char *field)
{
  g_autoptr (KliQuery) old = g_steal_pointer (query);
  g_autoptr (KliFilter) filter = NULL;

  if (g_str_has_prefix (field, "order=") && kli_query_target_has_order (old->target, field + strlen ("order=")))
    *query = kli_query_with_order (old, field + strlen ("order="));
  else if (g_str_has_prefix (field, "filter="))
    {
      filter = kli_filter_parse (field + strlen ("filter="), NULL);
      *query = filter != NULL ? kli_query_with_filter (old, filter) : NULL;
    }
  else if (g_str_has_prefix (field, "search="))
    {
      g_autofree char *typed = g_uri_unescape_string (field + strlen ("search="), NULL);

      *query = typed != NULL ? kli_query_with_search (old, typed) : NULL;
    }

  return *query != NULL;
}

KliQuery *
kli_query_parse (const char *line, GError **error)
{
  g_auto (GStrv) fields = NULL;
  g_autoptr (KliQuery) query = NULL;
  KliQueryTarget target;
  gboolean holds;

  g_return_val_if_fail (line != NULL, NULL);

  fields = g_strsplit (line, " ", -1);
  holds = find_target (fields[0], &target);
  if (holds)
    query = kli_query_new (target, NULL, NULL);
  for (guint i = 1; holds && fields[i] != NULL; i++)
    holds = parse_field (&query, fields[i]);
  if (!holds)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "Not a query: “%s”", line);
      return NULL;
    }

  return g_steal_pointer (&query);
}
