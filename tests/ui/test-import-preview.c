/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the import preview knows: numbers and records agree while decisions are made, files are told apart, and what
 * cannot be read does not spoil the rest. Needs no window. */
#include "../operations/operation-fixture.h"
#include "../store/store-fixture.h"

#include "operations/kli-trash.h"
#include "ui/exchange/kli-import-list.h"
#include "ui/exchange/kli-import-words.h"

#define WAIT_SECONDS 60

#define CARD(uid, name, more) "BEGIN:VCARD\nVERSION:3.0\nUID:" uid "\nN:" name ";;;;\nFN:" name "\n" more "END:VCARD\n"

static const char people[] = CARD ("1", "Zofia", "ORG:Pracownia\nTEL:601111222\n") CARD ("2", "Jan", "TEL:601111333\n")
    CARD ("3", "Ewa", "") "BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n";

static GFile *
write_file (Fixture *fixture, const char *name, const char *content)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

static gboolean
give_up_cb (gpointer user_data)
{
  g_test_message ("expected a plan within %d seconds", WAIT_SECONDS);
  g_assert_not_reached ();

  return G_SOURCE_REMOVE;
}

static void
wait_for_plan (KliImportPreview *preview)
{
  guint timeout = g_timeout_add_seconds (WAIT_SECONDS, give_up_cb, NULL);

  while (kli_import_preview_is_busy (preview))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

/* Takes the files. */
static KliImportPreview *
preview_of (Fixture *fixture, GFile **files, guint n_files)
{
  g_autoptr (KliImportFiles) import_files = kli_import_files_new (files, n_files);
  KliImportPreview *preview = kli_import_preview_new (fixture->store, import_files);

  for (guint i = 0; i < n_files; i++)
    g_object_unref (files[i]);
  kli_import_preview_read (preview);
  wait_for_plan (preview);

  return preview;
}

static KliImportPreview *
preview_people (Fixture *fixture)
{
  GFile *file = write_file (fixture, "people.vcf", people);

  return preview_of (fixture, &file, 1);
}

/* "new changed same doubtful refused, people organisations" */
static void
assert_counts (KliImportPreview *preview, const char *expected)
{
  const KliImportCounts *counts = kli_import_preview_get_counts (preview);
  g_autofree char *found
      = g_strdup_printf ("%u %u %u %u %u, %u %u", counts->results[KLI_IMPORT_NEW], counts->results[KLI_IMPORT_CHANGED],
                         counts->results[KLI_IMPORT_SAME], counts->results[KLI_IMPORT_DOUBTFUL],
                         counts->results[KLI_IMPORT_REFUSED], counts->people, counts->organisations);

  g_assert_cmpstr (found, ==, expected);
}

/* The names of the records listed, each with its line. */
static void
assert_listed (KliImportList *list, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (KliImportItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_string_append_printf (found, "%s%s:%u", i > 0 ? " " : "", kli_import_item_get_name (item),
                              kli_import_item_get_line (item));
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_counts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliImportPreview) preview = preview_people (fixture);
  g_autoptr (KliImportList) list = kli_import_list_new (preview);

  assert_counts (preview, "3 0 0 0 1, 3 1");
  assert_listed (list, "Zofia:1 Jan:9 Ewa:16 :22");
  kli_import_list_set_result (list, KLI_IMPORT_REFUSED);
  assert_listed (list, ":22");
  kli_import_list_set_result (list, KLI_IMPORT_SAME);
  assert_listed (list, "");
}

static void
count_cb (gpointer object, guint *n)
{
  (*n)++;
}

static void
test_decisions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliImportPreview) preview = NULL;
  g_autoptr (KliImportList) list = NULL;
  g_autoptr (KliImportItem) item = NULL;
  guint n_changed = 0;

  fixture_new (fixture, &kli_contact_kind, "name=Jan");
  fixture_new (fixture, &kli_contact_kind, "name=Ewa");
  preview = preview_people (fixture);
  assert_counts (preview, "1 0 0 2 1, 1 1");
  list = kli_import_list_new (preview);
  kli_import_list_set_result (list, KLI_IMPORT_DOUBTFUL);
  assert_listed (list, "Jan:9 Ewa:16");

  item = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_signal_connect (item, "changed", G_CALLBACK (count_cb), &n_changed);
  kli_import_preview_decide (preview, kli_import_item_get_n (item), KLI_IMPORT_TAKE_AS_NEW);
  g_assert_cmpuint (n_changed, ==, 1); /* at once, before the plan */
  g_assert_cmpint (kli_import_preview_get_result (preview, kli_import_item_get_n (item)), ==, KLI_IMPORT_NEW);
  wait_for_plan (preview);
  assert_counts (preview, "2 0 0 1 1, 2 1");
  assert_listed (list, "Jan:9 Ewa:16"); /* it stays where it can be decided again */
  g_assert_cmpstr (kli_import_preview_get_reason (preview, kli_import_item_get_n (item)), !=, "");

  kli_import_preview_decide_all (preview, KLI_IMPORT_TAKE_AS_SAME);
  wait_for_plan (preview);
  assert_counts (preview, "1 2 0 0 1, 1 1");
  kli_import_list_set_result (list, KLI_IMPORT_CHANGED);
  assert_listed (list, "Jan:9 Ewa:16");
}

static void
test_same_item (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliImportPreview) preview = preview_people (fixture);
  g_autoptr (KliImportList) list = kli_import_list_new (preview);
  g_autoptr (KliImportItem) held = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_autoptr (KliImportItem) again = NULL;
  g_autoptr (KliImportItem) in_other_place = NULL;

  again = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_true (held == again);
  kli_import_list_set_result (list, KLI_IMPORT_NEW);
  in_other_place = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_true (held == in_other_place);
}

static void
test_restore (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_new (fixture, &kli_contact_kind, "name=Jan ; phone+=601111333");
  g_autoptr (KliImportPreview) preview = NULL;

  fixture_run (fixture, kli_trash (&kli_contact_kind, &id, 1));
  preview = preview_people (fixture);
  assert_counts (preview, "2 0 1 0 1, 2 1");
  g_assert_cmpuint (kli_import_count_in_trash (kli_import_preview_get_import (preview)), ==, 1);
  kli_import_preview_set_restore (preview, TRUE);
  wait_for_plan (preview);
  assert_counts (preview, "2 1 0 0 1, 2 1");
  g_assert_cmpuint (kli_import_count_in_trash (kli_import_preview_get_import (preview)), ==, 1);
}

static void
test_company_as_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliImportPreview) preview = preview_people (fixture);

  kli_import_preview_set_company_as_text (preview, TRUE);
  wait_for_plan (preview);
  assert_counts (preview, "3 0 0 0 1, 3 0");
}

static void
test_several_files (Fixture *fixture, gconstpointer data)
{
  GFile *files[] = { write_file (fixture, "people.vcf", people), write_file (fixture, "no.vcf", "nothing of the kind"),
                     write_file (fixture, "more.vcf", CARD ("7", "Piotr", "")) };
  g_autoptr (KliImportPreview) preview = preview_of (fixture, files, G_N_ELEMENTS (files));
  KliImportFiles *import_files = kli_import_preview_get_files (preview);
  g_autoptr (KliImportItem) item = kli_import_item_new (preview, 4);
  g_autofree char *place = kli_import_item_dup_place (item);

  assert_counts (preview, "4 0 0 0 1, 4 1");
  g_assert_null (kli_import_files_get_file (import_files, 0)->failure);
  g_assert_nonnull (kli_import_files_get_file (import_files, 1)->failure);
  g_assert_cmpstr (kli_import_files_find (import_files, 3)->name, ==, "people.vcf");
  g_assert_cmpstr (kli_import_files_find (import_files, 4)->name, ==, "more.vcf");
  g_assert_null (kli_import_files_find (import_files, 5));
  g_assert_cmpstr (place, ==, "more.vcf, line 1");
}

static void
test_read_otherwise (Fixture *fixture, gconstpointer data)
{
  GFile *file = write_file (fixture, "table.csv", "Name;Email\nA,B;a@example.com\n");
  g_autoptr (KliImportPreview) preview = preview_of (fixture, &file, 1);
  g_autoptr (KliImportList) list = kli_import_list_new (preview);
  KliImportFiles *files = kli_import_preview_get_files (preview);

  g_assert_cmpint (kli_import_files_get_file (files, 0)->info.separator, ==, ';');
  assert_listed (list, "A,B:2");
  kli_import_files_choose_separator (files, 0, '|');
  kli_import_preview_read (preview);
  wait_for_plan (preview);
  g_assert_nonnull (kli_import_files_get_file (files, 0)->failure); /* and the way back stays open */
  g_assert_cmpint (kli_import_files_get_file (files, 0)->info.format, ==, KLI_EXCHANGE_CSV);
  assert_listed (list, "");
  kli_import_files_choose_separator (files, 0, ';');
  kli_import_preview_read (preview);
  wait_for_plan (preview);
  assert_listed (list, "A,B:2");
}

static void
test_follows_the_store (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliImportPreview) preview = preview_people (fixture);

  fixture_new (fixture, &kli_contact_kind, "name=Jan");
  while (!kli_import_preview_is_busy (preview))
    g_main_context_iteration (NULL, TRUE);
  wait_for_plan (preview);
  assert_counts (preview, "2 0 0 1 1, 2 1");
}

static void
test_done (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliImportPreview) preview = preview_people (fixture);
  g_autoptr (KliImport) import = kli_import_ref (kli_import_preview_get_import (preview));
  KliImportCounts counts;

  g_assert_cmpint (fixture_run_long (kli_import_begin (import, fixture->store)), >, 0);
  kli_import_counts_reckon (&counts, import);
  g_assert_cmpuint (counts.people, ==, 3);
  g_assert_cmpuint (counts.organisations, ==, 1);
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 4);

  while (!kli_import_preview_is_busy (preview))
    g_main_context_iteration (NULL, TRUE);
  wait_for_plan (preview);
  assert_counts (preview, "0 0 3 0 1, 0 0");
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliImportPreview) preview = preview_people (fixture);
  g_autoptr (KliLongEdit) edit = kli_import_begin (kli_import_preview_get_import (preview), fixture->store);
  g_autoptr (GError) error = NULL;

  kli_long_edit_cancel (edit);
  kli_long_edit_run (edit, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 0);
}

static void
test_words (void)
{
  static const struct
  {
    guint people;
    guint organisations;
    const char *text;
  } cases[] = {
    { 0, 0, "0 people" },
    { 1, 0, "1 person" },
    { 0, 1, "1 organization" },
    { 6, 3, "6 people and 3 organizations" },
    { 10000, 1, "10,000 people and 1 organization" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = kli_import_people_text (cases[i].people, cases[i].organisations);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
  g_assert_cmpstr (kli_import_charset_name ("WINDOWS-1250"), ==, "Windows-1250 (Central European)");
  g_assert_cmpstr (kli_import_charset_name ("KOI8-R"), ==, "KOI8-R");
  for (guint i = 0; kli_import_separator_nth (i) != '\0'; i++)
    g_assert_cmpstr (kli_import_separator_name (kli_import_separator_nth (i)), !=, "");
}

static void
add (const char *path, void (*func) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down);
}

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);
  add ("/import-preview/counts", test_counts);
  add ("/import-preview/decisions", test_decisions);
  add ("/import-preview/same-item", test_same_item);
  add ("/import-preview/restore", test_restore);
  add ("/import-preview/company-as-text", test_company_as_text);
  add ("/import-preview/several-files", test_several_files);
  add ("/import-preview/read-otherwise", test_read_otherwise);
  add ("/import-preview/follows-the-store", test_follows_the_store);
  add ("/import-preview/done", test_done);
  add ("/import-preview/cancelled", test_cancelled);
  g_test_add_func ("/import-preview/words", test_words);

  return g_test_run ();
}
