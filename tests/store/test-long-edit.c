/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits of many records: one transaction or many, one entry of the history, progress, cancel, continue, undo. */
#include "long-fixture.h"
#include "store-fixture.h"

#include "store/kli-edit-private.h"

#define PEOPLE 110

typedef struct
{
  char *folder;
  KliStore *store;
  GArray *ids;
  char *before; /* the people as they were */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  kli_long_edit_tune (FIXTURE_MIN, FIXTURE_BATCH);
  fixture->folder = store_fixture_make_folder ();
  fixture->store = store_fixture_open (fixture->folder, "test.db");
  fixture->ids = long_fixture_add_people (fixture->store, PEOPLE);
  fixture->before = long_fixture_print (fixture->store);
}

static void
restart (Fixture *fixture)
{
  kli_store_close (fixture->store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&fixture->store);
  fixture->store = store_fixture_open (fixture->folder, "test.db");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  long_fixture_check (fixture->store);
  kli_store_close (fixture->store);
  g_clear_object (&fixture->store);
  store_fixture_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->before);
  g_array_unref (fixture->ids);
}

static void
assert_as_before (Fixture *fixture)
{
  g_autofree char *now = long_fixture_print (fixture->store);

  g_assert_cmpstr (now, ==, fixture->before);
}

/* As if nobody had interrupted it: everybody is renamed and has two phones. */
static void
assert_renamed (Fixture *fixture)
{
  g_autofree char *now = long_fixture_print (fixture->store);
  g_auto (GStrv) lines = g_strsplit (now, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, PEOPLE);
  for (guint i = 0; lines[i] != NULL; i++)
    if (!g_str_has_prefix (lines[i], "Renamed ") || !g_str_has_suffix (lines[i], ": 2 phones"))
      g_error ("“%s” is not what the edit makes", lines[i]);
}

static gpointer
history_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_history_read_list (connection, 0, 100, error);
}

/* The verbs and states of the history, oldest first. */
static void
assert_history (Fixture *fixture, const char *expected)
{
  g_autoptr (GPtrArray) entries = kli_store_read (fixture->store, history_func, NULL, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = entries->len; i > 0; i--)
    {
      const KliHistoryEntry *entry = g_ptr_array_index (entries, i - 1);

      g_string_append_printf (text, "%s %s (%u); ", entry->verb, entry->state, entry->n_changes);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static gint64
run (KliLongEdit *edit)
{
  g_autoptr (GError) error = NULL;
  gint64 id = kli_long_edit_run (edit, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  g_assert_cmpuint (kli_long_edit_get_done (edit), ==, kli_long_edit_get_total (edit));

  return id;
}

static void
count_cb (KliStore *store, KliChanges *changes, gpointer user_data)
{
  (*(guint *)user_data)++;
}

static void
test_small (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliLongEdit) edit = NULL;
  guint n_commits = 0;

  kli_long_edit_tune (PEOPLE, FIXTURE_BATCH);
  edit = long_fixture_rename (fixture->store, fixture->ids);
  g_signal_connect (fixture->store, "changed", G_CALLBACK (count_cb), &n_commits);
  run (edit);
  assert_renamed (fixture);
  assert_history (fixture, "import done (220); bulk-test done (220); ");
  g_assert_cmpuint (n_commits, ==, 1);
}

static void
test_batches (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliLongEdit) edit = long_fixture_rename (fixture->store, fixture->ids);
  guint n_commits = 0;
  gint64 entry;

  g_signal_connect (fixture->store, "changed", G_CALLBACK (count_cb), &n_commits);
  entry = run (edit);
  assert_renamed (fixture);
  assert_history (fixture, "import done (220); bulk-test done (220); ");
  g_assert_cmpuint (n_commits, ==, (PEOPLE + FIXTURE_BATCH - 1) / FIXTURE_BATCH);
  g_assert_null (long_fixture_read_unfinished (fixture->store));

  g_assert_cmpint (kli_undo (fixture->store, entry, FALSE, NULL), >, 0);
  assert_as_before (fixture);
  assert_history (fixture, "import done (220); bulk-test done (220); undo done (220); ");
}

static void
test_redo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliLongEdit) edit = long_fixture_rename (fixture->store, fixture->ids);
  g_autoptr (GError) error = NULL;
  gint64 undo = kli_undo (fixture->store, run (edit), FALSE, &error);

  g_assert_no_error (error);
  undo = kli_undo (fixture->store, undo, FALSE, &error);
  g_assert_no_error (error);
  assert_renamed (fixture);
  g_assert_cmpint (kli_undo (fixture->store, undo, FALSE, &error), >, 0);
  g_assert_no_error (error);
  assert_as_before (fixture);
}

/* --- others edit meanwhile ------------------------------------------------------------------------------- */

typedef struct
{
  Fixture *fixture;
  gint64 id;
  guint done_by_then; /* of the long edit, when the other was acknowledged */
  KliLongEdit *edit;
} Other;

static gboolean
rename_other_func (KliEdit *edit, gpointer user_data, GError **error)
{
  Other *other = user_data;
  g_autoptr (KliRow) person = kli_row_new (&kli_contact_kind);

  kli_row_set_text (person, KLI_CONTACT_KIND, "person");
  kli_row_set_text (person, KLI_CONTACT_NAME, "In between");
  if (!kli_edit_insert (edit, person, error))
    return FALSE;
  other->id = person->id;

  return TRUE;
}

static void
other_edited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Other *other = user_data;

  g_assert_cmpint (kli_store_edit_finish (KLI_STORE (source), result, NULL), >, 0);
  other->done_by_then = kli_long_edit_get_done (other->edit);
}

static void
edit_in_between_cb (KliStore *store, KliChanges *changes, gpointer user_data)
{
  Other *other = user_data;

  if (other->edit != NULL && other->id == 0)
    kli_store_edit_async (store, "contact-new", 0, rename_other_func, other, NULL, NULL, other_edited_cb, other);
  g_signal_handlers_disconnect_by_func (store, edit_in_between_cb, user_data);
}

static void
test_others (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliLongEdit) edit = long_fixture_rename (fixture->store, fixture->ids);
  Other other = { fixture, 0, G_MAXUINT, edit };

  g_signal_connect (fixture->store, "changed", G_CALLBACK (edit_in_between_cb), &other);
  run (edit);
  g_assert_cmpuint (other.done_by_then, <, PEOPLE);
  assert_history (fixture, "import done (220); bulk-test done (220); contact-new done (1); ");
}

/* A card that somebody changes while the undo runs is left as it is now. */
static void
test_undo_leaves_touched (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliLongEdit) edit = long_fixture_rename (fixture->store, fixture->ids);
  gint64 entry = run (edit);
  gint64 last = g_array_index (fixture->ids, gint64, PEOPLE - 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  store_fixture_rename (fixture->store, last, "Somebody else", NULL);
  g_assert_cmpint (kli_undo (fixture->store, entry, FALSE, &error), ==, -1);
  g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_cmpint (kli_undo (fixture->store, entry, TRUE, &error), >, 0);
  g_assert_no_error (error);
  name = store_fixture_get_name (fixture->store, last);
  g_assert_cmpstr (name, ==, "Somebody else");
}

/* --- stopping -------------------------------------------------------------------------------------------- */

typedef struct
{
  KliLongEdit *edit;
  guint after; /* records done */
  void (*func) (KliLongEdit *edit);
} Stop;

static void
stop_cb (KliLongEdit *edit, gpointer user_data)
{
  Stop *stop = user_data;

  if (kli_long_edit_get_done (edit) >= stop->after && kli_long_edit_get_done (edit) < kli_long_edit_get_total (edit))
    stop->func (edit);
}

static void
close_store (KliLongEdit *edit)
{
  kli_store_close (kli_long_edit_get_store (edit));
}

/* Runs @edit until so many records are done, and does @func to it. */
static void
run_until (KliLongEdit *edit, guint after, void (*func) (KliLongEdit *edit), GError **error)
{
  Stop stop = { edit, after, func };

  g_signal_connect (edit, "progressed", G_CALLBACK (stop_cb), &stop);
  g_assert_cmpint (kli_long_edit_run (edit, error), ==, -1);
  g_signal_handlers_disconnect_by_data (edit, &stop);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliLongEdit) edit = long_fixture_rename (fixture->store, fixture->ids);
  g_autoptr (GError) error = NULL;

  run_until (edit, 40, kli_long_edit_cancel, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_as_before (fixture);
  g_assert_null (long_fixture_read_unfinished (fixture->store));
}

static void
test_cancel_at_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliLongEdit) edit = long_fixture_rename (fixture->store, fixture->ids);
  g_autoptr (GError) error = NULL;

  kli_long_edit_cancel (edit);
  g_assert_cmpint (kli_long_edit_run (edit, &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_as_before (fixture);
  assert_history (fixture, "import done (220); ");
}

static void
stop_half_way (Fixture *fixture, KliLongEdit *edit)
{
  g_autoptr (GError) error = NULL;

  run_until (edit, 40, close_store, &error);
  g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_CLOSED);
  restart (fixture);
}

static void
test_continue (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliLongEdit) edit = long_fixture_rename (fixture->store, fixture->ids);
  g_autoptr (KliLongEdit) rest = NULL;
  g_autoptr (KliUnfinished) unfinished = NULL;

  stop_half_way (fixture, edit);
  g_clear_object (&edit);
  unfinished = long_fixture_read_unfinished (fixture->store);
  g_assert_nonnull (unfinished);
  g_assert_cmpuint (unfinished->done, >=, 40);
  g_assert_cmpuint (unfinished->total, ==, PEOPLE);
  g_assert_cmpstr (unfinished->entry->state, ==, "running");

  rest = long_fixture_continue (fixture->store, unfinished);
  run (rest);
  assert_renamed (fixture);
  assert_history (fixture, "import done (220); bulk-test done (220); ");
}

static void
test_undo_stopped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliLongEdit) edit = long_fixture_rename (fixture->store, fixture->ids);
  g_autoptr (KliUnfinished) unfinished = NULL;
  g_autoptr (KliUndoPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  stop_half_way (fixture, edit);
  unfinished = long_fixture_read_unfinished (fixture->store);
  plan = kli_undo_plan (fixture->store, KLI_UNDO_ENTRY, unfinished->entry->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plan->n_free, ==, 2 * unfinished->done);
  g_assert_cmpint (kli_undo (fixture->store, unfinished->entry->id, TRUE, &error), >, 0);
  g_assert_no_error (error);
  assert_as_before (fixture);
  g_assert_null (long_fixture_read_unfinished (fixture->store));
}

/* An undo that was stopped goes on, too, and keeps what it was to keep. */
static void
test_continue_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliLongEdit) edit = long_fixture_rename (fixture->store, fixture->ids);
  gint64 entry = run (edit);
  g_autoptr (KliUnfinished) unfinished = NULL;
  g_autoptr (KliLongEdit) undo = NULL;
  g_autoptr (KliLongEdit) rest = NULL;

  undo = long_fixture_undo (fixture->store, entry);
  stop_half_way (fixture, undo);
  unfinished = long_fixture_read_unfinished (fixture->store);
  g_assert_cmpstr (unfinished->entry->verb, ==, "undo");
  rest = long_fixture_continue (fixture->store, unfinished);
  run (rest);
  assert_as_before (fixture);
}

/* Ids go on from the newest, even when the clock has gone back since. */
static void
test_ids (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliLongEdit) edit = long_fixture_rename (fixture->store, fixture->ids);
  gint64 entry = run (edit);
  gint64 highest;

  restart (fixture);
  highest = kli_store_get_first_id (fixture->store);
  g_assert_cmpint (highest, >, entry);
}

#define ADD(name, func) g_test_add ("/store/long-edit/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);
  ADD ("small", test_small);
  ADD ("batches", test_batches);
  ADD ("redo", test_redo);
  ADD ("others", test_others);
  ADD ("undo-leaves-touched", test_undo_leaves_touched);
  ADD ("cancel", test_cancel);
  ADD ("cancel-at-once", test_cancel_at_once);
  ADD ("continue", test_continue);
  ADD ("undo-stopped", test_undo_stopped);
  ADD ("continue-undo", test_continue_undo);
  ADD ("ids", test_ids);

  return g_test_run ();
}
