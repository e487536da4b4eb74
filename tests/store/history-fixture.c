/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A store in a directory of its own for the tests of the history, and a look at its tables from outside. */
#include "history-fixture.h"

#include "store/kli-history-private.h"

#include <errno.h>
#include <glib/gstdio.h>

#define MEMORY_DIRECTORY "/dev/shm"

static void
open_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->store = kli_store_open (fixture->path, KLI_STORE_OPEN_CREATE, 0, &error);
  g_assert_no_error (error);
}

static void
close_store (Fixture *fixture)
{
  g_clear_pointer (&fixture->observing, g_ptr_array_unref);
  g_clear_pointer (&fixture->observer, sqlite3_close);
  kli_store_close (fixture->store);
  g_clear_object (&fixture->store);
}

void
fixture_open (Fixture *fixture)
{
  static guint n; /* as in store_fixture_make_folder () */
  const char *base = g_access (MEMORY_DIRECTORY, W_OK) == 0 ? MEMORY_DIRECTORY : g_get_tmp_dir ();

  fixture->directory = g_strdup_printf ("%s/klientela-history-%u-XXXXXX", base, n++);
  g_assert_nonnull (g_mkdtemp (fixture->directory));
  fixture->path = g_build_filename (fixture->directory, "klientela.db", NULL);
  fixture->next_id = 1000;
  open_store (fixture);
}

void
fixture_restart (Fixture *fixture)
{
  close_store (fixture);
  open_store (fixture);
}

static sqlite3 *
open_outside (const char *path, int flags)
{
  sqlite3 *db;

  if (sqlite3_open_v2 (path, &db, flags, NULL) != SQLITE_OK)
    g_error ("%s: %s", path, sqlite3_errmsg (db));

  return db;
}

void
fixture_tamper (Fixture *fixture, const char *sql)
{
  sqlite3_stmt *statement;
  sqlite3 *db;

  close_store (fixture);
  db = open_outside (fixture->path, SQLITE_OPEN_READWRITE);
  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  g_assert_cmpint (sqlite3_changes (db), >, 0);
  sqlite3_finalize (statement);
  sqlite3_close (db);
  open_store (fixture);
}

static void
remove_directory (const char *path)
{
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_directory (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
fixture_close (Fixture *fixture)
{
  close_store (fixture);
  remove_directory (fixture->directory);
  g_clear_pointer (&fixture->directory, g_free);
  g_clear_pointer (&fixture->path, g_free);
}

KliRow *
fixture_row (Fixture *fixture, const KliKind *kind)
{
  KliRow *row = kli_row_new (kind);

  row->id = fixture->next_id++;

  return row;
}

KliRow *
fixture_person (Fixture *fixture, const char *name)
{
  KliRow *row = fixture_row (fixture, &kli_contact_kind);

  kli_row_set_text (row, KLI_CONTACT_NAME, name);

  return row;
}

KliRow *
fixture_phone (Fixture *fixture, const KliRow *contact, const char *value)
{
  KliRow *row = fixture_row (fixture, &kli_contact_point_kind);

  kli_row_set_integer (row, KLI_CONTACT_POINT_CONTACT, contact->id);
  kli_row_set_text (row, KLI_CONTACT_POINT_KIND, "phone");
  kli_row_set_text (row, KLI_CONTACT_POINT_VALUE, value);

  return row;
}

static gboolean
put_func (KliEdit *edit, gpointer user_data, GError **error)
{
  GPtrArray *rows = user_data;

  for (guint i = 0; i < rows->len; i++)
    {
      KliRow *row = g_ptr_array_index (rows, i);
      g_autoptr (KliRow) present = kli_connection_load (kli_edit_get_connection (edit), row->kind, row->id, NULL);

      if (present != NULL ? !kli_edit_update (edit, row, error) : !kli_edit_insert (edit, row, error))
        return FALSE;
    }

  return TRUE;
}

gint64
fixture_put_all (Fixture *fixture, const char *verb, gint64 subject, GPtrArray *rows)
{
  g_autoptr (GError) error = NULL;
  gint64 id = kli_store_edit (fixture->store, verb, subject, put_func, rows, &error);

  g_assert_no_error (error);

  return id;
}

gint64
fixture_put (Fixture *fixture, const char *verb, KliRow *row, ...)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  gint64 subject = row->id;
  va_list more;

  va_start (more, row);
  for (; row != NULL; row = va_arg (more, KliRow *))
    g_ptr_array_add (rows, row);
  va_end (more);

  return fixture_put_all (fixture, verb, subject, rows);
}

/* One question to the store; only what it needs is set. */
typedef struct
{
  const KliKind *kind;
  gint64 id;
  gint64 owner;
  guint limit;
} Question;

static gpointer
load_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const Question *question = user_data;

  return kli_connection_load (connection, question->kind, question->id, error);
}

KliRow *
fixture_load (Fixture *fixture, const KliKind *kind, gint64 id)
{
  return kli_store_read (fixture->store, load_func, &(Question){ .kind = kind, .id = id }, NULL);
}

static void
finalize (gpointer statement)
{
  sqlite3_finalize (statement);
}

static void
start_observing (Fixture *fixture)
{
  fixture->observer = open_outside (fixture->path, SQLITE_OPEN_READONLY);
  fixture->observing = g_ptr_array_new_with_free_func (finalize);
  for (guint i = 0; kli_kinds[i] != NULL; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY id", kli_kinds[i]->name);
      sqlite3_stmt *statement;

      g_assert_cmpint (sqlite3_prepare_v2 (fixture->observer, sql, -1, &statement, NULL), ==, SQLITE_OK);
      g_ptr_array_add (fixture->observing, statement);
    }
}

char *
fixture_dump (Fixture *fixture)
{
  GString *dump = g_string_new (NULL);

  if (fixture->observer == NULL)
    start_observing (fixture);

  for (guint i = 0; kli_kinds[i] != NULL; i++)
    {
      sqlite3_stmt *statement = g_ptr_array_index (fixture->observing, i);

      while (sqlite3_step (statement) == SQLITE_ROW)
        {
          g_string_append (dump, kli_kinds[i]->name);
          for (int column = 0; column < sqlite3_column_count (statement); column++)
            {
              g_string_append_c (dump, '|');
              g_string_append (dump, (const char *)sqlite3_column_text (statement, column));
            }
          g_string_append_c (dump, '\n');
        }
      g_assert_cmpint (sqlite3_reset (statement), ==, SQLITE_OK);
    }

  return g_string_free (dump, FALSE);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const KliRow *first = *(KliRow *const *)a;
  const KliRow *second = *(KliRow *const *)b;

  if (first->kind != second->kind)
    {
      guint i = 0;

      while (kli_kinds[i] != first->kind && kli_kinds[i] != second->kind)
        i++;
      return kli_kinds[i] == first->kind ? -1 : 1;
    }

  return first->id < second->id ? -1 : first->id > second->id;
}

char *
fixture_print_rows (GPtrArray *rows)
{
  GString *dump = g_string_new (NULL);

  g_ptr_array_sort (rows, compare_rows);
  for (guint i = 0; i < rows->len; i++)
    {
      const KliRow *row = g_ptr_array_index (rows, i);

      g_string_append_printf (dump, "%s|%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT, row->kind->name, row->id,
                              row->deleted_at);
      for (guint column = 0; column < row->kind->n_columns; column++)
        if (kli_row_is_text (row, column))
          g_string_append_printf (dump, "|%s", kli_row_get_text (row, column));
        else
          g_string_append_printf (dump, "|%" G_GINT64_FORMAT, kli_row_get_integer (row, column));
      g_string_append_c (dump, '\n');
    }

  return g_string_free (dump, FALSE);
}

static gpointer
list_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const Question *question = user_data;

  return kli_history_read_list (connection, question->owner, question->limit, error);
}

GPtrArray *
fixture_list (Fixture *fixture, gint64 owner, guint limit)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *entries;

  entries = kli_store_read (fixture->store, list_func, &(Question){ .owner = owner, .limit = limit }, &error);
  g_assert_no_error (error);

  return entries;
}

static gpointer
entry_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const Question *question = user_data;

  return kli_history_read_entry (connection, question->id, error);
}

KliHistoryEntry *
fixture_entry (Fixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;
  KliHistoryEntry *entry = kli_store_read (fixture->store, entry_func, &(Question){ .id = id }, &error);

  g_assert_no_error (error);

  return entry;
}

static gpointer
fields_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const Question *question = user_data;
  g_autoptr (GArray) rows = kli_history_rows (connection, question->id, question->owner, error);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; rows != NULL && i < MIN (rows->len, question->limit); i++)
    g_array_append_val (places, g_array_index (rows, KliHistoryRow, i).place);

  return rows != NULL ? kli_history_fields_at (connection, question->id, question->owner, places, error) : NULL;
}

GPtrArray *
fixture_fields (Fixture *fixture, gint64 edit, gint64 owner, guint limit, GError **error)
{
  Question question = { .id = edit, .owner = owner, .limit = limit };

  return kli_store_read (fixture->store, fields_func, &question, error);
}
