/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chats and their links. */
#include "core/kli-chat.h"

#include "core/kli-phone.h"
#include "core/kli-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HANDLE_MAX 64

typedef struct
{
  const char *label;
  const char *name;
  const char *starts[6]; /* schemes and hosts that are this service, before what says who */
  const char *chat;      /* the link, before who */
  const char *text;      /* between who and a prepared text; NULL when it takes none */
} Service;

static const Service services[] = {
  [KLI_CHAT_OTHER] = { "" },
  /* https://faq.whatsapp.com/5913398998672934 */
  [KLI_CHAT_WHATSAPP]
  = { "whatsapp", "WhatsApp", { "whatsapp:", "wa.me/", "api.whatsapp.com/send?phone=" }, "https://wa.me/", "?text=" },
  /* https://core.telegram.org/api/links */
  [KLI_CHAT_TELEGRAM]
  = { "telegram", "Telegram", { "telegram:", "tg:", "t.me/", "telegram.me/" }, "https://t.me/", "?text=" },
  /* https://developers.line.biz/en/docs/line-login/using-line-url-scheme/ */
  [KLI_CHAT_LINE]
  = { "line", "LINE", { "line:", "line.me/R/ti/p/", "line.me/ti/p/" }, "https://line.me/R/ti/p/", NULL },
  /* https://developers.facebook.com/docs/messenger-platform/instagram: ig.me */
  [KLI_CHAT_INSTAGRAM]
  = { "instagram", "Instagram", { "instagram:", "instagram.com/", "ig.me/m/" }, "https://ig.me/m/", NULL },
  /* https://developers.facebook.com/docs/messenger-platform/discovery/m-me-links */
  [KLI_CHAT_FACEBOOK] = { "facebook",
                          "Facebook",
                          { "facebook:", "messenger:", "facebook.com/", "m.facebook.com/", "fb.com/", "m.me/" },
                          "https://m.me/",
                          "?text=" },
};

const char *
kli_chat_label (KliChatService service)
{
  g_return_val_if_fail (service < KLI_N_CHAT_SERVICES, "");

  return services[service].label;
}

const char *
kli_chat_name (KliChatService service)
{
  g_return_val_if_fail (service < KLI_N_CHAT_SERVICES, NULL);

  return services[service].name;
}

static const char *
skip (const char *text, const char *start)
{
  gsize length = strlen (start);

  return g_ascii_strncasecmp (text, start, length) == 0 ? text + length : text;
}

/* Returns: what follows the scheme or the host of @service in @text; NULL when it has none. */
static const char *
skip_start (const Service *service, const char *text)
{
  const char *rest = skip (skip (skip (text, "https://"), "http://"), "www.");

  for (guint i = 0; i < G_N_ELEMENTS (service->starts) && service->starts[i] != NULL; i++)
    if (skip (rest, service->starts[i]) != rest)
      return skip (rest, service->starts[i]);

  return NULL;
}

KliChatService
kli_chat_find (const char *value, const char *label)
{
  g_autofree char *text = kli_text_strip (value);
  g_autofree char *word = kli_text_strip (label);

  for (guint i = KLI_CHAT_OTHER + 1; i < KLI_N_CHAT_SERVICES; i++)
    if (skip_start (&services[i], text) != NULL)
      return i;
  for (guint i = KLI_CHAT_OTHER + 1; i < KLI_N_CHAT_SERVICES; i++)
    if (g_ascii_strcasecmp (services[i].label, word) == 0)
      return i;

  return KLI_CHAT_OTHER;
}

/* @is_link: what follows in a link is the whole number without its +. */
static char *
number_handle (const char *text, gboolean is_link, const char *country)
{
  g_autofree char *digits = g_strndup (text, strspn (text, "0123456789"));
  g_autofree char *international = is_link && *digits != '\0' ? g_strconcat ("+", digits, NULL) : g_strdup (text);
  g_autofree char *e164 = NULL;

  return kli_phone_normalise (international, country, &e164, NULL) ? g_strdup (e164 + 1) : NULL;
}

static gboolean
is_handle (const char *text, gsize length)
{
  if (length == 0 || length > HANDLE_MAX)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (text[i]) && strchr ("._-", text[i]) == NULL)
      return FALSE;

  return TRUE;
}

/* Links of LINE write the @ of a business encoded, and a ~ before the name of a person. */
static char *
name_handle (KliChatService service, const char *text)
{
  const char *who = skip (skip (skip (text, "~"), "%40"), "@");
  gsize length = strcspn (who, "?#/");
  gboolean is_business = service == KLI_CHAT_LINE && who != text && *text != '~';

  if (!is_handle (who, length) || (who[length] == '/' && strchr ("?#", who[length + 1]) == NULL))
    return NULL;

  return g_strdup_printf ("%s%.*s", is_business ? "@" : "", (int)length, who);
}

char *
kli_chat_handle (KliChatService service, const char *value, const char *country)
{
  g_autofree char *text = kli_text_strip (value);
  const char *rest;

  g_return_val_if_fail (service < KLI_N_CHAT_SERVICES, NULL);

  if (service == KLI_CHAT_OTHER)
    return NULL;

  rest = skip_start (&services[service], text);
  if (service == KLI_CHAT_WHATSAPP)
    return number_handle (rest != NULL ? rest : text, rest != NULL, country);

  return name_handle (service, rest != NULL ? rest : text);
}

char *
kli_chat_normalise (KliChatService service, const char *value, const char *country)
{
  g_autofree char *handle = kli_chat_handle (service, value, country);
  g_autofree char *folded = handle != NULL ? g_ascii_strdown (handle, -1) : NULL;

  return folded != NULL ? g_strconcat (services[service].label, ":", folded, NULL) : NULL;
}

static gboolean
is_begun (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr ("+@~._-()/: %?#=&", *p) == NULL)
      return FALSE;

  return TRUE;
}

const char *
kli_chat_warning (KliChatService service, const char *value, const char *country, gboolean typing)
{
  g_autofree char *text = kli_text_strip (value);
  g_autofree char *handle = NULL;

  if (service == KLI_CHAT_OTHER || *text == '\0' || (typing && is_begun (text)))
    return NULL;
  handle = kli_chat_handle (service, text, country);
  if (handle != NULL)
    return NULL;

  return service == KLI_CHAT_WHATSAPP ? N_ ("WhatsApp knows people by their mobile number.")
                                      : N_ ("This does not look like a user name. It is kept as typed.");
}

static char *
line_link (const char *handle)
{
  return *handle == '@' ? g_strconcat (services[KLI_CHAT_LINE].chat, "%40", handle + 1, NULL)
                        : g_strconcat (services[KLI_CHAT_LINE].chat, "~", handle, NULL);
}

char *
kli_chat_link (KliChatService service, const char *value, const char *country, const char *text)
{
  g_autofree char *handle = kli_chat_handle (service, value, country);
  g_autofree char *escaped = NULL;

  if (handle == NULL)
    return NULL;
  if (service == KLI_CHAT_LINE)
    return line_link (handle);
  if (text == NULL || *text == '\0' || services[service].text == NULL)
    return g_strconcat (services[service].chat, handle, NULL);

  escaped = g_uri_escape_string (text, NULL, FALSE);

  return g_strconcat (services[service].chat, handle, services[service].text, escaped, NULL);
}
