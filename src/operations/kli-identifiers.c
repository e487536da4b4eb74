/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Official numbers of a contact. */
#include "operations/kli-identifiers.h"

#include "core/kli-identifier.h"
#include "core/kli-kinds.h"
#include "operations/kli-operation.h"

#include <glib/gi18n-lib.h>

static const char *
text (const KliRow *identifier, guint column)
{
  return kli_row_get_text (identifier, column);
}

static gboolean
is_personal (const KliRow *identifier)
{
  return kli_identifier_is_personal (text (identifier, KLI_IDENTIFIER_KIND), text (identifier, KLI_IDENTIFIER_VALUE));
}

void
kli_identifier_normalise (KliRow *identifier)
{
  const char *kind;
  g_autofree char *kept = NULL;
  g_autofree char *normal = NULL;

  g_return_if_fail (identifier != NULL && identifier->kind == &kli_identifier_kind);

  kind = text (identifier, KLI_IDENTIFIER_KIND);
  kept = kli_identifier_clean (kind, text (identifier, KLI_IDENTIFIER_VALUE));
  normal = kli_identifier_normal (kind, kept);
  kli_row_set_text (identifier, KLI_IDENTIFIER_VALUE, kept);
  kli_row_set_text (identifier, KLI_IDENTIFIER_NORMAL, normal);
}

gboolean
kli_identifier_same (const KliRow *a, const KliRow *b)
{
  g_autofree char *normal_a = NULL;
  g_autofree char *normal_b = NULL;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (!g_str_equal (text (a, KLI_IDENTIFIER_KIND), text (b, KLI_IDENTIFIER_KIND)))
    return FALSE;
  normal_a = kli_identifier_normal (text (a, KLI_IDENTIFIER_KIND), text (a, KLI_IDENTIFIER_VALUE));
  normal_b = kli_identifier_normal (text (b, KLI_IDENTIFIER_KIND), text (b, KLI_IDENTIFIER_VALUE));

  return g_str_equal (normal_a, normal_b);
}

gboolean
kli_identifier_is_forbidden (const KliRow *identifier, const KliBusiness *business)
{
  g_return_val_if_fail (identifier != NULL && business != NULL, FALSE);

  return !business->personal_numbers && is_personal (identifier);
}

/* What was copied from where it is masked would take the place of the number itself. */
static gboolean
check_masked (const KliRow *identifier, GError **error)
{
  if (!kli_identifier_is_masked (text (identifier, KLI_IDENTIFIER_VALUE)))
    return TRUE;
  g_set_error_literal (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID,
                       _ ("This number is masked. Type it in full."));

  return FALSE;
}

/* The number of a natural person: kept only where it was said that it may be, and why. */
static gboolean
check_personal (const KliRow *identifier, const KliBusiness *business, GError **error)
{
  if (kli_identifier_is_forbidden (identifier, business))
    g_set_error_literal (
        error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_FORBIDDEN,
        _ ("This is the number of a natural person. Such numbers are only kept when that is switched on in the "
           "preferences."));
  else if (is_personal (identifier) && *text (identifier, KLI_IDENTIFIER_LABEL) == '\0')
    g_set_error_literal (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID,
                         _ ("Say what the number of a natural person is needed for."));
  else
    return TRUE;

  return FALSE;
}

static gboolean
is_changed (const KliRow *identifier, const KliRow *before)
{
  static const guint columns[] = { KLI_IDENTIFIER_KIND, KLI_IDENTIFIER_VALUE, KLI_IDENTIFIER_LABEL };

  if (before == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (!g_str_equal (text (identifier, columns[i]), text (before, columns[i])))
      return TRUE;

  return FALSE;
}

gboolean
kli_identifiers_settle (KliDraft *draft, const KliBusiness *business, GError **error)
{
  g_autoptr (GPtrArray) identifiers = NULL;

  g_return_val_if_fail (draft != NULL && business != NULL, FALSE);

  identifiers = kli_draft_list_parts (draft, &kli_identifier_kind);
  for (guint i = 0; i < identifiers->len; i++)
    {
      KliRow *identifier = g_ptr_array_index (identifiers, i);

      if (!is_changed (identifier, kli_draft_get_part_before (draft, identifier)))
        continue;
      kli_identifier_normalise (identifier);
      if (*text (identifier, KLI_IDENTIFIER_VALUE) == '\0')
        kli_draft_remove_part (draft, identifier);
      else if (!kli_draft_is_foreign (draft)
               && (!check_masked (identifier, error) || !check_personal (identifier, business, error)))
        return FALSE;
    }

  return TRUE;
}
