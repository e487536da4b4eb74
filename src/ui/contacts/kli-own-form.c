/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing a value of a field of the business. */
#include "ui/contacts/kli-own-form.h"

#include "core/kli-kinds.h"
#include "core/kli-own-value.h"
#include "operations/kli-record.h"
#include "ui/shared/kli-contact-chooser.h"
#include "ui/shared/kli-form-dialog.h"
#include "ui/shared/kli-host.h"
#include "ui/shared/kli-plain.h"
#include "ui/shared/kli-run.h"

#include <glib/gi18n.h>

/* What a form asks for; kept on its window. */
typedef struct
{
  gint64 contact;
  char *path;         /* own.ID */
  GPtrArray *texts;   /* what each button stands for: an id, yes, no */
  GPtrArray *checks;  /* GtkCheckButton, borrowed */
  GtkWidget *chooser; /* nullable: KliContactChooser */
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_free (form->path);
  g_ptr_array_unref (form->texts);
  g_ptr_array_unref (form->checks);
  g_free (form);
}

static Form *
form_of (KliFormDialog *dialog)
{
  return g_object_get_data (G_OBJECT (dialog), "kli-form");
}

/* What @field says, the @n-th of it. Returns: (nullable) */
static const KliRow *
find_value (const KliWhole *whole, const KliRow *field, guint n)
{
  const KliRow *value;

  for (guint i = 0; (value = kli_whole_get_part (whole, &kli_own_value_kind, i)) != NULL; i++)
    if (kli_row_get_integer (value, KLI_OWN_VALUE_FIELD) == field->id && n-- == 0)
      return value;

  return NULL;
}

/* --- rows --------------------------------------------------------------------------------------- */

/* @text: (transfer full). @alone: choosing it unchooses the others. */
static void
add_check (KliFormDialog *dialog, const char *name, char *text, gboolean alone, gboolean active)
{
  Form *form = form_of (dialog);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, NULL);
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *plain = kli_plain_line (name);

  if (alone && form->checks->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), g_ptr_array_index (form->checks, 0));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), plain);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_ptr_array_add (form->texts, text);
  g_ptr_array_add (form->checks, check);
  kli_form_dialog_add_row (dialog, row);
}

static gboolean
is_chosen (const KliWhole *whole, const KliRow *field, gint64 choice)
{
  const KliRow *value;

  for (guint n = 0; (value = find_value (whole, field, n)) != NULL; n++)
    if (kli_row_get_integer (value, KLI_OWN_VALUE_CHOICE) == choice)
      return TRUE;

  return FALSE;
}

/* One that is not chosen any more is offered only where it was. */
static void
add_choices (KliFormDialog *dialog, const KliWhole *whole, const KliOwnFields *fields, const KliRow *field)
{
  g_autoptr (GPtrArray) choices = kli_own_fields_list_choices (fields, field->id);
  gboolean alone = g_str_equal (kli_row_get_text (field, KLI_OWN_FIELD_TYPE), KLI_OWN_TYPE_CHOICE);

  for (guint i = 0; i < choices->len; i++)
    {
      const KliRow *choice = g_ptr_array_index (choices, i);
      gboolean chosen = is_chosen (whole, field, choice->id);

      if (chosen || !kli_row_get_integer (choice, KLI_OWN_CHOICE_RETIRED))
        add_check (dialog, kli_row_get_text (choice, KLI_OWN_CHOICE_NAME),
                   g_strdup_printf ("%" G_GINT64_FORMAT, choice->id), alone, chosen);
    }
}

static void
add_yes_no (KliFormDialog *dialog, const KliRow *value)
{
  gboolean yes = value != NULL && kli_row_get_integer (value, KLI_OWN_VALUE_NUMBER) != 0;

  add_check (dialog, C_ ("answer", "Yes"), g_strdup ("yes"), TRUE, yes);
  add_check (dialog, C_ ("answer", "No"), g_strdup ("no"), TRUE, value != NULL && !yes);
}

static void
add_chooser (KliFormDialog *dialog, const KliWhole *whole, const KliRow *value, KliStore *store)
{
  Form *form = form_of (dialog);
  gint64 person = value != NULL ? kli_row_get_integer (value, KLI_OWN_VALUE_PERSON) : 0;

  form->chooser = kli_contact_chooser_new (store, C_ ("own field", "Name of the contact"));
  if (person != 0)
    kli_contact_chooser_set (KLI_CONTACT_CHOOSER (form->chooser), person, kli_whole_get_name (whole, person));
  kli_form_dialog_add_row (dialog, form->chooser);
  kli_form_dialog_require (dialog, form->chooser);
}

/* --- saving ------------------------------------------------------------------------------------- */

/* Returns: (transfer full) */
static char *
text_of (const Form *form)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 id;

  if (form->chooser != NULL)
    {
      id = kli_contact_chooser_get_id (KLI_CONTACT_CHOOSER (form->chooser));

      return id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id)
                     : g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->chooser)));
    }
  for (guint i = 0; i < form->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (form->checks, i)))
      g_string_append_printf (text, "%s%s", text->len > 0 ? ";" : "", (const char *)g_ptr_array_index (form->texts, i));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
accept_cb (KliFormDialog *dialog)
{
  const Form *form = form_of (dialog);
  g_autofree char *text = text_of (form);

  kli_form_dialog_run (dialog, kli_set_field (&kli_contact_kind, form->contact, form->path, text), NULL);
}

/* The toast that takes it back stands on the window behind. */
static void
remove_cb (KliFormDialog *dialog)
{
  const Form *form = form_of (dialog);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (dialog));

  if (parent != NULL)
    kli_run (GTK_WIDGET (parent), kli_set_field (&kli_contact_kind, form->contact, form->path, ""), _ ("Removed"));
  kli_form_dialog_finish (dialog, NULL);
}

static void
add_remove (KliFormDialog *dialog)
{
  GtkWidget *button = gtk_button_new_with_label (C_ ("own field", "Remove This Value"));

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "destructive-action");
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), dialog, G_CONNECT_SWAPPED);
  kli_form_dialog_begin_group (dialog, NULL);
  kli_form_dialog_add_row (dialog, button);
}

/* --- the window --------------------------------------------------------------------------------- */

static KliFormDialog *
begin (GtkWidget *widget, const KliWhole *whole, const KliRow *field)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autofree char *title = kli_plain_line (kli_row_get_text (field, KLI_OWN_FIELD_NAME));
  KliFormDialog *dialog
      = kli_form_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, title, C_ ("button", "_Save"));
  Form *form = g_new0 (Form, 1);

  form->contact = kli_whole_get_root (whole)->id;
  form->path = g_strdup_printf ("own.%" G_GINT64_FORMAT, field->id);
  form->texts = g_ptr_array_new_with_free_func (g_free);
  form->checks = g_ptr_array_new ();
  g_object_set_data_full (G_OBJECT (dialog), "kli-form", form, form_free);
  g_signal_connect (dialog, "accept", G_CALLBACK (accept_cb), NULL);

  return dialog;
}

void
kli_own_form_present (GtkWidget *widget, const KliWhole *whole, const KliOwnFields *fields, const KliRow *field)
{
  KliHost *host = kli_host_find (widget);
  const KliRow *value;
  KliFormDialog *dialog;

  g_return_if_fail (host != NULL && whole != NULL && fields != NULL && field != NULL);

  value = find_value (whole, field, 0);
  dialog = begin (widget, whole, field);
  if (kli_own_type_has_choices (kli_row_get_text (field, KLI_OWN_FIELD_TYPE)))
    add_choices (dialog, whole, fields, field);
  else if (g_str_equal (kli_row_get_text (field, KLI_OWN_FIELD_TYPE), KLI_OWN_TYPE_YES_NO))
    add_yes_no (dialog, value);
  else
    add_chooser (dialog, whole, value, kli_host_get_store (host));
  if (value != NULL)
    add_remove (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  if (form_of (dialog)->chooser != NULL)
    gtk_widget_grab_focus (form_of (dialog)->chooser);
}
