/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would delay the first sight of something waits until it was painted. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Calls @func once with @user_data when the next frame of @widget was painted; never when @widget goes before. */
void kli_when_painted (GtkWidget *widget, void (*func) (gpointer user_data), gpointer user_data);

G_END_DECLS
