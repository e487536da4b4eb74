/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms around an activity. */
#include "ui/contacts/kli-activity-form.h"

#include "core/kli-activity.h"
#include "core/kli-kinds.h"
#include "operations/kli-record.h"
#include "ui/contacts/kli-manager-row.h"
#include "ui/shared/kli-choice-row.h"
#include "ui/shared/kli-day-row.h"
#include "ui/shared/kli-form-dialog.h"
#include "ui/shared/kli-host.h"
#include "ui/shared/kli-plain.h"
#include "ui/shared/kli-run.h"

#include <glib/gi18n.h>

/* What a form asks for; kept on its window. */
typedef struct
{
  gint64 contact;
  gint64 activity; /* 0 for a new one */
  GtkWidget *channel;
  GtkWidget *direction;
  GtkWidget *day;
  GtkWidget *time;
  GtkWidget *subject;
  GtkWidget *note;
  GtkWidget *staff;
} Form;

static Form *
form_of (KliFormDialog *dialog)
{
  return g_object_get_data (G_OBJECT (dialog), "kli-form");
}

static const char *
name_of (guint column, const char *choice)
{
  if (column == KLI_ACTIVITY_CHANNEL)
    return kli_activity_channel_name (choice);

  return *choice != '\0' ? kli_activity_direction_name (choice) : C_ ("activity", "From both sides");
}

/* --- what was filled in ------------------------------------------------------------------------- */

/* Returns: (transfer full): on one line, since it is typed into one */
static char *
text_of (GtkWidget *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

/* Takes @value. */
static void
set (GPtrArray *assignments, const Form *form, const char *column, char *value)
{
  g_autofree char *owned = value;
  g_autofree char *path = g_strdup_printf ("activities.%" G_GINT64_FORMAT ".%s", form->activity, column);

  g_ptr_array_add (assignments, kli_assignment_new (path, KLI_ASSIGN_SET, owned));
}

/* Takes @assignments. */
static void
run (KliFormDialog *dialog, GPtrArray *assignments)
{
  if (!kli_day_row_is_wrong (KLI_DAY_ROW (form_of (dialog)->day)))
    kli_form_dialog_run (dialog, kli_set_record (&kli_contact_kind, form_of (dialog)->contact, assignments), NULL);
  else
    {
      g_ptr_array_unref (assignments);
      kli_form_dialog_finish (dialog, _ ("One of the days is no day of the calendar."));
    }
}

static char *
staff_of (const Form *form)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, kli_manager_row_get (KLI_MANAGER_ROW (form->staff)));
}

/* A bar divides the pieces, and only the last may have one. */
static void
add_cb (KliFormDialog *dialog)
{
  const Form *form = form_of (dialog);
  GPtrArray *assignments = kli_assignments_new ();
  g_autofree char *day = kli_day_to_string (kli_day_row_get_day (KLI_DAY_ROW (form->day)));
  g_autofree char *time = g_strdelimit (text_of (form->time), "|", ' ');
  g_autofree char *subject = g_strdelimit (text_of (form->subject), "|", '/');
  g_autofree char *note = text_of (form->note);
  g_autofree char *staff = kli_manager_row_get (KLI_MANAGER_ROW (form->staff)) != 0 ? staff_of (form) : g_strdup ("");
  g_autofree char *text
      = g_strjoin ("|", kli_choice_row_get_choice (KLI_CHOICE_ROW (form->channel)),
                   kli_choice_row_get_choice (KLI_CHOICE_ROW (form->direction)), day, time, subject, staff, note, NULL);

  g_ptr_array_add (assignments, kli_assignment_new ("activities", KLI_ASSIGN_ADD, text));
  run (dialog, assignments);
}

static void
edit_cb (KliFormDialog *dialog)
{
  const Form *form = form_of (dialog);
  GPtrArray *assignments = kli_assignments_new ();

  set (assignments, form, "channel", g_strdup (kli_choice_row_get_choice (KLI_CHOICE_ROW (form->channel))));
  set (assignments, form, "direction", g_strdup (kli_choice_row_get_choice (KLI_CHOICE_ROW (form->direction))));
  set (assignments, form, "day", kli_day_to_string (kli_day_row_get_day (KLI_DAY_ROW (form->day))));
  set (assignments, form, "time", text_of (form->time));
  set (assignments, form, "subject", text_of (form->subject));
  set (assignments, form, "note", text_of (form->note));
  set (assignments, form, "staff", staff_of (form));
  run (dialog, assignments);
}

/* The toast that takes it back stands on the window behind. */
static void
remove_cb (KliFormDialog *dialog)
{
  const Form *form = form_of (dialog);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (dialog));
  g_autofree char *path = g_strdup_printf ("activities.%" G_GINT64_FORMAT, form->activity);

  if (parent != NULL)
    kli_run (GTK_WIDGET (parent), kli_set_field (&kli_contact_kind, form->contact, path, ""), _ ("Removed"));
  kli_form_dialog_finish (dialog, NULL);
}

/* --- the window --------------------------------------------------------------------------------- */

static GtkWidget *
add_choice (KliFormDialog *dialog, guint column, const char *title, const KliRow *activity)
{
  GtkWidget *row = kli_choice_row_new (title, &kli_activity_kind, column, name_of);

  kli_choice_row_set_choice (KLI_CHOICE_ROW (row), kli_row_get_text (activity, column));
  kli_form_dialog_add_row (dialog, row);

  return row;
}

static void
add_fields (KliFormDialog *dialog, const KliWhole *whole, const KliRow *activity)
{
  Form *form = form_of (dialog);
  gint64 staff = kli_row_get_integer (activity, KLI_ACTIVITY_STAFF);

  form->channel = add_choice (dialog, KLI_ACTIVITY_CHANNEL, C_ ("activity field", "How"), activity);
  form->direction = add_choice (dialog, KLI_ACTIVITY_DIRECTION, C_ ("activity field", "From whom"), activity);
  form->day = kli_day_row_new (C_ ("activity field", "Day"));
  kli_day_row_set_day (KLI_DAY_ROW (form->day), kli_day_parse (kli_row_get_text (activity, KLI_ACTIVITY_ON_DAY)));
  kli_form_dialog_add_row (dialog, form->day);
  form->time = kli_form_dialog_add_entry (dialog, C_ ("activity field", "Time"),
                                          kli_row_get_text (activity, KLI_ACTIVITY_AT_TIME));
  kli_form_dialog_begin_group (dialog, NULL);
  form->subject = kli_form_dialog_add_entry (dialog, C_ ("activity field", "Subject"),
                                             kli_row_get_text (activity, KLI_ACTIVITY_SUBJECT));
  form->note = kli_form_dialog_add_entry (dialog, C_ ("activity field", "What it was about"),
                                          kli_row_get_text (activity, KLI_ACTIVITY_NOTE));
  form->staff = kli_manager_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (form->staff), C_ ("activity field", "Who of us"));
  kli_manager_row_show (KLI_MANAGER_ROW (form->staff), staff, staff != 0 ? kli_whole_get_name (whole, staff) : "");
  kli_form_dialog_add_row (dialog, form->staff);
}

static KliFormDialog *
begin (GtkWidget *widget, const KliWhole *whole, const KliRow *activity, const char *title, const char *accept)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  KliFormDialog *dialog = kli_form_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, title, accept);
  Form *form = g_new0 (Form, 1);
  g_autofree char *name = kli_plain_markup (kli_row_get_text (kli_whole_get_root (whole), KLI_CONTACT_NAME));

  form->contact = kli_whole_get_root (whole)->id;
  form->activity = activity->id;
  g_object_set_data_full (G_OBJECT (dialog), "kli-form", form, g_free);
  kli_form_dialog_begin_group (dialog, name);
  add_fields (dialog, whole, activity);

  return dialog;
}

void
kli_activity_form_add (GtkWidget *widget, const KliWhole *whole, const char *channel, const char *direction)
{
  g_autoptr (KliRow) activity = kli_row_new (&kli_activity_kind);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  KliHost *host = kli_host_find (widget);
  g_autofree char *day = NULL;
  g_autofree char *time = g_date_time_format (now, "%H:%M");
  KliFormDialog *dialog;

  g_return_if_fail (whole != NULL && channel != NULL && direction != NULL);
  g_return_if_fail (host != NULL);

  day = kli_day_to_string (kli_store_get_today (kli_host_get_store (host)));
  kli_row_set_text (activity, KLI_ACTIVITY_CHANNEL, channel);
  kli_row_set_text (activity, KLI_ACTIVITY_DIRECTION, direction);
  kli_row_set_text (activity, KLI_ACTIVITY_ON_DAY, day);
  kli_row_set_text (activity, KLI_ACTIVITY_AT_TIME, time);
  kli_row_set_integer (activity, KLI_ACTIVITY_STAFF,
                       kli_row_get_integer (kli_whole_get_root (whole), KLI_CONTACT_MANAGER));
  dialog = begin (widget, whole, activity, C_ ("window title", "Log Activity"), C_ ("button", "_Add"));
  g_signal_connect (dialog, "accept", G_CALLBACK (add_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (form_of (dialog)->subject);
}

void
kli_activity_form_edit (GtkWidget *widget, const KliWhole *whole, const KliRow *activity)
{
  GtkWidget *button;
  KliFormDialog *dialog;

  g_return_if_fail (whole != NULL && activity != NULL);

  dialog = begin (widget, whole, activity, C_ ("window title", "Edit Activity"), C_ ("button", "_Save"));
  button = gtk_button_new_with_label (_ ("Remove This Activity"));
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "destructive-action");
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), dialog, G_CONNECT_SWAPPED);
  kli_form_dialog_begin_group (dialog, NULL);
  kli_form_dialog_add_row (dialog, button);
  g_signal_connect (dialog, "accept", G_CALLBACK (edit_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (form_of (dialog)->subject);
}
