/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written reads back as the same, in every format that promises it: the address books of
 * the fixtures, and cards made at random of the nastiest texts. */
#include <string.h>

#include "card-text.h"

#include "core/kli-identifier.h"
#include "core/kli-kinds.h"
#include "exchange/kli-card-text.h"
#include "exchange/kli-exchange-writer.h"

static const struct
{
  const char *name;
  KliExchangeTarget target;
} targets[] = {
  { "vCard 4.0", KLI_EXCHANGE_WRITE_VCARD_4 },
  { "vCard 3.0", KLI_EXCHANGE_WRITE_VCARD_3 },
  { "CSV", KLI_EXCHANGE_WRITE_CSV },
};

static void
compare (const KliCard *before, const KliCard *after, const char *target, const char *written)
{
  g_autoptr (GString) a = g_string_new (NULL);
  g_autoptr (GString) b = g_string_new (NULL);

  card_check_texts (after);
  if (g_str_equal (before->digest, after->digest))
    return;

  card_append_text (a, before);
  card_append_text (b, after);
  g_error ("through %s\n%s\nshould come back the same, and comes back as\n%s\nThe file was\n%s", target, a->str, b->str,
           written);
}

/* Only cards that can be taken are ever written. */
static GPtrArray *
without_refused (GPtrArray *cards)
{
  GPtrArray *taken = g_ptr_array_new ();

  for (guint i = 0; i < cards->len; i++)
    if (((KliCard *)cards->pdata[i])->refusal == NULL)
      g_ptr_array_add (taken, cards->pdata[i]);

  return taken;
}

/* No line over 75 bytes, none cut within a character (RFC 6350 3.2). */
static void
check_folding (GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  for (const char *line = text; line < text + length;)
    {
      const char *end = g_strstr_len (line, text + length - line, "\r\n");

      g_assert_nonnull (end);
      g_assert_cmpint (end - line, <=, 75);
      g_assert_true (g_utf8_validate_len (line, end - line, NULL));
      line = end + 2;
    }
}

static void
check_round_trip (GPtrArray *cards, gsize target)
{
  g_autoptr (GBytes) bytes = kli_exchange_write_bytes (cards, targets[target].target, 0);
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Book) file = book_read_bytes (bytes, &error);
  g_autofree char *written = g_strndup (g_bytes_get_data (bytes, NULL), MIN (g_bytes_get_size (bytes), 20000));

  g_assert_no_error (error);
  g_assert_cmpuint (file->cards->len, ==, cards->len);
  g_assert_cmpuint (file->problems->len, ==, 0);
  for (guint i = 0; i < cards->len; i++)
    {
      const KliCard *after = g_ptr_array_index (file->cards, i);

      g_assert_null (after->refusal);
      compare (g_ptr_array_index (cards, i), after, targets[target].name, written);
    }

  /* Writing what was read changes nothing more. */
  again = kli_exchange_write_bytes (file->cards, targets[target].target, 0);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), g_bytes_get_data (again, NULL),
                   g_bytes_get_size (again));
  if (targets[target].target != KLI_EXCHANGE_WRITE_CSV)
    check_folding (bytes);
}

static void
test_book (gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (data);
  g_autoptr (Book) read = book_read (file, NULL);
  g_autoptr (GPtrArray) cards = NULL;

  if (read == NULL)
    return;
  cards = without_refused (read->cards);
  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    check_round_trip (cards, i);
}

/* A UID survives, and with it the identity of the contact. */
static void
test_identity (void)
{
  static const char text[] = "BEGIN:VCARD\nVERSION:4.0\nUID:a;b\\, c\nFN:x\nEND:VCARD\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (Book) first = book_read_bytes (bytes, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autoptr (GBytes) written = kli_exchange_write_bytes (first->cards, targets[i].target, 0);
      g_autoptr (Book) second = book_read_bytes (written, NULL);
      const KliCard *card = g_ptr_array_index (second->cards, 0);

      g_assert_cmpstr (card->source, ==, "vcard");
      g_assert_cmpstr (card->key, ==, "uid:a;b, c");
    }
}

/* Texts that break careless writers. */
static const char *const nasty[] = {
  "plain",
  "two words",
  "a;b",
  "a,b",
  "a\\b",
  "a\\nb",
  "back\\",
  "\\;\\,",
  "colon: here",
  "\"quoted\"",
  "O'Neil",
  "=1+1",
  "+48 5",
  "-x",
  "@home",
  "ł̣ó żółw",
  "🐢🐢🐢🐢🐢🐢🐢🐢🐢🐢🐢🐢🐢🐢🐢🐢🐢🐢🐢🐢🐢",
  "a ::: b",
  "semi; colon, comma",
  "^n^^^'",
  "%41",
  "<b>&amp;",
  "BEGIN:VCARD",
  "END:VCARD",
  "x=",
  "NULL",
  "work",
  "cell",
  "ﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺ",
  "a very long text that has to be folded several times because no line of a vCard may have more than 75 bytes in it",
};

static const char *const nasty_lines[] = {
  "one\ntwo", "one\n\nthree", "a;b\nc,d\n\\n", "END:VCARD\nBEGIN:VCARD", "\"\n\"", "tab\there\nthere",
};

/* Names on services, with them before or as the label, and what only looks so. */
static const char *const chats[][2] = {
  { "@anna", "telegram" },     { "telegram:@anna", "" }, { "telegram:anna", "telegram" },  { "telegram:anna", "work" },
  { "0812 3456", "whatsapp" }, { "anna;b,c\\", "line" }, { "https://t.me/a", "telegram" }, { "anna", "Telegram" },
  { "x", "facebook" },         { "signal:x", "" },       { "instagram", "instagram" },
};

static void
add_random_chats (GRand *rand, KliCard *card)
{
  for (int n = g_rand_int_range (rand, 0, 3); n > 0; n--)
    {
      const char *const *chat = chats[g_rand_int_range (rand, 0, G_N_ELEMENTS (chats))];

      kli_card_add_point (card, "chat", chat[0], chat[1]);
    }
}

static const char *
pick (GRand *rand)
{
  return nasty[g_rand_int_range (rand, 0, G_N_ELEMENTS (nasty))];
}

static const char *
pick_lines (GRand *rand)
{
  return g_rand_boolean (rand) ? pick (rand) : nasty_lines[g_rand_int_range (rand, 0, G_N_ELEMENTS (nasty_lines))];
}

static void
add_random_parts (GRand *rand, KliCard *card)
{
  static const char *const kinds[] = { "phone", "mail", "url", "chat" };
  static const char *const labels[] = { "", "home", "work fax", "cell", "Sekretariat; 2", "x,y" };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (int n = g_rand_int_range (rand, 0, 4); n > 0; n--)
      {
        KliRow *point = kli_card_add_point (card, kinds[i], pick (rand), labels[g_rand_int_range (rand, 0, 6)]);

        kli_row_set_integer (point, KLI_CONTACT_POINT_PREFERRED, n == 1 && g_rand_boolean (rand));
      }
  add_random_chats (rand, card);
  for (int n = g_rand_int_range (rand, 0, 3); n > 0; n--)
    {
      KliRow *address = kli_card_add_address (card);

      kli_row_set_text (address, KLI_ADDRESS_STREET, pick_lines (rand));
      kli_row_set_text (address, KLI_ADDRESS_CITY, pick (rand));
      for (guint column = KLI_ADDRESS_HOUSE; column <= KLI_ADDRESS_DISTRICT; column++)
        kli_row_set_text (address, column, g_rand_int_range (rand, 0, 3) == 0 ? pick (rand) : "");
      kli_row_set_text (address, KLI_ADDRESS_POSTCODE, g_rand_boolean (rand) ? pick (rand) : "");
      kli_row_set_text (address, KLI_ADDRESS_COUNTRY, g_rand_boolean (rand) ? pick (rand) : "");
      kli_row_set_text (address, KLI_ADDRESS_LABEL, labels[g_rand_int_range (rand, 0, 6)]);
    }
}

static void
add_random_identifiers (GRand *rand, KliCard *card)
{
  for (int n = g_rand_int_range (rand, 0, 4); n > 0; n--)
    {
      g_autofree char *value = g_strdup_printf ("%u", g_rand_int (rand));

      kli_card_add_identifier (card, kli_identifier_kinds[g_rand_int_range (rand, 0, 10)], value,
                               g_rand_boolean (rand) ? pick (rand) : "");
    }
}

static void
add_random_rest (GRand *rand, KliCard *card)
{
  for (int n = g_rand_int_range (rand, 0, 3); n > 0; n--)
    kli_card_add_affiliation (card, pick (rand), g_rand_boolean (rand) ? pick (rand) : "",
                              g_rand_boolean (rand) ? pick (rand) : "");
  if (g_rand_boolean (rand))
    kli_card_add_tag (card, pick (rand));
  if (g_rand_boolean (rand))
    kli_card_add_tag (card, "second, tag");
  if (g_rand_boolean (rand))
    kli_card_add_extra (card, KLI_CARD_EXTRA_COLUMN, pick (rand), "", pick_lines (rand));
  if (g_rand_boolean (rand))
    kli_card_add_extra (card, KLI_CARD_EXTRA_COLUMN, "Zodiac: “sign” of \"it\"", "", pick_lines (rand));
  if (g_rand_boolean (rand))
    kli_card_add_extra (card, "item3", "X-ABDATE", "TYPE=pref;X=\"a;b\"", "2001-02-03");
  if (g_rand_boolean (rand))
    kli_card_add_extra (card, "", "LOGO", "ENCODING=b;MEDIATYPE=image/png", "QUJD");
  if (g_rand_boolean (rand))
    kli_card_add_extra (card, "", "AGENT", "", "BEGIN:VCARD\\nFN:x\\; y\\nEND:VCARD");
  if (g_rand_boolean (rand))
    {
      card->photo = g_bytes_new_static ("\x89PNG\r\n\x1a\nrest of it", 19);
      g_free (card->photo_type);
      card->photo_type = g_strdup ("image/png");
    }
}

/* Words that mean something else alone are no names of ours. */
static KliCard *
make_card (GRand *rand)
{
  static const guint parts[]
      = { KLI_CONTACT_GIVEN,  KLI_CONTACT_FAMILY,    KLI_CONTACT_ADDITIONAL, KLI_CONTACT_PREFIX,
          KLI_CONTACT_SUFFIX, KLI_CONTACT_CALL_NAME, KLI_CONTACT_VOCATIVE,   KLI_CONTACT_LEGAL_FORM };
  const char *const *forms = kli_contact_kind.columns[KLI_CONTACT_ADDRESS_FORM].choices;
  static const char *const days[] = { "", "1980-03-22", "--02-29", "1700-01-01" };
  KliCard *card = kli_card_new ();

  kli_row_set_text (card->contact, KLI_CONTACT_NAME, pick (rand));
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_rand_boolean (rand))
      kli_row_set_text (card->contact, parts[i], pick (rand));
  kli_row_set_text (card->contact, KLI_CONTACT_ADDRESS_FORM,
                    forms[g_rand_int_range (rand, 0, (gint32)g_strv_length ((char **)forms))]);
  if (g_rand_int_range (rand, 0, 4) == 0)
    kli_row_set_text (card->contact, KLI_CONTACT_KIND, g_rand_boolean (rand) ? "organisation" : "household");
  if (g_rand_boolean (rand))
    kli_row_set_text (card->contact, KLI_CONTACT_NICKNAME, "Ania, Anka");
  kli_row_set_text (card->contact, KLI_CONTACT_BIRTHDAY, days[g_rand_int_range (rand, 0, 4)]);
  kli_row_set_text (card->contact, KLI_CONTACT_ANNIVERSARY, days[g_rand_int_range (rand, 0, 4)]);
  kli_row_set_text (card->contact, KLI_CONTACT_NOTE, g_rand_boolean (rand) ? pick_lines (rand) : "");
  add_random_parts (rand, card);
  add_random_identifiers (rand, card);
  add_random_rest (rand, card);
  if (g_str_equal (kli_row_get_text (card->contact, KLI_CONTACT_KIND), "organisation"))
    g_ptr_array_set_size (card->affiliations, 0); /* organisations do not work anywhere */
  kli_card_seal (card);

  return card;
}

static void
test_random (gconstpointer data)
{
  gsize target = GPOINTER_TO_SIZE (data);
  g_autoptr (GRand) rand = g_rand_new_with_seed (4711);

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_card_free);

      for (int n = g_rand_int_range (rand, 1, 5); n > 0; n--)
        g_ptr_array_add (cards, make_card (rand));
      check_round_trip (cards, target);
    }
}

static void
add_books (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fixtures", "exchange", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (name[0] != '.' && !g_str_has_suffix (name, ".expected"))
      {
        g_autofree char *path = g_strconcat ("/round-trips/books/", name, NULL);

        g_test_add_data_func_full (path, g_build_filename (folder, name, NULL), test_book, g_free);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_books ();
  g_test_add_func ("/round-trips/identity", test_identity);
  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autofree char *path = g_strconcat ("/round-trips/random/", targets[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_random);
    }

  return g_test_run ();
}
