/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an entry of the history changed, in words: field, old value, new value, a page at a time. */
#pragma once

#include "core/kli-language.h"
#include "store/kli-history.h"

G_BEGIN_DECLS

/* Texts are never NULL; a value is "" when nothing was or is recorded. */
typedef struct
{
  gint64 card;     /* the record it belongs to */
  char *card_name; /* how that is called now; "" unless the entry is about many */
  char *title;     /* of the field, in the language of the process */
  char *before;
  char *after;
} KliHistoryLine;

typedef struct
{
  GPtrArray *lines; /* KliHistoryLine */
  guint next;       /* where the next page begins, 0 when this was the last */
} KliHistoryLines;

void kli_history_lines_free (KliHistoryLines *lines);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliHistoryLines, kli_history_lines_free)

/* Whether it is about many records, even if it has one as its subject: whose contacts were handed over. */
gboolean kli_history_is_about_many (const KliHistoryEntry *entry);

/* How many rows of an entry a page tells of. */
#define KLI_HISTORY_LINES_PAGE 50

/* Reads a page of what @entry changed. Of an entry about many, first what it changed in records that stayed, then
 * one line for each record that it made or moved: of these no fields are told, unless @owner asks for one record.
 * Long texts are cut to the passage that changed. Any thread.
 * @owner: only what concerns this record and its parts; 0: everything
 * @from: 0, or the next of the page before
 * Returns: (transfer full) (nullable): NULL with @error set */
KliHistoryLines *kli_history_read_lines (KliConnection *connection,
                                         const KliHistoryEntry *entry,
                                         gint64 owner,
                                         guint from,
                                         KliLanguage language,
                                         GError **error);

/* How many records an entry made (or moved to the trash or out of it), and how many others it changed. */
typedef struct
{
  guint n_made;
  guint n_changed;
} KliHistoryCount;

/* Returns: FALSE with @error set */
gboolean kli_history_count (KliConnection *connection, gint64 edit, KliHistoryCount *count, GError **error);

G_END_DECLS
