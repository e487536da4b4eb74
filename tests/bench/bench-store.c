/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast the library answers and edits in one store: bench-store FILE [N], where N is how often things are tried.
 * Prints a line for each figure; bench.py makes the table of them. */
#include "bench-edits.h"
#include "bench-series.h"
#include "hostile-texts.h"

#include "store/kli-answer.h"
#include "store/kli-backup.h"

/* Beginnings of so many letters, and of any length. */
#define LETTERS_MAX 7

static KliStore *
open_store (const char *path)
{
  g_autoptr (GError) error = NULL;
  KliStore *store = kli_store_open (path, 0, 2000, &error);

  if (store == NULL)
    g_error ("%s: %s", path, error->message);

  return store;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  KliAnswer **answer = user_data;
  g_autoptr (GError) error = NULL;

  *answer = kli_store_answer_finish (KLI_STORE (source), result, &error);
  g_assert_no_error (error);
}

/* As a list does that shows other rows: the first screen does not wait for the rest. */
static void
ask_soon (KliStore *store, BenchSeries *series, const KliQuery *query)
{
  g_autoptr (KliAnswer) answer = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  gint64 ids[KLI_LIST_PAGE_SIZE];
  guint n_shown;

  bench_series_begin (series);
  kli_store_answer_soon_async (store, query, 256, NULL, answered_cb, &answer);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  n_shown = MIN (kli_answer_get_n_items (answer), KLI_LIST_PAGE_SIZE);
  for (guint i = 0; i < n_shown; i++)
    ids[i] = kli_answer_get_id (answer, i);
  rows = kli_store_read_page (store, kli_query_get_target (query), ids, n_shown, &error);
  g_assert_no_error (error);
  bench_series_end (series);
}

/* A file seen for the first time is checked from end to end, and looked over in idle moments: not in those that are
 * measured. */
static void
get_used_to (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KliStore) store = open_store (path);

  kli_store_mend (store, &error);
  g_assert_no_error (error);
  kli_store_tidy (store);
}

/* Asks, and reads the first rows, as a list does. Returns: how many there are. */
static guint
ask (KliStore *store, BenchSeries *series, const KliQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KliAnswer) answer = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  gint64 ids[KLI_LIST_PAGE_SIZE];
  guint n_shown;

  bench_series_begin (series);
  answer = kli_store_answer (store, query, &error);
  g_assert_no_error (error);
  n_shown = MIN (kli_answer_get_n_items (answer), KLI_LIST_PAGE_SIZE);
  for (guint i = 0; i < n_shown; i++)
    ids[i] = kli_answer_get_id (answer, i);
  rows = kli_store_read_page (store, kli_query_get_target (query), ids, n_shown, &error);
  g_assert_no_error (error);
  bench_series_end (series);

  return kli_answer_get_n_items (answer);
}

/* So many times, for what is measured once: others use the machine, too. */
#define TIMES_EACH 3

static double
median_of_asking (KliStore *store, const KliQuery *query)
{
  g_autoptr (BenchSeries) series = bench_series_new ("");

  for (guint i = 0; i < TIMES_EACH; i++)
    ask (store, series, query);

  return bench_series_median (series);
}

/* --- typing --------------------------------------------------------------------------------------------- */

static void
add_words (GPtrArray *words, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);

  for (guint n = 0; parts[n] != NULL; n++)
    if (g_ascii_isalpha (parts[n][0]))
      g_ptr_array_add (words, g_strdup (parts[n]));
}

/* KliReadFunc. Returns: (transfer full) (element-type utf8): the words by which some records are found, those of
 * their notes, too. */
static gpointer
read_words (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  GArray *locals = user_data;
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < locals->len; i++)
    {
      g_autoptr (KliStatement) statement = kli_connection_lend (connection, "search-text-select", error);

      kli_statement_bind_integer (statement, 1, g_array_index (locals, guint32, i));
      if (!kli_statement_step (statement, error))
        continue;
      add_words (words, kli_statement_get_text (statement, 0));
      add_words (words, kli_statement_get_text (statement, 2));
    }

  return words;
}

/* Words of contacts chosen at random, the same ones each time. */
static GPtrArray *
choose_words (KliStore *store, GRand *chance, guint n_contacts)
{
  g_autoptr (GArray) locals = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GError) error = NULL;
  GPtrArray *words;

  for (guint i = 0; i < 2000; i++)
    {
      guint32 local = (guint32)g_rand_int_range (chance, 1, (gint32)n_contacts + 1);

      g_array_append_val (locals, local);
    }
  words = kli_store_read (store, read_words, locals, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (words->len, >, 0);

  return words;
}

/* The first @n letters of one of @words, all of them when @n is 0. */
static char *
pick_start (GRand *chance, const GPtrArray *words, glong n)
{
  const char *word = g_ptr_array_index (words, (guint)g_rand_int_range (chance, 0, (gint32)words->len));

  return n == 0 ? g_strdup (word) : g_utf8_substring (word, 0, MIN (n, g_utf8_strlen (word, -1)));
}

static void
type_one (KliStore *store, BenchSeries *series, BenchSeries *all, const char *text)
{
  g_autoptr (KliQuery) query = kli_query_new (KLI_QUERY_CONTACTS, text, NULL);

  ask (store, series, query);
  bench_series_add (all, g_array_index (series->times, double, series->times->len - 1));
}

static void
type_beginnings (KliStore *store, GRand *chance, const GPtrArray *words, guint n_times, BenchSeries *all)
{
  for (glong n = 1; n <= LETTERS_MAX; n++)
    {
      g_autofree char *name = g_strdup_printf ("type %ld", n);
      g_autoptr (BenchSeries) series = bench_series_new (name);

      for (guint i = 0; i < n_times; i++)
        {
          g_autofree char *text = pick_start (chance, words, n);

          type_one (store, series, all, text);
        }
      bench_series_print (series);
    }
}

/* Two words: the first of @first letters or whole, the second of @second. */
static void
type_pairs (KliStore *store,
            GRand *chance,
            const GPtrArray *words,
            const char *name,
            glong first,
            glong second,
            guint n_times,
            BenchSeries *all)
{
  g_autoptr (BenchSeries) series = bench_series_new (name);

  for (guint i = 0; i < n_times; i++)
    {
      g_autofree char *one = pick_start (chance, words, first);
      g_autofree char *two = pick_start (chance, words, second);
      g_autofree char *text = g_strdup_printf ("%s %s", one, two);

      type_one (store, series, all, text);
    }
  bench_series_print (series);
}

/* What no index likes: what everybody has, and what everybody has but nobody together. */
static void
type_hard (KliStore *store, guint n_times, BenchSeries *all)
{
  static const char *const texts[] = { "a",  "k",           "w k", "wayan kowal", "exam",     "48",       "+48 400",
                                       "40", "example.com", "4",   "0",           "warszawa", "jakarta a" };
  g_autoptr (BenchSeries) series = bench_series_new ("type hard");

  for (guint i = 0; i < n_times; i++)
    type_one (store, series, all, texts[i % G_N_ELEMENTS (texts)]);
  bench_series_print (series);
}

static void
measure_typing (KliStore *store, guint n_contacts, guint n_times)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (1);
  g_autoptr (GPtrArray) words = choose_words (store, chance, n_contacts);
  g_autoptr (BenchSeries) all = bench_series_new ("type");

  type_beginnings (store, chance, words, n_times, all);
  type_pairs (store, chance, words, "type 1 + 2", 1, 2, n_times, all);
  type_pairs (store, chance, words, "type word + 2", 0, 2, n_times, all);
  type_pairs (store, chance, words, "type word + word", 0, 0, n_times, all);
  type_hard (store, n_times, all);
  bench_series_print (all);
}

/* What nobody would type. The slowest of them is named. */
static void
measure_hostile (KliStore *store)
{
  g_autoptr (GPtrArray) texts = hostile_texts_new ();
  g_autoptr (BenchSeries) all = bench_series_new ("hostile");
  g_autofree char *worst = NULL;
  double most = 0;

  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = g_ptr_array_index (texts, i);
      g_autoptr (KliQuery) query = kli_query_new (KLI_QUERY_CONTACTS, text, NULL);
      double median = median_of_asking (store, query);

      bench_series_add (all, median);
      if (median <= most)
        continue;
      most = median;
      g_free (worst);
      worst = g_strdup_printf ("hostile, the slowest: %.24s", text);
    }
  bench_series_print (all);
  bench_print_value (g_strdelimit (worst, "\t\r\n", ' '), most);
}

/* --- other looks ---------------------------------------------------------------------------------------- */

static void
measure_orders (KliStore *store, guint n_times)
{
  static const char *const orders[] = { "given", "recent", "name" };
  g_autoptr (BenchSeries) series = bench_series_new ("sort");
  g_autoptr (BenchSeries) whole = bench_series_new ("sort, to the whole");

  for (guint i = 0; i < n_times; i++)
    {
      g_autoptr (KliQuery) query = kli_query_new (KLI_QUERY_CONTACTS, NULL, orders[i % G_N_ELEMENTS (orders)]);

      ask_soon (store, series, query);
      ask (store, whole, query);
    }
  bench_series_print (series);
  bench_series_print (whole);
}

static void
measure_filters (KliStore *store, guint n_times)
{
  static const char *const texts[]
      = { "kind:organisation", "city:kraków", "-city:warszawa", "city:j*",   "country:PL",  "has:phone",
          "has:birthday",      "birthday:30", "has:contract",   "created:7", "tag:vip",     "-has:mail",
          "manager:anna",      "region:jawa", "is:archived",    "has:photo", "has:address", "has:note" };
  g_autoptr (BenchSeries) all = bench_series_new ("filter");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (KliQuery) query = kli_query_new (KLI_QUERY_CONTACTS, texts[i], NULL);
      g_autofree char *name = g_strconcat ("filter ", texts[i], NULL);
      g_autoptr (BenchSeries) series = bench_series_new (name);

      for (guint n = 0; n < MAX (n_times / G_N_ELEMENTS (texts), 5); n++)
        {
          ask (store, series, query);
          bench_series_add (all, g_array_index (series->times, double, series->times->len - 1));
        }
      bench_series_print (series);
    }
  bench_series_print (all);
}

/* A page at any place. */
static void
measure_jumps (KliStore *store, guint n_times)
{
  g_autoptr (KliQuery) query = kli_query_new (KLI_QUERY_CONTACTS, NULL, NULL);
  g_autoptr (BenchSeries) series = bench_series_new ("jump");
  g_autoptr (GError) error = NULL;
  g_autoptr (KliAnswer) answer = kli_store_answer (store, query, &error);
  g_autoptr (GRand) chance = g_rand_new_with_seed (2);
  guint n = kli_answer_get_n_items (answer);

  for (guint i = 0; i < n_times; i++)
    {
      guint from = (guint)g_rand_int_range (chance, 0, (gint32)(n - KLI_LIST_PAGE_SIZE));
      gint64 ids[KLI_LIST_PAGE_SIZE];
      g_autoptr (GPtrArray) rows = NULL;

      bench_series_begin (series);
      for (guint k = 0; k < KLI_LIST_PAGE_SIZE; k++)
        ids[k] = kli_answer_get_id (answer, from + k);
      rows = kli_store_read_page (store, KLI_QUERY_CONTACTS, ids, KLI_LIST_PAGE_SIZE, &error);
      bench_series_end (series);
      g_assert_no_error (error);
    }
  bench_series_print (series);
}

/* The first thing that happens: nothing is in memory yet. */
static guint
measure_start (const char *path, KliStore **store)
{
  g_autoptr (BenchSeries) opening = bench_series_new ("open");
  g_autoptr (BenchSeries) screen = bench_series_new ("first screen");
  g_autoptr (BenchSeries) first = bench_series_new ("first answer");
  g_autoptr (KliQuery) query = kli_query_new (KLI_QUERY_CONTACTS, NULL, NULL);
  guint n_contacts;

  get_used_to (path);
  bench_series_begin (opening);
  *store = open_store (path);
  bench_series_end (opening);
  ask_soon (*store, screen, query);
  n_contacts = ask (*store, first, query);
  bench_series_print (opening);
  bench_series_print (screen);
  bench_series_print (first);

  return n_contacts;
}

int
main (int argc, char **argv)
{
  g_autoptr (KliStore) store = NULL;
  double memory = bench_private_memory ();
  guint n_times = argc > 2 ? (guint)g_ascii_strtoull (argv[2], NULL, 10) : 200;
  guint n_contacts;

  if (argc < 2)
    g_error ("Usage: bench-store FILE [N]");

  n_contacts = measure_start (argv[1], &store);
  measure_typing (store, n_contacts, n_times);
  measure_hostile (store);
  measure_orders (store, n_times);
  measure_filters (store, n_times);
  measure_jumps (store, n_times);
  bench_print_value ("memory", bench_private_memory () - memory);
  g_clear_object (&store);
  bench_edits (argv[1], n_times);

  return 0;
}
