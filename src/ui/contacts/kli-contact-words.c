/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What ways of reaching a contact, and addresses, are called; and how an address is written. */
#include "ui/contacts/kli-contact-words.h"

#include "core/kli-kinds.h"
#include "core/kli-link.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

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
      return g_dpgettext2 (NULL, "label", labels[i].name);

  return label;
}

/* --- points ------------------------------------------------------------------------------------- */

static const char *const phone_labels[] = { "cell", "work", "home", "fax", "other", NULL };
static const char *const other_labels[] = { "work", "home", "other", NULL };

typedef struct
{
  const char *kind;
  const char *name;
  const char *icon;
  const char *const *labels;
} Kind;

static const Kind kinds[] = {
  { "phone", NC_ ("contact point", "Phone"), "phone-symbolic", phone_labels },
  { "mail", NC_ ("contact point", "Email"), "mail-unread-symbolic", other_labels },
  { "url", NC_ ("contact point", "Website"), "web-browser-symbolic", other_labels },
  { "chat", NC_ ("contact point", "Chat"), "user-available-symbolic", other_labels },
};

static const Kind *
find_kind (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kind, id))
      return &kinds[i];

  return &kinds[0];
}

/* TRANSLATORS: %1$s is a kind such as “Phone” or “Address”, %2$s its label such as “Work” */
static char *
name_with_label (const char *name, const char *label)
{
  return *label != '\0' ? g_strdup_printf (C_ ("kind and label", "%1$s · %2$s"), name, kli_label_name (label))
                        : g_strdup (name);
}

char *
kli_point_name (const KliRow *point)
{
  const Kind *kind = find_kind (kli_row_get_text (point, KLI_CONTACT_POINT_KIND));

  return name_with_label (g_dpgettext2 (NULL, "contact point", kind->name),
                          kli_row_get_text (point, KLI_CONTACT_POINT_LABEL));
}

const char *
kli_point_icon (const KliRow *point)
{
  return find_kind (kli_row_get_text (point, KLI_CONTACT_POINT_KIND))->icon;
}

const char *const *
kli_point_labels (const char *kind)
{
  return find_kind (kind)->labels;
}

char *
kli_point_uri (const KliRow *point)
{
  const char *kind = kli_row_get_text (point, KLI_CONTACT_POINT_KIND);
  const char *value = kli_row_get_text (point, KLI_CONTACT_POINT_VALUE);
  const char *normal = kli_row_get_text (point, KLI_CONTACT_POINT_NORMAL);
  const char *best = *normal != '\0' ? normal : value;
  g_autofree char *escaped = NULL;
  g_autofree char *uri = NULL;

  if (g_str_equal (kind, "phone"))
    {
      escaped = g_uri_escape_string (best, "+", FALSE);
      uri = g_strconcat ("tel:", escaped, NULL);
    }
  else if (g_str_equal (kind, "mail"))
    {
      escaped = g_uri_escape_string (best, "@", FALSE);
      uri = g_strconcat ("mailto:", escaped, NULL);
    }
  else
    uri = kli_link_for_website (value);

  return kli_link_is_safe (uri) ? g_steal_pointer (&uri) : NULL;
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
