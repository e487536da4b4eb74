/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names, by the traps of domain 3.1 and the people of domain 7. */
#include "core/kli-fold.h"
#include "core/kli-name.h"
#include "core/kli-text.h"

#include <string.h>

static const struct
{
  const char *full;
  const char *parts; /* prefix|given|additional|family|suffix */
} splits[] = {
  { "Anna Kowalska", "|Anna||Kowalska|" },
  { "Anna Maria Kowalska-Nowak", "|Anna|Maria|Kowalska-Nowak|" },
  { "Sukarmin", "|Sukarmin|||" },
  { "Bapak Sukarmin", "Bapak|Sukarmin|||" },
  { "Ibu Ratna Kartikasari", "Ibu|Ratna||Kartikasari|" },
  { "Hendra Tjahjadi, Sp.A.", "|Hendra||Tjahjadi|Sp.A." },
  { "dr. Hendra Tjahjadi, Sp.A.", "dr.|Hendra||Tjahjadi|Sp.A." },
  { "Dr. Hendra Tjahjadi", "Dr.|Hendra||Tjahjadi|" },
  { "Mulyono Prasetyo, S.Pd., M.Pd.", "|Mulyono||Prasetyo|S.Pd., M.Pd." },
  { "Drs. H. Mulyono Prasetyo, M.Pd.", "Drs. H.|Mulyono||Prasetyo|M.Pd." },
  { "Prof. Dr. Ir. Budi Santosa S.T., M.T.", "Prof. Dr. Ir.|Budi||Santosa|S.T., M.T." },
  { "H. Ahmad Dahlan", "H.|Ahmad||Dahlan|" },
  { "H. Kowalski", "|H.||Kowalski|" },
  { "R. J. Smith", "|R.|J.|Smith|" },
  { "Hj. Siti", "Hj.|Siti|||" },
  { "Ni Luh Ayu Wandari", "|Ni Luh|Ayu|Wandari|" },
  { "I Wayan Sudarta", "|I Wayan||Sudarta|" },
  { "Ni Ketut", "|Ni Ketut|||" },
  { "Ahmad bin Yusuf", "|Ahmad||bin Yusuf|" },
  { "Siti Aminah Binti Abdullah", "|Siti|Aminah|Binti Abdullah|" },
  { "mgr inż. Jan Nowak", "mgr inż.|Jan||Nowak|" },
  { "dr hab. Łukasz Świętosław", "dr hab.|Łukasz||Świętosław|" },
  { "r. pr. Ewa Śliwa", "r. pr.|Ewa||Śliwa|" },
  { "adw. Michał Górny", "adw.|Michał||Górny|" },
  { "lek. med. Wojciech Zięba", "lek. med.|Wojciech||Zięba|" },
  { "dr Wojciech Zięba", "dr|Wojciech||Zięba|" },
  { "Mgr Jan", "Mgr|Jan|||" },
  { "Dr.", "|Dr.|||" },
  { "Mr John Miller", "Mr|John||Miller|" },
  { "John Smith Jr.", "|John||Smith|Jr." },
  { "John Smith, Jr.", "|John||Smith|Jr." },
  { "Jane Doe, MA", "|Jane||Doe|MA" },
  { "Jane Ma", "|Jane||Ma|" },
  { "Martin Luther King III", "|Martin|Luther|King|III" },
  { "Kowalski, Jan", "|Jan||Kowalski|" },
  { "Kowalska, dr Anna Maria", "dr|Anna|Maria|Kowalska|" },
  { "Kowalski, J.", "|J.||Kowalski|" },
  { "Prasetyo, Mulyono, S.Pd.", "|Mulyono||Prasetyo|S.Pd." },
  { "Budi Santosa, S. H.", "|Budi||Santosa|S. H." },
  { "Vincent van Gogh", "|Vincent||van Gogh|" },
  { "Ludwig van der Rohe", "|Ludwig||van der Rohe|" },
  { "Van Morrison", "|Van||Morrison|" },
  { "O'Neil", "|O'Neil|||" },
  { "  Anna \t Nowak\n", "|Anna||Nowak|" },
  { "Anna Nowak,", "|Anna||Nowak|" },
  { ",", "||||" },
  { "", "||||" },
  { NULL, "||||" },
  { "山田", "|山田|||" },
  { "M.Pd.", "|M.Pd.|||" },
};

static char *
join_parts (const KliNameParts *parts)
{
  return g_strjoin ("|", parts->prefix, parts->given, parts->additional, parts->family, parts->suffix, NULL);
}

static void
test_split (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (splits); i++)
    {
      g_auto (KliNameParts) parts = { 0 };
      g_autofree char *joined = NULL;

      kli_name_split (splits[i].full, &parts);
      joined = join_parts (&parts);
      if (strcmp (joined, splits[i].parts) != 0)
        g_error ("“%s”: expected %s, found %s", splits[i].full, splits[i].parts, joined);
    }
}

/* What was taken apart and put together is taken apart the same way. */
static void
test_full_is_stable (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (splits); i++)
    {
      g_auto (KliNameParts) parts = { 0 };
      g_auto (KliNameParts) again = { 0 };
      g_autofree char *full = NULL;
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;

      kli_name_split (splits[i].full, &parts);
      full = kli_name_full (parts.prefix, parts.given, parts.additional, parts.family, parts.suffix);
      kli_name_split (full, &again);
      first = join_parts (&parts);
      second = join_parts (&again);
      g_assert_cmpstr (first, ==, second);
    }
}

static void
test_full (void)
{
  static const struct
  {
    const char *parts[5];
    const char *full;
  } cases[] = {
    { { "Drs. H.", "Mulyono", "", "Prasetyo", "S.Pd., M.Pd." }, "Drs. H. Mulyono Prasetyo, S.Pd., M.Pd." },
    { { NULL, "Sukarmin", NULL, NULL, NULL }, "Sukarmin" },
    { { "", "John", "Q", "Public", "Jr." }, "John Q Public Jr." },
    { { " mgr ", " Anna ", "", " Nowak\n", "" }, "mgr Anna Nowak" },
    { { "", "", "", "", "" }, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const *parts = cases[i].parts;
      g_autofree char *full = kli_name_full (parts[0], parts[1], parts[2], parts[3], parts[4]);

      g_assert_cmpstr (full, ==, cases[i].full);
    }
}

static void
test_sort_text (void)
{
  static const struct
  {
    KliNameKind kind;
    const char *display;
    gboolean by_family;
    const char *text;
  } cases[] = {
    { KLI_NAME_PERSON, "dr. Hendra Tjahjadi, Sp.A.", FALSE, "Hendra Tjahjadi" },
    { KLI_NAME_PERSON, "dr. Hendra Tjahjadi, Sp.A.", TRUE, "Tjahjadi\tHendra" },
    { KLI_NAME_PERSON, "Sukarmin", TRUE, "Sukarmin" },
    { KLI_NAME_PERSON, "Anna Maria Kowalska", TRUE, "Kowalska\tAnna Maria" },
    { KLI_NAME_ORGANISATION, "PT Angin Timur Sejahtera", FALSE, "Angin Timur Sejahtera" },
    { KLI_NAME_ORGANISATION, "CV. Kopi Tepi Sungai", TRUE, "Kopi Tepi Sungai" },
    { KLI_NAME_ORGANISATION, "Yayasan Bina Pesisir", TRUE, "Bina Pesisir" },
    { KLI_NAME_ORGANISATION, "PT", TRUE, "PT" },
    { KLI_NAME_ORGANISATION, "Ósemka Rowery sp. z o.o.", TRUE, "Ósemka Rowery sp. z o.o." },
    { KLI_NAME_ORGANISATION, "", TRUE, "" },
    { KLI_NAME_PERSON, NULL, TRUE, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = kli_name_sort_text (cases[i].kind, NULL, "", NULL, cases[i].display, cases[i].by_family);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
  for (int by_family = 0; by_family <= 1; by_family++)
    {
      g_autofree char *text = kli_name_sort_text (KLI_NAME_PERSON, "Anna", "Maria", "Kowalska", "ignored", by_family);

      g_assert_cmpstr (text, ==, by_family ? "Kowalska\tAnna Maria" : "Anna Maria Kowalska");
    }
}

/* One family name stands together, before the longer ones that begin with it. */
static void
test_families_stand_together (void)
{
  static const char *const in_order[] = { "Nowak, Adam", "Nowak, Zenon", "Nowak Zając, Anna", "Nowakowska, Ewa" };

  for (KliLanguage language = 0; language < KLI_N_LANGUAGES; language++)
    {
      g_autoptr (KliCollator) collator = kli_collator_new (language);

      for (gsize i = 1; i < G_N_ELEMENTS (in_order); i++)
        {
          g_autofree char *before = kli_name_sort_text (KLI_NAME_PERSON, NULL, NULL, NULL, in_order[i - 1], TRUE);
          g_autofree char *after = kli_name_sort_text (KLI_NAME_PERSON, NULL, NULL, NULL, in_order[i], TRUE);

          g_assert_cmpint (kli_collator_compare (collator, before, after), <, 0);
        }
    }
}

static void
test_initials (void)
{
  static const struct
  {
    const char *name;
    const char *initials;
  } cases[] = {
    { "Anna Kowalska", "AK" },
    { "Anna Maria Kowalska", "AM" },
    { "Sukarmin", "S" },
    { "dr. Hendra Tjahjadi, Sp.A.", "HT" },
    { "Drs. H. Mulyono Prasetyo, M.Pd.", "MP" },
    { "Sukarmin, S.Pd.", "S" },
    { "PT Angin Timur Sejahtera", "AT" },
    { "Ósemka sp. z o.o.", "Ó" },
    { "Ósemka Rowery sp. z o.o.", "ÓR" },
    { "Modrzew i Szpak Biuro Rachunkowe", "MS" },
    { "Piekarnia Pod Gwoździem s.c.", "PP" },
    { "łukasz żak", "ŁŻ" },
    { "(Firma) „Krokus”", "FK" },
    { "Z\xcc\x87"
      "aneta Nowak",
      "Z\xcc\x87N" },
    { "ijsbrand ßmith", "ISS" },
    { "山田 太郎", "山太" },
    { "🌻 Kwiaty", "K" },
    { "🌻", "🌻" },
    { "3M Polska", "3P" },
    { "O'Neil Anna", "OA" },
    { "", "" },
    { NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *initials = kli_name_initials (cases[i].name);

      if (strcmp (initials, cases[i].initials) != 0)
        g_error ("“%s”: expected %s, found %s", cases[i].name, cases[i].initials, initials);
    }
}

static void
test_match_key (void)
{
  static const struct
  {
    const char *name;
    const char *key;
  } cases[] = {
    { "Anna Kowalska", "anna kowalski" },
    { "Anna Kowalski", "anna kowalski" },
    { "Kowalska, Anna", "anna kowalski" },
    { "dr ANNA  KOWALSKA", "anna kowalski" },
    { "Joanna Zawadzka", "joanna zawadzki" },
    { "Maria Wysocka-Lis", "maria wysocki lis" },
    { "Franciszka Lis", "franciszka lis" },
    { "Hendra Tjahjadi, Sp.A.", "hendra tjahjadi" },
    { "dr. Hendra Tjahjadi", "hendra tjahjadi" },
    { "Ma'ruf Amin", "maruf amin" },
    { "PT Angin Timur", "angin timur" },
    { "PT. ANGIN TIMUR Tbk", "angin timur" },
    { "Ósemka Rowery sp. z o.o.", "osemka rowery" },
    { "Ósemka Rowery Spółka z ograniczoną odpowiedzialnością", "osemka rowery" },
    { "Ósemka Rowery Sp. z o. o. sp. k.", "osemka rowery" },
    { "Drukarnia Łoś S.A.", "drukarnia los" },
    { "Drukarnia Łoś SA", "drukarnia los" },
    { "Ana Sa", "ana sa" },
    { "Yayasan", "yayasan" },
    { "S.A.", "s a" },
    { "Ska", "ska" },
    { "", "" },
    { NULL, "" },
    { "...", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *key = kli_name_match_key (cases[i].name);

      if (strcmp (key, cases[i].key) != 0)
        g_error ("“%s”: expected %s, found %s", cases[i].name, cases[i].key, key);
    }
}

static void
test_other_gender (void)
{
  static const char *const pairs[][2] = {
    { "kowalski", "kowalska" },
    { "wysocki", "wysocka" },
    { "zawadzki", "zawadzka" },
    { "leski", "leska" },
  };
  static const char *const others[]
      = { "", "a", "ska", "aska", "dzka", "gorny", "nowak", "kaskader", "kowalskie", "kubka" };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    for (guint side = 0; side < 2; side++)
      {
        g_autofree char *other = kli_name_other_gender (pairs[i][side]);

        g_assert_cmpstr (other, ==, pairs[i][1 - side]);
      }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_null (kli_name_other_gender (others[i]));
}

/* Anything at all goes through, and comes out valid and without losing the last word. */
static void
test_any_text (void)
{
  static const char *const bits[] = { "Dr.", "r.", "pr.", ",", "PT",   "S.A.", "M.Pd.",    "I", "van", "\xff",
                                      "ż",   "H.", "sp.", "z", "o.o.", "🌻",    "Kowalska", ".", "-",   "Jr." };

  for (int round = 0; round < 50000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_auto (KliNameParts) parts = { 0 };
      g_autofree char *full = NULL;
      g_autofree char *initials = NULL;
      g_autofree char *key = NULL;
      g_autofree char *sort = NULL;

      for (int i = g_test_rand_int_range (0, 7); i > 0; i--)
        g_string_append_printf (text, "%s ", bits[g_test_rand_int_range (0, G_N_ELEMENTS (bits))]);
      kli_name_split (text->str, &parts);
      full = kli_name_full (parts.prefix, parts.given, parts.additional, parts.family, parts.suffix);
      initials = kli_name_initials (text->str);
      key = kli_name_match_key (text->str);
      sort = kli_name_sort_text (KLI_NAME_ORGANISATION, NULL, NULL, NULL, text->str, TRUE);
      g_assert_true (kli_text_is_valid (full, -1) && kli_text_is_valid (initials, -1) && kli_text_is_valid (key, -1)
                     && kli_text_is_valid (sort, -1));
      g_assert_true ((*full == '\0') == (strspn (text->str, " ,") == text->len));
    }
}

static void
test_split_in (void)
{
  static const char *const names[][3] = {
    { "ID", "Budi Santosa", "|Budi Santosa|||" },
    { "ID", "dr.  Hendra Tjahjadi, Sp.A.", "dr.|Hendra Tjahjadi|||Sp.A." },
    { "ID", "Ahmad bin Yusuf", "|Ahmad bin Yusuf|||" },
    { "ID", "Ni Luh Ayu Wandari", "|Ni Luh Ayu Wandari|||" },
    { "ID", "Sukarmin", "|Sukarmin|||" },
    { "ID", "Santosa, Budi", "|Budi||Santosa|" },
    { "ID", "", "||||" },
    { "PL", "Anna Maria Kowalska", "|Anna|Maria|Kowalska|" },
    { NULL, "Budi Santosa", "|Budi||Santosa|" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_auto (KliNameParts) parts = { 0 };
      g_autofree char *joined = NULL;

      kli_name_split_in (names[i][0], names[i][1], &parts);
      joined = join_parts (&parts);
      g_assert_cmpstr (joined, ==, names[i][2]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/name/split", test_split);
  g_test_add_func ("/name/full", test_full);
  g_test_add_func ("/name/full-is-stable", test_full_is_stable);
  g_test_add_func ("/name/sort-text", test_sort_text);
  g_test_add_func ("/name/families-stand-together", test_families_stand_together);
  g_test_add_func ("/name/initials", test_initials);
  g_test_add_func ("/name/match-key", test_match_key);
  g_test_add_func ("/name/other-gender", test_other_gender);
  g_test_add_func ("/name/any-text", test_any_text);
  g_test_add_func ("/name/split-in", test_split_in);
  return g_test_run ();
}
