/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When there was something last with a contact: the order and the conditions that ask for it against plain statements,
 * after random edits, and what it costs where there was nothing. */
#include "random-edits.h"
#include "store-fixture.h"

#include "store/kli-connection-private.h"

#include <string.h>

/* So many new people in one edit. */
#define N_NEW 40

typedef StoreFixture Fixture;

/* --- plainly ---------------------------------------------------------------------------------------------- */

/* KliReadFunc: the ids that the statement, a plain one, yields. */
static gpointer
run_plain (KliConnection *connection, gpointer sql, GCancellable *cancellable, GError **error)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (connection->handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_array_append_val (ids, (gint64){ sqlite3_column_int64 (statement, 0) });
  sqlite3_finalize (statement);

  return ids;
}

static GArray *
select_ids (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;
  GArray *ids = kli_store_read (fixture->store, run_plain, (gpointer)sql, &error);

  g_assert_no_error (error);

  return ids;
}

#define NEWEST                                                                                                         \
  "(SELECT max (on_day || at_time) FROM activity WHERE activity.deleted_at = 0 AND activity.contact = contact.id "     \
  "AND channel NOT IN ('handover', 'deputy'))"

static KliAnswer *
ask (Fixture *fixture, const char *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KliQuery) query = kli_query_parse (line, &error);
  KliAnswer *answer;

  g_assert_no_error (error);
  answer = kli_store_answer (fixture->store, query, &error);
  g_assert_no_error (error);

  return answer;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *)a, second = *(const gint64 *)b;

  return first < second ? -1 : first > second;
}

/* What was found, in the order of the ids. */
static GArray *
sort_answer (const KliAnswer *answer)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < kli_answer_get_n_items (answer); i++)
    g_array_append_val (ids, (gint64){ kli_answer_get_id (answer, i) });
  g_array_sort (ids, compare_ids);

  return ids;
}

static void
assert_same (const char *what, const GArray *found, const GArray *expected)
{
  /* An empty array has no data. */
  if (found->len != expected->len
      || (found->len > 0 && memcmp (found->data, expected->data, found->len * sizeof (gint64)) != 0))
    g_error ("%s: found %u, not the %u that there are", what, found->len, expected->len);
}

static void
assert_finds (Fixture *fixture, const char *filter, const char *condition)
{
  g_autofree char *line = g_strconcat ("contacts filter=", filter, NULL);
  g_autofree char *sql
      = g_strconcat ("SELECT id FROM contact WHERE deleted_at = 0 AND ", condition, " ORDER BY id", NULL);
  g_autoptr (KliAnswer) answer = ask (fixture, line);
  g_autoptr (GArray) found = sort_answer (answer);
  g_autoptr (GArray) expected = select_ids (fixture, sql);

  assert_same (filter, found, expected);
}

/* Those there was something with come first, and then the others as by name. */
static void
assert_order (Fixture *fixture)
{
  g_autoptr (KliAnswer) answer = ask (fixture, "contacts order=contacted");
  g_autoptr (KliAnswer) backwards = ask (fixture, "contacts order=-contacted");
  g_autoptr (KliAnswer) by_name = ask (fixture, "contacts order=name");
  g_autoptr (GArray) expected
      = select_ids (fixture, "SELECT contact.id FROM contact JOIN local_number ON local_number.id = contact.id "
                             "WHERE contact.deleted_at = 0 AND coalesce (" NEWEST ", '') <> '' "
                             "ORDER BY " NEWEST " DESC, local DESC");
  guint n = expected->len;

  for (guint i = 0; i < kli_answer_get_n_items (by_name); i++)
    {
      gint64 id = kli_answer_get_id (by_name, i);
      gboolean touched = FALSE;

      for (guint k = 0; k < n && !touched; k++)
        touched = g_array_index (expected, gint64, k) == id;
      if (!touched)
        g_array_append_val (expected, id);
    }
  g_assert_cmpuint (kli_answer_get_n_items (answer), ==, expected->len);
  g_assert_cmpuint (kli_answer_get_n_items (backwards), ==, expected->len);
  for (guint i = 0; i < expected->len; i++)
    {
      g_assert_cmpint (kli_answer_get_id (answer, i), ==, g_array_index (expected, gint64, i));
      g_assert_cmpint (kli_answer_get_id (backwards, expected->len - 1 - i), ==, g_array_index (expected, gint64, i));
    }
}

/* The rows that a table shows have the same days. */
static void
assert_cells (Fixture *fixture)
{
  g_autoptr (KliAnswer) answer = ask (fixture, "contacts order=contacted");
  guint n = MIN (kli_answer_get_n_items (answer), KLI_LIST_PAGE_SIZE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = kli_store_read_page_with (fixture->store, KLI_QUERY_CONTACTS,
                                                         kli_answer_get_ids (answer), n, &(KliListCells){ 0 }, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    {
      const KliListRow *row = g_ptr_array_index (rows, i);
      g_autofree char *day = kli_day_to_string (row->touched_on);
      g_autofree char *sql = g_strdup_printf ("SELECT id FROM contact WHERE id = %" G_GINT64_FORMAT
                                              " AND substr (coalesce (" NEWEST ", ''), 1, 10) = '%s'",
                                              row->id, day);
      g_autoptr (GArray) same = select_ids (fixture, sql);

      g_assert_cmpuint (same->len, ==, 1);
    }
}

/* --- by properties ---------------------------------------------------------------------------------------- */

static void
test_random (Fixture *fixture, gconstpointer data)
{
  RandomEdits edits;

  random_edits_init (&edits, fixture->store, GPOINTER_TO_UINT (data));
  for (guint round = 0; round < 25; round++)
    {
      random_edits_run (&edits, 8);
      kli_store_set_today (fixture->store, kli_day_new (2026, 11, 22));
      kli_store_settle (fixture->store);
      assert_order (fixture);
      assert_cells (fixture);
      assert_finds (fixture, "contacted=1", "coalesce (" NEWEST ", '') >= '2026-11-21'");
      assert_finds (fixture, "contacted=2026-11-20", "coalesce (" NEWEST ", '') >= '2026-11-20'");
      assert_finds (fixture, "not(contacted=365)", "coalesce (" NEWEST ", '') < '2025-11-22'");
      assert_finds (fixture, "not(contacted=2026-11-21)", "coalesce (" NEWEST ", '') < '2026-11-21'");
    }
  record_check_derived (fixture->store);
  random_edits_clear (&edits);
}

/* --- one by one ------------------------------------------------------------------------------------------- */

static void
assert_names (Fixture *fixture, const char *line, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KliQuery) query = kli_query_parse (line, &error);
  g_autofree char *names = NULL;

  g_assert_no_error (error);
  names = record_list_names (fixture->store, query);
  g_assert_cmpstr (names, ==, expected);
}

static gint64
add_call (Fixture *fixture, gint64 contact, const char *day, const char *time)
{
  return record_add (fixture->store, &kli_activity_kind, KLI_ACTIVITY_CONTACT, contact, KLI_ACTIVITY_CHANNEL, "call",
                     KLI_ACTIVITY_ON_DAY, day, KLI_ACTIVITY_AT_TIME, time, RECORD_END);
}

/* The newest counts, by the hour where it is known; one that is taken away or moved uncovers the one before. */
static void
test_newest (Fixture *fixture, gconstpointer data)
{
  gint64 anna = record_add_person (fixture->store, "Anna");
  gint64 ewa = record_add_person (fixture->store, "Ewa");
  gint64 old, new;

  record_add_person (fixture->store, "Zofia");
  old = add_call (fixture, anna, "2026-10-01", "");
  new = add_call (fixture, anna, "2026-11-20", "");
  /* Within the business. */
  record_add (fixture->store, &kli_activity_kind, KLI_ACTIVITY_CONTACT, anna, KLI_ACTIVITY_CHANNEL, "handover",
              KLI_ACTIVITY_ON_DAY, "2026-11-22", RECORD_END);
  record_add (fixture->store, &kli_activity_kind, KLI_ACTIVITY_CONTACT, anna, KLI_ACTIVITY_CHANNEL, "deputy",
              KLI_ACTIVITY_ON_DAY, "2026-11-22", RECORD_END);
  add_call (fixture, ewa, "2026-11-20", "09:00");
  assert_names (fixture, "contacts order=contacted", "Ewa; Anna; Zofia; ");
  record_set (fixture->store, &kli_activity_kind, new, KLI_ACTIVITY_AT_TIME, "10:30", RECORD_END);
  assert_names (fixture, "contacts order=contacted", "Anna; Ewa; Zofia; ");
  record_set_deleted (fixture->store, &kli_activity_kind, new, TRUE);
  assert_names (fixture, "contacts order=contacted", "Ewa; Anna; Zofia; ");
  assert_names (fixture, "contacts filter=contacted=30", "Ewa; ");
  assert_names (fixture, "contacts filter=not(contacted=30)", "Anna; Zofia; ");
  record_set (fixture->store, &kli_activity_kind, old, KLI_ACTIVITY_CONTACT, ewa, RECORD_END);
  assert_names (fixture, "contacts filter=contacted=36500", "Ewa; ");
  /* In the trash nobody has a place. */
  record_set_deleted (fixture->store, &kli_contact_kind, ewa, TRUE);
  assert_names (fixture, "contacts order=contacted", "Anna; Zofia; ");
  record_set_deleted (fixture->store, &kli_contact_kind, ewa, FALSE);
  assert_names (fixture, "contacts order=contacted", "Ewa; Anna; Zofia; ");
}

/* KliReadFunc */
static gpointer
count_rows (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  gint64 n = -1;

  g_assert_true (kli_connection_get_integer (connection, "contact-touch-count", &n, error));
  *(gint64 *)user_data = n;

  return user_data;
}

/* KliEditFunc: people of whom every other was called. */
static gboolean
add_many (KliEdit *edit, gpointer user_data, GError **error)
{
  for (guint i = 0; i < N_NEW; i++)
    {
      g_autofree char *day = g_strdup_printf ("2026-11-%02u", 1 + i * 7 % 28);
      g_autoptr (KliRow) person = kli_row_new (&kli_contact_kind);
      g_autoptr (KliRow) call = kli_row_new (&kli_activity_kind);

      kli_row_set_text (person, KLI_CONTACT_NAME, "Anna");
      if (!kli_edit_insert (edit, person, error))
        return FALSE;
      kli_row_set_integer (call, KLI_ACTIVITY_CONTACT, person->id);
      kli_row_set_text (call, KLI_ACTIVITY_CHANNEL, "call");
      kli_row_set_text (call, KLI_ACTIVITY_ON_DAY, day);
      if (i % 2 == 0 && !kli_edit_insert (edit, call, error))
        return FALSE;
    }

  return TRUE;
}

/* What is derived of many new people is written together. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 n = -1;

  kli_store_edit (fixture->store, "import", 0, add_many, NULL, &error);
  g_assert_no_error (error);
  kli_store_read (fixture->store, count_rows, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n, ==, N_NEW / 2);
  assert_order (fixture);
  assert_cells (fixture);
  record_check_derived (fixture->store);
}

/* As people type it, in any language. */
static void
test_typed (Fixture *fixture, gconstpointer data)
{
  static const char *const typed[] = { "contacted:2026-11-01", "contacted:1.11.2026", "contacted:01/11/2026",
                                       "contacted:\"1 listopada 2026\"", "contacted:21" };
  gint64 anna = record_add_person (fixture->store, "Anna");

  record_add_person (fixture->store, "Ewa");
  add_call (fixture, anna, "2026-11-01", "");
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autofree char *turned = g_strconcat ("-", typed[i], NULL);
      g_autoptr (KliAnswer) answer = record_search (fixture->store, KLI_QUERY_CONTACTS, typed[i]);
      g_autoptr (KliAnswer) others = record_search (fixture->store, KLI_QUERY_CONTACTS, turned);

      g_assert_cmpuint (kli_answer_get_n_items (answer), ==, 1);
      g_assert_cmpint (kli_answer_get_id (answer, 0), ==, anna);
      g_assert_cmpuint (kli_answer_get_n_items (others), ==, 1);
    }
}

/* Whoever there was nothing with costs nothing. */
static void
test_no_rows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 n = -1;

  record_add_person (fixture->store, "Anna");
  record_add_person (fixture->store, "Ewa");
  add_call (fixture, record_add_person (fixture->store, "Jan"), "2026-11-20", "");
  kli_store_read (fixture->store, count_rows, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n, ==, 1);
}

#define add(name, func, data)                                                                                          \
  g_test_add ("/store/touch/" name, Fixture, GUINT_TO_POINTER (data), store_fixture_set_up, func,                      \
              store_fixture_tear_down)

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);

  add ("newest", test_newest, 0);
  add ("many", test_many, 0);
  add ("typed", test_typed, 0);
  add ("no-rows", test_no_rows, 0);
  add ("random-1", test_random, 1);
  add ("random-2", test_random, 2);
  add ("random-3", test_random, 3);

  return g_test_run ();
}
