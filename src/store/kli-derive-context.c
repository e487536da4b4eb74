/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a derivation looks at besides the records, and what it gathers until its end. */
#include "store/kli-derive-private.h"
#include "store/kli-phrases.h"
#include "store/kli-search-index.h"

#include <string.h>

/* So many changed places are named one by one; more are one mark that says "all of them". */
#define NOTES_MAX 500
/* So many changes of sets are gathered before they are written. */
#define MEMBERS_MAX 1000000
/* So many sort keys are remembered at most. */
#define KEYS_MAX 1000

typedef struct
{
  KliCollator *collator;
  KliLanguage language;
} KeptCollator;

static void
kept_collator_free (gpointer data)
{
  KeptCollator *kept = data;

  g_clear_pointer (&kept->collator, kli_collator_free);
  g_free (kept);
}

/* Opening one costs as much as a small edit, so each thread keeps its last. */
static GPrivate kept_collator = G_PRIVATE_INIT (kept_collator_free);

static KliCollator *
get_collator (KliLanguage language)
{
  KeptCollator *kept = g_private_get (&kept_collator);

  if (kept != NULL && kept->language == language)
    return kept->collator;

  kept = g_new0 (KeptCollator, 1);
  kept->collator = kli_collator_new (language);
  kept->language = language;
  g_private_replace (&kept_collator, kept);

  return kept->collator;
}

/* Returns: (transfer full) (nullable): the first column of the only row as text, "" without a row. */
static char *
read_text (KliConnection *connection, const char *statement_name, const char *parameter, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, statement_name, error);
  g_autoptr (GError) local_error = NULL;
  char *text;

  if (statement == NULL)
    return NULL;
  kli_statement_bind_text (statement, 1, parameter);
  text = g_strdup (kli_statement_step (statement, &local_error) ? kli_statement_get_text (statement, 0) : "");
  if (local_error != NULL)
    {
      g_clear_pointer (&text, g_free);
      g_propagate_error (error, g_steal_pointer (&local_error));
    }

  return text;
}

char *
kli_derive_get_state (KliConnection *connection, const char *name, GError **error)
{
  return read_text (connection, "store-state-get", name, error);
}

gboolean
kli_derive_set_state (KliConnection *connection, const char *name, const char *value, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "store-state-set", error);

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_text (statement, 1, name);
  kli_statement_bind_text (statement, 2, value);

  return kli_statement_run (statement, error);
}

gboolean
kli_derive_context_init (KliDeriveContext *context, KliConnection *connection, GError **error)
{
  g_autofree char *language = kli_derive_get_state (connection, "language", error);
  g_autofree char *day = language != NULL ? kli_derive_get_state (connection, "day", error) : NULL;

  if (day == NULL)
    return FALSE;
  context->connection = connection;
  context->language = kli_language_from_tag (language);
  context->collator = get_collator (context->language);
  context->day = kli_day_parse (day);
  context->country = read_text (connection, "derive-setting", "country", error);

  return context->country != NULL;
}

void
kli_derive_context_init_pure (KliDeriveContext *context, const KliDeriveContext *like)
{
  context->language = like->language;
  context->collator = get_collator (like->language);
  context->day = like->day;
  context->country = g_strdup (like->country);
}

void
kli_derive_context_clear (KliDeriveContext *context)
{
  g_clear_pointer (&context->members, kli_member_changes_free);
  g_clear_pointer (&context->frequent, g_hash_table_unref);
  g_clear_pointer (&context->phrases, kli_phrases_free);
  g_clear_pointer (&context->noted, kli_id_table_free);
  g_clear_pointer (&context->keys, g_hash_table_unref);
  g_clear_pointer (&context->waiting, g_array_unref);
  g_clear_pointer (&context->country, g_free);
}

GBytes *
kli_derive_collate (KliDeriveContext *context, const char *text)
{
  GBytes *key;

  if (context->keys == NULL)
    context->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
  key = g_hash_table_lookup (context->keys, text);
  if (key != NULL)
    return g_bytes_ref (key);

  key = kli_collator_key (context->collator, text);
  if (g_hash_table_size (context->keys) >= KEYS_MAX)
    g_hash_table_remove_all (context->keys);
  g_hash_table_insert (context->keys, g_strdup (text), g_bytes_ref (key));

  return key;
}

static gboolean
insert_note (KliDeriveContext *context, guint32 local, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (context->connection, "order-change-insert", error);

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, local);

  return kli_statement_run (statement, error);
}

gboolean
kli_derive_note_order (KliDeriveContext *context, const KliDeriveSubject *subject, GError **error)
{
  if (context->n_notes > NOTES_MAX)
    return TRUE;
  if (context->noted == NULL)
    context->noted = kli_id_table_new ();
  if (!kli_id_table_add (context->noted, subject->local) || ++context->n_notes > NOTES_MAX)
    return TRUE;

  return insert_note (context, subject->local, error);
}

/* Those of @keys that are not in @others. */
static void
change_members (KliMemberChanges *changes, GHashTable *keys, GHashTable *others, guint32 local, gboolean member)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (others, key))
      kli_member_changes_add (changes, key, local, member);
}

static gboolean
write_if_many (KliDeriveContext *context, GError **error)
{
  return kli_member_changes_count (context->members) < MEMBERS_MAX
         || kli_member_changes_write (context->members, context->connection, error);
}

gboolean
kli_derive_change_members (
    KliDeriveContext *context, GHashTable *before, GHashTable *after, guint32 local, GError **error)
{
  if (context->mending)
    return TRUE;
  if (context->members == NULL)
    context->members = kli_member_changes_new ();
  change_members (context->members, before, after, local, FALSE);
  change_members (context->members, after, before, local, TRUE);

  return write_if_many (context, error);
}

gboolean
kli_derive_add_members (KliDeriveContext *context, GHashTable *keys, guint32 local, GError **error)
{
  GHashTableIter iter;
  gpointer key;

  if (context->mending || g_hash_table_size (keys) == 0)
    return TRUE;
  if (context->members == NULL)
    context->members = kli_member_changes_new ();
  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    kli_member_changes_add (context->members, key, local, TRUE);

  return write_if_many (context, error);
}

gboolean
kli_derive_change_members_by_line (
    KliDeriveContext *context, const char *before, const char *after, guint32 local, GError **error)
{
  g_autoptr (GString) line = g_string_new (NULL);

  if (context->mending)
    return TRUE;
  if (context->members == NULL)
    context->members = kli_member_changes_new ();
  for (const char *lines = before; kli_derive_take_line (&lines, after, line);)
    kli_member_changes_add (context->members, line->str, local, FALSE);
  for (const char *lines = after; kli_derive_take_line (&lines, before, line);)
    kli_member_changes_add (context->members, line->str, local, TRUE);

  return write_if_many (context, error);
}

static gboolean
finish_notes (KliDeriveContext *context, GError **error)
{
  g_autoptr (KliStatement) statement = NULL;

  if (context->n_notes == 0)
    return TRUE;
  if (context->n_notes > NOTES_MAX && !insert_note (context, 0, error))
    return FALSE;

  statement = kli_connection_lend (context->connection, "order-change-prune", error);

  return statement != NULL && kli_statement_run (statement, error);
}

gboolean
kli_derive_finish (KliDeriveContext *context, GError **error)
{
  return finish_notes (context, error) && (!context->damaged || kli_search_index_begin (context->connection, error))
         && (context->members == NULL || kli_member_changes_write (context->members, context->connection, error));
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

char *
kli_derive_join_lines (GPtrArray *lines)
{
  GString *joined = g_string_new (NULL);

  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = g_ptr_array_index (lines, i);

      if (i > 0 && strcmp (line, g_ptr_array_index (lines, i - 1)) == 0)
        continue;
      if (joined->len > 0)
        g_string_append_c (joined, '\n');
      g_string_append (joined, line);
    }

  return g_string_free (joined, FALSE);
}

/* Whether @line is one of @lines. */
static gboolean
has_line (const char *lines, const GString *line)
{
  for (const char *at = strstr (lines, line->str); at != NULL; at = strstr (at + 1, line->str))
    if ((at == lines || at[-1] == '\n') && (at[line->len] == '\0' || at[line->len] == '\n'))
      return TRUE;

  return FALSE;
}

gboolean
kli_derive_take_line (const char **lines, const char *others, GString *line)
{
  while (**lines != '\0')
    {
      gsize length = strcspn (*lines, "\n");

      g_string_truncate (line, 0);
      g_string_append_len (line, *lines, (gssize)length);
      *lines += length + ((*lines)[length] != '\0');
      if (!has_line (others, line))
        return TRUE;
    }

  return FALSE;
}
