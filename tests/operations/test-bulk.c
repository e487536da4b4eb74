/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bulk change is the same edits one by one; its look counts what it does, and its undo leaves nothing behind. */
#include "operation-fixture.h"
#include "../store/store-fixture.h"

#include "core/kli-activity.h"
#include "operations/kli-act.h"
#include "operations/kli-bulk.h"
#include "operations/kli-staff.h"
#include "operations/kli-trash.h"

#include <string.h>

#define PEOPLE 24
#define IN_TRASH 4

/* Three of them are tagged, one is archived, one is party to a signed contract, one is in the trash. */
static KliAnswer *
add_people (Fixture *fixture)
{
  gint64 ids[PEOPLE];

  for (guint i = 0; i < PEOPLE; i++)
    {
      g_autofree char *line = g_strdup_printf ("name=Person %u ; note=%s ; job=%s", i, i % 3 == 0 ? "first" : "",
                                               i % 4 == 0 ? "clerk" : "");

      ids[i] = fixture_new (fixture, &kli_contact_kind, line);
      if (i < 3)
        fixture_set (fixture, &kli_contact_kind, ids[i], "tags+=vip");
    }
  fixture_run (fixture, kli_archive (&ids[3], 1));
  fixture_run (fixture, kli_trash (&kli_contact_kind, &ids[IN_TRASH], 1));

  return kli_answer_new (ids, PEOPLE);
}

/* Every contact that is there, in the trash or not, by its fields and tags but without ids and moments. */
static gpointer
print_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const KliAnswer *records = user_data;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < kli_answer_get_n_items (records); i++)
    {
      g_autoptr (KliWhole) whole
          = kli_whole_read (connection, &kli_contact_kind, kli_answer_get_id (records, i), error);
      const KliRow *root = kli_whole_get_root (whole);

      g_string_append_printf (text, "%s|%s|%s|%s|%d|%d|%u\n", kli_row_get_text (root, KLI_CONTACT_NAME),
                              kli_row_get_text (root, KLI_CONTACT_NOTE), kli_row_get_text (root, KLI_CONTACT_JOB),
                              kli_row_get_text (root, KLI_CONTACT_KIND),
                              kli_row_get_integer (root, KLI_CONTACT_ARCHIVED_AT) != 0, root->deleted_at != 0,
                              kli_whole_count_parts (whole, &kli_contact_tag_kind));
    }

  return g_string_free (text, FALSE);
}

static char *
print (Fixture *fixture, KliAnswer *records)
{
  g_autoptr (GError) error = NULL;
  char *text = kli_store_read (fixture->store, print_func, records, &error);

  g_assert_no_error (error);

  return text;
}

static gpointer
plan_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_bulk_plan (user_data, connection, cancellable, error);
}

/* The same with one record at a time, by the operations for one. */
static KliOperation *
one (const char *what, gint64 id)
{
  if (g_str_equal (what, "tag"))
    return kli_set_record (&kli_contact_kind, id, fixture_assign ("tags+=vip", NULL));
  if (g_str_equal (what, "untag"))
    return kli_set_record (&kli_contact_kind, id, fixture_assign ("tags-=vip", NULL));
  if (g_str_equal (what, "job"))
    return kli_set_field (&kli_contact_kind, id, "job", "clerk");
  if (g_str_equal (what, "archive"))
    return kli_archive (&id, 1);
  if (g_str_equal (what, "trash"))
    return kli_trash (&kli_contact_kind, &id, 1);

  return kli_untrash (&kli_contact_kind, &id, 1);
}

static KliBulk *
many (const char *what, KliAnswer *records)
{
  if (g_str_equal (what, "tag"))
    return kli_bulk_add_tag (records, "vip");
  if (g_str_equal (what, "untag"))
    return kli_bulk_remove_tag (records, "vip");
  if (g_str_equal (what, "job"))
    return kli_bulk_set_field (records, KLI_CONTACT_JOB, "clerk");
  if (g_str_equal (what, "archive"))
    return kli_bulk_archive (records, TRUE);
  if (g_str_equal (what, "trash"))
    return kli_bulk_trash (records);

  return kli_bulk_untrash (records);
}

/* Returns: (transfer full): what it looks like after the edits one by one, which are taken back again. */
static char *
one_by_one (Fixture *fixture, const char *what, KliAnswer *records)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (gint64));
  char *text;

  for (guint i = 0; i < kli_answer_get_n_items (records); i++)
    {
      gint64 id = kli_answer_get_id (records, i);
      g_autoptr (KliOperation) operation = NULL;
      gint64 edit;

      if (i == IN_TRASH && g_str_equal (what, "archive"))
        continue; /* many never reaches into the trash */
      operation = one (what, id);
      edit = kli_operation_run (operation, fixture->store, NULL);
      if (edit > 0)
        g_array_append_val (edits, edit);
    }
  text = print (fixture, records);
  for (guint i = edits->len; i > 0; i--)
    g_assert_cmpint (kli_undo (fixture->store, g_array_index (edits, gint64, i - 1), FALSE, NULL), >, 0);

  return text;
}

static void
test_same (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliAnswer) records = add_people (fixture);
  g_autofree char *before = print (fixture, records);
  g_autofree char *expected = one_by_one (fixture, data, records);
  g_autoptr (KliBulk) bulk = many (data, records);
  g_autoptr (KliBulkPlan) plan = kli_store_read (fixture->store, plan_func, bulk, NULL);
  g_autoptr (KliLongEdit) edit = NULL;
  g_autofree char *after = NULL;
  g_autofree char *restored = NULL;
  g_autoptr (GError) error = NULL;
  gint64 entry;

  g_assert_cmpuint (plan->n_changes + plan->n_same + plan->n_refused, ==, PEOPLE);
  g_assert_cmpuint (plan->n_changes, >, 0);
  edit = kli_bulk_begin (bulk, fixture->store);
  entry = kli_long_edit_run (edit, &error);
  g_assert_no_error (error);
  after = print (fixture, records);
  g_assert_cmpstr (after, ==, expected);

  g_clear_pointer (&plan, kli_bulk_plan_free);
  plan = kli_store_read (fixture->store, plan_func, bulk, NULL);
  g_assert_cmpuint (plan->n_changes, ==, 0);

  g_assert_cmpint (kli_undo (fixture->store, entry, FALSE, &error), >, 0);
  g_assert_no_error (error);
  restored = print (fixture, records);
  g_assert_cmpstr (restored, ==, before);
}

/* The same in batches: one entry, one undo. */
static void
test_batches (Fixture *fixture, gconstpointer data)
{
  kli_long_edit_tune (5, 5);
  test_same (fixture, data);
  kli_long_edit_tune (KLI_LONG_EDIT_MIN, KLI_LONG_EDIT_BATCH);
}

static void
test_note (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliAnswer) records = add_people (fixture);
  g_autoptr (KliBulk) bulk = kli_bulk_append_note (records, "second");
  g_autoptr (KliLongEdit) edit = kli_bulk_begin (bulk, fixture->store);

  g_assert_cmpint (kli_long_edit_run (edit, NULL), >, 0);
  fixture_assert_text (fixture, &kli_contact_kind, kli_answer_get_id (records, 0), KLI_CONTACT_NOTE, "first\nsecond");
  fixture_assert_text (fixture, &kli_contact_kind, kli_answer_get_id (records, 1), KLI_CONTACT_NOTE, "second");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliAnswer) records = add_people (fixture);
  gint64 party = kli_answer_get_id (records, 5);
  g_autofree char *line
      = g_strdup_printf ("kind=mandate ; title=Advice ; party+=self:A ; party+=%" G_GINT64_FORMAT ":B", party);
  gint64 contract = fixture_new (fixture, &kli_contract_kind, line);
  g_autoptr (KliBulk) bulk = kli_bulk_trash (records);
  g_autoptr (KliBulkPlan) plan = NULL;

  fixture_run (fixture, kli_act_on_contract (contract, KLI_ACT_SENT, fixture_assign ("on=2026-11-01", NULL)));
  fixture_run (fixture, kli_act_on_contract (contract, KLI_ACT_SIGNED, fixture_assign ("on=2026-11-02", NULL)));
  plan = kli_store_read (fixture->store, plan_func, bulk, NULL);
  g_assert_cmpuint (plan->n_same, ==, 1);
  g_assert_cmpuint (plan->n_refused, ==, 1);
  g_assert_cmpuint (plan->n_changes, ==, PEOPLE - 2);
  g_assert_nonnull (strstr (plan->reason, "Person 5"));
}

static void
assert_plan (Fixture *fixture, KliBulk *bulk, guint n_changes, guint n_same, guint n_refused)
{
  g_autoptr (KliBulkPlan) plan = kli_store_read (fixture->store, plan_func, bulk, NULL);

  g_assert_cmpuint (plan->n_changes, ==, n_changes);
  g_assert_cmpuint (plan->n_same, ==, n_same);
  g_assert_cmpuint (plan->n_refused, ==, n_refused);
}

static void
assert_field (Fixture *fixture, KliAnswer *records, KliContactColumn column, const char *value, guint n_refused)
{
  g_autoptr (KliBulk) bulk = kli_bulk_set_field (records, column, value);

  assert_plan (fixture, bulk, PEOPLE - n_refused, 0, n_refused);
}

/* What is refused for one contact is refused for many; names are nobody's in common. The one in the trash is always
 * refused. */
static void
test_fields_keep_their_rules (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliAnswer) records = add_people (fixture);

  assert_field (fixture, records, KLI_CONTACT_NAME, "", PEOPLE);
  assert_field (fixture, records, KLI_CONTACT_KIND, "organisation", PEOPLE);
  assert_field (fixture, records, KLI_CONTACT_COMPANY, "Studio", 1);
  assert_field (fixture, records, KLI_CONTACT_MANAGER, "12345", PEOPLE);
}

/* --- handing over ----------------------------------------------------------------------------------------- */

static gint64
hand_over (Fixture *fixture, KliAnswer *records, gint64 to, const char *note)
{
  g_autoptr (KliBulk) bulk = kli_bulk_hand_over (records, KLI_CONTACT_MANAGER, to, FIXTURE_TODAY, note);
  g_autoptr (KliLongEdit) edit = kli_bulk_begin (bulk, fixture->store);
  g_autoptr (GError) error = NULL;
  gint64 entry = kli_long_edit_run (edit, &error);

  g_assert_no_error (error);

  return entry;
}

static gpointer
list_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_staff_list_contacts (connection, *(const gint64 *)user_data, error);
}

static void
assert_looked_after (Fixture *fixture, gint64 staff_member, guint n)
{
  g_autoptr (KliAnswer) contacts = kli_store_read (fixture->store, list_func, &staff_member, NULL);

  g_assert_cmpuint (kli_answer_get_n_items (contacts), ==, n);
}

static void
assert_activities (Fixture *fixture, gint64 contact, KliActivityColumn column, const char *expected)
{
  fixture_assert_parts (fixture, &kli_contact_kind, contact, &kli_activity_kind, column, expected);
}

/* Everybody goes to Kamil, then from Kamil to Iga, then to nobody; those that change hands, and only they, get an
 * activity that says so, and their notes stay. */
static void
test_hand_over (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliAnswer) records = add_people (fixture);
  gint64 kamil = fixture_new (fixture, &kli_staff_member_kind, "name=Kamil");
  gint64 iga = fixture_new (fixture, &kli_staff_member_kind, "name=Iga");
  gint64 first = kli_answer_get_id (records, 0);
  g_autoptr (KliAnswer) theirs = NULL;
  gint64 entries[3] = { hand_over (fixture, records, kamil, " urlop ") };

  assert_looked_after (fixture, kamil, PEOPLE - 1);
  assert_activities (fixture, first, KLI_ACTIVITY_NOTE, "urlop");
  assert_activities (fixture, first, KLI_ACTIVITY_ON_DAY, "2026-11-22");
  assert_activities (fixture, first, KLI_ACTIVITY_CHANNEL, KLI_ACTIVITY_HAND_OVER);
  assert_activities (fixture, kli_answer_get_id (records, PEOPLE - 1), KLI_ACTIVITY_NOTE, "urlop");
  assert_activities (fixture, kli_answer_get_id (records, IN_TRASH), KLI_ACTIVITY_NOTE, "");
  g_assert_cmpint (hand_over (fixture, records, kamil, "nic"), ==, 0);

  theirs = kli_store_read (fixture->store, list_func, &kamil, NULL);
  entries[1] = hand_over (fixture, theirs, iga, NULL);
  assert_looked_after (fixture, kamil, 0);
  assert_looked_after (fixture, iga, PEOPLE - 1);
  entries[2] = hand_over (fixture, records, 0, NULL);
  assert_looked_after (fixture, iga, 0);
  assert_activities (fixture, first, KLI_ACTIVITY_SUBJECT, "Iga → —|Kamil → Iga|— → Kamil");
  fixture_assert_text (fixture, &kli_contact_kind, first, KLI_CONTACT_NOTE, "first");
  for (guint i = 3; i > 0; i--)
    g_assert_cmpint (kli_undo (fixture->store, entries[i - 1], FALSE, NULL), >, 0);
  assert_looked_after (fixture, kamil, 0);
  assert_activities (fixture, first, KLI_ACTIVITY_SUBJECT, "");
}

static void
assert_staff (Fixture *fixture, gint64 contact, gint64 manager, gint64 deputy, const char *subjects)
{
  g_autoptr (KliWhole) whole = fixture_read (fixture, &kli_contact_kind, contact);

  g_assert_cmpint (kli_row_get_integer (kli_whole_get_root (whole), KLI_CONTACT_MANAGER), ==, manager);
  g_assert_cmpint (kli_row_get_integer (kli_whole_get_root (whole), KLI_CONTACT_DEPUTY), ==, deputy);
  assert_activities (fixture, contact, KLI_ACTIVITY_SUBJECT, subjects);
}

/* Whatever somebody is for a contact, the other one is instead, and nobody is both. */
static void
test_hand_over_of_deputies (Fixture *fixture, gconstpointer data)
{
  gint64 kamil = fixture_new (fixture, &kli_staff_member_kind, "name=Kamil");
  gint64 iga = fixture_new (fixture, &kli_staff_member_kind, "name=Iga");
  gint64 zofia = fixture_new (fixture, &kli_staff_member_kind, "name=Zofia");
  gint64 ids[] = { fixture_new (fixture, &kli_contact_kind, "name=A ; manager=Kamil ; deputy=Iga"),
                   fixture_new (fixture, &kli_contact_kind, "name=B ; manager=Iga ; deputy=Kamil"),
                   fixture_new (fixture, &kli_contact_kind, "name=C ; manager=Zofia ; deputy=Kamil"),
                   fixture_new (fixture, &kli_contact_kind, "name=D ; manager=Zofia") };
  g_autoptr (KliAnswer) all = kli_answer_new (ids, G_N_ELEMENTS (ids));
  g_autoptr (KliBulk) leaving = kli_bulk_hand_over_from (all, kamil, iga, FIXTURE_TODAY, "odchodzi");
  g_autoptr (KliBulk) standing_in = kli_bulk_hand_over (all, KLI_CONTACT_DEPUTY, zofia, FIXTURE_TODAY, NULL);
  g_autoptr (KliLongEdit) edit = NULL;

  assert_looked_after (fixture, kamil, 3);
  assert_plan (fixture, standing_in, 2, 0, 2);
  assert_plan (fixture, leaving, 3, 1, 0);
  edit = kli_bulk_begin (leaving, fixture->store);
  g_assert_cmpint (kli_long_edit_run (edit, NULL), >, 0);
  assert_looked_after (fixture, kamil, 0);
  assert_staff (fixture, ids[0], iga, 0, "Kamil → Iga");
  assert_staff (fixture, ids[1], iga, 0, "Kamil → —");
  assert_staff (fixture, ids[2], zofia, iga, "Kamil → Iga");
  assert_staff (fixture, ids[3], zofia, 0, "");
  assert_activities (fixture, ids[0], KLI_ACTIVITY_CHANNEL, KLI_ACTIVITY_HAND_OVER);
  assert_activities (fixture, ids[1], KLI_ACTIVITY_CHANNEL, KLI_ACTIVITY_DEPUTY);
  assert_activities (fixture, ids[2], KLI_ACTIVITY_NOTE, "odchodzi");
}

/* Whether a bulk change that a program left can be gone on with. */
static gboolean
can_continue (Fixture *fixture, const char *name, const char *text)
{
  gint64 id = 1;
  g_autoptr (GVariant) job = g_variant_ref_sink (g_variant_new (
      "(ssx@ax)", name, text, (gint64)2, g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, &id, 1, sizeof id)));
  KliHistoryEntry entry = { .id = 3, .verb = (char *)"bulk-manager", .state = (char *)"running" };
  KliUnfinished unfinished = { .entry = &entry, .work = (char *)"bulk", .job = job, .total = 1 };
  g_autoptr (KliLongEdit) edit = kli_continue_unfinished (fixture->store, &unfinished);

  return edit != NULL;
}

/* What an older program began, whose text was another one, can only be taken back. */
static void
test_unfinished (Fixture *fixture, gconstpointer data)
{
  g_assert_true (can_continue (fixture, "hand-over", "2026-11-22"));
  g_assert_true (can_continue (fixture, "deputise", "2026-11-22urlop"));
  g_assert_true (can_continue (fixture, "hand-over-from", "2026-11-2217 urlop"));
  g_assert_true (can_continue (fixture, "note", "urlop"));
  g_assert_false (can_continue (fixture, "hand-over", ""));
  g_assert_false (can_continue (fixture, "hand-over", "urlop"));
  g_assert_false (can_continue (fixture, "hand-over", "2026-13-22urlop"));
  g_assert_false (can_continue (fixture, "hand-over-from", "2026-11-22"));
  g_assert_false (can_continue (fixture, "hand-over-from", "2026-11-2217"));
}

/* Who works here no more keeps their contacts, and gets no new ones; nor does somebody who is not there. */
static void
test_hand_over_is_checked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliAnswer) records = add_people (fixture);
  gint64 kamil = fixture_new (fixture, &kli_staff_member_kind, "name=Kamil");
  g_autoptr (KliBulk) to_kamil = kli_bulk_hand_over (records, KLI_CONTACT_MANAGER, kamil, FIXTURE_TODAY, NULL);
  g_autoptr (KliBulk) to_nobody_known = kli_bulk_hand_over (records, KLI_CONTACT_MANAGER, 12345, FIXTURE_TODAY, NULL);

  assert_plan (fixture, to_kamil, PEOPLE - 1, 0, 1);
  assert_plan (fixture, to_nobody_known, 0, 0, PEOPLE);
  fixture_run (fixture, kli_deactivate_staff (kamil));
  assert_plan (fixture, to_kamil, 0, 0, PEOPLE);
  g_assert_cmpint (hand_over (fixture, records, kamil, NULL), ==, 0);
}

int
main (int argc, char **argv)
{
  static const char *const whats[] = { "tag", "untag", "job", "archive", "trash", "untrash" };

  store_fixture_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (whats); i++)
    {
      g_autofree char *path = g_strdup_printf ("/operations/bulk/same/%s", whats[i]);
      g_autofree char *in_batches = g_strdup_printf ("/operations/bulk/batches/%s", whats[i]);

      g_test_add (path, Fixture, whats[i], fixture_set_up, test_same, fixture_tear_down);
      g_test_add (in_batches, Fixture, whats[i], fixture_set_up, test_batches, fixture_tear_down);
    }
  g_test_add ("/operations/bulk/note", Fixture, NULL, fixture_set_up, test_note, fixture_tear_down);
  g_test_add ("/operations/bulk/fields-keep-their-rules", Fixture, NULL, fixture_set_up, test_fields_keep_their_rules,
              fixture_tear_down);
  g_test_add ("/operations/bulk/hand-over", Fixture, NULL, fixture_set_up, test_hand_over, fixture_tear_down);
  g_test_add ("/operations/bulk/hand-over-is-checked", Fixture, NULL, fixture_set_up, test_hand_over_is_checked,
              fixture_tear_down);
  g_test_add ("/operations/bulk/hand-over-of-deputies", Fixture, NULL, fixture_set_up, test_hand_over_of_deputies,
              fixture_tear_down);
  g_test_add ("/operations/bulk/unfinished", Fixture, NULL, fixture_set_up, test_unfinished, fixture_tear_down);
  g_test_add ("/operations/bulk/refused", Fixture, NULL, fixture_set_up, test_refused, fixture_tear_down);

  return g_test_run ();
}
