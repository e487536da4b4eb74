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

static gboolean
match_write (KliDeriveContext *context, const KliDeriveSubject *subject, GBytes *old, GBytes *new, GError **error)
{
  const char *name = new != NULL ? "contact-match-set" : "contact-match-delete";
  KliFeed *feed = new != NULL ? kli_derive_feed (context, subject, name, 2, FALSE) : NULL;
  g_autoptr (KliStatement) statement = NULL;

  if (feed != NULL)
    {
      kli_feed_add_integer (feed, subject->id);
      kli_feed_add_text (feed, kli_derive_get_text (new, 0));
      return TRUE;
    }
  statement = kli_connection_lend (context->connection, name, error);
  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, subject->id);
  if (new != NULL)
    kli_statement_bind_text (statement, 2, kli_derive_get_text (new, 0));

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

static gboolean
order_write (KliDeriveContext *context, const KliDeriveSubject *subject, GBytes *old, GBytes *new, GError **error)
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

/* Of a row as it is compared. */
static gint64
get_edit (GBytes *row)
{
  return *(const gint64 *)kli_derive_get_piece (row, 0).bytes;
}

static gboolean
recent_write (KliDeriveContext *context, const KliDeriveSubject *subject, GBytes *old, GBytes *new, GError **error)
{
  const char *name = new != NULL ? "contact-recent-set" : "contact-recent-delete";
  KliFeed *feed = new != NULL ? kli_derive_feed (context, subject, name, 2, FALSE) : NULL;
  g_autoptr (KliStatement) statement = NULL;

  if (feed != NULL)
    {
      kli_feed_add_integer (feed, subject->local);
      kli_feed_add_integer (feed, get_edit (new));
      return kli_derive_note_order (context, subject, error);
    }
  statement = kli_connection_lend (context->connection, name, error);
  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, subject->local);
  if (new != NULL)
    kli_statement_bind_integer (statement, 2, get_edit (new));

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
