/* SPDX-License-Identifier: GPL-3.0-or-later */
/* show: one record, as JSON or as the lines `set` would take. */
#include "cli/kli-commands.h"
#include "cli/kli-json.h"
#include "operations/kli-record.h"

/* --- lines -------------------------------------------------------------------------------------------- */

static void print_node (JsonNode *node, const char *path);

static void
print_value (const char *path, const char *value)
{
  g_auto (GStrv) lines = g_strsplit (value, "\n", -1);
  g_autofree char *indented = g_strjoinv ("\n    ", lines);

  if (*value != '\0')
    kli_cli_print ("%s=%s\n", path, indented);
}

static void
print_scalar (JsonNode *node, const char *path)
{
  g_autofree char *number = NULL;

  if (json_node_get_value_type (node) == G_TYPE_STRING)
    print_value (path, json_node_get_string (node));
  else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    print_value (path, json_node_get_boolean (node) ? "true" : "");
  else if (json_node_get_int (node) != 0)
    {
      number = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
      print_value (path, number);
    }
}

static void
print_array (JsonArray *array, const char *path)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s.%u", path, i);

      print_node (json_array_get_element (array, i), place);
    }
}

static void
print_object (JsonObject *object, const char *path)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autofree char *place = path != NULL ? g_strconcat (path, ".", l->data, NULL) : g_strdup (l->data);

      print_node (json_object_get_member (object, l->data), place);
    }
}

/* Nothing nests deeper than a list of parts: the recursion is three levels. */
static void
print_node (JsonNode *node, const char *path)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    print_object (json_node_get_object (node), path);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    print_array (json_node_get_array (node), path);
  else
    print_scalar (node, path);
}

/* --- the command -------------------------------------------------------------------------------------- */

typedef struct
{
  gint64 id;
  gboolean personal_numbers;
  KliDay today;
} Wanted;

static gpointer
read_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = user_data;
  g_autoptr (KliBusiness) business = kli_business_read (connection, error);
  const KliKind *kind = business != NULL ? kli_find_kind (connection, wanted->id, error) : NULL;
  g_autoptr (KliWhole) whole = kind != NULL ? kli_read_record (connection, kind, wanted->id, TRUE, error) : NULL;

  return whole != NULL ? kli_json_from_whole (whole, business, wanted->personal_numbers, wanted->today) : NULL;
}

/* Returns: (transfer full) (nullable): NULL with @error set. */
static JsonObject *
read_business (KliStore *store, GError **error)
{
  g_autoptr (KliBusiness) business = kli_store_read (store, kli_business_read_func, NULL, error);
  JsonObject *object;

  if (business == NULL)
    return NULL;
  object = json_object_new ();
  json_object_set_string_member (object, "name", business->name);
  json_object_set_string_member (object, "country", business->country);
  json_object_set_string_member (object, "currency", business->currency);
  json_object_set_boolean_member (object, "personal_numbers", business->personal_numbers);
  json_object_set_boolean_member (object, "sample", business->sample);

  return object;
}

/* Returns: (transfer full) (nullable): NULL with @error set. */
static JsonObject *
read_record (KliCli *cli, const KliArguments *arguments, GError **error)
{
  Wanted wanted = { kli_cli_parse_id (kli_arguments_get_words (arguments)[1], error),
                    kli_arguments_has (arguments, "personal-numbers"), cli->today };

  return wanted.id != 0 ? kli_store_read (cli->store, read_func, &wanted, error) : NULL;
}

gboolean
kli_command_show (KliCli *cli, const KliArguments *arguments, GError **error)
{
  const char *word = kli_arguments_get_words (arguments)[1];
  JsonNode *node;
  JsonObject *object
      = g_str_equal (word, "business") ? read_business (cli->store, error) : read_record (cli, arguments, error);

  if (object == NULL)
    return FALSE;
  node = json_node_init_object (json_node_alloc (), object);
  json_object_unref (object);
  if (kli_arguments_has (arguments, "json"))
    {
      kli_cli_print_json (node);
      return TRUE;
    }
  print_node (node, NULL);
  json_node_unref (node);

  return TRUE;
}
