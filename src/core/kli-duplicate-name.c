/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How alike two names are. */
#include "core/kli-duplicate-name.h"

#include "core/kli-edit-distance.h"

#include <string.h>

#define WORDS_MAX 16
/* Shorter words have too many neighbours that are names of their own: Jan and Jon, Ewa and Iwa. */
#define NEAR_LENGTH_MIN 4
#define LOOSE_LENGTH_MIN 8
#define JOINED_LENGTH_MIN 6

typedef struct
{
  const char *text;
  gsize length;
} Word;

typedef struct
{
  Word words[WORDS_MAX];
  guint n;
} Words;

/* Returns: FALSE when there are more words than any name has. */
static gboolean
part (const char *name, Words *out)
{
  const char *p = name;

  out->n = 0;
  while (*p != '\0')
    {
      gsize length = strcspn (p, " ");

      if (out->n == WORDS_MAX)
        return FALSE;
      if (length > 0)
        out->words[out->n++] = (Word){ p, length };
      p += length;
      p += strspn (p, " ");
    }

  return TRUE;
}

static gboolean
is_equal (const Word *a, const Word *b)
{
  return a->length == b->length && memcmp (a->text, b->text, a->length) == 0;
}

/* --- what two names share ----------------------------------------------------------------------------- */

static void
take_away (Words *words, guint place)
{
  memmove (&words->words[place], &words->words[place + 1], (words->n - place - 1) * sizeof (Word));
  words->n--;
}

/* Takes the words away that both have. Returns: how many those were. */
static guint
take_common_away (Words *a, Words *b)
{
  guint n_common = 0;

  for (guint i = 0; i < a->n;)
    {
      guint j = 0;

      while (j < b->n && !is_equal (&a->words[i], &b->words[j]))
        j++;
      if (j == b->n)
        {
          i++;
          continue;
        }
      take_away (a, i);
      take_away (b, j);
      n_common++;
    }

  return n_common;
}

static gboolean
has_digit (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (text[i]))
      return TRUE;

  return FALSE;
}

/* Daniel and Daniela are two people, who may well share a telephone. */
static gboolean
is_feminine_of (const Word *a, const Word *b)
{
  const Word *longer = a->length > b->length ? a : b;
  const Word *shorter = a->length > b->length ? b : a;

  return longer->length == shorter->length + 1 && longer->text[shorter->length] == 'a'
         && memcmp (longer->text, shorter->text, shorter->length) == 0;
}

static gboolean
is_initial_of (const Word *a, const Word *b)
{
  const char *end = g_utf8_next_char (a->text);

  return (gsize)(end - a->text) == a->length && b->length > a->length && memcmp (a->text, b->text, a->length) == 0;
}

/* Match keys have -ski for -ska; whoever misspells -ska must be found, too. Returns: (transfer full) (nullable) */
static char *
make_feminine (const char *text, gsize length)
{
  static const char *const endings[] = { "ski", "cki", "zki" };
  char *feminine;

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (length > 3 && memcmp (text + length - 3, endings[i], 3) == 0)
      {
        feminine = g_strndup (text, length);
        feminine[length - 1] = 'a';
        return feminine;
      }

  return NULL;
}

static guint
count_edits (const Word *a, const Word *b)
{
  g_autofree char *feminine_a = make_feminine (a->text, a->length);
  g_autofree char *feminine_b = make_feminine (b->text, b->length);
  guint n = kli_edit_distance (a->text, a->length, b->text, b->length, 2);

  if (feminine_a != NULL)
    n = MIN (n, kli_edit_distance (feminine_a, a->length, b->text, b->length, 2));
  if (feminine_b != NULL)
    n = MIN (n, kli_edit_distance (a->text, a->length, feminine_b, b->length, 2));

  return n;
}

/* Two words that are written differently. */
static KliLikeness
compare_words (const Word *a, const Word *b)
{
  gsize length = MIN (g_utf8_strlen (a->text, (gssize)a->length), g_utf8_strlen (b->text, (gssize)b->length));
  guint n;

  if (length < NEAR_LENGTH_MIN || is_feminine_of (a, b) || has_digit (a->text, a->length)
      || has_digit (b->text, b->length))
    return KLI_LIKENESS_OTHER;
  n = count_edits (a, b);
  if (n <= 1)
    return KLI_LIKENESS_NEAR;

  return n == 2 && length >= LOOSE_LENGTH_MIN ? KLI_LIKENESS_LOOSE : KLI_LIKENESS_OTHER;
}

/* Names that differ in one word. */
static KliLikeness
compare_rest (const Word *a, const Word *b, guint n_common, KliNameDifference *difference)
{
  if (n_common > 0 && (is_initial_of (a, b) || is_initial_of (b, a)))
    return KLI_LIKENESS_LOOSE;
  if (difference != NULL)
    *difference = (KliNameDifference){ a->text, a->length, b->text, b->length };

  return compare_words (a, b);
}

/* --- joined ------------------------------------------------------------------------------------------- */

static gsize
join (const Words *words, GString *out)
{
  g_string_truncate (out, 0);
  for (guint i = 0; i < words->n; i++)
    g_string_append_len (out, words->words[i].text, (gssize)words->words[i].length);

  return out->len;
}

/* Words that were written in another number: "kartika sari" and "kartikasari". @a, @b: all of both names. */
static KliLikeness
compare_joined (const Words *a, const Words *b, const Words *rest_a, const Words *rest_b)
{
  g_autoptr (GString) joined_a = g_string_new (NULL);
  g_autoptr (GString) joined_b = g_string_new (NULL);

  if (MAX (rest_a->n, rest_b->n) == 2 && MIN (rest_a->n, rest_b->n) == 1 && join (rest_a, joined_a) > 0
      && join (rest_b, joined_b) > 0 && g_string_equal (joined_a, joined_b))
    {
      const Words *two = rest_a->n == 2 ? rest_a : rest_b;

      /* Only neighbours are one word. */
      if (two->words[1].text == two->words[0].text + two->words[0].length + 1)
        return KLI_LIKENESS_SAME;
    }
  join (a, joined_a);
  join (b, joined_b);
  if (g_string_equal (joined_a, joined_b))
    return KLI_LIKENESS_SAME;
  if (g_utf8_strlen (joined_a->str, -1) < JOINED_LENGTH_MIN || g_utf8_strlen (joined_b->str, -1) < JOINED_LENGTH_MIN
      || has_digit (joined_a->str, joined_a->len) || has_digit (joined_b->str, joined_b->len))
    return KLI_LIKENESS_OTHER;

  return kli_edit_distance (joined_a->str, joined_a->len, joined_b->str, joined_b->len, 1) <= 1 ? KLI_LIKENESS_NEAR
                                                                                                : KLI_LIKENESS_OTHER;
}

/* --- names -------------------------------------------------------------------------------------------- */

KliLikeness
kli_duplicate_name_compare (const char *a, const char *b, KliNameDifference *difference)
{
  Words all_a, all_b, rest_a, rest_b;
  KliLikeness joined;
  guint n_common;

  g_return_val_if_fail (a != NULL && b != NULL, KLI_LIKENESS_OTHER);

  if (difference != NULL)
    *difference = (KliNameDifference){ "", 0, "", 0 };
  if (*a == '\0' || *b == '\0')
    return KLI_LIKENESS_OTHER;
  if (!part (a, &all_a) || !part (b, &all_b))
    return g_str_equal (a, b) ? KLI_LIKENESS_SAME : KLI_LIKENESS_OTHER;

  rest_a = all_a;
  rest_b = all_b;
  n_common = take_common_away (&rest_a, &rest_b);
  if (rest_a.n == 0 && rest_b.n == 0)
    return KLI_LIKENESS_SAME;
  if (rest_a.n == 1 && rest_b.n == 1)
    return compare_rest (&rest_a.words[0], &rest_b.words[0], n_common, difference);
  joined = all_a.n != all_b.n ? compare_joined (&all_a, &all_b, &rest_a, &rest_b) : KLI_LIKENESS_OTHER;
  if (joined != KLI_LIKENESS_OTHER || n_common == 0 || MIN (rest_a.n, rest_b.n) > 0)
    return joined;

  return n_common > 1 ? KLI_LIKENESS_LOOSE : KLI_LIKENESS_PART;
}

/* --- keys --------------------------------------------------------------------------------------------- */

/* The last step of MurmurHash3 (Appleby): every bit of the sum depends on every bit that went in. */
static guint64
mix (guint64 hash)
{
  hash ^= hash >> 33;
  hash *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  hash ^= hash >> 33;
  hash *= G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);

  return hash ^ (hash >> 33);
}

/* FNV-1a, which can be gone on with. */
#define HASH_BEGINNING G_GUINT64_CONSTANT (0xcbf29ce484222325)
/* So that a name that is joined never looks like one that is not. */
#define JOINED_SALT G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

static guint64
hash_on (guint64 hash, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar)text[i]) * G_GUINT64_CONSTANT (0x100000001b3);

  return hash;
}

guint64
kli_duplicate_word_hash (const char *word, gsize length)
{
  return mix (hash_on (HASH_BEGINNING, word, length));
}

static guint64
hash_words (const Words *words)
{
  guint64 sum = 0;

  for (guint i = 0; i < words->n; i++)
    sum += kli_duplicate_word_hash (words->words[i].text, words->words[i].length);

  return sum;
}

guint64
kli_duplicate_name_hash (const char *name)
{
  Words words;

  return part (name, &words) ? hash_words (&words) : kli_duplicate_word_hash (name, strlen (name));
}

static guint64
hash_joined (const Words *words)
{
  guint64 hash = HASH_BEGINNING;

  for (guint i = 0; i < words->n; i++)
    hash = hash_on (hash, words->words[i].text, words->words[i].length);

  return hash;
}

void
kli_duplicate_name_same_keys (const char *name, KliDuplicateKeyFunc func, gpointer user_data)
{
  Words words;
  guint64 sum;

  g_return_if_fail (name != NULL && func != NULL);

  func (kli_duplicate_name_hash (name), user_data);
  if (!part (name, &words) || words.n == 0)
    return;
  sum = hash_words (&words);
  func (mix (hash_joined (&words) ^ JOINED_SALT), user_data);
  for (guint i = 0; i + 1 < words.n; i++)
    {
      const Word *first = &words.words[i];
      const Word *second = &words.words[i + 1];
      guint64 both = hash_on (hash_on (HASH_BEGINNING, first->text, first->length), second->text, second->length);

      func (sum - kli_duplicate_word_hash (first->text, first->length)
                - kli_duplicate_word_hash (second->text, second->length) + mix (both),
            user_data);
    }
}

/* The hashes of @text without each of its letters, as @base + mix (… ^ @salt). */
static void
give_shortened (
    const char *text, gsize length, guint64 base, guint64 salt, KliDuplicateKeyFunc func, gpointer user_data)
{
  guint64 before = HASH_BEGINNING;
  const char *p = text;

  while (p < text + length)
    {
      const char *next = g_utf8_next_char (p);

      func (base + mix (hash_on (before, next, (gsize)(text + length - next)) ^ salt), user_data);
      before = hash_on (before, p, (gsize)(next - p));
      p = next;
    }
}

static void
give_shortened_joined (const Words *words, KliDuplicateKeyFunc func, gpointer user_data)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  join (words, joined);
  if (g_utf8_strlen (joined->str, -1) < JOINED_LENGTH_MIN || has_digit (joined->str, joined->len))
    return;
  func (mix (hash_on (HASH_BEGINNING, joined->str, joined->len) ^ JOINED_SALT), user_data);
  give_shortened (joined->str, joined->len, 0, JOINED_SALT, func, user_data);
}

/* A word with one letter less, and as it is for those that have one more. @rest: the sum of the other words */
static void
give_shortened_word (const Word *word, guint64 rest, KliDuplicateKeyFunc func, gpointer user_data)
{
  g_autofree char *feminine = NULL;

  if (g_utf8_strlen (word->text, (gssize)word->length) < NEAR_LENGTH_MIN || has_digit (word->text, word->length))
    return;
  give_shortened (word->text, word->length, rest, 0, func, user_data);
  feminine = make_feminine (word->text, word->length);
  if (feminine == NULL)
    return;
  func (rest + kli_duplicate_word_hash (feminine, word->length), user_data);
  give_shortened (feminine, word->length, rest, 0, func, user_data);
}

void
kli_duplicate_name_near_keys (const char *name, KliDuplicateKeyFunc func, gpointer user_data)
{
  Words words;
  guint64 sum;

  g_return_if_fail (name != NULL && func != NULL);

  if (!part (name, &words) || words.n == 0)
    return;
  sum = hash_words (&words);
  func (sum, user_data);
  for (guint i = 0; i < words.n; i++)
    give_shortened_word (&words.words[i], sum - kli_duplicate_word_hash (words.words[i].text, words.words[i].length),
                         func, user_data);
  give_shortened_joined (&words, func, user_data);
}

void
kli_duplicate_name_word_keys (const char *name, KliDuplicateKeyFunc func, gpointer user_data)
{
  Words words;

  g_return_if_fail (name != NULL && func != NULL);

  if (!part (name, &words))
    return;
  for (guint i = 0; i < words.n; i++)
    func (kli_duplicate_word_hash (words.words[i].text, words.words[i].length), user_data);
}
