/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record with everything that belongs to it. */
#include "core/kli-whole.h"

typedef struct
{
  char *name;
  const char *colour; /* interned; NULL for none */
  gboolean in_trash;
} Neighbour;

struct _KliWhole
{
  gatomicrefcount references;
  KliRow *root;
  GPtrArray *parts;       /* KliRow, few: searched by walking */
  GHashTable *neighbours; /* gint64 id → Neighbour */
};

static void
neighbour_free (gpointer data)
{
  Neighbour *neighbour = data;

  g_free (neighbour->name);
  g_free (neighbour);
}

KliWhole *
kli_whole_new (KliRow *root)
{
  KliWhole *whole;

  g_return_val_if_fail (root != NULL, NULL);

  whole = g_new0 (KliWhole, 1);
  g_atomic_ref_count_init (&whole->references);
  whole->root = root;
  whole->parts = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_row_free);
  whole->neighbours = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, neighbour_free);

  return whole;
}

KliWhole *
kli_whole_ref (KliWhole *whole)
{
  g_return_val_if_fail (whole != NULL, NULL);

  g_atomic_ref_count_inc (&whole->references);

  return whole;
}

void
kli_whole_unref (KliWhole *whole)
{
  g_return_if_fail (whole != NULL);

  if (!g_atomic_ref_count_dec (&whole->references))
    return;

  kli_row_free (whole->root);
  g_ptr_array_unref (whole->parts);
  g_hash_table_unref (whole->neighbours);
  g_free (whole);
}

void
kli_whole_take_part (KliWhole *whole, KliRow *part)
{
  g_return_if_fail (whole != NULL && part != NULL);

  g_ptr_array_add (whole->parts, part);
}

void
kli_whole_set_name (KliWhole *whole, gint64 id, const char *name, gboolean in_trash)
{
  Neighbour *neighbour;

  g_return_if_fail (whole != NULL && name != NULL);

  neighbour = g_new0 (Neighbour, 1);
  neighbour->name = g_strdup (name);
  neighbour->in_trash = in_trash;
  g_hash_table_replace (whole->neighbours, g_memdup2 (&id, sizeof id), neighbour);
}

void
kli_whole_set_colour (KliWhole *whole, gint64 id, const char *colour)
{
  Neighbour *neighbour;

  g_return_if_fail (whole != NULL && colour != NULL);

  neighbour = g_hash_table_lookup (whole->neighbours, &id);
  if (neighbour != NULL)
    neighbour->colour = g_intern_string (colour);
}

const KliRow *
kli_whole_get_root (const KliWhole *whole)
{
  g_return_val_if_fail (whole != NULL, NULL);

  return whole->root;
}

guint
kli_whole_count_parts (const KliWhole *whole, const KliKind *kind)
{
  guint count = 0;

  g_return_val_if_fail (whole != NULL, 0);

  for (guint i = 0; i < whole->parts->len; i++)
    if (((const KliRow *)g_ptr_array_index (whole->parts, i))->kind == kind)
      count++;

  return count;
}

const KliRow *
kli_whole_get_part (const KliWhole *whole, const KliKind *kind, guint n)
{
  g_return_val_if_fail (whole != NULL, NULL);

  for (guint i = 0; i < whole->parts->len; i++)
    {
      const KliRow *part = g_ptr_array_index (whole->parts, i);

      if (part->kind == kind && n-- == 0)
        return part;
    }

  return NULL;
}

const KliRow *
kli_whole_find_part (const KliWhole *whole, gint64 id)
{
  g_return_val_if_fail (whole != NULL, NULL);

  for (guint i = 0; i < whole->parts->len; i++)
    {
      const KliRow *part = g_ptr_array_index (whole->parts, i);

      if (part->id == id)
        return part;
    }

  return NULL;
}

const char *
kli_whole_get_name (const KliWhole *whole, gint64 id)
{
  const Neighbour *neighbour;

  g_return_val_if_fail (whole != NULL, "");

  neighbour = g_hash_table_lookup (whole->neighbours, &id);

  return neighbour != NULL ? neighbour->name : "";
}

const char *
kli_whole_get_colour (const KliWhole *whole, gint64 id)
{
  const Neighbour *neighbour;

  g_return_val_if_fail (whole != NULL, "");

  neighbour = g_hash_table_lookup (whole->neighbours, &id);

  return neighbour != NULL && neighbour->colour != NULL ? neighbour->colour : "";
}

gboolean
kli_whole_is_in_trash (const KliWhole *whole, gint64 id)
{
  const Neighbour *neighbour;

  g_return_val_if_fail (whole != NULL, FALSE);

  neighbour = g_hash_table_lookup (whole->neighbours, &id);

  return neighbour != NULL && neighbour->in_trash;
}
