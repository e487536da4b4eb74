/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers of contracts and the days in samples: pure rules. */
#include "operations/kli-number.h"
#include "operations/kli-sample-text.h"

static void
test_next_number (void)
{
  static const struct
  {
    const char *numbers[5];
    const char *country;
    const char *expected;
  } cases[] = {
    { { NULL }, "PL", "UM/2026/001" },
    { { NULL }, "ID", "001/PJ/XI/2026" },
    { { NULL }, "", "2026/001" },
    { { "UM/2026/020", "UM/2026/004", NULL }, "PL", "UM/2026/021" },
    { { "UM/2026/004", "UM/2026/020", NULL }, "PL", "UM/2026/021" },
    { { "UM/2025/030", NULL }, "PL", "UM/2026/001" },
    { { "UM/2026/009", "ZL/2026/044", NULL }, "PL", "UM/2026/010" },
    { { "UM/2026/999", NULL }, "PL", "UM/2026/1000" },
    { { "013/PJ/X/2026", "002/PKS/I/2026", NULL }, "ID", "014/PJ/XI/2026" },
    { { "7", NULL }, "PL", "8" },
    { { "no digits", "A-12", NULL }, "PL", "A-13" },
    { { "no digits", NULL }, "PL", "UM/2026/001" },
    { { "Umowa nr 3 z 2026", NULL }, "PL", "Umowa nr 4 z 2026" },
    { { "łąka 12/26", NULL }, "PL", "łąka 12/27" },
    { { "12345678901234567890", NULL }, "PL", "UM/2026/001" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *next = kli_number_next (cases[i].numbers, kli_day_new (2026, 11, 22), cases[i].country);

      g_assert_cmpstr (next, ==, cases[i].expected);
    }
}

static void
test_sample_days (void)
{
  static const struct
  {
    const char *expression;
    const char *expected;
  } cases[] = {
    { "D", "2026-11-22" },
    { "D-2600", "2019-10-10" },
    { "D-41", "2026-10-12" },
    { "D+38", "2026-12-30" },
    { "D-9", "2026-11-13" },
    { "Ms", "2026-11-01" },
    { "Me", "2026-11-30" },
    { "M+1e", "2026-12-31" },
    { "M+3e", "2027-02-28" },
    { "M-10s", "2026-01-01" },
    { "M-1s+11", "2026-10-12" },
    { "M-8s-3", "2026-02-26" },
    { "", "" },
    { "X", "" },
    { "M", "" },
    { "D+", "" },
    { "D4", "" },
    { "Mx", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *day = kli_day_to_string (kli_sample_day (cases[i].expression, kli_day_new (2026, 11, 22)));

      g_assert_cmpstr (day, ==, cases[i].expected);
    }
}

static void
test_sample_expand (void)
{
  static const struct
  {
    const char *text;
    const char *expected; /* NULL: makes no sense */
  } cases[] = {
    { "on={D-41}", "on=2026-10-12" },
    { "UM/{Y:D-2600}/007", "UM/2019/007" },
    { "014/PJ/{R:D}/{Y:D}", "014/PJ/XI/2026" },
    { "party+=@P1:Strona", "party+=17:Strona" },
    { "biuro@example.com", "biuro@example.com" },
    { "@P2", NULL },
    { "{D", NULL },
    { "{Q:D}", NULL },
    { "{yesterday}", NULL },
  };
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gint64 id = 17;

  g_hash_table_insert (names, g_strdup ("P1"), g_memdup2 (&id, sizeof id));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *expanded = kli_sample_expand (cases[i].text, kli_day_new (2026, 11, 22), names);

      g_assert_cmpstr (expanded, ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/next", test_next_number);
  g_test_add_func ("/sample-text/days", test_sample_days);
  g_test_add_func ("/sample-text/expand", test_sample_expand);

  return g_test_run ();
}
