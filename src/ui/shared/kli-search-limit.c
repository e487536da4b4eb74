/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much text a search entry takes. */
#include "ui/shared/kli-search-limit.h"

#include "core/kli-query-text.h"

#include <glib/gi18n.h>

static void
changed_cb (GtkEditable *entry, GtkLabel *caption)
{
  gboolean is_cut = kli_query_text_is_cut (gtk_editable_get_text (entry));

  if (gtk_widget_get_visible (GTK_WIDGET (caption)) == is_cut)
    return;

  gtk_widget_set_visible (GTK_WIDGET (caption), is_cut);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  is_cut ? gtk_label_get_text (caption) : "", -1);
}

void
kli_search_limit (GtkSearchEntry *entry, GtkLabel *caption)
{
  GtkEditable *text;
  g_autofree char *words = NULL;

  g_return_if_fail (GTK_IS_SEARCH_ENTRY (entry));
  g_return_if_fail (GTK_IS_LABEL (caption));

  words = g_strdup_printf (ngettext ("Only the first %d character is searched for",
                                     "Only the first %d characters are searched for", KLI_QUERY_TEXT_MAX),
                           KLI_QUERY_TEXT_MAX);
  gtk_label_set_text (caption, words);
  gtk_widget_set_visible (GTK_WIDGET (caption), FALSE);

  /* One character more than counts is kept: by that the text is known to be cut. The rest never reaches the layout
   * of the line, which for a megabyte of it would take seconds. */
  text = gtk_editable_get_delegate (GTK_EDITABLE (entry));
  gtk_text_set_max_length (GTK_TEXT (text), KLI_QUERY_TEXT_MAX + 1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), caption, 0);
}
