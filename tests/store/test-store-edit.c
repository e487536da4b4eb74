/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits: acknowledged after the commit, announced, refused whole, nothing recorded when nothing differs. */
#include "store-fixture.h"

#include "store/kli-edit-private.h"
#include "store/kli-history-private.h"
#include "store/kli-store-error.h"

#include <string.h>

typedef struct
{
  char *folder;
  KliStore *store;
  GMainLoop *loop;
  guint n_changed;
  gint64 touched; /* asked of every announcement */
  gboolean was_touched;
  gint64 result;
  guint n_changed_at_callback;
} Fixture;

static void
changed_cb (KliStore *store, KliChanges *changes, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_assert_false (kli_changes_is_empty (changes));
  fixture->n_changed++;
  fixture->was_touched = kli_changes_touch (changes, fixture->touched);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = store_fixture_make_folder ();
  fixture->store = store_fixture_open (fixture->folder, "test.db");
  fixture->loop = g_main_loop_new (NULL, FALSE);
  kli_store_settle (fixture->store);
  g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  store_fixture_let_go (fixture->store);
  g_main_loop_unref (fixture->loop);
  store_fixture_remove (fixture->folder);
  g_free (fixture->folder);
}

static void
test_sync (Fixture *fixture, gconstpointer data)
{
  gint64 id = store_fixture_add_person (fixture->store, "Łucja Ćwik");
  g_autofree char *name = store_fixture_get_name (fixture->store, id);

  g_assert_cmpstr (name, ==, "Łucja Ćwik");
  g_assert_cmpuint (fixture->n_changed, ==, 1); /* announced without a running loop */
}

static void
test_nothing_different (Fixture *fixture, gconstpointer data)
{
  gint64 id = store_fixture_add_person (fixture->store, "Wayan");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (store_fixture_rename (fixture->store, id, "Wayan", &error), ==, 0);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
}

static gboolean
insert_then_refuse (KliEdit *edit, gpointer user_data, GError **error)
{
  g_autoptr (KliRow) row = kli_row_new (&kli_contact_kind);

  g_assert_true (kli_edit_insert (edit, row, error));
  g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_CONFLICT, "no");

  return FALSE;
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (kli_store_edit (fixture->store, "contact-new", 0, insert_then_refuse, NULL, &error), ==, -1);
  g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_CONFLICT);
  g_assert_cmpint (store_fixture_count_people (fixture->store), ==, 0);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

static gboolean
insert_bad_text (KliEdit *edit, gpointer user_data, GError **error)
{
  g_autoptr (KliRow) row = kli_row_new (&kli_contact_kind);

  kli_row_set_text (row, KLI_CONTACT_NAME, "caf\xe9");

  return kli_edit_insert (edit, row, error);
}

static void
test_bad_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (kli_store_edit (fixture->store, "contact-new", 0, insert_bad_text, NULL, &error), ==, -1);
  g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_FAILED);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (store_fixture_rename (fixture->store, 42, "Nobody", &error), ==, -1);
  g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_NOT_FOUND);
}

static gboolean
insert_point (KliEdit *edit, gpointer user_data, GError **error)
{
  g_autoptr (KliRow) row = kli_row_new (&kli_contact_point_kind);

  kli_row_set_integer (row, KLI_CONTACT_POINT_CONTACT, *(gint64 *)user_data);
  kli_row_set_text (row, KLI_CONTACT_POINT_VALUE, "+48 12 345 67 89");

  return kli_edit_insert (edit, row, error);
}

static void
edited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autoptr (GError) error = NULL;

  fixture->result = kli_store_edit_finish (KLI_STORE (source), result, &error);
  g_assert_no_error (error);
  fixture->n_changed_at_callback = fixture->n_changed;
  g_main_loop_quit (fixture->loop);
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  gint64 id = store_fixture_add_person (fixture->store, "Ketut");

  fixture->touched = id;
  kli_store_edit_async (fixture->store, "contact-point-new", id, insert_point, g_memdup2 (&id, sizeof id), g_free, NULL,
                        edited_cb, fixture);
  g_main_loop_run (fixture->loop);

  g_assert_cmpint (fixture->result, >, id);
  g_assert_cmpuint (fixture->n_changed_at_callback, ==, 2); /* announced before it was acknowledged */
  g_assert_true (fixture->was_touched);                     /* through its part */
}

static void
cancelled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (kli_store_edit_finish (KLI_STORE (source), result, &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_main_loop_quit (fixture->loop);
}

static gboolean
insert_for_ever (KliEdit *edit, gpointer user_data, GError **error)
{
  GCancellable *cancellable = user_data;

  for (guint i = 0;; i++)
    {
      g_autoptr (KliRow) row = kli_row_new (&kli_contact_kind);

      if (!kli_edit_insert (edit, row, error))
        return FALSE;
      if (i == 100)
        g_cancellable_cancel (cancellable);
    }
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  kli_store_edit_async (fixture->store, "import", 0, insert_for_ever, cancellable, NULL, cancellable, cancelled_cb,
                        fixture);
  g_main_loop_run (fixture->loop);

  g_assert_cmpint (store_fixture_count_people (fixture->store), ==, 0);
  store_fixture_add_person (fixture->store, "After"); /* the writer is none the worse */
}

static void
test_closed (Fixture *fixture, gconstpointer data)
{
  gint64 id = store_fixture_add_person (fixture->store, "Made");
  g_autoptr (GError) error = NULL;

  kli_store_close (fixture->store);
  g_assert_cmpint (store_fixture_rename (fixture->store, id, "Made late", &error), ==, -1);
  g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_CLOSED);
}

static void
test_close_waits (Fixture *fixture, gconstpointer data)
{
  gint64 id = store_fixture_add_person (fixture->store, "Putu");
  g_autofree char *name = NULL;
  g_autoptr (KliStore) again = NULL;

  kli_store_edit_async (fixture->store, "contact-point-new", id, insert_point, g_memdup2 (&id, sizeof id), g_free, NULL,
                        edited_cb, fixture);
  kli_store_close (fixture->store);
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  g_main_loop_run (fixture->loop); /* the acknowledgement comes all the same */
  g_assert_cmpint (fixture->result, >, 0);

  again = store_fixture_open (fixture->folder, "test.db");
  name = store_fixture_get_name (again, id);
  g_assert_cmpstr (name, ==, "Putu");
}

static gpointer
read_name (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (KliRow) row = kli_connection_load (connection, &kli_contact_kind, *(gint64 *)user_data, error);

  return row != NULL ? g_strdup (kli_row_get_text (row, KLI_CONTACT_NAME)) : NULL;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = kli_store_read_finish (KLI_STORE (source), result, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, "Made");
  g_main_loop_quit (fixture->loop);
}

static void
test_read_async (Fixture *fixture, gconstpointer data)
{
  gint64 id = store_fixture_add_person (fixture->store, "Made");

  kli_store_read_async (fixture->store, read_name, g_memdup2 (&id, sizeof id), g_free, g_free, NULL, read_cb, fixture);
  g_main_loop_run (fixture->loop);
}

/* --- new rows that wait for one another --- */

#define N_GATHERED 5

static gint64
gather_person (KliEdit *edit, const char *name)
{
  g_autoptr (KliRow) row = kli_row_new (&kli_contact_kind);
  g_autoptr (GError) error = NULL;

  kli_row_set_text (row, KLI_CONTACT_NAME, name);
  g_assert_true (kli_edit_insert (edit, row, &error));
  g_assert_no_error (error);

  return row->id;
}

static void
rename_in (KliEdit *edit, gint64 id, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KliRow) row = kli_connection_load (kli_edit_get_connection (edit), &kli_contact_kind, id, &error);

  g_assert_no_error (error);
  kli_row_set_text (row, KLI_CONTACT_NAME, name);
  g_assert_true (kli_edit_update (edit, row, &error));
  g_assert_no_error (error);
}

/* What waits is seen by whoever reads through the edit, changed like any row, and marked like any row. */
static gboolean
gather (KliEdit *edit, gpointer user_data, GError **error)
{
  gint64 *ids = user_data;
  g_autoptr (KliRow) part = kli_row_new (&kli_contact_point_kind);

  kli_edit_gather (edit);
  for (guint i = 0; i < N_GATHERED; i++)
    ids[i] = gather_person (edit, i % 2 == 0 ? "Even" : "Odd");
  kli_row_set_integer (part, KLI_CONTACT_POINT_CONTACT, ids[0]);
  kli_row_set_text (part, KLI_CONTACT_POINT_VALUE, "+48 512 345 678");
  g_assert_true (kli_edit_insert (edit, part, error));
  rename_in (edit, ids[1], "Renamed");
  ids[N_GATHERED] = gather_person (edit, "Marked");

  return kli_edit_set_deleted (edit, &kli_contact_kind, ids[N_GATHERED], TRUE, error);
}

static gpointer
load_contact (KliConnection *connection, gpointer id, GCancellable *cancellable, GError **error)
{
  return kli_connection_load (connection, &kli_contact_kind, *(gint64 *)id, error);
}

static gboolean
is_marked (KliStore *store, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KliRow) row = kli_store_read (store, load_contact, &id, &error);

  g_assert_no_error (error);

  return row->deleted_at != 0;
}

static void
test_gather (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Even", "Renamed", "Even", "Odd", "Even" };
  gint64 ids[N_GATHERED + 1];
  g_autoptr (GError) error = NULL;
  gint64 entry = kli_store_edit (fixture->store, "import", 0, gather, ids, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpint (store_fixture_count_people (fixture->store), ==, N_GATHERED + 1);
  g_assert_true (is_marked (fixture->store, ids[N_GATHERED]));
  for (guint i = 0; i < N_GATHERED; i++)
    {
      g_autofree char *name = store_fixture_get_name (fixture->store, ids[i]);

      g_assert_cmpstr (name, ==, names[i]);
      g_assert_false (is_marked (fixture->store, ids[i]));
    }

  /* All of it is in the history, the waiting ones too. */
  kli_undo (fixture->store, entry, TRUE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i <= N_GATHERED; i++)
    g_assert_true (is_marked (fixture->store, ids[i]));
}

/* --- a changeset that changes one of them --- */

typedef struct
{
  KliRow *row;
  GBytes *changeset;
} Renaming;

/* KliReadFunc */
static gpointer
read_changeset (KliConnection *connection, gpointer entry, GCancellable *cancellable, GError **error)
{
  return kli_history_read_slice (connection, *(gint64 *)entry, 0, error);
}

static int
abort_cb (void *user_data, int kind, sqlite3_changeset_iter *change)
{
  return SQLITE_CHANGESET_ABORT;
}

static gboolean
gather_and_apply (KliEdit *edit, gpointer user_data, GError **error)
{
  Renaming *renaming = user_data;

  kli_edit_gather (edit);

  return kli_edit_insert (edit, renaming->row, error)
         && kli_edit_apply_changeset (edit, renaming->changeset, abort_cb, NULL, error);
}

/* The changeset is of another store, in which somebody with the same id was given another name. */
static void
test_gather_changeset (Fixture *fixture, gconstpointer data)
{
  KliStore *other = store_fixture_open (fixture->folder, "other.db");
  gint64 id = store_fixture_add_person (other, "Waiting");
  g_autoptr (GError) error = NULL;
  gint64 entry = store_fixture_rename (other, id, "Renamed", &error);
  g_autoptr (KliRow) row = kli_store_read (other, load_contact, &id, NULL);
  g_autoptr (GBytes) changeset = kli_store_read (other, read_changeset, &entry, &error);
  Renaming renaming = { row, changeset };
  g_autofree char *name = NULL;

  g_assert_no_error (error);
  store_fixture_let_go (other);
  kli_row_set_text (row, KLI_CONTACT_NAME, "Waiting");
  kli_store_edit (fixture->store, "import", 0, gather_and_apply, &renaming, &error);
  g_assert_no_error (error);
  name = store_fixture_get_name (fixture->store, id);
  g_assert_cmpstr (name, ==, "Renamed");
}

/* --- what cannot be written --- */

/* Two rows of one id: SQLite says so only when they are written. */
static KliRow *
gather_two (KliEdit *edit)
{
  KliRow *row = kli_row_new (&kli_contact_kind);

  kli_edit_gather (edit);
  g_assert_true (kli_edit_insert (edit, row, NULL) && kli_edit_insert (edit, row, NULL));

  return row;
}

static gboolean
gather_twice (KliEdit *edit, gpointer user_data, GError **error)
{
  g_autoptr (KliRow) row = gather_two (edit);

  return TRUE;
}

static gboolean
gather_and_load (KliEdit *edit, gpointer user_data, GError **error)
{
  g_autoptr (KliRow) row = gather_two (edit);
  g_autoptr (KliRow) loaded = kli_connection_load (kli_edit_get_connection (edit), row->kind, row->id + 1, error);

  g_assert_null (loaded); /* another failure: there is none */

  return FALSE;
}

static gboolean
gather_and_refuse (KliEdit *edit, gpointer user_data, GError **error)
{
  g_autoptr (KliRow) row = gather_two (edit);

  kli_edit_get_connection (edit);

  return FALSE; /* without saying why */
}

static gboolean
gather_and_go_on (KliEdit *edit, gpointer user_data, GError **error)
{
  g_autoptr (KliRow) row = gather_two (edit);
  g_autoptr (KliRow) next = kli_row_new (&kli_contact_kind);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("photo", 5);

  kli_edit_get_connection (edit);
  g_assert_null (kli_edit_keep_content (edit, bytes, NULL));
  g_assert_false (kli_edit_insert (edit, next, error));

  return TRUE;
}

/* Whatever came of it, what is told is why the two could not be written. */
static void
test_gather_fails (Fixture *fixture, gconstpointer func)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (kli_store_edit (fixture->store, "import", 0, *(const KliEditFunc *)func, NULL, &error), ==, -1);
  g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "UNIQUE constraint failed: contact.id"));
  g_assert_cmpint (store_fixture_count_people (fixture->store), ==, 0);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

#define add(name, func) g_test_add ("/store/edit/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    KliEditFunc func;
  } failing[] = {
    { "fails", gather_twice },
    { "fails-load", gather_and_load },
    { "fails-refuse", gather_and_refuse },
    { "fails-insert", gather_and_go_on },
  };

  store_fixture_init (&argc, &argv);

  add ("sync", test_sync);
  add ("nothing-different", test_nothing_different);
  add ("refused", test_refused);
  add ("bad-text", test_bad_text);
  add ("missing", test_missing);
  add ("async", test_async);
  add ("cancel", test_cancel);
  add ("closed", test_closed);
  add ("close-waits", test_close_waits);
  add ("read-async", test_read_async);
  add ("gather", test_gather);
  add ("gather-changeset", test_gather_changeset);
  for (guint i = 0; i < G_N_ELEMENTS (failing); i++)
    {
      g_autofree char *name = g_strconcat ("/store/edit/gather-", failing[i].name, NULL);

      g_test_add (name, Fixture, &failing[i].func, set_up, test_gather_fails, tear_down);
    }

  return g_test_run ();
}
