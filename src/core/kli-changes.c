/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a commit changed: a set of (kind, id, operation) and the records that are touched through their parts. */
#include "core/kli-changes.h"

#include "core/kli-id-table.h"

typedef struct
{
  const KliKind *kind;
  gint64 id;
  KliChangeOperation operation;
  guint64 columns; /* that are different: all of them where nobody told which */
} Change;

struct _KliChanges
{
  gatomicrefcount references;
  GArray *changes;    /* Change, in the order in which they were first made */
  GHashTable *places; /* gint64 id → index in changes + 1; ids are unique over all kinds */
  GArray *touched;    /* gint64, once each */
  KliIdTable *is_touched;
  gboolean everything;
};

G_DEFINE_BOXED_TYPE (KliChanges, kli_changes, kli_changes_ref, kli_changes_unref)

KliChanges *
kli_changes_new (void)
{
  KliChanges *changes = g_new0 (KliChanges, 1);

  g_atomic_ref_count_init (&changes->references);
  changes->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  changes->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  changes->touched = g_array_new (FALSE, FALSE, sizeof (gint64));
  changes->is_touched = kli_id_table_new ();

  return changes;
}

KliChanges *
kli_changes_ref (KliChanges *changes)
{
  g_return_val_if_fail (changes != NULL, NULL);

  g_atomic_ref_count_inc (&changes->references);

  return changes;
}

void
kli_changes_unref (KliChanges *changes)
{
  g_return_if_fail (changes != NULL);

  if (!g_atomic_ref_count_dec (&changes->references))
    return;

  g_array_unref (changes->changes);
  g_hash_table_unref (changes->places);
  g_array_unref (changes->touched);
  kli_id_table_free (changes->is_touched);
  g_free (changes);
}

/* What two changes of one row, one after the other, come to. */
static KliChangeOperation
combine (KliChangeOperation first, KliChangeOperation second)
{
  if (second == KLI_CHANGE_DELETE)
    return KLI_CHANGE_DELETE;

  return first == KLI_CHANGE_INSERT ? KLI_CHANGE_INSERT : KLI_CHANGE_UPDATE;
}

static void
add (KliChanges *changes, const KliKind *kind, gint64 id, KliChangeOperation operation, guint64 columns)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (changes->places, &id));

  if (place > 0)
    {
      Change *known = &g_array_index (changes->changes, Change, place - 1);

      known->operation = combine (known->operation, operation);
      known->columns |= columns;
      return;
    }

  g_array_append_val (changes->changes, ((Change){ kind, id, operation, columns }));
  g_hash_table_insert (changes->places, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (changes->changes->len));
  kli_changes_add_touched (changes, id);
}

void
kli_changes_add (KliChanges *changes, const KliKind *kind, gint64 id, KliChangeOperation operation)
{
  g_return_if_fail (changes != NULL && kind != NULL);

  add (changes, kind, id, operation, KLI_CHANGE_ANY_COLUMN);
}

void
kli_changes_add_columns (KliChanges *changes, const KliKind *kind, gint64 id, guint64 columns)
{
  g_return_if_fail (changes != NULL && kind != NULL);

  add (changes, kind, id, KLI_CHANGE_UPDATE, columns);
}

void
kli_changes_add_touched (KliChanges *changes, gint64 owner)
{
  g_return_if_fail (changes != NULL);

  if (owner > 0 && kli_id_table_add (changes->is_touched, owner))
    g_array_append_val (changes->touched, owner);
}

void
kli_changes_set_everything (KliChanges *changes)
{
  g_return_if_fail (changes != NULL);

  changes->everything = TRUE;
}

gboolean
kli_changes_is_everything (const KliChanges *changes)
{
  g_return_val_if_fail (changes != NULL, FALSE);

  return changes->everything;
}

gboolean
kli_changes_is_empty (const KliChanges *changes)
{
  g_return_val_if_fail (changes != NULL, TRUE);

  return !changes->everything && changes->changes->len == 0 && changes->touched->len == 0;
}

guint
kli_changes_get_size (const KliChanges *changes)
{
  g_return_val_if_fail (changes != NULL, 0);

  return changes->changes->len;
}

gboolean
kli_changes_concern_kind (const KliChanges *changes, const KliKind *kind)
{
  return kli_changes_concern_columns (changes, kind, KLI_CHANGE_ANY_COLUMN);
}

gboolean
kli_changes_concern_columns (const KliChanges *changes, const KliKind *kind, guint64 columns)
{
  g_return_val_if_fail (changes != NULL, FALSE);

  if (changes->everything)
    return TRUE;

  for (guint i = 0; i < changes->changes->len; i++)
    {
      const Change *change = &g_array_index (changes->changes, Change, i);

      if (change->kind == kind && (change->columns & columns) != 0)
        return TRUE;
    }

  return FALSE;
}

gboolean
kli_changes_touch (const KliChanges *changes, gint64 id)
{
  g_return_val_if_fail (changes != NULL, FALSE);

  return changes->everything || (id > 0 && kli_id_table_contains (changes->is_touched, id));
}

void
kli_changes_foreach (const KliChanges *changes, KliChangeFunc func, gpointer user_data)
{
  g_return_if_fail (changes != NULL && func != NULL);

  for (guint i = 0; i < changes->changes->len; i++)
    {
      const Change *change = &g_array_index (changes->changes, Change, i);

      func (change->kind, change->id, change->operation, user_data);
    }
}

void
kli_changes_foreach_touched (const KliChanges *changes,
                             void (*func) (gint64 id, gpointer user_data),
                             gpointer user_data)
{
  g_return_if_fail (changes != NULL && func != NULL);

  for (guint i = 0; i < changes->touched->len; i++)
    func (g_array_index (changes->touched, gint64, i), user_data);
}
