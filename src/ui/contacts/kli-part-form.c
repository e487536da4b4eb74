/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms around a part of a contact. */
#include "ui/contacts/kli-part-form.h"

#include "core/kli-kinds.h"
#include "operations/kli-record.h"
#include "ui/shared/kli-day-row.h"
#include "ui/shared/kli-run.h"

#include <glib/gi18n.h>

#define FORM "kli-form"

static void
form_free (gpointer data)
{
  KliPartForm *form = data;

  g_slist_free (form->days);
  g_free (form);
}

KliFormDialog *
kli_part_form_begin (gpointer form,
                     GtkWidget *widget,
                     const KliWhole *whole,
                     const char *list,
                     gint64 part,
                     const char *title,
                     const char *accept)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  KliFormDialog *dialog = kli_form_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, title, accept);
  KliPartForm *part_form = form;

  part_form->contact = kli_whole_get_root (whole)->id;
  part_form->list = list;
  part_form->part = part;
  g_object_set_data_full (G_OBJECT (dialog), FORM, form, form_free);

  return dialog;
}

gpointer
kli_part_form_get (KliFormDialog *dialog)
{
  return g_object_get_data (G_OBJECT (dialog), FORM);
}

/* --- rows ----------------------------------------------------------------------------------------- */

GtkWidget *
kli_part_form_add_day (KliFormDialog *dialog, const char *title, const char *day)
{
  KliPartForm *form = kli_part_form_get (dialog);
  GtkWidget *row = kli_day_row_new (title);

  if (day != NULL && *day != '\0')
    kli_day_row_set_day (KLI_DAY_ROW (row), kli_day_parse (day));
  kli_form_dialog_add_row (dialog, row);
  form->days = g_slist_prepend (form->days, row);

  return row;
}

/* The toast that takes it back stands on the window behind. */
static void
remove_cb (KliFormDialog *dialog)
{
  const KliPartForm *form = kli_part_form_get (dialog);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (dialog));
  g_autofree char *path = g_strdup_printf ("%s.%" G_GINT64_FORMAT, form->list, form->part);

  if (parent != NULL)
    kli_run (GTK_WIDGET (parent), kli_set_field (&kli_contact_kind, form->contact, path, ""), _ ("Removed"));
  kli_form_dialog_finish (dialog, NULL);
}

void
kli_part_form_add_remove (KliFormDialog *dialog, const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "destructive-action");
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), dialog, G_CONNECT_SWAPPED);
  kli_form_dialog_begin_group (dialog, NULL);
  kli_form_dialog_add_row (dialog, button);
}

/* --- what was filled in --------------------------------------------------------------------------- */

char *
kli_part_form_text (GtkWidget *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

char *
kli_part_form_piece (GtkWidget *entry)
{
  return g_strdelimit (kli_part_form_text (entry), "|", '/');
}

char *
kli_part_form_day (GtkWidget *row)
{
  return kli_day_to_string (kli_day_row_get_day (KLI_DAY_ROW (row)));
}

void
kli_part_form_set (KliFormDialog *dialog, GPtrArray *assignments, const char *column, char *value)
{
  const KliPartForm *form = kli_part_form_get (dialog);
  g_autofree char *owned = value;
  g_autofree char *path = g_strdup_printf ("%s.%" G_GINT64_FORMAT ".%s", form->list, form->part, column);

  g_ptr_array_add (assignments, kli_assignment_new (path, KLI_ASSIGN_SET, owned));
}

void
kli_part_form_add (KliFormDialog *dialog, GPtrArray *assignments, char *pieces)
{
  const KliPartForm *form = kli_part_form_get (dialog);
  g_autofree char *owned = pieces;

  g_ptr_array_add (assignments, kli_assignment_new (form->list, KLI_ASSIGN_ADD, owned));
}

static gboolean
has_wrong_day (const KliPartForm *form)
{
  for (const GSList *link = form->days; link != NULL; link = link->next)
    if (kli_day_row_is_wrong (KLI_DAY_ROW (link->data)))
      return TRUE;

  return FALSE;
}

void
kli_part_form_run (KliFormDialog *dialog, GPtrArray *assignments)
{
  const KliPartForm *form = kli_part_form_get (dialog);

  if (!has_wrong_day (form))
    kli_form_dialog_run (dialog, kli_set_record (&kli_contact_kind, form->contact, assignments), NULL);
  else
    {
      g_ptr_array_unref (assignments);
      kli_form_dialog_finish (dialog, _ ("One of the days is no day of the calendar."));
    }
}
