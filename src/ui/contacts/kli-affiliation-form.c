/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms around a connection between a person and an organisation. */
#include "ui/contacts/kli-affiliation-form.h"

#include "core/kli-affiliation.h"
#include "core/kli-kinds.h"
#include "operations/kli-record.h"
#include "ui/shared/kli-contact-chooser.h"
#include "ui/shared/kli-day-row.h"
#include "ui/shared/kli-form-dialog.h"
#include "ui/shared/kli-host.h"
#include "ui/shared/kli-plain.h"
#include "ui/shared/kli-run.h"

#include <glib/gi18n.h>

/* What a form asks for; kept on its window. What it does not ask for is NULL. */
typedef struct
{
  gint64 contact;
  gint64 affiliation; /* 0 for a new one */
  GtkWidget *other;   /* KliContactChooser */
  GtkWidget *role;
  GtkWidget *department;
  GtkWidget *from;
  GtkWidget *to;
  GtkWidget *main; /* GtkSwitch */
} Form;

static gboolean
is_organisation (const KliWhole *whole)
{
  return g_str_equal (kli_row_get_text (kli_whole_get_root (whole), KLI_CONTACT_KIND), "organisation");
}

static KliFormDialog *
begin (GtkWidget *widget, const KliWhole *whole, const KliRow *affiliation, const char *title, const char *accept)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  KliFormDialog *dialog = kli_form_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, title, accept);
  Form *form = g_new0 (Form, 1);

  form->contact = kli_whole_get_root (whole)->id;
  form->affiliation = affiliation != NULL ? affiliation->id : 0;
  g_object_set_data_full (G_OBJECT (dialog), "kli-form", form, g_free);
  if (affiliation != NULL)
    {
      gint64 other = kli_affiliation_get_other (affiliation, kli_whole_get_root (whole));
      g_autofree char *name = kli_plain_markup (kli_whole_get_name (whole, other));

      kli_form_dialog_begin_group (dialog, name);
    }

  return dialog;
}

static Form *
form_of (KliFormDialog *dialog)
{
  return g_object_get_data (G_OBJECT (dialog), "kli-form");
}

/* --- what was filled in ------------------------------------------------------------------------- */

/* A bar divides the pieces of what is added. Returns: (transfer full) */
static char *
text_of (GtkWidget *entry)
{
  char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));

  return g_strdelimit (g_strstrip (text), "|", '/');
}

static char *
day_of (GtkWidget *row)
{
  return kli_day_to_string (kli_day_row_get_day (KLI_DAY_ROW (row)));
}

/* Returns: (nullable): the sentence about a day that is none. */
static const char *
find_problem (const Form *form)
{
  if ((form->from != NULL && kli_day_row_is_wrong (KLI_DAY_ROW (form->from)))
      || (form->to != NULL && kli_day_row_is_wrong (KLI_DAY_ROW (form->to))))
    return _ ("One of the days is no day of the calendar.");

  return NULL;
}

/* Takes @assignments. */
static void
run (KliFormDialog *dialog, GPtrArray *assignments)
{
  const char *problem = find_problem (form_of (dialog));

  if (problem == NULL)
    kli_form_dialog_run (dialog, kli_set_record (&kli_contact_kind, form_of (dialog)->contact, assignments), NULL);
  else
    {
      g_ptr_array_unref (assignments);
      kli_form_dialog_finish (dialog, problem);
    }
}

/* Takes @value. */
static void
set (GPtrArray *assignments, const Form *form, const char *column, char *value)
{
  g_autofree char *owned = value;
  g_autofree char *path = g_strdup_printf ("affiliations.%" G_GINT64_FORMAT ".%s", form->affiliation, column);

  g_ptr_array_add (assignments, kli_assignment_new (path, KLI_ASSIGN_SET, owned));
}

/* --- the window --------------------------------------------------------------------------------- */

static void
add_fields (KliFormDialog *dialog, const KliRow *affiliation)
{
  Form *form = form_of (dialog);
  const char *role = affiliation != NULL ? kli_row_get_text (affiliation, KLI_AFFILIATION_ROLE) : NULL;
  const char *department = affiliation != NULL ? kli_row_get_text (affiliation, KLI_AFFILIATION_DEPARTMENT) : NULL;

  form->role = kli_form_dialog_add_entry (dialog, C_ ("contact field", "Role in the organization"), role);
  form->department = kli_form_dialog_add_entry (dialog, C_ ("affiliation field", "Department"), department);
  kli_form_dialog_begin_group (dialog, NULL);
  form->from = kli_day_row_new (C_ ("affiliation field", "From"));
  kli_form_dialog_add_row (dialog, form->from);
  form->to = kli_day_row_new (C_ ("affiliation field", "Until"));
  kli_form_dialog_add_row (dialog, form->to);
  if (affiliation == NULL)
    return;
  kli_day_row_set_day (KLI_DAY_ROW (form->from),
                       kli_day_parse (kli_row_get_text (affiliation, KLI_AFFILIATION_FROM_ON)));
  kli_day_row_set_day (KLI_DAY_ROW (form->to), kli_day_parse (kli_row_get_text (affiliation, KLI_AFFILIATION_TO_ON)));
}

static void
add_main (KliFormDialog *dialog, const KliWhole *whole)
{
  Form *form = form_of (dialog);
  GtkWidget *row = adw_action_row_new ();

  form->main = gtk_switch_new ();
  gtk_widget_set_valign (form->main, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), is_organisation (whole)
                                                                ? C_ ("affiliation field", "Main contact")
                                                                : C_ ("affiliation field", "Main organization"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), form->main);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), form->main);
  kli_form_dialog_add_row (dialog, row);
}

static void
add_cb (KliFormDialog *dialog)
{
  const Form *form = form_of (dialog);
  GPtrArray *assignments = kli_assignments_new ();
  gint64 id = kli_contact_chooser_get_id (KLI_CONTACT_CHOOSER (form->other));
  g_autofree char *who = id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : text_of (form->other);
  g_autofree char *role = text_of (form->role);
  g_autofree char *department = text_of (form->department);
  g_autofree char *from = day_of (form->from);
  g_autofree char *to = day_of (form->to);
  g_autofree char *text = g_strjoin ("|", who, role, department, from, to,
                                     gtk_switch_get_active (GTK_SWITCH (form->main)) ? "1" : "0", NULL);

  g_ptr_array_add (assignments, kli_assignment_new ("affiliations", KLI_ASSIGN_ADD, text));
  run (dialog, assignments);
}

void
kli_affiliation_form_add (GtkWidget *widget, const KliWhole *whole)
{
  KliHost *host = kli_host_find (widget);
  gboolean organisation;
  KliFormDialog *dialog;
  Form *form;

  g_return_if_fail (host != NULL && whole != NULL);

  organisation = is_organisation (whole);
  dialog = begin (widget, whole, NULL,
                  organisation ? C_ ("window title", "Add Person") : C_ ("window title", "Add Organization"),
                  C_ ("button", "_Add"));
  form = form_of (dialog);
  form->other = kli_contact_chooser_new (kli_host_get_store (host),
                                         organisation ? _ ("Name of the person") : _ ("Name of the organization"));
  kli_contact_chooser_set_kind (KLI_CONTACT_CHOOSER (form->other), organisation ? "person" : "organisation");
  kli_form_dialog_begin_group (dialog, NULL);
  kli_form_dialog_add_row (dialog, form->other);
  kli_form_dialog_explain (dialog, organisation ? _ ("Somebody who is not among your contacts yet is added to them.")
                                                : _ ("One that is not among your contacts yet is added to them."));
  kli_form_dialog_begin_group (dialog, NULL);
  add_fields (dialog, NULL);
  add_main (dialog, whole);
  kli_form_dialog_require (dialog, form->other);
  g_signal_connect (dialog, "accept", G_CALLBACK (add_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (form->other);
}

static void
edit_cb (KliFormDialog *dialog)
{
  const Form *form = form_of (dialog);
  GPtrArray *assignments = kli_assignments_new ();

  set (assignments, form, "role", g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->role))));
  set (assignments, form, "department", g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->department))));
  set (assignments, form, "from", day_of (form->from));
  set (assignments, form, "to", day_of (form->to));
  set (assignments, form, "main", g_strdup (gtk_switch_get_active (GTK_SWITCH (form->main)) ? "1" : "0"));
  run (dialog, assignments);
}

/* The toast that takes it back stands on the window behind. */
static void
remove_cb (KliFormDialog *dialog)
{
  const Form *form = form_of (dialog);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (dialog));
  g_autofree char *path = g_strdup_printf ("affiliations.%" G_GINT64_FORMAT, form->affiliation);

  if (parent != NULL)
    kli_run (GTK_WIDGET (parent), kli_set_field (&kli_contact_kind, form->contact, path, ""), _ ("Removed"));
  kli_form_dialog_finish (dialog, NULL);
}

static void
add_remove (KliFormDialog *dialog)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Remove This Connection"));

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "destructive-action");
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), dialog, G_CONNECT_SWAPPED);
  kli_form_dialog_begin_group (dialog, NULL);
  kli_form_dialog_add_row (dialog, button);
}

void
kli_affiliation_form_edit (GtkWidget *widget, const KliWhole *whole, const KliRow *affiliation)
{
  KliFormDialog *dialog;

  g_return_if_fail (whole != NULL && affiliation != NULL);

  dialog = begin (widget, whole, affiliation, C_ ("window title", "Edit Connection"), C_ ("button", "_Save"));
  add_fields (dialog, affiliation);
  kli_form_dialog_explain (dialog, _ ("What has ended stays on both cards, folded together."));
  add_main (dialog, whole);
  gtk_switch_set_active (GTK_SWITCH (form_of (dialog)->main),
                         kli_row_get_integer (affiliation, kli_affiliation_main_column (kli_whole_get_root (whole)))
                             != 0);
  add_remove (dialog);
  g_signal_connect (dialog, "accept", G_CALLBACK (edit_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (form_of (dialog)->role);
}
