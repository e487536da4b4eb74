/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Relations and households out into foreign files. */
#include "operations/kli-related.h"

#include "core/kli-kinds.h"
#include "core/kli-relation.h"
#include "operations/kli-export.h"
#include "operations/kli-household.h"
#include "store/kli-derive.h"

#include <string.h>

/* Of the rows that contact-sources.sql lists. */
#define SOURCE_KEY 4

char *
kli_related_read_uid (KliConnection *connection, gint64 id, GError **error)
{
  g_autoptr (KliStatement) sources = kli_connection_lend (connection, "contact-sources", error);
  g_autoptr (GError) failure = NULL;
  g_autofree char *uid = NULL;

  if (sources == NULL)
    return NULL;
  kli_statement_bind_integer (sources, 1, id);
  while (uid == NULL && kli_statement_step (sources, &failure))
    if (g_str_has_prefix (kli_statement_get_text (sources, SOURCE_KEY), KLI_CARD_KEY_UID))
      uid = g_strdup (kli_statement_get_text (sources, SOURCE_KEY) + strlen (KLI_CARD_KEY_UID));
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return uid != NULL ? g_steal_pointer (&uid)
                     : g_strdup_printf ("%s%" G_GINT64_FORMAT, KLI_EXPORT_KEY + strlen (KLI_CARD_KEY_UID), id);
}

static void
set (char **text, const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

/* Returns: FALSE with @error set. */
static gboolean
add (KliCard *card, KliRelated *related, gint64 other, KliConnection *connection, GError **error)
{
  g_autofree char *uid = kli_related_read_uid (connection, other, error);
  g_autofree char *text = NULL;

  if (uid == NULL)
    return FALSE;
  set (&related->uid, uid);
  text = kli_related_to_text (related);
  kli_card_add_extra (card, KLI_CARD_EXTRA_COLUMN, kli_related_column (related), "", text);

  return TRUE;
}

static gboolean
add_relation (KliCard *card, const KliWhole *whole, const KliRow *row, KliConnection *connection, GError **error)
{
  g_autoptr (KliRelated) related = kli_related_new ();
  gint64 self = kli_whole_get_root (whole)->id;
  gint64 other = kli_relation_get_other (row, self);

  set (&related->name, kli_whole_get_name (whole, other));
  set (&related->end, kli_relation_get_end (row, self));
  set (&related->from_on, kli_row_get_text (row, KLI_RELATION_FROM_ON));
  set (&related->to_on, kli_row_get_text (row, KLI_RELATION_TO_ON));
  set (&related->word, kli_row_get_text (row, kli_relation_word_column (row, self, FALSE)));
  set (&related->back_word, kli_row_get_text (row, kli_relation_word_column (row, self, TRUE)));

  return add (card, related, other, connection, error);
}

gboolean
kli_related_add (KliCard *card, const KliWhole *whole, KliConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) relations = kli_relation_list (whole, kli_derive_get_day (connection, NULL));
  g_autoptr (KliRelated) household = kli_related_new ();
  g_autofree char *name = NULL;
  gint64 id = kli_household_of (connection, kli_whole_get_root (whole)->id, &name, error);

  if (id < 0)
    return FALSE;
  for (guint i = 0; i < relations->len; i++)
    if (!add_relation (card, whole, g_ptr_array_index (relations, i), connection, error))
      return FALSE;
  if (id == 0)
    return TRUE;
  household->is_household = TRUE;
  set (&household->name, name);

  return add (card, household, id, connection, error);
}
