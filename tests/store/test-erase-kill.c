/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Emptying the trash dies at any operation on a file, by kill -9 or by a power cut: whoever is not in the trash any
 * more is nowhere, once the store was opened again (RELIABILITY A4). KLI_CYCLES sets how often. */
#include "death-fixture.h"
#include "long-fixture.h"
#include "record-fixture.h"
#include "shim-vfs.h"
#include "store-fixture.h"

#include "store/kli-derive-private.h"
#include "store/kli-erase.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PEOPLE 450 /* more than one step takes */
#define RENAMED 40 /* so many slices tell of one of them */
#define CYCLES 40
#define OPERATIONS_MAX 500
#define WORD "Qwertowicz"
#define FOLDED "qwertowicz"

/* --- the process that dies -------------------------------------------------------------------------------- */

static gboolean
empty_trash (KliStore *store)
{
  g_autoptr (KliErasurePlan) plan = kli_erasure_plan (store, NULL);
  g_autoptr (KliErasure) erasure = kli_erasure_new (store, plan);

  return kli_erasure_run (erasure, NULL);
}

static void
empty_until_dead (const char *path, const char *how, guint32 seed, guint operation)
{
  KliStore *store;

  death_fixture_arm (how, seed);
  store = kli_store_open (path, KLI_STORE_OPEN_EXISTING, 0, NULL);
  if (store == NULL)
    _exit (3);
  kli_store_settle (store);
  death_fixture_die_at (operation);
  empty_trash (store);
  _exit (0);
}

/* --- the proof -------------------------------------------------------------------------------------------- */

static gboolean
people_func (KliEdit *edit, gpointer user_data, GError **error)
{
  for (guint i = 0; i < PEOPLE; i++)
    {
      g_autoptr (KliRow) row = kli_row_new (&kli_contact_kind);
      g_autofree char *name = g_strdup_printf ("Zygfryd " WORD " %u", i);

      kli_row_set_text (row, KLI_CONTACT_NAME, name);
      row->deleted_at = kli_edit_get_instant (edit);
      if (!kli_edit_insert (edit, row, error))
        return FALSE;
    }

  return TRUE;
}

/* What was written down of somebody who stays, and of somebody who goes since then: the slice that tells where it was
 * before is one of the first of many that are taken out, those that it leads to are the last. */
static void
add_moved (KliStore *store)
{
  gint64 stays = record_add_person (store, "Ewa Lis");
  gint64 goes = record_add_person (store, "Zygfryd");
  gint64 call = record_add (store, &kli_activity_kind, KLI_ACTIVITY_CONTACT, stays, KLI_ACTIVITY_CHANNEL, "call",
                            KLI_ACTIVITY_ON_DAY, "2026-11-20", RECORD_END);

  record_set (store, &kli_activity_kind, call, KLI_ACTIVITY_NOTE, "of " WORD, RECORD_END);
  record_set (store, &kli_activity_kind, call, KLI_ACTIVITY_CONTACT, goes, RECORD_END);
  record_set (store, &kli_activity_kind, call, KLI_ACTIVITY_NOTE, "", RECORD_END);
  for (guint i = 0; i < RENAMED; i++)
    {
      g_autofree char *name = g_strdup_printf ("Zygfryd %u", i);

      record_set (store, &kli_contact_kind, goes, KLI_CONTACT_NAME, name, RECORD_END);
    }
  record_set_deleted (store, &kli_contact_kind, goes, TRUE);
}

static void
set_up (DeathFixture *fixture)
{
  g_autoptr (KliStore) store = NULL;

  death_fixture_set_up (fixture);
  store = store_fixture_open (fixture->folder, "test.db");
  record_add_person (store, "Anna Nowak");
  add_moved (store);
  g_assert_cmpint (kli_store_edit (store, "import", 0, people_func, NULL, NULL), >, 0);
  kli_store_close (store);
  death_fixture_keep (fixture);
}

static guint
count_in_trash (KliStore *store)
{
  g_autoptr (KliErasurePlan) plan = kli_erasure_plan (store, NULL);

  return plan->ids->len;
}

static gboolean
can_be_read (const char *path, const char *word)
{
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));

  return memmem (bytes, size, word, strlen (word)) != NULL;
}

/* KliReadFunc: whether something that was begun has not ended. */
static gpointer
read_erasing (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autofree char *state = kli_derive_get_state (connection, "erasing", error);

  g_assert_nonnull (state);

  return GINT_TO_POINTER (*state != '\0');
}

/* Opens it again, as the program does: what was begun ends by itself. */
static void
look (DeathFixture *fixture)
{
  g_autoptr (KliStore) store = store_fixture_open (fixture->folder, "test.db");
  guint n_left = count_in_trash (store);

  long_fixture_check (store);
  while (kli_store_read (store, read_erasing, NULL, NULL) != NULL)
    {
      kli_store_settle (store);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  if (n_left > 0)
    g_assert_true (empty_trash (store));
  long_fixture_check (store);
  g_assert_cmpuint (count_in_trash (store), ==, 0);
  kli_store_close (store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  if (can_be_read (fixture->path, WORD) || can_be_read (fixture->path, FOLDED))
    g_error ("After a death somebody who was removed can still be read (%u were left)", n_left);
}

static void
test_death (gconstpointer how)
{
  DeathFixture fixture = { 0 };
  guint cycles = store_fixture_cycles (CYCLES);

  set_up (&fixture);
  for (guint i = 0; i < cycles; i++)
    {
      death_fixture_run (&fixture, "empty", how, i, cycles, OPERATIONS_MAX);
      look (&fixture);
    }
  g_test_message ("%s: %u runs, %u deaths", (const char *)how, cycles, fixture.n_dead);
  g_assert_cmpuint (fixture.n_dead, >, 0); /* something was at stake */
  death_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  if (argc == 7 && strcmp (argv[1], "--die") == 0)
    empty_until_dead (argv[2], argv[4], (guint32)strtoul (argv[5], NULL, 10), (guint)strtoul (argv[6], NULL, 10));

  shim_vfs_use_memory ();
  store_fixture_init (&argc, &argv);
  g_test_add_data_func ("/store/erase/kill", "kill", test_death);
  g_test_add_data_func ("/store/erase/cut", "cut", test_death);

  return g_test_run ();
}
