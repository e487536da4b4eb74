/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days, labels, backslashes, parameters, pictures: the small things within foreign records. */
#include <string.h>

#include "exchange/kli-card-text.h"
#include "exchange/kli-foreign-date.h"
#include "exchange/kli-label.h"
#include "exchange/kli-picture.h"
#include "exchange/kli-vcard-value.h"

static const struct
{
  const char *text;
  const char *day; /* NULL: no full day */
} days[] = {
  { "1980-03-22", "1980-03-22" },
  { "19800322", "1980-03-22" },
  { " 1980-3-2 ", "1980-03-02" },
  { "1980/03/22", "1980-03-22" },
  { "--0322", "--03-22" },
  { "--03-22", "--03-22" },
  { "--0229", "--02-29" },
  { "1604-02-29", "--02-29" },
  { "1953-10-15T23:10:00Z", "1953-10-15" },
  { "1987-09-27T23:30:00-11:00", "1987-09-27" }, /* the day that is written, whatever the zone */
  { "20090808T1430-0500", "2009-08-08" },
  { "1948-12-08 00:00:00.000", "1948-12-08" },
  { "22.03.1980", "1980-03-22" },
  { "2.3.80", "1980-03-02" },
  { "1.1.05", "2005-01-01" },
  { "19723101", NULL },
  { "1980-02-30", NULL },
  { "1981-02-29", NULL },
  { "--0230", NULL },
  { "0000", NULL },
  { "00000000", NULL },
  { "0000-00-00", NULL },
  { "0001-01-01", NULL },
  { "1980", NULL },
  { "1980-03", NULL },
  { "---22", NULL },
  { "circa 1800", NULL },
  { "03/22/1980", NULL },
  { "", NULL },
  { "99999999999999999999", NULL },
};

static void
test_days (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      KliForeignDay day = "";
      gboolean read = kli_foreign_date_parse (days[i].text, day);

      if (read != (days[i].day != NULL) || (read && !g_str_equal (day, days[i].day)))
        g_error ("“%s” should be %s, is %s", days[i].text, days[i].day != NULL ? days[i].day : "no day",
                 read ? day : "none");
    }
}

static const struct
{
  const char *text;
  KliDateOrder order;
  const char *day;
} cells[] = {
  { "03/04/1980", KLI_DATE_ORDER_UNKNOWN, "1980-04-03" },
  { "03/04/1980", KLI_DATE_ORDER_DAY_MONTH, "1980-04-03" },
  { "03/04/1980", KLI_DATE_ORDER_MONTH_DAY, "1980-03-04" },
  { "3/22/80", KLI_DATE_ORDER_DAY_MONTH, "1980-03-22" }, /* cannot be otherwise */
  { "22/3/80", KLI_DATE_ORDER_MONTH_DAY, "1980-03-22" },
  { "22-03-1980", KLI_DATE_ORDER_UNKNOWN, "1980-03-22" },
  { "September 12, 2008", KLI_DATE_ORDER_UNKNOWN, "2008-09-12" },
  { "12 sep 2008", KLI_DATE_ORDER_UNKNOWN, "2008-09-12" },
  { "5-May-25", KLI_DATE_ORDER_UNKNOWN, NULL }, /* a year of two digits beside a word: no */
  { "1980-03-22", KLI_DATE_ORDER_MONTH_DAY, "1980-03-22" },
  { "13/13/1980", KLI_DATE_ORDER_UNKNOWN, NULL },
  { "tomorrow", KLI_DATE_ORDER_UNKNOWN, NULL },
  { "1/2", KLI_DATE_ORDER_UNKNOWN, NULL },
};

static void
test_cells (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      KliForeignDay day = "";
      gboolean read = kli_foreign_date_parse_cell (cells[i].text, cells[i].order, day);

      if (read != (cells[i].day != NULL) || (read && !g_str_equal (day, cells[i].day)))
        g_error ("“%s” should be %s, is %s", cells[i].text, cells[i].day != NULL ? cells[i].day : "no day",
                 read ? day : "none");
    }
}

static void
test_evidence (void)
{
  gboolean ambiguous;

  g_assert_cmpint (kli_foreign_date_get_evidence ("13/04/1980", &ambiguous), ==, KLI_DATE_ORDER_DAY_MONTH);
  g_assert_cmpint (kli_foreign_date_get_evidence ("04/13/1980", &ambiguous), ==, KLI_DATE_ORDER_MONTH_DAY);
  g_assert_false (ambiguous);
  g_assert_cmpint (kli_foreign_date_get_evidence ("04/03/1980", &ambiguous), ==, KLI_DATE_ORDER_UNKNOWN);
  g_assert_true (ambiguous);
  g_assert_cmpint (kli_foreign_date_get_evidence ("04/04/1980", &ambiguous), ==, KLI_DATE_ORDER_UNKNOWN);
  g_assert_false (ambiguous);
  g_assert_cmpint (kli_foreign_date_get_evidence ("04.03.1980", &ambiguous), ==, KLI_DATE_ORDER_UNKNOWN);
  g_assert_false (ambiguous);
}

static const struct
{
  const char *text;
  const char *label;
  const char *types; /* NULL: needs a label of its own */
} labels[] = {
  { "", "", "" },
  { "Work", "work", "work" },
  { "MOBILE", "cell", "cell" },
  { "Home Fax", "home fax", "home,fax" },
  { "fax work", "work fax", "work,fax" },
  { "_$!<HomeFAX>!$_", "home fax", "home,fax" },
  { "_$!<Mobile>!$_", "cell", "cell" },
  { "_$!<HomePage>!$_", "homepage", NULL },
  { "Służbowy", "work", "work" },
  { "Praca", "work", "work" },
  { "Rumah", "home", "home" },
  { "Assistant's Phone", "assistant", "assistant" },
  { "Sekretariat", "Sekretariat", NULL },
  { "Work Sekretariat", "Work Sekretariat", NULL },
};

static void
test_labels (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *label = kli_label_from_text (labels[i].text);
      g_autofree char *again = kli_label_from_text (label);
      g_autofree char *types = kli_label_to_types (label);

      g_assert_cmpstr (label, ==, labels[i].label);
      g_assert_cmpstr (again, ==, label);
      g_assert_cmpstr (types, ==, labels[i].types);
    }
}

static void
test_backslashes (void)
{
  static const char *const table[][2] = {
    { "", "" },
    { "plain", "plain" },
    { "a\\nb\\Nc", "a\nb\nc" },
    { "a\\;b\\,c\\:d\\\\e", "a;b,c:d\\e" },
    { "\\\"x\\'", "\"x'" },
    { "C:\\temp", "C:\\temp" },
    { "end\\", "end\\" },
    { "\\\\n", "\\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *text = kli_vcard_unescape (table[i][0]);
      g_autoptr (GString) escaped = g_string_new (NULL);
      g_autofree char *again = NULL;

      g_assert_cmpstr (text, ==, table[i][1]);
      kli_vcard_append_escaped (escaped, text);
      again = kli_vcard_unescape (escaped->str);
      g_assert_cmpstr (again, ==, text);
    }
}

static void
test_split (void)
{
  static const char *const table[][2] = {
    { "", "" },       { "a;b", "a|b" },       { ";;", "||" }, { "a\\;b; c ;d,e", "a;b|c|d,e" },
    { "a\\", "a\\" }, { "a\\\\;b", "a\\|b" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_auto (GStrv) parts = kli_vcard_split (table[i][0], ';');
      g_autofree char *joined = g_strjoinv ("|", parts);

      g_assert_cmpstr (joined, ==, table[i][1]);
    }
}

/* Whatever stands in a parameter comes out of it again. */
static void
test_params (void)
{
  static const char *const values[] = { "plain", "a;b", "a:b,c=d", "said \"so\"", "line\nline", "^caret^n", "", "ż" };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GString) params = g_string_new ("X=1");
      g_autofree char *found = NULL;
      g_autofree char *missing = NULL;

      kli_vcard_append_param (params, "NAME", values[i]);
      g_string_append (params, ";Y=2");
      found = kli_vcard_params_lookup (params->str, "NAME");
      missing = kli_vcard_params_lookup (params->str, "AME");
      g_assert_cmpstr (found, ==, values[i]);
      g_assert_null (missing);
    }
}

static void
test_data_uri (void)
{
  g_autofree char *type = NULL;
  g_autofree char *no_type = NULL;
  g_autofree char *none = NULL;

  g_assert_cmpstr (kli_vcard_parse_data_uri ("data:image/png;base64,QUJD", &type), ==, "QUJD");
  g_assert_cmpstr (type, ==, "image/png");
  g_assert_cmpstr (kli_vcard_parse_data_uri ("DATA:;base64,", &no_type), ==, "");
  g_assert_cmpstr (no_type, ==, "");
  g_assert_null (kli_vcard_parse_data_uri ("data:,hello", &none));
  g_assert_null (kli_vcard_parse_data_uri ("data:text/plain,hello", &none));
  g_assert_null (kli_vcard_parse_data_uri ("http://a/;base64,", &none));
  g_assert_null (kli_vcard_parse_data_uri ("data:", &none));
}

static void
test_pictures (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *type;
  } table[] = {
    { "\xff\xd8\xff\xe0", 4, "image/jpeg" },
    { "\x89PNG\r\n\x1a\n", 8, "image/png" },
    { "GIF89a", 6, "image/gif" },
    { "RIFF\1\2\3\4WEBPVP8 ", 16, "image/webp" },
    { "RIFF\1\2\3\4WAVE", 12, NULL },
    { "BM not a bitmap, just text...", 28, NULL },
    { "\x89PN", 3, NULL },
    { "", 0, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpstr (kli_picture_get_type ((const guint8 *)table[i].bytes, table[i].length), ==, table[i].type);
}

static void
test_lines (void)
{
  g_autofree char *line = kli_card_one_line (" a\nb\r\n\tc\x01 ");
  g_autofree char *lines = kli_card_several_lines ("\r\n a\r\nb\rc \n\n");

  g_assert_cmpstr (line, ==, "a b   c");
  g_assert_cmpstr (lines, ==, "a\nb\nc");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/foreign-values/days", test_days);
  g_test_add_func ("/foreign-values/cells", test_cells);
  g_test_add_func ("/foreign-values/evidence", test_evidence);
  g_test_add_func ("/foreign-values/labels", test_labels);
  g_test_add_func ("/foreign-values/backslashes", test_backslashes);
  g_test_add_func ("/foreign-values/split", test_split);
  g_test_add_func ("/foreign-values/params", test_params);
  g_test_add_func ("/foreign-values/data-uri", test_data_uri);
  g_test_add_func ("/foreign-values/pictures", test_pictures);
  g_test_add_func ("/foreign-values/lines", test_lines);

  return g_test_run ();
}
