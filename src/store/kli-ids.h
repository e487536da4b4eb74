/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one generator of ids, for every kind of record and every edit. */
#pragma once

#include "core/kli-day.h"

#include <glib.h>

G_BEGIN_DECLS

/* 63 bits: 41 of milliseconds since 2020-01-01 UTC and 22 that start random in each millisecond and
 * count up. Ids only ever grow, whatever the clock does: a clock that went back is waited out by
 * counting on. Any thread. */
typedef struct _KliIds KliIds;

/* Milliseconds since 1970-01-01 UTC. */
typedef gint64 (*KliClock) (void);

/* @highest: the highest id there is already, 0 for none: every new id is higher.
 * @clock: (nullable): for tests; NULL is the clock of the system. */
KliIds *kli_ids_new (gint64 highest, KliClock clock);
void kli_ids_free (KliIds *ids);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliIds, kli_ids_free)

gint64 kli_ids_next (KliIds *ids);
/* The present of the same clock. */
gint64 kli_ids_now (KliIds *ids);
/* The lowest id that can have been made on @day (UTC) or later; 0 for days before there were any. Pure. */
gint64 kli_ids_first_of_day (KliDay day);

/* When @id was made, in milliseconds since 1970-01-01 UTC. Pure. */
gint64 kli_ids_instant (gint64 id);

/* The highest id with which a store is taken for sound: half a year of ids is left above it. */
#define KLI_IDS_LIMIT (G_MAXINT64 - ((gint64)1 << 56))

G_END_DECLS
