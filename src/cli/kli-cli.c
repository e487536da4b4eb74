/* SPDX-License-Identifier: GPL-3.0-or-later */
/* klientela-cli: finds the command, opens the store for it, tells how it went. */
#include "cli/kli-cli.h"

#include "kli-config.h"
#include "operations/kli-paths.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define PROGRAM "klientela-cli"
#define LOCK_WAIT_MS 2000

static const KliOption general_options[]
    = { { "store", "FILE" }, { "day", "YYYY-MM-DD" }, { "begin-anew" }, { "help" }, { "version" }, { NULL } };

/* --- output ------------------------------------------------------------------------------------------- */

void
kli_cli_print (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  vfprintf (stdout, format, arguments);
  va_end (arguments);
}

void
kli_cli_print_json (JsonNode *node)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char *text = NULL;

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, node);
  text = json_generator_to_data (generator, NULL);
  kli_cli_print ("%s\n", text);
  json_node_unref (node);
}

void
kli_cli_warn (const char *format, ...)
{
  va_list arguments;

  fputs (PROGRAM ": ", stderr);
  va_start (arguments, format);
  vfprintf (stderr, format, arguments);
  va_end (arguments);
  fputc ('\n', stderr);
}

/* The store says what happened in half a sentence: "opening “x” failed: No such file or directory". */
char *
kli_cli_make_sentence (const GError *error)
{
  GString *sentence;

  if (error->domain != KLI_STORE_ERROR || *error->message == '\0')
    return g_strdup (error->message);
  sentence = g_string_new (NULL);
  g_string_append_unichar (sentence, g_unichar_toupper (g_utf8_get_char (error->message)));
  g_string_append (sentence, g_utf8_next_char (error->message));
  if (strchr (".!?", sentence->str[sentence->len - 1]) == NULL)
    g_string_append_c (sentence, '.');

  return g_string_free (sentence, FALSE);
}

gboolean
kli_cli_flush (GError **error)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;
  g_set_error (error, G_IO_ERROR, (gint)g_io_error_from_errno (errno), "Cannot write the result: %s.",
               g_strerror (errno));

  return FALSE;
}

gboolean
kli_cli_misuse (GError **error, const char *format, ...)
{
  va_list arguments;
  g_autofree char *message = NULL;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, message);

  return FALSE;
}

gint64
kli_cli_parse_id (const char *text, GError **error)
{
  gint64 id = 0;

  if (!g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL))
    kli_cli_misuse (error, "“%s” is not an id.", text);

  return id;
}

/* --- help --------------------------------------------------------------------------------------------- */

static void
print_form (const KliCommand *command)
{
  kli_cli_print ("  %s", command->name);
  for (const KliOption *option = command->options; option != NULL && option->name != NULL; option++)
    if (option->value != NULL)
      kli_cli_print (" [--%s=%s]", option->name, option->value);
    else
      kli_cli_print (" [--%s]", option->name);
  kli_cli_print ("%s%s\n      %s\n", *command->form != '\0' ? " " : "", command->form, command->summary);
}

static void
print_help (const KliCommand *command)
{
  kli_cli_print ("Usage: " PROGRAM " [--store=FILE] [--day=YYYY-MM-DD] COMMAND …\n\n");
  if (command != NULL)
    {
      print_form (command);
      return;
    }
  for (command = kli_commands; command->name != NULL; command++)
    print_form (command);
  kli_cli_print (
      "\nThe store is $XDG_DATA_HOME/klientela/klientela.db unless --store names another.\n"
      "Where a store was and is lost, import, new, sample and generate make another only with --begin-anew.\n"
      "The status is 0 when it is done, 1 when it was refused or failed, 2 for wrong usage.\n");
}

/* --- running ------------------------------------------------------------------------------------------ */

static KliDay
day_of_the_clock (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return kli_day_new (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

static gboolean
set_up (KliCli *cli, const KliArguments *arguments, GError **error)
{
  const char *store = kli_arguments_get (arguments, "store");
  const char *day = kli_arguments_get (arguments, "day");

  if (store != NULL && *store == '\0')
    return kli_cli_misuse (error, "The option --store needs the name of a file.");
  cli->path = store != NULL ? g_canonicalize_filename (store, NULL) : kli_paths_default_store ();
  cli->begin_anew = kli_arguments_has (arguments, "begin-anew");
  cli->today = day != NULL ? kli_day_parse (day) : day_of_the_clock ();
  if (!kli_day_is_valid (cli->today))
    return kli_cli_misuse (error, "“%s” is not a day such as 2026-11-22.", day);

  return TRUE;
}

gboolean
kli_cli_open (KliCli *cli, KliCliOpening opening, GError **error)
{
  KliStoreOpenFlags flags = KLI_STORE_OPEN_EXISTING;
  g_autoptr (GError) local_error = NULL;

  if (opening == KLI_CLI_WITHOUT_STORE)
    return TRUE;
  if (opening == KLI_CLI_OPEN_OR_CREATE)
    flags = KLI_STORE_OPEN_CREATE | (cli->begin_anew ? KLI_STORE_OPEN_FORGET : 0);
  cli->store = kli_store_open (cli->path, flags, LOCK_WAIT_MS, &local_error);
  if (cli->store == NULL)
    {
      if (opening == KLI_CLI_OPEN_OR_CREATE && g_error_matches (local_error, KLI_STORE_ERROR, KLI_STORE_ERROR_LOST))
        g_prefix_error (&local_error, "A store was lost here; --begin-anew makes a new one in its place. ");
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  kli_store_set_today (cli->store, cli->today);
  kli_store_settle (cli->store);

  return TRUE;
}

static gboolean
check_words (const KliCommand *command, const KliArguments *arguments, GError **error)
{
  guint n_words = kli_arguments_get_n_words (arguments) - 1;

  if (n_words >= command->min_words && n_words <= command->max_words)
    return TRUE;

  return kli_cli_misuse (error, "Usage: " PROGRAM " %s%s%s", command->name, *command->form != '\0' ? " " : "",
                         command->form);
}

static gboolean
run (KliCli *cli, const KliCommand *command, const KliArguments *arguments, GError **error)
{
  gboolean done;

  if (!check_words (command, arguments, error) || (command->check != NULL && !command->check (arguments, error))
      || !set_up (cli, arguments, error) || !kli_cli_open (cli, command->opening, error))
    return FALSE;
  done = command->run (cli, arguments, error);
  if (cli->store != NULL)
    {
      kli_store_catch_up (cli->store); /* the next one may come in a year */
      kli_store_close (cli->store);
    }

  return done && kli_cli_flush (error);
}

static void
clear (KliCli *cli)
{
  g_clear_object (&cli->store);
  g_free (cli->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KliCli, clear)

static KliCliStatus
tell (const GError *error)
{
  g_autofree char *sentence = error != NULL ? kli_cli_make_sentence (error) : NULL;

  if (error == NULL)
    return KLI_CLI_FAILED;
  kli_cli_warn ("%s", sentence);
  if (error->domain != G_OPTION_ERROR)
    return KLI_CLI_FAILED;
  fputs ("Try " PROGRAM " --help.\n", stderr);

  return KLI_CLI_USAGE;
}

static const KliCommand *
find_command (const char *name)
{
  for (const KliCommand *command = kli_commands; command->name != NULL; command++)
    if (g_strcmp0 (command->name, name) == 0)
      return command;

  return NULL;
}

/* The command among the words: the first that is no option nor the value of a general one. */
static const KliCommand *
guess_command (char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], "--store") || g_str_equal (words[i], "--day"))
      {
        if (words[i + 1] == NULL)
          return NULL;
        i++;
      }
    else if (!g_str_has_prefix (words[i], "-"))
      return find_command (words[i]);

  return NULL;
}

static gboolean
check_encoding (char **words, GError **error)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (!g_utf8_validate (words[i], -1, NULL))
      return kli_cli_misuse (error, "Argument %u is not UTF-8.", i + 1);

  return TRUE;
}

int
kli_cli_main (char **words)
{
  g_auto (KliCli) cli = { NULL };
  g_autoptr (KliArguments) arguments = NULL;
  g_autoptr (GError) error = NULL;
  const KliCommand *command = guess_command (words + 1);
  const KliOption *options[] = { general_options, command != NULL ? command->options : NULL, NULL };

  if (!check_encoding (words + 1, &error))
    return tell (error);
  arguments = kli_arguments_parse (words + 1, options, &error);
  if (arguments == NULL)
    return tell (error);
  if (kli_arguments_has (arguments, "version"))
    kli_cli_print (PROGRAM " " KLI_VERSION "\n");
  else if (kli_arguments_has (arguments, "help"))
    print_help (command);
  else if (command == NULL)
    {
      const char *word = kli_arguments_get_words (arguments)[0];

      if (word == NULL)
        kli_cli_misuse (&error, "The command is missing.");
      else
        kli_cli_misuse (&error, "There is no command “%s”.", word);
      return tell (error);
    }
  else if (!run (&cli, command, arguments, &error))
    return tell (error);

  return kli_cli_flush (&error) ? KLI_CLI_DONE : tell (error);
}
