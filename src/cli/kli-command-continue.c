/* SPDX-License-Identifier: GPL-3.0-or-later */
/* continue. */
#include "cli/kli-cli-long.h"
#include "cli/kli-commands.h"
#include "exchange/kli-exchange-origin.h"
#include "operations/kli-bulk.h"

/* Returns: (transfer full) (nullable): NULL with @error set, or when it can only be taken back. */
static KliLongEdit *
resume (KliCli *cli, const KliUnfinished *unfinished, GError **error)
{
  KliLongEdit *edit = kli_continue_unfinished (cli->store, unfinished);
  g_autoptr (KliImport) import = NULL;

  if (edit != NULL || !kli_exchange_origin_check (unfinished, error))
    return edit;
  import = kli_exchange_origin_resume (unfinished, NULL, error);

  return import != NULL ? kli_import_continue (import, cli->store, unfinished) : NULL;
}

static gboolean
go_on (KliCli *cli, const KliUnfinished *unfinished, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (KliLongEdit) edit = resume (cli, unfinished, &failure);
  gint64 id;

  if (edit == NULL)
    {
      g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_FORBIDDEN,
                   "%s%sIt cannot be continued; “undo %" G_GINT64_FORMAT "” takes back what was done.",
                   failure != NULL ? failure->message : "", failure != NULL ? " " : "", unfinished->entry->id);
      return FALSE;
    }
  id = kli_cli_run_long (edit, error);
  if (id >= 0)
    kli_cli_print ("ok %" G_GINT64_FORMAT "\n", id);

  return id >= 0;
}

gboolean
kli_command_continue (KliCli *cli, const KliArguments *arguments, GError **error)
{
  const char *word = kli_arguments_get_words (arguments)[1];
  g_autoptr (KliUnfinished) unfinished = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 entry = 0;

  if (word != NULL && (entry = kli_cli_parse_id (word, error)) == 0)
    return FALSE;
  unfinished = kli_cli_find_unfinished (cli->store, entry, &failure);
  if (unfinished != NULL)
    return go_on (cli, unfinished, error);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error_literal (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_NOT_FOUND, "Nothing was left unfinished.");

  return FALSE;
}
