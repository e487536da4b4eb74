/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trash, archive, acts on contracts, files, the settings of the business. */
#include "operation-fixture.h"
#include "store/kli-history.h"

#include "../store/store-fixture.h"
#include "core/kli-contract-facts.h"
#include "operations/kli-act.h"
#include "operations/kli-attach.h"
#include "operations/kli-trash.h"
#include "store/kli-content.h"

#include <string.h>

#define CONTACT (&kli_contact_kind)
#define CONTRACT (&kli_contract_kind)

static void
act (Fixture *fixture, gint64 contract, KliActKind kind, GPtrArray *assignments)
{
  g_assert_cmpint (fixture_run (fixture, kli_act_on_contract (contract, kind, assignments)), >, 0);
}

static void
refuse_act (Fixture *fixture, gint64 contract, KliActKind kind, GPtrArray *assignments, KliOperationError code)
{
  fixture_refuse (fixture, kli_act_on_contract (contract, kind, assignments), code);
}

static GPtrArray *
on (const char *day)
{
  g_autofree char *text = g_strconcat ("on=", day, NULL);

  return fixture_assign (text, NULL);
}

/* A contract between the business and @contact. */
static gint64
new_contract (Fixture *fixture, gint64 contact)
{
  g_autofree char *line = g_strdup_printf ("title=Umowa ; start_on=2026-01-01 ; notice_count=1 ; notice_unit=months ; "
                                           "party+=self:A ; party+=%" G_GINT64_FORMAT ":B",
                                           contact);

  return fixture_new (fixture, CONTRACT, line);
}

static KliContractState
get_state (Fixture *fixture, gint64 contract)
{
  g_autoptr (KliWhole) whole = fixture_read (fixture, CONTRACT, contract);
  g_autoptr (KliContractFacts) facts = kli_contract_facts_from_whole (whole, "PL");

  return kli_contract_state (kli_contract_facts_get_terms (facts), FIXTURE_TODAY, NULL, NULL);
}

/* --- acts --------------------------------------------------------------------------------------------- */

static void
test_life_of_a_contract (Fixture *fixture, gconstpointer data)
{
  gint64 contact = fixture_new (fixture, CONTACT, "name=Ewa");
  gint64 contract = new_contract (fixture, contact);
  g_autofree char *party = g_strdup_printf ("party=%" G_GINT64_FORMAT, contact);

  refuse_act (fixture, contract, KLI_ACT_NOTICE_DELIVERED, on ("2026-11-01"), KLI_OPERATION_ERROR_FORBIDDEN);
  act (fixture, contract, KLI_ACT_SENT, on ("2025-12-01"));
  act (fixture, contract, KLI_ACT_SIGNED, fixture_assign ("on=2025-12-02", "party=self", NULL));
  g_assert_cmpint (get_state (fixture, contract), ==, KLI_CONTRACT_STATE_SENT);
  refuse_act (fixture, contract, KLI_ACT_SIGNED, fixture_assign ("on=2025-12-03", "party=self", NULL),
              KLI_OPERATION_ERROR_FORBIDDEN);
  act (fixture, contract, KLI_ACT_SIGNED, fixture_assign ("on=2025-12-03", party, NULL));
  g_assert_cmpint (get_state (fixture, contract), ==, KLI_CONTRACT_STATE_ACTIVE);
  act (fixture, contract, KLI_ACT_SUSPENDED, fixture_assign ("note=remont", NULL));
  g_assert_cmpint (get_state (fixture, contract), ==, KLI_CONTRACT_STATE_SUSPENDED);
  act (fixture, contract, KLI_ACT_RESUMED, on ("2026-11-22"));
  act (fixture, contract, KLI_ACT_NOTICE_DELIVERED, fixture_assign ("ends_on=2026-12-31", NULL));
  g_assert_cmpint (get_state (fixture, contract), ==, KLI_CONTRACT_STATE_NOTICE);
}

static void
test_acts_are_checked (Fixture *fixture, gconstpointer data)
{
  gint64 contact = fixture_new (fixture, CONTACT, "name=Ewa");
  gint64 stranger = fixture_new (fixture, CONTACT, "name=Jan");
  gint64 contract = new_contract (fixture, contact);
  gint64 lonely = fixture_new (fixture, CONTRACT, "title=Nikt");
  g_autofree char *party = g_strdup_printf ("party=%" G_GINT64_FORMAT, stranger);
  g_autofree char *itself = g_strdup_printf ("successor=%" G_GINT64_FORMAT, contract);

  refuse_act (fixture, contract, KLI_ACT_SENT, on ("soon"), KLI_OPERATION_ERROR_INVALID);
  refuse_act (fixture, contract, KLI_ACT_SENT, fixture_assign ("colour=red", NULL), KLI_OPERATION_ERROR_NOT_FOUND);
  refuse_act (fixture, contract, KLI_ACT_SENT, fixture_assign ("kind=signed", NULL), KLI_OPERATION_ERROR_NOT_FOUND);
  refuse_act (fixture, contract, KLI_ACT_SENT, fixture_assign ("party=self", NULL), KLI_OPERATION_ERROR_INVALID);
  act (fixture, contract, KLI_ACT_SENT, on ("2025-12-01"));
  refuse_act (fixture, contract, KLI_ACT_SIGNED, fixture_assign (party, NULL), KLI_OPERATION_ERROR_NOT_FOUND);
  act (fixture, contract, KLI_ACT_SIGNED, on ("2025-12-02"));
  refuse_act (fixture, contract, KLI_ACT_SUCCESSOR, on ("2026-11-22"), KLI_OPERATION_ERROR_FORBIDDEN);
  refuse_act (fixture, contract, KLI_ACT_SUCCESSOR, fixture_assign (itself, NULL), KLI_OPERATION_ERROR_FORBIDDEN);
  refuse_act (fixture, contract, KLI_ACT_NOTICE_DELIVERED, fixture_assign ("on=2026-11-20", "ends_on=2026-11-19", NULL),
              KLI_OPERATION_ERROR_FORBIDDEN);
  refuse_act (fixture, lonely, KLI_ACT_SIGNED, on ("2026-11-22"), KLI_OPERATION_ERROR_FORBIDDEN);
}

/* --- trash and archive -------------------------------------------------------------------------------- */

static void
test_trash (Fixture *fixture, gconstpointer data)
{
  gint64 ids[] = { fixture_new (fixture, CONTACT, "name=Ewa"), fixture_new (fixture, CONTACT, "name=Jan") };
  gint64 unknown = 5;

  g_assert_cmpint (fixture_run (fixture, kli_trash (CONTACT, ids, 2)), >, 0);
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 0);
  g_assert_cmpint (fixture_run (fixture, kli_trash (NULL, ids, 2)), ==, 0);
  fixture_refuse_set (fixture, CONTACT, ids[0], "note=x", KLI_OPERATION_ERROR_FORBIDDEN);
  fixture_run (fixture, kli_untrash (NULL, ids, 1));
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 1);
  fixture_refuse (fixture, kli_trash (NULL, &unknown, 1), KLI_OPERATION_ERROR_NOT_FOUND);
}

static void
test_signed_contracts_stay (Fixture *fixture, gconstpointer data)
{
  gint64 contact = fixture_new (fixture, CONTACT, "name=Ewa");
  gint64 contract = new_contract (fixture, contact);

  act (fixture, contract, KLI_ACT_SENT, on ("2025-12-01"));
  fixture_run (fixture, kli_trash (CONTRACT, &contract, 1));
  fixture_run (fixture, kli_untrash (CONTRACT, &contract, 1));
  fixture_run (fixture, kli_trash (CONTACT, &contact, 1));
  fixture_run (fixture, kli_untrash (CONTACT, &contact, 1));

  act (fixture, contract, KLI_ACT_SIGNED, on ("2025-12-02"));
  fixture_refuse (fixture, kli_trash (CONTRACT, &contract, 1), KLI_OPERATION_ERROR_FORBIDDEN);
  fixture_refuse (fixture, kli_trash (CONTACT, &contact, 1), KLI_OPERATION_ERROR_FORBIDDEN);
  act (fixture, contract, KLI_ACT_ENDED, on ("2026-06-01"));
  fixture_refuse (fixture, kli_trash (CONTACT, &contact, 1), KLI_OPERATION_ERROR_FORBIDDEN);

  g_assert_cmpint (fixture_run (fixture, kli_archive (&contact, 1)), >, 0);
  g_assert_cmpint (fixture_run (fixture, kli_archive (&contact, 1)), ==, 0);
  g_assert_cmpint (fixture_run (fixture, kli_unarchive (&contact, 1)), >, 0);
}

/* Taking back the making of a contact marks its parts with it; restored, it is whole again. */
static void
test_restored_with_its_parts (Fixture *fixture, gconstpointer data)
{
  gint64 contact = fixture_new (fixture, CONTACT, "name=Ewa ; phone+=512 345 678 ; affiliations+=Firma|prezes");
  g_autoptr (GError) error = NULL;
  g_autoptr (KliUndoPlan) plan = kli_undo_plan (fixture->store, KLI_UNDO_NEWEST, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpint (kli_undo (fixture->store, plan->entry->id, FALSE, &error), >, 0);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 0);

  fixture_run (fixture, kli_untrash (NULL, &contact, 1));
  fixture_assert_parts (fixture, CONTACT, contact, &kli_contact_point_kind, KLI_CONTACT_POINT_VALUE, "512 345 678");
  fixture_assert_parts (fixture, CONTACT, contact, &kli_affiliation_kind, KLI_AFFILIATION_ROLE, "prezes");
}

static void
test_trashed_party (Fixture *fixture, gconstpointer data)
{
  gint64 contact = fixture_new (fixture, CONTACT, "name=Ewa");
  gint64 contract = fixture_new (fixture, CONTRACT, "title=Umowa");
  g_autofree char *line = g_strdup_printf ("party+=%" G_GINT64_FORMAT ":B", contact);

  fixture_run (fixture, kli_trash (CONTACT, &contact, 1));
  fixture_refuse_set (fixture, CONTRACT, contract, line, KLI_OPERATION_ERROR_FORBIDDEN);
}

/* --- files -------------------------------------------------------------------------------------------- */

static gpointer
read_content (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_content_read (connection, user_data, error);
}

static void
assert_content (Fixture *fixture, const char *hash, GBytes *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kli_store_read (fixture->store, read_content, (gpointer)hash, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, expected));
}

static void
test_photo (Fixture *fixture, gconstpointer data)
{
  static const char png[] = "\x89PNG\r\n\x1a\nthe rest";
  gint64 id = fixture_new (fixture, CONTACT, "name=Ewa");
  g_autoptr (GBytes) picture = g_bytes_new_static (png, sizeof png);
  g_autoptr (GBytes) text = g_bytes_new_static ("hello", 5);
  g_autoptr (GBytes) large = g_bytes_new_take (g_malloc0 (KLI_PHOTO_MAX + 1), KLI_PHOTO_MAX + 1);
  g_autoptr (KliWhole) whole = NULL;

  fixture_refuse (fixture, kli_set_photo (id, text), KLI_OPERATION_ERROR_INVALID);
  fixture_refuse (fixture, kli_set_photo (id, large), KLI_OPERATION_ERROR_INVALID);
  g_assert_cmpint (fixture_run (fixture, kli_set_photo (id, picture)), >, 0);
  g_assert_cmpint (fixture_run (fixture, kli_set_photo (id, picture)), ==, 0);
  fixture_assert_text (fixture, CONTACT, id, KLI_CONTACT_PHOTO_TYPE, "image/png");
  whole = fixture_read (fixture, CONTACT, id);
  assert_content (fixture, kli_row_get_text (kli_whole_get_root (whole), KLI_CONTACT_PHOTO), picture);
  fixture_run (fixture, kli_set_photo (id, NULL));
  fixture_assert_text (fixture, CONTACT, id, KLI_CONTACT_PHOTO, "");
}

static void
test_document (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_new (fixture, CONTRACT, "title=Umowa");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF-1.7", 8);
  g_autoptr (KliWhole) whole = NULL;

  g_assert_cmpint (fixture_run (fixture, kli_attach_document (id, "/tmp/umowa.pdf", "application/pdf", bytes)), >, 0);
  whole = fixture_read (fixture, CONTRACT, id);
  assert_content (fixture, kli_row_get_text (kli_whole_get_part (whole, &kli_document_kind, 0), KLI_DOCUMENT_HASH),
                  bytes);
  fixture_assert_parts (fixture, CONTRACT, id, &kli_document_kind, KLI_DOCUMENT_NAME, "umowa.pdf");
  fixture_set (fixture, CONTRACT, id, "documents.0.name=Umowa podpisana.pdf");
  fixture_assert_parts (fixture, CONTRACT, id, &kli_document_kind, KLI_DOCUMENT_NAME, "Umowa podpisana.pdf");
  fixture_set (fixture, CONTRACT, id, "documents.0=");
  fixture_assert_parts (fixture, CONTRACT, id, &kli_document_kind, KLI_DOCUMENT_NAME, "");
}

static void
test_document_names (void)
{
  static const struct
  {
    const char *name;
    const char *expected;
  } cases[] = {
    { "umowa.pdf", "umowa.pdf" },
    { "../../.config/autostart/x.desktop", "x.desktop" },
    { "C:\\Temp\\umowa.pdf", "umowa.pdf" },
    { ".hidden", "hidden" },
    { "...", "Document" },
    { "", "Document" },
    { "a/", "Document" },
    { "two\nlines.pdf", "two lines.pdf" },
  };
  g_autofree char *many = g_strnfill (300, 'x');
  g_autofree char *long_name = g_strconcat (many, "ł.pdf", NULL);
  g_autofree char *cut = kli_document_name (long_name);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = kli_document_name (cases[i].name);

      g_assert_cmpstr (name, ==, cases[i].expected);
    }
  g_assert_cmpuint (strlen (cut), <=, 200);
  g_assert_true (g_str_has_suffix (cut, ".pdf"));
}

/* --- the business ------------------------------------------------------------------------------------- */

static void
test_business (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KliBusiness) business = kli_store_read (fixture->store, kli_business_read_func, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (business->name, ==, "Modrzew i Szpak");
  g_assert_cmpstr (business->country, ==, "PL");
  g_assert_cmpstr (business->currency, ==, "PLN");
  g_assert_false (business->sample);
  g_assert_cmpint (fixture_run (fixture, kli_set_business ("Modrzew i Szpak", NULL, "PLN")), ==, 0);
  fixture_refuse (fixture, kli_set_business (NULL, "Polska", NULL), KLI_OPERATION_ERROR_INVALID);
  fixture_refuse (fixture, kli_set_business (NULL, NULL, "zł"), KLI_OPERATION_ERROR_INVALID);
}

static void
test_another_country (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_new (fixture, CONTACT, "name=Ewa ; phone+=0812 3456 7890 ; phone+=+48 512 345 678");

  fixture_run (fixture, kli_set_business (NULL, "ID", NULL));
  fixture_assert_parts (fixture, CONTACT, id, &kli_contact_point_kind, KLI_CONTACT_POINT_NORMAL,
                        "+6281234567890|+48512345678");
}

#define ADD(path, func) g_test_add ("/deeds/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);
  ADD ("life-of-a-contract", test_life_of_a_contract);
  ADD ("acts-are-checked", test_acts_are_checked);
  ADD ("trash", test_trash);
  ADD ("signed-contracts-stay", test_signed_contracts_stay);
  ADD ("trashed-party", test_trashed_party);
  ADD ("restored-with-its-parts", test_restored_with_its_parts);
  ADD ("photo", test_photo);
  ADD ("document", test_document);
  g_test_add_func ("/deeds/document-names", test_document_names);
  ADD ("business", test_business);
  ADD ("another-country", test_another_country);

  return g_test_run ();
}
