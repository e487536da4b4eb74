/* SPDX-License-Identifier: GPL-3.0-or-later */
/* new, set, act, trash, untrash: one edit each. */
#include "cli/kli-commands.h"
#include "cli/kli-edit-words.h"

gboolean
kli_command_one_edit_check (const KliArguments *arguments, GError **error)
{
  return kli_edit_words_check (kli_arguments_get_words (arguments), error);
}

gboolean
kli_command_one_edit (KliCli *cli, const KliArguments *arguments, GError **error)
{
  g_auto (KliEditWords) edit = { NULL };
  gint64 id;

  if (!kli_edit_words_parse (kli_arguments_get_words (arguments), cli->store, &edit, error))
    return FALSE;
  id = kli_operation_run (edit.operation, cli->store, error);
  if (id < 0)
    return FALSE;
  if (edit.makes)
    kli_cli_print ("%" G_GINT64_FORMAT "\n", kli_operation_get_subject (edit.operation));
  else
    kli_cli_print ("ok %" G_GINT64_FORMAT "\n", id);

  return TRUE;
}
