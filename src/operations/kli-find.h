/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding the record that a text means, or making it on the way: a tag by its name, an organisation by its
 * name or id, and who carries a tag. */
#pragma once

#include "store/kli-edit.h"

G_BEGIN_DECLS

/* The tag of that name, whatever the case of its letters. @edit: (nullable): makes it when it is missing.
 * Returns: its id; 0 when there is none and @edit is NULL; -1 with @error set. */
gint64 kli_find_tag (KliConnection *connection, KliEdit *edit, const char *name, GError **error);

/* @tagging: (out): the row by which @contact carries @tag, 0 when it does not. Returns: FALSE with @error set. */
gboolean kli_find_tagging (KliConnection *connection, gint64 contact, gint64 tag, gint64 *tagging, GError **error);

/* The contact of @kind ("person", "organisation") with that id, not in the trash, else the one whose name folds
 * to the same.
 * @edit: (nullable): makes it when it is missing; an id is never made.
 * Returns: its id; 0 when there is none and @edit is NULL; -1 with @error set. */
gint64 kli_find_contact (KliConnection *connection, KliEdit *edit, const char *text, const char *kind, GError **error);

/* The same for a contact of whatever kind; @kind is that of the one that is made. A name that several have is refused:
 * KLI_OPERATION_ERROR_INVALID. */
gint64 kli_find_anybody (KliConnection *connection, KliEdit *edit, const char *text, const char *kind, GError **error);

/* @contact was made in @edit: these functions find it by its name from now on, as they find any after the commit. */
void kli_find_note_contact (KliEdit *edit, const KliRow *contact);

/* The first contact of @kind, (nullable) for any, whose name folds to the same. Returns: its id, 0 when there is none,
 * -1 with @error set. */
gint64 kli_find_contact_by_name (KliConnection *connection, const char *name, const char *kind, GError **error);

/* The first @max of them. Returns: (transfer full) (element-type gint64) (nullable): NULL with @error set. */
GArray *
kli_find_contacts_by_name (KliConnection *connection, const char *name, const char *kind, guint max, GError **error);

/* The contact that was once read from the card with that source and key, one that is not in the trash first.
 * Returns: its id, 0 when there is none, -1 with @error set. */
gint64 kli_find_contact_by_source (KliConnection *connection, const char *source, const char *key, GError **error);

G_END_DECLS
