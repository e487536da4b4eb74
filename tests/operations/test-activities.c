/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Activities: written down, changed, refused, taken back, and moved when two cards become one. */
#include "operation-fixture.h"
#include "../store/store-fixture.h"

#include "operations/kli-merge.h"

#define CONTACT (&kli_contact_kind)
#define ACTIVITY (&kli_activity_kind)

static void
test_written_down (Fixture *fixture, gconstpointer data)
{
  gint64 staff = fixture_new (fixture, &kli_staff_member_kind, "name=Ewa Szulc");
  gint64 id = fixture_new (fixture, CONTACT, "name=Anna");
  g_autoptr (KliWhole) whole = NULL;

  fixture_set (fixture, CONTACT, id, "activity+=call|in|2026-11-20|9.05|Faktura|Ewa Szulc|Pyta o termin | i rabat");
  fixture_set (fixture, CONTACT, id, "activity+=mail|out|2026-11-21");
  fixture_set (fixture, CONTACT, id, "activity+=meeting||2026-11-20|17:30");
  /* The newest first. */
  fixture_assert_parts (fixture, CONTACT, id, ACTIVITY, KLI_ACTIVITY_CHANNEL, "mail|meeting|call");
  fixture_assert_parts (fixture, CONTACT, id, ACTIVITY, KLI_ACTIVITY_AT_TIME, "|17:30|09:05");
  fixture_assert_parts (fixture, CONTACT, id, ACTIVITY, KLI_ACTIVITY_NOTE, "||Pyta o termin | i rabat");
  whole = fixture_read (fixture, CONTACT, id);
  g_assert_cmpint (kli_row_get_integer (kli_whole_get_part (whole, ACTIVITY, 2), KLI_ACTIVITY_STAFF), ==, staff);
  g_assert_cmpstr (kli_whole_get_name (whole, staff), ==, "Ewa Szulc");

  /* Twice the same is once. */
  g_assert_cmpint (fixture_set (fixture, CONTACT, id, "activity+=mail|out|2026-11-21"), ==, 0);
  fixture_set (fixture, CONTACT, id, "activities.0.subject=Umowa ; activities.0.day=2026-11-19");
  fixture_assert_parts (fixture, CONTACT, id, ACTIVITY, KLI_ACTIVITY_SUBJECT, "|Faktura|Umowa");
  fixture_set (fixture, CONTACT, id, "activities.0.staff=Ewa Szulc");
  fixture_assert_parts (fixture, CONTACT, id, ACTIVITY, KLI_ACTIVITY_CHANNEL, "meeting|call|mail");
  fixture_set (fixture, CONTACT, id, "activities.0.staff=");
  fixture_set (fixture, CONTACT, id, "activities.1=");
  fixture_assert_parts (fixture, CONTACT, id, ACTIVITY, KLI_ACTIVITY_CHANNEL, "meeting|mail");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const char *const lines[] = { "activity+=fax",
                                       "activity+=call|up",
                                       "activity+=call|out|yesterday",
                                       "activity+=call|out|2199-01-01",
                                       "activity+=call|out|2026-11-20|25:00",
                                       "activities.0.day=",
                                       "activities.0.day=2199-01-01",
                                       "activities.0.time=noon" };
  gint64 id = fixture_new (fixture, CONTACT, "name=Anna ; activity+=call|out|2026-11-20");

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    fixture_refuse_set (fixture, CONTACT, id, lines[i], KLI_OPERATION_ERROR_INVALID);
  fixture_refuse_set (fixture, CONTACT, id, "activities.0.staff=Nobody", KLI_OPERATION_ERROR_NOT_FOUND);
  fixture_refuse_set (fixture, CONTACT, id, "activities.0.staff=5", KLI_OPERATION_ERROR_NOT_FOUND);
  fixture_refuse_set (fixture, CONTACT, id, "activity+=call|out||||Nobody", KLI_OPERATION_ERROR_NOT_FOUND);
  fixture_assert_parts (fixture, CONTACT, id, ACTIVITY, KLI_ACTIVITY_ON_DAY, "2026-11-20");
}

/* All of both; what was written down on both cards is one. */
static void
test_merge (Fixture *fixture, gconstpointer data)
{
  gint64 anna = fixture_new (fixture, CONTACT, "name=Anna ; activity+=call|out|2026-11-20|09:00|Faktura");
  gint64 other = fixture_new (fixture, CONTACT,
                              "name=Anna L. ; activity+=call|out|2026-11-20|09:00|Faktura ; "
                              "activity+=sms|in|2026-11-21");
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (guint));

  fixture_run (fixture, kli_merge_contacts (anna, other, nothing));
  fixture_assert_parts (fixture, CONTACT, anna, ACTIVITY, KLI_ACTIVITY_CHANNEL, "sms|call");
  fixture_run (fixture, kli_unmerge_contact (other));
  fixture_assert_parts (fixture, CONTACT, anna, ACTIVITY, KLI_ACTIVITY_CHANNEL, "call");
  fixture_assert_parts (fixture, CONTACT, other, ACTIVITY, KLI_ACTIVITY_CHANNEL, "sms|call");
}

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);
#define ADD(name, func) g_test_add ("/activities/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("written-down", test_written_down);
  ADD ("refused", test_refused);
  ADD ("merge", test_merge);

  return g_test_run ();
}
