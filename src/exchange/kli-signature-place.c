/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Addresses as they stand in signatures: Polish, Indonesian, and the English pattern (domain 3.2). */
#include "exchange/kli-signature-builder.h"

#include "core/kli-address.h"
#include "core/kli-fold.h"
#include "core/kli-kinds.h"

#include <string.h>

/* --- telling ------------------------------------------------------------------------------------------ */

#define POLISH_CODE "\\b\\d{2}-\\d{3}\\b"
#define POLISH_STREET                                                                                                  \
  "^(?:ul|al|pl|os)\\.\\s*\\p{L}|^(?:ul|ulica|aleja|aleje|plac|osiedle|rynek|os|pl|al)\\s+\\p{L}.*\\d|^skr(?:ytka|\\." \
  ")?\\s*poczt"
#define INDONESIAN_STREET                                                                                              \
  "^(?:jl|jln|jalan|gg|gang)\\b\\.?\\s*\\p{L}|\\brt\\b.{0,8}\\brw\\b|"                                                 \
  "^(?:kel|kelurahan|kec|kecamatan|kab|kabupaten|kota|desa|dusun|dsn)\\b\\.?\\s*\\p{L}|"                               \
  "^(?:komp|komplek|kompleks|perum|perumahan|ruko|rukan|gedung|gd|menara|wisma|graha|plaza|apartemen|lt|lantai|blok|"  \
  "kav)\\b.*\\d|"                                                                                                      \
  "^gedung\\s+\\p{L}"
#define INDONESIAN_CODE "^[\\p{L}][\\p{L} .]+,?\\s+[1-9]\\d{4}$"
#define ENGLISH_STREET                                                                                                 \
  "^(?:flat |unit |suite )?\\d+[a-z]?,?\\s+[\\p{L}\\p{N}' "                                                            \
  ".]+\\b(?:street|st|road|rd|avenue|ave|lane|ln|drive|boulevard|blvd|way|square|sq|court|"                            \
  "terrace|close|crescent)\\b\\.?|^(?:suite|floor|p\\.?\\s?o\\.? box)\\b.*\\d|^\\d+(?:st|nd|rd|th) floor"
#define AMERICAN_CODE "\\b[A-Z]{2}\\s+\\d{5}(?:-\\d{4})?$"
#define BRITISH_CODE "\\b[A-Z]{1,2}\\d[A-Z\\d]?\\s*\\d[A-Z]{2}$"

static const struct
{
  const char *name; /* folded */
  const char *code;
} countries[] = { { "polska", "PL" },        { "poland", "PL" },      { "polandia", "PL" },  { "rp", "PL" },
                  { "indonesia", "ID" },     { "indonezja", "ID" },   { "uk", "GB" },        { "united kingdom", "GB" },
                  { "great britain", "GB" }, { "england", "GB" },     { "usa", "US" },       { "united states", "US" },
                  { "germany", "DE" },       { "niemcy", "DE" },      { "jerman", "DE" },    { "deutschland", "DE" },
                  { "czechy", "CZ" },        { "singapore", "SG" },   { "singapura", "SG" }, { "malaysia", "MY" },
                  { "australia", "AU" },     { "netherlands", "NL" }, { "holandia", "NL" },  { "belanda", "NL" } };

/* Returns: (transfer none) (nullable): the code of the country that @text names */
static const char *
find_country (const char *text)
{
  g_autofree char *folded = kli_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    if (g_str_equal (countries[i].name, folded))
      return countries[i].code;

  return NULL;
}

/* Some are often written in other ways. */
static gboolean
is_province (const char *text)
{
  static const char *const others[] = { "dki jakarta", "d.i. yogyakarta", "daerah istimewa yogyakarta", NULL };
  const char *const *provinces = kli_address_column_words ("ID", KLI_ADDRESS_REGION);
  g_autofree char *folded = kli_fold (text);

  for (guint i = 0; provinces[i] != NULL; i++)
    {
      g_autofree char *province = kli_fold (provinces[i]);

      if (g_str_equal (province, folded))
        return TRUE;
    }

  return g_strv_contains (others, folded);
}

static gboolean
matches (const char *pattern, const char *text)
{
  return kli_signature_matches (pattern, text, NULL);
}

/* Codes are in capital letters, and the patterns look at no case. */
static gboolean
has_capital_code (const char *pattern, const char *text)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *code = NULL;

  if (!kli_signature_matches (pattern, text, &match))
    return FALSE;
  code = g_match_info_fetch (match, 0);
  for (const char *p = code; *p != '\0'; p++)
    if (g_ascii_islower (*p))
      return FALSE;

  return TRUE;
}

gboolean
kli_signature_is_place (const char *piece)
{
  return matches (POLISH_STREET, piece)
         || matches ("^(?:PL-)?" POLISH_CODE "\\s*\\p{L}|(?-i:\\p{Lu}\\p{Ll}+)\\s+" POLISH_CODE "$", piece)
         || matches (INDONESIAN_STREET, piece) || matches (INDONESIAN_CODE, piece) || matches (ENGLISH_STREET, piece)
         || has_capital_code (AMERICAN_CODE, piece) || has_capital_code (BRITISH_CODE, piece) || is_province (piece);
}

gboolean
kli_signature_is_place_before (const char *piece, const char *next)
{
  if (!kli_signature_is_place (next))
    return FALSE;
  if (has_capital_code ("^" AMERICAN_CODE, next))
    return matches ("^(?-i:\\p{Lu})[\\p{L} .'-]+$", piece);

  return matches ("^(?-i:\\p{Lu})[\\p{L} .'-]+\\s\\d+[a-z]?(?:\\s?[/-]\\s?\\d+[a-z]?)?(?:\\s?(?:m|lok)\\.?\\s?\\d+)?$",
                  piece);
}

gboolean
kli_signature_ends_place (const GPtrArray *lines, const char *piece)
{
  if (find_country (piece) != NULL)
    return TRUE;
  for (guint i = 0; i < lines->len; i++)
    if (matches (POLISH_CODE "|\\b\\d{5}\\b", g_ptr_array_index (lines, i)))
      return FALSE;

  return matches ("^(?-i:\\p{Lu})[\\p{L}-]+$", piece);
}

/* --- taking apart ------------------------------------------------------------------------------------- */

typedef struct
{
  GString *street;
  char *rt;
  char *rw;
  char *village;
  char *district;
  char *city;
  char *postcode;
  char *region;
  char *country;
  gboolean is_indonesian;
} Place;

static void
place_clear (Place *place)
{
  g_string_free (place->street, TRUE);
  g_free (place->rt);
  g_free (place->rw);
  g_free (place->village);
  g_free (place->district);
  g_free (place->city);
  g_free (place->postcode);
  g_free (place->region);
  g_free (place->country);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static void
append (GString *line, const char *text)
{
  g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", text);
}

static void
set_once (Place *place, char **field, const char *text)
{
  if (*text == '\0')
    return;
  if (*field == NULL)
    *field = g_strdup (text);
  else
    append (place->street, text);
}

/* The postcode that @pattern finds in @segment, and what stands on both sides. Returns: FALSE when it is not there */
static gboolean
take_code (Place *place, const char *pattern, const char *segment, char **before, char **behind)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *code = NULL;
  int start, end;

  if (place->postcode != NULL || !kli_signature_matches (pattern, segment, &match))
    return FALSE;
  g_match_info_fetch_pos (match, 0, &start, &end);
  code = g_match_info_fetch (match, 0);
  place->postcode = g_strdup (g_str_has_prefix (code, "PL-") ? code + 3 : code);
  *before = g_strstrip (g_strndup (segment, start));
  *behind = g_strstrip (g_strdup (segment + end));
  g_strdelimit (*before, ",", ' ');
  g_strchomp (*before);

  return TRUE;
}

/* "31-019 Kraków", "Warszawa 00-838", "ul. Prosta 5 00-838 Warszawa". */
static gboolean
take_polish (Place *place, const char *segment)
{
  g_autofree char *before = NULL;
  g_autofree char *behind = NULL;

  if (!take_code (place, "(?:\\bPL-)?" POLISH_CODE, segment, &before, &behind))
    return FALSE;
  if (*behind == '\0' && !matches ("\\d", before))
    set_once (place, &place->city, before);
  else if (*before != '\0')
    append (place->street, before);
  set_once (place, &place->city, behind);

  return TRUE;
}

/* What stood for the province gives way to another: "Jakarta, DKI Jakarta" has its city first. */
static void
set_province (Place *place, const char *text)
{
  if (place->region != NULL && place->city == NULL)
    place->city = g_steal_pointer (&place->region);
  set_once (place, &place->region, text);
}

/* "Jakarta Selatan 12190", "Jawa Barat 40123". */
static gboolean
take_indonesian (Place *place, const char *segment)
{
  g_autofree char *before = NULL;
  g_autofree char *behind = NULL;

  if (!place->is_indonesian || !take_code (place, "\\b[1-9]\\d{4}$", segment, &before, &behind))
    return FALSE;
  if (is_province (before))
    set_province (place, before);
  else
    set_once (place, &place->city, before);

  return TRUE;
}

/* "New York, NY 10118", "London SW1A 1AA". */
static gboolean
take_english (Place *place, const char *segment)
{
  g_autofree char *before = NULL;
  g_autofree char *behind = NULL;

  if (has_capital_code (AMERICAN_CODE, segment))
    {
      if (!take_code (place, "\\b\\d{5}(?:-\\d{4})?$", segment, &before, &behind))
        return FALSE;
      set_once (place, &place->region, before);
      return TRUE;
    }
  if (!has_capital_code (BRITISH_CODE, segment) || !take_code (place, BRITISH_CODE, segment, &before, &behind))
    return FALSE;
  set_once (place, &place->city, before);

  return TRUE;
}

/* "RT 003/RW 005", "Kel. Babakan Ciamis": what only Indonesia has. */
static gboolean
take_unit (Place *place, const char *segment)
{
  g_autoptr (GMatchInfo) match = NULL;

  if (!place->is_indonesian)
    return FALSE;
  if (place->rt == NULL && place->rw == NULL
      && kli_signature_matches ("^rt\\b[. ]*(\\d{1,3})\\W*rw\\b[. ]*(\\d{1,3})$", segment, &match))
    {
      place->rt = g_match_info_fetch (match, 1);
      place->rw = g_match_info_fetch (match, 2);
      return TRUE;
    }
  if (matches ("^(?:kel|kelurahan|desa)\\b", segment))
    set_once (place, &place->village, segment);
  else if (matches ("^(?:kec|kecamatan)\\b", segment))
    set_once (place, &place->district, segment);
  else
    return FALSE;

  return TRUE;
}

static void
take_segment (Place *place, const char *segment)
{
  if (*segment == '\0')
    return;
  if (place->country == NULL && find_country (segment) != NULL)
    place->country = g_strdup (segment);
  else if (take_polish (place, segment) || take_indonesian (place, segment) || take_english (place, segment)
           || take_unit (place, segment))
    return;
  else if (place->is_indonesian && matches ("^(?:kota|kab|kabupaten)\\b", segment))
    set_once (place, &place->city, segment);
  else if (is_province (segment))
    set_province (place, segment);
  else
    append (place->street, segment);
}

/* A city without a code of its own is the last part of the street that has no number: "12 High Street, Leeds". */
static void
find_city (Place *place)
{
  char *comma = strrchr (place->street->str, ',');
  const char *last = comma != NULL ? comma + 2 : NULL;

  if (place->city != NULL || last == NULL || matches ("\\d", last) || kli_signature_is_place (last))
    return;
  place->city = g_strdup (last);
  g_string_truncate (place->street, comma - place->street->str);
}

/* "Jl. Sudirman 1, Jakarta 10220": without a city, what is the name of a province too is the city. */
static void
find_city_of_province (Place *place)
{
  if (place->city == NULL && place->region != NULL && is_province (place->region))
    place->city = g_steal_pointer (&place->region);
}

static void
take_segments (Place *place, const GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      g_auto (GStrv) segments = g_strsplit (g_ptr_array_index (lines, i), ",", -1);

      for (guint n = 0; segments[n] != NULL; n++)
        take_segment (place, g_strstrip (segments[n]));
    }
  find_city (place);
  find_city_of_province (place);
}

static gboolean
is_indonesian (const KliSignatureBuilder *self, const GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = g_ptr_array_index (lines, i);

      if (matches ("\\b(?:jl|jln|jalan|gg|rt|kel|kec|kab|indonesia)\\b", line) || is_province (line))
        return TRUE;
    }

  return g_strcmp0 (self->country, "ID") == 0;
}

static void
set_text (KliRow *address, guint column, const char *text)
{
  kli_row_set_text (address, column, text != NULL ? text : "");
}

void
kli_signature_add_place (KliSignatureBuilder *self, const GPtrArray *lines)
{
  g_auto (Place) place = { .street = g_string_new (NULL) };
  const char *code;
  KliRow *address;

  place.is_indonesian = is_indonesian (self, lines);
  take_segments (&place, lines);
  address = kli_card_add_address (self->card);
  kli_row_set_text (address, KLI_ADDRESS_STREET, place.street->str);
  set_text (address, KLI_ADDRESS_CITY, place.city);
  set_text (address, KLI_ADDRESS_POSTCODE, place.postcode);
  set_text (address, KLI_ADDRESS_REGION, place.region);
  set_text (address, KLI_ADDRESS_RT, place.rt);
  set_text (address, KLI_ADDRESS_RW, place.rw);
  set_text (address, KLI_ADDRESS_VILLAGE, place.village);
  set_text (address, KLI_ADDRESS_DISTRICT, place.district);
  if (place.country == NULL && place.is_indonesian && g_strcmp0 (self->home, "ID") != 0)
    place.country = g_strdup ("Indonesia");
  code = place.country != NULL ? find_country (place.country) : NULL;
  set_text (address, KLI_ADDRESS_COUNTRY, g_strcmp0 (code, self->home) == 0 ? code : place.country);
}
