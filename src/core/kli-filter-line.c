/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filters as one word of text, as saved queries keep them: all(city=krak%C3%B3w,not(has=phone)). */
#include "core/kli-filter.h"

#include <gio/gio.h>
#include <string.h>

#define DEPTH_MAX 32

/* By KliFilterOperator; a leaf is written with its condition's name instead. */
static const char *const operators[] = { NULL, "all", "any", "not" };

/* --- printing --------------------------------------------------------------------------------------------- */

static void
print (const KliFilter *filter, GString *text)
{
  if (kli_filter_get_operator (filter) == KLI_FILTER_IS)
    {
      g_string_append_uri_escaped (text, kli_filter_get_condition (filter)->name, ":", TRUE);
      g_string_append_c (text, '=');
      g_string_append_uri_escaped (text, kli_filter_get_argument (filter), NULL, TRUE);
      return;
    }

  g_string_append_printf (text, "%s(", operators[kli_filter_get_operator (filter)]);
  for (guint i = 0; i < kli_filter_get_n_filters (filter); i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      print (kli_filter_get_filter (filter, i), text);
    }
  g_string_append_c (text, ')');
}

char *
kli_filter_print (const KliFilter *filter)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (filter != NULL, NULL);

  print (filter, text);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- reading ---------------------------------------------------------------------------------------------- */

/* Each of these reads one thing at *@rest, moves it behind that, and gives NULL for what it cannot read. */

static KliFilter *read_filter (const char **rest, guint depth);

static KliFilter *
read_leaf (const char *escaped_name, const char **rest)
{
  g_autofree char *name = g_uri_unescape_string (escaped_name, NULL);
  const KliCondition *condition = name != NULL ? kli_condition_find (name) : NULL;
  gsize length = strcspn (*rest, ",()");
  g_autofree char *escaped = g_strndup (*rest, length);
  g_autofree char *argument = g_uri_unescape_string (escaped, NULL);

  if (condition == NULL || argument == NULL || !g_utf8_validate (argument, -1, NULL)
      || !kli_condition_accepts (condition, argument))
    return NULL;
  *rest += length;

  return kli_filter_new (name, argument);
}

/* The parts of a combination, up to its closing bracket. */
static GPtrArray *
read_parts (const char **rest, guint depth)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_filter_unref);

  while (**rest != ')')
    {
      KliFilter *part;

      if (parts->len > 0 && *(*rest)++ != ',')
        return NULL;
      part = read_filter (rest, depth + 1);
      if (part == NULL)
        return NULL;
      g_ptr_array_add (parts, part);
    }
  (*rest)++;

  return g_steal_pointer (&parts);
}

static KliFilter *
read_combination (const char *name, const char **rest, guint depth)
{
  g_autoptr (GPtrArray) parts = read_parts (rest, depth);

  if (parts == NULL)
    return NULL;
  if (strcmp (name, "all") == 0)
    return kli_filter_all ((KliFilter *const *)parts->pdata, parts->len);
  if (strcmp (name, "any") == 0)
    return kli_filter_any ((KliFilter *const *)parts->pdata, parts->len);
  if (strcmp (name, "not") == 0 && parts->len == 1)
    return kli_filter_not (g_ptr_array_index (parts, 0));

  return NULL;
}

static KliFilter *
read_filter (const char **rest, guint depth)
{
  gsize length = strcspn (*rest, "=(,)");
  g_autofree char *name = g_strndup (*rest, length);
  char next = (*rest)[length];

  if (depth > DEPTH_MAX || (next != '=' && next != '('))
    return NULL;
  *rest += length + 1;

  return next == '=' ? read_leaf (name, rest) : read_combination (name, rest, depth);
}

KliFilter *
kli_filter_parse (const char *text, GError **error)
{
  const char *rest = text;
  g_autoptr (KliFilter) filter = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  filter = read_filter (&rest, 0);
  if (filter == NULL || *rest != '\0')
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "Not a filter: “%s”", text);
      return NULL;
    }

  return g_steal_pointer (&filter);
}
