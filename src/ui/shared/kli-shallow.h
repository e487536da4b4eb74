/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bin for what wraps to lines: of more than a few, the others are scrolled to. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_SHALLOW (kli_shallow_get_type ())
G_DECLARE_FINAL_TYPE (KliShallow, kli_shallow, KLI, SHALLOW, GtkWidget)

/* @child: as high as it must be for its width. Returns: (transfer floating) */
GtkWidget *kli_shallow_new (GtkWidget *child);

G_END_DECLS
