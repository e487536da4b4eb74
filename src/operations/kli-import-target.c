/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One contact while an import fills it. What differs is taken from the file; nothing of ours is dropped. */
#include "operations/kli-import-target.h"

#include "core/kli-fold.h"
#include "core/kli-kinds.h"
#include "operations/kli-import-parts.h"
#include "operations/kli-own-exchange.h"
#include "operations/kli-point.h"
#include "operations/kli-related.h"
#include "operations/kli-staff-exchange.h"

#include <string.h>

struct _KliImportTarget
{
  KliDraft *draft;
  KliWhole *whole;                 /* (nullable): what was there: the names of its organisations and tags */
  KliConnection *connection;       /* (nullable): of the store it is in */
  GPtrArray *links;                /* KliCardAffiliation: to be made */
  GPtrArray *tags;                 /* char*: to be set */
  GPtrArray *wanted;               /* KliRelated: whom it is to be related to, and to live with */
  GBytes *photo;                   /* (nullable): to be kept */
  gint64 staff[KLI_N_STAFF_ROLES]; /* who looks after it by the card merged last */
  gboolean left_out;               /* of the card merged last something is not taken that may be another time */
  gboolean is_raw;                 /* something was merged since the draft was settled */
};

static void
link_free (gpointer data)
{
  kli_card_affiliation_free (data);
}

/* Takes @draft. */
static KliImportTarget *
target_new (KliDraft *draft)
{
  KliImportTarget *target = g_new0 (KliImportTarget, 1);

  kli_draft_set_foreign (draft);
  target->draft = draft;
  target->links = g_ptr_array_new_with_free_func (link_free);
  target->tags = g_ptr_array_new_with_free_func (g_free);
  target->wanted = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_related_free);

  return target;
}

KliImportTarget *
kli_import_target_new (void)
{
  return target_new (kli_draft_new (&kli_contact_kind));
}

KliImportTarget *
kli_import_target_new_from_whole (KliWhole *whole, KliConnection *connection)
{
  KliImportTarget *target;

  g_return_val_if_fail (whole != NULL && connection != NULL, NULL);

  target = target_new (kli_draft_new_from_whole (whole));
  target->whole = kli_whole_ref (whole);
  target->connection = connection;

  return target;
}

void
kli_import_target_free (KliImportTarget *target)
{
  if (target == NULL)
    return;

  kli_draft_free (target->draft);
  g_clear_pointer (&target->whole, kli_whole_unref);
  g_ptr_array_unref (target->links);
  g_ptr_array_unref (target->tags);
  g_ptr_array_unref (target->wanted);
  g_clear_pointer (&target->photo, g_bytes_unref);
  g_free (target);
}

char *
kli_import_point_normal (const KliRow *point, const KliBusiness *business)
{
  return kli_point_normal (point, business->country);
}

/* --- the contact itself ------------------------------------------------------------------------------- */

/* A text of several lines is never lost: what the file says and we do not is put behind it. */
static char *
join_lines (const char *ours, const char *theirs)
{
  if (strstr (ours, theirs) != NULL)
    return g_strdup (ours);
  if (strstr (theirs, ours) != NULL)
    return g_strdup (theirs);

  return g_strconcat (ours, "\n", theirs, NULL);
}

static guint
merge_text (KliRow *root, guint column, const char *theirs)
{
  const char *ours = kli_row_get_text (root, column);
  g_autofree char *merged = NULL;

  if (*theirs == '\0')
    return 0;
  merged = root->kind->columns[column].type == KLI_COLUMN_LONG ? join_lines (ours, theirs) : g_strdup (theirs);
  if (g_str_equal (merged, ours))
    return 0;
  kli_row_set_text (root, column, merged);

  return 1;
}

static guint
merge_root (KliImportTarget *target, const KliRow *theirs)
{
  KliRow *root = kli_draft_get_root (target->draft);
  gboolean is_new = kli_draft_get_root_before (target->draft) == NULL;
  guint n = 0;

  for (guint i = 0; i < theirs->kind->n_columns; i++)
    if ((theirs->kind->columns[i].flags & KLI_COLUMN_EDITABLE) && kli_row_is_text (theirs, i)
        && (i != KLI_CONTACT_KIND || is_new))
      n += merge_text (root, i, kli_row_get_text (theirs, i));

  return n;
}

static guint
merge_photo (KliImportTarget *target, const KliCard *card)
{
  KliRow *root = kli_draft_get_root (target->draft);
  g_autofree char *hash = NULL;

  if (card->photo == NULL)
    return 0;
  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, card->photo);
  if (g_str_equal (hash, kli_row_get_text (root, KLI_CONTACT_PHOTO)))
    return 0;
  kli_row_set_text (root, KLI_CONTACT_PHOTO, hash);
  kli_row_set_text (root, KLI_CONTACT_PHOTO_TYPE, card->photo_type);
  g_clear_pointer (&target->photo, g_bytes_unref);
  target->photo = g_bytes_ref (card->photo);

  return 1;
}

/* --- tags and companies ------------------------------------------------------------------------------- */

static gboolean
has_tag (const KliImportTarget *target, const char *name)
{
  g_autoptr (GPtrArray) parts = kli_draft_list_parts (target->draft, &kli_contact_tag_kind);

  for (guint i = 0; i < target->tags->len; i++)
    if (kli_fold_equal (g_ptr_array_index (target->tags, i), name))
      return TRUE;
  for (guint i = 0; i < parts->len; i++)
    {
      gint64 tag = kli_row_get_integer (g_ptr_array_index (parts, i), KLI_CONTACT_TAG_TAG);

      if (kli_fold_equal (kli_whole_get_name (target->whole, tag), name))
        return TRUE;
    }

  return FALSE;
}

static guint
merge_tags (KliImportTarget *target, const KliCard *card)
{
  guint n = 0;

  for (guint i = 0; i < card->tags->len; i++)
    {
      const char *name = g_ptr_array_index (card->tags, i);

      if (*name == '\0' || has_tag (target, name))
        continue;
      g_ptr_array_add (target->tags, g_strdup (name));
      n++;
    }

  return n;
}

/* Our affiliation with the company of that key. Returns: (nullable) */
static KliRow *
find_affiliation (const KliImportTarget *target, const char *key)
{
  g_autoptr (GPtrArray) parts = kli_draft_list_parts (target->draft, &kli_affiliation_kind);

  for (guint i = 0; i < parts->len; i++)
    {
      KliRow *affiliation = g_ptr_array_index (parts, i);
      gint64 organisation = kli_row_get_integer (affiliation, KLI_AFFILIATION_ORGANISATION);
      g_autofree char *other = kli_import_company_key (kli_whole_get_name (target->whole, organisation));

      if (g_str_equal (other, key))
        return affiliation;
    }

  return NULL;
}

static gboolean
has_link (const KliImportTarget *target, const char *key)
{
  for (guint i = 0; i < target->links->len; i++)
    {
      const KliCardAffiliation *link = g_ptr_array_index (target->links, i);
      g_autofree char *other = kli_import_company_key (link->organisation);

      if (g_str_equal (other, key))
        return TRUE;
    }

  return FALSE;
}

static KliCardAffiliation *
copy_link (const KliCardAffiliation *link)
{
  KliCardAffiliation *copy = g_new0 (KliCardAffiliation, 1);

  copy->organisation = g_strdup (link->organisation);
  copy->department = g_strdup (link->department);
  copy->role = g_strdup (link->role);

  return copy;
}

static guint
merge_link (KliImportTarget *target, const KliCardAffiliation *link)
{
  g_autofree char *key = kli_import_company_key (link->organisation);
  KliRow *ours = *key != '\0' ? find_affiliation (target, key) : NULL;

  if (*key == '\0' || has_link (target, key))
    return 0;
  if (ours != NULL)
    return merge_text (ours, KLI_AFFILIATION_ROLE, link->role)
           + merge_text (ours, KLI_AFFILIATION_DEPARTMENT, link->department);
  g_ptr_array_add (target->links, copy_link (link));

  return 1;
}

/* What is a connection already does not become a text beside it. */
static gboolean
has_connection (const KliImportTarget *target, const KliCardAffiliation *link)
{
  g_autofree char *key = kli_import_company_key (link->organisation);

  return *key != '\0' && find_affiliation (target, key) != NULL;
}

/* The company of an organisation's card is itself, and one that is kept as text is a text. */
static guint
merge_companies (KliImportTarget *target, const KliCard *card, gboolean as_text)
{
  KliRow *root = kli_draft_get_root (target->draft);
  gboolean is_person = g_str_equal (kli_row_get_text (root, KLI_CONTACT_KIND), "person");
  guint n = 0;

  for (guint i = 0; i < card->affiliations->len && is_person; i++)
    {
      const KliCardAffiliation *link = g_ptr_array_index (card->affiliations, i);

      if (!as_text || has_connection (target, link))
        n += merge_link (target, link);
      else if (i == 0)
        n += merge_text (root, KLI_CONTACT_COMPANY, link->organisation)
             + merge_text (root, KLI_CONTACT_JOB, link->role);
    }

  return n;
}

/* What is not about the staff, is no relation and no field of the business takes is kept as it was read, and so is what
 * was before there was a field that is called so. */
static guint
merge_extras (KliImportTarget *target, const KliCard *card, const KliImportManner *manner, gboolean same_card)
{
  g_autoptr (KliIdTable) said = kli_id_table_new ();
  guint n = 0;
  KliStaffTaken taken = kli_staff_exchange_take (target->draft, card, manner->staff, &n);

  for (guint i = 0; i < card->extras->len; i++)
    {
      const KliRow *extra = g_ptr_array_index (card->extras, i);

      if (extra == taken.extras[0] || extra == taken.extras[1]
          || kli_related_take (target->wanted, target->draft, target->whole, target->connection, extra, &n))
        continue;
      if (manner->fields == NULL || kli_import_has_extra (target->draft, extra)
          || !kli_own_exchange_take (target->draft, target->whole, manner->fields, manner->business->currency, extra,
                                     said, &n))
        n += kli_import_merge_extra (target->draft, card, extra, same_card);
    }

  memcpy (target->staff, taken.members, sizeof target->staff);
  target->left_out = taken.left_out;

  return n;
}

guint
kli_import_target_merge (KliImportTarget *target,
                         const KliCard *card,
                         const KliImportManner *manner,
                         gboolean same_card)
{
  gboolean left_out;
  guint n;

  g_return_val_if_fail (target != NULL && card != NULL && manner != NULL, 0);

  /* So that this card meets it as it will be written. A contact without a name never gets here. */
  if (target->is_raw)
    kli_draft_settle (target->draft, manner->business, NULL);
  n = merge_root (target, card->contact);
  n += merge_photo (target, card);
  n += kli_import_merge_points (target->draft, card, manner->business);
  n += kli_import_merge_identifiers (target->draft, card, manner->business, same_card, &left_out);
  n += kli_import_merge_addresses (target->draft, card);
  n += merge_extras (target, card, manner, same_card);
  n += merge_tags (target, card);
  n += merge_companies (target, card, manner->company_as_text);
  target->is_raw = n > 0;
  target->left_out = target->left_out || left_out;

  return n;
}

const char *
kli_import_target_get_organisation (const KliImportTarget *target)
{
  const KliRow *root;

  g_return_val_if_fail (target != NULL, NULL);

  root = kli_draft_get_root (target->draft);

  return g_str_equal (kli_row_get_text (root, KLI_CONTACT_KIND), "organisation")
             ? kli_row_get_text (root, KLI_CONTACT_NAME)
             : NULL;
}

const gint64 *
kli_import_target_get_staff (const KliImportTarget *target)
{
  g_return_val_if_fail (target != NULL, NULL);

  return target->staff;
}

void
kli_import_target_foreach_link (const KliImportTarget *target, GFunc func, gpointer user_data)
{
  g_return_if_fail (target != NULL && func != NULL);

  for (guint i = 0; i < target->links->len; i++)
    func (((const KliCardAffiliation *)g_ptr_array_index (target->links, i))->organisation, user_data);
}

/* --- writing ------------------------------------------------------------------------------------------ */

static gboolean
same_text (const KliRow *a, const KliRow *b, guint column)
{
  return g_str_equal (kli_row_get_text (a, column), kli_row_get_text (b, column));
}

static gboolean
same_source (const KliRow *ours, const KliRow *theirs)
{
  return same_text (ours, theirs, KLI_CONTACT_SOURCE_SOURCE) && same_text (ours, theirs, KLI_CONTACT_SOURCE_KEY);
}

void
kli_import_target_set_source (KliImportTarget *target, const KliCard *card)
{
  g_autoptr (KliRow) fresh = kli_row_new (&kli_contact_source_kind);
  KliRow *source;

  g_return_if_fail (target != NULL && card != NULL);

  kli_row_set_text (fresh, KLI_CONTACT_SOURCE_SOURCE, card->source);
  kli_row_set_text (fresh, KLI_CONTACT_SOURCE_KEY, card->key);
  source = kli_import_find_part (target->draft, fresh, same_source);
  if (source == NULL)
    source = kli_draft_take_part (target->draft, g_steal_pointer (&fresh));
  /* What was left out is looked at again when the file is. */
  kli_row_set_text (source, KLI_CONTACT_SOURCE_DIGEST, target->left_out ? "" : card->digest);
}

static gboolean
add_tags (KliImportTarget *target, KliEdit *edit, KliImportLinks *links, GError **error)
{
  for (guint i = 0; i < target->tags->len; i++)
    {
      gint64 id = kli_import_links_find_tag (links, edit, g_ptr_array_index (target->tags, i), error);
      KliRow *row;

      if (id < 0)
        return FALSE;
      row = kli_draft_take_part (target->draft, kli_row_new (&kli_contact_tag_kind));
      kli_row_set_integer (row, KLI_CONTACT_TAG_TAG, id);
    }

  return TRUE;
}

static gboolean
add_affiliations (KliImportTarget *target, KliEdit *edit, KliImportLinks *links, GError **error)
{
  for (guint i = 0; i < target->links->len; i++)
    {
      const KliCardAffiliation *link = g_ptr_array_index (target->links, i);
      gint64 id = kli_import_links_find_organisation (links, edit, link->organisation, error);
      KliRow *row;

      if (id < 0)
        return FALSE;
      row = kli_draft_take_part (target->draft, kli_row_new (&kli_affiliation_kind));
      kli_row_set_integer (row, KLI_AFFILIATION_ORGANISATION, id);
      kli_row_set_text (row, KLI_AFFILIATION_ROLE, link->role);
      kli_row_set_text (row, KLI_AFFILIATION_DEPARTMENT, link->department);
    }

  return TRUE;
}

gint64
kli_import_target_write (
    KliImportTarget *target, KliEdit *edit, const KliBusiness *business, KliImportLinks *links, GError **error)
{
  g_autofree char *hash = NULL;

  g_return_val_if_fail (target != NULL && edit != NULL && links != NULL, 0);

  if (target->photo != NULL)
    {
      hash = kli_edit_keep_content (edit, target->photo, error);
      if (hash == NULL)
        return 0;
    }
  if (!add_tags (target, edit, links, error) || !add_affiliations (target, edit, links, error)
      || !kli_draft_write (target->draft, edit, business, error)
      || !kli_related_people_write (kli_import_links_get_people (links), target->draft, target->wanted, edit, error))
    return 0;

  return kli_draft_get_root (target->draft)->id;
}
