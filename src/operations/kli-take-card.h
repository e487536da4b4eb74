/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking a card that somebody looked over into the store, as one edit: as a new contact, or into one that is there. */
#pragma once

#include "core/kli-card.h"
#include "core/kli-whole.h"
#include "operations/kli-operation.h"

G_BEGIN_DECLS

/* Of a contact that is there every value stays; what the card says otherwise goes into its note, so that nothing is
 * lost. The organisations and tags that the card names are found or made on the way.
 * @card: (transfer full): with a name, unless @into is one
 * @organisation: (transfer full) (nullable): what is known of the organisation that @card is affiliated with
 * @into: the contact that the card is about; 0 makes a new one
 * Returns: (transfer full): whose subject is the contact once it has run */
KliOperation *kli_take_card (KliCard *card, KliCard *organisation, gint64 into);

/* The card as a contact that is not in the store: for kli_find_alike (). Returns: (transfer full) */
KliWhole *kli_card_to_whole (const KliCard *card);

G_END_DECLS
