/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of long edits share: work on many people, in batches small enough to be many. */
#include "long-fixture.h"

#include "record-fixture.h"

#include "store/kli-backup.h"
#include "store/kli-changeset-kinds.h"
#include "store/kli-undo-private.h"

/* --- people -------------------------------------------------------------------------------------------- */

static gboolean
add_phone (KliEdit *edit, gint64 contact, const char *value, GError **error)
{
  g_autoptr (KliRow) phone = kli_row_new (&kli_contact_point_kind);

  kli_row_set_integer (phone, KLI_CONTACT_POINT_CONTACT, contact);
  kli_row_set_text (phone, KLI_CONTACT_POINT_KIND, "phone");
  kli_row_set_text (phone, KLI_CONTACT_POINT_VALUE, value);

  return kli_edit_insert (edit, phone, error);
}

typedef struct
{
  guint n;
  GArray *ids;
} People;

static gboolean
add_people_func (KliEdit *edit, gpointer user_data, GError **error)
{
  People *people = user_data;

  for (guint i = 0; i < people->n; i++)
    {
      g_autoptr (KliRow) person = kli_row_new (&kli_contact_kind);
      g_autofree char *name = g_strdup_printf ("Person %u", i);

      kli_row_set_text (person, KLI_CONTACT_KIND, "person");
      kli_row_set_text (person, KLI_CONTACT_NAME, name);
      if (!kli_edit_insert (edit, person, error) || !add_phone (edit, person->id, "1", error))
        return FALSE;
      g_array_append_val (people->ids, person->id);
    }

  return TRUE;
}

GArray *
long_fixture_add_people (KliStore *store, guint n)
{
  People people = { n, g_array_new (FALSE, FALSE, sizeof (gint64)) };
  g_autoptr (GError) error = NULL;

  kli_store_edit (store, "import", 0, add_people_func, &people, &error);
  g_assert_no_error (error);

  return people.ids;
}

/* --- the work ------------------------------------------------------------------------------------------ */

static gboolean
rename_func (KliEdit *edit, gpointer data, guint done, guint n, guint *n_done, GError **error)
{
  const GArray *ids = data;

  for (guint i = done; i < done + n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Renamed %u", i);
      g_autoptr (KliRow) person = kli_connection_load (kli_edit_get_connection (edit), &kli_contact_kind,
                                                       g_array_index (ids, gint64, i), error);

      if (person == NULL)
        return FALSE;
      kli_row_set_text (person, KLI_CONTACT_NAME, name);
      if (!kli_edit_update (edit, person, error) || !add_phone (edit, person->id, "2", error))
        return FALSE;
    }
  *n_done = n;

  return TRUE;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *)a, second = *(const gint64 *)b;

  return first < second ? -1 : first > second;
}

static const KliLongWork work = { "test", rename_func, (GDestroyNotify)g_array_unref };

KliLongEdit *
long_fixture_rename (KliStore *store, const GArray *ids)
{
  GArray *copy = g_array_copy ((GArray *)ids);
  GVariant *job = g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, copy->data, copy->len, sizeof (gint64));

  return kli_long_edit_new (store, &work, copy, "bulk-test", copy->len, job);
}

static gpointer
entry_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_history_read_entry (connection, *(gint64 *)user_data, error);
}

KliLongEdit *
long_fixture_undo (KliStore *store, gint64 entry)
{
  g_autoptr (GHashTable) none = kli_id_set_new ();
  g_autoptr (KliHistoryEntry) read = kli_store_read (store, entry_func, &entry, NULL);

  g_assert_nonnull (read);

  return kli_undo_long_new (store, read, none);
}

GArray *
long_fixture_list_people (KliStore *store)
{
  g_autoptr (KliAnswer) answer = record_search (store, KLI_QUERY_CONTACTS, "");
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (ids, kli_answer_get_ids (answer), kli_answer_get_n_items (answer));
  g_array_sort (ids, compare_ids);

  return ids;
}

KliLongEdit *
long_fixture_continue (KliStore *store, const KliUnfinished *unfinished)
{
  GArray *ids;
  gconstpointer bytes;
  gsize n;

  if (!g_str_equal (unfinished->work, work.name))
    return kli_undo_continue (store, unfinished);

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  bytes = g_variant_get_fixed_array (unfinished->job, &n, sizeof (gint64));
  g_array_append_vals (ids, bytes, (guint)n);

  return kli_long_edit_resume (store, &work, ids, unfinished);
}

/* --- looks --------------------------------------------------------------------------------------------- */

static gpointer
list_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_unfinished_list (connection, error);
}

KliUnfinished *
long_fixture_read_unfinished (KliStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = kli_store_read (store, list_func, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (list->len, <=, 1);

  return list->len > 0 ? g_ptr_array_steal_index (list, 0) : NULL;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

static gpointer
print_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const KliAnswer *answer = user_data;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < kli_answer_get_n_items (answer); i++)
    {
      g_autoptr (KliWhole) whole = kli_whole_read (connection, &kli_contact_kind, kli_answer_get_id (answer, i), error);

      g_ptr_array_add (lines, g_strdup_printf ("%s: %u phones",
                                               kli_row_get_text (kli_whole_get_root (whole), KLI_CONTACT_NAME),
                                               kli_whole_count_parts (whole, &kli_contact_point_kind)));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **)lines->pdata);
}

char *
long_fixture_print (KliStore *store)
{
  g_autoptr (KliAnswer) answer = record_search (store, KLI_QUERY_CONTACTS, "");
  g_autoptr (GError) error = NULL;
  char *text = kli_store_read (store, print_func, answer, &error);

  g_assert_no_error (error);

  return text;
}

void
long_fixture_check (KliStore *store)
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
}
