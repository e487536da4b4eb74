/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Official numbers of a contact: how they are kept, when two are one, and those of natural persons, which are kept only
 * when that was switched on (domain 4). */
#pragma once

#include "operations/kli-draft.h"

G_BEGIN_DECLS

/* Makes value and normal form of @identifier what is kept of the value. */
void kli_identifier_normalise (KliRow *identifier);

/* Whether two are one: of one kind and with one normal form. */
gboolean kli_identifier_same (const KliRow *a, const KliRow *b);

/* Whether @identifier is the number of a natural person that may not be kept. */
gboolean kli_identifier_is_forbidden (const KliRow *identifier, const KliBusiness *business);

/* Brings the identifiers of @draft into their form and takes out those that are empty. What a person adds or changes of
 * a natural person's number is refused while that is switched off, and without saying what it is needed for; what the
 * window shows of a number that fails its check is a warning only.
 * Returns: FALSE with a KLI_OPERATION_ERROR. */
gboolean kli_identifiers_settle (KliDraft *draft, const KliBusiness *business, GError **error);

G_END_DECLS
