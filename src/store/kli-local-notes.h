/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a desk notes for itself beside the records, outside edits and the history: text that is being
 * typed, and which records were opened last. Main thread; on a read-only store writing does nothing. */
#pragma once

#include "store/kli-store.h"

G_BEGIN_DECLS

/* Text of a field that was not saved when the program ended (RELIABILITY D8). */
typedef struct
{
  gint64 owner; /* the record, 0 for a new one */
  char *field;
  char *text;
  gint64 instant; /* UTC milliseconds */
} KliUnsaved;

void kli_unsaved_free (KliUnsaved *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliUnsaved, kli_unsaved_free)

/* Keeps @text (valid UTF-8) in the background. */
void kli_unsaved_keep (KliStore *store, gint64 owner, const char *field, const char *text);
/* Lets go of it: it was saved or given up. @field: (nullable): NULL for every field of @owner. */
void kli_unsaved_drop (KliStore *store, gint64 owner, const char *field);
/* Returns: (transfer full) (element-type KliUnsaved) (nullable): oldest first; NULL with @error set. */
GPtrArray *kli_unsaved_list (KliStore *store, GError **error);

/* Notes that a person opened the record @id, in the background. */
void kli_recent_note (KliStore *store, gint64 id);
/* Returns: (transfer full) (element-type gint64) (nullable): ids, newest first; NULL with @error set. */
GArray *kli_recent_list (KliStore *store, guint limit, GError **error);

G_END_DECLS
