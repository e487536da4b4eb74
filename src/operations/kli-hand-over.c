/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Handing contacts over: who looks after them from now on, and the activity by which the new one sees why. */
#include "operations/kli-bulk-private.h"

#include "core/kli-activity.h"
#include "core/kli-text.h"
#include "operations/kli-staff.h"

#include <string.h>

/* The text of the change is the day in ten letters, and behind it the note. */
#define DAY_LETTERS 10

KliBulk *
kli_bulk_hand_over (KliAnswer *records, gint64 staff_member, KliDay today, const char *note)
{
  g_autofree char *stripped = kli_text_strip (note != NULL ? note : "");
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (records != NULL && kli_day_is_valid (today), NULL);

  day = kli_day_to_string (today);
  text = g_strconcat (day, stripped, NULL);

  return kli_bulk_new (&kli_bulk_handing_over, records, text, staff_member);
}

static gboolean
look_hand_over (const KliBulk *bulk, KliConnection *connection, gint64 id, gboolean *same, GError **error)
{
  g_autoptr (KliRow) contact = kli_bulk_load_contact (connection, id, error);

  if (contact == NULL)
    return FALSE;
  *same = kli_row_get_integer (contact, KLI_CONTACT_MANAGER) == bulk->number;

  return *same || kli_staff_check_receiver (connection, bulk->number, error);
}

/* Returns: (transfer full) (nullable): a dash for nobody; NULL with @error set. */
static char *
name_of (KliConnection *connection, gint64 staff_member, GError **error)
{
  g_autoptr (KliRow) row = NULL;

  if (staff_member == 0)
    return g_strdup ("—");
  row = kli_connection_load (connection, &kli_staff_member_kind, staff_member, error);

  return row != NULL ? g_strdup (kli_row_get_text (row, KLI_STAFF_MEMBER_NAME)) : NULL;
}

/* Names and no links to the staff: what was is still said when somebody is on the staff no more. */
static gboolean
add_activity (const KliBulk *bulk, KliEdit *edit, gint64 contact, gint64 from, GError **error)
{
  KliConnection *connection = kli_edit_get_connection (edit);
  g_autoptr (KliRow) activity = kli_row_new (&kli_activity_kind);
  g_autofree char *before = name_of (connection, from, error);
  g_autofree char *after = before != NULL ? name_of (connection, bulk->number, error) : NULL;
  g_autofree char *subject = NULL;
  g_autofree char *day = NULL;

  if (after == NULL)
    return FALSE;
  day = g_strndup (bulk->text, DAY_LETTERS);
  subject = g_strdup_printf ("%s → %s", before, after);
  kli_row_set_integer (activity, KLI_ACTIVITY_CONTACT, contact);
  kli_row_set_text (activity, KLI_ACTIVITY_CHANNEL, KLI_ACTIVITY_HAND_OVER);
  kli_row_set_text (activity, KLI_ACTIVITY_ON_DAY, day);
  kli_row_set_text (activity, KLI_ACTIVITY_SUBJECT, subject);
  kli_row_set_text (activity, KLI_ACTIVITY_NOTE, bulk->text + strlen (day));

  return kli_edit_insert (edit, activity, error);
}

static gboolean
write_hand_over (const KliBulk *bulk, KliEdit *edit, gint64 id, GError **error)
{
  g_autoptr (KliRow) contact = kli_bulk_load_contact (kli_edit_get_connection (edit), id, error);
  gint64 from;

  if (contact == NULL)
    return FALSE;
  from = kli_row_get_integer (contact, KLI_CONTACT_MANAGER);
  kli_row_set_integer (contact, KLI_CONTACT_MANAGER, bulk->number);

  return kli_edit_update (edit, contact, error) && add_activity (bulk, edit, id, from, error);
}

const KliBulkChange kli_bulk_handing_over = { "hand-over", "bulk-manager", look_hand_over, write_hand_over };
