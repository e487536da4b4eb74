/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that one statement writes together arrive as they were put in, in order or not. */
#include "store-fixture.h"

#include "store/kli-connection-private.h"
#include "store/kli-feed.h"

#include <string.h>

#define N_ROWS 3000

/* Short ones, so that many are the same or begin alike, and some with letters above 127. */
static char *
random_text (GRand *chance)
{
  static const char *const letters[] = { "", "a", "b", "ab", "ż", "0", "ann" };
  GString *text = g_string_new (NULL);

  for (gint32 n = g_rand_int_range (chance, 0, 6); n > 0; n--)
    g_string_append (text, letters[g_rand_int_range (chance, 0, G_N_ELEMENTS (letters))]);

  return g_string_free (text, FALSE);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* "key local" of each row of search_key, in its order. */
static GPtrArray *
list_keys (KliConnection *connection)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KliStatement) rows = kli_connection_lend_rows (connection, "search_key", &error);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  while (kli_statement_step (rows, &error))
    g_ptr_array_add (
        lines, g_strdup_printf ("%s %05d", kli_statement_get_text (rows, 0), (int)kli_statement_get_integer (rows, 1)));
  g_assert_no_error (error);

  return lines;
}

static void
assert_same (GPtrArray *expected, GPtrArray *lines)
{
  g_ptr_array_sort (expected, compare_texts);
  g_ptr_array_sort (lines, compare_texts);
  g_assert_cmpuint (lines->len, ==, expected->len);
  for (guint i = 0; i < lines->len; i++)
    g_assert_cmpstr (g_ptr_array_index (lines, i), ==, g_ptr_array_index (expected, i));
}

static void
test_all_arrive (gconstpointer sorts)
{
  g_autoptr (KliConnection) connection = store_fixture_open_newest ();
  g_autoptr (GRand) chance = g_rand_new_with_seed (11);
  g_autoptr (KliFeed) feed = kli_feed_new (2);
  g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < N_ROWS; i++)
    {
      g_autofree char *text = random_text (chance);

      kli_feed_add_text (feed, text);
      kli_feed_add_integer (feed, i);
      g_ptr_array_add (expected, g_strdup_printf ("%s %05d", text, i));
      if (i == N_ROWS / 3) /* what was written is not written again */
        g_assert_true (kli_feed_run (feed, connection, "search-key-insert-all", &error));
    }
  g_assert_cmpuint (kli_feed_get_length (feed), ==, N_ROWS - N_ROWS / 3 - 1);
  if (sorts != NULL)
    kli_feed_sort (feed);
  g_assert_true (kli_feed_run (feed, connection, "search-key-insert-all", &error));
  g_assert_cmpuint (kli_feed_get_length (feed), ==, 0);
  lines = list_keys (connection);
  assert_same (expected, lines);
}

/* The text column of each row in the order in which the feed hands them out. */
static GPtrArray *
read_feed (KliConnection *connection, KliFeed *feed)
{
  g_autoptr (KliStatement) rows = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  rows = kli_statement_prepare (connection, "rows", "SELECT c0 FROM feed", FALSE, &error);
  g_assert_no_error (error);
  connection->feed = feed;
  while (kli_statement_step (rows, &error))
    g_ptr_array_add (texts, g_strdup (kli_statement_get_text (rows, 0)));
  connection->feed = NULL;
  g_assert_no_error (error);

  return texts;
}

static void
test_order (void)
{
  g_autoptr (KliConnection) connection = store_fixture_open_newest ();
  g_autoptr (GRand) chance = g_rand_new_with_seed (12);
  g_autoptr (KliFeed) feed = kli_feed_new (1);
  g_autoptr (GPtrArray) texts = NULL;

  for (int i = 0; i < N_ROWS; i++)
    {
      g_autofree char *text = random_text (chance);

      kli_feed_add_text (feed, text);
    }
  kli_feed_sort (feed);
  texts = read_feed (connection, feed);
  g_assert_cmpuint (texts->len, ==, N_ROWS);
  for (guint i = 1; i < texts->len; i++)
    g_assert_cmpstr (g_ptr_array_index (texts, i - 1), <=, g_ptr_array_index (texts, i));
}

static void
test_types (void)
{
  g_autoptr (KliConnection) connection = store_fixture_open_newest ();
  g_autoptr (KliFeed) feed = kli_feed_new (4);
  g_autoptr (KliStatement) row = NULL;
  g_autoptr (GError) error = NULL;

  kli_feed_add_integer (feed, G_MININT64);
  kli_feed_add_text (feed, "");
  kli_feed_add_bytes (feed, NULL, 0);
  kli_feed_add_bytes (feed, "a\0b", 3);
  row = kli_statement_prepare (
      connection, "row",
      "SELECT c0, typeof (c1) || length (c1), typeof (c2) || length (c2), hex (c3), c4 IS NULL FROM feed", FALSE,
      &error);
  g_assert_no_error (error);
  connection->feed = feed;
  g_assert_true (kli_statement_step (row, &error));
  g_assert_cmpint (kli_statement_get_integer (row, 0), ==, G_MININT64);
  g_assert_cmpstr (kli_statement_get_text (row, 1), ==, "text0");
  g_assert_cmpstr (kli_statement_get_text (row, 2), ==, "blob0");
  g_assert_cmpstr (kli_statement_get_text (row, 3), ==, "610062");
  g_assert_cmpint (kli_statement_get_integer (row, 4), ==, 1);
  g_assert_false (kli_statement_step (row, &error));
  connection->feed = NULL;
  g_assert_no_error (error);
}

/* The last column is there, and none behind it. */
static void
test_width (void)
{
  g_autoptr (KliConnection) connection = store_fixture_open_newest ();
  g_autofree char *sql = g_strdup_printf ("SELECT c%d FROM feed", KLI_FEED_COLUMNS_MAX - 1);
  g_autofree char *beyond = g_strdup_printf ("SELECT c%d FROM feed", KLI_FEED_COLUMNS_MAX);
  g_autoptr (KliStatement) statement = NULL;
  g_autoptr (GError) error = NULL;

  statement = kli_statement_prepare (connection, "last", sql, FALSE, &error);
  g_assert_no_error (error);
  g_assert_null (kli_statement_prepare (connection, "beyond", beyond, FALSE, &error));
}

static void
test_nothing (void)
{
  g_autoptr (KliConnection) connection = store_fixture_open_newest ();
  g_autoptr (KliFeed) feed = kli_feed_new (2);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (kli_feed_run (feed, connection, "search-key-insert-all", &error));
  lines = list_keys (connection);
  g_assert_cmpuint (lines->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/feed/all-arrive", NULL, test_all_arrive);
  g_test_add_data_func ("/feed/all-arrive-in-order", "sorts", test_all_arrive);
  g_test_add_func ("/feed/order", test_order);
  g_test_add_func ("/feed/types", test_types);
  g_test_add_func ("/feed/width", test_width);
  g_test_add_func ("/feed/nothing", test_nothing);

  return g_test_run ();
}
