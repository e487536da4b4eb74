/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The indexes of words: tables of FTS5 over the columns of search_text, one of names and titles and one of notes.
 * Inside store/ only. */
#pragma once

#include "store/kli-connection.h"
#include "store/kli-frequent.h"

G_BEGIN_DECLS

/* The texts of the record @local were @old and are @new; FTS5 forgets a text only when it is told exactly which one it
 * was. Fails as damaged when an index is; then all of them are to be made anew.
 * @old, @new: by KliFrequentOf; "" for none */
gboolean kli_search_index_change (
    KliDeriveContext *context, guint32 local, const char *const *old, const char *const *new, GError **error);

/* Makes the indexes, which are empty, from search_text. */
gboolean kli_search_index_rebuild (KliConnection *connection, GError **error);

/* The indexes are to be made anew, a part at a time, in transactions of the caller. Meanwhile nobody misses them: what
 * they do not have yet is looked for in search_text. */
gboolean kli_search_index_begin (KliConnection *connection, GError **error);
/* Goes on with that. @more: (out): whether there was something to do, so that there may be more */
gboolean kli_search_index_fill (KliConnection *connection, gboolean *more, GError **error);

#define KLI_SEARCH_INDEX_WHOLE G_MAXINT64
/* @place: (out): the indexes have the records up to this number: all of them, KLI_SEARCH_INDEX_WHOLE, unless they are
 * made anew; below 0: they must not be asked. Any connection. */
gboolean kli_search_index_get_place (KliConnection *connection, gint64 *place, GError **error);

/* Compares every word with search_text.
 * @detail: (out): what does not agree, left alone when all does */
gboolean kli_search_index_check (KliConnection *connection, const char **detail, GError **error);

/* Merges a few segments, which the edits leave to idle moments (MEASUREMENTS 9).
 * @whole: begins to make one of all: what was removed leaves an index only so. Gone on with by calls without it.
 * @more: (out): whether there is more to do */
gboolean kli_search_index_merge (KliConnection *connection, gboolean whole, gboolean *more, GError **error);

G_END_DECLS
