/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sample and generate. */
#include "cli/kli-commands.h"
#include "operations/kli-generate.h"
#include "operations/kli-sample.h"

gboolean
kli_command_sample (KliCli *cli, const KliArguments *arguments, GError **error)
{
  const char *sample = kli_arguments_get_words (arguments)[1];
  g_autoptr (KliOperation) operation = NULL;

  if (!g_strv_contains (kli_samples, sample))
    return kli_cli_misuse (error, "There is no sample “%s”: pl or id.", sample);
  operation = kli_fill_sample (sample);

  return kli_operation_run (operation, cli->store, error) >= 0;
}

gboolean
kli_command_generate (KliCli *cli, const KliArguments *arguments, GError **error)
{
  guint n_contacts;
  guint seed;

  if (!kli_arguments_has (arguments, "contacts"))
    return kli_cli_misuse (error, "How many? --contacts=N");
  if (!kli_arguments_get_number (arguments, "contacts", 0, &n_contacts, error)
      || !kli_arguments_get_number (arguments, "seed", 1, &seed, error))
    return FALSE;
  for (guint from = 0; from < n_contacts; from += KLI_GENERATE_BATCH)
    {
      g_autoptr (KliOperation) operation
          = kli_generate_contacts (seed, from, MIN (KLI_GENERATE_BATCH, n_contacts - from));

      if (kli_operation_run (operation, cli->store, error) < 0)
        return FALSE;
    }

  return TRUE;
}
