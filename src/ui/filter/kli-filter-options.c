/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Things to tick. There may be some ten thousand cities: a hundred rows are made at once, the search finds the rest. */
#include "ui/filter/kli-filter-options.h"

#include "core/kli-fold.h"
#include "core/kli-format.h"
#include "ui/shared/kli-chip.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-named.h"
#include "ui/shared/kli-plain.h"

#include <glib/gi18n.h>

#define ROWS_MAX 100
/* With fewer, looking is quicker than typing. */
#define SEARCH_MIN 9

struct _KliFilterOptions
{
  GtkWidget parent_instance;

  GtkWidget *search;
  GtkBox *rows;
  GtkWidget *remark; /* why there are no rows, or not all */

  GPtrArray *options; /* KliFilterOption; nullable */
  KliFilter *chosen;  /* nullable */
  gboolean excluding;
};

enum
{
  TOGGLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KliFilterOptions, kli_filter_options, GTK_TYPE_WIDGET)

KliFilterOption *
kli_filter_option_new (const char *label, guint n, KliFilter *filter)
{
  KliFilterOption *option = g_new0 (KliFilterOption, 1);

  option->label = kli_plain_line (label);
  option->folded = kli_fold (label);
  option->count = n > 0 ? kli_format_number (n, kli_locale_get_language ()) : NULL;
  option->filter = kli_filter_ref (filter);

  return option;
}

void
kli_filter_option_free (KliFilterOption *option)
{
  if (option == NULL)
    return;

  g_free (option->label);
  g_free (option->folded);
  g_free (option->count);
  kli_filter_unref (option->filter);
  g_free (option);
}

gboolean
kli_filter_is_chosen (const KliFilter *chosen, const KliFilter *filter)
{
  g_return_val_if_fail (filter != NULL, FALSE);

  if (chosen == NULL)
    return FALSE;
  if (kli_filter_get_operator (chosen) != KLI_FILTER_ANY)
    return kli_filter_equal (chosen, filter);

  for (guint i = 0; i < kli_filter_get_n_filters (chosen); i++)
    if (kli_filter_equal (kli_filter_get_filter (chosen, i), filter))
      return TRUE;

  return FALSE;
}

/* --- rows --------------------------------------------------------------------------------------- */

static void
toggled_cb (KliFilterOptions *self, GtkCheckButton *row)
{
  const KliFilterOption *option = g_object_get_data (G_OBJECT (row), "kli-option");

  g_signal_emit (self, signals[TOGGLED], 0, option->filter, gtk_check_button_get_active (row));
}

static GtkWidget *
create_row (KliFilterOptions *self, KliFilterOption *option)
{
  GtkWidget *row = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (option->label);
  g_autofree char *name = NULL;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  kli_label_add_tooltip (GTK_LABEL (label));
  gtk_widget_set_hexpand (label, TRUE);
  if (option->colour != NULL)
    gtk_box_append (GTK_BOX (box), kli_chip_spot_new (option->colour));
  gtk_box_append (GTK_BOX (box), label);
  if (option->count != NULL)
    {
      GtkWidget *count = gtk_label_new (option->count);

      gtk_widget_add_css_class (count, "count");
      gtk_box_append (GTK_BOX (box), count);
    }
  gtk_check_button_set_child (GTK_CHECK_BUTTON (row), box);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (row), kli_filter_is_chosen (self->chosen, option->filter));
  gtk_widget_add_css_class (row, "option");
  name = option->count != NULL ? g_strdup_printf ("%s, %s", option->label, option->count) : g_strdup (option->label);
  kli_accessible_set_name (GTK_ACCESSIBLE (row), name);
  g_object_set_data (G_OBJECT (row), "kli-option", option);
  g_signal_connect_object (row, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static gboolean
fits (const KliFilterOption *option, const char *typed)
{
  return strstr (option->folded, typed) != NULL;
}

static void
remove_rows (KliFilterOptions *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, row);
}

static void
show_remark (KliFilterOptions *self, guint n_left)
{
  g_autofree char *text = NULL;

  if (self->options->len == 0)
    text = g_strdup (_ ("There is nothing to choose from yet"));
  else if (gtk_widget_get_first_child (GTK_WIDGET (self->rows)) == NULL)
    text = g_strdup (_ ("Nothing of this name"));
  else if (n_left > 0)
    {
      g_autofree char *number = kli_format_number (n_left, kli_locale_get_language ());

      text = g_strdup_printf (ngettext ("%s more: type its name", "%s more: type their names", n_left), number);
    }
  gtk_label_set_text (GTK_LABEL (self->remark), text != NULL ? text : "");
  gtk_widget_set_visible (self->remark, text != NULL);
}

static void
fill (KliFilterOptions *self)
{
  g_autofree char *typed = kli_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  GtkWidget *first = NULL;
  guint n = 0;

  remove_rows (self);
  for (guint i = 0; i < self->options->len; i++)
    {
      KliFilterOption *option = g_ptr_array_index (self->options, i);
      GtkWidget *row;

      if (!fits (option, typed) || n++ >= ROWS_MAX)
        continue;
      row = create_row (self, option);
      if (self->excluding)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (row), GTK_CHECK_BUTTON (first));
      first = first != NULL ? first : row;
      gtk_box_append (self->rows, row);
    }
  show_remark (self, n > ROWS_MAX ? n - ROWS_MAX : 0);
}

/* Enter ticks the first that was found. */
static void
search_activate_cb (KliFilterOptions *self)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->rows));

  if (first != NULL)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (first), !gtk_check_button_get_active (GTK_CHECK_BUTTON (first)));
}

static void
search_changed_cb (KliFilterOptions *self)
{
  if (self->options != NULL)
    fill (self);
}

/* Escape does not leave a search entry: it clears it, and then closes what it is in. */
static void
stop_search_cb (KliFilterOptions *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

void
kli_filter_options_show (KliFilterOptions *self, GPtrArray *list, const KliFilter *chosen)
{
  g_return_if_fail (KLI_IS_FILTER_OPTIONS (self));
  g_return_if_fail (list != NULL);

  remove_rows (self);
  g_clear_pointer (&self->options, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, kli_filter_unref);
  self->options = g_ptr_array_ref (list);
  self->chosen = chosen != NULL ? kli_filter_ref ((KliFilter *)chosen) : NULL;
  gtk_widget_set_visible (self->search, list->len >= SEARCH_MIN);
  fill (self);
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* --- the object --------------------------------------------------------------------------------- */

static void
kli_filter_options_dispose (GObject *object)
{
  KliFilterOptions *self = KLI_FILTER_OPTIONS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->options, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, kli_filter_unref);
  G_OBJECT_CLASS (kli_filter_options_parent_class)->dispose (object);
}

static void
kli_filter_options_class_init (KliFilterOptionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kli_filter_options_dispose;

  signals[TOGGLED] = g_signal_new ("toggled", KLI_TYPE_FILTER_OPTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, KLI_TYPE_FILTER, G_TYPE_BOOLEAN);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
kli_filter_options_init (KliFilterOptions *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", C_ ("filter", "Search"), NULL);
  kli_accessible_set_name (GTK_ACCESSIBLE (self->search), C_ ("filter", "Search"));
  gtk_widget_set_visible (self->search, FALSE);
  g_signal_connect_object (self->search, "changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (search_activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (stop_search_cb), self, G_CONNECT_SWAPPED);
  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->remark = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->remark), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->remark), 0);
  gtk_widget_add_css_class (self->remark, "sub");
  gtk_widget_set_visible (self->remark, FALSE);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->rows));
  gtk_widget_set_parent (self->search, GTK_WIDGET (self));
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  gtk_widget_set_parent (self->remark, GTK_WIDGET (self));
}

GtkWidget *
kli_filter_options_new (gboolean excluding)
{
  KliFilterOptions *self = g_object_new (KLI_TYPE_FILTER_OPTIONS, NULL);

  self->excluding = excluding;

  return GTK_WIDGET (self);
}
