/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of the filter builder. */
#include "ui/filter/kli-filter-row.h"

#include "core/kli-format.h"
#include "core/kli-own-condition.h"
#include "core/kli-own-value.h"
#include "core/kli-query.h"
#include "model/kli-live-keys.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-named.h"
#include "ui/shared/kli-value-suggestions.h"
#include "ui/shared/kli-wrap-layout.h"

#include <glib/gi18n.h>

/* How a value may be asked for. */
typedef struct
{
  const char *label; /* a msgid with the context "relation" */
  gboolean is_negative;
  gboolean is_beginning;  /* of a text: whatever has a word that begins so */
  gboolean is_anything;   /* of a text: no value is asked for */
  const char *comparison; /* of a range: core/kli-own-condition.h; NULL for a number of days */
} Relation;

#define RECORDED                                                                                                       \
  {                                                                                                                    \
    NC_ ("relation", "is recorded"), FALSE, FALSE, TRUE, ""                                                            \
  }
#define MISSING                                                                                                        \
  {                                                                                                                    \
    NC_ ("relation", "is missing"), TRUE, FALSE, TRUE, ""                                                              \
  }

static const Relation text_relations[] = {
  { NC_ ("relation", "is"), FALSE, FALSE, FALSE },
  { NC_ ("relation", "is not"), TRUE, FALSE, FALSE },
  { NC_ ("relation", "contains the word"), FALSE, TRUE, FALSE },
  { NC_ ("relation", "does not contain the word"), TRUE, TRUE, FALSE },
  { NC_ ("relation", "is recorded"), FALSE, FALSE, TRUE },
  { NC_ ("relation", "is missing"), TRUE, FALSE, TRUE },
};
static const Relation is_relations[]
    = { { NC_ ("relation", "is"), FALSE, FALSE, FALSE }, { NC_ ("relation", "is not"), TRUE, FALSE, FALSE } };
static const Relation has_relations[]
    = { { NC_ ("relation", "has"), FALSE, FALSE, FALSE }, { NC_ ("relation", "has no"), TRUE, FALSE, FALSE } };
static const Relation last_relations[] = { { NC_ ("relation", "in the last days"), FALSE, FALSE, FALSE },
                                           { NC_ ("relation", "not in the last days"), TRUE, FALSE, FALSE },
                                           { NC_ ("relation", "since"), FALSE, FALSE, FALSE, ">=" },
                                           { NC_ ("relation", "not since"), TRUE, FALSE, FALSE, ">=" } };
static const Relation next_relations[] = { { NC_ ("relation", "in the next days"), FALSE, FALSE, FALSE },
                                           { NC_ ("relation", "not in the next days"), TRUE, FALSE, FALSE } };

/* Of fields of the business, which may say nothing. */
static const Relation answer_relations[] = { { NC_ ("relation", "is"), FALSE, FALSE, FALSE, "" },
                                             { NC_ ("relation", "is not"), TRUE, FALSE, FALSE, "" },
                                             RECORDED,
                                             MISSING };
static const Relation number_relations[] = {
  { NC_ ("relation", "is"), FALSE, FALSE, FALSE, "" },
  { NC_ ("relation", "is not"), TRUE, FALSE, FALSE, "" },
  { NC_ ("relation", "is at least"), FALSE, FALSE, FALSE, ">=" },
  { NC_ ("relation", "is at most"), FALSE, FALSE, FALSE, "<=" },
  { NC_ ("relation", "is over"), FALSE, FALSE, FALSE, ">" },
  { NC_ ("relation", "is under"), FALSE, FALSE, FALSE, "<" },
  { NC_ ("relation", "is between"), FALSE, FALSE, FALSE, KLI_OWN_COMPARISON_BETWEEN },
  RECORDED,
  MISSING,
};
static const Relation date_relations[] = {
  { NC_ ("relation", "is"), FALSE, FALSE, FALSE, "" },
  { NC_ ("relation", "is not"), TRUE, FALSE, FALSE, "" },
  { NC_ ("relation", "in the next days"), FALSE, FALSE, FALSE, KLI_OWN_COMPARISON_NEXT },
  { NC_ ("relation", "in the last days"), FALSE, FALSE, FALSE, KLI_OWN_COMPARISON_LAST },
  { NC_ ("relation", "is from this day on"), FALSE, FALSE, FALSE, ">=" },
  { NC_ ("relation", "is until this day"), FALSE, FALSE, FALSE, "<=" },
  { NC_ ("relation", "is after"), FALSE, FALSE, FALSE, ">" },
  { NC_ ("relation", "is before"), FALSE, FALSE, FALSE, "<" },
  { NC_ ("relation", "is between"), FALSE, FALSE, FALSE, KLI_OWN_COMPARISON_BETWEEN },
  RECORDED,
  MISSING,
};

#define N_DAYS 30

struct _KliFilterRow
{
  GtkWidget parent_instance;

  GtkWidget *line;
  GtkDropDown *conditions;
  GtkDropDown *relations;
  GtkDropDown *choices;
  GtkEditable *text;
  GtkEditable *end; /* of a range between two */
  KliValueSuggestions *suggestions;
  GtkSpinButton *days;

  KliStore *store;
  GPtrArray *offered; /* KliCondition, static */
};

enum
{
  CHANGED,
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KliFilterRow, kli_filter_row, GTK_TYPE_WIDGET)

/* --- the table ---------------------------------------------------------------------------------- */

static gboolean
is_offered (const KliCondition *condition)
{
  return condition->argument != KLI_ARGUMENT_ID && kli_condition_is_of (condition, KLI_QUERY_CONTACTS);
}

/* Words and phrases are no conditions of a line. */
static gboolean
is_known (const KliCondition *condition)
{
  return condition->own_type != NULL
         || (is_offered (condition) && !g_str_equal (condition->name, KLI_CONDITION_WORDS)
             && !g_str_equal (condition->name, KLI_CONDITION_PHRASE));
}

static void
offer (KliFilterRow *self, const KliCondition *condition)
{
  if (g_ptr_array_find (self->offered, condition, NULL))
    return;
  g_ptr_array_add (self->offered, (gpointer)condition);
  gtk_string_list_append (GTK_STRING_LIST (gtk_drop_down_get_model (self->conditions)),
                          kli_condition_get_label (condition));
}

/* Also when more fields of the business are known. */
static void
offer_own (KliFilterRow *self)
{
  const KliQueryKeys *keys = kli_live_keys_get (kli_live_keys_of (self->store));

  for (guint i = 0; keys != NULL && kli_query_keys_get (keys, i) != NULL; i++)
    offer (self, kli_query_keys_get (keys, i));
}

/* What can be asked of the contacts of every business. */
static void
offer_all (KliFilterRow *self)
{
  guint n;
  const KliCondition *conditions = kli_conditions (&n);

  for (guint i = 0; i < n; i++)
    if (is_offered (&conditions[i]))
      offer (self, &conditions[i]);
}

static const Relation *
get_own_relations (const KliCondition *condition, guint *n)
{
  if (condition->argument == KLI_ARGUMENT_CHOICE)
    {
      *n = G_N_ELEMENTS (answer_relations);
      return answer_relations;
    }
  if (g_str_equal (condition->own_type, KLI_OWN_TYPE_DATE))
    {
      *n = G_N_ELEMENTS (date_relations);
      return date_relations;
    }
  *n = G_N_ELEMENTS (number_relations);

  return number_relations;
}

static const Relation *
get_relations (const KliCondition *condition, guint *n)
{
  *n = 2;
  if (condition->argument == KLI_ARGUMENT_TEXT)
    {
      *n = G_N_ELEMENTS (text_relations);
      return text_relations;
    }
  if (condition->own_type != NULL)
    return get_own_relations (condition, n);
  if (condition->argument == KLI_ARGUMENT_SINCE)
    *n = G_N_ELEMENTS (last_relations);
  switch (condition->relation)
    {
    case KLI_RELATION_HAS: return has_relations;
    case KLI_RELATION_LAST: return last_relations;
    case KLI_RELATION_NEXT: return next_relations;
    case KLI_RELATION_IS:
    default: return is_relations;
    }
}

static const KliCondition *
get_condition (KliFilterRow *self)
{
  guint selected = gtk_drop_down_get_selected (self->conditions);

  return g_ptr_array_index (self->offered, selected < self->offered->len ? selected : 0);
}

static const Relation *
get_relation (KliFilterRow *self)
{
  guint n;
  const Relation *relations = get_relations (get_condition (self), &n);
  guint selected = gtk_drop_down_get_selected (self->relations);

  return &relations[selected < n ? selected : 0];
}

/* Since a day or, without a comparison, in so many days. @value: (out) (transfer full) */
static const char *
take_since_apart (const char *argument, char **value)
{
  KliDay day = kli_day_parse (argument);

  *value = kli_day_is_valid (day) ? kli_format_day (day, KLI_DAY_STYLE_SHORT, kli_locale_get_language ())
                                  : g_strdup (argument);

  return kli_day_is_valid (day) ? ">=" : NULL;
}

/* The relation that says @argument, and what stands in the fields for it: as one type it, "" where it has none.
 * @value, @end: (out) (transfer full). Returns: G_MAXUINT, with nothing in them, when there is none. */
static guint
find_relation (const KliCondition *condition, const char *argument, gboolean is_negative, char **value, char **end)
{
  guint n;
  const Relation *relations = get_relations (condition, &n);
  gboolean is_text = condition->argument == KLI_ARGUMENT_TEXT;
  gboolean is_anything = g_str_equal (argument, "*");
  gboolean is_beginning = is_text && !is_anything && g_str_has_suffix (argument, "*");
  const char *comparison = "";

  *end = NULL;
  *value = NULL;
  if (condition->argument == KLI_ARGUMENT_RANGE && !is_anything)
    comparison = kli_own_condition_take_apart (condition, argument, kli_locale_get_language (), value, end);
  else if (condition->argument == KLI_ARGUMENT_SINCE)
    comparison = take_since_apart (argument, value);
  else
    *value = g_strndup (argument, strlen (argument) - (is_beginning || is_anything ? 1 : 0));
  for (guint i = 0; i < n; i++)
    if (relations[i].is_negative == is_negative && relations[i].is_beginning == is_beginning
        && relations[i].is_anything == is_anything
        && ((condition->argument != KLI_ARGUMENT_RANGE && condition->argument != KLI_ARGUMENT_SINCE)
            || g_strcmp0 (relations[i].comparison, comparison) == 0))
      return i;
  g_clear_pointer (value, g_free);
  g_clear_pointer (end, g_free);

  return G_MAXUINT;
}

gboolean
kli_filter_row_understands (const KliFilter *filter)
{
  gboolean is_negative;
  const KliCondition *condition;
  g_autofree char *value = NULL;
  g_autofree char *end = NULL;

  g_return_val_if_fail (filter != NULL, FALSE);

  is_negative = kli_filter_get_operator (filter) == KLI_FILTER_NOT;
  if (is_negative)
    filter = kli_filter_get_filter (filter, 0);
  if (kli_filter_get_operator (filter) != KLI_FILTER_IS)
    return FALSE;
  condition = kli_filter_get_condition (filter);

  return is_known (condition)
         && find_relation (condition, kli_filter_get_argument (filter), is_negative, &value, &end) != G_MAXUINT;
}

/* --- reading ------------------------------------------------------------------------------------ */

/* Of an amount without one, in the field of the business that @condition is about. */
static const char *
find_currency (KliFilterRow *self, const KliCondition *condition)
{
  const KliQueryKeys *keys = kli_live_keys_get (kli_live_keys_of (self->store));

  for (guint i = 0; keys != NULL && kli_query_keys_get (keys, i) != NULL; i++)
    if (kli_query_keys_get (keys, i) == condition)
      return kli_query_keys_get_currency (keys, i);

  return "";
}

static gboolean
is_by_days (const KliCondition *condition, const Relation *relation)
{
  return condition->argument == KLI_ARGUMENT_DAYS
         || (condition->argument == KLI_ARGUMENT_SINCE && relation->comparison == NULL)
         || g_strcmp0 (relation->comparison, KLI_OWN_COMPARISON_NEXT) == 0
         || g_strcmp0 (relation->comparison, KLI_OWN_COMPARISON_LAST) == 0;
}

static gboolean
is_between (const Relation *relation)
{
  return g_strcmp0 (relation->comparison, KLI_OWN_COMPARISON_BETWEEN) == 0;
}

/* Returns: (transfer full) (nullable) */
static char *
read_range (KliFilterRow *self, const KliCondition *condition, const Relation *relation)
{
  g_autofree char *typed = NULL;
  int n = gtk_spin_button_get_value_as_int (self->days);

  if (is_by_days (condition, relation))
    return g_strdup_printf ("%d", g_str_equal (relation->comparison, KLI_OWN_COMPARISON_LAST) ? -n : n);
  typed = is_between (relation) ? g_strconcat (gtk_editable_get_text (self->text), relation->comparison,
                                               gtk_editable_get_text (self->end), NULL)
                                : g_strconcat (relation->comparison, gtk_editable_get_text (self->text), NULL);

  return kli_own_condition_read (condition, find_currency (self, condition), typed, kli_locale_get_language ());
}

/* Returns: (transfer full) (nullable) */
static char *
read_day (KliFilterRow *self)
{
  KliDay day = KLI_DAY_NONE;

  return kli_format_parse_day (gtk_editable_get_text (self->text), kli_locale_get_language (), &day)
             ? kli_day_to_string (day)
             : NULL;
}

/* Returns: (transfer full) (nullable) */
static char *
read_argument (KliFilterRow *self, const KliCondition *condition, const Relation *relation)
{
  g_autofree char *text = NULL;

  if (relation->is_anything)
    return g_strdup ("*");
  if (condition->argument == KLI_ARGUMENT_CHOICE)
    return g_strdup (condition->choices[gtk_drop_down_get_selected (self->choices)]);
  if (condition->argument == KLI_ARGUMENT_RANGE)
    return read_range (self, condition, relation);
  if (is_by_days (condition, relation))
    return g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (self->days));
  if (condition->argument == KLI_ARGUMENT_SINCE)
    return read_day (self);
  text = g_strstrip (g_strdup (gtk_editable_get_text (self->text)));
  if (*text == '\0')
    return NULL;

  return g_strconcat (text, relation->is_beginning ? "*" : "", NULL);
}

KliFilter *
kli_filter_row_read (KliFilterRow *self)
{
  const KliCondition *condition;
  const Relation *relation;
  g_autofree char *argument = NULL;
  g_autoptr (KliFilter) leaf = NULL;

  g_return_val_if_fail (KLI_IS_FILTER_ROW (self), NULL);

  condition = get_condition (self);
  relation = get_relation (self);
  argument = read_argument (self, condition, relation);
  if (argument == NULL || !kli_condition_accepts (condition, argument))
    return NULL;
  leaf = kli_filter_new (condition->name, argument);

  return relation->is_negative ? kli_filter_not (leaf) : g_steal_pointer (&leaf);
}

/* --- showing ------------------------------------------------------------------------------------ */

static void
show_fields (KliFilterRow *self)
{
  const KliCondition *condition = get_condition (self);
  const Relation *relation = get_relation (self);
  gboolean is_days = is_by_days (condition, relation);
  gboolean is_typed = condition->argument == KLI_ARGUMENT_TEXT || condition->argument == KLI_ARGUMENT_RANGE
                      || condition->argument == KLI_ARGUMENT_SINCE;

  gtk_widget_set_visible (GTK_WIDGET (self->choices),
                          condition->argument == KLI_ARGUMENT_CHOICE && !relation->is_anything);
  gtk_widget_set_visible (GTK_WIDGET (self->days), is_days && !relation->is_anything);
  gtk_widget_set_visible (GTK_WIDGET (self->text), is_typed && !is_days && !relation->is_anything);
  gtk_widget_set_visible (GTK_WIDGET (self->end), is_typed && is_between (relation));
}

static void
changed_cb (KliFilterRow *self)
{
  show_fields (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The relations and choices of the condition that is chosen. */
static void
condition_cb (KliFilterRow *self)
{
  const KliCondition *condition = get_condition (self);
  guint n;
  const Relation *relations = get_relations (condition, &n);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (labels, g_dpgettext2 (NULL, "relation", relations[i].label));
  for (guint i = 0; condition->choices != NULL && condition->choices[i] != NULL; i++)
    gtk_string_list_append (choices, kli_condition_get_choice_label (condition, condition->choices[i]));
  gtk_drop_down_set_model (self->relations, G_LIST_MODEL (labels));
  gtk_drop_down_set_model (self->choices, G_LIST_MODEL (choices));
  if (self->suggestions != NULL)
    kli_value_suggestions_set_condition (self->suggestions, condition);
  changed_cb (self);
}

static void
show_value (KliFilterRow *self, const KliCondition *condition, const char *argument, gboolean is_negative)
{
  g_autofree char *value = NULL;
  g_autofree char *end = NULL;
  guint relation = find_relation (condition, argument, is_negative, &value, &end);

  if (relation == G_MAXUINT)
    return;
  gtk_drop_down_set_selected (self->relations, relation);
  if (is_by_days (condition, get_relation (self)))
    gtk_spin_button_set_value (self->days, (double)g_ascii_strtoll (value, NULL, 10));
  else if (condition->choices == NULL)
    gtk_editable_set_text (self->text, value);
  if (end != NULL)
    gtk_editable_set_text (self->end, end);
  for (guint i = 0; condition->choices != NULL && condition->choices[i] != NULL; i++)
    if (g_str_equal (condition->choices[i], argument))
      gtk_drop_down_set_selected (self->choices, i);
}

static void
show_filter (KliFilterRow *self, const KliFilter *filter)
{
  gboolean is_negative = kli_filter_get_operator (filter) == KLI_FILTER_NOT;
  const KliFilter *leaf = is_negative ? kli_filter_get_filter (filter, 0) : filter;
  const KliCondition *condition = kli_filter_get_condition (leaf);
  guint place;

  offer (self, condition); /* a field of the business that is gone is still there to be changed to another */
  if (g_ptr_array_find (self->offered, condition, &place))
    gtk_drop_down_set_selected (self->conditions, place);
  show_value (self, condition, kli_filter_get_argument (leaf), is_negative);
}

/* --- the object --------------------------------------------------------------------------------- */

static void
removed_cb (KliFilterRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
kli_filter_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&KLI_FILTER_ROW (object)->store);
  g_clear_pointer (&KLI_FILTER_ROW (object)->offered, g_ptr_array_unref);
  G_OBJECT_CLASS (kli_filter_row_parent_class)->dispose (object);
}

static void
kli_filter_row_class_init (KliFilterRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kli_filter_row_dispose;

  signals[CHANGED]
      = g_signal_new ("changed", KLI_TYPE_FILTER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED]
      = g_signal_new ("removed", KLI_TYPE_FILTER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "filterrow");
}

static GtkWidget *
add (KliFilterRow *self, GtkWidget *widget, const char *name)
{
  kli_accessible_set_name (GTK_ACCESSIBLE (widget), name);
  gtk_box_append (GTK_BOX (self->line), widget);

  return widget;
}

static void
add_remove_button (KliFilterRow *self)
{
  GtkWidget *remove = gtk_button_new_from_icon_name ("list-remove-symbolic");

  gtk_widget_set_tooltip_text (remove, C_ ("tooltip", "Remove this condition"));
  kli_accessible_set_name (GTK_ACCESSIBLE (remove), C_ ("tooltip", "Remove this condition"));
  gtk_widget_set_valign (remove, GTK_ALIGN_START);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_add_css_class (remove, "circular");
  g_signal_connect_object (remove, "clicked", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (remove, GTK_WIDGET (self));
}

static void
kli_filter_row_init (KliFilterRow *self)
{
  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->line, kli_wrap_layout_new ());
  gtk_widget_set_hexpand (self->line, TRUE);
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));
  add_remove_button (self);
}

static GtkEditable *
add_entry (KliFilterRow *self, const char *name)
{
  GtkEditable *entry = GTK_EDITABLE (add (self, gtk_entry_new (), name));

  gtk_editable_set_width_chars (entry, 12);

  return entry;
}

static void
add_fields (KliFilterRow *self)
{
  self->conditions = GTK_DROP_DOWN (add (self, gtk_drop_down_new (G_LIST_MODEL (gtk_string_list_new (NULL)), NULL),
                                         C_ ("filter builder", "Condition")));
  offer_all (self);
  offer_own (self);
  self->relations = GTK_DROP_DOWN (add (self, gtk_drop_down_new (NULL, NULL), C_ ("filter builder", "Relation")));
  self->choices = GTK_DROP_DOWN (add (self, gtk_drop_down_new (NULL, NULL), C_ ("filter builder", "Value")));
  self->text = add_entry (self, C_ ("filter builder", "Value"));
  self->end = add_entry (self, C_ ("filter builder", "Up to"));
  self->days = GTK_SPIN_BUTTON (
      add (self, gtk_spin_button_new_with_range (0, 36500, 1), C_ ("filter builder", "Number of days")));
  gtk_spin_button_set_value (self->days, N_DAYS);
}

static void
watch_fields (KliFilterRow *self)
{
  g_signal_connect_object (kli_live_keys_of (self->store), "changed", G_CALLBACK (offer_own), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->conditions, "notify::selected", G_CALLBACK (condition_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->relations, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->choices, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->end, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->days, "value-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
kli_filter_row_new (KliStore *store, const KliFilter *filter)
{
  KliFilterRow *self;

  g_return_val_if_fail (KLI_IS_STORE (store), NULL);

  self = g_object_new (KLI_TYPE_FILTER_ROW, NULL);
  self->store = g_object_ref (store);
  self->offered = g_ptr_array_new ();
  add_fields (self);
  self->suggestions = kli_value_suggestions_new (GTK_WIDGET (self->text), store, get_condition (self));
  condition_cb (self);
  watch_fields (self);
  if (filter != NULL)
    show_filter (self, filter);

  return GTK_WIDGET (self);
}
