/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the history tells: who did what to which records, in slices, down to the field. */
#include "history-fixture.h"
#include "store-fixture.h"

#include "store/kli-backup.h"

#include <string.h>

static const KliHistoryField *
find_field (GPtrArray *fields, gint64 id, guint column)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const KliHistoryField *field = g_ptr_array_index (fields, i);

      if (field->id == id && field->column == column)
        return field;
    }

  return NULL;
}

static void
assert_field (GPtrArray *fields, const KliRow *row, guint column, const char *before, const char *after)
{
  const KliHistoryField *field = find_field (fields, row->id, column);

  g_assert (field != NULL);
  g_assert_true (field->kind == row->kind);
  g_assert_cmpstr (field->before, ==, before);
  g_assert_cmpstr (field->after, ==, after);
}

static GPtrArray *
fields_of (Fixture *fixture, gint64 edit, gint64 owner)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *fields = fixture_fields (fixture, edit, owner, G_MAXUINT, &error);

  g_assert_no_error (error);

  return fields;
}

static void
assert_entries (Fixture *fixture, gint64 owner, const gint64 *expected, guint n)
{
  g_autoptr (GPtrArray) entries = fixture_list (fixture, owner, 100);

  g_assert_cmpuint (entries->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (((KliHistoryEntry *)g_ptr_array_index (entries, i))->id, ==, expected[i]);
}

static void
test_entry (void)
{
  Fixture fixture = { 0 };
  g_autoptr (KliRow) person = NULL;
  g_autoptr (KliRow) phone = NULL;
  g_autoptr (KliHistoryEntry) entry = NULL;
  gint64 before, edit;

  fixture_open (&fixture);
  before = g_get_real_time () / 1000;
  person = fixture_person (&fixture, "Łucja");
  phone = fixture_phone (&fixture, person, "1");
  edit = fixture_put (&fixture, "contact-new", person, phone, NULL);
  kli_row_set_text (person, KLI_CONTACT_NAME, "Łucja Żak");
  fixture_put (&fixture, "contact-set", person, NULL);

  entry = fixture_entry (&fixture, edit);
  g_assert_cmpstr (entry->verb, ==, "contact-new");
  g_assert_cmpstr (entry->origin_verb, ==, "contact-new");
  g_assert_cmpint (entry->origin, ==, edit);
  g_assert_cmpint (entry->subject, ==, person->id);
  g_assert_cmpstr (entry->subject_name, ==, "Łucja Żak"); /* as she is called now */
  g_assert_cmpint (entry->instant, >=, before);
  g_assert_cmpint (entry->instant, <=, g_get_real_time () / 1000);
  g_assert_cmpstr (entry->who, !=, "");
  g_assert_true (g_uuid_string_is_valid (entry->desk));
  g_assert_cmpint (entry->undoes, ==, 0);
  g_assert_cmpint (entry->undone_by, ==, 0);
  g_assert_cmpuint (entry->n_changes, ==, 2);
  g_assert_cmpstr (entry->state, ==, "done");
  g_assert_cmpint (entry->schema_version, >, 0);
  fixture_close (&fixture);
}

/* The desk is the same after a restart, and the list of a card has what its parts went through. */
static void
test_list (void)
{
  Fixture fixture = { 0 };
  g_autoptr (KliRow) first = NULL;
  g_autoptr (KliRow) second = NULL;
  g_autoptr (KliRow) phone = NULL;
  g_autoptr (KliHistoryEntry) one = NULL;
  g_autoptr (KliHistoryEntry) other = NULL;
  g_autoptr (GPtrArray) newest = NULL;
  gint64 edits[5];

  fixture_open (&fixture);
  first = fixture_person (&fixture, "A");
  second = fixture_person (&fixture, "B");
  phone = fixture_phone (&fixture, first, "1");
  edits[4] = fixture_put (&fixture, "contact-new", first, NULL);
  edits[3] = fixture_put (&fixture, "contact-new", second, NULL);
  edits[2] = fixture_put (&fixture, "point-add", phone, NULL);
  fixture_restart (&fixture);
  kli_row_set_text (phone, KLI_CONTACT_POINT_VALUE, "2"); /* says nothing of the owner */
  edits[1] = fixture_put (&fixture, "point-set", phone, NULL);
  kli_row_set_integer (phone, KLI_CONTACT_POINT_CONTACT, second->id); /* concerns both */
  edits[0] = fixture_put (&fixture, "point-set", phone, NULL);

  assert_entries (&fixture, 0, edits, 5);
  assert_entries (&fixture, first->id, (gint64[]){ edits[0], edits[1], edits[2], edits[4] }, 4);
  assert_entries (&fixture, second->id, (gint64[]){ edits[0], edits[3] }, 2);
  assert_entries (&fixture, phone->id, NULL, 0); /* a part has no card */
  newest = fixture_list (&fixture, 0, 2);
  g_assert_cmpuint (newest->len, ==, 2);

  one = fixture_entry (&fixture, edits[0]);
  other = fixture_entry (&fixture, edits[4]);
  g_assert_cmpstr (one->desk, ==, other->desk);
  fixture_close (&fixture);
}

static void
test_fields (void)
{
  Fixture fixture = { 0 };
  g_autoptr (KliRow) person = NULL;
  g_autoptr (KliRow) phone = NULL;
  g_autoptr (GPtrArray) created = NULL;
  g_autoptr (GPtrArray) changed = NULL;
  g_autoptr (GPtrArray) marked = NULL;
  g_autofree char *owner = NULL;
  gint64 edits[3];

  fixture_open (&fixture);
  person = fixture_person (&fixture, "Łucja");
  phone = fixture_phone (&fixture, person, "1");
  edits[0] = fixture_put (&fixture, "contact-new", person, phone, NULL);
  kli_row_set_text (person, KLI_CONTACT_NOTE, "two\nlines");
  kli_row_set_text (person, KLI_CONTACT_NAME, "");
  kli_row_set_integer (phone, KLI_CONTACT_POINT_PREFERRED, 1);
  edits[1] = fixture_put (&fixture, "contact-set", person, phone, NULL);
  phone->deleted_at = 1234567890123;
  edits[2] = fixture_put (&fixture, "point-remove", phone, NULL);

  created = fields_of (&fixture, edits[0], 0);
  owner = g_strdup_printf ("%" G_GINT64_FORMAT, person->id);
  assert_field (created, person, KLI_CONTACT_NAME, "", "Łucja");
  assert_field (created, phone, KLI_CONTACT_POINT_VALUE, "", "1");
  assert_field (created, phone, KLI_CONTACT_POINT_CONTACT, "", owner);
  g_assert_null (find_field (created, person->id, KLI_CONTACT_NOTE)); /* holds nothing */

  changed = fields_of (&fixture, edits[1], 0);
  g_assert_cmpuint (changed->len, ==, 3);
  assert_field (changed, person, KLI_CONTACT_NOTE, "", "two\nlines");
  assert_field (changed, person, KLI_CONTACT_NAME, "Łucja", "");
  assert_field (changed, phone, KLI_CONTACT_POINT_PREFERRED, "", "1");

  marked = fields_of (&fixture, edits[2], 0);
  g_assert_cmpuint (marked->len, ==, 1);
  assert_field (marked, phone, KLI_HISTORY_DELETED_AT, "", "1234567890123");
  fixture_close (&fixture);
}

#define N_PEOPLE 12000

/* Many records in one edit: slices of 5,000, of which a card reads only its own. */
static void
test_slices (void)
{
  Fixture fixture = { 0 };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_row_free);
  g_autoptr (GPtrArray) mine = NULL;
  g_autoptr (GPtrArray) few = NULL;
  g_autoptr (KliHistoryEntry) entry = NULL;
  g_autoptr (GError) error = NULL;
  KliRow *last, *phone;
  gint64 edit;

  fixture_open (&fixture);
  for (guint i = 0; i < N_PEOPLE; i++)
    g_ptr_array_add (rows, fixture_person (&fixture, "somebody"));
  last = g_ptr_array_index (rows, rows->len - 1);
  phone = fixture_phone (&fixture, last, "77");
  g_ptr_array_add (rows, phone);
  edit = fixture_put_all (&fixture, "import", 0, rows);

  entry = fixture_entry (&fixture, edit);
  g_assert_cmpuint (entry->n_changes, ==, N_PEOPLE + 1);
  assert_entries (&fixture, last->id, &edit, 1);
  mine = fields_of (&fixture, edit, last->id);
  assert_field (mine, last, KLI_CONTACT_NAME, "", "somebody");
  assert_field (mine, phone, KLI_CONTACT_POINT_VALUE, "", "77");
  for (guint i = 0; i < mine->len; i++)
    {
      const KliHistoryField *field = g_ptr_array_index (mine, i);

      g_assert_true (field->id == last->id || field->id == phone->id);
    }

  few = fixture_fields (&fixture, edit, 0, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (few->len, ==, 20); /* the kind and the name of each */

  fixture_tamper (&fixture, "DELETE FROM history_slice WHERE n <> 2");
  g_clear_pointer (&entry, kli_history_entry_free);
  entry = fixture_entry (&fixture, edit);
  g_assert_cmpuint (entry->n_changes, ==, N_PEOPLE + 1 - 10000); /* so the first two had 5,000 each */
  fixture_close (&fixture);
}

static void
test_damaged_slice (void)
{
  Fixture fixture = { 0 };
  g_autoptr (KliRow) person = NULL;
  g_autoptr (GError) error = NULL;
  gint64 edit;

  fixture_open (&fixture);
  person = fixture_person (&fixture, "A");
  edit = fixture_put (&fixture, "contact-new", person, NULL);
  fixture_tamper (&fixture, "UPDATE history_slice SET changeset = substr(changeset, 1, length(changeset) - 1)");

  g_assert_null (fixture_fields (&fixture, edit, 0, G_MAXUINT, &error));
  g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED);
  assert_entries (&fixture, 0, &edit, 1); /* that it was done is still told */
  fixture_close (&fixture);
}

static void
changed_cb (KliStore *store, KliChanges *changes, gpointer user_data)
{
  KliChanges **last = user_data;

  g_clear_pointer (last, kli_changes_unref);
  *last = kli_changes_ref (changes);
}

/* A phone that goes back to its first owner: both cards are told. */
static void
test_announcement (void)
{
  Fixture fixture = { 0 };
  g_autoptr (KliRow) from = NULL;
  g_autoptr (KliRow) to = NULL;
  g_autoptr (KliRow) phone = NULL;
  g_autoptr (KliChanges) last = NULL;
  gint64 edit;

  fixture_open (&fixture);
  from = fixture_person (&fixture, "A");
  to = fixture_person (&fixture, "B");
  phone = fixture_phone (&fixture, from, "1");
  fixture_put (&fixture, "contact-new", from, to, phone, NULL);
  kli_row_set_integer (phone, KLI_CONTACT_POINT_CONTACT, to->id);
  edit = fixture_put (&fixture, "point-set", phone, NULL);

  g_signal_connect (fixture.store, "changed", G_CALLBACK (changed_cb), &last);
  g_assert_cmpint (kli_undo (fixture.store, edit, FALSE, NULL), >, 0);
  g_assert_nonnull (last);
  g_assert_cmpuint (kli_changes_get_size (last), ==, 1);
  g_assert_true (kli_changes_touch (last, phone->id));
  g_assert_true (kli_changes_touch (last, from->id));
  g_assert_true (kli_changes_touch (last, to->id));

  kli_row_set_text (phone, KLI_CONTACT_POINT_VALUE, "2"); /* the owner is not in this changeset */
  kli_row_set_integer (phone, KLI_CONTACT_POINT_CONTACT, from->id);
  fixture_put (&fixture, "point-set", phone, NULL);
  g_assert_true (kli_changes_touch (last, from->id));
  g_assert_false (kli_changes_touch (last, to->id));
  fixture_close (&fixture);
}

/* Returns: (transfer full): what `check` finds wrong with the history, NULL when it holds. */
static char *
check_history (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) checks = kli_store_check (fixture->store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < checks->len; i++)
    {
      const KliCheck *check = g_ptr_array_index (checks, i);

      if (g_str_equal (check->name, "history"))
        return check->holds ? NULL : g_strdup (check->detail);
    }

  g_error ("There is no check of the history");
}

static void
test_check (void)
{
  static const struct
  {
    const char *tampering;
    const char *found;
  } cases[] = {
    { "UPDATE history_slice SET changeset = substr(changeset, 2)", "hash" },
    { "UPDATE history_slice SET hash = 'f' || substr(hash, 2), changeset = x'54'", "hash" },
    { "UPDATE history_slice SET n_changes = n_changes + 1", "instead of" },
    { "DELETE FROM history_slice WHERE edit = (SELECT max(id) FROM history)", "has lost slices" },
    { "UPDATE history_slice SET n = 3", "has lost slices" },
    { "DELETE FROM history WHERE verb = 'point-set'", "is lost, but not its slices" },
    { "DELETE FROM history WHERE verb = 'contact-new'", "takes back what cannot be taken back" },
    { "UPDATE history SET undoes = id", "takes back what cannot be taken back" },
    { "UPDATE history SET undoes = 0", "takes back what cannot be taken back" },
    { "UPDATE history_touch SET n = 1", "whose slice is lost" },
    { "DELETE FROM history_touch", "does not know of entry" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture = { 0 };
      g_autoptr (KliRow) person = NULL;
      g_autoptr (KliRow) phone = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      gint64 edit;

      fixture_open (&fixture);
      person = fixture_person (&fixture, "A");
      phone = fixture_phone (&fixture, person, "1");
      edit = fixture_put (&fixture, "contact-new", person, phone, NULL);
      edit = kli_undo (fixture.store, edit, FALSE, NULL);
      kli_undo (fixture.store, edit, FALSE, NULL);
      kli_row_set_text (phone, KLI_CONTACT_POINT_VALUE, "2");
      fixture_put (&fixture, "point-set", phone, NULL);
      before = check_history (&fixture);
      g_assert_cmpstr (before, ==, NULL);

      fixture_tamper (&fixture, cases[i].tampering);
      after = check_history (&fixture);
      g_test_message ("%s: %s", cases[i].tampering, after);
      g_assert_nonnull (after);
      g_assert_nonnull (strstr (after, cases[i].found));
      fixture_close (&fixture);
    }
}

int
main (int argc, char *argv[])
{
  store_fixture_init (&argc, &argv);

  g_test_add_func ("/history/entry", test_entry);
  g_test_add_func ("/history/list", test_list);
  g_test_add_func ("/history/fields", test_fields);
  g_test_add_func ("/history/slices", test_slices);
  g_test_add_func ("/history/damaged-slice", test_damaged_slice);
  g_test_add_func ("/history/check", test_check);
  g_test_add_func ("/history/announcement", test_announcement);

  return g_test_run ();
}
