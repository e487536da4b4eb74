/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The statements and the schema: every file prepares, none reads a big table whole without saying why, the
 * columns are those that the kinds declare, and tracked tables keep the rules that syncing needs. */
#include "store-fixture.h"

#include "store/kli-connection-private.h"

#include <string.h>

/* Tables that stay small whatever a business does, and what SQLite makes up while it runs. */
static const char *const small_tables[] = {
  "store_state",        "draft",        "recent",    "tag",      "setting", "staff_member", "segment", "sqlite_schema",
  "sqlite_temp_schema", "order_change", "long_edit", "CONSTANT", NULL,
};

static gboolean
is_transaction (const char *sql)
{
  return strstr (sql, "BEGIN") != NULL || strstr (sql, "COMMIT") != NULL || strstr (sql, "ROLLBACK") != NULL;
}

/* --- every file --- */

/* As many as that table has. */
static const char every_column[]
    = "c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, c17, c18, c19, c20, c21, c22, c23";

/* A statement for any table is looked at for one. */
static char *
fill_in (const char *sql)
{
  g_autoptr (GString) text = g_string_new (sql);

  g_string_replace (text, "$table", "contact", 0);
  g_string_replace (text, "$column", "manager", 0);
  g_string_replace (text, "$values", every_column, 0);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

typedef void (*SqlFunc) (KliConnection *connection, const char *name, const char *sql);

/* Calls @func with each statement that stands in src/store/sql. */
static void
foreach_file (SqlFunc func)
{
  g_autoptr (KliConnection) connection = store_fixture_open_newest ();
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "src", "store", "sql", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;
  guint n = 0;

  g_assert_no_error (error);
  /* As for those statements that need it (kli-search-index.c). */
  sqlite3_db_config (connection->handle, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  for (; (name = g_dir_read_name (dir)) != NULL; n++)
    {
      g_autofree char *path = g_strconcat ("sql/", name, NULL);
      const char *sql = kli_connection_get_sql (path);
      g_autofree char *usable = NULL;

      if (sql == NULL)
        g_error ("%s is not in store.gresource.xml", name);
      usable = fill_in (sql);
      func (connection, name, usable);
    }
  g_assert_cmpuint (n, >, 50);
}

static void
prepare (KliConnection *connection, const char *name, const char *sql)
{
  for (const char *rest = sql; *rest != '\0';)
    {
      sqlite3_stmt *stmt = NULL;

      if (sqlite3_prepare_v2 (connection->handle, rest, -1, &stmt, &rest) != SQLITE_OK)
        g_error ("%s: %s", name, sqlite3_errmsg (connection->handle));
      /* What follows in a script may stand on it; the columns of the feed are no table. */
      if (stmt != NULL && strstr (sqlite3_sql (stmt), "CREATE ") != NULL && !g_str_equal (name, "feed-columns.sql"))
        g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_DONE);
      sqlite3_finalize (stmt);
    }
  if (!g_str_has_prefix (sql, "-- "))
    {
      g_test_message ("%s does not say in its first line what it is for", name);
      g_test_fail ();
    }
}

static void
test_prepare (void)
{
  foreach_file (prepare);
}

/* Whether a line of the plan is "SCAN contact", "SCAN c USING COVERING INDEX …" and the like of a table that
 * may be big. @made: what the statement made itself, such as the rows of a subquery. */
static gboolean
scans_big_table (const char *detail, GPtrArray *made)
{
  g_auto (GStrv) words = g_strsplit (detail, " ", 3);

  if (!g_str_equal (words[0], "SCAN") || strstr (detail, "VIRTUAL TABLE") != NULL || words[1][0] == '(')
    return FALSE;

  return !g_strv_contains (small_tables, words[1])
         && !g_ptr_array_find_with_equal_func (made, words[1], g_str_equal, NULL);
}

static void
look_at_plan (KliConnection *connection, const char *name, const char *sql)
{
  g_autofree char *explained = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *stmt = NULL;

  if (is_transaction (sql) || strstr (sql, "PRAGMA") != NULL)
    return;

  g_assert_cmpint (sqlite3_prepare_v2 (connection->handle, explained, -1, &stmt, NULL), ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      const char *detail = (const char *)sqlite3_column_text (stmt, 3);

      if (g_str_has_prefix (detail, "CO-ROUTINE ") || g_str_has_prefix (detail, "MATERIALIZE "))
        g_ptr_array_add (made, g_strdup (strchr (detail, ' ') + 1));
      if (scans_big_table (detail, made) && strstr (sql, "full scan") == NULL)
        {
          g_test_message ("%s reads a big table whole; its comment must say 'A full scan: why': %s", name, detail);
          g_test_fail ();
        }
    }
  sqlite3_finalize (stmt);
}

/* Statements that are run once for each of many records: by the index in which a record stands with its few. */
static const struct
{
  const char *name;
  const char *index;
} near[] = {
  { "contact-tag-of.sql", "contact_tag_contact" },
};

static void
look_near (KliConnection *connection, const char *name, const char *sql)
{
  g_autofree char *explained = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  sqlite3_stmt *stmt = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (near); i++)
    if (g_str_equal (near[i].name, name))
      {
        g_assert_cmpint (sqlite3_prepare_v2 (connection->handle, explained, -1, &stmt, NULL), ==, SQLITE_OK);
        g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
        g_assert_nonnull (strstr ((const char *)sqlite3_column_text (stmt, 3), near[i].index));
        sqlite3_finalize (stmt);
      }
}

static void
test_near (void)
{
  foreach_file (look_near);
}

static void
test_plans (void)
{
  foreach_file (look_at_plan);
}

/* --- the kinds --- */

static void
assert_column (sqlite3_stmt *stmt, int column, const char *expected, const char *file)
{
  if (g_strcmp0 (sqlite3_column_name (stmt, column), expected) != 0)
    g_error ("%s.sql: column %d is %s and should be %s", file, column, sqlite3_column_name (stmt, column), expected);
}

/* The select and the list of parts give id, deleted_at and the declared columns in this order. */
static void
assert_selects (KliConnection *connection, const KliKind *kind, const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, file, &error);

  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_column_count (statement->stmt), ==, (int)kind->n_columns + 2);
  assert_column (statement->stmt, 0, "id", file);
  assert_column (statement->stmt, 1, "deleted_at", file);
  for (guint i = 0; i < kind->n_columns; i++)
    assert_column (statement->stmt, (int)i + 2, kind->columns[i].name, file);
}

/* A row with another value in each column. */
static KliRow *
row_with (const KliKind *kind, gint64 id, const char *salt)
{
  KliRow *row = kli_row_new (kind);

  row->id = id;
  row->deleted_at = salt[0];
  for (guint i = 0; i < kind->n_columns; i++)
    if (kli_row_is_text (row, i))
      {
        g_autofree char *text = g_strconcat (salt, kind->columns[i].name, NULL);

        kli_row_set_text (row, i, text);
      }
    else
      kli_row_set_integer (row, i, (gint64)i + salt[0]);

  return row;
}

static void
run_with (KliConnection *connection, const KliRow *row, const char *suffix)
{
  g_autofree char *file = g_strconcat (row->kind->statement_stem, suffix, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, file, &error);

  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_bind_parameter_count (statement->stmt), ==, (int)row->kind->n_columns + 2);
  kli_statement_bind_row (statement, row);
  kli_statement_run (statement, &error);
  g_assert_no_error (error);
}

static void
assert_loads (KliConnection *connection, const KliRow *expected, const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KliRow) row = kli_connection_load (connection, expected->kind, expected->id, &error);

  g_assert_no_error (error);
  if (!kli_row_equal (row, expected))
    g_error ("%s%s.sql does not write every column to its place", expected->kind->statement_stem, file);
}

/* The rows that name a record are found by the statement of the column: without it an undo would leave them alone. */
static void
assert_links (KliConnection *connection, const KliKind *kind, guint column)
{
  const char *links = kind->columns[column].links_stem;
  g_autoptr (KliRow) row = kli_row_new (kind);
  g_autoptr (KliStatement) statement = NULL;
  g_autoptr (GError) error = NULL;
  gboolean owner = (kind->columns[column].flags & KLI_COLUMN_OWNER) != 0;

  if (kind->columns[column].type != KLI_COLUMN_ID || (owner && kind->parts_stem != NULL))
    return;
  if (links == NULL)
    g_error ("%s.%s names records and has no statement that lists who does", kind->name, kind->columns[column].name);

  row->id = 100 + column;
  kli_row_set_integer (row, column, 7);
  run_with (connection, row, "-insert");
  statement = kli_connection_lend (connection, links, &error);
  g_assert_no_error (error);
  kli_statement_bind_integer (statement, 1, 7);
  if (!kli_statement_step (statement, &error) || kli_statement_get_integer (statement, 0) != row->id
      || kli_statement_step (statement, &error))
    g_error ("%s.sql does not list who names a record in %s.%s", links, kind->name, kind->columns[column].name);
}

static void
test_kind (gconstpointer data)
{
  const KliKind *kind = data;
  g_autoptr (KliConnection) connection = store_fixture_open_newest ();
  g_autofree char *select = g_strconcat (kind->statement_stem, "-select", NULL);
  g_autoptr (KliRow) first = row_with (kind, 7, "a");
  g_autoptr (KliRow) second = row_with (kind, 7, "b");

  assert_selects (connection, kind, select);
  if (kind->parts_stem != NULL)
    assert_selects (connection, kind, kind->parts_stem);
  for (guint i = 0; i < kind->n_columns; i++)
    assert_links (connection, kind, i);

  run_with (connection, first, "-insert");
  assert_loads (connection, first, "-insert");
  run_with (connection, second, "-update");
  assert_loads (connection, second, "-update");
}

/* --- the tables --- */

static gint64
count (KliConnection *connection, const char *sql, const char *table)
{
  sqlite3_stmt *stmt = NULL;
  gint64 n;

  g_assert_cmpint (sqlite3_prepare_v2 (connection->handle, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  sqlite3_bind_text (stmt, 1, table, -1, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  n = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);

  return n;
}

typedef struct
{
  const char *rule;
  const char *sql; /* how often it is broken by the table ?1 */
} Rule;

static const Rule rules[] = {
  { "is STRICT", "SELECT count(*) <> 1 FROM pragma_table_list (?1) WHERE strict = 1 AND wr = 0 AND type = 'table'" },
  { "has id first, an INTEGER and the only key",
    "SELECT count(*) <> 1 FROM pragma_table_info (?1) WHERE cid = 0 AND name = 'id' AND type = 'INTEGER' AND pk = 1" },
  { "has no other key", "SELECT count(*) FROM pragma_table_info (?1) WHERE cid > 0 AND pk > 0" },
  { "has deleted_at second",
    "SELECT count(*) <> 1 FROM pragma_table_info (?1) WHERE cid = 1 AND name = 'deleted_at' AND type = 'INTEGER'" },
  { "lets no value be NULL", "SELECT count(*) FROM pragma_table_info (?1) WHERE \"notnull\" = 0" },
  { "has a default for every column, so that older changesets apply",
    "SELECT count(*) FROM pragma_table_info (?1) WHERE cid > 0 AND dflt_value IS NULL" },
  { "has no generated column", "SELECT count(*) FROM pragma_table_xinfo (?1) WHERE hidden <> 0" },
  { "has nothing UNIQUE", "SELECT count(*) FROM pragma_index_list (?1) WHERE \"unique\" = 1" },
  { "has no foreign key", "SELECT count(*) FROM pragma_foreign_key_list (?1)" },
  { "has no trigger", "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?1" },
  { "has a view of its live rows",
    "SELECT count(*) <> 1 FROM sqlite_schema WHERE type = 'view' AND name = 'live_' || ?1" },
};

static void
test_table (gconstpointer data)
{
  const KliKind *kind = data;
  g_autoptr (KliConnection) connection = store_fixture_open_newest ();

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (count (connection, rules[i].sql, kind->name) != 0)
      g_error ("A tracked table %s: %s does not", rules[i].rule, kind->name);
}

/* Nothing in the file fires by itself, and every table is strict. */
static void
test_schema (void)
{
  g_autoptr (KliConnection) connection = store_fixture_open_newest ();

  g_assert_cmpint (
      count (connection, "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND ?1 IS NOT NULL", ""), ==, 0);
  g_assert_cmpint (
      count (connection,
             "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0"
             " AND name NOT LIKE 'sqlite%' AND ?1 IS NOT NULL",
             ""),
      ==, 0);
}

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);

  g_test_add_func ("/store/sql/prepare", test_prepare);
  g_test_add_func ("/store/sql/plans", test_plans);
  g_test_add_func ("/store/sql/plans-by-the-nearest-index", test_near);
  g_test_add_func ("/store/sql/schema", test_schema);
  for (guint i = 0; kli_kinds[i] != NULL; i++)
    {
      g_autofree char *kind = g_strconcat ("/store/sql/kind/", kli_kinds[i]->name, NULL);
      g_autofree char *table = g_strconcat ("/store/sql/table/", kli_kinds[i]->name, NULL);

      g_test_add_data_func (kind, kli_kinds[i], test_kind);
      g_test_add_data_func (table, kli_kinds[i], test_table);
    }

  return g_test_run ();
}
