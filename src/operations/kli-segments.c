/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of the segments, and the names that they ask for. */
#include "operations/kli-segments.h"

#include "core/kli-kinds.h"
#include "core/kli-query.h"
#include "operations/kli-catalogue.h"

/* Takes the entry of @id out of @segments. Returns: (transfer full) (nullable) */
static KliCatalogueEntry *
take_out (GPtrArray *segments, gint64 id)
{
  for (guint i = 0; i < segments->len; i++)
    if (((const KliCatalogueEntry *)g_ptr_array_index (segments, i))->row->id == id)
      return g_ptr_array_steal_index (segments, i);

  return NULL;
}

static gboolean
move_func (KliEdit *edit, gpointer user_data, GError **error)
{
  const guint *place = kli_operation_get_data (user_data);
  g_autoptr (GPtrArray) segments = kli_catalogue_read (kli_edit_get_connection (edit), &kli_segment_kind, error);
  KliCatalogueEntry *moved = segments != NULL ? take_out (segments, kli_operation_get_subject (user_data)) : NULL;

  if (segments == NULL)
    return FALSE;
  if (moved != NULL)
    g_ptr_array_insert (segments, (int)MIN (*place, segments->len), moved);
  for (guint i = 0; i < segments->len; i++)
    {
      KliRow *row = ((KliCatalogueEntry *)g_ptr_array_index (segments, i))->row;

      kli_row_set_integer (row, KLI_SEGMENT_POSITION, i);
      if (!kli_edit_update (edit, row, error))
        return FALSE;
    }

  return TRUE;
}

KliOperation *
kli_move_segment (gint64 segment, guint place)
{
  g_return_val_if_fail (segment > 0, NULL);

  return kli_operation_new ("segment-move", segment, move_func, g_memdup2 (&place, sizeof place), g_free);
}

/* --- names ----------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *condition;
  const char *before;
  const char *after;
} Renaming;

/* KliLeafFunc. The beginning of a name may be that of others as well: the new name comes beside it. */
static KliFilter *
rename_leaf (const KliFilter *leaf, gpointer user_data)
{
  const Renaming *renaming = user_data;
  const char *argument = kli_filter_get_argument (leaf);
  g_autoptr (KliFilter) beginning = NULL;
  g_autoptr (KliFilter) renamed = NULL;

  if (!g_str_equal (kli_filter_get_condition (leaf)->name, renaming->condition)
      || !kli_condition_is_called (argument, renaming->before) || kli_condition_is_called (argument, renaming->after))
    return NULL;
  renamed = kli_filter_new (renaming->condition, renaming->after);
  if (!g_str_has_suffix (argument, "*"))
    return g_steal_pointer (&renamed);
  beginning = kli_filter_new (renaming->condition, argument);

  return kli_filter_any ((KliFilter *const[]){ beginning, renamed }, 2);
}

static gboolean
replace_in_segment (KliEdit *edit, KliRow *segment, KliLeafFunc func, gpointer user_data, GError **error)
{
  g_autoptr (KliQuery) query = kli_query_parse (kli_row_get_text (segment, KLI_SEGMENT_QUERY), NULL);
  g_autoptr (KliFilter) filter = NULL;
  g_autoptr (KliQuery) renamed = NULL;
  g_autofree char *printed = NULL;

  if (query == NULL)
    return TRUE;
  filter = kli_filter_replace_leaves (kli_query_get_filter (query), func, user_data);
  if (kli_filter_equal (filter, kli_query_get_filter (query)))
    return TRUE;
  renamed = kli_query_with_filter (query, filter);
  printed = kli_query_print (renamed);
  kli_row_set_text (segment, KLI_SEGMENT_QUERY, printed);

  return kli_edit_update (edit, segment, error);
}

gboolean
kli_segments_replace_leaves (KliEdit *edit, KliLeafFunc func, gpointer user_data, GError **error)
{
  g_autoptr (GPtrArray) segments = NULL;

  g_return_val_if_fail (edit != NULL && func != NULL, FALSE);

  segments = kli_catalogue_read (kli_edit_get_connection (edit), &kli_segment_kind, error);
  if (segments == NULL)
    return FALSE;
  for (guint i = 0; i < segments->len; i++)
    if (!replace_in_segment (edit, ((KliCatalogueEntry *)g_ptr_array_index (segments, i))->row, func, user_data, error))
      return FALSE;

  return TRUE;
}

gboolean
kli_segments_follow_name (KliEdit *edit, const char *condition, const char *before, const char *after, GError **error)
{
  Renaming renaming = { condition, before, after };

  g_return_val_if_fail (edit != NULL && condition != NULL && before != NULL && after != NULL, FALSE);

  return kli_segments_replace_leaves (edit, rename_leaf, &renaming, error);
}

typedef struct
{
  KliLeafTest test;
  gpointer user_data;
  gboolean found;
} Looking;

/* KliLeafFunc: looks, and leaves everything as it is. */
static KliFilter *
look_at_leaf (const KliFilter *leaf, gpointer user_data)
{
  Looking *looking = user_data;

  looking->found = looking->found || looking->test (leaf, looking->user_data);

  return NULL;
}

GPtrArray *
kli_segments_list_with_leaf (KliConnection *connection, KliLeafTest test, gpointer user_data, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) segments = NULL;

  g_return_val_if_fail (connection != NULL && test != NULL, NULL);

  segments = kli_catalogue_read (connection, &kli_segment_kind, error);
  if (segments == NULL)
    return NULL;
  for (guint i = 0; i < segments->len; i++)
    {
      const KliRow *segment = ((KliCatalogueEntry *)g_ptr_array_index (segments, i))->row;
      g_autoptr (KliQuery) query = kli_query_parse (kli_row_get_text (segment, KLI_SEGMENT_QUERY), NULL);
      Looking looking = { test, user_data, FALSE };

      if (query != NULL)
        kli_filter_unref (kli_filter_replace_leaves (kli_query_get_filter (query), look_at_leaf, &looking));
      if (looking.found)
        g_ptr_array_add (names, g_strdup (kli_row_get_text (segment, KLI_SEGMENT_NAME)));
    }

  return g_steal_pointer (&names);
}

typedef struct
{
  const char *condition;
  const char *name;
} Asked;

/* KliLeafTest */
static gboolean
asks (const KliFilter *leaf, gpointer user_data)
{
  const Asked *asked = user_data;

  return g_str_equal (kli_filter_get_condition (leaf)->name, asked->condition)
         && !g_str_equal (kli_filter_get_argument (leaf), "*")
         && kli_condition_is_called (kli_filter_get_argument (leaf), asked->name);
}

GPtrArray *
kli_segments_list_asking (KliConnection *connection, const char *condition, const char *name, GError **error)
{
  Asked asked = { condition, name };

  g_return_val_if_fail (connection != NULL && condition != NULL && name != NULL, NULL);

  return kli_segments_list_with_leaf (connection, asks, &asked, error);
}
