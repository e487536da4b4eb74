/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One unfolded line of a vCard as bytes: where its parts are. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a line can be "name;params:value": a name of letters, digits, "-" and "_" before the
 * first ";" or ":", possibly behind a group and a point. A bare name counts when it is one of
 * vCard's. */
gboolean kli_vcard_line_is_property (const char *text, gsize length);

/* Looks for the ":" that ends the name and the parameters, from *@scanned on; what stands in
 * quotation marks is passed over. Remembers in *@scanned and *@quoted how far it has come, so
 * that a growing line is scanned once. Returns: its place, or -1. */
gssize kli_vcard_line_find_colon (const char *text, gsize length, gsize *scanned, gboolean *quoted);

/* The length of the group and name in front of the parameters; @header ends at the ":". */
gsize kli_vcard_line_end_of_name (const char *header, gsize length);

/* One parameter as it stands in the line; not terminated. */
typedef struct
{
  const char *name; /* NULL for a bare word */
  gsize name_length;
  const char *value;
  gsize value_length;
} KliVCardRawParam;

/* The next parameter; *@at begins at the end of the name. Returns: FALSE behind the last. */
gboolean kli_vcard_line_next_param (const char *header, gsize length, gsize *at, KliVCardRawParam *param);

/* How the bytes of a value are wrapped, by the parameters in front of it. */
typedef enum
{
  KLI_VCARD_PLAIN,
  KLI_VCARD_QUOTED_PRINTABLE,
  KLI_VCARD_BASE64,
} KliVCardWrapping;

KliVCardWrapping kli_vcard_param_get_wrapping (const KliVCardRawParam *param);
KliVCardWrapping kli_vcard_line_get_wrapping (const char *header, gsize length);

/* The charset that is named, as kli_charset_lookup() knows it, or NULL. A bare word can be one too
 * ("TEL;utf-8;…"), as a few programs write it. */
const char *kli_vcard_param_get_charset (const KliVCardRawParam *param);
const char *kli_vcard_line_get_charset (const char *header, gsize length);

/* Appends the bytes that quoted-printable stands for; what is not of its form stands for itself. */
void kli_vcard_append_quoted_printable (GString *out, const char *text, gsize length);

G_END_DECLS
