/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deaths at an operation on a file. */
#include "death-fixture.h"

#include "shim-vfs.h"
#include "store-fixture.h"

#include <signal.h>
#include <unistd.h>

static GRand *power; /* NULL: kill -9 */
static guint n_left; /* operations; 0 until it is armed */

static int
die_func (ShimOperation operation, const char *name, gpointer user_data)
{
  if (operation == SHIM_OPEN || operation == SHIM_READ || n_left == 0 || --n_left > 0)
    return SQLITE_OK;
  if (power != NULL)
    shim_vfs_cut (power);
  raise (SIGKILL);

  return SQLITE_OK;
}

void
death_fixture_arm (const char *how, guint32 seed)
{
  if (g_str_equal (how, "cut"))
    power = g_rand_new_with_seed (seed);
  shim_vfs_install (die_func, NULL);
}

void
death_fixture_die_at (guint operation)
{
  n_left = operation;
}

void
death_fixture_set_up (DeathFixture *fixture)
{
  fixture->folder = store_fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "test.db", NULL);
}

void
death_fixture_keep (DeathFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_file_get_contents (fixture->path, &fixture->template, &fixture->size, &error);
  g_assert_no_error (error);
}

void
death_fixture_tear_down (DeathFixture *fixture)
{
  store_fixture_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->template);
}

static void
put_back (DeathFixture *fixture)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *index = g_strconcat (fixture->path, "-shm", NULL);
  g_autoptr (GError) error = NULL;

  unlink (log);
  unlink (index);
  g_file_set_contents_full (fixture->path, fixture->template, (gssize)fixture->size, G_FILE_SET_CONTENTS_NONE, 0600,
                            &error);
  g_assert_no_error (error);
}

void
death_fixture_run (DeathFixture *fixture, const char *what, const char *how, guint i, guint n, guint operations_max)
{
  guint operation = 1 + (i * operations_max + (guint)g_test_rand_int_range (0, (gint32)operations_max)) / n;
  g_autofree char *number = g_strdup_printf ("%u", operation);
  g_autofree char *seed = g_strdup_printf ("%u", (guint)g_test_rand_int ());
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;

  put_back (fixture);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "/proc/self/exe", "--die", fixture->path, what, how,
                              seed, number, NULL);
  g_assert_no_error (error);
  g_subprocess_wait (process, NULL, NULL);
  fixture->n_dead += g_subprocess_get_if_signaled (process);
  if (!g_subprocess_get_if_signaled (process) && g_subprocess_get_exit_status (process) != 0)
    g_error ("The process that was to die at operation %u ended with status %d", operation,
             g_subprocess_get_exit_status (process));
}
