/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Emptying the trash: what goes leaves nothing behind, what others name stays, and everything else is as it was. */
#include "record-fixture.h"
#include "store-fixture.h"

#include "store/kli-backup.h"
#include "store/kli-erase.h"
#include "store/kli-frequent.h"
#include "store/kli-history.h"
#include "store/kli-local-notes.h"
#include "store/kli-phrases.h"

#include <string.h>

#define CONTACT (&kli_contact_kind)
#define CONTRACT (&kli_contract_kind)

/* Words that stand nowhere else. */
#define NAME "Zygfryd Qwertowicz"
#define FOLDED "qwertowicz"
#define NOTE "plugh-xyzzy"
#define FOLDED_NOTE "plugh xyzzy"
#define WORD_OF_NOTE "xyzzy"
#define PHONE "700123987"
#define PICTURE "the bytes of a picture: frobnicate"

typedef struct
{
  char *folder;
  KliStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = store_fixture_make_folder ();
  fixture->store = store_fixture_open (fixture->folder, "test.db");
}

static void
assert_sound (KliStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) checks = kli_store_check (store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < checks->len; i++)
    {
      const KliCheck *check = g_ptr_array_index (checks, i);

      if (!check->holds)
        g_error ("%s: %s", check->name, check->detail);
    }
  record_check_derived (store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->store != NULL)
    {
      assert_sound (fixture->store);
      kli_store_close (fixture->store);
    }
  g_clear_object (&fixture->store);
  store_fixture_remove (fixture->folder);
  g_free (fixture->folder);
}

/* --- what is left in the folder ----------------------------------------------------------------------- */

static void
assert_nowhere (const char *folder, const char *word)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize size;

      if (g_file_get_contents (path, &bytes, &size, NULL) && memmem (bytes, size, word, strlen (word)) != NULL)
        g_error ("“%s” can still be read in %s", word, name);
    }
}

static gboolean
is_somewhere (const char *folder, const char *word)
{
  g_autofree char *path = g_build_filename (folder, "test.db", NULL);
  g_autofree char *log = g_build_filename (folder, "test.db-wal", NULL);
  const char *const files[] = { path, log };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *bytes = NULL;
      gsize size;

      if (g_file_get_contents (files[i], &bytes, &size, NULL) && memmem (bytes, size, word, strlen (word)) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* --- deeds -------------------------------------------------------------------------------------------- */

static KliErasurePlan *
plan (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  KliErasurePlan *result = kli_erasure_plan (fixture->store, &error);

  g_assert_no_error (error);

  return result;
}

static void
empty (Fixture *fixture, guint n_removed, guint n_held)
{
  g_autoptr (KliErasurePlan) planned = plan (fixture);
  g_autoptr (KliErasure) erasure = kli_erasure_new (fixture->store, planned);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (planned->ids->len, ==, n_removed);
  g_assert_cmpuint (planned->n_contacts + planned->n_contracts, ==, n_removed);
  g_assert_cmpuint (planned->held->len, ==, n_held);
  g_assert_true (kli_erasure_run (erasure, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (kli_erasure_get_n_removed (erasure), ==, n_removed);
}

static gboolean
photo_func (KliEdit *edit, gpointer user_data, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (PICTURE, strlen (PICTURE));
  g_autofree char *hash = kli_edit_keep_content (edit, bytes, error);
  g_autoptr (KliRow) row = kli_connection_load (kli_edit_get_connection (edit), CONTACT, *(gint64 *)user_data, error);

  kli_row_set_text (row, KLI_CONTACT_PHOTO, hash);

  return kli_edit_update (edit, row, error);
}

static void
give_photo (KliStore *store, gint64 contact)
{
  g_assert_cmpint (kli_store_edit (store, "photo-set", contact, photo_func, &contact, NULL), >, 0);
}

/* Somebody with everything, changed, undone, and put into the trash. */
static gint64
add_zygfryd (KliStore *store)
{
  gint64 id = record_add_person (store, NAME);

  record_add_phone (store, id, PHONE);
  record_set (store, CONTACT, id, KLI_CONTACT_NOTE, NOTE, RECORD_END);
  record_set (store, CONTACT, id, KLI_CONTACT_NAME, NAME " Senior", RECORD_END);
  give_photo (store, id);
  kli_unsaved_keep (store, id, "note", NOTE);
  kli_recent_note (store, id);
  record_set_deleted (store, CONTACT, id, TRUE);

  return id;
}

static gpointer
entries_func (KliConnection *connection, gpointer owner, GCancellable *cancellable, GError **error)
{
  return kli_history_read_list (connection, *(gint64 *)owner, 1000, error);
}

/* @owner: 0 for the whole history. */
static GPtrArray *
read_entries (KliStore *store, gint64 owner)
{
  return kli_store_read (store, entries_func, &owner, NULL);
}

static void
assert_n_entries (KliStore *store, gint64 owner, guint n)
{
  g_autoptr (GPtrArray) entries = read_entries (store, owner);

  g_assert_cmpuint (entries->len, ==, n);
}

static guint
count_state (KliStore *store, const char *state)
{
  g_autoptr (GPtrArray) entries = read_entries (store, 0);
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    n += g_str_equal (((KliHistoryEntry *)g_ptr_array_index (entries, i))->state, state);

  return n;
}

static guint
count_found (KliStore *store, const char *search)
{
  g_autoptr (KliAnswer) answer = record_search (store, KLI_QUERY_CONTACTS, search);

  return kli_answer_get_n_items (answer);
}

/* --- tests -------------------------------------------------------------------------------------------- */

static void
test_nothing_is_left (Fixture *fixture, gconstpointer data)
{
  static const char *const words[] = { NAME, "Qwertowicz", FOLDED, NOTE, FOLDED_NOTE, WORD_OF_NOTE, PHONE, PICTURE };
  gint64 other = record_add (fixture->store, CONTACT, KLI_CONTACT_KIND, "person", KLI_CONTACT_NAME, "Anna Nowak",
                             KLI_CONTACT_NOTE, "knows plugh, pays late", RECORD_END);
  gint64 zygfryd;

  record_add_phone (fixture->store, other, "512345678");
  zygfryd = add_zygfryd (fixture->store);
  assert_n_entries (fixture->store, zygfryd, 6);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (!is_somewhere (fixture->folder, words[i]))
      g_error ("“%s” is not there to begin with", words[i]);

  empty (fixture, 1, 0);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    assert_nowhere (fixture->folder, words[i]);
  assert_n_entries (fixture->store, zygfryd, 0);
  assert_n_entries (fixture->store, other, 2);
  assert_sound (fixture->store);
  g_assert_cmpuint (count_found (fixture->store, "nowak"), ==, 1);
  g_assert_cmpuint (count_found (fixture->store, "plugh"), ==, 1);
  g_assert_cmpuint (count_found (fixture->store, "512345678"), ==, 1);
  empty (fixture, 0, 0);

  kli_store_close (fixture->store);
  g_clear_object (&fixture->store);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    assert_nowhere (fixture->folder, words[i]);
}

static void
test_history_is_final (Fixture *fixture, gconstpointer data)
{
  gint64 other = record_add_person (fixture->store, "Anna Nowak");
  g_autoptr (GPtrArray) entries = NULL;
  const KliHistoryEntry *newest;

  add_zygfryd (fixture->store);
  empty (fixture, 1, 0);
  record_set (fixture->store, CONTACT, other, KLI_CONTACT_NOTE, "later", RECORD_END);

  entries = read_entries (fixture->store, 0);
  newest = g_ptr_array_index (entries, 1);
  g_assert_cmpstr (newest->verb, ==, KLI_VERB_EMPTY_TRASH);
  g_assert_cmpuint (count_state (fixture->store, "told"), ==, 1);
  g_assert_cmpuint (count_state (fixture->store, "erased"), ==, 6);
  g_assert_cmpuint (count_state (fixture->store, "done"), ==, 2);
  for (guint i = 0; i < entries->len; i++)
    {
      const KliHistoryEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (KliUndoPlan) undo = kli_undo_plan (fixture->store, KLI_UNDO_ENTRY, entry->id, &error);

      g_assert_true ((undo != NULL) == g_str_equal (entry->state, "done"));
      if (undo == NULL)
        g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_CONFLICT);
    }
}

typedef struct
{
  gint64 people[3];
} Import;

static gboolean
import_func (KliEdit *edit, gpointer user_data, GError **error)
{
  static const char *const names[] = { "Anna Nowak", NAME, "Ewa Lis" };
  Import *import = user_data;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (KliRow) row = kli_row_new (CONTACT);

      kli_row_set_text (row, KLI_CONTACT_NAME, names[i]);
      if (!kli_edit_insert (edit, row, error))
        return FALSE;
      import->people[i] = row->id;
    }

  return TRUE;
}

static gpointer
fields_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_history_fields (connection, *(gint64 *)user_data, error);
}

/* Of an import the others are still told. */
static void
test_import_is_partly_erased (Fixture *fixture, gconstpointer data)
{
  Import import;
  gint64 edit = kli_store_edit (fixture->store, "import", 0, import_func, &import, NULL);
  g_autoptr (GPtrArray) fields = NULL;
  guint n_names = 0;

  record_set_deleted (fixture->store, CONTACT, import.people[1], TRUE);
  empty (fixture, 1, 0);
  assert_nowhere (fixture->folder, NAME);
  fields = kli_store_read (fixture->store, fields_func, &edit, NULL);
  for (guint i = 0; i < fields->len; i++)
    {
      const KliHistoryField *field = g_ptr_array_index (fields, i);

      g_assert_cmpint (field->id, !=, import.people[1]);
      n_names += field->column == KLI_CONTACT_NAME;
    }
  g_assert_cmpuint (n_names, ==, 2);
}

static void
test_who_is_named_stays (Fixture *fixture, gconstpointer data)
{
  KliStore *store = fixture->store;
  gint64 firm = record_add_person (store, "Firm"), person = record_add_person (store, "Works There");
  gint64 party = record_add_person (store, "Party"), former = record_add_person (store, "Former Worker");
  gint64 contract = record_add (store, CONTRACT, KLI_CONTRACT_TITLE, "Draft", RECORD_END);
  g_autoptr (KliErasurePlan) planned = NULL;

  record_add (store, &kli_affiliation_kind, KLI_AFFILIATION_PERSON, person, KLI_AFFILIATION_ORGANISATION, firm,
              RECORD_END);
  record_add (store, &kli_affiliation_kind, KLI_AFFILIATION_PERSON, former, KLI_AFFILIATION_ORGANISATION, firm,
              RECORD_END);
  record_add (store, &kli_contract_party_kind, KLI_CONTRACT_PARTY_CONTRACT, contract, KLI_CONTRACT_PARTY_CONTACT, party,
              RECORD_END);
  record_set_deleted (store, CONTACT, firm, TRUE);
  record_set_deleted (store, CONTACT, party, TRUE);
  record_set_deleted (store, CONTACT, former, TRUE);

  /* The firm is held by the person, the party by the contract; who worked there goes. */
  planned = plan (fixture);
  g_assert_cmpuint (planned->held->len, ==, 2);
  for (guint i = 0; i < planned->held->len; i++)
    {
      const KliHeldRecord *held = g_ptr_array_index (planned->held, i);

      g_assert_cmpint (held->holder, ==, held->id == firm ? person : contract);
      g_assert_cmpstr (held->name, ==, held->id == firm ? "Firm" : "Party");
      g_assert_cmpstr (held->holder_name, ==, held->id == firm ? "Works There" : "Draft");
    }
  empty (fixture, 1, 2);
  assert_nowhere (fixture->folder, "Former Worker");

  record_set_deleted (store, CONTRACT, contract, TRUE);
  record_set_deleted (store, CONTACT, person, TRUE);
  empty (fixture, 4, 0);
}

/* A contract that is held holds its parties. */
static void
test_held_ones_hold (Fixture *fixture, gconstpointer data)
{
  KliStore *store = fixture->store;
  gint64 party = record_add_person (store, "Party");
  gint64 next = record_add (store, CONTRACT, KLI_CONTRACT_TITLE, "Next", RECORD_END);
  gint64 first = record_add (store, CONTRACT, KLI_CONTRACT_TITLE, "First", RECORD_END);

  record_add (store, &kli_contract_act_kind, KLI_CONTRACT_ACT_CONTRACT, first, KLI_CONTRACT_ACT_KIND, "successor",
              KLI_CONTRACT_ACT_SUCCESSOR, next, RECORD_END);
  record_add (store, &kli_contract_party_kind, KLI_CONTRACT_PARTY_CONTRACT, next, KLI_CONTRACT_PARTY_CONTACT, party,
              RECORD_END);
  record_set_deleted (store, CONTRACT, next, TRUE);
  record_set_deleted (store, CONTACT, party, TRUE);
  empty (fixture, 0, 2);
  assert_sound (store);
  record_set_deleted (store, CONTRACT, first, TRUE);
  empty (fixture, 3, 0);
}

/* A part that was deleted by itself goes with either of its owners; who is left forgets it. */
static void
test_deleted_parts (Fixture *fixture, gconstpointer data)
{
  KliStore *store = fixture->store;
  gint64 firm = record_add_person (store, "Firm"), person = record_add_person (store, "Person");
  gint64 affiliation = record_add (store, &kli_affiliation_kind, KLI_AFFILIATION_PERSON, person,
                                   KLI_AFFILIATION_ORGANISATION, firm, KLI_AFFILIATION_ROLE, NOTE, RECORD_END);

  record_set (store, &kli_affiliation_kind, affiliation, KLI_AFFILIATION_ROLE, NOTE " again", RECORD_END);
  record_set_deleted (store, &kli_affiliation_kind, affiliation, TRUE);
  record_set_deleted (store, CONTACT, firm, TRUE);
  empty (fixture, 1, 0);
  assert_nowhere (fixture->folder, NOTE);
}

/* What was written down of somebody, also what was changed, and deleted by itself. */
static void
test_activities (Fixture *fixture, gconstpointer data)
{
  KliStore *store = fixture->store;
  gint64 person = record_add_person (store, "Person"), other = record_add_person (store, "Other");
  gint64 activity
      = record_add (store, &kli_activity_kind, KLI_ACTIVITY_CONTACT, person, KLI_ACTIVITY_CHANNEL, "call",
                    KLI_ACTIVITY_ON_DAY, "2026-11-20", KLI_ACTIVITY_SUBJECT, NAME, KLI_ACTIVITY_NOTE, NOTE, RECORD_END);

  record_set (store, &kli_activity_kind, activity, KLI_ACTIVITY_NOTE, NOTE " again", RECORD_END);
  record_set_deleted (store, &kli_activity_kind, activity, TRUE);
  record_add (store, &kli_activity_kind, KLI_ACTIVITY_CONTACT, other, KLI_ACTIVITY_CHANNEL, "mail", KLI_ACTIVITY_ON_DAY,
              "2026-11-22", KLI_ACTIVITY_SUBJECT, PICTURE, RECORD_END);
  record_set_deleted (store, CONTACT, person, TRUE);
  empty (fixture, 1, 0);
  assert_nowhere (fixture->folder, NAME);
  assert_nowhere (fixture->folder, NOTE);
  g_assert_true (is_somewhere (fixture->folder, PICTURE));
  g_assert_cmpuint (count_found (store, "contacted:2026-11-22"), ==, 1);
}

/* What was written down of one, was moved to another, changed there and moved back: whoever goes takes all of it, also
 * out of the slices that tell of the other alone. */
static void
test_moved (Fixture *fixture, gconstpointer data)
{
  KliStore *store = fixture->store;
  gint64 person = record_add_person (store, "Person"), other = record_add_person (store, "Other");
  gint64 third = record_add_person (store, "Third");
  gint64 activity = record_add (store, &kli_activity_kind, KLI_ACTIVITY_CONTACT, third, KLI_ACTIVITY_CHANNEL, "call",
                                KLI_ACTIVITY_ON_DAY, "2026-11-20", KLI_ACTIVITY_SUBJECT, NAME, RECORD_END);

  record_set (store, &kli_activity_kind, activity, KLI_ACTIVITY_CONTACT, other, RECORD_END);
  record_set (store, &kli_activity_kind, activity, KLI_ACTIVITY_NOTE, NOTE, RECORD_END);
  record_set (store, &kli_activity_kind, activity, KLI_ACTIVITY_CONTACT, person, RECORD_END);
  record_set (store, &kli_activity_kind, activity, KLI_ACTIVITY_SUBJECT, "short", KLI_ACTIVITY_NOTE, "", RECORD_END);
  record_add (store, &kli_activity_kind, KLI_ACTIVITY_CONTACT, other, KLI_ACTIVITY_CHANNEL, "mail", KLI_ACTIVITY_ON_DAY,
              "2026-11-22", KLI_ACTIVITY_SUBJECT, PICTURE, RECORD_END);
  record_set_deleted (store, CONTACT, person, TRUE);
  empty (fixture, 1, 0);
  assert_nowhere (fixture->folder, NAME);
  assert_nowhere (fixture->folder, NOTE);
  g_assert_true (is_somewhere (fixture->folder, PICTURE));
}

/* Whom somebody is related to is kept while that is said; when it is not any more, nothing is left of it, from
 * whichever end it was said. */
static void
test_relations (Fixture *fixture, gconstpointer data)
{
  KliStore *store = fixture->store;
  gint64 person = record_add_person (store, "Person"), other = record_add_person (store, "Other");
  gint64 third = record_add_person (store, "Third");
  gint64 to = record_add (store, &kli_relation_kind, KLI_RELATION_CONTACT, person, KLI_RELATION_OTHER, other,
                          KLI_RELATION_KIND, "other", KLI_RELATION_WORD, NAME, RECORD_END);
  gint64 from = record_add (store, &kli_relation_kind, KLI_RELATION_CONTACT, other, KLI_RELATION_OTHER, person,
                            KLI_RELATION_KIND, "other", KLI_RELATION_BACK_WORD, NOTE, RECORD_END);

  record_add (store, &kli_relation_kind, KLI_RELATION_CONTACT, other, KLI_RELATION_OTHER, third, KLI_RELATION_KIND,
              "other", KLI_RELATION_WORD, PICTURE, RECORD_END);
  record_set_deleted (store, CONTACT, person, TRUE);
  empty (fixture, 0, 1);
  record_set_deleted (store, &kli_relation_kind, to, TRUE);
  record_set_deleted (store, &kli_relation_kind, from, TRUE);
  empty (fixture, 1, 0);
  assert_nowhere (fixture->folder, NAME);
  assert_nowhere (fixture->folder, NOTE);
  g_assert_true (is_somewhere (fixture->folder, PICTURE));
  g_assert_cmpuint (count_found (store, "has:relation"), ==, 2);
}

static void
test_restored_meanwhile (Fixture *fixture, gconstpointer data)
{
  gint64 kept = record_add_person (fixture->store, "Kept");
  gint64 named = record_add_person (fixture->store, "Named");
  gint64 gone = record_add_person (fixture->store, "Gone");
  gint64 person = record_add_person (fixture->store, "Person");
  g_autoptr (KliErasurePlan) planned = NULL;
  g_autoptr (KliErasure) erasure = NULL;

  record_set_deleted (fixture->store, CONTACT, kept, TRUE);
  record_set_deleted (fixture->store, CONTACT, named, TRUE);
  record_set_deleted (fixture->store, CONTACT, gone, TRUE);
  planned = plan (fixture);
  record_set_deleted (fixture->store, CONTACT, kept, FALSE);
  record_add (fixture->store, &kli_affiliation_kind, KLI_AFFILIATION_PERSON, person, KLI_AFFILIATION_ORGANISATION,
              named, RECORD_END);
  erasure = kli_erasure_new (fixture->store, planned);
  g_assert_true (kli_erasure_run (erasure, NULL));
  g_assert_cmpuint (kli_erasure_get_n_removed (erasure), ==, 1);
  g_assert_cmpuint (count_found (fixture->store, "kept"), ==, 1);
}

static gboolean
has_picture (Fixture *fixture)
{
  return is_somewhere (fixture->folder, PICTURE);
}

/* A picture stays while anybody names it, be it in the history. */
static void
test_shared_picture (Fixture *fixture, gconstpointer data)
{
  gint64 first = record_add_person (fixture->store, "First"), second = record_add_person (fixture->store, "Second");

  give_photo (fixture->store, first);
  give_photo (fixture->store, second);
  record_set_deleted (fixture->store, CONTACT, first, TRUE);
  empty (fixture, 1, 0);
  g_assert_true (has_picture (fixture));

  first = record_add_person (fixture->store, "Third");
  give_photo (fixture->store, first);
  record_set (fixture->store, CONTACT, second, KLI_CONTACT_PHOTO, "", RECORD_END);
  record_set_deleted (fixture->store, CONTACT, first, TRUE);
  empty (fixture, 1, 0);
  g_assert_true (has_picture (fixture));

  record_set_deleted (fixture->store, CONTACT, second, TRUE);
  empty (fixture, 1, 0);
  g_assert_false (has_picture (fixture));
}

/* The numbers of the newest are given again; nobody is taken for somebody else. */
static void
test_numbers_are_given_again (Fixture *fixture, gconstpointer data)
{
  gint64 old = record_add_person (fixture->store, "Old One");
  g_autoptr (KliAnswer) answer = NULL;
  gint64 fresh;

  g_assert_cmpuint (count_found (fixture->store, "one"), ==, 1);
  record_set_deleted (fixture->store, CONTACT, old, TRUE);
  empty (fixture, 1, 0);
  g_assert_cmpuint (count_found (fixture->store, "one"), ==, 0);
  fresh = record_add_person (fixture->store, "New One");
  answer = record_search (fixture->store, KLI_QUERY_CONTACTS, "one");
  g_assert_cmpuint (kli_answer_get_n_items (answer), ==, 1);
  g_assert_cmpint (kli_answer_get_id (answer, 0), ==, fresh);
}

#define MANY 1500

static gboolean
many_func (KliEdit *edit, gpointer user_data, GError **error)
{
  for (guint i = 0; i < MANY; i++)
    {
      g_autoptr (KliRow) row = kli_row_new (CONTACT);
      g_autofree char *name = g_strdup_printf (NAME " %u", i);

      kli_row_set_text (row, KLI_CONTACT_NAME, name);
      row->deleted_at = kli_edit_get_instant (edit);
      if (!kli_edit_insert (edit, row, error))
        return FALSE;
    }

  return TRUE;
}

/* So many that their words and the beginnings of their numbers are frequent ones. */
#define FREQUENT 4200

static gboolean
frequent_func (KliEdit *edit, gpointer user_data, GError **error)
{
  for (guint i = 0; i < FREQUENT; i++)
    {
      g_autoptr (KliRow) row = kli_row_new (CONTACT);
      g_autoptr (KliRow) phone = kli_row_new (&kli_contact_point_kind);
      g_autofree char *name = g_strdup_printf (NAME " %u", i);

      kli_row_set_text (row, KLI_CONTACT_NAME, name);
      kli_row_set_text (row, KLI_CONTACT_NOTE, NOTE);
      row->deleted_at = kli_edit_get_instant (edit);
      if (!kli_edit_insert (edit, row, error))
        return FALSE;
      kli_row_set_integer (phone, KLI_CONTACT_POINT_CONTACT, row->id);
      kli_row_set_text (phone, KLI_CONTACT_POINT_KIND, "phone");
      kli_row_set_text (phone, KLI_CONTACT_POINT_VALUE, PHONE);
      kli_row_set_text (phone, KLI_CONTACT_POINT_NORMAL, "+48" PHONE);
      if (!kli_edit_insert (edit, phone, error))
        return FALSE;
    }

  return TRUE;
}

/* What is done first when nobody asks for anything: the words are counted. An edit that adds nobody is not kept. */
static gboolean
count_func (KliEdit *edit, gpointer user_data, GError **error)
{
  g_autoptr (KliRow) row = kli_row_new (CONTACT);
  gboolean more;

  kli_row_set_text (row, KLI_CONTACT_NAME, "Anna Nowak");

  return kli_edit_insert (edit, row, error) && kli_frequent_tidy (kli_edit_get_connection (edit), &more, error)
         && kli_phrases_tidy (kli_edit_get_connection (edit), &more, error);
}

/* What many have is kept apart; so it must go from there, too, and be found when it comes back. @data: whether the
 * program was idle long enough for all of it, or was interrupted */
static void
test_frequent_words (Fixture *fixture, gconstpointer data)
{
  static const char *const words[] = { "Qwertowicz", FOLDED, NOTE, WORD_OF_NOTE, "700123" };
  static const char *const kept[] = { "word " FOLDED, "phrase-word " FOLDED, "note " WORD_OF_NOTE, "key 48700" };

  g_assert_cmpint (kli_store_edit (fixture->store, "import", 0, frequent_func, NULL, NULL), >, 0);
  if (GPOINTER_TO_INT (data))
    kli_store_tidy (fixture->store);
  else
    g_assert_cmpint (kli_store_edit (fixture->store, "test", 0, count_func, NULL, NULL), >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (!is_somewhere (fixture->folder, kept[i]))
      g_error ("“%s” is not kept to begin with", kept[i]);

  empty (fixture, FREQUENT, 0);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    assert_nowhere (fixture->folder, words[i]);
  kli_store_tidy (fixture->store);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    assert_nowhere (fixture->folder, words[i]);

  g_assert_cmpint (kli_store_edit (fixture->store, "import", 0, frequent_func, NULL, NULL), >, 0);
  kli_store_tidy (fixture->store);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (!is_somewhere (fixture->folder, kept[i]))
      g_error ("“%s” is not kept when it has come back", kept[i]);
}

static void
edit_meanwhile_cb (KliErasure *erasure, gpointer user_data)
{
  Fixture *fixture = user_data;

  if (kli_erasure_get_n_removed (erasure) == 0 || kli_erasure_get_fraction (erasure) >= 0.5)
    return;
  g_signal_handlers_disconnect_by_func (erasure, edit_meanwhile_cb, user_data);
  record_add_person (fixture->store, "In Between");
}

static gpointer
middle_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  GPtrArray *entries = kli_history_read_list (connection, 0, 2, error);

  return entries;
}

/* Many go in many steps: others edit meanwhile. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliErasurePlan) planned = NULL;
  g_autoptr (KliErasure) erasure = NULL;
  g_autoptr (GPtrArray) newest = NULL;

  g_assert_cmpint (kli_store_edit (fixture->store, "import", 0, many_func, NULL, NULL), >, 0);
  planned = plan (fixture);
  erasure = kli_erasure_new (fixture->store, planned);
  g_signal_connect (erasure, "progressed", G_CALLBACK (edit_meanwhile_cb), fixture);
  g_assert_true (kli_erasure_run (erasure, NULL));
  g_assert_cmpuint (kli_erasure_get_n_removed (erasure), ==, MANY);
  newest = kli_store_read (fixture->store, middle_func, NULL, NULL);
  g_assert_cmpstr (((KliHistoryEntry *)g_ptr_array_index (newest, 0))->verb, ==, "test");
  g_assert_cmpuint (count_found (fixture->store, "between"), ==, 1);
  assert_nowhere (fixture->folder, "Qwertowicz");
  assert_nowhere (fixture->folder, FOLDED);
}

static void
cancel_cb (KliErasure *erasure, gpointer cancellable)
{
  if (kli_erasure_get_n_removed (erasure) > 0)
    g_cancellable_cancel (cancellable);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_assert_true (kli_erasure_run_finish (KLI_ERASURE (source), result, NULL));
  *(gboolean *)user_data = TRUE;
}

/* Who was removed by then has left no trace; the others are still in the trash. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (KliErasurePlan) planned = NULL;
  g_autoptr (KliErasurePlan) rest = NULL;
  g_autoptr (KliErasure) erasure = NULL;
  gboolean ended = FALSE;

  g_assert_cmpint (kli_store_edit (fixture->store, "import", 0, many_func, NULL, NULL), >, 0);
  planned = plan (fixture);
  erasure = kli_erasure_new (fixture->store, planned);
  g_signal_connect (erasure, "progressed", G_CALLBACK (cancel_cb), cancellable);
  kli_erasure_run_async (erasure, cancellable, ended_cb, &ended);
  while (!ended)
    g_main_context_iteration (NULL, TRUE);
  rest = plan (fixture);
  g_assert_cmpuint (rest->ids->len, >, 0);
  g_assert_cmpuint (rest->ids->len + kli_erasure_get_n_removed (erasure), ==, MANY);
}

#define ADD(path, func) g_test_add ("/store/erase/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);
  ADD ("nothing-is-left", test_nothing_is_left);
  ADD ("history-is-final", test_history_is_final);
  ADD ("import-is-partly-erased", test_import_is_partly_erased);
  ADD ("who-is-named-stays", test_who_is_named_stays);
  ADD ("held-ones-hold", test_held_ones_hold);
  ADD ("deleted-parts", test_deleted_parts);
  ADD ("activities", test_activities);
  ADD ("moved", test_moved);
  ADD ("relations", test_relations);
  ADD ("restored-meanwhile", test_restored_meanwhile);
  ADD ("shared-picture", test_shared_picture);
  ADD ("numbers-are-given-again", test_numbers_are_given_again);
  ADD ("many", test_many);
  ADD ("cancel", test_cancel);
  g_test_add ("/store/erase/frequent-words/made", Fixture, GINT_TO_POINTER (TRUE), set_up, test_frequent_words,
              tear_down);
  g_test_add ("/store/erase/frequent-words/counted", Fixture, GINT_TO_POINTER (FALSE), set_up, test_frequent_words,
              tear_down);

  return g_test_run ();
}
