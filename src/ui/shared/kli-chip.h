/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A word or two on a ground of their own. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @text: plain text; what is longer than a chip ends in an ellipsis. A quiet one of the usual size: the class "small"
 * fits it into the row of a list. Returns: (transfer floating) */
GtkWidget *kli_chip_new (const char *text);

G_END_DECLS
