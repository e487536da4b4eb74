/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words and options of one command, as they were typed. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One option a command knows; the end of an array has no name. */
typedef struct
{
  const char *name;  /* "limit", without the dashes */
  const char *value; /* how its value is called in the help ("N"); NULL for an option without one */
} KliOption;

typedef struct _KliArguments KliArguments;

/* Reads @words (NULL-terminated): options anywhere, as --name, --name=VALUE or --name VALUE; everything
 * after a lone -- is a word. @options: arrays of what is known, NULL-terminated.
 * Returns: (transfer full) (nullable): NULL with G_OPTION_ERROR. */
KliArguments *kli_arguments_parse (char **words, const KliOption *const *options, GError **error);
void kli_arguments_free (KliArguments *arguments);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliArguments, kli_arguments_free)

/* Returns: (transfer none) (not nullable): NULL-terminated. */
const char *const *kli_arguments_get_words (const KliArguments *arguments);
guint kli_arguments_get_n_words (const KliArguments *arguments);
gboolean kli_arguments_has (const KliArguments *arguments, const char *option);
/* Returns: (transfer none) (nullable): the last value given, NULL when the option was not given. */
const char *kli_arguments_get (const KliArguments *arguments, const char *option);
/* Reads a whole number from 0 up. @fallback: when the option was not given.
 * Returns: FALSE with G_OPTION_ERROR when it is something else. */
gboolean kli_arguments_get_number (
    const KliArguments *arguments, const char *option, guint fallback, guint *number, GError **error);

G_END_DECLS
