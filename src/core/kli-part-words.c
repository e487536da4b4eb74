/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of a contact are called, and how an address is written. */
#include "core/kli-part-words.h"

#include "core/kli-address.h"
#include "core/kli-chat.h"
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
  if (kli_chat_find (NULL, label) != KLI_CHAT_OTHER)
    return kli_chat_name (kli_chat_find (NULL, label));

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

/* A chat is called as its service is, if it is known; the label that says which one is not said twice. */
static char *
chat_name (const KliRow *point)
{
  const char *label = kli_row_get_text (point, KLI_CONTACT_POINT_LABEL);
  KliChatService service = kli_chat_find (kli_row_get_text (point, KLI_CONTACT_POINT_VALUE), label);

  if (service == KLI_CHAT_OTHER || !g_str_equal (kli_row_get_text (point, KLI_CONTACT_POINT_KIND), "chat"))
    return NULL;

  return name_with_label (kli_chat_name (service), kli_chat_find (NULL, label) == service ? "" : label);
}

char *
kli_point_name (const KliRow *point)
{
  char *chat = chat_name (point);

  if (chat != NULL)
    return chat;

  return name_with_label (kli_point_kind_name (kli_row_get_text (point, KLI_CONTACT_POINT_KIND)),
                          kli_row_get_text (point, KLI_CONTACT_POINT_LABEL));
}

/* --- addresses ---------------------------------------------------------------------------------- */

char *
kli_address_name (const KliRow *address)
{
  return name_with_label (C_ ("contact", "Address"), kli_row_get_text (address, KLI_ADDRESS_LABEL));
}

char *
kli_address_line (const KliRow *address, const char *home)
{
  g_auto (GStrv) lines = kli_address_lines (address, NULL, home);

  return g_strjoinv (", ", lines);
}

char *
kli_address_block (const KliRow *address, const char *home)
{
  g_auto (GStrv) lines = kli_address_lines (address, NULL, home);

  return g_strjoinv ("\n", lines);
}
