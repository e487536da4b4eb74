/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Households: contacts whose members share their address and get one letter. Any thread that may use its connection. */
#pragma once

#include "operations/kli-shape.h"

G_BEGIN_DECLS

/* For the shape of contacts. Whether both are the same member of the same household. */
gboolean kli_household_same (const KliRow *a, const KliRow *b);
/* household+=NAME: the household that a person lives in, or somebody who lives in a household; an id may stand for the
 * name. */
gboolean
kli_household_fill (KliAssignContext *context, KliRow *part, const char *argument, const char *text, GError **error);
/* address-of=ID: the preferred address of that person, or the first, is from now on that of the household, unless it
 * has another one. */
gboolean kli_household_take_address (KliAssignContext *context, KliRow *root, const char *text, GError **error);
/* Nobody lives in two, no organisation in any; one without a name gets the one that is proposed of its members.
 * Returns: FALSE with a KLI_OPERATION_ERROR. */
gboolean kli_household_agree (KliDraft *draft, KliEdit *edit, GError **error);

/* In an edit that trashes the contact, or restores it. When a household @goes, those who live in it get its addresses,
 * which nobody would find any more; when it comes back, what they got of them is its own again, but whoever moved in
 * elsewhere meanwhile stays there. Nothing for a contact that is no household. Returns: FALSE with @error set */
gboolean kli_household_move (KliEdit *edit, gint64 contact, gboolean goes, GError **error);
/* In an edit that merges @going into @staying: who lived in two households lives in that of the card that stays, and
 * the other one is told in the note. Returns: FALSE with @error set */
gboolean kli_household_merge (KliEdit *edit, gint64 staying, gint64 going, GError **error);

/* The household that the contact lives in; one in the trash is none. @name: (out) (optional) (transfer full).
 * Returns: its id, 0 for none, -1 with @error set */
gint64 kli_household_of (KliConnection *connection, gint64 contact, char **name, GError **error);

/* Whom to write to: in the place of the first member of a household the household, and no other member of it nor it a
 * second time. @ids: contacts. Returns: (transfer full) (element-type gint64) (nullable): NULL with @error set */
GArray *kli_household_gather (KliConnection *connection, const gint64 *ids, guint n_ids, GError **error);

G_END_DECLS
