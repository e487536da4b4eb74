/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What always holds of a contact. */
#include "operations/kli-contact-rules.h"

#include "core/kli-address.h"
#include "core/kli-affiliation.h"
#include "core/kli-kinds.h"
#include "core/kli-legal-form.h"
#include "core/kli-mail.h"
#include "core/kli-name.h"
#include "operations/kli-activities.h"
#include "operations/kli-identifiers.h"
#include "operations/kli-operation.h"
#include "operations/kli-point.h"
#include "operations/kli-relations.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const guint part_columns[]
    = { KLI_CONTACT_PREFIX, KLI_CONTACT_GIVEN, KLI_CONTACT_ADDITIONAL, KLI_CONTACT_FAMILY, KLI_CONTACT_SUFFIX };

/* --- the name ----------------------------------------------------------------------------------------- */

static gboolean
is_different (const KliRow *row, const KliRow *before, guint column)
{
  return !g_str_equal (kli_row_get_text (row, column), before != NULL ? kli_row_get_text (before, column) : "");
}

static gboolean
parts_are_different (const KliRow *row, const KliRow *before)
{
  for (guint i = 0; i < G_N_ELEMENTS (part_columns); i++)
    if (is_different (row, before, part_columns[i]))
      return TRUE;

  return FALSE;
}

static char *
name_of_parts (const KliRow *row)
{
  return kli_name_full (kli_row_get_text (row, KLI_CONTACT_PREFIX), kli_row_get_text (row, KLI_CONTACT_GIVEN),
                        kli_row_get_text (row, KLI_CONTACT_ADDITIONAL), kli_row_get_text (row, KLI_CONTACT_FAMILY),
                        kli_row_get_text (row, KLI_CONTACT_SUFFIX));
}

/* Whether the parts of the name say what the name says; no parts at all say nothing else. */
static gboolean
was_in_step (const KliRow *before)
{
  g_autofree char *name = NULL;

  if (before == NULL || !parts_are_different (before, NULL))
    return TRUE;
  name = name_of_parts (before);

  return g_str_equal (name, kli_row_get_text (before, KLI_CONTACT_NAME));
}

static void
split_name (KliRow *contact, const char *country)
{
  g_auto (KliNameParts) parts = { NULL };

  kli_name_split_in (country, kli_row_get_text (contact, KLI_CONTACT_NAME), &parts);
  kli_row_set_text (contact, KLI_CONTACT_PREFIX, parts.prefix);
  kli_row_set_text (contact, KLI_CONTACT_GIVEN, parts.given);
  kli_row_set_text (contact, KLI_CONTACT_ADDITIONAL, parts.additional);
  kli_row_set_text (contact, KLI_CONTACT_FAMILY, parts.family);
  kli_row_set_text (contact, KLI_CONTACT_SUFFIX, parts.suffix);
}

/* Whichever of the name and its parts was set decides about the other; when both were, both stay. */
static void
settle_parts (KliRow *contact, const KliRow *before, const char *country)
{
  gboolean named = is_different (contact, before, KLI_CONTACT_NAME);
  gboolean parted = parts_are_different (contact, before);

  if (parted && !named)
    {
      g_autofree char *name = name_of_parts (contact);

      kli_row_set_text (contact, KLI_CONTACT_NAME, name);
    }
  else if (named && !parted && was_in_step (before))
    split_name (contact, country);
}

/* Whether the name is written with the legal form. */
static gboolean
has_legal_form (const char *name, const char *form)
{
  g_autofree char *bare = kli_legal_form_replace (name, form, "");

  return *form != '\0' && !g_str_equal (bare, name);
}

/* What a new name says of the legal form; one that the old name did not have either, as JDG, stays. */
static void
take_legal_form (KliRow *contact, const KliRow *before, const char *written)
{
  const char *form = kli_row_get_text (contact, KLI_CONTACT_LEGAL_FORM);

  if (*written != '\0'
      || (before != NULL && has_legal_form (kli_row_get_text (before, KLI_CONTACT_NAME), form)
          && !has_legal_form (kli_row_get_text (contact, KLI_CONTACT_NAME), form)))
    kli_row_set_text (contact, KLI_CONTACT_LEGAL_FORM, written);
}

/* The legal form of an organisation likewise: one that is chosen goes into the name, one that is written in the name
 * is recorded. */
static void
settle_legal_form (KliRow *contact, const KliRow *before)
{
  const char *name = kli_row_get_text (contact, KLI_CONTACT_NAME);
  g_autofree char *written = kli_legal_form_of_name (name);

  if (is_different (contact, before, KLI_CONTACT_LEGAL_FORM))
    {
      const char *form = kli_row_get_text (contact, KLI_CONTACT_LEGAL_FORM);
      g_autofree char *old = g_strdup (before != NULL && *kli_row_get_text (before, KLI_CONTACT_LEGAL_FORM) != '\0'
                                           ? kli_row_get_text (before, KLI_CONTACT_LEGAL_FORM)
                                           : written);
      g_autofree char *dressed = kli_legal_form_replace (name, old, form);

      kli_row_set_text (contact, KLI_CONTACT_NAME, dressed);
    }
  else if (is_different (contact, before, KLI_CONTACT_NAME))
    take_legal_form (contact, before, written);
}

static gboolean
settle_name (KliRow *contact, const KliRow *before, const char *country, GError **error)
{
  gboolean is_household = kli_contact_is (contact, "household");

  if (kli_contact_is (contact, "person"))
    settle_parts (contact, before, country);
  else if (is_household)
    return TRUE; /* kli_household_agree () sees to it */
  else
    settle_legal_form (contact, before);

  if (*kli_row_get_text (contact, KLI_CONTACT_NAME) != '\0')
    return TRUE;
  g_set_error_literal (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID, _ ("A contact needs a name."));

  return FALSE;
}

/* --- the parts ---------------------------------------------------------------------------------------- */

/* A mail address that a person types must be one; what a file says is kept as it is. */
static gboolean
check_mail (const KliRow *point, const KliRow *before, GError **error)
{
  const char *reason = NULL;

  if (!g_str_equal (kli_row_get_text (point, KLI_CONTACT_POINT_KIND), "mail")
      || !is_different (point, before, KLI_CONTACT_POINT_VALUE)
      || kli_mail_is_valid (kli_row_get_text (point, KLI_CONTACT_POINT_VALUE), &reason))
    return TRUE;
  g_set_error_literal (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID, _ (reason));

  return FALSE;
}

static gboolean
settle_points (KliDraft *draft, const char *country, GError **error)
{
  g_autoptr (GPtrArray) points = kli_draft_list_parts (draft, &kli_contact_point_kind);

  for (guint i = 0; i < points->len; i++)
    {
      KliRow *point = g_ptr_array_index (points, i);
      const KliRow *before = kli_draft_get_part_before (draft, point);

      if (*kli_row_get_text (point, KLI_CONTACT_POINT_VALUE) == '\0')
        {
          kli_draft_remove_part (draft, point);
          continue;
        }
      if (!kli_draft_is_foreign (draft) && !check_mail (point, before, error))
        return FALSE;
      if (before == NULL || is_different (point, before, KLI_CONTACT_POINT_VALUE)
          || is_different (point, before, KLI_CONTACT_POINT_KIND)
          || is_different (point, before, KLI_CONTACT_POINT_LABEL))
        kli_point_normalise (point, country);
    }

  return TRUE;
}

/* A connection has a person at one end and an organization at the other. */
static gboolean
check_kind (KliDraft *draft, GError **error)
{
  const KliRow *before = kli_draft_get_root_before (draft);
  g_autoptr (GPtrArray) affiliations = kli_draft_list_parts (draft, &kli_affiliation_kind);
  g_autoptr (GPtrArray) members = kli_draft_list_parts (draft, &kli_household_member_kind);

  if (before == NULL || affiliations->len + members->len == 0
      || !is_different (kli_draft_get_root (draft), before, KLI_CONTACT_KIND))
    return TRUE;
  g_set_error_literal (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_FORBIDDEN,
                       _ ("A contact with connections cannot become one of another kind."));

  return FALSE;
}

static gboolean
check_affiliations (KliDraft *draft, GError **error)
{
  g_autoptr (GPtrArray) affiliations = kli_draft_list_parts (draft, &kli_affiliation_kind);

  for (guint i = 0; i < affiliations->len; i++)
    {
      const KliRow *affiliation = g_ptr_array_index (affiliations, i);
      const KliRow *before = kli_draft_get_part_before (draft, affiliation);
      const char *from = kli_row_get_text (affiliation, KLI_AFFILIATION_FROM_ON);
      const char *to = kli_row_get_text (affiliation, KLI_AFFILIATION_TO_ON);

      if (*from == '\0' || *to == '\0' || strcmp (from, to) <= 0
          || (!is_different (affiliation, before, KLI_AFFILIATION_FROM_ON)
              && !is_different (affiliation, before, KLI_AFFILIATION_TO_ON)))
        continue;
      g_set_error_literal (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID,
                           _ ("A connection cannot end before it begins."));
      return FALSE;
    }

  return TRUE;
}

/* A column of an address that is new or different is put as its country writes it. Takes @value. */
static void
put (KliRow *address, const KliRow *before, guint column, char *value)
{
  g_autofree char *owned = value;

  if (is_different (address, before, column))
    kli_row_set_text (address, column, owned);
}

/* A postal code that is none stays as it was typed: the card says why (domain 3.2). */
static void
settle_address (KliRow *address, const KliRow *before, const char *home)
{
  const char *country = kli_address_country (address, home);

  put (address, before, KLI_ADDRESS_POSTCODE,
       kli_address_postcode (country, kli_row_get_text (address, KLI_ADDRESS_POSTCODE), NULL));
  put (address, before, KLI_ADDRESS_RT, kli_address_unit (kli_row_get_text (address, KLI_ADDRESS_RT)));
  put (address, before, KLI_ADDRESS_RW, kli_address_unit (kli_row_get_text (address, KLI_ADDRESS_RW)));
}

static void
settle_addresses (KliDraft *draft, const char *home)
{
  g_autoptr (GPtrArray) addresses = kli_draft_list_parts (draft, &kli_address_kind);

  for (guint i = 0; i < addresses->len; i++)
    {
      KliRow *address = g_ptr_array_index (addresses, i);

      if (kli_row_is_blank (address))
        kli_draft_remove_part (draft, address);
      else if (!kli_draft_is_foreign (draft))
        settle_address (address, kli_draft_get_part_before (draft, address), home);
    }
}

/* When one part was newly marked, the marks of the others like it go. @alike: a text column that
 * must be equal for two parts to be like each other, -1 for all. */
static void
keep_one_mark (KliDraft *draft, const KliKind *kind, guint mark, int alike)
{
  g_autoptr (GPtrArray) parts = kli_draft_list_parts (draft, kind);

  for (guint i = 0; i < parts->len; i++)
    {
      const KliRow *marked = g_ptr_array_index (parts, i);
      const KliRow *before = kli_draft_get_part_before (draft, marked);

      if (!kli_row_get_integer (marked, mark) || (before != NULL && kli_row_get_integer (before, mark)))
        continue;
      for (guint j = 0; j < parts->len; j++)
        {
          KliRow *other = g_ptr_array_index (parts, j);

          if (other != marked
              && (alike < 0
                  || g_str_equal (kli_row_get_text (other, (guint)alike), kli_row_get_text (marked, (guint)alike))))
            kli_row_set_integer (other, mark, 0);
        }
    }
}

gboolean
kli_contact_settle (KliDraft *draft, const KliBusiness *business, GError **error)
{
  g_return_val_if_fail (draft != NULL && business != NULL, FALSE);

  if (!check_kind (draft, error) || !check_affiliations (draft, error)
      || !settle_name (kli_draft_get_root (draft), kli_draft_get_root_before (draft), business->country, error)
      || !kli_relations_settle (draft, error) || !settle_points (draft, business->country, error)
      || !kli_identifiers_settle (draft, business, error) || !kli_activities_settle (draft, error))
    return FALSE;
  settle_addresses (draft, business->country);
  if (!kli_draft_is_foreign (draft))
    {
      keep_one_mark (draft, &kli_contact_point_kind, KLI_CONTACT_POINT_PREFERRED, KLI_CONTACT_POINT_KIND);
      keep_one_mark (draft, &kli_address_kind, KLI_ADDRESS_PREFERRED, -1);
      /* At the other ends the marks are those of others. */
      keep_one_mark (draft, &kli_affiliation_kind, kli_affiliation_main_column (kli_draft_get_root (draft)), -1);
    }

  return TRUE;
}

gboolean
kli_contact_is (const KliRow *contact, const char *kind)
{
  g_return_val_if_fail (contact != NULL && contact->kind == &kli_contact_kind && kind != NULL, FALSE);

  return g_str_equal (kli_row_get_text (contact, KLI_CONTACT_KIND), kind);
}

void
kli_contact_set_archived (KliRow *contact, gboolean archived, gint64 instant)
{
  g_return_if_fail (contact != NULL && contact->kind == &kli_contact_kind);

  if ((kli_row_get_integer (contact, KLI_CONTACT_ARCHIVED_AT) != 0) != archived)
    kli_row_set_integer (contact, KLI_CONTACT_ARCHIVED_AT, archived ? instant : 0);
}
