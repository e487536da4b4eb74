/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Six weeks of seven buttons, of which one, the cursor, is a stop of the Tab key. */
#include "ui/shared/kli-day-picker.h"

#include "core/kli-format.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-named.h"

#include <glib/gi18n.h>

#define DAYS_A_WEEK 7
#define N_WEEKS 6
#define N_CELLS (N_WEEKS * DAYS_A_WEEK)
#define MONTHS_A_YEAR 12

struct _KliDayPicker
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *month;
  GtkSpinButton *year;
  GtkGrid *grid;
  GtkWidget *to_today;
  GtkWidget *cells[N_CELLS];

  KliDay first; /* where the first cell would be; before the calendar in its first month */
  KliDay cursor;
  KliDay chosen; /* KLI_DAY_NONE for none */
  KliDay today;
  gboolean showing; /* we are writing into the year ourselves */
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KliDayPicker, kli_day_picker, GTK_TYPE_WIDGET)

/* --- showing ------------------------------------------------------------------------------------ */

/* The day of a cell, KLI_DAY_NONE beyond the ends of the calendar. */
static KliDay
day_of_cell (KliDayPicker *self, int i)
{
  KliDay day = self->first + i;

  return kli_day_is_valid (day) ? day : KLI_DAY_NONE;
}

/* "12 March 2026, Thursday, today". Returns: (transfer full) */
static char *
name_of_day (KliDayPicker *self, KliDay day)
{
  KliLanguage language = kli_locale_get_language ();
  g_autofree char *date = kli_format_day (day, KLI_DAY_STYLE_LONG, language);
  g_autofree char *weekday = kli_format_day (day, KLI_DAY_STYLE_WEEKDAY, language);

  if (day == self->today)
    return g_strdup_printf ("%s, %s, %s", date, weekday, C_ ("day in a calendar", "today"));

  return g_strdup_printf ("%s, %s", date, weekday);
}

static void
set_css_class (GtkWidget *widget, const char *css_class, gboolean wanted)
{
  if (wanted)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
show_cell (KliDayPicker *self, int i)
{
  GtkWidget *cell = self->cells[i];
  KliDay day = day_of_cell (self, i);
  g_autofree char *name = NULL;
  g_autofree char *number = NULL;
  int month_day;

  /* It keeps its place, so that the grid keeps its size. */
  gtk_widget_set_child_visible (cell, day != KLI_DAY_NONE);
  if (day == KLI_DAY_NONE)
    return;

  kli_day_split (day, NULL, NULL, &month_day);
  number = g_strdup_printf ("%d", month_day);
  gtk_button_set_label (GTK_BUTTON (cell), number);
  name = name_of_day (self, day);
  kli_accessible_set_name (GTK_ACCESSIBLE (cell), name);
  gtk_accessible_update_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_SELECTED, day == self->chosen, -1);
  set_css_class (cell, "chosen", day == self->chosen);
  set_css_class (cell, "today", day == self->today);
  set_css_class (cell, "other", kli_day_month_start (day) != kli_day_month_start (self->cursor));
}

static void
show_head (KliDayPicker *self)
{
  g_autofree char *month = kli_format_day (self->cursor, KLI_DAY_STYLE_MONTH_YEAR, kli_locale_get_language ());
  int year;

  kli_day_split (self->cursor, &year, NULL, NULL);
  gtk_label_set_text (self->month, month);
  self->showing = TRUE;
  gtk_spin_button_set_value (self->year, year);
  self->showing = FALSE;
}

static void
show (KliDayPicker *self)
{
  KliDay start = kli_day_month_start (self->cursor);

  self->first = start - kli_day_days_into_week (start, kli_format_first_weekday (kli_locale_get_language ()));
  show_head (self);
  for (int i = 0; i < N_CELLS; i++)
    show_cell (self, i);
  gtk_widget_set_visible (self->to_today, self->today != KLI_DAY_NONE);
}

/* --- moving ------------------------------------------------------------------------------------- */

/* The cell of the cursor becomes the one that Tab stops at, before the other ceases to be: so the focus can go over. */
static void
move_stop (KliDayPicker *self, gboolean with_focus)
{
  int stop = self->cursor - self->first;

  gtk_widget_set_focusable (self->cells[stop], TRUE);
  if (with_focus)
    gtk_widget_grab_focus (self->cells[stop]);
  for (int i = 0; i < N_CELLS; i++)
    if (i != stop)
      gtk_widget_set_focusable (self->cells[i], FALSE);
}

/* @day: KLI_DAY_NONE, beyond the ends of the calendar, moves nothing. */
static void
move_to (KliDayPicker *self, KliDay day)
{
  gboolean with_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->grid)) != NULL;

  if (day == KLI_DAY_NONE)
    return;
  self->cursor = day;
  show (self);
  move_stop (self, with_focus);
}

static void
previous_month_cb (KliDayPicker *self)
{
  move_to (self, kli_day_add_months (self->cursor, -1));
}

static void
next_month_cb (KliDayPicker *self)
{
  move_to (self, kli_day_add_months (self->cursor, 1));
}

static void
year_changed_cb (KliDayPicker *self)
{
  int year;

  if (self->showing)
    return;
  kli_day_split (self->cursor, &year, NULL, NULL);
  move_to (self,
           kli_day_add_months (self->cursor, (gtk_spin_button_get_value_as_int (self->year) - year) * MONTHS_A_YEAR));
}

/* Where @key leads from the cursor; the same day for a key that leads nowhere. */
static KliDay
day_of_key (KliDayPicker *self, guint key, GdkModifierType modifiers)
{
  int forward = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;
  int months = modifiers & GDK_SHIFT_MASK ? MONTHS_A_YEAR : 1;
  int into = kli_day_days_into_week (self->cursor, kli_format_first_weekday (kli_locale_get_language ()));

  switch (key)
    {
    case GDK_KEY_Left: return kli_day_add_days (self->cursor, -forward);
    case GDK_KEY_Right: return kli_day_add_days (self->cursor, forward);
    case GDK_KEY_Up: return kli_day_add_days (self->cursor, -DAYS_A_WEEK);
    case GDK_KEY_Down: return kli_day_add_days (self->cursor, DAYS_A_WEEK);
    case GDK_KEY_Page_Up: return kli_day_add_months (self->cursor, -months);
    case GDK_KEY_Page_Down: return kli_day_add_months (self->cursor, months);
    case GDK_KEY_Home: return kli_day_add_days (self->cursor, -into);
    case GDK_KEY_End: return kli_day_add_days (self->cursor, DAYS_A_WEEK - 1 - into);
    default: return self->cursor;
    }
}

static gboolean
key_pressed_cb (KliDayPicker *self, guint key, guint code, GdkModifierType modifiers)
{
  KliDay day = day_of_key (self, key, modifiers);

  if (day == self->cursor)
    return GDK_EVENT_PROPAGATE;

  /* These keys are not the window's, which shows the focus for its own only. */
  gtk_window_set_focus_visible (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), TRUE);
  move_to (self, day);

  return GDK_EVENT_STOP;
}

/* --- choosing ----------------------------------------------------------------------------------- */

static void
choose (KliDayPicker *self, KliDay day)
{
  self->chosen = day;
  move_to (self, day);
  g_signal_emit (self, signals[CHOSEN], 0, day);
}

static void
clicked_cb (KliDayPicker *self, GtkWidget *cell)
{
  for (int i = 0; i < N_CELLS; i++)
    if (self->cells[i] == cell)
      {
        choose (self, day_of_cell (self, i));
        return;
      }
}

static void
today_cb (KliDayPicker *self)
{
  choose (self, self->today);
}

/* --- the object --------------------------------------------------------------------------------- */

/* From outside, the keyboard comes to the days first. */
static gboolean
kli_day_picker_focus (GtkWidget *widget, GtkDirectionType direction)
{
  KliDayPicker *self = KLI_DAY_PICKER (widget);

  if (gtk_widget_get_focus_child (widget) == NULL && direction == GTK_DIR_TAB_FORWARD)
    return gtk_widget_grab_focus (self->cells[self->cursor - self->first]);

  return GTK_WIDGET_CLASS (kli_day_picker_parent_class)->focus (widget, direction);
}

static void
add_weekday (KliDayPicker *self, int column)
{
  KliLanguage language = kli_locale_get_language ();
  KliDay day = KLI_DAY_FIRST - kli_day_weekday (KLI_DAY_FIRST) + DAYS_A_WEEK + kli_format_first_weekday (language);
  g_autofree char *name = kli_format_day (day + column, KLI_DAY_STYLE_WEEKDAY, language);
  g_autofree char *abbreviation = kli_format_day (day + column, KLI_DAY_STYLE_WEEKDAY_ABBREVIATION, language);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, "label",
                                   abbreviation, NULL);

  kli_accessible_set_name (GTK_ACCESSIBLE (label), name);
  gtk_widget_add_css_class (label, "weekday");
  gtk_grid_attach (self->grid, label, column, 0, 1, 1);
}

static void
add_cell (KliDayPicker *self, int i)
{
  self->cells[i] = g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_GRID_CELL, NULL);
  gtk_widget_add_css_class (self->cells[i], "flat");
  gtk_widget_add_css_class (self->cells[i], "day");
  g_signal_connect_object (self->cells[i], "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (self->grid, self->cells[i], i % DAYS_A_WEEK, 1 + i / DAYS_A_WEEK, 1, 1);
}

static void
kli_day_picker_dispose (GObject *object)
{
  g_clear_pointer (&KLI_DAY_PICKER (object)->box, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (object), KLI_TYPE_DAY_PICKER);
  G_OBJECT_CLASS (kli_day_picker_parent_class)->dispose (object);
}

static void
kli_day_picker_class_init (KliDayPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kli_day_picker_dispose;
  widget_class->focus = kli_day_picker_focus;

  signals[CHOSEN] = g_signal_new ("chosen", KLI_TYPE_DAY_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_INT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/klientela/Klientela/ui/kli-day-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, KliDayPicker, box);
  gtk_widget_class_bind_template_child (widget_class, KliDayPicker, month);
  gtk_widget_class_bind_template_child (widget_class, KliDayPicker, year);
  gtk_widget_class_bind_template_child (widget_class, KliDayPicker, grid);
  gtk_widget_class_bind_template_child (widget_class, KliDayPicker, to_today);
  gtk_widget_class_bind_template_callback (widget_class, previous_month_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_month_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
kli_day_picker_init (KliDayPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  kli_name_by_tooltips (GTK_WIDGET (self));
  kli_accessible_set_name (GTK_ACCESSIBLE (self->year), C_ ("calendar", "Year"));
  kli_accessible_set_name (GTK_ACCESSIBLE (self->grid), C_ ("calendar", "Days"));
  for (int column = 0; column < DAYS_A_WEEK; column++)
    add_weekday (self, column);
  for (int i = 0; i < N_CELLS; i++)
    add_cell (self, i);
  kli_day_picker_show (self, KLI_DAY_NONE, KLI_DAY_NONE);
}

GtkWidget *
kli_day_picker_new (void)
{
  return g_object_new (KLI_TYPE_DAY_PICKER, NULL);
}

void
kli_day_picker_show (KliDayPicker *self, KliDay chosen, KliDay today)
{
  g_return_if_fail (KLI_IS_DAY_PICKER (self));

  self->chosen = kli_day_is_valid (chosen) ? chosen : KLI_DAY_NONE;
  self->today = kli_day_is_valid (today) ? today : KLI_DAY_NONE;
  if (self->chosen != KLI_DAY_NONE)
    move_to (self, self->chosen);
  else
    move_to (self, self->today != KLI_DAY_NONE ? self->today : 0);
}
