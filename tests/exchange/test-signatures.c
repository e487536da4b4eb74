/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signatures and blocks of text of fixtures/signatures, beside what they must be read as; and texts that nobody
 * signs with. Run with KLIENTELA_WRITE_EXPECTED=1 to write that file anew, then read the difference. */
#include "card-text.h"

#include "core/kli-kinds.h"
#include "exchange/kli-signature.h"

#include <string.h>

static void
append_signature (GString *out, const KliSignature *signature)
{
  card_check_texts (signature->card);
  card_append_text (out, signature->card);
  if (signature->organisation == NULL)
    return;
  card_check_texts (signature->organisation);
  g_string_append (out, "beside it\n");
  card_append_text (out, signature->organisation);
}

/* One case: "name COUNTRY", a line break, the text. */
static void
append_case (GString *out, const char *text)
{
  const char *end = strchr (text, '\n');
  g_autofree char *heading = g_strndup (text, end - text);
  const char *country = strrchr (heading, ' ') + 1;
  g_autoptr (KliSignature) signature = kli_signature_read (end + 1, country);

  g_string_append_printf (out, "=== %s\n", heading);
  append_signature (out, signature);
}

static char *
read_fixture (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "signatures", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static void
test_cases (void)
{
  g_autofree char *cases = read_fixture ("cases.txt");
  g_auto (GStrv) texts = g_strsplit (cases, "=== ", -1);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *expected = NULL;

  g_assert_cmpuint (g_strv_length (texts), >, 60);
  for (guint i = 1; texts[i] != NULL; i++)
    append_case (out, texts[i]);
  if (g_getenv ("KLIENTELA_WRITE_EXPECTED") != NULL)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "signatures", "cases.expected", NULL);

      g_file_set_contents (path, out->str, -1, NULL);
    }
  expected = read_fixture ("cases.expected");
  g_assert_cmpstr (out->str, ==, expected);
}

/* --- nothing is lost ---------------------------------------------------------------------------------- */

static void
append_texts (GString *all, const GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const KliRow *row = g_ptr_array_index (rows, i);

      for (guint column = 0; column < row->kind->n_columns; column++)
        if (kli_row_is_text (row, column))
          g_string_append_printf (all, "%s ", kli_row_get_text (row, column));
    }
}

static void
append_everything (GString *all, const KliCard *card)
{
  for (guint column = 0; column < card->contact->kind->n_columns; column++)
    if (kli_row_is_text (card->contact, column))
      g_string_append_printf (all, "%s ", kli_row_get_text (card->contact, column));
  append_texts (all, card->points);
  append_texts (all, card->addresses);
  append_texts (all, card->identifiers);
  for (guint i = 0; i < card->affiliations->len; i++)
    {
      const KliCardAffiliation *link = g_ptr_array_index (card->affiliations, i);

      g_string_append_printf (all, "%s %s %s ", link->organisation, link->department, link->role);
    }
}

static char *
digits_of (const char *text)
{
  GString *digits = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);

  return g_string_free (digits, FALSE);
}

/* Every number that is written in a text is somewhere in what was made of it. */
static void
test_no_number_is_lost (void)
{
  g_autofree char *cases = read_fixture ("cases.txt");
  g_auto (GStrv) texts = g_strsplit (cases, "=== ", -1);

  for (guint i = 1; texts[i] != NULL; i++)
    {
      const char *text = strchr (texts[i], '\n') + 1;
      g_autoptr (KliSignature) signature = kli_signature_read (text, "PL");
      g_autoptr (GString) all = g_string_new (NULL);
      g_auto (GStrv) words = g_strsplit_set (text, " \n\t/,", -1);
      g_autofree char *found = NULL;

      append_everything (all, signature->card);
      if (signature->organisation != NULL)
        append_everything (all, signature->organisation);
      found = digits_of (all->str);
      for (guint n = 0; words[n] != NULL; n++)
        {
          g_autofree char *digits = digits_of (words[n]);

          /* A trunk 0 goes where a number gets its country code. */
          if (strstr (found, digits) == NULL && strstr (found, digits + (*digits == '0')) == NULL)
            g_error ("%s is lost of %s", words[n], text);
        }
    }
}

/* --- what nobody signs with --------------------------------------------------------------------------- */

static char *
repeat (const char *text, gsize bytes)
{
  GString *long_text = g_string_new (NULL);

  while (long_text->len < bytes)
    g_string_append (long_text, text);

  return g_string_free (long_text, FALSE);
}

static void
check_texts (const char *text)
{
  g_autoptr (KliSignature) signature = kli_signature_read (text, "PL");

  card_check_texts (signature->card);
  if (signature->organisation != NULL)
    card_check_texts (signature->organisation);
}

/* A megabyte of one line, of many, of what looks like numbers, mail addresses and names: read as far as a signature
 * goes, and the rest is the note. */
static void
test_long (void)
{
  static const char *const texts[]
      = { "Jan Kowalski\n", "Jan ", "1", "1 ", "+48 512 345 678\n", "a@", "a.", "tel ", "((((", "ul. ", "\n", ", " };
  g_autofree char *prose = repeat ("Ala ma kota, a kot ma Alę.\n", 1000 * 1000);
  g_autoptr (KliSignature) signature = kli_signature_read (prose, "PL");

  g_assert_cmpuint (strlen (kli_row_get_text (signature->card->contact, KLI_CONTACT_NOTE)), >, 1000 * 1000 - 100);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = repeat (texts[i], 1000 * 1000);

      check_texts (text);
    }
}

static void
test_random (void)
{
  static const char *const words[]
      = { "Jan", "Kowalski", "tel.",         "512",    "345 678", "@", "a@b.pl", "ul.",  "12",  ",",    "\n", " ",
          "NIP", "Jl.",      "RT",           "00-001", "www.",    "|", "\u202e", "\xff", "<b>", "S.H.", "PT", "sp.",
          "z",   "o.o.",     "Z poważaniem", ":",      "Nama",    "-", "(",      ")",    "+62", "0812", "\t", "wew." };

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (gint n = g_test_rand_int_range (0, 40); n > 0; n--)
        g_string_append (text, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
      check_texts (text->str);
    }
}

static void
test_bytes (void)
{
  check_texts (NULL);
  check_texts ("");
  check_texts ("\xff\xfe\x80 Jan");
  g_assert_null (kli_signature_find_vcard (NULL));
  g_assert_null (kli_signature_find_vcard ("Jan Kowalski, begin:vcard in the middle"));
  g_assert_nonnull (kli_signature_find_vcard ("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jan\r\nEND:VCARD\r\n"));
  g_assert_nonnull (kli_signature_find_vcard ("Here you are:\nbegin:vcard\nfn:Jan\nend:vcard"));
}

/* --- vCards ------------------------------------------------------------------------------------------- */

static void
test_pasted (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) two = kli_signature_read_pasted (
      "See below:\r\n\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Łucja Bąk\r\nEMAIL:l@example.com\r\n"
      "END:VCARD\r\nBEGIN:VCARD\r\nVERSION:4.0\r\nFN:Jan\r\nEND:VCARD\r\n",
      "PL", &error);
  g_autoptr (GPtrArray) one = kli_signature_read_pasted ("Jan Kot\n512 345 678", "PL", &error);
  const KliSignature *signature;

  g_assert_no_error (error);
  g_assert_cmpuint (two->len, ==, 2);
  signature = g_ptr_array_index (two, 0);
  g_assert_cmpstr (kli_row_get_text (signature->card->contact, KLI_CONTACT_NAME), ==, "Łucja Bąk");
  g_assert_cmpuint (signature->card->points->len, ==, 1);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_null (kli_signature_read_pasted ("BEGIN:VCARD\nEND:VCARD\n", "PL", &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/signatures/cases", test_cases);
  g_test_add_func ("/signatures/no-number-is-lost", test_no_number_is_lost);
  g_test_add_func ("/signatures/long", test_long);
  g_test_add_func ("/signatures/random", test_random);
  g_test_add_func ("/signatures/bytes", test_bytes);
  g_test_add_func ("/signatures/pasted", test_pasted);

  return g_test_run ();
}
