/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a key pressed, a page, and an edit cost, in what no machine changes: statements run, rows given, steps of a full
 * scan. A store four times as large must not cost more. */
#include "record-fixture.h"
#include "store-fixture.h"

#include "store/kli-connection-private.h"
#include "store/kli-history.h"

#include <string.h>

/* Both have sets of the words that many have, in one block. */
#define FEW 4500
#define MANY (FEW * 4)
#define N_TIMES 5
#define N_RARE 5 /* of a name that few have, in either store */

typedef struct
{
  guint n_statements;
  guint n_rows;
  guint n_scanned; /* steps of full scans: of small tables only, so as many in either store */
  guint n_steps;   /* of SQLite's virtual machine */
} Cost;

typedef struct
{
  char *folder;
  KliStore *store;
  guint n;
  gint64 ids[64];
  gint64 entry; /* of the last edit */
  Cost cost;
} Office;

/* --- counting ------------------------------------------------------------------------------------- */

/* FTS5 keeps its index with statements of its own, as many as it has segments. */
static gboolean
is_ours (sqlite3_stmt *statement)
{
  const char *sql = sqlite3_sql (statement);

  return sql != NULL && strstr (sql, "'main'.") == NULL;
}

static int
trace_cb (unsigned event, void *user_data, void *statement, void *detail)
{
  Cost *cost = user_data;

  if (!is_ours (statement))
    return 0;

  switch (event)
    {
    case SQLITE_TRACE_ROW: cost->n_rows++; break;
    case SQLITE_TRACE_PROFILE: /* it has ended */
      cost->n_statements++;
      cost->n_scanned += (guint)sqlite3_stmt_status (statement, SQLITE_STMTSTATUS_FULLSCAN_STEP, TRUE);
      cost->n_steps += (guint)sqlite3_stmt_status (statement, SQLITE_STMTSTATUS_VM_STEP, TRUE);
      break;
    default: break;
    }

  return 0;
}

static void
trace (KliConnection *connection, Cost *cost)
{
  sqlite3_trace_v2 (kli_connection_get_handle (connection), cost != NULL ? SQLITE_TRACE_ROW | SQLITE_TRACE_PROFILE : 0,
                    cost != NULL ? trace_cb : NULL, cost);
}

/* KliReadFunc: on the connection of the main thread. */
static gpointer
trace_reader (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  trace (connection, user_data);

  return NULL;
}

/* KliEditFunc: on that of the writer. */
static gboolean
trace_writer (KliEdit *edit, gpointer user_data, GError **error)
{
  trace (kli_edit_get_connection (edit), user_data);

  return TRUE;
}

/* --- two offices ---------------------------------------------------------------------------------- */

static gboolean
insert_people (KliEdit *edit, gpointer user_data, GError **error)
{
  static const char *const families[] = { "Kowalska", "Nowak", "Wójcik", "Lewandowska", "Zając", "Śliwa", "Ćwik" };
  Office *office = user_data;

  for (guint i = 0; i < office->n; i++)
    {
      g_autoptr (KliRow) row = kli_row_new (&kli_contact_kind);
      const char *family = i % (office->n / N_RARE) == 0 ? "Rzadka" : families[i % G_N_ELEMENTS (families)];
      g_autofree char *name = g_strdup_printf ("Anna %s %c%u", family, 'a' + (char)(i % 26), i);

      kli_row_set_text (row, KLI_CONTACT_NAME, name);
      kli_row_set_text (row, KLI_CONTACT_NOTE, "Dzień dobry");
      if (!kli_edit_insert (edit, row, error))
        return FALSE;
      if (i < G_N_ELEMENTS (office->ids))
        office->ids[i] = row->id;
    }

  return TRUE;
}

static void
open_office (Office *office, guint n)
{
  g_autoptr (GError) error = NULL;

  office->n = n;
  office->folder = store_fixture_make_folder ();
  office->store = store_fixture_open (office->folder, "test.db");
  kli_store_set_today (office->store, kli_day_new (2026, 11, 22));
  kli_store_set_language (office->store, KLI_LANGUAGE_PL);
  kli_store_edit (office->store, "import", 0, insert_people, office, &error);
  g_assert_no_error (error);
  kli_store_tidy (office->store);
  kli_store_read (office->store, trace_reader, &office->cost, &error);
  kli_store_edit (office->store, "test", 0, trace_writer, &office->cost, &error);
  g_assert_no_error (error);
}

static void
close_office (Office *office)
{
  store_fixture_let_go (office->store);
  store_fixture_remove (office->folder);
  g_free (office->folder);
}

/* --- what is done --------------------------------------------------------------------------------- */

static void
ask (Office *office, const char *search, const char *order, guint n_expected)
{
  g_autoptr (KliQuery) query = kli_query_new (KLI_QUERY_CONTACTS, search, order);
  g_autoptr (GError) error = NULL;
  g_autoptr (KliAnswer) answer = kli_store_answer (office->store, query, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (kli_answer_get_n_items (answer), ==, n_expected);
}

static void
ask_everything (Office *office)
{
  ask (office, "", "name", office->n);
}

static void
press_a_rare_key (Office *office)
{
  ask (office, "rzad", "name", N_RARE);
}

static void
press_a_frequent_key (Office *office)
{
  ask (office, "a", "name", office->n);
}

/* No text of anybody is read. */
static void
ask_for_frequent_words_in_a_row (Office *office)
{
  ask (office, "\"dzień dobry\"", "name", office->n);
}

/* A piece that stands in several alternatives is looked for once. */
static void
ask_for_alternatives (Office *office)
{
  ask (office, "(rzad anna|rzad dzień|rzad dobry|rzad ann|rzad dob)", "name", N_RARE);
}

/* Where everybody is found the rest is not asked for. */
static void
ask_for_many_alternatives (Office *office)
{
  ask (office, "(a|b|c|d|e|f|g|h)", "name", office->n);
}

static void
choose_another_order (Office *office)
{
  ask (office, "rzad", "given", N_RARE);
}

static void
read_a_page (Office *office)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows
      = kli_store_read_page (office->store, KLI_QUERY_CONTACTS, office->ids, G_N_ELEMENTS (office->ids), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (office->ids));
}

static gboolean
rename_func (KliEdit *edit, gpointer user_data, GError **error)
{
  static const char *const names[] = { "Anna Inna x", "Anna Inna y" };
  Office *office = user_data;
  g_autoptr (KliRow) row
      = kli_connection_load (kli_edit_get_connection (edit), &kli_contact_kind, office->ids[7], error);

  if (row == NULL)
    return FALSE;
  kli_row_set_text (row, KLI_CONTACT_NAME,
                    names[g_str_equal (kli_row_get_text (row, KLI_CONTACT_NAME), names[0])]); /* the other one */

  return kli_edit_update (edit, row, error);
}

static void
rename_somebody (Office *office)
{
  g_autoptr (GError) error = NULL;

  office->entry = kli_store_edit (office->store, "contact-set", office->ids[7], rename_func, office, &error);
  g_assert_no_error (error);
}

static void
undo (Office *office)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (kli_undo (office->store, office->entry, FALSE, &error), >, 0);
  g_assert_no_error (error);
}

static const struct
{
  const char *what;
  void (*prepare) (Office *office); /* not counted */
  void (*run) (Office *office);
  guint max_statements;
} deeds[] = {
  { "the whole list", ask_everything, ask_everything, 5 },
  { "a key that few have", press_a_rare_key, press_a_rare_key, 16 },
  { "a key that all have", press_a_frequent_key, press_a_frequent_key, 16 },
  { "frequent words in a row", ask_for_frequent_words_in_a_row, ask_for_frequent_words_in_a_row, 24 },
  { "alternatives", ask_for_alternatives, ask_for_alternatives, 70 },
  { "alternatives, the first of which all have", ask_for_many_alternatives, ask_for_many_alternatives, 16 },
  { "another order", choose_another_order, choose_another_order, 16 },
  { "a page", read_a_page, read_a_page, 3 },
  { "an edit", rename_somebody, rename_somebody, 60 },
  { "the list after an edit", rename_somebody, ask_everything, 12 },
  { "an undo", rename_somebody, undo, 80 },
};

/* The least of some times: on a machine that stands still for a second, the writer does what it does when nobody asks
 * for anything, and that is counted, too. */
static Cost
measure (Office *office, guint deed)
{
  Cost least = { G_MAXUINT, G_MAXUINT, G_MAXUINT, G_MAXUINT };

  for (guint i = 0; i < N_TIMES; i++)
    {
      deeds[deed].prepare (office);
      office->cost = (Cost){ 0 };
      deeds[deed].run (office);
      least.n_statements = MIN (least.n_statements, office->cost.n_statements);
      least.n_rows = MIN (least.n_rows, office->cost.n_rows);
      least.n_scanned = MIN (least.n_scanned, office->cost.n_scanned);
      least.n_steps = MIN (least.n_steps, office->cost.n_steps);
    }

  return least;
}

static void
test_costs (void)
{
  Office small = { 0 }, large = { 0 };

  open_office (&small, FEW);
  open_office (&large, MANY);
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      Cost few = measure (&small, i);
      Cost many = measure (&large, i);

      g_test_message ("%s: of %u people %u statements, %u rows, %u steps (%u of scans); of %u: %u, %u, %u (%u)",
                      deeds[i].what, FEW, few.n_statements, few.n_rows, few.n_steps, few.n_scanned, MANY,
                      many.n_statements, many.n_rows, many.n_steps, many.n_scanned);
      if (many.n_statements != few.n_statements || many.n_rows != few.n_rows || many.n_scanned != few.n_scanned
          || many.n_steps > few.n_steps * 5 / 4 || many.n_statements > deeds[i].max_statements)
        {
          g_test_message ("expected: %s to cost as much in either store, and at most %u statements", deeds[i].what,
                          deeds[i].max_statements);
          g_test_fail ();
        }
    }
  close_office (&small);
  close_office (&large);
}

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);
  g_test_add_func ("/store/cost/growth", test_costs);

  return g_test_run ();
}
