/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ICU's strings to and from ours. Used inside core/ only. */
#pragma once

#include <glib.h>
#include <unicode/utypes.h>

G_BEGIN_DECLS

/* Text in UTF-16, most of it short enough to need no memory of its own. */
typedef struct
{
  UChar *text;    /* @length units and a terminating 0; points to @space or to the heap */
  int32_t length; /* in units */
  UChar space[256];
} KliUtf16;

/* Fills @out from UTF-8; what is not UTF-8 becomes U+FFFD. Clear it with kli_utf16_clear ().
 * @length: in bytes, -1 when @text is terminated. */
void kli_utf16_init (KliUtf16 *out, const char *text, gssize length);
void kli_utf16_clear (KliUtf16 *out);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KliUtf16, kli_utf16_clear)

/* Returns: (transfer full): UTF-8; a lone surrogate becomes U+FFFD. */
char *kli_utf16_to_utf8 (const UChar *text, int32_t length);

/* Lower or upper case without regard to the locale: g_utf8_strdown () makes a dotless i of I under tr_TR.
 * @text: UTF-8, repaired where it is not
 * Returns: (transfer full) */
char *kli_utf16_lower (const char *text);
char *kli_utf16_upper (const char *text);

G_END_DECLS
