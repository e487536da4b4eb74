/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words and options of one command. GOptionContext would turn the bytes of file names and fields into
 * the locale's charset, and this program speaks UTF-8 in the locale C. */
#include "cli/kli-arguments.h"

#include <string.h>

struct _KliArguments
{
  GPtrArray *words;    /* char*, NULL-terminated */
  GHashTable *options; /* name → value, "" for an option without one */
};

static const KliOption *
find_option (const KliOption *const *options, const char *name, gsize length)
{
  for (guint i = 0; options[i] != NULL; i++)
    for (const KliOption *option = options[i]; option->name != NULL; option++)
      if (strlen (option->name) == length && strncmp (option->name, name, length) == 0)
        return option;

  return NULL;
}

/* Reads the option in words[*i], which begins with --. */
static gboolean
read_option (KliArguments *arguments, char **words, guint *i, const KliOption *const *options, GError **error)
{
  const char *name = words[*i] + 2;
  const char *equals = strchr (name, '=');
  const KliOption *option = find_option (options, name, equals != NULL ? (gsize)(equals - name) : strlen (name));
  const char *value = equals != NULL ? equals + 1 : NULL;

  if (option == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION, "There is no option %s.", words[*i]);
      return FALSE;
    }
  if (option->value == NULL && value != NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "The option --%s takes no value.", option->name);
      return FALSE;
    }
  if (option->value != NULL && value == NULL)
    value = words[++*i];
  if (option->value != NULL && value == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "The option --%s needs a value: --%s=%s.",
                   option->name, option->name, option->value);
      return FALSE;
    }
  g_hash_table_replace (arguments->options, g_strdup (option->name), g_strdup (value != NULL ? value : ""));

  return TRUE;
}

KliArguments *
kli_arguments_parse (char **words, const KliOption *const *options, GError **error)
{
  g_autoptr (KliArguments) arguments = g_new0 (KliArguments, 1);
  gboolean only_words = FALSE;

  g_return_val_if_fail (words != NULL && options != NULL, NULL);

  arguments->words = g_ptr_array_new_with_free_func (g_free);
  arguments->options = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (only_words || !g_str_has_prefix (words[i], "-") || g_str_equal (words[i], "-"))
        g_ptr_array_add (arguments->words, g_strdup (words[i]));
      else if (g_str_equal (words[i], "--"))
        only_words = TRUE;
      else if (!g_str_has_prefix (words[i], "--"))
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION, "There is no option %s.", words[i]);
          return NULL;
        }
      else if (!read_option (arguments, words, &i, options, error))
        return NULL;
    }
  g_ptr_array_add (arguments->words, NULL);

  return g_steal_pointer (&arguments);
}

void
kli_arguments_free (KliArguments *arguments)
{
  if (arguments == NULL)
    return;

  g_clear_pointer (&arguments->words, g_ptr_array_unref);
  g_clear_pointer (&arguments->options, g_hash_table_unref);
  g_free (arguments);
}

const char *const *
kli_arguments_get_words (const KliArguments *arguments)
{
  g_return_val_if_fail (arguments != NULL, NULL);

  return (const char *const *)arguments->words->pdata;
}

guint
kli_arguments_get_n_words (const KliArguments *arguments)
{
  g_return_val_if_fail (arguments != NULL, 0);

  return arguments->words->len - 1;
}

gboolean
kli_arguments_has (const KliArguments *arguments, const char *option)
{
  g_return_val_if_fail (arguments != NULL, FALSE);

  return g_hash_table_contains (arguments->options, option);
}

const char *
kli_arguments_get (const KliArguments *arguments, const char *option)
{
  g_return_val_if_fail (arguments != NULL, NULL);

  return g_hash_table_lookup (arguments->options, option);
}

gboolean
kli_arguments_get_number (
    const KliArguments *arguments, const char *option, guint fallback, guint *number, GError **error)
{
  const char *text;
  guint64 value;

  g_return_val_if_fail (arguments != NULL && number != NULL, FALSE);

  text = kli_arguments_get (arguments, option);
  if (text == NULL)
    {
      *number = fallback;
      return TRUE;
    }
  if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT, &value, NULL))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "“%s” is not a number for --%s.", text, option);
      return FALSE;
    }
  *number = (guint)value;

  return TRUE;
}
