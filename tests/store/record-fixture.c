/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records for the tests of the store, and looks at what derives from them. */
#include "record-fixture.h"

#include "core/kli-phone.h"
#include "store/kli-derive.h"

#include <stdarg.h>

static void
fill (KliRow *row, va_list values)
{
  for (int column = va_arg (values, int); column != RECORD_END; column = va_arg (values, int))
    if (kli_row_is_text (row, (guint)column))
      kli_row_set_text (row, (guint)column, va_arg (values, const char *));
    else
      kli_row_set_integer (row, (guint)column, va_arg (values, gint64));
}

static gboolean
insert (KliEdit *edit, gpointer user_data, GError **error)
{
  return kli_edit_insert (edit, user_data, error);
}

gint64
record_add (KliStore *store, const KliKind *kind, ...)
{
  g_autoptr (KliRow) row = kli_row_new (kind);
  g_autoptr (GError) error = NULL;
  va_list values;

  va_start (values, kind);
  fill (row, values);
  va_end (values);
  kli_store_edit (store, "test", 0, insert, row, &error);
  g_assert_no_error (error);

  return row->id;
}

static gboolean
update (KliEdit *edit, gpointer user_data, GError **error)
{
  return kli_edit_update (edit, user_data, error);
}

typedef struct
{
  const KliKind *kind;
  gint64 id;
  gboolean deleted;
} Target;

static gpointer
load (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Target *target = user_data;

  return kli_connection_load (connection, target->kind, target->id, error);
}

void
record_set (KliStore *store, const KliKind *kind, gint64 id, ...)
{
  Target target = { kind, id, FALSE };
  g_autoptr (GError) error = NULL;
  g_autoptr (KliRow) row = kli_store_read (store, load, &target, &error);
  va_list values;

  g_assert_no_error (error);
  va_start (values, id);
  fill (row, values);
  va_end (values);
  kli_store_edit (store, "test", 0, update, row, &error);
  g_assert_no_error (error);
}

static gboolean
set_deleted (KliEdit *edit, gpointer user_data, GError **error)
{
  Target *target = user_data;

  return kli_edit_set_deleted (edit, target->kind, target->id, target->deleted, error);
}

void
record_set_deleted (KliStore *store, const KliKind *kind, gint64 id, gboolean deleted)
{
  Target target = { kind, id, deleted };
  g_autoptr (GError) error = NULL;

  kli_store_edit (store, "test", 0, set_deleted, &target, &error);
  g_assert_no_error (error);
}

gint64
record_add_person (KliStore *store, const char *name)
{
  return record_add (store, &kli_contact_kind, KLI_CONTACT_NAME, name, RECORD_END);
}

gint64
record_add_phone (KliStore *store, gint64 contact, const char *value)
{
  g_autofree char *normal = NULL;

  kli_phone_normalise (value, "PL", &normal, NULL);

  return record_add (store, &kli_contact_point_kind, KLI_CONTACT_POINT_CONTACT, contact, KLI_CONTACT_POINT_KIND,
                     "phone", KLI_CONTACT_POINT_VALUE, value, KLI_CONTACT_POINT_NORMAL, normal != NULL ? normal : "",
                     RECORD_END);
}

static const char *const derived_tables[]
    = { "local_number",   "contact_order", "contact_match",  "search_text",   "search_key",   "contract_state",
        "contract_order", "contact_fact",  "contact_recent", "contact_place", "contact_touch" };

static char *
dump (KliConnection *connection)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (derived_tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1, 2", derived_tables[i]);
      sqlite3_stmt *statement = NULL;

      g_assert_cmpint (sqlite3_prepare_v2 (kli_connection_get_handle (connection), sql, -1, &statement, NULL), ==,
                       SQLITE_OK);
      g_string_append_printf (text, "%s:\n", derived_tables[i]);
      while (sqlite3_step (statement) == SQLITE_ROW)
        {
          for (int column = 0; column < sqlite3_column_count (statement); column++)
            {
              const char *bytes = sqlite3_column_blob (statement, column);
              g_autofree char *escaped = NULL;
              g_autofree char *plain
                  = g_strndup (bytes != NULL ? bytes : "", (gsize)sqlite3_column_bytes (statement, column));

              escaped = g_strescape (plain, NULL);
              g_string_append_printf (text, " %s", escaped);
            }
          g_string_append_c (text, '\n');
        }
      sqlite3_finalize (statement);
    }

  return g_string_free (text, FALSE);
}

static gboolean
check (KliEdit *edit, gpointer user_data, GError **error)
{
  KliConnection *connection = kli_edit_get_connection (edit);
  const char *const *names = kli_derive_get_names ();
  g_autofree char *before = dump (connection);
  g_autofree char *after = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *detail = NULL;

      if (!kli_derive_check (connection, names[i], &detail, error))
        return FALSE;
      if (detail != NULL)
        g_error ("%s does not agree with the records: %s", names[i], detail);
    }
  if (!kli_derive_rebuild (connection, NULL, NULL, NULL, error))
    return FALSE;
  after = dump (connection);
  g_assert_cmpstr (before, ==, after);

  return TRUE; /* nothing recorded: everything is rolled back */
}

void
record_check_derived (KliStore *store)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (kli_store_edit (store, "test", 0, check, NULL, &error), ==, 0);
  g_assert_no_error (error);
}

KliAnswer *
record_search (KliStore *store, KliQueryTarget target, const char *search)
{
  g_autoptr (KliQuery) query = kli_query_new (target, search, NULL);
  g_autoptr (GError) error = NULL;
  KliAnswer *answer = kli_store_answer (store, query, &error);

  g_assert_no_error (error);

  return answer;
}

char *
record_list_names (KliStore *store, const KliQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KliAnswer) answer = kli_store_answer (store, query, &error);
  g_autoptr (GPtrArray) rows = NULL;
  GString *names = g_string_new (NULL);

  g_assert_no_error (error);
  rows = kli_store_read_page (store, kli_query_get_target (query), kli_answer_get_ids (answer),
                              kli_answer_get_n_items (answer), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      const KliListRow *row = g_ptr_array_index (rows, i);

      g_assert_nonnull (row);
      g_assert_cmpint (row->id, ==, kli_answer_get_id (answer, i));
      g_string_append_printf (names, "%s; ", row->name);
    }

  return g_string_free (names, FALSE);
}
