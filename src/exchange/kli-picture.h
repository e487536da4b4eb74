/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kind of picture some bytes are, by looking at them; nothing is decoded. Any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns: (transfer none) (nullable): "image/jpeg", "image/png", "image/gif", "image/webp",
 * "image/bmp", "image/tiff"; NULL when it is none of them. */
const char *kli_picture_get_type (const guint8 *bytes, gsize length);

G_END_DECLS
