/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A set of record ids: an open table, 16 bytes for each of a million, and no allocation for any of them. */
#include "core/kli-id-table.h"

#define SMALLEST_SHIFT 60 /* 16 slots */

struct _KliIdTable
{
  gint64 *slots; /* 0: free; at least a third always is */
  guint shift;   /* there are 2 ^ (64 - shift) slots */
  guint n;
};

static gsize
count_slots (const KliIdTable *set)
{
  return (gsize)1 << (64 - set->shift);
}

/* Where @id would like to stand. Ids that were made one after the other are spread (Knuth's golden ratio). */
static gsize
home_of (const KliIdTable *set, gint64 id)
{
  return (gsize)(((guint64)id * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> set->shift);
}

/* Where @id stands, or the free slot where it would be put. */
static gsize
find_slot (const KliIdTable *set, gint64 id)
{
  gsize last = count_slots (set) - 1;
  gsize slot = home_of (set, id);

  while (set->slots[slot] != 0 && set->slots[slot] != id)
    slot = (slot + 1) & last;

  return slot;
}

KliIdTable *
kli_id_table_new (void)
{
  KliIdTable *set = g_new0 (KliIdTable, 1);

  set->shift = SMALLEST_SHIFT;
  set->slots = g_new0 (gint64, count_slots (set));

  return set;
}

void
kli_id_table_free (KliIdTable *set)
{
  if (set == NULL)
    return;

  g_free (set->slots);
  g_free (set);
}

static void
resize (KliIdTable *set, guint shift)
{
  g_autofree gint64 *old = set->slots;
  gsize n_old = count_slots (set);

  set->shift = shift;
  set->slots = g_new0 (gint64, count_slots (set));
  for (gsize i = 0; i < n_old; i++)
    if (old[i] != 0)
      set->slots[find_slot (set, old[i])] = old[i];
}

gboolean
kli_id_table_add (KliIdTable *set, gint64 id)
{
  gsize slot;

  g_return_val_if_fail (set != NULL && id > 0, FALSE);

  slot = find_slot (set, id);
  if (set->slots[slot] == id)
    return FALSE;

  if ((gsize)(set->n + 1) * 3 > count_slots (set) * 2)
    {
      resize (set, set->shift - 1);
      slot = find_slot (set, id);
    }
  set->slots[slot] = id;
  set->n++;

  return TRUE;
}

/* Those behind that were pushed on by the one that went move up, so that no look-up ends too early. */
static void
close_gap (KliIdTable *set, gsize gap)
{
  gsize last = count_slots (set) - 1;

  for (gsize slot = (gap + 1) & last; set->slots[slot] != 0; slot = (slot + 1) & last)
    {
      gsize home = home_of (set, set->slots[slot]);

      if (((slot - home) & last) < ((slot - gap) & last))
        continue;
      set->slots[gap] = set->slots[slot];
      gap = slot;
    }
  set->slots[gap] = 0;
}

gboolean
kli_id_table_remove (KliIdTable *set, gint64 id)
{
  gsize slot;

  g_return_val_if_fail (set != NULL, FALSE);

  if (id <= 0)
    return FALSE;
  slot = find_slot (set, id);
  if (set->slots[slot] != id)
    return FALSE;

  close_gap (set, slot);
  set->n--;

  return TRUE;
}

void
kli_id_table_clear (KliIdTable *set)
{
  g_return_if_fail (set != NULL);

  set->n = 0;
  g_free (set->slots);
  set->shift = SMALLEST_SHIFT;
  set->slots = g_new0 (gint64, count_slots (set));
}

gboolean
kli_id_table_contains (const KliIdTable *set, gint64 id)
{
  g_return_val_if_fail (set != NULL, FALSE);

  return id > 0 && set->slots[find_slot (set, id)] == id;
}

guint
kli_id_table_count (const KliIdTable *set)
{
  g_return_val_if_fail (set != NULL, 0);

  return set->n;
}
