/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What nobody would type, and somebody will. */
#include "hostile-texts.h"

#include "core/kli-query-text.h"

#include <string.h>

static const char *const texts[] = {
  "\"",
  "\"\"",
  "'",
  "AND",
  "OR",
  "NOT",
  "NEAR(a b)",
  "a AND b",
  "a NOT b",
  "fold:anna",
  "^anna",
  "anna*",
  "*",
  "\"anna",
  "anna\" OR \"1\"=\"1",
  "'; DROP TABLE contact; --",
  "%",
  "_",
  "a%",
  "()",
  "((((",
  "-",
  "--",
  "+",
  "+++",
  "{}",
  "[]",
  "\\",
  "\t\n\r ",
  ".",
  "…",
  "@",
  "@@",
  "<",
  "<321",
  "!!!",
  "😀",
  "\u200b",
  "\u202e",
  "\u202eanna",
  "e\u0301",
  "\u0301",
  "\u0301\u0301\u0301",
  "Z\u0351\u0343\u0342",
  "ﷺ",
  "﷽",
  "٣٤٥",
  "１２３",
  "²",
  "Ⅷ",
  "ǆ",
  "İ",
  "ſ",
  "\ue000",
  "\U0010ffff",
  "\ufffd",
  "0",
  "00",
  "000",
  "0000",
  "+0",
  "1 2 3 4 5 6 7 8 9 0",
  "a b c d e f g h i j k l m",
  /* words that many have, in a row and not */
  "\"a b\"",
  "\"a\"",
  "\"a a\"",
  "\"o o\"",
  "\"o z\"",
  "\"z o\"",
  "\"sp z o o\"",
  "\"o o z sp\"",
  "\"kota kota\"",
  "\"kota bandung\"",
  "\"bandung kota\"",
  "\"kota sp\"",
  "\"kota\"",
  "-\"kota kota\"",
  "\"sp z o o\" kota",
  "\"anna kota\"",
  "\"w sierpniu\"",
  "\"na na\"",
  "\"di na\"",
  "\"na targach w maju\"",
  "\"targach na w maju\"",
  "\"kota jakarta selatan\"",
  "\"a b c d e f g h i j k l m n o p q r s t u v w x y z\"",
  "\"o\" \"o\" \"z\" \"sp\"",
  "\"o o\" | \"z o\"",
  "(\"o o\" | \"z o\" | \"sp z\")",
  "-(\"o o\" | -(\"z o\" | -(\"sp z\" | -(\"o z\" | -(\"kota kota\" | -\"na na\")))))",
  "-(-\"o o\" | -\"z o\" | -\"sp z\")",
  "\"studio anna\" | \"o anna\"",
  "\"kota kowalska\"",
  "\"o kota kowalska na\" | \"kowalska kowalska\"",
  "(\"kota hakim\"|\"kota lubis\"|\"kota utomo\"|\"o winarno\"|\"kota susanto\"|\"o lubis\"|\"kota wijaya\"|\"sp "
  "tanjung\")",
  "(\"studio kowalski\"|\"kowalska o\"|\"o kowalski\"|\"klinik nowak\"|\"bina permana\"|\"toko wijaya\"|\"pt "
  "siahaan\")",
  "\"kowalska o o\" | \"o kowalska\"",
  "(\"kowalska a\" | \"a kowalska\" | -\"na kowalska\")",
  "(\"kota anna\"|\"o anna\"|\"anna kota\"|\"anna o\"|\"na anna\")",
  "\"sp z o o sp z o o\"",
  "(kota a|kota b|kota c|kota d|kota e|kota f|kota g|kota h|kota i|kota j|kota k|kota l|kota m|kota n|kota o|kota p)",
  "(a kota|kota -a|b -kota|-(kota b)|\"kota a\" kota|-\"kota a\" 4 8|4 8 4|\" kota a\")",
  "\"o o o\"",
  "\"z o o o\"",
  "(a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q|r|s|t|u|v|w|x|y|z|0|1|2|3|4|5|6|7|8|9)",
  "-(a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q|r|s|t|u|v|w|x|y|z)",
  "o z sp kota bandung na w di pt a studio jakarta lodz i u untuk nie do",
  "kota a k s w z",
  "-a -b -c -d -e -f",
  "-kota",
  "sp z o o sp z o o sp z o o",
  /* keys that there are not, and values that there are not */
  "nobody:knows",
  "a:b:c",
  ":",
  "::",
  ":a",
  "a:",
  "kind:",
  "kind:nothing",
  "birthday:-1",
  "birthday:99999999999999999999",
  "created:1e9",
  "city:\"",
  "city:*",
  "city:**",
  "tag:\"\"",
  "-nobody:knows",
  "has:everything",
  "is:,,,",
  "kind:person,,organisation",
  /* brackets */
  "(",
  ")",
  "(|)",
  "(||||)",
  "-(",
  "-()",
  "-(-(-(a)))",
  "(a",
  "a)",
  "(a | b",
  "(a | (b | (c | (d | (e | (f | (g | (h | (i | j)))))))))",
  "-(-(-(-(-(-(-(-(-(-(a | b) | c) | d) | e) | f) | g) | h) | i) | j) | k)",
  "(a|b)(c|d)",
  "(\"a | b\" | c)",
  /* other scripts, and marks */
  "אבג דהו",
  "مرحبا",
  "\u202bשלום\u202c כהן",
  "\u2066anna\u2069",
  "ａｎｎａ",
  "e\u0301\u0301\u0301\u0301",
  "a\u0300 b\u0300",
  "\"\u0301\"",
  "न\u094dन",
  "한국",
  "東京",
  "👩\u200d👩\u200d👧",
  "\ufeffanna",
  "a\u00adb",
  "a\u00a0b",
  "\u2028",
  "\"a\u2028b\"",
  "+48 +48 +48 +48 +48",
  "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0",
  "++++48",
  "4-8-4-8",
  "(48)(48)",
  "a@b@c@d",
  "@example.com",
  ".com",
  "www.",
  "http://",
};

/* The first letter of the alphabet and how many follow. */
static const struct
{
  gunichar first;
  guint n;
} alphabets[] = {
  { 'a', 26 },    { '0', 10 },    { 0x00df, 33 }, { 0x0100, 128 }, { 0x0391, 57 }, { 0x0410, 64 },
  { 0x05d0, 27 }, { 0x0621, 42 }, { 0x0905, 53 }, { 0x0e01, 46 },  { 0x3041, 83 },
};

static void
add_letters (GPtrArray *all)
{
  for (guint i = 0; i < G_N_ELEMENTS (alphabets); i++)
    for (guint n = 0; n < alphabets[i].n; n++)
      {
        char letter[7] = { 0 };

        g_unichar_to_utf8 (alphabets[i].first + n, letter);
        g_ptr_array_add (all, g_strdup (letter));
      }
}

/* @part over and over again, between @start and @end. */
static void
add_repeated (GPtrArray *all, const char *start, const char *part, guint n, const char *end)
{
  GString *text = g_string_new (start);

  for (guint i = 0; i < n; i++)
    g_string_append (text, part);
  g_string_append (text, end);
  g_ptr_array_add (all, g_string_free (text, FALSE));
}

/* Words that are among the most frequent of many stores, and in some order make sense. */
static const char *const frequent[]
    = { "sp", "z",      "o",    "o",       "kota", "bandung", "na", "w",     "di",  "pt",
        "a",  "studio", "kota", "jakarta", "lodz", "i",       "u",  "untuk", "nie", "do" };

/* Adds @n of them in a row, from the @first on. */
static void
append_row (GString *text, guint first, guint n)
{
  g_string_append_c (text, '"');
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", frequent[(first + i) % G_N_ELEMENTS (frequent)]);
  g_string_append_c (text, '"');
}

/* Rows of up to eight of them. */
static void
add_rows (GPtrArray *all)
{
  for (guint n = 1; n <= 8; n++)
    for (guint first = 0; first < G_N_ELEMENTS (frequent); first += 5)
      {
        GString *text = g_string_new (NULL);

        append_row (text, first, n);
        g_ptr_array_add (all, g_string_free (text, FALSE));
      }
}

/* Between @start and @end as many rows of @n words as a query takes, at most @most, each another one, after @opening
 * and before @closing. */
static void
add_many_rows (
    GPtrArray *all, const char *start, const char *opening, guint n, const char *closing, const char *end, guint most)
{
  GString *text = g_string_new (start);

  for (guint first = 0; first < MIN (G_N_ELEMENTS (frequent), most); first++)
    {
      g_autoptr (GString) row = g_string_new (opening);

      append_row (row, first, n);
      g_string_append (row, closing);
      if (text->len + row->len + strlen (end) <= KLI_QUERY_TEXT_MAX)
        g_string_append (text, row->str);
    }
  g_string_append (text, end);
  g_ptr_array_add (all, g_string_free (text, FALSE));
}

static void
add_combined_rows (GPtrArray *all)
{
  for (guint n = 2; n <= 5; n++)
    {
      add_many_rows (all, "(", "", n, "|", "a)", G_MAXUINT);
      add_many_rows (all, "", "-", n, " ", "", G_MAXUINT);
      add_many_rows (all, "", "", n, " ", "", G_MAXUINT);
      add_many_rows (all, "-(", "(kota ", n, ") | ", "a)", G_MAXUINT);
      add_many_rows (all, "", "-(", n, " | ", "a))))))", 6);
    }
}

GPtrArray *
hostile_texts_new (void)
{
  static const char *const parts[] = {
    "a",      "\"",     "(",  "-(", ")", "a ", "kota ", "o ", "\"o o\" ", "a|", "sp z o o ", "b|a ", "kota bandung ",
    "\u0301", "\u202e", "4 ", "a:"
  };
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_ptr_array_add (all, g_strdup (texts[i]));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      add_repeated (all, "", parts[i], 1000000 / strlen (parts[i]), "");
      add_repeated (all, "\"", parts[i], 60, "\"");
      add_repeated (all, "(b | ", parts[i], 40, ")");
    }
  add_letters (all);
  add_rows (all);
  add_combined_rows (all);

  return all;
}
