/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of the segments. */
#include "operations/kli-segments.h"

#include "core/kli-kinds.h"
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
