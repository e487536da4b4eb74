/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo as a person meets them: one short story a test. */
#include "history-fixture.h"
#include "store-fixture.h"

#include <string.h>

static gint64
undo (Fixture *fixture, gint64 entry)
{
  g_autoptr (GError) error = NULL;
  gint64 id = kli_undo (fixture->store, entry, FALSE, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);

  return id;
}

static void
refuse_undo (Fixture *fixture, gint64 entry, gboolean rest, KliStoreError code)
{
  g_autofree char *before = fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (kli_undo (fixture->store, entry, rest, &error), ==, -1);
  g_assert_error (error, KLI_STORE_ERROR, (int)code);
  after = fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

static KliUndoPlan *
plan (Fixture *fixture, KliUndoWhich which, gint64 entry)
{
  g_autoptr (GError) error = NULL;
  KliUndoPlan *result = kli_undo_plan (fixture->store, which, entry, &error);

  g_assert_no_error (error);

  return result;
}

/* What Ctrl+Z (or Ctrl+Shift+Z) would take: 0 when there is nothing. */
static gint64
meant (Fixture *fixture, KliUndoWhich which)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KliUndoPlan) result = kli_undo_plan (fixture->store, which, 0, &error);

  if (result == NULL)
    g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_NOT_FOUND);

  return result != NULL ? result->entry->id : 0;
}

static void
test_update (void)
{
  Fixture fixture = { 0 };
  g_autoptr (KliRow) person = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (KliHistoryEntry) first = NULL;
  g_autoptr (KliHistoryEntry) second = NULL;
  gint64 edit, back, forth;

  fixture_open (&fixture);
  person = fixture_person (&fixture, "Łucja Żak");
  fixture_put (&fixture, "contact-new", person, NULL);
  before = fixture_dump (&fixture);
  kli_row_set_text (person, KLI_CONTACT_NOTE, "likes tea");
  edit = fixture_put (&fixture, "contact-set", person, NULL);
  after = fixture_dump (&fixture);

  back = undo (&fixture, edit);
  undone = fixture_dump (&fixture);
  g_assert_cmpstr (undone, ==, before);
  first = fixture_entry (&fixture, back);
  g_assert_cmpstr (first->verb, ==, "undo");
  g_assert_cmpstr (first->origin_verb, ==, "contact-set");
  g_assert_cmpint (first->undoes, ==, edit);
  g_assert_cmpint (first->subject, ==, person->id);
  g_assert_cmpstr (first->subject_name, ==, "Łucja Żak");

  forth = undo (&fixture, back);
  redone = fixture_dump (&fixture);
  g_assert_cmpstr (redone, ==, after);
  second = fixture_entry (&fixture, forth);
  g_assert_cmpstr (second->verb, ==, "redo");
  g_assert_cmpstr (second->origin_verb, ==, "contact-set");
  g_assert_cmpint (second->undoes, ==, back);
  fixture_close (&fixture);
}

static void
test_creation (void)
{
  Fixture fixture = { 0 };
  g_autoptr (KliRow) person = NULL;
  g_autoptr (KliRow) phone = NULL;
  g_autoptr (KliRow) gone = NULL;
  g_autoptr (KliRow) gone_phone = NULL;
  g_autofree char *after = NULL;
  g_autofree char *redone = NULL;
  gint64 edit, back;

  fixture_open (&fixture);
  person = fixture_person (&fixture, "Budi");
  phone = fixture_phone (&fixture, person, "0812");
  edit = fixture_put (&fixture, "contact-new", person, phone, NULL);
  after = fixture_dump (&fixture);

  back = undo (&fixture, edit);
  gone = fixture_load (&fixture, &kli_contact_kind, person->id);
  gone_phone = fixture_load (&fixture, &kli_contact_point_kind, phone->id);
  g_assert_cmpint (gone->deleted_at, >, 0); /* marked, not removed */
  g_assert_cmpint (gone_phone->deleted_at, ==, gone->deleted_at);

  undo (&fixture, back);
  redone = fixture_dump (&fixture);
  g_assert_cmpstr (redone, ==, after);
  fixture_close (&fixture);
}

static void
test_later_edit_of_the_column (void)
{
  Fixture fixture = { 0 };
  g_autoptr (KliRow) person = NULL;
  g_autoptr (KliUndoPlan) result = NULL;
  gint64 edit;

  fixture_open (&fixture);
  person = fixture_person (&fixture, "A");
  fixture_put (&fixture, "contact-new", person, NULL);
  kli_row_set_text (person, KLI_CONTACT_NOTE, "one");
  edit = fixture_put (&fixture, "contact-set", person, NULL);
  kli_row_set_text (person, KLI_CONTACT_NOTE, "two");
  fixture_put (&fixture, "contact-set", person, NULL);

  result = plan (&fixture, KLI_UNDO_ENTRY, edit);
  g_assert_cmpuint (result->n_free, ==, 0);
  g_assert_cmpuint (result->n_touched, ==, 1);
  g_assert_cmpuint (result->touched->len, ==, 1);
  g_assert_cmpint (*(gint64 *)g_ptr_array_index (result->touched, 0), ==, person->id);
  refuse_undo (&fixture, edit, FALSE, KLI_STORE_ERROR_CONFLICT);
  refuse_undo (&fixture, edit, TRUE, KLI_STORE_ERROR_CONFLICT); /* nothing is left to do */
  fixture_close (&fixture);
}

static void
test_later_edit_of_another_column (void)
{
  Fixture fixture = { 0 };
  g_autoptr (KliRow) person = NULL;
  g_autoptr (KliRow) present = NULL;
  gint64 edit;

  fixture_open (&fixture);
  person = fixture_person (&fixture, "A");
  fixture_put (&fixture, "contact-new", person, NULL);
  kli_row_set_text (person, KLI_CONTACT_NOTE, "one");
  edit = fixture_put (&fixture, "contact-set", person, NULL);
  kli_row_set_text (person, KLI_CONTACT_NAME, "B");
  fixture_put (&fixture, "contact-set", person, NULL);

  undo (&fixture, edit);
  present = fixture_load (&fixture, &kli_contact_kind, person->id);
  g_assert_cmpstr (kli_row_get_text (present, KLI_CONTACT_NOTE), ==, "");
  g_assert_cmpstr (kli_row_get_text (present, KLI_CONTACT_NAME), ==, "B");
  fixture_close (&fixture);
}

/* A person who got a phone later cannot vanish with it. */
static void
test_later_part (void)
{
  Fixture fixture = { 0 };
  g_autoptr (KliRow) person = NULL;
  g_autoptr (KliRow) other = NULL;
  g_autoptr (KliRow) phone = NULL;
  g_autoptr (KliUndoPlan) result = NULL;
  g_autoptr (KliRow) stays = NULL;
  g_autoptr (KliRow) goes = NULL;
  gint64 edit, later;
  g_autoptr (GError) error = NULL;

  fixture_open (&fixture);
  person = fixture_person (&fixture, "A");
  other = fixture_person (&fixture, "B");
  edit = fixture_put (&fixture, "import", person, other, NULL);
  phone = fixture_phone (&fixture, person, "1");
  later = fixture_put (&fixture, "point-add", phone, NULL);

  result = plan (&fixture, KLI_UNDO_ENTRY, edit);
  g_assert_cmpuint (result->n_free, ==, 1);
  g_assert_cmpuint (result->n_touched, ==, 1);
  g_assert_cmpint (*(gint64 *)g_ptr_array_index (result->touched, 0), ==, person->id);
  refuse_undo (&fixture, edit, FALSE, KLI_STORE_ERROR_CONFLICT);

  g_assert_cmpint (kli_undo (fixture.store, edit, TRUE, &error), >, 0);
  stays = fixture_load (&fixture, &kli_contact_kind, person->id);
  goes = fixture_load (&fixture, &kli_contact_kind, other->id);
  g_assert_cmpint (stays->deleted_at, ==, 0);
  g_assert_cmpint (goes->deleted_at, >, 0);

  g_clear_pointer (&result, kli_undo_plan_free);
  result = plan (&fixture, KLI_UNDO_ENTRY, later); /* that part by itself can still be taken back */
  g_assert_cmpuint (result->n_free, ==, 1);
  fixture_close (&fixture);
}

/* What an import made is one thing with its parts; what others stand beside it is not. */
static void
test_kept_with_its_parts (void)
{
  Fixture fixture = { 0 };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_row_free);
  KliRow *organisation, *people[3], *phones[3], *affiliations[3];
  g_autoptr (KliUndoPlan) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 edit;

  fixture_open (&fixture);
  organisation = fixture_person (&fixture, "Acme");
  g_ptr_array_add (rows, organisation);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      people[i] = fixture_person (&fixture, "somebody");
      phones[i] = fixture_phone (&fixture, people[i], "1");
      affiliations[i] = fixture_row (&fixture, &kli_affiliation_kind);
      kli_row_set_integer (affiliations[i], KLI_AFFILIATION_PERSON, people[i]->id);
      kli_row_set_integer (affiliations[i], KLI_AFFILIATION_ORGANISATION, organisation->id);
      g_ptr_array_add (rows, people[i]);
      g_ptr_array_add (rows, phones[i]);
      g_ptr_array_add (rows, affiliations[i]);
    }
  edit = fixture_put_all (&fixture, "import", 0, rows);

  kli_row_set_text (phones[1], KLI_CONTACT_POINT_VALUE, "22");
  fixture_put (&fixture, "point-set", phones[1], NULL);

  /* The phone keeps its person, who keeps the affiliation, which keeps the organisation. */
  result = plan (&fixture, KLI_UNDO_ENTRY, edit);
  g_assert_cmpuint (result->n_touched, ==, 4);
  g_assert_cmpuint (result->n_free, ==, 6);
  g_assert_cmpint (kli_undo (fixture.store, edit, TRUE, &error), >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (KliRow) person = fixture_load (&fixture, &kli_contact_kind, people[i]->id);
      g_autoptr (KliRow) affiliation = fixture_load (&fixture, &kli_affiliation_kind, affiliations[i]->id);

      g_assert_true ((person->deleted_at == 0) == (i == 1));
      g_assert_true ((affiliation->deleted_at == 0) == (i == 1));
    }
  fixture_close (&fixture);
}

#define N_IMPORTED 1000

static void
test_import (void)
{
  Fixture fixture = { 0 };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_row_free);
  g_autoptr (KliUndoPlan) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KliRow) renamed = NULL;
  g_autofree char *before = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  gint64 edit, back;

  fixture_open (&fixture);
  for (guint i = 0; i < N_IMPORTED; i++)
    {
      g_autofree char *name = g_strdup_printf ("Imported %u", i);

      g_ptr_array_add (rows, fixture_person (&fixture, name));
      g_ptr_array_add (rows, fixture_phone (&fixture, g_ptr_array_index (rows, rows->len - 1), name));
    }
  edit = fixture_put_all (&fixture, "import", 0, rows);
  renamed = kli_row_copy (g_ptr_array_index (rows, 400));
  kli_row_set_text (renamed, KLI_CONTACT_NAME, "Renamed by hand");
  fixture_put (&fixture, "contact-set", renamed, NULL);
  before = fixture_dump (&fixture);

  result = plan (&fixture, KLI_UNDO_ENTRY, edit);
  g_assert_true (result->ask);
  g_assert_false (result->all_or_nothing);
  g_assert_cmpuint (result->n_free, ==, 2 * N_IMPORTED - 2);
  g_assert_cmpuint (result->n_touched, ==, 2); /* the renamed person and her phone */
  g_assert_cmpuint (result->touched->len, ==, 1);
  g_assert_cmpint (*(gint64 *)g_ptr_array_index (result->touched, 0), ==, renamed->id);
  refuse_undo (&fixture, edit, FALSE, KLI_STORE_ERROR_CONFLICT);

  back = kli_undo (fixture.store, edit, TRUE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      KliRow *row = g_ptr_array_index (rows, i);
      g_autoptr (KliRow) present = fixture_load (&fixture, row->kind, row->id);

      g_assert_true ((present->deleted_at == 0) == (i == 400 || i == 401));
    }

  undo (&fixture, back);
  redone = fixture_dump (&fixture);
  g_assert_cmpstr (redone, ==, before);
  fixture_close (&fixture);
}

static void
test_all_or_nothing (void)
{
  Fixture fixture = { 0 };
  g_autoptr (KliRow) contract = NULL;
  g_autoptr (KliRow) signature = NULL;
  g_autoptr (KliRow) note = NULL;
  g_autoptr (KliUndoPlan) result = NULL;
  gint64 edit;

  fixture_open (&fixture);
  contract = fixture_row (&fixture, &kli_contract_kind);
  fixture_put (&fixture, "contract-new", contract, NULL);
  signature = fixture_row (&fixture, &kli_contract_act_kind);
  kli_row_set_integer (signature, KLI_CONTRACT_ACT_CONTRACT, contract->id);
  kli_row_set_text (contract, KLI_CONTRACT_START_ON, "2024-02-29");
  edit = fixture_put (&fixture, "contract-act-signed", contract, signature, NULL);
  kli_row_set_text (contract, KLI_CONTRACT_START_ON, "2024-03-01");
  fixture_put (&fixture, "contract-set", contract, NULL);

  result = plan (&fixture, KLI_UNDO_ENTRY, edit);
  g_assert_true (result->all_or_nothing);
  g_assert_cmpuint (result->n_free, ==, 1);
  g_assert_cmpuint (result->n_touched, ==, 1);
  refuse_undo (&fixture, edit, TRUE, KLI_STORE_ERROR_CONFLICT);
  fixture_close (&fixture);
}

static void
test_order_of_undo_and_redo (void)
{
  Fixture fixture = { 0 };
  g_autoptr (KliRow) person = NULL;
  gint64 edits[3], backs[3], forth;

  fixture_open (&fixture);
  g_assert_cmpint (meant (&fixture, KLI_UNDO_NEWEST), ==, 0);
  g_assert_cmpint (meant (&fixture, KLI_UNDO_REDO), ==, 0);

  person = fixture_person (&fixture, "A");
  edits[0] = fixture_put (&fixture, "contact-new", person, NULL);
  kli_row_set_text (person, KLI_CONTACT_NAME, "B");
  edits[1] = fixture_put (&fixture, "contact-set", person, NULL);
  kli_row_set_text (person, KLI_CONTACT_NAME, "C");
  edits[2] = fixture_put (&fixture, "contact-set", person, NULL);
  g_assert_cmpint (meant (&fixture, KLI_UNDO_REDO), ==, 0);

  for (int i = 2; i >= 0; i--)
    {
      g_assert_cmpint (meant (&fixture, KLI_UNDO_NEWEST), ==, edits[i]);
      backs[i] = undo (&fixture, edits[i]);
    }
  g_assert_cmpint (meant (&fixture, KLI_UNDO_NEWEST), ==, 0);

  g_assert_cmpint (meant (&fixture, KLI_UNDO_REDO), ==, backs[0]);
  undo (&fixture, backs[0]);
  g_assert_cmpint (meant (&fixture, KLI_UNDO_REDO), ==, backs[1]);
  forth = undo (&fixture, backs[1]);
  g_assert_cmpint (meant (&fixture, KLI_UNDO_NEWEST), ==, edits[1]);
  g_assert_cmpint (meant (&fixture, KLI_UNDO_REDO), ==, backs[2]);

  undo (&fixture, edits[1]); /* once more, after the redo */
  g_assert_cmpint (meant (&fixture, KLI_UNDO_NEWEST), ==, edits[0]);
  refuse_undo (&fixture, edits[1], FALSE, KLI_STORE_ERROR_CONFLICT);
  refuse_undo (&fixture, backs[1], FALSE, KLI_STORE_ERROR_CONFLICT); /* that undo was taken back already */
  refuse_undo (&fixture, forth, FALSE, KLI_STORE_ERROR_CONFLICT);    /* what it set is not there any more */

  kli_row_set_text (person, KLI_CONTACT_NAME, "D");
  edits[0] = fixture_put (&fixture, "contact-set", person, NULL);
  g_assert_cmpint (meant (&fixture, KLI_UNDO_REDO), ==, 0); /* a new edit ends redo */
  g_assert_cmpint (meant (&fixture, KLI_UNDO_NEWEST), ==, edits[0]);
  fixture_close (&fixture);
}

static void
test_restart (void)
{
  Fixture fixture = { 0 };
  g_autoptr (KliRow) person = NULL;
  g_autoptr (KliUndoPlan) before = NULL;
  g_autoptr (KliUndoPlan) after = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gint64 edit;

  fixture_open (&fixture);
  person = fixture_person (&fixture, "A");
  edit = fixture_put (&fixture, "contact-new", person, NULL);
  first = fixture_dump (&fixture);
  before = plan (&fixture, KLI_UNDO_NEWEST, 0);
  g_assert_false (before->ask);

  fixture_restart (&fixture);
  after = plan (&fixture, KLI_UNDO_NEWEST, 0);
  g_assert_cmpint (after->entry->id, ==, edit);
  g_assert_true (after->ask); /* it is from before this start */
  undo (&fixture, edit);

  fixture_restart (&fixture);
  undo (&fixture, meant (&fixture, KLI_UNDO_REDO));
  second = fixture_dump (&fixture);
  g_assert_cmpstr (second, ==, first);
  fixture_close (&fixture);
}

static void
test_another_desk (void)
{
  Fixture fixture = { 0 };
  g_autoptr (KliRow) person = NULL;
  gint64 mine, theirs;

  fixture_open (&fixture);
  person = fixture_person (&fixture, "A");
  mine = fixture_put (&fixture, "contact-new", person, NULL);
  kli_row_set_text (person, KLI_CONTACT_NAME, "B");
  theirs = fixture_put (&fixture, "contact-set", person, NULL);
  fixture_tamper (&fixture, "UPDATE history SET desk = 'another' WHERE verb = 'contact-set'");

  g_assert_cmpint (meant (&fixture, KLI_UNDO_NEWEST), ==, mine);
  undo (&fixture, theirs); /* by hand it can be */
  fixture_tamper (&fixture, "UPDATE history SET desk = 'another' WHERE verb = 'undo'");
  g_assert_cmpint (meant (&fixture, KLI_UNDO_REDO), ==, 0);
  fixture_close (&fixture);
}

/* What must never be taken back, and how that is told. */
static void
test_refusals (void)
{
  static const struct
  {
    const char *what;
    const char *tampering;
    KliStoreError code;
  } cases[] = {
    { "a damaged slice", "UPDATE history_slice SET changeset = substr(changeset, 2)", KLI_STORE_ERROR_DAMAGED },
    { "another slice", "UPDATE history_slice SET changeset = x'54'", KLI_STORE_ERROR_DAMAGED },
    { "a wrong number of rows", "UPDATE history_slice SET n_changes = 7", KLI_STORE_ERROR_DAMAGED },
    { "a newer store's entry", "UPDATE history SET schema_version = 9999", KLI_STORE_ERROR_NEWER },
    { "an erased entry", "UPDATE history SET state = 'erased'", KLI_STORE_ERROR_CONFLICT },
    { "rows that are gone", "DELETE FROM contact", KLI_STORE_ERROR_CONFLICT },
    { "an unknown entry", "UPDATE history SET id = id + 1", KLI_STORE_ERROR_NOT_FOUND },
    { "an entry that takes itself back", "UPDATE history SET undoes = id", KLI_STORE_ERROR_DAMAGED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture = { 0 };
      g_autoptr (KliRow) person = NULL;
      gint64 edit;

      g_test_message ("%s", cases[i].what);
      fixture_open (&fixture);
      person = fixture_person (&fixture, "A");
      edit = fixture_put (&fixture, "contact-new", person, NULL);
      fixture_tamper (&fixture, cases[i].tampering);
      refuse_undo (&fixture, edit, TRUE, cases[i].code);
      fixture_close (&fixture);
    }
}

static void
test_erased_entry_is_passed_over (void)
{
  Fixture fixture = { 0 };
  g_autoptr (KliRow) person = NULL;
  gint64 first;

  fixture_open (&fixture);
  person = fixture_person (&fixture, "A");
  first = fixture_put (&fixture, "contact-new", person, NULL);
  kli_row_set_text (person, KLI_CONTACT_NAME, "B");
  fixture_put (&fixture, "contact-set", person, NULL);
  fixture_tamper (&fixture, "UPDATE history SET state = 'erased' WHERE verb = 'contact-set'");
  g_assert_cmpint (meant (&fixture, KLI_UNDO_NEWEST), ==, first);
  fixture_close (&fixture);
}

typedef struct
{
  GMainLoop *loop;
  KliUndoPlan *plan;
  gint64 id;
} Answer;

static void
planned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;
  g_autoptr (GError) error = NULL;

  answer->plan = kli_undo_plan_finish (KLI_STORE (source), result, &error);
  g_assert_no_error (error);
  g_main_loop_quit (answer->loop);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;
  g_autoptr (GError) error = NULL;

  answer->id = kli_undo_finish (KLI_STORE (source), result, &error);
  g_assert_no_error (error);
  g_main_loop_quit (answer->loop);
}

static void
test_async (void)
{
  Fixture fixture = { 0 };
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Answer answer = { loop, NULL, 0 };
  g_autoptr (KliRow) person = NULL;
  g_autoptr (KliHistoryEntry) entry = NULL;
  gint64 edit;

  fixture_open (&fixture);
  person = fixture_person (&fixture, "A");
  edit = fixture_put (&fixture, "contact-new", person, NULL);

  kli_undo_plan_async (fixture.store, KLI_UNDO_NEWEST, 0, NULL, planned_cb, &answer);
  g_main_loop_run (loop);
  g_assert_cmpint (answer.plan->entry->id, ==, edit);
  g_assert_cmpuint (answer.plan->n_free, ==, 1);

  kli_undo_async (fixture.store, edit, FALSE, NULL, undone_cb, &answer);
  g_main_loop_run (loop);
  entry = fixture_entry (&fixture, edit);
  g_assert_cmpint (entry->undone_by, ==, answer.id);
  kli_undo_plan_free (answer.plan);
  fixture_close (&fixture);
}

int
main (int argc, char *argv[])
{
  store_fixture_init (&argc, &argv);

  g_test_add_func ("/undo/update", test_update);
  g_test_add_func ("/undo/creation", test_creation);
  g_test_add_func ("/undo/later-edit-of-the-column", test_later_edit_of_the_column);
  g_test_add_func ("/undo/later-edit-of-another-column", test_later_edit_of_another_column);
  g_test_add_func ("/undo/later-part", test_later_part);
  g_test_add_func ("/undo/kept-with-its-parts", test_kept_with_its_parts);
  g_test_add_func ("/undo/import", test_import);
  g_test_add_func ("/undo/all-or-nothing", test_all_or_nothing);
  g_test_add_func ("/undo/order-of-undo-and-redo", test_order_of_undo_and_redo);
  g_test_add_func ("/undo/restart", test_restart);
  g_test_add_func ("/undo/another-desk", test_another_desk);
  g_test_add_func ("/undo/refusals", test_refusals);
  g_test_add_func ("/undo/erased-entry-is-passed-over", test_erased_entry_is_passed_over);
  g_test_add_func ("/undo/async", test_async);

  return g_test_run ();
}
