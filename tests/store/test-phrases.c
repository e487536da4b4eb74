/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of frequent words are answered without the texts, and follow every edit; test-hostile.c looks at what is
 * answered. */
#include "record-fixture.h"
#include "store-fixture.h"

#include "store/kli-backup.h"
#include "store/kli-phrases.h"

#define N_PEOPLE 1200

typedef struct
{
  char *folder;
  KliStore *store;
  gint64 first; /* its id */
} Fixture;

static gboolean
insert_called (KliEdit *edit, const char *what, Fixture *fixture, GError **error)
{
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autoptr (KliRow) row = kli_row_new (&kli_contact_kind);
      g_autofree char *name = g_strdup_printf ("%s %u", what, i);

      kli_row_set_text (row, KLI_CONTACT_NAME, name);
      kli_row_set_text (row, KLI_CONTACT_NOTE, "kota studio");
      if (!kli_edit_insert (edit, row, error))
        return FALSE;
      if (i == 0)
        fixture->first = row->id;
    }

  return TRUE;
}

static gboolean
insert_people (KliEdit *edit, gpointer user_data, GError **error)
{
  return insert_called (edit, "Studio Kota", user_data, error);
}

static gboolean
insert_others (KliEdit *edit, gpointer user_data, GError **error)
{
  return insert_called (edit, "Studio Nowa", user_data, error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = store_fixture_make_folder ();
  fixture->store = store_fixture_open (fixture->folder, "test.db");
  kli_store_edit (fixture->store, "test", 0, insert_people, fixture, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  record_check_derived (fixture->store);
  store_fixture_let_go (fixture->store);
  store_fixture_remove (fixture->folder);
  g_free (fixture->folder);
}

typedef struct
{
  char **words;
  char *rare; /* with blanks between */
  guint n_found;
  guint n_doubtful;
} Looked;

/* KliReadFunc */
static gpointer
look (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Looked *looked = user_data;
  g_autoptr (KliBitmap) found = kli_bitmap_new (0);
  g_autoptr (KliBitmap) doubtful = NULL;
  g_autoptr (GPtrArray) rare = g_ptr_array_new ();

  if (kli_phrases_find (connection, looked->words, found, &doubtful, rare, error))
    {
      g_ptr_array_add (rare, NULL);
      looked->rare = g_strjoinv (" ", (char **)rare->pdata);
      looked->n_found = kli_bitmap_count (found);
      looked->n_doubtful = doubtful != NULL ? kli_bitmap_count (doubtful) : 0;
    }

  return NULL;
}

static void
assert_row_in_doubt (Fixture *fixture, const char *row, const char *rare, guint n, guint n_doubtful)
{
  g_auto (GStrv) words = g_strsplit (row, " ", -1);
  Looked looked = { words, NULL, 0, 0 };
  g_autoptr (GError) error = NULL;

  kli_store_read (fixture->store, look, &looked, &error);
  g_assert_no_error (error);
  if (!g_str_equal (looked.rare, rare) || looked.n_found != n || looked.n_doubtful != n_doubtful)
    g_error ("“%s” should find %u and perhaps %u, and of it “%s” should be rare: not %u, %u and “%s”", row, n,
             n_doubtful, rare, looked.n_found, looked.n_doubtful, looked.rare);
  g_free (looked.rare);
}

static void
assert_row (Fixture *fixture, const char *row, const char *rare, guint n)
{
  assert_row_in_doubt (fixture, row, rare, n, 0);
}

static void
test_follows_edits (Fixture *fixture, gconstpointer data)
{
  assert_row (fixture, "studio kota", "studio kota", 0); /* nothing was counted yet */
  kli_store_tidy (fixture->store);
  assert_row (fixture, "studio kota", "", N_PEOPLE);
  assert_row (fixture, "kota studio", "", N_PEOPLE);         /* in the notes */
  assert_row (fixture, "kota", "kota", 0);                   /* for the index */
  assert_row (fixture, "kota kota", "", 0);                  /* one ends a field, the other begins the next */
  assert_row_in_doubt (fixture, "kota 7", "7", 0, N_PEOPLE); /* behind it everybody has some number */
  assert_row (fixture, "7 kota", "7", 0);

  record_set (fixture->store, &kli_contact_kind, fixture->first, KLI_CONTACT_NAME, "Kota Kota", KLI_CONTACT_NOTE, "",
              RECORD_END);
  assert_row (fixture, "kota kota", "", 1);
  assert_row (fixture, "studio kota", "", N_PEOPLE - 1);
  record_add_person (fixture->store, "Nowa Studio Kota Kota");
  assert_row (fixture, "studio kota kota", "", 1);
  assert_row (fixture, "kota kota", "", 2);
  record_set (fixture->store, &kli_contact_kind, fixture->first, KLI_CONTACT_NAME, "Kota i Kota", RECORD_END);
  assert_row (fixture, "kota kota", "", 1);
  record_check_derived (fixture->store);
  assert_row (fixture, "studio kota", "", N_PEOPLE);
}

/* Two words behind each other do not make three; only of somebody who has a word very often the texts must tell. */
static void
test_places (Fixture *fixture, gconstpointer data)
{
  kli_store_tidy (fixture->store);
  assert_row (fixture, "studio kota studio", "", 0); /* all have "studio kota" and, elsewhere, "kota studio" */
  record_set (fixture->store, &kli_contact_kind, fixture->first, KLI_CONTACT_NAME, "Studio Kota Studio Kota Kota",
              RECORD_END);
  assert_row (fixture, "studio kota studio", "", 1);
  assert_row (fixture, "studio kota studio kota kota", "", 1);
  assert_row (fixture, "studio kota kota", "", 1);
  assert_row (fixture, "kota kota studio", "", 0);

  record_set (fixture->store, &kli_contact_kind, fixture->first, KLI_CONTACT_NAME, "Studio Kota", KLI_CONTACT_NOTE,
              "kota kota kota kota kota kota kota kota kota studio", RECORD_END);
  assert_row (fixture, "kota kota", "", 1);
  assert_row_in_doubt (fixture, "kota kota studio", "", 0, 1);
  assert_row (fixture, "studio kota studio", "", 0);
}

/* A word that few had stands in the rows as any other, until many have it. */
static void
test_counted_anew (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  record_add_person (fixture->store, "Studio Nowa 5");
  kli_store_tidy (fixture->store);
  assert_row_in_doubt (fixture, "studio nowa", "nowa", 0, 1);
  kli_store_edit (fixture->store, "test", 0, insert_others, fixture, &error);
  g_assert_no_error (error);
  assert_row_in_doubt (fixture, "studio nowa", "nowa", 0, N_PEOPLE + 1);
  assert_row_in_doubt (fixture, "studio nowa 5", "nowa 5", 0, N_PEOPLE + 1);
  record_add_person (fixture->store, "Studio Kota");
  kli_store_tidy (fixture->store);
  assert_row (fixture, "studio nowa", "", N_PEOPLE + 1);
  assert_row (fixture, "studio kota", "", N_PEOPLE + 1);
  assert_row (fixture, "studio 5", "5", 0);
}

/* What is wrong is found, and made anew. */
static void
test_checked (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "test.db", NULL);
  sqlite3 *handle = NULL;

  kli_store_tidy (fixture->store);
  store_fixture_let_go (fixture->store);
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle,
                                 "DELETE FROM member_block WHERE number = "
                                 "(SELECT id << 20 FROM member_set WHERE key = 'phrase-row studio kota aa')",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_changes (handle), ==, 1);
  sqlite3_close (handle);

  fixture->store = store_fixture_open (fixture->folder, "test.db");
  g_test_expect_message ("Klientela", G_LOG_LEVEL_MESSAGE, "*rows of frequent words*");
  kli_store_mend (fixture->store, NULL);
  g_test_assert_expected_messages ();
  assert_row (fixture, "studio kota", "", N_PEOPLE);
}

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);

  g_test_add ("/store/phrases/follows-edits", Fixture, NULL, set_up, test_follows_edits, tear_down);
  g_test_add ("/store/phrases/places", Fixture, NULL, set_up, test_places, tear_down);
  g_test_add ("/store/phrases/counted-anew", Fixture, NULL, set_up, test_counted_anew, tear_down);
  g_test_add ("/store/phrases/checked", Fixture, NULL, set_up, test_checked, tear_down);

  return g_test_run ();
}
