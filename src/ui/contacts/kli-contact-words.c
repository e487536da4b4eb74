/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How ways of reaching a contact look, and what they open with. */
#include "ui/contacts/kli-contact-words.h"

#include "core/kli-kinds.h"
#include "core/kli-link.h"

#include <gio/gio.h>

static const char *const phone_labels[] = { "cell", "work", "home", "fax", "other", NULL };
static const char *const other_labels[] = { "work", "home", "other", NULL };

typedef struct
{
  const char *kind;
  const char *icon;
  const char *const *labels;
} Kind;

static const Kind kinds[] = {
  { "phone", "phone-symbolic", phone_labels },
  { "mail", "mail-unread-symbolic", other_labels },
  { "url", "web-browser-symbolic", other_labels },
  { "chat", "user-available-symbolic", other_labels },
};

static const Kind *
find_kind (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kind, id))
      return &kinds[i];

  return &kinds[0];
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
