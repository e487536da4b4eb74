/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one generator of ids (MEASUREMENTS 8: plain random low bits collide, so they count). */
#include "store/kli-ids.h"

#define COUNTER_BITS 22
#define EPOCH_MS G_GINT64_CONSTANT (1577836800000) /* 2020-01-01 UTC */

struct _KliIds
{
  GMutex mutex;
  gint64 last;
  KliClock clock;
};

static gint64
system_clock (void)
{
  return g_get_real_time () / 1000;
}

KliIds *
kli_ids_new (gint64 highest, KliClock clock)
{
  KliIds *ids = g_new0 (KliIds, 1);

  g_mutex_init (&ids->mutex);
  ids->last = MAX (highest, 0);
  ids->clock = clock != NULL ? clock : system_clock;

  return ids;
}

void
kli_ids_free (KliIds *ids)
{
  g_return_if_fail (ids != NULL);

  g_mutex_clear (&ids->mutex);
  g_free (ids);
}

gint64
kli_ids_next (KliIds *ids)
{
  gint64 millisecond, id;

  g_return_val_if_fail (ids != NULL, 0);

  g_mutex_lock (&ids->mutex);
  /* 0 is "no id", and a clock before 2020 is no reason to hand one out. */
  millisecond = MAX (ids->clock () - EPOCH_MS, 1);
  if (millisecond > ids->last >> COUNTER_BITS)
    /* The upper half of the counter stays free for counting up within the millisecond. */
    id = millisecond << COUNTER_BITS | (g_random_int () >> (32 - COUNTER_BITS + 1));
  else
    id = ids->last + 1; /* may run into the next millisecond: still unique, still growing */
  ids->last = id;
  g_mutex_unlock (&ids->mutex);

  return id;
}

gint64
kli_ids_now (KliIds *ids)
{
  g_return_val_if_fail (ids != NULL, 0);

  return ids->clock ();
}

gint64
kli_ids_first_of_day (KliDay day)
{
  gint64 millisecond;

  if (!kli_day_is_valid (day))
    return 0;
  /* Days are counted from 1970-01-01. */
  millisecond = (gint64)day * 24 * 60 * 60 * 1000 - EPOCH_MS;

  return millisecond > 0 ? millisecond << COUNTER_BITS : 0;
}

gint64
kli_ids_instant (gint64 id)
{
  return (id >> COUNTER_BITS) + EPOCH_MS;
}
