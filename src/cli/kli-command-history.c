/* SPDX-License-Identifier: GPL-3.0-or-later */
/* history, undo, redo. */
#include "cli/kli-commands.h"
#include "cli/kli-json.h"
#include "operations/kli-record.h"
#include "operations/kli-verbs.h"
#include "store/kli-history.h"

#define LIMIT 50

typedef struct
{
  gint64 owner;
  guint limit;
} Wanted;

static gpointer
read_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = user_data;

  if (wanted->owner != 0 && kli_find_kind (connection, wanted->owner, error) == NULL)
    return NULL;

  return kli_history_read_list (connection, wanted->owner, wanted->limit, error);
}

/* 2026-11-22T09:30:00Z */
static char *
format_instant (gint64 instant)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (instant / 1000);

  return time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("");
}

/* --- history ------------------------------------------------------------------------------------------ */

static char *
make_title (const KliHistoryEntry *entry)
{
  return kli_verb_entry_title (entry->verb, entry->origin_verb, entry->subject_name, 0);
}

static JsonNode *
make_entry (const KliHistoryEntry *entry)
{
  JsonObject *object = json_object_new ();
  g_autofree char *title = make_title (entry);
  g_autofree char *time = format_instant (entry->instant);
  JsonNode *node;

  kli_json_set_id (object, "id", entry->id);
  json_object_set_string_member (object, "verb", entry->verb);
  json_object_set_string_member (object, "title", title);
  kli_json_set_id (object, "subject", entry->subject);
  json_object_set_string_member (object, "name", entry->subject_name);
  json_object_set_string_member (object, "time", time);
  json_object_set_string_member (object, "who", entry->who);
  kli_json_set_id (object, "undoes", entry->undoes);
  kli_json_set_id (object, "undone_by", entry->undone_by);
  json_object_set_int_member (object, "changes", entry->n_changes);
  json_object_set_string_member (object, "state", entry->state);
  node = json_node_init_object (json_node_alloc (), object);
  json_object_unref (object);

  return node;
}

static void
print_as_json (const GPtrArray *entries)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_init_array (json_node_alloc (), array);

  for (guint i = 0; i < entries->len; i++)
    json_array_add_element (array, make_entry (g_ptr_array_index (entries, i)));
  json_array_unref (array);
  kli_cli_print_json (node);
}

static void
print_as_lines (const GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const KliHistoryEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *title = make_title (entry);
      g_autofree char *time = format_instant (entry->instant);

      kli_cli_print ("%" G_GINT64_FORMAT "\t%s\t%s%s%s\n", entry->id, time, title,
                     entry->undone_by != 0 ? " (taken back)" : "",
                     g_str_equal (entry->state, "running")  ? " (stopped before its end)"
                     : g_str_equal (entry->state, "erased") ? " (partly erased, cannot be undone)"
                                                            : "");
    }
}

gboolean
kli_command_history (KliCli *cli, const KliArguments *arguments, GError **error)
{
  const char *word = kli_arguments_get_words (arguments)[1];
  Wanted wanted = { 0 };
  g_autoptr (GPtrArray) entries = NULL;

  if (word != NULL && (wanted.owner = kli_cli_parse_id (word, error)) == 0)
    return FALSE;
  if (!kli_arguments_get_number (arguments, "limit", LIMIT, &wanted.limit, error))
    return FALSE;
  entries = kli_store_read (cli->store, read_func, &wanted, error);
  if (entries == NULL)
    return FALSE;
  if (kli_arguments_has (arguments, "json"))
    print_as_json (entries);
  else
    print_as_lines (entries);

  return TRUE;
}

/* --- undo and redo ------------------------------------------------------------------------------------ */

static gboolean
check_plan (const KliUndoPlan *plan, gboolean rest, GError **error)
{
  if (plan->n_touched == 0 || (rest && !plan->all_or_nothing))
    return TRUE;
  g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_CONFLICT,
               "%u changes can be taken back, but %u were changed again since; nothing was done.%s", plan->n_free,
               plan->n_touched, plan->all_or_nothing ? "" : " undo --rest takes back the others.");

  return FALSE;
}

static gboolean
take_back (KliCli *cli, KliUndoWhich which, gint64 entry, gboolean rest, GError **error)
{
  g_autoptr (KliUndoPlan) plan = kli_undo_plan (cli->store, which, entry, error);
  g_autofree char *title = NULL;
  gint64 id;

  if (plan == NULL || !check_plan (plan, rest, error))
    return FALSE;
  id = kli_undo (cli->store, plan->entry->id, rest, error);
  if (id < 0)
    return FALSE;
  title = kli_verb_entry_title (which == KLI_UNDO_REDO ? "redo" : "undo", plan->entry->origin_verb,
                                plan->entry->subject_name, 0);
  kli_cli_print ("ok %" G_GINT64_FORMAT "\n", id);
  kli_cli_warn ("%s", title);

  return TRUE;
}

gboolean
kli_command_undo (KliCli *cli, const KliArguments *arguments, GError **error)
{
  const char *word = kli_arguments_get_words (arguments)[1];
  gint64 entry = 0;

  if (word != NULL && (entry = kli_cli_parse_id (word, error)) == 0)
    return FALSE;

  return take_back (cli, word != NULL ? KLI_UNDO_ENTRY : KLI_UNDO_NEWEST, entry, kli_arguments_has (arguments, "rest"),
                    error);
}

gboolean
kli_command_redo (KliCli *cli, const KliArguments *arguments, GError **error)
{
  return take_back (cli, KLI_UNDO_REDO, 0, FALSE, error);
}
