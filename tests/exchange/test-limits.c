/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files made to hurt: lines of 10 MB, a hundred thousand of anything. The good records are still
 * offered, what is wrong is said with its line, time grows with the size only, memory does not
 * (RELIABILITY C1-C7). */
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "card-text.h"

#include "core/kli-kinds.h"

/* Appends something of the size of @n to a file that ends with a good record called "Good". */
typedef void (*Generator) (GString *file, guint n);

#define GOOD_CARD "BEGIN:VCARD\nVERSION:3.0\nFN:Good\nEND:VCARD\n"
#define HEADER "Name,Email,Note\n"
#define GOOD_ROW "Good,good@example.com,\n"

static void
repeat (GString *file, const char *text, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append (file, text);
}

static void
make_long_line (GString *file, guint n)
{
  g_string_append (file, "BEGIN:VCARD\nFN:Long\nNOTE:");
  repeat (file, "0123456789", n * 10);
  g_string_append (file, "\nEND:VCARD\n" GOOD_CARD);
}

static void
make_long_photo (GString *file, guint n)
{
  g_string_append (file, "BEGIN:VCARD\nFN:Photo\nPHOTO;ENCODING=b:");
  repeat (file, "\n QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVpBQkNERUZHSElKS0xNTk9QUVJTVFVWV1hZWg==", n);
  g_string_append (file, "\nEND:VCARD\n" GOOD_CARD);
}

static void
make_folded (GString *file, guint n)
{
  g_string_append (file, "BEGIN:VCARD\nFN:Folded\nNOTE:x");
  repeat (file, "\n y", n);
  g_string_append (file, "\nEND:VCARD\n" GOOD_CARD);
}

static void
make_folded_name (GString *file, guint n)
{
  g_string_append (file, "BEGIN:VCARD\nFN:Folded\nNOTE;X=\"x");
  repeat (file, "\n y", n);
  g_string_append (file, "\nEND:VCARD\n" GOOD_CARD);
}

static void
make_many_tags (GString *file, guint n)
{
  g_string_append (file, "BEGIN:VCARD\nFN:Tagged\nCATEGORIES:0");
  for (guint i = 1; i < n; i++)
    g_string_append_printf (file, ",%u", i);
  g_string_append (file, "\nEND:VCARD\n" GOOD_CARD);
}

static void
make_soft_breaks (GString *file, guint n)
{
  g_string_append (file, "BEGIN:VCARD\nFN:Soft\nNOTE;QUOTED-PRINTABLE:x");
  repeat (file, "=\ny", n);
  g_string_append (file, "\nEND:VCARD\n" GOOD_CARD);
}

static void
make_nested (GString *file, guint n)
{
  repeat (file, "BEGIN:VCARD\n", n);
  g_string_append (file, "FN:Inner\n");
  repeat (file, "END:VCARD\n", n);
  g_string_append (file, GOOD_CARD);
}

static void
make_agents (GString *file, guint n)
{
  g_string_append (file, "BEGIN:VCARD\nFN:Agents\n");
  repeat (file, "AGENT:\nBEGIN:VCARD\n", n);
  repeat (file, "END:VCARD\n", n + 1);
  g_string_append (file, GOOD_CARD);
}

static void
make_foreign (GString *file, guint n)
{
  g_string_append (file, "BEGIN:VCARD\nFN:Foreign\n");
  repeat (file, "BEGIN:VEVENT\n", n);
  g_string_append (file, "END:VCARD\n" GOOD_CARD);
}

static void
make_lone_ends (GString *file, guint n)
{
  repeat (file, "END:VCARD\n", n);
  g_string_append (file, GOOD_CARD);
}

static void
make_properties (GString *file, guint n)
{
  g_string_append (file, "BEGIN:VCARD\nFN:Many\n");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (file, "item%u.TEL:%u\nitem%u.X-ABLabel:label\n", i, i, i);
  g_string_append (file, "END:VCARD\n" GOOD_CARD);
}

static void
make_organisations (GString *file, guint n)
{
  g_string_append (file, "BEGIN:VCARD\nFN:Many\n");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (file, "g%u.ORG:o\ng%u.TITLE:t\nCATEGORIES:%u\nX-ABDATE:x\n", i, i, i);
  g_string_append (file, "END:VCARD\n" GOOD_CARD);
}

static void
make_parameters (GString *file, guint n)
{
  g_string_append (file, "BEGIN:VCARD\nFN:Parameters\nTEL");
  repeat (file, ";TYPE=a,b,c", n);
  g_string_append (file, ":1\nEND:VCARD\n" GOOD_CARD);
}

static void
make_backslashes (GString *file, guint n)
{
  g_string_append (file, "BEGIN:VCARD\nFN:Backslashes\nN:");
  repeat (file, "\\", n);
  g_string_append (file, "\nADR:");
  repeat (file, "\\;;", n);
  g_string_append (file, "\nEND:VCARD\n" GOOD_CARD);
}

static void
make_strange_lines (GString *file, guint n)
{
  g_string_append (file, "BEGIN:VCARD\nFN:Strange\nNOTE:x\n");
  repeat (file, "no property\n", n);
  g_string_append (file, "END:VCARD\n" GOOD_CARD);
}

static void
make_many_cards (GString *file, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (file, "BEGIN:VCARD\nFN:%u\nTEL:%u\nEND:VCARD\n", i, i);
  g_string_append (file, GOOD_CARD);
}

static void
make_long_row (GString *file, guint n)
{
  g_string_append (file, HEADER "Long,");
  repeat (file, "0123456789", n * 10);
  g_string_append (file, "\n" GOOD_ROW);
}

static void
make_open_quote (GString *file, guint n)
{
  g_string_append (file, HEADER "Open,\"");
  repeat (file, "never closed\n", n);
  g_string_append (file, GOOD_ROW);
}

static void
make_open_quotes (GString *file, guint n)
{
  g_string_append (file, HEADER);
  repeat (file, "\"x\n", n);
  g_string_append (file, GOOD_ROW);
}

static void
make_quoted_lines (GString *file, guint n)
{
  g_string_append (file, HEADER "Lines,,\"");
  repeat (file, "one \"\"line\"\"\n", n);
  g_string_append (file, "\"\n" GOOD_ROW);
}

static void
make_cells (GString *file, guint n)
{
  g_string_append (file, HEADER "Cells");
  repeat (file, ",x", n);
  g_string_append (file, "\n" GOOD_ROW);
}

static void
make_rows (GString *file, guint n)
{
  g_string_append (file, "id,Name,Email,Note,Birthday\n");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (file, "%u,Row %u,%u@example.com,NULL,1/2/1980\n", i, i, i);
  g_string_append (file, "good,Good,good@example.com,,\n");
}

static void
make_blank_rows (GString *file, guint n)
{
  g_string_append (file, HEADER);
  repeat (file, ",,\n\n", n);
  g_string_append (file, GOOD_ROW);
}

static void
make_attributes (GString *file, guint n)
{
  g_string_append (file, "dn: a\ncn: Many\n");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (file, "mail: %u\n", i);
  g_string_append (file, "\ndn: b\ncn: Good\n");
}

static void
make_folded_attribute (GString *file, guint n)
{
  g_string_append (file, "dn: a\ncn: Folded\ndescription:: ");
  repeat (file, "QUJDREVG\n ", n);
  g_string_append (file, "\n\n\n\ndn: b\ncn: Good\n");
}

typedef struct
{
  const char *name;
  Generator make;
  const char *sentence; /* part of a warning, refusal or problem at n = 100,000; NULL when all is well */
} Limit;

static const Limit limits[] = {
  { "long-line", make_long_line, "Line 3 is too long" },
  { "long-photo", make_long_photo, "Line 3 is too long" },
  { "folded", make_folded, NULL },
  { "folded-name", make_folded_name, NULL },
  { "many-tags", make_many_tags, NULL },
  { "soft-breaks", make_soft_breaks, NULL },
  { "nested", make_nested, "the first is line 1." },
  { "agents", make_agents, "in line 132 are too deep" },
  { "foreign", make_foreign, "Line 3 is not a line of a vCard" },
  { "lone-ends", make_lone_ends, "100000 lines are not part of a contact" },
  { "properties", make_properties, "Line 10002 is too long, or the contact has too many lines" },
  { "organisations", make_organisations, "or the contact has too many lines" },
  { "parameters", make_parameters, NULL },
  { "backslashes", make_backslashes, NULL },
  { "strange-lines", make_strange_lines, "Line 4 is not a line of a vCard" },
  { "many-cards", make_many_cards, NULL },
  { "long-row", make_long_row, "Line 2 is too long" },
  { "open-quote", make_open_quote, "opened in line 2 and never closed" },
  { "open-quotes", make_open_quotes, "opened in line 2 and never closed" },
  { "quoted-lines", make_quoted_lines, NULL },
  { "cells", make_cells, "The row in line 2 has too many cells" },
  { "rows", make_rows, NULL },
  { "blank-rows", make_blank_rows, NULL },
  { "attributes", make_attributes, "or the contact has too many lines" },
  { "folded-attribute", make_folded_attribute, NULL },
};

static gboolean
says (const Book *file, const char *sentence)
{
  for (guint i = 0; i < file->problems->len; i++)
    if (strstr (file->problems->pdata[i], sentence) != NULL)
      return TRUE;
  for (guint i = 0; i < file->cards->len; i++)
    {
      const KliCard *card = g_ptr_array_index (file->cards, i);

      if (card->refusal != NULL && strstr (card->refusal, sentence) != NULL)
        return TRUE;
      for (guint j = 0; j < card->warnings->len; j++)
        if (strstr (card->warnings->pdata[j], sentence) != NULL)
          return TRUE;
    }

  return FALSE;
}

/* The CPU seconds it takes to read the file for @n; whatever else the machine does is not counted. */
static double
measure (const Limit *limit, guint n, const char *sentence)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (Book) file = NULL;
  g_autoptr (GError) error = NULL;
  const KliCard *last;
  clock_t start;
  double seconds;

  limit->make (text, n);
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  start = clock ();
  file = book_read_bytes (bytes, &error);
  seconds = (double)(clock () - start) / CLOCKS_PER_SEC;

  g_assert_no_error (error);
  last = g_ptr_array_index (file->cards, file->cards->len - 1);
  g_assert_cmpstr (kli_row_get_text (last->contact, KLI_CONTACT_NAME), ==, "Good");
  if (sentence != NULL && !says (file, sentence))
    g_error ("%s should say “… %s …”", limit->name, sentence);

  return seconds;
}

static void
test_limit (gconstpointer data)
{
  const Limit *limit = data;
  double small = measure (limit, 25000, NULL);
  double large = measure (limit, 100000, limit->sentence);

  /* Four times the size may take four times as long, and some slack; not sixteen times. */
  if (large > small * 8 + 0.2)
    g_error ("%s should take four times as long for four times the size, takes %.3f s and then %.3f s", limit->name,
             small, large);
}

/* A line of 100 MB out of nowhere: what is kept of it is bounded. */
static void
test_memory (void)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("klientela-XXXXXX.vcf", &stream, NULL);
  g_autofree char *piece = g_malloc (1024 * 1024);
  g_autoptr (Book) read = NULL;
  g_autoptr (GError) error = NULL;
  GOutputStream *out = g_io_stream_get_output_stream (G_IO_STREAM (stream));
  struct rusage before;
  struct rusage after;

  memset (piece, 'x', 1024 * 1024);
  g_output_stream_write_all (out, GOOD_CARD "BEGIN:VCARD\nNOTE:", strlen (GOOD_CARD "BEGIN:VCARD\nNOTE:"), NULL, NULL,
                             &error);
  for (guint i = 0; i < 100 && error == NULL; i++)
    g_output_stream_write_all (out, piece, 1024 * 1024, NULL, NULL, &error);
  g_io_stream_close (G_IO_STREAM (stream), NULL, NULL);
  g_assert_no_error (error);

  getrusage (RUSAGE_SELF, &before);
  read = book_read (file, &error);
  getrusage (RUSAGE_SELF, &after);
  g_file_delete (file, NULL, NULL);
  g_assert_no_error (error);
  g_assert_cmpuint (read->cards->len, ==, 1); /* nothing is left of the second */
#ifndef __SANITIZE_ADDRESS__
  if (after.ru_maxrss - before.ru_maxrss > 50 * 1024)
    g_error ("a line of 100 MB should cost a bounded memory, costs %ld KB", after.ru_maxrss - before.ru_maxrss);
#endif
}

static void
test_cancel (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (KliExchangeReader) reader = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint n = 0;

  make_rows (text, 100000);
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  reader = kli_exchange_reader_open_bytes (bytes, NULL, cancellable, &error);
  g_assert_no_error (error);
  for (KliCard *card; (card = kli_exchange_reader_next (reader, cancellable, &error)) != NULL; n++)
    {
      kli_card_free (card);
      if (n == 100)
        g_cancellable_cancel (cancellable);
    }
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (n, <, 10000);
}

static void
note_progress (double fraction, gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

static void
test_progress (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("klientela-XXXXXX.csv", &stream, NULL);
  g_autoptr (KliCardPile) cards = kli_card_pile_new (NULL);
  g_autoptr (KliExchangeFile) read = NULL;
  double last = 0;

  make_rows (text, 20000);
  g_file_replace_contents (file, text->str, text->len, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL);
  read = kli_exchange_read (file, NULL, cards, note_progress, &last, NULL, NULL);
  g_file_delete (file, NULL, NULL);
  g_assert_nonnull (read);
  g_assert_cmpuint (kli_card_pile_get_length (cards), ==, read->n_cards);
  g_assert_cmpfloat (last, >, 0.9);
}

typedef struct
{
  GCancellable *cancellable;
  double end;
} Until;

static void
stop_reading (double fraction, gpointer user_data)
{
  const Until *until = user_data;

  if (fraction >= until->end)
    g_cancellable_cancel (until->cancellable);
}

/* Reads a book of which only the part until @end can be read. */
static void
read_a_part (KliCardPile *cards, double end)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("klientela-XXXXXX.csv", &stream, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Until until = { cancellable, end };

  make_rows (text, 20000);
  g_file_replace_contents (file, text->str, text->len, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL);
  g_assert_null (kli_exchange_read (file, NULL, cards, stop_reading, &until, cancellable, &error));
  g_file_delete (file, NULL, NULL);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
read_good (KliCardPile *cards, const char *name)
{
  g_autofree char *text = g_strdup_printf ("Name,Email,Note\n%s,good@example.com,\n", name);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (KliExchangeFile) read = kli_exchange_read_bytes (bytes, NULL, cards, &error);

  g_assert_no_error (error);
}

static void
assert_card (const KliCardPile *cards, guint n, const char *name)
{
  g_autoptr (KliCard) card = kli_card_pile_read (cards, n);

  g_assert_cmpstr (kli_row_get_text (card->contact, KLI_CONTACT_NAME), ==, name);
}

/* Of several files one breaks off, early or after much of it was put away: of the others everything stays. */
static void
test_broken_off (void)
{
  g_autoptr (KliCardPile) cards = kli_card_pile_new (NULL);
  g_autoptr (KliCardPile) others = kli_card_pile_new (NULL);
  g_autofree char *digest = NULL;
  g_autofree char *expected = NULL;

  read_a_part (cards, 0.5);
  read_good (cards, "First");
  read_a_part (cards, 0);
  read_good (cards, "Second");
  read_a_part (cards, 0.9);
  g_assert_true (kli_card_pile_close (cards, NULL));
  g_assert_cmpuint (kli_card_pile_get_length (cards), ==, 2);
  assert_card (cards, 0, "First");
  assert_card (cards, 1, "Second");

  read_good (others, "First");
  read_good (others, "Second");
  digest = kli_card_pile_get_digest (cards);
  expected = kli_card_pile_get_digest (others);
  g_assert_cmpstr (digest, ==, expected);
}

/* What cannot be opened says so; nothing waits for a pipe. */
static void
test_no_file (void)
{
  g_autoptr (GFile) missing = g_file_new_for_path ("/nonexistent/contacts.vcf");
  g_autoptr (GFile) folder = g_file_new_for_path (g_get_tmp_dir ());
  g_autoptr (GFile) device = g_file_new_for_path ("/dev/zero");
  g_autoptr (GError) error = NULL;

  g_assert_null (book_read (missing, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (book_read (folder, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_clear_error (&error);
  g_assert_null (book_read (device, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/limits/memory", test_memory); /* first: it looks at the peak */
  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autofree char *path = g_strconcat ("/limits/", limits[i].name, NULL);

      g_test_add_data_func (path, &limits[i], test_limit);
    }
  g_test_add_func ("/limits/cancel", test_cancel);
  g_test_add_func ("/limits/progress", test_progress);
  g_test_add_func ("/limits/broken-off", test_broken_off);
  g_test_add_func ("/limits/no-file", test_no_file);

  return g_test_run ();
}
