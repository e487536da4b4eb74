/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of the filter builder. */
#include "ui/filter/kli-filter-row.h"

#include "core/kli-query.h"
#include "ui/shared/kli-named.h"
#include "ui/shared/kli-value-suggestions.h"
#include "ui/shared/kli-wrap-layout.h"

#include <glib/gi18n.h>

/* How a value may be asked for. */
typedef struct
{
  const char *label; /* a msgid with the context "relation" */
  gboolean is_negative;
  gboolean is_beginning; /* of a text: whatever has a word that begins so */
  gboolean is_anything;  /* of a text: no value is asked for */
} Relation;

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
                                           { NC_ ("relation", "not in the last days"), TRUE, FALSE, FALSE } };
static const Relation next_relations[] = { { NC_ ("relation", "in the next days"), FALSE, FALSE, FALSE },
                                           { NC_ ("relation", "not in the next days"), TRUE, FALSE, FALSE } };

#define N_DAYS 30

struct _KliFilterRow
{
  GtkWidget parent_instance;

  GtkWidget *line;
  GtkDropDown *conditions;
  GtkDropDown *relations;
  GtkDropDown *choices;
  GtkEditable *text;
  KliValueSuggestions *suggestions;
  GtkSpinButton *days;
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

/* The @place-th condition that is offered. Returns: (nullable): NULL behind the last. */
static const KliCondition *
get_offered (guint place)
{
  guint n;
  const KliCondition *conditions = kli_conditions (&n);

  for (guint i = 0; i < n; i++)
    if (is_offered (&conditions[i]) && place-- == 0)
      return &conditions[i];

  return NULL;
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
  return get_offered (gtk_drop_down_get_selected (self->conditions));
}

static const Relation *
get_relation (KliFilterRow *self)
{
  guint n;
  const Relation *relations = get_relations (get_condition (self), &n);
  guint selected = gtk_drop_down_get_selected (self->relations);

  return &relations[selected < n ? selected : 0];
}

gboolean
kli_filter_row_understands (const KliFilter *filter)
{
  g_return_val_if_fail (filter != NULL, FALSE);

  if (kli_filter_get_operator (filter) == KLI_FILTER_NOT)
    filter = kli_filter_get_filter (filter, 0);
  if (kli_filter_get_operator (filter) != KLI_FILTER_IS)
    return FALSE;
  for (guint i = 0; get_offered (i) != NULL; i++)
    if (get_offered (i) == kli_filter_get_condition (filter))
      return TRUE;

  return FALSE;
}

/* --- reading ------------------------------------------------------------------------------------ */

/* Returns: (transfer full) (nullable) */
static char *
read_argument (KliFilterRow *self, const KliCondition *condition, const Relation *relation)
{
  g_autofree char *text = NULL;

  if (condition->argument == KLI_ARGUMENT_CHOICE)
    return g_strdup (condition->choices[gtk_drop_down_get_selected (self->choices)]);
  if (condition->argument == KLI_ARGUMENT_DAYS)
    return g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (self->days));
  if (relation->is_anything)
    return g_strdup ("*");
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

  gtk_widget_set_visible (GTK_WIDGET (self->choices), condition->argument == KLI_ARGUMENT_CHOICE);
  gtk_widget_set_visible (GTK_WIDGET (self->days), condition->argument == KLI_ARGUMENT_DAYS);
  gtk_widget_set_visible (GTK_WIDGET (self->text),
                          condition->argument == KLI_ARGUMENT_TEXT && !get_relation (self)->is_anything);
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
show_relation (KliFilterRow *self, gboolean is_negative, gboolean is_beginning, gboolean is_anything)
{
  guint n;
  const Relation *relations = get_relations (get_condition (self), &n);

  for (guint i = 0; i < n; i++)
    if (relations[i].is_negative == is_negative && relations[i].is_beginning == is_beginning
        && relations[i].is_anything == is_anything)
      gtk_drop_down_set_selected (self->relations, i);
}

static void
show_value (KliFilterRow *self, const KliCondition *condition, const char *argument, gboolean is_negative)
{
  gboolean is_text = condition->argument == KLI_ARGUMENT_TEXT;
  gboolean is_anything = is_text && g_str_equal (argument, "*");
  gboolean is_beginning = is_text && !is_anything && g_str_has_suffix (argument, "*");
  g_autofree char *text = g_strndup (argument, strlen (argument) - (is_beginning || is_anything ? 1 : 0));

  show_relation (self, is_negative, is_beginning, is_anything);
  if (is_text)
    gtk_editable_set_text (self->text, text);
  else if (condition->argument == KLI_ARGUMENT_DAYS)
    gtk_spin_button_set_value (self->days, (double)g_ascii_strtoll (argument, NULL, 10));
  for (guint i = 0; condition->choices != NULL && condition->choices[i] != NULL; i++)
    if (g_str_equal (condition->choices[i], argument))
      gtk_drop_down_set_selected (self->choices, i);
}

static void
show_filter (KliFilterRow *self, const KliFilter *filter)
{
  gboolean is_negative = kli_filter_get_operator (filter) == KLI_FILTER_NOT;
  const KliFilter *leaf = is_negative ? kli_filter_get_filter (filter, 0) : filter;

  for (guint i = 0; get_offered (i) != NULL; i++)
    if (get_offered (i) == kli_filter_get_condition (leaf))
      gtk_drop_down_set_selected (self->conditions, i);
  show_value (self, kli_filter_get_condition (leaf), kli_filter_get_argument (leaf), is_negative);
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
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->line, kli_wrap_layout_new ());
  gtk_widget_set_hexpand (self->line, TRUE);
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));
  add_remove_button (self);
  for (guint i = 0; get_offered (i) != NULL; i++)
    gtk_string_list_append (labels, kli_condition_get_label (get_offered (i)));
  self->conditions = GTK_DROP_DOWN (
      add (self, gtk_drop_down_new (G_LIST_MODEL (g_object_ref (labels)), NULL), C_ ("filter builder", "Condition")));
  self->relations = GTK_DROP_DOWN (add (self, gtk_drop_down_new (NULL, NULL), C_ ("filter builder", "Relation")));
  self->choices = GTK_DROP_DOWN (add (self, gtk_drop_down_new (NULL, NULL), C_ ("filter builder", "Value")));
  self->text = GTK_EDITABLE (add (self, gtk_entry_new (), C_ ("filter builder", "Value")));
  gtk_editable_set_width_chars (self->text, 12);
  self->days = GTK_SPIN_BUTTON (
      add (self, gtk_spin_button_new_with_range (0, 36500, 1), C_ ("filter builder", "Number of days")));
  gtk_spin_button_set_value (self->days, N_DAYS);
  condition_cb (self);
  g_signal_connect_object (self->conditions, "notify::selected", G_CALLBACK (condition_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->relations, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->choices, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->days, "value-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
kli_filter_row_new (KliStore *store, const KliFilter *filter)
{
  KliFilterRow *self;

  g_return_val_if_fail (KLI_IS_STORE (store), NULL);

  self = g_object_new (KLI_TYPE_FILTER_ROW, NULL);
  self->suggestions = kli_value_suggestions_new (GTK_WIDGET (self->text), store, get_condition (self));
  if (filter != NULL)
    show_filter (self, filter);

  return GTK_WIDGET (self);
}
