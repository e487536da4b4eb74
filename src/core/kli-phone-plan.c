/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbering plans of Poland and Indonesia, as assigned in 2024 (checked against libphonenumber 8.13). */
#include "core/kli-phone-plan.h"

#include <string.h>

/* A prefix of national numbers and what follows it. */
typedef struct
{
  const char *prefix;
  KliPhoneKind kind;
} Range;

/* Nearly all of a table begin otherwise: that is seen without a call. @prefix: not empty */
static inline gboolean
starts_with (const char *number, const char *prefix)
{
  return *number == *prefix && g_str_has_prefix (number, prefix);
}

static gboolean
starts_with_any (const char *number, const char *const *prefixes)
{
  for (; *prefixes != NULL; prefixes++)
    if (starts_with (number, *prefixes))
      return TRUE;
  return FALSE;
}

static KliPhoneKind
kind_by_range (const char *national, const Range *ranges, gsize n_ranges)
{
  for (gsize i = 0; i < n_ranges; i++)
    if (starts_with (national, ranges[i].prefix))
      return ranges[i].kind;
  return KLI_PHONE_UNASSIGNED;
}

/* Appends @number cut into groups of the given sizes; what is left over is the last group. */
static void
append_groups (GString *out, const char *number, const guint8 *sizes, gsize n_sizes, char separator)
{
  for (gsize i = 0; i < n_sizes && strlen (number) > sizes[i]; i++)
    {
      g_string_append_len (out, number, sizes[i]);
      g_string_append_c (out, separator);
      number += sizes[i];
    }
  g_string_append (out, number);
}

/* Poland: nine digits, the area code among them since 2005, no trunk prefix. */

static const Range polish_ranges[] = {
  { "211", KLI_PHONE_MOBILE },  { "212", KLI_PHONE_MOBILE },  { "800", KLI_PHONE_TOLL_FREE },
  { "801", KLI_PHONE_SERVICE }, { "804", KLI_PHONE_SERVICE }, { "700", KLI_PHONE_SERVICE },
  { "701", KLI_PHONE_SERVICE }, { "703", KLI_PHONE_SERVICE }, { "704", KLI_PHONE_SERVICE },
  { "706", KLI_PHONE_SERVICE }, { "707", KLI_PHONE_SERVICE }, { "708", KLI_PHONE_SERVICE },
  { "39", KLI_PHONE_SERVICE },  { "64", KLI_PHONE_SERVICE },  { "45", KLI_PHONE_MOBILE },
  { "50", KLI_PHONE_MOBILE },   { "51", KLI_PHONE_MOBILE },   { "53", KLI_PHONE_MOBILE },
  { "57", KLI_PHONE_MOBILE },   { "60", KLI_PHONE_MOBILE },   { "66", KLI_PHONE_MOBILE },
  { "69", KLI_PHONE_MOBILE },   { "72", KLI_PHONE_MOBILE },   { "73", KLI_PHONE_MOBILE },
  { "78", KLI_PHONE_MOBILE },   { "79", KLI_PHONE_MOBILE },   { "88", KLI_PHONE_MOBILE },
};

static const char *const polish_areas[] = {
  "12", "13", "14", "15", "16", "17", "18", "22", "23", "24", "25", "26", "29", "32", "33", "34", "41", "42",
  "43", "44", "46", "47", "48", "52", "54", "55", "56", "58", "59", "61", "62", "63", "65", "67", "68", "71",
  "74", "75", "76", "77", "81", "82", "83", "84", "85", "86", "87", "89", "91", "94", "95", NULL,
};

static KliPhoneKind
polish_kind (const char *national)
{
  if (starts_with_any (national, polish_areas))
    return KLI_PHONE_FIXED;
  return kind_by_range (national, polish_ranges, G_N_ELEMENTS (polish_ranges));
}

static gboolean
polish_is_bare (const char *digits)
{
  return strlen (digits) == 9 && digits[0] != '0';
}

static gsize
polish_area_length (const char *national)
{
  return 2;
}

/* Unassigned numbers are written like the assigned ones around them. */
static gboolean
polish_looks_fixed (const char *national)
{
  KliPhoneKind kind = polish_kind (national);

  return kind == KLI_PHONE_FIXED || (kind == KLI_PHONE_UNASSIGNED && strchr ("1239", national[0]) != NULL);
}

static void
polish_append (GString *out, const char *national, gboolean at_home)
{
  static const guint8 fixed[] = { 2, 3, 2 };
  static const guint8 mobile[] = { 3, 3 };

  if (polish_looks_fixed (national))
    append_groups (out, national, fixed, G_N_ELEMENTS (fixed), ' ');
  else
    append_groups (out, national, mobile, G_N_ELEMENTS (mobile), ' ');
}

/* Indonesia: a trunk 0, lengths that vary, area codes of two or three digits. */

#define INDONESIAN_MOBILE_SHORTEST 9
#define INDONESIAN_FIXED_LONGEST 11

static const char *const indonesian_cities[] = { "21", "22", "24", "31", "61", NULL };

/* By the first two digits of an area code of three: the third digits that are in use. */
static const struct
{
  char start[3];
  const char *thirds;
} indonesian_areas[] = {
  { "23", "1234" },       { "25", "1234" },      { "26", "012345678" },  { "27", "123456" },
  { "28", "0123456789" }, { "29", "12345678" },  { "32", "12345678" },   { "33", "1234568" },
  { "34", "123" },        { "35", "12345678" },  { "36", "123568" },     { "37", "0123469" },
  { "38", "0123456789" }, { "40", "1234589" },   { "41", "0134789" },    { "42", "0123678" },
  { "43", "0124568" },    { "44", "3" },         { "45", "12378" },      { "46", "12345" },
  { "47", "134" },        { "48", "1245" },      { "51", "12356789" },   { "52", "25678" },
  { "53", "12456789" },   { "54", "123589" },    { "55", "12346" },      { "56", "12345678" },
  { "62", "0123456789" }, { "63", "1234569" },   { "64", "123456" },     { "65", "0123456789" },
  { "70", "2" },          { "71", "123456789" }, { "72", "123456789" },  { "73", "0123456789" },
  { "74", "12345678" },   { "75", "123456789" }, { "76", "0123456789" }, { "77", "01236789" },
  { "90", "12" },         { "91", "01345678" },  { "92", "0123479" },    { "95", "125678" },
  { "96", "23679" },      { "97", "159" },       { "98", "01346" },
};

static gboolean
indonesian_is_fixed (const char *national)
{
  if (strlen (national) > INDONESIAN_FIXED_LONGEST)
    return FALSE;
  if (starts_with_any (national, indonesian_cities))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (indonesian_areas); i++)
    if (starts_with (national, indonesian_areas[i].start))
      return strchr (indonesian_areas[i].thirds, national[2]) != NULL;
  return FALSE;
}

/* Domain 3.3: 8, then 1, 2, 3 or 5 to 9; 9 to 12 digits. */
static gboolean
indonesian_is_mobile (const char *national)
{
  return national[0] == '8' && national[1] != '\0' && strchr ("12356789", national[1]) != NULL
         && strlen (national) >= INDONESIAN_MOBILE_SHORTEST;
}

static KliPhoneKind
indonesian_kind (const char *national)
{
  if (g_str_has_prefix (national, "800"))
    return KLI_PHONE_TOLL_FREE;
  if (g_str_has_prefix (national, "809"))
    return KLI_PHONE_SERVICE;
  if (indonesian_is_mobile (national))
    return KLI_PHONE_MOBILE;
  return indonesian_is_fixed (national) ? KLI_PHONE_FIXED : KLI_PHONE_UNASSIGNED;
}

static gsize
indonesian_area_length (const char *national)
{
  /* 20 is in nobody's use, and written like the cities around it. */
  return starts_with_any (national, indonesian_cities) || g_str_has_prefix (national, "20") ? 2 : 3;
}

static void
indonesian_append (GString *out, const char *national, gboolean at_home)
{
  static const guint8 mobile[] = { 3, 4 }; /* with the trunk 0: 4, 4 and the rest */
  gsize area = indonesian_area_length (national);

  if (national[0] == '8')
    {
      g_string_append (out, at_home ? "0" : "");
      append_groups (out, national, mobile, G_N_ELEMENTS (mobile), '-');
    }
  else
    g_string_append_printf (out, at_home ? "(0%.*s) %s" : "%.*s %s", (int)area, national, national + area);
}

static const KliPhonePlan plans[] = {
  { "PL", "48", 9, 9, polish_kind, polish_is_bare, polish_area_length, polish_append },
  { "ID", "62", 7, 12, indonesian_kind, indonesian_is_mobile, indonesian_area_length, indonesian_append },
};

const KliPhonePlan *
kli_phone_plan_for_country (const char *country)
{
  for (gsize i = 0; country != NULL && i < G_N_ELEMENTS (plans); i++)
    if (g_ascii_strcasecmp (plans[i].country, country) == 0)
      return &plans[i];
  return NULL;
}

const KliPhonePlan *
kli_phone_plan_for_digits (const char *digits)
{
  for (gsize i = 0; i < G_N_ELEMENTS (plans); i++)
    if (g_str_has_prefix (digits, plans[i].country_code))
      return &plans[i];
  return NULL;
}

gsize
kli_phone_country_code_length (const char *digits)
{
  static const char *const two[] = {
    "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46",
    "47", "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63",
    "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98", NULL,
  };

  if (digits[0] == '1' || digits[0] == '7')
    return 1;
  return starts_with_any (digits, two) ? 2 : 3;
}
