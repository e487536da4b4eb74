/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contacts by the organisation they belong to and by their city, as they are sorted. */
#include "store/kli-derive-parts.h"
#include "store/kli-derive-private.h"

/* Those of one organisation or city stand in the order of their names, as far as so many bytes of it tell: the whole
 * name would make the indexes twice as large. */
#define NAME_BYTES 12

/* Behind the key of every text: whoever has no organisation or city comes last. */
static const guint8 nothing[] = { 0xff, 0xff };

/* A key holds no 0: it parts the text from the name. */
static GByteArray *
make_key (KliDeriveContext *context, const char *text, GBytes *name)
{
  GByteArray *key = g_byte_array_new ();
  g_autoptr (GBytes) beginning = NULL;
  gsize size;
  const guint8 *bytes;

  if (*text != '\0')
    {
      beginning = kli_derive_collate (context, text);
      bytes = g_bytes_get_data (beginning, &size);
      g_byte_array_append (key, bytes, (guint)size);
    }
  else
    g_byte_array_append (key, nothing, sizeof nothing);
  g_byte_array_append (key, (const guint8 *)"", 1);
  bytes = g_bytes_get_data (name, &size);
  g_byte_array_append (key, bytes, (guint)MIN (size, NAME_BYTES));

  return key;
}

static GBytes *
name_key (KliDeriveContext *context, const KliRow *row)
{
  g_autofree char *text = kli_derive_sort_text (row, TRUE);

  return kli_derive_collate (context, text);
}

/* The organisation that a list shows of a contact: itself, else the main one of those it belongs to; as a text where it
 * belongs to none (operations/kli-company.h). */
static const char *
choose_organisation (const KliDeriveSubject *subject)
{
  const KliRow *row = subject->row;
  guint n;
  const KliDeriveMembership *memberships = kli_derive_list (subject, KLI_DERIVE_MEMBERSHIPS, &n);
  const KliDeriveMembership *chosen = NULL;

  if (g_str_equal (kli_row_get_text (row, KLI_CONTACT_KIND), "organisation"))
    return kli_row_get_text (row, KLI_CONTACT_NAME);

  for (guint i = 0; i < n; i++)
    {
      const KliDeriveMembership *membership = &memberships[i];

      if (!membership->ended && (chosen == NULL || membership->main > chosen->main))
        chosen = membership;
    }

  return chosen != NULL ? chosen->name : kli_row_get_text (row, KLI_CONTACT_COMPANY);
}

/* The city that a list shows: of the preferred address, else of the first. */
static const char *
choose_city (const KliDeriveSubject *subject)
{
  guint n;
  const KliDeriveAddress *addresses = kli_derive_list (subject, KLI_DERIVE_ADDRESSES, &n);
  const KliDeriveAddress *chosen = NULL;

  for (guint i = 0; i < n; i++)
    {
      const KliDeriveAddress *address = &addresses[i];

      if (*address->city != '\0'
          && (chosen == NULL || address->preferred > chosen->preferred
              || (address->preferred == chosen->preferred && address->position < chosen->position)))
        chosen = address;
    }

  return chosen != NULL ? chosen->city : "";
}

static GBytes *
place_reckon (KliDeriveContext *context, const KliDeriveSubject *subject, GError **error)
{
  g_autoptr (GBytes) name = NULL;
  g_autoptr (GByteArray) by_organisation = NULL;
  g_autoptr (GByteArray) by_city = NULL;

  if (subject->row->deleted_at != 0)
    return NULL;
  name = name_key (context, subject->row);
  by_organisation = make_key (context, choose_organisation (subject), name);
  by_city = make_key (context, choose_city (subject), name);

  return kli_derive_pack (
      (const KliDerivePiece[]){ { by_organisation->data, by_organisation->len }, { by_city->data, by_city->len } }, 2);
}

static GBytes *
place_read (KliDeriveContext *context, const KliDeriveSubject *subject, GError **error)
{
  g_autoptr (KliStatement) statement = kli_derive_look_up (context, "contact-place-select", subject->local, error);

  return statement != NULL ? kli_derive_pack_columns (statement, 2) : NULL;
}

const KliDeriver kli_contact_place_deriver = {
  .name = "contact-place",
  .version = 3,
  .subject = &kli_contact_kind,
  .depends_on = { &kli_contact_kind, &kli_affiliation_kind, &kli_address_kind, &kli_household_member_kind },
  .contact_columns = KLI_DERIVE_SORTED_COLUMNS | KLI_CHANGE_COLUMN (KLI_CONTACT_COMPANY),
  .of_language = TRUE,
  .of_names = TRUE,
  .needs = 1u << KLI_DERIVE_ADDRESSES | 1u << KLI_DERIVE_MEMBERSHIPS,
  .is_pure = TRUE,
  .reckon = place_reckon,
  .read = place_read,
  .set_statement = "contact-place-set",
  .delete_statement = "contact-place-delete",
  .columns = KLI_DERIVE_BYTES,
  .is_order = TRUE,
  .empty_statements = (const char *const[]){ "contact-place-empty", NULL },
  .count_statement = "contact-place-count",
  .strays_statement = "contact-place-strays",
};
