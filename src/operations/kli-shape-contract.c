/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a contract is named in paths and JSON, and the rules its fields keep. What may be done with it on
 * which day is in kli-act.c. */
#include "operations/kli-shape.h"

#include "core/kli-day.h"
#include "core/kli-kinds.h"
#include "core/kli-money.h"
#include "operations/kli-column.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const KliColumnName act_names[] = { { "on", KLI_CONTRACT_ACT_ON_DAY }, { NULL } };

static gboolean
same_party (const KliRow *a, const KliRow *b)
{
  return kli_row_get_integer (a, KLI_CONTRACT_PARTY_CONTACT) == kli_row_get_integer (b, KLI_CONTRACT_PARTY_CONTACT);
}

static gboolean
same_document (const KliRow *a, const KliRow *b)
{
  return g_str_equal (kli_row_get_text (a, KLI_DOCUMENT_HASH), kli_row_get_text (b, KLI_DOCUMENT_HASH))
         && g_str_equal (kli_row_get_text (a, KLI_DOCUMENT_NAME), kli_row_get_text (b, KLI_DOCUMENT_NAME));
}

static const KliPartList lists[] = {
  { .name = "parties",
    .verb = "party",
    .kind = &kli_contract_party_kind,
    .owner = KLI_CONTRACT_PARTY_CONTRACT,
    .other = KLI_CONTRACT_PARTY_CONTACT,
    .same = same_party },
  { .name = "acts",
    .kind = &kli_contract_act_kind,
    .owner = KLI_CONTRACT_ACT_CONTRACT,
    .other = -1,
    .names = act_names },
  { .name = "documents",
    .verb = "document",
    .kind = &kli_document_kind,
    .owner = KLI_DOCUMENT_OWNER,
    .other = -1,
    .same = same_document },
};

/* --- party+=ID:ROLE --------------------------------------------------------------------------------- */

static gboolean
check_contact (KliAssignContext *context, gint64 id, GError **error)
{
  g_autoptr (KliRow) contact = kli_connection_load (context->connection, &kli_contact_kind, id, error);

  if (contact == NULL)
    return FALSE;
  if (contact->deleted_at == 0)
    return TRUE;
  g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_FORBIDDEN, _ ("Contact “%s” is in the trash."),
               kli_row_get_text (contact, KLI_CONTACT_NAME));

  return FALSE;
}

static gboolean
fill_party (KliAssignContext *context, KliRow *part, const char *argument, const char *text, GError **error)
{
  const char *colon = strchr (text, ':');
  g_autofree char *who = colon != NULL ? g_strndup (text, (gsize)(colon - text)) : g_strdup (text);
  gint64 id = 0;

  g_strstrip (who);
  if (!g_str_equal (who, KLI_PARTY_SELF))
    {
      if (!g_ascii_string_to_signed (who, 10, 1, G_MAXINT64, &id, NULL))
        {
          g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID,
                       _ ("“%s” is not a party: it is written as the id of a contact, or self, a colon and the role."),
                       text);
          return FALSE;
        }
      if (!check_contact (context, id, error))
        return FALSE;
    }
  kli_row_set_integer (part, KLI_CONTRACT_PARTY_CONTACT, id);

  return colon == NULL || kli_column_set_text (part, KLI_CONTRACT_PARTY_ROLE, colon + 1, error);
}

static const KliPartWord words[] = {
  { .word = "party", .list = "parties", .fill = fill_party },
  { .word = "parties", .list = "parties", .fill = fill_party },
};

/* --- value=3600.00 PLN ------------------------------------------------------------------------------ */

static gboolean
set_value (KliAssignContext *context, KliRow *root, const char *text, GError **error)
{
  g_auto (GStrv) pieces = g_strsplit (text, " ", 2);
  gint64 minor = 0;

  if (*text != '\0' && !kli_money_parse (pieces[0], NULL, KLI_LANGUAGE_EN, &minor, NULL))
    {
      g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID,
                   _ ("“%s” is not an amount such as 3600.00 PLN."), text);
      return FALSE;
    }
  if (*text != '\0' && pieces[1] != NULL && !kli_column_set_text (root, KLI_CONTRACT_CURRENCY, pieces[1], error))
    return FALSE;
  kli_row_set_integer (root, KLI_CONTRACT_VALUE_MINOR, minor);

  return TRUE;
}

static const KliRootWord root_words[] = { { "value", set_value } };

static const KliGroupMember members[] = {
  { "value", "minor", KLI_CONTRACT_VALUE_MINOR },
  { "value", "currency", KLI_CONTRACT_CURRENCY },
  { "value", "per", KLI_CONTRACT_PER },
};

/* --- the rules -------------------------------------------------------------------------------------- */

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID, sentence);

  return FALSE;
}

/* An amount has a currency: the one that is given, else that of the business. */
static gboolean
settle_value (KliRow *root, const KliBusiness *business, GError **error)
{
  const char *currency = kli_row_get_text (root, KLI_CONTRACT_CURRENCY);

  if (*currency == '\0' && kli_row_get_integer (root, KLI_CONTRACT_VALUE_MINOR) != 0)
    {
      kli_row_set_text (root, KLI_CONTRACT_CURRENCY, business->currency);
      currency = business->currency;
      if (*currency == '\0')
        return refuse (error, _ ("A contract value needs a currency, such as PLN."));
    }
  if (*currency != '\0' && !kli_money_is_currency (currency))
    return refuse (error, _ ("A currency is three capital letters, such as PLN."));

  return TRUE;
}

static gboolean
settle (KliDraft *draft, const KliBusiness *business, GError **error)
{
  KliRow *root = kli_draft_get_root (draft);
  KliDay start = kli_day_parse (kli_row_get_text (root, KLI_CONTRACT_START_ON));
  KliDay end = kli_day_parse (kli_row_get_text (root, KLI_CONTRACT_END_ON));

  if (*kli_row_get_text (root, KLI_CONTRACT_TITLE) == '\0' && *kli_row_get_text (root, KLI_CONTRACT_NUMBER) == '\0')
    return refuse (error, _ ("A contract needs a number or a title."));
  if (kli_day_is_valid (start) && kli_day_is_valid (end) && end < start)
    return refuse (error, _ ("A contract cannot end before it starts."));

  return settle_value (root, business, error);
}

const KliShape kli_contract_shape = {
  .kind = &kli_contract_kind,
  .lists = lists,
  .n_lists = G_N_ELEMENTS (lists),
  .words = words,
  .n_words = G_N_ELEMENTS (words),
  .root_words = root_words,
  .n_root_words = G_N_ELEMENTS (root_words),
  .members = members,
  .n_members = G_N_ELEMENTS (members),
  .name_column = KLI_CONTRACT_TITLE,
  .settle = settle,
};
