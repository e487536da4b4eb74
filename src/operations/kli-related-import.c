/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Relations and households in from foreign files. A card names others by the UID of theirs, and by their name; they may
 * be in the store, or come later in the same file. */
#include "operations/kli-related.h"

#include "core/kli-fold.h"
#include "core/kli-kinds.h"
#include "core/kli-relation.h"
#include "operations/kli-export.h"
#include "operations/kli-find.h"
#include "operations/kli-household.h"

#include <string.h>

#define HOUSEHOLD "household"

/* Returns: (transfer full) */
static char *
key_of (const KliRelated *related)
{
  return g_strconcat (KLI_CARD_KEY_UID, related->uid, NULL);
}

static gboolean
is_of_kind (const KliRow *contact, const char *kind)
{
  return g_str_equal (kli_row_get_text (contact, KLI_CONTACT_KIND), kind);
}

/* --- what a card says that is not said yet ------------------------------------------------------------ */

/* Whether @related is about the contact @other of @whole. */
static gboolean
names (const KliRelated *related, const KliWhole *whole, gint64 other)
{
  g_autofree char *key = key_of (related);
  g_autofree char *theirs = kli_fold (related->name);
  g_autofree char *ours = NULL;

  if (other == 0 || whole == NULL)
    return FALSE;
  ours = kli_fold (kli_whole_get_name (whole, other));

  return kli_export_parse_key (key) == other || (*theirs != '\0' && g_str_equal (ours, theirs));
}

static guint
fill (KliRow *ours, guint column, const char *theirs)
{
  if (*theirs == '\0' || *kli_row_get_text (ours, column) != '\0')
    return 0;
  kli_row_set_text (ours, column, theirs);

  return 1;
}

/* Whether both say the same, or one of them nothing. */
static gboolean
agree (const char *ours, const char *theirs)
{
  return *ours == '\0' || *theirs == '\0' || g_str_equal (ours, theirs);
}

/* Whether the beginnings agree, and ours is not after their end. */
static gboolean
ends_later (const KliRow *part, const KliRelated *related)
{
  const char *from = kli_row_get_text (part, KLI_RELATION_FROM_ON);

  return agree (from, related->from_on) && strcmp (from, related->to_on) <= 0;
}

/* Somebody may be related anew: one that has ended is another one. @ends: whether @related tells when ours, that has
 * not ended, did. */
static gboolean
is_meant (const KliRow *part, gint64 self, const KliRelated *related, gboolean ends)
{
  const char *end = kli_row_get_text (part, KLI_RELATION_TO_ON);

  if (!g_str_equal (kli_relation_get_end (part, self), related->end)
      || !agree (kli_row_get_text (part, kli_relation_word_column (part, self, FALSE)), related->word)
      || !agree (kli_row_get_text (part, kli_relation_word_column (part, self, TRUE)), related->back_word))
    return FALSE;

  return ends ? *end == '\0' && ends_later (part, related) : g_str_equal (end, related->to_on);
}

static KliRow *
find_relation (KliDraft *draft, const KliWhole *whole, const KliRelated *related)
{
  g_autoptr (GPtrArray) parts = kli_draft_list_parts (draft, &kli_relation_kind);
  gint64 self = kli_draft_get_root (draft)->id;

  for (guint ends = 0; ends < 2; ends++)
    for (guint i = 0; i < parts->len; i++)
      {
        KliRow *part = g_ptr_array_index (parts, i);

        if (is_meant (part, self, related, ends != 0) && names (related, whole, kli_relation_get_other (part, self)))
          return part;
      }

  return NULL;
}

static guint
fill_relation (KliRow *part, gint64 self, const KliRelated *related)
{
  return fill (part, KLI_RELATION_FROM_ON, related->from_on) + fill (part, KLI_RELATION_TO_ON, related->to_on)
         + fill (part, kli_relation_word_column (part, self, FALSE), related->word)
         + fill (part, kli_relation_word_column (part, self, TRUE), related->back_word);
}

/* @elsewhere: (out): whether somebody lives in another one. */
static gboolean
lives_there (KliDraft *draft, const KliWhole *whole, const KliRelated *related, gboolean *elsewhere)
{
  g_autoptr (GPtrArray) parts = kli_draft_list_parts (draft, &kli_household_member_kind);

  *elsewhere = parts->len > 0 || !is_of_kind (kli_draft_get_root (draft), "person");
  for (guint i = 0; i < parts->len; i++)
    if (names (related, whole, kli_row_get_integer (g_ptr_array_index (parts, i), KLI_HOUSEHOLD_MEMBER_HOUSEHOLD)))
      return TRUE;

  return FALSE;
}

/* What named nobody the last time is there as it was read. */
static gboolean
is_kept (KliDraft *draft, const KliRow *extra)
{
  g_autoptr (GPtrArray) parts = kli_draft_list_parts (draft, &kli_contact_extra_kind);

  for (guint i = 0; i < parts->len; i++)
    if (g_str_equal (kli_row_get_text (g_ptr_array_index (parts, i), KLI_CONTACT_EXTRA_NAME),
                     kli_row_get_text (extra, KLI_CONTACT_EXTRA_NAME))
        && g_str_equal (kli_row_get_text (g_ptr_array_index (parts, i), KLI_CONTACT_EXTRA_VALUE),
                        kli_row_get_text (extra, KLI_CONTACT_EXTRA_VALUE)))
      return TRUE;

  return FALSE;
}

static gboolean
is_wanted (const GPtrArray *wanted, const KliRelated *related)
{
  g_autofree char *text = kli_related_to_text (related);

  for (guint i = 0; i < wanted->len; i++)
    {
      const KliRelated *other = g_ptr_array_index (wanted, i);
      g_autofree char *said = kli_related_to_text (other);

      if (other->is_household == related->is_household && (related->is_household || g_str_equal (said, text)))
        return TRUE;
    }

  return FALSE;
}

gboolean
kli_related_take (GPtrArray *wanted, KliDraft *draft, const KliWhole *whole, const KliRow *extra, guint *n)
{
  g_autoptr (KliRelated) related = kli_related_parse (extra);
  gboolean elsewhere = FALSE;
  KliRow *ours;

  if (related == NULL)
    return FALSE;
  if (related->is_household && lives_there (draft, whole, related, &elsewhere))
    return TRUE;
  ours = related->is_household ? NULL : find_relation (draft, whole, related);
  if (ours != NULL)
    {
      *n += fill_relation (ours, kli_draft_get_root (draft)->id, related);
      return TRUE;
    }
  if (elsewhere || is_kept (draft, extra))
    return FALSE;
  if (!is_wanted (wanted, related))
    {
      g_ptr_array_add (wanted, g_steal_pointer (&related));
      ++*n;
    }

  return TRUE;
}

/* --- who is there ------------------------------------------------------------------------------------- */

typedef struct
{
  gint64 id; /* -1: several are called so */
  gboolean is_household;
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
remember (KliRelatedPeople *people, const char *key, const KliRow *contact, gboolean is_name)
{
  Somebody somebody = { contact->id, is_of_kind (contact, HOUSEHOLD) };
  const Somebody *known = g_hash_table_lookup (people->written, key);

  if (people->awaited == NULL || !g_hash_table_contains (people->awaited, key))
    return;
  if (is_name && known != NULL && known->id != contact->id)
    somebody.id = -1;
  g_hash_table_replace (people->written, g_strdup (key), g_memdup2 (&somebody, sizeof somebody));
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
    remember (people, kli_row_get_text (g_ptr_array_index (sources, i), KLI_CONTACT_SOURCE_KEY), contact, FALSE);
  remember (people, name, contact, TRUE);
}

/* Whether @id may be meant: it is there, and a household where one is meant. Returns: 0 for no, -1 with @error set */
static gint64
check (KliConnection *connection, gint64 id, gboolean household, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (KliRow) contact = id > 0 ? kli_connection_load (connection, &kli_contact_kind, id, &failure) : NULL;

  if (failure != NULL && !g_error_matches (failure, KLI_STORE_ERROR, KLI_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return -1;
    }

  return contact != NULL && contact->deleted_at == 0 && (!household || is_of_kind (contact, HOUSEHOLD)) ? id : 0;
}

/* The same of what is in the store. */
static gint64
find_in_store (KliConnection *connection, const KliRelated *related, const char *key, GError **error)
{
  gint64 id = check (connection, kli_export_parse_key (key), related->is_household, error);

  if (id == 0 && *related->uid != '\0')
    {
      id = kli_find_contact_by_source (connection, KLI_CARD_SOURCE_VCARD, key, error);
      id = id > 0 ? check (connection, id, related->is_household, error) : id;
    }

  return id != 0
             ? id
             : kli_find_contact_by_name (connection, related->name, related->is_household ? HOUSEHOLD : NULL, error);
}

/* By the UID, else by the name; those of this file first. Returns: 0 for nobody, -1 with @error set */
static gint64
find (KliRelatedPeople *people, const KliRelated *related, KliConnection *connection, GError **error)
{
  g_autofree char *key = key_of (related);
  g_autofree char *name = kli_fold (related->name);
  const Somebody *known = g_hash_table_lookup (people->written, key);

  if (known == NULL || *related->uid == '\0')
    known = g_hash_table_lookup (people->written, name);
  if (known == NULL)
    return find_in_store (connection, related, key, error);

  return known->id > 0 && known->is_household >= related->is_household ? known->id : 0;
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

  return row == NULL || !g_hash_table_add (people->made, print_relation (row)) || kli_edit_insert (edit, row, error);
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
      waiting->is_person = is_of_kind (contact, "person");
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
