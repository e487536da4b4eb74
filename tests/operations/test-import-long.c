/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import in many transactions comes to what it comes to in one, whatever happens between them. */
#include "import-fixture.h"
#include "operation-fixture.h"

#include "../store/long-fixture.h"
#include "../store/store-fixture.h"
#include "operations/kli-trash.h"
#include "store/kli-history.h"

#define CYCLES 12
#define CARDS 120

static void
set_up (Fixture *fixture, gconstpointer data)
{
  kli_long_edit_tune (IMPORT_FIXTURE_MIN, IMPORT_FIXTURE_BATCH);
  fixture_set_up (fixture, data);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  long_fixture_check (fixture->store);
  g_assert_null (long_fixture_read_unfinished (fixture->store));
  fixture_tear_down (fixture, data);
  kli_long_edit_tune (KLI_LONG_EDIT_MIN, KLI_LONG_EDIT_BATCH);
}

static void
restart (Fixture *fixture)
{
  kli_store_close (fixture->store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&fixture->store);
  fixture->store = store_fixture_open (fixture->folder, "klientela.db");
}

static void
assert_prints (Fixture *fixture, const char *expected)
{
  g_autofree char *now = import_fixture_print (fixture->store);

  g_assert_cmpstr (now, ==, expected);
}

/* --- the same as in one transaction ------------------------------------------------------------------- */

typedef struct
{
  guint32 seed;
  gboolean company_as_text;
  gboolean restore;
} Way;

static GPtrArray *
make_cards (const Way *way)
{
  return import_fixture_make_cards (way->seed, CARDS);
}

static KliImport *
new_import (const Way *way)
{
  g_autoptr (GPtrArray) cards = make_cards (way);

  return import_fixture_new (cards, way->company_as_text, way->restore);
}

/* What the store and the results are after an import in one transaction. */
static void
import_at_once (const Way *way, char **store, char **results)
{
  Fixture fixture = { NULL };
  g_autoptr (KliImport) import = new_import (way);

  kli_long_edit_tune (KLI_LONG_EDIT_MIN, KLI_LONG_EDIT_BATCH);
  fixture_set_up (&fixture, NULL);
  import_fixture_fill (fixture.store, way->seed + 1000);
  g_assert_cmpint (fixture_run_long (kli_import_begin (import, fixture.store)), >, 0);
  *store = import_fixture_print (fixture.store);
  *results = import_fixture_print_results (import);
  fixture_tear_down (&fixture, NULL);
  kli_long_edit_tune (IMPORT_FIXTURE_MIN, IMPORT_FIXTURE_BATCH);
}

static KliImport *
resume (const KliUnfinished *unfinished, GPtrArray *cards, GError **error)
{
  g_autoptr (KliCardPile) pile = import_fixture_pile (cards);

  return kli_import_resume (unfinished, pile, error);
}

/* Something to compare with is worth nothing when nothing of each kind happens. */
static void
assert_colourful (const KliImport *import)
{
  g_assert_cmpuint (kli_import_count (import, KLI_IMPORT_NEW), >, 2 * IMPORT_FIXTURE_BATCH);
  g_assert_cmpuint (kli_import_count (import, KLI_IMPORT_CHANGED), >, 0);
  g_assert_cmpuint (kli_import_count (import, KLI_IMPORT_REFUSED), >, 0);
  g_assert_cmpuint (kli_import_count_organisations (import), >, 0);
}

static void
compare_ways (const Way *way)
{
  Fixture fixture = { NULL };
  g_autoptr (KliImport) import = new_import (way);
  g_autoptr (KliLongEdit) edit = NULL;
  g_autofree char *store = NULL;
  g_autofree char *results = NULL;
  g_autofree char *before = NULL;
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;
  gint64 entry;

  import_at_once (way, &store, &results);
  set_up (&fixture, NULL);
  import_fixture_fill (fixture.store, way->seed + 1000);
  before = import_fixture_print (fixture.store);
  edit = kli_import_begin (import, fixture.store);
  entry = import_fixture_run (edit);
  g_assert_cmpint (entry, >, 0);
  found = import_fixture_print_results (import);
  g_assert_cmpstr (found, ==, results);
  assert_prints (&fixture, store);
  if (!way->company_as_text)
    assert_colourful (import);

  g_assert_cmpint (kli_undo (fixture.store, entry, FALSE, &error), >, 0);
  g_assert_no_error (error);
  assert_prints (&fixture, before);
  tear_down (&fixture, NULL);
}

static void
test_equal (void)
{
  guint cycles = store_fixture_cycles (CYCLES);

  for (guint i = 0; i < cycles; i++)
    {
      const Way way = { g_test_rand_int_range (0, 1000000), i % 3 == 2, i % 2 == 1 };

      g_test_message ("seed %u", way.seed);
      compare_ways (&way);
    }
}

/* --- stopping ----------------------------------------------------------------------------------------- */

typedef struct
{
  Fixture *fixture;
  void (*func) (Fixture *fixture, KliLongEdit *edit);
} Stop;

static void
progressed_cb (KliLongEdit *edit, gpointer user_data)
{
  const Stop *stop = user_data;

  if (kli_long_edit_get_entry (edit) != 0 && kli_long_edit_get_done (edit) >= 2 * IMPORT_FIXTURE_BATCH
      && kli_long_edit_get_done (edit) < kli_long_edit_get_total (edit))
    stop->func (stop->fixture, edit);
}

static void
cancel (Fixture *fixture, KliLongEdit *edit)
{
  kli_long_edit_cancel (edit);
}

static void
close_store (Fixture *fixture, KliLongEdit *edit)
{
  kli_store_close (fixture->store);
}

static void
stop_half_way (Fixture *fixture, KliImport *import, void (*func) (Fixture *, KliLongEdit *))
{
  g_autoptr (KliLongEdit) edit = kli_import_begin (import, fixture->store);
  Stop stop = { fixture, func };

  g_signal_connect (edit, "progressed", G_CALLBACK (progressed_cb), &stop);
  g_assert_cmpint (kli_long_edit_run (edit, NULL), ==, -1);
  g_signal_handlers_disconnect_by_data (edit, &stop);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  const Way way = { 17, FALSE, TRUE };
  g_autoptr (KliImport) import = new_import (&way);
  g_autofree char *before = NULL;

  import_fixture_fill (fixture->store, way.seed + 1000);
  before = import_fixture_print (fixture->store);
  stop_half_way (fixture, import, cancel);
  assert_prints (fixture, before);
}

/* It goes on as if it had never stopped, however it is called by then. */
static void
test_continue (Fixture *fixture, gconstpointer data)
{
  const Way way = { 17, FALSE, TRUE };
  g_autoptr (KliImport) import = new_import (&way);
  g_autoptr (KliImport) rest = NULL;
  g_autoptr (KliUnfinished) unfinished = NULL;
  g_autoptr (GPtrArray) cards = make_cards (&way);
  g_autoptr (GVariant) origin = NULL;
  g_autoptr (KliLongEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *store = NULL;
  g_autofree char *results = NULL;
  g_autofree char *found = NULL;

  import_at_once (&way, &store, &results);
  import_fixture_fill (fixture->store, way.seed + 1000);
  stop_half_way (fixture, import, close_store);
  restart (fixture);
  unfinished = long_fixture_read_unfinished (fixture->store);
  g_assert_nonnull (unfinished);
  g_assert_cmpuint (unfinished->total, ==, CARDS);
  origin = kli_import_get_origin (unfinished);
  g_assert_cmpstr (g_variant_get_string (origin, NULL), ==, "a test");

  rest = resume (unfinished, cards, &error);
  g_assert_no_error (error);
  edit = kli_import_continue (rest, fixture->store, unfinished);
  g_assert_cmpint (import_fixture_run (edit), ==, unfinished->entry->id);
  found = import_fixture_print_results (rest);
  g_assert_cmpstr (found, ==, results);
  assert_prints (fixture, store);
}

/* Other cards are not taken for those that were read, and what was done goes back. */
static void
test_other_cards (Fixture *fixture, gconstpointer data)
{
  const Way way = { 17, FALSE, TRUE };
  g_autoptr (KliImport) import = new_import (&way);
  g_autoptr (KliUnfinished) unfinished = NULL;
  g_autoptr (GPtrArray) fewer = import_fixture_make_cards (way.seed, CARDS - 1);
  g_autoptr (GPtrArray) others = import_fixture_make_cards (way.seed + 1, CARDS);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;

  import_fixture_fill (fixture->store, way.seed + 1000);
  before = import_fixture_print (fixture->store);
  stop_half_way (fixture, import, close_store);
  restart (fixture);
  unfinished = long_fixture_read_unfinished (fixture->store);
  g_assert_null (resume (unfinished, fewer, &error));
  g_assert_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (resume (unfinished, others, &error));
  g_assert_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_cmpint (kli_undo (fixture->store, unfinished->entry->id, TRUE, &error), >, 0);
  g_assert_no_error (error);
  assert_prints (fixture, before);
}

/* --- others edit meanwhile ---------------------------------------------------------------------------- */

static gint64 thrown_away;
static gint64 changed;

static void
edit_in_between (Fixture *fixture, KliLongEdit *edit)
{
  if (thrown_away == 0)
    return;

  kli_operation_run_async (kli_trash (&kli_contact_kind, &thrown_away, 1), fixture->store, NULL, NULL, NULL);
  kli_operation_run_async (kli_set_record (&kli_contact_kind, changed, fixture_assign ("nickname=Kasia", NULL)),
                           fixture->store, NULL, NULL, NULL);
  thrown_away = 0;
}

/* A card for whom somebody did something else meanwhile: who is thrown away stays there; what was typed stays beside
 * what the file says. */
static void
test_others (Fixture *fixture, gconstpointer data)
{
  const Way way = { 23, TRUE, FALSE };
  g_autoptr (GPtrArray) cards = make_cards (&way);
  g_autoptr (KliImport) import = NULL;
  g_autoptr (KliLongEdit) edit = NULL;
  Stop stop = { fixture, edit_in_between };
  g_autoptr (KliWhole) whole = NULL;
  KliCard *late[2];
  gint64 ids[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *line = g_strdup_printf ("name=Późna Osoba %u ; phone+=600 700 80%u", i, i);

      ids[i] = fixture_new (fixture, &kli_contact_kind, line);
      late[i] = g_ptr_array_index (cards, CARDS - 1 - i);
      kli_row_set_text (late[i]->contact, KLI_CONTACT_KIND, "person");
      kli_row_set_text (late[i]->contact, KLI_CONTACT_NOTE, "from the file");
    }
  kli_row_set_text (late[0]->contact, KLI_CONTACT_NAME, "Późna Osoba 0");
  kli_row_set_text (late[1]->contact, KLI_CONTACT_NAME, "Późna Osoba 1");
  kli_card_add_point (late[0], "phone", "600 700 800", "");
  kli_card_add_point (late[1], "phone", "600 700 801", "");
  thrown_away = ids[0];
  changed = ids[1];

  import = import_fixture_of (cards, NULL);
  edit = kli_import_begin (import, fixture->store);
  g_signal_connect (edit, "progressed", G_CALLBACK (progressed_cb), &stop);
  import_fixture_run (edit);
  g_signal_handlers_disconnect_by_data (edit, &stop);
  g_assert_cmpint (thrown_away, ==, 0);

  whole = fixture_read (fixture, &kli_contact_kind, ids[0]);
  g_assert_cmpint (kli_whole_get_root (whole)->deleted_at, !=, 0);
  g_assert_cmpstr (kli_row_get_text (kli_whole_get_root (whole), KLI_CONTACT_NOTE), ==, "");
  fixture_assert_text (fixture, &kli_contact_kind, ids[1], KLI_CONTACT_NICKNAME, "Kasia");
  fixture_assert_text (fixture, &kli_contact_kind, ids[1], KLI_CONTACT_NOTE, "from the file");
}

#define ADD(path, func) g_test_add ("/import-long/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);
  g_test_add_func ("/import-long/equal", test_equal);
  ADD ("cancel", test_cancel);
  ADD ("continue", test_continue);
  ADD ("other-cards", test_other_cards);
  ADD ("others", test_others);

  return g_test_run ();
}
