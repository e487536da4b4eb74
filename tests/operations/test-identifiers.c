/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Official numbers: set, compared, told, taken from files and found by; those of natural persons kept apart. */
#include "import-fixture.h"
#include "operation-fixture.h"

#include "../store/store-fixture.h"
#include "core/kli-identifier.h"
#include "operations/kli-export.h"
#include "operations/kli-history-lines.h"

#define CONTACT (&kli_contact_kind)
#define NUMBER (&kli_identifier_kind)

static void
assert_numbers (Fixture *fixture, gint64 id, const char *values)
{
  fixture_assert_parts (fixture, CONTACT, id, NUMBER, KLI_IDENTIFIER_VALUE, values);
}

/* Whom @text finds, by name. */
static void
assert_found (Fixture *fixture, const char *text, gint64 id)
{
  g_autoptr (KliQuery) query = kli_query_new (KLI_QUERY_CONTACTS, text, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (KliAnswer) answer = kli_store_answer (fixture->store, query, &error);

  g_assert_no_error (error);
  if (kli_answer_get_n_items (answer) != (id != 0))
    g_error ("“%s” finds %u", text, kli_answer_get_n_items (answer));
  if (id != 0)
    g_assert_cmpint (kli_answer_get_id (answer, 0), ==, id);
}

/* --- fields ------------------------------------------------------------------------------------------- */

static void
test_kept_without_separators (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_new (fixture, CONTACT, "name=Studio ; nip+=PL 123-456-32-18 ; krs+=123456|rejestr");

  assert_numbers (fixture, id, "1234563218|123456");
  fixture_assert_parts (fixture, CONTACT, id, NUMBER, KLI_IDENTIFIER_NORMAL, "1234563218|0000123456");
  fixture_assert_parts (fixture, CONTACT, id, NUMBER, KLI_IDENTIFIER_LABEL, "|rejestr");
  fixture_set (fixture, CONTACT, id, "identifiers.0.value=222-222-22-22");
  fixture_assert_parts (fixture, CONTACT, id, NUMBER, KLI_IDENTIFIER_NORMAL, "2222222222|0000123456");
  /* Whatever fails its check is kept. */
  fixture_set (fixture, CONTACT, id, "identifiers.0.value=12x");
  assert_numbers (fixture, id, "12X|123456");
  fixture_set (fixture, CONTACT, id, "identifiers.0.value= - ");
  assert_numbers (fixture, id, "123456");
}

/* nip=… means the one there is. */
static void
test_set_by_kind (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_new (fixture, CONTACT, "name=Studio ; nip=1234563218");

  fixture_set (fixture, CONTACT, id, "nip=2222222222");
  assert_numbers (fixture, id, "2222222222");
  fixture_set (fixture, CONTACT, id, "nip+=3333333333");
  fixture_set (fixture, CONTACT, id, "nip+=333-333-33-33"); /* the same */
  assert_numbers (fixture, id, "2222222222|3333333333");
  fixture_set (fixture, CONTACT, id, "nip-=PL2222222222");
  assert_numbers (fixture, id, "3333333333");
  fixture_set (fixture, CONTACT, id, "nip=");
  assert_numbers (fixture, id, "");
  fixture_set (fixture, CONTACT, id, "identifier+=61 1090 1014 0000 0712 1981 2874 ; identifier+=VAT 12-34");
  fixture_assert_parts (fixture, CONTACT, id, NUMBER, KLI_IDENTIFIER_KIND, "iban|other");
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_new (fixture, CONTACT, "name=Studio ; nip=1234563218");
  gint64 edit = fixture_set (fixture, CONTACT, id, "nip=2222222222");
  g_autoptr (GError) error = NULL;

  assert_found (fixture, "2222222222", id);
  g_assert_cmpint (kli_undo (fixture->store, edit, FALSE, &error), >, 0);
  g_assert_no_error (error);
  assert_numbers (fixture, id, "1234563218");
  assert_found (fixture, "2222222222", 0);
  assert_found (fixture, "123-456-32-18", id);
}

/* --- natural persons ---------------------------------------------------------------------------------- */

static void
test_persons_are_switched_on (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_new (fixture, CONTACT, "name=Adam Lis ; npwp=0990001018000000");

  fixture_refuse_set (fixture, CONTACT, id, "pesel+=44051401359|umowa", KLI_OPERATION_ERROR_FORBIDDEN);
  fixture_refuse_set (fixture, CONTACT, id, "npwp+=3171011708450001|umowa", KLI_OPERATION_ERROR_FORBIDDEN);
  fixture_refuse_set (fixture, CONTACT, id, "identifiers.0.value=3171011708450001", KLI_OPERATION_ERROR_FORBIDDEN);
  g_assert_cmpint (fixture_run (fixture, kli_set_personal_numbers (FALSE)), ==, 0);
  g_assert_cmpint (fixture_run (fixture, kli_set_personal_numbers (TRUE)), >, 0);
  fixture_refuse_set (fixture, CONTACT, id, "pesel+=44051401359", KLI_OPERATION_ERROR_INVALID);
  fixture_set (fixture, CONTACT, id, "pesel+=44051401359|umowa o pracę");
  fixture_refuse_set (fixture, CONTACT, id, "identifiers.1.label=", KLI_OPERATION_ERROR_INVALID);
  assert_numbers (fixture, id, "0990001018000000|44051401359");

  /* What there is stays, and may go. */
  fixture_run (fixture, kli_set_personal_numbers (FALSE));
  fixture_set (fixture, CONTACT, id, "note=x");
  fixture_refuse_set (fixture, CONTACT, id, "identifiers.1.value=02211307589", KLI_OPERATION_ERROR_FORBIDDEN);
  fixture_set (fixture, CONTACT, id, "identifiers.1=");
  assert_numbers (fixture, id, "0990001018000000");
}

static void
test_persons_are_not_searched (Fixture *fixture, gconstpointer data)
{
  gint64 id;

  fixture_run (fixture, kli_set_personal_numbers (TRUE));
  id = fixture_new (fixture, CONTACT, "name=Adam Lis ; pesel+=44051401359|umowa ; npwp+=3171011708450001|pajak");
  assert_found (fixture, "44051401359", 0);
  assert_found (fixture, "3171011708450001", 0);
  assert_found (fixture, "npwp:3171011708450001", 0);
  assert_found (fixture, "npwp:317*", 0);
  assert_found (fixture, "has:identifier", id);
}

/* --- history ------------------------------------------------------------------------------------------ */

typedef struct
{
  gint64 edit;
  gint64 owner;
} Question;

static gpointer
lines_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const Question *question = user_data;
  g_autoptr (KliHistoryEntry) entry = kli_history_read_entry (connection, question->edit, error);

  return entry != NULL ? kli_history_read_lines (connection, entry, 0, 0, KLI_LANGUAGE_EN, error) : NULL;
}

static void
assert_told (Fixture *fixture, gint64 edit, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KliHistoryLines) lines = kli_store_read (fixture->store, lines_func, &(Question){ edit, 0 }, &error);
  const KliHistoryLine *line;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (lines->lines->len, ==, 1);
  line = g_ptr_array_index (lines->lines, 0);
  text = g_strdup_printf ("%s: %s > %s", line->title, line->before, line->after);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_new (fixture, CONTACT, "name=Studio ; nip=1234563218");

  assert_told (fixture, fixture_set (fixture, CONTACT, id, "nip=2222222222"),
               "NIP · Polish tax number: 123-456-32-18 > 222-222-22-22");
  assert_told (fixture, fixture_set (fixture, CONTACT, id, "nip="), "NIP · Polish tax number: 222-222-22-22 > ");
  assert_told (fixture, fixture_run (fixture, kli_set_personal_numbers (TRUE)), "Numbers of natural persons:  > yes");
  assert_told (fixture, fixture_set (fixture, CONTACT, id, "pesel+=44051401359|umowa"),
               "PESEL · umowa:  > •••••••1359");
}

/* --- search ------------------------------------------------------------------------------------------- */

static void
test_found_however_it_is_spelled (Fixture *fixture, gconstpointer data)
{
  static const char *const spellings[] = {
    "1234563218",
    "123-456-32-18",
    "PL1234563218",
    "pl 1234563218",
    "12345632",
    "nip:1234563218",
    "nip:123-456-32-18",
    "nip:PL1234563218",
    "nip:\"123 456 32 18\"",
    "nip:123*",
    "0099999901",
    "99999901",
    "krs:99999901",
    "krs:0099999901",
    "PL61109010140000071219812874",
    "61109010140000071219812874",
    "iban:PL61109010140000071219812874",
    "iban:61109010140000071219812874",
    "99.000.101.8-000.000",
    "990001018000000",
    "0990001018000000",
    "npwp:990001018000000",
    "npwp:099",
    "nib:9999000000011",
    "regon:123456785",
    "regon:*",
    "has:identifier",
  };
  gint64 id = fixture_new (fixture, CONTACT,
                           "name=Studio ; nip=1234563218 ; krs=0099999901 ; iban=61 1090 1014 0000 0712 1981 2874 ; "
                           "npwp=0990001018000000 ; nib=9999000000011 ; regon=123456785");

  fixture_new (fixture, CONTACT, "name=Adam Lis");
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    assert_found (fixture, spellings[i], id);
  assert_found (fixture, "nip:1234563217", 0);
  assert_found (fixture, "krs:1234563218", 0);
  assert_found (fixture, "nip:\"12345632\"", 0);
}

/* --- in and out --------------------------------------------------------------------------------------- */

static KliCard *
add_card (GPtrArray *cards, const char *key, const char *name)
{
  KliCard *card = kli_card_new ();

  kli_row_set_text (card->contact, KLI_CONTACT_NAME, name);
  g_free (card->source);
  card->source = g_strdup ("vcard");
  g_free (card->key);
  card->key = g_strdup (key);
  g_free (card->digest);
  card->digest = g_strdup (name);
  g_ptr_array_add (cards, card);

  return card;
}

static gpointer
plan_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_import_plan (user_data, connection, cancellable, error) ? user_data : NULL;
}

/* Returns: (transfer full): what was imported */
static KliImport *
import (Fixture *fixture, GPtrArray *cards)
{
  KliImport *import = import_fixture_of (cards, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (kli_store_read (fixture->store, plan_func, import, &error));
  g_assert_no_error (error);
  fixture_run_long (kli_import_begin (import, fixture->store));

  return import;
}

static void
assert_result (const KliImport *import, KliImportResult result, const char *reason)
{
  g_assert_cmpint (kli_import_get_result (import, 0), ==, result);
  if (strstr (kli_import_get_reason (import, 0), reason) == NULL)
    g_error ("“%s” is not said, but “%s”", reason, kli_import_get_reason (import, 0));
}

static void
test_import_finds_by_number (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) same = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_card_free);
  g_autoptr (GPtrArray) other = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_card_free);
  g_autoptr (KliImport) first = NULL;
  g_autoptr (KliImport) second = NULL;
  gint64 id = fixture_new (fixture, CONTACT, "kind=organisation ; name=Studio Fryzur ; nip=1234563218");

  kli_row_set_text (add_card (same, "uid:1", "Studio Fryzur")->contact, KLI_CONTACT_KIND, "organisation");
  kli_card_add_identifier (g_ptr_array_index (same, 0), "nip", "PL 123-456-32-18", "");
  kli_card_add_identifier (g_ptr_array_index (same, 0), "regon", "123456785", "");
  first = import (fixture, same);
  assert_result (first, KLI_IMPORT_CHANGED, "");
  g_assert_cmpint (kli_import_get_id (first, 0), ==, id);
  assert_numbers (fixture, id, "1234563218|123456785");

  kli_card_add_identifier (add_card (other, "uid:2", "Salon Urody"), "nip", "1234563218", "");
  second = import (fixture, other);
  assert_result (second, KLI_IMPORT_DOUBTFUL, "the same official number");
}

static void
test_import_corrects (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_card_free);
  g_autoptr (GPtrArray) again = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_card_free);
  g_autoptr (KliImport) first = NULL;
  g_autoptr (KliImport) second = NULL;
  KliCard *corrected;

  kli_card_add_identifier (add_card (cards, "uid:1", "Studio"), "nip", "1234563217", "");
  first = import (fixture, cards);
  corrected = add_card (again, "uid:1", "Studio");
  kli_card_add_identifier (corrected, "nip", "1234563218", "");
  g_free (corrected->digest);
  corrected->digest = g_strdup ("another");
  second = import (fixture, again);
  assert_numbers (fixture, kli_import_get_id (first, 0), "1234563218");
}

/* What was left out is taken when the same file is read once more after it was switched on. */
static void
test_import_leaves_persons_out (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_card_free);
  g_autoptr (KliImport) first = NULL;
  g_autoptr (KliImport) second = NULL;
  g_autoptr (KliImport) third = NULL;

  kli_card_add_identifier (add_card (cards, "uid:1", "Adam Lis"), "pesel", "44051401359", "");
  kli_card_add_identifier (g_ptr_array_index (cards, 0), "nip", "1234563218", "");
  first = import (fixture, cards);
  assert_result (first, KLI_IMPORT_NEW, "natural person");
  g_assert_true (kli_import_is_warned (first, 0));
  assert_numbers (fixture, kli_import_get_id (first, 0), "1234563218");
  second = import (fixture, cards);
  assert_result (second, KLI_IMPORT_SAME, "natural person");
  fixture_run (fixture, kli_set_personal_numbers (TRUE));
  third = import (fixture, cards);
  assert_result (third, KLI_IMPORT_CHANGED, "");
  g_assert_false (kli_import_is_warned (third, 0));
  assert_numbers (fixture, kli_import_get_id (first, 0), "1234563218|44051401359");
}

typedef struct
{
  gint64 id;
  gboolean personal;
} Export;

static gpointer
export_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const Export *export = user_data;

  return kli_export_card (connection, export->id, export->personal, error);
}

static void
test_export_leaves_persons_out (Fixture *fixture, gconstpointer data)
{
  gint64 id;
  g_autoptr (GError) error = NULL;

  fixture_run (fixture, kli_set_personal_numbers (TRUE));
  id = fixture_new (fixture, CONTACT, "name=Adam Lis ; pesel+=44051401359|umowa ; nip=1234563218");
  for (gboolean personal = FALSE; personal <= TRUE; personal++)
    {
      g_autoptr (KliCard) card = kli_store_read (fixture->store, export_func, &(Export){ id, personal }, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (card->identifiers->len, ==, personal ? 2 : 1);
    }
}

#define ADD(path, func) g_test_add ("/identifiers/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);
  ADD ("kept-without-separators", test_kept_without_separators);
  ADD ("set-by-kind", test_set_by_kind);
  ADD ("undo", test_undo);
  ADD ("persons-are-switched-on", test_persons_are_switched_on);
  ADD ("persons-are-not-searched", test_persons_are_not_searched);
  ADD ("history", test_history);
  ADD ("found-however-it-is-spelled", test_found_however_it_is_spelled);
  ADD ("import-finds-by-number", test_import_finds_by_number);
  ADD ("import-corrects", test_import_corrects);
  ADD ("import-leaves-persons-out", test_import_leaves_persons_out);
  ADD ("export-leaves-persons-out", test_export_leaves_persons_out);

  return g_test_run ();
}
