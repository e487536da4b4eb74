/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed into the search entry, and what it asks. */
#include "core/kli-query-text.h"

#include <string.h>

static void
assert_asks (KliQueryTarget target, const char *text, const char *filter)
{
  g_autoptr (KliFilter) asked = kli_query_text_parse (target, NULL, text);
  g_autoptr (KliFilter) expected = kli_filter_parse (filter, NULL);
  g_autofree char *printed = kli_filter_print (asked);

  if (!kli_filter_equal (asked, expected))
    g_error ("“%s” asks for %s and should ask for %s", text, printed, filter);
}

static void
test_words (void)
{
  static const char *const cases[][2] = {
    { "", "all()" },
    { " \t\n", "all()" },
    { "anna", "words=anna" },
    { "  anna   kowal ", "words=anna%20kowal" },
    { "512 345 678", "words=512%20345%20678" },
    { "512 -345 --678", "words=512%20-345%20--678" },
    { "-old", "not(words=old)" },
    { "anna -old kowal", "all(words=anna%20kowal,not(words=old))" },
    { "-", "words=-" },
    { "!!!", "words=!!!" },
    { "\"anna kowal\"", "phrase=anna%20kowal" },
    { "„anna kowal” ewa", "all(phrase=anna%20kowal,words=ewa)" },
    { "-“anna kowal”", "not(phrase=anna%20kowal)" },
    { "\"anna", "words=%22anna" },
    { "\"ann\"*", "words=%22ann%22*" },
    { "\"\"", "words=%22%22" },
    { "sp. z o.o.", "words=sp.%20z%20o.o." },
    { "10:30", "words=10:30" },
    { "https://example.org", "words=https:%2F%2Fexample.org" },
    { "fold:anna", "words=fold:anna" },
    { ":anna", "words=:anna" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_asks (KLI_QUERY_CONTACTS, cases[i][0], cases[i][1]);
}

static void
test_conditions (void)
{
  static const char *const cases[][2] = {
    { "city:kraków", "city=kraków*" },
    { "City:\"Nowy Sącz\"", "city=Nowy%20Sącz" },
    { "tag:vip*", "tag=vip*" },
    { "kind:organisation", "kind=organisation" },
    { "kind:Organization", "kind=organisation" },
    { "kind:organiz", "kind=organisation" },
    { "KIND:org", "kind=organisation" },
    { "kind:nobody", "words=kind:nobody" },
    { "kind:", "all()" },
    { "anna kind:", "words=anna" },
    { "-tag:old", "not(tag=old*)" },
    { "has:contract -has:phone", "all(has=contract,not(has=phone))" },
    { "has:ph", "words=has:ph" }, /* phone or photo */
    { "has:phon", "has=phone" },
    { "is:archived", "is=archived" },
    { "birthday:30", "birthday=30" },
    { "birthday:soon", "words=birthday:soon" },
    { "birthday:99999999999999999999", "words=birthday:99999999999999999999" },
    { "contract-ends:60", "contract-ends=60" },
    { "at:5", "words=at:5" }, /* nobody knows an id by heart */
    { "state:draft", "words=state:draft" },
    { "tag:vip anna city:łódź \"b c\" 12", "all(city=łódź*,phrase=b%20c,tag=vip*,words=anna%2012)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_asks (KLI_QUERY_CONTACTS, cases[i][0], cases[i][1]);
  assert_asks (KLI_QUERY_CONTRACTS, "state:draft ends:30", "all(ends=30,state=draft)");
  assert_asks (KLI_QUERY_TRASH, "kind:person", "words=kind:person");
}

/* Any of several values, and any of what is in brackets. */
static void
test_alternatives (void)
{
  static const char *const cases[][2] = {
    { "city:kraków,łódź", "any(city=kraków*,city=łódź*)" },
    { "city:\"Nowy Sącz\",lim,„Nowy Targ”", "any(city=Nowy%20Sącz,city=lim*,city=Nowy%20Targ)" },
    { "-tag:old,lost", "not(any(tag=old*,tag=lost*))" },
    { "kind:person,org", "any(kind=person,kind=organisation)" },
    { "kind:person,nobody", "words=kind:person%2Cnobody" },
    { "city:kraków,", "city=kraków*" },
    { "city:,", "all()" },
    { "city:\"a,b\"", "city=a%2Cb" },
    { "lis,wilk", "words=lis%2Cwilk" },
    { "\"lis\",wilk", "words=%22lis%22%2Cwilk" },
    { "fold:a,\"b c\"", "words=fold:a%2C%22b%20c%22" },
    { "(city:kraków | tag:vip)", "any(city=kraków*,tag=vip*)" },
    { "(city:kraków|tag:vip)", "any(city=kraków*,tag=vip*)" },
    { "(anna lis | -has:phone kind:person) tag:x",
      "all(tag=x*,any(words=anna%20lis,all(not(has=phone),kind=person)))" },
    { "-(tag:a tag:b)", "not(all(tag=a*,tag=b*))" },
    { "-(tag:a | tag:b)", "not(any(tag=a*,tag=b*))" },
    { "(tag:a | -(city:b | (words | tag:c)))", "any(tag=a*,not(any(city=b*,words=words,tag=c*)))" },
    { "(tag:a | b", "words=%28tag:a%20%7C%20b" },
    { "(12) 345 67 89", "words=%2812%29%20345%2067%2089" },
    { "anna (mama) lis", "words=anna%20%28mama%29%20lis" },
    { "( | )", "all()" },
    { "(tag:a | )", "tag=a*" },
    { "(tag:\"a | b)\" | anna)", "any(tag=a%20%7C%20b%29,words=anna)" },
    { "a | b", "words=a%20%7C%20b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_asks (KLI_QUERY_CONTACTS, cases[i][0], cases[i][1]);
}

static void
test_cut (void)
{
  g_autofree char *million = g_strnfill (1000000, 'x');
  g_autoptr (GString) wide = g_string_new (NULL);
  g_autoptr (KliFilter) filter = kli_query_text_parse (KLI_QUERY_CONTACTS, NULL, million);
  g_autoptr (KliFilter) wide_filter = NULL;

  for (guint i = 0; i < 300; i++)
    g_string_append (wide, "𝓀");
  wide_filter = kli_query_text_parse (KLI_QUERY_CONTACTS, NULL, wide->str);

  g_assert_cmpuint (strlen (kli_filter_get_argument (filter)), ==, KLI_QUERY_TEXT_MAX);
  g_assert_cmpint (g_utf8_strlen (kli_filter_get_argument (wide_filter), -1), ==, KLI_QUERY_TEXT_MAX);
  g_assert_true (g_utf8_validate (kli_filter_get_argument (wide_filter), -1, NULL));
  g_assert_true (kli_query_text_is_cut (million));
  g_assert_true (kli_query_text_is_cut (wide->str));
  million[KLI_QUERY_TEXT_MAX] = '\0';
  g_assert_false (kli_query_text_is_cut (million));
}

/* Anything can be typed, and is a filter that can be kept. */
static void
test_anything (void)
{
  static const char *const pieces[] = {
    "\"", "„",    "”",        "“",  "-",  ":", "*", "city", "tag",    "kind:",  "has:",
    "a",  "1",    " ",        "\t", "\n", "(", ")", "|",    "\u0301", "\u202e", "\u200b",
    "שׁ",  "\xff", "\xe2\x80", "=",  ",",  "%", "'", "\\",   "NEAR(",  "^",      "\U0010ffff",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (KliFilter) filter = NULL;
      g_autoptr (KliFilter) again = NULL;
      g_autofree char *printed = NULL;

      for (gint n = g_rand_int_range (rand, 0, 12); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      filter = kli_query_text_parse (g_rand_boolean (rand) ? KLI_QUERY_CONTACTS : KLI_QUERY_TRASH, NULL, text->str);
      printed = kli_filter_print (filter);
      again = kli_filter_parse (printed, NULL);
      if (again == NULL || !kli_filter_equal (filter, again))
        g_error ("“%s” gives a filter that cannot be kept: %s", text->str, printed);
    }
}

static void
test_print (void)
{
  static const char *const cases[][2] = {
    { "all()", "" },
    { "city=krak*", "city:krak" },
    { "city=Nowy%20Sącz", "city:\"Nowy Sącz\"" },
    { "city=nowy%20s*", "city:\"nowy s*\"" },
    { "not(city=*)", "-city:*" },
    { "not(contacted=2026-03-05)", "-contacted:2026-03-05" },
    { "all(edited=30,kind=organisation,not(has=phone))", "edited:30 kind:organisation -has:phone" },
    { "all(phrase=b%20c,words=anna%2012)", "\"b c\" anna 12" },
    { "not(words=old)", "-old" },
    { "any(city=krak*,city=łódź*)", "city:krak,łódź" },
    { "not(any(city=Nowy%20Targ,city=a%2Cb*))", "-city:\"Nowy Targ\",\"a,b*\"" },
    { "any(kind=person,tag=a)", "(kind:person | tag:\"a\")" },
    { "all(any(kind=person,all(has=phone,tag=*)),not(all(tag=a*,words=b)))",
      "(kind:person | has:phone tag:*) -(tag:a b)" },
  };
  static const char *const untypable[] = { "at=5", "not(words=a%20b)", "tag=a%22b", "words=-a", "any()" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KliFilter) filter = kli_filter_parse (cases[i][0], NULL);
      g_autofree char *text = kli_query_text_print (KLI_QUERY_CONTACTS, NULL, filter);

      g_assert_cmpstr (text, ==, cases[i][1]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (untypable); i++)
    {
      g_autoptr (KliFilter) filter = kli_filter_parse (untypable[i], NULL);
      g_autofree char *text = kli_query_text_print (KLI_QUERY_CONTACTS, NULL, filter);

      if (text != NULL)
        g_error ("%s: expected no typed form, found “%s”", untypable[i], text);
    }
}

/* A filter of what people build: names with anything but quotation marks in them, and groups in groups. */
static KliFilter *
random_filter (GRand *rand, guint depth)
{
  static const char *const leaves[][2] = {
    { "city", "krak*" }, { "city", "Nowy Sącz" }, { "city", "a, b|c*" }, { "tag", "vip" },
    { "tag", "(x)*" },   { "tag", "*" },          { "kind", "person" },  { "has", "phone" },
    { "has", "mail" },   { "edited", "30" },      { "tag", "-y*" },      { "manager", "Ewa: *" },
    { "phrase", "b c" }, { "segment", "a || b" }, { "contacted", "90" }, { "contacted", "2026-03-05" },
  };
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_filter_unref);
  guint leaf = (guint)g_rand_int_range (rand, 0, G_N_ELEMENTS (leaves));

  if (depth == 0 || g_rand_int_range (rand, 0, 3) == 0)
    return kli_filter_new (leaves[leaf][0], leaves[leaf][1]);
  for (gint n = g_rand_int_range (rand, 1, 4); n > 0; n--)
    g_ptr_array_add (parts, random_filter (rand, depth - 1));
  switch (g_rand_int_range (rand, 0, 3))
    {
    case 0: return kli_filter_all ((KliFilter *const *)parts->pdata, parts->len);
    case 1: return kli_filter_any ((KliFilter *const *)parts->pdata, parts->len);
    default: return kli_filter_not (g_ptr_array_index (parts, 0));
    }
}

/* What was built can be typed, unless it is too long, and means the same. */
static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  guint n_typed = 0;

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (KliFilter) filter = random_filter (rand, 1 + i % 4);
      g_autofree char *kept = kli_filter_print (filter);
      g_autofree char *text = kli_query_text_print (KLI_QUERY_CONTACTS, NULL, filter);
      g_autoptr (KliFilter) read = text != NULL ? kli_query_text_parse (KLI_QUERY_CONTACTS, NULL, text) : NULL;

      if (text == NULL && strlen (kept) < KLI_QUERY_TEXT_MAX / 2)
        g_error ("%s: expected a typed form", kept);
      if (read != NULL && !kli_filter_equal (read, filter))
        g_error ("%s is typed as “%s”, which asks for something else", kept, text);
      n_typed += text != NULL;
    }
  g_assert_cmpuint (n_typed, >, 15000);
}

/* However many brackets there are, reading them takes no time to speak of. */
static void
test_brackets (void)
{
  static const char *const pieces[] = { "(", "-(", "(a|", ")", "\"(", "(a:" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (KliFilter) filter = NULL;

      while (text->len < KLI_QUERY_TEXT_MAX)
        g_string_append (text, pieces[i]);
      filter = kli_query_text_parse (KLI_QUERY_CONTACTS, NULL, text->str);
      g_assert_nonnull (filter);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query-text/words", test_words);
  g_test_add_func ("/query-text/conditions", test_conditions);
  g_test_add_func ("/query-text/alternatives", test_alternatives);
  g_test_add_func ("/query-text/brackets", test_brackets);
  g_test_add_func ("/query-text/cut", test_cut);
  g_test_add_func ("/query-text/anything", test_anything);
  g_test_add_func ("/query-text/print", test_print);
  g_test_add_func ("/query-text/round-trip", test_round_trip);

  return g_test_run ();
}
