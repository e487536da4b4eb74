/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one entry of the history changed. */
#include "ui/history/kli-history-details-view.h"

#include "core/kli-text.h"
#include "ui/shared/kli-error.h"
#include "ui/shared/kli-plain.h"

#include <glib/gi18n.h>

/* Of a value no more is shown. */
#define MAX_LETTERS 1500
#define FIELD_WIDTH 132
/* So that the arrows of short values stand under each other. */
#define OLD_WIDTH 170

struct _KliHistoryDetailsView
{
  GtkWidget parent_instance;

  GtkGrid *grid;
  GtkWidget *more;
  GtkLabel *notice;

  KliHistoryDetails *details; /* owned */
  gboolean narrow;
  guint n_shown; /* lines that stand in the grid */
};

G_DEFINE_FINAL_TYPE (KliHistoryDetailsView, kli_history_details_view, GTK_TYPE_WIDGET)

/* --- lines ------------------------------------------------------------------------------------------------ */

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *visible = kli_text_visible (text, MAX_LETTERS);
  g_autofree char *isolated = kli_text_isolate (visible);

  gtk_label_set_text (GTK_LABEL (label), isolated);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

/* The field; of an entry about many, whose. Returns: (transfer full) */
static char *
name_field (const KliHistoryLine *line)
{
  gboolean says_whose = *line->card_name == '\0' || g_str_equal (line->card_name, line->before)
                        || g_str_equal (line->card_name, line->after);
  g_autofree char *whose = kli_plain_line (line->card_name);
  g_autofree char *title = kli_text_within_line (line->title);

  return says_whose ? g_strdup (line->title) : g_strdup_printf ("%s · %s", whose, title);
}

static GtkWidget *
create_old_value (const KliHistoryLine *line)
{
  gboolean is_none = *line->before == '\0';
  GtkWidget *label = create_label (is_none ? C_ ("old value", "none") : line->before, "old-value");

  if (!is_none)
    gtk_widget_add_css_class (label, "struck");

  return label;
}

/* A sentence instead of four labels beside each other. */
static void
describe (GtkWidget *label, const char *field, const KliHistoryLine *line)
{
  const char *before = *line->before != '\0' ? line->before : C_ ("old value", "none");
  const char *after = *line->after != '\0' ? line->after : C_ ("new value", "none");
  /* TRANSLATORS: %1$s is the name of a field, %2$s its old and %3$s its new value */
  g_autofree char *sentence = g_strdup_printf (C_ ("accessible", "%1$s: was %2$s, is now %3$s"), field, before, after);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
}

static void
add_line (KliHistoryDetailsView *self, const KliHistoryLine *line, int n)
{
  g_autofree char *field = name_field (line);
  GtkWidget *name = create_label (field, "sub");
  GtkWidget *old_value = create_old_value (line);
  GtkWidget *arrow = create_label ("→", "arrow");
  GtkWidget *new_value = create_label (*line->after != '\0' ? line->after : C_ ("new value", "none"), "new-value");
  int row = self->narrow ? 2 * n + 1 : n;
  int column = self->narrow ? 0 : 1;

  gtk_widget_set_size_request (name, FIELD_WIDTH, -1);
  gtk_widget_set_size_request (old_value, self->narrow ? -1 : OLD_WIDTH, -1);
  gtk_widget_set_hexpand (new_value, TRUE);
  describe (new_value, field, line);
  gtk_grid_attach (self->grid, name, 0, self->narrow ? 2 * n : n, self->narrow ? 3 : 1, 1);
  gtk_grid_attach (self->grid, old_value, column, row, 1, 1);
  gtk_grid_attach (self->grid, arrow, column + 1, row, 1, 1);
  gtk_grid_attach (self->grid, new_value, column + 2, row, 1, 1);
}

/* --- the whole -------------------------------------------------------------------------------------------- */

static void
show_notice (KliHistoryDetailsView *self)
{
  const GError *error = kli_history_details_get_error (self->details);
  g_autofree char *text = NULL;

  if (error != NULL)
    text = kli_error_sentence (error);
  else if (self->n_shown == 0 && !kli_history_details_is_loading (self->details))
    text = g_strdup (_ ("No field that is shown here was changed."));

  gtk_label_set_text (self->notice, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->notice), text != NULL);
}

static void
show (KliHistoryDetailsView *self)
{
  const GPtrArray *lines = kli_history_details_get_lines (self->details);

  for (; self->n_shown < lines->len; self->n_shown++)
    add_line (self, g_ptr_array_index (lines, self->n_shown), (int)self->n_shown);
  gtk_widget_set_visible (GTK_WIDGET (self->grid), lines->len > 0);
  gtk_widget_set_visible (self->more, kli_history_details_has_more (self->details));
  gtk_widget_set_sensitive (self->more, !kli_history_details_is_loading (self->details));
  show_notice (self);
}

static void
more_cb (KliHistoryDetailsView *self)
{
  kli_history_details_load_more (self->details);
  show (self);
}

static void
kli_history_details_view_dispose (GObject *object)
{
  KliHistoryDetailsView *self = KLI_HISTORY_DETAILS_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->details);
  G_OBJECT_CLASS (kli_history_details_view_parent_class)->dispose (object);
}

static void
kli_history_details_view_class_init (KliHistoryDetailsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kli_history_details_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
kli_history_details_view_init (KliHistoryDetailsView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
  self->grid = GTK_GRID (gtk_grid_new ());
  self->notice = GTK_LABEL (create_label ("", "sub"));
  self->more = gtk_button_new_with_label (C_ ("button", "Show More"));
  gtk_widget_set_halign (self->more, GTK_ALIGN_START);
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->notice), GTK_WIDGET (self));
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
}

GtkWidget *
kli_history_details_view_new (KliHistoryDetails *details, gboolean narrow)
{
  KliHistoryDetailsView *self;

  g_return_val_if_fail (KLI_IS_HISTORY_DETAILS (details), NULL);

  self = g_object_new (KLI_TYPE_HISTORY_DETAILS_VIEW, NULL);
  self->details = g_object_ref (details);
  self->narrow = narrow;
  gtk_grid_set_column_spacing (self->grid, narrow ? 9 : 18);
  gtk_grid_set_row_spacing (self->grid, narrow ? 3 : 9);
  g_signal_connect_object (details, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);

  return GTK_WIDGET (self);
}
