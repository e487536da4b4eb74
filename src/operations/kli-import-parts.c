/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a card and those of a contact: what is in both, what is filled, what comes behind. */
#include "operations/kli-import-parts.h"

#include "core/kli-fold.h"
#include "core/kli-kinds.h"
#include "operations/kli-identifiers.h"
#include "operations/kli-point.h"

/* --- points ------------------------------------------------------------------------------------------ */

KliRow *
kli_import_find_part (KliDraft *draft,
                      const KliRow *theirs,
                      gboolean (*same) (const KliRow *ours, const KliRow *theirs))
{
  g_autoptr (GPtrArray) parts = kli_draft_list_parts (draft, theirs->kind);

  for (guint i = 0; i < parts->len; i++)
    if (same (g_ptr_array_index (parts, i), theirs))
      return g_ptr_array_index (parts, i);

  return NULL;
}

/* Fills what is empty in ours. Returns: 1 when something was, else 0. */
static guint
fill_blanks (KliRow *ours, const KliRow *theirs)
{
  guint filled = 0;

  for (guint i = 0; i < theirs->kind->n_columns; i++)
    if ((theirs->kind->columns[i].flags & KLI_COLUMN_EDITABLE) && kli_row_is_text (theirs, i)
        && theirs->kind->columns[i].type != KLI_COLUMN_CHOICE && *kli_row_get_text (ours, i) == '\0'
        && *kli_row_get_text (theirs, i) != '\0')
      {
        kli_row_set_text (ours, i, kli_row_get_text (theirs, i));
        filled = 1;
      }

  return filled;
}

guint
kli_import_merge_points (KliDraft *draft, const KliCard *card, const KliBusiness *business)
{
  guint n = 0;

  for (guint i = 0; i < card->points->len; i++)
    {
      g_autoptr (KliRow) theirs = kli_row_copy (g_ptr_array_index (card->points, i));
      KliRow *ours;

      if (*kli_row_get_text (theirs, KLI_CONTACT_POINT_VALUE) == '\0')
        continue;
      kli_point_normalise (theirs, business->country);
      ours = kli_import_find_part (draft, theirs, kli_point_same);
      if (ours != NULL)
        n += fill_blanks (ours, theirs);
      else
        {
          kli_draft_take_part (draft, g_steal_pointer (&theirs));
          n++;
        }
    }

  return n;
}

/* --- official numbers --------------------------------------------------------------------------------- */

/* The only one of the kind of @like. Returns: (nullable): NULL when there is none, or several. */
static KliRow *
find_only_identifier (const GPtrArray *identifiers, const KliRow *like)
{
  const char *kind = kli_row_get_text (like, KLI_IDENTIFIER_KIND);
  KliRow *found = NULL;

  for (guint i = 0; i < identifiers->len; i++)
    if (g_str_equal (kli_row_get_text (g_ptr_array_index (identifiers, i), KLI_IDENTIFIER_KIND), kind))
      {
        if (found != NULL)
          return NULL;
        found = g_ptr_array_index (identifiers, i);
      }

  return found;
}

static guint
merge_identifier (KliDraft *draft, const KliCard *card, KliRow *theirs, gboolean same_card)
{
  g_autoptr (GPtrArray) parts = kli_draft_list_parts (draft, &kli_identifier_kind);
  KliRow *ours = kli_import_find_part (draft, theirs, kli_identifier_same);

  if (ours != NULL)
    return fill_blanks (ours, theirs);
  if (same_card && find_only_identifier (card->identifiers, theirs) != NULL)
    ours = find_only_identifier (parts, theirs);
  if (ours != NULL)
    kli_row_set_text (ours, KLI_IDENTIFIER_VALUE, kli_row_get_text (theirs, KLI_IDENTIFIER_VALUE));
  else
    kli_draft_take_part (draft, kli_row_copy (theirs));

  return 1;
}

guint
kli_import_merge_identifiers (
    KliDraft *draft, const KliCard *card, const KliBusiness *business, gboolean same_card, gboolean *left_out)
{
  guint n = 0;

  *left_out = FALSE;
  for (guint i = 0; i < card->identifiers->len; i++)
    {
      g_autoptr (KliRow) theirs = kli_row_copy (g_ptr_array_index (card->identifiers, i));

      kli_identifier_normalise (theirs);
      if (kli_identifier_is_forbidden (theirs, business))
        *left_out = TRUE;
      else if (*kli_row_get_text (theirs, KLI_IDENTIFIER_VALUE) != '\0')
        n += merge_identifier (draft, card, theirs, same_card);
    }

  return n;
}

/* --- addresses ---------------------------------------------------------------------------------------- */

static gboolean
agree (const KliRow *ours, const KliRow *theirs, guint column, guint *n_equal)
{
  g_autofree char *a = kli_fold (kli_row_get_text (ours, column));
  g_autofree char *b = kli_fold (kli_row_get_text (theirs, column));

  if (*a == '\0' || *b == '\0')
    return TRUE;
  *n_equal += g_str_equal (a, b);

  return g_str_equal (a, b);
}

static const guint place_columns[]
    = { KLI_ADDRESS_STREET, KLI_ADDRESS_POSTCODE, KLI_ADDRESS_CITY,    KLI_ADDRESS_REGION,  KLI_ADDRESS_HOUSE,
        KLI_ADDRESS_RT,     KLI_ADDRESS_RW,       KLI_ADDRESS_VILLAGE, KLI_ADDRESS_DISTRICT };

static gboolean
names_place (const KliRow *address)
{
  for (guint i = 0; i < G_N_ELEMENTS (place_columns); i++)
    if (*kli_row_get_text (address, place_columns[i]) != '\0')
      return TRUE;

  return FALSE;
}

/* Two addresses are one when nothing in them contradicts and more than the country is equal, or when there is no
 * more than a country in either. */
static gboolean
same_address (const KliRow *ours, const KliRow *theirs)
{
  guint n_equal = 0;
  guint n_countries = 0;

  for (guint i = 0; i < G_N_ELEMENTS (place_columns); i++)
    if (!agree (ours, theirs, place_columns[i], &n_equal))
      return FALSE;
  if (!agree (ours, theirs, KLI_ADDRESS_COUNTRY, &n_countries))
    return FALSE;

  return n_equal > 0 || (n_countries > 0 && !names_place (ours) && !names_place (theirs));
}

guint
kli_import_merge_addresses (KliDraft *draft, const KliCard *card)
{
  guint n = 0;

  for (guint i = 0; i < card->addresses->len; i++)
    {
      const KliRow *theirs = g_ptr_array_index (card->addresses, i);
      KliRow *ours;

      if (kli_row_is_blank (theirs))
        continue;
      ours = kli_import_find_part (draft, theirs, same_address);
      if (ours != NULL)
        n += fill_blanks (ours, theirs);
      else
        {
          kli_draft_take_part (draft, kli_row_copy (theirs));
          n++;
        }
    }

  return n;
}

/* --- what we have no field for ------------------------------------------------------------------------ */

static gboolean
same_text (const KliRow *a, const KliRow *b, guint column)
{
  return g_str_equal (kli_row_get_text (a, column), kli_row_get_text (b, column));
}

static gboolean
same_extra (const KliRow *ours, const KliRow *theirs)
{
  return same_text (ours, theirs, KLI_CONTACT_EXTRA_NAME) && same_text (ours, theirs, KLI_CONTACT_EXTRA_PARAMS)
         && same_text (ours, theirs, KLI_CONTACT_EXTRA_VALUE);
}

gboolean
kli_import_has_extra (KliDraft *draft, const KliRow *extra)
{
  g_return_val_if_fail (draft != NULL && extra != NULL, FALSE);

  return kli_import_find_part (draft, extra, same_extra) != NULL;
}

guint
kli_import_drop_extra (KliDraft *draft, const KliRow *extra)
{
  KliRow *ours;
  guint n = 0;

  g_return_val_if_fail (draft != NULL && extra != NULL, 0);

  for (; (ours = kli_import_find_part (draft, extra, same_extra)) != NULL; n++)
    kli_draft_remove_part (draft, ours);

  return n;
}

/* Our only extra called like @theirs. Returns: (nullable): NULL when there is none, or several. */
static KliRow *
find_only_extra (KliDraft *draft, const KliRow *theirs)
{
  g_autoptr (GPtrArray) parts = kli_draft_list_parts (draft, &kli_contact_extra_kind);
  KliRow *found = NULL;

  for (guint i = 0; i < parts->len; i++)
    if (same_text (g_ptr_array_index (parts, i), theirs, KLI_CONTACT_EXTRA_NAME))
      {
        if (found != NULL)
          return NULL;
        found = g_ptr_array_index (parts, i);
      }

  return found;
}

static guint
count_extras (const KliCard *card, const KliRow *like)
{
  guint n = 0;

  for (guint i = 0; i < card->extras->len; i++)
    n += same_text (g_ptr_array_index (card->extras, i), like, KLI_CONTACT_EXTRA_NAME);

  return n;
}

guint
kli_import_merge_extra (KliDraft *draft, const KliCard *card, const KliRow *extra, gboolean same_card)
{
  KliRow *ours = NULL;

  if (kli_import_has_extra (draft, extra))
    return 0;
  if (same_card && count_extras (card, extra) == 1)
    ours = find_only_extra (draft, extra);
  if (ours != NULL)
    {
      kli_row_set_text (ours, KLI_CONTACT_EXTRA_PARAMS, kli_row_get_text (extra, KLI_CONTACT_EXTRA_PARAMS));
      kli_row_set_text (ours, KLI_CONTACT_EXTRA_VALUE, kli_row_get_text (extra, KLI_CONTACT_EXTRA_VALUE));
    }
  else
    kli_draft_take_part (draft, kli_row_copy (extra));

  return 1;
}
