/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How ways of reaching a contact look. */
#include "ui/contacts/kli-contact-words.h"

#include "core/kli-kinds.h"

static const char *const phone_labels[] = { "cell", "work", "home", "fax", "other", NULL };
static const char *const other_labels[] = { "work", "home", "other", NULL };
static const char *const chat_labels[]
    = { "whatsapp", "telegram", "line", "instagram", "facebook", "work", "home", "other", NULL };

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
  { "chat", "chat-message-new-symbolic", chat_labels },
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
