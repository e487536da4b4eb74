/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Activities: what they are called, and when one was (domain 1, M31 and M73). */
#pragma once

#include "core/kli-day.h"
#include "core/kli-whole.h"

G_BEGIN_DECLS

/* The channels, words of the store, NULL-terminated; those of chats are the labels of kli-chat.h. */
extern const char *const kli_activity_channels[];

/* Those of them that happen within the business: somebody else looks after the contact now, or stands in for who does
 * (domain M60). */
#define KLI_ACTIVITY_HAND_OVER "handover"
#define KLI_ACTIVITY_DEPUTY "deputy"

/* "Call", "WhatsApp": @channel is one of the words above. */
const char *kli_activity_channel_name (const char *channel);

/* "Outgoing", "Incoming"; "" for neither. */
const char *kli_activity_direction_name (const char *direction);

/* "Incoming call", "WhatsApp message", "Meeting". @activity: of kli_activity_kind. Returns: (transfer none) */
const char *kli_activity_title (const KliRow *activity);

/* Reads a time of the day, "9:05" or "09:05" or "9.05", as people write it.
 * Returns: (transfer full) (nullable): "09:05"; "" for an empty text; NULL when it is none */
char *kli_activity_parse_time (const char *text);

/* Whether business and contact had to do with each other; not so when the contact was handed over, or got another
 * deputy. */
gboolean kli_activity_is_contact (const KliRow *activity);

/* The newest activity of a contact in which they had to do with each other, and that is not after @today.
 * Returns: (transfer none) (nullable) */
const KliRow *kli_activity_last (const KliWhole *whole, KliDay today);

G_END_DECLS
