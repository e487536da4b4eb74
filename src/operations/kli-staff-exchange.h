/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who looks after a contact, and stands in for them, as a foreign file carries it: as columns of a table with the names
 * of the account manager and the deputy. */
#pragma once

#include "core/kli-card.h"
#include "core/kli-kinds.h"
#include "operations/kli-draft.h"

G_BEGIN_DECLS

/* What the columns are called, in every language. */
#define KLI_STAFF_COLUMN_MANAGER "Account Manager"
#define KLI_STAFF_COLUMN_DEPUTY "Deputy Account Manager"

/* Adds the columns of those whom the contact @whole has. */
void kli_staff_exchange_add (KliCard *card, const KliWhole *whole);

/* Everybody whom a name of a file may mean, whether they work here or not.
 * Returns: (transfer full) (element-type KliRow) (nullable): NULL with @error set. */
GPtrArray *kli_staff_exchange_read (KliConnection *connection, GError **error);

/* What was decided, and which columns of a card are done with: nobody has to keep them. */
typedef struct
{
  const KliRow *extras[KLI_N_STAFF_ROLES];
  gint64 members[KLI_N_STAFF_ROLES]; /* who is it now */
  gboolean left_out;                 /* there are others, which the staff as it is does not allow */
} KliStaffTaken;

/* Takes into @draft who looks after it by @card, where somebody on the staff is called so. As always, whoever works
 * here no more gets no new contacts, and nobody is both: the deputy who becomes the account manager is the deputy no
 * more. Nobody is put on the staff.
 * @staff: (nullable): as kli_staff_exchange_read () yields it
 * @n: (inout): grows by the differences that were taken */
KliStaffTaken kli_staff_exchange_take (KliDraft *draft, const KliCard *card, const GPtrArray *staff, guint *n);

/* Which columns of @card are not taken, and why, in whole sentences.
 * @members: (nullable): KliStaffTaken.members when it was taken; NULL for a new contact, which has nobody yet
 * Returns: (transfer full) (nullable): NULL when there is nothing to say */
char *kli_staff_exchange_remark (const KliCard *card, const GPtrArray *staff, const gint64 *members);

G_END_DECLS
