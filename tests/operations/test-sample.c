/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample businesses and trial contacts. */
#include "operation-fixture.h"

#include "../store/store-fixture.h"
#include "core/kli-contract-facts.h"
#include "operations/kli-generate.h"
#include "operations/kli-own-fields.h"
#include "operations/kli-sample.h"

static KliAnswer *
answer (Fixture *fixture, KliQueryTarget target)
{
  g_autoptr (KliQuery) query = kli_query_new (target, "", NULL);
  g_autoptr (GError) error = NULL;
  KliAnswer *all = kli_store_answer (fixture->store, query, &error);

  g_assert_no_error (error);

  return all;
}

/* Every state occurs, whatever the day. */
static void
assert_all_states (Fixture *fixture, KliDay today)
{
  g_autoptr (KliAnswer) all = answer (fixture, KLI_QUERY_CONTRACTS);
  gboolean seen[KLI_N_CONTRACT_STATES] = { FALSE };

  for (guint i = 0; i < kli_answer_get_n_items (all); i++)
    {
      g_autoptr (KliWhole) whole = fixture_read (fixture, &kli_contract_kind, kli_answer_get_id (all, i));
      g_autoptr (KliContractFacts) facts = kli_contract_facts_from_whole (whole, NULL);

      seen[kli_contract_state (kli_contract_facts_get_terms (facts), today, NULL, NULL)] = TRUE;
    }
  for (guint state = 0; state < KLI_N_CONTRACT_STATES; state++)
    {
      g_test_message ("%s", kli_contract_state_id (state));
      g_assert_true (seen[state]);
    }
}

static void
test_every_state (Fixture *fixture, gconstpointer sample)
{
  static const char *const days[]
      = { "2026-11-22", "2026-12-31", "2027-01-01", "2027-02-28", "2028-02-29", "2030-05-31" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      Fixture other = { NULL };
      KliDay today = kli_day_parse (days[i]);

      g_test_message ("%s on %s", (const char *)sample, days[i]);
      fixture_set_up_bare (&other, NULL);
      kli_store_set_today (other.store, today);
      fixture_run (&other, kli_fill_sample (sample));
      assert_all_states (&other, today);
      fixture_tear_down (&other, NULL);
    }
}

/* Every field of the business says something of somebody, and so finds them. */
static void
test_own_fields (Fixture *fixture, gconstpointer sample)
{
  g_autoptr (KliQueryKeys) keys = NULL;
  guint n = 0;

  fixture_run (fixture, kli_fill_sample (sample));
  keys = kli_store_read (fixture->store, kli_own_fields_read_keys_func, NULL, NULL);
  for (; kli_query_keys_get (keys, n) != NULL; n++)
    {
      g_autofree char *key = kli_query_key_of (kli_condition_get_label (kli_query_keys_get (keys, n)));
      g_autofree char *typed = g_strconcat (key, ":*", NULL);
      g_autoptr (KliQuery) query = kli_query_new_typed (KLI_QUERY_CONTACTS, keys, typed, NULL);
      g_autoptr (KliAnswer) found = kli_store_answer (fixture->store, query, NULL);

      g_test_message ("%s", typed);
      g_assert_cmpint (kli_answer_get_n_items (found), >, 0);
      g_assert_cmpint (kli_answer_get_n_items (found), <, 5);
    }
  g_assert_cmpint (n, ==, 4);
}

/* Returns: (transfer full) (nullable): the contract with that number. */
static KliWhole *
find_contract (Fixture *fixture, const char *number)
{
  g_autoptr (KliAnswer) all = answer (fixture, KLI_QUERY_CONTRACTS);

  for (guint i = 0; i < kli_answer_get_n_items (all); i++)
    {
      g_autoptr (KliWhole) whole = fixture_read (fixture, &kli_contract_kind, kli_answer_get_id (all, i));

      if (g_str_equal (kli_row_get_text (kli_whole_get_root (whole), KLI_CONTRACT_NUMBER), number))
        return g_steal_pointer (&whole);
    }

  return NULL;
}

/* The contracts that domain 7 names for its day, with their states and ends. */
static void
test_domain (Fixture *fixture, gconstpointer sample)
{
  static const struct
  {
    const char *sample;
    const char *number;
    const char *state;
    const char *end;
  } contracts[] = {
    { "pl", "UM/2019/007", "active", "" },           { "pl", "UM/2026/002", "active", "2026-12-31" },
    { "pl", "UM/2022/011", "notice", "2026-11-30" }, { "pl", "UM/2026/014", "active", "" },
    { "pl", "UM/2023/004", "active", "" },           { "pl", "UM/2026/009", "active", "2027-02-28" },
    { "pl", "UM/2026/021", "draft", NULL },          { "pl", "UM/2026/020", "sent", NULL },
    { "pl", "UM/2025/030", "withdrawn", NULL },      { "id", "007/PJ/VI/2026", "active", "2026-12-30" },
    { "id", "009/PJ/VII/2026", "active", NULL },     { "id", "002/PKS/I/2026", "active", NULL },
    { "id", "004/PJ/VIII/2025", "expired", NULL },   { "id", "011/PJ/IX/2026", "active", "" },
    { "id", "003/PKS/II/2026", "active", NULL },     { "id", "014/PJ/XI/2026", "draft", NULL },
    { "id", "013/PJ/XI/2026", "sent", NULL },
  };

  fixture_run (fixture, kli_fill_sample (sample));
  for (guint i = 0; i < G_N_ELEMENTS (contracts); i++)
    {
      g_autoptr (KliWhole) whole = NULL;
      g_autoptr (KliContractFacts) facts = NULL;
      const KliContractTerms *terms;
      g_autofree char *end = NULL;

      if (!g_str_equal (contracts[i].sample, sample))
        continue;
      whole = find_contract (fixture, contracts[i].number);
      g_test_message ("%s", contracts[i].number);
      g_assert_nonnull (whole);
      facts = kli_contract_facts_from_whole (whole, NULL);
      terms = kli_contract_facts_get_terms (facts);
      end = kli_day_to_string (kli_contract_dates (terms, FIXTURE_TODAY).current_end);
      g_assert_cmpstr (kli_contract_state_id (kli_contract_state (terms, FIXTURE_TODAY, NULL, NULL)), ==,
                       contracts[i].state);
      if (contracts[i].end != NULL)
        g_assert_cmpstr (end, ==, contracts[i].end);
    }
}

static void
test_marked (Fixture *fixture, gconstpointer sample)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KliBusiness) business = NULL;

  fixture_run (fixture, kli_fill_sample (sample));
  business = kli_store_read (fixture->store, kli_business_read_func, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (business->sample);
  g_assert_cmpstr (business->country, ==, g_str_equal (sample, "pl") ? "PL" : "ID");
  g_assert_cmpuint (fixture_count_contacts (fixture), >=, g_str_equal (sample, "pl") ? 15 : 16);
  fixture_refuse (fixture, kli_fill_sample (sample), KLI_OPERATION_ERROR_FORBIDDEN);
}

static void
test_not_in_a_used_store (Fixture *fixture, gconstpointer data)
{
  fixture_new (fixture, &kli_contact_kind, "name=Ewa");
  fixture_refuse (fixture, kli_fill_sample ("pl"), KLI_OPERATION_ERROR_FORBIDDEN);
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 1);
}

/* --- trial contacts ----------------------------------------------------------------------------------- */

/* Names and normal forms of all contacts, in order. */
static char *
describe_all (Fixture *fixture)
{
  g_autoptr (KliAnswer) all = answer (fixture, KLI_QUERY_CONTACTS);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < kli_answer_get_n_items (all); i++)
    {
      g_autoptr (KliWhole) whole = fixture_read (fixture, &kli_contact_kind, kli_answer_get_id (all, i));
      const KliRow *point = kli_whole_get_part (whole, &kli_contact_point_kind, 0);

      g_string_append_printf (text, "%s %s\n", kli_row_get_text (kli_whole_get_root (whole), KLI_CONTACT_NAME),
                              kli_row_get_text (point, KLI_CONTACT_POINT_NORMAL));
    }

  return g_string_free (text, FALSE);
}

static char *
generate (guint64 seed)
{
  Fixture fixture = { NULL };
  char *text;

  fixture_set_up_bare (&fixture, NULL);
  fixture_run (&fixture, kli_generate_contacts (seed, 0, 200));
  g_assert_cmpuint (fixture_count_contacts (&fixture), ==, 200);
  text = describe_all (&fixture);
  fixture_tear_down (&fixture, NULL);

  return text;
}

static void
test_generate (void)
{
  g_autofree char *once = generate (7);
  g_autofree char *again = generate (7);
  g_autofree char *other = generate (8);

  g_assert_cmpstr (once, ==, again);
  g_assert_cmpstr (once, !=, other);
  g_assert_nonnull (g_strstr_len (once, -1, "+48400"));
  g_assert_nonnull (g_strstr_len (once, -1, "+62840"));
}

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);
  for (guint i = 0; kli_samples[i] != NULL; i++)
    {
      g_autofree char *state = g_strconcat ("/sample/every-state/", kli_samples[i], NULL);
      g_autofree char *domain = g_strconcat ("/sample/domain/", kli_samples[i], NULL);
      g_autofree char *marked = g_strconcat ("/sample/marked/", kli_samples[i], NULL);
      g_autofree char *own = g_strconcat ("/sample/own-fields/", kli_samples[i], NULL);

      g_test_add (state, Fixture, kli_samples[i], fixture_set_up_bare, test_every_state, fixture_tear_down);
      g_test_add (domain, Fixture, kli_samples[i], fixture_set_up_bare, test_domain, fixture_tear_down);
      g_test_add (own, Fixture, kli_samples[i], fixture_set_up_bare, test_own_fields, fixture_tear_down);
      g_test_add (marked, Fixture, kli_samples[i], fixture_set_up_bare, test_marked, fixture_tear_down);
    }
  g_test_add ("/sample/not-in-a-used-store", Fixture, NULL, fixture_set_up_bare, test_not_in_a_used_store,
              fixture_tear_down);
  g_test_add_func ("/generate/same-seed", test_generate);

  return g_test_run ();
}
