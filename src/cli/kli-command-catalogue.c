/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list tags, staff, segments, fields: the small lists of the business, whole. */
#include "cli/kli-commands.h"
#include "cli/kli-json.h"
#include "core/kli-kinds.h"
#include "operations/kli-catalogue.h"

static const struct
{
  const char *name;
  const KliKind *kind;
} catalogues[] = {
  { "fields", &kli_own_field_kind },
  { "segments", &kli_segment_kind },
  { "staff", &kli_staff_member_kind },
  { "tags", &kli_tag_kind },
};

const KliKind *
kli_catalogue_kind_of_word (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (catalogues); i++)
    if (g_str_equal (catalogues[i].name, word))
      return catalogues[i].kind;

  return NULL;
}

/* The columns of the row by their names, and how many contacts it has. */
static JsonObject *
make_object (const KliCatalogueEntry *entry)
{
  g_autoptr (KliWhole) whole = kli_whole_new (kli_row_copy (entry->row));
  g_autoptr (KliBusiness) business = kli_business_new ();
  JsonObject *object = kli_json_from_whole (whole, business, FALSE, KLI_DAY_NONE);

  json_object_remove_member (object, "in_trash");
  if (entry->row->kind != &kli_segment_kind)
    json_object_set_int_member (object, "contacts", entry->n_contacts);

  return object;
}

static void
print_as_json (const GPtrArray *entries)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < entries->len; i++)
    json_array_add_object_element (array, make_object (g_ptr_array_index (entries, i)));
  kli_cli_print_json (json_node_init_array (json_node_alloc (), array));
  json_array_unref (array);
}

gboolean
kli_command_list_catalogue (KliCli *cli, const KliKind *kind, gboolean as_json, GError **error)
{
  g_autoptr (GPtrArray) entries = kli_store_read (cli->store, kli_catalogue_read_func, (gpointer)kind, error);

  if (entries == NULL)
    return FALSE;
  if (as_json)
    print_as_json (entries);
  for (guint i = 0; i < entries->len && !as_json; i++)
    {
      const KliCatalogueEntry *entry = g_ptr_array_index (entries, i);

      kli_cli_print ("%" G_GINT64_FORMAT "\t%s\n", entry->row->id, kli_catalogue_entry_get_name (entry));
    }

  return TRUE;
}

/* --- --segment ---------------------------------------------------------------------------------------- */

/* KliReadFunc: the name of the segment with the id or name @text. */
static gpointer
find_segment (KliConnection *connection, gpointer text, GCancellable *cancellable, GError **error)
{
  gint64 id = kli_catalogue_look_up (connection, &kli_segment_kind, text, error);
  g_autoptr (KliRow) row = id > 0 ? kli_connection_load (connection, &kli_segment_kind, id, error) : NULL;

  return row != NULL ? g_strdup (kli_row_get_text (row, KLI_SEGMENT_NAME)) : NULL;
}

KliQuery *
kli_command_add_segment (KliCli *cli, const KliArguments *arguments, const KliQuery *query, GError **error)
{
  const char *segment = kli_arguments_get (arguments, "segment");
  g_autofree char *name = NULL;

  g_return_val_if_fail (cli != NULL && arguments != NULL && query != NULL, NULL);

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
