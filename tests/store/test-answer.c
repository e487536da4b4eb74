/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers against the plainest possible ones: everything is read, folded, looked through and sorted again. */
#include "random-edits.h"
#include "store-fixture.h"

#include "core/kli-fold.h"
#include "core/kli-name.h"
#include "core/kli-phone.h"
#include "store/kli-order.h"

#include <string.h>

typedef struct
{
  char *folder;
  KliStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = store_fixture_make_folder ();
  fixture->store = store_fixture_open (fixture->folder, "test.db");
  kli_store_set_today (fixture->store, kli_day_new (2026, 11, 22));
  kli_store_set_language (fixture->store, KLI_LANGUAGE_PL);
  kli_store_settle (fixture->store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->store);
  store_fixture_remove (fixture->folder);
  g_free (fixture->folder);
}

/* --- the plain way ---------------------------------------------------------------------------------------- */

typedef struct
{
  gint64 id;
  gint64 deleted_at;
  char *sort_text;
  GBytes *sort_key;
  GString *words;  /* folded, each after a blank */
  GPtrArray *keys; /* beginnings that find it; of numbers also their ends */
  GPtrArray *ends;
} Plain;

static void
plain_free (gpointer data)
{
  Plain *plain = data;

  g_free (plain->sort_text);
  g_bytes_unref (plain->sort_key);
  g_string_free (plain->words, TRUE);
  g_ptr_array_unref (plain->keys);
  g_ptr_array_unref (plain->ends);
  g_free (plain);
}

static void
add_words (Plain *plain, const char *text)
{
  g_auto (GStrv) words = kli_fold_words (text);

  for (guint i = 0; words[i] != NULL; i++)
    g_string_append_printf (plain->words, " %s", words[i]);
}

/* Runs @sql with the id of @plain and calls @take with each row. */
static void
for_each_row (KliConnection *connection, const char *sql, Plain *plain, void (*take) (Plain *plain, sqlite3_stmt *row))
{
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (kli_connection_get_handle (connection), sql, -1, &statement, NULL), ==,
                   SQLITE_OK);
  sqlite3_bind_int64 (statement, 1, plain->id);
  while (sqlite3_step (statement) == SQLITE_ROW)
    take (plain, statement);
  sqlite3_finalize (statement);
}

static const char *
text_of (sqlite3_stmt *row, int column)
{
  return (const char *)sqlite3_column_text (row, column);
}

static void
take_words (Plain *plain, sqlite3_stmt *row)
{
  for (int i = 0; i < sqlite3_column_count (row); i++)
    add_words (plain, text_of (row, i));
}

static void
take_phone (Plain *plain, sqlite3_stmt *row)
{
  const char *normal = text_of (row, 1);
  g_auto (GStrv) keys = kli_phone_search_keys (normal[0] != '\0' ? normal : text_of (row, 0), NULL);

  if (keys[0] != NULL)
    g_ptr_array_add (plain->ends, g_strdup (keys[0]));
  for (guint i = 0; keys[i] != NULL; i++)
    g_ptr_array_add (plain->keys, g_strdup (keys[i]));
}

static void
take_mail (Plain *plain, sqlite3_stmt *row)
{
  const char *mail = text_of (row, 0);

  g_ptr_array_add (plain->keys, g_strdup (mail));
  g_ptr_array_add (plain->keys, g_strdup (strrchr (mail, '@') + 1));
}

static void
take_names (Plain *plain, sqlite3_stmt *row)
{
  KliNameKind kind = strcmp (text_of (row, 0), "organisation") == 0 ? KLI_NAME_ORGANISATION : KLI_NAME_PERSON;

  plain->sort_text
      = kli_name_sort_text (kind, text_of (row, 1), text_of (row, 2), text_of (row, 3), text_of (row, 4), TRUE);
}

static void
fill_contact (KliConnection *connection, Plain *plain)
{
  for_each_row (connection, "SELECT kind, given, additional, family, name FROM contact WHERE id = ?", plain,
                take_names);
  for_each_row (connection, "SELECT name, given, additional, family, nickname, company FROM contact WHERE id = ?",
                plain, take_words);
  for_each_row (connection,
                "SELECT name FROM contact WHERE id IN "
                "(SELECT organisation FROM affiliation WHERE deleted_at = 0 AND person = ?)",
                plain, take_words);
  for_each_row (connection, "SELECT city FROM address WHERE deleted_at = 0 AND contact = ?", plain, take_words);
  for_each_row (connection,
                "SELECT value, normal FROM contact_point WHERE kind = 'phone' AND deleted_at = 0 AND contact = ?",
                plain, take_phone);
  for_each_row (connection, "SELECT normal FROM contact_point WHERE kind = 'mail' AND deleted_at = 0 AND contact = ?",
                plain, take_mail);
}

static void
take_title (Plain *plain, sqlite3_stmt *row)
{
  plain->sort_text = g_strdup (text_of (row, 0));
  take_words (plain, row);
}

static void
fill_contract (KliConnection *connection, Plain *plain)
{
  for_each_row (connection, "SELECT title, number FROM contract WHERE id = ?", plain, take_title);
  for_each_row (connection,
                "SELECT name FROM contact WHERE id IN "
                "(SELECT contact FROM contract_party WHERE deleted_at = 0 AND contract = ?)",
                plain, take_words);
}

static void
read_kind (KliConnection *connection, const char *table, void (*fill) (KliConnection *, Plain *), GPtrArray *all)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id, deleted_at FROM %s ORDER BY id", table);
  sqlite3_stmt *statement = NULL;

  sqlite3_prepare_v2 (kli_connection_get_handle (connection), sql, -1, &statement, NULL);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      Plain *plain = g_new0 (Plain, 1);

      plain->id = sqlite3_column_int64 (statement, 0);
      plain->deleted_at = sqlite3_column_int64 (statement, 1);
      plain->words = g_string_new (NULL);
      plain->keys = g_ptr_array_new_with_free_func (g_free);
      plain->ends = g_ptr_array_new_with_free_func (g_free);
      fill (connection, plain);
      g_ptr_array_add (all, plain);
    }
  sqlite3_finalize (statement);
}

/* KliReadFunc: every contact, or every contract. */
static gpointer
read_plain (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (plain_free);

  if (GPOINTER_TO_INT (user_data) != KLI_QUERY_CONTRACTS)
    read_kind (connection, "contact", fill_contact, all);
  if (GPOINTER_TO_INT (user_data) != KLI_QUERY_CONTACTS)
    read_kind (connection, "contract", fill_contract, all);

  return all;
}

static gboolean
has_key (const Plain *plain, const char *typed, gboolean is_number)
{
  g_autofree char *lower = g_utf8_strdown (typed, -1);
  g_autofree char *digits = kli_phone_digits (typed);

  for (guint i = 0; i < plain->keys->len; i++)
    {
      const char *key = g_ptr_array_index (plain->keys, i);

      if (g_utf8_strlen (lower, -1) >= 3 && g_str_has_prefix (key, lower))
        return TRUE;
      if (is_number && strlen (digits) >= 3 && g_str_has_prefix (key, digits))
        return TRUE;
    }
  for (guint i = 0; i < plain->ends->len; i++)
    if (is_number && strlen (digits) >= 4 && g_str_has_suffix (g_ptr_array_index (plain->ends, i), digits))
      return TRUE;

  return FALSE;
}

static gboolean
is_number (const char *text)
{
  return strspn (text, "0123456789") == strlen (text);
}

/* One typed word. */
static gboolean
has_chunk (const Plain *plain, const char *chunk)
{
  g_auto (GStrv) words = kli_fold_words (chunk);

  if (has_key (plain, chunk, is_number (chunk)))
    return TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *beginning = g_strconcat (" ", words[i], NULL);

      if (strstr (plain->words->str, beginning) == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_found (const Plain *plain, const char *search)
{
  g_auto (GStrv) chunks = g_strsplit (search, " ", -1);

  for (guint i = 0; chunks[i] != NULL; i++)
    {
      g_autoptr (GString) run = g_string_new (NULL);
      gboolean all = TRUE;
      guint end = i;

      if (chunks[i][0] == '\0')
        continue;
      for (; chunks[end] != NULL && chunks[end][0] != '\0' && is_number (chunks[end]); end++)
        {
          g_string_append (run, chunks[end]);
          all = all && has_chunk (plain, chunks[end]);
        }
      if (end == i ? !has_chunk (plain, chunks[i]) : !all && !has_key (plain, run->str, TRUE))
        return FALSE;
      i = MAX (end, i + 1) - 1;
    }

  return TRUE;
}

static int
compare_plain (gconstpointer a, gconstpointer b)
{
  const Plain *first = *(const Plain *const *)a, *second = *(const Plain *const *)b;
  int order = g_bytes_compare (first->sort_key, second->sort_key);

  return order != 0 ? order : (first->id > second->id) - (first->id < second->id);
}

static int
compare_deleted (gconstpointer a, gconstpointer b)
{
  const Plain *first = *(const Plain *const *)a, *second = *(const Plain *const *)b;

  if (first->deleted_at != second->deleted_at)
    return first->deleted_at > second->deleted_at ? -1 : 1;

  return (first->id < second->id) - (first->id > second->id);
}

/* Everything of @target, sorted by name, by title or by deletion. */
static GPtrArray *
list_plain (Fixture *fixture, KliQueryTarget target)
{
  GPtrArray *all = kli_store_read (fixture->store, read_plain, GINT_TO_POINTER (target), NULL);
  g_autoptr (KliCollator) collator = kli_collator_new (KLI_LANGUAGE_PL);

  for (guint i = all->len; i-- > 0;)
    {
      Plain *plain = g_ptr_array_index (all, i);

      plain->sort_key = kli_collator_key (collator, plain->sort_text);
      if ((plain->deleted_at != 0) != (target == KLI_QUERY_TRASH))
        g_ptr_array_remove_index (all, i);
    }
  g_ptr_array_sort (all, target == KLI_QUERY_TRASH ? compare_deleted : compare_plain);

  return all;
}

/* @all: as list_plain () */
static void
assert_answer (Fixture *fixture, const KliQuery *query, GPtrArray *all)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KliAnswer) answer = kli_store_answer (fixture->store, query, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    {
      const Plain *plain = g_ptr_array_index (all, i);

      if (!is_found (plain, kli_query_get_search (query)))
        continue;
      if (n >= kli_answer_get_n_items (answer) || kli_answer_get_id (answer, n) != plain->id)
        g_error ("“%s”: record %u should be “%s”", kli_query_get_search (query), n, plain->sort_text);
      n++;
    }
  g_assert_cmpuint (n, ==, kli_answer_get_n_items (answer));
}

/* After every few edits a few questions; the orders in memory follow the edits in between. */
static void
test_random (Fixture *fixture, gconstpointer data)
{
  static const char *const orders[] = { "name", "title", "deleted" };
  RandomEdits edits;

  random_edits_init (&edits, fixture->store, GPOINTER_TO_UINT (data));
  for (guint round = 0; round < 40; round++)
    {
      random_edits_run (&edits, 6);
      kli_store_set_language (fixture->store, KLI_LANGUAGE_PL); /* the edits may have chosen another */
      kli_store_settle (fixture->store);
      for (KliQueryTarget target = KLI_QUERY_CONTACTS; target <= KLI_QUERY_TRASH; target++)
        {
          g_autoptr (GPtrArray) all = list_plain (fixture, target);

          for (guint i = 0; i < 8; i++)
            {
              g_autofree char *search = i > 0 ? random_edits_pick_search (&edits) : NULL;
              g_autoptr (KliQuery) query = kli_query_new (target, search, orders[target]);

              assert_answer (fixture, query, all);
            }
        }
    }
  random_edits_clear (&edits);
}

/* --- orders ------------------------------------------------------------------------------------------------ */

/* Domain 3.7, without its small words: those are a matter of names, not of letters. */
static const char *const polish[] = {
  "Adam",  "Ąck",   "Cwik",   "Czarny", "Ćwik",  "Ewa",     "lis",     "Lis",    "Lucyna",
  "łoś",   "Łoś",   "Łukasz", "Nowak",  "Ńczyk", "O'Neil",  "Oska",    "Ośka",   "Ólka",
  "Sliwa", "Szulc", "Śliwa",  "zebra",  "Zięba", "Zygmunt", "Źrebiec", "Żaneta",
};

static const char *const indonesian[] = { "Adi", "Ćwik", "Cyryl", "Dewi", "Łukasz", "Lusi", "Zaenal" };

static void
assert_order (Fixture *fixture, KliLanguage language, const char *const *names, guint n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);
  g_autoptr (GPtrArray) shuffled = g_ptr_array_new ();
  g_autoptr (GString) wanted = g_string_new (NULL);
  g_autoptr (KliQuery) query = kli_query_new (KLI_QUERY_CONTACTS, NULL, "name");
  g_autofree char *order = NULL;

  kli_store_set_language (fixture->store, language);
  kli_store_settle (fixture->store);
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_insert (shuffled, g_rand_int_range (rand, 0, (gint32)i + 1), (gpointer)names[i]);
      g_string_append_printf (wanted, "%s; ", names[i]);
    }
  for (guint i = 0; i < n; i++)
    record_add_person (fixture->store, g_ptr_array_index (shuffled, i));
  order = record_list_names (fixture->store, query);
  g_assert_cmpstr (order, ==, wanted->str);
}

static void
test_polish (Fixture *fixture, gconstpointer data)
{
  assert_order (fixture, KLI_LANGUAGE_PL, polish, G_N_ELEMENTS (polish));
}

static void
test_indonesian (Fixture *fixture, gconstpointer data)
{
  assert_order (fixture, KLI_LANGUAGE_ID, indonesian, G_N_ELEMENTS (indonesian));
}

static void
assert_list (Fixture *fixture,
             KliQueryTarget target,
             const char *order,
             const char *condition,
             const char *argument,
             const char *wanted)
{
  g_autoptr (KliQuery) plain = kli_query_new (target, NULL, order);
  g_autoptr (KliQuery) query
      = condition != NULL ? kli_query_with_condition (plain, condition, argument) : kli_query_ref (plain);
  g_autofree char *names = record_list_names (fixture->store, query);

  g_assert_cmpstr (names, ==, wanted);
}

/* Another language is another order, at once; family and given name are two orders. */
static void
test_language_changes (Fixture *fixture, gconstpointer data)
{
  record_add_person (fixture->store, "Zenon Ćwik");
  record_add_person (fixture->store, "Łukasz Cyryl");
  record_add_person (fixture->store, "Adam Nowak");
  record_add (fixture->store, &kli_contact_kind, KLI_CONTACT_KIND, "organisation", KLI_CONTACT_NAME, "PT Maju",
              RECORD_END);

  assert_list (fixture, KLI_QUERY_CONTACTS, "name", NULL, NULL, "Łukasz Cyryl; Zenon Ćwik; PT Maju; Adam Nowak; ");
  assert_list (fixture, KLI_QUERY_CONTACTS, "given", NULL, NULL, "Adam Nowak; Łukasz Cyryl; PT Maju; Zenon Ćwik; ");
  kli_store_set_language (fixture->store, KLI_LANGUAGE_ID);
  kli_store_settle (fixture->store);
  assert_list (fixture, KLI_QUERY_CONTACTS, "name", NULL, NULL, "Zenon Ćwik; Łukasz Cyryl; PT Maju; Adam Nowak; ");
  assert_list (fixture, KLI_QUERY_CONTACTS, "given", NULL, NULL, "Adam Nowak; Łukasz Cyryl; PT Maju; Zenon Ćwik; ");
}

static void
test_recent (Fixture *fixture, gconstpointer data)
{
  gint64 first = record_add_person (fixture->store, "A");

  record_add_person (fixture->store, "B");
  record_add_person (fixture->store, "C");
  assert_list (fixture, KLI_QUERY_CONTACTS, "recent", NULL, NULL, "C; B; A; ");
  record_add_phone (fixture->store, first, "512 345 678"); /* through a part */
  assert_list (fixture, KLI_QUERY_CONTACTS, "recent", NULL, NULL, "A; C; B; ");
}

static gint64
add_contract (Fixture *fixture, const char *number, const char *title, const char *end_on)
{
  gint64 id = record_add (fixture->store, &kli_contract_kind, KLI_CONTRACT_NUMBER, number, KLI_CONTRACT_TITLE, title,
                          KLI_CONTRACT_START_ON, "2026-01-01", KLI_CONTRACT_END_ON, end_on, RECORD_END);

  record_add (fixture->store, &kli_contract_act_kind, KLI_CONTRACT_ACT_CONTRACT, id, KLI_CONTRACT_ACT_KIND, "signed",
              KLI_CONTRACT_ACT_ON_DAY, "2025-12-20", RECORD_END);

  return id;
}

static void
test_contracts (Fixture *fixture, gconstpointer data)
{
  gint64 person = record_add_person (fixture->store, "Anna");
  g_autofree char *person_text = g_strdup_printf ("%" G_GINT64_FORMAT, person);
  gint64 last;

  add_contract (fixture, "U/10/2026", "Undated", "");
  add_contract (fixture, "U/9/2026", "Late", "2027-06-30");
  add_contract (fixture, "U/11/2026", "Żółty", "2026-12-31");
  add_contract (fixture, "U/2/2026", "Zielony", "2026-12-31");
  last = add_contract (fixture, "U/1/2025", "Ended", "2026-10-31");
  record_add (fixture->store, &kli_contract_party_kind, KLI_CONTRACT_PARTY_CONTRACT, last, KLI_CONTRACT_PARTY_CONTACT,
              person, RECORD_END);

  assert_list (fixture, KLI_QUERY_CONTRACTS, "deadline", NULL, NULL, "Zielony; Żółty; Late; Ended; Undated; ");
  assert_list (fixture, KLI_QUERY_CONTRACTS, "number", NULL, NULL, "Ended; Zielony; Late; Undated; Żółty; ");
  assert_list (fixture, KLI_QUERY_CONTRACTS, "title", NULL, NULL, "Ended; Late; Undated; Zielony; Żółty; ");
  assert_list (fixture, KLI_QUERY_CONTRACTS, "title", "contracts-ending", "60", "Zielony; Żółty; ");
  assert_list (fixture, KLI_QUERY_CONTRACTS, "title", "contracts-ending", "38", "");
  assert_list (fixture, KLI_QUERY_CONTRACTS, "title", "contract-of", person_text, "Ended; ");

  /* A contact's trash does not hide its contracts. */
  record_set_deleted (fixture->store, &kli_contact_kind, person, TRUE);
  assert_list (fixture, KLI_QUERY_CONTRACTS, "title", "contract-of", person_text, "Ended; ");
  assert_list (fixture, KLI_QUERY_CONTACTS, "name", NULL, NULL, "");
  record_set_deleted (fixture->store, &kli_contract_kind, last, TRUE);
  assert_list (fixture, KLI_QUERY_TRASH, "deleted", NULL, NULL, "Ended; Anna; ");
  assert_list (fixture, KLI_QUERY_CONTRACTS, "title", "contract-of", person_text, "");
}

static void
test_conditions (Fixture *fixture, gconstpointer data)
{
  gint64 person = record_add_person (fixture->store, "Anna Ptak");
  gint64 other = record_add_person (fixture->store, "Ewa Lis");
  gint64 organisation = record_add (fixture->store, &kli_contact_kind, KLI_CONTACT_KIND, "organisation",
                                    KLI_CONTACT_NAME, "Studio", RECORD_END);
  gint64 tag = record_add (fixture->store, &kli_tag_kind, KLI_TAG_NAME, "vip", RECORD_END);
  g_autofree char *organisation_text = g_strdup_printf ("%" G_GINT64_FORMAT, organisation);
  g_autofree char *person_text = g_strdup_printf ("%" G_GINT64_FORMAT, person);

  record_add (fixture->store, &kli_contact_tag_kind, KLI_CONTACT_TAG_CONTACT, other, KLI_CONTACT_TAG_TAG, tag,
              RECORD_END);
  record_add (fixture->store, &kli_affiliation_kind, KLI_AFFILIATION_PERSON, person, KLI_AFFILIATION_ORGANISATION,
              organisation, RECORD_END);
  assert_list (fixture, KLI_QUERY_CONTACTS, "name", "contact-tagged", "vip", "Ewa Lis; ");
  assert_list (fixture, KLI_QUERY_CONTACTS, "name", "contact-tagged", "other", "");
  assert_list (fixture, KLI_QUERY_CONTACTS, "name", "affiliated-with", organisation_text, "Anna Ptak; ");
  assert_list (fixture, KLI_QUERY_CONTACTS, "name", "affiliated-with", person_text, "Studio; ");
}

static void
test_bad_conditions (Fixture *fixture, gconstpointer data)
{
  static const char *const bad[][2] = {
    { "no-such-thing", "" },
    { "contract-of", "Anna" },
    { "contracts-ending", "" },
    { "contracts-ending", "-3" },
    { "affiliated-with", "9223372036854775808" },
  };
  g_autoptr (KliQuery) plain = kli_query_new (KLI_QUERY_CONTRACTS, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (KliQuery) query = kli_query_with_condition (plain, bad[i][0], bad[i][1]);
      g_autoptr (GError) error = NULL;

      g_assert_null (kli_store_answer (fixture->store, query, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }
}

static void
test_counts (Fixture *fixture, gconstpointer data)
{
  gint64 person = record_add_person (fixture->store, "Anna");
  g_autoptr (GError) error = NULL;
  g_autofree KliCounts *counts = NULL;

  record_add_person (fixture->store, "Ewa");
  add_contract (fixture, "1", "Soon", "2026-12-31");
  add_contract (fixture, "2", "Late", "2027-12-31");
  record_set_deleted (fixture->store, &kli_contact_kind, person, TRUE);
  counts = kli_store_count (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts->contacts, ==, 1);
  g_assert_cmpuint (counts->contracts, ==, 2);
  g_assert_cmpuint (counts->ending, ==, 1);
  g_assert_cmpuint (counts->trash, ==, 1);
}

/* What no machine changes: a small change of the names does not cost the reading of an order. */
static void
test_orders_follow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliOrders) orders = kli_orders_of (fixture->store);
  g_autoptr (KliQuery) query = kli_query_new (KLI_QUERY_CONTACTS, NULL, "name");
  gint64 first = record_add_person (fixture->store, "Ewa B");
  g_autofree char *before = record_list_names (fixture->store, query);
  guint n_loads = kli_orders_get_n_loads (orders);

  g_assert_cmpstr (before, ==, "Ewa B; ");
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("Ewa %c", 'A' + i);

      record_add_person (fixture->store, name);
      record_set (fixture->store, &kli_contact_kind, first, KLI_CONTACT_NAME, name, RECORD_END);
      g_free (record_list_names (fixture->store, query));
    }
  record_add_phone (fixture->store, first, "512 345 678");
  g_free (record_list_names (fixture->store, query));
  g_assert_cmpuint (kli_orders_get_n_loads (orders), ==, n_loads);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GMainLoop *loop = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KliAnswer) answer = kli_store_answer_finish (KLI_STORE (source), result, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (kli_answer_get_n_items (answer), ==, 1);
  g_main_loop_quit (loop);
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliQuery) query = kli_query_new (KLI_QUERY_CONTACTS, "ewa", NULL);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  record_add_person (fixture->store, "Ewa");
  record_add_person (fixture->store, "Anna");
  kli_store_answer_async (fixture->store, query, NULL, answered_cb, loop);
  g_main_loop_run (loop);
}

#define add(name, func, data)                                                                                          \
  g_test_add ("/store/answer/" name, Fixture, GUINT_TO_POINTER (data), set_up, func, tear_down)

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);

  add ("random-4", test_random, 4);
  add ("random-5", test_random, 5);
  add ("polish", test_polish, 0);
  add ("indonesian", test_indonesian, 0);
  add ("language-changes", test_language_changes, 0);
  add ("recent", test_recent, 0);
  add ("contracts", test_contracts, 0);
  add ("conditions", test_conditions, 0);
  add ("bad-conditions", test_bad_conditions, 0);
  add ("counts", test_counts, 0);
  add ("orders-follow", test_orders_follow, 0);
  add ("async", test_async, 0);

  return g_test_run ();
}
