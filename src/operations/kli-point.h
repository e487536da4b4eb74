/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contact points: the form in which two phone numbers, mail addresses or links are the same. */
#pragma once

#include "core/kli-row.h"

G_BEGIN_DECLS

/* A phone number is +digits where one can be read in @country, else its digits or, without any, its text; a mail
 * address is in lower case; a chat is its service and the name there ("telegram:anna"); links lose what does not tell
 * them apart.
 * @point: of kli_contact_point_kind
 * @country: (nullable): of the business
 * Returns: (transfer full) (not nullable): "" for nothing */
char *kli_point_normal (const KliRow *point, const char *country);

/* Sets the normal form of a contact point from its value, and of a chat from its label. */
void kli_point_normalise (KliRow *point, const char *country);

/* Whether two contact points are one: of the same kind, with the same normal form (or value, where the normal
 * form is not known yet). */
gboolean kli_point_same (const KliRow *a, const KliRow *b);

G_END_DECLS
