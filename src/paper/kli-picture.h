/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures from strangers' files: how large they may become in memory is bounded before they are decoded. Any thread.
 */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

G_BEGIN_DECLS

/* The most that is read of a file that is to become a picture. */
#define KLI_PICTURE_FILE_MAX ((gsize)50 << 20)

/* Reads a PNG, JPEG, GIF or WebP picture and turns it upright.
 * @side: the shorter side is made so long when it is longer, in pixels
 * Returns: (transfer full) (nullable): NULL with KLI_OPERATION_ERROR_INVALID, a whole sentence. */
GdkPixbuf *kli_picture_decode (GBytes *bytes, int side, GError **error);

/* @pixbuf as a file: JPEG, or PNG where it is transparent. What the original file told beside its pixels (the place,
 * the camera) is left behind. Returns: (transfer full) (nullable): NULL with @error set. */
GBytes *kli_picture_encode (GdkPixbuf *pixbuf, GError **error);

G_END_DECLS
