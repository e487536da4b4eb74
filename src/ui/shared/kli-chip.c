/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chips. */
#include "ui/shared/kli-chip.h"

#include "ui/shared/kli-plain.h"

#define LETTERS_MAX 18

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
