/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the store share: a folder of their own, a store in it, and small edits. */
#pragma once

#include "core/kli-kinds.h"
#include "store/kli-store.h"

G_BEGIN_DECLS

/* How often something random is tried: as often as KLI_CYCLES says, else @n times, fewer in the slow build
 * with sanitizers. */
guint store_fixture_cycles (guint n);

/* g_test_init with user directories of the test's own. Not G_TEST_OPTION_ISOLATE_DIRS, which leaks, so that every run
 * under LeakSanitizer had to be repeated with its slow unwinder. */
void store_fixture_init (int *argc, char ***argv);

/* Returns: (transfer full): a new folder, removed by store_fixture_remove. */
char *store_fixture_make_folder (void);
void store_fixture_remove (const char *folder);

/* A store of its own on 22 November 2026, in Polish, with nothing left to be reckoned: for g_test_add. The test may
 * open it again. */
typedef struct
{
  char *folder;
  KliStore *store; /* "test.db" in it */
} StoreFixture;

void store_fixture_set_up (StoreFixture *fixture, gconstpointer data);
void store_fixture_tear_down (StoreFixture *fixture, gconstpointer data);

/* Returns: (transfer full): a connection to an empty store of the newest version, in memory. */
KliConnection *store_fixture_open_newest (void);

/* Opens or makes the store NAME in @folder and fails the test when that fails. */
KliStore *store_fixture_open (const char *folder, const char *name);
/* Lets go of @store, which is closed when whoever still reads in the background has done so, too; fails the test when
 * that takes a minute. @store: (transfer full) */
void store_fixture_let_go (KliStore *store);
/* Somebody else opens the closed store "test.db" in @folder and runs @sql in it. Fails the test when that fails. */
void store_fixture_meddle (const char *folder, const char *sql);

/* Makes a person in an edit of its own. Returns: its id. */
gint64 store_fixture_add_person (KliStore *store, const char *name);
/* Returns: the id of the edit, as kli_store_edit. */
gint64 store_fixture_rename (KliStore *store, gint64 id, const char *name, GError **error);
/* Returns: (transfer full) */
char *store_fixture_get_name (KliStore *store, gint64 id);
gint64 store_fixture_count_people (KliStore *store);

/* Returns: (transfer full): SHA-256 of the file's bytes. */
char *store_fixture_digest (const char *path);
/* Returns: (transfer full): the names in @folder, sorted, with a space between. */
char *store_fixture_list (const char *folder);
/* Writes @size bytes over the file at @offset, counted from the end when negative. */
void store_fixture_poke (const char *path, gint64 offset, gconstpointer bytes, gsize size);

G_END_DECLS
