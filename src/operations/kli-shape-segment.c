/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a segment is named in paths and JSON, and that its query can be read and does not ask for itself. */
#include "operations/kli-shape.h"

#include "core/kli-kinds.h"
#include "core/kli-query.h"
#include "operations/kli-catalogue.h"
#include "operations/kli-operation.h"

#include <glib/gi18n-lib.h>

static const KliColumnName verbs[]
    = { { "segment-rename", KLI_SEGMENT_NAME }, { "segment-change", KLI_SEGMENT_QUERY }, { NULL } };

/* The query is kept as it is printed, so that equal ones are equal texts. */
static gboolean
settle (KliDraft *draft, const KliBusiness *business, GError **error)
{
  KliRow *segment = kli_draft_get_root (draft);
  g_autoptr (KliQuery) query = kli_query_parse (kli_row_get_text (segment, KLI_SEGMENT_QUERY), NULL);
  g_autofree char *printed = NULL;

  if (query == NULL || kli_query_get_target (query) != KLI_QUERY_CONTACTS)
    {
      g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID,
                   _ ("“%s” is not a query such as “contacts order=name search=anna”."),
                   kli_row_get_text (segment, KLI_SEGMENT_QUERY));
      return FALSE;
    }
  printed = kli_query_print (query);
  kli_row_set_text (segment, KLI_SEGMENT_QUERY, printed);

  return TRUE;
}

/* Whether @filter asks for @segment, itself or by way of the queries of @others. @depth: of segments that ask for one
 * another, which ends also where others ask in a circle. */
static gboolean
leads_to (const KliFilter *filter, const KliRow *segment, GPtrArray *others, guint depth)
{
  const char *wanted;

  if (kli_filter_get_operator (filter) != KLI_FILTER_IS)
    {
      for (guint i = 0; i < kli_filter_get_n_filters (filter); i++)
        if (leads_to (kli_filter_get_filter (filter, i), segment, others, depth))
          return TRUE;
      return FALSE;
    }
  if (!g_str_equal (kli_filter_get_condition (filter)->name, "segment"))
    return FALSE;
  wanted = kli_filter_get_argument (filter);
  if (kli_condition_is_called (wanted, kli_row_get_text (segment, KLI_SEGMENT_NAME)))
    return TRUE;
  for (guint i = 0; depth < others->len && i < others->len; i++)
    {
      const KliRow *other = ((const KliCatalogueEntry *)g_ptr_array_index (others, i))->row;
      g_autoptr (KliQuery) query = kli_query_parse (kli_row_get_text (other, KLI_SEGMENT_QUERY), NULL);

      if (other->id != segment->id && query != NULL
          && kli_condition_is_called (wanted, kli_row_get_text (other, KLI_SEGMENT_NAME))
          && leads_to (kli_query_get_whole_filter (query), segment, others, depth + 1))
        return TRUE;
    }

  return FALSE;
}

static gboolean
check_cycle (const KliRow *segment, KliConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) segments = kli_catalogue_read (connection, &kli_segment_kind, error);
  g_autoptr (KliQuery) query = kli_query_parse (kli_row_get_text (segment, KLI_SEGMENT_QUERY), NULL);

  if (segments == NULL)
    return FALSE;
  if (query == NULL || !leads_to (kli_query_get_whole_filter (query), segment, segments, 0))
    return TRUE;
  g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID, _ ("The segment “%s” would ask for itself."),
               kli_row_get_text (segment, KLI_SEGMENT_NAME));

  return FALSE;
}

/* Returns: a place behind all others, -1 with @error set. */
static gint64
last_position (KliConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) segments = kli_catalogue_read (connection, &kli_segment_kind, error);
  const KliCatalogueEntry *last;

  if (segments == NULL)
    return -1;
  if (segments->len == 0)
    return 0;
  last = g_ptr_array_index (segments, segments->len - 1);

  return kli_row_get_integer (last->row, KLI_SEGMENT_POSITION) + 1;
}

static gboolean
check (KliDraft *draft, KliEdit *edit, GError **error)
{
  KliConnection *connection = kli_edit_get_connection (edit);
  gint64 position;

  if (!kli_catalogue_check_name (draft, edit, error) || !check_cycle (kli_draft_get_root (draft), connection, error))
    return FALSE;
  if (kli_draft_get_root_before (draft) != NULL)
    return TRUE;
  position = last_position (connection, error);
  if (position >= 0)
    kli_row_set_integer (kli_draft_get_root (draft), KLI_SEGMENT_POSITION, position);

  return position >= 0;
}

const KliShape kli_segment_shape = {
  .kind = &kli_segment_kind,
  .verbs = verbs,
  .name_column = KLI_SEGMENT_NAME,
  .settle = settle,
  .check = check,
  .asked = { "segment" },
};
