/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tags, staff and account managers, segments: their rules, and that every one of their edits goes back. */
#include "operation-fixture.h"

#include "../store/record-fixture.h"
#include "../store/store-fixture.h"
#include "operations/kli-catalogue.h"
#include "operations/kli-segments.h"
#include "operations/kli-staff.h"
#include "operations/kli-tags.h"
#include "operations/kli-trash.h"
#include "operations/kli-verbs.h"
#include "store/kli-connection-private.h"
#include "store/kli-history.h"

#include <string.h>

#define CONTACT (&kli_contact_kind)
#define TAG (&kli_tag_kind)
#define STAFF (&kli_staff_member_kind)
#define SEGMENT (&kli_segment_kind)

/* --- everything that is there, as text ------------------------------------------------------------- */

static void
append_row (GString *text, const KliRow *row)
{
  g_string_append_printf (text, "%s %" G_GINT64_FORMAT, row->kind->name, row->id);
  for (guint i = 0; i < row->kind->n_columns; i++)
    if (kli_row_is_text (row, i))
      g_string_append_printf (text, "|%s", kli_row_get_text (row, i));
    else
      g_string_append_printf (text, "|%" G_GINT64_FORMAT, kli_row_get_integer (row, i));
  g_string_append_c (text, '\n');
}

static gpointer
describe_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; kli_kinds[i] != NULL; i++)
    {
      g_autoptr (KliStatement) rows = kli_connection_lend_rows (connection, kli_kinds[i]->name, NULL);

      while (kli_statement_step (rows, NULL))
        {
          g_autoptr (KliRow) row = kli_statement_get_row (rows, 0, kli_kinds[i]);

          if (row->deleted_at == 0)
            append_row (text, row);
        }
    }

  return g_string_free (text, FALSE);
}

static char *
describe (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *text = kli_store_read (fixture->store, describe_func, NULL, &error);

  g_assert_no_error (error);

  return text;
}

/* Does it, looks that the history calls it @title, takes it back and does it again. */
static void
do_and_undo (Fixture *fixture, KliOperation *operation, const char *title)
{
  g_autofree char *before = describe (fixture);
  gint64 edit = fixture_run (fixture, operation);
  g_autofree char *after = describe (fixture);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *called = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KliUndoPlan) plan = kli_undo_plan (fixture->store, KLI_UNDO_NEWEST, 0, &error);
  gint64 undo;

  g_assert_no_error (error);
  g_assert_cmpint (plan->entry->id, ==, edit);
  called = kli_verb_title (plan->entry->verb, plan->entry->subject_name, 0);
  g_assert_cmpstr (called, ==, title);
  g_assert_cmpstr (before, !=, after);

  undo = kli_undo (fixture->store, edit, FALSE, &error);
  g_assert_no_error (error);
  undone = describe (fixture);
  g_assert_cmpstr (undone, ==, before);
  g_assert_cmpint (kli_undo (fixture->store, undo, FALSE, &error), >, 0);
  g_assert_no_error (error);
  redone = describe (fixture);
  g_assert_cmpstr (redone, ==, after);
}

/* "name=2 name=0": what the list shows, with the numbers of contacts. */
static void
assert_list (Fixture *fixture, const KliKind *kind, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = kli_store_read (fixture->store, kli_catalogue_read_func, (gpointer)kind, &error);
  g_autoptr (GString) shown = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      const KliCatalogueEntry *entry = g_ptr_array_index (entries, i);

      g_string_append_printf (shown, "%s%s=%u", i > 0 ? " " : "", kli_catalogue_entry_get_name (entry),
                              entry->n_contacts);
    }
  g_assert_cmpstr (shown->str, ==, expected);
}

static gint64
find (Fixture *fixture, const KliKind *kind, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = kli_store_read (fixture->store, kli_catalogue_read_func, (gpointer)kind, &error);

  for (guint i = 0; i < entries->len; i++)
    if (g_str_equal (kli_catalogue_entry_get_name (g_ptr_array_index (entries, i)), name))
      return ((const KliCatalogueEntry *)g_ptr_array_index (entries, i))->row->id;
  g_error ("There is no %s called %s", kind->name, name);
}

/* "vip|targi": the tags of a contact. */
static void
assert_tags (Fixture *fixture, gint64 contact, const char *expected)
{
  g_autoptr (KliWhole) whole = fixture_read (fixture, CONTACT, contact);
  g_autoptr (GString) shown = g_string_new (NULL);
  const KliRow *part;

  for (guint n = 0; (part = kli_whole_get_part (whole, &kli_contact_tag_kind, n)) != NULL; n++)
    g_string_append_printf (shown, "%s%s", n > 0 ? "|" : "",
                            kli_whole_get_name (whole, kli_row_get_integer (part, KLI_CONTACT_TAG_TAG)));
  g_assert_cmpstr (shown->str, ==, expected);
}

static void
assert_manager (Fixture *fixture, gint64 contact, const char *expected)
{
  g_autoptr (KliWhole) whole = fixture_read (fixture, CONTACT, contact);
  gint64 manager = kli_row_get_integer (kli_whole_get_root (whole), KLI_CONTACT_MANAGER);

  g_assert_cmpstr (kli_whole_get_name (whole, manager), ==, expected);
}

/* --- tags --------------------------------------------------------------------------------------------- */

static KliOperation *
set_one (const KliKind *kind, gint64 id, const char *assignment)
{
  return kli_set_record (kind, id, fixture_assign (assignment, NULL));
}

static void
test_tags_go_back (Fixture *fixture, gconstpointer data)
{
  gint64 ewa = fixture_new (fixture, CONTACT, "name=Ewa ; tags+=vip ; tags+=targi");
  gint64 jan = fixture_new (fixture, CONTACT, "name=Jan ; tags+=targi");
  gint64 vip = find (fixture, TAG, "vip");
  gint64 fair = find (fixture, TAG, "targi");

  assert_list (fixture, TAG, "targi=2 vip=1");
  do_and_undo (fixture, set_one (CONTACT, jan, "tags+=nowa"), "Tagged contact “Jan”");
  do_and_undo (fixture, set_one (CONTACT, jan, "tags-=nowa"), "Removed a tag of contact “Jan”");
  do_and_undo (fixture, kli_create_record (TAG, fixture_assign ("name=Ćma", "colour=red", NULL)),
               "Added the tag “Ćma”");
  assert_list (fixture, TAG, "Ćma=0 nowa=0 targi=2 vip=1");
  do_and_undo (fixture, set_one (TAG, vip, "name=VIP"), "Renamed a tag to “VIP”");
  do_and_undo (fixture, set_one (TAG, vip, "colour=blue"), "Changed the colour of the tag “VIP”");
  assert_tags (fixture, ewa, "VIP|targi");

  do_and_undo (fixture, kli_merge_tags (fair, vip), "Merged a tag into the tag “VIP”");
  assert_tags (fixture, ewa, "VIP");
  assert_tags (fixture, jan, "VIP");
  assert_list (fixture, TAG, "Ćma=0 nowa=0 VIP=2");

  do_and_undo (fixture, kli_trash (TAG, &vip, 1), "Deleted the tag “VIP”");
  assert_tags (fixture, ewa, "");
  do_and_undo (fixture, kli_untrash (TAG, &vip, 1), "Restored the tag “VIP”");
  assert_tags (fixture, ewa, "VIP");
}

static void
test_tags_are_checked (Fixture *fixture, gconstpointer data)
{
  gint64 ewa = fixture_new (fixture, CONTACT, "name=Ewa ; tags+=Łódź");
  gint64 lodz = find (fixture, TAG, "Łódź");
  gint64 other = fixture_new (fixture, TAG, "name=inna");

  fixture_refuse (fixture, kli_create_record (TAG, fixture_assign ("name=lodz", NULL)), KLI_OPERATION_ERROR_INVALID);
  fixture_refuse (fixture, kli_create_record (TAG, fixture_assign ("colour=red", NULL)), KLI_OPERATION_ERROR_INVALID);
  fixture_refuse_set (fixture, TAG, lodz, "name= ", KLI_OPERATION_ERROR_INVALID);
  fixture_refuse_set (fixture, TAG, lodz, "name=INNA", KLI_OPERATION_ERROR_INVALID);
  fixture_refuse_set (fixture, TAG, lodz, "colour=#ff0000", KLI_OPERATION_ERROR_INVALID);
  g_assert_cmpint (fixture_set (fixture, TAG, lodz, "name=ŁÓDŹ"), >, 0);
  g_assert_cmpint (fixture_set (fixture, CONTACT, ewa, "tags+=łódź"), ==, 0);

  fixture_run (fixture, kli_trash (TAG, &other, 1));
  fixture_refuse (fixture, kli_merge_tags (lodz, other), KLI_OPERATION_ERROR_FORBIDDEN);
  fixture_refuse_set (fixture, TAG, other, "name=x", KLI_OPERATION_ERROR_FORBIDDEN);
  fixture_set (fixture, CONTACT, ewa, "tags+=inna");
  assert_tags (fixture, ewa, "ŁÓDŹ|inna");
}

/* --- staff -------------------------------------------------------------------------------------------- */

static void
test_staff_goes_back (Fixture *fixture, gconstpointer data)
{
  gint64 ewa = fixture_new (fixture, CONTACT, "name=Ewa");
  gint64 kamil, iga;

  do_and_undo (fixture, kli_create_record (STAFF, fixture_assign ("name=Kamil", "mail=k@example.com", NULL)),
               "Added “Kamil” to the staff");
  kamil = find (fixture, STAFF, "Kamil");
  iga = fixture_new (fixture, STAFF, "name=Iga");
  do_and_undo (fixture, set_one (CONTACT, ewa, "manager=KAMIL"), "Changed the account manager of contact “Ewa”");
  assert_manager (fixture, ewa, "Kamil");
  do_and_undo (fixture, set_one (STAFF, kamil, "name=Kamil Wróbel"), "Renamed somebody on the staff to “Kamil Wróbel”");
  assert_manager (fixture, ewa, "Kamil Wróbel");
  do_and_undo (fixture, kli_deactivate_staff (iga), "Recorded that “Iga” works here no more");
  do_and_undo (fixture, kli_activate_staff (iga), "Recorded that “Iga” works here again");
  do_and_undo (fixture, kli_trash (STAFF, &iga, 1), "Removed “Iga” from the staff");
}

static void
assert_deputy (Fixture *fixture, gint64 contact, gint64 expected)
{
  g_autoptr (KliWhole) whole = fixture_read (fixture, CONTACT, contact);

  g_assert_cmpint (kli_row_get_integer (kli_whole_get_root (whole), KLI_CONTACT_DEPUTY), ==, expected);
}

/* The deputy is somebody else than the account manager, whichever of the two is chosen last. */
static void
test_deputies (Fixture *fixture, gconstpointer data)
{
  gint64 ewa = fixture_new (fixture, CONTACT, "name=Ewa");
  gint64 kamil = fixture_new (fixture, STAFF, "name=Kamil");
  gint64 iga = fixture_new (fixture, STAFF, "name=Iga");

  fixture_set (fixture, CONTACT, ewa, "manager=Kamil");
  do_and_undo (fixture, set_one (CONTACT, ewa, "deputy=IGA"), "Changed the deputy for contact “Ewa”");
  assert_deputy (fixture, ewa, iga);
  fixture_refuse_set (fixture, CONTACT, ewa, "deputy=Kamil", KLI_OPERATION_ERROR_FORBIDDEN);
  fixture_refuse_set (fixture, CONTACT, ewa, "manager=Iga", KLI_OPERATION_ERROR_FORBIDDEN);
  fixture_refuse_set (fixture, CONTACT, ewa, "deputy=Zenon", KLI_OPERATION_ERROR_NOT_FOUND);
  fixture_refuse (fixture, kli_trash (STAFF, &iga, 1), KLI_OPERATION_ERROR_FORBIDDEN);
  fixture_set (fixture, CONTACT, ewa, "manager=Iga ; deputy=Kamil");
  assert_deputy (fixture, ewa, kamil);
  fixture_run (fixture, kli_deactivate_staff (iga));
  fixture_set (fixture, CONTACT, ewa, "manager= ; deputy=");
  fixture_refuse_set (fixture, CONTACT, ewa, "deputy=Iga", KLI_OPERATION_ERROR_FORBIDDEN);
  assert_deputy (fixture, ewa, 0);
}

static void
test_staff_is_checked (Fixture *fixture, gconstpointer data)
{
  gint64 ewa = fixture_new (fixture, CONTACT, "name=Ewa");
  gint64 jan = fixture_new (fixture, CONTACT, "name=Jan");
  gint64 kamil = fixture_new (fixture, STAFF, "name=Kamil");
  g_autofree char *by_id = g_strdup_printf ("manager=%" G_GINT64_FORMAT, kamil);

  fixture_refuse (fixture, kli_create_record (STAFF, fixture_assign ("mail=a@example.com", NULL)),
                  KLI_OPERATION_ERROR_INVALID);
  fixture_refuse (fixture, kli_create_record (STAFF, fixture_assign ("name=kamil", NULL)), KLI_OPERATION_ERROR_INVALID);
  fixture_refuse_set (fixture, STAFF, kamil, "mail=kamil", KLI_OPERATION_ERROR_INVALID);
  fixture_refuse_set (fixture, CONTACT, ewa, "manager=Zenon", KLI_OPERATION_ERROR_NOT_FOUND);
  fixture_set (fixture, CONTACT, ewa, by_id);
  assert_manager (fixture, ewa, "Kamil");
  fixture_refuse (fixture, kli_trash (STAFF, &kamil, 1), KLI_OPERATION_ERROR_FORBIDDEN);

  /* Who works here no more keeps their contacts, and gets no new ones. */
  fixture_run (fixture, kli_deactivate_staff (kamil));
  assert_manager (fixture, ewa, "Kamil");
  g_assert_cmpint (fixture_set (fixture, CONTACT, ewa, "manager=Kamil"), ==, 0);
  fixture_refuse_set (fixture, CONTACT, jan, "manager=Kamil", KLI_OPERATION_ERROR_FORBIDDEN);
  fixture_set (fixture, CONTACT, ewa, "manager=");
  assert_manager (fixture, ewa, "");
}

/* --- segments ----------------------------------------------------------------------------------------- */

static void
test_segments_go_back (Fixture *fixture, gconstpointer data)
{
  gint64 first, second, third;

  do_and_undo (fixture, kli_create_record (SEGMENT, fixture_assign ("name=Annas", "query=contacts search=anna", NULL)),
               "Saved the segment “Annas”");
  first = find (fixture, SEGMENT, "Annas");
  second = fixture_new (fixture, SEGMENT, "name=B ; query=contacts");
  third = fixture_new (fixture, SEGMENT, "name=A ; query=contacts");
  fixture_assert_text (fixture, SEGMENT, first, KLI_SEGMENT_QUERY, "contacts order=name filter=words=anna");
  assert_list (fixture, SEGMENT, "Annas=0 B=0 A=0");

  do_and_undo (fixture, kli_move_segment (third, 0), "Moved the segment “A” to another place");
  assert_list (fixture, SEGMENT, "A=0 Annas=0 B=0");
  do_and_undo (fixture, kli_move_segment (third, 99), "Moved the segment “A” to another place");
  assert_list (fixture, SEGMENT, "Annas=0 B=0 A=0");
  g_assert_cmpint (fixture_run (fixture, kli_move_segment (first, 0)), ==, 0);

  do_and_undo (fixture, set_one (SEGMENT, first, "name=Anny"), "Renamed a segment to “Anny”");
  do_and_undo (fixture, set_one (SEGMENT, first, "query=contacts order=recent search=anny"),
               "Changed whom the segment “Anny” shows");
  do_and_undo (fixture, kli_trash (SEGMENT, &second, 1), "Deleted the segment “B”");
  assert_list (fixture, SEGMENT, "Anny=0 A=0");
}

static void
test_segments_are_checked (Fixture *fixture, gconstpointer data)
{
  gint64 segment = fixture_new (fixture, SEGMENT, "name=A ; query=contacts");

  fixture_refuse (fixture, kli_create_record (SEGMENT, fixture_assign ("name=B", NULL)), KLI_OPERATION_ERROR_INVALID);
  fixture_refuse (fixture, kli_create_record (SEGMENT, fixture_assign ("query=contacts", NULL)),
                  KLI_OPERATION_ERROR_INVALID);
  fixture_refuse (fixture, kli_create_record (SEGMENT, fixture_assign ("name=a", "query=contacts", NULL)),
                  KLI_OPERATION_ERROR_INVALID);
  fixture_refuse_set (fixture, SEGMENT, segment, "query=everything", KLI_OPERATION_ERROR_INVALID);
  fixture_refuse_set (fixture, SEGMENT, segment, "query=trash", KLI_OPERATION_ERROR_INVALID);
}

static void
assert_query (Fixture *fixture, gint64 segment, const char *filter)
{
  g_autofree char *expected = g_strconcat ("contacts order=name filter=", filter, NULL);

  fixture_assert_text (fixture, SEGMENT, segment, KLI_SEGMENT_QUERY, expected);
}

/* What an undo left so, or another desk, is let be: everything else of the contact can be changed, and one of the two.
 */
static void
test_own_deputy (Fixture *fixture, gconstpointer data)
{
  gint64 kamil = fixture_new (fixture, STAFF, "name=Kamil");
  gint64 iga = fixture_new (fixture, STAFF, "name=Iga");
  gint64 ewa = fixture_new (fixture, CONTACT, "name=Ewa ; manager=Kamil");

  record_set (fixture->store, CONTACT, ewa, KLI_CONTACT_DEPUTY, kamil, RECORD_END);
  fixture_set (fixture, CONTACT, ewa, "nickname=Ewka");
  assert_deputy (fixture, ewa, kamil);
  fixture_refuse_set (fixture, CONTACT, ewa, "manager=Iga ; deputy=Iga", KLI_OPERATION_ERROR_FORBIDDEN);
  fixture_set (fixture, CONTACT, ewa, "deputy=Iga");
  fixture_refuse_set (fixture, CONTACT, ewa, "deputy=Kamil", KLI_OPERATION_ERROR_FORBIDDEN);
  assert_deputy (fixture, ewa, iga);
}

/* What is given another name is found under it, in the same edit. */
static void
test_segments_follow_names (Fixture *fixture, gconstpointer data)
{
  gint64 vip = fixture_new (fixture, TAG, "name=vip");
  gint64 fair = fixture_new (fixture, TAG, "name=targi");
  gint64 kamil = fixture_new (fixture, STAFF, "name=Kamil");
  gint64 first
      = fixture_new (fixture, SEGMENT, "name=Nasi ; query=contacts filter=any(city=vip,not(all(tag=VIP,has=tag)))");
  gint64 second = fixture_new (fixture, SEGMENT,
                               "name=Jego ; query=contacts filter=all(manager=Kamil,deputy=kamil,segment=nasi)");
  gint64 third = fixture_new (fixture, SEGMENT, "name=V ; query=contacts filter=all(tag=v*,tag=vipy,not(tag=*))");

  do_and_undo (fixture, set_one (TAG, vip, "name=złoty"), "Renamed a tag to “złoty”");
  assert_query (fixture, first, "any(city=vip,not(all(has=tag,tag=złoty)))");
  assert_query (fixture, third, "all(tag=vipy,any(tag=v%2A,tag=złoty),not(tag=%2A))");
  do_and_undo (fixture, kli_merge_tags (vip, fair), "Merged a tag into the tag “targi”");
  assert_query (fixture, first, "any(city=vip,not(all(has=tag,tag=targi)))");
  do_and_undo (fixture, set_one (STAFF, kamil, "name=Kamil Wróbel"), "Renamed somebody on the staff to “Kamil Wróbel”");
  do_and_undo (fixture, set_one (SEGMENT, first, "name=Wszyscy nasi"), "Renamed a segment to “Wszyscy nasi”");
  assert_query (fixture, second, "all(deputy=Kamil%20Wróbel,manager=Kamil%20Wróbel,segment=Wszyscy%20nasi)");
}

#define ADD(path, func) g_test_add ("/catalogue/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);
  ADD ("tags-go-back", test_tags_go_back);
  ADD ("tags-are-checked", test_tags_are_checked);
  ADD ("staff-goes-back", test_staff_goes_back);
  ADD ("staff-is-checked", test_staff_is_checked);
  ADD ("deputies", test_deputies);
  ADD ("own-deputy", test_own_deputy);
  ADD ("segments-go-back", test_segments_go_back);
  ADD ("segments-are-checked", test_segments_are_checked);
  ADD ("segments-follow-names", test_segments_follow_names);

  return g_test_run ();
}
