/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names that are one person's and names that are not, and what is made of it. */
#include "core/kli-duplicate-keys.h"
#include "core/kli-duplicate.h"
#include "core/kli-edit-distance.h"
#include "core/kli-identifier.h"
#include "core/kli-key-blocks.h"
#include "core/kli-name.h"

#include <string.h>

/* --- names -------------------------------------------------------------------------------------------- */

static const struct
{
  const char *a;
  const char *b;
  KliLikeness likeness;
} names[] = {
  { "Anna Nowak", "Anna Nowak", KLI_LIKENESS_SAME },
  { "Łucja Żak", "lucja zak", KLI_LIKENESS_SAME },
  { "Jan Kowalski", "Kowalski, Jan", KLI_LIKENESS_SAME },
  { "Nowak Anna", "Anna Nowak", KLI_LIKENESS_SAME },
  { "dr hab. Łukasz Świętosław", "Łukasz Świętosław", KLI_LIKENESS_SAME },
  { "Drs. H. Mulyono Prasetyo, M.Pd.", "Mulyono Prasetyo", KLI_LIKENESS_SAME },
  { "Ratna Kartika Sari", "Ratna Kartikasari", KLI_LIKENESS_SAME },
  { "Kartika Sari Ratna", "Ratna Kartikasari", KLI_LIKENESS_SAME },
  { "Kartika Sari", "Kartikasari", KLI_LIKENESS_SAME },
  { "Ewa Wysocka", "Ewa Wysocki", KLI_LIKENESS_SAME },
  { "Anna Nowak-Zając", "Anna Zając Nowak", KLI_LIKENESS_SAME },
  { "PT Maju Jaya", "Maju Jaya", KLI_LIKENESS_SAME },
  { "Studio Brzask sp. z o.o.", "Studio Brzask", KLI_LIKENESS_SAME },
  { "Krzysztof Zięba", "Krzystof Zięba", KLI_LIKENESS_NEAR }, /* left out */
  { "Krzysztof Zięba", "Krzyszttof Zięba", KLI_LIKENESS_NEAR },
  { "Krzysztof Zięba", "Krzyzstof Zięba", KLI_LIKENESS_NEAR }, /* exchanged */
  { "Krzysztof Zięba", "Zieba Krzyzztof", KLI_LIKENESS_NEAR },
  { "Wiktoria Jankowska", "Wiktoria Jankowka", KLI_LIKENESS_NEAR }, /* of the feminine form */
  { "Ratna Kartika Sari", "Ratna Kartikasri", KLI_LIKENESS_NEAR },
  { "Krzysztof Zięba", "Kryzstof Zięba", KLI_LIKENESS_LOOSE },
  { "Anna Maria Nowak", "Anna Nowak", KLI_LIKENESS_LOOSE },
  { "Anna Kowalska-Nowak", "Anna Kowalska", KLI_LIKENESS_LOOSE },
  { "A. Nowak", "Anna Nowak", KLI_LIKENESS_LOOSE },
  { "Budi", "Budi Santoso", KLI_LIKENESS_PART },
  { "Budi Santoso", "Budi Santosa", KLI_LIKENESS_NEAR },
  { "Budi Santoso", "Budi Suharto", KLI_LIKENESS_OTHER },
  { "Anna Kowalska", "Jan Kowalski", KLI_LIKENESS_OTHER },
  { "Daniel Nowak", "Daniela Nowak", KLI_LIKENESS_OTHER },
  { "Jan Nowak", "Jon Nowak", KLI_LIKENESS_OTHER }, /* too short to be a misspelling */
  { "Klient 1001", "Klient 1002", KLI_LIKENESS_OTHER },
  { "Szkoła Podstawowa 12", "Szkoła Podstawowa 112", KLI_LIKENESS_OTHER },
  { "Ewa", "Iga", KLI_LIKENESS_OTHER },
  { "Żak", "", KLI_LIKENESS_OTHER },
  { "", "", KLI_LIKENESS_OTHER },
  { "山田太郎", "山田太郎", KLI_LIKENESS_SAME },
};

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *a = kli_name_match_key (names[i].a);
      g_autofree char *b = kli_name_match_key (names[i].b);

      g_test_message ("%s, %s", a, b);
      g_assert_cmpint (kli_duplicate_name_compare (a, b, NULL), ==, names[i].likeness);
      g_assert_cmpint (kli_duplicate_name_compare (b, a, NULL), ==, names[i].likeness);
    }
}

/* Names of a few letters, so that many are alike. */
static char *
make_name (guint n_letters)
{
  GString *name = g_string_new (NULL);

  for (guint n = (guint)g_test_rand_int_range (1, 4); n > 0; n--)
    {
      g_string_append (name, name->len > 0 ? " " : "");
      for (guint letters = (guint)g_test_rand_int_range (1, 6); letters > 0; letters--)
        g_string_append_unichar (name, L"abż3"[g_test_rand_int_range (0, (gint32)n_letters)]);
      if (g_test_rand_int_range (0, 6) == 0)
        g_string_append (name, "ski");
    }

  return g_string_free (name, FALSE);
}

static void
gather_cb (guint64 key, gpointer user_data)
{
  g_hash_table_add (user_data, g_memdup2 (&key, sizeof key));
}

static gboolean
share_a_key (const char *a, const char *b, void (*give) (const char *, KliDuplicateKeyFunc, gpointer))
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) others = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key;

  give (a, gather_cb, keys);
  give (b, gather_cb, others);
  g_hash_table_iter_init (&iter, others);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_hash_table_contains (keys, key))
      return TRUE;

  return FALSE;
}

/* Whoever is alike meets; whoever has the same words has the same number. */
static void
test_keys (void)
{
  guint n[KLI_LIKENESS_SAME + 1] = { 0 };

  for (guint i = 0; i < 200000; i++)
    {
      g_autofree char *a = make_name (2 + i % 3);
      g_autofree char *b = make_name (2 + i % 3);
      KliLikeness likeness = kli_duplicate_name_compare (a, b, NULL);

      n[likeness]++;
      g_assert_cmpint (likeness, ==, kli_duplicate_name_compare (b, a, NULL));
      if (likeness == KLI_LIKENESS_SAME && !share_a_key (a, b, kli_duplicate_name_same_keys))
        g_error ("“%s” and “%s” are the same and share no key", a, b);
      if (likeness == KLI_LIKENESS_NEAR && !share_a_key (a, b, kli_duplicate_name_near_keys))
        g_error ("“%s” and “%s” are near and share no key", a, b);
    }
  for (guint i = 0; i < G_N_ELEMENTS (n); i++)
    g_assert_cmpuint (n[i], >, 0);
}

static void
test_long (void)
{
  g_autofree char *letters = g_strnfill (10000, 'x');
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < 5000; i++)
    g_string_append (words, i % 2 ? "a " : "b ");
  g_assert_cmpint (kli_duplicate_name_compare (letters, letters, NULL), ==, KLI_LIKENESS_SAME);
  g_assert_cmpint (kli_duplicate_name_compare (letters, words->str, NULL), ==, KLI_LIKENESS_OTHER);
  g_assert_cmpint (kli_duplicate_name_compare (words->str, words->str, NULL), ==, KLI_LIKENESS_SAME);
  g_assert_true (share_a_key (letters, letters, kli_duplicate_name_same_keys));
  g_assert_true (share_a_key (words->str, words->str, kli_duplicate_name_same_keys));
}

/* --- letters ------------------------------------------------------------------------------------------ */

/* As it is defined: the end of both is put in, left out, replaced or exchanged. */
static guint
slow_distance (const char *a, gsize n, const char *b, gsize m)
{
  guint best;

  if (n == 0 || m == 0)
    return (guint)MAX (n, m);
  best = slow_distance (a, n - 1, b, m - 1) + (a[n - 1] != b[m - 1]);
  best = MIN (best, slow_distance (a, n - 1, b, m) + 1);
  best = MIN (best, slow_distance (a, n, b, m - 1) + 1);
  if (n > 1 && m > 1 && a[n - 1] == b[m - 2] && a[n - 2] == b[m - 1])
    best = MIN (best, slow_distance (a, n - 2, b, m - 2) + 1);

  return best;
}

static void
test_distance (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      char a[8] = "", b[8] = "";
      guint limit = (guint)g_test_rand_int_range (0, 4);
      gsize n = (gsize)g_test_rand_int_range (0, 7);
      gsize m = (gsize)g_test_rand_int_range (0, 7);

      for (guint at = 0; at < n; at++)
        a[at] = (char)g_test_rand_int_range ('a', 'd');
      for (guint at = 0; at < m; at++)
        b[at] = (char)g_test_rand_int_range ('a', 'd');
      g_assert_cmpuint (kli_edit_distance (a, n, b, m, limit), ==, MIN (slow_distance (a, n, b, m), limit + 1));
    }
  g_assert_cmpuint (kli_edit_distance ("żółw", strlen ("żółw"), "zółw", strlen ("zółw"), 2), ==, 1);
}

/* --- blocks ------------------------------------------------------------------------------------------- */

typedef struct
{
  GHashTable *model; /* key → members as a text */
  guint n_seen;
  guint64 last;
} Walk;

static void
block_cb (guint64 key, const guint32 *members, guint n_members, gpointer user_data)
{
  Walk *walk = user_data;
  const GArray *expected = g_hash_table_lookup (walk->model, &key);

  g_assert_true (walk->n_seen == 0 || key > walk->last);
  g_assert_nonnull (expected);
  g_assert_cmpmem (members, n_members * sizeof (guint32), expected->data, expected->len * sizeof (guint32));
  walk->last = key;
  walk->n_seen++;
}

/* Members are added in rising order, so that the model has them in order. */
static void
add_to_model (GHashTable *model, guint64 key, guint32 member)
{
  GArray *members = g_hash_table_lookup (model, &key);

  if (members == NULL)
    {
      members = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_hash_table_insert (model, g_memdup2 (&key, sizeof key), members);
    }
  if (members->len == 0 || g_array_index (members, guint32, members->len - 1) != member)
    g_array_append_val (members, member);
}

static void
check_blocks (KliKeyBlocks *blocks, guint n, guint64 mask, guint shift)
{
  g_autoptr (GHashTable) model
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)g_array_unref);
  Walk walk = { .model = model };
  guint n_expected = 0;
  GHashTableIter iter;
  gpointer members;

  for (guint32 member = 0; member < n; member++)
    for (guint i = 0; i < 3; i++)
      {
        guint64 key = ((guint64)(guint32)g_test_rand_int () & mask) << shift;

        kli_key_blocks_add (blocks, key, member);
        add_to_model (model, key, member);
      }
  kli_key_blocks_walk (blocks, 2, block_cb, &walk);
  g_hash_table_iter_init (&iter, model);
  while (g_hash_table_iter_next (&iter, NULL, &members))
    n_expected += ((GArray *)members)->len > 1;
  g_assert_cmpuint (walk.n_seen, ==, n_expected);
}

/* Keys that differ in any of their bits only; one list for all, as it is used. */
static void
test_blocks (void)
{
  g_autoptr (KliKeyBlocks) blocks = kli_key_blocks_new ();

  for (guint shift = 0; shift <= 48; shift += 8)
    {
      check_blocks (blocks, 0, 0, shift);
      check_blocks (blocks, 7, 3, shift);
      check_blocks (blocks, 3000, 0, shift);
      check_blocks (blocks, 3000, 0xff, shift);
      check_blocks (blocks, 3000, 0xffff, shift);
    }
}

/* --- weighing ----------------------------------------------------------------------------------------- */

static const struct
{
  const char *what;
  KliDuplicateEvidence evidence;
  gboolean is_shown;
} weights[] = {
  { "a rare name alone", { .likeness = KLI_LIKENESS_SAME, .n_namesakes = 2 }, TRUE },
  { "a common name alone", { .likeness = KLI_LIKENESS_SAME, .n_namesakes = 40 }, FALSE },
  { "a rare name, misspelt", { .likeness = KLI_LIKENESS_NEAR, .n_namesakes = 2 }, TRUE },
  { "a common name, misspelt", { .likeness = KLI_LIKENESS_NEAR, .n_namesakes = 12 }, FALSE },
  { "a common name and a phone", { .likeness = KLI_LIKENESS_SAME, .n_namesakes = 900, .n_phone = 2 }, TRUE },
  { "a common name and an office phone", { .likeness = KLI_LIKENESS_SAME, .n_namesakes = 900, .n_phone = 9 }, FALSE },
  { "a common name, misspelt, and a phone", { KLI_LIKENESS_NEAR, 900, .n_phone = 2 }, TRUE },
  { "part of a name and a phone", { KLI_LIKENESS_PART, 2, .n_phone = 2 }, TRUE },
  { "part of a name", { KLI_LIKENESS_PART, 2 }, FALSE },
  { "a family phone", { KLI_LIKENESS_OTHER, 2, .n_phone = 2 }, FALSE },
  { "a couple", { KLI_LIKENESS_OTHER, 2, .n_phone = 2, .n_mail = 2 }, FALSE },
  { "an office mail", { KLI_LIKENESS_OTHER, 2, .n_mail = 8 }, FALSE },
  { "an identifier", { KLI_LIKENESS_OTHER, 2, .n_identifier = 2 }, TRUE },
  { "a common name and a birthday", { KLI_LIKENESS_SAME, 30, .birthdays = KLI_BIRTHDAYS_SAME }, TRUE },
  { "a very common name and a birthday", { KLI_LIKENESS_SAME, 300, .birthdays = KLI_BIRTHDAYS_SAME }, FALSE },
  { "a rare name and other birthdays", { KLI_LIKENESS_SAME, 2, .birthdays = KLI_BIRTHDAYS_DIFFERENT }, FALSE },
  { "father and son",
    { KLI_LIKENESS_SAME, 2, .n_phone = 2, .birthdays = KLI_BIRTHDAYS_DIFFERENT, .generations_differ = TRUE },
    FALSE },
  { "all but the birthday", { KLI_LIKENESS_SAME, 2, 2, 2, .birthdays = KLI_BIRTHDAYS_DIFFERENT }, TRUE },
  { "a digit of the birthday", { KLI_LIKENESS_SAME, 2, 2, .birthdays = KLI_BIRTHDAYS_CLOSE }, TRUE },
};

static void
test_weights (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      guint score = kli_duplicate_weigh (&weights[i].evidence, NULL);

      g_test_message ("%s: %u", weights[i].what, score);
      g_assert_cmpint (score >= KLI_DUPLICATE_SCORE_MIN, ==, weights[i].is_shown);
      g_assert_cmpuint (score, <=, 100);
    }
}

/* More that agrees never makes it less likely; a key that more have never more. */
static void
test_weights_rise (void)
{
  for (guint likeness = KLI_LIKENESS_OTHER; likeness < KLI_LIKENESS_SAME; likeness++)
    for (guint n = 2; n < 60; n++)
      for (guint phone = 0; phone < 12; phone++)
        {
          KliDuplicateEvidence less = { likeness, n, .n_phone = phone };
          KliDuplicateEvidence more = { likeness + 1, n, .n_phone = phone };
          KliDuplicateEvidence commoner = { likeness, n + 1, .n_phone = phone > 1 ? phone + 1 : phone };

          g_assert_cmpuint (kli_duplicate_weigh (&less, NULL), <=, kli_duplicate_weigh (&more, NULL));
          g_assert_cmpuint (kli_duplicate_weigh (&commoner, NULL), <=, kli_duplicate_weigh (&less, NULL));
        }
}

static void
test_reasons (void)
{
  KliDuplicateEvidence evidence
      = { KLI_LIKENESS_SAME, 2, 2, 2, 2, .birthdays = KLI_BIRTHDAYS_DIFFERENT, .generations_differ = TRUE };
  KliDuplicateReasons reasons, told = 0;

  kli_duplicate_weigh (&evidence, &reasons);
  g_assert_cmpint (reasons, ==,
                   KLI_DUPLICATE_SAME_NAME | KLI_DUPLICATE_PHONE | KLI_DUPLICATE_MAIL | KLI_DUPLICATE_IDENTIFIER
                       | KLI_DUPLICATE_OTHER_BIRTHDAY | KLI_DUPLICATE_GENERATION);
  for (guint i = 0; kli_duplicate_reasons[i] != 0; i++)
    {
      g_assert_nonnull (kli_duplicate_reason_word (kli_duplicate_reasons[i]));
      g_assert_nonnull (kli_duplicate_reason_label (kli_duplicate_reasons[i]));
      told |= kli_duplicate_reasons[i];
    }
  g_assert_cmpint (told, ==, KLI_DUPLICATE_GENERATION * 2 - 1);
}

static void
test_birthdays (void)
{
  g_assert_cmpint (kli_duplicate_compare_birthdays ("1980-02-03", "1980-02-03"), ==, KLI_BIRTHDAYS_SAME);
  g_assert_cmpint (kli_duplicate_compare_birthdays ("1980-02-03", "1980-02-08"), ==, KLI_BIRTHDAYS_CLOSE);
  g_assert_cmpint (kli_duplicate_compare_birthdays ("1980-02-03", "1980-03-02"), ==, KLI_BIRTHDAYS_CLOSE);
  g_assert_cmpint (kli_duplicate_compare_birthdays ("1980-02-13", "1980-03-02"), ==, KLI_BIRTHDAYS_DIFFERENT);
  g_assert_cmpint (kli_duplicate_compare_birthdays ("1980-02-03", "--02-03"), ==, KLI_BIRTHDAYS_UNKNOWN);
  g_assert_cmpint (kli_duplicate_compare_birthdays ("", ""), ==, KLI_BIRTHDAYS_UNKNOWN);
}

static void
test_words (void)
{
  g_assert_true (kli_duplicate_are_two_words (40, 50));    /* Maria, Marta */
  g_assert_false (kli_duplicate_are_two_words (3, 50));    /* in a small store nothing is known */
  g_assert_false (kli_duplicate_are_two_words (8, 10000)); /* everybody misspells it so */
}

/* What is compared of a card at all. */
static void
test_what_counts (void)
{
  g_assert_true (kli_duplicate_point_counts ("phone", "+48512345678"));
  g_assert_true (kli_duplicate_point_counts ("phone", "5123456"));
  g_assert_false (kli_duplicate_point_counts ("phone", "512345"));
  g_assert_false (kli_duplicate_point_counts ("phone", "brak numeru"));
  g_assert_false (kli_duplicate_point_counts ("phone", ""));
  g_assert_true (kli_duplicate_point_counts ("mail", "a@example.com"));
  g_assert_false (kli_duplicate_point_counts ("mail", "example.com"));
  g_assert_false (kli_duplicate_point_counts ("url", "+48512345678"));
  for (const char *const *kind = kli_identifier_kinds; *kind != NULL; kind++)
    g_assert_false (kli_duplicate_identifier_counts (*kind, ""));
  g_assert_true (kli_duplicate_identifier_counts ("nip", "5260001246"));
  g_assert_true (kli_duplicate_identifier_counts ("npwp", "0019001018000000"));
  g_assert_false (kli_duplicate_identifier_counts ("npwp", "3171011708450001"));
  g_assert_false (kli_duplicate_identifier_counts ("nik", "3171011708450001"));
  g_assert_false (kli_duplicate_identifier_counts ("pesel", "44051401359"));
  g_assert_false (kli_duplicate_identifier_counts ("other", "17"));
}

static void
test_generations (void)
{
  g_assert_cmpuint (kli_duplicate_generation ("Jan Wrona"), ==, 0);
  g_assert_cmpuint (kli_duplicate_generation ("Jr."), ==, 0);
  g_assert_cmpuint (kli_duplicate_generation ("Jan Wrona, Jr."), !=, 0);
  g_assert_cmpuint (kli_duplicate_generation ("Jan Wrona jr"), ==, kli_duplicate_generation ("J. Wrona, Jr."));
  g_assert_cmpuint (kli_duplicate_generation ("Jan Wrona III"), !=, kli_duplicate_generation ("Jan Wrona Jr."));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/duplicate/names", test_names);
  g_test_add_func ("/duplicate/keys", test_keys);
  g_test_add_func ("/duplicate/long", test_long);
  g_test_add_func ("/duplicate/distance", test_distance);
  g_test_add_func ("/duplicate/blocks", test_blocks);
  g_test_add_func ("/duplicate/weights", test_weights);
  g_test_add_func ("/duplicate/weights-rise", test_weights_rise);
  g_test_add_func ("/duplicate/reasons", test_reasons);
  g_test_add_func ("/duplicate/birthdays", test_birthdays);
  g_test_add_func ("/duplicate/words", test_words);
  g_test_add_func ("/duplicate/what-counts", test_what_counts);
  g_test_add_func ("/duplicate/generations", test_generations);

  return g_test_run ();
}
