/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A contact as a disc: the picture, or the initials of its name on a colour of its own. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_AVATAR (kli_avatar_get_type ())
G_DECLARE_FINAL_TYPE (KliAvatar, kli_avatar, KLI, AVATAR, GtkWidget)

/* One widget that draws itself: AdwAvatar is five, takes its initials from titles and legal forms, and a list has two
 * hundred of them. A decoration to assistive technology: the name stands beside it.
 * @size: of its square, in CSS px. Returns: (transfer floating) */
GtkWidget *kli_avatar_new (int size);

/* The same for a name that does not change. Returns: (transfer floating) */
GtkWidget *kli_named_avatar_new (int size, const char *name);

/* @name: as it is displayed; the same name has the same colour everywhere. */
void kli_avatar_set_name (KliAvatar *self, const char *name);

/* @picture: (nullable) (transfer none): shown in place of the initials, cut to the disc. */
void kli_avatar_set_picture (KliAvatar *self, GdkPaintable *picture);

void kli_avatar_set_size (KliAvatar *self, int size);

G_END_DECLS
