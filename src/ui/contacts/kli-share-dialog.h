/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card that is given to somebody: as a QR code for a telephone, on the clipboard, or as a file. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Opens the window for the contact @id over that of @widget. */
void kli_share_dialog_present (GtkWidget *widget, gint64 id);

G_END_DECLS
