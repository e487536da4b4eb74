/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of a contact are called, and how an address is written. */
#include "core/kli-part-words.h"

#include "core/kli-kinds.h"
#include "core/kli-text.h"

#include <glib/gi18n-lib.h>

/* --- labels ------------------------------------------------------------------------------------- */

typedef struct
{
  const char *label; /* as in vCards */
  const char *name;
} Label;

static const Label labels[] = {
  { "cell", NC_ ("label", "Mobile") }, { "work", NC_ ("label", "Work") },     { "home", NC_ ("label", "Home") },
  { "fax", NC_ ("label", "Fax") },     { "pager", NC_ ("label", "Pager") },   { "other", NC_ ("label", "Other") },
  { "main", NC_ ("label", "Main") },   { "postal", NC_ ("label", "Postal") }, { "invoice", NC_ ("label", "Billing") },
};

const char *
kli_label_name (const char *label)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_ascii_strcasecmp (labels[i].label, label) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "label", labels[i].name);

  return label;
}

/* --- points ------------------------------------------------------------------------------------- */

typedef struct
{
  const char *kind;
  const char *name;
} PointKind;

static const PointKind point_kinds[] = {
  { "phone", NC_ ("contact point", "Phone") },
  { "mail", NC_ ("contact point", "Email") },
  { "url", NC_ ("contact point", "Website") },
  { "chat", NC_ ("contact point", "Chat") },
};

const char *
kli_point_kind_name (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (point_kinds); i++)
    if (g_str_equal (point_kinds[i].kind, kind))
      return g_dpgettext2 (GETTEXT_PACKAGE, "contact point", point_kinds[i].name);

  return kind;
}

static char *
name_with_label (const char *name, const char *label)
{
  const char *label_name = kli_label_name (label);
  /* A label that somebody typed stays as it is. */
  g_autofree char *within = label_name != label ? kli_text_within_line (label_name) : g_strdup (label);

  if (*label == '\0')
    return g_strdup (name);

  /* TRANSLATORS: %1$s is a kind such as “Phone” or “Address”, %2$s its label such as “work” */
  return g_strdup_printf (C_ ("kind and label", "%1$s · %2$s"), name, within);
}

char *
kli_point_name (const KliRow *point)
{
  return name_with_label (kli_point_kind_name (kli_row_get_text (point, KLI_CONTACT_POINT_KIND)),
                          kli_row_get_text (point, KLI_CONTACT_POINT_LABEL));
}

/* --- addresses ---------------------------------------------------------------------------------- */

char *
kli_address_name (const KliRow *address)
{
  return name_with_label (C_ ("contact", "Address"), kli_row_get_text (address, KLI_ADDRESS_LABEL));
}

static gboolean
is_country (const char *country, const char *code, const char *name)
{
  return country != NULL && (g_ascii_strcasecmp (country, code) == 0 || g_ascii_strcasecmp (country, name) == 0);
}

/* Indonesia writes the code last, behind city and province; elsewhere it stands before the city. */
static char *
join_city (const KliRow *address, const char *home)
{
  const char *city = kli_row_get_text (address, KLI_ADDRESS_CITY);
  const char *postcode = kli_row_get_text (address, KLI_ADDRESS_POSTCODE);
  const char *region = kli_row_get_text (address, KLI_ADDRESS_REGION);
  const char *country = kli_row_get_text (address, KLI_ADDRESS_COUNTRY);
  gboolean code_last = is_country (*country != '\0' ? country : home, "ID", "Indonesia");
  g_autofree char *place = *city != '\0' && *region != '\0' && code_last ? g_strconcat (city, ", ", region, NULL)
                                                                         : g_strdup (*city != '\0' ? city : region);
  g_autofree char *line
      = code_last ? g_strconcat (place, " ", postcode, NULL) : g_strconcat (postcode, " ", place, NULL);

  return g_strdup (g_strstrip (line));
}

static char *
join_address (const KliRow *address, const char *separator, const char *home)
{
  const char *country = kli_row_get_text (address, KLI_ADDRESS_COUNTRY);
  gboolean abroad = home == NULL || g_ascii_strcasecmp (country, home) != 0;
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) street = g_strsplit (kli_row_get_text (address, KLI_ADDRESS_STREET), "\n", -1);
  g_autofree char *city = join_city (address, home);
  const char *last[] = { city, abroad ? country : "" };

  for (guint i = 0; street[i] != NULL; i++)
    if (*street[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", street[i]);
  for (guint i = 0; i < G_N_ELEMENTS (last); i++)
    if (*last[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", last[i]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
kli_address_line (const KliRow *address, const char *home)
{
  return join_address (address, ", ", home);
}

char *
kli_address_block (const KliRow *address, const char *home)
{
  return join_address (address, "\n", home);
}
