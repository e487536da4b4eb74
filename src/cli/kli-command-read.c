/* SPDX-License-Identifier: GPL-3.0-or-later */
/* read: a text about somebody as a card, which is shown, added, or added to somebody. */
#include "cli/kli-commands.h"
#include "cli/kli-json.h"
#include "core/kli-kinds.h"
#include "exchange/kli-signature.h"
#include "operations/kli-alike.h"
#include "operations/kli-business.h"
#include "operations/kli-take-card.h"

#include <stdio.h>

#define ALIKE_MAX 5

gboolean
kli_command_read_check (const KliArguments *arguments, GError **error)
{
  if (kli_arguments_has (arguments, "add") && kli_arguments_has (arguments, "into"))
    return kli_cli_misuse (error, "--add and --into exclude each other.");

  return !kli_arguments_has (arguments, "into") || kli_cli_parse_id (kli_arguments_get (arguments, "into"), error) != 0;
}

/* --- the text ----------------------------------------------------------------------------------------- */

/* Returns: (transfer full) (nullable): NULL with @error set. */
static char *
read_input (const char *name, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char buffer[4096];
  gsize n;
  char *content = NULL;

  if (!g_str_equal (name, "-"))
    return g_file_get_contents (name, &content, NULL, error) ? content : NULL;
  while ((n = fread (buffer, 1, sizeof buffer, stdin)) > 0)
    g_string_append_len (text, buffer, (gssize)n);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- as JSON ------------------------------------------------------------------------------------------ */

static void
set_row (JsonObject *object, const KliRow *row)
{
  for (guint i = 0; i < row->kind->n_columns; i++)
    if (kli_row_is_text (row, i) && *kli_row_get_text (row, i) != '\0')
      json_object_set_string_member (object, row->kind->columns[i].name, kli_row_get_text (row, i));
}

static void
set_rows (JsonObject *object, const char *name, const GPtrArray *rows)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      JsonObject *part = json_object_new ();

      set_row (part, g_ptr_array_index (rows, i));
      json_array_add_object_element (array, part);
    }
  json_object_set_array_member (object, name, array);
}

static void
set_affiliations (JsonObject *object, const GPtrArray *affiliations)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < affiliations->len; i++)
    {
      const KliCardAffiliation *link = g_ptr_array_index (affiliations, i);
      JsonObject *part = json_object_new ();

      json_object_set_string_member (part, "organisation", link->organisation);
      json_object_set_string_member (part, "department", link->department);
      json_object_set_string_member (part, "role", link->role);
      json_array_add_object_element (array, part);
    }
  json_object_set_array_member (object, "affiliations", array);
}

static JsonObject *
make_card (const KliCard *card)
{
  JsonObject *object = json_object_new ();

  set_row (object, card->contact);
  set_rows (object, "points", card->points);
  set_rows (object, "addresses", card->addresses);
  set_rows (object, "identifiers", card->identifiers);
  set_affiliations (object, card->affiliations);

  return object;
}

static void
set_alike (JsonObject *object, const GPtrArray *found)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < found->len; i++)
    {
      const KliAlike *alike = g_ptr_array_index (found, i);
      JsonObject *one = json_object_new ();

      kli_json_set_id (one, "id", alike->id);
      json_object_set_string_member (one, "name", alike->name);
      json_object_set_int_member (one, "score", alike->score);
      json_array_add_object_element (array, one);
    }
  json_object_set_array_member (object, "alike", array);
}

static gpointer
find_func (KliConnection *connection, gpointer card, GCancellable *cancellable, GError **error)
{
  g_autoptr (KliWhole) whole = kli_card_to_whole (card);

  return kli_find_alike (connection, whole, ALIKE_MAX, cancellable, error);
}

static gboolean
print_signatures (const KliCli *cli, const GPtrArray *signatures, GError **error)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_init_array (json_node_alloc (), array);

  json_array_unref (array);
  for (guint i = 0; i < signatures->len; i++)
    {
      const KliSignature *signature = g_ptr_array_index (signatures, i);
      JsonObject *object = make_card (signature->card);
      g_autoptr (GPtrArray) found = NULL;

      json_array_add_object_element (array, object);
      if (signature->organisation != NULL)
        json_object_set_object_member (object, "organisation", make_card (signature->organisation));
      if (cli->store == NULL)
        continue;
      found = kli_store_read (cli->store, find_func, signature->card, error);
      if (found == NULL)
        {
          json_node_unref (node);
          return FALSE;
        }
      set_alike (object, found);
    }
  kli_cli_print_json (node);

  return TRUE;
}

/* --- the command -------------------------------------------------------------------------------------- */

static gboolean
add (KliCli *cli, const GPtrArray *signatures, gint64 into, GError **error)
{
  KliSignature *signature = g_ptr_array_index (signatures, 0);
  g_autoptr (KliOperation) operation = NULL;

  if (signatures->len > 1)
    return kli_cli_misuse (error, "There are several vCards in it: import takes them.");
  operation = kli_take_card (g_steal_pointer (&signature->card), g_steal_pointer (&signature->organisation), into);
  if (kli_operation_run (operation, cli->store, error) < 0)
    return FALSE;
  kli_cli_print ("%" G_GINT64_FORMAT "\n", kli_operation_get_subject (operation));

  return TRUE;
}

/* A look at it needs no store, and makes none. */
static gboolean
open_store (KliCli *cli, gboolean adds, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (kli_cli_open (cli, adds ? KLI_CLI_OPEN_OR_CREATE : KLI_CLI_OPEN, &failure)
      || (!adds && g_error_matches (failure, KLI_STORE_ERROR, KLI_STORE_ERROR_MISSING)))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

gboolean
kli_command_read (KliCli *cli, const KliArguments *arguments, GError **error)
{
  const char *into = kli_arguments_get (arguments, "into");
  gboolean adds = kli_arguments_has (arguments, "add") || into != NULL;
  g_autofree char *text = read_input (kli_arguments_get_words (arguments)[1], error);
  g_autoptr (KliBusiness) business = NULL;
  g_autoptr (GPtrArray) signatures = NULL;

  if (text == NULL || !open_store (cli, adds, error))
    return FALSE;
  if (cli->store != NULL)
    business = kli_store_read (cli->store, kli_business_read_func, NULL, error);
  if (cli->store != NULL && business == NULL)
    return FALSE;
  signatures = kli_signature_read_pasted (text, business != NULL ? business->country : NULL, error);
  if (signatures == NULL)
    return FALSE;

  return adds ? add (cli, signatures, into != NULL ? kli_cli_parse_id (into, NULL) : 0, error)
              : print_signatures (cli, signatures, error);
}
