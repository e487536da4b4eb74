/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bin that knows whether it is narrow; libadwaita 1.2 has no breakpoints. */
#include "ui/shared/kli-detail-pane.h"

#define NARROW 540

struct _KliDetailPane
{
  AdwBin parent_instance;

  gboolean narrow;
};

typedef enum
{
  PROP_NARROW = 1,
} KliDetailPaneProp;

static GParamSpec *props[PROP_NARROW + 1];

G_DEFINE_FINAL_TYPE (KliDetailPane, kli_detail_pane, ADW_TYPE_BIN)

static void
set_narrow (KliDetailPane *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
}

static GtkSizeRequestMode
kli_detail_pane_get_request_mode (GtkWidget *widget)
{
  return gtk_widget_get_request_mode (adw_bin_get_child (ADW_BIN (widget)));
}

static void
kli_detail_pane_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

static gboolean
resize_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  gtk_widget_queue_resize (widget);

  return G_SOURCE_REMOVE;
}

/* What is narrow may need less room than it was just given, and GTK does not ask again while it allocates. */
static void
kli_detail_pane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gboolean was_narrow = KLI_DETAIL_PANE (widget)->narrow;

  set_narrow (KLI_DETAIL_PANE (widget), width < NARROW);
  if (KLI_DETAIL_PANE (widget)->narrow != was_narrow)
    gtk_widget_add_tick_callback (widget, resize_cb, NULL, NULL);
  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (widget)), width, height, baseline, NULL);
}

static void
kli_detail_pane_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((KliDetailPaneProp)prop_id)
    {
    case PROP_NARROW: g_value_set_boolean (value, KLI_DETAIL_PANE (object)->narrow); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kli_detail_pane_class_init (KliDetailPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = kli_detail_pane_get_property;
  widget_class->get_request_mode = kli_detail_pane_get_request_mode;
  widget_class->measure = kli_detail_pane_measure;
  widget_class->size_allocate = kli_detail_pane_size_allocate;

  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
kli_detail_pane_init (KliDetailPane *self)
{
  /* The one of AdwBin would be asked instead of us. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
}
