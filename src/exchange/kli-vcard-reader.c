/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stream of lines into vCards.
 *
 * Physical lines are put together into logical ones in `logical`; a complete logical line goes
 * into `raw`, where the lines of the present card lie one behind the other as bytes. Only when
 * the card ends are they decoded and parsed, because the charset of a line may be named by
 * another one. */
#include "exchange/kli-vcard-reader.h"

#include <string.h>

#include "exchange/kli-vcard-line.h"
#include "exchange/kli-vcard-parser.h"

/* A logical line in `raw`. */
typedef struct
{
  gsize start;
  gsize length;
  gsize colon; /* of it; = length when there is none */
  guint number;
} RawLine;

struct _KliVCardReader
{
  KliLineReader *lines;
  const char *charset; /* nullable */
  gboolean guessed;

  GString *logical;     /* the line being put together */
  guint logical_number; /* where it begins, 0 when there is none */
  gssize colon;         /* of it, -1 when not found yet */
  gsize scanned;        /* see kli_vcard_line_find_colon() */
  gboolean quoted;
  KliVCardWrapping wrapping;
  gboolean logical_cut;

  gboolean open;       /* within a card */
  gboolean complete;   /* the card is to be handed out */
  guint next_begin;    /* line of a BEGIN that ended the card before it, 0 for none */
  guint agent_depth;   /* of BEGIN:VCARD below an AGENT */
  guint foreign_depth; /* of BEGIN:SOMETHING-ELSE */
  GString *raw;
  GArray *raw_lines; /* RawLine */
  KliVCard card;
  gboolean ended;

  KliVCardParser *parser; /* holds the card handed out last */

  guint n_strays;
  guint first_stray;
};

KliVCardReader *
kli_vcard_reader_new (KliLineReader *lines, const char *charset, gboolean guessed, const char *language)
{
  KliVCardReader *self;

  g_return_val_if_fail (lines != NULL, NULL);

  self = g_new0 (KliVCardReader, 1);
  self->lines = lines;
  self->charset = charset;
  self->guessed = guessed;
  self->logical = g_string_new (NULL);
  self->raw = g_string_new (NULL);
  self->raw_lines = g_array_new (FALSE, FALSE, sizeof (RawLine));
  self->parser = kli_vcard_parser_new (language);

  return self;
}

void
kli_vcard_reader_free (KliVCardReader *self)
{
  if (self == NULL)
    return;

  kli_line_reader_free (self->lines);
  g_string_free (self->logical, TRUE);
  g_string_free (self->raw, TRUE);
  g_array_unref (self->raw_lines);
  kli_vcard_parser_free (self->parser);
  g_free (self);
}

static void
note_fault (guint *fault, guint line)
{
  if (*fault == 0)
    *fault = MAX (line, 1);
}

static void
note_stray (KliVCardReader *self, guint line)
{
  if (self->n_strays++ == 0)
    self->first_stray = line;
}

static void
open_card (KliVCardReader *self, guint line)
{
  self->open = TRUE;
  self->agent_depth = 0;
  self->foreign_depth = 0;
  self->card = (KliVCard){ .line = line };
  g_string_truncate (self->raw, 0);
  g_array_set_size (self->raw_lines, 0);
}

/* A card without a single property is not handed out: BEGIN after BEGIN after BEGIN is noise. */
static void
close_card (KliVCardReader *self, gboolean with_end)
{
  if (!with_end)
    note_fault (&self->card.faults.no_end, self->card.line);
  self->open = FALSE;
  self->complete = self->raw_lines->len > 0 || with_end;
  if (!self->complete)
    note_stray (self, self->card.line);
}

/* Whether the line is NAME:VALUE, whatever the case and the blanks; a @value of NULL is any. */
static gboolean
line_is (const RawLine *line, const char *text, const char *name, const char *value)
{
  const char *start = text + line->colon + 1;
  gsize length = line->colon < line->length ? line->length - line->colon - 1 : 0;

  if (line->colon != strlen (name) || g_ascii_strncasecmp (text, name, line->colon) != 0)
    return FALSE;
  if (value == NULL)
    return TRUE;
  for (; length > 0 && g_ascii_isspace (start[0]); length--)
    start++;
  for (; length > 0 && g_ascii_isspace (start[length - 1]); length--)
    ;

  return length == strlen (value) && g_ascii_strncasecmp (start, value, length) == 0;
}

static gboolean
is_begin_of_card (const RawLine *line, const char *text)
{
  return line_is (line, text, "BEGIN", "VCARD");
}

static gboolean
is_end_of_card (const RawLine *line, const char *text)
{
  return line_is (line, text, "END", "VCARD");
}

static RawLine *
last_line (KliVCardReader *self)
{
  return self->raw_lines->len > 0 ? &g_array_index (self->raw_lines, RawLine, self->raw_lines->len - 1) : NULL;
}

static gboolean
is_full (KliVCardReader *self, gsize length)
{
  return self->raw->len + length > KLI_VCARD_CARD_MAX || self->raw_lines->len >= KLI_VCARD_PROPERTIES_MAX;
}

/* Joins @text to the value above as a line of its own, with the backslashes a value needs. */
static void
append_as_value (KliVCardReader *self, const char *text, gsize length)
{
  RawLine *above = last_line (self);
  gsize before = self->raw->len;

  if (self->raw->len + 2 * length > KLI_VCARD_CARD_MAX)
    {
      note_fault (&self->card.faults.left_out, above->number);
      return;
    }
  if (above->length > above->colon + 1)
    g_string_append (self->raw, "\\n");
  for (gsize i = 0; i < length; i++)
    {
      if (strchr ("\\;,", text[i]) != NULL && text[i] != '\0')
        g_string_append_c (self->raw, '\\');
      g_string_append_c (self->raw, text[i]);
    }
  above->length += self->raw->len - before;
}

static gboolean
is_empty_agent (const RawLine *line, const char *text)
{
  return line->colon >= 5 && g_ascii_strncasecmp (text, "AGENT", 5) == 0 && (line->colon == 5 || text[5] == ';')
         && line->length <= line->colon + 1;
}

/* An AGENT with nothing behind its ":" is followed by a card of its own, which becomes its value. */
static gboolean
take_agent_line (KliVCardReader *self, const RawLine *line, const char *text)
{
  RawLine *above = last_line (self);
  gboolean begin = is_begin_of_card (line, text);

  if (self->agent_depth == 0 && (!begin || above == NULL || !is_empty_agent (above, self->raw->str + above->start)))
    return FALSE;

  if (begin)
    self->agent_depth++;
  if (self->agent_depth <= KLI_VCARD_DEPTH_MAX)
    append_as_value (self, text, line->length);
  else
    note_fault (&self->card.faults.too_deep, line->number);
  if (is_end_of_card (line, text))
    self->agent_depth--;

  return TRUE;
}

/* Anything else between BEGIN and END (a calendar, say) is skipped, and so is an END of nothing. */
static gboolean
take_foreign_line (KliVCardReader *self, const RawLine *line, const char *text)
{
  gboolean end = line_is (line, text, "END", NULL);

  if (line_is (line, text, "BEGIN", NULL))
    self->foreign_depth++;
  else if (self->foreign_depth == 0 && !end)
    return FALSE;
  else if (end && self->foreign_depth > 0)
    self->foreign_depth--;

  note_fault (&self->card.faults.skipped, line->number);

  return TRUE;
}

static void
take_property (KliVCardReader *self, RawLine *line, const char *text)
{
  if (!kli_vcard_line_is_property (text, line->length))
    {
      note_fault (&self->card.faults.skipped, line->number);
      return;
    }
  if (is_full (self, line->length))
    {
      note_fault (&self->card.faults.left_out, line->number);
      return;
    }

  line->start = self->raw->len;
  g_string_append_len (self->raw, text, line->length);
  g_array_append_val (self->raw_lines, *line);
}

/* What is only ever in a card is taken for the inside of one whose BEGIN is lost. */
static gboolean
opens_card (const RawLine *line, const char *text)
{
  return line_is (line, text, "FN", NULL) || line_is (line, text, "N", NULL) || line_is (line, text, "VERSION", NULL);
}

static void
take_line (KliVCardReader *self, RawLine *line, const char *text)
{
  if (self->open && take_agent_line (self, line, text))
    return;

  if (is_begin_of_card (line, text))
    {
      if (!self->open)
        {
          open_card (self, line->number);
          return;
        }
      close_card (self, FALSE);
      self->next_begin = line->number;
    }
  else if (is_end_of_card (line, text))
    {
      if (self->open)
        close_card (self, TRUE);
      else
        note_stray (self, line->number);
    }
  else if (!take_foreign_line (self, line, text))
    {
      if (!self->open && opens_card (line, text))
        {
          open_card (self, line->number);
          note_fault (&self->card.faults.no_begin, line->number);
        }
      if (self->open)
        take_property (self, line, text);
      else
        note_stray (self, line->number);
    }
}

/* A quotation mark that is never closed: the ":" behind it, else the first there is. */
static gssize
find_colon_behind_quote (const GString *line)
{
  const char *quote = strrchr (line->str, '"');
  const char *colon = strchr (quote != NULL ? quote : line->str, ':');

  if (colon == NULL)
    colon = strchr (line->str, ':');

  return colon != NULL ? colon - line->str : -1;
}

static void
finish_logical (KliVCardReader *self)
{
  RawLine line = { .length = self->logical->len, .number = self->logical_number };

  if (self->logical_number == 0)
    return;

  self->logical_number = 0;
  if (self->logical_cut)
    {
      note_fault (&self->card.faults.left_out, line.number);
      if (!self->open)
        note_stray (self, line.number);
      return;
    }
  if (self->colon < 0 && self->quoted)
    self->colon = find_colon_behind_quote (self->logical);
  line.colon = self->colon >= 0 ? (gsize)self->colon : line.length;
  take_line (self, &line, self->logical->str);
}

static void
append_logical (KliVCardReader *self, const char *text, gsize length, gboolean cut)
{
  if (cut || self->logical->len + length > KLI_VCARD_LINE_MAX)
    {
      self->logical_cut = TRUE;
      return;
    }

  g_string_append_len (self->logical, text, length);
  if (self->colon >= 0)
    return;

  self->colon = kli_vcard_line_find_colon (self->logical->str, self->logical->len, &self->scanned, &self->quoted);
  if (self->colon >= 0)
    self->wrapping = kli_vcard_line_get_wrapping (self->logical->str, self->colon);
}

static void
begin_logical (KliVCardReader *self, const KliLine *line)
{
  gsize blanks = 0;

  while (blanks < line->length && (line->text[blanks] == ' ' || line->text[blanks] == '\t'))
    blanks++;
  finish_logical (self);
  g_string_truncate (self->logical, 0);
  self->logical_number = line->number;
  self->logical_cut = FALSE;
  self->colon = -1;
  self->scanned = 0;
  self->quoted = FALSE;
  self->wrapping = KLI_VCARD_PLAIN;
  append_logical (self, line->text + blanks, line->length - blanks, line->cut);
}

static gboolean
is_base64 (const KliLine *line)
{
  for (gsize i = 0; i < line->length; i++)
    if (!g_ascii_isalnum (line->text[i]) && strchr ("+/= \t", line->text[i]) == NULL)
      return FALSE;

  return TRUE;
}

static gboolean
is_end_line (const KliLine *line)
{
  return line->length >= 9 && g_ascii_strncasecmp (line->text, "END:VCARD", 9) == 0;
}

/* Whether the line goes on with the one before it, by one of the ways there are. */
static gboolean
continue_logical (KliVCardReader *self, const KliLine *line)
{
  GString *logical = self->logical;

  if (self->logical_number == 0)
    return FALSE;
  if (self->wrapping == KLI_VCARD_QUOTED_PRINTABLE && logical->len > 0 && logical->str[logical->len - 1] == '='
      && !is_end_line (line))
    {
      g_string_truncate (logical, logical->len - 1);
      append_logical (self, line->text, line->length, line->cut);
      return TRUE;
    }
  if (line->length > 0 && (line->text[0] == ' ' || line->text[0] == '\t'))
    {
      append_logical (self, line->text + 1, line->length - 1, line->cut);
      return TRUE;
    }
  if (self->wrapping == KLI_VCARD_BASE64 && line->length > 0 && is_base64 (line))
    {
      append_logical (self, line->text, line->length, line->cut);
      return TRUE;
    }

  return FALSE;
}

/* A line that is no property: the value above had a line end in it (2.1 writes it behind a
 * backslash, bad programs just so). */
static gboolean
join_value (KliVCardReader *self, const KliLine *line)
{
  GString *logical = self->logical;

  if (line->cut || kli_vcard_line_is_property (line->text, line->length))
    return FALSE;
  if (!self->open || self->logical_number == 0 || self->colon < 0)
    return FALSE;

  if (logical->len > 0 && logical->str[logical->len - 1] == '\\')
    g_string_truncate (logical, logical->len - 1);
  else
    note_fault (&self->card.faults.joined, line->number);
  append_logical (self, "\\n", 2, FALSE);
  append_logical (self, line->text, line->length, FALSE);

  return TRUE;
}

/* Nothing, or what is left where a file ends: blanks, and the Ctrl+Z of DOS. */
static gboolean
is_blank (const KliLine *line)
{
  gsize i = 0;

  while (i < line->length && strchr (" \t\x1a", line->text[i]) != NULL && line->text[i] != '\0')
    i++;

  return i == line->length;
}

static void
take_physical (KliVCardReader *self, const KliLine *line)
{
  if (continue_logical (self, line))
    return;
  if (is_blank (line))
    {
      finish_logical (self);
      return;
    }
  if (!join_value (self, line))
    begin_logical (self, line);
}

static guint
parse_version (const char *value)
{
  while (g_ascii_isspace (*value))
    value++;

  return g_str_has_prefix (value, "2.1")   ? 21
         : g_str_has_prefix (value, "3.0") ? 30
         : g_str_has_prefix (value, "4.")  ? 40
                                           : 0;
}

/* What bytes without a CHARSET are in: the charset given for the file, else the one that the other
 * lines of the card agree on, else the one guessed. */
static const char *
find_card_charset (KliVCardReader *self)
{
  const char *agreed = NULL;

  if (self->charset != NULL && !self->guessed)
    return self->charset;

  for (guint i = 0; i < self->raw_lines->len; i++)
    {
      const RawLine *line = &g_array_index (self->raw_lines, RawLine, i);
      const char *charset = kli_vcard_line_get_charset (self->raw->str + line->start, line->colon);

      if (charset == NULL || g_str_equal (charset, "UTF-8"))
        continue;
      if (agreed != NULL && !g_str_equal (charset, agreed))
        return self->charset;
      agreed = charset;
    }

  return agreed != NULL ? agreed : self->charset;
}

static const KliVCard *
hand_out (KliVCardReader *self)
{
  kli_vcard_parser_begin (self->parser, find_card_charset (self));
  for (guint i = 0; i < self->raw_lines->len; i++)
    {
      const RawLine *line = &g_array_index (self->raw_lines, RawLine, i);
      const char *text = self->raw->str + line->start;

      if (!kli_vcard_parser_add (self->parser, text, line->length, line->colon, line->number))
        note_fault (&self->card.faults.unreadable, line->number);
    }
  self->card.properties = kli_vcard_parser_end (self->parser, &self->card.n_properties);
  for (guint i = 0; i < self->card.n_properties; i++)
    if (g_ascii_strcasecmp (self->card.properties[i].name, "VERSION") == 0)
      self->card.version = parse_version (self->card.properties[i].value);
  self->complete = FALSE;

  return &self->card;
}

/* No line is left: what is still open ends here. */
static void
finish (KliVCardReader *self)
{
  self->ended = TRUE;
  finish_logical (self);
  if (self->open)
    close_card (self, FALSE);
  if (self->next_begin != 0)
    note_stray (self, self->next_begin);
}

const KliVCard *
kli_vcard_reader_next (KliVCardReader *self, GCancellable *cancellable, GError **error)
{
  KliLine line;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  while (!self->ended)
    {
      if (self->next_begin != 0)
        open_card (self, self->next_begin);
      self->next_begin = 0;
      if (kli_line_reader_next (self->lines, &line, cancellable, &local_error))
        take_physical (self, &line);
      else if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
      else
        finish (self);
      if (self->complete)
        return hand_out (self);
    }

  return NULL;
}

guint
kli_vcard_reader_get_strays (const KliVCardReader *self, guint *first_line)
{
  g_return_val_if_fail (self != NULL, 0);

  if (first_line != NULL)
    *first_line = self->first_stray;

  return self->n_strays;
}

guint64
kli_vcard_reader_get_offset (const KliVCardReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return kli_line_reader_get_offset (self->lines);
}
