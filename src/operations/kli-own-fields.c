/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields that a business defined, as a value. */
#include "operations/kli-own-fields.h"

#include "core/kli-kinds.h"
#include "operations/kli-business.h"
#include "store/kli-derive.h"

struct _KliOwnFields
{
  gatomicrefcount ref_count;
  GPtrArray *fields;  /* KliRow */
  GPtrArray *choices; /* KliRow: by field and position */
};

/* Returns: (transfer full) (element-type KliRow) (nullable): NULL with @error set. */
static GPtrArray *
read_rows (KliConnection *connection, const char *name, const KliKind *kind, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, name, error);

  return statement != NULL ? kli_statement_read_rows (statement, kind, error) : NULL;
}

KliOwnFields *
kli_own_fields_read (KliConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) fields = NULL;
  g_autoptr (GPtrArray) choices = NULL;
  KliOwnFields *self;

  g_return_val_if_fail (connection != NULL, NULL);

  fields = read_rows (connection, "own-fields-all", &kli_own_field_kind, error);
  choices = fields != NULL ? read_rows (connection, "own-choices-all", &kli_own_choice_kind, error) : NULL;
  if (choices == NULL)
    return NULL;
  self = g_new0 (KliOwnFields, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->fields = g_steal_pointer (&fields);
  self->choices = g_steal_pointer (&choices);

  return self;
}

gpointer
kli_own_fields_read_func (KliConnection *connection, gpointer unused, GCancellable *cancellable, GError **error)
{
  return kli_own_fields_read (connection, error);
}

KliQueryKeys *
kli_own_fields_read_keys (KliConnection *connection, GError **error)
{
  g_autoptr (KliOwnFields) fields = NULL;
  g_autoptr (KliBusiness) business = NULL;
  KliQueryKeys *keys;
  const KliRow *field;

  g_return_val_if_fail (connection != NULL, NULL);

  fields = kli_own_fields_read (connection, error);
  business = fields != NULL ? kli_business_read (connection, error) : NULL;
  if (business == NULL)
    return NULL;
  keys = kli_query_keys_new (kli_derive_get_language (connection, NULL), business->currency);
  for (guint i = 0; (field = kli_own_fields_get (fields, i)) != NULL; i++)
    kli_query_keys_add (keys, field);

  return keys;
}

gpointer
kli_own_fields_read_keys_func (KliConnection *connection, gpointer unused, GCancellable *cancellable, GError **error)
{
  return kli_own_fields_read_keys (connection, error);
}

KliOwnFields *
kli_own_fields_ref (KliOwnFields *fields)
{
  g_return_val_if_fail (fields != NULL, NULL);

  g_atomic_ref_count_inc (&fields->ref_count);

  return fields;
}

void
kli_own_fields_unref (KliOwnFields *fields)
{
  if (fields == NULL || !g_atomic_ref_count_dec (&fields->ref_count))
    return;

  g_ptr_array_unref (fields->fields);
  g_ptr_array_unref (fields->choices);
  g_free (fields);
}

const KliRow *
kli_own_fields_get (const KliOwnFields *fields, guint n)
{
  g_return_val_if_fail (fields != NULL, NULL);

  return n < fields->fields->len ? g_ptr_array_index (fields->fields, n) : NULL;
}

static const KliRow *
find_row (const GPtrArray *rows, gint64 id)
{
  for (guint i = 0; i < rows->len; i++)
    if (((const KliRow *)g_ptr_array_index (rows, i))->id == id)
      return g_ptr_array_index (rows, i);

  return NULL;
}

const KliRow *
kli_own_fields_find (const KliOwnFields *fields, gint64 id)
{
  g_return_val_if_fail (fields != NULL, NULL);

  return find_row (fields->fields, id);
}

const KliRow *
kli_own_fields_find_choice (const KliOwnFields *fields, gint64 id)
{
  g_return_val_if_fail (fields != NULL, NULL);

  return find_row (fields->choices, id);
}

GPtrArray *
kli_own_fields_list_choices (const KliOwnFields *fields, gint64 field)
{
  GPtrArray *choices = g_ptr_array_new ();

  g_return_val_if_fail (fields != NULL, choices);

  for (guint i = 0; i < fields->choices->len; i++)
    if (kli_row_get_integer (g_ptr_array_index (fields->choices, i), KLI_OWN_CHOICE_FIELD) == field)
      g_ptr_array_add (choices, g_ptr_array_index (fields->choices, i));

  return choices;
}

gboolean
kli_own_field_is_for (const KliRow *field, const char *kind)
{
  const char *applies;

  g_return_val_if_fail (field != NULL && kind != NULL, FALSE);

  applies = kli_row_get_text (field, KLI_OWN_FIELD_APPLIES);

  return g_str_equal (applies, "everyone") || g_str_equal (applies, kind);
}
