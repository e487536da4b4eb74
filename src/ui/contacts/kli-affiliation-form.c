/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms around a connection between a person and an organisation. */
#include "ui/contacts/kli-affiliation-form.h"

#include "core/kli-affiliation.h"
#include "core/kli-kinds.h"
#include "operations/kli-assignments.h"
#include "ui/contacts/kli-part-form.h"
#include "ui/shared/kli-contact-chooser.h"
#include "ui/shared/kli-host.h"
#include "ui/shared/kli-plain.h"

#include <glib/gi18n.h>

/* What a form asks for; kept on its window. What it does not ask for is NULL. */
typedef struct
{
  KliPartForm part;
  GtkWidget *other; /* KliContactChooser */
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

static Form *
form_of (KliFormDialog *dialog)
{
  return kli_part_form_get (dialog);
}

/* --- the window --------------------------------------------------------------------------------- */

/* @affiliation: (nullable). Returns: (nullable) */
static const char *
text_of (const KliRow *affiliation, guint column)
{
  return affiliation != NULL ? kli_row_get_text (affiliation, column) : NULL;
}

static void
add_fields (KliFormDialog *dialog, const KliRow *affiliation)
{
  Form *form = form_of (dialog);

  form->role = kli_form_dialog_add_entry (dialog, C_ ("contact field", "Role in the organization"),
                                          text_of (affiliation, KLI_AFFILIATION_ROLE));
  form->department = kli_form_dialog_add_entry (dialog, C_ ("affiliation field", "Department"),
                                                text_of (affiliation, KLI_AFFILIATION_DEPARTMENT));
  kli_form_dialog_begin_group (dialog, NULL);
  form->from = kli_part_form_add_day (dialog, C_ ("affiliation field", "From"),
                                      text_of (affiliation, KLI_AFFILIATION_FROM_ON));
  form->to
      = kli_part_form_add_day (dialog, C_ ("affiliation field", "Until"), text_of (affiliation, KLI_AFFILIATION_TO_ON));
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
  g_autofree char *who = id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : kli_part_form_piece (form->other);
  g_autofree char *role = kli_part_form_piece (form->role);
  g_autofree char *department = kli_part_form_piece (form->department);
  g_autofree char *from = kli_part_form_day (form->from);
  g_autofree char *to = kli_part_form_day (form->to);

  kli_part_form_add (dialog, assignments,
                     g_strjoin ("|", who, role, department, from, to,
                                gtk_switch_get_active (GTK_SWITCH (form->main)) ? "1" : "0", NULL));
  kli_part_form_run (dialog, assignments);
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
  form = g_new0 (Form, 1);
  dialog
      = kli_part_form_begin (form, widget, whole, "affiliations", 0,
                             organisation ? C_ ("window title", "Add Person") : C_ ("window title", "Add Organization"),
                             C_ ("button", "_Add"));
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

  kli_part_form_set (dialog, assignments, "role", kli_part_form_text (form->role));
  kli_part_form_set (dialog, assignments, "department", kli_part_form_text (form->department));
  kli_part_form_set (dialog, assignments, "from", kli_part_form_day (form->from));
  kli_part_form_set (dialog, assignments, "to", kli_part_form_day (form->to));
  kli_part_form_set (dialog, assignments, "main",
                     g_strdup (gtk_switch_get_active (GTK_SWITCH (form->main)) ? "1" : "0"));
  kli_part_form_run (dialog, assignments);
}

void
kli_affiliation_form_edit (GtkWidget *widget, const KliWhole *whole, const KliRow *affiliation)
{
  KliFormDialog *dialog;
  g_autofree char *name = NULL;

  g_return_if_fail (whole != NULL && affiliation != NULL);

  dialog = kli_part_form_begin (g_new0 (Form, 1), widget, whole, "affiliations", affiliation->id,
                                C_ ("window title", "Edit Connection"), C_ ("button", "_Save"));
  name = kli_plain_markup (
      kli_whole_get_name (whole, kli_affiliation_get_other (affiliation, kli_whole_get_root (whole))));
  kli_form_dialog_begin_group (dialog, name);
  add_fields (dialog, affiliation);
  kli_form_dialog_explain (dialog, _ ("What has ended stays on both cards, folded together."));
  add_main (dialog, whole);
  gtk_switch_set_active (GTK_SWITCH (form_of (dialog)->main),
                         kli_row_get_integer (affiliation, kli_affiliation_main_column (kli_whole_get_root (whole)))
                             != 0);
  kli_part_form_add_remove (dialog, _ ("Remove This Connection"));
  g_signal_connect (dialog, "accept", G_CALLBACK (edit_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (form_of (dialog)->role);
}
