/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reaching a contact: what a contact point opens with, the greeting prepared, and what speaks against one that is typed
 * (domain 3.3, RELIABILITY D5). Opening a link sends nothing by itself. */
#pragma once

#include "core/kli-row.h"

G_BEGIN_DECLS

/* In all of them @point is of kli_contact_point_kind, @contact is whose it is, and @home (nullable) is the country of
 * the business, "PL" or "ID". */

/* What a point opens with: tel:, mailto:, its chat or its page.
 * Returns: (transfer full) (nullable): a link that kli_link_is_safe (); NULL when there is none */
char *kli_reach_link (const KliRow *point, const KliRow *contact, const char *home);

/* The service to chat with @point on: WhatsApp for a mobile number, its own for a chat.
 * Returns: its name; NULL when there is none */
const char *kli_reach_chat_name (const KliRow *point, const char *home);

/* The same as the word of the store: a label of kli-chat.h. Returns: "" when there is none */
const char *kli_reach_chat_label (const KliRow *point, const char *home);

/* The link that opens the chat, the greeting prepared where the service takes one.
 * Returns: (transfer full) (nullable) */
char *kli_reach_chat_link (const KliRow *point, const KliRow *contact, const char *home);

/* Why @text can hardly be a point of @kind, a whole sentence as a msgid. A warning, which keeps nobody from saving.
 * @label: of the point, which may name the service of a chat
 * @typing: more may follow: what is only begun is no mistake yet, and a number of a range that
 * nobody has is warned of only now
 * Returns: NULL when nothing speaks against it */
const char *
kli_reach_warning (const char *kind, const char *label, const char *text, const char *home, gboolean typing);

G_END_DECLS
