/* SPDX-License-Identifier: GPL-3.0-or-later */
/* empty-trash, check, backup, restore. */
#include "cli/kli-commands.h"
#include "store/kli-backup.h"
#include "store/kli-erase.h"

gboolean
kli_command_empty_trash (KliCli *cli, const KliArguments *arguments, GError **error)
{
  g_autoptr (KliErasurePlan) plan = kli_erasure_plan (cli->store, error);
  g_autoptr (KliErasure) erasure = NULL;
  guint n_removed;

  if (plan == NULL)
    return FALSE;

  n_removed = plan->ids->len;
  if (!kli_arguments_has (arguments, "dry-run"))
    {
      erasure = kli_erasure_new (cli->store, plan);
      if (!kli_erasure_run (erasure, error))
        return FALSE;
      n_removed = kli_erasure_get_n_removed (erasure);
    }

  kli_cli_print ("removed\t%u\n", n_removed);
  for (guint i = 0; i < plan->held->len; i++)
    {
      const KliHeldRecord *held = g_ptr_array_index (plan->held, i);

      kli_cli_print ("kept\t%" G_GINT64_FORMAT "\tnamed by %" G_GINT64_FORMAT "\n", held->id, held->holder);
    }

  return TRUE;
}

/* What derives from the records can be made anew, as long as they can be read themselves. */
static void
mend (KliCli *cli, gboolean is_readable, GError **error)
{
  gint n_mended = is_readable && !kli_store_is_read_only (cli->store) ? kli_store_mend (cli->store, error) : 0;

  if (n_mended == 0)
    kli_cli_warn ("The store is damaged: see the lines that begin with WRONG.");
  else if (n_mended > 0)
    kli_cli_warn ("What derives from the records was wrong and has been made anew. Check again.");
}

gboolean
kli_command_check (KliCli *cli, const KliArguments *arguments, GError **error)
{
  g_autoptr (GPtrArray) checks = kli_store_check (cli->store, error);
  gboolean all_hold = TRUE;

  if (checks == NULL)
    return FALSE;
  for (guint i = 0; i < checks->len; i++)
    {
      const KliCheck *check = g_ptr_array_index (checks, i);

      kli_cli_print ("%s\t%s\t%s\n", check->holds ? "ok" : "WRONG", check->name,
                     check->detail != NULL ? check->detail : "");
      all_hold = all_hold && check->holds;
    }
  if (!all_hold)
    mend (cli, ((KliCheck *)g_ptr_array_index (checks, 0))->holds, error);

  return all_hold;
}

gboolean
kli_command_backup (KliCli *cli, const KliArguments *arguments, GError **error)
{
  g_autofree char *path = g_canonicalize_filename (kli_arguments_get_words (arguments)[1], NULL);

  return kli_store_save_copy (cli->store, path, error);
}

gboolean
kli_command_restore (KliCli *cli, const KliArguments *arguments, GError **error)
{
  g_autofree char *copy = g_canonicalize_filename (kli_arguments_get_words (arguments)[1], NULL);
  g_autofree char *kept = NULL;

  if (!kli_store_restore (cli->path, copy, &kept, error))
    return FALSE;
  if (kept != NULL)
    kli_cli_warn ("what was there before is kept as %s", kept);

  return TRUE;
}
