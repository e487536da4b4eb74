/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of each contract on the day of the store, and the orders of the contracts. */
#include "core/kli-contract-facts.h"
#include "store/kli-derive-private.h"
#include "store/kli-store-error-private.h"

#include <string.h>

#define STATE_COLUMNS 5 /* state, since, changes_on, next_on, end_on */

/* Behind every day: where undated contracts stand. */
#define UNDATED "~"

/* --- states ----------------------------------------------------------------------------------------------- */

static gboolean
add_parts (KliDeriveContext *context, KliContractFacts *facts, const KliKind *kind, gint64 contract, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (context->connection, kind->parts_stem, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, contract);
  while (kli_statement_step (statement, &local_error))
    {
      g_autoptr (KliRow) part = kli_statement_get_row (statement, 0, kind);

      kli_contract_facts_add (facts, part);
    }

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

/* The first day from @today on which something about the contract is due: the last safe day for a notice,
 * the end of the term, another state. */
static KliDay
find_next (const KliContractDates *dates, KliContractState state, KliDay changes_on, KliDay today)
{
  gboolean runs = kli_contract_state_is_running (state);
  KliDay days[] = {
    changes_on,
    runs ? dates->safe_notice : KLI_DAY_NONE,
    runs ? dates->current_end : KLI_DAY_NONE,
  };
  KliDay next = KLI_DAY_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (kli_day_is_valid (days[i]) && days[i] >= today && (next == KLI_DAY_NONE || days[i] < next))
      next = days[i];

  return next;
}

static GBytes *
make_state (const KliContractTerms *terms, KliDay today)
{
  KliDay since, changes_on;
  KliContractState state = kli_contract_state (terms, today, &since, &changes_on);
  KliContractDates dates = kli_contract_dates (terms, today);
  g_autofree char *since_text = kli_day_to_string (since);
  g_autofree char *changes_text = kli_day_to_string (changes_on);
  g_autofree char *next_text = kli_day_to_string (find_next (&dates, state, changes_on, today));
  g_autofree char *end_text = kli_day_to_string (dates.current_end);

  return kli_derive_pack_texts (
      (const char *const[]){ kli_contract_state_id (state), since_text, changes_text, next_text, end_text },
      STATE_COLUMNS);
}

static GBytes *
state_reckon (KliDeriveContext *context, const KliDeriveSubject *subject, GError **error)
{
  g_autoptr (KliContractFacts) facts = NULL;

  /* Before anybody said what day it is there are no states. */
  if (subject->row->deleted_at != 0 || !kli_day_is_valid (context->day))
    return NULL;

  facts = kli_contract_facts_new (subject->row, context->country[0] != '\0' ? context->country : NULL);
  if (!add_parts (context, facts, &kli_contract_party_kind, subject->id, error)
      || !add_parts (context, facts, &kli_contract_act_kind, subject->id, error))
    return NULL;

  return make_state (kli_contract_facts_get_terms (facts), context->day);
}

static GBytes *
state_read (KliDeriveContext *context, const KliDeriveSubject *subject, GError **error)
{
  g_autoptr (KliStatement) statement = kli_derive_look_up (context, "contract-state-select", subject->id, error);

  return statement != NULL ? kli_derive_pack_text_columns (statement, STATE_COLUMNS) : NULL;
}

const KliDeriver kli_contract_state_deriver = {
  .name = "contract-state",
  .version = 1,
  .subject = &kli_contract_kind,
  .depends_on = { &kli_contract_kind, &kli_contract_party_kind, &kli_contract_act_kind },
  .of_settings = TRUE,
  .reckon = state_reckon,
  .read = state_read,
  .set_statement = "contract-state-set",
  .delete_statement = "contract-state-delete",
  .by_id = TRUE,
  .at_once = TRUE, /* for the order */
  .empty_statements = (const char *const[]){ "contract-state-empty", NULL },
  .count_statement = "contract-state-count",
  .strays_statement = "contract-state-strays",
};

/* --- orders ----------------------------------------------------------------------------------------------- */

/* @number with each run of digits made as long as the longest can be, so that 2/2026 stands before 10/2026. */
static char *
pad_digits (const char *number)
{
  const gsize width = 12;
  GString *padded = g_string_new (NULL);

  while (*number != '\0')
    {
      gsize digits = strspn (number, "0123456789");

      for (gsize i = digits; digits > 0 && i < width; i++)
        g_string_append_c (padded, '0');
      digits = MAX (digits, 1);
      g_string_append_len (padded, number, (gssize)digits);
      number += digits;
    }

  return g_string_free (padded, FALSE);
}

/* The day of the next deadline and, within a day, the title. */
static GByteArray *
make_deadline_key (KliDeriveContext *context, const char *next_on, const char *title)
{
  GByteArray *key = g_byte_array_new ();
  g_autoptr (GBytes) title_key = kli_derive_collate (context, title);
  const char *day = next_on[0] != '\0' ? next_on : UNDATED;
  gsize size;
  gconstpointer bytes = g_bytes_get_data (title_key, &size);

  g_byte_array_append (key, (const guint8 *)day, (guint)strlen (day));
  g_byte_array_append (key, bytes, (guint)size);

  return key;
}

/* by_deadline, by_number, by_title */
static GBytes *
make_order (KliDeriveContext *context, const char *next_on, const char *number, const char *title)
{
  g_autoptr (GByteArray) by_deadline = make_deadline_key (context, next_on, title);
  g_autoptr (GBytes) by_number = kli_derive_collate (context, number);
  g_autoptr (GBytes) by_title = kli_derive_collate (context, title);
  KliDerivePiece pieces[] = { { by_deadline->data, by_deadline->len }, { NULL, 0 }, { NULL, 0 } };

  pieces[1].bytes = g_bytes_get_data (by_number, &pieces[1].size);
  pieces[2].bytes = g_bytes_get_data (by_title, &pieces[2].size);

  return kli_derive_pack (pieces, G_N_ELEMENTS (pieces));
}

static GBytes *
order_reckon (KliDeriveContext *context, const KliDeriveSubject *subject, GError **error)
{
  const char *title = kli_row_get_text (subject->row, KLI_CONTRACT_TITLE);
  g_autofree char *number = pad_digits (kli_row_get_text (subject->row, KLI_CONTRACT_NUMBER));
  g_autoptr (KliStatement) state = NULL;
  g_autoptr (GError) local_error = NULL;

  if (subject->row->deleted_at != 0)
    return NULL;
  state = kli_derive_look_up (context, "contract-state-select", subject->id, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return make_order (context, state != NULL ? kli_statement_get_text (state, 3) : "", number, title);
}

static GBytes *
order_read (KliDeriveContext *context, const KliDeriveSubject *subject, GError **error)
{
  g_autoptr (KliStatement) statement = kli_derive_look_up (context, "contract-order-select", subject->local, error);

  return statement != NULL ? kli_derive_pack_columns (statement, 3) : NULL;
}

const KliDeriver kli_contract_order_deriver = {
  .name = "contract-order",
  .version = 1,
  .subject = &kli_contract_kind,
  .depends_on = { &kli_contract_kind, &kli_contract_party_kind, &kli_contract_act_kind },
  .of_language = TRUE,
  .of_settings = TRUE,
  .reckon = order_reckon,
  .read = order_read,
  .set_statement = "contract-order-set",
  .delete_statement = "contract-order-delete",
  .columns = KLI_DERIVE_BYTES,
  .is_order = TRUE,
  .empty_statements = (const char *const[]){ "contract-order-empty", NULL },
  .count_statement = "contract-order-count",
  .strays_statement = "contract-order-strays",
};
