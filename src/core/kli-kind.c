/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of all kinds, and look-ups in it. A new kind is declared in a file of its own
 * (kli-kind-….c) and named here once. */
#include "core/kli-kind.h"

#include "core/kli-kinds.h"

const KliKind *const kli_kinds[] = {
  &kli_contact_kind,
  &kli_affiliation_kind,
  &kli_contact_point_kind,
  &kli_address_kind,
  &kli_tag_kind,
  &kli_contact_tag_kind,
  &kli_contact_extra_kind,
  &kli_contact_source_kind,
  &kli_contract_kind,
  &kli_contract_party_kind,
  &kli_contract_act_kind,
  &kli_document_kind,
  &kli_setting_kind,
  &kli_staff_member_kind,
  &kli_segment_kind,
  &kli_contact_merge_kind,
  &kli_contact_distinction_kind,
  &kli_identifier_kind,
  &kli_own_field_kind,
  &kli_own_choice_kind,
  &kli_own_value_kind,
  &kli_activity_kind,
  &kli_relation_kind,
  &kli_household_member_kind,
  NULL,
};

/* The text types are the first of their enum. */
G_STATIC_ASSERT (KLI_COLUMN_TEXT == 0 && KLI_COLUMN_BIRTHDAY == 4 && KLI_COLUMN_INTEGER == 5);

const KliKind *
kli_kind_by_name (const char *name)
{
  for (guint i = 0; kli_kinds[i] != NULL; i++)
    if (g_strcmp0 (kli_kinds[i]->name, name) == 0)
      return kli_kinds[i];

  return NULL;
}

int
kli_kind_find_column (const KliKind *kind, const char *name)
{
  g_return_val_if_fail (kind != NULL, -1);

  for (guint i = 0; i < kind->n_columns; i++)
    if (g_strcmp0 (kind->columns[i].name, name) == 0)
      return (int)i;

  return -1;
}
