/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The proof that long work survives its process: continued, it ends as if nothing had happened; taken back, everything
 * is as it was (RELIABILITY A4). */
#pragma once

#include "death-fixture.h"
#include "store/kli-long-edit.h"

G_BEGIN_DECLS

typedef struct
{
  /* What is to be seen in the store. Returns: (transfer full) */
  char *(*print) (KliStore *store);
  /* Returns: (transfer full): to be run. */
  KliLongEdit *(*go_on) (KliStore *store, const KliUnfinished *unfinished);
  guint cycles; /* how often it dies, as store_fixture_cycles */
  guint operations_max;
} LongDeathWork;

typedef struct
{
  DeathFixture deaths; /* the test's to set up, and to keep the store of */
  char *before;        /* owned: what the work is seen to begin with, and to end with */
  char *after;         /* owned */
  guint n_unfinished;  /* deaths in the middle */
} LongDeath;

/* Dies, and continues what is unfinished or takes it back, again and again. @what, @how: as death_fixture_run.
 * Clears @death. */
void long_death_prove (LongDeath *death, const LongDeathWork *work, const char *what, const char *how);

G_END_DECLS
