/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Windows over others. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes @dialog no wider than the window it stands over, where its content allows that: over a narrow window it is a
 * sheet. Before it is presented. */
void kli_fit_to_parent (GtkWindow *dialog);

G_END_DECLS
