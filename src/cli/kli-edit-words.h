/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands that edit, as words: `set ID FIELD=VALUE…` on the command line and in the lines of `edit -`. */
#pragma once

#include "cli/kli-cli.h"
#include "operations/kli-operation.h"

G_BEGIN_DECLS

/* An operation read from words. */
typedef struct
{
  KliOperation *operation;
  gboolean makes; /* a new record, whose id is to be told */
} KliEditWords;

void kli_edit_words_clear (KliEditWords *edit);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KliEditWords, kli_edit_words_clear)

/* Reads "set", "new", "act", "trash", "untrash" with what follows. @store: to see of which kind an id is.
 * Returns: FALSE with G_OPTION_ERROR for words that are no such command, with another error for what is
 * refused. */
gboolean kli_edit_words_parse (const char *const *words, KliStore *store, KliEditWords *edit, GError **error);

/* What can be seen to be wrong without a store. Returns: FALSE with G_OPTION_ERROR. */
gboolean kli_edit_words_check (const char *const *words, GError **error);

G_END_DECLS
