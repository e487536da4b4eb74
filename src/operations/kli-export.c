/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contacts of the store as cards. */
#include "operations/kli-export.h"

#include "core/kli-affiliation.h"
#include "core/kli-identifier.h"
#include "core/kli-kinds.h"
#include "operations/kli-household.h"
#include "operations/kli-own-exchange.h"
#include "operations/kli-related.h"
#include "operations/kli-staff-exchange.h"
#include "store/kli-answer.h"
#include "store/kli-content.h"
#include "store/kli-derive.h"

#include <string.h>

gint64
kli_export_parse_key (const char *key)
{
  gint64 id = 0;

  g_return_val_if_fail (key != NULL, 0);

  if (!g_str_has_prefix (key, KLI_EXPORT_KEY)
      || !g_ascii_string_to_signed (key + strlen (KLI_EXPORT_KEY), 10, 1, G_MAXINT64, &id, NULL))
    return 0;

  return id;
}

static void
set_contact (KliCard *card, const KliRow *root)
{
  for (guint i = 0; i < root->kind->n_columns; i++)
    if (kli_row_is_text (root, i) && i != KLI_CONTACT_PHOTO && i != KLI_CONTACT_PHOTO_TYPE)
      kli_row_set_text (card->contact, i, kli_row_get_text (root, i));
}

/* Copies of the parts of @kind, as if they had been read. */
static void
add_parts (GPtrArray *parts, const KliWhole *whole, const KliKind *kind)
{
  const KliRow *part;

  for (guint n = 0; (part = kli_whole_get_part (whole, kind, n)) != NULL; n++)
    {
      KliRow *copy = kli_row_copy (part);

      copy->id = 0;
      g_ptr_array_add (parts, copy);
    }
}

static void
leave_out_personal (GPtrArray *identifiers)
{
  for (guint i = identifiers->len; i > 0; i--)
    {
      const KliRow *identifier = g_ptr_array_index (identifiers, i - 1);

      if (kli_identifier_is_personal (kli_row_get_text (identifier, KLI_IDENTIFIER_KIND),
                                      kli_row_get_text (identifier, KLI_IDENTIFIER_VALUE)))
        g_ptr_array_remove_index (identifiers, i - 1);
    }
}

/* Where a person works today, the main organisation first: a foreign book has no word for where somebody worked. */
static void
add_affiliations (KliCard *card, const KliWhole *whole, KliDay today)
{
  g_autoptr (GPtrArray) affiliations = kli_affiliation_list (whole, today);

  for (guint i = 0; i < affiliations->len; i++)
    {
      const KliRow *part = g_ptr_array_index (affiliations, i);

      if (kli_row_get_integer (part, KLI_AFFILIATION_PERSON) == kli_whole_get_root (whole)->id
          && !kli_affiliation_has_ended (part, today))
        kli_card_add_affiliation (
            card, kli_whole_get_name (whole, kli_row_get_integer (part, KLI_AFFILIATION_ORGANISATION)),
            kli_row_get_text (part, KLI_AFFILIATION_DEPARTMENT), kli_row_get_text (part, KLI_AFFILIATION_ROLE));
    }
}

static void
add_tags (KliCard *card, const KliWhole *whole)
{
  const KliRow *part;

  for (guint n = 0; (part = kli_whole_get_part (whole, &kli_contact_tag_kind, n)) != NULL; n++)
    kli_card_add_tag (card, kli_whole_get_name (whole, kli_row_get_integer (part, KLI_CONTACT_TAG_TAG)));
}

/* The UID of the vCard it was read from, else one that is made of its id. */
static void
set_key (KliCard *card, const KliWhole *whole)
{
  const KliRow *source;
  const char *key = NULL;

  for (guint n = 0; (source = kli_whole_get_part (whole, &kli_contact_source_kind, n)) != NULL && key == NULL; n++)
    if (g_str_has_prefix (kli_row_get_text (source, KLI_CONTACT_SOURCE_KEY), KLI_CARD_KEY_UID))
      key = kli_row_get_text (source, KLI_CONTACT_SOURCE_KEY);

  g_free (card->key);
  card->key = key != NULL ? g_strdup (key)
                          : g_strdup_printf (KLI_EXPORT_KEY "%" G_GINT64_FORMAT, kli_whole_get_root (whole)->id);
  g_free (card->source);
  card->source = g_strdup (KLI_CARD_SOURCE_VCARD);
}

/* A picture that is damaged is left out; `check` tells of it. */
static gboolean
add_photo (KliCard *card, KliConnection *connection, const KliRow *root, GError **error)
{
  const char *hash = kli_row_get_text (root, KLI_CONTACT_PHOTO);
  g_autoptr (GError) failure = NULL;

  if (*hash == '\0')
    return TRUE;
  card->photo = kli_content_read (connection, hash, &failure);
  g_free (card->photo_type);
  card->photo_type = g_strdup (kli_row_get_text (root, KLI_CONTACT_PHOTO_TYPE));
  if (card->photo != NULL || g_error_matches (failure, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED)
      || g_error_matches (failure, KLI_STORE_ERROR, KLI_STORE_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

KliCard *
kli_export_card (KliConnection *connection, gint64 id, gboolean personal_numbers, GError **error)
{
  g_autoptr (KliWhole) whole = NULL;
  g_autoptr (KliCard) card = NULL;

  g_return_val_if_fail (connection != NULL, NULL);

  whole = kli_whole_read (connection, &kli_contact_kind, id, error);
  if (whole == NULL)
    return NULL;
  card = kli_card_new ();
  set_contact (card, kli_whole_get_root (whole));
  add_parts (card->points, whole, &kli_contact_point_kind);
  add_parts (card->addresses, whole, &kli_address_kind);
  add_parts (card->identifiers, whole, &kli_identifier_kind);
  if (!personal_numbers)
    leave_out_personal (card->identifiers);
  /* A column that is called like a field of the business but is none comes behind it. */
  kli_staff_exchange_add (card, whole);
  kli_own_exchange_add (card, whole);
  add_parts (card->extras, whole, &kli_contact_extra_kind);
  if (!kli_related_add (card, whole, connection, error))
    return NULL;
  add_affiliations (card, whole, kli_derive_get_day (connection, NULL));
  add_tags (card, whole);
  set_key (card, whole);
  if (!add_photo (card, connection, kli_whole_get_root (whole), error))
    return NULL;

  return g_steal_pointer (&card);
}

gboolean
kli_export_add_shared (KliCard *card, KliConnection *connection, gint64 id, GError **error)
{
  gint64 household = kli_household_of (connection, id, NULL, error);
  g_autoptr (KliWhole) whole = NULL;

  g_return_val_if_fail (card != NULL, FALSE);

  if (household <= 0)
    return household == 0;
  whole = kli_whole_read (connection, &kli_contact_kind, household, error);
  if (whole != NULL)
    add_parts (card->addresses, whole, &kli_address_kind);

  return whole != NULL;
}
