/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Live records: they read themselves, follow every change, and say only what is different. */
#include "record-fixture.h"
#include "store-fixture.h"

#include "model/kli-contact.h"
#include "model/kli-contract.h"

/* A background reading takes milliseconds; a test machine may be busy. */
#define PATIENCE_SECONDS 20

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
  kli_store_set_today (fixture->store, kli_day_new (2026, 11, 22));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  store_fixture_let_go (fixture->store);
  store_fixture_remove (fixture->folder);
  g_free (fixture->folder);
}

/* Runs the main loop until @done says so, and fails the test when it never does. */
#define wait_until(what, done)                                                                                         \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    gint64 deadline = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;                                     \
    while (!(done) && g_get_monotonic_time () < deadline)                                                              \
      g_main_context_iteration (NULL, FALSE);                                                                          \
    if (!(done))                                                                                                       \
      g_error ("expected within %d s: %s", PATIENCE_SECONDS, what);                                                    \
  }                                                                                                                    \
  G_STMT_END

static KliContact *
read_contact (Fixture *fixture, gint64 id)
{
  KliContact *contact = kli_contact_new (fixture->store, id);

  wait_until ("the contact is read", kli_record_is_ready (KLI_RECORD (contact)));

  return contact;
}

static void
count_cb (gpointer object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
count_plain_cb (gpointer object, guint *count)
{
  (*count)++;
}

static void
test_properties (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (KLI_TYPE_CONTACT);

  for (guint column = 0; column < kli_contact_kind.n_columns; column++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (kli_contact_kind.columns[column].name), "_", '-');

      if (g_object_class_find_property (G_OBJECT_CLASS (klass), name) == NULL)
        g_error ("expected a property “%s” for the column of that name", name);
    }
}

static void
test_reads_itself (Fixture *fixture, gconstpointer data)
{
  gint64 id = record_add (fixture->store, &kli_contact_kind, KLI_CONTACT_NAME, "Ewa Śliwa", KLI_CONTACT_FAMILY, "Śliwa",
                          RECORD_END);
  g_autoptr (KliContact) contact = kli_contact_new (fixture->store, id);
  g_autofree char *family = NULL;

  g_assert_false (kli_record_is_ready (KLI_RECORD (contact)));
  g_assert_cmpstr (kli_contact_get_name (contact), ==, "");
  wait_until ("the contact is read", kli_record_is_ready (KLI_RECORD (contact)));
  g_assert_cmpstr (kli_contact_get_name (contact), ==, "Ewa Śliwa");
  g_object_get (contact, "family", &family, NULL);
  g_assert_cmpstr (family, ==, "Śliwa");
  g_assert_false (kli_contact_is_organisation (contact));
}

static void
test_says_only_what_changed (Fixture *fixture, gconstpointer data)
{
  gint64 id = record_add_person (fixture->store, "Ewa Śliwa");
  g_autoptr (KliContact) contact = read_contact (fixture, id);
  guint n_name = 0;
  guint n_note = 0;
  guint n_reloaded = 0;

  g_signal_connect (contact, "notify::name", G_CALLBACK (count_cb), &n_name);
  g_signal_connect (contact, "notify::note", G_CALLBACK (count_cb), &n_note);
  g_signal_connect (contact, "reloaded", G_CALLBACK (count_plain_cb), &n_reloaded);
  record_set (fixture->store, &kli_contact_kind, id, KLI_CONTACT_NAME, "Ewa Lis", RECORD_END);
  wait_until ("the contact follows its new name", n_reloaded == 1);
  g_assert_cmpstr (kli_contact_get_name (contact), ==, "Ewa Lis");
  g_assert_cmpuint (n_name, ==, 1);
  g_assert_cmpuint (n_note, ==, 0);
}

static void
test_follows_its_parts (Fixture *fixture, gconstpointer data)
{
  gint64 id = record_add_person (fixture->store, "Ewa Śliwa");
  g_autoptr (KliContact) contact = read_contact (fixture, id);

  g_assert_null (kli_contact_get_point (contact, "phone"));
  record_add_phone (fixture->store, id, "512 345 678");
  wait_until ("the contact follows its new phone", kli_contact_get_point (contact, "phone") != NULL);
}

static void
test_follows_names_it_shows (Fixture *fixture, gconstpointer data)
{
  gint64 person = record_add_person (fixture->store, "Ewa Śliwa");
  gint64 organisation = record_add (fixture->store, &kli_contact_kind, KLI_CONTACT_KIND, "organisation",
                                    KLI_CONTACT_NAME, "Pracownia", RECORD_END);
  g_autoptr (KliContact) contact = NULL;

  record_add (fixture->store, &kli_affiliation_kind, KLI_AFFILIATION_PERSON, person, KLI_AFFILIATION_ORGANISATION,
              organisation, KLI_AFFILIATION_ROLE, "szefowa", RECORD_END);
  contact = read_contact (fixture, person);
  g_assert_cmpstr (kli_contact_get_summary (contact), ==, "szefowa · Pracownia");

  record_set (fixture->store, &kli_contact_kind, organisation, KLI_CONTACT_NAME, "Pracownia Ceramiki", RECORD_END);
  wait_until ("the person shows the organisation's new name",
              g_str_equal (kli_contact_get_summary (contact), "szefowa · Pracownia Ceramiki"));
}

static void
test_trash (Fixture *fixture, gconstpointer data)
{
  gint64 id = record_add_person (fixture->store, "Ewa Śliwa");
  g_autoptr (KliContact) contact = read_contact (fixture, id);

  record_set_deleted (fixture->store, &kli_contact_kind, id, TRUE);
  wait_until ("the contact is in the trash", kli_record_is_in_trash (KLI_RECORD (contact)));
  g_assert_false (kli_record_is_gone (KLI_RECORD (contact)));
  g_assert_cmpstr (kli_contact_get_name (contact), ==, "Ewa Śliwa");
  record_set_deleted (fixture->store, &kli_contact_kind, id, FALSE);
  wait_until ("the contact is back", !kli_record_is_in_trash (KLI_RECORD (contact)));
}

static void
test_no_such_record (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliContact) contact = kli_contact_new (fixture->store, 12345);

  wait_until ("the record is found to be gone", kli_record_is_gone (KLI_RECORD (contact)));
  g_assert_false (kli_record_is_ready (KLI_RECORD (contact)));
}

/* Let go of, or its store closed, while the reading is under way. */
static void
test_abandoned (Fixture *fixture, gconstpointer data)
{
  gint64 id = record_add_person (fixture->store, "Ewa Śliwa");
  KliContact *contact = kli_contact_new (fixture->store, id);
  g_autoptr (KliContact) other = kli_contact_new (fixture->store, id);

  g_object_add_weak_pointer (G_OBJECT (contact), (gpointer *)&contact);
  g_object_unref (contact);
  kli_store_close (fixture->store);
  wait_until ("nobody holds the contact any more", contact == NULL);
}

static void
test_contract_state (Fixture *fixture, gconstpointer data)
{
  gint64 id = record_add (fixture->store, &kli_contract_kind, KLI_CONTRACT_TITLE, "Księgowość", KLI_CONTRACT_START_ON,
                          "2026-01-01", KLI_CONTRACT_END_ON, "2026-12-31", RECORD_END);
  g_autoptr (KliContract) contract = kli_contract_new (fixture->store, id);
  guint n_state = 0;

  wait_until ("the contract is read", kli_record_is_ready (KLI_RECORD (contract)));
  g_assert_cmpint (kli_contract_get_state (contract), ==, KLI_CONTRACT_STATE_DRAFT);
  g_assert_nonnull (kli_contract_get_terms (contract));

  g_signal_connect (contract, "notify::state", G_CALLBACK (count_cb), &n_state);
  record_add (fixture->store, &kli_contract_act_kind, KLI_CONTRACT_ACT_CONTRACT, id, KLI_CONTRACT_ACT_KIND, "signed",
              KLI_CONTRACT_ACT_ON_DAY, "2025-12-20", RECORD_END);
  wait_until ("the signed contract is in force", kli_contract_get_state (contract) == KLI_CONTRACT_STATE_ACTIVE);
  g_assert_cmpuint (n_state, ==, 1);
  g_assert_cmpint (kli_contract_get_since (contract), ==, kli_day_new (2026, 1, 1));
  g_assert_cmpint (kli_contract_get_changes_on (contract), ==, kli_day_new (2027, 1, 1));

  kli_store_set_today (fixture->store, kli_day_new (2027, 1, 1));
  wait_until ("on the day after its last one it has expired",
              kli_contract_get_state (contract) == KLI_CONTRACT_STATE_EXPIRED);
}

static void
add (const char *name, void (*func) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/model/record/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);
  add ("properties", test_properties);
  add ("reads-itself", test_reads_itself);
  add ("says-only-what-changed", test_says_only_what_changed);
  add ("follows-its-parts", test_follows_its_parts);
  add ("follows-names-it-shows", test_follows_names_it_shows);
  add ("trash", test_trash);
  add ("no-such-record", test_no_such_record);
  add ("abandoned", test_abandoned);
  add ("contract-state", test_contract_state);

  return g_test_run ();
}
