/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an entry of the history changed, in words.
 *
 *   rows of the entry ─→ choose: which are told, in which order ─→ a page of them ─→ fields ─→ tell_row: lines */
#include "operations/kli-history-lines.h"

#include "core/kli-column-words.h"
#include "core/kli-kinds.h"
#include "core/kli-text-change.h"
#include "operations/kli-history-part.h"
#include "operations/kli-verbs.h"

#include <glib/gi18n-lib.h>

/* Of a longer text only the passage that changed is told, with so many characters around it (LOOK 9). */
#define LONG_TEXT 80
#define CONTEXT 40

static void
line_free (KliHistoryLine *line)
{
  g_free (line->card_name);
  g_free (line->title);
  g_free (line->before);
  g_free (line->after);
  g_free (line);
}

void
kli_history_lines_free (KliHistoryLines *lines)
{
  if (lines == NULL)
    return;

  g_ptr_array_unref (lines->lines);
  g_free (lines);
}

gboolean
kli_history_is_about_many (const KliHistoryEntry *entry)
{
  g_return_val_if_fail (entry != NULL, FALSE);

  return entry->subject == 0 || kli_verb_group (entry->origin_verb) == KLI_VERB_GROUP_MANY;
}

/* --- telling ---------------------------------------------------------------------------------------------- */

typedef struct
{
  KliConnection *connection;
  KliLanguage language;
  gboolean many;    /* the entry is about many: each line says of whom */
  gint64 card;      /* of the row that is told now */
  GPtrArray *lines; /* KliHistoryLine */
} Telling;

/* One row as it was and as it became; what the entry left alone is as it is now. */
typedef struct
{
  KliRow *before;
  KliRow *after;
  gboolean is_new;
  guint64 changed; /* a bit for each column */
} Change;

/* Takes the texts. */
static void
add_line (Telling *telling, char *title, char *before, char *after)
{
  KliHistoryLine *line = g_new0 (KliHistoryLine, 1);

  line->card = telling->card;
  line->card_name = telling->many ? kli_history_name_of (telling->connection, telling->card) : g_strdup ("");
  line->title = title;
  line->before = before;
  line->after = after;
  g_ptr_array_add (telling->lines, line);
}

static gboolean
has_changed (const Change *change, guint column)
{
  return (change->changed & (G_GUINT64_CONSTANT (1) << column)) != 0;
}

/* What follows from another column of the same change, and what nobody chose, is not told. */
static gboolean
is_told (const Change *change, guint column)
{
  const KliKind *kind = change->after->kind;
  const KliColumn *declared = &kind->columns[column];

  if (!has_changed (change, column) || kli_column_title (kind, column) == NULL)
    return FALSE;
  if (change->is_new && declared->type == KLI_COLUMN_CHOICE
      && g_strcmp0 (kli_row_get_text (change->after, column), declared->choices[0]) == 0)
    return FALSE;
  if (kind == &kli_contact_kind && has_changed (change, KLI_CONTACT_NAME))
    return (column < KLI_CONTACT_GIVEN || column > KLI_CONTACT_SUFFIX) && column != KLI_CONTACT_LEGAL_FORM;

  return !(kind == &kli_contract_kind && column == KLI_CONTRACT_CURRENCY
           && has_changed (change, KLI_CONTRACT_VALUE_MINOR));
}

static void
shorten (const KliColumn *column, char **before, char **after)
{
  char *old_passage, *new_passage;

  if ((column->type != KLI_COLUMN_TEXT && column->type != KLI_COLUMN_LONG) || **before == '\0' || **after == '\0'
      || (g_utf8_strlen (*before, -1) <= LONG_TEXT && g_utf8_strlen (*after, -1) <= LONG_TEXT))
    return;

  kli_text_changed_passage (*before, *after, CONTEXT, &old_passage, &new_passage);
  g_free (*before);
  g_free (*after);
  *before = old_passage;
  *after = new_passage;
}

/* Takes @title. */
static void
tell_column (Telling *telling, const Change *change, guint column, char *title)
{
  const KliColumn *declared = &change->after->kind->columns[column];
  char *before = change->is_new ? g_strdup ("")
                                : kli_history_value (telling->connection, change->before, column, telling->language);
  char *after = kli_history_value (telling->connection, change->after, column, telling->language);

  if ((declared->flags & KLI_COLUMN_CONTENT) && *before != '\0' && *after != '\0')
    {
      g_free (after);
      after = g_strdup (C_ ("contact field value", "another picture"));
    }
  shorten (declared, &before, &after);
  add_line (telling, title, before, after);
}

static void
tell_columns (Telling *telling, const Change *change)
{
  for (guint i = 0; i < change->after->kind->n_columns; i++)
    if (is_told (change, i))
      tell_column (telling, change, i, g_strdup (kli_column_title (change->after->kind, i)));
}

/* --- settings --------------------------------------------------------------------------------------------- */

static void
tell_setting (Telling *telling, const Change *change)
{
  static const struct
  {
    const char *key;
    const char *title;
  } settings[] = {
    { "name", N_ ("Name of the business") },
    { "country", N_ ("Country") },
    { "currency", N_ ("Currency") },
    { KLI_SETTING_PERSONAL_NUMBERS, N_ ("Numbers of natural persons") },
  };
  const char *key = kli_row_get_text (change->after, KLI_SETTING_KEY);

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    if (g_str_equal (settings[i].key, key))
      tell_column (telling, change, KLI_SETTING_VALUE, g_strdup (_ (settings[i].title)));
}

/* --- parts ------------------------------------------------------------------------------------------------ */

/* Columns that say nothing without the part they belong to: "Label (512 345 678)". */
static gboolean
needs_context (const KliKind *kind)
{
  return kind != &kli_address_kind && kind != &kli_document_kind;
}

/* The line of a phone whose number changed is that of the phone. */
static gboolean
is_main_column (const KliKind *kind, guint column)
{
  return (kind == &kli_contact_point_kind && column == KLI_CONTACT_POINT_VALUE)
         || (kind == &kli_identifier_kind && column == KLI_IDENTIFIER_VALUE)
         || (kind == &kli_contact_tag_kind && column == KLI_CONTACT_TAG_TAG)
         || (kind == &kli_own_choice_kind && column == KLI_OWN_CHOICE_NAME);
}

/* Takes @title and @text, which describe the part. */
static void
tell_changed_part (Telling *telling, const Change *change, char *title, char *text)
{
  const KliKind *kind = change->after->kind;
  g_autofree char *part_title = title;
  g_autofree char *part_text = text;

  for (guint i = 0; i < kind->n_columns; i++)
    if (is_told (change, i) && is_main_column (kind, i))
      tell_column (telling, change, i, g_strdup (part_title));
    else if (is_told (change, i) && needs_context (kind))
      /* TRANSLATORS: %1$s is the name of a field, %2$s what it belongs to: “Label (512 345 678)” */
      tell_column (telling, change, i,
                   g_strdup_printf (C_ ("field of something", "%1$s (%2$s)"), kli_column_title (kind, i), part_text));
    else if (is_told (change, i))
      tell_column (telling, change, i, g_strdup (kli_column_title (kind, i)));
}

/* Takes @title and @text, which describe the part as it became. */
static void
tell_changed_value (Telling *telling, const Change *change, char *title, char *text)
{
  char *before_title, *before;

  kli_history_describe_part (telling->connection, change->before, telling->language, &before_title, &before);
  g_free (before_title);
  add_line (telling, title, before, text);
}

static void
tell_part (Telling *telling, const Change *change)
{
  gboolean was = !change->is_new && change->before->deleted_at == 0;
  gboolean is = change->after->deleted_at == 0;
  char *title, *text;

  if (!kli_history_describe_part (telling->connection, change->after, telling->language, &title, &text))
    {
      tell_columns (telling, change);
      return;
    }
  if (was && is && kli_history_part_is_one_value (change->after->kind))
    tell_changed_value (telling, change, title, text);
  else if (was && is)
    tell_changed_part (telling, change, title, text);
  else
    add_line (telling, title, was ? text : g_strdup (""), is ? (was ? g_strdup (text) : text) : g_strdup (""));
}

/* --- records ---------------------------------------------------------------------------------------------- */

/* A record that came or went as a whole: one line with its name. */
static void
tell_whole (Telling *telling, const Change *change)
{
  gboolean in_trash = change->after->deleted_at != 0;
  const char *trash = C_ ("contact", "in trash");
  const char *title = change->after->kind == &kli_contract_kind  ? C_ ("history field", "Contract")
                      : change->after->kind == &kli_contact_kind ? C_ ("history field", "Contact")
                                                                 : C_ ("history field", "Record");
  char *name = kli_history_name_of (telling->connection, change->after->id);

  if (change->is_new)
    add_line (telling, g_strdup (title), g_strdup (""), name);
  else
    add_line (telling, g_strdup (title), in_trash ? name : g_strdup (trash), in_trash ? g_strdup (trash) : name);
}

static void
tell_row (Telling *telling, const Change *change)
{
  const KliKind *kind = change->after->kind;

  if (kind == &kli_setting_kind)
    tell_setting (telling, change);
  else if (kind->parts_stem != NULL)
    tell_part (telling, change);
  else if (change->before->deleted_at != change->after->deleted_at || (change->is_new && telling->many))
    tell_whole (telling, change);
  else
    tell_columns (telling, change);
}

/* --- from fields to rows ---------------------------------------------------------------------------------- */

static void
set_value (KliRow *row, guint column, const char *text)
{
  if (column == KLI_HISTORY_DELETED_AT)
    row->deleted_at = g_ascii_strtoll (text, NULL, 10);
  else if (kli_row_is_text (row, column))
    kli_row_set_text (row, column, text);
  else
    kli_row_set_integer (row, column, g_ascii_strtoll (text, NULL, 10));
}

static void
change_clear (Change *change)
{
  g_clear_pointer (&change->before, kli_row_free);
  g_clear_pointer (&change->after, kli_row_free);
}

/* The fields @first up to @end are those of one row. */
static void
tell_fields (Telling *telling, const GPtrArray *fields, guint first, guint end)
{
  const KliHistoryField *one = g_ptr_array_index (fields, first);
  Change change = { .after = kli_connection_load (telling->connection, one->kind, one->id, NULL) };

  if (change.after == NULL) /* erased since */
    change.after = kli_row_new (one->kind);
  change.after->id = one->id;
  change.before = kli_row_copy (change.after);
  change.is_new = one->operation == KLI_CHANGE_INSERT;
  /* A row is made live, whatever became of it. */
  if (change.is_new)
    change.before->deleted_at = change.after->deleted_at = 0;

  for (guint i = first; i < end; i++)
    {
      const KliHistoryField *field = g_ptr_array_index (fields, i);

      set_value (change.before, field->column, field->before);
      set_value (change.after, field->column, field->after);
      if (field->column < 64)
        change.changed |= G_GUINT64_CONSTANT (1) << field->column;
    }
  tell_row (telling, &change);
  change_clear (&change);
}

static gint64
card_of (const GArray *rows, gint64 id)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, KliHistoryRow, i).id == id)
      return g_array_index (rows, KliHistoryRow, i).card;

  return 0;
}

/* @page: the rows the fields belong to. */
static void
tell (Telling *telling, const GPtrArray *fields, const GArray *page)
{
  for (guint first = 0, end; first < fields->len; first = end)
    {
      gint64 id = ((KliHistoryField *)g_ptr_array_index (fields, first))->id;

      for (end = first + 1; end < fields->len; end++)
        if (((KliHistoryField *)g_ptr_array_index (fields, end))->id != id)
          break;
      telling->card = card_of (page, id);
      tell_fields (telling, fields, first, end);
    }
}

/* --- choosing --------------------------------------------------------------------------------------------- */

static gboolean
is_root (const KliHistoryRow *row)
{
  return row->kind->parts_stem == NULL;
}

/* The records that came or went: what came or went with them is not told by itself. */
static GHashTable *
gather_whole (const GArray *rows, gboolean many)
{
  GHashTable *whole = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < rows->len; i++)
    {
      KliHistoryRow *row = &g_array_index (rows, KliHistoryRow, i);

      if (is_root (row) && row->came_or_went && (many || row->operation != KLI_CHANGE_INSERT))
        g_hash_table_add (whole, &row->id);
    }

  return whole;
}

/* Returns: (transfer full) (element-type KliHistoryRow): what is told, in its order. */
static GArray *
choose (const GArray *rows, gboolean many)
{
  g_autoptr (GHashTable) whole = gather_whole (rows, many);
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (KliHistoryRow));

  for (gboolean wholes = FALSE; wholes <= TRUE; wholes++)
    for (guint i = 0; i < rows->len; i++)
      {
        const KliHistoryRow *row = &g_array_index (rows, KliHistoryRow, i);
        gboolean in_whole = g_hash_table_contains (whole, &row->card);

        if (in_whole == wholes && (!in_whole || is_root (row)) && row->kind != &kli_contact_source_kind)
          g_array_append_val (chosen, *row);
      }

  return chosen;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const KliHistoryRow *first = a, *second = b;

  return first->place < second->place ? -1 : first->place > second->place;
}

KliHistoryLines *
kli_history_read_lines (KliConnection *connection,
                        const KliHistoryEntry *entry,
                        gint64 owner,
                        guint from,
                        KliLanguage language,
                        GError **error)
{
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GArray) chosen = NULL;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) fields = NULL;
  g_autoptr (KliHistoryLines) lines = g_new0 (KliHistoryLines, 1);
  Telling telling = { connection, language, kli_history_is_about_many (entry) && owner == 0, 0, NULL };
  guint n;

  telling.lines = lines->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)line_free);
  g_return_val_if_fail (connection != NULL && entry != NULL, NULL);

  rows = kli_history_rows (connection, entry->id, owner, error);
  if (rows == NULL)
    return NULL;
  chosen = choose (rows, telling.many);
  n = from < chosen->len ? MIN (chosen->len - from, KLI_HISTORY_LINES_PAGE) : 0;
  lines->next = from + n < chosen->len ? from + n : 0;
  g_array_remove_range (chosen, 0, MIN (from, chosen->len));
  g_array_set_size (chosen, n);
  g_array_sort (chosen, compare_places);
  for (guint i = 0; i < n; i++)
    g_array_append_val (places, g_array_index (chosen, KliHistoryRow, i).place);

  fields = kli_history_fields_at (connection, entry->id, owner, places, error);
  if (fields == NULL)
    return NULL;
  tell (&telling, fields, chosen);

  return g_steal_pointer (&lines);
}

gboolean
kli_history_count (KliConnection *connection, gint64 edit, KliHistoryCount *count, GError **error)
{
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GHashTable) whole = NULL;
  g_autoptr (GHashTable) others = g_hash_table_new (g_int64_hash, g_int64_equal);

  g_return_val_if_fail (connection != NULL && count != NULL, FALSE);

  rows = kli_history_rows (connection, edit, 0, error);
  if (rows == NULL)
    return FALSE;

  whole = gather_whole (rows, TRUE);
  count->n_made = 0;
  for (guint i = 0; i < rows->len; i++)
    {
      KliHistoryRow *row = &g_array_index (rows, KliHistoryRow, i);
      gboolean is_card = row->kind == &kli_contact_kind || row->kind == &kli_contract_kind;

      if (g_hash_table_contains (whole, &row->card))
        count->n_made += is_card && is_root (row);
      else if (is_card || !is_root (row)) /* a tag that was made on the way is nobody's card */
        g_hash_table_add (others, &row->card);
    }
  count->n_changed = g_hash_table_size (others);

  return TRUE;
}
