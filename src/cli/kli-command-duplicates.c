/* SPDX-License-Identifier: GPL-3.0-or-later */
/* duplicates: contacts that may be one. */
#include "cli/kli-commands.h"
#include "cli/kli-json.h"
#include "operations/kli-duplicates.h"

#include <stdio.h>
#include <unistd.h>

static void
progress_cb (double fraction, gpointer user_data)
{
  fprintf (stderr, fraction < 1 ? "\r\033[K%.0f %%" : "\r\033[K", fraction * 100);
}

static gpointer
find_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_duplicates_find (connection, isatty (STDERR_FILENO) ? progress_cb : NULL, NULL, cancellable, error);
}

/* --- printing ----------------------------------------------------------------------------------------- */

typedef struct
{
  const GArray *pairs; /* KliDuplicatePair */
  guint n;             /* of them to print */
  gboolean as_json;
} Listing;

/* Returns: (transfer full) (nullable): NULL with @error set. */
static char *
read_name (KliConnection *connection, gint64 id, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "name-of", error);
  g_autoptr (GError) failure = NULL;
  char *name;

  if (statement == NULL)
    return NULL;
  kli_statement_bind_integer (statement, 1, id);
  name = g_strdup (kli_statement_step (statement, &failure) ? kli_statement_get_text (statement, 0) : "");
  if (failure == NULL)
    return name;
  g_propagate_error (error, g_steal_pointer (&failure));
  g_free (name);

  return NULL;
}

static JsonObject *
make_contact (gint64 id, const char *name)
{
  JsonObject *object = json_object_new ();

  kli_json_set_id (object, "id", id);
  json_object_set_string_member (object, "name", name);

  return object;
}

static void
print_as_json (const KliDuplicatePair *pair, const char *first, const char *second, gboolean is_first)
{
  JsonObject *object = json_object_new ();
  JsonArray *reasons = json_array_new ();
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);
  g_autofree char *text = NULL;

  json_object_set_object_member (object, "first", make_contact (pair->first, first));
  json_object_set_object_member (object, "second", make_contact (pair->second, second));
  json_object_set_int_member (object, "score", pair->score);
  for (guint i = 0; kli_duplicate_reasons[i] != 0; i++)
    if (pair->reasons & kli_duplicate_reasons[i])
      json_array_add_string_element (reasons, kli_duplicate_reason_word (kli_duplicate_reasons[i]));
  json_object_set_array_member (object, "reasons", reasons);
  json_object_unref (object);
  text = json_to_string (node, FALSE);
  kli_cli_print (is_first ? "\n  %s" : ",\n  %s", text);
}

static void
print_as_line (const KliDuplicatePair *pair, const char *first, const char *second)
{
  g_autoptr (GString) reasons = g_string_new (NULL);

  for (guint i = 0; kli_duplicate_reasons[i] != 0; i++)
    if (pair->reasons & kli_duplicate_reasons[i])
      g_string_append_printf (reasons, reasons->len > 0 ? ",%s" : "%s",
                              kli_duplicate_reason_word (kli_duplicate_reasons[i]));
  kli_cli_print ("%u\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%s\t%s\t%s\n", pair->score, pair->first, pair->second,
                 first, second, reasons->str);
}

static gpointer
print_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Listing *listing = user_data;

  for (guint i = 0; i < listing->n; i++)
    {
      const KliDuplicatePair *pair = &g_array_index (listing->pairs, KliDuplicatePair, i);
      g_autofree char *first = read_name (connection, pair->first, error);
      g_autofree char *second = first != NULL ? read_name (connection, pair->second, error) : NULL;

      if (second == NULL)
        return NULL;
      if (listing->as_json)
        print_as_json (pair, first, second, i == 0);
      else
        print_as_line (pair, first, second);
    }

  return listing;
}

/* --- the command -------------------------------------------------------------------------------------- */

gboolean
kli_command_duplicates_check (const KliArguments *arguments, GError **error)
{
  guint limit;

  return kli_arguments_get_number (arguments, "limit", G_MAXUINT, &limit, error);
}

gboolean
kli_command_duplicates (KliCli *cli, const KliArguments *arguments, GError **error)
{
  g_autoptr (GArray) pairs = NULL;
  Listing listing = { .as_json = kli_arguments_has (arguments, "json") };

  if (!kli_arguments_get_number (arguments, "limit", G_MAXUINT, &listing.n, error))
    return FALSE;
  pairs = kli_store_read (cli->store, find_func, NULL, error);
  if (pairs == NULL)
    return FALSE;

  listing.pairs = pairs;
  listing.n = MIN (listing.n, pairs->len);
  if (listing.as_json)
    kli_cli_print ("[");
  if (kli_store_read (cli->store, print_func, &listing, error) == NULL)
    return FALSE;
  if (listing.as_json)
    kli_cli_print (listing.n > 0 ? "\n]\n" : "]\n");

  return TRUE;
}
