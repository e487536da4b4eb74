/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row in which a day is typed as people write it, or chosen from a calendar. Up and Down move it by a day; what was
 * understood stands beside it with its weekday. */
#include "ui/shared/kli-day-row.h"

#include "core/kli-format.h"
#include "ui/shared/kli-day-button.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-plain.h"

/* In characters: a day as it is typed. */
#define WIDTH 10

struct _KliDayRow
{
  AdwEntryRow parent_instance;

  GtkLabel *understood;
  KliDayButton *calendar;
  KliDay day;
};

typedef enum
{
  PROP_DAY = 1,
} KliDayRowProp;

static GParamSpec *props[PROP_DAY + 1];

G_DEFINE_FINAL_TYPE (KliDayRow, kli_day_row, ADW_TYPE_ENTRY_ROW)

gboolean
kli_day_row_is_wrong (KliDayRow *self)
{
  g_return_val_if_fail (KLI_IS_DAY_ROW (self), FALSE);

  return self->day == KLI_DAY_NONE && *gtk_editable_get_text (GTK_EDITABLE (self)) != '\0';
}

static void
show_understood (KliDayRow *self)
{
  g_autofree char *text = kli_format_day (self->day, KLI_DAY_STYLE_MEDIUM_WEEKDAY, kli_locale_get_language ());

  gtk_label_set_text (self->understood, self->day != KLI_DAY_NONE ? text : "");
  if (kli_day_row_is_wrong (self))
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
}

static void
changed_cb (KliDayRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  KliDay day = KLI_DAY_NONE;

  if (!kli_format_parse_day (text, kli_locale_get_language (), &day))
    day = KLI_DAY_NONE;
  if (day != self->day)
    {
      self->day = day;
      kli_day_button_set_day (self->calendar, day);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DAY]);
    }
  show_understood (self);
}

void
kli_day_row_set_day (KliDayRow *self, KliDay day)
{
  g_autofree char *text = NULL;

  g_return_if_fail (KLI_IS_DAY_ROW (self));

  text = kli_format_day (day, KLI_DAY_STYLE_SHORT, kli_locale_get_language ());
  gtk_editable_set_text (GTK_EDITABLE (self), text);
}

KliDay
kli_day_row_get_day (KliDayRow *self)
{
  g_return_val_if_fail (KLI_IS_DAY_ROW (self), KLI_DAY_NONE);

  return self->day;
}

static void
chosen_cb (KliDayRow *self, int day)
{
  kli_day_row_set_day (self, day);
}

/* The calendar stands within the row, and has such keys of its own. */
static gboolean
is_typing (KliDayRow *self)
{
  GtkEditable *delegate = gtk_editable_get_delegate (GTK_EDITABLE (self));

  return gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))) == GTK_WIDGET (delegate);
}

static gboolean
key_pressed_cb (KliDayRow *self, guint keyval)
{
  int step = keyval == GDK_KEY_Up ? 1 : keyval == GDK_KEY_Down ? -1 : 0;

  if (step == 0 || self->day == KLI_DAY_NONE || !is_typing (self))
    return GDK_EVENT_PROPAGATE;

  kli_day_row_set_day (self, kli_day_add_days (self->day, step));

  return GDK_EVENT_STOP;
}

static void
kli_day_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((KliDayRowProp)prop_id)
    {
    case PROP_DAY: g_value_set_int (value, KLI_DAY_ROW (object)->day); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kli_day_row_class_init (KliDayRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kli_day_row_get_property;
  props[PROP_DAY] = g_param_spec_int ("day", NULL, NULL, G_MININT32, G_MAXINT32, KLI_DAY_NONE,
                                      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
kli_day_row_init (KliDayRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->day = KLI_DAY_NONE;
  self->understood = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->understood), "sub");
  /* What is typed comes first where there is no room for both. */
  gtk_label_set_ellipsize (self->understood, PANGO_ELLIPSIZE_END);
  kli_label_add_tooltip (self->understood);
  gtk_editable_set_width_chars (GTK_EDITABLE (self), WIDTH);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), GTK_WIDGET (self->understood));
  self->calendar = KLI_DAY_BUTTON (kli_day_button_new ());
  g_signal_connect_object (self->calendar, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), GTK_WIDGET (self->calendar));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self), TRUE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
}

GtkWidget *
kli_day_row_new (const char *title)
{
  return g_object_new (KLI_TYPE_DAY_ROW, "title", title, NULL);
}
