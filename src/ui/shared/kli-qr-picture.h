/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A QR code (ISO/IEC 18004), crisp at any scale, dark on light in the dark look too: cameras want it so. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_QR_PICTURE (kli_qr_picture_get_type ())
G_DECLARE_FINAL_TYPE (KliQrPicture, kli_qr_picture, KLI, QR_PICTURE, GtkWidget)

/* So many bytes go into a code that is still read at once from a screen. */
#define KLI_QR_BYTES_MAX 400

/* @name: what assistive technology calls it. */
GtkWidget *kli_qr_picture_new (const char *name);

/* @text: at most 2,953 bytes of UTF-8. Returns: FALSE when there is no code for it; then it shows none. */
gboolean kli_qr_picture_set_text (KliQrPicture *self, const char *text);

/* The code as a picture with its white border, about @side pixels wide.
 * Returns: (transfer full) (nullable): a PNG; NULL when there is none */
GBytes *kli_qr_picture_save (KliQrPicture *self, int side);

G_END_DECLS
