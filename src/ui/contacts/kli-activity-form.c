/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms around an activity. */
#include "ui/contacts/kli-activity-form.h"

#include "core/kli-activity.h"
#include "core/kli-kinds.h"
#include "operations/kli-assignments.h"
#include "ui/contacts/kli-manager-row.h"
#include "ui/contacts/kli-part-form.h"
#include "ui/shared/kli-choice-row.h"
#include "ui/shared/kli-host.h"
#include "ui/shared/kli-plain.h"

#include <glib/gi18n.h>

/* What a form asks for; kept on its window. */
typedef struct
{
  KliPartForm part;
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
  return kli_part_form_get (dialog);
}

static const char *
name_of (guint column, const char *choice)
{
  if (column == KLI_ACTIVITY_CHANNEL)
    return kli_activity_channel_name (choice);

  return *choice != '\0' ? kli_activity_direction_name (choice) : C_ ("activity", "From both sides");
}

/* --- what was filled in ------------------------------------------------------------------------- */

/* "" for nobody. */
static char *
staff_of (const Form *form)
{
  gint64 staff = kli_manager_row_get (KLI_MANAGER_ROW (form->staff));

  return staff != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, staff) : g_strdup ("");
}

/* A bar divides the pieces, and only the last may have one. */
static void
add_cb (KliFormDialog *dialog)
{
  const Form *form = form_of (dialog);
  GPtrArray *assignments = kli_assignments_new ();
  g_autofree char *day = kli_part_form_day (form->day);
  g_autofree char *time = g_strdelimit (kli_part_form_text (form->time), "|", ' ');
  g_autofree char *subject = kli_part_form_piece (form->subject);
  g_autofree char *note = kli_part_form_text (form->note);
  g_autofree char *staff = staff_of (form);

  kli_part_form_add (dialog, assignments,
                     g_strjoin ("|", kli_choice_row_get_choice (KLI_CHOICE_ROW (form->channel)),
                                kli_choice_row_get_choice (KLI_CHOICE_ROW (form->direction)), day, time, subject, staff,
                                note, NULL));
  kli_part_form_run (dialog, assignments);
}

static void
edit_cb (KliFormDialog *dialog)
{
  const Form *form = form_of (dialog);
  GPtrArray *assignments = kli_assignments_new ();

  kli_part_form_set (dialog, assignments, "channel",
                     g_strdup (kli_choice_row_get_choice (KLI_CHOICE_ROW (form->channel))));
  kli_part_form_set (dialog, assignments, "direction",
                     g_strdup (kli_choice_row_get_choice (KLI_CHOICE_ROW (form->direction))));
  kli_part_form_set (dialog, assignments, "day", kli_part_form_day (form->day));
  kli_part_form_set (dialog, assignments, "time", kli_part_form_text (form->time));
  kli_part_form_set (dialog, assignments, "subject", kli_part_form_text (form->subject));
  kli_part_form_set (dialog, assignments, "note", kli_part_form_text (form->note));
  kli_part_form_set (dialog, assignments, "staff", staff_of (form));
  kli_part_form_run (dialog, assignments);
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
  form->day
      = kli_part_form_add_day (dialog, C_ ("activity field", "Day"), kli_row_get_text (activity, KLI_ACTIVITY_ON_DAY));
  form->time = kli_form_dialog_add_entry (dialog, C_ ("activity field", "Time"),
                                          kli_row_get_text (activity, KLI_ACTIVITY_AT_TIME));
  kli_form_dialog_begin_group (dialog, NULL);
  form->subject = kli_form_dialog_add_entry (dialog, C_ ("activity field", "Subject"),
                                             kli_row_get_text (activity, KLI_ACTIVITY_SUBJECT));
  form->note = kli_form_dialog_add_entry (dialog, C_ ("activity field", "What it was about"),
                                          kli_row_get_text (activity, KLI_ACTIVITY_NOTE));
  form->staff = kli_manager_row_new (KLI_CONTACT_MANAGER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (form->staff), C_ ("activity field", "Who of us"));
  kli_manager_row_show (KLI_MANAGER_ROW (form->staff), staff, staff != 0 ? kli_whole_get_name (whole, staff) : "", 0);
  kli_form_dialog_add_row (dialog, form->staff);
}

static KliFormDialog *
begin (GtkWidget *widget, const KliWhole *whole, const KliRow *activity, const char *title, const char *accept)
{
  KliFormDialog *dialog
      = kli_part_form_begin (g_new0 (Form, 1), widget, whole, "activities", activity->id, title, accept);
  g_autofree char *name = kli_plain_markup (kli_row_get_text (kli_whole_get_root (whole), KLI_CONTACT_NAME));

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
  KliFormDialog *dialog;

  g_return_if_fail (whole != NULL && activity != NULL);

  dialog = begin (widget, whole, activity, C_ ("window title", "Edit Activity"), C_ ("button", "_Save"));
  kli_part_form_add_remove (dialog, _ ("Remove This Activity"));
  g_signal_connect (dialog, "accept", G_CALLBACK (edit_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (form_of (dialog)->subject);
}
