/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page of the window needs to follow the folding of the sidebar around it. */
#include "ui/shared/kli-sidebar-button.h"

#include <glib/gi18n.h>

struct _KliSidebarButton
{
  GtkWidget parent_instance;
  GtkWidget *button;
  GBinding *visible; /* borrowed: they end with the flap or with us */
  GBinding *active;
};

G_DEFINE_FINAL_TYPE (KliSidebarButton, kli_sidebar_button, GTK_TYPE_WIDGET)

static void
kli_sidebar_button_root (GtkWidget *widget)
{
  KliSidebarButton *self = KLI_SIDEBAR_BUTTON (widget);
  GtkWidget *flap;

  GTK_WIDGET_CLASS (kli_sidebar_button_parent_class)->root (widget);

  flap = gtk_widget_get_ancestor (widget, ADW_TYPE_FLAP);
  if (flap == NULL)
    return;
  self->visible = g_object_bind_property (flap, "folded", self, "visible", G_BINDING_SYNC_CREATE);
  self->active = g_object_bind_property (flap, "reveal-flap", self->button, "active",
                                         G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

static void
kli_sidebar_button_unroot (GtkWidget *widget)
{
  KliSidebarButton *self = KLI_SIDEBAR_BUTTON (widget);

  g_clear_pointer (&self->visible, g_binding_unbind);
  g_clear_pointer (&self->active, g_binding_unbind);
  GTK_WIDGET_CLASS (kli_sidebar_button_parent_class)->unroot (widget);
}

static void
kli_sidebar_button_dispose (GObject *object)
{
  KliSidebarButton *self = KLI_SIDEBAR_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  G_OBJECT_CLASS (kli_sidebar_button_parent_class)->dispose (object);
}

static void
kli_sidebar_button_class_init (KliSidebarButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kli_sidebar_button_dispose;
  widget_class->root = kli_sidebar_button_root;
  widget_class->unroot = kli_sidebar_button_unroot;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
kli_sidebar_button_init (KliSidebarButton *self)
{
  self->button = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->button), "sidebar-show-symbolic");
  gtk_widget_set_tooltip_text (self->button, C_ ("tooltip", "Show the sidebar"));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

GtkWidget *
kli_sidebar_button_new (void)
{
  return g_object_new (KLI_TYPE_SIDEBAR_BUTTON, NULL);
}

static void
rooted_cb (AdwHeaderBar *header)
{
  GtkWidget *flap = gtk_widget_get_ancestor (GTK_WIDGET (header), ADW_TYPE_FLAP);

  if (gtk_widget_get_root (GTK_WIDGET (header)) != NULL && flap != NULL)
    g_object_bind_property (flap, "folded", header, "show-start-title-buttons", G_BINDING_SYNC_CREATE);
}

void
kli_frame_follow_header (AdwHeaderBar *header)
{
  g_return_if_fail (ADW_IS_HEADER_BAR (header));

  g_signal_connect (header, "notify::root", G_CALLBACK (rooted_cb), NULL);
}

void
kli_frame_follow (AdwLeaflet *leaflet, AdwHeaderBar *list, AdwHeaderBar *detail, GtkWidget *back)
{
  g_return_if_fail (ADW_IS_LEAFLET (leaflet));
  g_return_if_fail (ADW_IS_HEADER_BAR (list));
  g_return_if_fail (ADW_IS_HEADER_BAR (detail));

  g_object_bind_property (leaflet, "folded", list, "show-end-title-buttons", G_BINDING_SYNC_CREATE);
  g_object_bind_property (leaflet, "folded", detail, "show-start-title-buttons", G_BINDING_SYNC_CREATE);
  if (back != NULL)
    g_object_bind_property (leaflet, "folded", back, "visible", G_BINDING_SYNC_CREATE);
  kli_frame_follow_header (list);
}
