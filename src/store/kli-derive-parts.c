/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a contact, read once for all derivers. Put in order here rather than by ORDER BY … LIMIT or DISTINCT:
 * for those SQLite makes a table of its own each time, which costs more than reading the few rows. */
#include "store/kli-derive-parts.h"

#include "store/kli-store-error-private.h"

typedef enum
{
  ADDRESSES,
  POINTS,
  MEMBERSHIPS,
  N_LISTS,
} List;

struct _KliDeriveParts
{
  gint64 subject; /* whose parts they are */
  GArray *lists[N_LISTS];
  gboolean is_read[N_LISTS];
  GStringChunk *texts;
};

static void
add_address (KliDeriveParts *parts, KliStatement *statement)
{
  KliDeriveAddress address = {
    .city = g_string_chunk_insert (parts->texts, kli_statement_get_text (statement, 0)),
    .region = g_string_chunk_insert (parts->texts, kli_statement_get_text (statement, 1)),
    .country = g_string_chunk_insert (parts->texts, kli_statement_get_text (statement, 2)),
    .preferred = kli_statement_get_integer (statement, 3),
    .position = kli_statement_get_integer (statement, 4),
  };

  g_array_append_val (parts->lists[ADDRESSES], address);
}

static void
add_point (KliDeriveParts *parts, KliStatement *statement)
{
  KliDerivePoint point = {
    .kind = g_string_chunk_insert (parts->texts, kli_statement_get_text (statement, 0)),
    .value = g_string_chunk_insert (parts->texts, kli_statement_get_text (statement, 1)),
    .normal = g_string_chunk_insert (parts->texts, kli_statement_get_text (statement, 2)),
  };

  g_array_append_val (parts->lists[POINTS], point);
}

static void
add_membership (KliDeriveParts *parts, KliStatement *statement)
{
  KliDeriveMembership membership = {
    .name = g_string_chunk_insert (parts->texts, kli_statement_get_text (statement, 0)),
    .ended = kli_statement_get_integer (statement, 1) != 0,
    .main = kli_statement_get_integer (statement, 2),
  };

  g_array_append_val (parts->lists[MEMBERSHIPS], membership);
}

static const struct
{
  const char *statement;
  guint size;
  void (*add) (KliDeriveParts *parts, KliStatement *statement);
} sources[N_LISTS] = {
  [ADDRESSES] = { "derive-addresses", sizeof (KliDeriveAddress), add_address },
  [POINTS] = { "derive-points", sizeof (KliDerivePoint), add_point },
  [MEMBERSHIPS] = { "derive-memberships", sizeof (KliDeriveMembership), add_membership },
};

static KliDeriveParts *
parts_new (void)
{
  KliDeriveParts *parts = g_new0 (KliDeriveParts, 1);

  parts->texts = g_string_chunk_new (1024);
  for (guint i = 0; i < N_LISTS; i++)
    parts->lists[i] = g_array_new (FALSE, FALSE, sources[i].size);

  return parts;
}

void
kli_derive_parts_free (KliDeriveParts *parts)
{
  if (parts == NULL)
    return;

  for (guint i = 0; i < N_LISTS; i++)
    g_array_unref (parts->lists[i]);
  g_string_chunk_free (parts->texts);
  g_free (parts);
}

/* The parts of @subject; those of the one before are forgotten. */
static KliDeriveParts *
parts_of (KliDeriveContext *context, const KliDeriveSubject *subject)
{
  if (context->parts == NULL)
    context->parts = parts_new ();
  if (context->parts->subject != subject->id)
    {
      g_string_chunk_clear (context->parts->texts);
      for (guint i = 0; i < N_LISTS; i++)
        {
          g_array_set_size (context->parts->lists[i], 0);
          context->parts->is_read[i] = FALSE;
        }
      context->parts->subject = subject->id;
    }

  return context->parts;
}

static const GArray *
list (KliDeriveContext *context, const KliDeriveSubject *subject, List which, GError **error)
{
  KliDeriveParts *parts = parts_of (context, subject);
  g_autoptr (KliStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  if (parts->is_read[which])
    return parts->lists[which];

  statement = kli_connection_lend (context->connection, sources[which].statement, error);
  if (statement == NULL)
    return NULL;
  g_array_set_size (parts->lists[which], 0); /* of an attempt that failed */
  kli_statement_bind_integer (statement, 1, subject->id);
  while (kli_statement_step (statement, &local_error))
    sources[which].add (parts, statement);
  parts->is_read[which] = local_error == NULL;

  return kli_store_error_pass (error, g_steal_pointer (&local_error)) ? parts->lists[which] : NULL;
}

const GArray *
kli_derive_list_addresses (KliDeriveContext *context, const KliDeriveSubject *subject, GError **error)
{
  g_return_val_if_fail (context != NULL && subject != NULL, NULL);

  return list (context, subject, ADDRESSES, error);
}

const GArray *
kli_derive_list_points (KliDeriveContext *context, const KliDeriveSubject *subject, GError **error)
{
  g_return_val_if_fail (context != NULL && subject != NULL, NULL);

  return list (context, subject, POINTS, error);
}

const GArray *
kli_derive_list_memberships (KliDeriveContext *context, const KliDeriveSubject *subject, GError **error)
{
  g_return_val_if_fail (context != NULL && subject != NULL, NULL);

  return list (context, subject, MEMBERSHIPS, error);
}
