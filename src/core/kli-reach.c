/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The links of contact points. */
#include "core/kli-reach.h"

#include "core/kli-chat.h"
#include "core/kli-greeting.h"
#include "core/kli-kinds.h"
#include "core/kli-link.h"
#include "core/kli-mail.h"
#include "core/kli-phone.h"
#include "core/kli-text.h"

#include <string.h>

static const char *
get (const KliRow *point, guint column)
{
  return kli_row_get_text (point, column);
}

static gboolean
is_kind (const KliRow *point, const char *kind)
{
  return g_str_equal (get (point, KLI_CONTACT_POINT_KIND), kind);
}

/* --- chats -------------------------------------------------------------------------------------- */

/* Returns: KLI_CHAT_OTHER when there is no chat to be had */
static KliChatService
find_service (const KliRow *point, const char *home)
{
  KliPhoneKind kind;

  if (is_kind (point, "chat"))
    return kli_chat_find (get (point, KLI_CONTACT_POINT_VALUE), get (point, KLI_CONTACT_POINT_LABEL));
  /* A number that nobody has may be one of a new range of mobile ones. */
  if (is_kind (point, "phone") && kli_phone_normalise (get (point, KLI_CONTACT_POINT_VALUE), home, NULL, &kind)
      && (kind == KLI_PHONE_MOBILE || kind == KLI_PHONE_UNASSIGNED))
    return KLI_CHAT_WHATSAPP;

  return KLI_CHAT_OTHER;
}

/* Returns: KLI_CHAT_OTHER when nobody can be called so there, too */
static KliChatService
find_chat (const KliRow *point, const char *home)
{
  KliChatService service = find_service (point, home);
  g_autofree char *handle = kli_chat_handle (service, get (point, KLI_CONTACT_POINT_VALUE), home);

  return handle != NULL ? service : KLI_CHAT_OTHER;
}

const char *
kli_reach_chat_name (const KliRow *point, const char *home)
{
  g_return_val_if_fail (point != NULL && point->kind == &kli_contact_point_kind, NULL);

  return kli_chat_name (find_chat (point, home));
}

const char *
kli_reach_chat_label (const KliRow *point, const char *home)
{
  g_return_val_if_fail (point != NULL && point->kind == &kli_contact_point_kind, "");

  return kli_chat_label (find_chat (point, home));
}

char *
kli_reach_chat_link (const KliRow *point, const KliRow *contact, const char *home)
{
  const char *value;
  g_autofree char *e164 = NULL;

  g_return_val_if_fail (point != NULL && point->kind == &kli_contact_point_kind, NULL);

  value = get (point, KLI_CONTACT_POINT_VALUE);
  kli_phone_normalise (value, home, &e164, NULL);

  return kli_chat_link (find_service (point, home), value, home, kli_greeting_nameless (contact, e164, home));
}

/* --- calls, letters and pages ------------------------------------------------------------------- */

static char *
escaped_link (const char *scheme, const char *value, const char *allowed)
{
  g_autofree char *escaped = g_uri_escape_string (value, allowed, FALSE);

  return g_strconcat (scheme, escaped, NULL);
}

/* The letter begins as the contact is addressed: it goes through no service before it is sent. */
static char *
mail_link (const char *address, const KliRow *contact, const char *home)
{
  g_autofree char *link = escaped_link ("mailto:", address, "@");
  g_autofree char *greeting = kli_greeting_line (contact, home);
  g_autofree char *body = *greeting != '\0' ? g_strconcat (greeting, "\r\n\r\n", NULL) : NULL;
  g_autofree char *escaped = body != NULL ? g_uri_escape_string (body, NULL, FALSE) : NULL;

  return g_strconcat (link, escaped != NULL ? "?body=" : "", escaped, NULL);
}

char *
kli_reach_link (const KliRow *point, const KliRow *contact, const char *home)
{
  const char *value, *best;
  g_autofree char *link = NULL;

  g_return_val_if_fail (point != NULL && point->kind == &kli_contact_point_kind, NULL);
  g_return_val_if_fail (contact != NULL && contact->kind == &kli_contact_kind, NULL);

  value = get (point, KLI_CONTACT_POINT_VALUE);
  best = *get (point, KLI_CONTACT_POINT_NORMAL) != '\0' ? get (point, KLI_CONTACT_POINT_NORMAL) : value;
  if (is_kind (point, "phone"))
    link = escaped_link ("tel:", best, "+");
  else if (is_kind (point, "mail"))
    link = mail_link (best, contact, home);
  else if (is_kind (point, "chat"))
    link = kli_reach_chat_link (point, contact, home);
  if (link == NULL)
    link = kli_link_for_website (value);

  return kli_link_is_safe (link) ? g_steal_pointer (&link) : NULL;
}

/* --- while one is typed ------------------------------------------------------------------------- */

static const char *
phone_warning (const char *text, const char *home, gboolean typing)
{
  KliPhoneKind kind;

  /* Letters are no beginning of a number; what is still short may become one. */
  if (typing && strpbrk (text, "0123456789") == NULL && strpbrk (text, "+(") != NULL)
    return NULL;
  kli_phone_normalise (text, home, NULL, &kind);
  if (typing && kind == KLI_PHONE_UNREADABLE && strspn (text, "+0123456789 ()-./") == strlen (text))
    return NULL;
  /* Ranges are opened from year to year: what was kept once is not held against it for ever. */
  if (!typing && kind == KLI_PHONE_UNASSIGNED)
    return NULL;

  return kli_phone_warning (kind);
}

static const char *
mail_warning (const char *text, gboolean typing)
{
  const char *reason = NULL;
  g_autofree char *whole = NULL;

  /* What is typed first may be a name. */
  if (typing && strchr (text, '@') == NULL)
    return NULL;
  /* What more can follow makes an address of what is only begun. */
  if (typing && !g_str_has_suffix (text, ">"))
    whole = g_strconcat (text, "x.xx", strchr (text, '<') != NULL ? ">" : "", NULL);

  return kli_mail_is_valid (whole != NULL ? whole : text, &reason) ? NULL : reason;
}

const char *
kli_reach_warning (const char *kind, const char *label, const char *text, const char *home, gboolean typing)
{
  g_autofree char *stripped = kli_text_strip (text);

  g_return_val_if_fail (kind != NULL && label != NULL, NULL);

  if (*stripped == '\0')
    return NULL;
  if (g_str_equal (kind, "phone"))
    return phone_warning (stripped, home, typing);
  if (g_str_equal (kind, "mail"))
    return mail_warning (stripped, typing);
  if (g_str_equal (kind, "chat"))
    return kli_chat_warning (kli_chat_find (stripped, label), stripped, home, typing);

  return NULL;
}
