/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the texts about where somebody works agree with the connections. */
#include "operations/kli-company.h"

#include "core/kli-fold.h"
#include "core/kli-kinds.h"

/* The text says what @affiliation says. */
static void
give_way (KliRow *person, KliRow *affiliation)
{
  const char *job = kli_row_get_text (person, KLI_CONTACT_JOB);
  const char *role = kli_row_get_text (affiliation, KLI_AFFILIATION_ROLE);

  kli_row_set_text (person, KLI_CONTACT_COMPANY, "");
  if (*job == '\0')
    return;
  if (*role == '\0')
    kli_row_set_text (affiliation, KLI_AFFILIATION_ROLE, job);
  else if (!kli_fold_equal (job, role))
    return;
  kli_row_set_text (person, KLI_CONTACT_JOB, "");
}

/* Whether @affiliation is one with an organisation whose name folds to @folded. */
static gboolean
is_with (KliConnection *connection, const KliRow *affiliation, const char *folded, gboolean *result, GError **error)
{
  g_autoptr (KliRow) organisation = kli_connection_load (
      connection, &kli_contact_kind, kli_row_get_integer (affiliation, KLI_AFFILIATION_ORGANISATION), error);
  g_autofree char *name = NULL;

  if (organisation == NULL)
    return FALSE;
  name = kli_fold (kli_row_get_text (organisation, KLI_CONTACT_NAME));
  *result = g_str_equal (name, folded);

  return TRUE;
}

gboolean
kli_company_agree (KliDraft *draft, KliEdit *edit, GError **error)
{
  KliRow *root;
  g_autofree char *folded = NULL;
  g_autoptr (GPtrArray) affiliations = NULL;

  g_return_val_if_fail (draft != NULL && edit != NULL, FALSE);

  root = kli_draft_get_root (draft);
  folded = kli_fold (kli_row_get_text (root, KLI_CONTACT_COMPANY));
  if (*folded == '\0' || !g_str_equal (kli_row_get_text (root, KLI_CONTACT_KIND), "person"))
    return TRUE;

  affiliations = kli_draft_list_parts (draft, &kli_affiliation_kind);
  for (guint i = 0; i < affiliations->len; i++)
    {
      KliRow *affiliation = g_ptr_array_index (affiliations, i);
      gboolean same = FALSE;

      if (*kli_row_get_text (affiliation, KLI_AFFILIATION_TO_ON) != '\0')
        continue;
      if (!is_with (kli_edit_get_connection (edit), affiliation, folded, &same, error))
        return FALSE;
      if (same)
        {
          give_way (root, affiliation);
          break;
        }
    }

  return TRUE;
}
