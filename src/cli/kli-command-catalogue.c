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
