/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms around a household. */
#include "ui/contacts/kli-household-form.h"

#include "core/kli-kinds.h"
#include "operations/kli-record.h"
#include "ui/shared/kli-contact-chooser.h"
#include "ui/shared/kli-form-dialog.h"
#include "ui/shared/kli-host.h"

#include <glib/gi18n.h>

/* What a form asks for; kept on its window. What it does not ask for is NULL. */
typedef struct
{
  gint64 contact; /* whose card the form was opened from */
  GtkWidget *household;
  GtkWidget *person;
  GtkWidget *name;
} Form;

static Form *
form_of (KliFormDialog *dialog)
{
  return g_object_get_data (G_OBJECT (dialog), "kli-form");
}

static KliFormDialog *
begin (GtkWidget *widget, gint64 contact, const char *title)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  KliFormDialog *dialog
      = kli_form_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, title, C_ ("button", "_Add"));
  Form *form = g_new0 (Form, 1);

  form->contact = contact;
  g_object_set_data_full (G_OBJECT (dialog), "kli-form", form, g_free);

  return dialog;
}

static GtkWidget *
add_chooser (KliFormDialog *dialog, GtkWidget *widget, const char *title, const char *kind)
{
  GtkWidget *chooser = kli_contact_chooser_new (kli_host_get_store (kli_host_find (widget)), title);

  kli_contact_chooser_set_kind (KLI_CONTACT_CHOOSER (chooser), kind);
  kli_form_dialog_add_row (dialog, chooser);

  return chooser;
}

/* --- what was filled in ------------------------------------------------------------------------- */

static void
assign (GPtrArray *assignments, const char *path, KliAssignAction action, const char *value)
{
  g_ptr_array_add (assignments, kli_assignment_new (path, action, value));
}

/* The contact @id lives there, and where they bring the address, it is shared. */
static void
move_in (GPtrArray *assignments, gint64 id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  assign (assignments, "household", KLI_ASSIGN_ADD, text);
  assign (assignments, "address-of", KLI_ASSIGN_SET, text);
}

/* Who was chosen, or whose name was typed. Returns: (transfer full): "" for nobody */
static char *
chosen (GtkWidget *chooser)
{
  gint64 id = kli_contact_chooser_get_id (KLI_CONTACT_CHOOSER (chooser));

  if (id != 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, id);

  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (chooser))));
}

void
kli_household_form_assign_member (GPtrArray *assignments, GtkWidget *chooser)
{
  gint64 id;
  g_autofree char *name = NULL;

  g_return_if_fail (assignments != NULL && KLI_IS_CONTACT_CHOOSER (chooser));

  id = kli_contact_chooser_get_id (KLI_CONTACT_CHOOSER (chooser));
  name = chosen (chooser);
  if (id != 0)
    move_in (assignments, id);
  else if (*name != '\0')
    assign (assignments, "household", KLI_ASSIGN_ADD, name);
}

static void
found (KliFormDialog *dialog)
{
  const Form *form = form_of (dialog);
  GPtrArray *assignments = kli_assignments_new ();

  assign (assignments, "kind", KLI_ASSIGN_SET, "household");
  assign (assignments, "name", KLI_ASSIGN_SET, gtk_editable_get_text (GTK_EDITABLE (form->name)));
  move_in (assignments, form->contact);
  kli_household_form_assign_member (assignments, form->person);
  kli_form_dialog_run (dialog, kli_create_record (&kli_contact_kind, assignments), NULL);
}

static void
join_cb (KliFormDialog *dialog)
{
  const Form *form = form_of (dialog);
  g_autofree char *household = chosen (form->household);
  g_autofree char *other = chosen (form->person);

  if (*household != '\0')
    {
      GPtrArray *assignments = kli_assignments_new ();

      assign (assignments, "household", KLI_ASSIGN_ADD, household);
      kli_form_dialog_run (dialog, kli_set_record (&kli_contact_kind, form->contact, assignments), NULL);
    }
  else if (*other == '\0' && *gtk_editable_get_text (GTK_EDITABLE (form->name)) == '\0')
    kli_form_dialog_finish (dialog, _ ("Say which household, or who lives together."));
  else
    found (dialog);
}

static void
add_cb (KliFormDialog *dialog)
{
  const Form *form = form_of (dialog);
  GPtrArray *assignments = kli_assignments_new ();
  gint64 id = kli_contact_chooser_get_id (KLI_CONTACT_CHOOSER (form->person));
  g_autofree char *person = chosen (form->person);

  if (id != 0)
    move_in (assignments, id);
  else
    assign (assignments, "household", KLI_ASSIGN_ADD, person);
  kli_form_dialog_run (dialog, kli_set_record (&kli_contact_kind, form->contact, assignments), NULL);
}

/* --- the windows -------------------------------------------------------------------------------- */

void
kli_household_form_join (GtkWidget *widget, const KliWhole *whole)
{
  KliFormDialog *dialog;
  Form *form;

  g_return_if_fail (whole != NULL && kli_host_find (widget) != NULL);

  dialog = begin (widget, kli_whole_get_root (whole)->id, C_ ("window title", "Add Household"));
  form = form_of (dialog);
  form->person = add_chooser (dialog, widget, _ ("Lives together with"), "person");
  form->name = kli_form_dialog_add_entry (dialog, C_ ("household field", "Name on letters"), NULL);
  kli_form_dialog_explain (dialog,
                           _ ("Left empty, the name is made of the names of those who live there. Their address "
                              "becomes that of the household."));
  kli_form_dialog_begin_group (dialog, C_ ("household", "Or One That There Is"));
  form->household = add_chooser (dialog, widget, C_ ("household field", "Household"), "household");
  g_signal_connect (dialog, "accept", G_CALLBACK (join_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (form->person);
}

void
kli_household_form_add (GtkWidget *widget, gint64 household)
{
  KliFormDialog *dialog;
  Form *form;

  g_return_if_fail (household != 0 && kli_host_find (widget) != NULL);

  dialog = begin (widget, household, C_ ("window title", "Add to the Household"));
  form = form_of (dialog);
  form->person = add_chooser (dialog, widget, _ ("Name of the person"), "person");
  kli_form_dialog_explain (dialog, _ ("Somebody who is not among your contacts yet is added to them."));
  kli_form_dialog_require (dialog, form->person);
  g_signal_connect (dialog, "accept", G_CALLBACK (add_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (form->person);
}
