/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of a vCard as long as there is room for them. Not folded, and without parameters that nobody needs. */
#include "exchange/kli-small-vcard.h"

#include "core/kli-kinds.h"
#include "core/kli-text.h"

#include <string.h>

#define END "END:VCARD\r\n"

typedef struct
{
  const KliCard *card;
  GString *text;
  gsize max;
  guint left_out;
} Small;

/* Appends @value with what vCard escapes. */
static void
append_value (GString *line, const char *value)
{
  for (const char *p = value; *p != '\0'; p++)
    if (*p == '\n')
      g_string_append (line, "\\n");
    else
      {
        if (strchr ("\\,;", *p) != NULL)
          g_string_append_c (line, '\\');
        g_string_append_c (line, *p);
      }
}

/* Adds @name and the parts of its value, joined by ";", if there is room. Returns: FALSE when there is none */
static gboolean
add_line (Small *small, const char *name, const char *const *parts, guint n_parts)
{
  g_autoptr (GString) line = g_string_new (name);

  g_string_append_c (line, ':');
  for (guint i = 0; i < n_parts; i++)
    {
      g_string_append (line, i > 0 ? ";" : "");
      append_value (line, parts[i]);
    }
  g_string_append (line, "\r\n");
  if (small->text->len + line->len + strlen (END) > small->max)
    return FALSE;
  g_string_append (small->text, line->str);

  return TRUE;
}

static const char *
get (const Small *small, guint column)
{
  return kli_row_get_text (small->card->contact, column);
}

/* A name that alone would fill the code is cut. */
static void
add_name (Small *small)
{
  g_autofree char *name = kli_text_visible (get (small, KLI_CONTACT_NAME), 80);
  const char *parts[]
      = { get (small, KLI_CONTACT_FAMILY), get (small, KLI_CONTACT_GIVEN), get (small, KLI_CONTACT_ADDITIONAL),
          get (small, KLI_CONTACT_PREFIX), get (small, KLI_CONTACT_SUFFIX) };
  const char *whole = name;
  const char *bare[] = { "", name, "", "", "" };
  gboolean has_parts = *parts[0] != '\0' || *parts[1] != '\0';

  if (!has_parts || !add_line (small, "N", parts, G_N_ELEMENTS (parts)))
    add_line (small, "N", bare, G_N_ELEMENTS (bare));
  add_line (small, "FN", &whole, 1);
}

static void
add_organisation (Small *small)
{
  gboolean is_organisation = g_str_equal (get (small, KLI_CONTACT_KIND), "organisation");
  const KliCardAffiliation *link
      = small->card->affiliations->len > 0 ? g_ptr_array_index (small->card->affiliations, 0) : NULL;
  const char *organisation = link != NULL ? link->organisation : get (small, KLI_CONTACT_COMPANY);
  const char *role = link != NULL ? link->role : get (small, KLI_CONTACT_JOB);

  if (is_organisation)
    organisation = get (small, KLI_CONTACT_NAME);
  if (*organisation != '\0')
    add_line (small, "ORG", &organisation, 1);
  if (*role != '\0')
    add_line (small, "TITLE", &role, 1);
}

/* --- ways to reach somebody --------------------------------------------------------------------------- */

static const struct
{
  const char *kind;
  const char *property;
  guint left_out;
} kinds[] = { { "phone", "TEL", KLI_SMALL_VCARD_PHONES },
              { "mail", "EMAIL", KLI_SMALL_VCARD_MAILS },
              { "url", "URL", KLI_SMALL_VCARD_PAGES },
              { "chat", "IMPP", KLI_SMALL_VCARD_PAGES } };

static const char *
name_of_phone (const char *label)
{
  if (strstr (label, "fax") != NULL)
    return "TEL;TYPE=FAX";

  return strstr (label, "cell") != NULL ? "TEL;TYPE=CELL" : "TEL";
}

static void
add_point (Small *small, guint kind, const KliRow *point)
{
  /* The normal form is shorter, and dialled from everywhere. */
  const char *normal = kli_row_get_text (point, KLI_CONTACT_POINT_NORMAL);
  const char *value = kind == 0 && *normal == '+' ? normal : kli_row_get_text (point, KLI_CONTACT_POINT_VALUE);
  const char *name
      = kind == 0 ? name_of_phone (kli_row_get_text (point, KLI_CONTACT_POINT_LABEL)) : kinds[kind].property;

  if (!add_line (small, name, &value, 1))
    small->left_out |= kinds[kind].left_out;
}

/* The one of a kind that is preferred, or else the first. Returns: (nullable) */
static const KliRow *
find_best (const Small *small, guint kind)
{
  const KliRow *best = NULL;

  for (guint i = 0; i < small->card->points->len; i++)
    {
      const KliRow *point = g_ptr_array_index (small->card->points, i);

      if (g_str_equal (kli_row_get_text (point, KLI_CONTACT_POINT_KIND), kinds[kind].kind)
          && (best == NULL
              || (kli_row_get_integer (point, KLI_CONTACT_POINT_PREFERRED)
                  && !kli_row_get_integer (best, KLI_CONTACT_POINT_PREFERRED))))
        best = point;
    }

  return best;
}

static void
add_rest (Small *small, guint kind)
{
  const KliRow *best = find_best (small, kind);

  for (guint i = 0; i < small->card->points->len; i++)
    {
      const KliRow *point = g_ptr_array_index (small->card->points, i);

      if (point != best && g_str_equal (kli_row_get_text (point, KLI_CONTACT_POINT_KIND), kinds[kind].kind))
        add_point (small, kind, point);
    }
}

/* Street and house number in one, as telephones know no other. */
static void
add_addresses (Small *small)
{
  for (guint i = 0; i < small->card->addresses->len; i++)
    {
      const KliRow *address = g_ptr_array_index (small->card->addresses, i);
      g_autofree char *street = g_strjoin (" ", kli_row_get_text (address, KLI_ADDRESS_STREET),
                                           kli_row_get_text (address, KLI_ADDRESS_HOUSE), NULL);
      const char *parts[] = { "",
                              "",
                              g_strchomp (street),
                              kli_row_get_text (address, KLI_ADDRESS_CITY),
                              kli_row_get_text (address, KLI_ADDRESS_REGION),
                              kli_row_get_text (address, KLI_ADDRESS_POSTCODE),
                              kli_row_get_text (address, KLI_ADDRESS_COUNTRY) };

      if (!add_line (small, "ADR", parts, G_N_ELEMENTS (parts)))
        small->left_out |= KLI_SMALL_VCARD_ADDRESSES;
    }
}

static guint
never_told (const KliCard *card)
{
  const KliRow *contact = card->contact;
  gboolean has_day = *kli_row_get_text (contact, KLI_CONTACT_BIRTHDAY) != '\0'
                     || *kli_row_get_text (contact, KLI_CONTACT_ANNIVERSARY) != '\0';

  return (card->photo != NULL ? KLI_SMALL_VCARD_PHOTO : 0u)
         | (*kli_row_get_text (contact, KLI_CONTACT_NOTE) != '\0' ? KLI_SMALL_VCARD_NOTE : 0u)
         | (card->identifiers->len > 0 ? KLI_SMALL_VCARD_NUMBERS : 0u)
         | (card->tags->len > 0 ? KLI_SMALL_VCARD_TAGS : 0u) | (has_day ? KLI_SMALL_VCARD_DAYS : 0u);
}

char *
kli_small_vcard (const KliCard *card, gsize max, guint *left_out)
{
  Small small = { card, NULL, max, 0 };

  g_return_val_if_fail (card != NULL, NULL);

  small.text = g_string_new ("BEGIN:VCARD\r\nVERSION:3.0\r\n");
  small.left_out = never_told (card);
  add_name (&small);
  add_organisation (&small);
  for (guint kind = 0; kind < 2; kind++)
    if (find_best (&small, kind) != NULL)
      add_point (&small, kind, find_best (&small, kind));
  add_addresses (&small);
  for (guint kind = 2; kind < G_N_ELEMENTS (kinds); kind++)
    if (find_best (&small, kind) != NULL)
      add_point (&small, kind, find_best (&small, kind));
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    add_rest (&small, kind);
  g_string_append (small.text, END);
  if (left_out != NULL)
    *left_out = small.left_out;

  return g_string_free (small.text, FALSE);
}
