/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The photo of a contact: chosen, pasted, dropped or removed. Each is one edit. It is read and made small in the
 * background. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @widget: stands in the window whose store the contact @id is in; it gets the messages. */

/* Lets the person choose a file. */
void kli_contact_photo_choose (GtkWidget *widget, gint64 id);
/* Takes the picture, or the file, that is on the clipboard. */
void kli_contact_photo_paste (GtkWidget *widget, gint64 id);
void kli_contact_photo_remove (GtkWidget *widget, gint64 id);

void kli_contact_photo_set_file (GtkWidget *widget, gint64 id, GFile *file);
void kli_contact_photo_set_texture (GtkWidget *widget, gint64 id, GdkTexture *texture);

G_END_DECLS
