/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is kept as it is in the store: read again after a change of its kinds, and never replaced by something older. */
#include "store-fixture.h"

#include "model/kli-live.h"

typedef struct
{
  char *folder;
  KliStore *store;
  KliLive *live; /* of the store */
  guint n_changed;
} Fixture;

/* What the readers and the test tell one another. */
static GMutex mutex;
static GCond told;
static guint n_begun;        /* readings */
static gboolean holds_first; /* the first one does not end */
static guint n_freed;        /* on the main thread */

/* KliReadFunc: the how manieth reading it is. */
static gpointer
read_number (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  guint n = ++n_begun;

  g_cond_broadcast (&told);
  while (n == 1 && holds_first)
    g_cond_wait (&told, &mutex);

  return GUINT_TO_POINTER (n);
}

static void
free_number (gpointer number)
{
  n_freed++;
}

static const KliLiveWhat what = {
  .name = "number",
  .kinds = { &kli_tag_kind, &kli_contact_kind },
  .read = read_number,
  .free = free_number,
};

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changed++;
}

static void
set_up (Fixture *fixture, gconstpointer holds)
{
  n_begun = 0;
  holds_first = GPOINTER_TO_INT (holds);
  fixture->folder = store_fixture_make_folder ();
  fixture->store = store_fixture_open (fixture->folder, "test.db");
  kli_store_settle (fixture->store); /* a new store announces that everything changed */
  fixture->live = kli_live_of (fixture->store, &what);
  g_signal_connect_swapped (fixture->live, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (fixture->live, fixture);
  store_fixture_let_go (fixture->store);
  store_fixture_remove (fixture->folder);
  g_free (fixture->folder);
}

static void
wait_for_reading (guint n)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  while (n_begun < n)
    g_cond_wait (&told, &mutex);
}

static void
wait_for_value (Fixture *fixture, guint n)
{
  while (kli_live_get (fixture->live, &what) != GUINT_TO_POINTER (n))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_follows (Fixture *fixture, gconstpointer data)
{
  g_assert_null (kli_live_get (fixture->live, &what));
  g_assert_true (kli_live_of (fixture->store, &what) == fixture->live);
  wait_for_value (fixture, 1);
  store_fixture_add_person (fixture->store, "Anna");
  wait_for_value (fixture, 2);
  g_assert_cmpuint (fixture->n_changed, ==, 2);
}

/* KliEditFunc */
static gboolean
add_segment (KliEdit *edit, gpointer user_data, GError **error)
{
  g_autoptr (KliRow) row = kli_row_new (&kli_segment_kind);

  return kli_edit_insert (edit, row, error);
}

/* What of another kind changed is not read for: the next reading is that for a person. */
static void
test_concerned (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  wait_for_value (fixture, 1);
  kli_store_edit (fixture->store, "segment-new", 0, add_segment, NULL, &error);
  g_assert_no_error (error);
  store_fixture_add_person (fixture->store, "Anna");
  wait_for_value (fixture, 2);
  store_fixture_add_person (fixture->store, "Ewa");
  wait_for_value (fixture, 3);
  g_assert_cmpuint (n_begun, ==, 3);
}

/* The first reading ends last. */
static void
test_older (Fixture *fixture, gconstpointer data)
{
  n_freed = 0;
  wait_for_reading (1);
  store_fixture_add_person (fixture->store, "Anna");
  wait_for_value (fixture, 2);
  g_mutex_lock (&mutex);
  holds_first = FALSE;
  g_cond_broadcast (&told);
  g_mutex_unlock (&mutex);
  while (n_freed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (GPOINTER_TO_UINT (kli_live_get (fixture->live, &what)), ==, 2);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
}

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);

  g_test_add ("/model/live/follows", Fixture, GINT_TO_POINTER (FALSE), set_up, test_follows, tear_down);
  g_test_add ("/model/live/concerned", Fixture, GINT_TO_POINTER (FALSE), set_up, test_concerned, tear_down);
  g_test_add ("/model/live/older", Fixture, GINT_TO_POINTER (TRUE), set_up, test_older, tear_down);

  return g_test_run ();
}
