/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of contacts as they are compared (an import finds somebody by them) and as they are sorted; and when
 * each was edited last. */
#include "core/kli-name.h"
#include "store/kli-derive-private.h"

#define ORDER_TYPE "(@ay@ay)" /* by_family, by_given */

static gboolean
is_in_trash (const KliDeriveSubject *subject)
{
  return subject->row->deleted_at != 0;
}

/* --- compared --------------------------------------------------------------------------------------------- */

static GVariant *
match_reckon (KliDeriveContext *context, const KliDeriveSubject *subject, GError **error)
{
  if (is_in_trash (subject))
    return NULL;

  return g_variant_new_take_string (kli_name_match_key (kli_row_get_text (subject->row, KLI_CONTACT_NAME)));
}

static GVariant *
match_read (KliDeriveContext *context, const KliDeriveSubject *subject, GError **error)
{
  g_autoptr (KliStatement) statement = kli_derive_look_up (context, "contact-match-select", subject->id, error);

  return statement != NULL ? g_variant_new_string (kli_statement_get_text (statement, 0)) : NULL;
}

static gboolean
match_write (KliDeriveContext *context, const KliDeriveSubject *subject, GVariant *old, GVariant *new, GError **error)
{
  const char *name = new != NULL ? "contact-match-set" : "contact-match-delete";
  g_autoptr (KliStatement) statement = kli_connection_lend (context->connection, name, error);

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, subject->id);
  if (new != NULL)
    kli_statement_bind_text (statement, 2, g_variant_get_string (new, NULL));

  return kli_statement_run (statement, error);
}

const KliDeriver kli_contact_match_deriver = {
  .name = "contact-match",
  .version = 1,
  .subject = &kli_contact_kind,
  .depends_on = { &kli_contact_kind },
  .is_pure = TRUE,
  .reckon = match_reckon,
  .read = match_read,
  .write = match_write,
  .empty_statements = (const char *const[]){ "contact-match-empty", NULL },
  .count_statement = "contact-match-count",
  .strays_statement = "contact-match-strays",
  .by_id = TRUE,
};

/* --- sorted ----------------------------------------------------------------------------------------------- */

static GVariant *
make_key (KliDeriveContext *context, const KliRow *row, gboolean by_family)
{
  g_autofree char *text = kli_derive_sort_text (row, by_family);

  return kli_derive_key (context, text);
}

static GVariant *
order_reckon (KliDeriveContext *context, const KliDeriveSubject *subject, GError **error)
{
  if (is_in_trash (subject))
    return NULL;

  return g_variant_new (ORDER_TYPE, make_key (context, subject->row, TRUE), make_key (context, subject->row, FALSE));
}

static GVariant *
order_read (KliDeriveContext *context, const KliDeriveSubject *subject, GError **error)
{
  g_autoptr (KliStatement) statement = kli_derive_look_up (context, "contact-order-select", subject->local, error);

  if (statement == NULL)
    return NULL;

  return g_variant_new (ORDER_TYPE, kli_derive_read_key (statement, 0), kli_derive_read_key (statement, 1));
}

static gboolean
order_write (KliDeriveContext *context, const KliDeriveSubject *subject, GVariant *old, GVariant *new, GError **error)
{
  const char *name = new != NULL ? "contact-order-set" : "contact-order-delete";

  return kli_derive_write_keys (context, subject, name, new, error);
}

const KliDeriver kli_contact_order_deriver = {
  .name = "contact-order",
  .version = 1,
  .subject = &kli_contact_kind,
  .depends_on = { &kli_contact_kind },
  .of_language = TRUE,
  .is_pure = TRUE,
  .reckon = order_reckon,
  .read = order_read,
  .write = order_write,
  .empty_statements = (const char *const[]){ "contact-order-empty", NULL },
  .count_statement = "contact-order-count",
  .strays_statement = "contact-order-strays",
};

/* --- edited ----------------------------------------------------------------------------------------------- */

static GVariant *
read_edit (KliDeriveContext *context, const char *name, gint64 key, GError **error)
{
  g_autoptr (KliStatement) statement = kli_derive_look_up (context, name, key, error);

  return statement != NULL ? g_variant_new_int64 (kli_statement_get_integer (statement, 0)) : NULL;
}

static GVariant *
recent_reckon (KliDeriveContext *context, const KliDeriveSubject *subject, GError **error)
{
  return is_in_trash (subject) ? NULL : read_edit (context, "contact-recent-reckon", subject->id, error);
}

static GVariant *
recent_read (KliDeriveContext *context, const KliDeriveSubject *subject, GError **error)
{
  return read_edit (context, "contact-recent-select", subject->local, error);
}

static gboolean
recent_write (KliDeriveContext *context, const KliDeriveSubject *subject, GVariant *old, GVariant *new, GError **error)
{
  const char *name = new != NULL ? "contact-recent-set" : "contact-recent-delete";
  g_autoptr (KliStatement) statement = kli_connection_lend (context->connection, name, error);

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, subject->local);
  if (new != NULL)
    kli_statement_bind_integer (statement, 2, g_variant_get_int64 (new));

  return kli_statement_run (statement, error) && kli_derive_note_order (context, subject, error);
}

/* Reads the history, which the edit under way is part of by then. */
const KliDeriver kli_contact_recent_deriver = {
  .name = "contact-recent",
  .version = 1,
  .subject = &kli_contact_kind,
  .reckon = recent_reckon,
  .read = recent_read,
  .write = recent_write,
  .empty_statements = (const char *const[]){ "contact-recent-empty", NULL },
  .count_statement = "contact-recent-count",
  .strays_statement = "contact-recent-strays",
};
