/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rows of connections and relations have in common. */
#include "ui/contacts/kli-connection-rows.h"

#include <adwaita.h>

gboolean
kli_connection_rows_stay (KliSection *section, char *shown)
{
  g_autofree char *owned = shown;

  if (g_strcmp0 (g_object_get_data (G_OBJECT (section), "kli-shown"), owned) == 0)
    return TRUE;
  g_object_set_data_full (G_OBJECT (section), "kli-shown", g_steal_pointer (&owned), g_free);

  return FALSE;
}

static void
expanded_cb (GtkWidget *section, GParamSpec *pspec, AdwExpanderRow *row)
{
  g_object_set_data (G_OBJECT (section), "kli-past-shown", GINT_TO_POINTER (adw_expander_row_get_expanded (row)));
}

void
kli_connection_rows_append_past (KliSection *section, const char *title, const GPtrArray *rows)
{
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  for (guint i = 0; i < rows->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), g_ptr_array_index (rows, i));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row),
                                 g_object_get_data (G_OBJECT (section), "kli-past-shown") != NULL);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), section, G_CONNECT_SWAPPED);
  kli_section_append (section, row);
}
