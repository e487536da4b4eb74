/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days as people type them. */
#include "core/kli-fold.h"
#include "core/kli-format-words.h"
#include "core/kli-format.h"
#include "core/kli-text.h"

#include <string.h>

#define SHORTEST_BEGINNING 3 /* letters that tell every month from the others, in all our languages */

/* A word of a typed day. */
typedef enum
{
  PIECE_NUMBER, /* one or two digits */
  PIECE_YEAR,   /* four digits */
  PIECE_MONTH,
  PIECE_SILENT, /* a weekday before, "r." behind */
  PIECE_UNKNOWN,
} PieceKind;

typedef struct
{
  PieceKind kind;
  int value;
} Piece;

/* 1 to 12 for i to xii, 0 for another word. */
static int
read_roman (const char *word)
{
  static const char *const romans[] = { "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii" };

  for (int i = 0; i < (int)G_N_ELEMENTS (romans); i++)
    if (strcmp (romans[i], word) == 0)
      return i + 1;
  return 0;
}

/* Whether @word, folded, begins @name, or is it; without the full stop of abbreviations. */
static gboolean
begins (const char *word, const char *name, gsize shortest)
{
  g_autofree char *folded = kli_fold (name);

  return strlen (word) >= shortest && g_str_has_prefix (folded, word);
}

/* 1 to 12, 0 when @word is no month. */
static int
read_month (const char *word, const KliFormatWords *words)
{
  for (int i = 0; i < 12; i++)
    if (begins (word, words->months[i], SHORTEST_BEGINNING)
        || begins (word, words->months_of_day[i], SHORTEST_BEGINNING)
        || begins (word, words->month_abbreviations[i], SHORTEST_BEGINNING))
      return i + 1;
  return read_roman (word);
}

static gboolean
is_silent (const char *word, const KliFormatWords *words)
{
  for (const char *const *year_word = words->year_words; *year_word != NULL; year_word++)
    if (strcmp (*year_word, word) == 0)
      return TRUE;
  for (int i = 0; i < 7; i++)
    if (begins (word, words->weekdays[i], SHORTEST_BEGINNING)
        || begins (word, words->weekday_abbreviations[i], strlen ("wt")))
      return TRUE;
  return FALSE;
}

/* The digits that @word consists of, but for an English ordinal ending; 0 when there is anything else. */
static gsize
count_digits (const char *word)
{
  static const char *const endings[] = { "", "st", "nd", "rd", "th" };
  gsize n = strspn (word, "0123456789");

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (strcmp (word + n, endings[i]) == 0 && (i == 0 || n <= 2))
      return n;
  return 0;
}

static Piece
read_piece (const char *word, const KliFormatWords *words)
{
  gsize n_digits = count_digits (word);
  int month;

  if (n_digits == 1 || n_digits == 2)
    return (Piece){ PIECE_NUMBER, atoi (word) };
  if (n_digits == 4)
    return (Piece){ PIECE_YEAR, atoi (word) };
  month = n_digits == 0 ? read_month (word, words) : 0;
  if (month > 0)
    return (Piece){ PIECE_MONTH, month };
  return (Piece){ n_digits == 0 && is_silent (word, words) ? PIECE_SILENT : PIECE_UNKNOWN, 0 };
}

/* The orders in which people write: day month year, year month day, and with a named month before the day. */
static const struct
{
  PieceKind kinds[3];
  guint n;
  guint year, month, day; /* their places; a year at place 3 is missing */
} orders[] = {
  { { PIECE_NUMBER, PIECE_NUMBER, PIECE_YEAR }, 3, 2, 1, 0 },
  { { PIECE_NUMBER, PIECE_MONTH, PIECE_YEAR }, 3, 2, 1, 0 },
  { { PIECE_YEAR, PIECE_NUMBER, PIECE_NUMBER }, 3, 0, 1, 2 },
  { { PIECE_YEAR, PIECE_MONTH, PIECE_NUMBER }, 3, 0, 1, 2 },
  { { PIECE_MONTH, PIECE_NUMBER, PIECE_YEAR }, 3, 2, 0, 1 },
  { { PIECE_NUMBER, PIECE_NUMBER }, 2, 3, 1, 0 },
  { { PIECE_NUMBER, PIECE_MONTH }, 2, 3, 1, 0 },
  { { PIECE_MONTH, PIECE_NUMBER }, 2, 3, 0, 1 },
};

static gboolean
has_order (const Piece *pieces, guint n, const PieceKind *kinds)
{
  for (guint i = 0; i < n; i++)
    if (pieces[i].kind != kinds[i])
      return FALSE;
  return TRUE;
}

/* Reads the pieces of @typed. @year is 0 when there is none.
 * Returns: whether they are a day in one of the orders; it may still not exist */
static gboolean
read_date (const char *typed, KliLanguage language, int *year, int *month, int *day)
{
  const KliFormatWords *words = kli_format_words (language);
  g_auto (GStrv) parts = kli_fold_words (typed);
  Piece pieces[4] = { 0 }; /* the fourth is the missing year: 0 */
  guint n = 0;

  for (char **part = parts; *part != NULL; part++)
    {
      Piece piece = read_piece (*part, words);

      if (piece.kind == PIECE_SILENT)
        continue;
      if (piece.kind == PIECE_UNKNOWN || n == 3)
        return FALSE;
      pieces[n++] = piece;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    if (orders[i].n == n && has_order (pieces, n, orders[i].kinds))
      {
        *year = pieces[orders[i].year].value;
        *month = pieces[orders[i].month].value;
        *day = pieces[orders[i].day].value;
        return TRUE;
      }
  return FALSE;
}

gboolean
kli_format_parse_day (const char *typed, KliLanguage language, KliDay *day)
{
  int y, m, d;
  KliDay found;

  g_return_val_if_fail (day != NULL, FALSE);

  if (!read_date (typed, language, &y, &m, &d))
    return FALSE;
  found = kli_day_new (y, m, d);
  if (found == KLI_DAY_NONE)
    return FALSE;
  *day = found;
  return TRUE;
}

char *
kli_format_parse_birthday (const char *typed, KliLanguage language)
{
  g_autofree char *text = kli_text_strip (typed);
  g_autofree char *birthday = NULL;
  int y, m, d;

  if (*text == '\0' || kli_birthday_is_valid (text))
    return g_steal_pointer (&text);
  if (!read_date (text, language, &y, &m, &d))
    return NULL;
  birthday = y > 0 ? g_strdup_printf ("%04d-%02d-%02d", y, m, d) : g_strdup_printf ("--%02d-%02d", m, d);
  return kli_birthday_is_valid (birthday) ? g_steal_pointer (&birthday) : NULL;
}
