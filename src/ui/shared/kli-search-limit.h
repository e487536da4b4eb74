/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A search entry takes no more text than can be searched for, and says when that was less than was given to it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Once. @caption: stands near @entry, is filled here, and shown only while a text was cut. */
void kli_search_limit (GtkSearchEntry *entry, GtkLabel *caption);

G_END_DECLS
