/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of fields that a business defined: typed, kept and read, of every type and in every language. */
#include "core/kli-decimal.h"
#include "core/kli-kinds.h"
#include "core/kli-own-value.h"

#define NBSP "\302\240"

/* --- decimals ----------------------------------------------------------------------------------------- */

typedef struct
{
  KliLanguage language;
  const char *typed;
  const char *plain; /* NULL: refused with @problem */
  KliParseProblem problem;
} Typed;

static const Typed typed_numbers[] = {
  { KLI_LANGUAGE_EN, "42", "42", KLI_PARSE_OK },
  { KLI_LANGUAGE_EN, " -1,234.5 ", "-1234.5", KLI_PARSE_OK },
  { KLI_LANGUAGE_EN, "1,234,567", "1234567", KLI_PARSE_OK },
  { KLI_LANGUAGE_EN, "1,500", "1500", KLI_PARSE_OK },
  { KLI_LANGUAGE_EN, "1.500", "1.5", KLI_PARSE_OK },
  { KLI_LANGUAGE_EN, "1,5", "1.5", KLI_PARSE_OK },
  { KLI_LANGUAGE_EN, "0,500", "0.5", KLI_PARSE_OK },
  { KLI_LANGUAGE_EN, "1.234.567", NULL, KLI_PARSE_INVALID },
  { KLI_LANGUAGE_EN, "12,34.5", NULL, KLI_PARSE_INVALID },
  { KLI_LANGUAGE_ID, "1.500", "1500", KLI_PARSE_OK },
  { KLI_LANGUAGE_ID, "1.234.567,25", "1234567.25", KLI_PARSE_OK },
  { KLI_LANGUAGE_ID, "1,5", "1.5", KLI_PARSE_OK },
  { KLI_LANGUAGE_PL, "1" NBSP "234,5", "1234.5", KLI_PARSE_OK },
  { KLI_LANGUAGE_PL, "1.500", NULL, KLI_PARSE_AMBIGUOUS },
  { KLI_LANGUAGE_PL, "1.500,25", "1500.25", KLI_PARSE_OK },
  { KLI_LANGUAGE_PL, "1,500", "1.5", KLI_PARSE_OK },
  { KLI_LANGUAGE_PL, "1.5", "1.5", KLI_PARSE_OK },
  { KLI_LANGUAGE_PL, "\342\210\2220,000001", "-0.000001", KLI_PARSE_OK },
  { KLI_LANGUAGE_PL, "0,0000010", "0.000001", KLI_PARSE_OK },
  { KLI_LANGUAGE_PL, "0,0000001", NULL, KLI_PARSE_NO_FRACTION },
  { KLI_LANGUAGE_PL, "1000000000000", "1000000000000", KLI_PARSE_OK },
  { KLI_LANGUAGE_PL, "1000000000000,1", NULL, KLI_PARSE_TOO_LARGE },
  { KLI_LANGUAGE_PL, "99999999999999999999999999", NULL, KLI_PARSE_TOO_LARGE },
  { KLI_LANGUAGE_PL, "", NULL, KLI_PARSE_EMPTY },
  { KLI_LANGUAGE_PL, "-", NULL, KLI_PARSE_INVALID },
  { KLI_LANGUAGE_PL, ",5", NULL, KLI_PARSE_INVALID },
  { KLI_LANGUAGE_PL, "5,", NULL, KLI_PARSE_INVALID },
  { KLI_LANGUAGE_PL, "12a", NULL, KLI_PARSE_INVALID },
  { KLI_LANGUAGE_PL, "1,2,3", NULL, KLI_PARSE_INVALID },
  { KLI_LANGUAGE_PL, "١٢", NULL, KLI_PARSE_INVALID },
};

static void
test_typed_numbers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (typed_numbers); i++)
    {
      const Typed *typed = &typed_numbers[i];
      gint64 decimal = 77;
      KliParseProblem problem;
      gboolean read = kli_decimal_parse (typed->typed, typed->language, &decimal, &problem);
      g_autofree char *plain = read ? kli_decimal_to_plain (decimal) : NULL;

      if (g_strcmp0 (plain, typed->plain) != 0 || problem != typed->problem)
        g_error ("“%s” is %s, problem %d", typed->typed, plain, (int)problem);
      if (!read)
        g_assert_cmpint (decimal, ==, 77);
      g_assert_true ((kli_decimal_problem_text (problem) == NULL) == read);
    }
}

/* What is shown in a language is read in it as the same number, and so is the plain form. */
static void
test_numbers_come_back (void)
{
  for (guint i = 0; i < 30000; i++)
    {
      int shift = g_test_rand_int_range (0, 60);
      gint64 wide = (gint64)(((guint64)(guint32)g_test_rand_int () << 32 | (guint32)g_test_rand_int ()) >> (shift + 3));
      gint64 number = CLAMP (wide, 0, KLI_DECIMAL_MAX) * (i % 2 == 0 ? 1 : -1), again;
      g_autofree char *plain = kli_decimal_to_plain (number);

      g_assert_true (kli_decimal_from_plain (plain, &again, NULL));
      g_assert_cmpint (again, ==, number);
      for (KliLanguage language = 0; language < KLI_N_LANGUAGES; language++)
        {
          g_autofree char *shown = kli_decimal_format (number, language);

          if (!kli_decimal_parse (shown, language, &again, NULL) || again != number)
            g_error ("%s is shown as %s and read as something else", plain, shown);
        }
    }
}

/* --- values ------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *type;
  KliLanguage language;
  const char *typed;
  const char *plain; /* NULL: refused */
  const char *shown; /* NULL: as the plain form */
} Case;

static const Case cases[] = {
  { KLI_OWN_TYPE_TEXT, KLI_LANGUAGE_EN, "  two\n words ", "two words", NULL },
  { KLI_OWN_TYPE_TEXT, KLI_LANGUAGE_EN, "<b>&amp;</b>", "<b>&amp;</b>", NULL },
  { KLI_OWN_TYPE_NUMBER, KLI_LANGUAGE_PL, "1234,5", "1234.5", "1" NBSP "234,5" NBSP "m²" },
  { KLI_OWN_TYPE_NUMBER, KLI_LANGUAGE_ID, "1.234,5", "1234.5", "1.234,5" NBSP "m²" },
  { KLI_OWN_TYPE_NUMBER, KLI_LANGUAGE_EN, "forty", NULL, NULL },
  { KLI_OWN_TYPE_MONEY, KLI_LANGUAGE_PL, "1 500,50", "1500.50 PLN", "1" NBSP "500,50" NBSP "zł" },
  { KLI_OWN_TYPE_MONEY, KLI_LANGUAGE_PL, "12 EUR", "12.00 EUR", "12,00" NBSP "EUR" },
  { KLI_OWN_TYPE_MONEY, KLI_LANGUAGE_PL, "a lot", NULL, NULL },
  { KLI_OWN_TYPE_DATE, KLI_LANGUAGE_PL, "5 marca 2026", "2026-03-05", "5 marca 2026" },
  { KLI_OWN_TYPE_DATE, KLI_LANGUAGE_EN, "2026-02-30", NULL, NULL },
  { KLI_OWN_TYPE_YES_NO, KLI_LANGUAGE_EN, "Yes", "yes", NULL },
  { KLI_OWN_TYPE_YES_NO, KLI_LANGUAGE_EN, "NO", "no", NULL },
  { KLI_OWN_TYPE_YES_NO, KLI_LANGUAGE_EN, "maybe", NULL, NULL },
  { KLI_OWN_TYPE_LINK, KLI_LANGUAGE_EN, "example.org/page", "https://example.org/page", NULL },
  { KLI_OWN_TYPE_LINK, KLI_LANGUAGE_EN, "mailto:a@example.org", "mailto:a@example.org", NULL },
  { KLI_OWN_TYPE_LINK, KLI_LANGUAGE_EN, "javascript:alert(1)", NULL, NULL },
  { KLI_OWN_TYPE_LINK, KLI_LANGUAGE_EN, "file:///etc/passwd", NULL, NULL },
  { KLI_OWN_TYPE_LINK, KLI_LANGUAGE_EN, "-rf", NULL, NULL },
};

static void
test_typed_values (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *one = &cases[i];
      const char *reason = NULL;
      g_autofree char *plain = kli_own_value_read (one->type, "PLN", one->typed, one->language, &reason);
      g_autoptr (KliRow) row = kli_row_new (&kli_own_value_kind);
      g_autofree char *kept = NULL;
      g_autofree char *shown = NULL;

      if (g_strcmp0 (plain, one->plain) != 0)
        g_error ("“%s” is read as %s", one->typed, plain);
      g_assert_true ((reason == NULL) == (plain != NULL));
      if (plain == NULL)
        continue;
      g_assert_true (kli_own_value_set (row, one->type, "PLN", plain, &reason));
      kept = kli_own_value_plain (row);
      g_assert_cmpstr (kept, ==, plain);
      shown = kli_own_value_format (row, g_str_equal (one->type, KLI_OWN_TYPE_NUMBER) ? "m²" : "", one->language);
      g_assert_cmpstr (shown, ==, one->shown != NULL ? one->shown : one->plain);
    }
}

/* The forms of files are refused when they are none, with the row as it was. */
static void
test_refused_plain_forms (void)
{
  static const char *const refused[][2] = {
    { KLI_OWN_TYPE_NUMBER, "1,5" },
    { KLI_OWN_TYPE_NUMBER, "12 m²" },
    { KLI_OWN_TYPE_NUMBER, "NaN" },
    { KLI_OWN_TYPE_NUMBER, "1e5" },
    { KLI_OWN_TYPE_MONEY, "1.5.0 PLN" },
    { KLI_OWN_TYPE_MONEY, "1500 zł" },
    { KLI_OWN_TYPE_MONEY, "15000000000000000000 PLN" },
    { KLI_OWN_TYPE_DATE, "05.03.2026" },
    { KLI_OWN_TYPE_DATE, "2026-13-01" },
    { KLI_OWN_TYPE_YES_NO, "tak" },
    { KLI_OWN_TYPE_LINK, "data:text/html,x" },
    { KLI_OWN_TYPE_TEXT, "\377\376" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (KliRow) row = kli_row_new (&kli_own_value_kind);
      g_autoptr (KliRow) before = kli_row_copy (row);
      const char *reason = NULL;

      if (kli_own_value_set (row, refused[i][0], "PLN", refused[i][1], &reason))
        g_error ("“%s” is taken for a %s", refused[i][1], refused[i][0]);
      g_assert_nonnull (reason);
      g_assert_true (g_str_has_suffix (reason, "."));
      g_assert_true (kli_row_equal (row, before));
    }
}

static void
test_long_texts (void)
{
  g_autofree char *long_text = g_strnfill (10000, 'x');
  g_autoptr (KliRow) row = kli_row_new (&kli_own_value_kind);
  const char *reason = NULL;

  g_assert_false (kli_own_value_set (row, KLI_OWN_TYPE_TEXT, "", long_text, &reason));
  long_text[1000] = '\0';
  g_assert_true (kli_own_value_set (row, KLI_OWN_TYPE_TEXT, "", long_text, &reason));
}

static void
test_same (void)
{
  g_autoptr (KliRow) a = kli_row_new (&kli_own_value_kind);
  g_autoptr (KliRow) b = kli_row_new (&kli_own_value_kind);
  const char *reason;

  g_assert_true (kli_own_value_set (a, KLI_OWN_TYPE_MONEY, "PLN", "1.50", &reason));
  g_assert_true (kli_own_value_set (b, KLI_OWN_TYPE_MONEY, "", "1.5 PLN", &reason));
  g_assert_true (kli_own_value_same (a, b));
  g_assert_true (kli_own_value_set (b, KLI_OWN_TYPE_MONEY, "", "1.5 EUR", &reason));
  g_assert_false (kli_own_value_same (a, b));
}

static void
test_other (void)
{
  g_autoptr (KliRow) row = kli_row_new (&kli_own_value_kind);

  g_assert_cmpint (kli_own_value_get_other (row), ==, 0);
  kli_row_set_integer (row, KLI_OWN_VALUE_PERSON, 5);
  g_assert_cmpint (kli_own_value_get_other (row), ==, 5);
  kli_row_set_integer (row, KLI_OWN_VALUE_PERSON, 0);
  kli_row_set_integer (row, KLI_OWN_VALUE_CHOICE, 7);
  g_assert_cmpint (kli_own_value_get_other (row), ==, 7);
}

static void
test_types (void)
{
  for (guint i = 0; kli_own_types[i] != NULL; i++)
    g_assert_cmpstr (kli_own_type_name (kli_own_types[i]), !=, kli_own_types[i]);
  g_assert_cmpstr (kli_own_type_name ("from the future"), ==, "from the future");
  g_assert_true (kli_own_type_has_choices (KLI_OWN_TYPE_CHOICES));
  g_assert_false (kli_own_type_has_choices (KLI_OWN_TYPE_PERSON));
  g_assert_true (kli_own_type_is_reference (KLI_OWN_TYPE_PERSON));
  g_assert_false (kli_own_type_is_reference (KLI_OWN_TYPE_LINK));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/own-value/typed-numbers", test_typed_numbers);
  g_test_add_func ("/own-value/numbers-come-back", test_numbers_come_back);
  g_test_add_func ("/own-value/typed-values", test_typed_values);
  g_test_add_func ("/own-value/refused-plain-forms", test_refused_plain_forms);
  g_test_add_func ("/own-value/long-texts", test_long_texts);
  g_test_add_func ("/own-value/same", test_same);
  g_test_add_func ("/own-value/other", test_other);
  g_test_add_func ("/own-value/types", test_types);

  return g_test_run ();
}
