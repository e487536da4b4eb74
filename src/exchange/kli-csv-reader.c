/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines into rows of cells. */
#include "exchange/kli-csv-reader.h"

#include <string.h>

struct _KliCsvReader
{
  KliLineReader *lines;
  char separator;

  GString *text;       /* the cells of the present row, each with a NUL behind it */
  GArray *starts;      /* gsize: where each begins */
  GPtrArray *cells;    /* the same as pointers, when the row is complete */
  gboolean in_quotes;  /* the present cell goes on in the next line */
  gboolean was_quoted; /* the present cell began with a quotation mark */
  KliCsvRow row;

  GString *seen;   /* the lines behind the first of a row of several, each with a LF, to be read again */
  guint seen_line; /* number of the first of them */
  GString *again;  /* the same while they are read again: each is a row of its own */
  gsize again_at;
  guint again_line;
};

KliCsvReader *
kli_csv_reader_new (KliLineReader *lines, char separator)
{
  KliCsvReader *self;

  g_return_val_if_fail (lines != NULL, NULL);
  g_return_val_if_fail (separator != '\0' && separator != '"', NULL);

  self = g_new0 (KliCsvReader, 1);
  self->lines = lines;
  self->separator = separator;
  self->text = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->cells = g_ptr_array_new ();
  self->seen = g_string_new (NULL);
  self->again = g_string_new (NULL);

  return self;
}

void
kli_csv_reader_free (KliCsvReader *self)
{
  if (self == NULL)
    return;

  kli_line_reader_free (self->lines);
  g_string_free (self->text, TRUE);
  g_array_unref (self->starts);
  g_ptr_array_unref (self->cells);
  g_string_free (self->seen, TRUE);
  g_string_free (self->again, TRUE);
  g_free (self);
}

static void
begin_cell (KliCsvReader *self)
{
  g_array_append_val (self->starts, self->text->len);
  self->was_quoted = FALSE;
}

static void
end_cell (KliCsvReader *self)
{
  g_string_append_c (self->text, '\0');
}

/* Takes what stands in quotation marks from @p on. Returns: what follows it; `in_quotes` stays
 * set when the line ends first. */
static const char *
take_quoted (KliCsvReader *self, const char *p, const char *end)
{
  while (p < end)
    {
      const char *quote = memchr (p, '"', end - p);
      const char *stop = quote != NULL ? quote : end;

      g_string_append_len (self->text, p, stop - p);
      if (quote == NULL)
        return end;
      if (quote + 1 == end || quote[1] != '"')
        {
          self->in_quotes = FALSE;
          return quote + 1;
        }
      g_string_append_c (self->text, '"');
      p = quote + 2;
    }

  return end;
}

/* Takes a line, which begins a row or goes on in quotation marks. Returns: FALSE when the row
 * makes no sense any more. */
static gboolean
take_line (KliCsvReader *self, const char *p, const char *end)
{
  gboolean several = self->in_quotes;

  if (!self->in_quotes)
    begin_cell (self);
  for (;;)
    {
      const char *stop;

      if (self->in_quotes)
        {
          p = take_quoted (self, p, end);
          if (self->in_quotes)
            return TRUE;
          /* Something behind a closing mark is kept; but lines further on it shows that the
           * opening one was a mistake. */
          if (several && p < end && *p != self->separator && *p != ' ')
            return FALSE;
        }
      else if (p < end && *p == '"' && !self->was_quoted)
        {
          self->in_quotes = TRUE;
          self->was_quoted = TRUE;
          p++;
          continue;
        }

      stop = p < end ? memchr (p, self->separator, end - p) : NULL;
      g_string_append_len (self->text, p, (stop != NULL ? stop : end) - p);
      end_cell (self);
      if (stop == NULL)
        return TRUE;
      if (self->starts->len >= KLI_CSV_CELLS_MAX)
        {
          self->row.fault = KLI_CSV_TOO_MANY_CELLS;
          return TRUE;
        }
      begin_cell (self);
      p = stop + 1;
    }
}

static const KliCsvRow *
hand_out (KliCsvReader *self)
{
  g_ptr_array_set_size (self->cells, 0);
  if (self->row.fault == KLI_CSV_FINE)
    for (guint i = 0; i < self->starts->len; i++)
      g_ptr_array_add (self->cells, self->text->str + g_array_index (self->starts, gsize, i));
  self->row.cells = (const char *const *)self->cells->pdata;
  self->row.n_cells = self->cells->len;

  return &self->row;
}

/* The row that began is given up: what followed its first line is read again. */
static const KliCsvRow *
give_up (KliCsvReader *self)
{
  GString *again = self->again;

  g_assert (self->again_at == again->len);
  self->again = self->seen;
  self->seen = again;
  self->again_at = 0;
  self->again_line = self->seen_line;
  self->in_quotes = FALSE;
  self->row.fault = KLI_CSV_UNCLOSED;

  return hand_out (self);
}

static gboolean
is_read_again (const KliCsvReader *self)
{
  return self->again_at < self->again->len;
}

static gboolean
next_line (KliCsvReader *self, KliLine *line, GCancellable *cancellable, GError **error)
{
  const char *start;

  if (!is_read_again (self))
    return kli_line_reader_next (self->lines, line, cancellable, error);

  start = self->again->str + self->again_at;
  *line = (KliLine){ .text = start, .number = self->again_line++ };
  line->length = (const char *)memchr (start, '\n', self->again->len - self->again_at) - start;
  self->again_at += line->length + 1;

  return TRUE;
}

static void
begin_row (KliCsvReader *self, guint line)
{
  g_string_truncate (self->text, 0);
  g_array_set_size (self->starts, 0);
  g_string_truncate (self->seen, 0);
  self->in_quotes = FALSE;
  self->row.line = line;
  self->row.fault = KLI_CSV_FINE;
}

/* Takes one more line of a row of several. Returns: whether the row has to be given up. */
static gboolean
goes_wrong (KliCsvReader *self, const KliLine *line)
{
  if (self->seen->len == 0)
    self->seen_line = line->number;
  g_string_append_len (self->seen, line->text, line->length);
  g_string_append_c (self->seen, '\n');
  g_string_append_c (self->text, '\n');

  return line->cut || self->seen->len + self->text->len > KLI_CSV_ROW_MAX
         || !take_line (self, line->text, line->text + line->length);
}

const KliCsvRow *
kli_csv_reader_next (KliCsvReader *self, GCancellable *cancellable, GError **error)
{
  KliLine line;
  gboolean again;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  do
    {
      again = is_read_again (self);
      if (!next_line (self, &line, cancellable, error))
        return NULL;
    }
  while (line.length == 0);

  begin_row (self, line.number);
  if (line.cut)
    {
      self->row.fault = KLI_CSV_TOO_LONG;
      return hand_out (self);
    }
  take_line (self, line.text, line.text + line.length);
  while (self->in_quotes)
    {
      if (again)
        {
          self->in_quotes = FALSE;
          self->row.fault = KLI_CSV_UNCLOSED;
          return hand_out (self);
        }
      if (!next_line (self, &line, cancellable, &local_error))
        {
          if (local_error == NULL)
            return give_up (self);
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
      if (goes_wrong (self, &line))
        return give_up (self);
    }

  return hand_out (self);
}

guint64
kli_csv_reader_get_offset (const KliCsvReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return kli_line_reader_get_offset (self->lines);
}

guint64
kli_csv_reader_get_replaced (const KliCsvReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return kli_line_reader_get_replaced (self->lines);
}
