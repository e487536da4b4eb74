/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making records and setting their fields by paths. */
#include "operation-fixture.h"

#include "../store/store-fixture.h"
#include "operations/kli-trash.h"

#define CONTACT (&kli_contact_kind)
#define CONTRACT (&kli_contract_kind)

/* --- names -------------------------------------------------------------------------------------------- */

static void
assert_name (Fixture *fixture, gint64 id, const char *name, const char *given, const char *family)
{
  fixture_assert_text (fixture, CONTACT, id, KLI_CONTACT_NAME, name);
  fixture_assert_text (fixture, CONTACT, id, KLI_CONTACT_GIVEN, given);
  fixture_assert_text (fixture, CONTACT, id, KLI_CONTACT_FAMILY, family);
}

static void
test_name_and_parts (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_new (fixture, CONTACT, "name=dr Ewa Śliwa");

  assert_name (fixture, id, "dr Ewa Śliwa", "Ewa", "Śliwa");
  fixture_assert_text (fixture, CONTACT, id, KLI_CONTACT_PREFIX, "dr");

  fixture_set (fixture, CONTACT, id, "family=Lis");
  assert_name (fixture, id, "dr Ewa Lis", "Ewa", "Lis");

  fixture_set (fixture, CONTACT, id, "name=Anna Nowak-Zając");
  assert_name (fixture, id, "Anna Nowak-Zając", "Anna", "Nowak-Zając");
  fixture_assert_text (fixture, CONTACT, id, KLI_CONTACT_PREFIX, "");
}

static void
test_name_out_of_step (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_new (fixture, CONTACT, "name=Bu Ratna ; given=Ratna ; family=Kartikasari");

  assert_name (fixture, id, "Bu Ratna", "Ratna", "Kartikasari");
  fixture_set (fixture, CONTACT, id, "name=Ibu Ratna");
  assert_name (fixture, id, "Ibu Ratna", "Ratna", "Kartikasari");
}

static void
test_name_of_parts (Fixture *fixture, gconstpointer data)
{
  gint64 person = fixture_new (fixture, CONTACT, "given=Jan ; family=Kłos");
  gint64 organisation = fixture_new (fixture, CONTACT, "kind=organisation ; name=Kłos i Synowie sp.j.");
  gint64 mononym = fixture_new (fixture, CONTACT, "name=Sukarmin");

  assert_name (fixture, person, "Jan Kłos", "Jan", "Kłos");
  assert_name (fixture, organisation, "Kłos i Synowie sp.j.", "", "");
  assert_name (fixture, mononym, "Sukarmin", "Sukarmin", "");
}

/* In an Indonesian business no last word is taken for a family name. */
static void
test_name_in_indonesia (Fixture *fixture, gconstpointer data)
{
  gint64 id;

  fixture_run (fixture, kli_set_business (NULL, "ID", NULL));
  id = fixture_new (fixture, CONTACT, "name=dr. Hendra Tjahjadi, Sp.A.");
  assert_name (fixture, id, "dr. Hendra Tjahjadi, Sp.A.", "Hendra Tjahjadi", "");
  fixture_assert_text (fixture, CONTACT, id, KLI_CONTACT_SUFFIX, "Sp.A.");
  fixture_set (fixture, CONTACT, id, "name=Sihombing, Melati");
  assert_name (fixture, id, "Sihombing, Melati", "Melati", "Sihombing");
}

/* What is typed is put as its country writes it; what is no postal code is kept, and a file is not corrected. */
static void
test_address_parts (Fixture *fixture, gconstpointer data)
{
  gint64 id
      = fixture_new (fixture, CONTACT,
                     "name=Jan ; address+=ul. Polna;Kraków;31019;;;;7/3 ; "
                     "address+=Jl. Contoh;Kota Bandung;40 123;Jawa Barat;Indonesia;home;12;3;05;Contohsari;Contoh");
  const KliKind *address = &kli_address_kind;

  fixture_assert_parts (fixture, CONTACT, id, address, KLI_ADDRESS_POSTCODE, "31-019|40123");
  fixture_assert_parts (fixture, CONTACT, id, address, KLI_ADDRESS_HOUSE, "7/3|12");
  fixture_assert_parts (fixture, CONTACT, id, address, KLI_ADDRESS_RT, "|003");
  fixture_assert_parts (fixture, CONTACT, id, address, KLI_ADDRESS_RW, "|005");
  fixture_assert_parts (fixture, CONTACT, id, address, KLI_ADDRESS_VILLAGE, "|Contohsari");
  fixture_assert_parts (fixture, CONTACT, id, address, KLI_ADDRESS_DISTRICT, "|Contoh");
  fixture_set (fixture, CONTACT, id, "addresses.0.postcode=3101 ; addresses.1.rt=12 ; addresses.0.village=Wola");
  fixture_assert_parts (fixture, CONTACT, id, address, KLI_ADDRESS_POSTCODE, "3101|40123");
  fixture_assert_parts (fixture, CONTACT, id, address, KLI_ADDRESS_RT, "|012");
  fixture_assert_parts (fixture, CONTACT, id, address, KLI_ADDRESS_VILLAGE, "Wola|Contohsari");
}

static void
assert_form (Fixture *fixture, gint64 id, const char *name, const char *form)
{
  fixture_assert_text (fixture, CONTACT, id, KLI_CONTACT_NAME, name);
  fixture_assert_text (fixture, CONTACT, id, KLI_CONTACT_LEGAL_FORM, form);
}

/* Whichever of the name and the legal form is set decides about the other. */
static void
test_legal_form (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_new (fixture, CONTACT, "kind=organisation ; name=Ósemka sp. z o.o.");
  gint64 bare = fixture_new (fixture, CONTACT, "kind=organisation ; name=Angin Timur ; legal_form=PT");
  gint64 person = fixture_new (fixture, CONTACT, "name=Jan Nowak S.A.");

  assert_form (fixture, id, "Ósemka sp. z o.o.", "sp. z o.o.");
  fixture_set (fixture, CONTACT, id, "legal_form=S.A.");
  assert_form (fixture, id, "Ósemka S.A.", "S.A.");
  fixture_set (fixture, CONTACT, id, "name=Dziewiątka sp.k.");
  assert_form (fixture, id, "Dziewiątka sp.k.", "sp.k.");
  fixture_set (fixture, CONTACT, id, "name=Dziewiątka");
  assert_form (fixture, id, "Dziewiątka", "");
  fixture_set (fixture, CONTACT, id, "legal_form=JDG");
  assert_form (fixture, id, "Dziewiątka", "JDG");
  fixture_set (fixture, CONTACT, id, "name=Dziesiątka");
  assert_form (fixture, id, "Dziesiątka", "JDG");
  assert_form (fixture, bare, "PT Angin Timur", "PT");
  fixture_set (fixture, CONTACT, bare, "legal_form=");
  assert_form (fixture, bare, "Angin Timur", "");
  fixture_assert_text (fixture, CONTACT, person, KLI_CONTACT_LEGAL_FORM, "");
}

static void
test_address_form (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_new (fixture, CONTACT, "name=Anna Lis ; address_form=pani ; vocative=Aniu ; call_name=Ania");

  fixture_assert_text (fixture, CONTACT, id, KLI_CONTACT_ADDRESS_FORM, "pani");
  fixture_refuse_set (fixture, CONTACT, id, "address_form=madame", KLI_OPERATION_ERROR_INVALID);
  fixture_set (fixture, CONTACT, id, "address_form= ; vocative=");
  fixture_assert_text (fixture, CONTACT, id, KLI_CONTACT_ADDRESS_FORM, "");
  fixture_assert_text (fixture, CONTACT, id, KLI_CONTACT_CALL_NAME, "Ania");
}

static void
test_name_missing (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_new (fixture, CONTACT, "name=Jan");

  fixture_refuse (fixture, kli_create_record (CONTACT, fixture_assign ("note=nobody", NULL)),
                  KLI_OPERATION_ERROR_INVALID);
  fixture_refuse_set (fixture, CONTACT, id, "name=  ", KLI_OPERATION_ERROR_INVALID);
  fixture_assert_text (fixture, CONTACT, id, KLI_CONTACT_NAME, "Jan");
}

/* --- points, addresses, tags -------------------------------------------------------------------------- */

static void
test_points (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_new (fixture, CONTACT, "name=Jan ; phone+=512 345 678|work ; mail+=Jan@Example.COM");
  const KliKind *point = &kli_contact_point_kind;

  fixture_assert_parts (fixture, CONTACT, id, point, KLI_CONTACT_POINT_NORMAL, "+48512345678|jan@example.com");
  fixture_assert_parts (fixture, CONTACT, id, point, KLI_CONTACT_POINT_LABEL, "work|");

  fixture_set (fixture, CONTACT, id, "points.0.value=12 345 67 89 ; points.1.label=home");
  fixture_assert_parts (fixture, CONTACT, id, point, KLI_CONTACT_POINT_NORMAL, "+48123456789|jan@example.com");
  fixture_assert_parts (fixture, CONTACT, id, point, KLI_CONTACT_POINT_LABEL, "work|home");

  g_assert_cmpint (fixture_set (fixture, CONTACT, id, "phone+=(12) 345-67-89"), ==, 0);
  fixture_set (fixture, CONTACT, id, "chat+=https://t.me/jan ; points.0=");
  fixture_assert_parts (fixture, CONTACT, id, point, KLI_CONTACT_POINT_KIND, "mail|chat");
  fixture_set (fixture, CONTACT, id, "mail-=JAN@example.com");
  fixture_assert_parts (fixture, CONTACT, id, point, KLI_CONTACT_POINT_KIND, "chat");
  fixture_set (fixture, CONTACT, id, "points.0.value=");
  fixture_assert_parts (fixture, CONTACT, id, point, KLI_CONTACT_POINT_KIND, "");
}

/* A name on a service is the same however it is written; the service is a label, and changing it changes who it is. */
static void
test_chats (Fixture *fixture, gconstpointer data)
{
  const KliKind *point = &kli_contact_point_kind;
  gint64 id = fixture_new (fixture, CONTACT,
                           "name=Jan ; chat+=https://t.me/Jan_L ; chat+=0812 3456 7890|whatsapp ; chat+=jan|signal");

  fixture_assert_parts (fixture, CONTACT, id, point, KLI_CONTACT_POINT_VALUE, "https://t.me/Jan_L|0812 3456 7890|jan");
  fixture_assert_parts (fixture, CONTACT, id, point, KLI_CONTACT_POINT_NORMAL, "telegram:jan_l|0812 3456 7890|jan");
  g_assert_cmpint (fixture_set (fixture, CONTACT, id, "chat+=@jan_l|telegram"), ==, 0);
  g_assert_cmpint (fixture_set (fixture, CONTACT, id, "chat+=@jan_l|instagram"), !=, 0);
  fixture_set (fixture, CONTACT, id, "points.2.label=line ; points.1.value=+62 812-3456-7890");
  fixture_assert_parts (fixture, CONTACT, id, point, KLI_CONTACT_POINT_NORMAL,
                        "telegram:jan_l|whatsapp:6281234567890|line:jan|instagram:jan_l");
}

static void
test_point_by_id (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_new (fixture, CONTACT, "name=Jan ; phone+=512 345 678 ; phone+=600 100 200");
  g_autoptr (KliWhole) whole = fixture_read (fixture, CONTACT, id);
  g_autofree char *line = g_strdup_printf ("points.0= ; points.%" G_GINT64_FORMAT ".value=600 100 201",
                                           kli_whole_get_part (whole, &kli_contact_point_kind, 1)->id);

  fixture_set (fixture, CONTACT, id, line);
  fixture_assert_parts (fixture, CONTACT, id, &kli_contact_point_kind, KLI_CONTACT_POINT_VALUE, "600 100 201");
}

static void
test_places_do_not_move (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_new (fixture, CONTACT, "name=Jan ; url+=a.example ; url+=b.example ; url+=c.example");

  fixture_set (fixture, CONTACT, id, "points.0-= ; points.1.value=d.example ; url+=e.example ; points.3.label=new");
  fixture_assert_parts (fixture, CONTACT, id, &kli_contact_point_kind, KLI_CONTACT_POINT_VALUE,
                        "d.example|c.example|e.example");
  fixture_assert_parts (fixture, CONTACT, id, &kli_contact_point_kind, KLI_CONTACT_POINT_LABEL, "||new");
}

static void
test_one_is_preferred (Fixture *fixture, gconstpointer data)
{
  gint64 id
      = fixture_new (fixture, CONTACT, "name=Jan ; phone+=512 345 678 ; phone+=600 100 200 ; mail+=j@example.com");
  g_autoptr (KliWhole) whole = NULL;

  fixture_set (fixture, CONTACT, id, "points.0.preferred=1 ; points.2.preferred=1");
  fixture_set (fixture, CONTACT, id, "points.1.preferred=true");
  whole = fixture_read (fixture, CONTACT, id);
  for (guint n = 0; n < 3; n++)
    g_assert_cmpint (
        kli_row_get_integer (kli_whole_get_part (whole, &kli_contact_point_kind, n), KLI_CONTACT_POINT_PREFERRED), ==,
        n > 0);
}

static void
test_addresses (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_new (fixture, CONTACT,
                           "name=Jan ; address+= ; addresses.0.city=Kraków ; addresses.0.street=ul. Wzorcowa 3");

  fixture_set (fixture, CONTACT, id, "address+=ul. Próbna 1;Łódź;90-001;;PL;home");
  fixture_assert_parts (fixture, CONTACT, id, &kli_address_kind, KLI_ADDRESS_CITY, "Kraków|Łódź");
  fixture_assert_parts (fixture, CONTACT, id, &kli_address_kind, KLI_ADDRESS_LABEL, "|home");
  fixture_set (fixture, CONTACT, id, "addresses.0.city= ; addresses.0.street=");
  fixture_assert_parts (fixture, CONTACT, id, &kli_address_kind, KLI_ADDRESS_CITY, "Łódź");
  g_assert_cmpint (fixture_set (fixture, CONTACT, id, "address+="), ==, 0);
}

static void
test_tags (Fixture *fixture, gconstpointer data)
{
  gint64 a = fixture_new (fixture, CONTACT, "name=Jan ; tags+=VIP");
  gint64 b = fixture_new (fixture, CONTACT, "name=Ewa ; tags+=vip ; tags+=targi");
  g_autoptr (KliWhole) whole_a = fixture_read (fixture, CONTACT, a);
  g_autoptr (KliWhole) whole_b = fixture_read (fixture, CONTACT, b);
  const KliRow *tag_a = kli_whole_get_part (whole_a, &kli_contact_tag_kind, 0);
  const KliRow *tag_b = kli_whole_get_part (whole_b, &kli_contact_tag_kind, 0);

  g_assert_cmpint (kli_row_get_integer (tag_a, KLI_CONTACT_TAG_TAG), ==,
                   kli_row_get_integer (tag_b, KLI_CONTACT_TAG_TAG));
  g_assert_cmpint (fixture_set (fixture, CONTACT, b, "tags+=Vip"), ==, 0);
  g_assert_cmpint (fixture_set (fixture, CONTACT, b, "tags-=nobody has it"), ==, 0);
  g_assert_cmpint (fixture_set (fixture, CONTACT, b, "tags-=VIP"), >, 0);
}

static void
test_affiliations (Fixture *fixture, gconstpointer data)
{
  gint64 person = fixture_new (fixture, CONTACT, "name=Jan Kłos ; affiliations+=Piekarnia s.c.|wspólnik");
  g_autoptr (KliWhole) whole = fixture_read (fixture, CONTACT, person);
  const KliRow *part = kli_whole_get_part (whole, &kli_affiliation_kind, 0);
  gint64 organisation = kli_row_get_integer (part, KLI_AFFILIATION_ORGANISATION);
  gint64 second = fixture_new (fixture, CONTACT, "name=Ewa Kłos ; affiliations+=piekarnia S.C.");
  g_autofree char *line = g_strdup_printf ("affiliations+=%" G_GINT64_FORMAT "|bookkeeper", second);

  g_assert_cmpstr (kli_whole_get_name (whole, organisation), ==, "Piekarnia s.c.");
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 3);

  fixture_set (fixture, CONTACT, organisation, line);
  fixture_assert_parts (fixture, CONTACT, second, &kli_affiliation_kind, KLI_AFFILIATION_ROLE, "|bookkeeper");
  fixture_set (fixture, CONTACT, organisation, "affiliations.0.to=2026-01-31 ; affiliations.0.role=partner");
  fixture_assert_parts (fixture, CONTACT, person, &kli_affiliation_kind, KLI_AFFILIATION_TO_ON, "2026-01-31");
  fixture_assert_parts (fixture, CONTACT, person, &kli_affiliation_kind, KLI_AFFILIATION_ROLE, "partner");
}

static void
test_affiliations_are_of_two_kinds (Fixture *fixture, gconstpointer data)
{
  gint64 person = fixture_new (fixture, CONTACT, "name=Jan Kłos");
  gint64 organisation = fixture_new (fixture, CONTACT, "kind=organisation ; name=Piekarnia s.c. ; given=Jan");
  g_autofree char *with_person = g_strdup_printf ("affiliations+=%" G_GINT64_FORMAT, person);
  g_autofree char *with_organisation = g_strdup_printf ("affiliations+=%" G_GINT64_FORMAT, organisation);

  fixture_refuse_set (fixture, CONTACT, person, with_person, KLI_OPERATION_ERROR_INVALID);
  fixture_refuse_set (fixture, CONTACT, organisation, with_organisation, KLI_OPERATION_ERROR_INVALID);
  g_assert_cmpint (fixture_set (fixture, CONTACT, person, with_organisation), >, 0);
  fixture_set (fixture, CONTACT, organisation, "given=Anna");
  fixture_assert_text (fixture, CONTACT, organisation, KLI_CONTACT_NAME, "Piekarnia s.c.");
  fixture_run (fixture, kli_trash (CONTACT, &person, 1));
  fixture_refuse_set (fixture, CONTACT, organisation, with_person, KLI_OPERATION_ERROR_INVALID);
}

/* --- what is refused ---------------------------------------------------------------------------------- */

static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *line;
    KliOperationError code;
  } lines[] = {
    { "colour=red", KLI_OPERATION_ERROR_NOT_FOUND },
    { "colour+=red", KLI_OPERATION_ERROR_NOT_FOUND },
    { "points.7.value=1", KLI_OPERATION_ERROR_NOT_FOUND },
    { "points.-1.value=1", KLI_OPERATION_ERROR_NOT_FOUND },
    { "points.x=1", KLI_OPERATION_ERROR_NOT_FOUND },
    { "points.0.colour=red", KLI_OPERATION_ERROR_NOT_FOUND },
    { "sources.0.key=x", KLI_OPERATION_ERROR_NOT_FOUND },
    { "points.0.normal=+48", KLI_OPERATION_ERROR_FORBIDDEN },
    { "points.0=x", KLI_OPERATION_ERROR_FORBIDDEN },
    { "archived_at=1", KLI_OPERATION_ERROR_FORBIDDEN },
    { "photo=abc", KLI_OPERATION_ERROR_FORBIDDEN },
    { "kind=robot", KLI_OPERATION_ERROR_INVALID },
    { "birthday=2026-02-30", KLI_OPERATION_ERROR_INVALID },
    { "birthday=02/03/1980", KLI_OPERATION_ERROR_INVALID },
    { "mail+=not an address", KLI_OPERATION_ERROR_INVALID },
    { "points.0.preferred=perhaps", KLI_OPERATION_ERROR_INVALID },
    { "tags+= ", KLI_OPERATION_ERROR_INVALID },
  };
  gint64 id = fixture_new (fixture, CONTACT, "name=Jan ; phone+=512 345 678");

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_test_message ("%s", lines[i].line);
      fixture_refuse_set (fixture, CONTACT, id, lines[i].line, lines[i].code);
    }
  fixture_assert_parts (fixture, CONTACT, id, &kli_contact_point_kind, KLI_CONTACT_POINT_VALUE, "512 345 678");
}

static void
test_refusal_changes_nothing (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_new (fixture, CONTACT, "name=Jan");

  fixture_refuse_set (fixture, CONTACT, id, "note=half ; tags+=half ; colour=red", KLI_OPERATION_ERROR_NOT_FOUND);
  fixture_assert_text (fixture, CONTACT, id, KLI_CONTACT_NOTE, "");
}

static void
test_same_is_no_edit (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_new (fixture, CONTACT, "name=Jan Kłos ; phone+=512 345 678 ; birthday=--02-29 ; note=a");

  g_assert_cmpint (fixture_set (fixture, CONTACT, id, "name=Jan Kłos ; birthday=--02-29 ; note=a"), ==, 0);
  g_assert_cmpint (fixture_set (fixture, CONTACT, id, "points.0.value=512 345 678"), ==, 0);
  g_assert_cmpint (fixture_set (fixture, CONTACT, id, "birthday="), >, 0);
  fixture_assert_text (fixture, CONTACT, id, KLI_CONTACT_BIRTHDAY, "");
}

static void
test_long_texts (Fixture *fixture, gconstpointer data)
{
  g_autofree char *many = g_strnfill (1001, 'x');
  g_autofree char *line = g_strconcat ("name=", many, NULL);
  gint64 id = fixture_new (fixture, CONTACT, "name=two\nlines\tof  it ; note= two\r\nlines ");

  fixture_assert_text (fixture, CONTACT, id, KLI_CONTACT_NAME, "two lines of it");
  fixture_assert_text (fixture, CONTACT, id, KLI_CONTACT_NOTE, "two\nlines");
  fixture_refuse_set (fixture, CONTACT, id, line, KLI_OPERATION_ERROR_INVALID);
}

/* --- contracts ---------------------------------------------------------------------------------------- */

static void
test_contract (Fixture *fixture, gconstpointer data)
{
  gint64 contact = fixture_new (fixture, CONTACT, "name=Ewa Śliwa");
  g_autofree char *line = g_strdup_printf (
      "title=Księgowość ; value=3600.50 ; per=year ; party+=self:Usługodawca ; party+=%" G_GINT64_FORMAT
      ":Usługobiorca",
      contact);
  gint64 id = fixture_new (fixture, CONTRACT, line);
  g_autoptr (KliWhole) whole = fixture_read (fixture, CONTRACT, id);
  const KliRow *root = kli_whole_get_root (whole);

  g_assert_cmpstr (kli_row_get_text (root, KLI_CONTRACT_NUMBER), ==, "UM/2026/001");
  g_assert_cmpint (kli_row_get_integer (root, KLI_CONTRACT_VALUE_MINOR), ==, 360050);
  g_assert_cmpstr (kli_row_get_text (root, KLI_CONTRACT_CURRENCY), ==, "PLN");
  fixture_assert_parts (fixture, CONTRACT, id, &kli_contract_party_kind, KLI_CONTRACT_PARTY_ROLE,
                        "Usługodawca|Usługobiorca");
  g_assert_cmpint (
      kli_row_get_integer (kli_whole_get_part (whole, &kli_contract_party_kind, 1), KLI_CONTRACT_PARTY_CONTACT), ==,
      contact);

  fixture_set (fixture, CONTRACT, id, "value.minor=5 ; value.currency=EUR ; parties.1.role=Abonent");
  fixture_assert_text (fixture, CONTRACT, id, KLI_CONTRACT_CURRENCY, "EUR");
  fixture_set (fixture, CONTRACT, id, "value=");
  g_assert_cmpint (fixture_set (fixture, CONTRACT, id, "value=0"), ==, 0);
}

static void
test_contract_refusals (Fixture *fixture, gconstpointer data)
{
  static const char *const invalid[] = {
    "value=much",       "value=1.50 zł",     "start_on=2026-02-01 ; end_on=2026-01-01",
    "end_on=tomorrow",  "party+=Jan:Strona", "renewal=perhaps",
    "title= ; number=", "renewal_months=-1",
  };
  gint64 id = fixture_new (fixture, CONTRACT, "title=Umowa");

  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    {
      g_test_message ("%s", invalid[i]);
      fixture_refuse_set (fixture, CONTRACT, id, invalid[i], KLI_OPERATION_ERROR_INVALID);
    }
  fixture_refuse_set (fixture, CONTRACT, id, "state=active", KLI_OPERATION_ERROR_NOT_FOUND);
  fixture_refuse_set (fixture, CONTRACT, id, "acts.0.on=2026-01-01", KLI_OPERATION_ERROR_FORBIDDEN);
}

static void
test_numbers_go_on (Fixture *fixture, gconstpointer data)
{
  gint64 first = fixture_new (fixture, CONTRACT, "title=A ; number=014/PJ/IX/2026");
  gint64 second = fixture_new (fixture, CONTRACT, "title=B");

  fixture_assert_text (fixture, CONTRACT, first, KLI_CONTRACT_NUMBER, "014/PJ/IX/2026");
  fixture_assert_text (fixture, CONTRACT, second, KLI_CONTRACT_NUMBER, "015/PJ/XI/2026");
}

static void
test_value_without_currency (Fixture *fixture, gconstpointer data)
{
  fixture_refuse (fixture, kli_create_record (CONTRACT, fixture_assign ("title=A", "value=10.00", NULL)),
                  KLI_OPERATION_ERROR_INVALID);
}

/* --- verbs -------------------------------------------------------------------------------------------- */

static void
test_verbs (void)
{
  static const struct
  {
    const char *line;
    const char *verb;
  } lines[] = {
    { "note=x", "contact-set" },
    { "name=A ; note=x", "contact-set" },
    { "phone+=1", "point-add" },
    { "mail-=x", "point-remove" },
    { "points.0.value=1", "point-set" },
    { "points.0=", "point-remove" },
    { "points.0-=", "point-remove" },
    { "points.0.label=", "point-set" },
    { "tags+=x", "tag-add" },
    { "addresses.0.city=x", "address-set" },
    { "affiliations+=x", "affiliation-add" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (GStrv) texts = g_strsplit (lines[i].line, " ; ", -1);
      g_autoptr (GPtrArray) assignments = kli_assignments_parse ((const char *const *)texts, NULL);

      g_assert_cmpstr (kli_assignments_get_verb (assignments, &kli_contact_shape), ==, lines[i].verb);
    }
}

static void
test_parse (void)
{
  static const char *const wrong[] = { "", "=", "note", "=x", "\xff=1" };
  g_autoptr (GError) error = NULL;
  g_autoptr (KliAssignment) plain = kli_assignment_parse ("note=a=b+=c", &error);
  g_autoptr (KliAssignment) add = kli_assignment_parse ("phone+==1", &error);
  g_autoptr (KliAssignment) short_add = kli_assignment_parse ("+=1", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (plain->path, ==, "note");
  g_assert_cmpstr (plain->value, ==, "a=b+=c");
  g_assert_cmpint (add->action, ==, KLI_ASSIGN_ADD);
  g_assert_cmpstr (add->value, ==, "=1");
  g_assert_cmpstr (short_add->path, ==, "+");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) refusal = NULL;

      g_assert_null (kli_assignment_parse (wrong[i], &refusal));
      g_assert_error (refusal, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID);
    }
}

#define ADD(path, func) g_test_add ("/record/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);
  g_test_add_func ("/assignments/parse", test_parse);
  g_test_add_func ("/assignments/verbs", test_verbs);
  ADD ("name-and-parts", test_name_and_parts);
  ADD ("name-out-of-step", test_name_out_of_step);
  ADD ("name-of-parts", test_name_of_parts);
  ADD ("name-in-indonesia", test_name_in_indonesia);
  ADD ("address-parts", test_address_parts);
  ADD ("legal-form", test_legal_form);
  ADD ("address-form", test_address_form);
  ADD ("name-missing", test_name_missing);
  ADD ("points", test_points);
  ADD ("chats", test_chats);
  ADD ("point-by-id", test_point_by_id);
  ADD ("places-do-not-move", test_places_do_not_move);
  ADD ("one-is-preferred", test_one_is_preferred);
  ADD ("addresses", test_addresses);
  ADD ("tags", test_tags);
  ADD ("affiliations", test_affiliations);
  ADD ("affiliations-are-of-two-kinds", test_affiliations_are_of_two_kinds);
  ADD ("refusals", test_refusals);
  ADD ("refusal-changes-nothing", test_refusal_changes_nothing);
  ADD ("same-is-no-edit", test_same_is_no_edit);
  ADD ("long-texts", test_long_texts);
  ADD ("contract", test_contract);
  ADD ("contract-refusals", test_contract_refusals);
  ADD ("numbers-go-on", test_numbers_go_on);
  g_test_add ("/record/value-without-currency", Fixture, NULL, fixture_set_up_bare, test_value_without_currency,
              fixture_tear_down);

  return g_test_run ();
}
