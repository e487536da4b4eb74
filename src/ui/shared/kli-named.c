/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names for assistive technology. */
#include "ui/shared/kli-named.h"

void
kli_accessible_set_name (GtkAccessible *widget, const char *name)
{
  g_return_if_fail (GTK_IS_ACCESSIBLE (widget));

  gtk_accessible_reset_relation (widget, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
name_by_tooltip (GtkWidget *widget)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);
  const char *label = GTK_IS_MENU_BUTTON (widget) ? gtk_menu_button_get_label (GTK_MENU_BUTTON (widget)) : NULL;

  if (tooltip == NULL)
    return;

  /* The button inside a menu button, which has the focus, is named after it: so what can be read there goes first. */
  if (GTK_IS_MENU_BUTTON (widget) || (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL))
    kli_accessible_set_name (GTK_ACCESSIBLE (widget), label != NULL ? label : tooltip);
}

void
kli_name_by_tooltips (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  name_by_tooltip (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    kli_name_by_tooltips (child);
}
