/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a dialog holds that may become more while it is shown. A window is only ever made larger than it was for what it
 * cannot do without: so what its child would like is what this asks for, up to a height that every screen has. */
#include "ui/shared/kli-roomy.h"

/* Under the bar of a dialog, on a telephone that lies on its side. */
#define EVERYWHERE 290

struct _KliRoomy
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (KliRoomy, kli_roomy, ADW_TYPE_BIN)

static void
kli_roomy_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = MAX (*minimum, MIN (*natural, EVERYWHERE));
  *minimum_baseline = *natural_baseline = -1;
}

static void
kli_roomy_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (widget)), width, height, baseline, NULL);
}

static void
kli_roomy_class_init (KliRoomyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = kli_roomy_measure;
  widget_class->size_allocate = kli_roomy_size_allocate;
}

static void
kli_roomy_init (KliRoomy *self)
{
  /* The layout manager of AdwBin would be asked instead of us. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
}
