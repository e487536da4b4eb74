/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Queries: equal when they ask the same, and the same again after being printed and parsed. */
#include "core/kli-query.h"

#include <gio/gio.h>
#include <string.h>

static void
assert_round_trip (const KliQuery *query)
{
  g_autofree char *line = kli_query_print (query);
  g_autoptr (GError) error = NULL;
  g_autoptr (KliQuery) again = kli_query_parse (line, &error);

  g_assert_no_error (error);
  g_assert_true (kli_query_equal (query, again));
  g_assert_cmpuint (kli_query_hash (query), ==, kli_query_hash (again));
  g_assert_null (strchr (line, '\n'));
}

static void
test_print_parse (void)
{
  static const char *const searches[] = {
    "", "anna", "  anna  kowal ", "a=b c=d", "%20 %", "\"AND\" OR NOT *", "żółć", "first\nsecond", "שלום", "\t",
  };

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr (KliQuery) plain = kli_query_new (KLI_QUERY_CONTRACTS, searches[i], "number");
      g_autoptr (KliQuery) conditioned = kli_query_with_condition (plain, "contracts-ending", searches[i]);

      g_assert_cmpstr (kli_query_get_search (plain), ==, searches[i]);
      assert_round_trip (plain);
      assert_round_trip (conditioned);
      g_assert_false (kli_query_equal (plain, conditioned));
    }
}

static void
test_parse_refuses (void)
{
  static const char *const lines[] = {
    "",
    "people",
    "contacts order=deadline",
    "contacts order",
    "contacts  order=name",
    "contacts search=%zz",
    "contacts search=%ff",
    "contacts Tagged=vip",
    "contacts =x",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (kli_query_parse (lines[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

static void
test_with (void)
{
  g_autoptr (KliQuery) all = kli_query_new (KLI_QUERY_CONTACTS, NULL, NULL);
  g_autoptr (KliQuery) vip = kli_query_with_condition (all, "contact-tagged", "vip");
  g_autoptr (KliQuery) vip_at = kli_query_with_condition (vip, "affiliated-with", "5");
  g_autoptr (KliQuery) at = kli_query_with_condition (all, "affiliated-with", "5");
  g_autoptr (KliQuery) at_vip = kli_query_with_condition (at, "contact-tagged", "vip");
  g_autoptr (KliQuery) twice = kli_query_with_condition (at_vip, "contact-tagged", "vip");
  g_autoptr (KliQuery) searched = kli_query_with_search (at_vip, "x");
  g_autoptr (KliQuery) ordered = kli_query_with_order (searched, "recent");
  const char *name, *argument;

  g_assert_cmpstr (kli_query_get_order (all), ==, "name");
  g_assert_cmpuint (kli_query_get_n_conditions (all), ==, 0);
  g_assert_true (kli_query_equal (vip_at, at_vip)); /* in any order */
  g_assert_true (kli_query_equal (twice, at_vip));
  g_assert_cmpuint (kli_query_hash (vip_at), ==, kli_query_hash (at_vip));
  g_assert_cmpuint (kli_query_get_n_conditions (ordered), ==, 2);
  kli_query_get_condition (ordered, 1, &name, &argument);
  g_assert_cmpstr (name, ==, "contact-tagged");
  g_assert_cmpstr (argument, ==, "vip");
  g_assert_cmpstr (kli_query_get_search (ordered), ==, "x");
  g_assert_cmpstr (kli_query_get_order (ordered), ==, "recent");
  g_assert_false (kli_query_equal (ordered, searched));
}

static void
test_search_is_cut (void)
{
  g_autofree char *million = g_strnfill (1000000, 'x');
  g_autoptr (GString) wide = g_string_new (NULL);
  g_autoptr (KliQuery) query = kli_query_new (KLI_QUERY_CONTACTS, million, NULL);
  g_autoptr (KliQuery) wide_query = NULL;
  g_autoptr (KliQuery) broken = kli_query_new (KLI_QUERY_CONTACTS,
                                               "a\xff\xfe"
                                               "b",
                                               NULL);

  for (guint i = 0; i < 300; i++)
    g_string_append (wide, "𝓀");
  wide_query = kli_query_new (KLI_QUERY_CONTACTS, wide->str, NULL);

  g_assert_cmpuint (strlen (kli_query_get_search (query)), ==, 256);
  g_assert_cmpint (g_utf8_strlen (kli_query_get_search (wide_query), -1), ==, 256);
  g_assert_true (g_utf8_validate (kli_query_get_search (wide_query), -1, NULL));
  g_assert_true (g_utf8_validate (kli_query_get_search (broken), -1, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/print-parse", test_print_parse);
  g_test_add_func ("/query/parse-refuses", test_parse_refuses);
  g_test_add_func ("/query/with", test_with);
  g_test_add_func ("/query/search-is-cut", test_search_is_cut);

  return g_test_run ();
}
