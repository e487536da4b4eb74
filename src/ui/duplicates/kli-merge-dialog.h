/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two contacts are looked at side by side and become one, or are told apart. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows a dialog over the window of @widget. @first: stays unless the other one is chosen
 * @why: (nullable): why they may be one, when nobody chose them: then it can be said that they are not */
void kli_merge_dialog_present (GtkWidget *widget, gint64 first, gint64 second, const char *why);

G_END_DECLS
