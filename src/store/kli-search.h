/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records a typed text finds. Inside store/ only. */
#pragma once

#include "core/kli-bitmap.h"
#include "store/kli-connection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the searches of one question share. */
typedef struct
{
  KliConnection *connection;
  GCancellable *cancellable; /* nullable */
  gboolean damaged;          /* an index is: none is asked again, the texts are looked through */
  gboolean looked_through;   /* they were, at least those that the indexes do not have yet: that may find more */
  GHashTable *pieces;        /* (nullable): who was found by some pieces: the same one can stand in many alternatives */
} KliSearch;

void kli_search_clear (KliSearch *search);

/* The local numbers of the contacts and contracts that @text finds, in the trash or not. Every word must
 * be found, in any order, each as the beginning of a word of a name, a place, a note or a tag, or of a key.
 * Kowalska is found as Kowalski, too, and the other way round (domain 3.1).
 * A text without any word or digit finds nothing, an empty one is not a search.
 * Returns: (transfer full) (nullable): NULL with @error set. */
KliBitmap *kli_search (KliSearch *search, const char *text, GError **error);

/* The same of whom the words of @text find in a row: whole ones, in one field, in a note or in the name of a tag. A
 * telephone number, an address or an identifier is found as a whole, however it is spelled. */
KliBitmap *kli_search_phrase (KliSearch *search, const char *text, GError **error);

/* Whether @text asks for anything at all. */
gboolean kli_search_is_empty (const char *text);

G_END_DECLS
