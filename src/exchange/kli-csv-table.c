/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of contacts as a whole. */
#include "exchange/kli-csv-table.h"

#include <string.h>

#include "core/kli-fold.h"

enum
{
  HEADER_ROWS = 30, /* a header further down is not looked for */
  SAMPLE_ROWS = 30,
};

/* What is counted of a column. */
typedef struct
{
  guint n_filled;
  guint n_null;     /* cells that are the word NULL */
  guint n_courtesy; /* cells like "Mrs." */
  guint n_phones;   /* cells like "0812 3456 789" */
  guint n_day_month;
  guint n_month_day;
  guint n_ambiguous;
  GHashTable *values; /* digests of the cells of an own-id column; NULL for the others */
  gboolean repeated;  /* two cells were the same */
} Count;

static const char *const courtesies[] = {
  "mr",   "mrs", "ms",   "miss", "mx",  "dr",    "prof",     "sir",    "madam", "herr",
  "frau", "pan", "pani", "mgr",  "inz", "bapak", "ibu",      "bpk",    "sdr",   "sdri",
  "h",    "hj",  "ir",   "drs",  "dra", "drg",   "monsieur", "madame", "m",     "mme",
};

/* A single word is a header only where a table of one column begins: further down it is a line of prose, or of
 * anything else that holds such a word. */
static gboolean
is_header (const KliCsvRow *row, gboolean is_first)
{
  gboolean names_somebody;
  guint known = kli_csv_columns_count_known (row->cells, row->n_cells, &names_somebody);

  return names_somebody && (known >= 2 || known * 2 >= row->n_cells) && (row->n_cells > 1 || is_first);
}

static gboolean
is_courtesy (const char *cell)
{
  g_autofree char *folded = kli_fold (cell);
  gsize n = strlen (folded);

  if (n > 0 && folded[n - 1] == '.')
    folded[n - 1] = '\0';
  for (gsize i = 0; i < G_N_ELEMENTS (courtesies); i++)
    if (g_str_equal (courtesies[i], folded))
      return TRUE;

  return FALSE;
}

/* Seven digits or more, and what people put between them. */
static gboolean
is_phone (const char *cell)
{
  guint n_digits = 0;

  for (const char *p = cell; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      n_digits++;
    else if (strchr ("+-()./ ", *p) == NULL)
      return FALSE;

  return n_digits >= 7;
}

/* FNV-1a: 64 bits, so that a million different ids stay different. */
static gsize
digest (const char *text)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (; *text != '\0'; text++)
    hash = (hash ^ (guchar)*text) * G_GUINT64_CONSTANT (0x100000001b3);

  return (gsize)hash;
}

static void
count_day (Count *count, const char *cell)
{
  gboolean ambiguous;
  KliDateOrder order = kli_foreign_date_get_evidence (cell, &ambiguous);

  count->n_day_month += order == KLI_DATE_ORDER_DAY_MONTH;
  count->n_month_day += order == KLI_DATE_ORDER_MONTH_DAY;
  count->n_ambiguous += ambiguous;
}

static void
count_cell (Count *count, KliCsvField field, const char *cell)
{
  if (*cell == '\0')
    return;

  count->n_filled++;
  count->n_null += g_str_equal (cell, "NULL");
  if (field == KLI_CSV_TITLE)
    count->n_courtesy += is_courtesy (cell);
  else if (field == KLI_CSV_NUMBER)
    count->n_phones += is_phone (cell);
  else if (field == KLI_CSV_BIRTHDAY || field == KLI_CSV_ANNIVERSARY || field == KLI_CSV_EVENT)
    count_day (count, cell);
  else if (field == KLI_CSV_KEY)
    {
      if (count->values == NULL)
        count->values = g_hash_table_new (NULL, NULL);
      count->repeated |= !g_hash_table_add (count->values, (gpointer)digest (cell));
    }
}

static KliDateOrder
order_of (const Count *count)
{
  if (count->n_day_month > 0 && count->n_month_day == 0)
    return KLI_DATE_ORDER_DAY_MONTH;
  if (count->n_month_day > 0 && count->n_day_month == 0)
    return KLI_DATE_ORDER_MONTH_DAY;

  return KLI_DATE_ORDER_UNKNOWN;
}

static gboolean
is_name (KliCsvField field)
{
  return field >= KLI_CSV_NAME && field <= KLI_CSV_NICKNAME;
}

static gboolean
has_field (const KliCsvColumns *columns, KliCsvField field)
{
  for (guint i = 0; i < columns->n_columns; i++)
    if (columns->columns[i].field == field)
      return TRUE;

  return FALSE;
}

static void
conclude (KliCsvTable *self, const Count *counts)
{
  gboolean has_phone = has_field (self->columns, KLI_CSV_PHONE);
  guint n_null = 0;

  for (guint i = 0; i < self->columns->n_columns; i++)
    {
      KliCsvColumn *column = &self->columns->columns[i];
      const Count *count = &counts[i];

      if (!is_name (column->field)) /* somebody may be called Null */
        n_null += count->n_null;
      if (column->field == KLI_CSV_TITLE)
        column->field = count->n_courtesy * 2 > count->n_filled ? KLI_CSV_PREFIX : KLI_CSV_ROLE;
      if (column->field == KLI_CSV_NUMBER)
        column->field = !has_phone && count->n_phones * 2 > count->n_filled ? KLI_CSV_PHONE : KLI_CSV_UNKNOWN;
      if (column->field == KLI_CSV_ROLE && column->slot < 0)
        column->slot = 0;
      if (column->field == KLI_CSV_KEY && self->key_column < 0 && count->n_filled > 0 && !count->repeated)
        self->key_column = i;
      self->date_orders[i] = order_of (count);
      self->dates_ambiguous |= count->n_ambiguous > 0 && self->date_orders[i] == KLI_DATE_ORDER_UNKNOWN
                               && self->date_order == KLI_DATE_ORDER_UNKNOWN;
    }
  self->columns->n_affiliations = MAX (self->columns->n_affiliations, 1);
  self->null_is_empty = n_null >= 2 && !self->is_ours;
}

static char *
make_source (const KliCsvRow *header)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < header->n_cells; i++)
    g_checksum_update (checksum, (const guchar *)header->cells[i], strlen (header->cells[i]) + 1);

  return g_strconcat ("csv:", g_checksum_get_string (checksum), NULL);
}

static KliCsvTable *
table_new (const KliCsvRow *header, KliDateOrder date_order)
{
  KliCsvTable *self = g_new0 (KliCsvTable, 1);

  self->columns = kli_csv_columns_new (header->cells, header->n_cells);
  self->header_line = header->line;
  self->source = make_source (header);
  self->is_ours = has_field (self->columns, KLI_CSV_KIND) && has_field (self->columns, KLI_CSV_UID);
  self->key_column = -1;
  self->date_order = date_order;
  self->date_orders = g_new0 (KliDateOrder, header->n_cells);

  return self;
}

static const KliCsvRow *
find_header (KliCsvReader *reader, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < HEADER_ROWS; i++)
    {
      const KliCsvRow *row = kli_csv_reader_next (reader, cancellable, error);

      if (row == NULL || (row->fault == KLI_CSV_FINE && is_header (row, i == 0)))
        return row;
    }

  return NULL;
}

KliCsvTable *
kli_csv_table_survey (KliCsvReader *reader, KliDateOrder date_order, GCancellable *cancellable, GError **error)
{
  const KliCsvRow *row;
  g_autoptr (KliCsvTable) self = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree Count *counts = NULL;

  g_return_val_if_fail (reader != NULL, NULL);

  row = find_header (reader, cancellable, error);
  if (row == NULL)
    return NULL;

  self = table_new (row, date_order);
  counts = g_new0 (Count, self->columns->n_columns);
  while ((row = kli_csv_reader_next (reader, cancellable, &local_error)) != NULL)
    for (guint i = 0; i < MIN (row->n_cells, self->columns->n_columns); i++)
      count_cell (&counts[i], self->columns->columns[i].field, row->cells[i]);
  if (local_error == NULL)
    conclude (self, counts);
  for (guint i = 0; i < self->columns->n_columns; i++)
    g_clear_pointer (&counts[i].values, g_hash_table_unref);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
kli_csv_table_free (KliCsvTable *self)
{
  if (self == NULL)
    return;

  kli_csv_columns_free (self->columns);
  g_free (self->source);
  g_free (self->date_orders);
  g_free (self);
}

/* Known headers weigh most, then rows of the same length as the one above them. */
static guint
score_separator (GBytes *sample, char separator)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (sample);
  g_autoptr (KliCsvReader) reader
      = kli_csv_reader_new (kli_line_reader_new (stream, "UTF-8", 0, KLI_CSV_ROW_MAX), separator);
  const KliCsvRow *row;
  guint most_known = 0;
  guint n_even = 0;
  guint before = 0;

  for (guint i = 0; i < SAMPLE_ROWS && (row = kli_csv_reader_next (reader, NULL, NULL)) != NULL; i++)
    {
      gboolean names_somebody;
      guint known = kli_csv_columns_count_known (row->cells, row->n_cells, &names_somebody);

      most_known = MAX (most_known, known);
      n_even += row->n_cells > 1 && row->n_cells == before;
      before = row->n_cells;
    }

  return most_known * 1000 + n_even;
}

/* Our own tables begin with these headers, whatever stands behind them. */
static gboolean
begins_our_table (const char *sample, gsize length, char separator)
{
  const char start[] = { 'K', 'i', 'n', 'd', separator, 'N', 'a', 'm', 'e', separator };

  return length > sizeof start && memcmp (sample, start, sizeof start) == 0;
}

char
kli_csv_guess_separator (const char *sample, gsize length)
{
  static const char separators[] = { ',', ';', '\t', '|' };
  g_autoptr (GBytes) bytes = g_bytes_new (sample, length);
  char best = separators[0];
  guint best_score = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      guint score = score_separator (bytes, separators[i]);

      if (begins_our_table (sample, length, separators[i]))
        return separators[i];

      if (score > best_score)
        {
          best_score = score;
          best = separators[i];
        }
    }

  return best;
}

gboolean
kli_csv_has_header (const char *sample, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (sample, length);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (KliCsvReader) reader = kli_csv_reader_new (kli_line_reader_new (stream, "UTF-8", 0, KLI_CSV_ROW_MAX),
                                                        kli_csv_guess_separator (sample, length));

  return find_header (reader, NULL, NULL) != NULL;
}
