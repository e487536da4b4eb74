/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A vCard that is small enough for a QR code. Any thread. */
#pragma once

#include "core/kli-card.h"

G_BEGIN_DECLS

/* What a small vCard may leave out, as flags. */
typedef enum
{
  KLI_SMALL_VCARD_PHOTO = 1 << 0,
  KLI_SMALL_VCARD_NOTE = 1 << 1,
  KLI_SMALL_VCARD_NUMBERS = 1 << 2, /* official numbers */
  KLI_SMALL_VCARD_TAGS = 1 << 3,
  KLI_SMALL_VCARD_DAYS = 1 << 4,  /* birthday, anniversary */
  KLI_SMALL_VCARD_PAGES = 1 << 5, /* and chats */
  KLI_SMALL_VCARD_ADDRESSES = 1 << 6,
  KLI_SMALL_VCARD_MAILS = 1 << 7,
  KLI_SMALL_VCARD_PHONES = 1 << 8,
} KliSmallVCardLeftOut;

/* The card as a vCard 3.0, which every telephone reads: name, organisation, and of the ways to reach somebody as many
 * as there is room for, the preferred and the first of each kind before the rest. What says more about a person than
 * how to reach them is never in it: note, official numbers, tags, birthday; nor the picture.
 * @max: in bytes; only a name that is longer goes beyond it, and is cut there
 * @left_out: (out) (optional): KliSmallVCardLeftOut
 * Returns: (transfer full) (not nullable) */
char *kli_small_vcard (const KliCard *card, gsize max, guint *left_out);

G_END_DECLS
