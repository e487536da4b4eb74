/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sidebar: a row for each page there is, from one table. */
#include "app/kli-sidebar.h"

#include "core/kli-format.h"
#include "ui/shared/kli-later.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-named.h"

#include <glib/gi18n.h>

struct _KliSidebar
{
  AdwBin parent_instance;

  GtkListBox *top;
  KliSegmentList *segments;
  GtkListBox *bottom;
  GtkMenuButton *menu;
  GMenuModel *main_menu; /* what it shows */
  const char *page;      /* that is shown; NULL while it is a segment */
};

G_DEFINE_FINAL_TYPE (KliSidebar, kli_sidebar, ADW_TYPE_BIN)

static const struct
{
  const char *page;
  const char *icon;
  const char *label;
  gboolean at_bottom;
} entries[] = {
  { "contacts", "system-users-symbolic", NC_ ("page", "Everyone"), FALSE },
  { "contracts", "kli-contract-symbolic", NC_ ("page", "Contracts"), FALSE },
  { "history", "document-open-recent-symbolic", NC_ ("page", "History"), TRUE },
  { "trash", "user-trash-symbolic", NC_ ("page", "Trash"), TRUE },
};

/* What a row carries: the name of its page, and the label of its count. */
#define ROW_PAGE "kli-page"
#define ROW_COUNT "kli-count"

static GtkWidget *
create_row (guint entry)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (entries[entry].icon);
  GtkWidget *label = gtk_label_new (g_dpgettext2 (NULL, "page", entries[entry].label));
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "count");
  gtk_widget_set_visible (count, FALSE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  kli_accessible_set_name (GTK_ACCESSIBLE (row), gtk_label_get_text (GTK_LABEL (label)));
  g_object_set_data (G_OBJECT (row), ROW_PAGE, (gpointer)entries[entry].page);
  g_object_set_data (G_OBJECT (row), ROW_COUNT, count);

  return row;
}

/* The row of @page in @list. Returns: (transfer none) (nullable) */
static GtkListBoxRow *
find_row (GtkListBox *list, const char *page)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (g_strcmp0 (g_object_get_data (G_OBJECT (row), ROW_PAGE), page) == 0)
      return row;

  return NULL;
}

static void
row_activated_cb (KliSidebar *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.leave-segment", NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", g_object_get_data (G_OBJECT (row), ROW_PAGE));
}

static void
mark_page (KliSidebar *self, GtkListBox *list)
{
  GtkListBoxRow *row = find_row (list, self->page);

  if (gtk_list_box_get_selected_row (list) != row)
    gtk_list_box_select_row (list, row);
}

/* The row that is marked is the one that is shown, wherever the focus goes. */
static void
row_selected_cb (KliSidebar *self, GtkListBoxRow *row, GtkListBox *list)
{
  if (!gtk_widget_in_destruction (GTK_WIDGET (list)))
    mark_page (self, list);
}

static void
kli_sidebar_class_init (KliSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (KLI_TYPE_SEGMENT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/klientela/Klientela/ui/kli-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, KliSidebar, top);
  gtk_widget_class_bind_template_child (widget_class, KliSidebar, segments);
  gtk_widget_class_bind_template_child (widget_class, KliSidebar, bottom);
  gtk_widget_class_bind_template_child (widget_class, KliSidebar, menu);
  gtk_widget_class_bind_template_child (widget_class, KliSidebar, main_menu);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
}

static void
kli_sidebar_init (KliSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  kli_menu_button_set_menu_later (self->menu, self->main_menu);

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    gtk_list_box_append (entries[i].at_bottom ? self->bottom : self->top, create_row (i));
}

void
kli_sidebar_set_page (KliSidebar *self, const char *page)
{
  g_return_if_fail (KLI_IS_SIDEBAR (self));

  self->page = g_intern_string (page);
  mark_page (self, self->top);
  mark_page (self, self->bottom);
}

void
kli_sidebar_set_count (KliSidebar *self, const char *page, guint count, const char *meaning)
{
  GtkListBoxRow *row;
  GtkWidget *label;
  g_autofree char *number = NULL;

  g_return_if_fail (KLI_IS_SIDEBAR (self));

  row = find_row (self->top, page);
  if (row == NULL)
    row = find_row (self->bottom, page);
  g_return_if_fail (row != NULL);

  number = kli_format_count_short (count, kli_locale_get_language ());
  label = g_object_get_data (G_OBJECT (row), ROW_COUNT);
  gtk_label_set_text (GTK_LABEL (label), number);
  gtk_widget_set_visible (label, count > 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), count > 0 ? meaning : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, count > 0 ? meaning : "",
                                  -1);
}

KliSegmentList *
kli_sidebar_get_segments (KliSidebar *self)
{
  g_return_val_if_fail (KLI_IS_SIDEBAR (self), NULL);

  return self->segments;
}

GtkMenuButton *
kli_sidebar_get_menu (KliSidebar *self)
{
  g_return_val_if_fail (KLI_IS_SIDEBAR (self), NULL);

  return self->menu;
}
