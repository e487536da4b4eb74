/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contacts of the store as cards, for the writers of foreign formats. */
#pragma once

#include "core/kli-card.h"
#include "store/kli-connection.h"

G_BEGIN_DECLS

/* What the UID of a contact begins with that never had another one; its id follows. An import finds the
 * contact again by it. */
#define KLI_EXPORT_KEY KLI_CARD_KEY_UID "klientela-"

/* The contact @id with its parts, the names of its organisations and tags, who looks after it as columns
 * (operations/kli-staff-exchange.h), what the fields of the business say of it as columns that are called like them,
 * how it is related to whom and the household it lives in as such columns, too (core/kli-related.h), its picture, and
 * the UID it was once read with. Numbers of natural persons are left out unless
 * @personal_numbers (domain 4). Connections that have ended are left out as well: neither vCard nor other address books
 * have a word for them, so that they would be read as ones that last.
 * Returns: (transfer full) (nullable): NULL with @error set. */
KliCard *kli_export_card (KliConnection *connection, gint64 id, gboolean personal_numbers, GError **error);

/* Puts the addresses of the household that the contact @id lives in behind those of its card.
 * Returns: FALSE with @error set. */
gboolean kli_export_add_shared (KliCard *card, KliConnection *connection, gint64 id, GError **error);

/* The id in a key that kli_export_card () made, 0 for any other. */
gint64 kli_export_parse_key (const char *key);

G_END_DECLS
