/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of long imports share. */
#include "import-fixture.h"

#include "core/kli-kinds.h"
#include "operations/kli-trash.h"
#include "store/kli-answer.h"

/* --- cards -------------------------------------------------------------------------------------------- */

static const char *
pick (GRand *rand, const char *const *words, guint n_words)
{
  return words[g_rand_int_range (rand, 0, (gint32)n_words)];
}

#define PICK(rand, words) pick (rand, words, G_N_ELEMENTS (words))

static const char *const names[]
    = { "Ewa Śliwa", "Jan Nowak", "Anna Lis",      "Piotr Kos", "Siti Rahma", "Budi Mak",   "Ola Gil",
        "Iga Wrona", "Jan Kłos",  "dr Łukasz Gil", "Zofia Lis", "IBM",        "Tartak Sp.", "" };
static const char *const companies[] = { "IBM", "Tartak Sp.", "Piekarnia", "Kancelaria", "PT Maju", "Szkoła" };
static const char *const tags[] = { "VIP", "klub", "vip" };

static void
seal (KliCard *card, GRand *rand, guint32 seed, guint n)
{
  g_autofree char *digest = g_strdup_printf ("%u-%u", seed, n);

  g_free (card->source);
  g_free (card->key);
  g_free (card->digest);
  card->source = g_strdup ("vcard");
  card->key = g_rand_int_range (rand, 0, 4) == 0
                  ? g_strdup_printf (KLI_CARD_KEY_UID "%d", g_rand_int_range (rand, 0, 40))
                  : g_strconcat (KLI_CARD_KEY_DIGEST, digest, NULL);
  card->digest = g_steal_pointer (&digest);
  card->line = n + 1;
}

static void
add_company (KliCard *card, GRand *rand)
{
  g_autofree char *rare = g_strdup_printf ("Firma %d", g_rand_int_range (rand, 0, 50));
  const char *common = PICK (rand, companies);

  kli_card_add_affiliation (card, g_rand_boolean (rand) ? rare : common, "", g_rand_boolean (rand) ? "prezes" : "");
}

static void
add_parts (KliCard *card, GRand *rand)
{
  for (int i = g_rand_int_range (rand, 0, 3); i > 0; i--)
    {
      g_autofree char *phone = g_strdup_printf ("512 345 %03d", g_rand_int_range (rand, 0, 60));

      kli_card_add_point (card, "phone", phone, "cell");
    }
  if (g_rand_boolean (rand))
    kli_row_set_text (kli_card_add_address (card), KLI_ADDRESS_CITY, g_rand_boolean (rand) ? "Kraków" : "Łódź");
  if (g_rand_boolean (rand))
    add_company (card, rand);
  if (g_rand_boolean (rand))
    kli_card_add_tag (card, PICK (rand, tags));
  if (g_rand_int_range (rand, 0, 8) == 0)
    kli_card_add_extra (card, "", "X-COLOUR", "", g_rand_boolean (rand) ? "red" : "blue");
  if (g_rand_int_range (rand, 0, 8) == 0)
    kli_row_set_text (card->contact, KLI_CONTACT_NOTE, g_rand_boolean (rand) ? "first" : "second");
}

static KliCard *
make_card (GRand *rand, guint32 seed, guint n)
{
  KliCard *card = kli_card_new ();
  /* Every other one is called like nobody else, so that most of the book is new. */
  g_autofree char *own = g_strdup_printf ("Osoba %u %u", seed, n);

  if (n % 40 != 39) /* one cannot be taken */
    kli_row_set_text (card->contact, KLI_CONTACT_NAME, g_rand_boolean (rand) ? own : PICK (rand, names));
  if (g_rand_int_range (rand, 0, 5) == 0)
    kli_row_set_text (card->contact, KLI_CONTACT_KIND, "organisation");
  add_parts (card, rand);
  seal (card, rand, seed, n);

  return card;
}

GPtrArray *
import_fixture_make_cards (guint32 seed, guint n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GPtrArray *cards = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_card_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (cards, make_card (rand, seed, i));

  return cards;
}

/* --- imports ------------------------------------------------------------------------------------------ */

KliCardPile *
import_fixture_pile (GPtrArray *cards)
{
  g_autoptr (GError) error = NULL;
  KliCardPile *pile = kli_card_pile_new (&error);

  g_assert_no_error (error);
  for (guint n = 0; n < cards->len; n++)
    kli_card_pile_add (pile, g_ptr_array_index (cards, n), NULL);
  kli_card_pile_close (pile, &error);
  g_assert_no_error (error);

  return pile;
}

KliImport *
import_fixture_of (GPtrArray *cards, const KliImportOptions *options)
{
  g_autoptr (KliCardPile) pile = import_fixture_pile (cards);

  return kli_import_new (pile, options);
}

KliImport *
import_fixture_new (GPtrArray *cards, gboolean company_as_text, gboolean restore)
{
  const KliImportOptions options = { .company_as_text = company_as_text, .restore = restore };
  KliImport *import = import_fixture_of (cards, &options);

  for (guint n = 0; n < cards->len; n += 3)
    kli_import_decide (import, n, n % 2 == 0 ? KLI_IMPORT_TAKE_AS_NEW : KLI_IMPORT_TAKE_AS_SAME);
  kli_import_set_origin (import, g_variant_new_string ("a test"));

  return import;
}

gint64
import_fixture_run (KliLongEdit *edit)
{
  g_autoptr (GError) error = NULL;
  gint64 entry = kli_long_edit_run (edit, &error);

  g_assert_no_error (error);

  return entry;
}

static GArray *
list_contacts (KliStore *store)
{
  g_autoptr (KliQuery) query = kli_query_new (KLI_QUERY_CONTACTS, "", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (KliAnswer) answer = kli_store_answer (store, query, &error);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_assert_no_error (error);
  g_array_append_vals (ids, kli_answer_get_ids (answer), kli_answer_get_n_items (answer));

  return ids;
}

void
import_fixture_fill (KliStore *store, guint32 seed)
{
  g_autoptr (GPtrArray) cards = import_fixture_make_cards (seed, 40);
  g_autoptr (KliImport) import = import_fixture_of (cards, NULL);
  g_autoptr (KliLongEdit) edit = kli_import_begin (import, store);
  g_autoptr (GError) error = NULL;

  import_fixture_run (edit);
  for (guint n = 0; n < cards->len; n += 4)
    if (kli_import_get_result (import, n) == KLI_IMPORT_NEW)
      {
        gint64 id = kli_import_get_id (import, n);
        g_autoptr (KliOperation) trash = kli_trash (&kli_contact_kind, &id, 1);

        kli_operation_run (trash, store, &error);
        g_assert_no_error (error);
      }
}

/* --- looks -------------------------------------------------------------------------------------------- */

static const KliKind *const parts[]
    = { &kli_contact_point_kind, &kli_address_kind,        &kli_contact_extra_kind, &kli_contact_tag_kind,
        &kli_affiliation_kind,   &kli_contact_source_kind, &kli_identifier_kind };

static void
print_row (GString *line, const KliWhole *whole, const KliRow *row)
{
  for (guint i = 0; i < row->kind->n_columns; i++)
    if (kli_row_is_text (row, i))
      g_string_append_printf (line, "%s|", kli_row_get_text (row, i));
  if (row->kind == &kli_affiliation_kind)
    g_string_append (line, kli_whole_get_name (whole, kli_row_get_integer (row, KLI_AFFILIATION_ORGANISATION)));
  if (row->kind == &kli_contact_tag_kind)
    g_string_append (line, kli_whole_get_name (whole, kli_row_get_integer (row, KLI_CONTACT_TAG_TAG)));
}

static char *
print_whole (const KliWhole *whole)
{
  GString *line = g_string_new (NULL);

  print_row (line, whole, kli_whole_get_root (whole));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (guint n = 0; n < kli_whole_count_parts (whole, parts[i]); n++)
      {
        g_string_append (line, "; ");
        print_row (line, whole, kli_whole_get_part (whole, parts[i], n));
      }

  return g_string_free (line, FALSE);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

static gpointer
print_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const GArray *ids = user_data;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (KliWhole) whole
          = kli_whole_read (connection, &kli_contact_kind, g_array_index (ids, gint64, i), error);

      g_ptr_array_add (lines, print_whole (whole));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **)lines->pdata);
}

char *
import_fixture_print (KliStore *store)
{
  g_autoptr (GArray) ids = list_contacts (store);
  g_autoptr (GError) error = NULL;
  char *text = kli_store_read (store, print_func, ids, &error);

  g_assert_no_error (error);

  return text;
}

char *
import_fixture_print_results (const KliImport *import)
{
  GString *text = g_string_new (NULL);

  for (guint result = 0; result < KLI_N_IMPORT_RESULTS; result++)
    g_string_append_printf (text, "%u %s, ", kli_import_count (import, result), kli_import_result_id (result));
  g_string_append_printf (text, "%u made:", kli_import_count_organisations (import));
  for (guint n = 0; n < kli_import_get_n_cards (import); n++)
    g_string_append_printf (text, " %s", kli_import_result_id (kli_import_get_result (import, n)));

  return g_string_free (text, FALSE);
}
