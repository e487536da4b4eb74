/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a vCard means: its properties into a KliCard. Mapped are N, FN, NICKNAME, ORG, TITLE, ROLE,
 * TEL, EMAIL, URL, IMPP, ADR, NOTE, BDAY, ANNIVERSARY, CATEGORIES, PHOTO, UID, REV, KIND; all
 * else, and what cannot be read of these, is kept word for word as extras (RELIABILITY C7). */
#pragma once

#include "core/kli-card.h"
#include "exchange/kli-vcard-reader.h"

G_BEGIN_DECLS

/* Nothing that a card names is ever fetched: a photo that is an address stays an extra
 * (RELIABILITY C8). Any thread.
 *
 * Returns: (transfer full): sealed; refused when there is nothing to call the contact by. */
KliCard *kli_vcard_to_card (const KliVCard *vcard);

/* The property that carries a column of a table through a vCard; its NAME parameter is the
 * column's header. */
#define KLI_VCARD_COLUMN_PROPERTY "X-KLIENTELA-COLUMN"

/* Says of a household that it is one: to other programs it is a name and an address. */
#define KLI_VCARD_KIND_PROPERTY "X-KLIENTELA-KIND"

/* What no standard property says of a name (domain 3.1, 3.2): in properties of our own. */
typedef struct
{
  const char *name;
  guint column; /* of kli_contact_kind */
} KliVCardOwnName;

/* And the parts of an address that ADR has no place for, in parameters of our own; other programs find them in its
 * street. */
typedef struct
{
  const char *name;
  guint column; /* of kli_address_kind */
} KliVCardOwnPart;

#define KLI_VCARD_N_OWN_PARTS 6
extern const KliVCardOwnPart kli_vcard_own_parts[KLI_VCARD_N_OWN_PARTS];

#define KLI_VCARD_N_OWN_NAMES 4
extern const KliVCardOwnName kli_vcard_own_names[KLI_VCARD_N_OWN_NAMES];

G_END_DECLS
