/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import takes out of the trash comes back as it would without one. */
#include "import-fixture.h"
#include "operation-fixture.h"

#include "../store/store-fixture.h"
#include "operations/kli-export.h"
#include "operations/kli-merge.h"
#include "operations/kli-trash.h"

#define CONTACT (&kli_contact_kind)
#define ID G_GINT64_FORMAT

static const KliImportOptions restore = { .restore = TRUE };

static gpointer
export_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_export_card (connection, *(const gint64 *)user_data, TRUE, error);
}

/* The file that an export of them makes. @ids: to the 0 */
static GPtrArray *
export_cards (Fixture *fixture, const gint64 *ids)
{
  GPtrArray *cards = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_card_free);
  g_autoptr (GError) error = NULL;

  for (; *ids != 0; ids++)
    {
      g_ptr_array_add (cards, kli_store_read (fixture->store, export_func, (gpointer)ids, &error));
      g_assert_no_error (error);
    }

  return cards;
}

/* --- households --------------------------------------------------------------------------------------- */

#define HOME "address+=ul. Polna;Kraków;31-019;;;home;7/3"

typedef struct
{
  gint64 jan;
  gint64 anna;
  gint64 household;
} Family;

static Family
make_family (Fixture *fixture)
{
  Family family = { .jan = fixture_new (fixture, CONTACT, "name=Jan Kowalski ; " HOME),
                    .anna = fixture_new (fixture, CONTACT, "name=Anna Kowalska") };
  g_autofree char *line
      = g_strdup_printf ("kind=household ; name=Kowalscy ; household+=%" ID " ; household+=%" ID " ; address-of=%" ID,
                         family.jan, family.anna, family.jan);

  family.household = fixture_new (fixture, CONTACT, line);

  return family;
}

/* @data: whether the card of the household is behind those of the people */
static void
test_household (Fixture *fixture, gconstpointer data)
{
  Family family = make_family (fixture);
  const gint64 first[] = { family.household, family.jan, family.anna, 0 };
  const gint64 last[] = { family.jan, family.anna, family.household, 0 };
  g_autoptr (GPtrArray) cards = export_cards (fixture, data != NULL ? last : first);
  g_autoptr (KliImport) import = import_fixture_of (cards, &restore);
  g_autoptr (KliWhole) jan = NULL;

  fixture_run (fixture, kli_trash (CONTACT, &family.household, 1));
  fixture_set (fixture, CONTACT, family.jan, "household+=Inni");
  fixture_assert_parts (fixture, CONTACT, family.anna, &kli_address_kind, KLI_ADDRESS_CITY, "Kraków");
  g_assert_cmpint (fixture_run_long (kli_import_begin (import, fixture->store)), >, 0);
  fixture_assert_parts (fixture, CONTACT, family.household, &kli_address_kind, KLI_ADDRESS_CITY, "Kraków");
  fixture_assert_parts (fixture, CONTACT, family.anna, &kli_address_kind, KLI_ADDRESS_CITY, "");
  fixture_assert_parts (fixture, CONTACT, family.jan, &kli_address_kind, KLI_ADDRESS_CITY, "Kraków");
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 4);
  jan = fixture_read (fixture, CONTACT, family.jan);
  g_assert_cmpuint (kli_whole_count_parts (jan, &kli_household_member_kind), ==, 1);
}

/* --- merged cards ------------------------------------------------------------------------------------- */

/* What an export before the merge says of the card that went is not taken back, and nobody comes back. */
static void
test_merged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  gint64 jan = fixture_new (fixture, CONTACT, "name=Jan Lis ; phone+=512 345 678|cell ; mail+=jan@example.com");
  gint64 other = fixture_new (fixture, CONTACT, "name=J. Lis ; phone+=512 345 678|cell ; note=Miły");
  const gint64 ids[] = { jan, other, 0 };
  g_autoptr (GPtrArray) cards = export_cards (fixture, ids);
  g_autoptr (KliImport) import = import_fixture_of (cards, &restore);

  fixture_run (fixture, kli_merge_contacts (jan, other, chosen));
  g_assert_cmpint (fixture_run_long (kli_import_begin (import, fixture->store)), ==, 0);
  g_assert_cmpuint (kli_import_count (import, KLI_IMPORT_SAME), ==, 2);
  g_assert_cmpstr (kli_import_get_reason (import, 1), ==,
                   "This contact was merged into “Jan Lis”; it comes back when the merge is taken apart.");
  g_assert_cmpint (kli_import_get_id (import, 1), ==, jan);
  g_assert_cmpuint (kli_import_count_in_trash (import), ==, 0);
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 1);
  fixture_assert_text (fixture, CONTACT, jan, KLI_CONTACT_NAME, "Jan Lis");
}

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);
#define ADD(name, data, func) g_test_add ("/import-trash/" name, Fixture, data, fixture_set_up, func, fixture_tear_down)
  ADD ("household", NULL, test_household);
  ADD ("household-last", "last", test_household);
  ADD ("merged", NULL, test_merged);

  return g_test_run ();
}
