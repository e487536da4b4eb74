/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The organisations and tags that an import names. */
#include "operations/kli-import-links.h"

#include "core/kli-fold.h"
#include "core/kli-kinds.h"
#include "operations/kli-find.h"

struct _KliImportLinks
{
  KliConnection *connection; /* (nullable) */
  GHashTable *own;           /* company key → gint64 id: those that the import itself writes */
  GHashTable *organisations; /* company key → gint64 id, 0 for "there is none" */
  GHashTable *tags;          /* folded name → gint64 id */
  KliRelatedPeople *people;
  guint n_made;
};

KliImportLinks *
kli_import_links_new (KliConnection *connection, GHashTable *awaited)
{
  KliImportLinks *links = g_new0 (KliImportLinks, 1);

  links->connection = connection;
  links->people = kli_related_people_new (awaited);
  links->own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  links->organisations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  links->tags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return links;
}

void
kli_import_links_free (KliImportLinks *links)
{
  if (links == NULL)
    return;

  kli_related_people_free (links->people);
  g_hash_table_unref (links->own);
  g_hash_table_unref (links->organisations);
  g_hash_table_unref (links->tags);
  g_free (links);
}

void
kli_import_links_forget (KliImportLinks *links)
{
  g_return_if_fail (links != NULL);

  g_hash_table_remove_all (links->organisations);
  g_hash_table_remove_all (links->tags);
}

char *
kli_import_company_key (const char *name)
{
  return kli_fold (name);
}

/* Takes @key. */
static void
remember (GHashTable *table, char *key, gint64 id)
{
  g_hash_table_replace (table, key, g_memdup2 (&id, sizeof id));
}

void
kli_import_links_add_organisation (KliImportLinks *links, const char *name, gint64 id)
{
  g_return_if_fail (links != NULL && name != NULL);

  remember (links->own, kli_import_company_key (name), id);
}

/* Returns: (nullable): what an edit sees, or else the store. */
static KliConnection *
get_connection (const KliImportLinks *links, KliEdit *edit)
{
  return edit != NULL ? kli_edit_get_connection (edit) : links->connection;
}

/* Returns: the id, -1 with @error set. */
static gint64
make_organisation (KliImportLinks *links, KliEdit *edit, const char *name, GError **error)
{
  g_autoptr (KliRow) organisation = kli_row_new (&kli_contact_kind);

  kli_row_set_text (organisation, KLI_CONTACT_KIND, "organisation");
  kli_row_set_text (organisation, KLI_CONTACT_NAME, name);
  if (!kli_edit_insert (edit, organisation, error))
    return -1;
  links->n_made++;

  return organisation->id;
}

static gint64
look_up_organisation (KliConnection *connection, const char *name, GError **error)
{
  return connection != NULL ? kli_find_contact_by_name (connection, name, "organisation", error) : 0;
}

gint64
kli_import_links_find_organisation (KliImportLinks *links, KliEdit *edit, const char *name, GError **error)
{
  g_autofree char *key = NULL;
  const gint64 *known;
  gint64 id;

  g_return_val_if_fail (links != NULL && name != NULL, -1);

  key = kli_import_company_key (name);
  known = g_hash_table_lookup (links->own, key);
  if (known != NULL)
    return *known;
  known = g_hash_table_lookup (links->organisations, key);
  id = known != NULL ? *known : look_up_organisation (get_connection (links, edit), name, error);
  if (id == 0 && edit != NULL)
    id = make_organisation (links, edit, name, error);
  if (id >= 0)
    remember (links->organisations, g_steal_pointer (&key), id);

  return id;
}

gint64
kli_import_links_find_tag (KliImportLinks *links, KliEdit *edit, const char *name, GError **error)
{
  g_autofree char *folded = NULL;
  const gint64 *known;
  gint64 id;

  g_return_val_if_fail (links != NULL && edit != NULL && name != NULL, -1);

  folded = kli_fold (name);
  known = g_hash_table_lookup (links->tags, folded);
  id = known != NULL ? *known : kli_find_tag (get_connection (links, edit), edit, name, error);
  if (id > 0)
    remember (links->tags, g_steal_pointer (&folded), id);

  return id;
}

KliRelatedPeople *
kli_import_links_get_people (const KliImportLinks *links)
{
  g_return_val_if_fail (links != NULL, NULL);

  return links->people;
}

guint
kli_import_links_get_n_made (const KliImportLinks *links)
{
  g_return_val_if_fail (links != NULL, 0);

  return links->n_made;
}
