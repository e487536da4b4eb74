/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures that are kept in the store, for showing. */
#pragma once

#include "store/kli-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @hash: as it was asked for. @photo: (nullable): NULL when it is missing or cannot be shown */
typedef void (*KliPhotoFunc) (GtkWidget *widget, const char *hash, GdkTexture *photo);

/* Reads the picture in the background; @func runs on the main loop, unless @widget is gone by then. */
void kli_photo_read (GtkWidget *widget, KliStore *store, const char *hash, KliPhotoFunc func);

G_END_DECLS
