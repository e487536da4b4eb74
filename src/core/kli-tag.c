/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The colours of tags. */
#include "core/kli-tag.h"

#include <glib/gi18n-lib.h>

const char *const kli_tag_colours[] = { "", "blue", "green", "yellow", "orange", "red", "purple", "brown", NULL };

static const char *const names[] = {
  NC_ ("tag color", "None"),   NC_ ("tag color", "Blue"), NC_ ("tag color", "Green"),  NC_ ("tag color", "Yellow"),
  NC_ ("tag color", "Orange"), NC_ ("tag color", "Red"),  NC_ ("tag color", "Purple"), NC_ ("tag color", "Brown"),
};

const char *
kli_tag_colour_name (const char *colour)
{
  g_return_val_if_fail (colour != NULL, "");

  for (guint i = 0; kli_tag_colours[i] != NULL; i++)
    if (g_str_equal (kli_tag_colours[i], colour))
      return g_dpgettext2 (GETTEXT_PACKAGE, "tag color", names[i]);

  return colour;
}
