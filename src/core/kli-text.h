/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text at the borders: what may enter the store, and how strange text is shown (RELIABILITY D2 to D4). Texts
 * that enter are kept as typed: not normalised, not cut. Any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the @length bytes at @text (-1: terminated) are UTF-8 without a NUL. */
gboolean kli_text_is_valid (const char *text, gssize length);

/* Returns: (transfer full) (not nullable): @text with U+FFFD for every byte that is no UTF-8 and every NUL. */
char *kli_text_make_valid (const char *text, gssize length);

/* The functions below take any bytes up to a terminator, NULL as "", and return valid UTF-8. */

/* Returns: (transfer full) (not nullable): without white space and invisible characters at both ends. */
char *kli_text_strip (const char *text);

/* Returns: (transfer full) (not nullable): on one line and stripped: line breaks, tabs and control characters, and
 * runs of spaces, are one space each. */
char *kli_text_single_line (const char *text);

/* For lists, titles and messages: on one line, at most @max characters with … as the last when it was cut (between
 * graphemes; 0: not cut), with invisible characters left out, direction overrides shown as U+FFFD, and no more than
 * a few marks on one letter. Does not look at more of @text than it shows.
 * Returns: (transfer full) (not nullable) */
char *kli_text_visible (const char *text, gsize max);

/* @text in direction isolates when it holds a letter written from right to left, so that it cannot turn the words
 * around it; pass what kli_text_visible () gave.
 * Returns: (transfer full) (not nullable) */
char *kli_text_isolate (const char *text);

/* A word of ours, which begins with a capital where it stands alone, as it stands within a line: "420,00 zł · co
 * miesiąc". What has other capitals ("PESEL", "WhatsApp") stays. Returns: (transfer full) (not nullable) */
char *kli_text_within_line (const char *text);

/* Returns: (transfer full) (not nullable): the first character as a reader sees it, with its marks and joiners. */
char *kli_text_first_grapheme (const char *text);

G_END_DECLS
