/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Acts on a contract: sent, signed, notice given … Each is dated and made by a person (domain 5.5). */
#pragma once

#include "core/kli-contract.h"
#include "operations/kli-assignments.h"
#include "operations/kli-operation.h"

G_BEGIN_DECLS

/* Records an act. Its fields:
 *   on         the day it has effect, today when not given
 *   ends_on    of a notice: the last day in force, reckoned when not given
 *   party      of a signature: the id of the contact, or of the party, that signed, or self; everybody when
 *              not given
 *   successor  the id of the contract that follows
 *   note       a line
 * Refused with the reason when the contract does not allow it on that day.
 * @assignments: (element-type KliAssignment) (transfer full)
 * Returns: (transfer full) */
KliOperation *kli_act_on_contract (gint64 contract, KliActKind act, GPtrArray *assignments);

/* The same inside a running edit. */
gboolean kli_act_in_edit (KliEdit *edit,
                          const KliBusiness *business,
                          KliDay today,
                          gint64 contract,
                          KliActKind act,
                          const GPtrArray *assignments,
                          GError **error);

G_END_DECLS
