/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trash and the archive. */
#include "operations/kli-trash.h"

#include "core/kli-contract-facts.h"
#include "core/kli-kinds.h"
#include "operations/kli-contact-rules.h"
#include "operations/kli-household.h"
#include "operations/kli-merge.h"
#include "operations/kli-record.h"
#include "store/kli-answer.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const KliKind *kind; /* NULL: to be looked up for each */
  GArray *ids;         /* gint64 */
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_array_unref (wanted->ids);
  g_free (wanted);
}

/* --- what may not be trashed ------------------------------------------------------------------------- */

static gboolean
was_signed (const KliWhole *contract)
{
  g_autoptr (KliContractFacts) facts = kli_contract_facts_from_whole (contract, NULL);

  return kli_contract_was_signed (kli_contract_facts_get_terms (facts));
}

/* Returns: (transfer full) (element-type gint64) (nullable): NULL with @error set. */
static GArray *
contracts_of_contact (KliConnection *connection, gint64 contact, GError **error)
{
  g_autoptr (GArray) contracts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "contracts-of-contact", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  kli_statement_bind_integer (statement, 1, contact);
  while (kli_statement_step (statement, &failure))
    {
      gint64 id = kli_statement_get_integer (statement, 0);

      g_array_append_val (contracts, id);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&contracts);
}

static gboolean
check_contract (KliConnection *connection, const KliRow *contract, GError **error)
{
  g_autoptr (KliWhole) whole = kli_whole_read (connection, &kli_contract_kind, contract->id, error);

  if (whole == NULL)
    return FALSE;
  if (!was_signed (whole))
    return TRUE;
  g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_FORBIDDEN,
               _ ("Contract “%s” was signed and cannot be moved to the trash."),
               kli_row_get_text (contract, KLI_CONTRACT_TITLE));

  return FALSE;
}

static gboolean
check_contact (KliConnection *connection, const KliRow *contact, GError **error)
{
  g_autoptr (GArray) contracts = contracts_of_contact (connection, contact->id, error);

  if (contracts == NULL)
    return FALSE;
  for (guint i = 0; i < contracts->len; i++)
    {
      g_autoptr (KliWhole) whole
          = kli_whole_read (connection, &kli_contract_kind, g_array_index (contracts, gint64, i), error);

      if (whole == NULL)
        return FALSE;
      if (!was_signed (whole))
        continue;
      g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_FORBIDDEN,
                   _ ("Contact “%s” is party to the signed contract “%s” and cannot be moved to the trash; it can be "
                      "archived."),
                   kli_row_get_text (contact, KLI_CONTACT_NAME),
                   kli_row_get_text (kli_whole_get_root (whole), KLI_CONTRACT_TITLE));
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_staff_member (KliConnection *connection, const KliRow *staff_member, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "contacts-of-staff", error);
  g_autoptr (GError) failure = NULL;
  gboolean looks_after;

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, staff_member->id);
  looks_after = kli_statement_step (statement, &failure);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (looks_after)
    g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_FORBIDDEN,
                 _ ("“%s” still looks after contacts; hand them over first."),
                 kli_row_get_text (staff_member, KLI_STAFF_MEMBER_NAME));
  else
    return TRUE;

  return FALSE;
}

/* Whether a record of the kind may be trashed. A kind that is not named may always be. */
static const struct
{
  const KliKind *kind;
  gboolean (*check) (KliConnection *connection, const KliRow *row, GError **error);
} checks[] = { { &kli_contact_kind, check_contact },
               { &kli_contract_kind, check_contract },
               { &kli_staff_member_kind, check_staff_member } };

gboolean
kli_trash_check (KliConnection *connection, const KliKind *kind, gint64 id, GError **error)
{
  g_autoptr (KliRow) row = kli_connection_load (connection, kind, id, error);

  if (row == NULL)
    return FALSE;
  if (row->deleted_at != 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    if (checks[i].kind == kind)
      return checks[i].check (connection, row, error);

  return TRUE;
}

/* --- parts that were marked together with their owner --------------------------------------------------- */

static gboolean
collect_marked (KliConnection *connection, const KliKind *kind, const KliRow *owner, GArray *ids, GError **error)
{
  g_autofree char *name = g_strconcat (kind->parts_stem, "-marked", NULL);
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, name, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, owner->id);
  kli_statement_bind_integer (statement, 2, owner->deleted_at);
  while (kli_statement_step (statement, &local_error))
    {
      gint64 id = kli_statement_get_integer (statement, 0);

      g_array_append_val (ids, id);
    }
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* The trash marks a record alone; taking back its creation marks its parts as well, with the same instant. They come
 * back with it. */
static gboolean
restore_parts (KliEdit *edit, const KliKind *kind, gint64 id, GError **error)
{
  KliConnection *connection = kli_edit_get_connection (edit);
  g_autoptr (KliRow) owner = kli_connection_load (connection, kind, id, error);

  if (owner == NULL)
    return FALSE;
  if (owner->deleted_at == 0)
    return TRUE;

  for (guint i = 0; kli_kinds[i] != NULL; i++)
    {
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

      if (kli_kinds[i]->parts_stem == NULL)
        continue;
      if (!collect_marked (connection, kli_kinds[i], owner, ids, error))
        return FALSE;
      for (guint n = 0; n < ids->len; n++)
        if (!kli_edit_set_deleted (edit, kli_kinds[i], g_array_index (ids, gint64, n), FALSE, error))
          return FALSE;
    }

  return TRUE;
}

/* A card that went into another one is an empty shell: taking the merge apart fills it again. */
static gboolean
check_not_merged (KliConnection *connection, gint64 id, GError **error)
{
  gint64 into = kli_merged_into (connection, id, error);
  g_autoptr (KliRow) contact = into > 0 ? kli_connection_load (connection, &kli_contact_kind, into, error) : NULL;

  if (contact != NULL)
    g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_FORBIDDEN,
                 _ ("This contact was merged into “%s”; it comes back when the merge is taken apart."),
                 kli_row_get_text (contact, KLI_CONTACT_NAME));

  return into == 0;
}

gboolean
kli_trash_in_edit (KliEdit *edit, const KliKind *kind, gint64 id, GError **error)
{
  g_return_val_if_fail (edit != NULL && kind != NULL, FALSE);

  return (kind != &kli_contact_kind || kli_household_move (edit, id, TRUE, error))
         && kli_edit_set_deleted (edit, kind, id, TRUE, error);
}

gboolean
kli_untrash_in_edit (KliEdit *edit, const KliKind *kind, gint64 id, GError **error)
{
  g_return_val_if_fail (edit != NULL && kind != NULL, FALSE);

  return (kind != &kli_contact_kind || check_not_merged (kli_edit_get_connection (edit), id, error))
         && restore_parts (edit, kind, id, error)
         && (kind != &kli_contact_kind || kli_household_move (edit, id, FALSE, error))
         && kli_edit_set_deleted (edit, kind, id, FALSE, error);
}

/* --- doing it ----------------------------------------------------------------------------------------- */

static gboolean
set_deleted (KliEdit *edit, const Wanted *wanted, gboolean deleted, GError **error)
{
  KliConnection *connection = kli_edit_get_connection (edit);

  for (guint i = 0; i < wanted->ids->len; i++)
    {
      gint64 id = g_array_index (wanted->ids, gint64, i);
      const KliKind *kind = wanted->kind != NULL ? wanted->kind : kli_find_kind (connection, id, error);

      if (kind == NULL || (deleted && !kli_trash_check (connection, kind, id, error))
          || !(deleted ? kli_trash_in_edit : kli_untrash_in_edit) (edit, kind, id, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
trash_func (KliEdit *edit, gpointer user_data, GError **error)
{
  return set_deleted (edit, kli_operation_get_data (user_data), TRUE, error);
}

static gboolean
untrash_func (KliEdit *edit, gpointer user_data, GError **error)
{
  return set_deleted (edit, kli_operation_get_data (user_data), FALSE, error);
}

static gboolean
set_archived (KliEdit *edit, const Wanted *wanted, gboolean archived, GError **error)
{
  for (guint i = 0; i < wanted->ids->len; i++)
    {
      g_autoptr (KliRow) contact = kli_connection_load (kli_edit_get_connection (edit), &kli_contact_kind,
                                                        g_array_index (wanted->ids, gint64, i), error);

      if (contact == NULL)
        return FALSE;
      kli_contact_set_archived (contact, archived, kli_edit_get_instant (edit));
      if (!kli_edit_update (edit, contact, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
archive_func (KliEdit *edit, gpointer user_data, GError **error)
{
  return set_archived (edit, kli_operation_get_data (user_data), TRUE, error);
}

static gboolean
unarchive_func (KliEdit *edit, gpointer user_data, GError **error)
{
  return set_archived (edit, kli_operation_get_data (user_data), FALSE, error);
}

/* @action: "trash": the verb is contact-trash, or records-trash for several kinds. */
static KliOperation *
operation_new (const char *action, KliEditFunc func, const KliKind *kind, const gint64 *ids, guint n_ids)
{
  Wanted *wanted = g_new0 (Wanted, 1);
  g_autofree char *verb = g_strconcat (kind != NULL ? kind->name : "records", "-", action, NULL);

  wanted->kind = kind;
  wanted->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (wanted->ids, ids, n_ids);

  return kli_operation_new (verb, n_ids == 1 ? ids[0] : 0, func, wanted, wanted_free);
}

KliOperation *
kli_trash (const KliKind *kind, const gint64 *ids, guint n_ids)
{
  g_return_val_if_fail (ids != NULL && n_ids > 0, NULL);

  return operation_new ("trash", trash_func, kind, ids, n_ids);
}

KliOperation *
kli_untrash (const KliKind *kind, const gint64 *ids, guint n_ids)
{
  g_return_val_if_fail (ids != NULL && n_ids > 0, NULL);

  return operation_new ("untrash", untrash_func, kind, ids, n_ids);
}

KliOperation *
kli_archive (const gint64 *contacts, guint n_contacts)
{
  g_return_val_if_fail (contacts != NULL && n_contacts > 0, NULL);

  return operation_new ("archive", archive_func, &kli_contact_kind, contacts, n_contacts);
}

KliOperation *
kli_unarchive (const gint64 *contacts, guint n_contacts)
{
  g_return_val_if_fail (contacts != NULL && n_contacts > 0, NULL);

  return operation_new ("unarchive", unarchive_func, &kli_contact_kind, contacts, n_contacts);
}
