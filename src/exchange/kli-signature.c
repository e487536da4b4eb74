/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A block of text as a card: first what can be told by its form is taken out of each line, then the pieces that are
 * left are told by their words and by what stands around them. What remains is the note. */
#include "exchange/kli-signature-builder.h"

#include "core/kli-kinds.h"
#include "core/kli-legal-form.h"
#include "core/kli-text.h"

#include <string.h>

#define BYTES_A_LINE 1000
/* A line of so many words, most of them small, is a sentence: it stays whole in the note. */
#define PROSE_WORDS 8

/* What is left of a line. */
typedef struct
{
  char *text;
  guint line;
  KliSignaturePiece piece;
  gboolean is_labelled;
} Piece;

typedef struct
{
  KliSignatureBuilder builder;
  GArray *pieces;   /* Piece */
  guint noted_line; /* of the last piece in the note */
} Reading;

static void
piece_clear (gpointer data)
{
  g_free (((Piece *)data)->text);
}

static void
reading_clear (Reading *reading)
{
  g_array_unref (reading->pieces);
  kli_signature_builder_clear (&reading->builder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

void
kli_signature_free (KliSignature *signature)
{
  if (signature == NULL)
    return;
  kli_card_free (signature->card);
  kli_card_free (signature->organisation);
  g_free (signature);
}

const char *
kli_signature_find_vcard (const char *text)
{
  g_autoptr (GMatchInfo) match = NULL;
  int start;

  if (text == NULL || !g_utf8_validate (text, -1, NULL)
      || !kli_signature_matches ("(?:^|[\\r\\n])\\s*(BEGIN:VCARD\\s*[\\r\\n])", text, &match))
    return NULL;
  g_match_info_fetch_pos (match, 1, &start, NULL);

  return text + start;
}

/* --- whose text it is --------------------------------------------------------------------------------- */

/* Poland or Indonesia, as far as the text tells; else the country of the business. */
static const char *
guess_country (const char *text, const char *home)
{
  static const char polish[]
      = "\\bul\\. |\\bal\\. |\\b\\d{2}-\\d{3} (?-i:\\p{Lu})|\\+48|0048|\\bNIP\\b|\\bREGON\\b|sp\\. ?z ?o|"
        "\\.pl\\b|powa[zż]aniem|[ąęłśćź]";
  static const char indonesian[] = "\\bjl\\. |\\bjalan |\\brt\\b.{0,8}\\brw\\b|\\+62|\\bNPWP\\b|\\bPT\\.? "
                                   "\\p{Lu}|\\.id\\b|\\bhormat |\\b(?:telp|tlp|hp)\\b|"
                                   "\\b(?:bapak|ibu|jakarta|bandung|surabaya|indonesia)\\b";
  gboolean is_polish = kli_signature_matches (polish, text, NULL);
  gboolean is_indonesian = kli_signature_matches (indonesian, text, NULL);

  if (is_polish == is_indonesian)
    return home;

  return is_polish ? "PL" : "ID";
}

/* --- pieces ------------------------------------------------------------------------------------------- */

static gboolean
has_word (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/* Marks at both ends that separate pieces. */
static char *
trim_piece (char *text)
{
  static const char marks[] = " ,;:|/*_=~#\t-–—•·■►▪";
  char *start = text;
  char *end;

  while (*start != '\0' && g_utf8_strchr (marks, -1, g_utf8_get_char (start)) != NULL)
    start = g_utf8_next_char (start);
  end = start + strlen (start);
  while (end > start && g_utf8_strchr (marks, -1, g_utf8_get_char (g_utf8_prev_char (end))) != NULL)
    end = g_utf8_prev_char (end);
  *end = '\0';

  return memmove (text, start, end - start + 1);
}

static void
add_piece (Reading *reading, char *text, guint line, KliSignaturePiece kind, gboolean is_labelled)
{
  Piece piece = { trim_piece (text), line, kind, is_labelled };

  if (has_word (piece.text) && !kli_signature_is_labels (piece.text))
    g_array_append_val (reading->pieces, piece);
  else
    g_free (piece.text);
}

/* "Budi Santosa, S.H., M.Kn., Notaris" in two. Returns: (transfer full) (element-type utf8) */
static GPtrArray *
group_parts (char **parts, guint n)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      char *group = g_strdup (parts[i]);

      while (i + 1 < n && kli_signature_judge (group, FALSE) == KLI_SIGNATURE_NAME)
        {
          g_autofree char *longer = g_strconcat (group, ", ", parts[i + 1], NULL);

          if (kli_signature_judge (longer, FALSE) != KLI_SIGNATURE_NAME)
            break;
          g_free (group);
          group = g_steal_pointer (&longer);
          i++;
        }
      g_ptr_array_add (groups, group);
    }

  return groups;
}

/* Whether each piece of a line tells what it is, or the first is the name of somebody. */
static gboolean
are_told (const GPtrArray *groups)
{
  for (guint i = 0; i < groups->len; i++)
    {
      KliSignaturePiece piece = kli_signature_judge (g_ptr_array_index (groups, i), FALSE);

      if (i == 0 && piece == KLI_SIGNATURE_NAME)
        return TRUE;
      if (piece == KLI_SIGNATURE_OTHER)
        return FALSE;
    }

  return TRUE;
}

/* Where the address begins among parts of a line; @n when there is none. */
static guint
find_place (char **parts, guint n)
{
  for (guint i = 0; i < n; i++)
    if (kli_signature_is_place (parts[i]) || (i + 1 < n && kli_signature_is_place_before (parts[i], parts[i + 1])))
      return i;

  return n;
}

/* Returns: (transfer full): the parts from @from to before @to. */
static char *
join_parts (char **parts, guint from, guint to)
{
  GString *joined = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    g_string_append_printf (joined, "%s%s", i > from ? ", " : "", parts[i]);

  return g_string_free (joined, FALSE);
}

/* "Jan Kowalski, Prezes Zarządu, ABC sp. z o.o.", "PT Abadi, Jl. Merdeka 1, Bandung": what commas part. */
static void
add_cut (Reading *reading, const char *text, guint line)
{
  g_auto (GStrv) parts = g_strsplit (text, ", ", -1);
  guint n = g_strv_length (parts);
  guint place = find_place (parts, n);
  g_autoptr (GPtrArray) groups = group_parts (parts, place);

  if (are_told (groups))
    for (guint i = 0; i < groups->len; i++)
      add_piece (reading, g_strdup (g_ptr_array_index (groups, i)), line, KLI_SIGNATURE_OTHER, FALSE);
  else
    add_piece (reading, join_parts (parts, 0, place), line, KLI_SIGNATURE_OTHER, FALSE);
  if (place < n)
    add_piece (reading, join_parts (parts, place, n), line, KLI_SIGNATURE_PLACE, FALSE);
}

/* "Alex Morgan (she/her)". Returns: FALSE for anything else */
static gboolean
add_with_aside (Reading *reading, const char *text, guint line)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *name = NULL;

  if (!kli_signature_matches ("^([^(]+) (\\([^)]*\\))$", text, &match))
    return FALSE;
  name = g_match_info_fetch (match, 1);
  if (kli_signature_judge (name, FALSE) != KLI_SIGNATURE_NAME)
    return FALSE;
  add_piece (reading, g_steal_pointer (&name), line, KLI_SIGNATURE_OTHER, FALSE);
  add_piece (reading, g_match_info_fetch (match, 2), line, KLI_SIGNATURE_NOTE, FALSE);

  return TRUE;
}

/* The pieces of what values left: parted where a value stood, and by what people part them with. */
static void
add_pieces (Reading *reading, const char *rest, guint line)
{
  g_autoptr (GRegex) separators
      = g_regex_new ("<?\\x1f>?|\\s*[|•·■►▪]\\s*|\\s+[–—-]\\s+|\\s+//\\s+|\\s+/\\s+|;\\s+", 0, 0, NULL);
  g_auto (GStrv) texts = g_regex_split (separators, rest, 0);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      char *text = trim_piece (texts[i]);

      if (!add_with_aside (reading, text, line))
        add_cut (reading, text, line);
    }
}

static gboolean
is_prose (const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  guint n = g_strv_length (words);
  guint n_small = 0;

  for (guint i = 0; i < n; i++)
    n_small += g_unichar_islower (g_utf8_get_char (words[i]));

  return n >= PROSE_WORDS && n_small * 2 > n;
}

static void
read_line (Reading *reading, const char *raw, guint n)
{
  const char *quoted = raw + strspn (raw, "> ");
  g_autofree char *tabs = g_strdelimit (g_strdup (quoted), "\t", '|');
  g_autofree char *line = kli_text_single_line (tabs);
  g_autofree char *rest = NULL;
  const char *value = NULL;
  KliSignaturePiece label = kli_signature_read_label (line, &value);

  if (strlen (line) > BYTES_A_LINE)
    {
      add_piece (reading, g_steal_pointer (&line), n, KLI_SIGNATURE_NOTE, FALSE);
      return;
    }
  rest = kli_signature_take_values (&reading->builder, label != KLI_SIGNATURE_OTHER ? value : line);
  if (is_prose (line))
    add_piece (reading, g_steal_pointer (&line), n, KLI_SIGNATURE_NOTE, FALSE);
  else if (label != KLI_SIGNATURE_OTHER && strchr (rest, KLI_SIGNATURE_GAP) == NULL)
    add_piece (reading, g_steal_pointer (&rest), n, label, TRUE);
  else
    add_pieces (reading, rest, n);
}

/* --- telling ------------------------------------------------------------------------------------------ */

static void
keep (Reading *reading, const char *text, guint line)
{
  kli_signature_keep (&reading->builder, text, line == reading->noted_line ? " " : "\n");
  reading->noted_line = line;
}

/* Takes the place of what was there if @is_better; the other one is kept. */
static void
choose (Reading *reading, char **field, const Piece *piece, gboolean is_better)
{
  if (*field != NULL && !is_better)
    {
      keep (reading, piece->text, piece->line);
      return;
    }
  keep (reading, *field, piece->line);
  g_free (*field);
  *field = g_strdup (piece->text);
}

static gboolean
has_form (const char *organisation)
{
  g_autofree char *form = organisation != NULL ? kli_legal_form_of_name (organisation) : NULL;

  return form != NULL && *form != '\0';
}

static void
add_role (Reading *reading, const char *text)
{
  g_autofree char *before = reading->builder.role;

  reading->builder.role = before != NULL ? g_strconcat (before, ", ", text, NULL) : g_strdup (text);
}

static Piece *
get_piece (const Reading *reading, guint i)
{
  return &g_array_index (reading->pieces, Piece, i);
}

/* Returns: (nullable) */
static Piece *
find_piece (const Reading *reading, guint i)
{
  return i < reading->pieces->len ? get_piece (reading, i) : NULL;
}

/* What is not known by its words may be known by its neighbours: what follows a name in its line, or stands between
 * the name and the organisation, is the role. */
static gboolean
looks_like_role (const Reading *reading, guint i)
{
  const Piece *before = i > 0 ? get_piece (reading, i - 1) : NULL;
  const Piece *self = get_piece (reading, i);
  const Piece *next = find_piece (reading, i + 1);

  if (before == NULL || before->piece != KLI_SIGNATURE_NAME || reading->builder.role != NULL || strlen (self->text) > 60
      || kli_signature_matches ("\\d|@", self->text, NULL))
    return FALSE;

  return before->line == self->line || (next != NULL && next->piece == KLI_SIGNATURE_ORGANISATION);
}

/* "Wola Mała 15" before "32-020 Wieliczka". */
static gboolean
begins_place (const Reading *reading, guint i)
{
  const Piece *next = find_piece (reading, i + 1);

  return next != NULL && next->piece == KLI_SIGNATURE_PLACE && next->line - get_piece (reading, i)->line <= 1
         && kli_signature_is_place_before (get_piece (reading, i)->text, next->text);
}

/* First all are judged alone, from behind, so that each can look at the next. */
static void
judge (Reading *reading)
{
  for (guint i = reading->pieces->len; i > 0; i--)
    {
      Piece *piece = get_piece (reading, i - 1);
      const Piece *before = i > 1 ? get_piece (reading, i - 2) : NULL;
      gboolean is_first = before == NULL || kli_signature_judge (before->text, FALSE) == KLI_SIGNATURE_CLOSING;

      if (piece->piece != KLI_SIGNATURE_OTHER)
        continue;
      piece->piece = begins_place (reading, i - 1) ? KLI_SIGNATURE_PLACE : kli_signature_judge (piece->text, is_first);
    }
}

/* Takes the pieces of one address. Returns: how many those are */
static guint
take_place (Reading *reading, guint first)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  guint i = first;

  do
    g_ptr_array_add (lines, get_piece (reading, i++)->text);
  while (i < reading->pieces->len && get_piece (reading, i)->line - get_piece (reading, i - 1)->line <= 1
         && (get_piece (reading, i)->piece == KLI_SIGNATURE_PLACE
             || kli_signature_ends_place (lines, get_piece (reading, i)->text)));
  kli_signature_add_place (&reading->builder, lines);

  return i - first;
}

static void
take_piece (Reading *reading, guint i)
{
  const Piece *piece = get_piece (reading, i);
  const Piece *before = i > 0 ? get_piece (reading, i - 1) : NULL;
  gboolean signs = before != NULL && before->piece == KLI_SIGNATURE_CLOSING;

  switch (piece->piece)
    {
    case KLI_SIGNATURE_CLOSING:
    case KLI_SIGNATURE_PLACE: break;
    case KLI_SIGNATURE_NAME: choose (reading, &reading->builder.name, piece, piece->is_labelled || signs); break;
    case KLI_SIGNATURE_ROLE: add_role (reading, piece->text); break;
    case KLI_SIGNATURE_ORGANISATION:
      choose (reading, &reading->builder.organisation, piece,
              has_form (piece->text) && !has_form (reading->builder.organisation));
      break;
    case KLI_SIGNATURE_DEPARTMENT: choose (reading, &reading->builder.department, piece, FALSE); break;
    case KLI_SIGNATURE_OTHER:
    case KLI_SIGNATURE_NOTE:
      if (piece->piece == KLI_SIGNATURE_OTHER && looks_like_role (reading, i))
        add_role (reading, piece->text);
      else
        keep (reading, piece->text, piece->line);
    }
}

static void
take_pieces (Reading *reading)
{
  guint i = 0;

  judge (reading);
  while (i < reading->pieces->len)
    if (get_piece (reading, i)->piece == KLI_SIGNATURE_PLACE)
      i += take_place (reading, i);
    else
      take_piece (reading, i++);
}

/* --- reading ------------------------------------------------------------------------------------------ */

/* Marks that turn the direction of a text, and joiners of nothing, say nothing about anybody. */
static char *
drop_marks (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c < 0x200b || c > 0x200f || c == 0x200c || c == 0x200d) && (c < 0x202a || c > 0x202e)
          && (c < 0x2066 || c > 0x2069) && c != 0xfeff)
        g_string_append_unichar (plain, c);
    }

  return g_string_free (plain, FALSE);
}

/* Where reading ends: a whole number of lines. */
static gsize
find_end (const char *text)
{
  gsize end = 0;

  for (guint n = 0; n < KLI_SIGNATURE_LINES_MAX && text[end] != '\0'; n++)
    {
      gsize length = strcspn (text + end, "\n\r");

      if (end + length > KLI_SIGNATURE_BYTES_MAX)
        break;
      end += length + (text[end + length] != '\0');
    }

  return end;
}

static void
read_lines (Reading *reading, const char *text)
{
  gsize end = find_end (text);
  g_autofree char *start = g_strndup (text, end);
  g_auto (GStrv) lines = NULL;
  g_autofree char *rest = kli_text_strip (text + end);

  g_strdelimit (start, "\r", '\n');
  reading->builder.country = guess_country (start, reading->builder.home);
  lines = g_strsplit (start, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    read_line (reading, lines[i], i + 1);
  take_pieces (reading);
  keep (reading, rest, G_MAXUINT);
}

KliSignature *
kli_signature_read (const char *text, const char *country)
{
  g_autofree char *valid = kli_text_make_valid (text != NULL ? text : "", -1);
  g_autofree char *plain = drop_marks (valid);
  g_auto (Reading) reading = { 0 };

  reading.builder.card = kli_card_new ();
  reading.builder.home = country != NULL && *country != '\0' ? country : NULL;
  reading.pieces = g_array_new (FALSE, TRUE, sizeof (Piece));
  g_array_set_clear_func (reading.pieces, piece_clear);
  reading.builder.note = g_string_new (NULL);
  read_lines (&reading, plain);

  return kli_signature_finish (&reading.builder);
}
