/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field that is edited in place: typing is never overwritten, and nothing typed is lost. */
#include "model/kli-field.h"

static KliField *
field_with (const char *stored)
{
  KliField *field = kli_field_new ();

  kli_field_set_stored (field, stored);

  return field;
}

static void
test_clean_follows_the_record (void)
{
  g_autoptr (KliField) field = field_with ("one");

  kli_field_set_stored (field, "two");
  g_assert_cmpstr (kli_field_get_text (field), ==, "two");
  g_assert_cmpint (kli_field_leave (field), ==, KLI_FIELD_NOTHING);
}

static void
test_typing_is_not_overwritten (void)
{
  g_autoptr (KliField) field = field_with ("one");

  kli_field_set_text (field, "mine");
  kli_field_set_stored (field, "theirs");
  g_assert_cmpstr (kli_field_get_text (field), ==, "mine");
  g_assert_cmpint (kli_field_leave (field), ==, KLI_FIELD_ASK);

  kli_field_take_theirs (field);
  g_assert_cmpstr (kli_field_get_text (field), ==, "theirs");
  g_assert_cmpint (kli_field_get_state (field), ==, KLI_FIELD_CLEAN);
}

static void
test_keep_mine_sends (void)
{
  g_autoptr (KliField) field = field_with ("one");

  kli_field_set_text (field, "mine");
  kli_field_set_stored (field, "theirs");
  kli_field_keep_mine (field);
  g_assert_cmpint (kli_field_get_state (field), ==, KLI_FIELD_SENT);
  kli_field_acknowledge (field, NULL);
  g_assert_cmpstr (kli_field_get_text (field), ==, "mine");
}

static void
test_both_typed_the_same (void)
{
  g_autoptr (KliField) field = field_with ("one");

  kli_field_set_text (field, "two");
  kli_field_set_stored (field, "two");
  g_assert_cmpint (kli_field_get_state (field), ==, KLI_FIELD_CLEAN);
}

static void
test_sent_and_acknowledged (void)
{
  g_autoptr (KliField) field = field_with ("512345678");

  kli_field_set_text (field, "512 345 679");
  g_assert_cmpint (kli_field_leave (field), ==, KLI_FIELD_SEND);
  g_assert_cmpint (kli_field_leave (field), ==, KLI_FIELD_NOTHING);
  kli_field_acknowledge (field, NULL);
  g_assert_cmpint (kli_field_get_state (field), ==, KLI_FIELD_CLEAN);
  g_assert_cmpstr (kli_field_get_text (field), ==, "512 345 679");
}

/* The announcement of the change comes before the acknowledgement, with the value as it was normalised. */
static void
test_announced_before_acknowledged (void)
{
  g_autoptr (KliField) field = field_with ("a");

  kli_field_set_text (field, " b ");
  g_assert_cmpint (kli_field_leave (field), ==, KLI_FIELD_SEND);
  kli_field_set_stored (field, "b");
  g_assert_cmpstr (kli_field_get_text (field), ==, " b ");
  kli_field_acknowledge (field, NULL);
  g_assert_cmpstr (kli_field_get_text (field), ==, "b");
}

static void
test_refused_stays (void)
{
  g_autoptr (KliField) field = field_with ("1980-02-03");

  kli_field_set_text (field, "30 February");
  kli_field_leave (field);
  kli_field_acknowledge (field, "There is no such day.");
  g_assert_cmpint (kli_field_get_state (field), ==, KLI_FIELD_DIRTY);
  g_assert_cmpstr (kli_field_get_text (field), ==, "30 February");
  g_assert_cmpstr (kli_field_get_problem (field), ==, "There is no such day.");

  kli_field_set_text (field, "3 February");
  g_assert_null (kli_field_get_problem (field));
}

static void
test_typed_on_while_sent (void)
{
  g_autoptr (KliField) field = field_with ("a");

  kli_field_set_text (field, "b");
  kli_field_leave (field);
  kli_field_set_text (field, "bc");
  kli_field_set_stored (field, "b");
  kli_field_acknowledge (field, NULL);
  g_assert_cmpint (kli_field_get_state (field), ==, KLI_FIELD_DIRTY);
  g_assert_cmpstr (kli_field_get_text (field), ==, "bc");
  g_assert_cmpint (kli_field_leave (field), ==, KLI_FIELD_SEND);
}

/* The record reads itself anew only after the acknowledgement. */
static void
test_typed_on_and_told_later (void)
{
  g_autoptr (KliField) field = field_with ("a");

  kli_field_set_text (field, "b");
  kli_field_leave (field);
  kli_field_set_text (field, "bc");
  kli_field_acknowledge (field, NULL);
  kli_field_set_stored (field, "b");
  g_assert_cmpint (kli_field_leave (field), ==, KLI_FIELD_SEND);
  kli_field_acknowledge (field, NULL);
  g_assert_cmpstr (kli_field_get_text (field), ==, "bc");
  kli_field_set_text (field, "d");
  kli_field_set_stored (field, "theirs");
  g_assert_cmpint (kli_field_leave (field), ==, KLI_FIELD_ASK);
}

static void
test_sent_twice (void)
{
  g_autoptr (KliField) field = field_with ("a");

  kli_field_set_text (field, "b");
  kli_field_leave (field);
  kli_field_set_text (field, "c");
  g_assert_cmpint (kli_field_leave (field), ==, KLI_FIELD_SEND);
  kli_field_acknowledge (field, NULL); /* of b */
  g_assert_cmpint (kli_field_get_state (field), ==, KLI_FIELD_SENT);
  kli_field_set_stored (field, "b");
  g_assert_cmpstr (kli_field_get_text (field), ==, "c");
  kli_field_acknowledge (field, NULL);
  g_assert_cmpint (kli_field_get_state (field), ==, KLI_FIELD_CLEAN);
  g_assert_cmpstr (kli_field_get_text (field), ==, "c");
}

/* Left between the announcement of the first value and its acknowledgement. */
static void
test_left_while_awaited (void)
{
  g_autoptr (KliField) field = field_with ("a");

  kli_field_set_text (field, "b");
  kli_field_leave (field);
  kli_field_set_text (field, "c");
  kli_field_set_stored (field, "b");
  g_assert_cmpint (kli_field_leave (field), ==, KLI_FIELD_SEND);
  kli_field_acknowledge (field, NULL);
  kli_field_acknowledge (field, "No.");
  g_assert_cmpint (kli_field_get_state (field), ==, KLI_FIELD_DIRTY);
  g_assert_cmpstr (kli_field_get_text (field), ==, "c");
}

static void
test_revert (void)
{
  g_autoptr (KliField) field = field_with ("a");

  kli_field_set_text (field, "b");
  kli_field_revert (field);
  g_assert_cmpstr (kli_field_get_text (field), ==, "a");
  g_assert_cmpint (kli_field_leave (field), ==, KLI_FIELD_NOTHING);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field/clean-follows-the-record", test_clean_follows_the_record);
  g_test_add_func ("/field/typing-is-not-overwritten", test_typing_is_not_overwritten);
  g_test_add_func ("/field/keep-mine-sends", test_keep_mine_sends);
  g_test_add_func ("/field/both-typed-the-same", test_both_typed_the_same);
  g_test_add_func ("/field/sent-and-acknowledged", test_sent_and_acknowledged);
  g_test_add_func ("/field/announced-before-acknowledged", test_announced_before_acknowledged);
  g_test_add_func ("/field/refused-stays", test_refused_stays);
  g_test_add_func ("/field/typed-on-while-sent", test_typed_on_while_sent);
  g_test_add_func ("/field/typed-on-and-told-later", test_typed_on_and_told_later);
  g_test_add_func ("/field/sent-twice", test_sent_twice);
  g_test_add_func ("/field/left-while-awaited", test_left_while_awaited);
  g_test_add_func ("/field/revert", test_revert);

  return g_test_run ();
}
