/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values and parameters of vCards: backslashes, lists, structures, parameters as one text. Any thread. */
#pragma once

#include "exchange/kli-vcard-reader.h"

G_BEGIN_DECLS

/* Undoes the backslashes: \n is a line end, \ before a sign is the sign; any other backslash,
 * and one at the end, stands for itself. Returns: (transfer full) */
char *kli_vcard_unescape (const char *value);

/* The parts between @separator (";" or ","), each unescaped and without blanks around it.
 * Returns: (transfer full): never empty: "" is one part "". */
GStrv kli_vcard_split (const char *value, char separator);

/* Appends @text with the backslashes that a value needs; line ends become \n. */
void kli_vcard_append_escaped (GString *out, const char *text);

/* Appends ";NAME=value" with the quotation marks and carets (RFC 6868) that @value needs. */
void kli_vcard_append_param (GString *out, const char *name, const char *value);

/* Appends @text without its carets: ^n is a line end, ^' a quotation mark, ^^ a caret. */
void kli_vcard_append_caret_decoded (GString *out, const char *text, gsize length);

/* The parameters of @property in the form "TYPE=home,work;X-OTHER=a", "" when there are none;
 * base64 shows as a leading ENCODING=b. Returns: (transfer full) */
char *kli_vcard_params_to_text (const KliVCardProperty *property);

/* The value of parameter @name in such a text, without quotation marks and carets; NULL when
 * it is not there.
 * Returns: (transfer full) (nullable) */
char *kli_vcard_params_lookup (const char *params, const char *name);

/* The first value of parameter @name (in capitals), or NULL. */
const char *kli_vcard_property_get_param (const KliVCardProperty *property, const char *name);

/* Whether a TYPE of @property is @type, whatever the case. */
gboolean kli_vcard_property_has_type (const KliVCardProperty *property, const char *type);

/* Whether @text is made of the letters of base64 alone. */
gboolean kli_vcard_is_base64 (const char *text);

/* Splits a data: URI of base64. Returns: its base64 text within @uri, or NULL when it is no such
 * URI; @media_type gets a copy of its type, "" when it names none
 * that is one. */
const char *kli_vcard_parse_data_uri (const char *uri, char **media_type);

G_END_DECLS
