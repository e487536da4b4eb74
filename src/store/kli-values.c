/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names that a condition can be asked with. One more is a line here and its .sql file. */
#include "store/kli-values.h"

#include "core/kli-fold.h"
#include "core/kli-kinds.h"
#include "core/kli-own-value.h"
#include "core/kli-relation.h"
#include "store/kli-derive.h"
#include "store/kli-own-leaf.h"

#include <string.h>

static const struct
{
  const char *condition;
  const char *statement; /* yields names and numbers of contacts */
} sources[] = {
  { "city", "values-city" },           { "country", "values-country" },           { "deputy", "values-deputy" },
  { "manager", "values-manager" },     { "organisation", "values-organisation" }, { "region", "values-region" },
  { "relation", "values-relation" },   { "segment", "values-segment" },           { "tag", "values-tag" },
  { "household", "values-household" },
};

void
kli_value_free (KliValue *value)
{
  if (value == NULL)
    return;

  g_free (value->name);
  g_free (value);
}

/* The same of fields of the business, by their types; they are told the field. */
static const struct
{
  const char *type;
  const char *statement;
} own_sources[] = {
  { KLI_OWN_TYPE_CHOICE, "values-own-choice" },
  { KLI_OWN_TYPE_CHOICES, "values-own-choice" },
  { KLI_OWN_TYPE_PERSON, "values-own-person" },
  { KLI_OWN_TYPE_TEXT, "values-own-text" },
};

static const char *
find_statement (const KliCondition *condition)
{
  for (guint i = 0; condition->own_type != NULL && i < G_N_ELEMENTS (own_sources); i++)
    if (strcmp (own_sources[i].type, condition->own_type) == 0)
      return own_sources[i].statement;
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (strcmp (sources[i].condition, condition->name) == 0)
      return sources[i].statement;

  return NULL;
}

/* Takes a name into @values and @by_fold, which borrows from it. */
static void
take (GPtrArray *values, GHashTable *by_fold, const char *name, guint n, const char *colour)
{
  g_autofree char *folded = kli_fold (name);
  KliValue *value = g_hash_table_lookup (by_fold, folded);

  if (value == NULL)
    {
      value = g_new0 (KliValue, 1);
      g_ptr_array_add (values, value);
      g_hash_table_insert (by_fold, g_steal_pointer (&folded), value);
    }
  if (value->name == NULL || n > value->n_spelt)
    {
      g_free (value->name);
      value->name = g_strdup (name);
      value->colour = g_intern_string (colour);
      value->n_spelt = n;
    }
  value->n += n;
}

static int
compare_values (gconstpointer a, gconstpointer b, gpointer collator)
{
  const KliValue *first = *(KliValue *const *)a, *second = *(KliValue *const *)b;

  if (first->n != second->n)
    return first->n > second->n ? -1 : 1;

  return kli_collator_compare (collator, first->name, second->name);
}

/* A condition that is the end of a relation, the other of which is @back. */
static void
bind_end (KliStatement *statement, const char *end, const char *back)
{
  gboolean is_kind = g_str_equal (kli_relation_end_of (end, FALSE), end);

  kli_statement_bind_text (statement, 1, is_kind ? end : back);
  kli_statement_bind_integer (statement, 2, !is_kind);
}

/* Returns: FALSE with @error set. */
static gboolean
bind_field (KliStatement *statement, KliConnection *connection, const KliCondition *condition, GError **error)
{
  g_autoptr (GPtrArray) fields = kli_own_leaf_find_fields (connection, condition, error);

  if (fields == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, fields->len > 0 ? ((const KliRow *)g_ptr_array_index (fields, 0))->id : 0);

  return TRUE;
}

GPtrArray *
kli_values_read (KliConnection *connection, const KliCondition *condition, GError **error)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_value_free);
  g_autoptr (GHashTable) by_fold = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (KliStatement) statement = NULL;
  g_autoptr (KliCollator) collator = NULL;
  g_autoptr (GError) local_error = NULL;
  const char *name, *end;
  gboolean has_colours;

  g_return_val_if_fail (connection != NULL && condition != NULL, NULL);

  end = kli_relation_end_back (condition->name);
  name = end != NULL ? "values-relation-end" : find_statement (condition);
  if (name == NULL)
    return g_steal_pointer (&values);
  has_colours = g_str_equal (name, "values-tag");
  statement = kli_connection_lend (connection, name, error);
  if (statement == NULL)
    return NULL;
  if (end != NULL)
    bind_end (statement, condition->name, end);
  if (condition->own_type != NULL && !bind_field (statement, connection, condition, error))
    return NULL;
  while (kli_statement_step (statement, &local_error))
    take (values, by_fold, kli_statement_get_text (statement, 0), (guint)kli_statement_get_integer (statement, 1),
          has_colours ? kli_statement_get_text (statement, 2) : "");
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  collator = kli_collator_new (kli_derive_get_language (connection, NULL));
  g_ptr_array_sort_with_data (values, compare_values, collator);

  return g_steal_pointer (&values);
}

gpointer
kli_values_read_func (KliConnection *connection, gpointer condition, GCancellable *cancellable, GError **error)
{
  return kli_values_read (connection, condition, error);
}
