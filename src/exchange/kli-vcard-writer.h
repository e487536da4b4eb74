/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A KliCard as a vCard that reads back as the same card. Any thread. */
#pragma once

#include "core/kli-card.h"

G_BEGIN_DECLS

typedef enum
{
  KLI_VCARD_VERSION_3 = 30, /* RFC 2426, for older programs */
  KLI_VCARD_VERSION_4 = 40, /* RFC 6350 */
} KliVCardVersion;

/* Appends BEGIN:VCARD to END:VCARD, with CR LF behind every line and no line over 75 bytes. A key
 * that was a UID is written as UID; extras are written as they were read. */
void kli_vcard_append_card (GString *out, const KliCard *card, KliVCardVersion version);

/* Appends one extra as a vCard line without its line end and without folding: what a table keeps
 * of it. */
void kli_vcard_append_extra (GString *out, const KliRow *extra, KliVCardVersion version);

G_END_DECLS
