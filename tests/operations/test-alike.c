/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whoever is there already is told while a card is typed: all that the search of the whole store would find, and those
 * who share only a telephone. */
#include "operation-fixture.h"

#include "core/kli-name.h"
#include "operations/kli-alike.h"
#include "operations/kli-duplicates.h"
#include "operations/kli-generate-copy.h"
#include "operations/kli-generate.h"
#include "operations/kli-merge.h"
#include "operations/kli-trash.h"

#include <string.h>

#define LIMIT 50

typedef struct
{
  const KliWhole *card;
  guint limit;
} Asking;

static gpointer
find_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const Asking *asking = user_data;

  return kli_find_alike (connection, asking->card, asking->limit, cancellable, error);
}

/* Returns: (transfer full) */
static GPtrArray *
find (Fixture *fixture, const KliWhole *card, guint limit)
{
  Asking asking = { card, limit };
  g_autoptr (GError) error = NULL;
  GPtrArray *told = kli_store_read (fixture->store, find_func, &asking, &error);

  g_assert_no_error (error);

  return told;
}

static const KliAlike *
find_told (const GPtrArray *told, gint64 id)
{
  for (guint i = 0; i < told->len; i++)
    if (((const KliAlike *)g_ptr_array_index (told, i))->id == id)
      return g_ptr_array_index (told, i);

  return NULL;
}

/* A card as somebody types it: "name=Anna Nowak ; phone=512 345 678 ; nip=…". Returns: (transfer full) */
static KliWhole *
type_card (const char *line)
{
  KliRow *contact = kli_row_new (&kli_contact_kind);
  KliWhole *card = kli_whole_new (contact);
  g_auto (GStrv) words = g_strsplit (line, " ; ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) sides = g_strsplit (words[i], "=", 2);
      int column = kli_kind_find_column (&kli_contact_kind, sides[0]);
      gboolean is_point = g_str_equal (sides[0], "phone") || g_str_equal (sides[0], "mail");
      KliRow *part;

      if (column >= 0)
        {
          kli_row_set_text (contact, (guint)column, sides[1]);
          continue;
        }
      part = kli_row_new (is_point ? &kli_contact_point_kind : &kli_identifier_kind);
      kli_row_set_text (part, is_point ? KLI_CONTACT_POINT_KIND : KLI_IDENTIFIER_KIND, sides[0]);
      kli_row_set_text (part, is_point ? KLI_CONTACT_POINT_VALUE : KLI_IDENTIFIER_VALUE, sides[1]);
      kli_whole_take_part (card, part);
    }

  return card;
}

static gint64
add (Fixture *fixture, const char *line)
{
  return fixture_new (fixture, &kli_contact_kind, line);
}

/* --- cards that are typed ----------------------------------------------------------------------------- */

#define MAGDA "name=Magda Wierzchosławska ; phone+=512 345 678 ; mail+=magda@example.com ; birthday=1980-01-02"
#define FIRM "name=Modrzew sp. z o.o. ; kind=organisation ; nip=526-000-12-46"

static const struct
{
  const char *there;
  const char *typed;
  KliDuplicateReasons reasons; /* 0: nobody is told */
} cards[] = {
  { MAGDA, "", 0 },
  { MAGDA, "name=M", 0 },
  { MAGDA, "name=Magda", 0 },
  { MAGDA, "name=Magda Wierzchosławska", KLI_DUPLICATE_SAME_NAME },
  { MAGDA, "name=wierzchoslawska magda", KLI_DUPLICATE_SAME_NAME },
  { MAGDA, "name=mgr Magda Wierzchosławska", KLI_DUPLICATE_SAME_NAME },
  { MAGDA, "name=Magda Wierchosławska", KLI_DUPLICATE_NEAR_NAME },
  { MAGDA, "name=Madga Wierzchosławska", KLI_DUPLICATE_NEAR_NAME },
  { MAGDA, "name=Nagda Wierzchosławska", KLI_DUPLICATE_NEAR_NAME },
  { MAGDA, "name=Anna Wierzchosławska", 0 },
  { MAGDA, "name=Magda Wierzchosławska ; kind=organisation", 0 },
  { MAGDA, "name=Magda Wierzchosławska ; birthday=1955-11-30", 0 },
  { MAGDA, "name=Magda Wierzchosławska ; birthday=1980-01-02", KLI_DUPLICATE_SAME_NAME | KLI_DUPLICATE_BIRTHDAY },
  { MAGDA, "phone=0048 512-345-678", KLI_DUPLICATE_PHONE },
  { MAGDA, "phone=512 345 67", 0 },
  { MAGDA, "name=Jan Lis ; phone=512345678", KLI_DUPLICATE_PHONE },
  { MAGDA, "name=Jan Lis ; phone=512345678 ; kind=organisation", 0 },
  { MAGDA, "mail= Magda@Example.com ", KLI_DUPLICATE_MAIL },
  { MAGDA, "mail=magda@", 0 },
  { MAGDA, "phone=brak", 0 },
  { "name=Ratna Kartikasari", "name=Ratna Kartika Sari", KLI_DUPLICATE_SAME_NAME },
  { "name=Ratna Kartika Sari", "name=Ratna Kartikasari", KLI_DUPLICATE_SAME_NAME },
  { "name=Ratna Sari", "name=Sari Ratna", KLI_DUPLICATE_SAME_NAME },
  { "name=Suharto", "name=Suhartto", KLI_DUPLICATE_NEAR_NAME },
  { "name=Suharto", "name=Suharto", KLI_DUPLICATE_SAME_NAME },
  { FIRM, "kind=organisation ; nip=PL 5260001246", KLI_DUPLICATE_IDENTIFIER },
  { FIRM, "name=Jan Lis ; nip=5260001246", KLI_DUPLICATE_IDENTIFIER },
  { FIRM, "kind=organisation ; nip=526000124", 0 },
  { FIRM, "kind=organisation ; regon=5260001246", 0 },
  { FIRM, "kind=organisation ; name=MODRZEW", KLI_DUPLICATE_SAME_NAME },
};

static void
test_cards (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      gint64 id = add (fixture, cards[i].there);
      g_autoptr (KliWhole) card = type_card (cards[i].typed);
      g_autoptr (GPtrArray) told = find (fixture, card, LIMIT);
      const KliAlike *alike = find_told (told, id);

      g_test_message ("%s", cards[i].typed);
      g_assert_cmpint (alike != NULL ? (int)alike->reasons : 0, ==, (int)cards[i].reasons);
      g_assert_cmpuint (told->len, ==, cards[i].reasons != 0);
      fixture_run (fixture, kli_trash (&kli_contact_kind, &id, 1));
      g_clear_pointer (&told, g_ptr_array_unref);
      told = find (fixture, card, LIMIT);
      g_assert_cmpuint (told->len, ==, 0);
    }
}

/* The number of a natural person finds nobody (domain 4). */
static void
test_personal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliWhole) card = type_card ("pesel=44051401359");
  g_autoptr (GPtrArray) told = NULL;

  fixture_run (fixture, kli_set_personal_numbers (TRUE));
  add (fixture, "name=Jan Lis ; pesel+=44051401359|umowa");
  told = find (fixture, card, LIMIT);
  g_assert_cmpuint (told->len, ==, 0);
}

/* The likeliest come first, no more than are asked for, and a number that many have is nobody's. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliWhole) card = type_card ("name=Ula Koszewska ; phone=512 345 678 ; mail=u@example.com");
  gint64 husband = add (fixture, "name=Piotr Koszewski ; phone+=512 345 678");
  gint64 ula = add (fixture, "name=Ula Koszewska ; phone+=512 345 678");
  g_autoptr (GPtrArray) told = find (fixture, card, LIMIT);
  g_autoptr (GPtrArray) first = find (fixture, card, 1);

  g_assert_cmpuint (told->len, ==, 2);
  g_assert_cmpint (((const KliAlike *)g_ptr_array_index (told, 0))->id, ==, ula);
  g_assert_cmpstr (((const KliAlike *)g_ptr_array_index (told, 0))->name, ==, "Ula Koszewska");
  g_assert_cmpint (((const KliAlike *)g_ptr_array_index (told, 1))->id, ==, husband);
  g_assert_cmpuint (first->len, ==, 1);
  g_assert_cmpint (((const KliAlike *)g_ptr_array_index (first, 0))->id, ==, ula);
  for (guint i = 0; i < 6; i++)
    add (fixture, "name=Ktoś ; phone+=512 345 678");
  g_clear_pointer (&told, g_ptr_array_unref);
  told = find (fixture, card, LIMIT);
  g_assert_cmpuint (told->len, ==, 1);
}

/* A card of the store is not told of itself, nor of whom somebody said that it is another one. */
static void
test_apart (Fixture *fixture, gconstpointer data)
{
  gint64 one = add (fixture, "name=Ula Koszewska");
  gint64 other = add (fixture, "name=Ula Koszewska");
  g_autoptr (KliWhole) card = fixture_read (fixture, &kli_contact_kind, other);
  g_autoptr (GPtrArray) told = find (fixture, card, LIMIT);

  g_assert_cmpuint (told->len, ==, 1);
  g_assert_nonnull (find_told (told, one));
  fixture_run (fixture, kli_distinguish_contacts (one, other));
  g_clear_pointer (&told, g_ptr_array_unref);
  told = find (fixture, card, LIMIT);
  g_assert_cmpuint (told->len, ==, 0);
}

/* --- the search of the whole store, as a second implementation ---------------------------------------- */

static gpointer
find_pairs_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_duplicates_find (connection, NULL, NULL, NULL, error);
}

/* Every pair is told of from both sides, with the same score and reasons. */
static void
test_planted (Fixture *fixture, gconstpointer data)
{
  guint wanted = 120;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) planted = g_array_new (FALSE, FALSE, sizeof (KliPlantedPair));
  g_autoptr (GArray) originals = NULL;
  g_autoptr (GArray) pairs = NULL;

  fixture_run (fixture, kli_generate_contacts (7, 0, 1500));
  originals = kli_store_read (fixture->store, kli_generate_choose_func, &wanted, &error);
  fixture_run (fixture, kli_generate_copies (7, originals, 0, wanted, planted));
  pairs = kli_store_read (fixture->store, find_pairs_func, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pairs->len, >=, wanted);
  for (guint i = 0; i < pairs->len * 2; i++)
    {
      const KliDuplicatePair *pair = &g_array_index (pairs, KliDuplicatePair, i / 2);
      gint64 one = i % 2 == 0 ? pair->first : pair->second;
      gint64 other = i % 2 == 0 ? pair->second : pair->first;
      g_autoptr (KliWhole) card = fixture_read (fixture, &kli_contact_kind, one);
      g_autoptr (GPtrArray) told = find (fixture, card, G_MAXINT);
      const KliAlike *alike = find_told (told, other);

      g_test_message ("%s", kli_row_get_text (kli_whole_get_root (card), KLI_CONTACT_NAME));
      g_assert_nonnull (alike);
      g_assert_cmpuint (alike->score, ==, pair->score);
      g_assert_cmpint (alike->reasons, ==, pair->reasons);
    }
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliWhole) card = type_card ("name=Ula Koszewska");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strdup (kli_store_get_path (fixture->store));
  g_autoptr (KliConnection) connection = kli_connection_open (path, KLI_CONNECTION_READER, &error);

  g_assert_no_error (error);
  add (fixture, "name=Ula Koszewska");
  g_cancellable_cancel (cancellable);
  g_assert_null (kli_find_alike (connection, card, LIMIT, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/alike/cards", Fixture, NULL, fixture_set_up, test_cards, fixture_tear_down);
  g_test_add ("/alike/personal", Fixture, NULL, fixture_set_up, test_personal, fixture_tear_down);
  g_test_add ("/alike/order", Fixture, NULL, fixture_set_up, test_order, fixture_tear_down);
  g_test_add ("/alike/apart", Fixture, NULL, fixture_set_up, test_apart, fixture_tear_down);
  g_test_add ("/alike/planted", Fixture, NULL, fixture_set_up_bare, test_planted, fixture_tear_down);
  g_test_add ("/alike/cancelled", Fixture, NULL, fixture_set_up, test_cancelled, fixture_tear_down);

  return g_test_run ();
}
