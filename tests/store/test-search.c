/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a typed text finds: whatever the spelling, the order of the words and the spacing of a number; and that
 * no text at all is an error. */
#include "hostile-texts.h"
#include "record-fixture.h"
#include "store-fixture.h"

#include "store/kli-frequent.h"
#include "store/kli-history.h"

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
  kli_store_settle (fixture->store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  record_check_derived (fixture->store);
  store_fixture_let_go (fixture->store);
  store_fixture_remove (fixture->folder);
  g_free (fixture->folder);
}

static void
assert_finds (Fixture *fixture, KliQueryTarget target, const char *search, gint64 id, gboolean found)
{
  g_autoptr (KliAnswer) answer = record_search (fixture->store, target, search);

  if ((kli_answer_find (answer, id) >= 0) != found)
    g_error ("“%s” should %sfind the record", search, found ? "" : "not ");
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *finds[6];
    const char *misses[4];
  } cases[] = {
    { "Łucja Ćwik", { "lucja", "Łucja", "ŁUC", "cwik", "cwik luc", "ć ł" }, { "ucja", "cwika", "lucja kowal" } },
    { "Max Müller", { "muller", "Müller", "mull max", "MAX", "mü" }, { "mueller", "uller" } },
    { "Anna Nowak-Zając", { "nowak", "zajac", "nowak-zając", "zając anna", "Nowak-" }, { "nowakzajac" } },
    { "Ma'ruf Amin", { "maruf", "ma'ruf", "ma’ruf", "amin maruf" }, { "ruf" } },
    { "Straße & Söhne GmbH", { "strasse", "Straße", "sohne", "strasse & sohne", "gmbh" }, { "and" } },
    { "O'Neil", { "oneil", "O’Neil", "o'ne" }, { "neil" } },
    { "Øystein Đorđe Þór", { "oystein", "dorde", "thor", "øys đor" }, { "ystein" } },
    { "שלום כהן", { "שלום", "כהן", "שלום כ" }, { "ohen" } },
    { "Zażółć 2000 sp. z o.o.", { "2000", "zazolc 2000", "sp. z o.o.", "20" }, { "3000" } },
    { "Nguyễn Thị Hương", { "nguyen", "huong thi", "nguyễn" }, { "guyen" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 id = record_add_person (fixture->store, cases[i].name);

      for (guint n = 0; n < G_N_ELEMENTS (cases[i].finds) && cases[i].finds[n] != NULL; n++)
        assert_finds (fixture, KLI_QUERY_CONTACTS, cases[i].finds[n], id, TRUE);
      for (guint n = 0; n < G_N_ELEMENTS (cases[i].misses) && cases[i].misses[n] != NULL; n++)
        assert_finds (fixture, KLI_QUERY_CONTACTS, cases[i].misses[n], id, FALSE);
    }
}

static void
test_everything_about_a_contact (Fixture *fixture, gconstpointer data)
{
  static const char *const finds[] = { "lodz",
                                       "Łódź",
                                       "lodz anna",
                                       "misia",
                                       "drukarnia",
                                       "anna drukarnia lodz",
                                       "poligraf",
                                       "anna@druk",
                                       "anna.kowalska@drukarnia.example",
                                       "drukarnia.example",
                                       "annak",
                                       "@annak",
                                       "telegram:annak",
                                       "t.me/annak",
                                       "+48 512 345",
                                       "512345678",
                                       "kowalska.example",
                                       "ANNA@DRUKARNIA" };
  gint64 id = record_add (fixture->store, &kli_contact_kind, KLI_CONTACT_NAME, "Anna Kowalska", KLI_CONTACT_NICKNAME,
                          "Misia", KLI_CONTACT_COMPANY, "Poligraf", RECORD_END);
  gint64 organisation = record_add (fixture->store, &kli_contact_kind, KLI_CONTACT_KIND, "organisation",
                                    KLI_CONTACT_NAME, "Drukarnia Wzorcowa", RECORD_END);

  record_add (fixture->store, &kli_affiliation_kind, KLI_AFFILIATION_PERSON, id, KLI_AFFILIATION_ORGANISATION,
              organisation, RECORD_END);
  record_add (fixture->store, &kli_address_kind, KLI_ADDRESS_CONTACT, id, KLI_ADDRESS_CITY, "Łódź", RECORD_END);
  record_add (fixture->store, &kli_contact_point_kind, KLI_CONTACT_POINT_CONTACT, id, KLI_CONTACT_POINT_KIND, "mail",
              KLI_CONTACT_POINT_VALUE, "Anna@Drukarnia.example", KLI_CONTACT_POINT_NORMAL, "anna@drukarnia.example",
              RECORD_END);
  record_add (fixture->store, &kli_contact_point_kind, KLI_CONTACT_POINT_CONTACT, id, KLI_CONTACT_POINT_KIND, "mail",
              KLI_CONTACT_POINT_VALUE, "anna.kowalska@drukarnia.example", RECORD_END);
  record_add (fixture->store, &kli_contact_point_kind, KLI_CONTACT_POINT_CONTACT, id, KLI_CONTACT_POINT_KIND, "chat",
              KLI_CONTACT_POINT_VALUE, "https://t.me/AnnaK", KLI_CONTACT_POINT_NORMAL, "telegram:annak", RECORD_END);
  record_add (fixture->store, &kli_contact_point_kind, KLI_CONTACT_POINT_CONTACT, id, KLI_CONTACT_POINT_KIND, "chat",
              KLI_CONTACT_POINT_VALUE, "+48 512 345 678", KLI_CONTACT_POINT_NORMAL, "whatsapp:48512345678", RECORD_END);
  record_add (fixture->store, &kli_contact_point_kind, KLI_CONTACT_POINT_CONTACT, id, KLI_CONTACT_POINT_KIND, "url",
              KLI_CONTACT_POINT_VALUE, "https://www.Kowalska.example/o-mnie", RECORD_END);

  for (guint i = 0; i < G_N_ELEMENTS (finds); i++)
    assert_finds (fixture, KLI_QUERY_CONTACTS, finds[i], id, TRUE);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "anna warszawa", id, FALSE);
}

static void
test_phones (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *phone;
    const char *finds[9];
    const char *misses[3];
  } cases[] = {
    { "+48 512 345 678",
      { "512345678", "512 345 678", "512-345", "+48512", "+48 512 345", "0048 512 345 678", "(512) 345 678", "345 678",
        "5678" },
      { "513", "34567", "512 345 679" } },
    { "+62 812-3456-7890",
      { "0812 3456", "08123456", "812-3456", "+62 812", "0812-3456-7890", "62812", "(+62) 812 34567890", "7890" },
      { "0813", "123 4567" } },
    { "12 345 67 89",
      { "12 345", "123456789", "+48 12 345 67 89", "345 67 89", "6789", "(12) 345-67-89" },
      { "+4912" } },
    { "wew. 4711 portiernia", { "4711", "471" }, { "711" } }, /* no number can be made of it: its digits */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 id = record_add_person (fixture->store, "Ktoś");

      record_add_phone (fixture->store, id, cases[i].phone);
      for (guint n = 0; n < G_N_ELEMENTS (cases[i].finds) && cases[i].finds[n] != NULL; n++)
        assert_finds (fixture, KLI_QUERY_CONTACTS, cases[i].finds[n], id, TRUE);
      for (guint n = 0; n < G_N_ELEMENTS (cases[i].misses) && cases[i].misses[n] != NULL; n++)
        assert_finds (fixture, KLI_QUERY_CONTACTS, cases[i].misses[n], id, FALSE);
      assert_finds (fixture, KLI_QUERY_CONTACTS, "ktos 48 12", id, i == 2); /* words and a number together */
    }
}

/* Whoever is found by a text is found by every beginning of it: nobody goes and comes back while it is typed. */
static void
test_beginnings (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "jo", "jo@ab.example", "12", "512 345 678", "@jo", "ab.example/jo", "ketut" };
  gint64 id
      = record_add (fixture->store, &kli_contact_kind, KLI_CONTACT_NAME, "Ktoś", KLI_CONTACT_NOTE, "Ketut", RECORD_END);

  record_add_phone (fixture->store, id, "12");
  record_add_phone (fixture->store, id, "+48 512 345 678");
  record_add (fixture->store, &kli_contact_point_kind, KLI_CONTACT_POINT_CONTACT, id, KLI_CONTACT_POINT_KIND, "mail",
              KLI_CONTACT_POINT_VALUE, "jo@ab.example", RECORD_END);
  record_add (fixture->store, &kli_contact_point_kind, KLI_CONTACT_POINT_CONTACT, id, KLI_CONTACT_POINT_KIND, "chat",
              KLI_CONTACT_POINT_VALUE, "@jo", RECORD_END);
  record_add (fixture->store, &kli_contact_point_kind, KLI_CONTACT_POINT_CONTACT, id, KLI_CONTACT_POINT_KIND, "url",
              KLI_CONTACT_POINT_VALUE, "https://ab.example/jo", RECORD_END);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (glong n = 1; n <= g_utf8_strlen (texts[i], -1); n++)
      {
        g_autofree char *typed = g_utf8_substring (texts[i], 0, n);

        if (!g_str_equal (typed, "@"))
          assert_finds (fixture, KLI_QUERY_CONTACTS, typed, id, TRUE);
      }
  assert_finds (fixture, KLI_QUERY_CONTACTS, "13", id, FALSE);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "ex", id, FALSE);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "@ab", id, TRUE);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "ab.", id, TRUE);
}

/* What other programs called a contact by, in any spelling. */
static void
test_identifiers (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *value;
    const char *finds[6];
    const char *misses[3];
  } cases[] = {
    { "526-000-12-46",
      { "526-000-12-46", "5260001246", "526 000 12 46", "526-0", "52600" },
      { "5260001247", "0001246" } },
    { "PL 526 000 12 47",
      { "PL5260001247", "pl 526 000 12 47", "PL526-000-12-47", "5260001247", "pl526" },
      { "PL5260001248" } },
    { "0000123456", { "0000123456", "123456" }, { "0000123457" } },
    { "KL/2026/7", { "KL/2026/7", "kl2026", "kl-2026/7" }, { "kl/2027" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 id = record_add_person (fixture->store, "Ktoś");
      gint64 extra = record_add (fixture->store, &kli_contact_extra_kind, KLI_CONTACT_EXTRA_CONTACT, id,
                                 KLI_CONTACT_EXTRA_NAME, "X-ID", KLI_CONTACT_EXTRA_VALUE, cases[i].value, RECORD_END);

      for (guint n = 0; n < G_N_ELEMENTS (cases[i].finds) && cases[i].finds[n] != NULL; n++)
        assert_finds (fixture, KLI_QUERY_CONTACTS, cases[i].finds[n], id, TRUE);
      for (guint n = 0; n < G_N_ELEMENTS (cases[i].misses) && cases[i].misses[n] != NULL; n++)
        assert_finds (fixture, KLI_QUERY_CONTACTS, cases[i].misses[n], id, FALSE);

      record_set (fixture->store, &kli_contact_extra_kind, extra, KLI_CONTACT_EXTRA_VALUE, "-//Program 5.1//EN",
                  RECORD_END);
      assert_finds (fixture, KLI_QUERY_CONTACTS, cases[i].finds[0], id, FALSE);
      assert_finds (fixture, KLI_QUERY_CONTACTS, "program", id, FALSE); /* says nothing about anybody */
    }
}

static void
test_tags (Fixture *fixture, gconstpointer data)
{
  gint64 id = record_add_person (fixture->store, "Anna Lis");
  gint64 other = record_add_person (fixture->store, "Jan Lis");
  gint64 tag = record_add (fixture->store, &kli_tag_kind, KLI_TAG_NAME, "Stały Klient", RECORD_END);
  gint64 given = record_add (fixture->store, &kli_contact_tag_kind, KLI_CONTACT_TAG_CONTACT, id, KLI_CONTACT_TAG_TAG,
                             tag, RECORD_END);
  static const char *const finds[] = { "st", "klient", "stały klient", "KLI anna", "\"stały klient\"" };
  static const char *const misses[] = { "tały", "klienta", "\"klient stały\"", "\"stały\" jan", "\"lis stały\"" };

  for (guint i = 0; i < G_N_ELEMENTS (finds); i++)
    assert_finds (fixture, KLI_QUERY_CONTACTS, finds[i], id, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (misses); i++)
    assert_finds (fixture, KLI_QUERY_CONTACTS, misses[i], id, FALSE);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "klient", other, FALSE);

  record_set (fixture->store, &kli_tag_kind, tag, KLI_TAG_NAME, "VIP", RECORD_END);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "klient", id, FALSE);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "vip", id, TRUE);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "lis -vip", other, TRUE);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "lis -vip", id, FALSE);
  record_set_deleted (fixture->store, &kli_contact_tag_kind, given, TRUE);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "vip", id, FALSE);
}

static void
test_contracts (Fixture *fixture, gconstpointer data)
{
  static const char *const finds[]
      = { "umw/2026/017", "UMW", "umw 17", "017", "2026 obsluga", "obsługa ksiegowa", "krakowskie", "podworka umw" };
  gint64 party = record_add_person (fixture->store, "Krakowskie Podwórka");
  gint64 id = record_add (fixture->store, &kli_contract_kind, KLI_CONTRACT_NUMBER, "UMW/2026/17 (017)",
                          KLI_CONTRACT_TITLE, "Obsługa księgowa", RECORD_END);

  record_add (fixture->store, &kli_contract_party_kind, KLI_CONTRACT_PARTY_CONTRACT, id, KLI_CONTRACT_PARTY_CONTACT,
              party, RECORD_END);
  for (guint i = 0; i < G_N_ELEMENTS (finds); i++)
    assert_finds (fixture, KLI_QUERY_CONTRACTS, finds[i], id, TRUE);
  assert_finds (fixture, KLI_QUERY_CONTRACTS, "umw/2027", id, FALSE);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "krakowskie", party, TRUE);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "obsluga", id, FALSE); /* another list */

  record_set (fixture->store, &kli_contact_kind, party, KLI_CONTACT_NAME, "Wrocławskie Podwórka", RECORD_END);
  assert_finds (fixture, KLI_QUERY_CONTRACTS, "wroclawskie", id, TRUE);
  assert_finds (fixture, KLI_QUERY_CONTRACTS, "krakowskie", id, FALSE);
}

static void
test_follows_changes (Fixture *fixture, gconstpointer data)
{
  gint64 id = record_add_person (fixture->store, "Wayan");
  gint64 organisation = record_add_person (fixture->store, "Sinar Jaya");
  gint64 affiliation, phone;

  affiliation = record_add (fixture->store, &kli_affiliation_kind, KLI_AFFILIATION_PERSON, id,
                            KLI_AFFILIATION_ORGANISATION, organisation, RECORD_END);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "wayan sinar", id, TRUE);
  record_set (fixture->store, &kli_contact_kind, organisation, KLI_CONTACT_NAME, "Terang Jaya", RECORD_END);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "wayan sinar", id, FALSE);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "wayan terang", id, TRUE);
  record_set_deleted (fixture->store, &kli_affiliation_kind, affiliation, TRUE);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "wayan terang", id, FALSE);

  phone = record_add_phone (fixture->store, id, "512 345 678");
  assert_finds (fixture, KLI_QUERY_CONTACTS, "512345", id, TRUE);
  record_set (fixture->store, &kli_contact_point_kind, phone, KLI_CONTACT_POINT_VALUE, "600 100 200",
              KLI_CONTACT_POINT_NORMAL, "+48600100200", RECORD_END);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "512345", id, FALSE);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "600 100", id, TRUE);

  record_set_deleted (fixture->store, &kli_contact_kind, id, TRUE);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "wayan", id, FALSE);
  assert_finds (fixture, KLI_QUERY_TRASH, "wayan", id, TRUE);
  assert_finds (fixture, KLI_QUERY_TRASH, "600100200", id, TRUE);
  record_set_deleted (fixture->store, &kli_contact_kind, id, FALSE);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "wayan", id, TRUE);
}

/* Surnames of both genders are one in a search, whichever is typed; those in quotes are as they are written. */
static void
test_genders (Fixture *fixture, gconstpointer data)
{
  gint64 anna = record_add_person (fixture->store, "Anna Kowalska-Wysocka");
  gint64 jan = record_add_person (fixture->store, "Jan Kowalski");
  gint64 adam = record_add_person (fixture->store, "Adam Zawadzki");
  gint64 studio = record_add_person (fixture->store, "Kaskader");
  gint64 gorna = record_add_person (fixture->store, "Ewa Górna");

  for (guint i = 0; i < 2; i++)
    {
      static const char *const forms[][2] = { { "kowalska", "zawadzka" }, { "KOWALSKI", "Zawadzki" } };

      assert_finds (fixture, KLI_QUERY_CONTACTS, forms[i][0], anna, TRUE);
      assert_finds (fixture, KLI_QUERY_CONTACTS, forms[i][0], jan, TRUE);
      assert_finds (fixture, KLI_QUERY_CONTACTS, forms[i][0], adam, FALSE);
      assert_finds (fixture, KLI_QUERY_CONTACTS, forms[i][1], adam, TRUE);
    }
  assert_finds (fixture, KLI_QUERY_CONTACTS, "ann wysocki", anna, TRUE);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "kaska", studio, TRUE); /* the beginning of a word still is one */
  assert_finds (fixture, KLI_QUERY_CONTACTS, "górny", gorna, FALSE);
}

static gpointer
list_entries (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_history_read_list (connection, 0, 1, error);
}

static void
undo_newest (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = kli_store_read (fixture->store, list_entries, NULL, &error);
  const KliHistoryEntry *newest = g_ptr_array_index (entries, 0);

  kli_undo (fixture->store, newest->id, TRUE, &error);
  g_assert_no_error (error);
}

/* A record is found by what is noted about it, through every edit, undo, trash and what else there is. */
static void
test_notes (Fixture *fixture, gconstpointer data)
{
  gint64 id = record_add (fixture->store, &kli_contact_kind, KLI_CONTACT_NAME, "Anna Kowalska", KLI_CONTACT_NOTE,
                          "Woli rozmawiać wieczorem.\nPies: „Łatek”; żona O’Neila", RECORD_END);
  gint64 other = record_add_person (fixture->store, "Latek Oneil");
  gint64 contract = record_add (fixture->store, &kli_contract_kind, KLI_CONTRACT_TITLE, "Obsługa", KLI_CONTRACT_NOTE,
                                "aneks w drodze", RECORD_END);
  static const char *const finds[]
      = { "latek", "ŁATEK", "wiecz", "oneila", "anna latek", "kowal pies zon", "wieczorem." };
  static const char *const misses[] = { "atek", "latka", "ewa latek", "aneks" };

  for (guint i = 0; i < G_N_ELEMENTS (finds); i++)
    assert_finds (fixture, KLI_QUERY_CONTACTS, finds[i], id, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (misses); i++)
    assert_finds (fixture, KLI_QUERY_CONTACTS, misses[i], id, FALSE);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "latek", other, TRUE); /* by a name and by a note at once */
  assert_finds (fixture, KLI_QUERY_CONTRACTS, "obsluga aneks", contract, TRUE);

  record_set (fixture->store, &kli_contact_kind, id, KLI_CONTACT_NOTE, "Kot Mruczek", RECORD_END);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "pies", id, FALSE);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "mrucz", id, TRUE);
  undo_newest (fixture);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "pies", id, TRUE);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "mrucz", id, FALSE);

  record_set_deleted (fixture->store, &kli_contact_kind, id, TRUE);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "pies", id, FALSE);
  assert_finds (fixture, KLI_QUERY_TRASH, "pies", id, TRUE);
  record_set_deleted (fixture->store, &kli_contact_kind, id, FALSE);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "pies", id, TRUE);
  record_set (fixture->store, &kli_contact_kind, id, KLI_CONTACT_NOTE, "", RECORD_END);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "pies", id, FALSE);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "anna", id, TRUE);
}

static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) texts = hostile_texts_new ();
  gint64 anna = record_add_person (fixture->store, "Anna");
  g_autofree char *million = g_strnfill (1000000, 'a');
  g_autofree char *quotes = g_strnfill (1000000, '"');

  for (guint i = 0; i < texts->len; i++)
    for (KliQueryTarget target = KLI_QUERY_CONTACTS; target <= KLI_QUERY_TRASH; target++)
      kli_answer_unref (record_search (fixture->store, target, g_ptr_array_index (texts, i)));

  assert_finds (fixture, KLI_QUERY_CONTACTS, million, anna, FALSE);
  assert_finds (fixture, KLI_QUERY_CONTACTS, quotes, anna, FALSE);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "a\xff\xfe", anna, TRUE); /* what is not UTF-8 is mere punctuation */
  assert_finds (fixture, KLI_QUERY_CONTACTS, " \t\n ", anna, TRUE);    /* asks nothing */
  assert_finds (fixture, KLI_QUERY_CONTACTS, "!!!", anna, FALSE);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "anna !!!", anna, TRUE);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "\"ann\"*", anna, TRUE);
}

/* Does to a word index what a failing disk would. */
static void
damage_index (Fixture *fixture, const char *sql)
{
  kli_store_close (fixture->store);
  g_clear_object (&fixture->store);
  store_fixture_meddle (fixture->folder, sql);
  fixture->store = store_fixture_open (fixture->folder, "test.db");
  kli_store_settle (fixture->store);
}

/* A damaged index costs time, not answers: they come from the texts, and it is made anew meanwhile. */
static void
test_damaged_for_reading (Fixture *fixture, gconstpointer data)
{
  gint64 anna = record_add_person (fixture->store, "Anna Kowalska");

  damage_index (fixture, "DELETE FROM search_data WHERE id > 10");
  g_test_expect_message ("Klientela", G_LOG_LEVEL_MESSAGE, "*made anew*");
  assert_finds (fixture, KLI_QUERY_CONTACTS, "kowal ann", anna, TRUE);
  g_test_assert_expected_messages ();
  assert_finds (fixture, KLI_QUERY_CONTACTS, "owal", anna, FALSE);
  kli_store_catch_up (fixture->store);
  record_check_derived (fixture->store);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "kowal ann", anna, TRUE);
}

/* The same of the index of notes. */
static void
test_damaged_notes (Fixture *fixture, gconstpointer data)
{
  gint64 anna = record_add (fixture->store, &kli_contact_kind, KLI_CONTACT_NAME, "Anna", KLI_CONTACT_NOTE, "lubi kawę",
                            RECORD_END);

  damage_index (fixture, "DELETE FROM search_note_data WHERE id > 10");
  g_test_expect_message ("Klientela", G_LOG_LEVEL_MESSAGE, "*made anew*");
  assert_finds (fixture, KLI_QUERY_CONTACTS, "kawe ann", anna, TRUE);
  g_test_assert_expected_messages ();
  kli_store_catch_up (fixture->store);
  record_check_derived (fixture->store);

  damage_index (fixture, "DELETE FROM search_note_data WHERE id = 1");
  g_test_expect_message ("Klientela", G_LOG_LEVEL_MESSAGE, "*made anew*");
  record_set (fixture->store, &kli_contact_kind, anna, KLI_CONTACT_NOTE, "lubi herbatę", RECORD_END);
  g_test_assert_expected_messages ();
  kli_store_catch_up (fixture->store);
  record_check_derived (fixture->store);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "kawe", anna, FALSE);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "herbata", anna, FALSE);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "herb", anna, TRUE);
}

/* Nor does it keep anybody from saving. */
static void
test_damaged_for_writing (Fixture *fixture, gconstpointer data)
{
  gint64 anna = record_add_person (fixture->store, "Anna Kowalska");
  gint64 ewa = record_add_person (fixture->store, "Ewa Kowalczyk");

  damage_index (fixture, "DELETE FROM search_data WHERE id = 1");
  g_test_expect_message ("Klientela", G_LOG_LEVEL_MESSAGE, "*made anew*");
  record_set (fixture->store, &kli_contact_kind, ewa, KLI_CONTACT_NAME, "Ewa Nowak", RECORD_END);
  g_test_assert_expected_messages ();
  assert_finds (fixture, KLI_QUERY_CONTACTS, "kowal", anna, TRUE);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "kowal", ewa, FALSE);
  kli_store_catch_up (fixture->store);
  record_check_derived (fixture->store);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "kowal", anna, TRUE);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "kowal", ewa, FALSE);
}

/* Names may be anything at all. */
static void
test_hostile_names (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "", " ", "\"'*^:()", "a\nb\tc", "😀😀", "\u202eevil", "²³", "ǆ", "ﬀ", "ⅷ", "٣٤٥" };
  g_autofree char *long_name = g_strnfill (100000, 'x');

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gint64 id = record_add_person (fixture->store, names[i]);

      record_set (fixture->store, &kli_contact_kind, id, KLI_CONTACT_NICKNAME, names[i], KLI_CONTACT_NOTE, names[i],
                  RECORD_END);
    }
  assert_finds (fixture, KLI_QUERY_CONTACTS, "xxx", record_add_person (fixture->store, long_name), TRUE);
}

/* --- words that many have ------------------------------------------------------------------------------- */

#define N_ANNAS 5000

static gboolean
insert_annas (KliEdit *edit, gpointer user_data, GError **error)
{
  for (guint i = 0; i < N_ANNAS; i++)
    {
      g_autoptr (KliRow) row = kli_row_new (&kli_contact_kind);
      g_autoptr (KliRow) point = kli_row_new (&kli_contact_point_kind);
      g_autofree char *name = g_strdup_printf ("Anna Annowska %u%s", i, i % 4 == 0 ? " Xyz" : "");

      kli_row_set_text (row, KLI_CONTACT_NAME, name);
      kli_row_set_text (row, KLI_CONTACT_NOTE, "Pisze wierszem");
      if (!kli_edit_insert (edit, row, error))
        return FALSE;
      kli_row_set_integer (point, KLI_CONTACT_POINT_CONTACT, row->id);
      kli_row_set_text (point, KLI_CONTACT_POINT_KIND, "mail");
      kli_row_set_text (point, KLI_CONTACT_POINT_VALUE, "anna@example.com");
      if (!kli_edit_insert (edit, point, error))
        return FALSE;
    }

  return TRUE;
}

typedef struct
{
  KliFrequentOf of;
  const char *word;
} Kept;

/* KliReadFunc. Returns: how many the set of @user_data has, and one; NULL when there is none. */
static gpointer
count_kept (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const Kept *wanted = user_data;
  g_autoptr (KliBitmap) found = kli_bitmap_new (0);
  gboolean kept = FALSE;

  if (!kli_frequent_read (connection, wanted->of, wanted->word, found, &kept, error) || !kept)
    return NULL;

  return GUINT_TO_POINTER (kli_bitmap_count (found) + 1);
}

static void
assert_kept (Fixture *fixture, KliFrequentOf of, const char *word, guint n)
{
  Kept wanted = { of, word };
  g_autoptr (GError) error = NULL;
  guint counted = GPOINTER_TO_UINT (kli_store_read (fixture->store, count_kept, &wanted, &error));

  g_assert_no_error (error);
  if (counted != n + 1)
    g_error ("the set of “%s” should have %u members, not %d", word, n, (int)counted - 1);
}

static void
assert_finds_many (Fixture *fixture, const char *search, guint n)
{
  g_autoptr (KliAnswer) answer = record_search (fixture->store, KLI_QUERY_CONTACTS, search);

  g_assert_cmpuint (kli_answer_get_n_items (answer), ==, n);
}

/* The set of a word that many have is made in an idle moment, and then follows every edit and undo. */
static void
test_frequent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 many = kli_store_edit (fixture->store, "test", 0, insert_annas, NULL, &error);
  Kept none = { KLI_FREQUENT_WORDS, "10" }, too_long = { KLI_FREQUENT_WORDS, "xyz" };
  gint64 one, undo;

  g_assert_no_error (error);
  kli_store_tidy (fixture->store);
  assert_kept (fixture, KLI_FREQUENT_WORDS, "a", N_ANNAS);
  assert_kept (fixture, KLI_FREQUENT_WORDS, "annowsk", N_ANNAS);
  assert_kept (fixture, KLI_FREQUENT_WORDS, "anna ", N_ANNAS); /* the whole word */
  assert_kept (fixture, KLI_FREQUENT_NOTES, "wier", N_ANNAS);
  assert_kept (fixture, KLI_FREQUENT_WORDS, "1", 1111); /* of one letter or two fewer are enough */
  assert_kept (fixture, KLI_FREQUENT_WORDS, "xy", N_ANNAS / 4);
  g_assert_null (kli_store_read (fixture->store, count_kept, &none, &error));
  g_assert_null (kli_store_read (fixture->store, count_kept, &too_long, &error));

  assert_finds_many (fixture, "example.com", N_ANNAS);
  assert_finds_many (fixture, "anna@ex", N_ANNAS);

  one = record_add_person (fixture->store, "Anna");
  assert_kept (fixture, KLI_FREQUENT_WORDS, "anna", N_ANNAS + 1);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "anna", one, TRUE);
  record_set (fixture->store, &kli_contact_kind, one, KLI_CONTACT_NAME, "Ewa Annowska", RECORD_END);
  assert_kept (fixture, KLI_FREQUENT_WORDS, "anna", N_ANNAS);
  record_set (fixture->store, &kli_contact_kind, one, KLI_CONTACT_NAME, "Anna Annowska", RECORD_END);
  assert_kept (fixture, KLI_FREQUENT_WORDS, "anna", N_ANNAS + 1);
  record_set (fixture->store, &kli_contact_kind, one, KLI_CONTACT_NAME, "Ewa Annowska", RECORD_END);
  assert_kept (fixture, KLI_FREQUENT_WORDS, "anna", N_ANNAS);
  assert_kept (fixture, KLI_FREQUENT_WORDS, "ann", N_ANNAS + 1); /* another word begins so, too */
  record_add_person (fixture->store, "Annabella");
  assert_kept (fixture, KLI_FREQUENT_WORDS, "anna", N_ANNAS + 1);
  assert_kept (fixture, KLI_FREQUENT_WORDS, "anna ", N_ANNAS);
  assert_finds_many (fixture, "\"anna\"", N_ANNAS);
  assert_kept (fixture, KLI_FREQUENT_WORDS, "anno", N_ANNAS + 1);
  assert_finds (fixture, KLI_QUERY_CONTACTS, "anna", one, FALSE);
  record_set (fixture->store, &kli_contact_kind, one, KLI_CONTACT_NOTE, "Anna pisze", RECORD_END);
  assert_kept (fixture, KLI_FREQUENT_NOTES, "pisze", N_ANNAS + 1);
  assert_finds_many (fixture, "pisze", N_ANNAS + 1);
  assert_finds_many (fixture, "anna", N_ANNAS + 2); /* one of them by the note only */
  assert_finds_many (fixture, "\"anna\"", N_ANNAS + 1);
  record_check_derived (fixture->store);

  undo = kli_undo (fixture->store, many, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (undo, >, 0);
}

/* Counts, makes the first sets and adds somebody, whose words have sets by the end of the edit but for the last ones.
 */
static gboolean
begin_sets (KliEdit *edit, gpointer user_data, GError **error)
{
  g_autoptr (KliRow) row = kli_row_new (&kli_contact_kind);
  gboolean more = TRUE;

  for (guint i = 0; i < GPOINTER_TO_UINT (user_data); i++)
    if (!kli_frequent_tidy (kli_edit_get_connection (edit), &more, error))
      return FALSE;
  g_assert_true (more);
  kli_row_set_text (row, KLI_CONTACT_NAME, "Anna Annowska");

  return kli_edit_insert (edit, row, error);
}

/* Edits go on while the sets are made, one after the other. */
static void
test_frequent_begun (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  kli_store_edit (fixture->store, "test", 0, insert_annas, NULL, &error);
  g_assert_no_error (error);
  for (guint steps = 2; steps < 5; steps++)
    {
      kli_store_edit (fixture->store, "test", 0, begin_sets, GUINT_TO_POINTER (steps), &error);
      g_assert_no_error (error);
    }
  kli_store_tidy (fixture->store);
  assert_kept (fixture, KLI_FREQUENT_WORDS, "a", N_ANNAS + 3);
  assert_kept (fixture, KLI_FREQUENT_WORDS, "annowska", N_ANNAS + 3);
  record_check_derived (fixture->store);
}

#define add(name, func) g_test_add ("/store/search/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);

  add ("names", test_names);
  add ("everything-about-a-contact", test_everything_about_a_contact);
  add ("phones", test_phones);
  add ("beginnings", test_beginnings);
  add ("identifiers", test_identifiers);
  add ("tags", test_tags);
  add ("contracts", test_contracts);
  add ("follows-changes", test_follows_changes);
  add ("notes", test_notes);
  add ("genders", test_genders);
  add ("hostile", test_hostile);
  add ("hostile-names", test_hostile_names);
  add ("frequent", test_frequent);
  add ("frequent-begun", test_frequent_begun);
  add ("damaged-for-reading", test_damaged_for_reading);
  add ("damaged-for-writing", test_damaged_for_writing);
  add ("damaged-notes", test_damaged_notes);

  return g_test_run ();
}
