/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets that are kept in the store are those that a plain bitmap would be after the same changes, whatever their
 * blocks hold. */
#include "store-fixture.h"

#include "store/kli-member-set.h"

#include "store/kli-connection-private.h"
#include "store/kli-migration.h"

#define N_SETS 4
/* Some blocks and the beginning of another. */
#define N_NUMBERS 70000

static const char *const keys[N_SETS] = { "fact city krakow", "fact city krosno", "fact has mail", "word a" };

static KliConnection *
open_newest (void)
{
  g_autoptr (GError) error = NULL;
  KliConnection *connection = kli_connection_open (":memory:", KLI_CONNECTION_COPY, &error);

  g_assert_no_error (error);
  kli_migration_run (connection, kli_migration_newest (), &error);
  g_assert_no_error (error);

  return connection;
}

static void
assert_set (KliConnection *connection, const char *key, const KliBitmap *wanted)
{
  g_autoptr (KliBitmap) found = kli_bitmap_new (0);
  g_autoptr (GError) error = NULL;
  gboolean kept = FALSE;

  kli_member_set_read (connection, key, found, &kept, &error);
  g_assert_no_error (error);
  if (!kli_bitmap_equal (found, wanted))
    g_error ("“%s” has %u members, not the %u that it should", key, kli_bitmap_count (found),
             kli_bitmap_count (wanted));
}

/* Two sets whose keys begin in one way, together. */
static void
assert_union (KliConnection *connection, KliBitmap *const *wanted)
{
  g_autoptr (KliBitmap) found = kli_bitmap_new (0);
  g_autoptr (KliBitmap) both = kli_bitmap_copy (wanted[0]);
  g_autoptr (GError) error = NULL;

  kli_bitmap_or (both, wanted[1]);
  kli_member_set_read_all (connection, "fact city kr", found, &error);
  g_assert_no_error (error);
  g_assert_true (kli_bitmap_equal (found, both));
}

/* Goes through the facts as a store does that is looked over. Returns: whether something differed. */
static gboolean
mend_facts (KliConnection *connection, KliBitmap *const *wanted, gboolean dry)
{
  guint32 n_parts = N_NUMBERS / KLI_MEMBER_PART + 1;
  gboolean mended = FALSE;

  for (guint32 part = 0; part < n_parts; part++)
    {
      g_autoptr (KliMemberChanges) changes = kli_member_changes_new ();
      KliMemberPart which = { part, part + 1 == n_parts, dry };
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < 3; i++)
        for (guint32 local = part * KLI_MEMBER_PART;
             kli_bitmap_next (wanted[i], &local) && local < (part + 1) * KLI_MEMBER_PART; local++)
          kli_member_changes_add (changes, keys[i], local, TRUE);
      kli_member_sets_mend (connection, "fact ", &which, changes, &mended, &error);
      g_assert_no_error (error);
    }

  return mended;
}

static void
wreck (KliConnection *connection, const char *sql)
{
  g_assert_cmpint (sqlite3_exec (connection->handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

/* What is wrong is seen, and nothing else; mended, it is as it was. */
static void
assert_mended (KliConnection *connection, KliBitmap *const *wanted, const char *damage)
{
  g_assert_false (mend_facts (connection, wanted, TRUE));
  wreck (connection, damage);
  g_assert_true (mend_facts (connection, wanted, TRUE));
  g_assert_true (mend_facts (connection, wanted, FALSE));
  g_assert_false (mend_facts (connection, wanted, TRUE));
  for (guint i = 0; i < N_SETS; i++)
    assert_set (connection, keys[i], wanted[i]);
}

static void
test_mended (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (1);
  g_autoptr (KliConnection) connection = open_newest ();
  g_autoptr (KliMemberChanges) changes = kli_member_changes_new ();
  g_autoptr (GError) error = NULL;
  KliBitmap *wanted[N_SETS];

  for (guint i = 0; i < N_SETS; i++)
    {
      wanted[i] = kli_bitmap_new (0);
      for (guint n = 0; n < (i == 1 ? 20000 : 50); n++)
        {
          guint32 local = (guint32)g_rand_int_range (chance, 1, N_NUMBERS);

          kli_bitmap_add (wanted[i], local);
          kli_member_changes_add (changes, keys[i], local, TRUE);
        }
    }
  kli_member_changes_write (changes, connection, &error);
  g_assert_no_error (error);

  assert_mended (connection, wanted,
                 "DELETE FROM member_block WHERE number IN (SELECT number FROM member_block LIMIT 1)");
  assert_mended (connection, wanted,
                 "UPDATE member_block SET members = x'05000900' WHERE number >> 20 = "
                 "(SELECT id FROM member_set WHERE key = 'fact city krosno')");
  assert_mended (connection, wanted,
                 "INSERT INTO member_block SELECT (id << 20) + 7, x'0100' FROM member_set WHERE key = 'fact has mail'");
  assert_mended (connection, wanted, "DELETE FROM member_set WHERE key = 'fact city krosno'");
  for (guint i = 0; i < N_SETS; i++)
    kli_bitmap_free (wanted[i]);
}

/* A number that comes or goes; sometimes thousands next to each other, so that a block is kept in another way. */
static void
change (GRand *chance, KliMemberChanges *changes, KliBitmap *const *wanted)
{
  guint set = (guint)g_rand_int_range (chance, 0, N_SETS);
  guint32 first = (guint32)g_rand_int_range (chance, 1, N_NUMBERS);
  guint32 n = g_rand_int_range (chance, 0, 20) == 0 ? 3000 : 1;
  gboolean member = g_rand_int_range (chance, 0, 5) > 1;

  for (guint32 local = first; local < MIN (first + n, N_NUMBERS); local++)
    {
      kli_member_changes_add (changes, keys[set], local, member);
      if (member)
        kli_bitmap_add (wanted[set], local);
      else
        kli_bitmap_remove (wanted[set], local);
    }
}

static void
test_random (gconstpointer data)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (KliConnection) connection = open_newest ();
  KliBitmap *wanted[N_SETS];

  for (guint i = 0; i < N_SETS; i++)
    wanted[i] = kli_bitmap_new (0);
  for (guint round = 0; round < 40; round++)
    {
      g_autoptr (KliMemberChanges) changes = kli_member_changes_new ();
      g_autoptr (GError) error = NULL;

      for (gint n = g_rand_int_range (chance, 1, 60); n > 0; n--)
        change (chance, changes, wanted);
      kli_member_changes_write (changes, connection, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (kli_member_changes_count (changes), ==, 0);
      for (guint i = 0; i < N_SETS; i++)
        assert_set (connection, keys[i], wanted[i]);
      assert_union (connection, wanted);
      g_assert_false (mend_facts (connection, wanted, TRUE));
    }
  for (guint i = 0; i < N_SETS; i++)
    kli_bitmap_free (wanted[i]);
}

/* Of a fact that holds of nobody nothing is left; a word that nobody has is still known as one. */
static void
test_emptied (void)
{
  g_autoptr (KliConnection) connection = open_newest ();
  g_autoptr (KliMemberChanges) changes = kli_member_changes_new ();
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_SETS; i++)
    kli_member_changes_add (changes, keys[i], 32000, TRUE);
  kli_member_changes_write (changes, connection, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_SETS; i++)
    kli_member_changes_add (changes, keys[i], 32000, FALSE);
  kli_member_changes_write (changes, connection, &error);
  g_assert_no_error (error);

  left = kli_member_set_list (connection, "", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (left, 0), ==, "word a");
}

static void
assert_exists (KliConnection *connection, const char *key, gboolean expected)
{
  g_autoptr (GError) error = NULL;
  gboolean exists = !expected;

  kli_member_set_exists (connection, key, &exists, &error);
  g_assert_no_error (error);
  if (exists != expected)
    g_error ("“%s” should %s", key, expected ? "be there" : "not be there");
}

static void
assert_may_exist (KliConnection *connection, const char *start, gboolean expected)
{
  g_autoptr (GError) error = NULL;
  gboolean any = !expected;

  kli_member_set_may_exist (connection, start, &any, &error);
  g_assert_no_error (error);
  g_assert_cmpint (any, ==, expected);
}

static void
ensure (KliConnection *connection, const char *key)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  kli_member_set_ensure (connection, key, &id, &error);
  g_assert_no_error (error);
}

static void
run (KliConnection *connection, const char *sql)
{
  g_assert_cmpint (sqlite3_exec (kli_connection_get_handle (connection), sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

/* The writer remembers which sets there are, whatever happens to them. */
static void
follow_sets (KliConnection *connection)
{
  g_autoptr (GError) error = NULL;

  assert_may_exist (connection, "word ", FALSE);
  assert_exists (connection, "word a", FALSE);
  ensure (connection, "word a");
  assert_exists (connection, "word a", TRUE);
  assert_may_exist (connection, "word ", TRUE);
  assert_may_exist (connection, "note ", FALSE);
  ensure (connection, "fact kind person");
  assert_exists (connection, "word a", TRUE);
  assert_exists (connection, "word ab", FALSE);

  run (connection, "BEGIN");
  ensure (connection, "word ab");
  assert_exists (connection, "word ab", TRUE);
  run (connection, "ROLLBACK");
  assert_exists (connection, "word ab", FALSE);

  run (connection, "INSERT INTO member_set (key) VALUES ('word b')");
  assert_exists (connection, "word b", TRUE);
  kli_member_set_forget (connection, "word a", &error);
  g_assert_no_error (error);
  assert_exists (connection, "word a", FALSE);
  ensure (connection, "word c");
  assert_exists (connection, "word c", TRUE);
  run (connection, "DELETE FROM member_set WHERE key >= 'word '");
  assert_may_exist (connection, "word ", FALSE);
}

static void
test_known (void)
{
  g_autofree char *folder = store_fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "sets.db", NULL);
  g_autoptr (GError) error = NULL;
  KliConnection *connection = kli_connection_open (path, KLI_CONNECTION_WRITER, &error);

  g_assert_no_error (error);
  kli_migration_run (connection, kli_migration_newest (), &error);
  g_assert_no_error (error);
  follow_sets (connection);
  kli_connection_close (connection);
  store_fixture_remove (folder);
}

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);

  g_test_add_data_func ("/store/member-set/random-1", GUINT_TO_POINTER (1), test_random);
  g_test_add_data_func ("/store/member-set/random-2", GUINT_TO_POINTER (2), test_random);
  g_test_add_func ("/store/member-set/mended", test_mended);
  g_test_add_func ("/store/member-set/emptied", test_emptied);
  g_test_add_func ("/store/member-set/known", test_known);

  return g_test_run ();
}
