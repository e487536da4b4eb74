/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sample and generate. */
#include "cli/kli-commands.h"
#include "operations/kli-generate.h"
#include "operations/kli-sample.h"

gboolean
kli_command_sample_check (const KliArguments *arguments, GError **error)
{
  const char *sample = kli_arguments_get_words (arguments)[1];

  return g_strv_contains (kli_samples, sample) || kli_cli_misuse (error, "There is no sample “%s”: pl or id.", sample);
}

gboolean
kli_command_sample (KliCli *cli, const KliArguments *arguments, GError **error)
{
  g_autoptr (KliOperation) operation = kli_fill_sample (kli_arguments_get_words (arguments)[1]);

  return kli_operation_run (operation, cli->store, error) >= 0;
}

static gboolean
read_numbers (const KliArguments *arguments, guint *n_contacts, guint *seed, GError **error)
{
  return kli_arguments_get_number (arguments, "contacts", 0, n_contacts, error)
         && kli_arguments_get_number (arguments, "seed", 1, seed, error);
}

gboolean
kli_command_generate_check (const KliArguments *arguments, GError **error)
{
  guint n_contacts;
  guint seed;

  if (!kli_arguments_has (arguments, "contacts"))
    return kli_cli_misuse (error, "How many? --contacts=N");

  return read_numbers (arguments, &n_contacts, &seed, error);
}

gboolean
kli_command_generate (KliCli *cli, const KliArguments *arguments, GError **error)
{
  guint n_contacts;
  guint seed;

  if (!read_numbers (arguments, &n_contacts, &seed, error))
    return FALSE;
  for (guint from = 0; from < n_contacts; from += KLI_GENERATE_BATCH)
    {
      g_autoptr (KliOperation) operation
          = kli_generate_contacts (seed, from, MIN (KLI_GENERATE_BATCH, n_contacts - from));

      if (kli_operation_run (operation, cli->store, error) < 0)
        return FALSE;
    }
  kli_store_tidy (cli->store);

  return TRUE;
}
