/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Guesses the character set of a text that is not UTF-8, by reading it in each and looking
 * which result is made of words: letters beside letters of their own script, no capitals or
 * signs inside words, and the letters that the languages written in that charset use. */
#include "exchange/kli-charset.h"

#include <string.h>

#include "exchange/kli-decoder.h"

typedef struct
{
  const char *charset;
  const char *languages; /* that make it likelier, two letters each */
  const char *letters;   /* the common ones beyond ASCII */
} Candidate;

/* In order of likelihood: an earlier one wins over a later one with the same score. */
static const Candidate candidates[] = {
  { "WINDOWS-1252", "en de fr es pt it nl sv da no fi id ms", "äöüßÄÖÜéèêëàâçîïôûùñáíóúåæøãõÉÅÆØ–’“”" },
  { "WINDOWS-1250", "pl cs sk hu hr sl ro", "ąćęłńóśźżĄĆĘŁŃÓŚŹŻčďěňřšťůžáéíúýŠČŽŘőűăâîşţđäöü–’„”" },
  { "ISO-8859-2", "pl cs sk hu hr sl ro", "ąćęłńóśźżĄĆĘŁŃÓŚŹŻčďěňřšťůžáéíúýŠČŽŘőűăâîşţđäöü" },
  { "CP852", "pl cs sk hu hr sl ro", "ąćęłńóśźżĄĆĘŁŃÓŚŹŻčďěňřšťůžáéíúýŠČŽŘőűăâîşţđäöü" },
  { "WINDOWS-1251", "ru uk be bg sr mk", "оеаинтсрвлкмдпуяьыбгзчйхжшюцщэфёіїєґ" },
  { "KOI8-R", "ru", "оеаинтсрвлкмдпуяьыбгзчйхжшюцщэф" },
  { "WINDOWS-1253", "el", "αοιετσνηυρπκμλςάέήίόύώδγθχωβφξζψ" },
  { "WINDOWS-1254", "tr az", "çğıöşüÇĞİÖŞÜ" },
  { "WINDOWS-1257", "lt lv et", "ąčęėįšųūžāēģīķļņäöüõ" },
  { "WINDOWS-1255", "he", "אבגדהוזחטיךכלםמןנסעףפץצקרשת" },
  { "WINDOWS-1256", "ar fa", "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىآأ" },
  { "CP932", "ja", "のをにはがとしたてでいるなアンスルトリイラシレジドーフログマッ株式会社田山川本木村中小大" },
  { "EUC-JP", "ja", "のをにはがとしたてでいるなアンスルトリイラシレジドーフログマッ株式会社田山川本木村中小大" },
  { "GB18030", "zh", "的一是不了在人有我他这王李张刘陈杨黄赵吴周公司有限中国北京上海市路号" },
  { "BIG5-HKSCS", "zh", "的一是不了在人有我他這王李張劉陳楊黃趙吳周公司有限台灣北市路號" },
  { "CP949", "ko", "이다는에가을의하고지은김박최정강조윤장임서울시구동로주식회사" },
  { "CP874", "th", "กงจดตนบปพมยรลวสหอะาิีุูเแโใไ่้" },
};

enum
{
  SAMPLE_MAX = 32 * 1024,
  GOOD_LETTER = 3,
  ANY_LETTER = 1,
  STRAY_SIGN = -3,
  STRAY_CAPITAL = -3,
  MIXED_SCRIPT = -4,
  UNREADABLE = -10,
};

static gboolean
same_script (gunichar a, gunichar b)
{
  GUnicodeScript sa = g_unichar_get_script (a);
  GUnicodeScript sb = g_unichar_get_script (b);
  gboolean kana_or_han_a
      = sa == G_UNICODE_SCRIPT_HIRAGANA || sa == G_UNICODE_SCRIPT_KATAKANA || sa == G_UNICODE_SCRIPT_HAN;
  gboolean kana_or_han_b
      = sb == G_UNICODE_SCRIPT_HIRAGANA || sb == G_UNICODE_SCRIPT_KATAKANA || sb == G_UNICODE_SCRIPT_HAN;

  return sa == sb || (kana_or_han_a && kana_or_han_b) || sa == G_UNICODE_SCRIPT_COMMON || sb == G_UNICODE_SCRIPT_COMMON
         || sa == G_UNICODE_SCRIPT_INHERITED || sb == G_UNICODE_SCRIPT_INHERITED;
}

/* @c stands beyond ASCII; @before and @after are its neighbours, 0 at the edges. */
static int
score_character (const Candidate *candidate, gunichar before, gunichar c, gunichar after)
{
  int score = 0;

  if (c == 0xFFFD || !g_unichar_isdefined (c) || g_unichar_iscntrl (c) || g_unichar_type (c) == G_UNICODE_PRIVATE_USE)
    return UNREADABLE;
  if (g_utf8_strchr (candidate->letters, -1, c) != NULL)
    score = GOOD_LETTER;
  else if (g_unichar_isalpha (c))
    score = ANY_LETTER;
  else if (before != 0 && after != 0 && g_unichar_isalpha (before) && g_unichar_isalpha (after))
    return STRAY_SIGN;
  else if (g_unichar_ismark (c))
    return ANY_LETTER;
  else
    return before != 0 && g_unichar_isalpha (before) && !g_unichar_ispunct (c) ? STRAY_SIGN : 0;

  if (!g_unichar_isalpha (c))
    return score;
  if (g_unichar_isupper (c) && before != 0 && g_unichar_islower (before))
    score += STRAY_CAPITAL;
  if (g_unichar_islower (c) && after != 0 && g_unichar_isupper (after))
    score += STRAY_CAPITAL;
  if (before != 0 && g_unichar_isalpha (before) && !same_script (before, c))
    score += MIXED_SCRIPT;
  if (after != 0 && g_unichar_isalpha (after) && !same_script (after, c))
    score += MIXED_SCRIPT;

  return score;
}

/* Per mille of the best possible, so that charsets of two bytes a character stand beside
 * those of one. */
static int
score_text (const Candidate *candidate, const char *text)
{
  gint64 score = 0;
  gint64 n = 0;
  gunichar before = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x80)
        {
          const char *next = g_utf8_next_char (p);

          score += score_character (candidate, before, c, *next != '\0' ? g_utf8_get_char (next) : 0);
          n++;
        }
      before = c;
    }

  return n > 0 ? (int)(score * 1000 / (n * GOOD_LETTER)) : 0;
}

static gboolean
speaks (const Candidate *candidate, const char *language)
{
  return language != NULL && strlen (language) >= 2
         && g_strstr_len (candidate->languages, -1, (char[]){ language[0], language[1], '\0' }) != NULL;
}

const char *
kli_charset_guess (const guint8 *bytes, gsize length, const char *language)
{
  g_autoptr (GString) text = g_string_sized_new (MIN (length, SAMPLE_MAX) * 2);
  const char *best = candidates[0].charset;
  int best_score = G_MININT;

  g_return_val_if_fail (bytes != NULL || length == 0, best);

  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      int score;

      g_string_truncate (text, 0);
      kli_decode (bytes, MIN (length, SAMPLE_MAX), candidates[i].charset, text);
      /* The language of the desktop decides between equals, and no more. */
      score = score_text (&candidates[i], text->str) + (speaks (&candidates[i], language) ? 10 : 0);
      if (score > best_score)
        {
          best_score = score;
          best = candidates[i].charset;
        }
    }

  return best;
}
