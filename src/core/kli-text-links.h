/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The links in a text that somebody wrote: web pages, mail addresses and telephone numbers, by the allow-list of
 * kli-link.h (RELIABILITY D5). Everything else is text. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The bytes from @start up to @end of the text open @uri. */
typedef struct
{
  gsize start;
  gsize end;
  char *uri; /* kli_link_is_safe () */
} KliTextLink;

/* What of a text is looked at. */
#define KLI_TEXT_LINKS_LENGTH ((gsize)100000)

/* A web address with its scheme, or from "www." on; a mail address; a number with its + and country code. The
 * punctuation around it does not belong to it.
 * @text: valid UTF-8; @max: so many are found
 * Returns: (transfer full) (element-type KliTextLink): in their order, none overlapping */
GPtrArray *kli_text_links_find (const char *text, guint max);

G_END_DECLS
