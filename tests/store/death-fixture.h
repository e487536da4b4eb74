/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deaths for the tests of long work: a process that dies at some operation on a file, by kill -9 or by a power cut, and
 * a store that is put back before each. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* --- in the process that dies */

/* Before the store is opened. @how: "kill" or "cut". @seed: of what a power cut leaves. */
void death_fixture_arm (const char *how, guint32 seed);
/* Dies at the operation of that number from now on. */
void death_fixture_die_at (guint operation);

/* --- in the test */

typedef struct
{
  char *folder;
  char *path;
  char *template; /* the file before each death */
  gsize size;
  guint n_dead; /* processes that did not come to their end */
} DeathFixture;

/* Makes the folder and names the store in it, which is the test's to make. */
void death_fixture_set_up (DeathFixture *fixture);
/* Keeps the closed store as it is to be before each death. */
void death_fixture_keep (DeathFixture *fixture);
void death_fixture_tear_down (DeathFixture *fixture);

/* Puts the store back and runs this program with "--die PATH WHAT HOW SEED NUMBER" until it ends. The number is that of
 * cycle @i of @n: every part of the work, of @operations_max operations, has its turn, however few the cycles are. */
void
death_fixture_run (DeathFixture *fixture, const char *what, const char *how, guint i, guint n, guint operations_max);

G_END_DECLS
