/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A vCard for a QR code: never larger than it may be, read back as what it says, and silent about what is private. */
#include "core/kli-kinds.h"
#include "exchange/kli-signature.h"
#include "exchange/kli-small-vcard.h"

#include <string.h>

static KliCard *
make_card (guint n_phones)
{
  KliCard *card = kli_card_new ();
  KliRow *address = kli_card_add_address (card);

  kli_row_set_text (card->contact, KLI_CONTACT_NAME, "mgr Łucja Bąk; z domu Żak, jr.");
  kli_row_set_text (card->contact, KLI_CONTACT_NOTE, "SECRET");
  kli_row_set_text (card->contact, KLI_CONTACT_BIRTHDAY, "--02-29");
  kli_card_add_affiliation (card, "Ósemka sp. z o.o.", "", "prezes, \\właścicielka");
  for (guint i = 0; i < n_phones; i++)
    {
      g_autofree char *number = g_strdup_printf ("+48 512 345 %03u", i);

      kli_card_add_point (card, "phone", number, i == 0 ? "cell" : "work fax");
    }
  kli_card_add_point (card, "mail", "lucja@example.com", "work");
  kli_row_set_text (address, KLI_ADDRESS_STREET, "ul. Prosta\nklatka B");
  kli_row_set_text (address, KLI_ADDRESS_HOUSE, "51/3");
  kli_row_set_text (address, KLI_ADDRESS_CITY, "Łódź");
  kli_row_set_text (address, KLI_ADDRESS_POSTCODE, "90-001");
  kli_card_add_identifier (card, "pesel", "44051401359", "SECRET");
  kli_card_add_tag (card, "SECRET");

  return card;
}

/* Returns: (transfer full): the one card in @text. */
static GPtrArray *
read_back (const char *text)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *read = kli_signature_read_pasted (text, "PL", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (read->len, ==, 1);

  return read;
}

static void
test_says_what_it_says (void)
{
  g_autoptr (KliCard) card = make_card (2);
  guint left_out;
  g_autofree char *text = kli_small_vcard (card, 600, &left_out);
  g_autoptr (GPtrArray) read = read_back (text);
  const KliCard *back = ((const KliSignature *)g_ptr_array_index (read, 0))->card;
  const KliCardAffiliation *link = g_ptr_array_index (back->affiliations, 0);
  const KliRow *address = g_ptr_array_index (back->addresses, 0);

  g_assert_cmpstr (kli_row_get_text (back->contact, KLI_CONTACT_NAME), ==, "mgr Łucja Bąk; z domu Żak, jr.");
  g_assert_cmpstr (link->organisation, ==, "Ósemka sp. z o.o.");
  g_assert_cmpstr (link->role, ==, "prezes, \\właścicielka");
  g_assert_cmpuint (back->points->len, ==, 3);
  g_assert_cmpstr (kli_row_get_text (g_ptr_array_index (back->points, 0), KLI_CONTACT_POINT_LABEL), ==, "cell");
  g_assert_cmpstr (kli_row_get_text (address, KLI_ADDRESS_STREET), ==, "ul. Prosta\nklatka B 51/3");
  g_assert_cmpstr (kli_row_get_text (address, KLI_ADDRESS_CITY), ==, "Łódź");
  g_assert_null (strstr (text, "SECRET"));
  g_assert_null (strstr (text, "44051401359"));
  g_assert_null (strstr (text, "02-29"));
  g_assert_cmpuint (left_out, ==,
                    KLI_SMALL_VCARD_NOTE | KLI_SMALL_VCARD_NUMBERS | KLI_SMALL_VCARD_TAGS | KLI_SMALL_VCARD_DAYS);
}

/* The first of each kind goes before a hundred phones. */
static void
test_has_room_for_the_first (void)
{
  g_autoptr (KliCard) card = make_card (100);
  guint left_out;
  g_autofree char *text = kli_small_vcard (card, 600, &left_out);

  g_assert_cmpuint (strlen (text), <=, 600);
  g_assert_cmpuint (strlen (text), >, 500);
  g_assert_nonnull (strstr (text, "+48 512 345 000"));
  g_assert_nonnull (strstr (text, "lucja@example.com"));
  g_assert_nonnull (strstr (text, "90-001"));
  g_assert_true (left_out & KLI_SMALL_VCARD_PHONES);
  g_assert_false (left_out & KLI_SMALL_VCARD_MAILS);
}

static void
test_never_too_large (void)
{
  g_autofree char *name = g_strnfill (10000, 'x');

  for (gsize max = 300; max < 900; max += 7)
    {
      g_autoptr (KliCard) card = make_card (20);
      g_autofree char *text = NULL;
      g_autoptr (GPtrArray) read = NULL;

      if (max % 2 == 0)
        kli_row_set_text (card->contact, KLI_CONTACT_NAME, name);
      text = kli_small_vcard (card, max, NULL);
      read = read_back (text);
      g_assert_cmpuint (strlen (text), <=, max);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/small-vcard/says-what-it-says", test_says_what_it_says);
  g_test_add_func ("/small-vcard/has-room-for-the-first", test_has_room_for_the_first);
  g_test_add_func ("/small-vcard/never-too-large", test_never_too_large);

  return g_test_run ();
}
