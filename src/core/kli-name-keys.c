/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a name is sorted by, matched by, and shortened to. */
#include "core/kli-fold.h"
#include "core/kli-name.h"
#include "core/kli-name-words.h"
#include "core/kli-text.h"
#include "core/kli-utf16.h"

#include <string.h>

/* Before every letter and before the space, in every collation. */
#define FIELD_SEPARATOR "\t"
#define N_INITIALS 2

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/* A name without the legal forms before and behind it. Returns: (transfer full) */
static char *
without_legal_forms (const char *name, gboolean trailing_too)
{
  g_autofree char *line = kli_text_single_line (name);
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  guint n = g_strv_length (words);
  guint first = 0;
  guint form;

  while (first + 1 < n && kli_name_words_is_leading_form (words[first]))
    first++;
  while (trailing_too && (form = kli_name_words_trailing_form (words + first, n - first)) > 0)
    for (; form > 0; form--)
      g_clear_pointer (&words[--n], g_free);
  return g_strjoinv (" ", words + first);
}

/* @first and @second with @separator between them, or the one that is not empty. Returns: (transfer full) */
static char *
join_two (const char *first, const char *separator, const char *second)
{
  if (is_empty (first) || is_empty (second))
    return g_strdup (is_empty (first) ? (second != NULL ? second : "") : first);
  return g_strconcat (first, separator, second, NULL);
}

static char *
sort_text_of_parts (const char *given, const char *additional, const char *family, gboolean by_family)
{
  g_autofree char *forenames = join_two (given, " ", additional);

  return by_family ? join_two (family, FIELD_SEPARATOR, forenames) : join_two (forenames, " ", family);
}

char *
kli_name_sort_text (KliNameKind kind,
                    const char *given,
                    const char *additional,
                    const char *family,
                    const char *display_name,
                    gboolean by_family)
{
  g_auto (KliNameParts) guessed = { 0 };

  if (kind == KLI_NAME_ORGANISATION)
    return without_legal_forms (display_name, FALSE);
  if (!is_empty (given) || !is_empty (family))
    return sort_text_of_parts (given, additional, family, by_family);
  kli_name_split (display_name, &guessed);
  return sort_text_of_parts (guessed.given, guessed.additional, guessed.family, by_family);
}

/* The first grapheme of @word that shows something, from its first letter or digit on. Returns: (transfer full) */
static char *
initial_of (const char *word)
{
  const char *p = word;
  g_autofree char *grapheme = NULL;

  while (*p != '\0' && !g_unichar_isalnum (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  if (*p == '\0')
    return g_strdup ("");
  grapheme = kli_text_first_grapheme (p);
  return kli_utf16_upper (grapheme);
}

char *
kli_name_initials (const char *display_name)
{
  g_autofree char *name = without_legal_forms (display_name, TRUE);
  g_auto (GStrv) words = g_strsplit_set (name, " ,", -1);
  GString *initials = g_string_new (NULL);
  guint found = 0;
  guint title;
  char **word = words;

  while ((title = kli_name_words_title (word, word > words)) > 0)
    word += title;
  for (; *word != NULL && found < N_INITIALS; word++)
    {
      g_autofree char *initial = initial_of (*word);

      if (*initial == '\0' || kli_name_words_is_connective (*word)
          || (found > 0 && kli_name_words_is_degree (*word, FALSE)))
        continue;
      g_string_append (initials, initial);
      found++;
    }
  if (found == 0)
    {
      g_autofree char *sign = kli_text_first_grapheme (name);

      g_string_append (initials, sign);
    }
  return g_string_free (initials, FALSE);
}

/* Whether @word, which is folded, is a Polish adjectival surname that ends with @letter: Kowalski, Kowalska. */
static gboolean
has_gender (const char *word, char letter)
{
  static const char *const stems[] = { "sk", "ck", "dzk" };
  gsize length = strlen (word);

  for (gsize i = 0; i < G_N_ELEMENTS (stems); i++)
    {
      gsize stem = strlen (stems[i]);

      if (length > stem + 2 && word[length - 1] == letter && memcmp (word + length - 1 - stem, stems[i], stem) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Kowalska is a Kowalski. Changes a folded word in place. */
static void
make_masculine (char *word)
{
  if (has_gender (word, 'a'))
    word[strlen (word) - 1] = 'i';
}

char *
kli_name_other_gender (const char *word)
{
  char *other;

  g_return_val_if_fail (word != NULL, NULL);

  if (!has_gender (word, 'a') && !has_gender (word, 'i'))
    return NULL;
  other = g_strdup (word);
  other[strlen (other) - 1] = g_str_has_suffix (word, "a") ? 'i' : 'a';

  return other;
}

char *
kli_name_match_key (const char *name)
{
  g_autofree char *bare = without_legal_forms (name, TRUE);
  g_auto (KliNameParts) parts = { 0 };
  g_autofree char *in_order = NULL;
  g_auto (GStrv) words = NULL;

  kli_name_split (bare, &parts);
  in_order = sort_text_of_parts (parts.given, parts.additional, parts.family, FALSE);
  words = kli_fold_words (in_order);
  for (char **word = words; *word != NULL; word++)
    make_masculine (*word);
  return g_strjoinv (" ", words);
}
