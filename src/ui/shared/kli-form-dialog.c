/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small form in a window of its own. */
#include "ui/shared/kli-form-dialog.h"

#include "ui/shared/kli-error.h"
#include "ui/shared/kli-fit.h"
#include "ui/shared/kli-roomy.h"
#include "ui/shared/kli-run.h"

/* A window that has two sides. */
#define WIDE 860

struct _KliFormDialog
{
  AdwWindow parent_instance;

  GtkWidget *accept;
  GtkBox *groups;
  GtkBox *sides;
  GtkLabel *problem;

  AdwPreferencesGroup *group; /* the one that rows are added to; NULL until there is one */
  GPtrArray *required;        /* GtkEditable, borrowed */
  gboolean ready;
};

enum
{
  ACCEPT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KliFormDialog, kli_form_dialog, ADW_TYPE_WINDOW)

static gboolean
is_complete (KliFormDialog *self)
{
  if (!self->ready)
    return FALSE;
  for (guint i = 0; i < self->required->len; i++)
    {
      g_autofree char *text = g_strdup (gtk_editable_get_text (g_ptr_array_index (self->required, i)));

      if (*g_strstrip (text) == '\0')
        return FALSE;
    }

  return TRUE;
}

static void
update (KliFormDialog *self)
{
  gtk_widget_set_sensitive (self->accept, is_complete (self));
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

static void
accept_cb (KliFormDialog *self)
{
  if (!is_complete (self))
    return;

  gtk_widget_set_sensitive (self->accept, FALSE);
  g_signal_emit (self, signals[ACCEPT], 0);
}

void
kli_form_dialog_add_widget (KliFormDialog *self, GtkWidget *widget)
{
  g_return_if_fail (KLI_IS_FORM_DIALOG (self));

  gtk_box_insert_child_after (self->groups, widget, gtk_widget_get_prev_sibling (GTK_WIDGET (self->problem)));
  self->group = NULL;
}

void
kli_form_dialog_set_side (KliFormDialog *self, GtkWidget *widget)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  gboolean wide = parent == NULL || gtk_widget_get_width (GTK_WIDGET (parent)) >= WIDE;

  g_return_if_fail (KLI_IS_FORM_DIALOG (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->sides),
                                  wide ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_box_set_homogeneous (self->sides, wide);
  gtk_box_prepend (self->sides, widget);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDE, 600);
  kli_fit_to_parent (GTK_WINDOW (self));
}

void
kli_form_dialog_begin_group (KliFormDialog *self, const char *title)
{
  GtkWidget *group;

  g_return_if_fail (KLI_IS_FORM_DIALOG (self));

  group = adw_preferences_group_new ();
  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_insert_child_after (self->groups, group, gtk_widget_get_prev_sibling (GTK_WIDGET (self->problem)));
  self->group = ADW_PREFERENCES_GROUP (group);
}

void
kli_form_dialog_add_row (KliFormDialog *self, GtkWidget *row)
{
  g_return_if_fail (KLI_IS_FORM_DIALOG (self));

  if (self->group == NULL)
    kli_form_dialog_begin_group (self, NULL);
  adw_preferences_group_add (self->group, row);
}

void
kli_form_dialog_explain (KliFormDialog *self, const char *text)
{
  GtkWidget *label;

  g_return_if_fail (KLI_IS_FORM_DIALOG (self));
  g_return_if_fail (self->group != NULL);

  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "sub");
  gtk_widget_add_css_class (label, "explanation");
  adw_preferences_group_add (self->group, label);
}

GtkWidget *
kli_form_dialog_add_entry (KliFormDialog *self, const char *title, const char *text)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ENTRY_ROW, "title", title, "use-markup", FALSE, "activates-default", TRUE,
                                 "text", text != NULL ? text : "", NULL);

  kli_form_dialog_add_row (self, row);

  return row;
}

void
kli_form_dialog_require (KliFormDialog *self, GtkWidget *entry)
{
  g_return_if_fail (KLI_IS_FORM_DIALOG (self));
  g_return_if_fail (GTK_IS_EDITABLE (entry));

  g_ptr_array_add (self->required, entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

void
kli_form_dialog_set_ready (KliFormDialog *self, gboolean ready)
{
  g_return_if_fail (KLI_IS_FORM_DIALOG (self));

  self->ready = ready;
  update (self);
}

void
kli_form_dialog_finish (KliFormDialog *self, const char *problem)
{
  g_return_if_fail (KLI_IS_FORM_DIALOG (self));

  if (problem == NULL)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  update (self);
  gtk_label_set_text (self->problem, problem);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static gboolean
done_cb (GtkWidget *widget, gint64 edit, gint64 subject, const GError *error, gpointer user_data)
{
  g_autofree char *sentence = error != NULL ? kli_error_sentence (error) : NULL;

  kli_form_dialog_finish (KLI_FORM_DIALOG (widget), sentence);

  return TRUE;
}

void
kli_form_dialog_run (KliFormDialog *self, KliOperation *operation, const char *done)
{
  g_return_if_fail (KLI_IS_FORM_DIALOG (self));

  kli_run_full (GTK_WIDGET (self), operation, done, done_cb, NULL);
}

static void
kli_form_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (KLI_FORM_DIALOG (object)->required);
  G_OBJECT_CLASS (kli_form_dialog_parent_class)->finalize (object);
}

static void
kli_form_dialog_class_init (KliFormDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (KLI_TYPE_ROOMY);
  object_class->finalize = kli_form_dialog_finalize;

  signals[ACCEPT]
      = g_signal_new ("accept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/klientela/Klientela/ui/kli-form-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KliFormDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, KliFormDialog, groups);
  gtk_widget_class_bind_template_child (widget_class, KliFormDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, KliFormDialog, sides);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
}

static void
kli_form_dialog_init (KliFormDialog *self)
{
  self->required = g_ptr_array_new ();
  self->ready = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

KliFormDialog *
kli_form_dialog_new (GtkWindow *parent, const char *title, const char *accept)
{
  KliFormDialog *self = g_object_new (KLI_TYPE_FORM_DIALOG, "transient-for", parent, "title", title, NULL);

  kli_fit_to_parent (GTK_WINDOW (self));
  gtk_button_set_label (GTK_BUTTON (self->accept), accept);

  return self;
}
