/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menus of rows of contact points and addresses. */
#include "ui/contacts/kli-part-menu.h"

#include "core/kli-part-words.h"
#include "ui/shared/kli-section.h"

#include <glib/gi18n.h>

#define MENU "kli-menu"

static GVariant *
assignment (const char *list, gint64 id, const char *column, const char *value)
{
  g_autofree char *path = column != NULL ? g_strdup_printf ("%s.%" G_GINT64_FORMAT ".%s", list, id, column)
                                         : g_strdup_printf ("%s.%" G_GINT64_FORMAT, list, id);

  return g_variant_new ("(ss)", path, value);
}

void
kli_menu_append (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static GMenu *
new_label_menu (const char *list, gint64 id, const char *const *labels)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; labels[i] != NULL; i++)
    kli_menu_append (menu, kli_label_name (labels[i]), "card.set", assignment (list, id, "label", labels[i]));
  kli_menu_append (menu, C_ ("label", "No Label"), "card.set", assignment (list, id, "label", ""));

  return menu;
}

GtkWidget *
kli_part_menu_button_new (GtkWidget *row)
{
  GMenu *menu = g_menu_new ();

  g_object_set_data_full (G_OBJECT (row), MENU, menu, g_object_unref);

  return kli_row_menu_button_new ("view-more-symbolic", C_ ("contact point", "Change or Remove"), G_MENU_MODEL (menu));
}

void
kli_part_menu_fill (GtkWidget *row,
                    const char *list,
                    const KliRow *part,
                    const char *const *labels,
                    gboolean preferred,
                    const char *chat)
{
  GMenu *menu = g_object_get_data (G_OBJECT (row), MENU);
  g_autoptr (GMenu) label_menu = new_label_menu (list, part->id, labels);
  g_autoptr (GMenu) last = g_menu_new ();

  g_menu_remove_all (menu);
  if (chat != NULL)
    kli_menu_append (menu, chat, "card.chat", g_variant_new_int64 (part->id));
  kli_menu_append (menu, preferred ? C_ ("menu", "No Longer Preferred") : C_ ("menu", "Make Preferred"), "card.set",
                   assignment (list, part->id, "preferred", preferred ? "0" : "1"));
  g_menu_append_submenu (menu, C_ ("contact point", "Label"), G_MENU_MODEL (label_menu));
  kli_menu_append (last, _ ("Remove"), "card.set", assignment (list, part->id, NULL, ""));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
}
