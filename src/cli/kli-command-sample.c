/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sample and generate. */
#include "cli/kli-commands.h"
#include "cli/kli-json.h"
#include "operations/kli-generate-copy.h"
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

typedef struct
{
  guint n_contacts;
  guint n_duplicates;
  guint seed;
} Numbers;

static gboolean
read_numbers (const KliArguments *arguments, Numbers *numbers, GError **error)
{
  return kli_arguments_get_number (arguments, "contacts", 0, &numbers->n_contacts, error)
         && kli_arguments_get_number (arguments, "duplicates", 0, &numbers->n_duplicates, error)
         && kli_arguments_get_number (arguments, "seed", 1, &numbers->seed, error);
}

gboolean
kli_command_generate_check (const KliArguments *arguments, GError **error)
{
  Numbers numbers;

  if (!kli_arguments_has (arguments, "contacts"))
    return kli_cli_misuse (error, "How many? --contacts=N");
  if (!read_numbers (arguments, &numbers, error))
    return FALSE;

  return numbers.n_duplicates <= numbers.n_contacts
         || kli_cli_misuse (error, "There cannot be more duplicates than contacts.");
}

static gboolean
generate_contacts (KliStore *store, const Numbers *numbers, GError **error)
{
  for (guint from = 0; from < numbers->n_contacts; from += KLI_GENERATE_BATCH)
    {
      g_autoptr (KliOperation) operation
          = kli_generate_contacts (numbers->seed, from, MIN (KLI_GENERATE_BATCH, numbers->n_contacts - from));

      if (kli_operation_run (operation, store, error) < 0)
        return FALSE;
    }

  return TRUE;
}

/* Returns: (transfer full) (nullable) (element-type KliPlantedPair): NULL with @error set. */
static GArray *
generate_copies (KliStore *store, Numbers *numbers, GError **error)
{
  g_autoptr (GArray) originals = kli_store_read (store, kli_generate_choose_func, &numbers->n_duplicates, error);
  g_autoptr (GArray) planted = g_array_new (FALSE, FALSE, sizeof (KliPlantedPair));

  if (originals == NULL)
    return NULL;
  for (guint from = 0; from < originals->len; from += KLI_GENERATE_COPIES_BATCH)
    {
      g_autoptr (KliOperation) operation = kli_generate_copies (
          numbers->seed, originals, from, MIN (KLI_GENERATE_COPIES_BATCH, originals->len - from), planted);

      if (kli_operation_run (operation, store, error) < 0)
        return NULL;
    }

  return g_steal_pointer (&planted);
}

static void
print_planted_as_json (const GArray *planted)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < planted->len; i++)
    {
      const KliPlantedPair *pair = &g_array_index (planted, KliPlantedPair, i);
      JsonObject *object = json_object_new ();

      kli_json_set_id (object, "first", pair->first);
      kli_json_set_id (object, "second", pair->second);
      json_object_set_string_member (object, "difference", pair->difference);
      json_array_add_object_element (array, object);
    }
  kli_cli_print_json (json_node_init_array (json_node_alloc (), array));
  json_array_unref (array);
}

static void
print_planted (const GArray *planted, gboolean as_json)
{
  if (as_json)
    print_planted_as_json (planted);
  for (guint i = 0; i < planted->len && !as_json; i++)
    {
      const KliPlantedPair *pair = &g_array_index (planted, KliPlantedPair, i);

      kli_cli_print ("%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%s\n", pair->first, pair->second, pair->difference);
    }
}

gboolean
kli_command_generate (KliCli *cli, const KliArguments *arguments, GError **error)
{
  Numbers numbers;
  g_autoptr (GArray) planted = NULL;

  if (!read_numbers (arguments, &numbers, error) || !generate_contacts (cli->store, &numbers, error))
    return FALSE;
  planted = generate_copies (cli->store, &numbers, error);
  if (planted == NULL)
    return FALSE;
  if (kli_arguments_has (arguments, "duplicates"))
    print_planted (planted, kli_arguments_has (arguments, "json"));
  kli_store_tidy (cli->store);

  return TRUE;
}
