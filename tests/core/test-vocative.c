/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The vocative of Polish first names: every pair of domain 3.1, and more. */
#include "core/kli-vocative.h"

typedef struct
{
  const char *given;
  const char *vocative;
} Pair;

/* The pairs of domain 3.1 come first. */
static const Pair feminine[] = {
  { "Anna", "Anno" },
  { "Ewa", "Ewo" },
  { "Maria", "Mario" },
  { "Zofia", "Zofio" },
  { "Katarzyna", "Katarzyno" },
  { "Kasia", "Kasiu" },
  { "Ania", "Aniu" },
  { "Ola", "Olu" },
  { "Nel", "Nel" },
  { "Beatrycze", "Beatrycze" },
  /* full forms */
  { "Joanna", "Joanno" },
  { "Agnieszka", "Agnieszko" },
  { "Małgorzata", "Małgorzato" },
  { "Julia", "Julio" },
  { "Natalia", "Natalio" },
  { "Eugenia", "Eugenio" },
  { "Stefania", "Stefanio" },
  { "Antonia", "Antonio" },
  { "Izabela", "Izabelo" },
  { "Gabriela", "Gabrielo" },
  { "Kamila", "Kamilo" },
  { "Aniela", "Anielo" },
  { "Paula", "Paulo" },
  { "Karla", "Karlo" },
  { "Żaneta", "Żaneto" },
  { "Łucja", "Łucjo" },
  { "Alicja", "Alicjo" },
  { "Hanna", "Hanno" },
  /* soft short ones, of any length in -sia, -cia, -zia, -dzia */
  { "Basia", "Basiu" },
  { "Małgosia", "Małgosiu" },
  { "Marysia", "Marysiu" },
  { "Jadzia", "Jadziu" },
  { "Zuzia", "Zuziu" },
  { "Kicia", "Kiciu" },
  { "Hania", "Haniu" },
  { "Jola", "Jolu" },
  { "Ela", "Elu" },
  { "Wiola", "Wiolu" },
  { "Nikol", "Nikol" },
};

static const Pair masculine[] = {
  { "Marek", "Marku" },
  { "Jacek", "Jacku" },
  { "Dominik", "Dominiku" },
  { "Wojciech", "Wojciechu" },
  { "Tomasz", "Tomaszu" },
  { "Grzegorz", "Grzegorzu" },
  { "Karol", "Karolu" },
  { "Andrzej", "Andrzeju" },
  { "Michał", "Michale" },
  { "Paweł", "Pawle" },
  { "Piotr", "Piotrze" },
  { "Artur", "Arturze" },
  { "Aleksander", "Aleksandrze" },
  { "Kacper", "Kacprze" },
  { "Robert", "Robercie" },
  { "Konrad", "Konradzie" },
  { "Jakub", "Jakubie" },
  { "Filip", "Filipie" },
  { "Krzysztof", "Krzysztofie" },
  { "Stanisław", "Stanisławie" },
  { "Adam", "Adamie" },
  { "Jan", "Janie" },
  { "Jerzy", "Jerzy" },
  { "Antoni", "Antoni" },
  { "Kuba", "Kubo" },
  { "Łukasz", "Łukaszu" },
  { "Mateusz", "Mateuszu" },
  { "Maciej", "Macieju" },
  { "Lech", "Lechu" },
  { "Rafał", "Rafale" },
  { "Oskar", "Oskarze" },
  { "Sylwester", "Sylwestrze" },
  { "Oliwier", "Oliwierze" },
  { "Roger", "Rogerze" },
  { "Ernest", "Erneście" },
  { "August", "Auguście" },
  { "Zygmunt", "Zygmuncie" },
  { "Dawid", "Dawidzie" },
  { "Marcin", "Marcinie" },
  { "Szymon", "Szymonie" },
  { "Feliks", "Feliksie" },
  { "Ignacy", "Ignacy" },
  { "Maciek", "Maćku" },
  { "Krzysiek", "Krzyśku" },
  { "Heniek", "Heńku" },
  { "Zbyszek", "Zbyszku" },
  { "Jaś", "Jasiu" },
  { "Ignac", "Ignacu" },
  { "Ambroży", "Ambroży" },
  { "Mikołaj", "Mikołaju" },
  { "Bogusz", "Boguszu" },
  { "Kazimierz", "Kazimierzu" },
};

/* Foreign, unmatched, and no first names at all: better nothing than a wrong word in a letter. */
static const char *const none[] = {
  "Oksana", "John",   "Kevin",      "Brian",   "Xavier", "Mieszko",    "Hugo",       "Budi",
  "marek",  "MAREK",  "M.",         "Jo",      "",       "Anna Maria", "Anna-Maria", "Вася",
  "山田",   "O'Neil", "<b>Ewa</b>", "Ewa\xff", "Joseph", "Philip",
};

static void
check (const Pair *pairs, gsize n, gboolean is_feminine)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *vocative = kli_vocative_suggest (pairs[i].given, is_feminine);

      g_assert_cmpstr (vocative, ==, pairs[i].vocative);
    }
}

static void
test_feminine (void)
{
  check (feminine, G_N_ELEMENTS (feminine), TRUE);
}

static void
test_masculine (void)
{
  check (masculine, G_N_ELEMENTS (masculine), FALSE);
}

static void
test_none (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    for (gboolean woman = FALSE; woman <= TRUE; woman++)
      {
        g_autofree char *vocative = kli_vocative_suggest (none[i], woman);

        if (woman && (g_str_equal (none[i], "Mieszko") || g_str_equal (none[i], "Hugo")))
          continue; /* a woman's name of any other ending stays as it is */
        g_assert_cmpstr (vocative, ==, "");
      }
  {
    g_autofree char *vocative = kli_vocative_suggest (NULL, TRUE);

    g_assert_cmpstr (vocative, ==, "");
  }
}

/* However the diacritics were typed. */
static void
test_decomposed (void)
{
  g_autofree char *vocative = kli_vocative_suggest ("Z\xcc\x87"
                                                    "aneta",
                                                    TRUE);

  g_assert_cmpstr (vocative, ==, "Żaneto");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vocative/feminine", test_feminine);
  g_test_add_func ("/vocative/masculine", test_masculine);
  g_test_add_func ("/vocative/none", test_none);
  g_test_add_func ("/vocative/decomposed", test_decomposed);
  return g_test_run ();
}
