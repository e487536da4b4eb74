/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random edits, undos, redos and restarts against a plain model of rows in memory (RELIABILITY G2).
 *
 * KLI_STEPS sets how many steps (20,000), KLI_SEED where the random numbers begin. */
#include "history-fixture.h"
#include "store-fixture.h"

#include <stdlib.h>
#include <string.h>

#define DEFAULT_STEPS 20000
#define DEFAULT_SEED 6174
#define STEPS_IN_STORE 250 /* then it goes on with a new one, so that rows and history stay small */
#define MAX_ROWS 80

typedef struct
{
  KliRow *before; /* NULL when the row was created */
  KliRow *after;
} Change;

typedef struct _Entry Entry;

struct _Entry
{
  gint64 id;
  const char *verb;
  Entry *edit;     /* what is undone or redone in the end; an edit is its own */
  GPtrArray *line; /* of an edit: its undos and redos in turn, borrowed */
  GPtrArray *changes;
};

typedef struct
{
  Fixture fixture;
  GRand *rand;
  GPtrArray *rows;    /* KliRow: what must be in the store */
  GPtrArray *put;     /* KliRow: what the edit in the making writes */
  GPtrArray *entries; /* Entry, oldest first */
  guint n_before_start;
  guint n_undone, n_redone, n_refused;
} Model;

static void
change_free (Change *change)
{
  g_clear_pointer (&change->before, kli_row_free);
  kli_row_free (change->after);
  g_free (change);
}

static void
entry_free (Entry *entry)
{
  g_ptr_array_unref (entry->changes);
  g_ptr_array_unref (entry->line);
  g_free (entry);
}

static guint
pick (Model *model, guint n)
{
  return (guint)g_rand_int_range (model->rand, 0, (int)n);
}

static KliRow *
find_row (GPtrArray *rows, gint64 id)
{
  for (guint i = 0; i < rows->len; i++)
    if (((KliRow *)g_ptr_array_index (rows, i))->id == id)
      return g_ptr_array_index (rows, i);

  return NULL;
}

static gboolean
is_owner (const KliKind *kind, guint column)
{
  return (kind->columns[column].flags & KLI_COLUMN_OWNER) != 0;
}

/* --- random edits --- */

/* A record that a column of that name can point at, rather one of the same edit; 0 when there is none. */
static gint64
pick_target (Model *model, const char *column)
{
  const KliKind *kind = kli_kind_by_name (column);

  for (guint attempt = 0; attempt < 20; attempt++)
    {
      GPtrArray *rows = attempt < 5 ? model->put : model->rows;
      const KliRow *row = rows->len > 0 ? g_ptr_array_index (rows, pick (model, rows->len)) : NULL;

      if (row != NULL && row->kind == (kind != NULL ? kind : &kli_contact_kind))
        return row->id;
    }

  return 0;
}

static void
randomise (Model *model, KliRow *row, guint i)
{
  static const char *const words[] = { "", "a", "ż" };
  static const char *const days[] = { "", "2024-02-29" };
  const KliColumn *column = &row->kind->columns[i];

  if (column->type == KLI_COLUMN_ID)
    kli_row_set_integer (row, i, pick_target (model, column->name));
  else if (!kli_column_is_text (column))
    kli_row_set_integer (row, i, pick (model, 2));
  else if (column->type == KLI_COLUMN_DAY || column->type == KLI_COLUMN_BIRTHDAY)
    kli_row_set_text (row, i, days[pick (model, G_N_ELEMENTS (days))]);
  else if (column->type == KLI_COLUMN_CHOICE)
    kli_row_set_text (row, i, column->choices[pick (model, g_strv_length ((char **)column->choices))]);
  else
    kli_row_set_text (row, i, words[pick (model, G_N_ELEMENTS (words))]);
}

static KliRow *
create_row (Model *model)
{
  static const KliKind *const kinds[] = {
    &kli_contact_kind,     &kli_contact_kind,  &kli_contact_point_kind,  &kli_contact_point_kind,
    &kli_affiliation_kind, &kli_contract_kind, &kli_contract_party_kind, &kli_contract_act_kind,
    &kli_address_kind,     &kli_tag_kind,      &kli_contact_tag_kind,    &kli_setting_kind,
  };
  KliRow *row = fixture_row (&model->fixture, kinds[pick (model, G_N_ELEMENTS (kinds))]);

  for (guint i = 0; i < row->kind->n_columns; i++)
    if (is_owner (row->kind, i) || pick (model, 2) == 0)
      randomise (model, row, i);
  if (pick (model, 50) == 0)
    row->deleted_at = 5; /* born in the trash */

  return row;
}

/* One more row for the edit in the making. */
static void
change_something (Model *model)
{
  GPtrArray *put = model->put;
  const KliRow *present;
  KliRow *row;

  if (model->rows->len == 0 || (model->rows->len < MAX_ROWS && pick (model, 2) == 0))
    {
      g_ptr_array_add (put, create_row (model));
      return;
    }

  present = g_ptr_array_index (model->rows, pick (model, model->rows->len));
  if (find_row (put, present->id) != NULL)
    return;

  row = kli_row_copy (present);
  if (pick (model, 4) == 0)
    row->deleted_at = row->deleted_at != 0 ? 0 : 7;
  else
    randomise (model, row, pick (model, row->kind->n_columns));
  g_ptr_array_add (put, row);
}

static Entry *
add_entry (Model *model, gint64 id, const char *verb, Entry *edit)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->id = id;
  entry->verb = verb;
  entry->edit = edit != NULL ? edit : entry;
  entry->changes = g_ptr_array_new_with_free_func ((GDestroyNotify)change_free);
  entry->line = g_ptr_array_new ();
  g_ptr_array_add (model->entries, entry);

  return entry;
}

/* Puts @row into the model as part of @entry. */
static void
model_put (Model *model, Entry *entry, const KliRow *row)
{
  KliRow *present = find_row (model->rows, row->id);
  Change *change = g_new0 (Change, 1);

  if (present != NULL)
    {
      change->before = kli_row_copy (present);
      g_ptr_array_remove (model->rows, present);
    }
  change->after = kli_row_copy (row);
  g_ptr_array_add (entry->changes, change);
  g_ptr_array_add (model->rows, kli_row_copy (row));
}

static void
step_edit (Model *model)
{
  static const char *const verbs[] = { "contact-set", "contact-set", "import", "contract-act-signed" };
  GPtrArray *put = model->put;
  const char *verb = verbs[pick (model, G_N_ELEMENTS (verbs))];
  Entry *entry;
  gint64 id;

  g_ptr_array_set_size (put, 0);
  for (guint i = pick (model, pick (model, 4) == 0 ? 12 : 3) + 1; i > 0; i--)
    change_something (model);
  for (guint i = put->len; i > 0; i--)
    {
      KliRow *row = g_ptr_array_index (put, i - 1);
      KliRow *present = find_row (model->rows, row->id);

      if (present != NULL && kli_row_equal (present, row))
        g_ptr_array_remove_index (put, i - 1);
    }

  id = fixture_put_all (&model->fixture, verb, 0, put);
  g_assert_true ((id > 0) == (put->len > 0)); /* nothing different is no edit */
  if (id == 0)
    return;

  entry = add_entry (model, id, verb, NULL);
  for (guint i = 0; i < put->len; i++)
    model_put (model, entry, g_ptr_array_index (put, i));
}

/* --- what the model thinks of undo --- */

static gboolean
is_undo (const Entry *entry)
{
  return g_str_equal (entry->verb, "undo");
}

/* An edit and its redo stand while it is done; an undo while it is the last word. */
static gboolean
stands (const Entry *entry)
{
  GPtrArray *line = entry->edit->line;

  return is_undo (entry) ? g_ptr_array_index (line, line->len - 1) == entry : line->len % 2 == 0;
}

static gboolean
value_equal (const KliRow *a, const KliRow *b, guint i)
{
  if (kli_row_is_text (a, i))
    return strcmp (kli_row_get_text (a, i), kli_row_get_text (b, i)) == 0;

  return kli_row_get_integer (a, i) == kli_row_get_integer (b, i);
}

/* Whether everything that the change set is still so. */
static gboolean
is_unchanged (const Change *change, const KliRow *present)
{
  const KliRow *before = change->before;
  const KliRow *after = change->after;

  if ((before == NULL || before->deleted_at != after->deleted_at) && present->deleted_at != after->deleted_at)
    return FALSE;
  for (guint i = 0; i < after->kind->n_columns; i++)
    if ((before == NULL || !value_equal (before, after, i)) && !value_equal (present, after, i))
      return FALSE;

  return TRUE;
}

static Change *
find_change (const Entry *entry, gint64 id)
{
  for (guint i = 0; i < entry->changes->len; i++)
    if (((Change *)g_ptr_array_index (entry->changes, i))->after->id == id)
      return g_ptr_array_index (entry->changes, i);

  return NULL;
}

/* A tag of a contact is hidden with the tag itself. */
static gboolean
is_hidden (Model *model, const KliRow *row)
{
  const KliRow *tag = NULL;

  if (row->kind == &kli_contact_tag_kind)
    tag = find_row (model->rows, kli_row_get_integer (row, KLI_CONTACT_TAG_TAG));

  return row->deleted_at != 0 || (row->kind == &kli_contact_tag_kind && (tag == NULL || tag->deleted_at != 0));
}

static gboolean
is_link (const KliKind *kind, guint column)
{
  return kind->columns[column].type == KLI_COLUMN_ID;
}

/* Whether the row was made, or taken out of the trash. */
static gboolean
arrived (const Change *change)
{
  return change->before == NULL || (change->before->deleted_at != 0 && change->after->deleted_at == 0);
}

/* Whether the row names @id since @entry. */
static gboolean
is_link_of (const Entry *entry, const KliRow *row, gint64 id)
{
  const Change *change = find_change (entry, row->id);

  for (guint column = 0; change != NULL && column < row->kind->n_columns; column++)
    if (is_link (row->kind, column)
        && (arrived (change) && change->before != NULL
                ? kli_row_get_integer (row, column) == id
                : kli_row_get_integer (change->after, column) == id
                      && (change->before == NULL || kli_row_get_integer (change->before, column) != id)))
      return TRUE;

  return FALSE;
}

/* Whether a row that is not hidden names the record @id, and not since @entry. */
static gboolean
is_named_by_others (Model *model, const Entry *entry, gint64 id)
{
  for (guint i = 0; i < model->rows->len; i++)
    {
      const KliRow *row = g_ptr_array_index (model->rows, i);

      for (guint column = 0; column < row->kind->n_columns; column++)
        if (is_link (row->kind, column) && kli_row_get_integer (row, column) == id && !is_link_of (entry, row, id)
            && (is_owner (row->kind, column) ? !is_hidden (model, row) : row->deleted_at == 0))
          return TRUE;
    }

  return FALSE;
}

static gboolean
keep (GHashTable *kept, gint64 id)
{
  return g_hash_table_add (kept, GSIZE_TO_POINTER (id));
}

static gboolean
is_kept (GHashTable *kept, gint64 id)
{
  return g_hash_table_contains (kept, GSIZE_TO_POINTER (id));
}

/* What a row that is kept or not means for the rows that it names since and that arrived with it, and they for it. */
static gboolean
spread (Model *model, const Entry *entry, const Change *change, GHashTable *kept)
{
  const KliKind *kind = change->after->kind;
  const KliRow *naming
      = arrived (change) && change->before != NULL ? find_row (model->rows, change->after->id) : change->after;
  gboolean is_first = arrived (change), more = FALSE;

  for (guint i = 0; i < kind->n_columns; i++)
    if (is_link (kind, i) && (arrived (change) || !value_equal (change->before, change->after, i)))
      {
        gint64 named = kli_row_get_integer (naming, i);
        const Change *made = find_change (entry, named);

        is_first = is_first && is_owner (kind, i);
        if (made != NULL && arrived (made))
          {
            if (is_kept (kept, change->after->id))
              more |= keep (kept, named);
            else if (is_first && is_kept (kept, named))
              more |= keep (kept, change->after->id);
          }
        is_first = FALSE;
      }

  return more;
}

static GHashTable *
find_kept (Model *model, const Entry *entry)
{
  GHashTable *kept = g_hash_table_new (NULL, NULL);
  gboolean more = TRUE;

  for (guint i = 0; i < entry->changes->len; i++)
    {
      const Change *change = g_ptr_array_index (entry->changes, i);
      gint64 id = change->after->id;

      if (!is_unchanged (change, find_row (model->rows, id))
          || (change->before == NULL && is_named_by_others (model, entry, id)))
        keep (kept, id);
    }
  while (more)
    {
      more = FALSE;
      for (guint i = 0; i < entry->changes->len; i++)
        more |= spread (model, entry, g_ptr_array_index (entry->changes, i), kept);
    }

  return kept;
}

/* The row as it is after @change is taken back. Returns: (transfer full) (nullable): NULL when nothing
 * would be different. */
static KliRow *
turn (const Change *change, const KliRow *present, gint64 instant)
{
  KliRow *row = kli_row_copy (present);

  if (change->before == NULL && row->deleted_at == 0)
    row->deleted_at = instant;
  if (change->before != NULL && change->before->deleted_at != change->after->deleted_at)
    row->deleted_at = change->before->deleted_at;
  for (guint i = 0; change->before != NULL && i < row->kind->n_columns; i++)
    if (!value_equal (change->before, change->after, i))
      {
        if (kli_row_is_text (row, i))
          kli_row_set_text (row, i, kli_row_get_text (change->before, i));
        else
          kli_row_set_integer (row, i, kli_row_get_integer (change->before, i));
      }
  if (kli_row_equal (row, present))
    g_clear_pointer (&row, kli_row_free);

  return row;
}

static GPtrArray *
turned_rows (Model *model, const Entry *entry, GHashTable *kept, gint64 instant)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_row_free);

  for (guint i = 0; i < entry->changes->len; i++)
    {
      const Change *change = g_ptr_array_index (entry->changes, i);
      KliRow *row;

      if (is_kept (kept, change->after->id))
        continue;
      row = turn (change, find_row (model->rows, change->after->id), instant);
      if (row != NULL)
        g_ptr_array_add (rows, row);
    }

  return rows;
}

/* --- undo in both --- */

static gboolean
model_allows (Model *model, const Entry *entry, GHashTable *kept, gboolean rest)
{
  g_autoptr (GPtrArray) rows = turned_rows (model, entry, kept, 1);
  guint n_kept = g_hash_table_size (kept);

  if (!stands (entry) || rows->len == 0)
    return FALSE;

  return n_kept == 0 || (rest && !g_str_has_prefix (entry->edit->verb, "contract-act-"));
}

static void
compare_plan (Model *model, const Entry *entry, GHashTable *kept)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KliUndoPlan) plan = kli_undo_plan (model->fixture.store, KLI_UNDO_ENTRY, entry->id, &error);
  guint n_kept = g_hash_table_size (kept);
  gboolean is_old;

  g_assert_true ((plan != NULL) == stands (entry));
  if (plan == NULL)
    return;

  g_assert_cmpuint (plan->n_touched, ==, n_kept);
  g_assert_cmpuint (plan->n_free, ==, entry->changes->len - n_kept);
  g_assert_true ((plan->touched->len > 0) == (n_kept > 0));
  is_old = model->n_before_start > 0
           && entry->id <= ((Entry *)g_ptr_array_index (model->entries, model->n_before_start - 1))->id;
  g_assert_true (plan->ask == (is_old || g_str_equal (entry->edit->verb, "import")));
}

static void
step_undo (Model *model, Entry *chosen, gboolean rest)
{
  Entry *entry = is_undo (chosen) ? chosen : chosen->edit; /* a redo goes back as its edit does */
  g_autoptr (GHashTable) kept = find_kept (model, entry);
  gboolean allowed = model_allows (model, entry, kept, rest);
  g_autoptr (KliHistoryEntry) made = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  Entry *undo;
  gint64 id;

  compare_plan (model, entry, kept);
  id = kli_undo (model->fixture.store, chosen->id, rest, &error);
  if (!allowed)
    {
      g_assert_cmpint (id, ==, -1);
      g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_CONFLICT);
      model->n_refused++;
      return;
    }

  g_assert_no_error (error);
  made = fixture_entry (&model->fixture, id);
  rows = turned_rows (model, entry, kept, made->instant);
  undo = add_entry (model, id, is_undo (entry) ? "redo" : "undo", entry->edit);
  g_ptr_array_add (entry->edit->line, undo);
  for (guint i = 0; i < rows->len; i++)
    model_put (model, undo, g_ptr_array_index (rows, i));
  g_assert_cmpstr (made->verb, ==, undo->verb);
  g_assert_cmpint (made->undoes, ==, entry->id);
  g_assert_cmpint (made->origin, ==, entry->edit->id);
  g_assert_cmpuint (made->n_changes, ==, rows->len);
  *(is_undo (undo) ? &model->n_undone : &model->n_redone) += 1;
}

static Entry *
find_meant (Model *model, KliUndoWhich which)
{
  for (guint i = model->entries->len; i > 0; i--)
    {
      Entry *entry = g_ptr_array_index (model->entries, i - 1);

      if (entry->edit == entry && which == KLI_UNDO_REDO)
        return NULL;
      if (stands (entry) && (which == KLI_UNDO_REDO ? is_undo (entry) : entry->edit == entry))
        return entry;
    }

  return NULL;
}

static void
step_key (Model *model, KliUndoWhich which)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KliUndoPlan) plan = kli_undo_plan (model->fixture.store, which, 0, &error);
  Entry *entry = find_meant (model, which);

  if (entry == NULL)
    {
      g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_NOT_FOUND);
      return;
    }

  g_assert_no_error (error);
  g_assert_cmpint (plan->entry->id, ==, entry->id);
  step_undo (model, entry, pick (model, 2) == 0);
}

static void
step_any_entry (Model *model)
{
  guint n = MIN (model->entries->len, 30);

  if (n > 0)
    step_undo (model, g_ptr_array_index (model->entries, model->entries->len - 1 - pick (model, n)),
               pick (model, 2) == 0);
}

static void
step_restart (Model *model)
{
  fixture_restart (&model->fixture);
  model->n_before_start = model->entries->len;
}

static void
step (Model *model)
{
  g_autofree char *expected = NULL;
  g_autofree char *present = NULL;
  guint choice = pick (model, 1000);

  if (choice < 5)
    step_restart (model);
  else if (choice < 200)
    step_key (model, KLI_UNDO_NEWEST);
  else if (choice < 380)
    step_key (model, KLI_UNDO_REDO);
  else if (choice < 550)
    step_any_entry (model);
  else
    step_edit (model);

  expected = fixture_print_rows (model->rows);
  present = fixture_dump (&model->fixture);
  g_assert_cmpstr (present, ==, expected);
}

static void
run_store (Model *model, guint n_steps)
{
  model->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_row_free);
  model->put = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_row_free);
  model->entries = g_ptr_array_new_with_free_func ((GDestroyNotify)entry_free);
  model->n_before_start = 0;
  fixture_open (&model->fixture);
  for (guint i = 0; i < n_steps; i++)
    step (model);
  fixture_close (&model->fixture);
  g_ptr_array_unref (model->rows);
  g_ptr_array_unref (model->put);
  g_ptr_array_unref (model->entries);
}

static guint
number_from_environment (const char *name, guint otherwise)
{
  const char *text = g_getenv (name);

  return text != NULL ? (guint)strtoul (text, NULL, 10) : otherwise;
}

static void
test_model (void)
{
  guint n_steps = number_from_environment ("KLI_STEPS", DEFAULT_STEPS);
  guint seed = number_from_environment ("KLI_SEED", DEFAULT_SEED);
  Model model = { .rand = g_rand_new_with_seed (seed) };

  g_test_message ("KLI_SEED=%u KLI_STEPS=%u", seed, n_steps);
  for (guint done = 0; done < n_steps; done += STEPS_IN_STORE)
    run_store (&model, MIN (STEPS_IN_STORE, n_steps - done));
  g_test_message ("%u undone, %u redone, %u refused", model.n_undone, model.n_redone, model.n_refused);
  g_rand_free (model.rand);
}

int
main (int argc, char *argv[])
{
  store_fixture_init (&argc, &argv);

  g_test_add_func ("/undo/model", test_model);

  return g_test_run ();
}
