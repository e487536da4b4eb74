/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of a table of contacts mean, by their headers. */
#include "exchange/kli-csv-columns.h"

#include <stdlib.h>
#include <string.h>

#include "core/kli-fold.h"
#include "exchange/kli-card-text.h"

/* The letters of @header, folded; the first number in it goes to @number. */
static char *
normalise_header (const char *header, guint *number)
{
  g_autofree char *folded = kli_fold (header);
  GString *out = g_string_new (NULL);
  guint found = 0;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
    else if (g_ascii_isdigit (*p) && found == 0)
      {
        found = MIN (strtoul (p, NULL, 10), 999);
        p += strspn (p, "0123456789") - 1;
      }
  *number = MAX (found, 1);

  return g_string_free (out, FALSE);
}

static gpointer
make_dictionary (gpointer unused)
{
  GHashTable *dictionary = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (const KliCsvHeader *header = kli_csv_headers; header->words != NULL; header++)
    {
      g_auto (GStrv) words = g_strsplit (header->words, " ", -1);

      for (guint i = 0; words[i] != NULL; i++)
        {
          g_assert (!g_hash_table_contains (dictionary, words[i]));
          g_hash_table_insert (dictionary, g_strdup (words[i]), (gpointer)header);
        }
    }

  return dictionary;
}

static const KliCsvHeader *
find_header (const char *cell, guint *number)
{
  static GOnce once = G_ONCE_INIT;
  g_autofree char *words = normalise_header (cell, number);

  g_once (&once, make_dictionary, NULL);

  return g_hash_table_lookup (once.retval, words);
}

static gboolean
field_names_somebody (KliCsvField field)
{
  return (field >= KLI_CSV_NAME && field <= KLI_CSV_FAMILY) || field == KLI_CSV_ORGANISATION || field == KLI_CSV_PHONE
         || field == KLI_CSV_MAIL;
}

static gboolean
has_field (const KliCsvColumns *self, KliCsvField field)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].field == field)
      return TRUE;

  return FALSE;
}

static void
replace_field (KliCsvColumns *self, KliCsvField from, KliCsvField to)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].field == from)
      self->columns[i].field = to;
}

/* Headers that mean one thing alone and another beside others. */
static void
decide_by_neighbours (KliCsvColumns *self)
{
  if (has_field (self, KLI_CSV_BIRTH_YEAR) && has_field (self, KLI_CSV_BIRTH_MONTH))
    replace_field (self, KLI_CSV_BIRTHDAY, KLI_CSV_BIRTH_DAY);
  if (has_field (self, KLI_CSV_GIVEN) && !has_field (self, KLI_CSV_FAMILY)) /* "Vorname, Name" */
    replace_field (self, KLI_CSV_NAME, KLI_CSV_FAMILY);
  if (has_field (self, KLI_CSV_ROLE))
    replace_field (self, KLI_CSV_TITLE, KLI_CSV_PREFIX);
  else if (has_field (self, KLI_CSV_PREFIX))
    replace_field (self, KLI_CSV_TITLE, KLI_CSV_ROLE);
  replace_field (self, KLI_CSV_COUNTY, has_field (self, KLI_CSV_REGION) ? KLI_CSV_UNKNOWN : KLI_CSV_REGION);
}

static gboolean
is_part_of_address (KliCsvField field)
{
  return field >= KLI_CSV_STREET && field <= KLI_CSV_FORMATTED;
}

static gboolean
is_part_of_affiliation (KliCsvField field)
{
  return field == KLI_CSV_ORGANISATION || field == KLI_CSV_DEPARTMENT || field == KLI_CSV_ROLE;
}

/* "Address 2 - City" belongs to the second address; "Home City" to that of the home, and the
 * number in "Home Street 2" is that of a line. */
static gboolean
same_address (const KliCsvColumn *a, const KliCsvColumn *b)
{
  if (g_strcmp0 (a->stem, b->stem) != 0)
    return FALSE;

  return *a->stem != '\0' ? a->number == b->number : g_str_equal (a->label, b->label);
}

static gboolean
same_affiliation (const KliCsvColumn *a, const KliCsvColumn *b)
{
  return a->number == b->number;
}

static void
assign_slots (KliCsvColumns *self,
              gboolean (*is_part) (KliCsvField),
              gboolean (*same) (const KliCsvColumn *, const KliCsvColumn *),
              guint *n_slots)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      KliCsvColumn *column = &self->columns[i];

      if (!is_part (column->field))
        continue;
      for (guint j = 0; j < i && column->slot < 0; j++)
        if (is_part (self->columns[j].field) && same (column, &self->columns[j]))
          column->slot = self->columns[j].slot;
      if (column->slot < 0)
        column->slot = (*n_slots)++;
    }
}

static gboolean
has_companions (const KliCsvColumn *column)
{
  return *column->stem != '\0'
         && (column->field == KLI_CSV_EVENT || column->field == KLI_CSV_IDENTIFIER
             || (column->field >= KLI_CSV_PHONE && column->field <= KLI_CSV_FORMATTED));
}

static int
find_companion (const KliCsvColumns *self, const KliCsvColumn *column, KliCsvField field)
{
  if (!has_companions (column))
    return -1;
  for (guint i = 0; i < self->n_columns; i++)
    {
      const KliCsvColumn *other = &self->columns[i];

      if (other->field == field && other->number == column->number && g_str_equal (other->stem, column->stem))
        return i;
    }

  return -1;
}

static void
set_column (KliCsvColumn *column, const char *header)
{
  const KliCsvHeader *known = find_header (header, &column->number);

  column->header = kli_card_one_line (header);
  column->field = known != NULL ? known->field : KLI_CSV_UNKNOWN;
  column->label = known != NULL ? known->label : "";
  column->scheme = known != NULL ? known->scheme : "";
  column->stem = known != NULL ? known->stem : "";
  column->slot = -1;
}

KliCsvColumns *
kli_csv_columns_new (const char *const *headers, guint n_headers)
{
  KliCsvColumns *self = g_new0 (KliCsvColumns, 1);

  g_return_val_if_fail (headers != NULL || n_headers == 0, NULL);

  self->n_columns = n_headers;
  self->columns = g_new0 (KliCsvColumn, n_headers);
  for (guint i = 0; i < n_headers; i++)
    set_column (&self->columns[i], headers[i]);
  decide_by_neighbours (self);
  assign_slots (self, is_part_of_address, same_address, &self->n_addresses);
  assign_slots (self, is_part_of_affiliation, same_affiliation, &self->n_affiliations);
  for (guint i = 0; i < n_headers; i++)
    {
      KliCsvColumn *column = &self->columns[i];

      column->label_column
          = find_companion (self, column, column->field == KLI_CSV_EVENT ? KLI_CSV_EVENT_LABEL : KLI_CSV_LABEL);
      column->preferred_column = find_companion (self, column, KLI_CSV_PREFERRED);
      column->kind_column = find_companion (self, column, KLI_CSV_IDENTIFIER_KIND);
      self->n_known += column->field != KLI_CSV_UNKNOWN;
      self->names_somebody |= field_names_somebody (column->field);
    }

  return self;
}

void
kli_csv_columns_free (KliCsvColumns *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->n_columns; i++)
    g_free (self->columns[i].header);
  g_free (self->columns);
  g_free (self);
}

guint
kli_csv_columns_count_known (const char *const *headers, guint n_headers, gboolean *names_somebody)
{
  guint n = 0;

  g_return_val_if_fail (headers != NULL || n_headers == 0, 0);
  g_return_val_if_fail (names_somebody != NULL, 0);

  *names_somebody = FALSE;
  for (guint i = 0; i < n_headers; i++)
    {
      guint number;
      const KliCsvHeader *known = find_header (headers[i], &number);

      n += known != NULL;
      *names_somebody |= known != NULL && field_names_somebody (known->field);
    }

  return n;
}
