/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Email addresses: whether one can be written to, and the form in which two are the same. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The form for comparing, searching and importing: stripped, in lower case, without "mailto:" and what follows a "?",
 * and only the address of "Anna Nowak <anna@example.com>". Makes no promise that it is an address.
 * @typed: (nullable)
 * Returns: (transfer full) (not nullable) */
char *kli_mail_normalise (const char *typed);

/* Whether @typed, once normalised, has the shape of an address one can write to: something before an @, a domain
 * with a dot after it, no characters that cannot be there, letters of any script. "" is not one.
 * @typed: (nullable)
 * @reason: (out) (optional): why not, a whole sentence as a msgid; NULL when valid */
gboolean kli_mail_is_valid (const char *typed, const char **reason);

G_END_DECLS
