/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom a card is about. The store is asked by its indices and the file by hash tables, so that every card
 * costs the same however many there are. */
#include "operations/kli-import-index.h"

#include "core/kli-kinds.h"
#include "core/kli-name.h"
#include "operations/kli-export.h"
#include "operations/kli-import-read.h"
#include "operations/kli-merge.h"

/* What was read under a source and key in this file. */
typedef struct
{
  KliImportContact *contact;
  guint card; /* the last of them */
} Seen;

struct _KliImportIndex
{
  KliConnection *connection;
  const KliBusiness *business;
  const KliCardPile *cards;
  GPtrArray *contacts;   /* KliImportContact */
  GHashTable *by_id;     /* gint64 → KliImportContact */
  GHashTable *by_card;   /* source and key → Seen */
  GHashTable *by_point;  /* kind and normal form → GSList of KliImportContact: most have one */
  GHashTable *by_name;   /* kind and match key → KliImportContact: the first */
  KliImportReads *reads; /* of the cards: those that come next */
};

static void
contact_free (gpointer data)
{
  KliImportContact *contact = data;

  g_free (contact->name);
  kli_import_target_free (contact->target);
  g_free (contact);
}

KliImportIndex *
kli_import_index_new (KliConnection *connection, const KliBusiness *business, const KliCardPile *cards)
{
  KliImportIndex *index;

  g_return_val_if_fail (cards != NULL, NULL);

  index = g_new0 (KliImportIndex, 1);
  index->connection = connection;
  index->business = business;
  index->cards = cards;
  index->contacts = g_ptr_array_new_with_free_func (contact_free);
  index->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  index->by_card = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  index->by_point = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_slist_free);
  index->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  index->reads = kli_import_reads_new (cards, business);

  return index;
}

void
kli_import_index_free (KliImportIndex *index)
{
  if (index == NULL)
    return;

  g_hash_table_unref (index->by_id);
  g_hash_table_unref (index->by_card);
  g_hash_table_unref (index->by_point);
  g_hash_table_unref (index->by_name);
  g_ptr_array_unref (index->contacts);
  kli_import_reads_free (index->reads);
  g_free (index);
}

/* --- keys --------------------------------------------------------------------------------------------- */

static char *
card_key (const KliCard *card)
{
  return g_strconcat (card->source, "\x1f", card->key, NULL);
}

static char *
point_key (const char *kind, const char *normal)
{
  return g_strconcat (kind, "\x1f", normal, NULL);
}

static char *
name_key (const char *kind, const char *match_key)
{
  return g_strconcat (kind, "\x1f", match_key, NULL);
}

static gboolean
finish_statement (GError **failure, GError **error)
{
  if (*failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (failure));

  return FALSE;
}

/* Most points of a file are nobody's yet: that is asked before who else has them. */
static gboolean
look_for_point (KliImportIndex *index, KliImportPointKey *point, GError **error)
{
  g_autoptr (KliStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  if (index->connection == NULL || *point->normal == '\0')
    return TRUE;
  statement = kli_connection_lend (index->connection, point->source->has, error);
  if (statement == NULL)
    return FALSE;
  kli_statement_bind_text (statement, 1, point->normal);
  kli_statement_bind_text (statement, 2, point->kind);
  point->is_stored = kli_statement_step (statement, &failure);

  return finish_statement (&failure, error);
}

static gboolean
look_for_points (KliImportIndex *index, const KliImportRead *read, GError **error)
{
  for (guint i = 0; i < read->points->len; i++)
    if (!look_for_point (index, &g_array_index (read->points, KliImportPointKey, i), error))
      return FALSE;

  return TRUE;
}

/* --- cards that come next ----------------------------------------------------------------------------- */

void
kli_import_index_read (KliImportIndex *index, guint first, guint n)
{
  g_return_if_fail (index != NULL && index->business != NULL);

  kli_import_reads_go (index->reads, first, n);
}

static const KliImportRead *
get_read (const KliImportIndex *index, guint n)
{
  return kli_import_reads_get (index->reads, n);
}

const KliCard *
kli_import_index_get_card (const KliImportIndex *index, guint n)
{
  g_return_val_if_fail (index != NULL, NULL);

  return get_read (index, n)->card;
}

/* --- contacts ----------------------------------------------------------------------------------------- */

static KliImportContact *
add_contact (KliImportIndex *index, gint64 id, const char *name)
{
  KliImportContact *contact = g_new0 (KliImportContact, 1);

  contact->id = id;
  contact->name = g_strdup (name);
  g_ptr_array_add (index->contacts, contact);
  if (id != 0)
    g_hash_table_insert (index->by_id, &contact->id, contact);

  return contact;
}

KliImportContact *
kli_import_index_get_stored (KliImportIndex *index, gint64 id, const char *name)
{
  KliImportContact *contact;

  g_return_val_if_fail (index != NULL && id != 0 && name != NULL, NULL);

  contact = g_hash_table_lookup (index->by_id, &id);

  return contact != NULL ? contact : add_contact (index, id, name);
}

KliImportContact *
kli_import_index_begin (KliImportIndex *index, guint n, const KliCard *card)
{
  KliImportContact *contact;

  g_return_val_if_fail (index != NULL && card != NULL, NULL);

  contact = add_contact (index, 0, kli_row_get_text (card->contact, KLI_CONTACT_NAME));
  contact->card = n;
  contact->is_changed = TRUE;

  return contact;
}

static void
learn_point (KliImportIndex *index, const KliImportPointKey *point, KliImportContact *contact)
{
  g_autofree char *key = NULL;
  GSList *contacts;

  if (*point->normal == '\0')
    return;
  key = point_key (point->kind, point->normal);
  contacts = g_hash_table_lookup (index->by_point, key);
  if (contacts == NULL)
    g_hash_table_insert (index->by_point, g_steal_pointer (&key), g_slist_append (NULL, contact));
  else if (g_slist_find (contacts, contact) == NULL)
    contacts = g_slist_append (contacts, contact); /* behind the first, which the table has */
}

void
kli_import_index_learn (KliImportIndex *index, guint n, KliImportContact *contact)
{
  const KliImportRead *read;
  Seen *seen;
  g_autofree char *key = NULL;

  g_return_if_fail (index != NULL && contact != NULL);

  read = get_read (index, n);
  seen = g_new0 (Seen, 1);
  seen->contact = contact;
  seen->card = n;
  g_hash_table_replace (index->by_card, card_key (read->card), seen);
  for (guint i = 0; i < read->points->len; i++)
    learn_point (index, &g_array_index (read->points, KliImportPointKey, i), contact);

  key = name_key (kli_row_get_text (read->card->contact, KLI_CONTACT_KIND), read->match_key);
  if (*read->match_key != '\0' && !g_hash_table_contains (index->by_name, key))
    g_hash_table_insert (index->by_name, g_steal_pointer (&key), contact);
}

void
kli_import_index_close (KliImportIndex *index)
{
  g_return_if_fail (index != NULL);

  g_hash_table_remove_all (index->by_id);
  g_hash_table_remove_all (index->by_card);
  g_hash_table_remove_all (index->by_point);
  g_hash_table_remove_all (index->by_name);
  kli_import_reads_close (index->reads);
}

const GPtrArray *
kli_import_index_get_contacts (const KliImportIndex *index)
{
  g_return_val_if_fail (index != NULL, NULL);

  return index->contacts;
}

/* --- by source and key -------------------------------------------------------------------------------- */

static gboolean
find_by_source (KliImportIndex *index, const KliCard *card, KliImportMatch *match, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (index->connection, "import-by-source", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_text (statement, 1, card->source);
  kli_statement_bind_text (statement, 2, card->key);
  if (kli_statement_step (statement, &failure))
    {
      match->likeness = KLI_IMPORT_SAME_CARD;
      match->contact = kli_import_index_get_stored (index, kli_statement_get_integer (statement, 0),
                                                    kli_statement_get_text (statement, 3));
      match->in_trash = kli_statement_get_integer (statement, 1) != 0;
      match->is_unchanged = g_str_equal (kli_statement_get_text (statement, 2), card->digest);
    }

  return finish_statement (&failure, error);
}

/* A card that this program wrote names the contact itself, unless it was another store's. */
static gboolean
find_by_own_key (KliImportIndex *index, const KliCard *card, KliImportMatch *match, GError **error)
{
  gint64 id = g_str_equal (card->source, KLI_CARD_SOURCE_VCARD) ? kli_export_parse_key (card->key) : 0;
  g_autoptr (GError) failure = NULL;
  g_autoptr (KliRow) contact = NULL;

  if (id == 0)
    return TRUE;
  contact = kli_connection_load (index->connection, &kli_contact_kind, id, &failure);
  if (contact != NULL)
    {
      match->likeness = KLI_IMPORT_SAME_CARD;
      match->contact = kli_import_index_get_stored (index, id, kli_row_get_text (contact, KLI_CONTACT_NAME));
      match->in_trash = contact->deleted_at != 0;
    }
  else if (g_error_matches (failure, KLI_STORE_ERROR, KLI_STORE_ERROR_NOT_FOUND))
    g_clear_error (&failure);

  return finish_statement (&failure, error);
}

static gboolean
find_by_card (KliImportIndex *index, const KliCard *card, KliImportMatch *match, GError **error)
{
  g_autofree char *key = card_key (card);
  const Seen *seen = g_hash_table_lookup (index->by_card, key);
  g_autoptr (KliCard) other = NULL;

  if (*card->key == '\0')
    return TRUE;
  if (seen == NULL && index->connection == NULL)
    return TRUE;
  if (seen == NULL)
    return find_by_source (index, card, match, error)
           && (match->contact != NULL || find_by_own_key (index, card, match, error));
  match->likeness = KLI_IMPORT_SAME_CARD;
  match->contact = seen->contact;
  other = kli_card_pile_read (index->cards, seen->card);
  match->is_unchanged = g_str_equal (other->digest, card->digest);

  return TRUE;
}

/* --- by phone and mail -------------------------------------------------------------------------------- */

/* Whether @match_key is the company of @card, which may share its telephone. */
static gboolean
is_company_of (const KliCard *card, const char *match_key)
{
  for (guint i = 0; i < card->affiliations->len; i++)
    {
      const KliCardAffiliation *link = g_ptr_array_index (card->affiliations, i);
      g_autofree char *key = kli_name_match_key (link->organisation);

      if (g_str_equal (key, match_key))
        return TRUE;
    }

  return FALSE;
}

/* Weighs somebody with the same point. A name that agrees decides; another name only raises a doubt. */
static void
weigh (KliImportMatch *match,
       const KliCard *card,
       const char *match_key,
       const char *other_key,
       const KliCard *other,
       const KliImportPointKey *point,
       KliImportContact *contact)
{
  if (*match_key != '\0' && g_str_equal (match_key, other_key))
    {
      match->likeness = KLI_IMPORT_SAME_PERSON;
      match->contact = contact;
    }
  else if (match->likeness == KLI_IMPORT_NOBODY && !is_company_of (card, other_key)
           && (other == NULL || !is_company_of (other, match_key)))
    {
      match->likeness = point->source->likeness;
      match->contact = contact;
    }
}

static void
find_by_point_in_file (KliImportIndex *index,
                       const KliCard *card,
                       const char *match_key,
                       const KliImportPointKey *point,
                       KliImportMatch *match)
{
  g_autofree char *key = point_key (point->kind, point->normal);
  const GSList *at = g_hash_table_lookup (index->by_point, key);

  for (; at != NULL && match->likeness != KLI_IMPORT_SAME_PERSON; at = at->next)
    {
      KliImportContact *contact = at->data;
      g_autofree char *other_key = kli_name_match_key (contact->name);
      g_autoptr (KliCard) other = contact->id == 0 ? kli_card_pile_read (index->cards, contact->card) : NULL;

      weigh (match, card, match_key, other_key, other, point, contact);
    }
}

static gboolean
find_by_point_in_store (KliImportIndex *index,
                        const KliCard *card,
                        const char *match_key,
                        const KliImportPointKey *point,
                        KliImportMatch *match,
                        GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (index->connection, point->source->find, error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_text (statement, 1, point->normal);
  kli_statement_bind_text (statement, 2, point->kind);
  kli_statement_bind_text (statement, 3, match_key);
  while (match->likeness != KLI_IMPORT_SAME_PERSON && kli_statement_step (statement, &failure))
    {
      KliImportContact *contact = kli_import_index_get_stored (index, kli_statement_get_integer (statement, 0),
                                                               kli_statement_get_text (statement, 1));

      weigh (match, card, match_key, kli_statement_get_text (statement, 2), NULL, point, contact);
    }

  return finish_statement (&failure, error);
}

/* Looks for somebody by one point of a card. Returns: FALSE with @error set. */
typedef gboolean (*FindByPoint) (KliImportIndex *index,
                                 const KliCard *card,
                                 const char *match_key,
                                 const KliImportPointKey *point,
                                 KliImportMatch *match,
                                 GError **error);

/* One point after the other, until somebody is the same. */
static gboolean
find_by_points (
    KliImportIndex *index, const KliImportRead *read, FindByPoint find, KliImportMatch *match, GError **error)
{
  for (guint i = 0; i < read->points->len && match->likeness != KLI_IMPORT_SAME_PERSON; i++)
    {
      const KliImportPointKey *point = &g_array_index (read->points, KliImportPointKey, i);

      if (*point->normal != '\0' && !find (index, read->card, read->match_key, point, match, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
find_by_point (KliImportIndex *index,
               const KliCard *card,
               const char *match_key,
               const KliImportPointKey *point,
               KliImportMatch *match,
               GError **error)
{
  if (point->is_stored && !find_by_point_in_store (index, card, match_key, point, match, error))
    return FALSE;
  find_by_point_in_file (index, card, match_key, point, match);

  return TRUE;
}

/* Somebody in the trash is looked for only when nobody else is the same: who was thrown away does not come back as
 * a second one unasked. */
static gboolean
find_in_trash_by_point (KliImportIndex *index,
                        const KliCard *card,
                        const char *match_key,
                        const KliImportPointKey *point,
                        KliImportMatch *match,
                        GError **error)
{
  g_autoptr (KliStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  if (!point->is_stored)
    return TRUE;
  statement = kli_connection_lend (index->connection, point->source->find_trashed, error);
  if (statement == NULL)
    return FALSE;
  kli_statement_bind_text (statement, 1, point->normal);
  kli_statement_bind_text (statement, 2, point->kind);
  while (!match->in_trash && kli_statement_step (statement, &failure))
    {
      const char *name = kli_statement_get_text (statement, 1);
      g_autofree char *other_key = kli_name_match_key (name);

      if (!g_str_equal (match_key, other_key))
        continue;
      match->likeness = KLI_IMPORT_SAME_PERSON;
      match->contact = kli_import_index_get_stored (index, kli_statement_get_integer (statement, 0), name);
      match->in_trash = TRUE;
    }

  return finish_statement (&failure, error);
}

static gboolean
find_in_trash (KliImportIndex *index, const KliImportRead *read, KliImportMatch *match, GError **error)
{
  return *read->match_key == '\0' || find_by_points (index, read, find_in_trash_by_point, match, error);
}

/* --- by name ------------------------------------------------------------------------------------------ */

static gboolean
find_by_name_in_store (
    KliImportIndex *index, const char *kind, const char *match_key, KliImportMatch *match, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (index->connection, "import-by-name", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_text (statement, 1, match_key);
  while (match->contact == NULL && kli_statement_step (statement, &failure))
    if (g_str_equal (kli_statement_get_text (statement, 1), kind))
      match->contact = kli_import_index_get_stored (index, kli_statement_get_integer (statement, 0),
                                                    kli_statement_get_text (statement, 2));

  return finish_statement (&failure, error);
}

static gboolean
find_by_name (KliImportIndex *index, const KliCard *card, const char *match_key, KliImportMatch *match, GError **error)
{
  const char *kind = kli_row_get_text (card->contact, KLI_CONTACT_KIND);
  g_autofree char *key = name_key (kind, match_key);

  match->contact = g_hash_table_lookup (index->by_name, key);
  if (match->contact == NULL && index->connection != NULL
      && !find_by_name_in_store (index, kind, match_key, match, error))
    return FALSE;
  if (match->contact != NULL)
    match->likeness = KLI_IMPORT_SAME_NAME;

  return TRUE;
}

/* --- whoever it is ------------------------------------------------------------------------------------ */

static gboolean
find (KliImportIndex *index, const KliImportRead *read, KliImportMatch *match, GError **error)
{
  if (!find_by_card (index, read->card, match, error))
    return FALSE;
  if (match->likeness != KLI_IMPORT_NOBODY)
    return TRUE;
  if (!look_for_points (index, read, error) || !find_by_points (index, read, find_by_point, match, error)
      || !find_in_trash (index, read, match, error))
    return FALSE;

  return match->likeness != KLI_IMPORT_NOBODY || *read->match_key == '\0'
         || find_by_name (index, read->card, read->match_key, match, error);
}

/* What went into another card is in the trash, but never comes back from it: it is the other one. */
static gboolean
follow_merge (KliImportIndex *index, KliImportMatch *match, GError **error)
{
  gint64 into = match->in_trash ? kli_merged_into (index->connection, match->contact->id, error) : 0;
  g_autoptr (KliRow) contact
      = into > 0 ? kli_connection_load (index->connection, &kli_contact_kind, into, error) : NULL;

  if (contact == NULL)
    return into == 0;
  match->contact = kli_import_index_get_stored (index, into, kli_row_get_text (contact, KLI_CONTACT_NAME));
  match->was_merged = TRUE;

  return TRUE;
}

gboolean
kli_import_index_find (KliImportIndex *index, guint n, KliImportMatch *match, GError **error)
{
  g_return_val_if_fail (index != NULL && match != NULL, FALSE);

  *match = (KliImportMatch){ .likeness = KLI_IMPORT_NOBODY };

  return find (index, get_read (index, n), match, error) && follow_merge (index, match, error);
}
