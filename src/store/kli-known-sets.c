/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which sets of members there are. */
#include "store/kli-known-sets.h"

#include "store/kli-connection-private.h"
#include "store/kli-member-set.h"

#include <string.h>

typedef struct
{
  char *start;
  GHashTable *keys; /* all that begin with it */
} Family;

struct _KliKnownSets
{
  sqlite3 *handle;      /* borrowed */
  GArray *families;     /* Family: three or four */
  const char *expected; /* nullable, borrowed */
};

static void
family_clear (gpointer data)
{
  Family *family = data;

  g_free (family->start);
  g_hash_table_unref (family->keys);
}

/* Returns: (nullable): those to which a set @key belongs. */
static GHashTable *
find_keys (const KliKnownSets *known, const char *key)
{
  for (guint i = 0; i < known->families->len; i++)
    {
      const Family *family = &g_array_index (known->families, Family, i);

      if (g_str_has_prefix (key, family->start))
        return family->keys;
    }

  return NULL;
}

static void
forget (KliKnownSets *known)
{
  g_array_set_size (known->families, 0);
}

static void
update_cb (void *user_data, int operation, const char *schema, const char *table, sqlite3_int64 id)
{
  KliKnownSets *known = user_data;
  GHashTable *keys;

  if (known->families->len == 0 || strcmp (table, "member_set") != 0)
    return;
  if (operation != SQLITE_INSERT || known->expected == NULL)
    {
      forget (known);
      return;
    }
  keys = find_keys (known, known->expected);
  if (keys != NULL)
    g_hash_table_add (keys, g_strdup (known->expected));
}

static void
rollback_cb (void *user_data)
{
  forget (user_data);
}

KliKnownSets *
kli_known_sets_new (sqlite3 *handle)
{
  KliKnownSets *known;

  g_return_val_if_fail (handle != NULL, NULL);

  known = g_new0 (KliKnownSets, 1);
  known->handle = handle;
  known->families = g_array_new (FALSE, FALSE, sizeof (Family));
  g_array_set_clear_func (known->families, family_clear);
  sqlite3_update_hook (handle, update_cb, known);
  sqlite3_rollback_hook (handle, rollback_cb, known);

  return known;
}

void
kli_known_sets_free (KliKnownSets *known)
{
  if (known == NULL)
    return;

  sqlite3_update_hook (known->handle, NULL, NULL);
  sqlite3_rollback_hook (known->handle, NULL, NULL);
  g_array_unref (known->families);
  g_free (known);
}

GHashTable *
kli_known_sets_look_up (const KliKnownSets *known, const char *key)
{
  g_return_val_if_fail (known != NULL && key != NULL, NULL);

  return find_keys (known, key);
}

GHashTable *
kli_known_sets_add (KliKnownSets *known, const char *start, const GPtrArray *keys)
{
  Family family = { g_strdup (start), g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };

  g_return_val_if_fail (known != NULL && start != NULL && keys != NULL, NULL);

  for (guint i = 0; i < keys->len; i++)
    g_hash_table_add (family.keys, g_strdup (g_ptr_array_index (keys, i)));
  g_array_append_val (known->families, family);

  return family.keys;
}

void
kli_known_sets_expect (KliKnownSets *known, const char *key)
{
  if (known != NULL)
    known->expected = key;
}

/* --- asked for --------------------------------------------------------------------------------------------- */

/* The first word of a key says what the set is of. Of those that a word or a beginning may have there are some
 * hundreds. Returns: (transfer none) (nullable): NULL with @error set. */
static GHashTable *
ensure_known (KliConnection *connection, const char *key, GError **error)
{
  GHashTable *known = kli_known_sets_look_up (connection->known_sets, key);
  g_autofree char *start = NULL;
  g_autoptr (GPtrArray) keys = NULL;

  if (known != NULL)
    return known;
  start = g_strndup (key, strcspn (key, " ") + 1);
  keys = kli_member_set_list (connection, start, error);

  return keys != NULL ? kli_known_sets_add (connection->known_sets, start, keys) : NULL;
}

gboolean
kli_member_set_exists (KliConnection *connection, const char *key, gboolean *exists, GError **error)
{
  GHashTable *known;
  gint64 id = 0;

  g_return_val_if_fail (connection != NULL && key != NULL && exists != NULL, FALSE);

  if (connection->known_sets == NULL)
    {
      if (!kli_member_set_find (connection, key, &id, error))
        return FALSE;
      *exists = id != 0;
      return TRUE;
    }
  known = ensure_known (connection, key, error);
  if (known == NULL)
    return FALSE;
  *exists = g_hash_table_contains (known, key);

  return TRUE;
}

gboolean
kli_member_set_may_exist (KliConnection *connection, const char *start, gboolean *any, GError **error)
{
  GHashTable *known;

  g_return_val_if_fail (connection != NULL && start != NULL && any != NULL, FALSE);

  *any = TRUE;
  if (connection->known_sets == NULL)
    return TRUE;
  known = ensure_known (connection, start, error);
  if (known == NULL)
    return FALSE;
  *any = g_hash_table_size (known) > 0;

  return TRUE;
}
