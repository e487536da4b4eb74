/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose names may be the same as another one, or near to it, found by the index of words in milliseconds. */
#pragma once

#include "store/kli-connection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* For one name, on one connection in one read transaction. Remembers what it looked up. */
typedef struct _KliNameSearch KliNameSearch;

/* @cancellable: (nullable). Returns: (transfer full) */
KliNameSearch *kli_name_search_new (KliConnection *connection, GCancellable *cancellable);
void kli_name_search_free (KliNameSearch *search);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliNameSearch, kli_name_search_free)

/* @match_key: the name of the contact @id as it is compared */
typedef void (*KliNameFunc) (gint64 id, const char *match_key, gpointer user_data);

/* Calls @func once with each contact, not in the trash, whose name may be that of @match_key: all but one of its words
 * are there, as they are written or as beginnings, and when many have those, the word that differs begins with the same
 * letters, more of them the more contacts there are. Whoever has a name that thousands share is left out: it says
 * nothing. Compare the names: most are others.
 * @match_key: by kli_name_match_key (). Returns: FALSE with @error set, also when it was cancelled. */
gboolean kli_name_search_foreach (
    KliNameSearch *search, const char *match_key, KliNameFunc func, gpointer user_data, GError **error);

/* How many names begin with the word, as they are compared. Returns: FALSE with @error set. */
gboolean kli_name_search_count_first (KliNameSearch *search, const char *word, gsize length, guint *n, GError **error);

/* About how many names have a word that begins so, anywhere. */
gboolean kli_name_search_count_word (KliNameSearch *search, const char *word, gsize length, guint *n, GError **error);

G_END_DECLS
