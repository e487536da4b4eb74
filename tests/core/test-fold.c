/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folding for search, the cutting into words, the order of names, the languages. */
#include "core/kli-fold.h"

#include <locale.h>
#include <string.h>

static const struct
{
  const char *text;
  const char *folded;
} folds[] = {
  { "ŻÓŁĆ", "zolc" }, /* domain 3.7 */
  { "Łukasz Świętosław", "lukasz swietoslaw" },
  { "Ma'ruf", "maruf" },
  { "Nowak-Zając", "nowak zajac" },
  { "Łódź", "lodz" },
  { "Müller", "muller" },
  { "Mu\xcc\x88ller", "muller" }, /* decomposed */
  { "Đorđe Øre", "dorde ore" },
  { "Straße", "strasse" },
  { "STRASSE", "strasse" },
  { "Ærø œuvre", "aero oeuvre" },
  { "Iğdır İstanbul", "igdir istanbul" },
  { "O’Neil", "oneil" },
  { "O´Neil O`Neil Oʼneil", "oneil oneil oneil" },
  { "  Ala \t\n ma\xc2\xa0kota  ", "ala ma kota" },
  { "Nowak – Zając — Lis", "nowak zajac lis" },
  { "sp. z o.o.", "sp. z o.o." },
  { "Ｆｕｌｌ ﬁ ①", "full fi 1" },
  { "Ἀχιλλεύς", "αχιλλευσ" },
  { "Ёлка Йод", "елка иод" },
  { "a\xe2\x80\x8b"
    "b\xc2\xad"
    "c\xe2\x80\xae"
    "d",
    "abcd" }, /* zero-width space, soft hyphen, override */
  { "", "" },
  { " ", "" },
  { "-", "" },
  { "a\xff"
    "b",
    "a\xef\xbf\xbd"
    "b" },
  { "株式会社", "株式会社" },
  { "Nguyễn Thị", "nguyen thi" },
};

static void
test_table (void)
{
  g_autofree char *none = kli_fold (NULL);

  g_assert_cmpstr (none, ==, "");
  for (gsize i = 0; i < G_N_ELEMENTS (folds); i++)
    {
      g_autofree char *folded = kli_fold (folds[i].text);

      g_assert_cmpstr (folded, ==, folds[i].folded);
    }
}

/* What a text of Latin letters becomes does not depend on whether something else stands in it, too: a mark, which is
 * dropped, makes it go the way of all other texts. */
static void
test_latin_as_any (void)
{
  for (gunichar first = 1; first < 0x180; first++)
    for (gunichar second = 1; second < 0x180; second++)
      {
        g_autoptr (GString) text = g_string_new (NULL);
        g_autofree char *latin = NULL;
        g_autofree char *any = NULL;

        g_string_append_unichar (text, first);
        g_string_append_unichar (text, second);
        latin = kli_fold (text->str);
        g_string_append (text, "\xe2\x80\x8b"); /* zero-width space */
        any = kli_fold (text->str);
        if (strcmp (latin, any) != 0)
          g_error ("U+%04X U+%04X folds to “%s” alone and to “%s” in other company", first, second, latin, any);
      }
}

/* Every code point alone and between letters: valid UTF-8, and folding again changes nothing. */
static void
test_every_code_point (void)
{
  for (gunichar c = 1; c <= 0x10ffff; c++)
    {
      g_autoptr (GString) text = g_string_new ("a");
      g_autofree char *once = NULL;
      g_autofree char *twice = NULL;

      if (!g_unichar_validate (c))
        continue;
      g_string_append_unichar (text, c);
      g_string_append_c (text, 'B');
      once = kli_fold (text->str);
      twice = kli_fold (once);
      if (!g_utf8_validate (once, -1, NULL) || strcmp (once, twice) != 0)
        g_error ("U+%04X folds to “%s” and that to “%s”", c, once, twice);
    }
}

/* F6: the desktop's locale does not matter, not even a Turkish one. */
static void
test_locales (void)
{
  static const char *const locales[] = { "tr_TR.UTF-8", "pl_PL.UTF-8", "C" };

  for (gsize i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      if (setlocale (LC_ALL, locales[i]) == NULL)
        g_test_message ("%s is not installed here", locales[i]);
      test_table ();
    }
}

static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *folded = NULL;

  for (int i = 0; i < 100000; i++)
    g_string_append (text, "Ż\xef\xb7\xba"); /* U+FDFA, the longest decomposition there is */
  folded = kli_fold (text->str);
  g_assert_true (g_str_has_prefix (folded, "zصل"));
}

static void
test_words (void)
{
  static const struct
  {
    const char *text;
    const char *words; /* joined by | */
  } cases[] = {
    { "Łukasz Nowak-Zając", "lukasz|nowak|zajac" },
    { "Ósemka Rowery sp. z o.o.", "osemka|rowery|sp|z|o|o" },
    { "  (Firma) X_Y, Z ", "firma|x|y|z" },
    { "O'Neil", "oneil" },
    { "3½ m²", "31|2|m2" }, /* the fraction slash is a symbol: it cuts */
    { "", "" },
    { "...", "" },
    { "anna.nowak@example.com", "anna|nowak|example|com" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) words = kli_fold_words (cases[i].text);
      g_autofree char *joined = g_strjoinv ("|", words);

      g_assert_cmpstr (joined, ==, cases[i].words);
    }
}

static void
test_starts (void)
{
  static const struct
  {
    const char *folded;
    const char *start;
    gboolean expected;
  } cases[] = {
    { "nowy sacz", "nowy", TRUE },
    { "nowy sacz", "sa", TRUE },
    { "nowy sacz", "nowy s", TRUE },
    { "nowy sacz", "acz", FALSE },
    { "nowy sacz", "y s", FALSE },
    { "nowy sacz", "nowy sacza", FALSE },
    { "sasanka s", "anka", FALSE },
    { "banana an", "an", TRUE },
    { "krakow (nowa huta)", "nowa", TRUE },
    { "", "a", FALSE },
    { "anything", "", TRUE },
    { "(x)", "(x", TRUE },
    { "\xd7\xa9\xd7\x9c \xd7\x90", "\xd7\x90", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (kli_fold_has_start (cases[i].folded, cases[i].start) != cases[i].expected)
      g_error ("Whether a word of “%s” begins with “%s” was expected to be %d", cases[i].folded, cases[i].start,
               cases[i].expected);
}

/* The Polish order of domain 3.7, in which ICU and glibc agree. */
static const char *const polish_order[] = {
  "Adam", "Ąck",   "Cwik",   "Czarny", "Ćwik",        "de Vries",    "Ewa",     "lis",     "Lis",    "Lucyna",
  "łoś",  "Łoś",   "Łukasz", "Nowak",  "Nowak Zając", "Nowak-Zając", "Ńczyk",   "O'Neil",  "Oska",   "Ośka",
  "Ólka", "Sliwa", "Szulc",  "Śliwa",  "zebra",       "Zięba",       "Zygmunt", "Źrebiec", "Żaneta",
};

static int
compare_keys (KliCollator *collator, const char *a, const char *b)
{
  g_autoptr (GBytes) key_a = kli_collator_key (collator, a);
  g_autoptr (GBytes) key_b = kli_collator_key (collator, b);

  return g_bytes_compare (key_a, key_b);
}

static void
test_polish_order (void)
{
  g_autoptr (KliCollator) collator = kli_collator_new (KLI_LANGUAGE_PL);

  for (gsize i = 0; i < G_N_ELEMENTS (polish_order); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (polish_order); j++)
      {
        int expected = i < j ? -1 : i > j;
        int direct = kli_collator_compare (collator, polish_order[i], polish_order[j]);
        int by_key = compare_keys (collator, polish_order[i], polish_order[j]);

        if (direct != expected || (by_key > 0) - (by_key < 0) != expected)
          g_error ("“%s” and “%s”: expected %d, found %d and by key %d", polish_order[i], polish_order[j], expected,
                   direct, by_key);
      }
}

static void
test_orders_differ (void)
{
  g_autoptr (KliCollator) indonesian = kli_collator_new (KLI_LANGUAGE_ID);
  g_autoptr (KliCollator) polish = kli_collator_new (KLI_LANGUAGE_PL);
  g_autofree char *version_id = kli_collator_version (indonesian);
  g_autofree char *version_pl = kli_collator_version (polish);

  g_assert_cmpint (kli_collator_compare (indonesian, "Ćwik", "Cyryl"), <, 0);
  g_assert_cmpint (kli_collator_compare (polish, "Ćwik", "Cyryl"), >, 0);
  g_assert_cmpstr (version_id, !=, version_pl);
  g_assert_true (g_str_has_prefix (version_pl, "pl "));
}

static void
test_key_bytes (void)
{
  g_autoptr (KliCollator) collator = kli_collator_new (KLI_LANGUAGE_EN);
  g_autofree char *text = g_strnfill (5000, 'z');
  g_autoptr (GBytes) key = kli_collator_key (collator, text);
  g_autoptr (GBytes) empty = kli_collator_key (collator, "");
  gsize length;
  const char *bytes = g_bytes_get_data (key, &length);

  g_assert_cmpuint (length, >, 1000);
  g_assert_null (memchr (bytes, 0, length));
  g_assert_cmpint (g_bytes_compare (empty, key), <, 0);
}

static void
test_language (void)
{
  static const struct
  {
    const char *tag;
    KliLanguage language;
  } cases[] = {
    { "pl_PL.UTF-8", KLI_LANGUAGE_PL },
    { "pl", KLI_LANGUAGE_PL },
    { "PL-pl", KLI_LANGUAGE_PL },
    { "pl:en", KLI_LANGUAGE_PL },
    { "pl@euro", KLI_LANGUAGE_PL },
    { "id_ID.UTF-8", KLI_LANGUAGE_ID },
    { "id", KLI_LANGUAGE_ID },
    { "in_ID", KLI_LANGUAGE_ID },
    { "en_GB", KLI_LANGUAGE_EN },
    { "C", KLI_LANGUAGE_EN },
    { "C.UTF-8", KLI_LANGUAGE_EN },
    { "POSIX", KLI_LANGUAGE_EN },
    { "", KLI_LANGUAGE_EN },
    { "plx", KLI_LANGUAGE_EN },
    { "de_DE", KLI_LANGUAGE_EN },
    { "p", KLI_LANGUAGE_EN },
    { NULL, KLI_LANGUAGE_EN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (kli_language_from_tag (cases[i].tag) != cases[i].language)
      g_error ("“%s” should be %s", cases[i].tag, kli_language_tag (cases[i].language));
  for (KliLanguage language = 0; language < KLI_N_LANGUAGES; language++)
    g_assert_cmpint (kli_language_from_tag (kli_language_tag (language)), ==, language);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fold/table", test_table);
  g_test_add_func ("/fold/latin-as-any", test_latin_as_any);
  g_test_add_func ("/fold/every-code-point", test_every_code_point);
  g_test_add_func ("/fold/locales", test_locales);
  g_test_add_func ("/fold/long", test_long);
  g_test_add_func ("/fold/words", test_words);
  g_test_add_func ("/fold/starts", test_starts);
  g_test_add_func ("/collator/polish-order", test_polish_order);
  g_test_add_func ("/collator/orders-differ", test_orders_differ);
  g_test_add_func ("/collator/key-bytes", test_key_bytes);
  g_test_add_func ("/language/tags", test_language);
  return g_test_run ();
}
