/* SPDX-License-Identifier: GPL-3.0-or-later */
/* edit -: commands from standard input. Who writes COMMIT gets what stands before it as one edit, acknowledged once;
 * who never does, or waits for an answer to the first lines, gets an edit for each line. */
#include "cli/kli-commands.h"
#include "cli/kli-edit-words.h"

#include <gio/gunixinputstream.h>
#include <string.h>
#include <unistd.h>

/* Whoever has not written COMMIT by then waits for the answer to the lines that stand there. */
#define SILENCE_MS 1000
/* Nor does whoever writes so many lines without one mean to: their answers are not held back. */
#define LINES_TILL_COMMIT 1000
/* More are no edit that can be looked at or taken back with ease. */
#define LINES_MAX 50000

typedef enum
{
  FORM_UNKNOWN,  /* neither COMMIT nor silence so far */
  FORM_TOGETHER, /* an edit for each COMMIT */
  FORM_ALONE,    /* an edit for each line */
} Form;

typedef struct
{
  char *text; /* nullable: it has a NUL byte */
  guint number;
} Line;

typedef struct
{
  KliCli *cli;
  GDataInputStream *input;
  Form form;
  GPtrArray *lines; /* element-type Line: those that wait */
  gboolean all_done;
} Session;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->text);
  g_free (line);
}

static void
words_free (gpointer data)
{
  kli_edit_words_clear (data);
  g_free (data);
}

static void
refuse (Session *session, guint number, const GError *error)
{
  g_autofree char *sentence = kli_cli_make_sentence (error);

  kli_cli_warn ("line %u: %s", number, sentence);
  session->all_done = FALSE;
}

/* Returns: (transfer full) (nullable): NULL when the line was refused. */
static KliEditWords *
parse (Session *session, const Line *line)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree KliEditWords *edit = g_new0 (KliEditWords, 1);

  if (line->text == NULL)
    kli_cli_misuse (&error, "The line has a NUL byte.");
  else if (!g_utf8_validate (line->text, -1, NULL))
    kli_cli_misuse (&error, "The line is not UTF-8.");
  else if (g_shell_parse_argv (line->text, NULL, &words, &error)
           && kli_edit_words_parse ((const char *const *)words, session->cli->store, edit, &error))
    return g_steal_pointer (&edit);
  refuse (session, line->number, error);

  return NULL;
}

/* The ids of new records and the acknowledgement, handed over at once. */
static gboolean
acknowledge (GPtrArray *edits, gint64 id, GError **error)
{
  for (guint i = 0; i < edits->len; i++)
    {
      const KliEditWords *edit = g_ptr_array_index (edits, i);

      if (edit->makes)
        kli_cli_print ("%" G_GINT64_FORMAT "\n", kli_operation_get_subject (edit->operation));
    }
  kli_cli_print ("ok %" G_GINT64_FORMAT "\n", id);

  return kli_cli_flush (error);
}

/* Does @n lines that wait, from the one at @first, as one edit: all of them or none. Returns: FALSE with @error set
 * when the session cannot go on. */
static gboolean
do_lines (Session *session, guint first, guint n, GError **error)
{
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func (words_free);
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  g_autoptr (GError) refusal = NULL;
  guint refused = 0;
  gint64 id;

  for (guint i = first; i < first + n; i++)
    {
      KliEditWords *edit = parse (session, g_ptr_array_index (session->lines, i));

      if (edit == NULL)
        continue;
      g_ptr_array_add (edits, edit);
      g_ptr_array_add (steps, edit->operation);
    }
  if (edits->len < n)
    return TRUE;

  id = n > 0 ? kli_operation_run_together (steps, session->cli->store, &refused, &refusal) : 0;
  if (id >= 0)
    return acknowledge (edits, id, error);
  refuse (session, ((const Line *)g_ptr_array_index (session->lines, first + refused))->number, refusal);

  return TRUE;
}

static gboolean
do_together (Session *session, GError **error)
{
  gboolean done = do_lines (session, 0, session->lines->len, error);

  g_ptr_array_set_size (session->lines, 0);

  return done;
}

static gboolean
do_alone (Session *session, GError **error)
{
  for (guint i = 0; i < session->lines->len; i++)
    if (!do_lines (session, i, 1, error))
      return FALSE;
  g_ptr_array_set_size (session->lines, 0);

  return TRUE;
}

/* --- reading -------------------------------------------------------------------------------------------- */

/* Whether nobody has written anything for a while. */
static gboolean
is_silent (Session *session)
{
  GPollFD input = { .fd = STDIN_FILENO, .events = G_IO_IN };

  return g_buffered_input_stream_get_available (G_BUFFERED_INPUT_STREAM (session->input)) == 0
         && g_poll (&input, 1, SILENCE_MS) == 0;
}

/* A line that says something and is no COMMIT. */
static gboolean
take_line (Session *session, Line *line, GError **error)
{
  g_ptr_array_add (session->lines, line);
  if (session->form == FORM_UNKNOWN && session->lines->len >= LINES_TILL_COMMIT)
    session->form = FORM_ALONE;
  if (session->form == FORM_ALONE)
    return do_alone (session, error);
  if (session->lines->len <= LINES_MAX)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "line %u: There are more than %d lines before a COMMIT.",
               line->number, LINES_MAX);

  return FALSE;
}

/* For whoever has an edit of each line everything is done by then. */
static gboolean
commit (Session *session, GError **error)
{
  if (session->form == FORM_ALONE)
    return TRUE;
  session->form = FORM_TOGETHER;

  return do_together (session, error);
}

/* Returns: (transfer full) (nullable): NULL at the end, or with @error set. */
static Line *
read_line (Session *session, guint number, GError **error)
{
  gsize length;
  g_autofree char *text = g_data_input_stream_read_line (session->input, &length, NULL, error);
  Line *line;

  if (text == NULL)
    return NULL;

  line = g_new0 (Line, 1);
  line->number = number;
  if (memchr (text, '\0', length) == NULL)
    line->text = g_strstrip (g_steal_pointer (&text));

  return line;
}

/* Says nothing: an empty line, a remark. */
static gboolean
is_blank (const Line *line)
{
  return line->text != NULL && (*line->text == '\0' || *line->text == '#');
}

/* @line: (transfer full). */
static gboolean
take (Session *session, Line *line, GError **error)
{
  if (!is_blank (line) && g_strcmp0 (line->text, "COMMIT") != 0)
    return take_line (session, line, error);
  if (is_blank (line))
    {
      line_free (line);
      return TRUE;
    }
  line_free (line);

  return commit (session, error);
}

/* What waits when nothing more comes. Half of an edit is none. */
static gboolean
finish (Session *session, GError **error)
{
  const Line *first;

  if (session->lines->len == 0 || session->form != FORM_TOGETHER)
    return do_alone (session, error);

  first = g_ptr_array_index (session->lines, 0);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT,
               "line %u: There is no COMMIT after this line: it and what follows are not done.", first->number);

  return FALSE;
}

/* Reads and does all lines. Returns: FALSE with @error set when it cannot go on. */
static gboolean
run_lines (Session *session, GError **error)
{
  for (guint number = 1;; number++)
    {
      g_autoptr (GError) local_error = NULL;
      Line *line;

      if (session->form == FORM_UNKNOWN && session->lines->len > 0 && is_silent (session))
        {
          session->form = FORM_ALONE;
          if (!do_alone (session, error))
            return FALSE;
        }
      line = read_line (session, number, &local_error);
      if (local_error != NULL)
        {
          g_set_error (error, G_IO_ERROR, local_error->code, "Cannot read the lines: %s.", local_error->message);
          return FALSE;
        }
      if (line == NULL)
        return finish (session, error);
      if (!take (session, line, error))
        return FALSE;
    }
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
  g_autoptr (GInputStream) base = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GDataInputStream) input = g_data_input_stream_new (base);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);
  Session session = { cli, input, FORM_UNKNOWN, lines, TRUE };

  return run_lines (&session, error) && session.all_done;
}
