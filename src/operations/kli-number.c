/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers of contracts. */
#include "operations/kli-number.h"

#include <string.h>

/* A number longer than this is a text, not a count. */
#define COUNT_DIGITS_MAX 9

static const char *const romans[] = { "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII" };

/* A number taken apart: what stands where the year, the month and the count are. */
typedef struct
{
  GPtrArray *pieces; /* char*: runs of letters, runs of digits, single other characters */
  int year;          /* which piece, -1 when there is none */
  int month;
  int count;
} Form;

static void
form_clear (Form *form)
{
  g_clear_pointer (&form->pieces, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Form, form_clear)

static const char *
piece (const Form *form, int n)
{
  return g_ptr_array_index (form->pieces, n);
}

static gboolean
is_year (const char *text)
{
  return strlen (text) == 4 && (g_str_has_prefix (text, "19") || g_str_has_prefix (text, "20"));
}

static gboolean
is_roman_month (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (romans); i++)
    if (g_str_equal (romans[i], text))
      return TRUE;

  return FALSE;
}

/* How many bytes the first piece of @text has. */
static gsize
piece_length (const char *text)
{
  gsize length = 0;

  while (g_ascii_isdigit (text[length]))
    length++;
  if (length > 0)
    return length;
  while (g_ascii_isalpha (text[length]))
    length++;

  return length > 0 ? length : (gsize)(g_utf8_next_char (text) - text);
}

static void
take_apart (const char *number, Form *form)
{
  form->pieces = g_ptr_array_new_with_free_func (g_free);
  form->year = form->month = form->count = -1;
  while (*number != '\0')
    {
      gsize length = piece_length (number);
      char *text = g_strndup (number, length);
      int n = (int)form->pieces->len;

      g_ptr_array_add (form->pieces, text);
      if (form->year < 0 && is_year (text))
        form->year = n;
      else if (is_roman_month (text))
        form->month = n;
      else if (g_ascii_isdigit (*text) && length <= COUNT_DIGITS_MAX)
        form->count = n;
      number += length;
    }
}

/* Whether two numbers are of one form, whatever their year, month and count. */
static gboolean
same_form (const Form *a, const Form *b)
{
  if (a->pieces->len != b->pieces->len || a->year != b->year || a->month != b->month || a->count != b->count)
    return FALSE;
  for (int i = 0; i < (int)a->pieces->len; i++)
    if (i != a->year && i != a->month && i != a->count && !g_str_equal (piece (a, i), piece (b, i)))
      return FALSE;

  return TRUE;
}

/* The highest count among the numbers of @form in @year. */
static guint64
highest_count (const char *const *numbers, const Form *form, const char *year)
{
  guint64 highest = 0;

  for (guint i = 0; numbers[i] != NULL; i++)
    {
      g_auto (Form) other = { NULL };

      take_apart (numbers[i], &other);
      if (same_form (&other, form) && (form->year < 0 || g_str_equal (piece (&other, form->year), year)))
        highest = MAX (highest, g_ascii_strtoull (piece (&other, form->count), NULL, 10));
    }

  return highest;
}

static char *
put_together (const Form *form, const char *year, const char *month, guint64 count)
{
  GString *number = g_string_new (NULL);

  for (int i = 0; i < (int)form->pieces->len; i++)
    if (i == form->year)
      g_string_append (number, year);
    else if (i == form->month)
      g_string_append (number, month);
    else if (i == form->count)
      g_string_append_printf (number, "%0*" G_GUINT64_FORMAT, (int)strlen (piece (form, i)), count);
    else
      g_string_append (number, piece (form, i));

  return g_string_free (number, FALSE);
}

/* A first number, of the form that is usual in the country (domain 5.3). */
static const char *
first_number (const char *country)
{
  if (g_strcmp0 (country, "PL") == 0)
    return "UM/2000/000";
  if (g_strcmp0 (country, "ID") == 0)
    return "000/PJ/I/2000";

  return "2000/000";
}

char *
kli_number_next (const char *const *numbers, KliDay today, const char *country)
{
  g_auto (Form) form = { NULL };
  g_autofree char *year_text = NULL;
  int year;
  int month;

  g_return_val_if_fail (numbers != NULL && kli_day_is_valid (today), NULL);

  for (guint i = 0; numbers[i] != NULL && form.pieces == NULL; i++)
    {
      take_apart (numbers[i], &form);
      if (form.count < 0)
        form_clear (&form);
    }
  if (form.pieces == NULL)
    take_apart (first_number (country), &form);

  kli_day_split (today, &year, &month, NULL);
  year_text = g_strdup_printf ("%04d", year);

  return put_together (&form, year_text, romans[month - 1], highest_count (numbers, &form, year_text) + 1);
}

char *
kli_number_propose_next (KliConnection *connection, KliDay today, const char *country, GError **error)
{
  g_autoptr (KliStatement) statement = NULL;
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (connection != NULL, NULL);

  statement = kli_connection_lend (connection, "contract-numbers", error);
  if (statement == NULL)
    return NULL;
  while (kli_statement_step (statement, &failure))
    g_ptr_array_add (numbers, g_strdup (kli_statement_get_text (statement, 0)));
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  g_ptr_array_add (numbers, NULL);

  return kli_number_next ((const char *const *)numbers->pdata, today, country);
}
