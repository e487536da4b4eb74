/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small lists of a business: its tags, its staff, its segments, its own fields. Each member goes by its name, which
 * no other in its list has, whatever the case of its letters. */
#pragma once

#include "core/kli-row.h"
#include "operations/kli-draft.h"
#include "store/kli-connection.h"

G_BEGIN_DECLS

/* One member of a list. */
typedef struct
{
  KliRow *row;
  /* that carry the tag, that the staff member looks after or of whom the field says something; 0 for segments */
  guint n_contacts;
} KliCatalogueEntry;

void kli_catalogue_entry_free (KliCatalogueEntry *entry);
/* What the entry is called. Returns: (transfer none) */
const char *kli_catalogue_entry_get_name (const KliCatalogueEntry *entry);

/* Everything of @kind that is not deleted, by name in the language of the store, segments in the order of the
 * sidebar, own fields in that of the card. Returns: (transfer full) (element-type KliCatalogueEntry) (nullable): NULL
 * with @error set. */
GPtrArray *kli_catalogue_read (KliConnection *connection, const KliKind *kind, GError **error);
/* For kli_store_read_async (): the same; the user data is the kind. */
gpointer kli_catalogue_read_func (KliConnection *connection, gpointer kind, GCancellable *cancellable, GError **error);

/* The member of @kind called @name, by the folded name. Returns: its id, 0 when there is none, -1 with @error set. */
gint64 kli_catalogue_find (KliConnection *connection, const KliKind *kind, const char *name, GError **error);
/* The member of @kind with that id, else that name. Returns: its id; -1 with @error set, also when there is none
 * (KLI_OPERATION_ERROR_NOT_FOUND). */
gint64 kli_catalogue_look_up (KliConnection *connection, const KliKind *kind, const char *text, GError **error);

/* The check of the shapes of these kinds: there is a name, and nobody else's.
 * Returns: FALSE with KLI_OPERATION_ERROR_INVALID. */
gboolean kli_catalogue_check_name (KliDraft *draft, KliEdit *edit, GError **error);

G_END_DECLS
