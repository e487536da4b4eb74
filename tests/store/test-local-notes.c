/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts and recently opened records. */
#include "store-fixture.h"

#include "store/kli-local-notes.h"

typedef struct
{
  char *folder;
  KliStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = store_fixture_make_folder ();
  fixture->store = store_fixture_open (fixture->folder, "test.db");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  store_fixture_remove (fixture->folder);
  g_free (fixture->folder);
}

static void
assert_drafts (Fixture *fixture, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GPtrArray) drafts = NULL;

  kli_store_settle (fixture->store);
  drafts = kli_unsaved_list (fixture->store, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < drafts->len; i++)
    {
      const KliUnsaved *draft = g_ptr_array_index (drafts, i);

      g_string_append_printf (found, "%" G_GINT64_FORMAT ".%s=%s;", draft->owner, draft->field, draft->text);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_drafts (Fixture *fixture, gconstpointer data)
{
  assert_drafts (fixture, "");
  kli_unsaved_keep (fixture->store, 7, "note", "half a sen");
  kli_unsaved_keep (fixture->store, 7, "note", "half a sentence");
  kli_unsaved_keep (fixture->store, 7, "phone", "+48");
  kli_unsaved_keep (fixture->store, 8, "name", "Ła");
  assert_drafts (fixture, "7.note=half a sentence;7.phone=+48;8.name=Ła;");

  kli_unsaved_drop (fixture->store, 7, "phone");
  assert_drafts (fixture, "7.note=half a sentence;8.name=Ła;");

  kli_store_close (fixture->store);
  g_clear_object (&fixture->store);
  fixture->store = store_fixture_open (fixture->folder, "test.db");
  assert_drafts (fixture, "7.note=half a sentence;8.name=Ła;");

  kli_unsaved_drop (fixture->store, 7, NULL);
  assert_drafts (fixture, "8.name=Ła;");
}

static void
test_recent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;

  for (gint64 id = 1; id <= 60; id++)
    kli_recent_note (fixture->store, id);
  kli_store_settle (fixture->store);
  ids = kli_recent_list (fixture->store, 1000, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 50); /* it does not grow for ever */
  g_clear_pointer (&ids, g_array_unref);

  ids = kli_recent_list (fixture->store, 5, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 5);
}

#define add(name, func) g_test_add ("/store/local-notes/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);

  add ("drafts", test_drafts);
  add ("recent", test_recent);

  return g_test_run ();
}
