/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What entries of the history say they changed. */
#include "operation-fixture.h"
#include "../store/store-fixture.h"

#include "operations/kli-history-lines.h"
#include "operations/kli-trash.h"

typedef struct
{
  gint64 edit;
  gint64 owner;
  guint from;
} Question;

static gpointer
lines_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const Question *question = user_data;
  g_autoptr (KliHistoryEntry) entry = kli_history_read_entry (connection, question->edit, error);

  if (entry == NULL)
    return NULL;

  return kli_history_read_lines (connection, entry, question->owner, question->from, KLI_LANGUAGE_EN, error);
}

static KliHistoryLines *
read_lines (Fixture *fixture, gint64 edit, gint64 owner, guint from)
{
  g_autoptr (GError) error = NULL;
  KliHistoryLines *lines = kli_store_read (fixture->store, lines_func, &(Question){ edit, owner, from }, &error);

  g_assert_no_error (error);

  return lines;
}

/* As "name: field: old > new", a line each. */
static char *
print (const KliHistoryLines *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->lines->len; i++)
    {
      const KliHistoryLine *line = g_ptr_array_index (lines->lines, i);

      g_string_append_printf (text, "%s%s%s%s: %s > %s", i > 0 ? "\n" : "", line->card_name,
                              *line->card_name != '\0' ? ": " : "", line->title, line->before, line->after);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_lines (Fixture *fixture, gint64 edit, const char *expected)
{
  g_autoptr (KliHistoryLines) lines = read_lines (fixture, edit, 0, 0);
  g_autofree char *text = print (lines);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpuint (lines->next, ==, 0);
}

/* The newest entry. */
static gint64
newest (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KliUndoPlan) plan = kli_undo_plan (fixture->store, KLI_UNDO_NEWEST, 0, &error);

  g_assert_no_error (error);

  return plan->entry->id;
}

static void
test_fields (Fixture *fixture, gconstpointer data)
{
  gint64 ewa = fixture_new (fixture, &kli_contact_kind, "name=dr Ewa Lis ; phone+=512 345 678");

  assert_lines (fixture, newest (fixture), "Name:  > dr Ewa Lis\nPhone:  > 512 345 678");
  assert_lines (fixture, fixture_set (fixture, &kli_contact_kind, ewa, "name=Ewa Nowak"),
                "Name: dr Ewa Lis > Ewa Nowak"); /* its parts follow from it */
  assert_lines (fixture, fixture_set (fixture, &kli_contact_kind, ewa, "birthday=1990-03-06"),
                "Birthday:  > 6 March 1990");
  assert_lines (fixture, fixture_set (fixture, &kli_contact_kind, ewa, "points.0.value=512 345 679"),
                "Phone: 512 345 678 > 512 345 679");
  assert_lines (fixture, fixture_set (fixture, &kli_contact_kind, ewa, "points.0.label=work"),
                "Label (512 345 679):  > Work");
  assert_lines (fixture, fixture_set (fixture, &kli_contact_kind, ewa, "address+=ul. Miła 5;Łódź;90-001"),
                "Address:  > ul. Miła 5, 90-001 Łódź");
  assert_lines (fixture, fixture_set (fixture, &kli_contact_kind, ewa, "addresses.0.street=ul. Miła 6"),
                "Street: ul. Miła 5 > ul. Miła 6");
  assert_lines (fixture, fixture_set (fixture, &kli_contact_kind, ewa, "points.0="), "Phone · work: 512 345 679 > ");
}

static void
test_other_records (Fixture *fixture, gconstpointer data)
{
  gint64 ewa = fixture_new (fixture, &kli_contact_kind, "name=Ewa Lis");
  gint64 contract;
  g_autofree char *line = NULL;

  fixture_set (fixture, &kli_contact_kind, ewa, "tags+=vip");
  g_assert_cmpint (newest (fixture), >, 0);
  {
    g_autoptr (KliHistoryLines) lines = read_lines (fixture, newest (fixture), ewa, 0);
    g_autofree char *text = print (lines);

    g_assert_cmpstr (text, ==, "Tag:  > vip");
  }

  line = g_strdup_printf ("title=Care ; start_on=2026-03-01 ; end_on=2027-02-28 ; party+=%" G_GINT64_FORMAT, ewa);
  contract = fixture_new (fixture, &kli_contract_kind, line);
  assert_lines (fixture, fixture_set (fixture, &kli_contract_kind, contract, "value_minor=150050 ; currency=PLN"),
                "Value:  > PLN\u00a01,500.50");
  assert_lines (fixture, fixture_set (fixture, &kli_contract_kind, contract, "renewal=automatic_fixed"),
                "Renewal: None > Automatic, for a further term");
  assert_lines (fixture, fixture_set (fixture, &kli_contract_kind, contract, "end_on="),
                "End date: 28 February 2027 > ");
}

static void
test_long_text (Fixture *fixture, gconstpointer data)
{
  g_autofree char *many = g_strnfill (300, 'x');
  g_autofree char *few = g_strnfill (40, 'x');
  g_autofree char *line = g_strdup_printf ("name=Ewa ; note=%s old %s", many, many);
  g_autofree char *new_line = g_strdup_printf ("note=%s new %s", many, many);
  g_autofree char *expected = NULL;
  gint64 ewa = fixture_new (fixture, &kli_contact_kind, line);

  few[39] = '\0'; /* the space before and behind the word is shared, too */
  expected = g_strdup_printf ("Note: …%s old %s… > …%s new %s…", few, few, few, few);
  assert_lines (fixture, fixture_set (fixture, &kli_contact_kind, ewa, new_line), expected);
}

static void
test_trash (Fixture *fixture, gconstpointer data)
{
  gint64 ids[2];
  g_autoptr (GError) error = NULL;
  gint64 undo;

  ids[0] = fixture_new (fixture, &kli_contact_kind, "name=Ewa ; phone+=512 345 678");
  assert_lines (fixture, fixture_run (fixture, kli_trash (&kli_contact_kind, ids, 1)), "Contact: Ewa > in trash");
  undo = kli_undo (fixture->store, newest (fixture), FALSE, &error);
  g_assert_no_error (error);
  assert_lines (fixture, undo, "Contact: in trash > Ewa");

  ids[1] = fixture_new (fixture, &kli_contact_kind, "name=Jan ; phone+=512 345 679");
  undo = kli_undo (fixture->store, newest (fixture), FALSE, &error);
  g_assert_no_error (error);
  assert_lines (fixture, undo, "Contact: Jan > in trash"); /* its phone goes without saying */
}

/* An entry about many: whose fields, then the records that were made; a page at a time, all of them once. */
static gboolean
put_many_func (KliEdit *edit, gpointer user_data, GError **error)
{
  const gint64 *old = user_data;

  for (guint i = 0; i < 2 * KLI_HISTORY_LINES_PAGE + 10; i++)
    {
      g_autoptr (KliRow) person = kli_row_new (&kli_contact_kind);
      g_autoptr (KliRow) phone = kli_row_new (&kli_contact_point_kind);
      g_autofree char *name = g_strdup_printf ("New %u", i);

      kli_row_set_text (person, KLI_CONTACT_NAME, name);
      if (!kli_edit_insert (edit, person, error))
        return FALSE;
      kli_row_set_integer (phone, KLI_CONTACT_POINT_CONTACT, i == 0 ? *old : person->id);
      kli_row_set_text (phone, KLI_CONTACT_POINT_VALUE, "7");
      if (!kli_edit_insert (edit, phone, error))
        return FALSE;
    }

  return TRUE;
}

static gpointer
count_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const gint64 *edit = user_data;
  KliHistoryCount *count = g_new0 (KliHistoryCount, 1);

  g_assert_true (kli_history_count (connection, *edit, count, error));

  return count;
}

static void
test_many (Fixture *fixture, gconstpointer data)
{
  gint64 old = fixture_new (fixture, &kli_contact_kind, "name=Old");
  g_autoptr (GError) error = NULL;
  g_autofree KliHistoryCount *count = NULL;
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gint64 edit = kli_store_edit (fixture->store, "import", 0, put_many_func, &old, &error);
  guint from = 0, n_pages = 0;

  g_assert_no_error (error);
  do
    {
      g_autoptr (KliHistoryLines) lines = read_lines (fixture, edit, 0, from);

      g_assert_cmpuint (lines->lines->len, <=, KLI_HISTORY_LINES_PAGE);
      for (guint i = 0; i < lines->lines->len; i++)
        {
          const KliHistoryLine *line = g_ptr_array_index (lines->lines, i);

          if (g_str_equal (line->title, "Phone"))
            g_assert_cmpstr (line->card_name, ==, "Old");
          else
            g_assert_cmpstr (line->title, ==, "Contact");
          g_assert_true (g_hash_table_add (names, g_strdup (line->card_name)));
        }
      from = lines->next;
      n_pages++;
    }
  while (from != 0);
  g_assert_cmpuint (n_pages, ==, 3);
  g_assert_cmpuint (g_hash_table_size (names), ==, 2 * KLI_HISTORY_LINES_PAGE + 11);

  {
    g_autoptr (KliHistoryLines) first = read_lines (fixture, edit, 0, 0);
    g_autoptr (KliHistoryLines) mine = read_lines (fixture, edit, old, 0);
    g_autofree char *text = print (mine);

    g_assert_true (g_hash_table_contains (names, "Old"));
    g_assert_cmpuint (first->next, ==, KLI_HISTORY_LINES_PAGE);
    g_assert_cmpstr (text, ==, "Phone:  > 7"); /* of one record its fields are told */
  }

  count = kli_store_read (fixture->store, count_func, &edit, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count->n_made, ==, 2 * KLI_HISTORY_LINES_PAGE + 10);
  g_assert_cmpuint (count->n_changed, ==, 1);
}

#define add(name, func) g_test_add ("/history-lines/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);

  add ("fields", test_fields);
  add ("other-records", test_other_records);
  add ("long-text", test_long_text);
  add ("trash", test_trash);
  add ("many", test_many);

  return g_test_run ();
}
