/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records a command is about: --search and --segment. */
#include "cli/kli-commands.h"
#include "core/kli-kinds.h"
#include "operations/kli-catalogue.h"
#include "operations/kli-own-fields.h"

#include <string.h>

/* KliReadFunc: the name of the segment with the id or name @text. */
static gpointer
find_segment (KliConnection *connection, gpointer text, GCancellable *cancellable, GError **error)
{
  gint64 id = kli_catalogue_look_up (connection, &kli_segment_kind, text, error);
  g_autoptr (KliRow) row = id > 0 ? kli_connection_load (connection, &kli_segment_kind, id, error) : NULL;

  return row != NULL ? g_strdup (kli_row_get_text (row, KLI_SEGMENT_NAME)) : NULL;
}

/* Returns: (transfer full) (nullable): NULL with @error set. */
static KliQuery *
add_segment (KliCli *cli, const KliArguments *arguments, const KliQuery *query, GError **error)
{
  const char *segment = kli_arguments_get (arguments, "segment");
  g_autofree char *name = NULL;

  if (segment == NULL)
    return kli_query_ref ((KliQuery *)query);
  if (kli_query_get_target (query) != KLI_QUERY_CONTACTS)
    {
      kli_cli_misuse (error, "A segment is of contacts: there is no --segment for others.");
      return NULL;
    }
  name = kli_store_read (cli->store, find_segment, (gpointer)segment, error);

  return name != NULL ? kli_query_with_condition (query, "segment", name) : NULL;
}

#define FIELD "own." /* its name or id follows */

gboolean
kli_command_sorts_by_field (KliQueryTarget target, const char *sort)
{
  g_return_val_if_fail (sort != NULL, FALSE);

  return target == KLI_QUERY_CONTACTS && g_str_has_prefix (*sort == '-' ? sort + 1 : sort, FIELD);
}

/* KliReadFunc: the order by the field with the id or name @text. */
static gpointer
find_field_order (KliConnection *connection, gpointer text, GCancellable *cancellable, GError **error)
{
  gint64 id = kli_catalogue_look_up (connection, &kli_own_field_kind, text, error);

  return id > 0 ? kli_query_order_of_field (id) : NULL;
}

/* The order that @sort asks for. @order: (out) (transfer full). Returns: FALSE with @error set */
static gboolean
read_order (KliCli *cli, KliQueryTarget target, const char *sort, char **order, GError **error)
{
  g_autofree char *by_field = NULL;

  if (sort == NULL || !kli_command_sorts_by_field (target, sort))
    {
      *order = g_strdup (sort);
      return TRUE;
    }
  by_field = kli_store_read (cli->store, find_field_order, strchr (sort, '.') + 1, error);
  *order = g_strconcat (*sort == '-' ? "-" : "", by_field, NULL);

  return by_field != NULL;
}

KliQuery *
kli_command_make_query (
    KliCli *cli, const KliArguments *arguments, KliQueryTarget target, const char *sort, GError **error)
{
  const char *search = kli_arguments_get (arguments, "search");
  g_autoptr (KliQueryKeys) keys = NULL;
  g_autoptr (KliQuery) query = NULL;
  g_autofree char *order = NULL;

  g_return_val_if_fail (cli != NULL && arguments != NULL, NULL);

  keys = kli_store_read (cli->store, kli_own_fields_read_keys_func, NULL, error);
  if (keys == NULL || !read_order (cli, target, sort, &order, error))
    return NULL;
  query = kli_query_new_typed (target, keys, search != NULL ? search : "", order);

  return add_segment (cli, arguments, query, error);
}
