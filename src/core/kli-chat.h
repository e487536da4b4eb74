/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chats: which service a contact point belongs to, and the documented link that opens a conversation there (domain
 * 3.3, M73). Opening a link sends nothing by itself. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  KLI_CHAT_OTHER, /* kept as text */
  KLI_CHAT_WHATSAPP,
  KLI_CHAT_TELEGRAM,
  KLI_CHAT_LINE,
  KLI_CHAT_INSTAGRAM,
  KLI_CHAT_FACEBOOK,
  KLI_N_CHAT_SERVICES,
} KliChatService;

/* The word of the store for @service: the label of a contact point; "" for KLI_CHAT_OTHER. */
const char *kli_chat_label (KliChatService service);

/* How @service calls itself in every language; NULL for KLI_CHAT_OTHER. */
const char *kli_chat_name (KliChatService service);

/* The service that @value names itself ("telegram:anna", "https://t.me/anna", "instagram.com/anna"), else the one of
 * @label. @value: (nullable) @label: (nullable): a word of the store or one that was typed, in any case */
KliChatService kli_chat_find (const char *value, const char *label);

/* Who it is on @service: "anna" of "telegram:@anna" and "https://t.me/anna?start=1", digits of a number for WhatsApp.
 * The @ of a LINE account of a business is part of its name and stays.
 * @value: (nullable)
 * @country: (nullable): "PL" or "ID", whose numbers may be written without their country code
 * Returns: (transfer full) (nullable): NULL when nobody can be called so there */
char *kli_chat_handle (KliChatService service, const char *value, const char *country);

/* The link that opens a conversation. Services that document none for a prepared text open without it.
 * @value, @country: as for kli_chat_handle ()
 * @text: (nullable): what is to be written in the entry of the chat
 * Returns: (transfer full) (nullable): a https link; NULL when there is none */
char *kli_chat_link (KliChatService service, const char *value, const char *country, const char *text);

/* The form in which two are the same: "telegram:anna", "whatsapp:48512345678".
 * @value, @country: as for kli_chat_handle ()
 * Returns: (transfer full) (nullable): NULL when nobody can be called so there */
char *kli_chat_normalise (KliChatService service, const char *value, const char *country);

/* Why @value can hardly be right, a whole sentence as a msgid; NULL when nothing speaks against it.
 * @value, @country: as for kli_chat_handle ()
 * @typing: more may follow: only what can never become right is warned of */
const char *kli_chat_warning (KliChatService service, const char *value, const char *country, gboolean typing);

G_END_DECLS
