/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The staff, and who looks after whom. */
#include "operations/kli-staff.h"

#include "core/kli-kinds.h"
#include "core/kli-text.h"

#include <glib/gi18n-lib.h>

/* --- working here or not ------------------------------------------------------------------------------- */

static gboolean
set_active (KliEdit *edit, KliOperation *operation, gboolean active, GError **error)
{
  g_autoptr (KliRow) staff_member = kli_connection_load (kli_edit_get_connection (edit), &kli_staff_member_kind,
                                                         kli_operation_get_subject (operation), error);

  if (staff_member == NULL)
    return FALSE;
  kli_row_set_integer (staff_member, KLI_STAFF_MEMBER_ACTIVE, active);

  return kli_edit_update (edit, staff_member, error);
}

static gboolean
deactivate_func (KliEdit *edit, gpointer user_data, GError **error)
{
  return set_active (edit, user_data, FALSE, error);
}

static gboolean
activate_func (KliEdit *edit, gpointer user_data, GError **error)
{
  return set_active (edit, user_data, TRUE, error);
}

KliOperation *
kli_deactivate_staff (gint64 staff_member)
{
  return kli_operation_new ("staff_member-deactivate", staff_member, deactivate_func, NULL, NULL);
}

KliOperation *
kli_activate_staff (gint64 staff_member)
{
  return kli_operation_new ("staff_member-activate", staff_member, activate_func, NULL, NULL);
}

gboolean
kli_staff_check_receiver (KliConnection *connection, gint64 staff_member, GError **error)
{
  g_autoptr (KliRow) row = NULL;

  g_return_val_if_fail (connection != NULL, FALSE);

  if (staff_member == 0)
    return TRUE;
  row = kli_connection_load (connection, &kli_staff_member_kind, staff_member, error);
  if (row == NULL)
    return FALSE;
  if (row->deleted_at == 0 && kli_row_get_integer (row, KLI_STAFF_MEMBER_ACTIVE))
    return TRUE;
  g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_FORBIDDEN, _ ("“%s” works here no more."),
               kli_row_get_text (row, KLI_STAFF_MEMBER_NAME));

  return FALSE;
}

/* --- handing over --------------------------------------------------------------------------------------- */

typedef struct
{
  GArray *contacts; /* gint64; NULL: all of @from */
  gint64 from;
  gint64 to; /* 0: nobody */
  char *note;
} Handover;

static void
handover_free (gpointer data)
{
  Handover *handover = data;

  g_clear_pointer (&handover->contacts, g_array_unref);
  g_free (handover->note);
  g_free (handover);
}

/* Takes @contacts. */
static Handover *
handover_new (GArray *contacts, gint64 from, gint64 to, const char *note)
{
  Handover *handover = g_new0 (Handover, 1);

  handover->contacts = contacts;
  handover->from = from;
  handover->to = to;
  handover->note = kli_text_strip (note != NULL ? note : "");

  return handover;
}

/* Returns: (transfer full) (element-type gint64) (nullable): NULL with @error set. */
static GArray *
list_managed (KliConnection *connection, gint64 staff_member, GError **error)
{
  g_autoptr (GArray) contacts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "contacts-managed", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  kli_statement_bind_integer (statement, 1, staff_member);
  while (kli_statement_step (statement, &failure))
    {
      gint64 id = kli_statement_get_integer (statement, 0);

      g_array_append_val (contacts, id);
    }
  if (failure == NULL)
    return g_steal_pointer (&contacts);
  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

static void
add_note (KliRow *contact, const char *note, KliDay today)
{
  const char *present = kli_row_get_text (contact, KLI_CONTACT_NOTE);
  g_autofree char *day = kli_day_to_string (today);
  g_autofree char *longer = g_strconcat (present, *present != '\0' ? "\n" : "", day, ": ", note, NULL);

  kli_row_set_text (contact, KLI_CONTACT_NOTE, longer);
}

static gboolean
hand_over_one (KliEdit *edit, gint64 id, const Handover *handover, KliDay today, GError **error)
{
  g_autoptr (KliRow) contact = kli_connection_load (kli_edit_get_connection (edit), &kli_contact_kind, id, error);

  if (contact == NULL)
    return FALSE;
  if (kli_row_get_integer (contact, KLI_CONTACT_MANAGER) == handover->to)
    return TRUE;
  kli_row_set_integer (contact, KLI_CONTACT_MANAGER, handover->to);
  if (*handover->note != '\0')
    add_note (contact, handover->note, today);

  return kli_edit_update (edit, contact, error);
}

static gboolean
hand_over_func (KliEdit *edit, gpointer user_data, GError **error)
{
  const Handover *handover = kli_operation_get_data (user_data);
  KliConnection *connection = kli_edit_get_connection (edit);
  g_autoptr (GArray) contacts = NULL;

  if (!kli_staff_check_receiver (connection, handover->to, error))
    return FALSE;
  contacts = handover->contacts != NULL ? g_array_ref (handover->contacts)
                                        : list_managed (connection, handover->from, error);
  if (contacts == NULL)
    return FALSE;
  for (guint i = 0; i < contacts->len; i++)
    if (!hand_over_one (edit, g_array_index (contacts, gint64, i), handover, kli_operation_get_today (user_data),
                        error))
      return FALSE;

  return TRUE;
}

KliOperation *
kli_hand_over (const gint64 *contacts, guint n_contacts, gint64 staff_member, const char *note)
{
  GArray *ids;

  g_return_val_if_fail (contacts != NULL && n_contacts > 0, NULL);

  ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_contacts);
  g_array_append_vals (ids, contacts, n_contacts);

  return kli_operation_new (n_contacts == 1 ? "contact-manager" : "bulk-manager", n_contacts == 1 ? contacts[0] : 0,
                            hand_over_func, handover_new (ids, 0, staff_member, note), handover_free);
}

KliOperation *
kli_hand_over_all (gint64 from, gint64 to, const char *note)
{
  g_return_val_if_fail (from > 0, NULL);

  return kli_operation_new ("bulk-manager", from, hand_over_func, handover_new (NULL, from, to, note), handover_free);
}
