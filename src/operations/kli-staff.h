/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The staff, and who looks after whom (domain M60). Adding and renaming somebody is kli_create_record () and
 * kli_set_field (), choosing the account manager of one contact, or the deputy, is kli_set_field () too. */
#pragma once

#include "operations/kli-draft.h"
#include "operations/kli-operation.h"
#include "store/kli-answer.h"

G_BEGIN_DECLS

/* Says that somebody works here no more, or works here again. Their contacts stay theirs until they are handed over.
 * Returns: (transfer full) */
KliOperation *kli_deactivate_staff (gint64 staff_member);
KliOperation *kli_activate_staff (gint64 staff_member);

/* Whether contacts may be given to @staff_member; 0, nobody, always may be.
 * Returns: FALSE with KLI_OPERATION_ERROR_FORBIDDEN for somebody who works here no more. */
gboolean kli_staff_check_receiver (KliConnection *connection, gint64 staff_member, GError **error);

/* Whether a contact gets a deputy who is somebody else than its account manager. What an undo left so is let be.
 * Returns: FALSE with KLI_OPERATION_ERROR_FORBIDDEN, by name. */
gboolean kli_staff_agree (KliDraft *draft, KliEdit *edit, GError **error);
/* Says that no account manager is their own deputy. Returns: FALSE with @error set. */
gboolean kli_staff_refuse_deputy (KliConnection *connection, gint64 manager, GError **error);

/* The contacts that a staff member looks after as the account manager or as the deputy, to be handed over by
 * kli_bulk_hand_over_from ().
 * Returns: (transfer full) (nullable): NULL with @error set. */
KliAnswer *kli_staff_list_contacts (KliConnection *connection, gint64 staff_member, GError **error);

G_END_DECLS
