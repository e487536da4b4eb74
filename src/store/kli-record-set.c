/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A set of records as bits of their local numbers. A number may come to mean another record when the derived tables are
 * made anew: then those that it no longer means wait by their ids until they have a number again. */
#include "store/kli-record-set.h"

#include "core/kli-id-table.h"
#include "store/kli-answer-private.h"

#include <string.h>

/* So many numbers are looked up at a time. */
#define BLOCK 1024

struct _KliRecordSet
{
  KliAnswer *answer;   /* nullable: what is looked at */
  guint32 *locals;     /* of an answer without numbers: those of its records, or KLI_ORDER_NONE; NULL: none has one */
  KliNumbers *numbers; /* nullable while nothing is numbered */
  KliBitmap *numbered; /* owned */
  KliIdTable *others;  /* owned: without a number */
};

KliRecordSet *
kli_record_set_new (void)
{
  KliRecordSet *set = g_new0 (KliRecordSet, 1);

  set->numbered = kli_bitmap_new (0);
  set->others = kli_id_table_new ();

  return set;
}

void
kli_record_set_free (KliRecordSet *set)
{
  if (set == NULL)
    return;

  g_clear_pointer (&set->answer, kli_answer_unref);
  g_clear_pointer (&set->numbers, kli_numbers_unref);
  kli_bitmap_free (set->numbered);
  kli_id_table_free (set->others);
  g_free (set->locals);
  g_free (set);
}

void
kli_record_set_clear (KliRecordSet *set)
{
  g_return_if_fail (set != NULL);

  g_clear_pointer (&set->numbers, kli_numbers_unref);
  g_clear_pointer (&set->locals, g_free);
  kli_bitmap_free (set->numbered);
  set->numbered = kli_bitmap_new (0);
  kli_id_table_clear (set->others);
}

static gboolean
is_empty (const KliRecordSet *set)
{
  guint32 first = 0;

  return kli_id_table_count (set->others) == 0 && !kli_bitmap_next (set->numbered, &first);
}

/* --- numbers ---------------------------------------------------------------------------------------------- */

/* Whether a number that both have means the same record. */
static gboolean
do_agree (const KliNumbers *a, const KliNumbers *b)
{
  return a == b || memcmp (a->ids, b->ids, MIN (a->n, b->n) * sizeof (gint64)) == 0;
}

static gint64
id_of (const KliNumbers *numbers, guint32 local)
{
  return local < numbers->n ? numbers->ids[local] : 0;
}

/* Those whose number does not mean them in @numbers wait without one. */
static void
move_out (KliRecordSet *set, const KliNumbers *numbers)
{
  for (guint32 local = 0; kli_bitmap_next (set->numbered, &local); local++)
    {
      gint64 id = id_of (set->numbers, local);

      if (id_of (numbers, local) == id)
        continue;
      kli_bitmap_remove (set->numbered, local);
      if (id > 0)
        kli_id_table_add (set->others, id);
    }
}

/* Those that wait and have a number. */
static void
move_in (KliRecordSet *set)
{
  for (guint32 local = 0; local < set->numbers->n && kli_id_table_count (set->others) > 0; local++)
    if (kli_id_table_remove (set->others, set->numbers->ids[local]))
      kli_bitmap_add (set->numbered, local);
}

static void
take_numbers (KliRecordSet *set, KliNumbers *numbers)
{
  if (set->numbers == numbers)
    return;

  if (set->numbers != NULL && !do_agree (set->numbers, numbers))
    move_out (set, numbers);
  kli_numbers_ref (numbers);
  g_clear_pointer (&set->numbers, kli_numbers_unref);
  set->numbers = numbers;
  move_in (set);
}

/* Which numbers the records of an answer have that knows none, in one pass over all numbers. */
static guint32 *
find_locals (const KliRecordSet *set)
{
  g_autoptr (KliIdTable) wanted = kli_id_table_new ();
  guint n = kli_answer_get_n_items (set->answer);
  guint32 *locals;

  if (set->numbers == NULL)
    return NULL;

  locals = g_new (guint32, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      locals[i] = KLI_ORDER_NONE;
      kli_id_table_add (wanted, kli_answer_get_id (set->answer, i));
    }
  for (guint32 local = 0; local < set->numbers->n; local++)
    if (kli_id_table_contains (wanted, set->numbers->ids[local]))
      locals[kli_answer_find (set->answer, set->numbers->ids[local])] = local;

  return locals;
}

void
kli_record_set_look (KliRecordSet *set, KliAnswer *answer)
{
  g_return_if_fail (set != NULL);

  if (answer != NULL)
    kli_answer_ref (answer);
  g_clear_pointer (&set->answer, kli_answer_unref);
  g_clear_pointer (&set->locals, g_free);
  set->answer = answer;
  if (answer == NULL)
    return;

  if (is_empty (set))
    kli_record_set_clear (set); /* whatever it was numbered by */
  else if (kli_answer_get_numbers (answer) != NULL)
    take_numbers (set, kli_answer_get_numbers (answer));
  else
    set->locals = find_locals (set);
}

/* --- members ---------------------------------------------------------------------------------------------- */

/* Of an answer without numbers. */
static gboolean
put_one (KliRecordSet *set, guint position, gboolean member)
{
  guint32 local = set->locals != NULL ? set->locals[position] : KLI_ORDER_NONE;
  gint64 id = kli_answer_get_id (set->answer, position);

  if (local != KLI_ORDER_NONE)
    return kli_bitmap_put_each (set->numbered, &local, 1, member) > 0;

  return member ? kli_id_table_add (set->others, id) : kli_id_table_remove (set->others, id);
}

guint
kli_record_set_put (KliRecordSet *set, guint position, guint n, gboolean member)
{
  guint32 locals[BLOCK];
  guint end = position + n, n_new = 0;

  g_return_val_if_fail (set != NULL && (set->answer != NULL || n == 0), 0);

  if (n == 0)
    return 0;
  if (kli_answer_get_numbers (set->answer) == NULL)
    {
      for (guint i = position; i < end; i++)
        n_new += put_one (set, i, member) ? 1 : 0;
      return n_new;
    }

  take_numbers (set, kli_answer_get_numbers (set->answer));
  for (guint i = position; i < end; i += BLOCK)
    {
      guint n_block = MIN (end - i, BLOCK);

      kli_answer_get_locals (set->answer, i, n_block, locals);
      n_new += kli_bitmap_put_each (set->numbered, locals, n_block, member);
    }

  return n_new;
}

gboolean
kli_record_set_contains (const KliRecordSet *set, guint position)
{
  guint32 local = KLI_ORDER_NONE;

  g_return_val_if_fail (set != NULL && set->answer != NULL, FALSE);

  if (kli_answer_get_numbers (set->answer) != NULL)
    kli_answer_get_locals (set->answer, position, 1, &local);
  else if (set->locals != NULL)
    local = set->locals[position];

  return local != KLI_ORDER_NONE ? kli_bitmap_contains (set->numbered, local)
                                 : kli_id_table_contains (set->others, kli_answer_get_id (set->answer, position));
}

/* By ids, when @records are numbered otherwise or not at all. */
static guint
count_by_ids (const KliRecordSet *set, const KliAnswer *records)
{
  g_autoptr (KliIdTable) wanted = kli_id_table_new ();
  guint n = 0;

  for (guint i = 0; i < kli_answer_get_n_items (records); i++)
    {
      gint64 id = kli_answer_get_id (records, i);

      n += kli_id_table_contains (set->others, id) ? 1 : 0;
      kli_id_table_add (wanted, id);
    }
  for (guint32 local = 0; kli_bitmap_next (set->numbered, &local); local++)
    n += kli_id_table_contains (wanted, id_of (set->numbers, local)) ? 1 : 0;

  return n;
}

guint
kli_record_set_count (const KliRecordSet *set, const KliAnswer *records)
{
  guint32 locals[BLOCK], places[BLOCK];
  const KliNumbers *numbers;
  guint n, n_members = 0;

  g_return_val_if_fail (set != NULL && records != NULL, 0);

  if (is_empty (set))
    return 0;
  numbers = kli_answer_get_numbers (records);
  if (numbers == NULL || set->numbers == NULL
      || (numbers != set->numbers && (kli_id_table_count (set->others) > 0 || !do_agree (numbers, set->numbers))))
    return count_by_ids (set, records);

  n = kli_answer_get_n_items (records);
  for (guint i = 0; i < n; i += BLOCK)
    {
      guint n_block = MIN (n - i, BLOCK);

      kli_answer_get_locals (records, i, n_block, locals);
      n_members += kli_bitmap_find_each (set->numbered, locals, n_block, places);
    }

  return n_members;
}

/* Of an answer without numbers. */
static KliAnswer *
pick_ids (const KliRecordSet *set, gboolean members)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < kli_answer_get_n_items (set->answer); i++)
    if (kli_record_set_contains (set, i) == members)
      {
        gint64 id = kli_answer_get_id (set->answer, i);

        g_array_append_val (ids, id);
      }

  return kli_answer_new ((const gint64 *)(gpointer)ids->data, ids->len);
}

KliAnswer *
kli_record_set_pick (const KliRecordSet *set, gboolean members)
{
  g_autoptr (KliBitmap) others = NULL;

  g_return_val_if_fail (set != NULL && set->answer != NULL, NULL);

  if (kli_answer_get_numbers (set->answer) == NULL)
    return pick_ids (set, members);
  if (members)
    return kli_answer_pick (set->answer, set->numbered);

  others = kli_bitmap_new_full (kli_answer_get_numbers (set->answer)->n);
  kli_bitmap_and_not (others, set->numbered);

  return kli_answer_pick (set->answer, others);
}
