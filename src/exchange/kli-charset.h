/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Character sets of foreign files: which names are believed, and which one a text without a name is in. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The name under which the converter knows the charset that a file calls @name, or NULL when it
 * is not one of the charsets we read. Only names of a fixed table are ever given to the
 * converter, so that a file cannot choose one. "iso-8859-1" and "us-ascii" are read as
 * windows-1252, as browsers do. Any thread.
 *
 * Returns: (transfer none) (nullable): a constant, "UTF-8" for UTF-8. */
const char *kli_charset_lookup (const char *name);

/* The charset that an opening byte-order mark names, or a UTF-16 text without one shows by its
 * NUL bytes; NULL when neither is there. @mark_length gets the length of the mark, 0 to 4.
 * Any thread. */
const char *kli_charset_from_mark (const guint8 *bytes, gsize length, gsize *mark_length);

/* Whether every character of @charset takes two or four bytes, NUL bytes among them. */
gboolean kli_charset_is_wide (const char *charset);

/* What a text looks like that is neither UTF-8 nor UTF-16. Every known charset is tried on
 * @bytes (a sample of the lines that hold bytes above 127) and scored by how much the result
 * looks like written words; @language ("pl", "id", …; nullable) decides between equals.
 * Any thread.
 *
 * Returns: (transfer none) (not nullable): a constant name; windows-1252 when nothing fits. */
const char *kli_charset_guess (const guint8 *bytes, gsize length, const char *language);

G_END_DECLS
