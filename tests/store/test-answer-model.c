/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers after random edits against the plainest possible ones: everything is read, folded, looked through and sorted
 * again. */
#include "random-edits.h"
#include "store-fixture.h"

#include "core/kli-fold.h"
#include "core/kli-name.h"
#include "core/kli-phone.h"

#include <string.h>

typedef StoreFixture Fixture;

typedef struct
{
  gint64 id;
  gint64 deleted_at;
  gboolean is_merged; /* went into another card: not in the trash */
  char *sort_text;
  GBytes *sort_key;
  GString *words;  /* folded, each after a blank */
  GPtrArray *keys; /* beginnings that find it; of numbers also their ends */
  GPtrArray *ends;
  GPtrArray *domains;
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
  g_ptr_array_unref (plain->domains);
  g_free (plain);
}

static void
add_words (Plain *plain, const char *text)
{
  g_auto (GStrv) words = kli_fold_words (text);

  for (guint i = 0; words[i] != NULL; i++)
    g_string_append_printf (plain->words, " %s", words[i]);
}

/* Statements are prepared once for a reading: there are many contacts. */
typedef struct
{
  sqlite3 *handle;
  GHashTable *statements; /* SQL → sqlite3_stmt */
} Reader;

static void
finalize (gpointer statement)
{
  sqlite3_finalize (statement);
}

/* Runs @sql, a constant, with the id of @plain and calls @take with each row. */
static void
for_each_row (Reader *reader, const char *sql, Plain *plain, void (*take) (Plain *plain, sqlite3_stmt *row))
{
  sqlite3_stmt *statement = g_hash_table_lookup (reader->statements, sql);

  if (statement == NULL)
    {
      g_assert_cmpint (sqlite3_prepare_v2 (reader->handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
      g_hash_table_insert (reader->statements, (gpointer)sql, statement);
    }
  sqlite3_bind_int64 (statement, 1, plain->id);
  while (sqlite3_step (statement) == SQLITE_ROW)
    take (plain, statement);
  sqlite3_reset (statement);
}

static const char *
text_of (sqlite3_stmt *row, int column)
{
  return (const char *)sqlite3_column_text (row, column);
}

/* Those characters of @text that are in @wanted, in lower case. */
static char *
keep_only (const char *text, const char *wanted)
{
  GString *kept = g_string_new (NULL);
  g_autofree char *lower = g_ascii_strdown (text, -1);

  for (const char *c = lower; *c != '\0'; c++)
    if (strchr (wanted, *c) != NULL)
      g_string_append_c (kept, *c);

  return g_string_free (kept, FALSE);
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
  g_ptr_array_add (plain->domains, g_strdup (strrchr (mail, '@') + 1));
}

static void
take_identifier (Plain *plain, sqlite3_stmt *row)
{
  const char *value = text_of (row, 0);

  if (!g_regex_match_simple ("^[a-z0-9][a-z0-9 ./-]*$", value, G_REGEX_CASELESS, 0)
      || !g_regex_match_simple ("[0-9]", value, 0, 0))
    return;
  g_ptr_array_add (plain->keys, keep_only (value, G_CSET_a_2_z G_CSET_DIGITS));
  g_ptr_array_add (plain->keys, kli_phone_digits (value));
}

/* As typed, and without the zeros in front. No number of the tests is a tax number that is a person's. */
static void
take_number (Plain *plain, sqlite3_stmt *row)
{
  g_autofree char *key = keep_only (text_of (row, 0), G_CSET_a_2_z G_CSET_DIGITS);

  g_ptr_array_add (plain->keys, g_strdup (key));
  g_ptr_array_add (plain->keys, g_strdup (key + strspn (key, "0")));
}

static void
take_names (Plain *plain, sqlite3_stmt *row)
{
  KliNameKind kind = strcmp (text_of (row, 0), "organisation") == 0 ? KLI_NAME_ORGANISATION : KLI_NAME_PERSON;

  plain->sort_text
      = kli_name_sort_text (kind, text_of (row, 1), text_of (row, 2), text_of (row, 3), text_of (row, 4), TRUE);
}

static void
fill_contact (Reader *reader, Plain *plain)
{
  for_each_row (reader, "SELECT kind, given, additional, family, name FROM contact WHERE id = ?", plain, take_names);
  for_each_row (reader, "SELECT name, given, additional, family, nickname, company, note FROM contact WHERE id = ?",
                plain, take_words);
  for_each_row (reader,
                "SELECT name FROM contact WHERE id IN "
                "(SELECT organisation FROM affiliation WHERE deleted_at = 0 AND person = ?)",
                plain, take_words);
  for_each_row (reader, "SELECT city FROM address WHERE deleted_at = 0 AND contact = ?", plain, take_words);
  for_each_row (reader,
                "SELECT city FROM address WHERE deleted_at = 0 AND contact IN "
                "(SELECT household FROM household_member JOIN contact ON contact.id = household "
                "WHERE household_member.deleted_at = 0 AND contact.deleted_at = 0 AND household_member.contact = ?)",
                plain, take_words);
  for_each_row (reader,
                "SELECT value, normal FROM contact_point WHERE kind = 'phone' AND deleted_at = 0 AND contact = ?",
                plain, take_phone);
  for_each_row (reader, "SELECT normal FROM contact_point WHERE kind = 'mail' AND deleted_at = 0 AND contact = ?",
                plain, take_mail);
  for_each_row (reader, "SELECT value FROM contact_extra WHERE deleted_at = 0 AND contact = ?", plain, take_identifier);
  for_each_row (reader,
                "SELECT value FROM identifier WHERE deleted_at = 0 AND contact = ? AND kind NOT IN ('pesel', 'nik')",
                plain, take_number);
  for_each_row (reader, "SELECT 'PL' || value FROM identifier WHERE deleted_at = 0 AND contact = ? AND kind = 'nip'",
                plain, take_number);
  for_each_row (reader,
                "SELECT substr (value, 3) FROM identifier WHERE deleted_at = 0 AND contact = ? AND kind = 'iban' "
                "AND value LIKE 'PL%'",
                plain, take_number);
  for_each_row (reader,
                "SELECT name FROM tag WHERE deleted_at = 0 AND id IN "
                "(SELECT tag FROM contact_tag WHERE deleted_at = 0 AND contact = ?)",
                plain, take_words);
}

static void
take_title (Plain *plain, sqlite3_stmt *row)
{
  plain->sort_text = g_strdup (text_of (row, 0));
  take_words (plain, row);
}

static void
fill_contract (Reader *reader, Plain *plain)
{
  for_each_row (reader, "SELECT title, number, note FROM contract WHERE id = ?", plain, take_title);
  for_each_row (reader,
                "SELECT name FROM contact WHERE id IN "
                "(SELECT contact FROM contract_party WHERE deleted_at = 0 AND contract = ?)",
                plain, take_words);
}

static void
read_kind (Reader *reader, const char *table, void (*fill) (Reader *, Plain *), GPtrArray *all)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT id, deleted_at, EXISTS (SELECT 1 FROM contact_merge AS mark WHERE mark.deleted_at = 0 "
                         "AND mark.merged = record.id) FROM %s AS record ORDER BY id",
                         table);
  sqlite3_stmt *statement = NULL;

  sqlite3_prepare_v2 (reader->handle, sql, -1, &statement, NULL);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      Plain *plain = g_new0 (Plain, 1);

      plain->id = sqlite3_column_int64 (statement, 0);
      plain->deleted_at = sqlite3_column_int64 (statement, 1);
      plain->is_merged = sqlite3_column_int64 (statement, 2) != 0;
      plain->words = g_string_new (NULL);
      plain->keys = g_ptr_array_new_with_free_func (g_free);
      plain->ends = g_ptr_array_new_with_free_func (g_free);
      plain->domains = g_ptr_array_new_with_free_func (g_free);
      fill (reader, plain);
      g_ptr_array_add (all, plain);
    }
  sqlite3_finalize (statement);
}

/* KliReadFunc: every contact, or every contract. */
static gpointer
read_plain (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (plain_free);
  Reader reader = { kli_connection_get_handle (connection), NULL };

  reader.statements = g_hash_table_new_full (NULL, NULL, NULL, finalize);
  if (GPOINTER_TO_INT (user_data) != KLI_QUERY_CONTRACTS)
    read_kind (&reader, "contact", fill_contact, all);
  if (GPOINTER_TO_INT (user_data) != KLI_QUERY_CONTACTS)
    read_kind (&reader, "contract", fill_contract, all);
  g_hash_table_unref (reader.statements);

  return all;
}

/* Whether one of @keys starts with @beginning, which has at least @least characters. */
static gboolean
has_beginning (const GPtrArray *keys, const char *beginning, glong least)
{
  if (g_utf8_strlen (beginning, -1) < least)
    return FALSE;
  for (guint i = 0; i < keys->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (keys, i), beginning))
      return TRUE;

  return FALSE;
}

static gboolean
has_number (const Plain *plain, const char *typed)
{
  g_autofree char *digits = kli_phone_digits (typed);

  if (has_beginning (plain->keys, digits, 1))
    return TRUE;
  for (guint i = 0; i < plain->ends->len; i++)
    if (strlen (digits) >= 4 && g_str_has_suffix (g_ptr_array_index (plain->ends, i), digits))
      return TRUE;

  return FALSE;
}

static gboolean
has_key (const Plain *plain, const char *typed)
{
  g_autofree char *lower = g_utf8_strdown (typed, -1);
  g_autofree char *identifier = keep_only (typed, G_CSET_a_2_z G_CSET_DIGITS);

  return has_beginning (plain->keys, lower, 1) || has_beginning (plain->domains, lower, 3)
         || (strpbrk (typed, G_CSET_DIGITS) != NULL && has_beginning (plain->keys, identifier, 1));
}

static gboolean
is_number (const char *text)
{
  return strspn (text, "0123456789-") == strlen (text);
}

static gboolean
has_start (const Plain *plain, const char *word)
{
  g_autofree char *beginning = g_strconcat (" ", word, NULL);

  return strstr (plain->words->str, beginning) != NULL;
}

/* A Kowalska is a Kowalski. */
static gboolean
has_word (const Plain *plain, const char *word)
{
  g_autofree char *stem = g_strndup (word, MAX (strlen (word), 1) - 1);
  g_autofree char *man = g_strconcat (stem, "i", NULL);
  g_autofree char *woman = g_strconcat (stem, "a", NULL);

  if (g_regex_match_simple ("..([sc]|dz)k[ai]$", word, 0, 0))
    return has_start (plain, man) || has_start (plain, woman);

  return has_start (plain, word);
}

/* One typed word. */
static gboolean
has_chunk (const Plain *plain, const char *chunk)
{
  g_auto (GStrv) words = kli_fold_words (chunk);

  if (has_key (plain, chunk) || (is_number (chunk) && has_number (plain, chunk)))
    return TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    if (!has_word (plain, words[i]))
      return FALSE;

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
      if (end == i ? !has_chunk (plain, chunks[i]) : !all && !has_number (plain, run->str))
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
      if ((plain->deleted_at != 0) != (target == KLI_QUERY_TRASH) || (target == KLI_QUERY_TRASH && plain->is_merged))
        g_ptr_array_remove_index (all, i);
    }
  g_ptr_array_sort (all, target == KLI_QUERY_TRASH ? compare_deleted : compare_plain);

  return all;
}

/* @all: as list_plain () */
static void
assert_answer (Fixture *fixture, KliQueryTarget target, const char *search, const char *order, GPtrArray *all)
{
  g_autoptr (KliQuery) query = kli_query_new (target, search, order);
  g_autoptr (GError) error = NULL;
  g_autoptr (KliAnswer) answer = kli_store_answer (fixture->store, query, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    {
      const Plain *plain = g_ptr_array_index (all, i);

      if (!is_found (plain, search))
        continue;
      if (n >= kli_answer_get_n_items (answer) || kli_answer_get_id (answer, n) != plain->id
          || kli_answer_find (answer, plain->id) != (gint)n || kli_answer_get_ids (answer)[n] != plain->id)
        g_error ("“%s”: record %u should be “%s”", search, n, plain->sort_text);
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
  for (guint round = 0; round < 25; round++)
    {
      random_edits_run (&edits, 6);
      kli_store_set_language (fixture->store, KLI_LANGUAGE_PL); /* the edits may have chosen another */
      kli_store_settle (fixture->store);
      for (KliQueryTarget target = KLI_QUERY_CONTACTS; target <= KLI_QUERY_TRASH; target++)
        {
          g_autoptr (GPtrArray) all = list_plain (fixture, target);

          for (guint i = 0; i < 8; i++)
            {
              g_autofree char *search = i > 0 ? random_edits_pick_search (&edits) : g_strdup ("");

              assert_answer (fixture, target, search, orders[target], all);
            }
        }
    }
  random_edits_clear (&edits);
}

#define add(name, func, data)                                                                                          \
  g_test_add ("/store/answer-model/" name, Fixture, GUINT_TO_POINTER (data), store_fixture_set_up, func,               \
              store_fixture_tear_down)

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);

  add ("random-4", test_random, 4);
  add ("random-5", test_random, 5);
  add ("random-16", test_random, 16);

  return g_test_run ();
}
