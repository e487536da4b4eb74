/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Handing contacts over: who looks after them from now on, and the activity by which the new one sees why. */
#include "operations/kli-bulk-private.h"

#include "core/kli-activity.h"
#include "core/kli-kinds.h"
#include "core/kli-text.h"
#include "operations/kli-staff.h"

#include <string.h>

/* The text of the change is the day in ten letters, of one from whom all is taken then their id and a blank, and behind
 * it the note. */
#define DAY_LETTERS 10

/* Returns: (transfer full) */
static KliBulk *
begin (const KliBulkChange *change, KliAnswer *records, gint64 to, KliDay today, const char *between, const char *note)
{
  g_autofree char *stripped = kli_text_strip (note != NULL ? note : "");
  g_autofree char *day = kli_day_to_string (today);
  g_autofree char *text = g_strconcat (day, between, stripped, NULL);

  return kli_bulk_new (change, records, text, to);
}

KliBulk *
kli_bulk_hand_over (KliAnswer *records, KliContactColumn role, gint64 staff_member, KliDay today, const char *note)
{
  g_return_val_if_fail (records != NULL && kli_day_is_valid (today), NULL);
  g_return_val_if_fail (role == KLI_CONTACT_MANAGER || role == KLI_CONTACT_DEPUTY, NULL);

  return begin (role == KLI_CONTACT_DEPUTY ? &kli_bulk_deputising : &kli_bulk_handing_over, records, staff_member,
                today, "", note);
}

KliBulk *
kli_bulk_hand_over_from (KliAnswer *records, gint64 from, gint64 to, KliDay today, const char *note)
{
  g_autofree char *between = g_strdup_printf ("%" G_GINT64_FORMAT " ", from);

  g_return_val_if_fail (records != NULL && from != 0 && kli_day_is_valid (today), NULL);

  return begin (&kli_bulk_leaving, records, to, today, between, note);
}

/* KliBulkChange.is_sound: what an older program has begun had no day in its text. */
static gboolean
is_sound (const KliBulk *bulk)
{
  g_autofree char *day = g_strndup (bulk->text, DAY_LETTERS);
  const char *behind = bulk->text + strlen (day);

  if (!kli_day_is_valid (kli_day_parse (day)))
    return FALSE;

  return bulk->change != &kli_bulk_leaving || behind[strspn (behind, "0123456789")] == ' ';
}

/* --- who then looks after it -------------------------------------------------------------------------------- */

/* A deputy who becomes the account manager leaves their place empty. */
static gboolean
give (KliConnection *connection, KliRow *contact, KliContactColumn role, gint64 to, GError **error)
{
  if (role == KLI_CONTACT_DEPUTY && to != 0 && to == kli_row_get_integer (contact, KLI_CONTACT_MANAGER))
    return kli_staff_refuse_deputy (connection, to, error);
  kli_row_set_integer (contact, role, to);
  if (role == KLI_CONTACT_MANAGER && to == kli_row_get_integer (contact, KLI_CONTACT_DEPUTY))
    kli_row_set_integer (contact, KLI_CONTACT_DEPUTY, 0);

  return TRUE;
}

/* What @from was, @to is; only the account manager does not become the deputy as well. */
static gboolean
take_from (KliConnection *connection, KliRow *contact, gint64 from, gint64 to, GError **error)
{
  for (guint i = 0; i < KLI_N_STAFF_ROLES; i++)
    {
      KliContactColumn role = kli_staff_roles[i];
      gboolean is_known = role == KLI_CONTACT_DEPUTY && to == kli_row_get_integer (contact, KLI_CONTACT_MANAGER);

      if (kli_row_get_integer (contact, role) == from && !give (connection, contact, role, is_known ? 0 : to, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
change_row (const KliBulk *bulk, KliConnection *connection, KliRow *contact, GError **error)
{
  if (bulk->change == &kli_bulk_leaving)
    return take_from (connection, contact, g_ascii_strtoll (bulk->text + DAY_LETTERS, NULL, 10), bulk->number, error);

  return give (connection, contact, bulk->change == &kli_bulk_deputising ? KLI_CONTACT_DEPUTY : KLI_CONTACT_MANAGER,
               bulk->number, error);
}

static gboolean
look_hand_over (const KliBulk *bulk, KliConnection *connection, gint64 id, gboolean *same, GError **error)
{
  g_autoptr (KliRow) contact = kli_bulk_load_contact (connection, id, error);
  g_autoptr (KliRow) changed = NULL;

  if (contact == NULL)
    return FALSE;
  changed = kli_row_copy (contact);
  if (!change_row (bulk, connection, changed, error))
    return FALSE;
  *same = kli_row_equal (contact, changed);

  return *same || kli_staff_check_receiver (connection, bulk->number, error);
}

/* --- what its timeline says of it ---------------------------------------------------------------------------- */

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

/* Which of the two it is about: whoever becomes the account manager may be the deputy no more. */
static KliContactColumn
find_role (const KliRow *before, const KliRow *after)
{
  return kli_row_get_integer (before, KLI_CONTACT_MANAGER) != kli_row_get_integer (after, KLI_CONTACT_MANAGER)
             ? KLI_CONTACT_MANAGER
             : KLI_CONTACT_DEPUTY;
}

/* Names and no links to the staff: what was is still said when somebody is on the staff no more.
 * Returns: (transfer full) (nullable): NULL with @error set. */
static char *
tell (KliConnection *connection, const KliRow *before, const KliRow *after, KliContactColumn role, GError **error)
{
  g_autofree char *was = name_of (connection, kli_row_get_integer (before, role), error);
  g_autofree char *is = was != NULL ? name_of (connection, kli_row_get_integer (after, role), error) : NULL;

  return is != NULL ? g_strdup_printf ("%s → %s", was, is) : NULL;
}

static gboolean
add_activity (const KliBulk *bulk, KliEdit *edit, const KliRow *before, const KliRow *after, GError **error)
{
  g_autoptr (KliRow) activity = kli_row_new (&kli_activity_kind);
  KliContactColumn role = find_role (before, after);
  g_autofree char *subject = tell (kli_edit_get_connection (edit), before, after, role, error);
  g_autofree char *day = g_strndup (bulk->text, DAY_LETTERS);
  const char *note = bulk->text + DAY_LETTERS;

  if (subject == NULL)
    return FALSE;
  if (bulk->change == &kli_bulk_leaving)
    note = strchr (note, ' ') + 1;
  kli_row_set_integer (activity, KLI_ACTIVITY_CONTACT, after->id);
  kli_row_set_text (activity, KLI_ACTIVITY_CHANNEL,
                    role == KLI_CONTACT_MANAGER ? KLI_ACTIVITY_HAND_OVER : KLI_ACTIVITY_DEPUTY);
  kli_row_set_text (activity, KLI_ACTIVITY_ON_DAY, day);
  kli_row_set_text (activity, KLI_ACTIVITY_SUBJECT, subject);
  kli_row_set_text (activity, KLI_ACTIVITY_NOTE, note);

  return kli_edit_insert (edit, activity, error);
}

static gboolean
write_hand_over (const KliBulk *bulk, KliEdit *edit, gint64 id, GError **error)
{
  KliConnection *connection = kli_edit_get_connection (edit);
  g_autoptr (KliRow) contact = kli_bulk_load_contact (connection, id, error);
  g_autoptr (KliRow) before = NULL;

  if (contact == NULL)
    return FALSE;
  before = kli_row_copy (contact);

  return change_row (bulk, connection, contact, error) && kli_edit_update (edit, contact, error)
         && add_activity (bulk, edit, before, contact, error);
}

const KliBulkChange kli_bulk_handing_over = { "hand-over", "bulk-manager", look_hand_over, write_hand_over, is_sound };
const KliBulkChange kli_bulk_deputising = { "deputise", "bulk-deputy", look_hand_over, write_hand_over, is_sound };
const KliBulkChange kli_bulk_leaving = { "hand-over-from", "bulk-manager", look_hand_over, write_hand_over, is_sound };
