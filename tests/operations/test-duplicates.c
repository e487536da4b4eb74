/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search for duplicates finds what comparing everybody with everybody finds, and those that were planted. */
#include "operation-fixture.h"

#include "core/kli-name.h"
#include "operations/kli-duplicates.h"
#include "operations/kli-generate-copy.h"
#include "operations/kli-generate.h"
#include "operations/kli-merge.h"
#include "operations/kli-trash.h"

#include <string.h>

/* --- the search --------------------------------------------------------------------------------------- */

static gpointer
find_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_duplicates_find (connection, NULL, NULL, NULL, error);
}

static GArray *
find (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GArray *pairs = kli_store_read (fixture->store, find_func, NULL, &error);

  g_assert_no_error (error);

  return pairs;
}

/* Returns: (transfer none) (nullable) */
static const KliDuplicatePair *
find_pair (const GArray *pairs, gint64 a, gint64 b)
{
  for (guint i = 0; i < pairs->len; i++)
    {
      const KliDuplicatePair *pair = &g_array_index (pairs, KliDuplicatePair, i);

      if (pair->first == MIN (a, b) && pair->second == MAX (a, b))
        return pair;
    }

  return NULL;
}

static void
assert_in_order (const GArray *pairs)
{
  for (guint i = 1; i < pairs->len; i++)
    {
      const KliDuplicatePair *before = &g_array_index (pairs, KliDuplicatePair, i - 1);
      const KliDuplicatePair *pair = &g_array_index (pairs, KliDuplicatePair, i);

      g_assert_true (before->score > pair->score || before->first < pair->first
                     || (before->first == pair->first && before->second < pair->second));
    }
}

/* --- people ------------------------------------------------------------------------------------------- */

static gint64
add (Fixture *fixture, const char *line)
{
  return fixture_new (fixture, &kli_contact_kind, line);
}

static const struct
{
  const char *a;
  const char *b;
  KliDuplicateReasons reasons; /* 0: not a pair */
} people[] = {
  { "name=Magda Nowak ; phone+=512 345 678 ; mail+=m@example.com",
    "name=Magda Nowak ; phone+=+48 512-345-678 ; mail+=M@Example.com",
    KLI_DUPLICATE_SAME_NAME | KLI_DUPLICATE_PHONE | KLI_DUPLICATE_MAIL },
  { "name=Ratna Kartikasari", "name=Ratna Kartika Sari", KLI_DUPLICATE_SAME_NAME },
  { "name=Zenobiusz Wrzeciono", "name=Zenobiusz Wrzetziono", 0 },
  { "name=Hermenegilda Lis ; phone+=512 345 111", "name=Hermengilda Lis", KLI_DUPLICATE_NEAR_NAME },
  { "name=Anna Żuk ; phone+=512 345 222 ; mail+=dom@example.com",
    "name=Piotr Żuk ; phone+=512 345 222 ; mail+=dom@example.com", 0 },
  { "name=Budi ; phone+=512 345 333", "name=Budi Santoso ; phone+=512 345 333",
    KLI_DUPLICATE_LIKE_NAME | KLI_DUPLICATE_PHONE },
  { "name=Jan Wrona ; phone+=512 345 444 ; birthday=1950-01-02",
    "name=Jan Wrona, Jr. ; phone+=512 345 444 ; birthday=1981-11-30", 0 },
  { "name=Ewa Kruk ; phone+=brak", "name=Iza Kruk ; phone+=brak", 0 },
  { "name=Jan Studio ; kind=person", "name=Jan Studio ; kind=organisation", 0 },
  { "name=Modrzew ; kind=organisation ; nip=526-000-12-46", "name=Szpak ; kind=organisation ; nip=PL5260001246",
    KLI_DUPLICATE_IDENTIFIER },
  /* What goes with the number counts, too, whatever the names. */
  { "name=Olcha ; kind=organisation ; nip=1134567004 ; mail+=biuro@example.com",
    "name=Kos ; kind=organisation ; nip=1134567004 ; mail+=biuro@example.com",
    KLI_DUPLICATE_IDENTIFIER | KLI_DUPLICATE_MAIL },
  { "name=Jaskier ; kind=organisation ; krs=28860", "name=Jaskier ; kind=organisation ; krs=0000028860",
    KLI_DUPLICATE_IDENTIFIER | KLI_DUPLICATE_SAME_NAME },
  { "name=Bez ; kind=person ; nip=1060000062", "name=Bez ; kind=organisation ; nip=1060000062", 0 },
  { "name=Jan Klon ; pesel+=44051401359|umowa", "name=Piotr Grab ; pesel+=44051401359|umowa", 0 },
};

static void
test_people (Fixture *fixture, gconstpointer data)
{
  gint64 ids[G_N_ELEMENTS (people)][2];
  g_autoptr (GArray) pairs = NULL;
  guint n_pairs = 0;

  fixture_run (fixture, kli_set_personal_numbers (TRUE));
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      ids[i][0] = add (fixture, people[i].a);
      ids[i][1] = add (fixture, people[i].b);
    }
  pairs = find (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      const KliDuplicatePair *pair = find_pair (pairs, ids[i][0], ids[i][1]);

      g_test_message ("%s, %s", people[i].a, people[i].b);
      g_assert_cmpint (pair != NULL, ==, people[i].reasons != 0);
      if (pair != NULL)
        g_assert_cmpint (pair->reasons, ==, people[i].reasons);
      n_pairs += people[i].reasons != 0;
    }
  g_assert_cmpuint (pairs->len, ==, n_pairs);
  assert_in_order (pairs);
}

/* Król is a surname of many, and still Krol Lis is Karol Lis. */
static void
test_surname_as_first_name (Fixture *fixture, gconstpointer data)
{
  gint64 karol = add (fixture, "name=Karol Lis ; mail+=lis@example.com");
  gint64 krol = add (fixture, "name=Krol Lis ; mail+=lis@example.com");
  g_autoptr (GArray) pairs = NULL;

  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *king = g_strdup_printf ("name=Ewa%c Król", 'a' + i);
      g_autofree char *other = g_strdup_printf ("name=Karol Zając%c", 'a' + i);

      add (fixture, king);
      add (fixture, other);
    }
  pairs = find (fixture);
  g_assert_nonnull (find_pair (pairs, karol, krol));
}

/* Who is in the trash is nobody's double, and deleted numbers are not shared. */
static void
test_deleted (Fixture *fixture, gconstpointer data)
{
  gint64 a = add (fixture, "name=Ula Kos ; phone+=512 345 678");
  gint64 b = add (fixture, "name=U. Kos ; phone+=512 345 678");
  g_autoptr (GArray) pairs = find (fixture);
  g_autoptr (GArray) without_phone = NULL;
  g_autoptr (GArray) in_trash = NULL;

  g_assert_nonnull (find_pair (pairs, a, b));
  fixture_set (fixture, &kli_contact_kind, b, "phone-=512 345 678");
  without_phone = find (fixture);
  g_assert_cmpuint (without_phone->len, ==, 0);
  fixture_set (fixture, &kli_contact_kind, b, "name=Ula Kos");
  fixture_run (fixture, kli_trash (&kli_contact_kind, &a, 1));
  in_trash = find (fixture);
  g_assert_cmpuint (in_trash->len, ==, 0);
}

typedef struct
{
  gint64 first;
  gint64 second;
  gboolean still;
} Looking;

static gpointer
look_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Looking *looking = user_data;

  return kli_duplicates_still (connection, looking->first, looking->second, &looking->still, error) ? looking : NULL;
}

/* Whether the pair still has to be looked at, whoever is named first. */
static gboolean
is_still (Fixture *fixture, gint64 a, gint64 b)
{
  Looking one = { a, b, FALSE };
  Looking other = { b, a, FALSE };
  g_autoptr (GError) error = NULL;

  kli_store_read (fixture->store, look_func, &one, &error);
  g_assert_no_error (error);
  kli_store_read (fixture->store, look_func, &other, &error);
  g_assert_no_error (error);
  g_assert_cmpint (one.still, ==, other.still);

  return one.still;
}

static void
test_still (Fixture *fixture, gconstpointer data)
{
  gint64 a = add (fixture, "name=Ula Kos");
  gint64 b = add (fixture, "name=Ula Kos");
  gint64 c = add (fixture, "name=Ula Kos");
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (guint));

  g_assert_true (is_still (fixture, a, b));
  fixture_run (fixture, kli_distinguish_contacts (a, b));
  g_assert_false (is_still (fixture, a, b));
  g_assert_true (is_still (fixture, a, c));
  fixture_run (fixture, kli_merge_contacts (a, c, nothing));
  g_assert_false (is_still (fixture, a, c));
  fixture_run (fixture, kli_unmerge_contact (c));
  g_assert_true (is_still (fixture, a, c));
  fixture_run (fixture, kli_trash (&kli_contact_kind, &a, 1));
  g_assert_false (is_still (fixture, a, c));
}

/* --- everybody with everybody ------------------------------------------------------------------------- */

typedef struct
{
  GPtrArray *wholes; /* KliWhole */
  GPtrArray *keys;   /* char* */
  GHashTable *words; /* char* → count */
} Crowd;

static void
crowd_clear (Crowd *crowd)
{
  g_ptr_array_unref (crowd->wholes);
  g_ptr_array_unref (crowd->keys);
  g_hash_table_unref (crowd->words);
}

/* Whether a word stands first counts: a name of one is the misspelling of the other. */
static void
count_up (Crowd *crowd, gboolean is_first, const char *word)
{
  char *key = g_strconcat (is_first ? "^" : "", word, NULL);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (crowd->words, key));

  g_hash_table_insert (crowd->words, key, GUINT_TO_POINTER (n + 1));
}

static void
count_words (Crowd *crowd, const char *key)
{
  g_auto (GStrv) words = g_strsplit (key, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean is_again = FALSE;

      for (guint j = 0; j < i; j++)
        is_again |= j > 0 && g_str_equal (words[i], words[j]);
      if (!is_again)
        count_up (crowd, i == 0, words[i]);
    }
}

static guint
count_word (const Crowd *crowd, const char *name, const char *text, gsize length)
{
  g_autofree char *word = g_strdup_printf ("%s%.*s", text == name ? "^" : "", (int)length, text);

  return GPOINTER_TO_UINT (g_hash_table_lookup (crowd->words, word));
}

static const char *
text_of (const Crowd *crowd, guint who, guint column)
{
  return kli_row_get_text (kli_whole_get_root (g_ptr_array_index (crowd->wholes, who)), column);
}

static gboolean
has_point (const Crowd *crowd, guint who, const char *kind, const char *normal)
{
  const KliWhole *whole = g_ptr_array_index (crowd->wholes, who);

  for (guint i = 0; i < kli_whole_count_parts (whole, &kli_contact_point_kind); i++)
    {
      const KliRow *point = kli_whole_get_part (whole, &kli_contact_point_kind, i);

      if (g_str_equal (kli_row_get_text (point, KLI_CONTACT_POINT_KIND), kind)
          && g_str_equal (kli_row_get_text (point, KLI_CONTACT_POINT_NORMAL), normal))
        return TRUE;
    }

  return FALSE;
}

static const char *
number_of (const Crowd *crowd, guint who)
{
  const KliRow *number = kli_whole_get_part (g_ptr_array_index (crowd->wholes, who), &kli_identifier_kind, 0);

  return number != NULL ? kli_row_get_text (number, KLI_IDENTIFIER_NORMAL) : "";
}

/* How many have the official number that both have. */
static guint
count_sharers (const Crowd *crowd, guint a, guint b)
{
  const char *number = number_of (crowd, a);
  guint n = 0;

  if (*number == '\0' || !g_str_equal (number, number_of (crowd, b)))
    return 0;
  for (guint i = 0; i < crowd->wholes->len; i++)
    n += g_str_equal (number_of (crowd, i), number);

  return n <= KLI_DUPLICATE_HOLDERS_MAX ? n : 0;
}

/* The least number of people who have a point that both have. */
static guint
count_holders (const Crowd *crowd, guint a, guint b, const char *kind)
{
  const KliWhole *whole = g_ptr_array_index (crowd->wholes, a);
  guint least = 0;

  for (guint i = 0; i < kli_whole_count_parts (whole, &kli_contact_point_kind); i++)
    {
      const KliRow *point = kli_whole_get_part (whole, &kli_contact_point_kind, i);
      const char *normal = kli_row_get_text (point, KLI_CONTACT_POINT_NORMAL);
      guint n = 0;

      if (!g_str_equal (kli_row_get_text (point, KLI_CONTACT_POINT_KIND), kind) || !has_point (crowd, b, kind, normal))
        continue;
      for (guint other = 0; other < crowd->wholes->len; other++)
        n += has_point (crowd, other, kind, normal);
      if (n <= KLI_DUPLICATE_HOLDERS_MAX && (least == 0 || n < least))
        least = n;
    }

  return least;
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* The words in order. */
static char *
sort_words (const char *key)
{
  g_auto (GStrv) words = g_strsplit (key, " ", -1);

  qsort (words, g_strv_length (words), sizeof (char *), compare_strings);

  return g_strjoinv (" ", words);
}

static guint
count_namesakes (const Crowd *crowd, guint a, guint b)
{
  g_autofree char *one = sort_words (g_ptr_array_index (crowd->keys, a));
  g_autofree char *other = sort_words (g_ptr_array_index (crowd->keys, b));
  guint n = 0;

  for (guint i = 0; i < crowd->keys->len; i++)
    {
      g_autofree char *key = sort_words (g_ptr_array_index (crowd->keys, i));

      n += g_str_equal (key, one) || g_str_equal (key, other);
    }

  return n;
}

static guint
weigh (const Crowd *crowd, guint a, guint b, KliDuplicateReasons *reasons)
{
  KliDuplicateEvidence evidence = { 0 };
  KliNameDifference difference;

  if (!g_str_equal (text_of (crowd, a, KLI_CONTACT_KIND), text_of (crowd, b, KLI_CONTACT_KIND)))
    return 0;
  evidence.likeness = kli_duplicate_name_compare (g_ptr_array_index (crowd->keys, a),
                                                  g_ptr_array_index (crowd->keys, b), &difference);
  if (difference.a_length > 0
      && kli_duplicate_are_two_words (
          count_word (crowd, g_ptr_array_index (crowd->keys, a), difference.a, difference.a_length),
          count_word (crowd, g_ptr_array_index (crowd->keys, b), difference.b, difference.b_length)))
    evidence.likeness = KLI_LIKENESS_OTHER;
  evidence.n_identifier = count_sharers (crowd, a, b);
  if (evidence.likeness == KLI_LIKENESS_OTHER && evidence.n_identifier == 0)
    return 0;
  evidence.n_namesakes = count_namesakes (crowd, a, b);
  evidence.n_phone = count_holders (crowd, a, b, "phone");
  evidence.n_mail = count_holders (crowd, a, b, "mail");
  evidence.birthdays = kli_duplicate_compare_birthdays (text_of (crowd, a, KLI_CONTACT_BIRTHDAY),
                                                        text_of (crowd, b, KLI_CONTACT_BIRTHDAY));

  return kli_duplicate_weigh (&evidence, reasons);
}

static const char *
pick (const char *const *words, guint n)
{
  return words[g_test_rand_int_range (0, (gint32)n)];
}

/* Few names, numbers and days, so that much is shared by chance. */
static gint64
add_somebody (Fixture *fixture)
{
  static const char *const givens[]
      = { "Anna", "Ana", "Maria", "Marta", "Kartika", "Karti", "Jan", "Krzysztof", "Krzystof", "A." };
  static const char *const families[]
      = { "Nowak", "Nowk", "Kowalski", "Kowalska", "Kowalka", "Sari", "Kasari", "Zielony", "Zielonny", "Lis" };
  g_autoptr (GString) line = g_string_new (NULL);

  g_string_append_printf (line, "%sname=%s", g_test_rand_int_range (0, 9) == 0 ? "kind=organisation ; " : "",
                          pick (givens, G_N_ELEMENTS (givens)));
  for (guint n = (guint)g_test_rand_int_range (0, 3); n > 0; n--)
    g_string_append_printf (line, "%s%s", g_test_rand_int_range (0, 8) == 0 ? "" : " ",
                            pick (families, G_N_ELEMENTS (families)));
  if (g_test_rand_int_range (0, 3) == 0)
    g_string_append_printf (line, " ; phone+=+48 512 345 %03d", g_test_rand_int_range (0, 60));
  if (g_test_rand_int_range (0, 3) == 0)
    g_string_append_printf (line, " ; mail+=m%d@example.com", g_test_rand_int_range (0, 60));
  if (g_test_rand_int_range (0, 2) == 0)
    g_string_append_printf (line, " ; birthday=19%d0-02-0%d", g_test_rand_int_range (4, 6),
                            g_test_rand_int_range (1, 3));
  if (g_test_rand_int_range (0, 6) == 0)
    g_string_append_printf (line, " ; nip=52600012%02d", g_test_rand_int_range (0, 30));

  return add (fixture, line->str);
}

static void
check_crowd (Fixture *fixture, guint n_people)
{
  Crowd crowd
      = { g_ptr_array_new_with_free_func ((GDestroyNotify)kli_whole_unref), g_ptr_array_new_with_free_func (g_free),
          g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  g_autoptr (GArray) pairs = NULL;
  guint n_expected = 0;

  for (guint i = 0; i < n_people; i++)
    {
      KliWhole *whole = fixture_read (fixture, &kli_contact_kind, add_somebody (fixture));

      g_ptr_array_add (crowd.wholes, whole);
      g_ptr_array_add (crowd.keys, kli_name_match_key (text_of (&crowd, i, KLI_CONTACT_NAME)));
      count_words (&crowd, g_ptr_array_index (crowd.keys, i));
    }
  pairs = find (fixture);
  for (guint a = 0; a < n_people; a++)
    for (guint b = a + 1; b < n_people; b++)
      {
        KliDuplicateReasons reasons = 0;
        guint score = weigh (&crowd, a, b, &reasons);
        const KliDuplicatePair *pair = find_pair (pairs, kli_whole_get_root (g_ptr_array_index (crowd.wholes, a))->id,
                                                  kli_whole_get_root (g_ptr_array_index (crowd.wholes, b))->id);

        if ((score >= KLI_DUPLICATE_SCORE_MIN) != (pair != NULL)
            || (pair != NULL && (pair->score != score || pair->reasons != reasons)))
          g_error ("“%s” and “%s”: %u, found %u", (char *)g_ptr_array_index (crowd.keys, a),
                   (char *)g_ptr_array_index (crowd.keys, b), score, pair != NULL ? pair->score : 0);
        n_expected += pair != NULL;
      }
  g_assert_cmpuint (pairs->len, ==, n_expected);
  g_assert_true (n_expected > 0 || n_people < 50);
  assert_in_order (pairs);
  crowd_clear (&crowd);
}

static void
test_crowd (Fixture *fixture, gconstpointer data)
{
  check_crowd (fixture, GPOINTER_TO_UINT (data));
}

/* --- planted ------------------------------------------------------------------------------------------ */

static void
test_planted (Fixture *fixture, gconstpointer data)
{
  guint wanted = 300;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) planted = g_array_new (FALSE, FALSE, sizeof (KliPlantedPair));
  g_autoptr (GArray) originals = NULL;
  g_autoptr (GArray) pairs = NULL;

  fixture_run (fixture, kli_generate_contacts (11, 0, 3000));
  originals = kli_store_read (fixture->store, kli_generate_choose_func, &wanted, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (originals->len, ==, wanted);
  fixture_run (fixture, kli_generate_copies (11, originals, 0, 200, planted));
  fixture_run (fixture, kli_generate_copies (11, originals, 200, 100, planted));
  g_assert_cmpuint (planted->len, ==, wanted);
  pairs = find (fixture);
  for (guint i = 0; i < planted->len; i++)
    {
      const KliPlantedPair *pair = &g_array_index (planted, KliPlantedPair, i);

      g_test_message ("%s %" G_GINT64_FORMAT, pair->difference, pair->second);
      g_assert_nonnull (find_pair (pairs, pair->first, pair->second));
    }
}

/* --- progress and cancelling -------------------------------------------------------------------------- */

typedef struct
{
  GCancellable *cancellable;
  double cancel_at;
  double last;
} Progress;

static void
progress_cb (double fraction, gpointer user_data)
{
  Progress *progress = user_data;

  g_assert_cmpfloat (fraction, >=, progress->last);
  g_assert_cmpfloat (fraction, <=, 1);
  progress->last = fraction;
  if (fraction >= progress->cancel_at)
    g_cancellable_cancel (progress->cancellable);
}

static gpointer
watch_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Progress *progress = user_data;

  return kli_duplicates_find (connection, progress_cb, progress, progress->cancellable, error);
}

static void
test_progress (Fixture *fixture, gconstpointer data)
{
  add (fixture, "name=Ula Kos");
  add (fixture, "name=Ula Kos");
  for (guint tenth = 0; tenth <= 11; tenth++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Progress progress = { cancellable, tenth / 10.0, 0 };
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) pairs = kli_store_read (fixture->store, watch_func, &progress, &error);

      if (tenth < 5)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      else if (tenth > 10)
        g_assert_cmpuint (pairs->len, ==, 1);
      if (tenth > 10)
        g_assert_cmpfloat (progress.last, ==, 1);
    }
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) pairs = find (fixture);

  g_assert_cmpuint (pairs->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/duplicates/empty", Fixture, NULL, fixture_set_up, test_empty, fixture_tear_down);
  g_test_add ("/duplicates/people", Fixture, NULL, fixture_set_up, test_people, fixture_tear_down);
  g_test_add ("/duplicates/surname-as-first-name", Fixture, NULL, fixture_set_up, test_surname_as_first_name,
              fixture_tear_down);
  g_test_add ("/duplicates/still", Fixture, NULL, fixture_set_up, test_still, fixture_tear_down);
  g_test_add ("/duplicates/deleted", Fixture, NULL, fixture_set_up, test_deleted, fixture_tear_down);
  g_test_add ("/duplicates/crowd/20", Fixture, GUINT_TO_POINTER (20), fixture_set_up, test_crowd, fixture_tear_down);
  g_test_add ("/duplicates/crowd/60", Fixture, GUINT_TO_POINTER (60), fixture_set_up, test_crowd, fixture_tear_down);
  g_test_add ("/duplicates/crowd/200", Fixture, GUINT_TO_POINTER (200), fixture_set_up, test_crowd, fixture_tear_down);
  g_test_add ("/duplicates/planted", Fixture, NULL, fixture_set_up_bare, test_planted, fixture_tear_down);
  g_test_add ("/duplicates/progress", Fixture, NULL, fixture_set_up, test_progress, fixture_tear_down);

  return g_test_run ();
}
