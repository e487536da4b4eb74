/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an edit made may be named by others since: taking it back never leaves a live row that names a record which
 * went with it. For every column that names a record, as the kinds declare them. */
#include "history-fixture.h"
#include "store-fixture.h"

#include "store/kli-long-edit.h"

/* A column that names a record, and a kind that it names. */
typedef struct
{
  const KliKind *kind;
  guint column;
  const KliKind *target;
} Link;

/* What the columns name: by their names, since they are called so everywhere. */
static const KliKind *
target_of (const char *column)
{
  static const char *const contacts[]
      = { "contact", "person", "organisation", "party", "owner", "merged", "other", "choice", "household", NULL };

  if (g_strv_contains (contacts, column))
    return &kli_contact_kind;
  if (g_str_equal (column, "successor"))
    return &kli_contract_kind;
  if (g_str_equal (column, "manager") || g_str_equal (column, "deputy") || g_str_equal (column, "staff"))
    return &kli_staff_member_kind;
  if (g_str_equal (column, "field"))
    return &kli_own_field_kind;
  if (kli_kind_by_name (column) == NULL)
    g_error ("Say here what a column “%s” names", column);

  return kli_kind_by_name (column);
}

typedef void (*LinkFunc) (Fixture *fixture, const Link *link);

static void
foreach_link (gconstpointer data)
{
  LinkFunc func = (LinkFunc)data;

  for (guint i = 0; kli_kinds[i] != NULL; i++)
    for (guint column = 0; column < kli_kinds[i]->n_columns; column++)
      if (kli_kinds[i]->columns[column].type == KLI_COLUMN_ID)
        {
          Link link = { kli_kinds[i], column, target_of (kli_kinds[i]->columns[column].name) };
          Fixture fixture = { 0 };

          g_test_message ("%s.%s", link.kind->name, link.kind->columns[column].name);
          fixture_open (&fixture);
          func (&fixture, &link);
          fixture_close (&fixture);
        }
}

/* Lets @row name a new record of @target. */
static void
name_new (Fixture *fixture, KliRow *row, guint column, const KliKind *target)
{
  g_autoptr (KliRow) named = fixture_row (fixture, target);

  fixture_put (fixture, "new", named, NULL);
  kli_row_set_integer (row, column, named->id);
}

/* A row that names nobody in that column yet. */
static KliRow *
unlinked_row (Fixture *fixture, const Link *link)
{
  KliRow *row = fixture_row (fixture, link->kind);

  /* A tag of a contact is hidden with the tag, what a field says with the field. */
  if (link->kind == &kli_contact_tag_kind && link->column != KLI_CONTACT_TAG_TAG)
    name_new (fixture, row, KLI_CONTACT_TAG_TAG, &kli_tag_kind);
  if (link->kind == &kli_own_value_kind && link->column != KLI_OWN_VALUE_FIELD)
    name_new (fixture, row, KLI_OWN_VALUE_FIELD, &kli_own_field_kind);

  return row;
}

static KliRow *
naming_row (Fixture *fixture, const Link *link, const KliRow *target)
{
  KliRow *row = unlinked_row (fixture, link);

  kli_row_set_integer (row, link->column, target->id);

  return row;
}

static void
assert_live (Fixture *fixture, const KliRow *row, gboolean live)
{
  g_autoptr (KliRow) present = fixture_load (fixture, row->kind, row->id);

  if ((present->deleted_at == 0) != live)
    g_error ("The %s should %s", row->kind->name, live ? "have stayed" : "have gone");
}

static KliUndoPlan *
plan (Fixture *fixture, gint64 entry)
{
  g_autoptr (GError) error = NULL;
  KliUndoPlan *result = kli_undo_plan (fixture->store, KLI_UNDO_ENTRY, entry, &error);

  g_assert_no_error (error);

  return result;
}

static void
undo_rest (Fixture *fixture, gint64 entry)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (kli_undo (fixture->store, entry, TRUE, &error), >, 0);
  g_assert_no_error (error);
}

static void
refuse_undo (Fixture *fixture, gint64 entry)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (kli_undo (fixture->store, entry, FALSE, &error), ==, -1);
  g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_CONFLICT);
}

/* Taken back, the import leaves the record that is named, and who names it; the other one goes. */
static void
undo_all_but (Fixture *fixture, gint64 import, const KliRow *named, const KliRow *naming, const KliRow *other)
{
  refuse_undo (fixture, import);
  undo_rest (fixture, import);
  assert_live (fixture, named, TRUE);
  assert_live (fixture, naming, TRUE);
  assert_live (fixture, other, FALSE);
}

/* Changes a column that names nobody. Returns: FALSE when there is no such column, as in a tag of a contact. */
static gboolean
change_rest (Fixture *fixture, KliRow *row)
{
  guint last = row->kind->n_columns - 1;

  for (; row->kind->columns[last].type == KLI_COLUMN_ID; last--)
    if (last == 0)
      return FALSE;
  if (kli_row_is_text (row, last))
    kli_row_set_text (row, last, "changed");
  else
    kli_row_set_integer (row, last, 9);
  fixture_put (fixture, "contact-set", row, NULL);

  return TRUE;
}

/* Puts the rows into the trash and has an import take them out of it. Returns: the import. */
static gint64
trash_and_import (Fixture *fixture, KliRow *const *rows, guint n)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      rows[i]->deleted_at = 5;
      g_ptr_array_add (all, rows[i]);
    }
  fixture_put_all (fixture, "records-trash", 0, all);
  for (guint i = 0; i < n; i++)
    rows[i]->deleted_at = 0;

  return fixture_put_all (fixture, "import", 0, all);
}

/* --- one transaction ---------------------------------------------------------------------------------- */

/* An import makes a record and another one of its kind; somebody names the first; the import is taken back. */
static void
is_named_since (Fixture *fixture, const Link *link)
{
  g_autoptr (KliRow) named = fixture_row (fixture, link->target);
  g_autoptr (KliRow) other = fixture_row (fixture, link->target);
  g_autoptr (KliRow) later = NULL;
  g_autoptr (KliUndoPlan) before = NULL;
  g_autoptr (KliUndoPlan) after = NULL;
  gint64 import = fixture_put (fixture, "import", named, other, NULL);

  before = plan (fixture, import);
  g_assert_cmpuint (before->n_touched, ==, 0);

  later = naming_row (fixture, link, named);
  fixture_put (fixture, "contact-set", later, NULL);
  after = plan (fixture, import);
  g_assert_cmpuint (after->n_touched, ==, 1);
  g_assert_cmpint (*(gint64 *)g_ptr_array_index (after->touched, 0), ==, named->id);
  undo_all_but (fixture, import, named, later, other);
}

/* The same when the one who names it was there before, and is only changed. */
static void
is_named_by_an_older_one (Fixture *fixture, const Link *link)
{
  g_autoptr (KliRow) named = fixture_row (fixture, link->target);
  g_autoptr (KliRow) other = fixture_row (fixture, link->target);
  g_autoptr (KliRow) older = unlinked_row (fixture, link);
  gint64 import;

  fixture_put (fixture, "contact-set", older, NULL);
  import = fixture_put (fixture, "import", named, other, NULL);
  kli_row_set_integer (older, link->column, named->id);
  fixture_put (fixture, "contact-set", older, NULL);
  undo_all_but (fixture, import, named, older, other);
}

/* Who named it does so no longer: then nothing holds it. */
static void
is_named_no_longer (Fixture *fixture, const Link *link)
{
  g_autoptr (KliRow) named = fixture_row (fixture, link->target);
  g_autoptr (KliRow) later = NULL;
  gint64 import = fixture_put (fixture, "import", named, NULL);

  later = naming_row (fixture, link, named);
  fixture_put (fixture, "contact-set", later, NULL);
  later->deleted_at = 5;
  fixture_put (fixture, "contact-set", later, NULL);
  undo_rest (fixture, import);
  assert_live (fixture, named, FALSE);
}

/* The import made both, and the one who names was changed since: it stays, with what it names. */
static void
stays_with_who_names_it (Fixture *fixture, const Link *link)
{
  g_autoptr (KliRow) named = fixture_row (fixture, link->target);
  g_autoptr (KliRow) other = fixture_row (fixture, link->target);
  g_autoptr (KliRow) naming = naming_row (fixture, link, named);
  gint64 import = fixture_put (fixture, "import", named, other, naming, NULL);

  if (change_rest (fixture, naming))
    undo_all_but (fixture, import, named, naming, other);
}

/* The import took a record and another out of the trash; somebody names the first since. */
static void
is_named_after_its_return (Fixture *fixture, const Link *link)
{
  g_autoptr (KliRow) named = fixture_row (fixture, link->target);
  g_autoptr (KliRow) other = fixture_row (fixture, link->target);
  g_autoptr (KliRow) before = naming_row (fixture, link, named);
  g_autoptr (KliRow) later = NULL;
  g_autoptr (KliUndoPlan) untouched = NULL;
  gint64 import;

  fixture_put (fixture, "contact-new", named, other, before, NULL);
  import = trash_and_import (fixture, (KliRow *[]){ named, other }, 2);
  untouched = plan (fixture, import);
  g_assert_cmpuint (untouched->n_touched, ==, 0); /* who named it before is as it was then */

  later = naming_row (fixture, link, named);
  later->id = import + 1000000;
  fixture_put (fixture, "contact-set", later, NULL);
  undo_all_but (fixture, import, named, later, other);
}

/* Returns: whether there is a column that names records of @kind; the first one in *@link. */
static gboolean
find_link_to (const KliKind *kind, Link *link)
{
  for (guint i = 0; kli_kinds[i] != NULL; i++)
    for (guint column = 0; column < kli_kinds[i]->n_columns; column++)
      if (kli_kinds[i]->columns[column].type == KLI_COLUMN_ID && target_of (kli_kinds[i]->columns[column].name) == kind)
        {
          *link = (Link){ kli_kinds[i], column, kind };
          return TRUE;
        }

  return FALSE;
}

/* The import took all of them out of the trash; somebody names the one that names: both stay. */
static void
is_back_with_who_names_it (Fixture *fixture, const Link *link)
{
  g_autoptr (KliRow) named = fixture_row (fixture, link->target);
  g_autoptr (KliRow) other = fixture_row (fixture, link->target);
  g_autoptr (KliRow) naming = naming_row (fixture, link, named);
  g_autoptr (KliRow) later = NULL;
  Link to_naming;
  gint64 import;

  if (!find_link_to (link->kind, &to_naming))
    return; /* a part that nothing names */
  fixture_put (fixture, "contact-new", named, other, naming, NULL);
  import = trash_and_import (fixture, (KliRow *[]){ named, other, naming }, 3);
  later = naming_row (fixture, &to_naming, naming);
  later->id = import + 1000000;
  fixture_put (fixture, "contact-set", later, NULL);
  undo_all_but (fixture, import, named, naming, other);
  assert_live (fixture, later, TRUE);
}

/* A contact that stays keeps its tags, and they the tag. */
static void
test_tag_of_a_kept_contact (void)
{
  Fixture fixture = { 0 };
  g_autoptr (KliRow) person = NULL;
  g_autoptr (KliRow) tag = NULL;
  g_autoptr (KliRow) of_person = NULL;
  gint64 import;

  fixture_open (&fixture);
  person = fixture_person (&fixture, "Ewa");
  tag = fixture_row (&fixture, &kli_tag_kind);
  of_person = fixture_row (&fixture, &kli_contact_tag_kind);
  kli_row_set_integer (of_person, KLI_CONTACT_TAG_CONTACT, person->id);
  kli_row_set_integer (of_person, KLI_CONTACT_TAG_TAG, tag->id);
  import = fixture_put (&fixture, "import", person, tag, of_person, NULL);
  kli_row_set_text (person, KLI_CONTACT_NAME, "Ewa Lis");
  fixture_put (&fixture, "contact-set", person, NULL);

  g_assert_cmpint (kli_undo (fixture.store, import, TRUE, NULL), ==, -1); /* all three are one thing */
  assert_live (&fixture, tag, TRUE);
  fixture_close (&fixture);
}

/* --- slice by slice ----------------------------------------------------------------------------------- */

typedef struct
{
  Fixture *fixture;
  KliRow *later; /* NULL once it is there */
} Meanwhile;

static void
name_it_cb (KliStore *store, KliChanges *changes, gpointer user_data)
{
  Meanwhile *meanwhile = user_data;
  KliRow *later = g_steal_pointer (&meanwhile->later);

  if (later != NULL)
    fixture_put (meanwhile->fixture, "contact-set", later, NULL);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (kli_undo_finish (KLI_STORE (source), result, &error), >, 0);
  g_assert_no_error (error);
  *(gboolean *)user_data = TRUE;
}

#define N_TAGS 30000 /* several slices */

static gpointer
last_row_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) rows = kli_history_rows (connection, *(gint64 *)user_data, 0, error);

  return g_memdup2 (&g_array_index (rows, KliHistoryRow, rows->len - 1).id, sizeof (gint64));
}

/* While a long import is taken back, somebody gets a tag that it has not come to yet. */
static void
test_named_meanwhile (void)
{
  Fixture fixture = { 0 };
  Meanwhile meanwhile = { .fixture = &fixture };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_row_free);
  g_autoptr (KliRow) person = NULL;
  g_autoptr (KliRow) later = NULL;
  g_autoptr (KliRow) tag = NULL;
  g_autofree gint64 *last = NULL;
  gboolean done = FALSE;
  gint64 import;

  fixture_open (&fixture);
  person = fixture_person (&fixture, "Ewa");
  fixture_put (&fixture, "contact-new", person, NULL);
  for (guint i = 0; i < N_TAGS; i++)
    g_ptr_array_add (rows, fixture_row (&fixture, &kli_tag_kind));
  import = fixture_put_all (&fixture, "import", 0, rows);
  last = kli_store_read (fixture.store, last_row_func, &import, NULL);

  later = fixture_row (&fixture, &kli_contact_tag_kind);
  kli_row_set_integer (later, KLI_CONTACT_TAG_CONTACT, person->id);
  kli_row_set_integer (later, KLI_CONTACT_TAG_TAG, *last);
  meanwhile.later = later;
  g_signal_connect (fixture.store, "changed", G_CALLBACK (name_it_cb), &meanwhile);
  kli_long_edit_tune (N_TAGS / 2, N_TAGS / 6);
  kli_undo_async (fixture.store, import, FALSE, NULL, undone_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);

  tag = fixture_load (&fixture, &kli_tag_kind, *last);
  assert_live (&fixture, tag, TRUE);
  assert_live (&fixture, g_ptr_array_index (rows, *last == ((KliRow *)rows->pdata[0])->id ? 1 : 0), FALSE);
  fixture_close (&fixture);
}

int
main (int argc, char *argv[])
{
  store_fixture_init (&argc, &argv);

  g_test_add_data_func ("/undo-links/named-since", is_named_since, foreach_link);
  g_test_add_data_func ("/undo-links/named-by-an-older-one", is_named_by_an_older_one, foreach_link);
  g_test_add_data_func ("/undo-links/named-no-longer", is_named_no_longer, foreach_link);
  g_test_add_data_func ("/undo-links/stays-with-who-names-it", stays_with_who_names_it, foreach_link);
  g_test_add_data_func ("/undo-links/back-with-who-names-it", is_back_with_who_names_it, foreach_link);
  g_test_add_data_func ("/undo-links/named-after-its-return", is_named_after_its_return, foreach_link);
  g_test_add_func ("/undo-links/tag-of-a-kept-contact", test_tag_of_a_kept_contact);
  g_test_add_func ("/undo-links/named-meanwhile", test_named_meanwhile);

  return g_test_run ();
}
