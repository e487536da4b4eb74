/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filters: one form for each meaning, and the same again after being printed and parsed, whatever is in them. */
#include "core/kli-contract.h"
#include "core/kli-filter-words.h"

#include <string.h>

static KliFilter *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  KliFilter *filter = kli_filter_parse (text, &error);

  g_assert_no_error (error);

  return filter;
}

/* Different ways to say one thing. */
static void
test_one_form (void)
{
  static const char *const cases[][2] = {
    { "all(tag=a,tag=b)", "all(tag=b,tag=a)" },
    { "all(tag=a,tag=a)", "tag=a" },
    { "any(tag=a)", "tag=a" },
    { "all(tag=a,all(tag=b,tag=c))", "all(tag=c,tag=b,tag=a)" },
    { "any(any(tag=a,tag=b),tag=c)", "any(tag=a,any(tag=b,tag=c))" },
    { "all(all(),tag=a)", "tag=a" },
    { "not(not(tag=a))", "tag=a" },
    { "all(not(tag=a),tag=b)", "all(tag=b,not(tag=a))" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KliFilter) first = parse (cases[i][0]);
      g_autoptr (KliFilter) second = parse (cases[i][1]);

      if (!kli_filter_equal (first, second))
        g_error ("%s and %s should be equal", cases[i][0], cases[i][1]);
      g_assert_cmpuint (kli_filter_hash (first), ==, kli_filter_hash (second));
    }
}

static void
test_different (void)
{
  static const char *const texts[] = {
    "all()",
    "any()",
    "tag=a",
    "tag=b",
    "city=a",
    "not(tag=a)",
    "all(tag=a,tag=b)",
    "any(tag=a,tag=b)",
    "not(all(tag=a,tag=b))",
    "all(tag=a,not(tag=b))",
    "not(all())",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint n = 0; n < G_N_ELEMENTS (texts); n++)
      {
        g_autoptr (KliFilter) first = parse (texts[i]);
        g_autoptr (KliFilter) second = parse (texts[n]);
        int order = kli_filter_compare (first, second);

        g_assert_cmpint (order == 0, ==, i == n);
        g_assert_cmpint (order<0, ==, kli_filter_compare (second, first)> 0);
      }
}

/* --- random ------------------------------------------------------------------------------------------------- */

static char *
make_text (GRand *rand)
{
  static const char *const pieces[] = { "a", "ż", " ", "=", "(", ")", ",", "%", "\"", "\n", "שׁ", "*", ":", "-" };
  GString *text = g_string_new (NULL);

  for (gint i = g_rand_int_range (rand, 0, 6); i > 0; i--)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);

  return g_string_free (text, FALSE);
}

static KliFilter *
make_leaf (GRand *rand)
{
  guint n;
  const KliCondition *conditions = kli_conditions (&n);
  const KliCondition *condition = &conditions[g_rand_int_range (rand, 0, (gint32)n)];
  g_autofree char *argument = NULL;

  if (condition->argument == KLI_ARGUMENT_TEXT)
    argument = make_text (rand);
  else if (condition->argument == KLI_ARGUMENT_CHOICE)
    argument = g_strdup (
        condition->choices[g_rand_int_range (rand, 0, (gint32)g_strv_length ((char **)condition->choices))]);
  else
    argument = g_strdup_printf ("%d", g_rand_int_range (rand, 1, 3));

  return kli_filter_new (condition->name, argument);
}

static KliFilter *
make_filter (GRand *rand, guint depth)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_filter_unref);

  if (depth == 0 || g_rand_int_range (rand, 0, 3) == 0)
    return make_leaf (rand);
  for (gint i = g_rand_int_range (rand, 0, 4); i > 0; i--)
    g_ptr_array_add (parts, make_filter (rand, depth - 1));
  if (parts->len > 0 && g_rand_int_range (rand, 0, 3) == 0)
    return kli_filter_not (g_ptr_array_index (parts, 0));

  return g_rand_boolean (rand) ? kli_filter_all ((KliFilter *const *)parts->pdata, parts->len)
                               : kli_filter_any ((KliFilter *const *)parts->pdata, parts->len);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (KliFilter) filter = make_filter (rand, 5);
      g_autofree char *text = kli_filter_print (filter);
      g_autoptr (KliFilter) again = parse (text);

      g_assert_null (strpbrk (text, " \n"));
      if (!kli_filter_equal (filter, again))
        g_error ("%s is read back as another filter", text);
      g_assert_cmpuint (kli_filter_hash (filter), ==, kli_filter_hash (again));
    }
}

static KliFilter *
move_city (const KliFilter *leaf, gpointer user_data)
{
  return g_str_equal (kli_filter_get_condition (leaf)->name, "city") ? kli_filter_new ("city", user_data) : NULL;
}

/* What became equal by it stands once. */
static void
test_replace_leaves (void)
{
  static const char *const cases[][2] = {
    { "city=a", "city=c" },
    { "tag=a", "tag=a" },
    { "not(any(city=a,tag=b))", "not(any(city=c,tag=b))" },
    { "all(any(city=a,city=b),kind=person)", "all(city=c,kind=person)" },
    { "all()", "all()" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KliFilter) before = parse (cases[i][0]);
      g_autoptr (KliFilter) after = kli_filter_replace_leaves (before, move_city, (gpointer) "c");
      g_autofree char *text = kli_filter_print (after);

      g_assert_cmpstr (text, ==, cases[i][1]);
    }
}

/* Neither a damaged text nor a cut one is read as anything but a filter or an error. */
static void
test_damaged (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (KliFilter) filter = make_filter (rand, 4);
      g_autofree char *text = kli_filter_print (filter);
      g_autoptr (KliFilter) again = NULL;

      text[g_rand_int_range (rand, 0, (gint32)strlen (text))] = "(),=%\0az"[g_rand_int_range (rand, 0, 8)];
      again = kli_filter_parse (text, NULL);
      if (again != NULL)
        g_free (kli_filter_print (again));
    }
}

/* --- the table ---------------------------------------------------------------------------------------------- */

static void
test_conditions (void)
{
  guint n;
  const KliCondition *conditions = kli_conditions (&n);

  for (guint i = 0; i < n; i++)
    {
      g_assert_true (kli_condition_find (conditions[i].name) == &conditions[i]);
      g_assert_cmpint (conditions[i].choices != NULL, ==, conditions[i].argument == KLI_ARGUMENT_CHOICE);
      g_assert_cmpuint (conditions[i].targets, !=, 0);
      /* They stand in one list of the builder. */
      for (guint k = 0; k < i; k++)
        if (conditions[i].targets & conditions[k].targets)
          g_assert_cmpstr (conditions[i].label, !=, conditions[k].label);
    }
  g_assert_nonnull (kli_condition_find (KLI_CONDITION_WORDS));
  g_assert_nonnull (kli_condition_find (KLI_CONDITION_PHRASE));
  g_assert_null (kli_condition_find ("no-such-thing"));
}

/* The states are those that are reckoned. */
static void
test_states (void)
{
  const KliCondition *condition = kli_condition_find ("state");

  for (guint i = 0; i < KLI_N_CONTRACT_STATES; i++)
    g_assert_cmpstr (condition->choices[i], ==, kli_contract_state_id ((KliContractState)i));
  g_assert_null (condition->choices[KLI_N_CONTRACT_STATES]);
}

/* --- in words --- */

static void
test_words (void)
{
  static const char *const cases[][2] = {
    { "city=Kraków", "City: Kraków" },
    { "city=krak*", "City: krak…" },
    { "not(city=*)", "City: none" },
    { "not(has=phone)", "Has no: Phone" },
    { "any(city=Kraków,city=Łódź)", "City: Kraków or Łódź" },
    { "not(any(tag=a,tag=b))", "Tag: not a or b" },
    { "edited=30", "Last change: in the last 30 days" },
    { "contacted=2026-03-05", "Last contact: since 5 Mar 2026" },
    { "not(contacted=90)", "Last contact: not in the last 90 days" },
    { "birthday=1", "Birthday: in the next 1 day" },
    { "all(kind=person,tag=vip)", "Kind: Person, Tag: vip" },
    { "any(all(city=a,tag=b),words=c)", "“c” or (City: a, Tag: b)" },
    { "not(all(city=a,tag=b))", "not (City: a, Tag: b)" },
    { "words=100%25", "“100%”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KliFilter) filter = kli_filter_parse (cases[i][0], NULL);
      g_autofree char *words = kli_filter_describe (filter, KLI_LANGUAGE_EN);

      g_assert_cmpstr (words, ==, cases[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter/one-form", test_one_form);
  g_test_add_func ("/filter/different", test_different);
  g_test_add_func ("/filter/random", test_random);
  g_test_add_func ("/filter/replace-leaves", test_replace_leaves);
  g_test_add_func ("/filter/damaged", test_damaged);
  g_test_add_func ("/filter/conditions", test_conditions);
  g_test_add_func ("/filter/states", test_states);
  g_test_add_func ("/filter/words", test_words);

  return g_test_run ();
}
