/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two contacts that a person chose are looked at side by side and become one. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows a dialog over the window of @widget. @first: stays unless the other one is chosen */
void kli_merge_dialog_present (GtkWidget *widget, gint64 first, gint64 second);

G_END_DECLS
