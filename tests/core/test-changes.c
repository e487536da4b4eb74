/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets of changes: what several changes of one row come to, and who is touched. */
#include "core/kli-changes.h"
#include "core/kli-kinds.h"

typedef struct
{
  const KliKind *kind;
  gint64 id;
  KliChangeOperation operation;
  guint count;
} Seen;

static void
remember_cb (const KliKind *kind, gint64 id, KliChangeOperation operation, gpointer user_data)
{
  Seen *seen = user_data;

  seen->kind = kind;
  seen->id = id;
  seen->operation = operation;
  seen->count++;
}

static void
sum_cb (gint64 id, gpointer user_data)
{
  *(gint64 *)user_data += id;
}

static void
test_combine (void)
{
  static const struct
  {
    KliChangeOperation first, second, both;
  } cases[] = {
    { KLI_CHANGE_INSERT, KLI_CHANGE_INSERT, KLI_CHANGE_INSERT },
    { KLI_CHANGE_INSERT, KLI_CHANGE_UPDATE, KLI_CHANGE_INSERT },
    { KLI_CHANGE_UPDATE, KLI_CHANGE_UPDATE, KLI_CHANGE_UPDATE },
    { KLI_CHANGE_UPDATE, KLI_CHANGE_DELETE, KLI_CHANGE_DELETE },
    { KLI_CHANGE_INSERT, KLI_CHANGE_DELETE, KLI_CHANGE_DELETE },
    { KLI_CHANGE_DELETE, KLI_CHANGE_INSERT, KLI_CHANGE_UPDATE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KliChanges) changes = kli_changes_new ();
      Seen seen = { 0 };

      kli_changes_add (changes, &kli_contact_kind, 7, cases[i].first);
      kli_changes_add (changes, &kli_contact_kind, 7, cases[i].second);
      kli_changes_foreach (changes, remember_cb, &seen);
      g_assert_cmpuint (seen.count, ==, 1);
      g_assert_true (seen.kind == &kli_contact_kind);
      g_assert_cmpint (seen.id, ==, 7);
      g_assert_cmpint (seen.operation, ==, cases[i].both);
    }
}

static void
test_touched (void)
{
  g_autoptr (KliChanges) changes = kli_changes_new ();
  gint64 sum = 0;

  g_assert_true (kli_changes_is_empty (changes));
  kli_changes_add (changes, &kli_contact_point_kind, 100, KLI_CHANGE_INSERT);
  kli_changes_add_touched (changes, 1);
  kli_changes_add_touched (changes, 1);
  kli_changes_add_touched (changes, 0); /* nobody */
  g_assert_false (kli_changes_is_empty (changes));
  g_assert_cmpuint (kli_changes_get_size (changes), ==, 1);
  g_assert_true (kli_changes_touch (changes, 1));
  g_assert_true (kli_changes_touch (changes, 100));
  g_assert_false (kli_changes_touch (changes, 2));
  g_assert_true (kli_changes_concern_kind (changes, &kli_contact_point_kind));
  g_assert_false (kli_changes_concern_kind (changes, &kli_contact_kind));
  kli_changes_foreach_touched (changes, sum_cb, &sum);
  g_assert_cmpint (sum, ==, 101);
}

/* A changed row concerns those who look at one of the columns that are different; a new one everybody. */
static void
test_columns (void)
{
  const guint64 name = KLI_CHANGE_COLUMN (KLI_CONTACT_NAME), note = KLI_CHANGE_COLUMN (KLI_CONTACT_NOTE);
  g_autoptr (KliChanges) changes = kli_changes_new ();

  kli_changes_add_columns (changes, &kli_contact_kind, 7, name);
  g_assert_true (kli_changes_concern_kind (changes, &kli_contact_kind));
  g_assert_true (kli_changes_concern_columns (changes, &kli_contact_kind, name | note));
  g_assert_false (kli_changes_concern_columns (changes, &kli_contact_kind, note | KLI_CHANGE_DELETED_AT));
  g_assert_false (kli_changes_concern_columns (changes, &kli_contract_kind, name));
  kli_changes_add_columns (changes, &kli_contact_kind, 7, KLI_CHANGE_DELETED_AT);
  g_assert_true (kli_changes_concern_columns (changes, &kli_contact_kind, KLI_CHANGE_DELETED_AT));
  g_assert_false (kli_changes_concern_columns (changes, &kli_contact_kind, note));
  kli_changes_add (changes, &kli_contact_kind, 8, KLI_CHANGE_INSERT);
  g_assert_true (kli_changes_concern_columns (changes, &kli_contact_kind, note));
}

/* There is a bit for each. */
static void
test_column_bits (void)
{
  for (guint i = 0; kli_kinds[i] != NULL; i++)
    g_assert_cmpuint (kli_kinds[i]->n_columns, <, 63);
}

static void
test_everything (void)
{
  g_autoptr (KliChanges) changes = kli_changes_new ();

  kli_changes_set_everything (changes);
  g_assert_false (kli_changes_is_empty (changes));
  g_assert_true (kli_changes_touch (changes, 12345));
  g_assert_true (kli_changes_concern_kind (changes, &kli_contract_kind));
  g_assert_true (kli_changes_concern_columns (changes, &kli_contract_kind, KLI_CHANGE_DELETED_AT));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/changes/combine", test_combine);
  g_test_add_func ("/changes/touched", test_touched);
  g_test_add_func ("/changes/columns", test_columns);
  g_test_add_func ("/changes/column-bits", test_column_bits);
  g_test_add_func ("/changes/everything", test_everything);

  return g_test_run ();
}
