/* SPDX-License-Identifier: GPL-3.0-or-later */
/* About this program. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @parent: (nullable) */
void kli_about_present (GtkWindow *parent);

G_END_DECLS
