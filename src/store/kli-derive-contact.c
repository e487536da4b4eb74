/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of contacts as they are compared (an import finds somebody by them) and as they are sorted; and when
 * each was edited last. */
#include "core/kli-name.h"
#include "store/kli-derive-private.h"

static gboolean
is_in_trash (const KliDeriveSubject *subject)
{
  return subject->row->deleted_at != 0;
}

/* --- compared --------------------------------------------------------------------------------------------- */

static GBytes *
match_reckon (KliDeriveContext *context, const KliDeriveSubject *subject, GError **error)
{
  g_autofree char *key = NULL;

  if (is_in_trash (subject))
    return NULL;
  key = kli_name_match_key (kli_row_get_text (subject->row, KLI_CONTACT_NAME));

  return kli_derive_pack_texts ((const char *const *)&key, 1);
}

static GBytes *
match_read (KliDeriveContext *context, const KliDeriveSubject *subject, GError **error)
{
  g_autoptr (KliStatement) statement = kli_derive_look_up (context, "contact-match-select", subject->id, error);

  return statement != NULL ? kli_derive_pack_text_columns (statement, 1) : NULL;
}

const KliDeriver kli_contact_match_deriver = {
  .name = "contact-match",
  .version = 1,
  .subject = &kli_contact_kind,
  .depends_on = { &kli_contact_kind },
  .contact_columns = KLI_CHANGE_COLUMN (KLI_CONTACT_NAME) | KLI_CHANGE_DELETED_AT,
  .is_pure = TRUE,
  .reckon = match_reckon,
  .read = match_read,
  .set_statement = "contact-match-set",
  .delete_statement = "contact-match-delete",
  .by_id = TRUE,
  .empty_statements = (const char *const[]){ "contact-match-empty", NULL },
  .count_statement = "contact-match-count",
  .strays_statement = "contact-match-strays",
};

/* --- sorted ----------------------------------------------------------------------------------------------- */

static GBytes *
order_reckon (KliDeriveContext *context, const KliDeriveSubject *subject, GError **error)
{
  g_autofree char *by_family = NULL;
  g_autofree char *by_given = NULL;

  if (is_in_trash (subject))
    return NULL;
  by_family = kli_derive_sort_text (subject->row, TRUE);
  by_given = kli_derive_sort_text (subject->row, FALSE);

  return kli_derive_collate_all (context, (const char *const[]){ by_family, by_given }, 2);
}

static GBytes *
order_read (KliDeriveContext *context, const KliDeriveSubject *subject, GError **error)
{
  g_autoptr (KliStatement) statement = kli_derive_look_up (context, "contact-order-select", subject->local, error);

  return statement != NULL ? kli_derive_pack_columns (statement, 2) : NULL;
}

const KliDeriver kli_contact_order_deriver = {
  .name = "contact-order",
  .version = 1,
  .subject = &kli_contact_kind,
  .depends_on = { &kli_contact_kind },
  .contact_columns = KLI_DERIVE_SORTED_COLUMNS,
  .of_language = TRUE,
  .is_pure = TRUE,
  .reckon = order_reckon,
  .read = order_read,
  .set_statement = "contact-order-set",
  .delete_statement = "contact-order-delete",
  .columns = KLI_DERIVE_BYTES,
  .is_order = TRUE,
  .empty_statements = (const char *const[]){ "contact-order-empty", NULL },
  .count_statement = "contact-order-count",
  .strays_statement = "contact-order-strays",
};

/* --- edited ----------------------------------------------------------------------------------------------- */

static GBytes *
read_edit (KliDeriveContext *context, const char *name, gint64 key, GError **error)
{
  g_autoptr (KliStatement) statement = kli_derive_look_up (context, name, key, error);

  gint64 edit;

  if (statement == NULL)
    return NULL;
  edit = kli_statement_get_integer (statement, 0);

  return kli_derive_pack (&(KliDerivePiece){ &edit, sizeof edit }, 1);
}

static GBytes *
recent_reckon (KliDeriveContext *context, const KliDeriveSubject *subject, GError **error)
{
  return is_in_trash (subject) ? NULL : read_edit (context, "contact-recent-reckon", subject->id, error);
}

static GBytes *
recent_read (KliDeriveContext *context, const KliDeriveSubject *subject, GError **error)
{
  return read_edit (context, "contact-recent-select", subject->local, error);
}

/* Reads the history, which the edit under way is part of by then. */
const KliDeriver kli_contact_recent_deriver = {
  .name = "contact-recent",
  .version = 1,
  .subject = &kli_contact_kind,
  .reckon = recent_reckon,
  .read = recent_read,
  .set_statement = "contact-recent-set",
  .delete_statement = "contact-recent-delete",
  .columns = KLI_DERIVE_INTEGERS,
  .is_order = TRUE,
  .empty_statements = (const char *const[]){ "contact-recent-empty", NULL },
  .count_statement = "contact-recent-count",
  .strays_statement = "contact-recent-strays",
};
