/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads queries as people type them. */
#include "core/kli-query-text.h"

#include "core/kli-fold.h"
#include "core/kli-format.h"
#include "core/kli-own-condition.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Groups in groups; deeper ones are mere words. */
#define DEPTH_MAX 8

/* What was read so far. */
typedef struct
{
  KliQueryTarget target;
  const KliQueryKeys *keys; /* nullable */
  guint depth;              /* of groups around it */
  GPtrArray *filters;       /* KliFilter */
  GString *words;           /* the plain ones, kept together: some are pieces of one telephone number */
} Reading;

/* A value, "quoted" or not. */
typedef struct
{
  char *text;
  gboolean is_quoted;
} Value;

static void
value_free (Value *value)
{
  g_free (value->text);
  g_free (value);
}

/* One piece of the text: -key:"value",value. Every part but a value may be absent. */
typedef struct
{
  char *whole; /* as typed */
  char *key;   /* nullable */
  GPtrArray *values;
  gboolean is_negative;
} Chunk;

static void
chunk_clear (Chunk *chunk)
{
  g_free (chunk->whole);
  g_free (chunk->key);
  g_clear_pointer (&chunk->values, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Chunk, chunk_clear)

static const Value *
get_value (const Chunk *chunk, guint i)
{
  return g_ptr_array_index (chunk->values, i);
}

/* --- words in the language of the program ------------------------------------------------------------------- */

/* Whether the folded @typed is @name or one of the words that translate it; or their beginning. */
static gboolean
is_word_for (const char *typed, const char *context, const char *name, gboolean is_beginning)
{
  g_auto (GStrv) words = g_strsplit (g_dpgettext2 (NULL, context, name), " ", -1);
  gboolean found = is_beginning ? g_str_has_prefix (name, typed) : strcmp (name, typed) == 0;

  for (guint i = 0; !found && words[i] != NULL; i++)
    {
      g_autofree char *folded = kli_query_key_of (words[i]);

      found = is_beginning ? g_str_has_prefix (folded, typed) : strcmp (folded, typed) == 0;
    }

  return found;
}

static const KliCondition *
find_spelled_key (KliQueryTarget target, const char *typed)
{
  guint n;
  const KliCondition *conditions = kli_conditions (&n);

  for (guint i = 0; i < n; i++)
    if (conditions[i].argument != KLI_ARGUMENT_ID && kli_condition_is_of (&conditions[i], target)
        && is_word_for (typed, "search key", conditions[i].name, FALSE))
      return &conditions[i];

  return NULL;
}

/* The window says “Organization”, queries are written in the other spelling. Returns: (transfer full) */
static char *
respell (const char *typed)
{
  GString *respelled = g_string_new (typed);

  g_string_replace (respelled, "iz", "is", 0);

  return g_string_free (respelled, FALSE);
}

/* A key that was found. */
typedef struct
{
  const KliCondition *condition; /* NULL for none */
  const char *currency;          /* of an amount without one, "" for none */
  KliLanguage language;          /* of numbers and dates */
} Key;

static Key
find_own_key (const Reading *reading, const char *typed)
{
  Key key = { 0 };
  guint n;

  if (reading->keys != NULL && kli_query_keys_find (reading->keys, typed, &n)
      && kli_condition_is_of (kli_query_keys_get (reading->keys, n), reading->target))
    {
      key.condition = kli_query_keys_get (reading->keys, n);
      key.currency = kli_query_keys_get_currency (reading->keys, n);
      key.language = kli_query_keys_get_language (reading->keys);
    }

  return key;
}

static Key
find_key (const Reading *reading, const char *text)
{
  g_autofree char *typed = kli_query_key_of (text);
  g_autofree char *respelled = respell (typed);
  Key key = { .condition = find_spelled_key (reading->target, typed) };

  if (key.condition == NULL)
    key.condition = find_spelled_key (reading->target, respelled);

  return key.condition != NULL ? key : find_own_key (reading, typed);
}

/* Returns: (transfer none) (nullable): the choice that @typed is, or the only one it is the beginning of. */
static const char *
find_spelled (const KliCondition *condition, const char *typed)
{
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

/* The same for what was typed, folded or not. */
static const char *
find_choice (const KliCondition *condition, const char *value)
{
  g_autofree char *typed = kli_query_key_of (value);
  g_autofree char *respelled = respell (typed);
  const char *found = find_spelled (condition, typed);

  return found != NULL ? found : find_spelled (condition, respelled);
}

/* A day as it is typed in any of our languages: all of them have the day before the month. */
static char *
make_day (const char *typed)
{
  KliDay day = KLI_DAY_NONE;

  for (guint i = 0; i < KLI_N_LANGUAGES; i++)
    if (kli_format_parse_day (typed, (KliLanguage)i, &day))
      return kli_day_to_string (day);

  return g_strdup (typed);
}

/* Returns: (transfer full) (nullable): what the condition of @key is asked with when @value was typed. */
static char *
make_argument (const Key *key, const Value *value)
{
  const KliCondition *condition = key->condition;

  if (condition->own_type != NULL && g_str_equal (value->text, "*"))
    return g_strdup (value->text);
  if (condition->argument == KLI_ARGUMENT_RANGE)
    return kli_own_condition_read (condition, key->currency, value->text, key->language);
  if (condition->argument == KLI_ARGUMENT_CHOICE)
    return g_strdup (find_choice (condition, value->text));
  if (condition->argument == KLI_ARGUMENT_SINCE)
    return make_day (value->text);
  if (condition->argument == KLI_ARGUMENT_TEXT && !value->is_quoted && !g_str_has_suffix (value->text, "*"))
    return g_strconcat (value->text, "*", NULL);

  return g_strdup (value->text);
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

/* What ends a piece within a group; nothing does outside of one. */
#define GROUP_ENDS "|)"

/* Whether a blank, the end of the text or one of @ends stands at @text. */
static gboolean
ends_here (const char *text, const char *ends)
{
  return *text == '\0' || g_unichar_isspace (g_utf8_get_char (text)) || strchr (ends, *text) != NULL;
}

/* Whether a quotation stands at @text that ends before a blank, the end or one of @ends. @quoted: (out) (optional):
 * what is in it. Returns: what follows it, or NULL. */
static const char *
read_quotation (const char *text, const char *ends, char **quoted)
{
  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      const char *start = text + strlen (quotes[i].opening);
      const char *end = g_str_has_prefix (text, quotes[i].opening) ? strstr (start, quotes[i].closing) : NULL;

      if (end != NULL && ends_here (end + strlen (quotes[i].closing), ends))
        {
          if (quoted != NULL)
            *quoted = g_strndup (start, (gsize)(end - start));
          return end + strlen (quotes[i].closing);
        }
    }

  return NULL;
}

static const char *
find_end (const char *text, const char *ends)
{
  while (!ends_here (text, ends))
    text = g_utf8_next_char (text);

  return text;
}

/* Reads the value at @text. Returns: what follows it. */
static const char *
read_value (const char *text, const char *ends, Chunk *chunk)
{
  Value *value = g_new0 (Value, 1);
  const char *end = read_quotation (text, ends, &value->text);

  value->is_quoted = end != NULL;
  if (end == NULL)
    {
      end = find_end (text, ends);
      value->text = g_strndup (text, (gsize)(end - text));
    }
  g_ptr_array_add (chunk->values, value);

  return end;
}

/* Reads the piece at @text, which is no blank. Returns: what follows it. */
static const char *
read_chunk (const char *text, gboolean is_in_group, Chunk *chunk)
{
  const char *ends = is_in_group ? GROUP_ENDS : "";
  const char *key_ends = is_in_group ? "," GROUP_ENDS : ",";
  const char *end = find_end (text, ends);
  const char *start = text;
  const char *colon;

  chunk->values = g_ptr_array_new_with_free_func ((GDestroyNotify)value_free);
  /* A minus before a digit is a piece of a telephone number. */
  chunk->is_negative = *start == '-' && start + 1 < end && !g_ascii_isdigit (start[1]) && start[1] != '-';
  start += chunk->is_negative;
  colon = memchr (start, ':', (gsize)(end - start));
  if (colon == NULL || colon == start)
    end = read_value (start, ends, chunk);
  else
    {
      chunk->key = g_strndup (start, (gsize)(colon - start));
      end = read_value (colon + 1, key_ends, chunk);
      while (*end == ',')
        end = read_value (end + 1, key_ends, chunk);
    }
  chunk->whole = g_strndup (text, (gsize)(end - text));

  return end;
}

/* The bracket that closes the one at @text, quotations aside. @n_bars: (out): how many alternatives are divided in
 * it. Returns: NULL where there is none. */
static const char *
find_closing (const char *text, guint *n_bars)
{
  guint depth = 0;

  *n_bars = 0;
  while (*text != '\0')
    {
      const char *after = read_quotation (text, "," GROUP_ENDS, NULL);

      depth += *text == '(';
      *n_bars += *text == '|' && depth == 1;
      if (*text == ')' && --depth == 0)
        return text;
      text = after != NULL ? after : g_utf8_next_char (text);
    }

  return NULL;
}

/* Whether a group stands at @text: brackets around alternatives, or with a minus before them. Other brackets are
 * those of a telephone number or a nickname. */
static gboolean
is_group (const char *text, guint depth)
{
  gboolean is_negative = *text == '-';
  const char *bracket = text + is_negative;
  const char *closing;
  guint n_bars;

  if (*bracket != '(' || depth >= DEPTH_MAX)
    return FALSE;
  closing = find_closing (bracket, &n_bars);

  return closing != NULL && ends_here (closing + 1, depth > 0 ? GROUP_ENDS : "") && (is_negative || n_bars > 0);
}

/* --- what they ask ------------------------------------------------------------------------------------------ */

static void
take_filter (Reading *reading, gboolean is_negative, KliFilter *filter)
{
  g_ptr_array_add (reading->filters, is_negative ? kli_filter_not (filter) : kli_filter_ref (filter));
}

static void
take_leaf (Reading *reading, const Chunk *chunk, const char *condition, const char *argument)
{
  g_autoptr (KliFilter) filter = kli_filter_new (condition, argument);

  take_filter (reading, chunk->is_negative, filter);
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

/* A filter for each value of @chunk; one that is empty is still being typed.
 * Returns: (transfer full) (nullable): NULL where the condition of @key has no such value. */
static GPtrArray *
read_leaves (const Key *key, const Chunk *chunk)
{
  g_autoptr (GPtrArray) leaves = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_filter_unref);

  for (guint i = 0; i < chunk->values->len; i++)
    {
      const Value *value = get_value (chunk, i);
      g_autofree char *argument = NULL;

      if (*value->text == '\0')
        continue;
      argument = make_argument (key, value);
      if (argument == NULL || !kli_condition_accepts (key->condition, argument))
        return NULL;
      g_ptr_array_add (leaves, kli_filter_new (key->condition->name, argument));
    }

  return g_steal_pointer (&leaves);
}

/* Returns: whether @chunk is a condition. */
static gboolean
take_condition (Reading *reading, const Chunk *chunk)
{
  Key key = chunk->key != NULL ? find_key (reading, chunk->key) : (Key){ 0 };
  g_autoptr (GPtrArray) leaves = key.condition != NULL ? read_leaves (&key, chunk) : NULL;
  g_autoptr (KliFilter) any = NULL;

  if (leaves == NULL)
    return FALSE;
  if (leaves->len == 0)
    return TRUE;
  any = kli_filter_any ((KliFilter *const *)leaves->pdata, leaves->len);
  take_filter (reading, chunk->is_negative, any);

  return TRUE;
}

static void
take_chunk (Reading *reading, const Chunk *chunk)
{
  const Value *value = get_value (chunk, 0);

  if (take_condition (reading, chunk))
    return;

  if (chunk->key == NULL && value->is_quoted && says_something (value->text))
    take_leaf (reading, chunk, KLI_CONDITION_PHRASE, value->text);
  else if (chunk->is_negative && says_something (chunk->whole))
    take_leaf (reading, chunk, KLI_CONDITION_WORDS, chunk->whole + 1);
  else
    take_words (reading, chunk->whole);
}

static KliFilter *read_pieces (KliQueryTarget target, const KliQueryKeys *keys, guint depth, const char **rest);

/* Reads the group at *@rest and moves it behind that. An alternative that is empty is still being typed. */
static void
take_group (Reading *reading, const char **rest)
{
  gboolean is_negative = **rest == '-';
  g_autoptr (GPtrArray) alternatives = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_filter_unref);
  g_autoptr (KliFilter) any = NULL;

  *rest += is_negative;
  do
    {
      KliFilter *alternative;

      (*rest)++;
      alternative = read_pieces (reading->target, reading->keys, reading->depth + 1, rest);
      if (kli_filter_is_everything (alternative))
        kli_filter_unref (alternative);
      else
        g_ptr_array_add (alternatives, alternative);
    }
  while (**rest == '|');
  if (**rest == ')')
    (*rest)++;
  if (alternatives->len == 0)
    return;
  any = kli_filter_any ((KliFilter *const *)alternatives->pdata, alternatives->len);
  take_filter (reading, is_negative, any);
}

/* Reads what must all hold, to the end of the text or of the alternative, and moves *@rest there.
 * Returns: (transfer full) */
static KliFilter *
read_pieces (KliQueryTarget target, const KliQueryKeys *keys, guint depth, const char **rest)
{
  g_autoptr (GPtrArray) filters = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_filter_unref);
  g_autoptr (GString) words = g_string_new (NULL);
  Reading reading = { target, keys, depth, filters, words };

  while (**rest != '\0' && (depth == 0 || strchr (GROUP_ENDS, **rest) == NULL))
    {
      g_auto (Chunk) chunk = { 0 };

      if (g_unichar_isspace (g_utf8_get_char (*rest)))
        *rest = g_utf8_next_char (*rest);
      else if (is_group (*rest, depth))
        take_group (&reading, rest);
      else
        {
          *rest = read_chunk (*rest, depth > 0, &chunk);
          take_chunk (&reading, &chunk);
        }
    }
  if (words->len > 0)
    g_ptr_array_add (filters, kli_filter_new (KLI_CONDITION_WORDS, words->str));

  return kli_filter_all ((KliFilter *const *)filters->pdata, filters->len);
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
kli_query_text_parse (KliQueryTarget target, const KliQueryKeys *keys, const char *text)
{
  g_autofree char *short_text = NULL;
  const char *rest;

  g_return_val_if_fail (text != NULL, NULL);

  rest = short_text = cut (text);

  return read_pieces (target, keys, 0, &rest);
}
