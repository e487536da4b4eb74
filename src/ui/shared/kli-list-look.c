/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Menus of records, and the place of an empty list. */
#include "ui/shared/kli-list-look.h"

#include "ui/shared/kli-plain.h"

#include <adwaita.h>
#include <glib/gi18n.h>

const char *
kli_list_column_get_title (const KliListColumn *column)
{
  g_return_val_if_fail (column != NULL, NULL);

  return column->kind == KLI_LIST_COLUMN_OWN ? column->title : g_dpgettext2 (NULL, "column", column->title);
}

GMenuModel *
kli_list_look_create_menu (const KliListLook *look, KliStore *store, const KliListDeed *deeds, guint n_deeds, gint64 id)
{
  g_autoptr (GPtrArray) rows = NULL;

  g_return_val_if_fail (look != NULL && KLI_IS_STORE (store), NULL);

  rows = kli_store_read_page (store, look->target, &id, 1, NULL);

  return kli_list_deeds_to_menu (deeds, n_deeds, id, rows != NULL ? g_ptr_array_index (rows, 0) : NULL);
}

GtkWidget *
kli_list_look_create_nothing (GtkButton **clear)
{
  GtkWidget *status, *button;

  g_return_val_if_fail (clear != NULL, NULL);

  status = adw_status_page_new ();
  button = gtk_button_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "edit-find-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _ ("No Results Found"));
  adw_status_page_set_description (ADW_STATUS_PAGE (status), _ ("Try a different search"));
  gtk_widget_add_css_class (status, "compact");
  gtk_button_set_use_underline (GTK_BUTTON (button), TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  adw_status_page_set_child (ADW_STATUS_PAGE (status), button);
  *clear = GTK_BUTTON (button);

  return status;
}

GtkWidget *
kli_list_look_create_empty (const KliListLook *look)
{
  GtkWidget *status, *buttons;

  g_return_val_if_fail (look != NULL, NULL);

  status = adw_status_page_new ();
  buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), look->empty_icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _ (look->empty_title));
  adw_status_page_set_description (ADW_STATUS_PAGE (status), _ (look->empty_description));
  gtk_widget_add_css_class (status, "compact");
  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  for (guint i = 0; i < look->n_empty_deeds; i++)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_ (look->empty_deeds[i].label));

      kli_button_let_wrap (GTK_BUTTON (button));
      gtk_widget_add_css_class (button, "pill");
      if (look->empty_deeds[i].apart)
        gtk_widget_add_css_class (button, "suggested-action");
      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), look->empty_deeds[i].action);
      gtk_box_append (GTK_BOX (buttons), button);
    }
  adw_status_page_set_child (ADW_STATUS_PAGE (status), buttons);

  return status;
}
