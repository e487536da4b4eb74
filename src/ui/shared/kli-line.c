/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of text whose layout waits until it is painted. Its height is the font's, its width whatever there is. */
#include "ui/shared/kli-line.h"

#include "ui/shared/kli-plain.h"

struct _KliLine
{
  GtkWidget parent_instance;

  char *text;          /* never NULL */
  PangoLayout *layout; /* NULL until it is painted */
};

G_DEFINE_FINAL_TYPE (KliLine, kli_line, GTK_TYPE_WIDGET)

/* Returns: (transfer none): for the width that was given. */
static PangoLayout *
ensure_layout (KliLine *self)
{
  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
      pango_layout_set_single_paragraph_mode (self->layout, TRUE);
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_set_width (self->layout, gtk_widget_get_width (GTK_WIDGET (self)) * PANGO_SCALE);

  return self->layout;
}

static void
kli_line_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  gtk_snapshot_append_layout (snapshot, ensure_layout (KLI_LINE (widget)), &colour);
}

static int
get_height (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics);

  pango_font_metrics_unref (metrics);

  return PANGO_PIXELS_CEIL (height);
}

static void
kli_line_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? get_height (widget) : 0;
  *minimum_baseline = *natural_baseline = -1;
}

static void
kli_line_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (kli_line_parent_class)->css_changed (widget, change);
  g_clear_object (&KLI_LINE (widget)->layout);
}

static void
kli_line_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (kli_line_parent_class)->direction_changed (widget, previous);
  g_clear_object (&KLI_LINE (widget)->layout);
}

static gboolean
kli_line_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (ensure_layout (KLI_LINE (widget))))
    return FALSE;

  gtk_tooltip_set_text (tooltip, KLI_LINE (widget)->text);

  return TRUE;
}

static void
kli_line_dispose (GObject *object)
{
  g_clear_object (&KLI_LINE (object)->layout);
  G_OBJECT_CLASS (kli_line_parent_class)->dispose (object);
}

static void
kli_line_finalize (GObject *object)
{
  g_free (KLI_LINE (object)->text);
  G_OBJECT_CLASS (kli_line_parent_class)->finalize (object);
}

static void
kli_line_class_init (KliLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kli_line_dispose;
  object_class->finalize = kli_line_finalize;
  widget_class->snapshot = kli_line_snapshot;
  widget_class->measure = kli_line_measure;
  widget_class->css_changed = kli_line_css_changed;
  widget_class->direction_changed = kli_line_direction_changed;
  widget_class->query_tooltip = kli_line_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
kli_line_init (KliLine *self)
{
  self->text = g_strdup ("");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
kli_line_new (void)
{
  return g_object_new (KLI_TYPE_LINE, NULL);
}

void
kli_line_set_text (KliLine *self, const char *text)
{
  g_autofree char *line = NULL;

  g_return_if_fail (KLI_IS_LINE (self));

  line = kli_plain_line (text);
  if (g_str_equal (self->text, line))
    return;

  g_free (self->text);
  self->text = g_steal_pointer (&line);
  g_clear_object (&self->layout);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
