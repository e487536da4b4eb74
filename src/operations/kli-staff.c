/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The staff, and who looks after whom. */
#include "operations/kli-staff.h"

#include "core/kli-kinds.h"

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

gboolean
kli_staff_agree (KliDraft *draft, KliEdit *edit, GError **error)
{
  const KliRow *contact, *before;
  gint64 deputy;

  g_return_val_if_fail (draft != NULL && edit != NULL, FALSE);

  contact = kli_draft_get_root (draft);
  before = kli_draft_get_root_before (draft);
  deputy = kli_row_get_integer (contact, KLI_CONTACT_DEPUTY);
  if (deputy == 0 || deputy != kli_row_get_integer (contact, KLI_CONTACT_MANAGER)
      || (before != NULL && kli_row_get_integer (before, KLI_CONTACT_DEPUTY) == deputy
          && kli_row_get_integer (before, KLI_CONTACT_MANAGER) == deputy))
    return TRUE;

  return kli_staff_refuse_deputy (kli_edit_get_connection (edit), deputy, error);
}

gboolean
kli_staff_refuse_deputy (KliConnection *connection, gint64 manager, GError **error)
{
  g_autoptr (KliRow) row = kli_connection_load (connection, &kli_staff_member_kind, manager, error);

  if (row != NULL)
    g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_FORBIDDEN,
                 _ ("“%s” is the account manager and cannot be the deputy as well."),
                 kli_row_get_text (row, KLI_STAFF_MEMBER_NAME));

  return FALSE;
}

/* --- whose contacts ------------------------------------------------------------------------------------- */

KliAnswer *
kli_staff_list_contacts (KliConnection *connection, gint64 staff_member, GError **error)
{
  g_autoptr (GArray) contacts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (KliStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (connection != NULL, NULL);

  statement = kli_connection_lend (connection, "contacts-of-staff", error);
  if (statement == NULL)
    return NULL;
  kli_statement_bind_integer (statement, 1, staff_member);
  while (kli_statement_step (statement, &failure))
    {
      gint64 id = kli_statement_get_integer (statement, 0);

      g_array_append_val (contacts, id);
    }
  if (failure == NULL)
    return kli_answer_new ((const gint64 *)(gpointer)contacts->data, contacts->len);
  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}
