/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kind of picture some bytes are. */
#include "exchange/kli-picture.h"

#include <string.h>

static const struct
{
  const char *magic;
  gsize length;
  const char *type;
} kinds[] = {
  { "\xff\xd8\xff", 3, "image/jpeg" }, { "\x89PNG\r\n\x1a\n", 8, "image/png" },
  { "GIF87a", 6, "image/gif" },        { "GIF89a", 6, "image/gif" },
  { "II*\0", 4, "image/tiff" },        { "MM\0*", 4, "image/tiff" },
};

const char *
kli_picture_get_type (const guint8 *bytes, gsize length)
{
  g_return_val_if_fail (bytes != NULL || length == 0, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (length >= kinds[i].length && memcmp (bytes, kinds[i].magic, kinds[i].length) == 0)
      return kinds[i].type;
  if (length >= 12 && memcmp (bytes, "RIFF", 4) == 0 && memcmp (bytes + 8, "WEBP", 4) == 0)
    return "image/webp";
  /* "BM" alone is too little: the reserved words of the header are 0. */
  if (length >= 26 && memcmp (bytes, "BM", 2) == 0 && memcmp (bytes + 6, "\0\0\0\0", 4) == 0)
    return "image/bmp";

  return NULL;
}
