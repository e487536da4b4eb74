/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The value of a column as text, checked by the column's type. */
#include "operations/kli-column.h"

#include "core/kli-day.h"
#include "core/kli-text.h"
#include "operations/kli-operation.h"

#include <glib/gi18n-lib.h>

/* Far more than anybody types, far less than what makes a list slow. */
#define LINE_CHARACTERS_MAX 1000
#define LONG_CHARACTERS_MAX 1000000

/* Reads @text for @column of @row. Returns: FALSE with @error set; then the row is as it was. */
typedef gboolean (*ReadFunc) (KliRow *row, guint column, const char *text, GError **error);

static gboolean
refuse (GError **error, const char *sentence, const char *text)
{
  g_autofree char *shown = kli_text_visible (text, 60);

  g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID, sentence, shown);

  return FALSE;
}

static gboolean
is_short_enough (const char *text, glong characters_max, GError **error)
{
  if (g_utf8_strlen (text, -1) <= characters_max)
    return TRUE;
  g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID,
               g_dngettext (GETTEXT_PACKAGE, "The text is longer than %ld character.",
                            "The text is longer than %ld characters.", (gulong)characters_max),
               characters_max);

  return FALSE;
}

static gboolean
read_line (KliRow *row, guint column, const char *text, GError **error)
{
  g_autofree char *line = NULL;

  if (!kli_text_is_valid (text, -1))
    return refuse (error, _ ("“%s” is not valid text."), text);
  line = kli_text_single_line (text);
  if (!is_short_enough (line, LINE_CHARACTERS_MAX, error))
    return FALSE;
  kli_row_set_text (row, column, line);

  return TRUE;
}

static gboolean
read_long (KliRow *row, guint column, const char *text, GError **error)
{
  g_autofree char *stripped = NULL;
  g_auto (GStrv) pieces = NULL;
  g_autofree char *lines = NULL;

  if (!kli_text_is_valid (text, -1))
    return refuse (error, _ ("“%s” is not valid text."), text);
  stripped = kli_text_strip (text);
  pieces = g_strsplit (stripped, "\r\n", -1);
  lines = g_strjoinv ("\n", pieces);
  if (!is_short_enough (lines, LONG_CHARACTERS_MAX, error))
    return FALSE;
  kli_row_set_text (row, column, lines);

  return TRUE;
}

static gboolean
read_choice (KliRow *row, guint column, const char *text, GError **error)
{
  const char *const *choices = row->kind->columns[column].choices;
  g_autofree char *all = NULL;

  if (*text == '\0' || g_strv_contains (choices, text))
    {
      kli_row_set_text (row, column, *text == '\0' ? choices[0] : text);
      return TRUE;
    }
  all = g_strjoinv (", ", (char **)choices + (*choices[0] == '\0'));
  g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID, _ ("“%s” is not one of: %s."), text, all);

  return FALSE;
}

static gboolean
read_day (KliRow *row, guint column, const char *text, GError **error)
{
  if (*text != '\0' && !kli_day_is_valid (kli_day_parse (text)))
    return refuse (error, _ ("“%s” is not a day such as 2026-11-22."), text);
  kli_row_set_text (row, column, text);

  return TRUE;
}

static gboolean
read_birthday (KliRow *row, guint column, const char *text, GError **error)
{
  if (*text != '\0' && !kli_birthday_is_valid (text))
    return refuse (error, _ ("“%s” is not a day such as 1980-11-22, or --11-22 without the year."), text);
  kli_row_set_text (row, column, text);

  return TRUE;
}

static gboolean
read_number (KliRow *row, guint column, const char *text, GError **error)
{
  gint64 value = 0;

  if (*text != '\0' && !g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, &value, NULL))
    return refuse (error, _ ("“%s” is not a whole number."), text);
  kli_row_set_integer (row, column, value);

  return TRUE;
}

gboolean
kli_column_parse_boolean (const char *text, gboolean *value, GError **error)
{
  static const char *const yes[] = { "1", "true", "yes", NULL };
  static const char *const no[] = { "", "0", "false", "no", NULL };

  g_return_val_if_fail (text != NULL && value != NULL, FALSE);

  *value = g_strv_contains (yes, text);
  if (!*value && !g_strv_contains (no, text))
    return refuse (error, _ ("“%s” is neither true nor false."), text);

  return TRUE;
}

static gboolean
read_boolean (KliRow *row, guint column, const char *text, GError **error)
{
  gboolean value;

  if (!kli_column_parse_boolean (text, &value, error))
    return FALSE;
  kli_row_set_integer (row, column, value);

  return TRUE;
}

/* One line for each type of column; the check of a single kind's rules is in its shape. */
static const ReadFunc readers[] = {
  [KLI_COLUMN_TEXT] = read_line,       [KLI_COLUMN_LONG] = read_long,         [KLI_COLUMN_CHOICE] = read_choice,
  [KLI_COLUMN_DAY] = read_day,         [KLI_COLUMN_BIRTHDAY] = read_birthday, [KLI_COLUMN_INTEGER] = read_number,
  [KLI_COLUMN_BOOLEAN] = read_boolean, [KLI_COLUMN_MINOR] = read_number,      [KLI_COLUMN_INSTANT] = read_number,
  [KLI_COLUMN_ID] = read_number,
};

gboolean
kli_column_set_text (KliRow *row, guint column, const char *text, GError **error)
{
  g_return_val_if_fail (row != NULL && column < row->kind->n_columns && text != NULL, FALSE);

  return readers[row->kind->columns[column].type](row, column, text, error);
}

char *
kli_column_get_text (const KliRow *row, guint column)
{
  gint64 value;

  g_return_val_if_fail (row != NULL && column < row->kind->n_columns, NULL);

  if (kli_row_is_text (row, column))
    return g_strdup (kli_row_get_text (row, column));
  value = kli_row_get_integer (row, column);
  if (row->kind->columns[column].type == KLI_COLUMN_BOOLEAN)
    return g_strdup (value != 0 ? "true" : "false");
  if (row->kind->columns[column].type == KLI_COLUMN_ID && value == 0)
    return g_strdup ("");

  return g_strdup_printf ("%" G_GINT64_FORMAT, value);
}
