/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of domain 3.1 and 3.2. Words are compared folded and without full stops at their end; where the full stop
 * or the case tells a title from a name, the tables say so. */
#include "core/kli-name-words.h"

#include "core/kli-fold.h"

#include <string.h>

typedef enum
{
  TITLE_PLAIN = 0,
  TITLE_NEEDS_STOP = 1 << 0,  /* "R." but not a name "R" */
  TITLE_IS_INITIAL = 1 << 1,  /* a single letter: a title only before a whole name of two words */
  TITLE_AFTER_TITLE = 1 << 2, /* "dr hab.", "lek. med." */
} TitleFlags;

static const struct
{
  const char *word;
  const char *second; /* NULL: a title of one word */
  TitleFlags flags;
} titles[] = {
  /* Polish */
  { "mgr", NULL, TITLE_PLAIN },
  { "inz", NULL, TITLE_NEEDS_STOP },
  { "dr", NULL, TITLE_PLAIN },
  { "hab", NULL, TITLE_AFTER_TITLE },
  { "prof", NULL, TITLE_PLAIN },
  { "lic", NULL, TITLE_NEEDS_STOP },
  { "r", "pr", TITLE_NEEDS_STOP },
  { "adw", NULL, TITLE_NEEDS_STOP },
  { "lek", NULL, TITLE_NEEDS_STOP },
  { "med", NULL, TITLE_AFTER_TITLE },
  { "dent", NULL, TITLE_AFTER_TITLE },
  { "stom", NULL, TITLE_AFTER_TITLE },
  { "wet", NULL, TITLE_AFTER_TITLE },
  { "ks", NULL, TITLE_NEEDS_STOP },
  { "pan", NULL, TITLE_PLAIN },
  { "pani", NULL, TITLE_PLAIN },
  /* Indonesian */
  { "drg", NULL, TITLE_PLAIN },
  { "drh", NULL, TITLE_PLAIN },
  { "ir", NULL, TITLE_PLAIN },
  { "drs", NULL, TITLE_PLAIN },
  { "dra", NULL, TITLE_PLAIN },
  { "h", NULL, TITLE_NEEDS_STOP | TITLE_IS_INITIAL },
  { "hj", NULL, TITLE_PLAIN },
  { "r", NULL, TITLE_NEEDS_STOP | TITLE_IS_INITIAL },
  { "rr", NULL, TITLE_NEEDS_STOP },
  { "r.a", NULL, TITLE_NEEDS_STOP },
  { "r.m", NULL, TITLE_NEEDS_STOP },
  { "k.h", NULL, TITLE_NEEDS_STOP },
  { "kh", NULL, TITLE_PLAIN },
  { "apt", NULL, TITLE_NEEDS_STOP },
  { "tn", NULL, TITLE_NEEDS_STOP },
  { "ny", NULL, TITLE_NEEDS_STOP },
  { "nn", NULL, TITLE_NEEDS_STOP },
  { "sdr", NULL, TITLE_NEEDS_STOP },
  { "sdri", NULL, TITLE_NEEDS_STOP },
  { "bpk", NULL, TITLE_PLAIN },
  { "bapak", NULL, TITLE_PLAIN },
  { "pak", NULL, TITLE_PLAIN },
  { "ibu", NULL, TITLE_PLAIN },
  { "bu", NULL, TITLE_PLAIN },
  { "kak", NULL, TITLE_PLAIN },
  { "mbak", NULL, TITLE_PLAIN },
  { "saudara", NULL, TITLE_PLAIN },
  { "saudari", NULL, TITLE_PLAIN },
  /* English */
  { "mr", NULL, TITLE_PLAIN },
  { "mrs", NULL, TITLE_PLAIN },
  { "ms", NULL, TITLE_PLAIN },
  { "miss", NULL, TITLE_PLAIN },
  { "mx", NULL, TITLE_PLAIN },
  { "sir", NULL, TITLE_PLAIN },
  { "rev", NULL, TITLE_NEEDS_STOP },
};

static const char *const degrees[] = { "phd", "ph.d", "md", "m.d", "mba",  "m.b.a", "msc", "bsc",  "llm", "jr", "sr",
                                       "ii",  "iii",  "iv", "cpa", "acca", "mpd",   "spd", "ners", "esq", NULL };
static const char *const degrees_after_comma[] = { "ma", "ba", "ca", "ak",   "apt", "ns",  "se",  "sh",   "mh",
                                                   "mm", "st", "mt", "skom", "ssi", "cfa", "bba", "dipl", NULL };
/* What stands before the first full stop of a degree: S.Pd., M.Pd., Sp.A., A.Md., LL.M., Ph.D. */
static const char *const degree_starts[] = { "s", "m", "sp", "b", "a", "d", "ph", "ll", "dipl", NULL };
static const char *const generations[] = { "jr", "sr", "ii", "iii", "iv", NULL };
static const char *const particles[] = { "de",    "van", "von", "der", "den", "da",  "di",  "dos", "la", "le", "bin",
                                         "binti", "al",  "el",  "ibn", "zu",  "ter", "ten", "af",  "av", NULL };
static const char *const connectives[]
    = { "i", "oraz", "and", "dan", "et", "und", "&", "+", "z", "w", "of", "the", NULL };
static const char *const leading_forms[]
    = { "pt", "cv", "ud", "fa", "firma", "pd", "yayasan", "koperasi", "perkumpulan", "perum", NULL };
/* Written with or without full stops and spaces: both are dropped before comparing. */
static const char *const trailing_forms[]
    = { "spzoo",   "spzoospk",      "spolkazoo", "spolkazograniczonaodpowiedzialnoscia",
        "sa",      "spolkaakcyjna", "sc",        "spolkacywilna",
        "spj",     "spolkajawna",   "spk",       "spolkakomandytowa",
        "spp",     "ska",           "psa",       "tbk",
        "persero", "ltd",           "limited",   "llc",
        "inc",     "gmbh",          "ag",        "plc",
        NULL };
#define LONGEST_TRAILING_FORM 5 /* words: "spółka z ograniczoną odpowiedzialnością", "sp. z o. o. sp.k." */

static gboolean
is_among (const char *const *list, const char *word)
{
  for (; *list != NULL; list++)
    if (**list == *word && strcmp (*list, word) == 0)
      return TRUE;
  return FALSE;
}

/* Returns: (transfer full): folded, without full stops and commas at the end */
static char *
bare (const char *word)
{
  char *folded = kli_fold (word);
  gsize length = strlen (folded);

  while (length > 0 && strchr (".,", folded[length - 1]) != NULL)
    folded[--length] = '\0';
  return folded;
}

/* "J." or "J": an initial, before which a single letter is one too. */
static gboolean
is_initial (const char *word)
{
  glong length = g_utf8_strlen (word, -1);

  return length == 1 || (length == 2 && g_str_has_suffix (word, "."));
}

/* Whether the first of @words is the @second of a title, and not the last of the name. */
static gboolean
is_second (const char *second, char **words)
{
  g_autofree char *folded = bare (words[0]);

  return strcmp (second, folded) == 0 && words[1] != NULL;
}

guint
kli_name_words_title (char **words, gboolean after_title)
{
  g_autofree char *first = NULL;

  if (words[0] == NULL || words[1] == NULL)
    return 0;
  first = bare (words[0]);
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      guint length = titles[i].second != NULL ? 2 : 1;

      if (*titles[i].word != *first || strcmp (titles[i].word, first) != 0
          || (titles[i].second != NULL && !is_second (titles[i].second, words + 1))
          || ((titles[i].flags & TITLE_NEEDS_STOP) != 0 && !g_str_has_suffix (words[0], "."))
          || ((titles[i].flags & TITLE_AFTER_TITLE) != 0 && !after_title)
          || ((titles[i].flags & TITLE_IS_INITIAL) != 0 && !after_title && (words[2] == NULL || is_initial (words[1]))))
        continue;
      return length;
    }
  return 0;
}

/* Letters in groups of one to six with a full stop after each but perhaps the last, the first group a known one. */
static gboolean
is_dotted_degree (const char *word)
{
  g_auto (GStrv) groups = NULL;

  if (strchr (word, '.') == NULL)
    return FALSE;
  groups = g_strsplit (word, ".", -1);
  if (groups[0] == NULL || groups[1] == NULL || !is_among (degree_starts, groups[0]))
    return FALSE;
  for (guint i = 0; groups[i] != NULL; i++)
    {
      gsize length = strlen (groups[i]);

      if (length < 1 || length > 6 || strspn (groups[i], "abcdefghijklmnopqrstuvwxyz") < length)
        return FALSE;
    }
  return TRUE;
}

gboolean
kli_name_words_is_degree (const char *word, gboolean after_comma)
{
  g_autofree char *folded = bare (word);

  return is_among (degrees, folded) || is_dotted_degree (folded)
         || (after_comma && is_among (degrees_after_comma, folded));
}

gboolean
kli_name_words_is_generation (const char *word)
{
  g_autofree char *folded = bare (word);

  return is_among (generations, folded);
}

gboolean
kli_name_words_is_particle (const char *word)
{
  g_autofree char *folded = bare (word);

  /* Only "Bin" and "Binti" are written with a capital and still no name of their own. */
  return is_among (particles, folded)
         && (g_unichar_islower (g_utf8_get_char (word)) || strcmp (folded, "bin") == 0
             || strcmp (folded, "binti") == 0);
}

gboolean
kli_name_words_is_connective (const char *word)
{
  return is_among (connectives, word);
}

gboolean
kli_name_words_is_leading_form (const char *word)
{
  g_autofree char *folded = bare (word);

  return is_among (leading_forms, folded);
}

/* @word folded, without the marks that legal forms are written with or without. Returns: (transfer full) */
static char *
without_marks (const char *word)
{
  char *folded = kli_fold (word);
  char *end = folded;

  for (const char *p = folded; *p != '\0'; p++)
    if (strchr (".,()", *p) == NULL)
      *end++ = *p;
  *end = '\0';
  return folded;
}

/* Whether @word can be the last of a legal form: few are, and the rest need not be looked at. */
static gboolean
ends_trailing_form (const char *word)
{
  g_autofree char *bare_word = without_marks (word);
  gsize n = strlen (bare_word);

  if (n == 0) /* but marks, as a full stop with a space before it */
    return TRUE;
  for (const char *const *form = trailing_forms; *form != NULL; form++)
    {
      gsize length = strlen (*form);

      if (length >= n && (*form)[length - 1] == bare_word[n - 1] && strcmp (*form + length - n, bare_word) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether the @n words at @words are a legal form. One of two letters must not be written like a surname. */
static gboolean
is_trailing_form (char **words, guint n)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *word = without_marks (words[i]);

      g_string_append (joined, word);
    }
  if (!is_among (trailing_forms, joined->str))
    return FALSE;
  return n > 1 || joined->len > 2 || strchr (words[0], '.') != NULL || g_ascii_isupper (words[0][1]);
}

guint
kli_name_words_trailing_form (char **words, guint n_words)
{
  if (n_words < 2 || !ends_trailing_form (words[n_words - 1]))
    return 0;
  for (guint n = MIN (LONGEST_TRAILING_FORM, n_words - 1); n > 0; n--)
    if (is_trailing_form (words + n_words - n, n))
      return n;
  return 0;
}
