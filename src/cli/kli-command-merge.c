/* SPDX-License-Identifier: GPL-3.0-or-later */
/* merge, unmerge and distinguish: what becomes of contacts that may be one. */
#include "cli/kli-commands.h"
#include "core/kli-kinds.h"
#include "operations/kli-catalogue.h"
#include "operations/kli-merge-fields.h"
#include "operations/kli-merge.h"
#include "operations/kli-tags.h"

#include <string.h>

/* Reads two ids that differ, the first words behind the command. */
static gboolean
read_two (const KliArguments *arguments, gint64 *one, gint64 *other, GError **error)
{
  const char *const *words = kli_arguments_get_words (arguments);

  *one = kli_cli_parse_id (words[1], error);
  *other = *one != 0 ? kli_cli_parse_id (words[2], error) : 0;
  if (*other == 0)
    return FALSE;

  return *one != *other || kli_cli_misuse (error, "Two different contacts are needed.");
}

/* --- merge -------------------------------------------------------------------------------------------- */

/* birthday=ID: the field, and the card whose value stays. */
static gboolean
read_choice (const char *word, gint64 staying, gint64 going, GArray *chosen, GError **error)
{
  const char *sign = strchr (word, '=');
  g_autofree char *name = sign != NULL ? g_strndup (word, (gsize)(sign - word)) : NULL;
  int column = name != NULL ? kli_kind_find_column (&kli_contact_kind, name) : -1;
  gint64 id;

  if (column < 0 || !kli_merge_can_choose ((guint)column))
    return kli_cli_misuse (error, "“%s” is no choice: FIELD=ID.", word);
  id = kli_cli_parse_id (sign + 1, error);
  if (id == 0)
    return FALSE;
  if (id != staying && id != going)
    return kli_cli_misuse (error, "“%s” names neither of the two contacts.", word);
  if (id == going)
    g_array_append_val (chosen, column);

  return TRUE;
}

/* Returns: (transfer full) (nullable): NULL with @error set. */
static KliOperation *
read_merge (const KliArguments *arguments, GError **error)
{
  const char *const *words = kli_arguments_get_words (arguments);
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  gint64 staying, going;

  if (!read_two (arguments, &staying, &going, error))
    return NULL;
  for (guint i = 3; words[i] != NULL; i++)
    if (!read_choice (words[i], staying, going, chosen, error))
      return NULL;

  return kli_merge_contacts (staying, going, chosen);
}

gboolean
kli_command_merge_check (const KliArguments *arguments, GError **error)
{
  g_autoptr (KliOperation) operation = read_merge (arguments, error);

  return operation != NULL;
}

gboolean
kli_command_merge (KliCli *cli, const KliArguments *arguments, GError **error)
{
  g_autoptr (KliOperation) operation = read_merge (arguments, error);
  gint64 edit = operation != NULL ? kli_operation_run (operation, cli->store, error) : -1;

  if (edit > 0)
    kli_cli_print ("%" G_GINT64_FORMAT "\n", edit);

  return edit >= 0;
}

/* --- merge-tags --------------------------------------------------------------------------------------- */

/* KliReadFunc: the id of the tag with that id or name. Returns: (transfer full) (nullable): NULL with @error set. */
static gpointer
find_tag (KliConnection *connection, gpointer text, GCancellable *cancellable, GError **error)
{
  gint64 id = kli_catalogue_look_up (connection, &kli_tag_kind, text, error);

  return id > 0 ? g_memdup2 (&id, sizeof id) : NULL;
}

gboolean
kli_command_merge_tags (KliCli *cli, const KliArguments *arguments, GError **error)
{
  const char *const *words = kli_arguments_get_words (arguments);
  g_autofree gint64 *from = kli_store_read (cli->store, find_tag, (gpointer)words[1], error);
  g_autofree gint64 *into = from != NULL ? kli_store_read (cli->store, find_tag, (gpointer)words[2], error) : NULL;
  g_autoptr (KliOperation) operation = NULL;
  gint64 edit;

  if (into == NULL)
    return FALSE;
  if (*from == *into)
    return kli_cli_misuse (error, "Two different tags are needed.");
  operation = kli_merge_tags (*from, *into);
  edit = kli_operation_run (operation, cli->store, error);
  if (edit > 0)
    kli_cli_print ("%" G_GINT64_FORMAT "\n", edit);

  return edit >= 0;
}

/* --- unmerge ------------------------------------------------------------------------------------------ */

typedef struct
{
  gint64 id; /* in: as it was asked for; out: of the card that went */
  gint64 staying;
  GArray *kept;
} Look;

static gpointer
look_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Look *look = user_data;

  look->id = kli_unmerge_find (connection, look->id, error);

  return look->id != 0 && kli_unmerge_look (connection, look->id, &look->staying, &look->kept, NULL, error) ? look
                                                                                                            : NULL;
}

gboolean
kli_command_unmerge (KliCli *cli, const KliArguments *arguments, GError **error)
{
  Look look = { kli_cli_parse_id (kli_arguments_get_words (arguments)[1], error), 0, NULL };
  g_autoptr (KliOperation) operation = NULL;
  g_autoptr (GArray) kept = NULL;

  if (look.id == 0 || kli_store_read (cli->store, look_func, &look, error) == NULL)
    return FALSE;
  kept = look.kept;
  operation = kli_unmerge_contact (look.id);
  if (kli_operation_run (operation, cli->store, error) < 0)
    return FALSE;

  kli_cli_print ("%" G_GINT64_FORMAT "\n", look.id);
  for (guint i = 0; i < kept->len; i++)
    kli_cli_warn ("%s of contact %" G_GINT64_FORMAT " was changed since the merge and stays as it is.",
                  kli_contact_kind.columns[g_array_index (kept, guint, i)].name, look.staying);

  return TRUE;
}

/* --- distinguish -------------------------------------------------------------------------------------- */

gboolean
kli_command_distinguish_check (const KliArguments *arguments, GError **error)
{
  gint64 one, other;

  return read_two (arguments, &one, &other, error);
}

gboolean
kli_command_distinguish (KliCli *cli, const KliArguments *arguments, GError **error)
{
  g_autoptr (KliOperation) operation = NULL;
  gint64 one, other;

  if (!read_two (arguments, &one, &other, error))
    return FALSE;
  operation = kli_distinguish_contacts (one, other);

  return kli_operation_run (operation, cli->store, error) >= 0;
}
