/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telephone numbers: from what people type to E.164, how they are shown, how they are found (domain 3.3). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  KLI_PHONE_UNREADABLE, /* no number could be made of it: kept as text, worth a warning */
  KLI_PHONE_SHORT,      /* a short or call-centre number, dialled only inside its country: kept as text */
  KLI_PHONE_UNASSIGNED, /* the right length, but nobody has such a number: worth a warning */
  KLI_PHONE_MOBILE,     /* the only kind to offer WhatsApp for */
  KLI_PHONE_FIXED,
  KLI_PHONE_TOLL_FREE,
  KLI_PHONE_SERVICE, /* premium, shared cost, pager, internet telephony */
  KLI_PHONE_FOREIGN, /* of a country whose plan we do not know: taken as it is */
} KliPhoneKind;

/* Reads what was typed. Spaces, brackets, dots, dashes, slashes and invisible characters do not matter;
 * 00 is +; a trunk 0 goes; an extension ("ext. 12", "x12", "wew. 12") is left out of the normal form and a
 * leading "tel:" is skipped. Never refuses: what cannot be read is kept as text by the caller.
 * @typed: (nullable)
 * @country: (nullable): "PL" or "ID", whose numbers may be written without their country code
 * @e164: (out) (optional) (transfer full) (nullable): "+" and digits, NULL when FALSE is returned
 * @kind: (out) (optional)
 * Returns: whether there is an E.164 form. */
gboolean kli_phone_normalise (const char *typed, const char *country, char **e164, KliPhoneKind *kind);

/* A whole sentence for the field when a number of @kind is worth a warning: a msgid to be translated.
 * Returns: (transfer none) (nullable) */
const char *kli_phone_warning (KliPhoneKind kind);

/* The number as it is written in @country: 512 345 678 and 0812-3456-7890 at home, +48 512 345 678 and
 * +62 812-3456-7890 abroad; an extension stays behind it. What cannot be read is returned as it is.
 * @text: (nullable): an E.164 form or what was typed
 * @country: (nullable): where the reader is; NULL shows every number internationally
 * Returns: (transfer full) (not nullable) */
char *kli_phone_display (const char *text, const char *country);

/* The digits to search for: everything else left out, and leading zeros too, so that "0812", "812" and
 * "+62 (0)812", "0048 512" and "48512" meet. "" when there is no digit. Compare it by prefix with what
 * kli_phone_search_keys () gave for each stored number.
 * @text: (nullable)
 * Returns: (transfer full) (not nullable) */
char *kli_phone_digits (const char *text);

/* What to index of a stored number so that it is found from its beginning however it is typed: the
 * international digits (48123456789), the national ones (123456789) and, of a fixed line, those without the
 * area code (3456789). For a search by the last digits index g_strreverse () of the first key too. A number
 * kept as text has its digits as its only key; without digits there is none.
 * Returns: (transfer full) (not nullable): NULL-terminated, distinct, for g_strfreev () */
char **kli_phone_search_keys (const char *typed, const char *country);

G_END_DECLS
