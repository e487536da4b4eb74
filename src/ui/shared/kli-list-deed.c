/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with a record, as a menu. */
#include "ui/shared/kli-list-deed.h"

#include <glib/gi18n.h>

GMenuModel *
kli_list_deeds_to_menu (const KliListDeed *deeds, guint n_deeds, gint64 id, const KliListRow *row)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) section = NULL;

  g_return_val_if_fail (deeds != NULL || n_deeds == 0, NULL);

  for (guint i = 0; i < n_deeds; i++)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (section == NULL || deeds[i].apart)
        {
          g_clear_object (&section);
          section = g_menu_new ();
          g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
        }
      if (deeds[i].fits != NULL && (row == NULL || !deeds[i].fits (row)))
        continue;
      item = g_menu_item_new (g_dpgettext2 (NULL, "menu", deeds[i].label), NULL);
      g_menu_item_set_action_and_target (item, deeds[i].action, "x", id);
      g_menu_append_item (section, item);
    }

  return G_MENU_MODEL (g_steal_pointer (&menu));
}
