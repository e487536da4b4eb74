/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Relations and households of those whom an import writes: who is meant may be in the store, or come later in the same
 * file. */
#include "operations/kli-related.h"

#include "core/kli-fold.h"
#include "core/kli-kinds.h"
#include "core/kli-relation.h"
#include "operations/kli-contact-rules.h"
#include "operations/kli-find.h"
#include "operations/kli-household.h"

#define HOUSEHOLD "household"

/* Returns: (transfer full) */
static char *
key_of (const KliRelated *related)
{
  return g_strconcat (KLI_CARD_KEY_UID, related->uid, NULL);
}

/* --- who is there ------------------------------------------------------------------------------------- */

/* Several of one name are nobody. */
#define SEVERAL (-1)

typedef struct
{
  gint64 anybody;
  gint64 household; /* only one of those is meant */
} Somebody;

/* What waits for somebody. */
typedef struct
{
  gint64 contact;
  gboolean is_person;
  gint64 position; /* of an extra, should nobody come */
  gboolean asked;  /* and nobody was there yet */
  KliRelated *related;
} Waiting;

struct _KliRelatedPeople
{
  GHashTable *awaited; /* (nullable): set of keys of UIDs and folded names: nobody else is remembered */
  GHashTable *written; /* the same → Somebody */
  GHashTable *made;    /* set of texts: relations that were made, and who has a household */
  GPtrArray *waiting;  /* Waiting */
};

static void
waiting_free (gpointer data)
{
  Waiting *waiting = data;

  if (waiting == NULL)
    return;

  kli_related_free (waiting->related);
  g_free (waiting);
}

KliRelatedPeople *
kli_related_people_new (GHashTable *awaited)
{
  KliRelatedPeople *people = g_new0 (KliRelatedPeople, 1);

  people->awaited = awaited != NULL ? g_hash_table_ref (awaited) : NULL;
  people->written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  people->made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  people->waiting = g_ptr_array_new_with_free_func (waiting_free);

  return people;
}

void
kli_related_people_free (KliRelatedPeople *people)
{
  if (people == NULL)
    return;

  g_clear_pointer (&people->awaited, g_hash_table_unref);
  g_hash_table_unref (people->written);
  g_hash_table_unref (people->made);
  g_ptr_array_unref (people->waiting);
  g_free (people);
}

void
kli_related_await (GHashTable *awaited, const KliCard *card)
{
  g_return_if_fail (awaited != NULL && card != NULL);

  for (guint i = 0; i < card->extras->len; i++)
    {
      g_autoptr (KliRelated) related = kli_related_parse (g_ptr_array_index (card->extras, i));

      if (related == NULL)
        continue;
      g_hash_table_add (awaited, key_of (related));
      g_hash_table_add (awaited, kli_fold (related->name));
    }
}

static void
meet (gint64 *known, gint64 id)
{
  *known = *known == 0 || *known == id ? id : SEVERAL;
}

static void
remember (KliRelatedPeople *people, const char *key, const KliRow *contact)
{
  Somebody *somebody = g_hash_table_lookup (people->written, key);

  if (people->awaited == NULL || !g_hash_table_contains (people->awaited, key))
    return;
  if (somebody == NULL)
    {
      somebody = g_new0 (Somebody, 1);
      g_hash_table_insert (people->written, g_strdup (key), somebody);
    }
  meet (&somebody->anybody, contact->id);
  if (kli_contact_is (contact, HOUSEHOLD))
    meet (&somebody->household, contact->id);
}

static void
learn (KliRelatedPeople *people, KliDraft *draft)
{
  g_autoptr (GPtrArray) sources = NULL;
  const KliRow *contact = kli_draft_get_root (draft);
  g_autofree char *name = NULL;

  if (people->awaited == NULL || g_hash_table_size (people->awaited) == 0)
    return;
  sources = kli_draft_list_parts (draft, &kli_contact_source_kind);
  name = kli_fold (kli_row_get_text (contact, KLI_CONTACT_NAME));
  for (guint i = 0; i < sources->len; i++)
    remember (people, kli_row_get_text (g_ptr_array_index (sources, i), KLI_CONTACT_SOURCE_KEY), contact);
  remember (people, name, contact);
}

/* Who of this file goes by @key, a UID or a folded name. Returns: 0 for nobody */
static gint64
find_written (const KliRelatedPeople *people, const KliRelated *related, const char *key)
{
  const Somebody *known = g_hash_table_lookup (people->written, key);

  if (known == NULL)
    return 0;

  return related->is_household ? known->household : known->anybody;
}

/* @id, where the contact is not in the trash, and a household where one is meant. Returns: else 0, -1 with @error set
 */
static gint64
check (KliConnection *connection, const KliRelated *related, gint64 id, GError **error)
{
  g_autoptr (KliRow) contact = id > 0 ? kli_connection_load (connection, &kli_contact_kind, id, error) : NULL;

  if (id <= 0 || contact == NULL)
    return id <= 0 ? id : -1;

  return contact->deleted_at == 0 && (!related->is_household || kli_contact_is (contact, HOUSEHOLD)) ? id : 0;
}

/* The only one of that name, in this file and in the store. Returns: 0 for nobody, -1 with @error set */
static gint64
find_by_name (KliRelatedPeople *people, const KliRelated *related, KliConnection *connection, GError **error)
{
  g_autofree char *folded = kli_fold (related->name);
  g_autoptr (GArray) stored
      = kli_find_contacts_by_name (connection, related->name, related->is_household ? HOUSEHOLD : NULL, 2, error);
  gint64 id = find_written (people, related, folded);

  if (stored == NULL)
    return -1;
  for (guint i = 0; i < stored->len; i++)
    meet (&id, g_array_index (stored, gint64, i));

  return id != SEVERAL ? id : 0;
}

/* By the UID, first in this file, then in the store, and then by the name. Returns: 0 for nobody, -1 with @error set */
static gint64
find (KliRelatedPeople *people, const KliRelated *related, KliConnection *connection, GError **error)
{
  g_autofree char *key = key_of (related);
  gint64 id = *related->uid != '\0' ? find_written (people, related, key) : 0;

  if (id > 0)
    return id;
  id = kli_related_find (connection, related, error);

  return id != 0 ? check (connection, related, id, error) : find_by_name (people, related, connection, error);
}

/* --- making it ---------------------------------------------------------------------------------------- */

/* Returns: (transfer full) (nullable): NULL when it cannot be */
static KliRow *
make_relation (gint64 contact, gint64 other, const KliRelated *related)
{
  g_autoptr (KliRow) row = kli_row_new (&kli_relation_kind);

  if (contact == other || !kli_relation_set (row, contact, other, related->end))
    return NULL;
  kli_row_set_text (row, KLI_RELATION_FROM_ON, related->from_on);
  kli_row_set_text (row, KLI_RELATION_TO_ON, related->to_on);
  kli_row_set_text (row, kli_relation_word_column (row, contact, FALSE), related->word);
  kli_row_set_text (row, kli_relation_word_column (row, contact, TRUE), related->back_word);

  return g_steal_pointer (&row);
}

/* Both cards tell of it; where both ends are alike, each with itself first. Returns: (transfer full) */
static char *
print_relation (const KliRow *row)
{
  gint64 contact = kli_row_get_integer (row, KLI_RELATION_CONTACT),
         other = kli_row_get_integer (row, KLI_RELATION_OTHER);
  g_autoptr (KliRow) mirror = contact > other ? kli_relation_mirror (row) : NULL;
  const KliRow *said = mirror != NULL ? mirror : row;

  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s %s %s",
                          kli_row_get_integer (said, KLI_RELATION_CONTACT),
                          kli_row_get_integer (said, KLI_RELATION_OTHER), kli_row_get_text (said, KLI_RELATION_KIND),
                          kli_row_get_text (said, KLI_RELATION_TO_ON), kli_row_get_text (said, KLI_RELATION_WORD));
}

/* Whether somebody has no household yet. Returns: FALSE, also with @error set */
static gboolean
may_move_in (
    const Waiting *waiting, const char *said, KliRelatedPeople *people, KliConnection *connection, GError **error)
{
  return waiting->is_person && !g_hash_table_contains (people->made, said)
         && kli_household_of (connection, waiting->contact, NULL, error) == 0;
}

/* @done: (out): whether it could be. Returns: FALSE with @error set */
static gboolean
move_in (
    KliRelatedPeople *people, const Waiting *waiting, gint64 household, KliEdit *edit, gboolean *done, GError **error)
{
  g_autofree char *said = g_strdup_printf ("%" G_GINT64_FORMAT, waiting->contact);
  g_autoptr (KliRow) row = kli_row_new (&kli_household_member_kind);
  g_autoptr (GError) failure = NULL;

  *done = may_move_in (waiting, said, people, kli_edit_get_connection (edit), &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (!*done)
    return TRUE;
  g_hash_table_add (people->made, g_steal_pointer (&said));
  kli_row_set_integer (row, KLI_HOUSEHOLD_MEMBER_CONTACT, waiting->contact);
  kli_row_set_integer (row, KLI_HOUSEHOLD_MEMBER_HOUSEHOLD, household);

  return kli_edit_insert (edit, row, error);
}

/* Whether the store says the same already. Returns: FALSE, also with @error set */
static gboolean
is_told (const KliRow *row, gint64 contact, KliConnection *connection, GError **error)
{
  g_autoptr (KliStatement) relations = kli_connection_lend (connection, "relations", error);
  g_autofree char *said = print_relation (row);
  gboolean told = FALSE;

  if (relations == NULL)
    return FALSE;
  kli_statement_bind_integer (relations, 1, contact);
  while (!told && kli_statement_step (relations, error))
    {
      g_autoptr (KliRow) ours = kli_statement_get_row (relations, 0, &kli_relation_kind);
      g_autofree char *text = print_relation (ours);

      told = g_str_equal (text, said);
    }

  return told;
}

/* Once, whichever card tells it. Returns: FALSE with @error set */
static gboolean
make (KliRelatedPeople *people, const KliRow *relation, gint64 contact, KliEdit *edit, GError **error)
{
  g_autoptr (KliRow) row = kli_row_copy (relation);
  g_autoptr (GError) failure = NULL;

  if (!g_hash_table_add (people->made, print_relation (row))
      || is_told (row, contact, kli_edit_get_connection (edit), &failure))
    return TRUE;
  if (failure == NULL)
    return kli_edit_insert (edit, row, error);
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* @done: (out): whether somebody is meant. Returns: FALSE with @error set */
static gboolean
relate (KliRelatedPeople *people, const Waiting *waiting, KliEdit *edit, gboolean *done, GError **error)
{
  gint64 other = find (people, waiting->related, kli_edit_get_connection (edit), error);
  g_autoptr (KliRow) row = NULL;

  *done = FALSE;
  if (other <= 0)
    return other == 0;
  if (waiting->related->is_household)
    return move_in (people, waiting, other, edit, done, error);
  row = make_relation (waiting->contact, other, waiting->related);
  *done = row != NULL;

  return row == NULL || make (people, row, waiting->contact, edit, error);
}

gboolean
kli_related_people_write (
    KliRelatedPeople *people, KliDraft *draft, const GPtrArray *wanted, KliEdit *edit, GError **error)
{
  const KliRow *contact = kli_draft_get_root (draft);
  g_autoptr (GPtrArray) extras = kli_draft_list_parts (draft, &kli_contact_extra_kind);

  g_return_val_if_fail (people != NULL && wanted != NULL && edit != NULL, FALSE);

  learn (people, draft);
  for (guint i = 0; i < wanted->len; i++)
    {
      g_autofree char *text = kli_related_to_text (g_ptr_array_index (wanted, i));
      g_autoptr (KliRow) extra = kli_row_new (&kli_contact_extra_kind);
      Waiting *waiting = g_new0 (Waiting, 1);

      kli_row_set_text (extra, KLI_CONTACT_EXTRA_GROUPING, KLI_CARD_EXTRA_COLUMN);
      kli_row_set_text (extra, KLI_CONTACT_EXTRA_NAME, kli_related_column (g_ptr_array_index (wanted, i)));
      kli_row_set_text (extra, KLI_CONTACT_EXTRA_VALUE, text);
      waiting->contact = contact->id;
      waiting->is_person = kli_contact_is (contact, "person");
      waiting->position = extras->len + i;
      waiting->related = kli_related_parse (extra);
      g_ptr_array_add (people->waiting, waiting);
    }

  return TRUE;
}

static gboolean
keep (const Waiting *waiting, KliEdit *edit, GError **error)
{
  g_autoptr (KliRow) extra = kli_row_new (&kli_contact_extra_kind);
  g_autofree char *text = kli_related_to_text (waiting->related);

  kli_row_set_integer (extra, KLI_CONTACT_EXTRA_CONTACT, waiting->contact);
  kli_row_set_text (extra, KLI_CONTACT_EXTRA_GROUPING, KLI_CARD_EXTRA_COLUMN);
  kli_row_set_text (extra, KLI_CONTACT_EXTRA_NAME, kli_related_column (waiting->related));
  kli_row_set_text (extra, KLI_CONTACT_EXTRA_VALUE, text);
  kli_row_set_integer (extra, KLI_CONTACT_EXTRA_POSITION, waiting->position);

  return kli_edit_insert (edit, extra, error);
}

gboolean
kli_related_people_settle (KliRelatedPeople *people, gboolean is_end, KliEdit *edit, GError **error)
{
  g_autoptr (GPtrArray) waiting = NULL;

  g_return_val_if_fail (people != NULL && edit != NULL, FALSE);

  waiting = g_steal_pointer (&people->waiting);
  people->waiting = g_ptr_array_new_with_free_func (waiting_free);
  for (guint i = 0; i < waiting->len; i++)
    {
      Waiting *one = g_ptr_array_index (waiting, i);
      gboolean done = FALSE;

      if ((is_end || !one->asked) && !relate (people, one, edit, &done, error))
        return FALSE;
      if (done)
        continue;
      one->asked = TRUE;
      if (!is_end)
        g_ptr_array_add (people->waiting, g_steal_pointer (&waiting->pdata[i]));
      else if (!keep (one, edit, error))
        return FALSE;
    }

  return TRUE;
}
