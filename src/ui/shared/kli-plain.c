/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Foreign text in widgets. */
#include "ui/shared/kli-plain.h"

#include "core/kli-text.h"

/* RELIABILITY D4: what a list shows of a text. */
#define MAX_CHARACTERS 256

char *
kli_plain_line (const char *text)
{
  g_autofree char *visible = kli_text_visible (text, MAX_CHARACTERS);

  return kli_text_isolate (visible);
}

char *
kli_plain_markup (const char *text)
{
  g_autofree char *line = kli_plain_line (text);

  return g_markup_escape_text (line, -1);
}

void
kli_label_set_plain (GtkLabel *label, const char *text)
{
  g_autofree char *line = NULL;

  g_return_if_fail (GTK_IS_LABEL (label));

  line = kli_plain_line (text);
  gtk_label_set_use_markup (label, FALSE);
  gtk_label_set_use_underline (label, FALSE);
  gtk_label_set_text (label, line);
}

static gboolean
query_tooltip_cb (GtkLabel *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer user_data)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;

  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));
  return TRUE;
}

void
kli_label_add_tooltip (GtkLabel *label)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  gtk_widget_set_has_tooltip (GTK_WIDGET (label), TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

void
kli_inscription_set_plain (GtkInscription *inscription, const char *text)
{
  g_autofree char *line = NULL;

  g_return_if_fail (GTK_IS_INSCRIPTION (inscription));

  line = kli_plain_line (text);
  gtk_inscription_set_text (inscription, line);
}

/* GTK keeps the layout of an inscription to itself. */
static gboolean
query_inscription_cb (
    GtkInscription *inscription, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer user_data)
{
  const char *text = gtk_inscription_get_text (inscription);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (inscription), text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width <= gtk_widget_get_width (GTK_WIDGET (inscription)))
    return FALSE;

  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

void
kli_inscription_add_tooltip (GtkInscription *inscription)
{
  g_return_if_fail (GTK_IS_INSCRIPTION (inscription));

  gtk_widget_set_has_tooltip (GTK_WIDGET (inscription), TRUE);
  g_signal_connect (inscription, "query-tooltip", G_CALLBACK (query_inscription_cb), NULL);
}

void
kli_button_let_wrap (GtkButton *button)
{
  GtkWidget *label;

  g_return_if_fail (GTK_IS_BUTTON (button));

  label = gtk_button_get_child (button);
  g_return_if_fail (GTK_IS_LABEL (label));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
}
