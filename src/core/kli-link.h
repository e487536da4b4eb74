/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which links may be handed to the desktop to open (RELIABILITY D5). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether @uri is a whole http, https, mailto or tel link without anything hidden in it. Everything else is shown
 * as text. @uri: (nullable) */
gboolean kli_link_is_safe (const char *uri);

/* What opens when a website as people type it is clicked: itself when it is a safe web link, with https:// before it
 * when it is only a domain and perhaps a path.
 * @typed: (nullable)
 * Returns: (transfer full) (nullable): a link that kli_link_is_safe (), NULL when there is none */
char *kli_link_for_website (const char *typed);

G_END_DECLS
