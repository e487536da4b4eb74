/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The colours of tags: few enough to be told apart, and readable in every style. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The colours, words of the store, NULL-terminated; the first, "", is none. */
extern const char *const kli_tag_colours[];

/* What a colour is called: "Blue", "None". @colour: one of the words above. Returns: (transfer none) */
const char *kli_tag_colour_name (const char *colour);

G_END_DECLS
