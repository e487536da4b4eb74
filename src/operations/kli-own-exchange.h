/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the fields of the business say, as a foreign file carries it: as columns of a table that are called like them.
 */
#pragma once

#include "core/kli-card.h"
#include "core/kli-id-table.h"
#include "operations/kli-own-fields.h"

G_BEGIN_DECLS

/* Adds a column to @card for each field that says something of the contact @whole: in the plain form of its type, of a
 * contact its name, of several choices their names with semicolons between them. A semicolon or backslash within the
 * name of one of several has a backslash before it. */
void kli_own_exchange_add (KliCard *card, const KliWhole *whole);

/* Takes into @draft what the column @extra says, where a field of the business is called like it and can say so. What
 * is there and cannot be the same is replaced; a choice comes beside those there are. Who another contact is, no file
 * can say: it only stays the same, as does what is said in a field, or by a choice, that is not used any more.
 * @whole: (nullable): what is in the store of the contact
 * @said: the fields for which the same card had a column before; grows. What has one value takes no second one
 * @n: (inout): grows by the differences that were taken
 * Returns: FALSE where it is no value of a field: then nothing is done */
gboolean kli_own_exchange_take (KliDraft *draft,
                                const KliWhole *whole,
                                const KliOwnFields *fields,
                                const char *currency,
                                const KliRow *extra,
                                KliIdTable *said,
                                guint *n);

G_END_DECLS
