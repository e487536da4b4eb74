/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Acts on a contract. */
#include "operations/kli-act.h"

#include "core/kli-contract-facts.h"
#include "core/kli-kinds.h"
#include "operations/kli-column.h"
#include "operations/kli-record.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  gint64 contract;
  KliActKind act;
  GPtrArray *assignments;
} Wanted;

/* A field that only one kind of act has. */
static const struct
{
  guint column;
  KliActKind act;
} special_columns[] = {
  { KLI_CONTRACT_ACT_ENDS_ON, KLI_ACT_NOTICE_DELIVERED },
  { KLI_CONTRACT_ACT_PARTY, KLI_ACT_SIGNED },
  { KLI_CONTRACT_ACT_SUCCESSOR, KLI_ACT_SUCCESSOR },
};

static gboolean
forbid (GError **error, const char *sentence)
{
  g_set_error_literal (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_FORBIDDEN, sentence);

  return FALSE;
}

/* --- reading the fields ------------------------------------------------------------------------------- */

/* The party that @text means: the id of a contact or of a party, or self. */
static const KliRow *
find_party (const KliWhole *contract, const char *text)
{
  const KliRow *party;
  gint64 id = 0;

  if (!g_str_equal (text, KLI_PARTY_SELF) && !g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL))
    return NULL;
  for (guint n = 0; (party = kli_whole_get_part (contract, &kli_contract_party_kind, n)) != NULL; n++)
    if (kli_row_get_integer (party, KLI_CONTRACT_PARTY_CONTACT) == id || (id != 0 && party->id == id))
      return party;

  return NULL;
}

static gboolean
set_party (KliRow *act, const KliWhole *contract, const char *text, GError **error)
{
  const KliRow *party = *text != '\0' ? find_party (contract, text) : NULL;

  if (party == NULL && *text != '\0')
    {
      g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_NOT_FOUND,
                   _ ("Contact “%s” is not a party to the contract."), text);
      return FALSE;
    }
  kli_row_set_integer (act, KLI_CONTRACT_ACT_PARTY, party != NULL ? party->id : 0);

  return TRUE;
}

static gboolean
check_column (guint column, KliActKind act, const char *path, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (special_columns); i++)
    if (special_columns[i].column == column && special_columns[i].act != act)
      {
        g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID,
                     _ ("The act “%s” has no field called “%s”."), kli_act_kind_id (act), path);
        return FALSE;
      }

  return TRUE;
}

static gboolean
set_act_field (KliRow *row, KliActKind act, const KliWhole *contract, const KliAssignment *assignment, GError **error)
{
  const KliPartList *list = kli_shape_find_list (&kli_contract_shape, "acts");
  int column = kli_part_list_find_column (list, kli_whole_get_root (contract), row, assignment->path);

  if (column < 0 || column == KLI_CONTRACT_ACT_KIND || assignment->action != KLI_ASSIGN_SET)
    {
      g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_NOT_FOUND,
                   _ ("The act “%s” has no field called “%s”."), kli_act_kind_id (act), assignment->path);
      return FALSE;
    }
  if (!check_column ((guint)column, act, assignment->path, error))
    return FALSE;
  if (column == KLI_CONTRACT_ACT_PARTY)
    return set_party (row, contract, assignment->value, error);

  return kli_column_set_text (row, (guint)column, assignment->value, error);
}

/* --- the rules ---------------------------------------------------------------------------------------- */

static gboolean
check_signature (const KliContractTerms *terms, const KliRow *act, GError **error)
{
  gint64 party = kli_row_get_integer (act, KLI_CONTRACT_ACT_PARTY);

  if (terms->n_parties == 0)
    return forbid (error, _ ("A contract without parties cannot be signed."));
  if (party != 0 && kli_day_is_valid (kli_contract_signed_on (terms, party)))
    return forbid (error, _ ("This party has signed already."));

  return TRUE;
}

static gboolean
check_successor (KliConnection *connection, const KliRow *act, GError **error)
{
  gint64 successor = kli_row_get_integer (act, KLI_CONTRACT_ACT_SUCCESSOR);
  g_autoptr (KliRow) contract = NULL;

  if (successor == 0)
    return forbid (error, _ ("The contract that follows must be named: successor=ID."));
  if (successor == kli_row_get_integer (act, KLI_CONTRACT_ACT_CONTRACT))
    return forbid (error, _ ("A contract cannot follow itself."));
  contract = kli_connection_load (connection, &kli_contract_kind, successor, error);

  return contract != NULL;
}

static gboolean
check_notice (const KliRow *act, KliDay on, GError **error)
{
  KliDay ends_on = kli_day_parse (kli_row_get_text (act, KLI_CONTRACT_ACT_ENDS_ON));

  if (kli_day_is_valid (ends_on) && ends_on < on)
    return forbid (error, _ ("A notice cannot end the contract before it was delivered."));

  return TRUE;
}

static gboolean
check_act (KliConnection *connection, const KliContractTerms *terms, KliActKind kind, const KliRow *act, GError **error)
{
  KliDay on = kli_day_parse (kli_row_get_text (act, KLI_CONTRACT_ACT_ON_DAY));
  const char *reason = NULL;

  if (!kli_contract_act_allowed (terms, on, kind, &reason))
    return forbid (error, _ (reason));
  if (kind == KLI_ACT_SIGNED)
    return check_signature (terms, act, error);
  if (kind == KLI_ACT_SUCCESSOR)
    return check_successor (connection, act, error);

  return kind != KLI_ACT_NOTICE_DELIVERED || check_notice (act, on, error);
}

/* --- doing it ----------------------------------------------------------------------------------------- */

/* Returns: (transfer full) (nullable): NULL with @error set. */
static KliRow *
make_act (const KliWhole *contract, KliActKind kind, KliDay today, const GPtrArray *assignments, GError **error)
{
  g_autoptr (KliRow) act = kli_row_new (&kli_contract_act_kind);
  g_autofree char *day = kli_day_to_string (today);

  kli_row_set_integer (act, KLI_CONTRACT_ACT_CONTRACT, kli_whole_get_root (contract)->id);
  kli_row_set_text (act, KLI_CONTRACT_ACT_KIND, kli_act_kind_id (kind));
  for (guint i = 0; i < assignments->len; i++)
    if (!set_act_field (act, kind, contract, g_ptr_array_index (assignments, i), error))
      return NULL;
  if (*kli_row_get_text (act, KLI_CONTRACT_ACT_ON_DAY) == '\0')
    kli_row_set_text (act, KLI_CONTRACT_ACT_ON_DAY, day);

  return g_steal_pointer (&act);
}

gboolean
kli_act_in_edit (KliEdit *edit,
                 const KliBusiness *business,
                 KliDay today,
                 gint64 contract,
                 KliActKind act,
                 const GPtrArray *assignments,
                 GError **error)
{
  KliConnection *connection;
  g_autoptr (KliWhole) whole = NULL;
  g_autoptr (KliContractFacts) facts = NULL;
  g_autoptr (KliRow) row = NULL;

  g_return_val_if_fail (edit != NULL && business != NULL && assignments != NULL, FALSE);

  connection = kli_edit_get_connection (edit);
  whole = kli_read_record (connection, &kli_contract_kind, contract, FALSE, error);
  if (whole == NULL)
    return FALSE;
  row = make_act (whole, act, today, assignments, error);
  if (row == NULL)
    return FALSE;
  facts = kli_contract_facts_from_whole (whole, business->country);

  return check_act (connection, kli_contract_facts_get_terms (facts), act, row, error)
         && kli_edit_insert (edit, row, error);
}

static gboolean
act_func (KliEdit *edit, gpointer user_data, GError **error)
{
  const Wanted *wanted = kli_operation_get_data (user_data);
  g_autoptr (KliBusiness) business = kli_business_read (kli_edit_get_connection (edit), error);

  return business != NULL
         && kli_act_in_edit (edit, business, kli_operation_get_today (user_data), wanted->contract, wanted->act,
                             wanted->assignments, error);
}

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_ptr_array_unref (wanted->assignments);
  g_free (wanted);
}

KliOperation *
kli_act_on_contract (gint64 contract, KliActKind act, GPtrArray *assignments)
{
  Wanted *wanted;
  g_autofree char *verb = NULL;

  g_return_val_if_fail (contract > 0 && assignments != NULL, NULL);

  wanted = g_new0 (Wanted, 1);
  wanted->contract = contract;
  wanted->act = act;
  wanted->assignments = assignments;
  verb = g_strdelimit (g_strconcat ("contract-act-", kli_act_kind_id (act), NULL), "_", '-');

  return kli_operation_new (verb, contract, act_func, wanted, wanted_free);
}
