/* SPDX-License-Identifier: GPL-3.0-or-later */
/* edit -: commands from standard input, an edit each, acknowledged one by one. */
#include "cli/kli-commands.h"
#include "cli/kli-edit-words.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A line that begins so says nothing: a line of remarks, and what ends an edit where edits have several
 * lines. */
static gboolean
is_blank (const char *line)
{
  return *line == '\0' || *line == '#' || g_str_equal (line, "COMMIT");
}

/* The new record's id and the acknowledgement, handed over at once. */
static gboolean
acknowledge (const KliEditWords *edit, gint64 id, GError **error)
{
  if (edit->makes)
    kli_cli_print ("%" G_GINT64_FORMAT "\n", kli_operation_get_subject (edit->operation));
  kli_cli_print ("ok %" G_GINT64_FORMAT "\n", id);

  return kli_cli_flush (error);
}

/* Runs one line. Returns: FALSE with @error set when it is refused. */
static gboolean
run_line (KliCli *cli, const char *line, KliEditWords *edit, gint64 *id, GError **error)
{
  g_auto (GStrv) words = NULL;

  if (!g_utf8_validate (line, -1, NULL))
    return kli_cli_misuse (error, "The line is not UTF-8.");
  if (!g_shell_parse_argv (line, NULL, &words, error)
      || !kli_edit_words_parse ((const char *const *)words, cli->store, edit, error))
    return FALSE;
  *id = kli_operation_run (edit->operation, cli->store, error);

  return *id >= 0;
}

/* Reads and runs all lines. @all_done: (out): none was refused. Returns: FALSE when it cannot go on. */
static gboolean
run_lines (KliCli *cli, char **buffer, gsize *size, gboolean *all_done, GError **error)
{
  gssize length;

  for (guint number = 1; (length = getline (buffer, size, stdin)) >= 0; number++)
    {
      g_auto (KliEditWords) edit = { NULL };
      g_autoptr (GError) refusal = NULL;
      gint64 id = -1;

      if (memchr (*buffer, '\0', (gsize)length) != NULL)
        {
          kli_cli_warn ("line %u: The line has a NUL byte.", number);
          *all_done = FALSE;
          continue;
        }
      if (is_blank (g_strstrip (*buffer)))
        continue;
      if (!run_line (cli, *buffer, &edit, &id, &refusal))
        {
          g_autofree char *sentence = kli_cli_make_sentence (refusal);

          kli_cli_warn ("line %u: %s", number, sentence);
          *all_done = FALSE;
        }
      else if (!acknowledge (&edit, id, error))
        return FALSE;
    }
  if (!ferror (stdin))
    return TRUE;
  g_set_error (error, G_IO_ERROR, (gint)g_io_error_from_errno (errno), "Cannot read the lines: %s.",
               g_strerror (errno));

  return FALSE;
}

gboolean
kli_command_lines_check (const KliArguments *arguments, GError **error)
{
  return g_str_equal (kli_arguments_get_words (arguments)[1], "-")
         || kli_cli_misuse (error, "Usage: klientela-cli edit -");
}

gboolean
kli_command_lines (KliCli *cli, const KliArguments *arguments, GError **error)
{
  char *buffer = NULL;
  gsize size = 0;
  gboolean all_done = TRUE;
  gboolean read;

  read = run_lines (cli, &buffer, &size, &all_done, error);
  free (buffer);

  return read && all_done;
}
