/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folding for search. Ours, because neither SQLite nor a Unicode normalisation takes ł, đ and ø apart. */
#include "core/kli-fold.h"

#include "core/kli-utf16.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

/* Lower-case letters that have no decomposition, in code order. */
static const struct
{
  UChar32 letter;
  const char *folded;
} stroked_letters[] = {
  { 0x00e6, "ae" }, /* æ */
  { 0x00f0, "d" },  /* ð */
  { 0x00f8, "o" },  /* ø */
  { 0x00fe, "th" }, /* þ */
  { 0x0111, "d" },  /* đ */
  { 0x0127, "h" },  /* ħ */
  { 0x0131, "i" },  /* ı */
  { 0x0142, "l" },  /* ł */
  { 0x014b, "n" },  /* ŋ */
  { 0x0153, "oe" }, /* œ */
  { 0x0167, "t" },  /* ŧ */
  { 0x0180, "b" },  /* ƀ */
  { 0x0268, "i" },  /* ɨ */
};

typedef enum
{
  FOLD_KEEP,
  FOLD_DROP,
  FOLD_SPACE,
} Treatment;

#define DROPPED_CATEGORIES (U_GC_M_MASK | U_GC_CF_MASK)
#define SPACE_CATEGORIES (U_GC_PD_MASK | U_GC_Z_MASK | U_GC_CC_MASK)
#define WORD_CATEGORIES (U_GC_L_MASK | U_GC_N_MASK | U_GC_CO_MASK)
#define MINUS_SIGN 0x2212

/* What people type for an apostrophe, in code order. */
static const UChar32 apostrophes[] = { '\'', '`', 0x00b4, 0x02b9, 0x02bb, 0x02bc, 0x2018, 0x2019 };

static gboolean
is_apostrophe (UChar32 c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (apostrophes); i++)
    if (apostrophes[i] == c)
      return TRUE;
  return FALSE;
}

/* What becomes of a code point once case and decomposition are done. */
static Treatment
treat (UChar32 c)
{
  guint32 category = U_GET_GC_MASK (c);

  if (is_apostrophe (c) || (category & DROPPED_CATEGORIES) != 0)
    return FOLD_DROP;
  return c == MINUS_SIGN || (category & SPACE_CATEGORIES) != 0 ? FOLD_SPACE : FOLD_KEEP;
}

static void
append_folded (GString *out, UChar32 c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (stroked_letters) && stroked_letters[i].letter <= c; i++)
    if (stroked_letters[i].letter == c)
      {
        g_string_append (out, stroked_letters[i].folded);
        return;
      }
  g_string_append_unichar (out, (gunichar)c);
}

/* Spaces are owed until a character follows: none ends up at either end. */
static void
append_treated (GString *out, UChar32 c, gboolean *space_owed)
{
  switch (treat (c))
    {
    case FOLD_DROP: return;
    case FOLD_SPACE: *space_owed = TRUE; return;
    case FOLD_KEEP:
    default:
      if (*space_owed && out->len > 0)
        g_string_append_c (out, ' ');
      *space_owed = FALSE;
      append_folded (out, c);
    }
}

/* Normalises into @capacity units at @out, which must be enough.
 * Returns: the length. */
static int32_t
normalise (const UNormalizer2 *form, const KliUtf16 *in, UChar **out)
{
  UErrorCode status = U_ZERO_ERROR;
  int32_t capacity = in->length * 4 + 16;
  int32_t length;

  *out = g_new (UChar, capacity);
  length = unorm2_normalize (form, in->text, in->length, *out, capacity, &status);
  if (status == U_BUFFER_OVERFLOW_ERROR)
    {
      status = U_ZERO_ERROR;
      *out = g_renew (UChar, *out, length);
      length = unorm2_normalize (form, in->text, in->length, *out, length, &status);
    }
  g_assert (U_SUCCESS (status));
  return length;
}

static void
fold_unicode (GString *out, const char *text)
{
  UErrorCode status = U_ZERO_ERROR;
  /* Case folding and compatibility first, then apart: the other way round would leave some pairs apart. */
  const UNormalizer2 *casefold = unorm2_getNFKCCasefoldInstance (&status);
  const UNormalizer2 *apart = unorm2_getNFKDInstance (&status);
  g_auto (KliUtf16) utf16 = { 0 };
  KliUtf16 folded = { 0 };
  g_autofree UChar *folded_text = NULL;
  g_autofree UChar *decomposed = NULL;
  gboolean space_owed = FALSE;
  int32_t length;

  g_assert (U_SUCCESS (status));
  kli_utf16_init (&utf16, text, -1);
  for (int32_t i = 0; i < utf16.length; i++)
    if (utf16.text[i] == 0x00b4) /* a lone acute typed as an apostrophe: it would decompose to a space */
      utf16.text[i] = '\'';
  folded.length = normalise (casefold, &utf16, &folded_text);
  folded.text = folded_text;
  length = normalise (apart, &folded, &decomposed);
  for (int32_t i = 0; i < length;)
    {
      UChar32 c;

      U16_NEXT (decomposed, i, length, c);
      append_treated (out, c, &space_owed);
    }
}

/* --- Latin letters ------------------------------------------------------------------------------------ */

/* Nearly every text that is folded holds nothing above them. None of them changes what a neighbour becomes, so each is
 * folded once, in the long way, and looked up from then on. */
#define FIRST_LATIN 0x80
#define END_OF_LATIN 0x180
/* "¼" is the longest of them: two digits and a slash of three bytes. */
#define LONGEST_FOLDED 8

typedef char LatinFolds[END_OF_LATIN - FIRST_LATIN][LONGEST_FOLDED];

static gpointer
make_latin_folds (gpointer unused)
{
  LatinFolds *folds = g_malloc0 (sizeof (LatinFolds));

  for (gunichar c = FIRST_LATIN; c < END_OF_LATIN; c++)
    {
      g_autoptr (GString) text = g_string_new ("a");
      g_autoptr (GString) out = g_string_new (NULL);

      g_string_append_unichar (text, c);
      g_string_append_c (text, 'b'); /* or a space would be lost at the end */
      fold_unicode (out, text->str);
      g_assert (out->len >= 2 && out->len - 2 < LONGEST_FOLDED);
      memcpy ((*folds)[c - FIRST_LATIN], out->str + 1, out->len - 2);
    }

  return folds;
}

static const LatinFolds *
get_latin_folds (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_latin_folds, NULL);
}

/* Whether there is nothing else in @text: of the letters above ASCII, the two bytes 0xc2 to 0xc5 and one more. */
static gboolean
is_latin (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar)*text >= 0x80)
      {
        if ((guchar)*text < 0xc2 || (guchar)*text > 0xc5 || ((guchar)text[1] & 0xc0) != 0x80)
          return FALSE;
        text++;
      }
  return TRUE;
}

/* Where a folded text is written, with room enough. */
typedef struct
{
  char *start;
  char *end;
  gboolean space_owed;
} Folded;

static inline void
append_byte (Folded *out, char c)
{
  if (c == ' ')
    {
      out->space_owed = TRUE;
      return;
    }
  if (out->space_owed && out->end > out->start)
    *out->end++ = ' ';
  out->space_owed = FALSE;
  *out->end++ = c;
}

/* As append_treated () does, for ASCII. */
static inline void
append_ascii (Folded *out, char c)
{
  if (c == '\'' || c == '`')
    return;
  append_byte (out, c <= ' ' || c == '-' || c == 0x7f ? ' ' : g_ascii_tolower (c));
}

/* Returns: (transfer full) */
static char *
fold_latin (const char *text)
{
  const LatinFolds *folds = NULL;
  char *start = g_malloc (strlen (text) * LONGEST_FOLDED / 2 + 1); /* a letter above ASCII takes two bytes */
  Folded out = { start, start, FALSE };

  for (; *text != '\0'; text++)
    if ((guchar)*text < 0x80)
      append_ascii (&out, *text);
    else
      {
        folds = folds != NULL ? folds : get_latin_folds ();
        for (const char *p = (*folds)[g_utf8_get_char (text) - FIRST_LATIN]; *p != '\0'; p++)
          append_byte (&out, *p);
        text++;
      }
  *out.end = '\0';

  return start;
}

char *
kli_fold (const char *text)
{
  GString *out;

  if (text == NULL)
    return g_strdup ("");
  if (is_latin (text))
    return fold_latin (text);
  out = g_string_sized_new (strlen (text));
  fold_unicode (out, text);
  return g_string_free (out, FALSE);
}

gboolean
kli_fold_equal (const char *a, const char *b)
{
  g_autofree char *folded_a = kli_fold (a);
  g_autofree char *folded_b = kli_fold (b);

  return g_str_equal (folded_a, folded_b);
}

/* Whether unicode61 of FTS5 makes it part of a word. */
static gboolean
is_word_character (gunichar c)
{
  return c < 0x80 ? g_ascii_isalnum ((char)c) : (U_GET_GC_MASK ((UChar32)c) & WORD_CATEGORIES) != 0;
}

char **
kli_fold_words (const char *text)
{
  g_autofree char *folded = kli_fold (text);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  const char *start = NULL;
  const char *p = folded;

  for (; *p != '\0'; p = g_utf8_next_char (p))
    if (is_word_character (g_utf8_get_char (p)))
      {
        if (start == NULL)
          start = p;
      }
    else if (start != NULL)
      {
        g_ptr_array_add (words, g_strndup (start, p - start));
        start = NULL;
      }
  if (start != NULL)
    g_ptr_array_add (words, g_strdup (start));
  g_ptr_array_add (words, NULL);
  return (char **)g_ptr_array_free (g_steal_pointer (&words), FALSE);
}

gboolean
kli_fold_has_start (const char *folded, const char *start)
{
  g_return_val_if_fail (folded != NULL && start != NULL, FALSE);

  for (const char *p = strstr (folded, start); p != NULL; p = strstr (g_utf8_next_char (p), start))
    if (p == folded || !is_word_character (g_utf8_get_char (g_utf8_prev_char (p))))
      return TRUE;

  return FALSE;
}
