/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables out: what a spreadsheet gets is no formula, keeps its phone numbers, and is a table again;
 * a file is replaced whole or not at all (RELIABILITY C10). */
#include <glib/gstdio.h>
#include <string.h>

#include "card-text.h"

#include "core/kli-kinds.h"
#include "exchange/kli-card-text.h"
#include "exchange/kli-csv-reader.h"
#include "exchange/kli-exchange-writer.h"

/* What spreadsheets take for formulas, and what they do not. */
static const struct
{
  const char *text;
  const char *cell;
} cells[] = {
  { "=1+1", "'=1+1" },
  { "=HYPERLINK(\"http://evil\",\"x\")", "'=HYPERLINK(\"http://evil\",\"x\")" },
  { "+48 512-345-678", "'+48 512-345-678" },
  { "-1", "'-1" },
  { "@SUM(A1)", "'@SUM(A1)" },
  { " =1", "' =1" },
  { "\t=1", "'\t=1" },
  { "＝1+1", "'＝1+1" },
  { "＋1", "'＋1" },
  { "－1", "'－1" },
  { "＠x", "'＠x" },
  { "plain", "plain" },
  { "a=b", "a=b" },
  { "512 345 678", "512 345 678" },
  { "O'Neil", "O'Neil" },
  { "", "" },
};

static GPtrArray *
make_cards (const char *text)
{
  GPtrArray *cards = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_card_free);
  KliCard *card = kli_card_new ();

  kli_row_set_text (card->contact, KLI_CONTACT_NAME, "Somebody");
  kli_row_set_text (card->contact, KLI_CONTACT_NOTE, text);
  kli_card_add_point (card, "phone", "+48 512-345-678", "work fax");
  kli_card_add_extra (card, KLI_CARD_EXTRA_COLUMN, "Points", "", text);
  kli_card_add_extra (card, "", "X-OTHER", "", "word for word");
  kli_card_seal (card);
  g_ptr_array_add (cards, card);

  return cards;
}

/* The rows of a table, its byte-order mark left out. */
static GPtrArray *
read_cells (GBytes *bytes, char separator, gsize skip)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (KliCsvReader) reader
      = kli_csv_reader_new (kli_line_reader_new (stream, "UTF-8", skip, KLI_CSV_ROW_MAX), separator);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  const KliCsvRow *row;

  while ((row = kli_csv_reader_next (reader, NULL, NULL)) != NULL)
    {
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

      for (guint i = 0; i < row->n_cells; i++)
        g_strv_builder_add (builder, row->cells[i]);
      g_ptr_array_add (rows, g_strv_builder_end (builder));
    }

  return rows;
}

static const char *
find_cell (GPtrArray *rows, const char *header)
{
  GStrv headers = g_ptr_array_index (rows, 0);
  GStrv row = g_ptr_array_index (rows, 1);

  g_assert_cmpuint (g_strv_length (headers), ==, g_strv_length (row));
  for (guint i = 0; headers[i] != NULL; i++)
    if (g_str_equal (headers[i], header))
      return row[i];

  return NULL;
}

static void
test_spreadsheet (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (GPtrArray) cards = make_cards (cells[i].text);
      g_autoptr (GBytes) bytes = kli_exchange_write_bytes (cards, KLI_EXCHANGE_WRITE_SPREADSHEET, ';');
      g_autoptr (GPtrArray) rows = read_cells (bytes, ';', 3);

      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), 3, "\xef\xbb\xbf", 3);
      g_assert_cmpuint (rows->len, ==, 2);
      g_assert_cmpstr (find_cell (rows, "Notes"), ==, cells[i].cell);
      g_assert_cmpstr (find_cell (rows, "Points"), ==, cells[i].cell);
      g_assert_cmpstr (find_cell (rows, "Phone 1 - Value"), ==, "'+48 512-345-678");
      g_assert_null (find_cell (rows, "vCard Line 1"));
      g_assert_null (find_cell (rows, "UID"));
      for (GStrv row = g_ptr_array_index (rows, 1); *row != NULL; row++)
        g_assert_null (strchr ("=+-@", **row != '\0' ? **row : 'x'));
    }
}

/* The lossless way leaves every cell as it is. */
static void
test_lossless (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (GPtrArray) cards = make_cards (cells[i].text);
      g_autoptr (GBytes) bytes = kli_exchange_write_bytes (cards, KLI_EXCHANGE_WRITE_CSV, 0);
      g_autoptr (GPtrArray) rows = read_cells (bytes, ',', 0);

      g_assert_cmpstr (find_cell (rows, "Notes"), ==, cells[i].text);
      g_assert_cmpstr (find_cell (rows, "Phone 1 - Value"), ==, "+48 512-345-678");
      g_assert_cmpstr (find_cell (rows, "vCard Line 1"), ==, "X-OTHER:word for word");
    }
}

/* A table made for a spreadsheet can be read too, with its phone numbers. */
static void
test_spreadsheet_comes_back (void)
{
  g_autoptr (GPtrArray) cards = make_cards ("a note");
  g_autoptr (GBytes) bytes = kli_exchange_write_bytes (cards, KLI_EXCHANGE_WRITE_SPREADSHEET, ';');
  g_autoptr (Book) file = book_read_bytes (bytes, NULL);
  const KliCard *card;

  g_assert_nonnull (file);
  card = g_ptr_array_index (file->cards, 0);
  g_assert_cmpstr (kli_row_get_text (card->points->pdata[0], KLI_CONTACT_POINT_VALUE), ==, "+48 512-345-678");
  g_assert_cmpstr (kli_row_get_text (card->points->pdata[0], KLI_CONTACT_POINT_LABEL), ==, "work fax");
}

/* A card that was not surveyed does not break the table. */
static void
test_unknown_card (void)
{
  g_autoptr (GPtrArray) cards = make_cards ("x");
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (KliExchangeWriter) writer = kli_exchange_writer_new (stream, KLI_EXCHANGE_WRITE_CSV, 0);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  g_assert_true (kli_exchange_writer_add (writer, cards->pdata[0], NULL, NULL));
  g_assert_true (kli_exchange_writer_finish (writer, NULL, NULL));
  g_output_stream_close (stream, NULL, NULL);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  rows = read_cells (bytes, ',', 0);
  g_assert_cmpstr (find_cell (rows, "Name"), ==, "Somebody");
}

static void
test_no_cards (void)
{
  static const KliExchangeTarget targets[] = { KLI_EXCHANGE_WRITE_VCARD_4, KLI_EXCHANGE_WRITE_VCARD_3,
                                               KLI_EXCHANGE_WRITE_CSV, KLI_EXCHANGE_WRITE_SPREADSHEET };
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autoptr (GBytes) bytes = kli_exchange_write_bytes (cards, targets[i], 0);

      g_assert_cmpint (g_bytes_get_size (bytes) == 0, ==, !kli_exchange_target_needs_survey (targets[i]));
    }
}

static void
test_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("klientela-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.vcf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) cards = make_cards ("x");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (Book) read = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (kli_exchange_write (file, cards, KLI_EXCHANGE_WRITE_VCARD_4, 0, NULL, &error));
  g_assert_no_error (error);
  read = book_read (file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (read->cards->len, ==, 1);

  /* Cancelled: what was there stays, and nothing else is left behind. */
  g_cancellable_cancel (cancellable);
  g_assert_false (kli_exchange_write (file, cards, KLI_EXCHANGE_WRITE_CSV, 0, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "BEGIN:VCARD\r\nVERSION:4.0\r\n"));
  g_file_delete (file, NULL, NULL);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-export/spreadsheet", test_spreadsheet);
  g_test_add_func ("/csv-export/lossless", test_lossless);
  g_test_add_func ("/csv-export/spreadsheet-comes-back", test_spreadsheet_comes_back);
  g_test_add_func ("/csv-export/unknown-card", test_unknown_card);
  g_test_add_func ("/csv-export/no-cards", test_no_cards);
  g_test_add_func ("/csv-export/file", test_file);

  return g_test_run ();
}
