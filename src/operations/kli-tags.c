/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The merge of two tags. */
#include "operations/kli-tags.h"

#include "core/kli-kinds.h"
#include "operations/kli-catalogue.h"
#include "operations/kli-find.h"
#include "operations/kli-segments.h"

#include <glib/gi18n-lib.h>

/* Which tag goes; the subject of the operation is the one that stays. */
typedef struct
{
  gint64 from;
} Merge;

/* Returns: (transfer full) (element-type KliRow) (nullable): which contacts carry the tag; NULL with @error set. */
static GPtrArray *
list_carriers (KliConnection *connection, gint64 tag, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "contact-tags-of-tag", error);

  if (statement == NULL)
    return NULL;
  kli_statement_bind_integer (statement, 1, tag);

  return kli_statement_read_rows (statement, &kli_contact_tag_kind, error);
}

/* Nobody carries a tag twice. */
static gboolean
move_carrier (KliEdit *edit, KliRow *carrier, gint64 into, GError **error)
{
  gint64 tagging = 0;

  if (!kli_find_tagging (kli_edit_get_connection (edit), kli_row_get_integer (carrier, KLI_CONTACT_TAG_CONTACT), into,
                         &tagging, error))
    return FALSE;
  if (tagging != 0)
    return kli_edit_set_deleted (edit, &kli_contact_tag_kind, carrier->id, TRUE, error);
  kli_row_set_integer (carrier, KLI_CONTACT_TAG_TAG, into);

  return kli_edit_update (edit, carrier, error);
}

/* Returns: (transfer full) (nullable): NULL with @error set, also for one that was deleted. */
static KliRow *
load_live (KliConnection *connection, gint64 id, GError **error)
{
  g_autoptr (KliRow) tag = kli_connection_load (connection, &kli_tag_kind, id, error);

  if (tag == NULL || tag->deleted_at == 0)
    return g_steal_pointer (&tag);
  g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_FORBIDDEN, _ ("“%s” was deleted."),
               kli_row_get_text (tag, KLI_TAG_NAME));

  return NULL;
}

static gboolean
merge_func (KliEdit *edit, gpointer user_data, GError **error)
{
  const Merge *merge = kli_operation_get_data (user_data);
  gint64 into = kli_operation_get_subject (user_data);
  KliConnection *connection = kli_edit_get_connection (edit);
  g_autoptr (KliRow) going = load_live (connection, merge->from, error);
  g_autoptr (KliRow) staying = going != NULL ? load_live (connection, into, error) : NULL;
  g_autoptr (GPtrArray) carriers = NULL;

  if (staying == NULL
      || !kli_segments_follow_name (edit, "tag", kli_row_get_text (going, KLI_TAG_NAME),
                                    kli_row_get_text (staying, KLI_TAG_NAME), error))
    return FALSE;
  carriers = list_carriers (connection, merge->from, error);
  if (carriers == NULL)
    return FALSE;
  for (guint i = 0; i < carriers->len; i++)
    if (!move_carrier (edit, g_ptr_array_index (carriers, i), into, error))
      return FALSE;

  return kli_edit_set_deleted (edit, &kli_tag_kind, merge->from, TRUE, error);
}

KliOperation *
kli_merge_tags (gint64 from, gint64 into)
{
  Merge merge = { from };

  g_return_val_if_fail (from > 0 && into > 0 && from != into, NULL);

  return kli_operation_new ("tag-merge", into, merge_func, g_memdup2 (&merge, sizeof merge), g_free);
}

gpointer
kli_tags_read_colour_func (KliConnection *connection, gpointer name, GCancellable *cancellable, GError **error)
{
  gint64 id = kli_catalogue_find (connection, &kli_tag_kind, name, error);
  g_autoptr (KliRow) tag = id > 0 ? kli_connection_load (connection, &kli_tag_kind, id, error) : NULL;

  if (id == 0)
    return g_strdup ("");

  return tag != NULL ? g_strdup (kli_row_get_text (tag, KLI_TAG_COLOUR)) : NULL;
}
