/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One contact as a foreign file tells it. */
#include "core/kli-card.h"

#include "core/kli-kinds.h"

void
kli_card_affiliation_free (KliCardAffiliation *affiliation)
{
  if (affiliation == NULL)
    return;

  g_free (affiliation->organisation);
  g_free (affiliation->department);
  g_free (affiliation->role);
  g_free (affiliation);
}

KliCard *
kli_card_new (void)
{
  KliCard *card = g_new0 (KliCard, 1);

  card->contact = kli_row_new (&kli_contact_kind);
  card->points = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_row_free);
  card->addresses = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_row_free);
  card->identifiers = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_row_free);
  card->extras = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_row_free);
  card->affiliations = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_card_affiliation_free);
  card->tags = g_ptr_array_new_with_free_func (g_free);
  card->warnings = g_ptr_array_new_with_free_func (g_free);
  card->photo_type = g_strdup ("");
  card->source = g_strdup ("");
  card->key = g_strdup ("");
  card->digest = g_strdup ("");

  return card;
}

void
kli_card_free (KliCard *card)
{
  if (card == NULL)
    return;

  kli_row_free (card->contact);
  g_ptr_array_unref (card->points);
  g_ptr_array_unref (card->addresses);
  g_ptr_array_unref (card->identifiers);
  g_ptr_array_unref (card->extras);
  g_ptr_array_unref (card->affiliations);
  g_ptr_array_unref (card->tags);
  g_clear_pointer (&card->photo, g_bytes_unref);
  g_free (card->photo_type);
  g_free (card->source);
  g_free (card->key);
  g_free (card->digest);
  g_free (card->refusal);
  g_ptr_array_unref (card->warnings);
  g_free (card);
}

KliRow *
kli_card_add_point (KliCard *card, const char *kind, const char *value, const char *label)
{
  KliRow *point = kli_row_new (&kli_contact_point_kind);

  kli_row_set_text (point, KLI_CONTACT_POINT_KIND, kind);
  kli_row_set_text (point, KLI_CONTACT_POINT_VALUE, value);
  kli_row_set_text (point, KLI_CONTACT_POINT_LABEL, label);
  kli_row_set_integer (point, KLI_CONTACT_POINT_POSITION, card->points->len);
  g_ptr_array_add (card->points, point);

  return point;
}

KliRow *
kli_card_add_address (KliCard *card)
{
  KliRow *address = kli_row_new (&kli_address_kind);

  kli_row_set_integer (address, KLI_ADDRESS_POSITION, card->addresses->len);
  g_ptr_array_add (card->addresses, address);

  return address;
}

KliRow *
kli_card_add_identifier (KliCard *card, const char *kind, const char *value, const char *label)
{
  KliRow *identifier = kli_row_new (&kli_identifier_kind);

  kli_row_set_text (identifier, KLI_IDENTIFIER_KIND, kind);
  kli_row_set_text (identifier, KLI_IDENTIFIER_VALUE, value);
  kli_row_set_text (identifier, KLI_IDENTIFIER_LABEL, label);
  kli_row_set_integer (identifier, KLI_IDENTIFIER_POSITION, card->identifiers->len);
  g_ptr_array_add (card->identifiers, identifier);

  return identifier;
}

KliRow *
kli_card_add_extra (KliCard *card, const char *grouping, const char *name, const char *params, const char *value)
{
  KliRow *extra = kli_row_new (&kli_contact_extra_kind);

  kli_row_set_text (extra, KLI_CONTACT_EXTRA_GROUPING, grouping);
  kli_row_set_text (extra, KLI_CONTACT_EXTRA_NAME, name);
  kli_row_set_text (extra, KLI_CONTACT_EXTRA_PARAMS, params);
  kli_row_set_text (extra, KLI_CONTACT_EXTRA_VALUE, value);
  kli_row_set_integer (extra, KLI_CONTACT_EXTRA_POSITION, card->extras->len);
  g_ptr_array_add (card->extras, extra);

  return extra;
}

void
kli_card_add_affiliation (KliCard *card, const char *organisation, const char *department, const char *role)
{
  KliCardAffiliation *affiliation;

  if (organisation == NULL || *organisation == '\0')
    return;

  affiliation = g_new0 (KliCardAffiliation, 1);
  affiliation->organisation = g_strdup (organisation);
  affiliation->department = g_strdup (department != NULL ? department : "");
  affiliation->role = g_strdup (role != NULL ? role : "");
  g_ptr_array_add (card->affiliations, affiliation);
}

void
kli_card_add_tag (KliCard *card, const char *name)
{
  g_ptr_array_add (card->tags, g_strdup (name));
}
