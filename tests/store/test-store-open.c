/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening what is not a sound store of ours: refused with the right error, and the file untouched
 * (RELIABILITY A8 to A18). */
#include "store-fixture.h"

#include "store/kli-marker.h"
#include "store/kli-migration.h"
#include "store/kli-place.h"
#include "store/kli-store-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define N_PEOPLE 4

typedef struct
{
  char *folder;
  char *path;
} Fixture;

/* A closed store with some pages in it. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliStore) store = NULL;

  fixture->folder = store_fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "test.db", NULL);
  store = store_fixture_open (fixture->folder, "test.db");
  for (guint i = 0; i < N_PEOPLE; i++)
    store_fixture_add_person (store, "Łucja Ćwik");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  store_fixture_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
assert_refused (Fixture *fixture, KliStoreOpenFlags flags, KliStoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KliStore) store = kli_store_open (fixture->path, flags, 0, &error);

  g_assert_error (error, KLI_STORE_ERROR, (int)code);
  g_assert_null (store);
  g_test_message ("%s", error->message);
}

/* Refused, byte for byte as before, and nothing new beside it. */
static void
assert_untouched (Fixture *fixture, KliStoreError code)
{
  g_autofree char *digest = store_fixture_digest (fixture->path);
  g_autofree char *names = store_fixture_list (fixture->folder);
  g_autofree char *digest_after = NULL;
  g_autofree char *names_after = NULL;

  assert_refused (fixture, KLI_STORE_OPEN_CREATE, code);
  digest_after = store_fixture_digest (fixture->path);
  names_after = store_fixture_list (fixture->folder);
  g_assert_cmpstr (digest_after, ==, digest);
  g_assert_cmpstr (names_after, ==, names);
}

/* --- files that are not what they should be --- */

static void
make_text (const char *path)
{
  g_assert_true (g_file_set_contents (path, "Dear customer, this is a letter and not a store at all.\n", -1, NULL));
}

static void
break_magic (const char *path)
{
  store_fixture_poke (path, 0, "X", 1);
}

static void
break_application_id (const char *path)
{
  store_fixture_poke (path, 68, "XXXX", 4);
}

static void
make_newer (const char *path)
{
  guint32 version = GUINT32_TO_BE ((guint32)kli_migration_newest () + 1);

  store_fixture_poke (path, 60, &version, 4);
}

static void
make_versionless (const char *path)
{
  static const char zeros[4];

  store_fixture_poke (path, 60, zeros, 4);
}

static void
cut_in_half (const char *path)
{
  struct stat status;

  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmpint (truncate (path, status.st_size / 2), ==, 0);
}

static void
cut_last_byte (const char *path)
{
  struct stat status;

  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmpint (truncate (path, status.st_size - 1), ==, 0);
}

static void
cut_to_50 (const char *path)
{
  g_assert_cmpint (truncate (path, 50), ==, 0);
}

static void
empty (const char *path)
{
  g_assert_cmpint (truncate (path, 0), ==, 0);
}

static void
zero_second_page (const char *path)
{
  static const char zeros[4096];

  store_fixture_poke (path, 4096, zeros, sizeof zeros);
}

static void
zero_last_page (const char *path)
{
  static const char zeros[4096];

  store_fixture_poke (path, -4096, zeros, sizeof zeros);
}

typedef struct
{
  const char *name;
  void (*damage) (const char *path);
  KliStoreError code;
} Damage;

static const Damage damages[] = {
  { "text", make_text, KLI_STORE_ERROR_NOT_A_STORE },
  { "magic", break_magic, KLI_STORE_ERROR_NOT_A_STORE },
  { "other-program", break_application_id, KLI_STORE_ERROR_NOT_A_STORE },
  { "versionless", make_versionless, KLI_STORE_ERROR_NOT_A_STORE },
  { "newer", make_newer, KLI_STORE_ERROR_NEWER },
  { "half", cut_in_half, KLI_STORE_ERROR_DAMAGED },
  { "last-byte", cut_last_byte, KLI_STORE_ERROR_DAMAGED },
  { "50-bytes", cut_to_50, KLI_STORE_ERROR_DAMAGED },
  { "empty", empty, KLI_STORE_ERROR_LOST },
  { "second-page", zero_second_page, KLI_STORE_ERROR_DAMAGED },
  { "last-page", zero_last_page, KLI_STORE_ERROR_DAMAGED },
};

static void
test_damage (Fixture *fixture, gconstpointer data)
{
  const Damage *damage = data;

  damage->damage (fixture->path);
  assert_untouched (fixture, damage->code);
}

/* --- missing, lost, elsewhere --- */

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "sub", "other.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (kli_store_open (path, KLI_STORE_OPEN_EXISTING, 0, &error));
  g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_MISSING);
  g_free (path);
  path = g_build_filename (fixture->folder, "sub", NULL);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS)); /* not even the folder was made */
}

static void
test_lost (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliStore) store = NULL;
  g_autoptr (GError) error = NULL;

  g_unlink (fixture->path);
  assert_refused (fixture, KLI_STORE_OPEN_EXISTING, KLI_STORE_ERROR_LOST);
  assert_refused (fixture, KLI_STORE_OPEN_CREATE, KLI_STORE_ERROR_LOST);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));

  store = kli_store_open (fixture->path, KLI_STORE_OPEN_CREATE | KLI_STORE_OPEN_FORGET, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_count_people (store), ==, 0);
}

static void
test_lost_with_log (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "other.db", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (log, "something", -1, NULL));
  g_assert_null (kli_store_open (path, KLI_STORE_OPEN_CREATE, 0, &error));
  g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_LOST);
}

static void
test_emptied_and_forgotten (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliStore) store = NULL;
  g_autoptr (GError) error = NULL;

  empty (fixture->path);
  store = kli_store_open (fixture->path, KLI_STORE_OPEN_CREATE | KLI_STORE_OPEN_FORGET, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_count_people (store), ==, 0);
}

static void
test_forget_keeps_what_is_there (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KliStore) store = kli_store_open (fixture->path, KLI_STORE_OPEN_CREATE | KLI_STORE_OPEN_FORGET, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_count_people (store), ==, N_PEOPLE);
}

static void
test_hard_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.db", NULL);

  g_assert_cmpint (link (fixture->path, other), ==, 0);
  assert_untouched (fixture, KLI_STORE_ERROR_UNSAFE_PLACE);
}

static void
test_symbolic_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "link.db", NULL);
  g_autoptr (KliStore) store = NULL;

  g_assert_cmpint (symlink (fixture->path, other), ==, 0);
  store = store_fixture_open (fixture->folder, "link.db");
  g_assert_cmpstr (kli_store_get_path (store), ==, fixture->path); /* its files stand beside the real one */
}

static void
test_cloud_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *mark = g_build_filename (fixture->folder, "._sync_c0ffee.db", NULL);

  g_assert_true (g_file_set_contents (mark, "", -1, NULL));
  assert_untouched (fixture, KLI_STORE_ERROR_UNSAFE_PLACE);
}

static void
test_places (void)
{
  g_assert_cmpint (kli_place_judge_type (0xef53), ==, KLI_PLACE_SAFE);       /* ext4 */
  g_assert_cmpint (kli_place_judge_type (0x9123683e), ==, KLI_PLACE_SAFE);   /* btrfs */
  g_assert_cmpint (kli_place_judge_type (0x6969), ==, KLI_PLACE_UNSAFE);     /* NFS */
  g_assert_cmpint (kli_place_judge_type (0xfe534d42), ==, KLI_PLACE_UNSAFE); /* SMB */
  g_assert_cmpint (kli_place_judge_type (0x65735546), ==, KLI_PLACE_DOUBTFUL);
  g_assert_cmpint (kli_place_judge_name ("fuse.sshfs"), ==, KLI_PLACE_UNSAFE);
  g_assert_cmpint (kli_place_judge_name ("fuse.gvfsd-fuse"), ==, KLI_PLACE_UNSAFE);
  g_assert_cmpint (kli_place_judge_name (NULL), ==, KLI_PLACE_UNSAFE);
  g_assert_cmpint (kli_place_judge_name ("fuseblk"), ==, KLI_PLACE_SAFE);
}

/* --- reading only --- */

static void
assert_reads_only (Fixture *fixture)
{
  g_autofree char *digest = store_fixture_digest (fixture->path);
  g_autofree char *names = store_fixture_list (fixture->folder);
  g_autofree char *digest_after = NULL;
  g_autofree char *names_after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KliStore) store = kli_store_open (fixture->path, KLI_STORE_OPEN_CREATE, 0, &error);

  g_assert_no_error (error);
  g_assert_true (kli_store_is_read_only (store));
  g_assert_cmpint (store_fixture_count_people (store), ==, N_PEOPLE);
  g_assert_cmpint (store_fixture_rename (store, 1, "Nobody", &error), ==, -1);
  g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_READ_ONLY);
  kli_store_close (store);

  digest_after = store_fixture_digest (fixture->path);
  names_after = store_fixture_list (fixture->folder);
  g_assert_cmpstr (digest_after, ==, digest);
  g_assert_cmpstr (names_after, ==, names);
}

static void
test_read_only_file (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  assert_reads_only (fixture);
}

static void
test_read_only_folder (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  assert_reads_only (fixture);
}

/* --- modes and traces --- */

static void
test_modes (Fixture *fixture, gconstpointer data)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", ".lock", NULL };
  g_autoptr (KliStore) store = NULL;
  g_autofree char *names = NULL;
  struct stat status;

  g_assert_cmpint (g_chmod (fixture->path, 0644), ==, 0);
  store = store_fixture_open (fixture->folder, "test.db");
  store_fixture_add_person (store, "Anna");
  for (guint i = 0; suffixes[i] != NULL; i++)
    {
      g_autofree char *file = g_strconcat (fixture->path, suffixes[i], NULL);

      g_assert_cmpint (stat (file, &status), ==, 0);
      g_assert_cmpint (status.st_mode & 0777, ==, 0600);
    }

  kli_store_close (store);
  names = store_fixture_list (fixture->folder);
  g_assert_cmpstr (names, ==, "test.db"); /* a closed store is one file */
}

static void
test_unfinished_creation (Fixture *fixture, gconstpointer data)
{
  g_autofree char *stale = g_build_filename (fixture->folder, "other.db.new", NULL);
  g_autofree char *names = NULL;
  g_autoptr (KliStore) store = NULL;

  make_text (stale);
  store = store_fixture_open (fixture->folder, "other.db");
  kli_store_close (store);
  names = store_fixture_list (fixture->folder);
  g_assert_cmpstr (names, ==, "other.db test.db");
}

static void
test_vanished (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliStore) store = store_fixture_open (fixture->folder, "test.db");
  g_autoptr (GError) error = NULL;
  gint64 id = store_fixture_add_person (store, "Anna");

  g_unlink (fixture->path);
  g_assert_cmpint (store_fixture_rename (store, id, "Hanna", &error), ==, -1);
  g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_LOST);

  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_WARNING, "*unlinked while open*");
  kli_store_close (store);
  g_test_assert_expected_messages ();
}

static void
test_log_vanished (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliStore) store = store_fixture_open (fixture->folder, "test.db");
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (GError) error = NULL;
  gint64 id = store_fixture_add_person (store, "Anna");

  g_assert_cmpint (store_fixture_rename (store, id, "Anna Maria", &error), >, 0);
  g_unlink (log);
  g_assert_cmpint (store_fixture_rename (store, id, "Hanna", &error), ==, -1);
  g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_LOST);
}

/* --- another process --- */

/* The other process: opens the store, says so, and keeps it until its input ends. */
static int
hold (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KliStore) store = kli_store_open (path, KLI_STORE_OPEN_EXISTING, 0, &error);
  char c;

  if (store == NULL)
    return 1;
  if (write (STDOUT_FILENO, "!", 1) != 1 || read (STDIN_FILENO, &c, 1) < 0)
    return 1;

  return 0;
}

static GSubprocess *
spawn_holder (const char *path)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *holder = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                          "/proc/self/exe", "--hold", path, NULL);
  char c = '\0';

  g_assert_no_error (error);
  g_input_stream_read (g_subprocess_get_stdout_pipe (holder), &c, 1, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (c, ==, '!');

  return holder;
}

static void
test_locked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSubprocess) holder = spawn_holder (fixture->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (KliStore) store = kli_store_open (fixture->path, KLI_STORE_OPEN_EXISTING, 50, &error);

  g_assert_null (store);
  g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_LOCKED);
  g_assert_nonnull (strstr (error->message, g_subprocess_get_identifier (holder))); /* names who has it */
  g_clear_error (&error);

  /* Killed, not closed: the lock ends with it, and the log is taken in. */
  g_subprocess_force_exit (holder);
  g_subprocess_wait (holder, NULL, NULL);
  store = kli_store_open (fixture->path, KLI_STORE_OPEN_EXISTING, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_count_people (store), ==, N_PEOPLE);
}

static void
test_lock_waits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSubprocess) holder = spawn_holder (fixture->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (KliStore) store = NULL;

  g_output_stream_close (g_subprocess_get_stdin_pipe (holder), NULL, NULL); /* it begins to close */
  store = kli_store_open (fixture->path, KLI_STORE_OPEN_EXISTING, 10000, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check (holder, NULL, &error);
  g_assert_no_error (error);
}

static void
test_same_process (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliStore) store = store_fixture_open (fixture->folder, "test.db");

  assert_refused (fixture, KLI_STORE_OPEN_EXISTING, KLI_STORE_ERROR_LOCKED);
}

#define add(name, func) g_test_add ("/store/open/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  if (argc == 3 && strcmp (argv[1], "--hold") == 0)
    return hold (argv[2]);

  store_fixture_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *name = g_strconcat ("/store/open/damage/", damages[i].name, NULL);

      g_test_add (name, Fixture, &damages[i], set_up, test_damage, tear_down);
    }
  g_test_add_func ("/store/open/places", test_places);
  add ("missing", test_missing);
  add ("lost", test_lost);
  add ("lost-with-log", test_lost_with_log);
  add ("emptied-and-forgotten", test_emptied_and_forgotten);
  add ("forget-keeps-what-is-there", test_forget_keeps_what_is_there);
  add ("hard-link", test_hard_link);
  add ("symbolic-link", test_symbolic_link);
  add ("cloud-folder", test_cloud_folder);
  add ("read-only-file", test_read_only_file);
  add ("read-only-folder", test_read_only_folder);
  add ("modes", test_modes);
  add ("unfinished-creation", test_unfinished_creation);
  add ("vanished", test_vanished);
  add ("log-vanished", test_log_vanished);
  add ("locked", test_locked);
  add ("lock-waits", test_lock_waits);
  add ("same-process", test_same_process);

  return g_test_run ();
}
