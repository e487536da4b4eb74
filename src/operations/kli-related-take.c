/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Relations and households in from foreign files: what a card says of others that is not said yet. It names them by the
 * UID of their card, and by their name. */
#include "operations/kli-related.h"

#include "core/kli-fold.h"
#include "core/kli-kinds.h"
#include "core/kli-relation.h"
#include "operations/kli-contact-rules.h"
#include "operations/kli-export.h"
#include "operations/kli-find.h"
#include "operations/kli-import-parts.h"
#include "operations/kli-merge.h"

#include <string.h>

gint64
kli_related_find (KliConnection *connection, const KliRelated *related, GError **error)
{
  g_autofree char *key = g_strconcat (KLI_CARD_KEY_UID, related->uid, NULL);
  gint64 id = kli_export_parse_key (key);
  g_autoptr (GError) failure = NULL;
  g_autoptr (KliRow) contact = id > 0 ? kli_connection_load (connection, &kli_contact_kind, id, &failure) : NULL;

  if (failure != NULL && !g_error_matches (failure, KLI_STORE_ERROR, KLI_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return -1;
    }
  if (contact != NULL && contact->deleted_at != 0)
    {
      gint64 into = kli_merged_into (connection, id, error);

      return into != 0 ? into : id;
    }
  if (contact != NULL || *related->uid == '\0')
    return contact != NULL ? id : 0;

  return kli_find_contact_by_source (connection, KLI_CARD_SOURCE_VCARD, key, error);
}

/* What a card says of somebody. */
typedef struct
{
  const KliRelated *related;
  const KliWhole *whole;     /* (nullable): the contact whose card it is */
  KliConnection *connection; /* (nullable) */
  gint64 meant;              /* by the UID; 0: nobody in the store has it */
} Saying;

/* Whether @contact has a UID that some file gave it. */
static gboolean
was_read (KliConnection *connection, gint64 contact)
{
  g_autofree char *uid = kli_related_read_uid (connection, contact, NULL);
  g_autofree char *key = g_strconcat (KLI_CARD_KEY_UID, uid, NULL);

  return uid != NULL && kli_export_parse_key (key) != contact;
}

/* Whether it is about the contact @other. Of namesakes the UID tells which one. */
static gboolean
names (const Saying *saying, gint64 other)
{
  if (other == 0 || saying->whole == NULL)
    return FALSE;
  if (saying->meant > 0)
    return saying->meant == other;
  if (*saying->related->uid != '\0' && was_read (saying->connection, other))
    return FALSE;

  return *saying->related->name != '\0'
         && kli_fold_equal (saying->related->name, kli_whole_get_name (saying->whole, other));
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
find_relation (KliDraft *draft, const Saying *saying)
{
  g_autoptr (GPtrArray) parts = kli_draft_list_parts (draft, &kli_relation_kind);
  gint64 self = kli_draft_get_root (draft)->id;

  for (guint ends = 0; ends < 2; ends++)
    for (guint i = 0; i < parts->len; i++)
      {
        KliRow *part = g_ptr_array_index (parts, i);

        if (is_meant (part, self, saying->related, ends != 0) && names (saying, kli_relation_get_other (part, self)))
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
lives_there (KliDraft *draft, const Saying *saying, gboolean *elsewhere)
{
  g_autoptr (GPtrArray) parts = kli_draft_list_parts (draft, &kli_household_member_kind);

  *elsewhere = parts->len > 0 || !kli_contact_is (kli_draft_get_root (draft), "person");
  for (guint i = 0; i < parts->len; i++)
    if (names (saying, kli_row_get_integer (g_ptr_array_index (parts, i), KLI_HOUSEHOLD_MEMBER_HOUSEHOLD)))
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
kli_related_take (
    GPtrArray *wanted, KliDraft *draft, const KliWhole *whole, KliConnection *connection, const KliRow *extra, guint *n)
{
  g_autoptr (KliRelated) related = kli_related_parse (extra);
  Saying saying = { related, whole, connection, 0 };
  gboolean elsewhere = FALSE;
  KliRow *ours;

  if (related == NULL)
    return FALSE;
  /* A store that cannot be read fails what is read next. */
  if (whole != NULL)
    saying.meant = kli_related_find (connection, related, NULL);
  if (related->is_household && lives_there (draft, &saying, &elsewhere))
    return TRUE;
  ours = related->is_household ? NULL : find_relation (draft, &saying);
  if (ours != NULL)
    {
      *n += fill_relation (ours, kli_draft_get_root (draft)->id, related);
      return TRUE;
    }
  /* What named nobody the last time is there as it was read. */
  if (elsewhere || kli_import_has_extra (draft, extra))
    return FALSE;
  if (!is_wanted (wanted, related))
    {
      g_ptr_array_add (wanted, g_steal_pointer (&related));
      ++*n;
    }

  return TRUE;
}
