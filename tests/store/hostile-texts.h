/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What nobody would type, and somebody will: no text at all may be an error, or take long. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Operators and quotation marks of other languages, mere punctuation, marks that stand alone or turn the text round,
 * numbers that are none, words that nearly everybody has, in rows, and as many of those as a query takes, brackets in
 * brackets, every letter of every alphabet there is, and texts of a million characters.
 * Returns: (transfer full) (element-type utf8) */
GPtrArray *hostile_texts_new (void);

G_END_DECLS
