/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The organisations and tags that an import names: found once, made once. Inside operations/ only. */
#pragma once

#include "operations/kli-related.h"
#include "store/kli-edit.h"

G_BEGIN_DECLS

typedef struct _KliImportLinks KliImportLinks;

/* @connection: (nullable): to look things up with where there is no edit; borrowed.
 * @awaited: (nullable): of kli_related_await (). Returns: (transfer full) */
KliImportLinks *kli_import_links_new (KliConnection *connection, GHashTable *awaited);
void kli_import_links_free (KliImportLinks *links);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliImportLinks, kli_import_links_free)

/* The form in which two names of companies are the same: "" for a name without a word in it.
 * Returns: (transfer full) */
char *kli_import_company_key (const char *name);

/* Others have edited meanwhile: what was found is looked up again. */
void kli_import_links_forget (KliImportLinks *links);

/* An organisation that this import writes itself, so that none is made beside it. */
void kli_import_links_add_organisation (KliImportLinks *links, const char *name, gint64 id);

/* The organisation of that name. @edit: (nullable): makes it when there is none.
 * Returns: its id; 0 when there is none and @edit is NULL; -1 with @error set. */
gint64 kli_import_links_find_organisation (KliImportLinks *links, KliEdit *edit, const char *name, GError **error);

/* The tag of that name, made when there is none. Returns: its id, -1 with @error set. */
gint64 kli_import_links_find_tag (KliImportLinks *links, KliEdit *edit, const char *name, GError **error);

/* Those who are to be related. Returns: (transfer none) */
KliRelatedPeople *kli_import_links_get_people (const KliImportLinks *links);

/* How many organisations were made. */
guint kli_import_links_get_n_made (const KliImportLinks *links);

G_END_DECLS
