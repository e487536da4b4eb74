/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chips. */
#include "ui/shared/kli-chip.h"

#include "core/kli-tag.h"
#include "ui/shared/kli-plain.h"

#define LETTERS_MAX 18
#define SPOT_SIZE 12

GtkWidget *
kli_chip_new (const char *text)
{
  GtkWidget *chip = gtk_label_new (NULL);

  kli_label_set_plain (GTK_LABEL (chip), text);
  gtk_label_set_ellipsize (GTK_LABEL (chip), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (chip), LETTERS_MAX);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, "quiet");

  return chip;
}

/* The style sheets know each colour by a class of its name. @colour: "" for none */
static void
set_colour (GtkWidget *widget, const char *colour)
{
  for (guint i = 1; kli_tag_colours[i] != NULL; i++)
    {
      g_autofree char *css_class = g_strconcat ("tag-", kli_tag_colours[i], NULL);

      if (g_str_equal (kli_tag_colours[i], colour))
        gtk_widget_add_css_class (widget, css_class);
      else
        gtk_widget_remove_css_class (widget, css_class);
    }
}

GtkWidget *
kli_chip_new_coloured (const char *text, const char *colour)
{
  GtkWidget *chip;

  g_return_val_if_fail (colour != NULL, NULL);

  chip = kli_chip_new (text);
  set_colour (chip, colour);
  if (*colour != '\0')
    gtk_widget_remove_css_class (chip, "quiet");

  return chip;
}

GtkWidget *
kli_chip_spot_new (const char *colour)
{
  GtkWidget *spot = gtk_image_new ();

  gtk_image_set_pixel_size (GTK_IMAGE (spot), SPOT_SIZE);
  g_object_set (spot, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  kli_chip_spot_set_colour (spot, colour);

  return spot;
}

void
kli_chip_spot_set_colour (GtkWidget *spot, const char *colour)
{
  g_return_if_fail (GTK_IS_IMAGE (spot));
  g_return_if_fail (colour != NULL);

  gtk_image_set_from_icon_name (GTK_IMAGE (spot), *colour != '\0' ? "media-record-symbolic" : NULL);
  set_colour (spot, colour);
}
