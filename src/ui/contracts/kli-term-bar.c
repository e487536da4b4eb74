/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The term of a contract as a bar to scale (LOOK-contracts 5). */
#include "ui/contracts/kli-term-bar.h"

#include "ui/shared/kli-named.h"

#include "core/kli-format.h"
#include "ui/contracts/kli-bar-paint.h"
#include "ui/contracts/kli-glyph.h"
#include "ui/contracts/kli-term-strip.h"
#include "ui/contracts/kli-term-words.h"

#include <glib/gi18n.h>

#define MIN_WIDTH 280
#define BAR_HEIGHT 18.0
#define MARK_REACH 8.0
#define MAX_MARKS 6

/* A place on the bar that can be pointed at, walked to and read. KLI_GLYPH_NONE is today. */
typedef struct
{
  KliGlyphSign sign;
  KliDay day;
} Mark;

struct _KliTermBar
{
  GtkWidget parent_instance;

  KliTermDays days;
  char *country;
  KliLanguage language;
  Mark marks[MAX_MARKS];
  guint n_marks;
  guint walked; /* the mark the keyboard is at */
};

G_DEFINE_FINAL_TYPE (KliTermBar, kli_term_bar, GTK_TYPE_WIDGET)

/* --- geometry ----------------------------------------------------------------------------------- */

/* Lanes grow with the font, bars do not. */
typedef struct
{
  double label_height;
  double bar_y;
  double ticks_y;
  double tick_labels_y;
  double height; /* without the day strip */
} Lanes;

static void
measure_lanes (KliTermBar *self, Lanes *lanes)
{
  g_autoptr (PangoLayout) layout = kli_term_layout (GTK_WIDGET (self), "Żg", TRUE);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  lanes->label_height = MAX (17, height + 2);
  lanes->bar_y = lanes->label_height + 9;
  lanes->ticks_y = lanes->bar_y + BAR_HEIGHT + 6;
  lanes->tick_labels_y = lanes->ticks_y + 5;
  lanes->height = lanes->tick_labels_y + height + 2;
}

static void
init_scale (KliTermBar *self, KliTermScale *scale)
{
  kli_term_scale_init (scale, &self->days, gtk_widget_get_width (GTK_WIDGET (self)));
}

/* Days run to the left where the language does. Everything is reckoned and painted as for one that runs to the right,
 * and turned round as a whole. */
static gboolean
is_mirrored (KliTermBar *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static double
mark_x (const KliTermScale *scale, const Mark *mark)
{
  if (mark->sign == KLI_GLYPH_NONE)
    return kli_term_scale_middle (scale, mark->day);
  if (mark->sign == KLI_GLYPH_START || mark->sign == KLI_GLYPH_NOTICE)
    return kli_term_scale_begin (scale, mark->day);

  return kli_term_scale_end (scale, mark->day);
}

/* The statutory mark keeps clear of the safe one: the one departure from the scale. */
static double
statutory_x (const KliTermScale *scale, const KliTermDays *days)
{
  return MAX (kli_term_scale_end (scale, days->statutory), kli_term_scale_end (scale, days->safe) + 3.5);
}

/* --- painting ----------------------------------------------------------------------------------- */

typedef struct
{
  KliTermBar *self;
  cairo_t *cr;
  KliBarColours colours;
  KliTermScale scale;
  Lanes lanes;
  double width;
} Painting;

static KliBarSpan
span_between (const Painting *painting, double from, double to)
{
  return (KliBarSpan){ from, painting->lanes.bar_y, MAX (0, to - from), BAR_HEIGHT };
}

static void
paint_spans (Painting *painting)
{
  const KliTermDays *days = &painting->self->days;
  const KliTermScale *scale = &painting->scale;
  double start = scale->left;
  double end
      = days->end != KLI_DAY_NONE ? kli_term_scale_end (scale, days->end) : kli_term_scale_begin (scale, scale->to);
  double now = CLAMP (kli_term_scale_middle (scale, days->today), start, end);
  KliBarSpan elapsed, remaining;

  if (days->start == KLI_DAY_NONE || days->today < days->start)
    now = start;
  if (days->notice_from != KLI_DAY_NONE)
    now = CLAMP (kli_term_scale_begin (scale, days->notice_from), start, end);

  remaining = span_between (painting, now, end);
  elapsed = span_between (painting, start, now);
  if (days->notice_from != KLI_DAY_NONE)
    kli_bar_paint_notice (painting->cr, &painting->colours, &remaining);
  else
    kli_bar_paint_remaining (painting->cr, &painting->colours, &remaining, days->state);
  kli_bar_paint_elapsed (painting->cr, &painting->colours, &elapsed);

  if (scale->open_end)
    kli_bar_paint_arrow (painting->cr, &painting->colours, &remaining);
  else if (days->renews)
    {
      KliBarSpan renewal = span_between (painting, end, painting->width - scale->left);

      kli_bar_paint_renewal (painting->cr, &painting->colours, &renewal);
    }
  if (scale->cut)
    kli_bar_paint_notch (painting->cr, &painting->colours, &elapsed);
}

static void
paint_tick_label (Painting *painting, KliDay month, double x, gboolean with_year)
{
  g_autofree char *name = kli_format_day (month, KLI_DAY_STYLE_MONTH_ABBREVIATION, painting->self->language);
  g_autofree char *text = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  int year, width;

  kli_day_split (month, &year, NULL, NULL);
  text = with_year ? g_strdup_printf ("%s %d", name, year) : g_strdup (name);
  layout = kli_term_layout (GTK_WIDGET (painting->self), text, FALSE);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (x + width > painting->width)
    return;

  kli_bar_set_colour (painting->cr, &painting->colours.text, .74);
  kli_term_show_layout (painting->cr, layout, x, painting->lanes.tick_labels_y);
}

/* The first day of the month after the one @day is in, or @day itself. */
static KliDay
next_month (KliDay day)
{
  int year, month, day_of_month;

  kli_day_split (day, &year, &month, &day_of_month);

  return day_of_month == 1 ? day : kli_day_add_months (kli_day_new (year, month, 1), 1);
}

/* So many months between labels that they do not run into one another. */
static int
label_step (const Painting *painting)
{
  static const int steps[] = { 1, 2, 3, 4, 6, 12, 24, 60 };
  double month = painting->scale.per_day * 30.4;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * month >= 68)
      return steps[i];

  return 120;
}

static void
paint_ticks (Painting *painting)
{
  int step = label_step (painting);
  int labelled_year = 0;
  int index = 0;

  for (KliDay month = next_month (painting->scale.from); month < painting->scale.to;
       month = kli_day_add_months (month, 1), index++)
    {
      double x = kli_term_scale_begin (&painting->scale, month);
      gboolean labelled = index % step == 0;
      int year;

      if (!labelled && painting->scale.per_day * 30.4 < 4)
        continue;
      kli_bar_set_colour (painting->cr, &painting->colours.text, labelled ? .45 : .22);
      cairo_rectangle (painting->cr, x, painting->lanes.ticks_y, 1, labelled ? 5 : 3);
      cairo_fill (painting->cr);
      if (!labelled)
        continue;
      kli_day_split (month, &year, NULL, NULL);
      paint_tick_label (painting, month, x, year != labelled_year);
      labelled_year = year;
    }
}

static void
paint_marks (Painting *painting)
{
  const KliTermDays *days = &painting->self->days;
  const KliTermScale *scale = &painting->scale;
  double y = painting->lanes.bar_y;

  if (days->end != KLI_DAY_NONE && !scale->open_end)
    kli_bar_paint_end (painting->cr, &painting->colours, kli_term_scale_end (scale, days->end), y, BAR_HEIGHT);
  if (kli_term_scale_shows (scale, days->statutory) && days->statutory != days->safe && days->safe != KLI_DAY_NONE)
    kli_bar_paint_statutory (painting->cr, &painting->colours, statutory_x (scale, days), y, BAR_HEIGHT);
  if (kli_term_scale_shows (scale, days->today))
    kli_bar_paint_today (painting->cr, &painting->colours, kli_term_scale_middle (scale, days->today),
                         painting->lanes.label_height, y + BAR_HEIGHT + 4);
  if (kli_term_scale_shows (scale, days->safe))
    kli_bar_paint_safe (painting->cr, &painting->colours, kli_term_scale_end (scale, days->safe), y, BAR_HEIGHT,
                        kli_term_safe_day_is_near (days), kli_term_safe_day_has_passed (days));
}

/* --- the lane of labels ------------------------------------------------------------------------- */

/* What is already written in the lane; labels that come later give way. */
typedef struct
{
  double from[4];
  double to[4];
  guint n;
} Taken;

static gboolean
take (Taken *taken, double from, double to)
{
  for (guint i = 0; i < taken->n; i++)
    if (from < taken->to[i] + 6 && to > taken->from[i] - 6)
      return FALSE;

  taken->from[taken->n] = from;
  taken->to[taken->n] = to;
  taken->n++;

  return TRUE;
}

static PangoLayout *
lay_out_day (Painting *painting, KliDay day)
{
  g_autofree char *text = kli_format_day_near (day, painting->self->days.today, painting->self->language);

  return kli_term_layout (GTK_WIDGET (painting->self), text, TRUE);
}

/* Today's pill is centred on its line, or stands left of it like a flag when the safe day is near. */
static void
paint_today_pill (Painting *painting, Taken *taken)
{
  const KliTermDays *days = &painting->self->days;
  g_autoptr (PangoLayout) layout = kli_term_layout (GTK_WIDGET (painting->self), _ ("Today"), TRUE);
  double x = kli_term_scale_middle (&painting->scale, days->today);
  double safe = kli_term_scale_end (&painting->scale, days->safe);
  double left;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  width += 12;
  left = x - width / 2.0;
  if (kli_term_scale_shows (&painting->scale, days->safe) && safe > x && safe - x < width + 30)
    left = x + 1 - width;
  left = CLAMP (left, 0, painting->width - width);
  take (taken, left, left + width);

  kli_bar_rounded (painting->cr, left, 0, width, painting->lanes.label_height, 99);
  kli_bar_set_colour (painting->cr, &painting->colours.today, 1);
  cairo_fill (painting->cr);
  kli_bar_set_colour (painting->cr, &painting->colours.on_today, 1);
  kli_term_show_layout (painting->cr, layout, left + 6, (painting->lanes.label_height - height) / 2);
}

static void
paint_safe_label (Painting *painting, Taken *taken)
{
  const KliTermDays *days = &painting->self->days;
  g_autoptr (PangoLayout) layout = lay_out_day (painting, days->safe);
  const GdkRGBA *ink = kli_term_safe_day_is_near (days) ? &painting->colours.warn : &painting->colours.text;
  double x = kli_term_scale_end (&painting->scale, days->safe) - 6;
  double y;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  /* Never given up: it moves to the right of today's pill rather than under it. */
  if (taken->n > 0)
    x = MAX (x, taken->to[0] + 3);
  x = MIN (x, painting->width - width - 15);
  taken->from[taken->n] = x;
  taken->to[taken->n] = x + width + 15;
  taken->n++;
  y = (painting->lanes.label_height - height) / 2;
  kli_glyph_draw (painting->cr, KLI_GLYPH_SAFE_DAY, x, y + 1, 12, ink);
  kli_bar_set_colour (painting->cr, ink, 1);
  kli_term_show_layout (painting->cr, layout, x + 14, y);
}

/* @share: how much of the text stands left of @x. */
static void
paint_day_label (Painting *painting, Taken *taken, KliDay day, double x, double share)
{
  g_autoptr (PangoLayout) layout = lay_out_day (painting, day);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  x = CLAMP (x - share * width, 0, painting->width - width);
  if (!take (taken, x, x + width))
    return;

  kli_bar_set_colour (painting->cr, &painting->colours.text, 1);
  kli_term_show_layout (painting->cr, layout, x, (painting->lanes.label_height - height) / 2);
}

static void
paint_labels (Painting *painting)
{
  const KliTermDays *days = &painting->self->days;
  Taken taken = { .n = 0 };

  if (kli_term_scale_shows (&painting->scale, days->today))
    paint_today_pill (painting, &taken);
  if (kli_term_scale_shows (&painting->scale, days->safe))
    paint_safe_label (painting, &taken);
  if (days->end != KLI_DAY_NONE)
    paint_day_label (painting, &taken, days->end, kli_term_scale_end (&painting->scale, days->end), .5);
  if (days->start != KLI_DAY_NONE)
    paint_day_label (painting, &taken, days->start, painting->scale.left, 0);
}

static void
paint_focus (Painting *painting)
{
  KliTermBar *self = painting->self;
  GdkRGBA accent;
  double x;

  if (self->n_marks == 0 || !gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    return;

  x = mark_x (&painting->scale, &self->marks[self->walked]);
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "accent_color", &accent))
    accent = painting->colours.today;
  kli_bar_rounded (painting->cr, x - 11, painting->lanes.bar_y - 11, 18, BAR_HEIGHT + 22, 6);
  cairo_set_line_width (painting->cr, 2);
  kli_bar_set_colour (painting->cr, &accent, 1);
  cairo_stroke (painting->cr);
}

static void
kli_term_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KliTermBar *self = KLI_TERM_BAR (widget);
  int height = gtk_widget_get_height (widget);
  Painting painting = { .self = self, .width = gtk_widget_get_width (widget) };
  cairo_t *cr;

  if (self->days.today == KLI_DAY_NONE)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, painting.width, height));
  painting.cr = cr;
  measure_lanes (self, &painting.lanes);
  init_scale (self, &painting.scale);
  kli_bar_colours_init (&painting.colours, widget, self->days.state);
  if (is_mirrored (self))
    {
      cairo_translate (cr, painting.width, 0);
      cairo_scale (cr, -1, 1);
    }

  paint_spans (&painting);
  paint_ticks (&painting);
  paint_marks (&painting);
  paint_labels (&painting);
  if (kli_term_strip_is_needed (&self->days))
    kli_term_strip_paint (cr, widget, &painting.colours, &painting.scale, &self->days, self->country, self->language,
                          painting.lanes.bar_y + BAR_HEIGHT + 2, painting.lanes.height, painting.width);
  paint_focus (&painting);
  cairo_destroy (cr);
}

static void
kli_term_bar_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  KliTermBar *self = KLI_TERM_BAR (widget);
  Lanes lanes;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = MIN_WIDTH;
      return;
    }

  measure_lanes (self, &lanes);
  *minimum = (int)lanes.height;
  if (kli_term_strip_is_needed (&self->days))
    *minimum += kli_term_strip_measure (widget);
  *natural = *minimum;
}

/* --- pointing and walking ----------------------------------------------------------------------- */

static char *
describe_mark (KliTermBar *self, const Mark *mark)
{
  return kli_term_mark_sentence (mark->sign, mark->day, self->days.today, self->language);
}

static gboolean
query_tooltip_cb (KliTermBar *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  KliTermScale scale;
  const Mark *nearest = NULL;
  double reach = MARK_REACH;
  g_autofree char *text = NULL;

  init_scale (self, &scale);
  if (is_mirrored (self))
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x;
  for (guint i = 0; i < self->n_marks; i++)
    {
      double distance = ABS (mark_x (&scale, &self->marks[i]) - x);

      if (keyboard ? i == self->walked : distance <= reach)
        {
          nearest = &self->marks[i];
          reach = distance;
        }
    }
  if (nearest == NULL)
    return FALSE;

  text = describe_mark (self, nearest);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
walk_to (KliTermBar *self, guint mark)
{
  g_autofree char *text = NULL;

  if (mark >= self->n_marks)
    return;

  self->walked = mark;
  text = describe_mark (self, &self->marks[mark]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
key_pressed_cb (KliTermBar *self, guint keyval, guint keycode, GdkModifierType modifiers)
{
  if (self->n_marks == 0)
    return GDK_EVENT_PROPAGATE;
  if (is_mirrored (self) && (keyval == GDK_KEY_Left || keyval == GDK_KEY_Right))
    keyval = keyval == GDK_KEY_Left ? GDK_KEY_Right : GDK_KEY_Left;

  switch (keyval)
    {
    case GDK_KEY_Left: walk_to (self, self->walked > 0 ? self->walked - 1 : 0); return GDK_EVENT_STOP;
    case GDK_KEY_Right: walk_to (self, MIN (self->walked + 1, self->n_marks - 1)); return GDK_EVENT_STOP;
    case GDK_KEY_Home: walk_to (self, 0); return GDK_EVENT_STOP;
    case GDK_KEY_End: walk_to (self, self->n_marks - 1); return GDK_EVENT_STOP;
    default: return GDK_EVENT_PROPAGATE;
    }
}

/* --- the object --------------------------------------------------------------------------------- */

static void
add_mark (KliTermBar *self, KliGlyphSign sign, KliDay day)
{
  KliTermScale scale;
  guint i;

  kli_term_scale_init (&scale, &self->days, MIN_WIDTH);
  if (day == KLI_DAY_NONE || day < scale.from || day > scale.to)
    return;

  for (i = self->n_marks; i > 0 && self->marks[i - 1].day > day; i--)
    self->marks[i] = self->marks[i - 1];
  self->marks[i] = (Mark){ sign, day };
  self->n_marks++;
}

static void
find_marks (KliTermBar *self)
{
  const KliTermDays *days = &self->days;

  self->n_marks = 0;
  self->walked = 0;
  add_mark (self, KLI_GLYPH_START, days->start);
  add_mark (self, KLI_GLYPH_NONE, days->today);
  add_mark (self, KLI_GLYPH_SAFE_DAY, days->safe);
  if (days->statutory != days->safe)
    add_mark (self, KLI_GLYPH_STATUTORY_DAY, days->statutory);
  add_mark (self, KLI_GLYPH_NOTICE, days->notice_from);
  add_mark (self, KLI_GLYPH_END, days->end);
}

void
kli_term_bar_set_days (KliTermBar *self, const KliTermDays *days, const char *country, KliLanguage language)
{
  g_autofree char *sentence = NULL;

  g_return_if_fail (KLI_IS_TERM_BAR (self));
  g_return_if_fail (days != NULL && days->today != KLI_DAY_NONE && days->state != NULL);

  self->days = *days;
  self->language = language;
  g_free (self->country);
  self->country = g_strdup (country);
  find_marks (self);

  sentence = kli_term_whole_sentence (days, language);
  kli_accessible_set_name (GTK_ACCESSIBLE (self), sentence);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
kli_term_bar_finalize (GObject *object)
{
  g_free (KLI_TERM_BAR (object)->country);
  G_OBJECT_CLASS (kli_term_bar_parent_class)->finalize (object);
}

static void
kli_term_bar_class_init (KliTermBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = kli_term_bar_finalize;
  widget_class->measure = kli_term_bar_measure;
  widget_class->snapshot = kli_term_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "termbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
kli_term_bar_init (KliTermBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->days.today = KLI_DAY_NONE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
kli_term_bar_new (void)
{
  return g_object_new (KLI_TYPE_TERM_BAR, NULL);
}
