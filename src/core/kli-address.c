/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Postal addresses by the templates of domain 3.2. */
#include "core/kli-address.h"

#include "core/kli-fold.h"
#include "core/kli-kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define UNIT_DIGITS 3

/* --- countries ---------------------------------------------------------------------------------------- */

/* Folded. */
static const struct
{
  const char *name;
  const char *code;
} countries[] = {
  { "pl", "PL" }, { "poland", "PL" },    { "polska", "PL" },    { "polandia", "PL" },
  { "id", "ID" }, { "indonesia", "ID" }, { "indonezja", "ID" },
};

/* Returns: (transfer none): "PL", "ID" or "" */
static const char *
find_country (const char *text)
{
  g_autofree char *folded = kli_fold (text);

  for (gsize i = 0; i < G_N_ELEMENTS (countries); i++)
    if (strcmp (countries[i].name, folded) == 0)
      return countries[i].code;

  return "";
}

const char *
kli_address_country (const KliRow *address, const char *home)
{
  const char *own;

  g_return_val_if_fail (address != NULL && address->kind == &kli_address_kind, "");

  own = kli_row_get_text (address, KLI_ADDRESS_COUNTRY);

  return find_country (*own != '\0' ? own : home);
}

/* --- lines -------------------------------------------------------------------------------------------- */

static const char *
get (const KliRow *address, guint column)
{
  return kli_row_get_text (address, column);
}

/* Adds a line unless it is empty. Takes @line. */
static void
add (GPtrArray *lines, char *line)
{
  g_autofree char *owned = line;

  g_strstrip (owned);
  if (*owned != '\0')
    g_ptr_array_add (lines, g_steal_pointer (&owned));
}

/* @first and @second with @separator between them, or the one that is not empty. Returns: (transfer full) */
static char *
join (const char *first, const char *separator, const char *second)
{
  if (*first == '\0' || *second == '\0')
    return g_strconcat (first, second, NULL);

  return g_strconcat (first, separator, second, NULL);
}

/* @value with the word that stands before it, unless it is written with one of @words already. Returns: (transfer full)
 */
static char *
with_word (const char *word, const char *value, const char *const *words)
{
  g_autofree char *folded = kli_fold (value);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (folded, words[i]) && strchr (". ", folded[strlen (words[i])]) != NULL)
      return g_strdup (value);

  return *value != '\0' ? g_strconcat (word, " ", value, NULL) : g_strdup ("");
}

/* The lines of the street but its last, which @last gets. */
static void
add_street (GPtrArray *lines, const KliRow *address, char **last)
{
  g_auto (GStrv) street = g_strsplit (get (address, KLI_ADDRESS_STREET), "\n", -1);
  guint n = g_strv_length (street);

  for (guint i = 0; i + 1 < n; i++)
    add (lines, g_strdup (street[i]));
  *last = g_strdup (n > 0 ? street[n - 1] : "");
}

/* RT stands within RW. Returns: (transfer full) */
static char *
join_units (const KliRow *address)
{
  static const char *const none[] = { NULL };
  g_autofree char *rt = with_word ("RT", get (address, KLI_ADDRESS_RT), none);
  g_autofree char *rw = with_word ("RW", get (address, KLI_ADDRESS_RW), none);

  return join (rt, "/", rw);
}

static void
add_indonesian (GPtrArray *lines, const KliRow *address)
{
  static const char *const numbers[] = { "no", "nomor", "blok", "kav", "km", NULL };
  static const char *const villages[] = { "kel", "kelurahan", "desa", "ds", "nagari", "gampong", "kampung", NULL };
  static const char *const districts[] = { "kec", "kecamatan", "distrik", "kapanewon", "kemantren", NULL };
  g_autofree char *street = NULL;
  g_autofree char *house = with_word ("No.", get (address, KLI_ADDRESS_HOUSE), numbers);
  g_autofree char *units = join_units (address);
  g_autofree char *village = with_word ("Kel.", get (address, KLI_ADDRESS_VILLAGE), villages);
  g_autofree char *district = with_word ("Kec.", get (address, KLI_ADDRESS_DISTRICT), districts);
  g_autofree char *numbered = NULL;
  g_autofree char *place = join (get (address, KLI_ADDRESS_CITY), ", ", get (address, KLI_ADDRESS_REGION));

  add_street (lines, address, &street);
  numbered = join (street, " ", house);
  add (lines, join (numbered, ", ", units));
  add (lines, join (village, ", ", district));
  add (lines, join (place, " ", get (address, KLI_ADDRESS_POSTCODE)));
}

/* A village without streets has the number behind its own name. The province is no part of the address. */
static void
add_polish (GPtrArray *lines, const KliRow *address)
{
  const char *village = get (address, KLI_ADDRESS_VILLAGE);
  const char *city = get (address, KLI_ADDRESS_CITY);
  const char *house = get (address, KLI_ADDRESS_HOUSE);
  g_autofree char *street = NULL;

  add_street (lines, address, &street);
  if (*street == '\0')
    add (lines, join (*village != '\0' || *house == '\0' ? village : city, " ", house));
  else
    {
      g_autofree char *numbered = join (street, " ", house);

      add (lines, join (numbered, ", ", village));
    }
  add (lines,
       join (get (address, KLI_ADDRESS_POSTCODE), " ", *city != '\0' ? city : get (address, KLI_ADDRESS_REGION)));
}

static void
add_foreign (GPtrArray *lines, const KliRow *address)
{
  const char *city = get (address, KLI_ADDRESS_CITY);
  g_autofree char *street = NULL;

  add_street (lines, address, &street);
  add (lines, join (street, " ", get (address, KLI_ADDRESS_HOUSE)));
  add (lines, join (get (address, KLI_ADDRESS_VILLAGE), ", ", get (address, KLI_ADDRESS_DISTRICT)));
  add (lines,
       join (get (address, KLI_ADDRESS_POSTCODE), " ", *city != '\0' ? city : get (address, KLI_ADDRESS_REGION)));
}

static gboolean
is_abroad (const KliRow *address, const char *home)
{
  const char *own = get (address, KLI_ADDRESS_COUNTRY);
  const char *country = find_country (own);

  if (home == NULL || *own == '\0')
    return TRUE;

  return g_ascii_strcasecmp (own, home) != 0 && (*country == '\0' || strcmp (country, home) != 0);
}

char **
kli_address_lines (const KliRow *address, const char *name, const char *home)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  const char *country = kli_address_country (address, home);

  add (lines, g_strdup (name != NULL ? name : ""));
  if (strcmp (country, "ID") == 0)
    add_indonesian (lines, address);
  else if (strcmp (country, "PL") == 0)
    add_polish (lines, address);
  else
    add_foreign (lines, address);
  if (is_abroad (address, home))
    add (lines, g_strdup (get (address, KLI_ADDRESS_COUNTRY)));
  g_ptr_array_add (lines, NULL);

  return (char **)g_ptr_array_free (g_steal_pointer (&lines), FALSE);
}

/* --- columns ------------------------------------------------------------------------------------------ */

static const int indonesian[] = { KLI_ADDRESS_STREET,
                                  KLI_ADDRESS_HOUSE,
                                  KLI_ADDRESS_RT,
                                  KLI_ADDRESS_RW,
                                  KLI_ADDRESS_VILLAGE,
                                  KLI_ADDRESS_DISTRICT,
                                  KLI_ADDRESS_CITY,
                                  KLI_ADDRESS_REGION,
                                  KLI_ADDRESS_POSTCODE,
                                  KLI_ADDRESS_COUNTRY,
                                  -1 };
static const int polish[] = { KLI_ADDRESS_STREET, KLI_ADDRESS_HOUSE,  KLI_ADDRESS_VILLAGE, KLI_ADDRESS_POSTCODE,
                              KLI_ADDRESS_CITY,   KLI_ADDRESS_REGION, KLI_ADDRESS_COUNTRY, -1 };
static const int foreign[]
    = { KLI_ADDRESS_STREET, KLI_ADDRESS_POSTCODE, KLI_ADDRESS_CITY, KLI_ADDRESS_REGION, KLI_ADDRESS_COUNTRY, -1 };

const int *
kli_address_columns (const char *country)
{
  if (g_strcmp0 (country, "ID") == 0)
    return indonesian;

  return g_strcmp0 (country, "PL") == 0 ? polish : foreign;
}

typedef struct
{
  const char *country;
  guint column;
  const char *name;
} ColumnName;

/* The first that fits; those of no country are for all. */
static const ColumnName names[] = {
  { "ID", KLI_ADDRESS_HOUSE, NC_ ("address", "House number") },
  { "PL", KLI_ADDRESS_HOUSE, NC_ ("address", "House and flat") },
  { NULL, KLI_ADDRESS_HOUSE, NC_ ("address", "House number") },
  { "ID", KLI_ADDRESS_VILLAGE, NC_ ("address", "Kelurahan or desa") },
  { NULL, KLI_ADDRESS_VILLAGE, NC_ ("address", "Village") },
  { NULL, KLI_ADDRESS_RT, NC_ ("address", "RT") },
  { NULL, KLI_ADDRESS_RW, NC_ ("address", "RW") },
  { NULL, KLI_ADDRESS_DISTRICT, NC_ ("address", "Kecamatan") },
  { "ID", KLI_ADDRESS_CITY, NC_ ("address", "Kota or kabupaten") },
  { "PL", KLI_ADDRESS_CITY, NC_ ("address", "Post town") },
  { NULL, KLI_ADDRESS_CITY, NC_ ("address", "City") },
  { NULL, KLI_ADDRESS_STREET, NC_ ("address", "Street") },
  { NULL, KLI_ADDRESS_POSTCODE, NC_ ("address", "Postal code") },
  { NULL, KLI_ADDRESS_REGION, NC_ ("address", "Province") },
  { NULL, KLI_ADDRESS_COUNTRY, NC_ ("address", "Country") },
};

const char *
kli_address_column_name (const char *country, guint column)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].column == column && (names[i].country == NULL || g_strcmp0 (names[i].country, country) == 0))
      return g_dpgettext2 (GETTEXT_PACKAGE, "address", names[i].name);

  g_return_val_if_reached ("");
}

static const char *const provinces[] = { "Aceh",
                                         "Bali",
                                         "Banten",
                                         "Bengkulu",
                                         "DI Yogyakarta",
                                         "Gorontalo",
                                         "Jakarta",
                                         "Jambi",
                                         "Jawa Barat",
                                         "Jawa Tengah",
                                         "Jawa Timur",
                                         "Kalimantan Barat",
                                         "Kalimantan Selatan",
                                         "Kalimantan Tengah",
                                         "Kalimantan Timur",
                                         "Kalimantan Utara",
                                         "Kepulauan Bangka Belitung",
                                         "Kepulauan Riau",
                                         "Lampung",
                                         "Maluku",
                                         "Maluku Utara",
                                         "Nusa Tenggara Barat",
                                         "Nusa Tenggara Timur",
                                         "Papua",
                                         "Papua Barat",
                                         "Papua Barat Daya",
                                         "Papua Pegunungan",
                                         "Papua Selatan",
                                         "Papua Tengah",
                                         "Riau",
                                         "Sulawesi Barat",
                                         "Sulawesi Selatan",
                                         "Sulawesi Tengah",
                                         "Sulawesi Tenggara",
                                         "Sulawesi Utara",
                                         "Sumatera Barat",
                                         "Sumatera Selatan",
                                         "Sumatera Utara",
                                         NULL };
static const char *const voivodeships[] = {
  "dolnośląskie",  "kujawsko-pomorskie", "lubelskie", "lubuskie",  "łódzkie", "małopolskie",    "mazowieckie",
  "opolskie",      "podkarpackie",       "podlaskie", "pomorskie", "śląskie", "świętokrzyskie", "warmińsko-mazurskie",
  "wielkopolskie", "zachodniopomorskie", NULL
};
static const char *const indonesian_streets[] = { "Jl. ", "Gg. ", NULL };
static const char *const polish_streets[] = { "ul. ", "al. ", "pl. ", "os. ", NULL };
static const char *const indonesian_cities[] = { "Kota ", "Kab. ", NULL };
static const char *const indonesian_villages[] = { "Kel. ", "Desa ", NULL };

static const struct
{
  const char *country;
  guint column;
  const char *const *words;
} word_lists[] = {
  { "ID", KLI_ADDRESS_REGION, provinces },       { "ID", KLI_ADDRESS_STREET, indonesian_streets },
  { "ID", KLI_ADDRESS_CITY, indonesian_cities }, { "ID", KLI_ADDRESS_VILLAGE, indonesian_villages },
  { "PL", KLI_ADDRESS_REGION, voivodeships },    { "PL", KLI_ADDRESS_STREET, polish_streets },
};

const char *const *
kli_address_column_words (const char *country, guint column)
{
  for (gsize i = 0; i < G_N_ELEMENTS (word_lists); i++)
    if (word_lists[i].column == column && g_strcmp0 (word_lists[i].country, country) == 0)
      return word_lists[i].words;

  return NULL;
}

/* --- numbers ------------------------------------------------------------------------------------------ */

/* The digits of @typed alone; NULL when there is anything else but blanks and dashes, or more than @max of them.
 * Returns: (transfer full) (nullable) */
static char *
take_digits (const char *typed, gsize max)
{
  g_autofree char *folded = kli_fold (typed); /* every dash is a blank */
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
    else if (*p != ' ')
      return NULL;

  return digits->len <= max ? g_string_free (g_steal_pointer (&digits), FALSE) : NULL;
}

static void
say (const char **reason, const char *sentence)
{
  if (reason != NULL)
    *reason = sentence;
}

char *
kli_address_postcode (const char *country, const char *typed, const char **reason)
{
  gboolean is_polish = g_strcmp0 (country, "PL") == 0;
  gboolean is_indonesian = g_strcmp0 (country, "ID") == 0;
  g_autofree char *digits = NULL;

  g_return_val_if_fail (typed != NULL, g_strdup (""));

  say (reason, NULL);
  if (*typed == '\0' || (!is_polish && !is_indonesian))
    return g_strdup (typed);
  digits = take_digits (typed, 5);
  if (digits != NULL && strlen (digits) == 5 && is_polish)
    return g_strdup_printf ("%.2s-%s", digits, digits + 2);
  if (digits != NULL && strlen (digits) == 5 && *digits != '0')
    return g_steal_pointer (&digits);
  say (reason, is_polish ? N_ ("A Polish postal code has five digits, such as 31-019.")
                         : N_ ("An Indonesian postal code has five digits and does not begin with 0, such as 40123."));

  return g_strdup (typed);
}

char *
kli_address_unit (const char *typed)
{
  gsize length;

  g_return_val_if_fail (typed != NULL, g_strdup (""));

  length = strlen (typed);
  if (length == 0 || length > UNIT_DIGITS || strspn (typed, "0123456789") < length)
    return g_strdup (typed);

  return g_strdup_printf ("%.*s%s", (int)(UNIT_DIGITS - length), "000", typed);
}
