/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads queries as people type them. */
#include "core/kli-query-text.h"

#include "core/kli-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What was read so far. */
typedef struct
{
  KliQueryTarget target;
  GPtrArray *filters; /* KliFilter */
  GString *words;     /* the plain ones, kept together: some are pieces of one telephone number */
} Reading;

/* One piece of the text: -key:"value". Every part but the value may be absent. */
typedef struct
{
  char *whole; /* as typed */
  char *key;   /* nullable */
  char *value;
  gboolean is_negative;
  gboolean is_quoted; /* the value is */
} Chunk;

static void
chunk_clear (Chunk *chunk)
{
  g_free (chunk->whole);
  g_free (chunk->key);
  g_free (chunk->value);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Chunk, chunk_clear)

/* --- words in the language of the program ------------------------------------------------------------------- */

/* Whether the folded @typed is @name or one of the words that translate it; or their beginning. */
static gboolean
is_word_for (const char *typed, const char *context, const char *name, gboolean is_beginning)
{
  g_auto (GStrv) words = g_strsplit (g_dpgettext2 (NULL, context, name), " ", -1);
  gboolean found = is_beginning ? g_str_has_prefix (name, typed) : strcmp (name, typed) == 0;

  for (guint i = 0; !found && words[i] != NULL; i++)
    {
      g_autofree char *folded = kli_fold (words[i]);

      found = is_beginning ? g_str_has_prefix (folded, typed) : strcmp (folded, typed) == 0;
    }

  return found;
}

/* Keys keep the hyphen that folding would make a blank. */
static char *
fold_key (const char *text)
{
  return g_strdelimit (kli_fold (text), " ", '-');
}

static const KliCondition *
find_key (KliQueryTarget target, const char *key)
{
  g_autofree char *typed = fold_key (key);
  guint n;
  const KliCondition *conditions = kli_conditions (&n);

  for (guint i = 0; i < n; i++)
    if (conditions[i].argument != KLI_ARGUMENT_ID && kli_condition_is_of (&conditions[i], target)
        && is_word_for (typed, "search key", conditions[i].name, FALSE))
      return &conditions[i];

  return NULL;
}

/* Returns: (transfer none) (nullable): the choice that @value is, or the only one it is the beginning of. */
static const char *
find_choice (const KliCondition *condition, const char *value)
{
  g_autofree char *typed = kli_fold (value);
  const char *found = NULL;
  guint n = 0;

  for (guint i = 0; condition->choices[i] != NULL; i++)
    {
      if (is_word_for (typed, "search value", condition->choices[i], FALSE))
        return condition->choices[i];
      if (is_word_for (typed, "search value", condition->choices[i], TRUE))
        {
          found = condition->choices[i];
          n++;
        }
    }

  return n == 1 ? found : NULL;
}

/* Returns: (transfer full) (nullable): what @condition is asked with when @chunk was typed. */
static char *
make_argument (const KliCondition *condition, const Chunk *chunk)
{
  if (condition->argument == KLI_ARGUMENT_CHOICE)
    return g_strdup (find_choice (condition, chunk->value));
  if (condition->argument == KLI_ARGUMENT_TEXT && !chunk->is_quoted && !g_str_has_suffix (chunk->value, "*"))
    return g_strconcat (chunk->value, "*", NULL);

  return g_strdup (chunk->value);
}

/* --- pieces ------------------------------------------------------------------------------------------------- */

/* What people open quotations with, and what closes each. */
static const struct
{
  const char *opening;
  const char *closing;
} quotes[] = {
  { "\"", "\"" }, { "“", "”" }, { "„", "”" }, { "„", "“" }, { "«", "»" },
};

static gboolean
ends_here (const char *text)
{
  return *text == '\0' || g_unichar_isspace (g_utf8_get_char (text));
}

/* Whether a quotation stands at @text that ends before a blank or the end. @quoted: (out): what is in it.
 * Returns: what follows it, or NULL. */
static const char *
read_quotation (const char *text, char **quoted)
{
  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      const char *start = text + strlen (quotes[i].opening);
      const char *end = g_str_has_prefix (text, quotes[i].opening) ? strstr (start, quotes[i].closing) : NULL;

      if (end != NULL && ends_here (end + strlen (quotes[i].closing)))
        {
          *quoted = g_strndup (start, (gsize)(end - start));
          return end + strlen (quotes[i].closing);
        }
    }

  return NULL;
}

static const char *
find_end (const char *text)
{
  while (!ends_here (text))
    text = g_utf8_next_char (text);

  return text;
}

/* Reads the piece at @text, which is no blank. Returns: what follows it. */
static const char *
read_chunk (const char *text, Chunk *chunk)
{
  const char *end = find_end (text);
  const char *start = text;
  const char *colon, *quotation_end;

  /* A minus before a digit is a piece of a telephone number. */
  chunk->is_negative = *start == '-' && start + 1 < end && !g_ascii_isdigit (start[1]) && start[1] != '-';
  start += chunk->is_negative;
  colon = memchr (start, ':', (gsize)(end - start));
  if (colon != NULL && colon > start)
    {
      chunk->key = g_strndup (start, (gsize)(colon - start));
      start = colon + 1;
    }
  quotation_end = read_quotation (start, &chunk->value);
  chunk->is_quoted = quotation_end != NULL;
  if (chunk->is_quoted)
    end = quotation_end;
  else
    chunk->value = g_strndup (start, (gsize)(end - start));
  chunk->whole = g_strndup (text, (gsize)(end - text));

  return end;
}

/* --- what they ask ------------------------------------------------------------------------------------------ */

static void
take_filter (Reading *reading, const Chunk *chunk, const char *condition, const char *argument)
{
  g_autoptr (KliFilter) filter = kli_filter_new (condition, argument);

  g_ptr_array_add (reading->filters, chunk->is_negative ? kli_filter_not (filter) : g_steal_pointer (&filter));
}

static void
take_words (Reading *reading, const char *words)
{
  if (reading->words->len > 0)
    g_string_append_c (reading->words, ' ');
  g_string_append (reading->words, words);
}

static gboolean
says_something (const char *text)
{
  g_auto (GStrv) words = kli_fold_words (text);

  return words[0] != NULL;
}

/* Returns: whether @chunk is a condition. */
static gboolean
take_condition (Reading *reading, const Chunk *chunk)
{
  const KliCondition *condition = chunk->key != NULL ? find_key (reading->target, chunk->key) : NULL;
  g_autofree char *argument = NULL;

  if (condition == NULL)
    return FALSE;
  if (chunk->value[0] == '\0')
    return TRUE; /* it is still being typed */
  argument = make_argument (condition, chunk);
  if (argument == NULL || !kli_condition_accepts (condition, argument))
    return FALSE;
  take_filter (reading, chunk, condition->name, argument);

  return TRUE;
}

static void
take_chunk (Reading *reading, const Chunk *chunk)
{
  if (take_condition (reading, chunk))
    return;

  if (chunk->key == NULL && chunk->is_quoted && says_something (chunk->value))
    take_filter (reading, chunk, KLI_CONDITION_PHRASE, chunk->value);
  else if (chunk->is_negative && says_something (chunk->whole))
    take_filter (reading, chunk, KLI_CONDITION_WORDS, chunk->whole + 1);
  else
    take_words (reading, chunk->whole);
}

/* At most KLI_QUERY_TEXT_MAX characters of @text, as valid UTF-8. */
static char *
cut (const char *text)
{
  /* A character has at most 4 bytes, so no more than these can matter, however long the text is. */
  gsize length = strnlen (text, KLI_QUERY_TEXT_MAX * 4);
  g_autofree char *valid = g_utf8_make_valid (text, (gssize)length);

  if (g_utf8_strlen (valid, -1) > KLI_QUERY_TEXT_MAX)
    *g_utf8_offset_to_pointer (valid, KLI_QUERY_TEXT_MAX) = '\0';

  return g_steal_pointer (&valid);
}

gboolean
kli_query_text_is_cut (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return strnlen (text, KLI_QUERY_TEXT_MAX + 1) > KLI_QUERY_TEXT_MAX && g_utf8_strlen (text, -1) > KLI_QUERY_TEXT_MAX;
}

KliFilter *
kli_query_text_parse (KliQueryTarget target, const char *text)
{
  g_autofree char *short_text = NULL;
  g_autoptr (GPtrArray) filters = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_filter_unref);
  g_autoptr (GString) words = g_string_new (NULL);
  Reading reading = { target, filters, words };

  g_return_val_if_fail (text != NULL, NULL);

  short_text = cut (text);
  for (const char *rest = short_text; *rest != '\0';)
    {
      g_auto (Chunk) chunk = { 0 };

      if (ends_here (rest))
        {
          rest = g_utf8_next_char (rest);
          continue;
        }
      rest = read_chunk (rest, &chunk);
      take_chunk (&reading, &chunk);
    }
  if (words->len > 0)
    g_ptr_array_add (filters, kli_filter_new (KLI_CONDITION_WORDS, words->str));

  return kli_filter_all ((KliFilter *const *)filters->pdata, filters->len);
}
