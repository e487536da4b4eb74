/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What hostile texts find among people whose words nearly everybody has, against the plainest way of looking: every
 * text of every person is read. Before there are sets of frequent words, with them, and after edits. */
#include "hostile-texts.h"
#include "record-fixture.h"
#include "store-fixture.h"

#include "core/kli-fold.h"
#include "core/kli-query-text.h"
#include "store/kli-connection-private.h"

#include <string.h>

/* Enough for sets of frequent words. */
#define N_PEOPLE 6000
#define N_CHANGED 200
#define N_FIELDS 3

static const int fields[N_FIELDS] = { KLI_CONTACT_NAME, KLI_CONTACT_COMPANY, KLI_CONTACT_NOTE };

/* Most of them in most names. */
static const char *const words[] = { "Kota", "o", "z",       "o.o.", "Sp.", "sp. z o.o.", "a",    "b",
                                     "na",   "w", "Bandung", "Łódź", "4",   "48",         "anna", "ółć" };

/* Stands in place of one of them now and then; and some notes are long. */
#define RARE "Kowalska"
#define RARELY 0.005
#define LONG_NOTE 40
#define SELDOM 0.1

typedef struct
{
  gint64 id;
  gboolean is_deleted;
  char *texts[N_FIELDS];
  char *folded[N_FIELDS]; /* the words, a blank before and behind each */
} Person;

typedef struct
{
  char *folder;
  KliStore *store;
  GRand *chance;
  Person people[N_PEOPLE];
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = store_fixture_make_folder ();
  fixture->store = store_fixture_open (fixture->folder, "test.db");
  fixture->chance = g_rand_new_with_seed (1);
  kli_store_settle (fixture->store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  store_fixture_let_go (fixture->store);
  store_fixture_remove (fixture->folder);
  g_free (fixture->folder);
  g_rand_free (fixture->chance);
  for (guint i = 0; i < N_PEOPLE; i++)
    for (guint n = 0; n < N_FIELDS; n++)
      {
        g_free (fixture->people[i].texts[n]);
        g_free (fixture->people[i].folded[n]);
      }
}

/* --- people ------------------------------------------------------------------------------------------------- */

static char *
fold_row (const char *text)
{
  g_auto (GStrv) folded = kli_fold_words (text);
  g_autofree char *row = g_strjoinv (" ", folded);

  return g_strconcat (" ", row, " ", NULL);
}

/* Up to @most words, at random. */
static char *
make_text (Fixture *fixture, gint most)
{
  GString *text = g_string_new (NULL);

  for (gint n = g_rand_int_range (fixture->chance, 0, most + 1); n > 0; n--)
    {
      const char *word = words[g_rand_int_range (fixture->chance, 0, G_N_ELEMENTS (words))];

      g_string_append (text, g_rand_double (fixture->chance) < RARELY ? RARE : word);
      g_string_append (text, n > 1 ? " " : "");
    }

  return g_string_free (text, FALSE);
}

static void
give_words (Fixture *fixture, Person *person, KliRow *row)
{
  gint most[N_FIELDS] = { 5, 2, g_rand_double (fixture->chance) < SELDOM ? LONG_NOTE : 9 };

  for (guint n = 0; n < N_FIELDS; n++)
    {
      g_free (person->texts[n]);
      g_free (person->folded[n]);
      person->texts[n] = make_text (fixture, most[n]);
      person->folded[n] = fold_row (person->texts[n]);
      kli_row_set_text (row, (guint)fields[n], person->texts[n]);
    }
}

static gboolean
insert_people (KliEdit *edit, gpointer user_data, GError **error)
{
  Fixture *fixture = user_data;

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autoptr (KliRow) row = kli_row_new (&kli_contact_kind);

      give_words (fixture, &fixture->people[i], row);
      if (!kli_edit_insert (edit, row, error))
        return FALSE;
      fixture->people[i].id = row->id;
    }

  return TRUE;
}

/* Some get other words, some go to the trash. */
static gboolean
change_people (KliEdit *edit, gpointer user_data, GError **error)
{
  Fixture *fixture = user_data;

  for (guint i = 0; i < N_CHANGED; i++)
    {
      Person *person = &fixture->people[g_rand_int_range (fixture->chance, 0, N_PEOPLE)];
      g_autoptr (KliRow) row
          = kli_connection_load (kli_edit_get_connection (edit), &kli_contact_kind, person->id, error);

      if (row == NULL)
        return FALSE;
      give_words (fixture, person, row);
      if (!kli_edit_update (edit, row, error))
        return FALSE;
    }

  return TRUE;
}

/* --- the plainest way --------------------------------------------------------------------------------------- */

static gboolean
has_part (const Person *person, const char *part)
{
  for (guint n = 0; n < N_FIELDS; n++)
    if (strstr (person->folded[n], part) != NULL)
      return TRUE;

  return FALSE;
}

/* @found becomes those who have each word of each piece of @text at the beginning of some word. */
static void
find_words (const Fixture *fixture, const char *text, gboolean *found)
{
  g_auto (GStrv) parts = kli_fold_words (text);

  for (guint i = 0; i < N_PEOPLE; i++)
    found[i] = parts[0] != NULL;
  for (guint n = 0; parts[n] != NULL; n++)
    {
      g_autofree char *part = g_strconcat (" ", parts[n], NULL);

      for (guint i = 0; i < N_PEOPLE; i++)
        found[i] = found[i] && has_part (&fixture->people[i], part);
    }
}

static void
find_row (const Fixture *fixture, const char *text, gboolean *found)
{
  g_autofree char *row = fold_row (text);

  for (guint i = 0; i < N_PEOPLE; i++)
    found[i] = !g_str_equal (row, "  ") && has_part (&fixture->people[i], row);
}

static void
find_leaf (const Fixture *fixture, const KliFilter *filter, gboolean *found)
{
  const char *condition = kli_filter_get_condition (filter)->name;
  const char *argument = kli_filter_get_argument (filter);

  if (g_str_equal (condition, KLI_CONDITION_WORDS))
    find_words (fixture, argument, found);
  else if (g_str_equal (condition, KLI_CONDITION_PHRASE))
    find_row (fixture, argument, found);
  else /* nobody has a city, a tag or anything else; and everybody is a person */
    for (guint i = 0; i < N_PEOPLE; i++)
      found[i] = g_str_equal (condition, "kind") && g_str_equal (argument, "person");
}

static void
find (const Fixture *fixture, const KliFilter *filter, gboolean *found)
{
  g_autofree gboolean *others = g_new (gboolean, N_PEOPLE);
  KliFilterOperator operator= kli_filter_get_operator (filter);

  if (operator== KLI_FILTER_IS)
    {
      find_leaf (fixture, filter, found);
      return;
    }
  for (guint i = 0; i < N_PEOPLE; i++)
    found[i] = operator== KLI_FILTER_ALL;
  for (guint n = 0; n < kli_filter_get_n_filters (filter); n++)
    {
      find (fixture, kli_filter_get_filter (filter, n), others);
      for (guint i = 0; i < N_PEOPLE; i++)
        found[i] = operator== KLI_FILTER_ALL ? found[i] && others[i] :
                   operator== KLI_FILTER_ANY ? found[i] || others[i]
                                             : !others[i];
    }
}

/* --- both --------------------------------------------------------------------------------------------------- */

static void
assert_found (Fixture *fixture, const char *text)
{
  g_autoptr (KliFilter) filter = kli_query_text_parse (KLI_QUERY_CONTACTS, NULL, text);
  g_autoptr (KliAnswer) answer = record_search (fixture->store, KLI_QUERY_CONTACTS, text);
  g_autoptr (GHashTable) answered = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree gboolean *found = g_new (gboolean, N_PEOPLE);
  const gint64 *ids = kli_answer_get_ids (answer);

  find (fixture, filter, found);
  for (guint i = 0; i < kli_answer_get_n_items (answer); i++)
    g_hash_table_add (answered, (gpointer)&ids[i]);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      const Person *person = &fixture->people[i];
      gboolean wanted = found[i] && !person->is_deleted;

      if (g_hash_table_contains (answered, &person->id) != wanted)
        g_error ("“%.80s” should %sfind “%s”, “%s”, “%s”", text, wanted ? "" : "not ", person->texts[0],
                 person->texts[1], person->texts[2]);
    }
}

static void
assert_all_found (Fixture *fixture)
{
  g_autoptr (GPtrArray) texts = hostile_texts_new ();

  for (guint i = 0; i < texts->len; i++)
    assert_found (fixture, g_ptr_array_index (texts, i));
}

static void
test_found (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  kli_store_edit (fixture->store, "test", 0, insert_people, fixture, &error);
  g_assert_no_error (error);
  assert_all_found (fixture);
  kli_store_tidy (fixture->store);
  assert_all_found (fixture);

  kli_store_edit (fixture->store, "test", 0, change_people, fixture, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_PEOPLE; i += N_PEOPLE / 20)
    {
      record_set_deleted (fixture->store, &kli_contact_kind, fixture->people[i].id, TRUE);
      fixture->people[i].is_deleted = TRUE;
    }
  assert_all_found (fixture);
  record_check_derived (fixture->store);
  assert_all_found (fixture);
}

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);

  g_test_add ("/store/hostile/found", Fixture, NULL, set_up, test_found, tear_down);

  return g_test_run ();
}
