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
  g_autofree char *line_again = NULL;

  g_assert_no_error (error);
  line_again = kli_query_print (again);
  g_assert_cmpstr (line, ==, line_again);
  g_assert_true (kli_query_equal (query, again));
  g_assert_cmpuint (kli_query_hash (query), ==, kli_query_hash (again));
  g_assert_null (strchr (line, '\n'));
}

static void
test_print_parse (void)
{
  static const char *const searches[] = {
    "",     "anna",          "  anna  kowal ", "a=b c=d", "%20 %", "\"AND\" OR NOT *",
    "żółć", "first\nsecond", "שלום",           "\t",      "(a,b)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr (KliQuery) plain = kli_query_new (KLI_QUERY_CONTACTS, searches[i], "recent");
      g_autoptr (KliQuery) conditioned = kli_query_with_condition (plain, "city", searches[i]);

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
    "contacts order=own:0",
    "contacts order=own:x",
    "contracts order=own:5",
    "contacts order",
    "contacts  order=name",
    "contacts filter=",
    "contacts filter=tag",
    "contacts filter=words=%zz",
    "contacts filter=words=%ff",
    "contacts filter=no-such-thing=x",
    "contacts filter=kind=nobody",
    "contacts filter=birthday=-1",
    "contacts filter=at=9223372036854775808",
    "contacts filter=all(tag=vip",
    "contacts filter=all(tag=vip,)",
    "contacts filter=all(tag=vip))",
    "contacts filter=not()",
    "contacts filter=not(tag=a,tag=b)",
    "contacts filter=some(tag=a)",
    "contacts =x",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GError) error = NULL;

      if (kli_query_parse (lines[i], &error) != NULL)
        g_error ("“%s” should be refused", lines[i]);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

static void
test_parse_is_not_deep (void)
{
  g_autoptr (GString) line = g_string_new ("contacts filter=");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (line, "all(");
  g_assert_null (kli_query_parse (line->str, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

static void
test_with (void)
{
  g_autoptr (KliQuery) all = kli_query_new (KLI_QUERY_CONTACTS, NULL, NULL);
  g_autoptr (KliQuery) vip = kli_query_with_condition (all, "tag", "vip");
  g_autoptr (KliQuery) vip_at = kli_query_with_condition (vip, "at", "5");
  g_autoptr (KliQuery) at = kli_query_with_condition (all, "at", "5");
  g_autoptr (KliQuery) at_vip = kli_query_with_condition (at, "tag", "vip");
  g_autoptr (KliQuery) twice = kli_query_with_condition (at_vip, "tag", "vip");
  g_autoptr (KliQuery) searched = kli_query_with_search (at_vip, "x");
  g_autoptr (KliQuery) ordered = kli_query_with_order (searched, "recent");
  g_autoptr (KliQuery) bare = kli_query_with_filter (searched, NULL);
  g_autoptr (KliQuery) plain = kli_query_with_search (bare, "");

  g_assert_cmpstr (kli_query_get_order (all), ==, "name");
  g_assert_true (kli_filter_is_everything (kli_query_get_whole_filter (all)));
  g_assert_true (kli_query_equal (vip_at, at_vip)); /* in any order */
  g_assert_true (kli_query_equal (twice, at_vip));
  g_assert_cmpuint (kli_query_hash (vip_at), ==, kli_query_hash (at_vip));
  g_assert_cmpuint (kli_filter_get_n_filters (kli_query_get_filter (ordered)), ==, 2);
  g_assert_cmpuint (kli_filter_get_n_filters (kli_query_get_whole_filter (ordered)), ==, 3);
  g_assert_cmpstr (kli_query_get_order (ordered), ==, "recent");
  g_assert_false (kli_query_equal (ordered, searched));
  g_assert_true (kli_filter_is_everything (kli_query_get_filter (bare)));
  g_assert_true (kli_query_equal (plain, all));
}

/* What was typed and what was chosen ask the same. */
static void
test_typed_or_chosen (void)
{
  g_autoptr (KliQuery) typed = kli_query_new (KLI_QUERY_CONTACTS, "tag:\"vip\" kind:person", NULL);
  g_autoptr (KliQuery) all = kli_query_new (KLI_QUERY_CONTACTS, NULL, NULL);
  g_autoptr (KliQuery) vip = kli_query_with_condition (all, "tag", "vip");
  g_autoptr (KliQuery) chosen = kli_query_with_condition (vip, "kind", "person");

  g_assert_true (kli_query_equal (typed, chosen));
  g_assert_cmpuint (kli_query_hash (typed), ==, kli_query_hash (chosen));
}

static void
test_order_of_a_field (void)
{
  g_autofree char *order = kli_query_order_of_field (G_MAXINT64);
  g_autofree char *backwards = g_strconcat ("-", order, NULL);
  g_autoptr (KliQuery) query = kli_query_new (KLI_QUERY_CONTACTS, "", backwards);
  g_autofree char *line = kli_query_print (query);
  g_autoptr (KliQuery) read = kli_query_parse (line, NULL);
  g_autoptr (KliQuery) other = kli_query_with_order (query, order);

  g_assert_cmpint (kli_query_order_get_field (order), ==, G_MAXINT64);
  g_assert_cmpint (kli_query_order_get_field (backwards), ==, G_MAXINT64);
  g_assert_cmpint (kli_query_order_get_field ("-city"), ==, 0);
  g_assert_cmpint (kli_query_order_get_field ("own:-5"), ==, 0);
  g_assert_true (kli_query_equal (query, read));
  g_assert_false (kli_query_equal (query, other));
  g_assert_true (kli_query_target_has_order (KLI_QUERY_CONTACTS, order));
  g_assert_false (kli_query_target_has_order (KLI_QUERY_TRASH, order));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/print-parse", test_print_parse);
  g_test_add_func ("/query/parse-refuses", test_parse_refuses);
  g_test_add_func ("/query/parse-is-not-deep", test_parse_is_not_deep);
  g_test_add_func ("/query/with", test_with);
  g_test_add_func ("/query/order-of-a-field", test_order_of_a_field);
  g_test_add_func ("/query/typed-or-chosen", test_typed_or_chosen);

  return g_test_run ();
}
