/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list: the answer to a query, a page at a time. */
#include "cli/kli-commands.h"
#include "cli/kli-json.h"
#include "store/kli-answer.h"

#define PAGE_SIZE 64

static const struct
{
  const char *name;
  KliQueryTarget target;
} targets[] = {
  { "contacts", KLI_QUERY_CONTACTS },
  { "contracts", KLI_QUERY_CONTRACTS },
  { "trash", KLI_QUERY_TRASH },
};

static gboolean
find_target (const char *name, KliQueryTarget *target, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    if (g_str_equal (targets[i].name, name))
      {
        *target = targets[i].target;
        return TRUE;
      }

  return kli_cli_misuse (error, "“%s” is none of contacts, contracts, trash, tags, staff, segments.", name);
}

static const char *
get_kind (const KliListRow *row)
{
  if (row->is_contract)
    return "contract";

  if (row->is_household)
    return "household";

  return row->is_organisation ? "organisation" : "person";
}

/* A contract without a title goes by its number. */
static const char *
get_name (const KliListRow *row)
{
  return row->is_contract && *row->name == '\0' ? row->second : row->name;
}

/* --- printing ----------------------------------------------------------------------------------------- */

static void
set_day (JsonObject *object, const char *name, KliDay day)
{
  g_autofree char *text = kli_day_to_string (day);

  json_object_set_string_member (object, name, text);
}

static void
set_contract_members (JsonObject *object, const KliListRow *row)
{
  json_object_set_string_member (object, "number", row->second);
  json_object_set_string_member (object, "party", row->party);
  json_object_set_string_member (object, "state", row->state);
  set_day (object, "next_on", row->next_on);
  set_day (object, "end_on", row->end_on);
}

static void
print_row_as_json (const KliListRow *row)
{
  JsonObject *object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);
  g_autofree char *text = NULL;

  kli_json_set_id (object, "id", row->id);
  json_object_set_string_member (object, "kind", get_kind (row));
  json_object_set_string_member (object, "name", get_name (row));
  if (row->is_contract)
    set_contract_members (object, row);
  else
    json_object_set_string_member (object, "second", row->second);
  json_object_unref (object);
  text = json_to_string (node, FALSE);
  kli_cli_print ("%s", text);
}

static void
print_row (const KliListRow *row, gboolean as_json, gboolean is_first)
{
  if (as_json)
    {
      kli_cli_print (is_first ? "\n  " : ",\n  ");
      print_row_as_json (row);
    }
  else
    kli_cli_print ("%" G_GINT64_FORMAT "\t%s\n", row->id, get_name (row));
}

static gboolean
print_page (KliStore *store,
            const KliAnswer *answer,
            KliQueryTarget target,
            guint from,
            guint n,
            gboolean as_json,
            GError **error)
{
  gint64 ids[PAGE_SIZE];
  g_autoptr (GPtrArray) rows = NULL;

  for (guint i = 0; i < n; i++)
    ids[i] = kli_answer_get_id (answer, from + i);
  rows = kli_store_read_page (store, target, ids, n, error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (g_ptr_array_index (rows, i) != NULL)
      print_row (g_ptr_array_index (rows, i), as_json, from + i == 0);

  return TRUE;
}

/* --- the command -------------------------------------------------------------------------------------- */

static gboolean
read_target (const KliArguments *arguments, KliQueryTarget *target, GError **error)
{
  const char *sort = kli_arguments_get (arguments, "sort");

  if (!find_target (kli_arguments_get_words (arguments)[1], target, error))
    return FALSE;
  if (sort != NULL && !kli_command_sorts_by_field (*target, sort) && !kli_query_target_has_order (*target, sort))
    return kli_cli_misuse (error, "There is no order called “%s”.", sort);

  return TRUE;
}

/* The small lists are listed whole. */
static gboolean
check_catalogue_options (const KliArguments *arguments, GError **error)
{
  static const char *const names[] = { "search", "segment", "sort", "limit" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (kli_arguments_has (arguments, names[i]))
      return kli_cli_misuse (error, "There is no --%s for the list of %s.", names[i],
                             kli_arguments_get_words (arguments)[1]);

  return TRUE;
}

gboolean
kli_command_list_check (const KliArguments *arguments, GError **error)
{
  KliQueryTarget target;
  guint limit;

  if (kli_catalogue_kind_of_word (kli_arguments_get_words (arguments)[1]) != NULL)
    return check_catalogue_options (arguments, error);

  return read_target (arguments, &target, error)
         && kli_arguments_get_number (arguments, "limit", G_MAXUINT, &limit, error);
}

gboolean
kli_command_list (KliCli *cli, const KliArguments *arguments, GError **error)
{
  const KliKind *catalogue = kli_catalogue_kind_of_word (kli_arguments_get_words (arguments)[1]);
  gboolean as_json = kli_arguments_has (arguments, "json");
  KliQueryTarget target = KLI_QUERY_CONTACTS;
  g_autoptr (KliQuery) query = NULL;
  g_autoptr (KliAnswer) answer = NULL;
  guint n_items;

  if (catalogue != NULL)
    return kli_command_list_catalogue (cli, catalogue, as_json, error);
  if (!read_target (arguments, &target, error))
    return FALSE;
  query = kli_command_make_query (cli, arguments, target, kli_arguments_get (arguments, "sort"), error);
  if (query == NULL || !kli_arguments_get_number (arguments, "limit", G_MAXUINT, &n_items, error))
    return FALSE;
  answer = kli_store_answer (cli->store, query, error);
  if (answer == NULL)
    return FALSE;

  n_items = MIN (n_items, kli_answer_get_n_items (answer));
  if (as_json)
    kli_cli_print ("[");
  for (guint from = 0; from < n_items; from += PAGE_SIZE)
    if (!print_page (cli->store, answer, kli_query_get_target (query), from, MIN (PAGE_SIZE, n_items - from), as_json,
                     error))
      return FALSE;
  if (as_json)
    kli_cli_print (n_items > 0 ? "\n]\n" : "]\n");

  return TRUE;
}
