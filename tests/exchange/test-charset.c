/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of charsets, byte-order marks, the guess, and bytes into UTF-8 in pieces of any size. */
#include "exchange/kli-charset.h"
#include "exchange/kli-decoder.h"

#include <string.h>

static const struct
{
  const char *name;
  const char *charset; /* NULL: not one of ours */
} lookups[] = {
  { "UTF-8", "UTF-8" },
  { "utf8", "UTF-8" },
  { "ISO-8859-1", "WINDOWS-1252" },
  { "iso8859_2", "ISO-8859-2" },
  { "Windows-1250", "WINDOWS-1250" },
  { "cp1250", "WINDOWS-1250" },
  { "SHIFT_JIS", "CP932" },
  { "x-sjis", "CP932" },
  { "ks_c_5601-1987", "CP949" },
  { "ISO-2022-CN-EXT", NULL },
  { "UTF-7", NULL },
  { "//TRANSLIT", NULL },
  { "../../../etc/passwd", NULL },
  { "", NULL },
  { "a name that is far longer than any name of any charset anywhere", NULL },
};

static void
test_lookup (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lookups); i++)
    g_assert_cmpstr (kli_charset_lookup (lookups[i].name), ==, lookups[i].charset);
}

/* Every name leads to a charset that the converter has. */
static void
test_converters (void)
{
  static const char *const names[]
      = { "big5",    "cp437",      "cp850",       "cp852",       "euc-jp",      "euc-kr",       "gb18030",
          "gb2312",  "macintosh",  "koi8-r",      "koi8-u",      "iso-8859-3",  "iso-8859-4",   "iso-8859-5",
          "tis-620", "iso-8859-9", "iso-8859-13", "iso-8859-16", "iso-2022-jp", "windows-1258", "utf-16be" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *charset = kli_charset_lookup (names[i]);
      g_autoptr (GString) text = g_string_new (NULL);

      g_assert_nonnull (charset);
      kli_decode ((const guint8 *)"\0A\0B", 4, charset, text);
      if (strstr (text->str, "A") == NULL && !g_str_equal (charset, "UTF-16LE"))
        g_error ("%s should be readable as %s", names[i], charset);
    }
}

static const struct
{
  const char *bytes;
  gsize length;
  const char *charset;
  gsize mark;
} marks[] = {
  { "\xef\xbb\xbfname", 7, "UTF-8", 3 },
  { "\xff\xfe"
    "n\0",
    4, "UTF-16LE", 2 },
  { "\xfe\xff\0n", 4, "UTF-16BE", 2 },
  { "\xff\xfe\0\0n\0\0\0", 8, "UTF-32LE", 4 },
  { "\0\0\xfe\xff\0\0\0n", 8, "UTF-32BE", 4 },
  { "n\0a\0m\0e\0,\0", 10, "UTF-16LE", 0 },
  { "\0n\0a\0m\0e\0,", 10, "UTF-16BE", 0 },
  { "name", 4, NULL, 0 },
  { "", 0, NULL, 0 },
  { "\xff", 1, NULL, 0 },
};

static void
test_marks (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gsize mark;

      g_assert_cmpstr (kli_charset_from_mark ((const guint8 *)marks[i].bytes, marks[i].length, &mark), ==,
                       marks[i].charset);
      g_assert_cmpuint (mark, ==, marks[i].mark);
    }
}

/* Each is written in its charset and must be found again. */
static const struct
{
  const char *charset;
  const char *language;
  const char *text;
} guesses[] = {
  { "WINDOWS-1250", NULL, "Paweł Świętosławski\nŻaneta Źrebiec\nŁódź\n" },
  { "WINDOWS-1250", NULL, "Małgorzata Wąsik; ul. Śliska 5; Gdańsk" },
  { "WINDOWS-1250", "pl", "Poznań" },
  { "WINDOWS-1252", NULL, "Poznañ" },
  { "ISO-8859-2", NULL, "Paweł Świętosławski\nŻaneta Źrebiec\nŁódź\n" },
  { "ISO-8859-2", "pl", "Wąsik, Śliwa, Źródło" },
  { "CP852", "pl", "Paweł Świętosławski\nŻaneta Źrebiec\nŁódź\n" },
  { "CP852", NULL, "Małgorzata Wąsik; ul. Śliska 5; Gdańsk" },
  { "WINDOWS-1252", NULL, "Jäger, Dürer" },
  { "WINDOWS-1250", NULL, "Příliš žluťoučký kůň; Čeněk Šťastný" },
  { "WINDOWS-1252", NULL, "Jörg Müßig\nBjörn Åkesson\nFrançois Lefèvre\nNuñez" },
  { "WINDOWS-1252", "pl", "Jörg Müßig, Straße, Köln, Größe, für" },
  { "WINDOWS-1252", NULL, "“Smart quotes” – and a dash; it’s fine" },
  { "WINDOWS-1251", NULL, "Иван Петров, ул. Ленина, Москва" },
  { "KOI8-R", NULL, "Иван Петров, ул. Ленина, Москва" },
  { "WINDOWS-1253", NULL, "Παπαθανασίου Ευάγγελος, Αθήνα" },
  { "CP932", NULL, "安藤ロイド、東京都千代田区、株式会社" },
  { "EUC-JP", NULL, "安藤ロイド、東京都千代田区、株式会社" },
  { "GB18030", NULL, "王小明，北京市朝阳区，有限公司" },
  { "CP949", NULL, "김철수 서울시 강남구 주식회사" },
};

static void
test_guess (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (guesses); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize length;
      g_autofree char *bytes = g_convert (guesses[i].text, -1, guesses[i].charset, "UTF-8", NULL, &length, &error);
      const char *guess;

      g_assert_no_error (error);
      guess = kli_charset_guess ((const guint8 *)bytes, length, guesses[i].language);
      if (!g_str_equal (guess, guesses[i].charset))
        g_error ("“%s” should be taken for %s and is taken for %s", guesses[i].text, guesses[i].charset, guess);
    }
}

static const struct
{
  const char *charset;
  const char *bytes;
  gsize length;
  const char *text;
  guint replaced;
} decodes[] = {
  { "UTF-8", "zażółć 🐢", 15, "zażółć 🐢", 0 },
  { "UTF-8", "a\0b", 3, "a�b", 1 },
  { "UTF-8",
    "a\xff\xfe"
    "b",
    4, "a��b", 2 },
  { "UTF-8", "cut \xc5", 5, "cut �", 1 },
  { "UTF-8", "cut \xf0\x9f\x90", 7, "cut ���", 3 },
  { "UTF-8", "\xed\xa0\x80", 3, "���", 3 }, /* a lone surrogate */
  { "UTF-8", "\xc0\xaf", 2, "��", 2 },
  { "WINDOWS-1252", "M\xfc\xdf \x81", 5, "Müß �", 1 },
  { "WINDOWS-1250", "\xaf\xf3\xb3\xe6", 4, "Żółć", 0 },
  { "CP932", "\x88\xc0\x93\xa1", 4, "安藤", 0 },
  { "CP932", "\x88", 1, "�", 1 },
  { "UTF-16LE", "\x41\x01\x3d\xd8\x22\xdc", 6, "Ł🐢", 0 },
  { "UTF-16LE",
    "a\0\x3d\xd8"
    "b\0",
    6, "a���b�", 4 },
  { "UTF-16BE", "\0a\0", 3, "a�", 1 },
  { "ISO-2022-JP", "\x1b$B0B\x1b(B!", 9, "安!", 0 },
  { "no such charset", "zażółć", 10, "zażółć", 0 },
};

static char *
decode_in_pieces (const char *charset, const char *bytes, gsize length, gsize piece, guint64 *replaced)
{
  g_autoptr (KliDecoder) decoder = kli_decoder_new (charset);
  GString *out = g_string_new (NULL);

  for (gsize at = 0; at < length; at += piece)
    kli_decoder_feed (decoder, (const guint8 *)bytes + at, MIN (piece, length - at), FALSE, out);
  kli_decoder_feed (decoder, NULL, 0, TRUE, out);
  *replaced = kli_decoder_get_replaced (decoder);

  return g_string_free (out, FALSE);
}

static void
test_decode (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (decodes); i++)
    for (gsize piece = 1; piece <= decodes[i].length; piece++)
      {
        guint64 replaced;
        g_autofree char *text
            = decode_in_pieces (decodes[i].charset, decodes[i].bytes, decodes[i].length, piece, &replaced);

        g_assert_true (g_utf8_validate (text, -1, NULL));
        if (g_str_has_prefix (decodes[i].charset, "UTF-16") && decodes[i].replaced > 0)
          continue; /* how many marks stand for a broken pair is the converter's affair */
        g_assert_cmpstr (text, ==, decodes[i].text);
        g_assert_cmpuint (replaced, ==, decodes[i].replaced);
      }
}

/* Random bytes in every charset become valid text, the same in pieces as at once. */
static void
test_random (void)
{
  static const char *const charsets[]
      = { "UTF-8", "WINDOWS-1250", "CP932", "EUC-JP", "GB18030", "UTF-16LE", "UTF-32BE", "CP949" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20240617);

  for (guint round = 0; round < 400; round++)
    {
      const char *charset = charsets[round % G_N_ELEMENTS (charsets)];
      char bytes[97];
      guint64 replaced;
      g_autoptr (GString) whole = g_string_new (NULL);
      g_autofree char *pieces = NULL;

      for (gsize i = 0; i < sizeof bytes; i++)
        bytes[i] = g_rand_int_range (rand, 0, 256);
      kli_decode ((const guint8 *)bytes, sizeof bytes, charset, whole);
      pieces = decode_in_pieces (charset, bytes, sizeof bytes, g_rand_int_range (rand, 1, 20), &replaced);
      g_assert_true (g_utf8_validate (whole->str, whole->len, NULL));
      g_assert_cmpstr (whole->str, ==, pieces);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charset/lookup", test_lookup);
  g_test_add_func ("/charset/converters", test_converters);
  g_test_add_func ("/charset/marks", test_marks);
  g_test_add_func ("/charset/guess", test_guess);
  g_test_add_func ("/charset/decode", test_decode);
  g_test_add_func ("/charset/random", test_random);

  return g_test_run ();
}
