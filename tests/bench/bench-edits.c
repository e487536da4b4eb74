/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One edit beside the same rows written bare: what our transaction would cost if SQLite did nothing but take the
 * rows, history and derived tables included, prepared and known before, and flush them. Which rows that are is not
 * for us to say: every other contact is edited in a copy of the store first, and what SQLite is asked to write there is
 * written bare into another copy. Not into the store itself: it would find that somebody meddled with it, and look over
 * everything while the next edits are measured. */
#include "bench-edits.h"

#include "bench-series.h"

#include "core/kli-kinds.h"
#include "store/kli-store.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

/* So many at least. */
#define EDITS_MIN 100

/* --- the library ---------------------------------------------------------------------------------------- */

static gboolean
rename_func (KliEdit *edit, gpointer user_data, GError **error)
{
  const gint64 *id = user_data;
  g_autoptr (KliRow) row = kli_connection_load (kli_edit_get_connection (edit), &kli_contact_kind, *id, error);
  g_autofree char *name = row != NULL ? g_strconcat (kli_row_get_text (row, KLI_CONTACT_NAME), " Bis", NULL) : NULL;

  if (row == NULL)
    return FALSE;
  kli_row_set_text (row, KLI_CONTACT_NAME, name);
  kli_row_set_text (row, KLI_CONTACT_FAMILY, name);

  return kli_edit_update (edit, row, error);
}

static KliStore *
open_ours (const char *path)
{
  g_autoptr (GError) error = NULL;
  KliStore *store = kli_store_open (path, 0, 2000, &error);

  g_assert_no_error (error);
  kli_store_settle (store);

  return store;
}

/* What the writer does after an edit is waited for, and not measured with the bare one that follows. */
static void
rename_ours (KliStore *store, gint64 id, BenchSeries *series)
{
  g_autoptr (GError) error = NULL;

  bench_series_begin (series);
  kli_store_edit (store, "contact-set", id, rename_func, &id, &error);
  bench_series_end (series);
  g_assert_no_error (error);
  kli_store_settle (store);
}

/* --- recording ------------------------------------------------------------------------------------------ */

/* What edits write, as SQLite is asked for it: heard on every connection to the copy. */
typedef struct
{
  sqlite3_stmt *outer; /* nullable: the write that runs; FTS5's own ones run inside */
  GPtrArray *edit;     /* nullable: char *, the writes of the transaction that runs */
  GPtrArray *edits;    /* GPtrArray of char *: a transaction each that wrote into the history */
} Recorder;

static Recorder recorder;

/* Opening a store is a transaction, too, but no edit. */
static gboolean
is_edit (const GPtrArray *writes)
{
  for (guint i = 0; i < writes->len; i++)
    if (strstr (g_ptr_array_index (writes, i), "INTO history_slice") != NULL)
      return TRUE;

  return FALSE;
}

static void
hear_statement (sqlite3_stmt *stmt)
{
  const char *sql = sqlite3_sql (stmt);
  char *expanded;

  if (recorder.outer != NULL)
    return;
  if (strstr (sql, "BEGIN IMMEDIATE") != NULL)
    {
      g_clear_pointer (&recorder.edit, g_ptr_array_unref);
      recorder.edit = g_ptr_array_new_with_free_func (g_free);
    }
  else if (strstr (sql, "COMMIT") != NULL && recorder.edit != NULL && is_edit (recorder.edit))
    g_ptr_array_add (recorder.edits, g_steal_pointer (&recorder.edit));
  else if (recorder.edit != NULL && !sqlite3_stmt_readonly (stmt))
    {
      expanded = sqlite3_expanded_sql (stmt);
      g_ptr_array_add (recorder.edit, g_strdup (expanded));
      sqlite3_free (expanded);
      recorder.outer = stmt;
    }
}

static int
hear_cb (unsigned what, void *user_data, void *stmt, void *rest)
{
  if (what == SQLITE_TRACE_STMT)
    hear_statement (stmt);
  else if (recorder.outer == stmt)
    recorder.outer = NULL;

  return 0;
}

/* What sqlite3_auto_extension () calls for every connection. */
static int
listen_cb (sqlite3 *handle, char **message, const struct sqlite3_api_routines *api)
{
  return sqlite3_trace_v2 (handle, SQLITE_TRACE_STMT | SQLITE_TRACE_PROFILE, hear_cb, NULL);
}

/* Returns: (transfer full): where a copy of the store @path is now. */
static char *
make_copy (const char *path, const char *suffix)
{
  g_autofree char *copy = g_strconcat (path, suffix, NULL);
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = g_file_new_for_path (copy);
  g_autoptr (GError) error = NULL;

  g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&copy);
}

static void
remove_copy (const char *path)
{
  g_assert_cmpint (g_remove (path), ==, 0);
}

/* Makes the edits in a copy of the store. Returns: (transfer full) (element-type GPtrArray): what each of them wrote */
static GPtrArray *
record (const char *path, const gint64 *ids, guint n)
{
  g_autofree char *copy = make_copy (path, ".recorded");
  g_autoptr (BenchSeries) series = bench_series_new ("recorded");
  KliStore *store;

  recorder.edits = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  sqlite3_auto_extension ((void (*) (void))listen_cb);
  store = open_ours (copy);
  for (guint i = 0; i < n; i++)
    rename_ours (store, ids[i], series);
  g_object_unref (store);
  sqlite3_reset_auto_extension ();
  g_assert_cmpuint (recorder.edits->len, ==, n);
  remove_copy (copy);

  return g_steal_pointer (&recorder.edits);
}

/* --- bare ----------------------------------------------------------------------------------------------- */

/* As the store's writer has it. */
static const char settings[]
    = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = -16000;"
      "PRAGMA secure_delete = ON";

static sqlite3_stmt *
prepare (sqlite3 *handle, const char *sql)
{
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v2 (handle, sql, -1, &stmt, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (handle));

  return stmt;
}

static void
finalize (gpointer stmt)
{
  sqlite3_finalize (stmt);
}

/* A set that was new in the copy may be there by now. */
static void
run_bare (sqlite3 *handle, sqlite3_stmt *write)
{
  int code = sqlite3_step (write);

  if (code != SQLITE_DONE && code != SQLITE_CONSTRAINT)
    g_error ("%s: %s", sqlite3_sql (write), sqlite3_errmsg (handle));
  sqlite3_reset (write);
}

/* @edit: (element-type utf8) */
static void
write_bare (sqlite3 *handle, const GPtrArray *edit, BenchSeries *series)
{
  g_autoptr (GPtrArray) writes = g_ptr_array_new_with_free_func (finalize);

  g_ptr_array_add (writes, prepare (handle, "BEGIN IMMEDIATE"));
  for (guint i = 0; i < edit->len; i++)
    g_ptr_array_add (writes, prepare (handle, g_ptr_array_index (edit, i)));
  g_ptr_array_add (writes, prepare (handle, "COMMIT"));

  bench_series_begin (series);
  for (guint i = 0; i < writes->len; i++)
    run_bare (handle, g_ptr_array_index (writes, i));
  bench_series_end (series);
}

static sqlite3 *
open_bare (const char *path)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, settings, NULL, NULL, NULL), ==, SQLITE_OK);

  return handle;
}

/* --- by turns ------------------------------------------------------------------------------------------- */

/* Returns: (element-type gint64): @n contacts, chosen at random and always the same. */
static GArray *
choose_contacts (const char *path, guint n)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (3);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3 *handle;
  sqlite3_stmt *stmt;
  gint32 n_numbers;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  stmt = prepare (handle, "SELECT max(local) FROM contact_order");
  sqlite3_step (stmt);
  n_numbers = sqlite3_column_int (stmt, 0);
  sqlite3_finalize (stmt);
  stmt = prepare (handle, "SELECT id FROM local_number JOIN contact_order USING (local) WHERE local = ?1");
  while (ids->len < n)
    {
      sqlite3_bind_int (stmt, 1, g_rand_int_range (chance, 1, n_numbers + 1));
      if (sqlite3_step (stmt) == SQLITE_ROW)
        g_array_append_val (ids, (gint64){ sqlite3_column_int64 (stmt, 0) });
      sqlite3_reset (stmt);
    }
  sqlite3_finalize (stmt);
  sqlite3_close (handle);

  return ids;
}

/* One by one: how long a disk takes to flush changes from second to second. */
void
bench_edits (const char *path, guint n_times)
{
  guint n = MAX (n_times, EDITS_MIN);
  g_autoptr (GArray) ids = choose_contacts (path, 2 * n);
  const gint64 *of_ours = (const gint64 *)ids->data, *of_bare = of_ours + n;
  g_autoptr (GPtrArray) edits = record (path, of_bare, n);
  g_autofree char *copy = make_copy (path, ".bare");
  g_autoptr (BenchSeries) ours = bench_series_new ("edit");
  g_autoptr (BenchSeries) bare = bench_series_new ("edit bare");
  g_autoptr (KliStore) store = open_ours (path);
  sqlite3 *handle = open_bare (copy);

  for (guint i = 0; i < n; i++)
    {
      rename_ours (store, of_ours[i], ours);
      write_bare (handle, g_ptr_array_index (edits, i), bare);
    }
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
  remove_copy (copy);
  bench_series_print (ours);
  bench_series_print (bare);
}
