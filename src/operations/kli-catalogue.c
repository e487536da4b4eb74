/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small lists of a business. They have some dozens of members, so they are read whole and compared here. */
#include "operations/kli-catalogue.h"

#include "core/kli-fold.h"
#include "core/kli-kinds.h"
#include "operations/kli-operation.h"
#include "operations/kli-shape.h"
#include "store/kli-derive.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const KliKind *kind;
  const char *all;     /* the statement that lists it */
  const char *counts;  /* (nullable): the statement that counts the contacts of each member */
  const char *unknown; /* a msgid with a %s */
  const char *taken;   /* a msgid with a %s */
  gboolean in_order;   /* it has an order of its own, which the statement yields */
} List;

static const List lists[] = {
  { &kli_tag_kind, "tags-all", "tag-counts", N_ ("There is no tag called “%s”."),
    N_ ("There is a tag called “%s” already.") },
  { &kli_staff_member_kind, "staff-all", "staff-counts", N_ ("Nobody on the staff is called “%s”."),
    N_ ("Somebody on the staff is called “%s” already.") },
  { &kli_segment_kind, "segments-all", NULL, N_ ("There is no segment called “%s”."),
    N_ ("There is a segment called “%s” already."), TRUE },
  { &kli_own_field_kind, "own-fields-all", "own-field-counts", N_ ("There is no field called “%s”."),
    N_ ("There is a field called “%s” already."), TRUE },
};

static const List *
find_list (const KliKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (lists[i].kind == kind)
      return &lists[i];

  g_assert_not_reached ();
}

static const char *
name_of (const KliRow *row)
{
  return kli_row_get_text (row, kli_shape_for_kind (row->kind)->name_column);
}

void
kli_catalogue_entry_free (KliCatalogueEntry *entry)
{
  if (entry == NULL)
    return;

  kli_row_free (entry->row);
  g_free (entry);
}

const char *
kli_catalogue_entry_get_name (const KliCatalogueEntry *entry)
{
  g_return_val_if_fail (entry != NULL, "");

  return name_of (entry->row);
}

/* --- reading ------------------------------------------------------------------------------------------ */

/* Returns: (transfer full) (element-type KliCatalogueEntry) (nullable): in the order of the statement. */
static GPtrArray *
read_entries (KliConnection *connection, const List *list, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_catalogue_entry_free);
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, list->all, error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  while (kli_statement_step (statement, &failure))
    {
      KliCatalogueEntry *entry = g_new0 (KliCatalogueEntry, 1);

      entry->row = kli_statement_get_row (statement, 0, list->kind);
      g_ptr_array_add (entries, entry);
    }
  if (failure == NULL)
    return g_steal_pointer (&entries);
  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

static void
take_count (GPtrArray *entries, gint64 id, guint n_contacts)
{
  for (guint i = 0; i < entries->len; i++)
    {
      KliCatalogueEntry *entry = g_ptr_array_index (entries, i);

      if (entry->row->id == id)
        entry->n_contacts = n_contacts;
    }
}

static gboolean
count_contacts (KliConnection *connection, const List *list, GPtrArray *entries, GError **error)
{
  g_autoptr (KliStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  if (list->counts == NULL)
    return TRUE;
  statement = kli_connection_lend (connection, list->counts, error);
  if (statement == NULL)
    return FALSE;
  while (kli_statement_step (statement, &failure))
    take_count (entries, kli_statement_get_integer (statement, 0), (guint)kli_statement_get_integer (statement, 1));
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer collator)
{
  const KliCatalogueEntry *const *first = a, *const *second = b;

  return kli_collator_compare (collator, name_of ((*first)->row), name_of ((*second)->row));
}

GPtrArray *
kli_catalogue_read (KliConnection *connection, const KliKind *kind, GError **error)
{
  const List *list;
  g_autoptr (GPtrArray) entries = NULL;

  g_return_val_if_fail (connection != NULL && kind != NULL, NULL);

  list = find_list (kind);
  entries = read_entries (connection, list, error);
  if (entries == NULL || !count_contacts (connection, list, entries, error))
    return NULL;
  if (!list->in_order)
    {
      g_autoptr (KliCollator) collator = kli_collator_new (kli_derive_get_language (connection, NULL));

      g_ptr_array_sort_with_data (entries, compare_names, collator);
    }

  return g_steal_pointer (&entries);
}

gpointer
kli_catalogue_read_func (KliConnection *connection, gpointer kind, GCancellable *cancellable, GError **error)
{
  return kli_catalogue_read (connection, kind, error);
}

/* --- finding by name ---------------------------------------------------------------------------------- */

gint64
kli_catalogue_find (KliConnection *connection, const KliKind *kind, const char *name, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (connection != NULL && kind != NULL && name != NULL, -1);

  entries = read_entries (connection, find_list (kind), error);
  if (entries == NULL)
    return -1;
  folded = kli_fold (name);
  for (guint i = 0; i < entries->len; i++)
    {
      const KliCatalogueEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *other = kli_fold (name_of (entry->row));

      if (g_str_equal (folded, other))
        return entry->row->id;
    }

  return 0;
}

/* Whether @id is that of a live record of @kind; FALSE also for what cannot be read: then the name is tried. */
static gboolean
is_member (KliConnection *connection, const KliKind *kind, gint64 id)
{
  g_autoptr (KliRow) row = kli_connection_load (connection, kind, id, NULL);

  return row != NULL && row->deleted_at == 0;
}

gint64
kli_catalogue_look_up (KliConnection *connection, const KliKind *kind, const char *text, GError **error)
{
  gint64 id;

  g_return_val_if_fail (connection != NULL && kind != NULL && text != NULL, -1);

  if (g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL) && is_member (connection, kind, id))
    return id;
  id = kli_catalogue_find (connection, kind, text, error);
  if (id != 0)
    return id;
  g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_NOT_FOUND, _ (find_list (kind)->unknown), text);

  return -1;
}

gboolean
kli_catalogue_check_name (KliDraft *draft, KliEdit *edit, GError **error)
{
  const KliRow *root;
  gint64 other;

  g_return_val_if_fail (draft != NULL && edit != NULL, FALSE);

  root = kli_draft_get_root (draft);
  if (*name_of (root) == '\0')
    {
      g_set_error_literal (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID, _ ("The name is missing."));
      return FALSE;
    }
  other = kli_catalogue_find (kli_edit_get_connection (edit), root->kind, name_of (root), error);
  if (other > 0 && other != root->id)
    g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID, _ (find_list (root->kind)->taken),
                 name_of (root));

  return other == 0 || other == root->id;
}
