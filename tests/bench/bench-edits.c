/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One edit beside the same rows written bare: what our transaction would cost if SQLite did nothing but take the
 * rows, history and derived tables included, prepared and known before, and flush them. */
#include "bench-edits.h"

#include "bench-series.h"

#include "core/kli-kinds.h"
#include "store/kli-store.h"

#include <sqlite3.h>
#include <string.h>

/* So many edits at a time, by turns. */
#define TURN 50

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

static void
rename_ours (const char *path, const gint64 *ids, guint n, BenchSeries *series)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KliStore) store = kli_store_open (path, 0, 2000, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    {
      gint64 id = ids[i];

      bench_series_begin (series);
      kli_store_edit (store, "contact-set", id, rename_func, &id, &error);
      bench_series_end (series);
      g_assert_no_error (error);
    }
}

/* --- bare ----------------------------------------------------------------------------------------------- */

/* ?1: the id of the contact, ?2: its number, ?3: its folded words, ?4: what they become, ?5: the id of the edit. */
static const char *const writes[] = {
  "BEGIN IMMEDIATE",
  "UPDATE contact SET name = ?4, family = ?4 WHERE id = ?1 AND ?2 AND ?3 AND ?5",
  "INSERT INTO history VALUES (?5, 'contact-set', ?1, 0, 'bench', 'bench', 0, 5, 'done')",
  "INSERT INTO history_slice VALUES (?5, 0, hex(zeroblob(32)), 1, zeroblob(120))",
  "INSERT INTO history_touch VALUES (?1, ?5, 0)",
  "UPDATE contact_match SET match_key = ?4 WHERE contact = ?1",
  "UPDATE contact_order SET by_family = CAST(?4 AS BLOB), by_given = CAST(?4 AS BLOB) WHERE local = ?2",
  /* The organisation and the city stay, the beginning of the name behind them is another one. */
  "UPDATE contact_place SET"
  " by_organisation = CAST(substr(by_organisation, 1, length(by_organisation) - 12) || substr(?4, 1, 12) AS BLOB),"
  " by_city = CAST(substr(by_city, 1, length(by_city) - 12) || substr(?4, 1, 12) AS BLOB) WHERE local = ?2",
  "UPDATE contact_recent SET edit = ?5 WHERE local = ?2",
  "INSERT INTO search (search, rowid, fold) VALUES ('delete', ?2, ?3)",
  "INSERT INTO search (rowid, fold) VALUES (?2, ?4)",
  /* Whoever had no word with B has one now: "bis". */
  "UPDATE member_block SET members = members"
  " WHERE number = (SELECT id << 20 FROM member_set WHERE key = 'word b') + ?2 / 32000"
  " AND ' ' || ?3 NOT LIKE '% b%'",
  "UPDATE search_text SET fold = ?4 WHERE local = ?2",
  "INSERT INTO order_change (local) VALUES (?2)",
  "COMMIT",
};

static const char settings[]
    = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = -16000";

typedef struct
{
  sqlite3 *handle;
  sqlite3_stmt *writes[G_N_ELEMENTS (writes)];
  sqlite3_stmt *read;
} Bare;

static sqlite3_stmt *
prepare (sqlite3 *handle, const char *sql)
{
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v3 (handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (handle));

  return stmt;
}

static void
bare_open (Bare *bare, const char *path)
{
  g_assert_cmpint (sqlite3_open (path, &bare->handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (bare->handle, settings, NULL, NULL, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (writes); i++)
    bare->writes[i] = prepare (bare->handle, writes[i]);
  bare->read
      = prepare (bare->handle, "SELECT local, fold FROM local_number JOIN search_text USING (local) WHERE id = ?1");
}

static void
bare_close (Bare *bare)
{
  for (guint i = 0; i < G_N_ELEMENTS (writes); i++)
    sqlite3_finalize (bare->writes[i]);
  sqlite3_finalize (bare->read);
  g_assert_cmpint (sqlite3_close (bare->handle), ==, SQLITE_OK);
}

static void
bare_bind (sqlite3_stmt *stmt, gint64 id, gint64 local, const char *old, const char *new, gint64 edit)
{
  switch (sqlite3_bind_parameter_count (stmt))
    {
    case 5: sqlite3_bind_int64 (stmt, 5, edit); G_GNUC_FALLTHROUGH;
    case 4: sqlite3_bind_text (stmt, 4, new, -1, SQLITE_STATIC); G_GNUC_FALLTHROUGH;
    case 3: sqlite3_bind_text (stmt, 3, old, -1, SQLITE_STATIC); G_GNUC_FALLTHROUGH;
    case 2: sqlite3_bind_int64 (stmt, 2, local); G_GNUC_FALLTHROUGH;
    case 1: sqlite3_bind_int64 (stmt, 1, id); break;
    default: break;
    }
}

static void
bare_rename (Bare *bare, gint64 id, gint64 edit, BenchSeries *series)
{
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;
  gint64 local;

  sqlite3_bind_int64 (bare->read, 1, id);
  g_assert_cmpint (sqlite3_step (bare->read), ==, SQLITE_ROW);
  local = sqlite3_column_int64 (bare->read, 0);
  old = g_strdup ((const char *)sqlite3_column_text (bare->read, 1));
  new = g_strconcat (old, " bis", NULL);
  sqlite3_reset (bare->read);

  bench_series_begin (series);
  for (guint i = 0; i < G_N_ELEMENTS (writes); i++)
    {
      bare_bind (bare->writes[i], id, local, old, new, edit);
      if (sqlite3_step (bare->writes[i]) != SQLITE_DONE)
        g_error ("%s: %s", writes[i], sqlite3_errmsg (bare->handle));
      sqlite3_reset (bare->writes[i]);
    }
  bench_series_end (series);
}

static void
rename_bare (const char *path, const gint64 *ids, guint n, BenchSeries *series)
{
  static gint64 newest = 0; /* below the id of every real edit */
  Bare bare = { 0 };

  bare_open (&bare, path);
  for (guint i = 0; i < n; i++)
    bare_rename (&bare, ids[i], ++newest, series);
  bare_close (&bare);
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

void
bench_edits (const char *path, guint n_times)
{
  guint n_turns = MAX (n_times / TURN, 2);
  g_autoptr (GArray) ids = choose_contacts (path, n_turns * TURN * 2);
  g_autoptr (BenchSeries) ours = bench_series_new ("edit");
  g_autoptr (BenchSeries) bare = bench_series_new ("edit bare");
  const gint64 *next = (const gint64 *)ids->data;

  for (guint i = 0; i < n_turns; i++)
    {
      rename_ours (path, next, TURN, ours);
      rename_bare (path, next + TURN, TURN, bare);
      next += 2 * TURN;
    }
  bench_series_print (ours);
  bench_series_print (bare);
}
