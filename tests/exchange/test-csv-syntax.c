/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines into rows of cells, separators, and what headers mean. */
#include "exchange/kli-csv-reader.h"

#include <string.h>

#include "exchange/kli-csv-table.h"
#include "trickle-stream.h"

static char *
read_rows (const char *text, gsize piece, char separator)
{
  static const char *const faults[] = { "", "TOO-LONG", "TOO-MANY", "UNCLOSED" };
  g_autoptr (GInputStream) stream = trickle_stream_new (text, strlen (text), piece);
  g_autoptr (KliCsvReader) reader
      = kli_csv_reader_new (kli_line_reader_new (stream, "UTF-8", 0, KLI_CSV_ROW_MAX), separator);
  GString *out = g_string_new (NULL);
  const KliCsvRow *row;

  while ((row = kli_csv_reader_next (reader, NULL, NULL)) != NULL)
    {
      g_string_append_printf (out, "%u%s", row->line, faults[row->fault]);
      for (guint i = 0; i < row->n_cells; i++)
        g_string_append_printf (out, "[%s]", row->cells[i]);
      g_string_append_c (out, '\n');
    }

  return g_string_free (out, FALSE);
}

static const struct
{
  const char *text;
  char separator;
  const char *rows;
} tables[] = {
  { "", ',', "" },
  { "\n\r\n", ',', "" },
  { "a", ',', "1[a]\n" },
  { "a,b\n", ',', "1[a][b]\n" },
  { "a,b\r\nc,d\r\n", ',', "1[a][b]\n2[c][d]\n" },
  { "a,b\rc,d\r", ',', "1[a][b]\n2[c][d]\n" },
  { ",\n,,\n", ',', "1[][]\n2[][][]\n" },
  { "a;b,c", ';', "1[a][b,c]\n" },
  { "a\tb\t", '\t', "1[a][b][]\n" },
  { "\"a\",\"b,c\"\n", ',', "1[a][b,c]\n" },
  { "\"a\"\"b\",\"\"\"\"\n", ',', "1[a\"b][\"]\n" },
  { "\"\",\"\"\n", ',', "1[][]\n" },
  { "\"one\ntwo\",x\ny\n", ',', "1[one\ntwo][x]\n3[y]\n" },
  { "\"one\r\n\r\ntwo\"\r\nx\r\n", ',', "1[one\n\ntwo]\n4[x]\n" },
  { "\"one\n\"\"two\"\"\n\",x\n", ',', "1[one\n\"two\"\n][x]\n" },
  { "a\"b,c\"\"d\n", ',', "1[a\"b][c\"\"d]\n" }, /* marks within a cell are itself */
  { "\"a\"b,c\n", ',', "1[ab][c]\n" },           /* and so is what stands behind a closing one */
  { "\"a\" ,b\n", ',', "1[a ][b]\n" },
  { " \"a\",b\n", ',', "1[ \"a\"][b]\n" },
  { "\"a", ',', "1UNCLOSED\n" },
  { "\"a\nb,c\nd\n", ',', "1UNCLOSED\n2[b][c]\n3[d]\n" },
  { "x\n\"a,b\nc,\"d\"\ne\n", ',', "1[x]\n2UNCLOSED\n3[c][d]\n4[e]\n" },
  { "\"a\nb\"c,d\ne\n", ',', "1UNCLOSED\n2[b\"c][d]\n3[e]\n" },
  { "\"a\n\"b\n\"c\nd\n", ',', "1UNCLOSED\n2UNCLOSED\n3UNCLOSED\n4[d]\n" },
};

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    for (gsize piece = 1; piece < 5; piece++)
      {
        g_autofree char *rows = read_rows (tables[i].text, piece, tables[i].separator);

        g_assert_cmpstr (rows, ==, tables[i].rows);
      }
}

static void
test_too_many_cells (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *rows = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "x,");
  g_string_append (text, "\na,b\n");
  rows = read_rows (text->str, 4096, ',');
  g_assert_cmpstr (rows, ==, "1TOO-MANY\n2[a][b]\n");
}

static const struct
{
  const char *sample;
  char separator;
} separators[] = {
  { "Name,Email\na;b;c,d;e", ',' },
  { "Name;Email\na,b;c,d\n", ';' },
  { "Name\tEmail\na,b\tc", '\t' },
  { "Name|Email\na|b\n", '|' },
  { "Imię;Nazwisko;\"Firma, inna\"\n", ';' },
  { "alpha;beta;gamma\n1;2;3\n4;5;6\n", ';' },
  { "1,5;2,5;3,5\n4,5;5,5;6,5\n", ';' },
  { "Name\nAla\n", ',' },
  { "", ',' },
  { "\"Name\";\"E-mail\"\n\"a\nb;c\";d", ';' },
};

static void
test_separator (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      char separator = kli_csv_guess_separator (separators[i].sample, strlen (separators[i].sample));

      if (separator != separators[i].separator && i != 6) /* both of that one are even: either will do */
        g_error ("the separator of “%s” should be “%c”, is “%c”", separators[i].sample, separators[i].separator,
                 separator);
    }
}

static const struct
{
  const char *header;
  KliCsvField field;
  const char *label;
  guint number;
} headers[] = {
  { "First Name", KLI_CSV_GIVEN, "", 1 },
  { "first_name", KLI_CSV_GIVEN, "", 1 },
  { "firstName", KLI_CSV_GIVEN, "", 1 },
  { "IMIĘ", KLI_CSV_GIVEN, "", 1 },
  { " Nama  Lengkap ", KLI_CSV_NAME, "", 1 },
  { "No. HP", KLI_CSV_PHONE, "cell", 1 },
  { "Kota/Kabupaten", KLI_CSV_CITY, "", 1 },
  { "Województwo", KLI_CSV_REGION, "", 1 },
  { "Straße", KLI_CSV_STREET, "", 1 },
  { "E-mail 3 - Value", KLI_CSV_MAIL, "", 3 },
  { "E-mail 3 - Type", KLI_CSV_LABEL, "", 3 },
  { "E-mail 2 Address", KLI_CSV_MAIL, "", 2 },
  { "Home Street 2", KLI_CSV_STREET, "home", 2 },
  { "Business Postal Code", KLI_CSV_POSTCODE, "work", 1 },
  { "Assistant's Phone", KLI_CSV_PHONE, "assistant", 1 },
  { "Adres służbowy - miejscowość", KLI_CSV_CITY, "work", 1 },
  { "Adres domowy - kraj/region", KLI_CSV_COUNTRY, "home", 1 },
  { "IM Jabber", KLI_CSV_CHAT, "", 1 },
  { "Custom 1", KLI_CSV_UNKNOWN, "", 1 },
  { "Zodiac", KLI_CSV_UNKNOWN, "", 1 },
  { "", KLI_CSV_UNKNOWN, "", 1 },
};

static void
test_headers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_autoptr (KliCsvColumns) columns = kli_csv_columns_new (&headers[i].header, 1);

      if (columns->columns[0].field != headers[i].field)
        g_error ("“%s” should be field %d, is %d", headers[i].header, headers[i].field, columns->columns[0].field);
      g_assert_cmpstr (columns->columns[0].label, ==, headers[i].label);
      if (headers[i].field != KLI_CSV_UNKNOWN)
        g_assert_cmpuint (columns->columns[0].number, ==, headers[i].number);
    }
}

/* What a header means beside others. */
static void
test_neighbours (void)
{
  static const char *const german[] = { "Vorname", "Name", "Firma" };
  static const char *const google[] = { "Phone 2 - Type", "Phone 1 - Type", "Phone 1 - Value", "Phone 2 - Value" };
  static const char *const birth[] = { "Birth Year", "Birth Month", "Birth Day" };
  static const char *const title[] = { "Title", "Job Title" };
  static const char *const addresses[]
      = { "Home City", "Work City", "Home Street", "Address 1 - City", "Address 2 - City", "Address 1 - Street" };
  g_autoptr (KliCsvColumns) a = kli_csv_columns_new (german, G_N_ELEMENTS (german));
  g_autoptr (KliCsvColumns) b = kli_csv_columns_new (google, G_N_ELEMENTS (google));
  g_autoptr (KliCsvColumns) c = kli_csv_columns_new (birth, G_N_ELEMENTS (birth));
  g_autoptr (KliCsvColumns) d = kli_csv_columns_new (title, G_N_ELEMENTS (title));
  g_autoptr (KliCsvColumns) e = kli_csv_columns_new (addresses, G_N_ELEMENTS (addresses));

  g_assert_cmpint (a->columns[1].field, ==, KLI_CSV_FAMILY);
  g_assert_cmpint (b->columns[2].label_column, ==, 1);
  g_assert_cmpint (b->columns[3].label_column, ==, 0);
  g_assert_cmpint (c->columns[2].field, ==, KLI_CSV_BIRTH_DAY);
  g_assert_cmpint (d->columns[0].field, ==, KLI_CSV_PREFIX);
  g_assert_cmpuint (e->n_addresses, ==, 4);
  g_assert_cmpint (e->columns[2].slot, ==, e->columns[0].slot);
  g_assert_cmpint (e->columns[5].slot, ==, e->columns[3].slot);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-syntax/rows", test_rows);
  g_test_add_func ("/csv-syntax/too-many-cells", test_too_many_cells);
  g_test_add_func ("/csv-syntax/separator", test_separator);
  g_test_add_func ("/csv-syntax/headers", test_headers);
  g_test_add_func ("/csv-syntax/neighbours", test_neighbours);

  return g_test_run ();
}
