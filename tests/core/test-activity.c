/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What activities are called, times of the day, and which was the last. */
#include "core/kli-activity.h"

#include "core/kli-kinds.h"

#include <string.h>

static KliRow *
make (const char *channel, const char *direction, const char *day, const char *time)
{
  KliRow *activity = kli_row_new (&kli_activity_kind);

  kli_row_set_text (activity, KLI_ACTIVITY_CHANNEL, channel);
  kli_row_set_text (activity, KLI_ACTIVITY_DIRECTION, direction);
  kli_row_set_text (activity, KLI_ACTIVITY_ON_DAY, day);
  kli_row_set_text (activity, KLI_ACTIVITY_AT_TIME, time);

  return activity;
}

static void
test_times (void)
{
  static const char *const times[][2] = {
    { "9:05", "09:05" }, { "09.05", "09:05" }, { " 23:59 ", "23:59" }, { "0:00", "00:00" }, { "", "" },
    { "24:00", NULL },   { "9:60", NULL },     { "9", NULL },          { "9:5x", NULL },    { "-1:00", NULL },
    { "9:05:00", NULL }, { "noon", NULL },     { "123:00", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *time = kli_activity_parse_time (times[i][0]);

      g_test_message ("%s", times[i][0]);
      g_assert_cmpstr (time, ==, times[i][1]);
    }
}

/* Each channel has a name, and what comes in is called otherwise than what goes out, but for chats. */
static void
test_titles (void)
{
  for (guint i = 0; kli_activity_channels[i] != NULL; i++)
    {
      g_autoptr (KliRow) out = make (kli_activity_channels[i], "out", "", "");
      g_autoptr (KliRow) in = make (kli_activity_channels[i], "in", "", "");

      g_assert_cmpstr (kli_activity_channel_name (kli_activity_channels[i]), !=, kli_activity_channels[i]);
      if (i < 3)
        g_assert_cmpstr (kli_activity_title (out), !=, kli_activity_title (in));
    }
}

/* The newest by day and time, whatever the order; none that is to come, and none that the contact had no part in. */
static void
test_last (void)
{
  KliRow *contact = kli_row_new (&kli_contact_kind);
  g_autoptr (KliWhole) whole = kli_whole_new (contact);

  g_assert_null (kli_activity_last (whole, kli_day_parse ("2026-11-30")));
  kli_whole_take_part (whole, make ("call", "out", "2026-11-29", "09:00"));
  kli_whole_take_part (whole, make ("mail", "out", "2026-11-29", "10:00"));
  kli_whole_take_part (whole, make ("sms", "out", "2026-11-29", ""));
  kli_whole_take_part (whole, make ("letter", "out", "2026-12-01", ""));
  kli_whole_take_part (whole, make ("meeting", "", "2025-11-30", "23:00"));
  kli_whole_take_part (whole, make (KLI_ACTIVITY_HAND_OVER, "", "2026-11-30", ""));
  kli_whole_take_part (whole, make (KLI_ACTIVITY_DEPUTY, "", "2026-11-30", ""));
  g_assert_cmpstr (kli_row_get_text (kli_activity_last (whole, kli_day_parse ("2026-11-30")), KLI_ACTIVITY_CHANNEL), ==,
                   "mail");
  g_assert_cmpstr (kli_row_get_text (kli_activity_last (whole, kli_day_parse ("2026-12-01")), KLI_ACTIVITY_CHANNEL), ==,
                   "letter");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/activity/times", test_times);
  g_test_add_func ("/activity/titles", test_titles);
  g_test_add_func ("/activity/last", test_last);

  return g_test_run ();
}
