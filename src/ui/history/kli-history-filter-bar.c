/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is shown of the history. */
#include "ui/history/kli-history-filter-bar.h"

#include "core/kli-format.h"
#include "operations/kli-verbs.h"
#include "ui/history/kli-history-words.h"
#include "ui/shared/kli-day-picker.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-named.h"
#include "ui/shared/kli-plain.h"

#include <glib/gi18n.h>

/* A chip: a property of the bar with its choice, "" for any. */
typedef enum
{
  WHO,
  KIND,
  PERIOD,
  N_CHIPS,
} Chip;

typedef enum
{
  PROP_WHO = 1,
  PROP_KIND,
  PROP_PERIOD,
} KliHistoryFilterBarProp;

static GParamSpec *props[PROP_PERIOD + 1];

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

struct _KliHistoryFilterBar
{
  GtkWidget parent_instance;

  GtkOrientable *box;
  GtkEditable *search;
  GtkBox *chips;

  GtkWidget *buttons[N_CHIPS];
  GtkWidget *icons[N_CHIPS];
  GtkLabel *labels[N_CHIPS];
  char *choices[N_CHIPS]; /* of the period also a day, YYYY-MM-DD */
  GStrv people;
  KliDayPicker *days; /* in the menu of the period */
};

G_DEFINE_FINAL_TYPE (KliHistoryFilterBar, kli_history_filter_bar, GTK_TYPE_WIDGET)

static const struct
{
  const char *property;
  const char *action;
  const char *icon;
  const char *label;
  const char *any;
} chips[N_CHIPS] = {
  { "who", "history.who", "avatar-default-symbolic", NC_ ("filter", "Who"), NC_ ("filter", "Anybody") },
  { "kind", "history.kind", "kli-filter-symbolic", NC_ ("filter", "Kind of change"), NC_ ("filter", "Any kind") },
  { "period", "history.period", "x-office-calendar-symbolic", NC_ ("filter", "Period"), NC_ ("filter", "Any time") },
};

typedef struct
{
  const char *id;
  const char *label;
} Choice;

/* In the order of KliVerbGroup. */
static const Choice kinds[KLI_N_VERB_GROUPS] = {
  { "contacts", NC_ ("filter", "Contacts") },   { "contracts", NC_ ("filter", "Contracts") },
  { "many", NC_ ("filter", "Many at once") },   { "trash", NC_ ("filter", "Trash") },
  { "other", NC_ ("filter", "Other changes") },
};

enum
{
  TODAY,
  WEEK,
  MONTH,
  YEAR,
};

static const Choice periods[] = {
  [TODAY] = { "today", NC_ ("filter", "Today") },
  [WEEK] = { "week", NC_ ("filter", "Last 7 days") },
  [MONTH] = { "month", NC_ ("filter", "Last 30 days") },
  [YEAR] = { "year", NC_ ("filter", "This year") },
};

/* Returns: -1 when there is no such choice */
static int
find_choice (const Choice *choices, guint n, const char *id)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (choices[i].id, id))
      return (int)i;

  return -1;
}

/* --- chips ------------------------------------------------------------------------------------------------ */

/* What a choice is called. Returns: (transfer full) */
static char *
name_choice (Chip chip, const char *choice)
{
  const Choice *choices = chip == KIND ? kinds : periods;
  int found;

  if (*choice == '\0')
    return g_strdup (g_dpgettext2 (NULL, "filter", chips[chip].any));
  if (chip == WHO)
    return kli_plain_line (choice);
  if (chip == PERIOD && kli_day_is_valid (kli_day_parse (choice)))
    return kli_format_day (kli_day_parse (choice), KLI_DAY_STYLE_LONG, kli_locale_get_language ());

  found = find_choice (choices, chip == KIND ? G_N_ELEMENTS (kinds) : G_N_ELEMENTS (periods), choice);

  return g_strdup (found >= 0 ? g_dpgettext2 (NULL, "filter", choices[found].label) : choice);
}

static void
append_choice (GMenu *menu, Chip chip, const char *choice)
{
  g_autofree char *label = name_choice (chip, choice);
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *escaped = g_strjoinv ("__", parts); /* no mnemonic in somebody's name */

  g_menu_item_set_label (item, escaped);
  g_menu_item_set_action_and_target (item, chips[chip].action, "s", choice);
  g_menu_append_item (menu, item);
}

static void
fill_menu (KliHistoryFilterBar *self, Chip chip)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  append_choice (menu, chip, "");
  for (guint i = 0; chip == WHO && self->people != NULL && self->people[i] != NULL; i++)
    append_choice (section, chip, self->people[i]);
  for (guint i = 0; chip == KIND && i < G_N_ELEMENTS (kinds); i++)
    append_choice (section, chip, kinds[i].id);
  for (guint i = 0; chip == PERIOD && i < G_N_ELEMENTS (periods); i++)
    append_choice (section, chip, periods[i].id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->buttons[chip]), G_MENU_MODEL (menu));
}

static void
day_chosen_cb (KliHistoryFilterBar *self, int day)
{
  g_autofree char *text = kli_day_to_string (day);

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->buttons[PERIOD]));
  gtk_widget_activate_action (GTK_WIDGET (self), chips[PERIOD].action, "s", text);
}

static void
show_days_cb (KliHistoryFilterBar *self)
{
  kli_day_picker_show (self->days, kli_day_parse (self->choices[PERIOD]), kli_history_today ());
}

/* Below the periods of the menu any one day can be chosen. */
static void
add_days (KliHistoryFilterBar *self)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (self->buttons[PERIOD]);
  GMenuModel *menu = gtk_menu_button_get_menu_model (button);
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);

  g_menu_item_set_attribute (item, "custom", "s", "days");
  g_menu_append_item (section, item);
  g_menu_append_section (G_MENU (menu), NULL, G_MENU_MODEL (section));
  self->days = KLI_DAY_PICKER (kli_day_picker_new ());
  gtk_popover_menu_add_child (GTK_POPOVER_MENU (gtk_menu_button_get_popover (button)), GTK_WIDGET (self->days), "days");
  g_signal_connect_object (self->days, "chosen", G_CALLBACK (day_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_menu_button_get_popover (button), "show", G_CALLBACK (show_days_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
show_choice (KliHistoryFilterBar *self, Chip chip)
{
  const char *choice = self->choices[chip];
  const char *name = g_dpgettext2 (NULL, "filter", chips[chip].label);
  g_autofree char *chosen = name_choice (chip, choice);
  g_autofree char *both = g_strdup_printf ("%s: %s", name, chosen);

  gtk_label_set_text (self->labels[chip], *choice != '\0' ? chosen : name);
  if (*choice != '\0')
    gtk_widget_add_css_class (self->buttons[chip], "set");
  else
    gtk_widget_remove_css_class (self->buttons[chip], "set");
  gtk_widget_set_tooltip_text (self->buttons[chip], both);
  kli_accessible_set_name (GTK_ACCESSIBLE (self->buttons[chip]), both);
}

static void
create_chip (KliHistoryFilterBar *self, Chip chip)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  self->icons[chip] = gtk_image_new_from_icon_name (chips[chip].icon);
  gtk_box_append (GTK_BOX (box), self->icons[chip]);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), box);
  gtk_widget_add_css_class (button, "filter-chip");
  self->buttons[chip] = button;
  self->labels[chip] = GTK_LABEL (label);
  self->choices[chip] = g_strdup ("");
  gtk_box_append (self->chips, button);
  fill_menu (self, chip);
  show_choice (self, chip);
}

static void
choose (KliHistoryFilterBar *self, Chip chip, const char *choice)
{
  if (g_strcmp0 (self->choices[chip], choice) == 0)
    return;

  g_free (self->choices[chip]);
  self->choices[chip] = g_strdup (choice != NULL ? choice : "");
  show_choice (self, chip);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WHO + chip]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- the filter ------------------------------------------------------------------------------------------- */

/* The first moment of a day, by the clock on the wall. */
static gint64
begin_of (KliDay day)
{
  g_autoptr (GDateTime) begin = NULL;
  int year, month, n;

  kli_day_split (day, &year, &month, &n);
  begin = g_date_time_new_local (year, month, n, 0, 0, 0);

  return begin != NULL ? g_date_time_to_unix (begin) * 1000 : 0;
}

static KliDay
first_day_of (int period)
{
  static const int days[] = { [TODAY] = 0, [WEEK] = -6, [MONTH] = -29 };
  KliDay today = kli_history_today ();
  int year, month, day;

  if (period != YEAR)
    return kli_day_add_days (today, days[period]);

  kli_day_split (today, &year, &month, &day);

  return kli_day_new (year, 1, 1);
}

static void
ask_for_period (KliHistoryFilter *filter, const char *choice)
{
  int period = find_choice (periods, G_N_ELEMENTS (periods), choice);
  KliDay day = kli_day_parse (choice);

  if (period >= 0)
    filter->since = begin_of (first_day_of (period));
  else if (kli_day_is_valid (day))
    {
      filter->since = begin_of (day);
      filter->until = begin_of (kli_day_add_days (day, 1));
    }
}

KliHistoryFilter *
kli_history_filter_bar_dup_filter (KliHistoryFilterBar *self)
{
  KliHistoryFilter *filter;

  g_return_val_if_fail (KLI_IS_HISTORY_FILTER_BAR (self), NULL);

  filter = kli_history_filter_new ();
  filter->language = kli_locale_get_language ();
  g_free (filter->who);
  filter->who = g_strdup (self->choices[WHO]);
  g_free (filter->text);
  filter->text = g_strdup (gtk_editable_get_text (self->search));
  filter->group = find_choice (kinds, G_N_ELEMENTS (kinds), self->choices[KIND]);
  ask_for_period (filter, self->choices[PERIOD]);

  return filter;
}

void
kli_history_filter_bar_clear (KliHistoryFilterBar *self)
{
  g_return_if_fail (KLI_IS_HISTORY_FILTER_BAR (self));

  for (guint i = 0; i < N_CHIPS; i++)
    choose (self, i, "");
  gtk_editable_set_text (self->search, "");
}

void
kli_history_filter_bar_set_people (KliHistoryFilterBar *self, const char *const *people)
{
  g_return_if_fail (KLI_IS_HISTORY_FILTER_BAR (self));
  g_return_if_fail (people != NULL);

  if (self->people != NULL && g_strv_equal ((const char *const *)self->people, people))
    return;

  g_strfreev (self->people);
  self->people = g_strdupv ((char **)people);
  fill_menu (self, WHO);
}

void
kli_history_filter_bar_search (KliHistoryFilterBar *self)
{
  g_return_if_fail (KLI_IS_HISTORY_FILTER_BAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

void
kli_history_filter_bar_set_narrow (KliHistoryFilterBar *self, gboolean narrow)
{
  g_return_if_fail (KLI_IS_HISTORY_FILTER_BAR (self));

  gtk_orientable_set_orientation (self->box, narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  for (guint i = 0; i < N_CHIPS; i++)
    gtk_widget_set_visible (self->icons[i], !narrow);
}

static void
search_changed_cb (KliHistoryFilterBar *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
stop_search_cb (KliHistoryFilterBar *self)
{
  gtk_editable_set_text (self->search, "");
}

/* --- the object ------------------------------------------------------------------------------------------- */

static void
kli_history_filter_bar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  KliHistoryFilterBar *self = KLI_HISTORY_FILTER_BAR (object);

  switch ((KliHistoryFilterBarProp)prop_id)
    {
    case PROP_WHO:
    case PROP_KIND:
    case PROP_PERIOD: g_value_set_string (value, self->choices[prop_id - PROP_WHO]); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kli_history_filter_bar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((KliHistoryFilterBarProp)prop_id)
    {
    case PROP_WHO:
    case PROP_KIND:
    case PROP_PERIOD: choose (KLI_HISTORY_FILTER_BAR (object), prop_id - PROP_WHO, g_value_get_string (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kli_history_filter_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (kli_history_filter_bar_parent_class)->dispose (object);
}

static void
kli_history_filter_bar_finalize (GObject *object)
{
  KliHistoryFilterBar *self = KLI_HISTORY_FILTER_BAR (object);

  for (guint i = 0; i < N_CHIPS; i++)
    g_free (self->choices[i]);
  g_strfreev (self->people);
  G_OBJECT_CLASS (kli_history_filter_bar_parent_class)->finalize (object);
}

static void
kli_history_filter_bar_class_init (KliHistoryFilterBarClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = kli_history_filter_bar_get_property;
  object_class->set_property = kli_history_filter_bar_set_property;
  object_class->dispose = kli_history_filter_bar_dispose;
  object_class->finalize = kli_history_filter_bar_finalize;

  for (guint i = 0; i < N_CHIPS; i++)
    props[PROP_WHO + i] = g_param_spec_string (chips[i].property, NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  signals[CHANGED]
      = g_signal_new ("changed", KLI_TYPE_HISTORY_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/klientela/Klientela/ui/kli-history-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, KliHistoryFilterBar, box);
  gtk_widget_class_bind_template_child (widget_class, KliHistoryFilterBar, search);
  gtk_widget_class_bind_template_child (widget_class, KliHistoryFilterBar, chips);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  for (guint i = 0; i < N_CHIPS; i++)
    gtk_widget_class_install_property_action (widget_class, chips[i].action, chips[i].property);
}

static void
kli_history_filter_bar_init (KliHistoryFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < N_CHIPS; i++)
    create_chip (self, i);
  add_days (self);
}
