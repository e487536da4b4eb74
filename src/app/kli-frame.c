/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's folding (LOOK 1). libadwaita 1.2 has no breakpoints, and AdwFlap left alone folds only when its
 * minimum no longer fits, which would also be the minimum of the window: so the width decides here, and what is
 * asked for is the minimum of the folded window. */
#include "app/kli-frame.h"

/* From this width on the sidebar stands beside the pages. */
#define WIDE 1000
/* The narrowest page. */
#define MINIMUM 360

struct _KliFrame
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (KliFrame, kli_frame, ADW_TYPE_BIN)

static void
fold (KliFrame *self, int width)
{
  AdwFlap *flap = ADW_FLAP (adw_bin_get_child (ADW_BIN (self)));
  AdwFlapFoldPolicy policy = width >= WIDE ? ADW_FLAP_FOLD_POLICY_NEVER : ADW_FLAP_FOLD_POLICY_ALWAYS;

  if (adw_flap_get_fold_policy (flap) == policy)
    return;

  adw_flap_set_fold_policy (flap, policy);
  adw_flap_set_reveal_flap (flap, policy == ADW_FLAP_FOLD_POLICY_NEVER);
}

void
kli_frame_expect (KliFrame *self, int width)
{
  g_return_if_fail (KLI_IS_FRAME (self));

  fold (self, width);
}

static void
kli_frame_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MINIMUM;
  *natural = MAX (*minimum, *natural);
  *minimum_baseline = *natural_baseline = -1;
}

static void
kli_frame_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  fold (KLI_FRAME (widget), width);
  /* What the child has just been told changes what it needs. */
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (child, width, height, baseline, NULL);
}

static void
kli_frame_class_init (KliFrameClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = kli_frame_measure;
  widget_class->size_allocate = kli_frame_size_allocate;
}

static void
kli_frame_init (KliFrame *self)
{
  /* The layout manager of AdwBin would be asked instead of us. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
}
