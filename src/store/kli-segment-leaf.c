/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A saved query as a condition of another. */
#include "store/kli-segment-leaf.h"

#include "core/kli-fold.h"
#include "core/kli-kinds.h"
#include "core/kli-query.h"
#include "store/kli-members.h"

#include <string.h>

/* The segments called @argument. Returns: (transfer full) (element-type KliRow) (nullable) */
static GPtrArray *
find_segments (KliConnection *connection, const char *statement_name, const char *argument, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_row_free);
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, statement_name, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;
  while (kli_statement_step (statement, &local_error))
    {
      g_autoptr (KliRow) row = kli_statement_get_row (statement, 0, &kli_segment_kind);

      if (kli_condition_is_called (argument, kli_row_get_text (row, KLI_SEGMENT_NAME)))
        g_ptr_array_add (found, g_steal_pointer (&row));
    }
  if (local_error == NULL)
    return g_steal_pointer (&found);
  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

/* Adds what @segment finds to @found. */
static gboolean
add_members (KliQuestion *question, const KliRow *segment, KliBitmap *found, GError **error)
{
  const char *name = kli_row_get_text (segment, KLI_SEGMENT_NAME);
  g_autoptr (KliQuery) query = kli_query_parse (kli_row_get_text (segment, KLI_SEGMENT_QUERY), NULL);
  g_autoptr (KliBitmap) members = NULL;

  if (query == NULL || g_ptr_array_find_with_equal_func (question->segments, name, g_str_equal, NULL))
    return TRUE;

  g_ptr_array_add (question->segments, (gpointer)name);
  members = kli_members_find (question, kli_query_get_whole_filter (query), question->n_numbers, error);
  g_ptr_array_set_size (question->segments, (gint)question->segments->len - 1);
  if (members != NULL)
    kli_bitmap_or (found, members);

  return members != NULL;
}

static KliBitmap *
find_members (KliQuestion *question, GPtrArray *segments, GError **error)
{
  g_autoptr (KliBitmap) found = kli_bitmap_new (question->n_numbers);

  for (guint i = 0; i < segments->len; i++)
    if (!add_members (question, g_ptr_array_index (segments, i), found, error))
      return NULL;

  return g_steal_pointer (&found);
}

KliBitmap *
kli_segment_leaf_answer (KliQuestion *question, const char *statement, const char *argument, GError **error)
{
  g_autoptr (GPtrArray) segments = NULL;
  gboolean is_first;
  KliBitmap *found;

  g_return_val_if_fail (question != NULL && argument != NULL, NULL);

  segments = find_segments (question->connection, statement, argument, error);
  if (segments == NULL)
    return NULL;
  is_first = question->segments == NULL;
  if (is_first)
    question->segments = g_ptr_array_new ();
  found = find_members (question, segments, error);
  if (is_first)
    g_clear_pointer (&question->segments, g_ptr_array_unref);

  return found;
}
