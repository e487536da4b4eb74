/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes a person's name apart and puts it together again. */
#include "core/kli-name.h"

#include "core/kli-name-words.h"
#include "core/kli-text.h"

#include <string.h>

void
kli_name_parts_clear (KliNameParts *parts)
{
  g_clear_pointer (&parts->prefix, g_free);
  g_clear_pointer (&parts->given, g_free);
  g_clear_pointer (&parts->additional, g_free);
  g_clear_pointer (&parts->family, g_free);
  g_clear_pointer (&parts->suffix, g_free);
}

/* Words, NULL-terminated, none empty. Returns: (transfer full) */
static char **
split_words (const char *text, const char *separators)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  while (*text != '\0')
    {
      gsize length = strcspn (text, separators);
      g_autofree char *word = g_strstrip (g_strndup (text, length));

      if (*word != '\0')
        g_ptr_array_add (words, g_steal_pointer (&word));
      text += length + (text[length] != '\0');
    }
  g_ptr_array_add (words, NULL);
  return (char **)g_ptr_array_free (g_steal_pointer (&words), FALSE);
}

/* The words from @from up to but without @to, joined. Returns: (transfer full) */
static char *
join_words (char **words, guint from, guint to)
{
  GString *joined = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    {
      g_string_append (joined, i > from ? " " : "");
      g_string_append (joined, words[i]);
    }
  return g_string_free (joined, FALSE);
}

/* Adds @text to an owned field, with @separator when there is something already. @at_front: before it. */
static void
add_to_field (char **field, const char *text, const char *separator, gboolean at_front)
{
  g_autofree char *old = *field;

  if (*text == '\0' || *old == '\0')
    *field = g_strdup (*text == '\0' ? old : text);
  else
    *field = at_front ? g_strconcat (text, separator, old, NULL) : g_strconcat (old, separator, text, NULL);
}

/* "S.Pd.", "S. Pd.", "M.M. Ak.": nothing but degrees between two commas. */
static gboolean
is_degree_segment (const char *segment)
{
  g_auto (GStrv) words = split_words (segment, " ");
  g_autofree char *closed_up = g_strjoinv ("", words);

  if (kli_name_words_is_degree (closed_up, TRUE))
    return TRUE;
  for (char **word = words; *word != NULL; word++)
    if (!kli_name_words_is_degree (*word, TRUE))
      return FALSE;
  return words[0] != NULL;
}

/* Takes the segments that are degrees off the end of @segments. */
static void
take_degree_segments (char **segments, KliNameParts *out)
{
  guint n = g_strv_length (segments);

  for (; n > 1 && is_degree_segment (segments[n - 1]); n--)
    {
      add_to_field (&out->suffix, segments[n - 1], ", ", TRUE);
      g_clear_pointer (&segments[n - 1], g_free);
    }
}

/* Returns: how many of @words, from the first on, are titles; they go into the prefix. */
static guint
take_titles (char **words, KliNameParts *out)
{
  guint n = 0;
  guint length;

  while ((length = kli_name_words_title (words + n, n > 0)) > 0)
    n += length;
  if (n > 0)
    {
      g_autofree char *prefix = join_words (words, 0, n);

      add_to_field (&out->prefix, prefix, " ", FALSE);
    }
  return n;
}

/* Returns: where the degrees behind the name begin; they go into the suffix. */
static guint
take_degrees (char **words, guint first, KliNameParts *out)
{
  guint n_words = g_strv_length (words);
  guint end = n_words;
  g_autofree char *suffix = NULL;

  while (end > first + 1 && kli_name_words_is_degree (words[end - 1], FALSE))
    end--;
  suffix = join_words (words, end, n_words);
  add_to_field (&out->suffix, suffix, ", ", TRUE);
  return end;
}

/* Balinese markers belong to the given name: I Wayan, Ni Luh. */
static guint
given_length (char **words, guint first, guint end)
{
  gboolean is_marker = strcmp (words[first], "I") == 0 || strcmp (words[first], "Ni") == 0;

  return is_marker && end - first >= 2 ? 2 : 1;
}

/* Where the family name begins, of the words from @given_end up to @end. */
static guint
family_start (char **words, guint given_end, guint end)
{
  for (guint i = given_end; i + 1 < end; i++)
    if (kli_name_words_is_particle (words[i]))
      return i;
  return end - 1;
}

/* "mgr Anna Maria Kowalska": titles, given name, others, family name, degrees. */
static void
split_in_order (const char *text, KliNameParts *out)
{
  g_auto (GStrv) words = split_words (text, " ");
  guint first = take_titles (words, out);
  guint end = take_degrees (words, first, out);
  guint given_end, family;

  if (end == first)
    return;
  given_end = first + given_length (words, first, end);
  out->given = join_words (words, first, given_end);
  if (given_end == end)
    return;
  family = family_start (words, given_end, end);
  out->additional = join_words (words, given_end, family);
  out->family = join_words (words, family, end);
}

/* "Kowalska, Anna Maria": the family name before the comma, with its titles. */
static void
split_family_first (char **segments, KliNameParts *out)
{
  g_auto (GStrv) family_words = split_words (segments[0], " ");
  guint family_first = take_titles (family_words, out);
  g_autofree char *rest = g_strjoinv (" ", segments + 1);
  g_auto (GStrv) words = split_words (rest, " ");
  guint first = take_titles (words, out);
  guint end = take_degrees (words, first, out);
  guint given_end = end > first ? first + given_length (words, first, end) : first;

  out->family = join_words (family_words, family_first, g_strv_length (family_words));
  out->given = join_words (words, first, given_end);
  out->additional = join_words (words, given_end, end);
}

void
kli_name_split (const char *full, KliNameParts *out)
{
  g_autofree char *line = kli_text_single_line (full);
  g_auto (GStrv) segments = split_words (line, ",");

  g_return_if_fail (out != NULL);

  *out = (KliNameParts){ .prefix = g_strdup (""), .suffix = g_strdup ("") };
  take_degree_segments (segments, out);
  if (segments[0] != NULL && segments[1] != NULL)
    split_family_first (segments, out);
  else if (segments[0] != NULL)
    split_in_order (segments[0], out);
  out->given = out->given != NULL ? out->given : g_strdup ("");
  out->additional = out->additional != NULL ? out->additional : g_strdup ("");
  out->family = out->family != NULL ? out->family : g_strdup ("");
}

void
kli_name_split_in (const char *country, const char *full, KliNameParts *out)
{
  g_autofree char *line = kli_text_single_line (full);
  g_autofree char *name = NULL;

  kli_name_split (full, out);
  name = kli_name_full (NULL, out->given, out->additional, out->family, NULL);
  if (g_strcmp0 (country, "ID") != 0 || strstr (line, name) == NULL)
    return;
  g_free (out->given);
  out->given = g_steal_pointer (&name);
  *out->additional = '\0';
  *out->family = '\0';
}

static void
append_part (GString *out, const char *part, const char *separator)
{
  g_autofree char *line = kli_text_single_line (part);

  if (*line == '\0')
    return;
  g_string_append (out, out->len > 0 ? separator : "");
  g_string_append (out, line);
}

char *
kli_name_full (const char *prefix, const char *given, const char *additional, const char *family, const char *suffix)
{
  GString *full = g_string_new (NULL);

  append_part (full, prefix, " ");
  append_part (full, given, " ");
  append_part (full, additional, " ");
  append_part (full, family, " ");
  append_part (full, suffix, suffix != NULL && kli_name_words_is_generation (suffix) ? " " : ", ");
  return g_string_free (full, FALSE);
}
