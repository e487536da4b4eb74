/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contacts in the order of what a field of the business says of them. */
#include "operation-fixture.h"

#include "operations/kli-trash.h"

#define CONTACT (&kli_contact_kind)
#define FIELD (&kli_own_field_kind)

/* What a field says of four contacts, the fifth has nothing; and in which order they come then, by their letters. */
typedef struct
{
  const char *field;
  const char *values[4]; /* of Adam, Beata, Celina and Daria; NULL for none */
  const char *forwards;
  const char *backwards;
} Case;

static const Case cases[] = {
  { "type=number", { "9", "-1.5", "10", "9" }, "BADCE", "CADBE" },
  { "type=money ; unit=PLN", { "30", "4 EUR", "200", NULL }, "BACDE", "CABDE" },
  { "type=date", { "2027-01-01", NULL, "2024-02-29", "2026-12-31" }, "CDABE", "ADCBE" },
  { "type=text", { "Łódź", "Lublin", "lublin b", "Zamość" }, "BCADE", "DACBE" },
  { "type=choice ; choices+=Złoty ; choices+=Brązowy", { "Brązowy", "Złoty", NULL, "Złoty" }, "BDACE", "ABDCE" },
  { "type=choices ; choices+=SMS ; choices+=List ; choices+=Mail",
    { "Mail", "SMS;Mail", "List", NULL },
    "BCADE",
    "ABCDE" },
  { "type=yes_no", { "yes", "no", "yes", "no" }, "BDACE", "ACBDE" },
  { "type=link", { "sowa.pl", "klinika.pl", NULL, "sowa.pl" }, "BADCE", "ADBCE" },
  { "type=person", { "Daria", "Adam", "Edward", NULL }, "BACDE", "CABDE" },
};

static const char *const names[] = { "Adam", "Beata", "Celina", "Daria", "Edward" };

/* The letters of the contacts in the order @order. */
static void
assert_order (Fixture *fixture, const char *order, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KliQuery) query = kli_query_new (KLI_QUERY_CONTACTS, "", order);
  g_autoptr (KliAnswer) answer = kli_store_answer (fixture->store, query, &error);
  g_autoptr (GString) letters = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < kli_answer_get_n_items (answer); i++)
    {
      g_autoptr (KliWhole) whole = fixture_read (fixture, CONTACT, kli_answer_get_id (answer, i));

      g_string_append_c (letters, *kli_row_get_text (kli_whole_get_root (whole), KLI_CONTACT_NAME));
    }
  if (!g_str_equal (letters->str, expected))
    g_error ("in the order %s: expected %s, found %s", order, expected, letters->str);
}

static void
assert_both (Fixture *fixture, gint64 field, const char *forwards, const char *backwards)
{
  g_autofree char *order = kli_query_order_of_field (field);
  g_autofree char *reverse = g_strconcat ("-", order, NULL);

  assert_order (fixture, order, forwards);
  assert_order (fixture, reverse, backwards);
}

static void
make_contacts (Fixture *fixture, gint64 *contacts)
{
  for (guint i = G_N_ELEMENTS (names); i-- > 0;) /* not in the order of their numbers */
    {
      g_autofree char *line = g_strconcat ("name=", names[i], NULL);

      contacts[i] = fixture_new (fixture, CONTACT, line);
    }
}

static gint64
make_field (Fixture *fixture, const Case *one, guint number, const gint64 *contacts)
{
  g_autofree char *line = g_strdup_printf ("name=Pole %u ; %s", number, one->field);
  gint64 field = fixture_new (fixture, FIELD, line);

  for (guint i = 0; i < G_N_ELEMENTS (one->values); i++)
    if (one->values[i] != NULL)
      {
        g_autofree char *value = g_strdup_printf ("own.Pole %u=%s", number, one->values[i]);

        fixture_set (fixture, CONTACT, contacts[i], value);
      }

  return field;
}

static void
test_types (Fixture *fixture, gconstpointer data)
{
  gint64 contacts[G_N_ELEMENTS (names)];

  kli_store_set_language (fixture->store, KLI_LANGUAGE_PL);
  make_contacts (fixture, contacts);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_both (fixture, make_field (fixture, &cases[i], i, contacts), cases[i].forwards, cases[i].backwards);
}

/* The order is that of the moment: of what was changed, trashed, deleted and taken back. */
static void
test_follows (Fixture *fixture, gconstpointer data)
{
  gint64 contacts[G_N_ELEMENTS (names)];
  gint64 number, choice;

  make_contacts (fixture, contacts);
  number = make_field (fixture, &cases[0], 0, contacts);
  choice = make_field (fixture, &cases[4], 4, contacts);

  fixture_set (fixture, CONTACT, contacts[4], "own.Pole 0=9.5");
  assert_both (fixture, number, "BADEC", "CEADB");
  fixture_set (fixture, CONTACT, contacts[0], "own.Pole 0=");
  assert_both (fixture, number, "BDECA", "CEDBA");
  fixture_run (fixture, kli_trash (CONTACT, &contacts[3], 1));
  assert_both (fixture, number, "BECA", "CEBA");
  fixture_set (fixture, FIELD, choice, "retired=yes");
  assert_both (fixture, choice, "ABCE", "ABCE");
  fixture_set (fixture, FIELD, choice, "retired=no");
  fixture_set (fixture, FIELD, choice, "choices.0.position=1"); /* both are there now */
  assert_both (fixture, choice, "ABCE", "BACE");
  fixture_set (fixture, FIELD, choice, "choices-=Złoty");
  assert_both (fixture, choice, "ABCE", "ABCE");
  fixture_run (fixture, kli_trash (FIELD, &number, 1));
  assert_both (fixture, number, "ABCE", "ABCE");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/own-order/types", Fixture, NULL, fixture_set_up, test_types, fixture_tear_down);
  g_test_add ("/own-order/follows", Fixture, NULL, fixture_set_up, test_follows, fixture_tear_down);

  return g_test_run ();
}
