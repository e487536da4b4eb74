/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Beginnings of words that many records have ("a", "warsz"): the search index would list all of them again at each
 * key that is pressed, so the set of those who have one is kept (MEASUREMENTS 9). Inside store/ only. */
#pragma once

#include "core/kli-bitmap.h"
#include "store/kli-derive-private.h"

G_BEGIN_DECLS

/* Adds those with a word that starts with the folded @word to @found, when that is kept. */
gboolean
kli_frequent_read (KliConnection *connection, const char *word, KliBitmap *found, gboolean *kept, GError **error);

/* The words of the record @local were @old and are @new; both are (nullable). */
gboolean
kli_frequent_follow (KliDeriveContext *context, guint32 local, const char *old, const char *new, GError **error);

/* Once the number of records has doubled, finds out which beginnings are frequent now; each call then makes the set
 * of one of them, in a transaction of the caller. @more: (out): whether there is more to do. */
gboolean kli_frequent_tidy (KliConnection *connection, gboolean *more, GError **error);
/* The same at once, when the search index was made anew and no set is there. */
gboolean kli_frequent_rebuild (KliConnection *connection, GError **error);

/* Compares the sets with the words of all records. */
gboolean kli_frequent_check (KliConnection *connection, char **detail, GError **error);

G_END_DECLS
