/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person looks at: an immutable value that the store answers and a list model shows. */
#include "core/kli-query.h"

#include <gio/gio.h>
#include <string.h>

#define SEARCH_CHARACTERS_MAX 256

typedef struct
{
  char *name;
  char *argument;
} Condition;

struct _KliQuery
{
  gatomicrefcount references;
  KliQueryTarget target;
  const char *order; /* from the target's table */
  char *search;
  GArray *conditions; /* Condition, sorted and each once, so that equal queries are made equal */
};

/* What can be looked at. A new target is a line here. */
static const struct
{
  const char *name;
  const char *orders[5]; /* NULL-terminated; the first is the default */
} targets[] = {
  [KLI_QUERY_CONTACTS] = { "contacts", { "name", "given", "recent", "opened" } },
  [KLI_QUERY_CONTRACTS] = { "contracts", { "deadline", "number", "title" } },
  [KLI_QUERY_TRASH] = { "trash", { "deleted" } },
};

G_DEFINE_BOXED_TYPE (KliQuery, kli_query, kli_query_ref, kli_query_unref)

/* Returns: (nullable): @order as the constant of @target's table. */
static const char *
find_order (KliQueryTarget target, const char *order)
{
  for (guint i = 0; targets[target].orders[i] != NULL; i++)
    if (g_strcmp0 (targets[target].orders[i], order) == 0)
      return targets[target].orders[i];

  return NULL;
}

static void
condition_clear (gpointer data)
{
  Condition *condition = data;

  g_free (condition->name);
  g_free (condition->argument);
}

/* At most SEARCH_CHARACTERS_MAX characters of @search, as valid UTF-8. */
static char *
cut_search (const char *search)
{
  g_autofree char *valid = NULL;
  gsize length;

  if (search == NULL)
    return g_strdup ("");

  /* A character has at most 4 bytes, so no more than these can matter, however long the text is. */
  length = strnlen (search, SEARCH_CHARACTERS_MAX * 4);
  valid = g_utf8_make_valid (search, (gssize)length);
  if (g_utf8_strlen (valid, -1) > SEARCH_CHARACTERS_MAX)
    *g_utf8_offset_to_pointer (valid, SEARCH_CHARACTERS_MAX) = '\0';

  return g_steal_pointer (&valid);
}

KliQuery *
kli_query_new (KliQueryTarget target, const char *search, const char *order)
{
  KliQuery *query;

  g_return_val_if_fail (target < G_N_ELEMENTS (targets), NULL);
  g_return_val_if_fail (order == NULL || kli_query_target_has_order (target, order), NULL);

  query = g_new0 (KliQuery, 1);
  g_atomic_ref_count_init (&query->references);
  query->target = target;
  query->order = order != NULL ? find_order (target, order) : targets[target].orders[0];
  query->search = cut_search (search);
  query->conditions = g_array_new (FALSE, FALSE, sizeof (Condition));
  g_array_set_clear_func (query->conditions, condition_clear);

  return query;
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

  g_free (query->search);
  g_array_unref (query->conditions);
  g_free (query);
}

static int
condition_compare (const Condition *condition, const char *name, const char *argument)
{
  int order = strcmp (condition->name, name);

  return order != 0 ? order : strcmp (condition->argument, argument);
}

/* While @query is being made. */
static void
add_condition (KliQuery *query, const char *name, const char *argument)
{
  Condition added;
  guint place = 0;

  while (place < query->conditions->len
         && condition_compare (&g_array_index (query->conditions, Condition, place), name, argument) < 0)
    place++;
  if (place < query->conditions->len
      && condition_compare (&g_array_index (query->conditions, Condition, place), name, argument) == 0)
    return;

  added.name = g_strdup (name);
  added.argument = g_strdup (argument);
  g_array_insert_val (query->conditions, place, added);
}

static KliQuery *
copy_with (const KliQuery *query, const char *search, const char *order)
{
  KliQuery *copy = kli_query_new (query->target, search, order);

  for (guint i = 0; i < query->conditions->len; i++)
    {
      const Condition *condition = &g_array_index (query->conditions, Condition, i);

      add_condition (copy, condition->name, condition->argument);
    }

  return copy;
}

KliQuery *
kli_query_with_search (const KliQuery *query, const char *search)
{
  g_return_val_if_fail (query != NULL, NULL);

  return copy_with (query, search, query->order);
}

KliQuery *
kli_query_with_order (const KliQuery *query, const char *order)
{
  g_return_val_if_fail (query != NULL, NULL);
  g_return_val_if_fail (order == NULL || kli_query_target_has_order (query->target, order), NULL);

  return copy_with (query, query->search, order);
}

static gboolean
is_condition_name (const char *name)
{
  return name[0] != '\0' && name[strspn (name, "abcdefghijklmnopqrstuvwxyz-")] == '\0' && strcmp (name, "order") != 0
         && strcmp (name, "search") != 0;
}

KliQuery *
kli_query_with_condition (const KliQuery *query, const char *condition, const char *argument)
{
  KliQuery *copy;

  g_return_val_if_fail (query != NULL && condition != NULL, NULL);
  g_return_val_if_fail (is_condition_name (condition), NULL);

  copy = copy_with (query, query->search, query->order);
  add_condition (copy, condition, argument != NULL ? argument : "");

  return copy;
}

KliQueryTarget
kli_query_get_target (const KliQuery *query)
{
  g_return_val_if_fail (query != NULL, KLI_QUERY_CONTACTS);

  return query->target;
}

const char *
kli_query_get_search (const KliQuery *query)
{
  g_return_val_if_fail (query != NULL, "");

  return query->search;
}

const char *
kli_query_get_order (const KliQuery *query)
{
  g_return_val_if_fail (query != NULL, "");

  return query->order;
}

guint
kli_query_get_n_conditions (const KliQuery *query)
{
  g_return_val_if_fail (query != NULL, 0);

  return query->conditions->len;
}

void
kli_query_get_condition (const KliQuery *query, guint n, const char **condition, const char **argument)
{
  g_return_if_fail (query != NULL && n < query->conditions->len);

  if (condition != NULL)
    *condition = g_array_index (query->conditions, Condition, n).name;
  if (argument != NULL)
    *argument = g_array_index (query->conditions, Condition, n).argument;
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

  if (a == b)
    return TRUE;
  if (a->target != b->target || a->order != b->order || strcmp (a->search, b->search) != 0
      || a->conditions->len != b->conditions->len)
    return FALSE;

  for (guint i = 0; i < a->conditions->len; i++)
    {
      const Condition *other = &g_array_index (b->conditions, Condition, i);

      if (condition_compare (&g_array_index (a->conditions, Condition, i), other->name, other->argument) != 0)
        return FALSE;
    }

  return TRUE;
}

guint
kli_query_hash (const KliQuery *query)
{
  guint hash;

  g_return_val_if_fail (query != NULL, 0);

  hash = query->target + 31 * g_str_hash (query->order) + g_str_hash (query->search);
  for (guint i = 0; i < query->conditions->len; i++)
    {
      const Condition *condition = &g_array_index (query->conditions, Condition, i);

      hash = hash * 31 + g_str_hash (condition->name);
      hash = hash * 31 + g_str_hash (condition->argument);
    }

  return hash;
}

/* "contacts order=name search=anna%20k contact-tagged=vip": values are percent-escaped, so that
 * blanks and line ends cannot be mistaken for ours. */
char *
kli_query_print (const KliQuery *query)
{
  g_autoptr (GString) line = NULL;

  g_return_val_if_fail (query != NULL, NULL);

  line = g_string_new (targets[query->target].name);
  g_string_append_printf (line, " order=%s", query->order);
  if (query->search[0] != '\0')
    {
      g_string_append (line, " search=");
      g_string_append_uri_escaped (line, query->search, NULL, TRUE);
    }
  for (guint i = 0; i < query->conditions->len; i++)
    {
      const Condition *condition = &g_array_index (query->conditions, Condition, i);

      g_string_append_printf (line, " %s=", condition->name);
      g_string_append_uri_escaped (line, condition->argument, NULL, TRUE);
    }

  return g_string_free (g_steal_pointer (&line), FALSE);
}

static KliQuery *
query_for_target (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    if (strcmp (targets[i].name, name) == 0)
      return kli_query_new ((KliQueryTarget)i, NULL, NULL);

  return NULL;
}

/* Takes one "key=value" into @query, which is still being made. */
static gboolean
parse_field (KliQuery *query, const char *field)
{
  const char *equals = strchr (field, '=');
  g_autofree char *key = NULL;
  g_autofree char *value = NULL;

  if (equals == NULL)
    return FALSE;
  key = g_strndup (field, (gsize)(equals - field));
  value = g_uri_unescape_string (equals + 1, NULL);
  if (value == NULL || !g_utf8_validate (value, -1, NULL))
    return FALSE;

  if (strcmp (key, "order") == 0)
    {
      query->order = find_order (query->target, value);
      return query->order != NULL;
    }
  if (strcmp (key, "search") == 0)
    {
      g_free (query->search);
      query->search = cut_search (value);
      return TRUE;
    }
  if (!is_condition_name (key))
    return FALSE;
  add_condition (query, key, value);

  return TRUE;
}

KliQuery *
kli_query_parse (const char *line, GError **error)
{
  g_auto (GStrv) fields = NULL;
  g_autoptr (KliQuery) query = NULL;
  gboolean holds;

  g_return_val_if_fail (line != NULL, NULL);

  fields = g_strsplit (line, " ", -1);
  query = fields[0] != NULL ? query_for_target (fields[0]) : NULL;
  holds = query != NULL;
  for (guint i = 1; holds && fields[i] != NULL; i++)
    holds = parse_field (query, fields[i]);
  if (!holds)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "Not a query: “%s”", line);
      return NULL;
    }

  return g_steal_pointer (&query);
}
