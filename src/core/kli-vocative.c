/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rule table of domain 3.1, the longest endings first. */
#include "core/kli-vocative.h"

#include "core/kli-fold.h"

#include <string.h>

typedef struct
{
  const char *ending;
  guint dropped; /* letters that go from the end */
  const char *added;
} Rule;

/* Short forms that end softly; they are few enough syllables, or always diminutives. */
static const Rule soft_rules[] = {
  { "dzia", 1, "u" },
  { "sia", 1, "u" },
  { "cia", 1, "u" },
  { "zia", 1, "u" },
};
static const Rule short_rules[] = { { "nia", 1, "u" }, { "la", 1, "u" } };

static const Rule masculine_rules[] = {
  { "ciek", 4, "ćku" },                      /* Maciek */
  { "siek", 4, "śku" },                      /* Krzysiek */
  { "ziek", 4, "źku" },                      /* Kaziek */
  { "niek", 4, "ńku" },                      /* Heniek */
  { "ier", 0, "ze" },                        /* Oliwier, whose e stays */
  { "eł", 2, "le" },                         /* Paweł */
  { "er", 2, "rze" },                        /* Aleksander */
  { "ek", 2, "ku" },    { "st", 2, "ście" }, /* August */
  { "sz", 0, "u" },     { "cz", 0, "u" },    { "rz", 0, "u" }, { "ch", 0, "u" },  { "ń", 1, "niu" },
  { "ś", 1, "siu" }, /* Jaś, Staś */
  { "ż", 0, "u" },      { "l", 0, "u" },     { "j", 0, "u" },  { "c", 0, "u" },   { "k", 0, "u" },
  { "g", 0, "u" },      { "ł", 1, "le" },    { "r", 0, "ze" }, { "t", 1, "cie" }, { "d", 0, "zie" },
  { "b", 0, "ie" },     { "p", 0, "ie" },    { "f", 0, "ie" }, { "w", 0, "ie" },  { "m", 0, "ie" },
  { "n", 0, "ie" },     { "s", 0, "ie" },    { "y", 0, "" },   { "i", 0, "" },    { "a", 1, "o" },
};

/* Folded; where usage is not what the ending says. */
static const struct
{
  const char *name;
  const char *vocative;
} exceptions[] = {
  { "lew", "Lwie" },        { "roger", "Rogerze" },   { "walter", "Walterze" },      { "werner", "Wernerze" },
  { "ginter", "Ginterze" }, { "marysia", "Marysiu" }, { "paula", "Paulo" },          { "marcel", "Marcelu" },
  { "ernest", "Erneście" }, { "ksawery", "Ksawery" }, { "kosma", "Kosmo" },          { "barnaba", "Barnabo" },
  { "kacper", "Kacprze" },  { "kasper", "Kasprze" },  { "sylwester", "Sylwestrze" },
};

/* Folded; they end like Polish names, and are declined otherwise or not at all. */
static const char *const foreign[]
    = { "oksana",   "olena",     "iryna",   "kateryna", "ludmyla",  "halyna",  "tetiana",   "switlana", "natalija",
        "julija",   "oleh",      "serhij",  "andrij",   "wasyl",    "dmytro",  "mykola",    "ihor",     "taras",
        "iwan",     "oleksandr", "john",    "robin",    "james",    "thomas",  "peter",     "paul",     "michael",
        "daniele",  "george",    "charles", "brian",    "ryan",     "sean",    "jean",      "henry",    "harry",
        "larry",    "jerry",     "gary",    "anthony",  "emily",    "jose",    "juan",      "carlos",   "pedro",
        "ahmed",    "ahmad",     "ali",     "mohamed",  "muhammad", "mustafa", "anastasia", "sonia",    "lucia",
        "patricia", "marcia",    "stella",  "budi",     "dewi",     "siti",    "agus",      "bambang",  "joko",
        "putri",    "rini",      "ratna",   "dian",     "andi",     "hendra",  "indra",     "yusuf",    "wayan",
        "made",     "ketut",     "nyoman",  "sari",     "nur",      "ayu",     "tri",       "dwi" };

static gboolean
is_among (const char *const *names, gsize n, const char *name)
{
  for (gsize i = 0; i < n; i++)
    if (strcmp (names[i], name) == 0)
      return TRUE;
  return FALSE;
}

/* One word of letters that Polish has, with a capital only in front. */
static gboolean
looks_polish (const char *name)
{
  static const char *const strange[]
      = { "q", "v", "x", "th", "sh", "ph", "ck", "ee", "oo", "ou", "ll", "tt", "ff", "ss" };
  g_autofree char *lower = g_utf8_strdown (name, -1);

  if (g_utf8_strlen (name, -1) < 3 || !g_unichar_isupper (g_utf8_get_char (name)))
    return FALSE;
  for (const char *p = g_utf8_next_char (name); *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_islower (g_utf8_get_char (p))
        || (g_utf8_get_char (p) >= 0x80 && g_utf8_strchr ("ąćęłńóśźż", -1, g_utf8_get_char (p)) == NULL))
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (strange); i++)
    if (strstr (lower, strange[i]) != NULL)
      return FALSE;
  return TRUE;
}

/* An i before another vowel only makes the consonant soft. */
static guint
count_syllables (const char *name)
{
  g_autofree char *folded = kli_fold (name);
  guint n = 0;

  for (const char *p = folded; *p != '\0'; p++)
    {
      gboolean vowel = strchr ("aeiouy", *p) != NULL;

      if (vowel && !(*p == 'i' && p[1] != '\0' && strchr ("aeouy", p[1]) != NULL))
        n++;
    }
  return n;
}

/* Returns: (transfer full) (nullable): NULL when the ending is another one */
static char *
apply (const Rule *rule, const char *name)
{
  const char *end = name + strlen (name);

  if (!g_str_has_suffix (name, rule->ending) || strlen (name) == strlen (rule->ending))
    return NULL;
  for (guint i = 0; i < rule->dropped; i++)
    end = g_utf8_prev_char (end);
  return g_strdup_printf ("%.*s%s", (int)(end - name), name, rule->added);
}

static char *
apply_first (const Rule *rules, gsize n, const char *name)
{
  char *vocative = NULL;

  for (gsize i = 0; i < n && vocative == NULL; i++)
    vocative = apply (&rules[i], name);
  return vocative;
}

/* Ola and Jola are short for something, Karla is not. */
static gboolean
is_short (const char *name)
{
  g_autofree char *folded = kli_fold (name);
  gsize length = strlen (folded);
  gboolean hard = g_str_has_suffix (folded, "la") && length > 2 && strchr ("aeiouy", folded[length - 3]) == NULL;

  return count_syllables (name) <= 2 && !hard;
}

static char *
suggest_feminine (const char *name)
{
  char *vocative = apply_first (soft_rules, G_N_ELEMENTS (soft_rules), name);

  if (vocative == NULL && is_short (name))
    vocative = apply_first (short_rules, G_N_ELEMENTS (short_rules), name);
  if (vocative != NULL)
    return vocative;
  return g_str_has_suffix (name, "a") ? g_strdup_printf ("%.*so", (int)strlen (name) - 1, name) : g_strdup (name);
}

static char *
suggest_masculine (const char *name)
{
  char *vocative = apply_first (masculine_rules, G_N_ELEMENTS (masculine_rules), name);

  return vocative != NULL ? vocative : g_strdup ("");
}

char *
kli_vocative_suggest (const char *given, gboolean feminine)
{
  g_autofree char *valid = g_utf8_make_valid (given != NULL ? given : "", -1);
  g_autofree char *name = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  g_autofree char *folded = kli_fold (name);

  if (!looks_polish (name) || is_among (foreign, G_N_ELEMENTS (foreign), folded))
    return g_strdup ("");
  for (gsize i = 0; i < G_N_ELEMENTS (exceptions); i++)
    if (strcmp (exceptions[i].name, folded) == 0)
      return g_strdup (exceptions[i].vocative);
  return feminine ? suggest_feminine (name) : suggest_masculine (name);
}
