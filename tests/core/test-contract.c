/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reckoning of contracts: told stories, and random ones against a second, slow implementation that lives
 * through them day by day. */
#include "core/kli-contract.h"
#include "core/kli-term.h"

#include <string.h>

#define DAY(text) kli_day_parse (text)

static const gint64 two_parties[] = { 11, 22 };

/* A contract of two parties, written as a test reads best. */
static KliContractTerms
terms_of (const char *start, const char *end, const KliAct *acts, guint n_acts)
{
  return (KliContractTerms){ .start_on = DAY (start),
                             .end_on = DAY (end),
                             .country = "PL",
                             .n_parties = 2,
                             .parties = two_parties,
                             .acts = acts,
                             .n_acts = n_acts };
}

static void
assert_state (
    const KliContractTerms *terms, const char *day, const char *state, const char *since, const char *changes_on)
{
  KliDay found_since, found_change;
  KliContractState found = kli_contract_state (terms, DAY (day), &found_since, &found_change);
  g_autofree char *since_text = kli_day_to_string (found_since);
  g_autofree char *change_text = kli_day_to_string (found_change);

  if (strcmp (kli_contract_state_id (found), state) != 0 || strcmp (since_text, since) != 0
      || strcmp (change_text, changes_on) != 0)
    g_error ("on %s expected %s since “%s” until “%s”, found %s since “%s” until “%s”", day, state, since, changes_on,
             kli_contract_state_id (found), since_text, change_text);
}

static void
assert_day (KliDay found, const char *expected)
{
  g_autofree char *iso = kli_day_to_string (found);

  g_assert_cmpstr (iso, ==, expected);
}

static void
test_whole_life (void)
{
  const KliAct acts[] = {
    { KLI_ACT_SENT, DAY ("2026-01-10"), KLI_DAY_NONE, 0, 0 },
    { KLI_ACT_SIGNED, DAY ("2026-01-12"), KLI_DAY_NONE, 11, 0 },
    { KLI_ACT_SIGNED, DAY ("2026-01-15"), KLI_DAY_NONE, 22, 0 },
    { KLI_ACT_SUSPENDED, DAY ("2026-04-01"), KLI_DAY_NONE, 0, 0 },
    { KLI_ACT_RESUMED, DAY ("2026-05-01"), KLI_DAY_NONE, 0, 0 },
    { KLI_ACT_NOTICE_DELIVERED, DAY ("2026-06-10"), KLI_DAY_NONE, 0, 0 },
    { KLI_ACT_NOTICE_WITHDRAWN, DAY ("2026-06-20"), KLI_DAY_NONE, 0, 0 },
    { KLI_ACT_NOTICE_DELIVERED, DAY ("2026-07-10"), KLI_DAY_NONE, 0, 0 },
  };
  KliContractTerms terms = terms_of ("2026-02-01", "", acts, G_N_ELEMENTS (acts));

  terms.notice_count = 1;
  terms.notice_unit = KLI_NOTICE_UNIT_MONTHS;
  terms.notice_rule = KLI_NOTICE_RULE_MONTH_END;
  assert_state (&terms, "2026-01-09", "draft", "", "2026-01-10");
  assert_state (&terms, "2026-01-14", "sent", "2026-01-10", "2026-01-15");
  assert_state (&terms, "2026-01-31", "signed", "2026-01-15", "2026-02-01");
  assert_state (&terms, "2026-02-01", "active", "2026-02-01", "2026-04-01");
  assert_state (&terms, "2026-04-01", "suspended", "2026-04-01", "2026-05-01");
  assert_state (&terms, "2026-06-09", "active", "2026-05-01", "2026-06-10");
  assert_state (&terms, "2026-06-10", "notice", "2026-06-10", "2026-06-20");
  assert_state (&terms, "2026-06-20", "active", "2026-06-20", "2026-07-10");
  assert_state (&terms, "2026-08-31", "notice", "2026-07-10", "2026-09-01"); /* still in force on its last day */
  assert_state (&terms, "2026-09-01", "terminated", "2026-09-01", "");
  assert_state (&terms, "9999-12-31", "terminated", "2026-09-01", "");
  g_assert_true (kli_contract_was_signed (&terms));
  assert_day (kli_contract_signed_on (&terms, 22), "2026-01-15");
  assert_day (kli_contract_signed_on (&terms, 33), "");
}

/* Contract tables of domain 7: P2 (N7) and P3. */
static void
test_sample_contracts (void)
{
  const KliAct signed_by_all[] = { { KLI_ACT_SIGNED, DAY ("2025-12-20"), KLI_DAY_NONE, 0, 0 } };
  const KliAct notice[] = {
    { KLI_ACT_SIGNED, DAY ("2022-02-01"), KLI_DAY_NONE, 0, 0 },
    { KLI_ACT_NOTICE_DELIVERED, DAY ("2026-10-12"), KLI_DAY_NONE, 0, 0 },
  };
  KliContractTerms p2 = terms_of ("2026-01-01", "2026-12-31", signed_by_all, 1);
  KliContractTerms p3 = terms_of ("2022-03-01", "", notice, 2);
  KliContractDates dates;

  p2.renewal = KLI_RENEWAL_AUTOMATIC_FIXED;
  p2.renewal_months = 12;
  p2.notice_count = p3.notice_count = 1;
  p2.notice_unit = p3.notice_unit = KLI_NOTICE_UNIT_MONTHS;
  p3.notice_rule = KLI_NOTICE_RULE_MONTH_END;
  dates = kli_contract_dates (&p2, DAY ("2026-11-22"));
  assert_day (dates.current_start, "2026-01-01");
  assert_day (dates.current_end, "2026-12-31");
  assert_day (dates.next_end, "2027-12-31");
  assert_day (dates.statutory_notice, "2026-11-30");
  assert_day (dates.safe_notice, "2026-11-30");
  assert_day (dates.notice_today_ends, "2026-12-31");
  assert_day (dates.notice_ends_on, "");
  assert_state (&p2, "2030-05-05", "active", "2026-01-01", "");
  dates = kli_contract_dates (&p2, DAY ("2026-12-01"));
  assert_day (dates.statutory_notice, "2026-11-30"); /* missed: the pane says so */
  assert_day (dates.notice_today_ends, "2027-12-31");
  dates = kli_contract_dates (&p2, DAY ("2027-01-01"));
  assert_day (dates.current_start, "2027-01-01");
  assert_day (dates.current_end, "2027-12-31");
  g_assert_cmpuint (dates.n_renewals, ==, 1);

  assert_state (&p3, "2026-11-22", "notice", "2026-10-12", "2026-12-01");
  dates = kli_contract_dates (&p3, DAY ("2026-11-22"));
  assert_day (dates.current_end, "2026-11-30");
  assert_day (dates.notice_delivered, "2026-10-12");
  assert_day (dates.notice_ends_on, "2026-11-30");
  assert_day (dates.statutory_notice, "");
  assert_day (dates.notice_today_ends, "");
  dates = kli_contract_dates (&p3, DAY ("2027-01-01"));
  assert_day (dates.current_end, "2026-11-30"); /* ended: the last day it was in force */
}

static void
test_renewals_do_not_drift (void)
{
  const KliAct acts[] = { { KLI_ACT_SIGNED, DAY ("2025-12-31"), KLI_DAY_NONE, 0, 0 } };
  static const struct
  {
    const char *end;
    int months;
    const char *day;
    const char *current_start;
    const char *current_end;
  } cases[] = {
    { "2026-01-31", 1, "2026-02-01", "2026-02-01", "2026-02-28" },
    { "2026-01-31", 1, "2026-03-31", "2026-03-01", "2026-03-31" },
    { "2026-01-31", 1, "2028-02-10", "2028-02-01", "2028-02-29" },
    { "2026-01-31", 1, "2028-03-31", "2028-03-01", "2028-03-31" },
    { "2027-02-28", 12, "2027-06-01", "2027-03-01", "2028-02-29" }, /* the eve of 1 March */
    { "2027-02-28", 12, "2028-06-01", "2028-03-01", "2029-02-28" },
    { "2026-01-30", 1, "2026-02-15", "2026-01-31", "2026-02-28" }, /* L3 */
    { "2026-01-30", 1, "2026-03-15", "2026-03-01", "2026-03-30" },
    { "2026-01-14", 6, "2076-05-01", "2076-01-15", "2076-07-14" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KliContractTerms terms = terms_of ("2026-01-01", cases[i].end, acts, 1);
      KliContractDates dates;

      terms.renewal = KLI_RENEWAL_AUTOMATIC_FIXED;
      terms.renewal_months = cases[i].months;
      dates = kli_contract_dates (&terms, DAY (cases[i].day));
      assert_day (dates.current_start, cases[i].current_start);
      assert_day (dates.current_end, cases[i].current_end);
    }
}

static void
test_becomes_indefinite (void)
{
  const KliAct acts[] = { { KLI_ACT_SIGNED, DAY ("2025-12-31"), KLI_DAY_NONE, 0, 0 } };
  KliContractTerms terms = terms_of ("2026-01-01", "2026-06-30", acts, 1);
  KliContractDates dates;

  terms.renewal = KLI_RENEWAL_AUTOMATIC_INDEFINITE;
  terms.notice_count = 30;
  terms.notice_unit = KLI_NOTICE_UNIT_DAYS;
  dates = kli_contract_dates (&terms, DAY ("2026-05-01"));
  g_assert_true (dates.becomes_indefinite);
  assert_day (dates.statutory_notice, "2026-05-31");
  assert_day (dates.safe_notice, "2026-05-29"); /* Sunday, before it Saturday */
  assert_day (dates.next_end, "");
  assert_day (dates.notice_today_ends, "2026-06-30");
  dates = kli_contract_dates (&terms, DAY ("2026-06-01"));
  assert_day (dates.notice_today_ends, "2026-07-01"); /* too late for the end: on its own 30 days */
  dates = kli_contract_dates (&terms, DAY ("2026-07-01"));
  g_assert_false (dates.becomes_indefinite);
  assert_day (dates.current_start, "2026-07-01");
  assert_day (dates.current_end, "");
  assert_day (dates.statutory_notice, "");
  assert_day (dates.notice_today_ends, "2026-07-31");
}

static void
test_ends (void)
{
  const KliAct acts[] = {
    { KLI_ACT_SIGNED, DAY ("2026-01-05"), KLI_DAY_NONE, 0, 0 },
    { KLI_ACT_SUCCESSOR, DAY ("2026-07-20"), KLI_DAY_NONE, 0, 77 },
  };
  const KliAct ended[] = {
    { KLI_ACT_SIGNED, DAY ("2026-01-05"), KLI_DAY_NONE, 0, 0 },
    { KLI_ACT_ENDED, DAY ("2026-03-03"), KLI_DAY_NONE, 0, 0 },
  };
  const KliAct agreed[] = {
    { KLI_ACT_SIGNED, DAY ("2026-01-05"), KLI_DAY_NONE, 0, 0 },
    { KLI_ACT_NOTICE_DELIVERED, DAY ("2026-03-03"), DAY ("2026-03-20"), 0, 0 },
  };
  KliContractTerms terms = terms_of ("2026-01-01", "2026-06-30", acts, 2);

  terms.renewal = KLI_RENEWAL_BY_AGREEMENT;
  assert_state (&terms, "2026-01-05", "active", "2026-01-05", "2026-07-01"); /* signed late: at once in force */
  assert_state (&terms, "2026-06-30", "active", "2026-01-05", "2026-07-01");
  assert_state (&terms, "2026-07-01", "expired", "2026-07-01", "2026-07-20");
  assert_state (&terms, "2026-07-20", "renewed", "2026-07-20", "");
  assert_day (kli_contract_dates (&terms, DAY ("2026-08-01")).current_end, "2026-06-30");
  terms = terms_of ("2026-01-01", "2026-06-30", ended, 2);
  assert_state (&terms, "2026-03-03", "terminated", "2026-03-03", "");
  assert_day (kli_contract_dates (&terms, DAY ("2026-03-03")).current_end, "2026-03-02");
  terms = terms_of ("2026-01-01", "2026-06-30", agreed, 2);
  assert_state (&terms, "2026-03-20", "notice", "2026-03-03", "2026-03-21");
  terms.end_on = DAY ("2026-03-10"); /* nothing agreed outlives the term itself */
  assert_state (&terms, "2026-03-10", "notice", "2026-03-03", "2026-03-11");
}

static void
test_unsigned (void)
{
  const KliAct acts[] = {
    { KLI_ACT_SIGNED, DAY ("2026-01-05"), KLI_DAY_NONE, 11, 0 },
    { KLI_ACT_SIGNED, DAY ("2026-01-06"), KLI_DAY_NONE, 11, 0 },
    { KLI_ACT_WITHDRAWN, DAY ("2026-02-01"), KLI_DAY_NONE, 0, 0 },
    { KLI_ACT_SIGNED, DAY ("2026-03-01"), KLI_DAY_NONE, 0, 0 },
  };
  KliContractTerms terms = terms_of ("2026-01-01", "2026-06-30", acts, G_N_ELEMENTS (acts));

  assert_state (&terms, "2026-01-06", "sent", "2026-01-05", "2026-02-01");
  assert_state (&terms, "2026-12-31", "withdrawn", "2026-02-01", "");
  g_assert_false (kli_contract_was_signed (&terms));
  assert_day (kli_contract_dates (&terms, DAY ("2026-01-01")).current_end, "2026-06-30");
  terms.n_acts = 0;
  assert_state (&terms, "2026-12-31", "draft", "", "");
  terms.n_acts = 1;
  terms.n_parties = 0; /* nobody to sign: one named signature is not all */
  assert_state (&terms, "2026-12-31", "sent", "2026-01-05", "");
}

static void
assert_allowed (const KliContractTerms *terms, const char *day, const char *ids)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (KliActKind kind = 0; kind < KLI_N_ACT_KINDS; kind++)
    {
      const char *reason = "not set";
      gboolean allowed = kli_contract_act_allowed (terms, DAY (day), kind, &reason);

      g_assert_true (allowed == (reason == NULL));
      g_assert_true (reason == NULL || g_str_has_suffix (reason, "."));
      if (allowed)
        g_string_append_printf (found, "%s%s", found->len > 0 ? " " : "", kli_act_kind_id (kind));
    }
  if (strcmp (found->str, ids) != 0)
    g_error ("on %s expected to be allowed: %s; found: %s", day, ids, found->str);
}

static void
test_allowed (void)
{
  const KliAct acts[] = {
    { KLI_ACT_SENT, DAY ("2026-01-10"), KLI_DAY_NONE, 0, 0 },
    { KLI_ACT_SIGNED, DAY ("2026-01-15"), KLI_DAY_NONE, 0, 0 },
    { KLI_ACT_SUSPENDED, DAY ("2026-04-01"), KLI_DAY_NONE, 0, 0 },
    { KLI_ACT_NOTICE_DELIVERED, DAY ("2026-05-10"), KLI_DAY_NONE, 0, 0 },
  };
  KliContractTerms terms = terms_of ("2026-02-01", "2026-12-31", acts, 0);

  terms.notice_count = 1;
  terms.notice_unit = KLI_NOTICE_UNIT_MONTHS;
  assert_allowed (&terms, "2026-01-05", "sent signed withdrawn");
  terms.n_acts = 1;
  assert_allowed (&terms, "2026-01-11", "signed withdrawn");
  terms.n_acts = 2;
  assert_allowed (&terms, "2026-01-20", "ended");
  assert_allowed (&terms, "2026-03-01", "suspended notice_delivered ended successor");
  assert_allowed (&terms, "2027-01-01", "successor");
  terms.n_acts = 3;
  assert_allowed (&terms, "2026-04-15", "resumed notice_delivered ended");
  terms.n_acts = 4;
  assert_allowed (&terms, "2026-05-20", "notice_withdrawn ended");
  assert_allowed (&terms, "2026-06-11", ""); /* terminated */
  /* Backdated: nothing that would leave the suspension or the notice without a meaning. */
  assert_allowed (&terms, "2026-03-01", "");
  assert_allowed (&terms, "2026-01-12", "signed");
  assert_allowed (&terms, "", "");
  terms.end_on = KLI_DAY_NONE;
  terms.n_acts = 2;
  assert_allowed (&terms, "2026-03-01", "suspended notice_delivered ended"); /* no end: nothing to renew */
}

/* The second implementation. It knows no runs and no jumps: it wakes every morning and looks. */
typedef struct
{
  KliContractState state;
  KliDay notice_end;
} Diary;

static gboolean
slow_is_automatic (const KliContractTerms *terms)
{
  return terms->end_on != KLI_DAY_NONE
         && (terms->renewal == KLI_RENEWAL_AUTOMATIC_INDEFINITE
             || (terms->renewal == KLI_RENEWAL_AUTOMATIC_FIXED && terms->renewal_months > 0));
}

static KliDay
slow_notice (const KliContractTerms *terms, KliDay delivered)
{
  KliTermUnit unit = terms->notice_unit == KLI_NOTICE_UNIT_DAYS ? KLI_TERM_DAYS : KLI_TERM_MONTHS;
  int n = terms->notice_unit == KLI_NOTICE_UNIT_NONE ? 0 : terms->notice_count;
  gboolean to_month_end = terms->notice_unit != KLI_NOTICE_UNIT_NONE && terms->notice_rule == KLI_NOTICE_RULE_MONTH_END;
  KliDay alone = kli_term_notice_end (delivered, n, unit, to_month_end);
  KliDay end = terms->end_on;

  if (end == KLI_DAY_NONE)
    return alone;
  if (!slow_is_automatic (terms))
    return MIN (alone, end);
  for (int renewal = 1;; renewal++)
    {
      if (delivered <= end && delivered <= kli_term_notice_last_day (end, n, unit, to_month_end))
        return end;
      if (terms->renewal == KLI_RENEWAL_AUTOMATIC_INDEFINITE)
        return MAX (alone, end);
      end = kli_term_duration_end (terms->end_on + 1, renewal * terms->renewal_months, KLI_TERM_MONTHS);
    }
}

static void
slow_morning (const KliContractTerms *terms, KliDay day, Diary *diary)
{
  if (diary->state == KLI_CONTRACT_STATE_SIGNED && day >= terms->start_on)
    diary->state = KLI_CONTRACT_STATE_ACTIVE;
  if ((diary->state == KLI_CONTRACT_STATE_ACTIVE || diary->state == KLI_CONTRACT_STATE_SUSPENDED)
      && terms->end_on != KLI_DAY_NONE && day > terms->end_on && !slow_is_automatic (terms))
    diary->state = KLI_CONTRACT_STATE_EXPIRED;
  if (diary->state == KLI_CONTRACT_STATE_NOTICE && day > diary->notice_end)
    diary->state = KLI_CONTRACT_STATE_TERMINATED;
}

static gboolean
slow_all_signed (const KliContractTerms *terms, guint n_acts)
{
  gboolean by[2] = { FALSE, FALSE };

  for (guint i = 0; i < n_acts; i++)
    if (terms->acts[i].kind == KLI_ACT_SIGNED)
      for (guint p = 0; p < 2; p++)
        by[p] |= terms->acts[i].party == 0 || terms->acts[i].party == terms->parties[p];
  return by[0] && by[1];
}

static void
slow_act (const KliContractTerms *terms, guint index, Diary *diary)
{
  const KliAct *act = &terms->acts[index];
  KliContractState was = diary->state;
  gboolean active = was == KLI_CONTRACT_STATE_ACTIVE;
  gboolean suspended = was == KLI_CONTRACT_STATE_SUSPENDED;
  gboolean notice = was == KLI_CONTRACT_STATE_NOTICE;
  gboolean open = was == KLI_CONTRACT_STATE_DRAFT || was == KLI_CONTRACT_STATE_SENT;
  gboolean indefinite = terms->end_on == KLI_DAY_NONE
                        || (terms->renewal == KLI_RENEWAL_AUTOMATIC_INDEFINITE && act->on > terms->end_on);

  if (act->kind == KLI_ACT_SENT && was == KLI_CONTRACT_STATE_DRAFT)
    diary->state = KLI_CONTRACT_STATE_SENT;
  else if (act->kind == KLI_ACT_SIGNED && open)
    diary->state = slow_all_signed (terms, index + 1) ? KLI_CONTRACT_STATE_SIGNED : KLI_CONTRACT_STATE_SENT;
  else if (act->kind == KLI_ACT_SUSPENDED && active)
    diary->state = KLI_CONTRACT_STATE_SUSPENDED;
  else if ((act->kind == KLI_ACT_RESUMED && suspended) || (act->kind == KLI_ACT_NOTICE_WITHDRAWN && notice))
    diary->state = KLI_CONTRACT_STATE_ACTIVE;
  else if (act->kind == KLI_ACT_NOTICE_DELIVERED && (active || suspended))
    {
      diary->state = KLI_CONTRACT_STATE_NOTICE;
      diary->notice_end = slow_notice (terms, act->on);
      if (act->ends_on != KLI_DAY_NONE)
        diary->notice_end = MAX (act->ends_on, act->on);
      if (act->ends_on != KLI_DAY_NONE && terms->end_on != KLI_DAY_NONE && !slow_is_automatic (terms))
        diary->notice_end = MIN (diary->notice_end, terms->end_on);
    }
  else if (act->kind == KLI_ACT_ENDED && (active || suspended || notice || was == KLI_CONTRACT_STATE_SIGNED))
    diary->state = KLI_CONTRACT_STATE_TERMINATED;
  else if (act->kind == KLI_ACT_WITHDRAWN && open)
    diary->state = KLI_CONTRACT_STATE_WITHDRAWN;
  else if (act->kind == KLI_ACT_SUCCESSOR && ((active && !indefinite) || was == KLI_CONTRACT_STATE_EXPIRED))
    diary->state = KLI_CONTRACT_STATE_RENEWED;
}

/* The state of each of @n_days days from @first on. */
static void
live_through (const KliContractTerms *terms, KliDay first, guint n_days, KliContractState *states)
{
  Diary diary = { KLI_CONTRACT_STATE_DRAFT, KLI_DAY_NONE };
  guint next = 0;

  for (guint i = 0; i < n_days; i++)
    {
      slow_morning (terms, first + (KliDay)i, &diary);
      while (next < terms->n_acts && terms->acts[next].on == first + (KliDay)i)
        {
          slow_act (terms, next++, &diary);
          slow_morning (terms, first + (KliDay)i, &diary);
        }
      states[i] = diary.state;
    }
}

#define FIRST_DAY 20454 /* 2026-01-01 */
#define N_DAYS 500
#define N_STORIES 4000
#define MAX_ACTS 9

static int
compare_acts (const void *a, const void *b)
{
  return ((const KliAct *)a)->on - ((const KliAct *)b)->on;
}

static KliContractTerms
random_terms (KliAct *acts)
{
  KliContractTerms terms = terms_of ("", "", acts, (guint)g_test_rand_int_range (0, MAX_ACTS + 1));

  if (g_test_rand_int_range (0, 4) > 0)
    terms.start_on = FIRST_DAY + g_test_rand_int_range (0, 120);
  if (g_test_rand_int_range (0, 4) > 0)
    terms.end_on = FIRST_DAY + g_test_rand_int_range (60, 400);
  terms.renewal = (KliRenewal)g_test_rand_int_range (0, 4);
  terms.renewal_months = g_test_rand_int_range (0, 5);
  terms.notice_unit = (KliNoticeUnit)g_test_rand_int_range (0, 3);
  terms.notice_count = g_test_rand_int_range (0, 4);
  terms.notice_rule = (KliNoticeRule)g_test_rand_int_range (0, 2);
  for (guint i = 0; i < terms.n_acts; i++)
    {
      acts[i] = (KliAct){ .kind = (KliActKind)g_test_rand_int_range (0, KLI_N_ACT_KINDS),
                          .on = FIRST_DAY + 1 + g_test_rand_int_range (0, i < 3 ? 60 : N_DAYS - 100),
                          .ends_on = KLI_DAY_NONE };
      /* Most stories must get past the signature to be worth telling. */
      if (i == 0)
        acts[i].kind = KLI_ACT_SIGNED;
      if (acts[i].kind == KLI_ACT_SIGNED && g_test_rand_bit ())
        acts[i].party = two_parties[g_test_rand_int_range (0, 2)];
      if (acts[i].kind == KLI_ACT_NOTICE_DELIVERED && g_test_rand_int_range (0, 3) == 0)
        acts[i].ends_on = acts[i].on + g_test_rand_int_range (-10, 90);
    }
  qsort (acts, terms.n_acts, sizeof *acts, compare_acts);
  return terms;
}

static void
compare_story (const KliContractTerms *terms, const KliContractState *states)
{
  for (guint i = 0; i < N_DAYS - 130; i++)
    {
      KliDay since, changes_on, expected_since = KLI_DAY_NONE, expected_change = KLI_DAY_NONE;
      KliContractState state = kli_contract_state (terms, FIRST_DAY + (KliDay)i, &since, &changes_on);

      for (guint j = i; j > 0 && expected_since == KLI_DAY_NONE; j--)
        if (states[j - 1] != states[i])
          expected_since = FIRST_DAY + (KliDay)j;
      for (guint j = i + 1; j < N_DAYS && expected_change == KLI_DAY_NONE; j++)
        if (states[j] != states[i])
          expected_change = FIRST_DAY + (KliDay)j;
      if (changes_on >= FIRST_DAY + N_DAYS)
        changes_on = KLI_DAY_NONE; /* beyond what was lived through */
      if (state != states[i] || since != expected_since || changes_on != expected_change)
        g_error ("day %u: expected %s %d %d, found %s %d %d", i, kli_contract_state_id (states[i]), expected_since,
                 expected_change, kli_contract_state_id (state), since, changes_on);
    }
}

static void
test_random_stories (void)
{
  guint seen[KLI_N_CONTRACT_STATES] = { 0 };

  for (int story = 0; story < N_STORIES; story++)
    {
      KliAct acts[MAX_ACTS];
      KliContractState states[N_DAYS];
      KliContractTerms terms = random_terms (acts);

      live_through (&terms, FIRST_DAY, N_DAYS, states);
      compare_story (&terms, states);
      for (guint i = 0; i < N_DAYS; i++)
        seen[states[i]]++;
    }
  for (KliContractState state = 0; state < KLI_N_CONTRACT_STATES; state++)
    if (seen[state] == 0)
      g_error ("no story came to “%s”", kli_contract_state_id (state));
}

/* What is allowed changes the state (a first of two signatures may leave it), what is not allowed either changes
 * nothing on that day or harms a later act. */
static void
test_random_allowed (void)
{
  for (int story = 0; story < N_STORIES; story++)
    {
      KliAct acts[MAX_ACTS + 1];
      KliContractTerms terms = random_terms (acts);
      KliActKind kind = (KliActKind)g_test_rand_int_range (0, KLI_N_ACT_KINDS);
      KliDay last = terms.n_acts > 0 ? acts[terms.n_acts - 1].on : FIRST_DAY;
      KliDay day = last + g_test_rand_int_range (0, 60);
      KliContractState before = kli_contract_state (&terms, day, NULL, NULL);
      gboolean allowed = kli_contract_act_allowed (&terms, day, kind, NULL);
      KliContractState after;

      acts[terms.n_acts++] = (KliAct){ .kind = kind, .on = day, .ends_on = KLI_DAY_NONE };
      after = kli_contract_state (&terms, day, NULL, NULL);
      if (allowed != (before != after))
        g_error ("%s in %s: %s, and leads to %s", kli_act_kind_id (kind), kli_contract_state_id (before),
                 allowed ? "allowed" : "refused", kli_contract_state_id (after));
    }
}

/* The dates agree with the states they stand beside. */
static void
test_random_dates (void)
{
  for (int story = 0; story < N_STORIES; story++)
    {
      KliAct acts[MAX_ACTS];
      KliContractTerms terms = random_terms (acts);

      for (KliDay day = FIRST_DAY; day < FIRST_DAY + N_DAYS; day += 7)
        {
          KliContractDates dates = kli_contract_dates (&terms, day);
          KliContractState state = kli_contract_state (&terms, day, NULL, NULL);
          gboolean in_force = state == KLI_CONTRACT_STATE_ACTIVE || state == KLI_CONTRACT_STATE_SUSPENDED;

          g_assert_true ((dates.notice_ends_on != KLI_DAY_NONE) == (state == KLI_CONTRACT_STATE_NOTICE));
          g_assert_true ((dates.notice_today_ends != KLI_DAY_NONE) == in_force);
          g_assert_cmpint (dates.safe_notice, <=, dates.statutory_notice);
          g_assert_true (dates.notice_today_ends == KLI_DAY_NONE || dates.notice_today_ends >= day);
          if (in_force && dates.current_end != KLI_DAY_NONE)
            g_assert_cmpint (dates.current_end, >=, day);
          if (dates.next_end != KLI_DAY_NONE)
            g_assert_cmpint (dates.next_end, >, dates.current_end);
        }
    }
}

static void
test_words (void)
{
  KliContractState state;
  KliActKind act;
  KliRenewal renewal;
  KliNoticeUnit unit;
  KliNoticeRule rule;

  for (KliContractState i = 0; i < KLI_N_CONTRACT_STATES; i++)
    {
      g_assert_true (kli_contract_state_from_id (kli_contract_state_id (i), &state) && state == i);
      g_assert_cmpstr (kli_contract_state_name (i), !=, "");
    }
  for (KliActKind i = 0; i < KLI_N_ACT_KINDS; i++)
    {
      g_assert_true (kli_act_kind_from_id (kli_act_kind_id (i), &act) && act == i);
      g_assert_cmpstr (kli_act_kind_button (i), !=, kli_act_kind_done (i));
    }
  for (KliRenewal i = 0; i <= KLI_RENEWAL_AUTOMATIC_INDEFINITE; i++)
    g_assert_true (kli_renewal_from_id (kli_renewal_id (i), &renewal) && renewal == i);
  for (KliNoticeUnit i = 0; i <= KLI_NOTICE_UNIT_MONTHS; i++)
    g_assert_true (kli_notice_unit_from_id (kli_notice_unit_id (i), &unit) && unit == i);
  for (KliNoticeRule i = 0; i <= KLI_NOTICE_RULE_MONTH_END; i++)
    g_assert_true (kli_notice_rule_from_id (kli_notice_rule_id (i), &rule) && rule == i);
  g_assert_false (kli_act_kind_from_id ("amended", &act));
  g_assert_false (kli_contract_state_from_id (NULL, &state));
  g_assert_false (kli_renewal_from_id ("", &renewal));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contract/whole-life", test_whole_life);
  g_test_add_func ("/contract/sample-contracts", test_sample_contracts);
  g_test_add_func ("/contract/renewals-do-not-drift", test_renewals_do_not_drift);
  g_test_add_func ("/contract/becomes-indefinite", test_becomes_indefinite);
  g_test_add_func ("/contract/ends", test_ends);
  g_test_add_func ("/contract/unsigned", test_unsigned);
  g_test_add_func ("/contract/allowed", test_allowed);
  g_test_add_func ("/contract/random-stories", test_random_stories);
  g_test_add_func ("/contract/random-allowed", test_random_allowed);
  g_test_add_func ("/contract/random-dates", test_random_dates);
  g_test_add_func ("/contract/words", test_words);
  return g_test_run ();
}
