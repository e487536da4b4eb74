/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a letter to a contact begins (domain 3.1). In the language of whom it is written to, not of the window. */
#pragma once

#include "core/kli-row.h"

G_BEGIN_DECLS

/* The form of address of a person: what was recorded, or else what a title before the name says (Ibu, Pan …).
 * @contact: of kli_contact_kind
 * Returns: (transfer none): one of the choices of KLI_CONTACT_ADDRESS_FORM, "" when nobody knows */
const char *kli_greeting_form (const KliRow *contact);

/* The vocative that the rules propose for a person who is addressed as pan or pani: of their function where a title
 * before the name tells it ("Mecenasie"), else of their call name or first name.
 * Returns: (transfer full) (not nullable): "" for no suggestion, and for everybody who is addressed otherwise */
char *kli_greeting_suggest_vocative (const KliRow *contact);

/* "Szanowny Panie Marku,", "Szanowna Pani,", "Yth. Bapak Budi Santosa,", "Yth. Pimpinan PT Angin Timur,". The recorded
 * vocative goes before the proposed one; without either the opening has no name, which is always right.
 * @home: (nullable): the country of the business, which decides where nothing about the contact does
 * Returns: (transfer full) (not nullable): "" when it is not known how they are addressed */
char *kli_greeting_line (const KliRow *contact, const char *home);

/* The same without any name, for a link that another service opens (domain 3.3: no personal data in it): "Szanowna
 * Pani,", "Halo Kak,"; of whom no form of address is known by their number, else by @home: "Dzień dobry,".
 * @e164: (nullable): the number that is written to
 * @home: (nullable): the country of the business
 * Returns: (transfer none) (not nullable) */
const char *kli_greeting_nameless (const KliRow *contact, const char *e164, const char *home);

G_END_DECLS
