/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every operation on the disk fails once, or from then on: whatever was being done is done whole or not
 * at all, says so, and the store is sound afterwards (RELIABILITY A5 to A7, B3). */
#include "shim-vfs.h"
#include "store-fixture.h"

#include "store/kli-backup.h"

#include <glib/gstdio.h>
#include <sys/resource.h>

/* --- the fault --- */

typedef struct
{
  gboolean armed;
  guint at;          /* the number of the operation that fails, from 1 */
  gboolean for_good; /* and every one after it */
  int code;          /* what fails: SQLITE_FULL fails writes only */
  guint n;           /* operations since it was armed */
  gboolean happened;
} Fault;

static Fault fault;

static int
code_of (ShimOperation operation)
{
  static const int io_codes[] = {
    [SHIM_OPEN] = SQLITE_CANTOPEN,           [SHIM_READ] = SQLITE_IOERR_READ,  [SHIM_WRITE] = SQLITE_IOERR_WRITE,
    [SHIM_TRUNCATE] = SQLITE_IOERR_TRUNCATE, [SHIM_SYNC] = SQLITE_IOERR_FSYNC, [SHIM_DELETE] = SQLITE_IOERR_DELETE,
  };

  return fault.code == SQLITE_FULL ? SQLITE_FULL : io_codes[operation];
}

static guint n_flushed;

static int
fail_func (ShimOperation operation, const char *name, gpointer user_data)
{
  if (operation == SHIM_SYNC)
    n_flushed++;
  if (!fault.armed || (fault.code == SQLITE_FULL && operation != SHIM_WRITE))
    return SQLITE_OK;

  fault.n++;
  if (fault.n != fault.at && !(fault.for_good && fault.n > fault.at))
    return SQLITE_OK;

  fault.happened = TRUE;

  return code_of (operation);
}

/* --- what is tried --- */

typedef struct
{
  char *folder;
  char *path;
  char *copy;
  gint64 id; /* of the person in the template */
} World;

typedef enum
{
  FAILED,
  DONE,
} Outcome;

static Outcome
outcome_of (gboolean done, GError **error)
{
  if (done != (*error == NULL))
    g_error ("at %u, for good %d, code %d: done %d, error %s", fault.at, fault.for_good, fault.code, done,
             *error != NULL ? (*error)->message : "none");
  g_clear_error (error);

  return done ? DONE : FAILED;
}

static Outcome
try_edit (World *world)
{
  g_autoptr (KliStore) store = kli_store_open (world->path, KLI_STORE_OPEN_EXISTING, 0, NULL);
  GError *error = NULL;
  gint64 edit;

  g_assert_nonnull (store);
  fault.armed = TRUE;
  edit = store_fixture_rename (store, world->id, "After", &error);
  if (edit < 0)
    {
      /* The very next one must not be built on what failed (A7): it works as soon as the disk does. */
      fault.armed = FALSE;
      g_assert_cmpint (store_fixture_rename (store, world->id, "Between", NULL), >, 0);
      g_assert_cmpint (store_fixture_rename (store, world->id, "Before", NULL), >, 0);
      fault.armed = fault.for_good;
    }

  return outcome_of (edit > 0, &error);
}

static Outcome
try_open (World *world)
{
  g_autoptr (KliStore) store = NULL;
  GError *error = NULL;

  fault.armed = TRUE;
  store = kli_store_open (world->path, KLI_STORE_OPEN_EXISTING, 0, &error);
  outcome_of (store != NULL, &error);

  return FAILED; /* it changes nothing */
}

static Outcome
try_create (World *world)
{
  static guint n;
  g_autofree char *path = g_strdup_printf ("%s/fresh-%u.db", world->folder, ++n);
  g_autoptr (KliStore) store = NULL;
  GError *error = NULL;

  fault.armed = TRUE;
  store = kli_store_open (path, KLI_STORE_OPEN_CREATE, 0, &error);
  if (outcome_of (store != NULL, &error) == FAILED)
    {
      fault.armed = FALSE;
      store = kli_store_open (path, KLI_STORE_OPEN_CREATE, 0, &error);
      g_assert_no_error (error); /* nothing half-made is in the way */
    }
  g_clear_object (&store);
  g_unlink (path);

  return FAILED;
}

static Outcome
try_copy (World *world)
{
  g_autoptr (KliStore) store = kli_store_open (world->path, KLI_STORE_OPEN_EXISTING, 0, NULL);
  g_autofree char *before = store_fixture_digest (world->copy);
  g_autofree char *after = NULL;
  GError *error = NULL;
  gboolean done;

  g_assert_nonnull (store);
  fault.armed = TRUE;
  done = kli_store_save_copy (store, world->copy, &error);
  fault.armed = FALSE;
  after = store_fixture_digest (world->copy);
  if (!done)
    g_assert_cmpstr (before, ==, after); /* the older copy is as it was */
  outcome_of (done, &error);

  return FAILED;
}

static Outcome
try_restore (World *world)
{
  GError *error = NULL;
  gboolean done;

  fault.armed = TRUE;
  done = kli_store_restore (world->path, world->copy, NULL, &error);

  /* The copy was made before the person was renamed to what the template says. */
  return outcome_of (done, &error);
}

typedef struct
{
  const char *name;
  Outcome (*run) (World *world);
  const char *name_after; /* of the person, when it was done */
} Try;

static const Try tries[] = {
  { "edit", try_edit, "After" },
  { "open", try_open, "Before" },
  { "create", try_create, "Before" },
  { "copy", try_copy, "Before" },
  { "restore", try_restore, "In the copy" },
};

/* --- the sweep --- */

#ifdef __SANITIZE_ADDRESS__
#define STEP_MAX 100
#else
#define STEP_MAX 24
#endif

static void
assert_sound (World *world, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KliStore) store = kli_store_open (world->path, KLI_STORE_OPEN_EXISTING, 0, &error);
  g_autofree char *name = NULL;
  g_autoptr (GPtrArray) checks = NULL;

  g_assert_no_error (error);
  name = store_fixture_get_name (store, world->id);
  g_assert_cmpstr (name, ==, expected);
  checks = kli_store_check (store, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < checks->len; i++)
    {
      const KliCheck *check = g_ptr_array_index (checks, i);

      if (!check->holds)
        g_error ("after the fault at %u: %s: %s", fault.at, check->name, check->detail);
    }
}

/* Brings the folder back to the template: a store and an older copy of it. */
static void
reset_world (World *world, const char *const *files, const char *const *bytes, const gsize *sizes)
{
  g_autofree char *log = g_strconcat (world->path, "-wal", NULL);
  g_autofree char *index = g_strconcat (world->path, "-shm", NULL);

  g_unlink (log);
  g_unlink (index);
  for (guint i = 0; files[i] != NULL; i++)
    g_assert_true (
        g_file_set_contents_full (files[i], bytes[i], (gssize)sizes[i], G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static void
make_world (World *world)
{
  g_autoptr (KliStore) store = NULL;

  world->folder = store_fixture_make_folder ();
  world->path = g_build_filename (world->folder, "test.db", NULL);
  world->copy = g_build_filename (world->folder, "copy.db", NULL);
  store = store_fixture_open (world->folder, "test.db");
  world->id = store_fixture_add_person (store, "In the copy");
  g_assert_true (kli_store_save_copy (store, world->copy, NULL));
  g_assert_cmpint (store_fixture_rename (store, world->id, "Before", NULL), >, 0);
}

/* Every point of the beginning, and of the rest a different selection in each run; all of them with a
 * large KLI_CYCLES. */
static guint
step_of (guint at)
{
  return at < store_fixture_cycles (16) ? 1 : (guint)g_test_rand_int_range (1, STEP_MAX);
}

static void
test_sweep (gconstpointer data)
{
  const Try *attempt = data;
  static const int codes[] = { SQLITE_IOERR, SQLITE_FULL };
  g_autofree char *store_bytes = NULL;
  g_autofree char *copy_bytes = NULL;
  gsize sizes[2];
  World world;
  guint n_points = 0;

  make_world (&world);
  g_assert_true (g_file_get_contents (world.path, &store_bytes, &sizes[0], NULL));
  g_assert_true (g_file_get_contents (world.copy, &copy_bytes, &sizes[1], NULL));

  for (guint mode = 0; mode < 4; mode++)
    for (guint at = 1;; at += step_of (at))
      {
        Outcome outcome;
        gboolean happened;

        fault = (Fault){ .at = at, .for_good = mode & 1, .code = codes[mode >> 1] };
        reset_world (&world, (const char *[]){ world.path, world.copy, NULL },
                     (const char *[]){ store_bytes, copy_bytes }, sizes);
        outcome = attempt->run (&world);
        happened = fault.happened;
        fault.armed = FALSE;
        assert_sound (&world, outcome == DONE ? attempt->name_after : "Before");
        n_points++;
        if (!happened)
          break; /* past its last operation */
      }

  g_test_message ("%s: %u faults", attempt->name, n_points);
  g_assert_cmpuint (n_points, >, 8);
  store_fixture_remove (world.folder);
  g_free (world.folder);
  g_free (world.path);
  g_free (world.copy);
}

/* --- a slow disk --- */

/* A start on a new computer waits for it a few times, not once for each step of the schema. */
static void
test_new_store_is_flushed_at_its_end (void)
{
  g_autofree char *folder = store_fixture_make_folder ();
  guint before = n_flushed;
  g_autoptr (KliStore) store = store_fixture_open (folder, "test.db");

  g_assert_cmpuint (n_flushed - before, >, 0);
  g_assert_cmpuint (n_flushed - before, <, 12);
  g_clear_object (&store);
  store_fixture_remove (folder);
}

/* --- a limit of the system --- */

static gboolean
insert_much (KliEdit *edit, gpointer user_data, GError **error)
{
  g_autofree char *bytes = g_malloc0 (4 << 20);
  g_autoptr (GBytes) content = g_bytes_new_take (g_steal_pointer (&bytes), 4 << 20);
  g_autoptr (KliRow) row = kli_row_new (&kli_document_kind);
  g_autofree char *hash = kli_edit_keep_content (edit, content, error);

  if (hash == NULL)
    return FALSE;
  kli_row_set_text (row, KLI_DOCUMENT_HASH, hash);

  return kli_edit_insert (edit, row, error);
}

static void
test_file_size_limit (void)
{
  g_autofree char *folder = store_fixture_make_folder ();
  g_autofree char *name = NULL;
  g_autoptr (KliStore) store = store_fixture_open (folder, "test.db");
  g_autoptr (GError) error = NULL;
  gint64 id = store_fixture_add_person (store, "Anna");
  struct rlimit old, small;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  small = (struct rlimit){ 2 << 20, old.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_cmpint (kli_store_edit (store, "document-add", 0, insert_much, NULL, &error), ==, -1);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_FULL); /* neither a signal nor "input/output error" */

  g_assert_cmpint (store_fixture_rename (store, id, "Hanna", NULL), >, 0);
  name = store_fixture_get_name (store, id);
  g_assert_cmpstr (name, ==, "Hanna");
  g_clear_object (&store); /* before its file goes: newer SQLite tells of a file that is missing at the end */
  store_fixture_remove (folder);
}

int
main (int argc, char **argv)
{
  shim_vfs_use_memory ();
  store_fixture_init (&argc, &argv);

  shim_vfs_install (fail_func, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      g_autofree char *name = g_strconcat ("/store/fault/", tries[i].name, NULL);

      g_test_add_data_func (name, &tries[i], test_sweep);
    }
  g_test_add_func ("/store/fault/new-store-is-flushed-at-its-end", test_new_store_is_flushed_at_its_end);
  g_test_add_func ("/store/fault/file-size-limit", test_file_size_limit);

  return g_test_run ();
}
