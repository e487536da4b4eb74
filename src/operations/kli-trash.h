/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trash and the archive. */
#pragma once

#include "operations/kli-operation.h"

G_BEGIN_DECLS

/* Moves records to the trash, or restores them from it, all or none; what is there already is passed over.
 * A contract that every party signed stays, and so does a contact that is party to one: the contact can be
 * archived instead (KLI_OPERATION_ERROR_FORBIDDEN). Somebody on the staff who looks after contacts stays too. A
 * deleted tag is hidden where it was, and comes back there.
 * @kind: (nullable): of all of them, which makes a better title in the history; NULL when mixed
 * @ids: copied
 * Returns: (transfer full) */
KliOperation *kli_trash (const KliKind *kind, const gint64 *ids, guint n_ids);
KliOperation *kli_untrash (const KliKind *kind, const gint64 *ids, guint n_ids);

/* Whether a record of @kind may be moved to the trash, or is there. Returns: FALSE with @error set. */
gboolean kli_trash_check (KliConnection *connection, const KliKind *kind, gint64 id, GError **error);
/* Moves one there inside a running edit, without asking whether it may be. */
gboolean kli_trash_in_edit (KliEdit *edit, const KliKind *kind, gint64 id, GError **error);
/* Restores one inside a running edit, with the parts that were marked together with it. */
gboolean kli_untrash_in_edit (KliEdit *edit, const KliKind *kind, gint64 id, GError **error);

/* Puts contacts away without trashing them, or takes them out again. Returns: (transfer full) */
KliOperation *kli_archive (const gint64 *contacts, guint n_contacts);
KliOperation *kli_unarchive (const gint64 *contacts, guint n_contacts);

G_END_DECLS
