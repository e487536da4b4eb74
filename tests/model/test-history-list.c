/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of the history over a real store: page by page, growing with every edit, its filters those of a plain
 * SELECT. */
#include "store-fixture.h"
#include "wait-fixture.h"

#include "model/kli-history-list.h"
#include "operations/kli-verbs.h"

#include <sqlite3.h>

#define N_PEOPLE 5

typedef struct
{
  char *folder;
  KliStore *store;
  KliHistoryList *list;
  gint64 people[N_PEOPLE];
} Fixture;

/* With the verbs and subjects of the program's own edits. */
static gboolean
add_person_func (KliEdit *edit, gpointer user_data, GError **error)
{
  KliRow *person = user_data;

  if (!kli_edit_insert (edit, person, error))
    return FALSE;
  kli_edit_set_subject (edit, person->id);

  return TRUE;
}

static gint64
add_person (KliStore *store, const char *name)
{
  g_autoptr (KliRow) person = kli_row_new (&kli_contact_kind);
  g_autoptr (GError) error = NULL;

  kli_row_set_text (person, KLI_CONTACT_NAME, name);
  kli_store_edit (store, "contact-new", 0, add_person_func, person, &error);
  g_assert_no_error (error);

  return person->id;
}

static void
rename_person (KliStore *store, gint64 id, const char *name)
{
  g_autoptr (GError) error = NULL;

  store_fixture_rename (store, id, name, &error);
  g_assert_no_error (error);
}

typedef struct
{
  gint64 id;
  gboolean deleted;
} Deletion;

static gboolean
set_deleted_func (KliEdit *edit, gpointer user_data, GError **error)
{
  const Deletion *deletion = user_data;

  return kli_edit_set_deleted (edit, &kli_contact_kind, deletion->id, deletion->deleted, error);
}

static void
set_deleted (KliStore *store, gint64 id, gboolean deleted)
{
  g_autoptr (GError) error = NULL;

  kli_store_edit (store, deleted ? "contact-trash" : "contact-untrash", id, set_deleted_func,
                  &(Deletion){ id, deleted }, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = store_fixture_make_folder ();
  fixture->store = store_fixture_open (fixture->folder, "test.db");
  kli_store_settle (fixture->store);
  fixture->list = kli_history_list_new (fixture->store);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *name = g_strdup_printf ("Anna %c", 'A' + i);

      fixture->people[i] = add_person (fixture->store, name);
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->list);
  store_fixture_let_go (fixture->store);
  store_fixture_remove (fixture->folder);
  g_free (fixture->folder);
}

static void
load_all (Fixture *fixture)
{
  wait_fixture_until_loaded (fixture->list);
  while (!kli_history_list_is_complete (fixture->list))
    {
      kli_history_list_load_more (fixture->list);
      wait_fixture_until_loaded (fixture->list);
    }
}

/* The ids that the list shows, newest first. Returns: (transfer full) (element-type gint64) */
static GArray *
shown_ids (Fixture *fixture)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->list)); i++)
    {
      g_autoptr (KliHistoryItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->list), i);

      for (guint n = 0; n < kli_history_item_get_n_entries (item); n++)
        g_array_append_val (ids, kli_history_item_get_entry (item, n)->id);
    }

  return ids;
}

/* --- a plain SELECT ----------------------------------------------------------------------------------------- */

static sqlite3 *
observe (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "test.db", NULL);
  sqlite3 *observer;

  g_assert_cmpint (sqlite3_open_v2 (path, &observer, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (observer, 10000); /* the store may be looking after its tables */

  return observer;
}

static GArray *
select_ids (Fixture *fixture, const char *where)
{
  sqlite3 *observer = observe (fixture);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM history WHERE %s ORDER BY id DESC", where);
  sqlite3_stmt *stmt;

  g_assert_cmpint (sqlite3_prepare_v2 (observer, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_array_append_val (ids, (gint64){ sqlite3_column_int64 (stmt, 0) });
  sqlite3_finalize (stmt);
  sqlite3_close (observer);

  return ids;
}

static void
assert_shows (Fixture *fixture, const char *where)
{
  g_autoptr (GArray) expected = select_ids (fixture, where);
  g_autoptr (GArray) shown = shown_ids (fixture);

  g_test_message ("%u entries where %s", expected->len, where);
  g_assert_cmpuint (shown->len, ==, expected->len);
  for (guint i = 0; i < shown->len; i++)
    g_assert_cmpint (g_array_index (shown, gint64, i), ==, g_array_index (expected, gint64, i));
}

static gpointer
entry_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_history_read_entry (connection, *(gint64 *)user_data, error);
}

/* What the list says of an entry is what the store says. */
static void
assert_up_to_date (Fixture *fixture, const KliHistoryEntry *shown)
{
  g_autoptr (GError) error = NULL;
  gint64 id = shown->id;
  g_autoptr (KliHistoryEntry) entry = kli_store_read (fixture->store, entry_func, &id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (shown->subject_name, ==, entry->subject_name);
  g_assert_cmpint (shown->undone_by, ==, entry->undone_by);
  g_assert_cmpstr (shown->state, ==, entry->state);
}

/* Neighbours are one line when they are edits of one record with at most ten minutes between, and only then; days
 * begin and end where they do. */
static void
assert_lines (Fixture *fixture)
{
  const KliHistoryEntry *before = NULL;
  g_autoptr (KliHistoryItem) last = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->list)); i++)
    {
      g_autoptr (KliHistoryItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->list), i);

      for (guint n = 0; n < kli_history_item_get_n_entries (item); n++)
        {
          const KliHistoryEntry *entry = kli_history_item_get_entry (item, n);
          gboolean together = before != NULL && before->subject == entry->subject && entry->subject != 0
                              && before->undoes == 0 && entry->undoes == 0 && g_str_equal (before->who, entry->who)
                              && kli_verb_is_field_edit (before->verb) && kli_verb_is_field_edit (entry->verb)
                              && ABS (before->instant - entry->instant) <= 10 * 60 * 1000
                              && before->instant / 86400000 == entry->instant / 86400000;

          assert_up_to_date (fixture, entry);
          if (before != NULL)
            g_assert_cmpint (together, ==, n > 0);
          before = entry;
        }
      g_assert_cmpint (kli_history_item_is_first_of_day (item), ==,
                       last == NULL || kli_history_item_get_day (last) != kli_history_item_get_day (item));
      if (last != NULL)
        g_assert_cmpint (kli_history_item_is_last_of_day (last), ==, kli_history_item_is_first_of_day (item));
      g_set_object (&last, item);
    }
  if (last != NULL)
    g_assert_true (kli_history_item_is_last_of_day (last));
}

/* --- edits -------------------------------------------------------------------------------------------------- */

static void
rename_somebody (Fixture *fixture, guint n)
{
  g_autofree char *name = g_strdup_printf ("Ewa %u", n);

  rename_person (fixture->store, fixture->people[g_test_rand_int_range (0, N_PEOPLE)], name);
}

/* Takes back, or does again, one of the newest entries. */
static void
undo_something (Fixture *fixture)
{
  g_autoptr (GArray) ids = select_ids (fixture, "1");
  gint64 id = g_array_index (ids, gint64, g_test_rand_int_range (0, (gint32)MIN (ids->len, 12)));
  g_autoptr (GError) error = NULL;

  kli_undo (fixture->store, id, TRUE, &error);
  if (error != NULL)
    g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_CONFLICT); /* it was taken back already */
}

static void
do_something (Fixture *fixture, guint n)
{
  switch (g_test_rand_int_range (0, 4))
    {
    case 0: undo_something (fixture); break;
    case 1:
      set_deleted (fixture->store, fixture->people[g_test_rand_int_range (0, N_PEOPLE)], g_test_rand_bit ());
      break;
    default: rename_somebody (fixture, n);
    }
}

/* --- tests -------------------------------------------------------------------------------------------------- */

static void
set_filter (Fixture *fixture, const KliHistoryFilter *filter)
{
  kli_history_list_set_filter (fixture->list, filter);
  load_all (fixture);
}

static void
test_paging (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliHistoryFilter) filter = kli_history_filter_new ();
  g_autoptr (GArray) first = NULL;

  for (guint i = 0; i < 300; i++)
    rename_somebody (fixture, i);
  g_assert_false (kli_history_list_is_answered (fixture->list));
  kli_history_list_set_filter (fixture->list, filter);
  wait_fixture_until_loaded (fixture->list);
  first = shown_ids (fixture);
  g_assert_cmpuint (first->len, ==, 64); /* one page, whatever there is */
  g_assert_false (kli_history_list_is_complete (fixture->list));
  load_all (fixture);
  assert_shows (fixture, "1");
  assert_lines (fixture);
}

/* Random edits, undos and redos while it is shown, and while only a part of it has been read. */
static void
test_live (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliHistoryFilter) filter = kli_history_filter_new ();

  kli_history_list_set_filter (fixture->list, filter);
  for (guint i = 0; i < store_fixture_cycles (150); i++)
    {
      do_something (fixture, i);
      if (g_test_rand_int_range (0, 3) > 0)
        continue;
      wait_fixture_until_loaded (fixture->list);
      assert_lines (fixture);
      if (kli_history_list_is_complete (fixture->list))
        assert_shows (fixture, "1");
    }
  load_all (fixture);
  assert_shows (fixture, "1");
  assert_lines (fixture);
}

/* An entry that is open stays open when it grows and when it is taken back. */
static void
test_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliHistoryFilter) filter = kli_history_filter_new ();
  g_autoptr (KliHistoryItem) item = NULL;
  g_autoptr (GError) error = NULL;
  gint64 first;

  rename_person (fixture->store, fixture->people[0], "Ewa");
  set_filter (fixture, filter);
  item = g_list_model_get_item (G_LIST_MODEL (fixture->list), 0);
  kli_history_item_set_open (item, TRUE);
  first = kli_history_item_get_entry (item, 0)->id;

  rename_person (fixture->store, fixture->people[0], "Ola");
  wait_fixture_until_loaded (fixture->list);
  g_assert_cmpuint (kli_history_item_get_n_entries (item), ==, 2);
  g_assert_cmpstr (kli_history_item_get_entry (item, 1)->subject_name, ==, "Ola"); /* as it is called now */
  g_assert_true (kli_history_item_is_open (item));
  g_assert_cmpint (kli_history_list_find (fixture->list, first), ==, 0);

  kli_undo (fixture->store, kli_history_item_get_entry (item, 0)->id, FALSE, &error);
  g_assert_no_error (error);
  wait_fixture_until_loaded (fixture->list);
  g_assert_cmpint (kli_history_list_find (fixture->list, first), ==, 1);
  g_assert_cmpint (kli_history_item_get_entry (item, 0)->undone_by, !=, 0);
  g_assert_true (kli_history_item_is_open (item));
}

/* Tampers with who did it and when, so that there is something to choose. */
static void
scatter (Fixture *fixture)
{
  sqlite3 *observer = observe (fixture);

  g_assert_cmpint (
      sqlite3_exec (observer,
                    "UPDATE history SET who = CASE id % 3 WHEN 0 THEN 'Ewa' WHEN 1 THEN 'Jan' ELSE 'Żaneta' "
                    "END, instant = 1790000000000 + (id % 1000) * 40000",
                    NULL, NULL, NULL),
      ==, SQLITE_OK);
  sqlite3_close (observer);
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  static const char *const origin = "coalesce((SELECT coalesce((SELECT verb FROM history AS e WHERE e.id = u.undoes), "
                                    "u.verb) FROM history AS u WHERE u.id = history.undoes), verb)";
  static const char *const people[] = { "", "Ewa", "Żaneta", "nobody" };
  static const char *const groups[]
      = { "%s NOT LIKE '%%trash' AND %s LIKE 'contact-%%'", "0", "0", "%s LIKE '%%trash'", "%s = 'tag-new'" };

  for (guint i = 0; i < 200; i++)
    do_something (fixture, i);
  scatter (fixture);
  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (KliHistoryFilter) filter = kli_history_filter_new ();
      g_autoptr (GString) where = g_string_new ("1");

      g_free (filter->who);
      filter->who = g_strdup (people[g_test_rand_int_range (0, G_N_ELEMENTS (people))]);
      if (*filter->who != '\0')
        g_string_append_printf (where, " AND who = '%s'", filter->who);
      if (g_test_rand_bit ())
        {
          filter->since = 1790000000000 + g_test_rand_int_range (0, 40000000);
          filter->until = filter->since + g_test_rand_int_range (0, 20000000);
          g_string_append_printf (where, " AND instant >= %" G_GINT64_FORMAT " AND instant < %" G_GINT64_FORMAT,
                                  filter->since, filter->until);
        }
      if (g_test_rand_bit ())
        {
          filter->group = g_test_rand_int_range (0, KLI_N_VERB_GROUPS);
          g_string_append (where, " AND ");
          g_string_append_printf (where, groups[filter->group], origin, origin);
        }
      if (g_test_rand_bit ())
        {
          filter->owner = fixture->people[g_test_rand_int_range (0, N_PEOPLE)];
          g_string_append_printf (where, " AND subject = %" G_GINT64_FORMAT, filter->owner);
        }
      set_filter (fixture, filter);
      assert_shows (fixture, where->str);
      assert_lines (fixture);
    }
}

static guint
count_found (Fixture *fixture, const char *text)
{
  g_autoptr (KliHistoryFilter) filter = kli_history_filter_new ();
  g_autoptr (GArray) ids = NULL;

  g_free (filter->text);
  filter->text = g_strdup (text);
  set_filter (fixture, filter);
  ids = shown_ids (fixture);

  return ids->len;
}

static void
test_searching (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) found = NULL;

  rename_person (fixture->store, fixture->people[0], "Łucja Ćwik");
  g_assert_cmpuint (count_found (fixture, "cwik luc"), ==, 2); /* it is called so now, in its first entry, too */
  g_assert_cmpuint (count_found (fixture, "ucja"), ==, 0);
  g_assert_cmpuint (count_found (fixture, "anna"), ==, N_PEOPLE + 1); /* that she was called so is recorded twice */
  g_assert_cmpuint (count_found (fixture, "\"%_' OR 1"), ==, 0);
  rename_person (fixture->store, fixture->people[1], "Łucja Lis");
  g_assert_cmpuint (count_found (fixture, "added lucja"), ==, 2);
  rename_person (fixture->store, fixture->people[1], "Ola Lis");
  wait_fixture_until_loaded (fixture->list); /* who is called otherwise is not found any more */
  found = shown_ids (fixture);
  g_assert_cmpuint (found->len, ==, 1);
}

/* What an entry tells when it is opened, in the words and numbers of the language; of an entry about one record, too.
 */
static void
test_searching_values (Fixture *fixture, gconstpointer data)
{
  rename_person (fixture->store, fixture->people[0], "Zofia Dąb");
  rename_person (fixture->store, fixture->people[0], "Zofia Buk");
  g_assert_cmpuint (count_found (fixture, "dab"), ==, 2);      /* that it came, and that it went */
  g_assert_cmpuint (count_found (fixture, "name dab"), ==, 2); /* the field, too */
  g_assert_cmpuint (count_found (fixture, "dab nobody"), ==, 0);
}

/* As an import does: @n people of one name, in one entry. */
typedef struct
{
  const char *name;
  guint n;
} Crowd;

static gboolean
add_crowd_func (KliEdit *edit, gpointer user_data, GError **error)
{
  const Crowd *crowd = user_data;

  for (guint i = 0; i < crowd->n; i++)
    {
      g_autoptr (KliRow) person = kli_row_new (&kli_contact_kind);

      kli_row_set_text (person, KLI_CONTACT_NAME, crowd->name);
      if (!kli_edit_insert (edit, person, error))
        return FALSE;
    }

  return TRUE;
}

static void
add_crowd (KliStore *store, const char *name, guint n)
{
  g_autoptr (GError) error = NULL;

  kli_store_edit (store, "import", 0, add_crowd_func, &(Crowd){ name, n }, &error);
  g_assert_no_error (error);
}

/* What a search would have to read without end is found by its title alone. */
static void
test_searching_crowds (Fixture *fixture, gconstpointer data)
{
  add_crowd (fixture->store, "Ksawery", 50);
  add_crowd (fixture->store, "Zdzisława", 5001);
  g_assert_cmpuint (count_found (fixture, "ksawery"), ==, 1);
  g_assert_cmpuint (count_found (fixture, "zdzislawa"), ==, 0);
  g_assert_cmpuint (count_found (fixture, "import"), ==, 2);
}

#define add(name, func) g_test_add ("/history-list/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  store_fixture_init (&argc, &argv);

  add ("paging", test_paging);
  add ("live", test_live);
  add ("open", test_open);
  add ("filters", test_filters);
  add ("searching", test_searching);
  add ("searching-values", test_searching_values);
  add ("searching-crowds", test_searching_crowds);

  return g_test_run ();
}
