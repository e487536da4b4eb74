/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom the cards of a file mean by what they say of others, and when they say what is known already. */
#include "import-fixture.h"
#include "operation-fixture.h"

#include "../store/store-fixture.h"
#include "core/kli-related.h"
#include "core/kli-relation.h"
#include "operations/kli-merge.h"

#define CONTACT (&kli_contact_kind)

/* --- cards -------------------------------------------------------------------------------------------- */

/* A person, or a household where @uid begins with an h, with the columns Relation or Household that @said has, parted
 * by line ends. */
static void
add_card (GPtrArray *cards, const char *uid, const char *name, const char *said)
{
  KliCard *card = kli_card_new ();
  g_auto (GStrv) lines = g_strsplit (said, "\n", -1);

  kli_row_set_text (card->contact, KLI_CONTACT_NAME, name);
  if (*uid == 'h')
    kli_row_set_text (card->contact, KLI_CONTACT_KIND, "household");
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    kli_card_add_extra (card, KLI_CARD_EXTRA_COLUMN,
                        g_str_has_prefix (lines[i], "|") ? KLI_RELATED_HOUSEHOLD : KLI_RELATED_RELATION, "",
                        lines[i] + (*lines[i] == '|'));
  g_free (card->source);
  g_free (card->key);
  g_free (card->digest);
  card->source = g_strdup (KLI_CARD_SOURCE_VCARD);
  card->key = g_strconcat (KLI_CARD_KEY_UID, uid, NULL);
  card->digest = g_strdup_printf ("%s%s", name, said);
  g_ptr_array_add (cards, card);
}

typedef struct
{
  const char *uid;
  const char *name;
  const char *said;
} Line;

/* Imports a file of @lines, to the one without a name. Cards that could be somebody are somebody else. */
static void
take (Fixture *fixture, const Line *lines)
{
  const KliImportOptions options = { .doubtful = KLI_IMPORT_TAKE_AS_NEW };
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_card_free);
  g_autoptr (KliImport) import = NULL;

  for (; lines->name != NULL; lines++)
    add_card (cards, lines->uid, lines->name, lines->said);
  import = import_fixture_of (cards, &options);
  fixture_run_long (kli_import_begin (import, fixture->store));
}

/* --- what is there then ------------------------------------------------------------------------------- */

static gpointer
find_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  KliRelated *related = user_data;
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "import-by-source", error);
  g_autofree char *key = g_strconcat (KLI_CARD_KEY_UID, related->uid, NULL);

  kli_statement_bind_text (statement, 1, KLI_CARD_SOURCE_VCARD);
  kli_statement_bind_text (statement, 2, key);
  g_assert_true (kli_statement_step (statement, error));
  g_free (related->name);
  related->name = g_strdup_printf ("%" G_GINT64_FORMAT, kli_statement_get_integer (statement, 0));

  return related;
}

/* The contact that was read with that UID. */
static gint64
find (Fixture *fixture, const char *uid)
{
  g_autoptr (KliRelated) related = kli_related_new ();
  g_autoptr (GError) error = NULL;

  g_free (related->uid);
  related->uid = g_strdup (uid);
  kli_store_read (fixture->store, find_func, related, &error);
  g_assert_no_error (error);

  return g_ascii_strtoll (related->name, NULL, 10);
}

/* Compares what the contact says of others: "parent 17 2020-01-01..|", the household it lives in as "in 17|", and what
 * was kept as it was read as "kept|". @expected: printf with ids */
G_GNUC_PRINTF (3, 4)
static void
assert_says (Fixture *fixture, gint64 id, const char *expected, ...)
{
  g_autoptr (KliWhole) whole = fixture_read (fixture, CONTACT, id);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *wanted = NULL;
  const KliRow *part;
  va_list args;

  for (guint n = 0; (part = kli_whole_get_part (whole, &kli_relation_kind, n)) != NULL; n++)
    g_string_append_printf (text, "%s %" G_GINT64_FORMAT " %s..%s|", kli_relation_get_end (part, id),
                            kli_relation_get_other (part, id), kli_row_get_text (part, KLI_RELATION_FROM_ON),
                            kli_row_get_text (part, KLI_RELATION_TO_ON));
  for (guint n = 0; (part = kli_whole_get_part (whole, &kli_household_member_kind, n)) != NULL; n++)
    g_string_append_printf (text, "in %" G_GINT64_FORMAT "|",
                            kli_row_get_integer (part, KLI_HOUSEHOLD_MEMBER_HOUSEHOLD));
  for (guint n = 0; kli_whole_get_part (whole, &kli_contact_extra_kind, n) != NULL; n++)
    g_string_append (text, "kept|");
  va_start (args, expected);
  wanted = g_strdup_vprintf (expected, args);
  va_end (args);
  g_assert_cmpstr (text->str, ==, wanted);
}

#define ID G_GINT64_FORMAT

/* --- who is meant ------------------------------------------------------------------------------------- */

/* Namesakes of the file are told apart by their UIDs, and a name alone means neither of them. */
static void
test_namesakes (Fixture *fixture, gconstpointer data)
{
  const Line lines[] = { { "ewa", "Ewa Lis", "Jan Lis|parent|||||jan2\nJan Lis|sibling|||||" },
                         { "jan1", "Jan Lis", "" },
                         { "jan2", "Jan Lis", "" },
                         { NULL } };

  take (fixture, lines);
  assert_says (fixture, find (fixture, "ewa"), "parent %" ID " ..|kept|", find (fixture, "jan2"));
  assert_says (fixture, find (fixture, "jan1"), "%s", "");
}

/* A namesake in the store makes a name of the file mean nobody, too; once there is one of that name alone, it does. */
static void
test_namesake_in_store (Fixture *fixture, gconstpointer data)
{
  const Line first[] = { { "ewa", "Ewa Lis", "Jan Lis|parent|||||" }, { "jan", "Jan Lis", "" }, { NULL } };
  const Line second[] = { { "ola", "Ola Lis", "Adam Lis|parent|||||" }, { NULL } };
  gint64 adam = fixture_new (fixture, CONTACT, "name=Adam Lis");

  fixture_new (fixture, CONTACT, "name=Jan Lis");
  take (fixture, first);
  assert_says (fixture, find (fixture, "ewa"), "kept|");
  take (fixture, second);
  assert_says (fixture, find (fixture, "ola"), "parent %" ID " ..|", adam);
}

/* Whoever was read with that UID is meant, and not who comes in the file and is only called so. */
static void
test_uid_before_name (Fixture *fixture, gconstpointer data)
{
  const Line first[] = { { "jan1", "Jan Lis", "" }, { "h1", "Lisowie", "" }, { NULL } };
  const Line second[] = { { "ewa", "Ewa Lis", "Jan Lis|parent|||||jan1\n|Lisowie|h1" },
                          { "jan2", "Jan Lis", "" },
                          { "h2", "Lisowie", "" },
                          { NULL } };

  take (fixture, first);
  take (fixture, second);
  assert_says (fixture, find (fixture, "ewa"), "parent %" ID " ..|in %" ID "|", find (fixture, "jan1"),
               find (fixture, "h1"));
  assert_says (fixture, find (fixture, "jan2"), "%s", "");
}

/* A person who is called like a household does not make its name mean nobody. */
static void
test_household_by_name (Fixture *fixture, gconstpointer data)
{
  const Line lines[] = { { "ewa", "Ewa Lis", "|Lisowie|" }, { "h1", "Lisowie", "" }, { "x", "Lisowie", "" }, { NULL } };

  take (fixture, lines);
  assert_says (fixture, find (fixture, "ewa"), "in %" ID "|", find (fixture, "h1"));
}

/* A UID of a card that was merged into another one means that one. */
static void
test_merged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  gint64 jan = fixture_new (fixture, CONTACT, "name=Jan Lis");
  gint64 other = fixture_new (fixture, CONTACT, "name=J. Lis");
  g_autofree char *said = g_strdup_printf ("J. Lis|parent|||||klientela-%" ID, other);
  const Line lines[] = { { "ewa", "Ewa Lis", said }, { NULL } };

  fixture_run (fixture, kli_merge_contacts (jan, other, chosen));
  take (fixture, lines);
  assert_says (fixture, find (fixture, "ewa"), "parent %" ID " ..|", jan);
}

/* --- what is known already ---------------------------------------------------------------------------- */

/* Somebody who was given another name is known by the UID, and a namesake is somebody else. */
static void
test_known (Fixture *fixture, gconstpointer data)
{
  const Line first[] = { { "ewa", "Ewa Lis", "Jan Lis|parent|||||jan1" }, { "jan1", "Jan Lis", "" }, { NULL } };
  const Line again[] = { { "ewa", "Ewa Lis", "Jan Lis|parent|2020-01-01||||jan1" }, { NULL } };
  const Line namesake[] = { { "ewa", "Ewa Lis", "Adam|parent|||||jan2" }, { "jan2", "Adam", "" }, { NULL } };
  gint64 ewa, jan1;

  take (fixture, first);
  ewa = find (fixture, "ewa");
  jan1 = find (fixture, "jan1");
  fixture_set (fixture, CONTACT, jan1, "name=Adam");
  take (fixture, again);
  assert_says (fixture, ewa, "parent %" ID " 2020-01-01..|", jan1);
  take (fixture, namesake);
  assert_says (fixture, ewa, "parent %" ID " 2020-01-01..|parent %" ID " ..|", jan1, find (fixture, "jan2"));
}

/* Relations made here are not made again by a file that gives the same people UIDs that nobody had. */
static void
test_told_once (Fixture *fixture, gconstpointer data)
{
  const Line lines[] = { { "ewa", "Ewa Lis", "Jan Lis|parent|||||jan" }, { NULL } };
  const Line jan[] = { { "old", "Jan Lis", "" }, { NULL } };
  g_autofree char *line = NULL;
  gint64 ewa;

  take (fixture, jan);
  line = g_strdup_printf ("relations+=%" ID "|parent", find (fixture, "old"));
  take (fixture, (const Line[]){ { "ewa", "Ewa Lis", "" }, { NULL } });
  ewa = find (fixture, "ewa");
  fixture_set (fixture, CONTACT, ewa, line);
  take (fixture, lines);
  assert_says (fixture, ewa, "parent %" ID " ..|", find (fixture, "old"));
}

/* When it began and ended is filled in; one that ended is not the one that lasts. */
static void
test_days (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *ours;
    const char *theirs;
    const char *expected; /* as from..to, parted by bars */
  } cases[] = {
    { "|", "2020-01-01|", "2020-01-01..|" },
    { "2020-01-01|", "|", "2020-01-01..|" },
    { "2020-01-01|", "2020-01-01|2021-01-01", "2020-01-01..2021-01-01|" },
    { "2020-01-01|", "|2021-01-01", "2020-01-01..2021-01-01|" },
    /* What lasts is one, whatever is said of its beginning. */
    { "2020-01-01|", "2019-01-01|", "2020-01-01..|" },
    /* It had ended before ours began. */
    { "2020-01-01|", "|2019-01-01", "2020-01-01..|..2019-01-01|" },
    { "2020-01-01|2021-01-01", "2022-01-01|", "2020-01-01..2021-01-01|2022-01-01..|" },
    { "2020-01-01|2021-01-01", "2020-01-01|2021-01-01", "2020-01-01..2021-01-01|" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *uid = g_strdup_printf ("%u", i);
      g_autofree char *other = g_strdup_printf ("o%u", i);
      g_autofree char *name = g_strdup_printf ("Osoba %c", 'A' + i);
      g_autofree char *other_name = g_strdup_printf ("Inna %c", 'A' + i);
      g_autofree char *ours = g_strdup_printf ("%s|sibling|%s|||%s", other_name, cases[i].ours, other);
      g_autofree char *theirs = g_strdup_printf ("%s|sibling|%s|||%s", other_name, cases[i].theirs, other);
      g_autoptr (GString) expected = g_string_new (NULL);
      g_auto (GStrv) periods = g_strsplit (cases[i].expected, "|", -1);

      take (fixture, (const Line[]){ { uid, name, ours }, { other, other_name, "" }, { NULL } });
      take (fixture, (const Line[]){ { uid, name, theirs }, { NULL } });
      for (guint n = 0; *periods[n] != '\0'; n++)
        g_string_append_printf (expected, "sibling %" ID " %s|", find (fixture, other), periods[n]);
      assert_says (fixture, find (fixture, uid), "%s", expected->str);
    }
}

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);
#define ADD(name, func) g_test_add ("/related-import/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("namesakes", test_namesakes);
  ADD ("namesake-in-store", test_namesake_in_store);
  ADD ("uid-before-name", test_uid_before_name);
  ADD ("household-by-name", test_household_by_name);
  ADD ("merged", test_merged);
  ADD ("known", test_known);
  ADD ("told-once", test_told_once);
  ADD ("days", test_days);

  return g_test_run ();
}
