/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The staff, and who looks after whom (domain M60). Adding and renaming somebody is kli_create_record () and
 * kli_set_field (), choosing the account manager of one contact is kli_set_field () too. */
#pragma once

#include "operations/kli-operation.h"

G_BEGIN_DECLS

/* Says that somebody works here no more, or works here again. Their contacts stay theirs until they are handed over.
 * Returns: (transfer full) */
KliOperation *kli_deactivate_staff (gint64 staff_member);
KliOperation *kli_activate_staff (gint64 staff_member);

/* Whether contacts may be given to @staff_member; 0, nobody, always may be.
 * Returns: FALSE with KLI_OPERATION_ERROR_FORBIDDEN for somebody who works here no more. */
gboolean kli_staff_check_receiver (KliConnection *connection, gint64 staff_member, GError **error);

/* Gives contacts to another account manager, as one edit; those that are theirs already stay as they are. The note
 * is added to the notes of those that change hands, on a line of its own behind the day.
 * @contacts: copied
 * @staff_member: 0 for nobody
 * @note: (nullable)
 * Returns: (transfer full) */
KliOperation *kli_hand_over (const gint64 *contacts, guint n_contacts, gint64 staff_member, const char *note);
/* The same for all contacts of a staff member. Returns: (transfer full) */
KliOperation *kli_hand_over_all (gint64 from, gint64 to, const char *note);

G_END_DECLS
