/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cells of which a contact has several: points and addresses. */
#include "exchange/kli-csv-builder.h"

#include <string.h>

#include "core/kli-kinds.h"
#include "exchange/kli-card-text.h"
#include "exchange/kli-label.h"

const char *
kli_csv_builder_get_cell (const KliCsvBuilder *self, int column)
{
  const char *cell = column >= 0 && (guint)column < self->row->n_cells ? self->row->cells[column] : "";

  while (*cell != '\0' && (g_ascii_isspace (*cell) || g_ascii_iscntrl (*cell)))
    cell++;

  return self->table->null_is_empty && g_str_equal (cell, "NULL") ? "" : cell;
}

gboolean
kli_csv_builder_set_once (const char **place, const char *cell)
{
  if (*place != NULL)
    return FALSE;
  *place = cell;

  return TRUE;
}

/* "* Home" is Google's preferred one. */
static char *
make_label (KliCsvBuilder *self, const KliCsvColumn *column, gboolean *preferred)
{
  const char *cell = kli_csv_builder_get_cell (self, column->label_column);
  gboolean starred = g_str_has_prefix (cell, "*");
  g_autofree char *line = kli_card_one_line (starred ? cell + 1 : cell);

  *preferred = starred || g_str_equal (kli_csv_builder_get_cell (self, column->preferred_column), "1");

  return *line != '\0' ? kli_label_from_text (line) : g_strdup (column->label);
}

/* What our own table for spreadsheets puts before a phone number. */
static const char *
skip_guard (const char *value)
{
  return value[0] == '\'' && strchr ("+-=@", value[1]) != NULL ? value + 1 : value;
}

static void
add_point (KliCsvBuilder *self, const KliCsvColumn *column, char *text)
{
  static const char *const kinds[] = { "phone", "mail", "url", "chat" };
  g_autofree char *line = kli_card_one_line (column->field == KLI_CSV_PHONE ? skip_guard (g_strstrip (text)) : text);
  g_autofree char *uri = NULL;
  g_autofree char *label = NULL;
  gboolean preferred;
  KliRow *point;

  if (*line == '\0')
    return;
  if (*column->scheme != '\0' && strchr (line, ':') == NULL)
    uri = g_strconcat (column->scheme, ":", line, NULL);
  label = make_label (self, column, &preferred);
  point = kli_card_add_point (self->card, kinds[column->field - KLI_CSV_PHONE], uri != NULL ? uri : line, label);
  if (preferred && !self->has_preferred[column->field - KLI_CSV_PHONE])
    {
      kli_row_set_integer (point, KLI_CONTACT_POINT_PREFERRED, TRUE);
      self->has_preferred[column->field - KLI_CSV_PHONE] = TRUE;
    }
}

/* The values of one cell: one in our own tables, several as Google or people write them. */
static GStrv
split_values (const KliCsvBuilder *self, const KliCsvColumn *column, const char *cell)
{
  const char *at = strchr (cell, '@');

  if (self->table->is_ours)
    return g_strdupv ((char *[]){ (char *)cell, NULL });
  if (strstr (cell, " " KLI_CSV_SEVERAL " ") != NULL)
    return g_strsplit (cell, " " KLI_CSV_SEVERAL " ", -1);
  if (column->field == KLI_CSV_MAIL && at != NULL && strchr (at + 1, '@') != NULL)
    return g_strsplit_set (cell, ";, \t\n", -1);
  if (column->field == KLI_CSV_PHONE)
    return g_strsplit_set (cell, ";\n", -1);

  return g_strdupv ((char *[]){ (char *)cell, NULL });
}

gboolean
kli_csv_take_point (KliCsvBuilder *self, const KliCsvColumn *column, const char *cell)
{
  g_auto (GStrv) values = split_values (self, column, cell);

  for (guint i = 0; values[i] != NULL; i++)
    add_point (self, column, values[i]);

  return TRUE;
}

static KliRow *
get_address (KliCsvBuilder *self, const KliCsvColumn *column)
{
  KliRow **address = &self->addresses[column->slot];

  if (*address == NULL)
    {
      gboolean preferred;
      g_autofree char *label = make_label (self, column, &preferred);

      *address = kli_card_add_address (self->card);
      kli_row_set_text (*address, KLI_ADDRESS_LABEL, label);
      kli_row_set_integer (*address, KLI_ADDRESS_PREFERRED, preferred);
    }

  return *address;
}

gboolean
kli_csv_take_street (KliCsvBuilder *self, const KliCsvColumn *column, const char *cell)
{
  kli_card_append_lines (get_address (self, column), KLI_ADDRESS_STREET, cell);

  return TRUE;
}

gboolean
kli_csv_take_house (KliCsvBuilder *self, const KliCsvColumn *column, const char *cell)
{
  const char **places = column->field == KLI_CSV_HOUSE ? self->houses : self->flats;

  if (!kli_csv_builder_set_once (&places[column->slot], cell))
    return FALSE;
  get_address (self, column);

  return TRUE;
}

gboolean
kli_csv_take_place (KliCsvBuilder *self, const KliCsvColumn *column, const char *cell)
{
  static const guint columns[]
      = { KLI_ADDRESS_CITY, KLI_ADDRESS_POSTCODE, KLI_ADDRESS_REGION,  KLI_ADDRESS_COUNTRY, KLI_ADDRESS_HOUSE,
          KLI_ADDRESS_RT,   KLI_ADDRESS_RW,       KLI_ADDRESS_VILLAGE, KLI_ADDRESS_DISTRICT };
  KliRow *address = get_address (self, column);
  guint target = columns[column->field - KLI_CSV_CITY];
  g_autofree char *line = kli_card_one_line (cell);
  const char *present = kli_row_get_text (address, target);

  if (*present != '\0')
    return g_str_equal (present, line);
  kli_row_set_text (address, target, line);

  return TRUE;
}

gboolean
kli_csv_take_formatted (KliCsvBuilder *self, const KliCsvColumn *column, const char *cell)
{
  if (!kli_csv_builder_set_once (&self->formatted[column->slot], cell))
    return FALSE;
  get_address (self, column);

  return TRUE;
}

/* "Długa" with "5" and "3" is "Długa 5/3", also where they stand before the street; only the first of several lines
 * is the street. */
static void
add_house (KliRow *address, const char *house, const char *flat)
{
  const char *street = kli_row_get_text (address, KLI_ADDRESS_STREET);
  const char *rest = strchrnul (street, '\n');
  g_autofree char *first = g_strndup (street, (gsize)(rest - street));
  g_autofree char *number
      = house != NULL && flat != NULL ? g_strconcat (house, "/", flat, NULL) : g_strdup (house != NULL ? house : flat);
  g_autofree char *line = kli_card_one_line (number);
  g_autofree char *ending = g_strconcat (" ", line, NULL);
  g_autofree char *whole = g_strconcat (first, *first != '\0' ? ending : line, rest, NULL);

  if (*line != '\0' && !g_str_has_suffix (first, ending))
    kli_row_set_text (address, KLI_ADDRESS_STREET, whole);
}

static void
add_houses (KliCsvBuilder *self)
{
  for (guint i = 0; i < self->table->columns->n_addresses; i++)
    if (self->houses[i] != NULL || self->flats[i] != NULL)
      add_house (self->addresses[i], self->houses[i], self->flats[i]);
}

void
kli_csv_finish_addresses (KliCsvBuilder *self)
{
  add_houses (self);
  for (guint i = 0; i < self->table->columns->n_addresses; i++)
    {
      KliRow *address = self->addresses[i];

      if (address != NULL && self->formatted[i] != NULL && *kli_row_get_text (address, KLI_ADDRESS_STREET) == '\0'
          && *kli_row_get_text (address, KLI_ADDRESS_CITY) == '\0')
        kli_card_append_lines (address, KLI_ADDRESS_STREET, self->formatted[i]);
    }
}
