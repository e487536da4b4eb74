/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of undo: an entry compared with the present, and what its verb says about it. */
#pragma once

#include "store/kli-history-private.h"

G_BEGIN_DECLS

/* An entry compared, row by row, with what is there now. */
typedef struct
{
  guint n_rows;
  GHashTable *kept;   /* set of gint64*: rows that must stay as they are now */
  GPtrArray *touched; /* gint64*: the cards those belong to, each once, at most KLI_UNDO_MAX_TOUCHED */
} KliUndoSurvey;

#define KLI_UNDO_MAX_TOUCHED 20

/* A row is kept when a column that the entry set has another value now, or the row is gone. What the
 * entry created is one thing with its parts: when a part stays, so does the record it belongs to, and
 * the other way round; and a record that got further parts since stays with all of its own.
 * @connection: sees one state throughout. Returns: (transfer full) (nullable): NULL with @error set. */
KliUndoSurvey *kli_undo_survey (KliConnection *connection, gint64 edit, GError **error);
void kli_undo_survey_free (KliUndoSurvey *survey);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliUndoSurvey, kli_undo_survey_free)

/* Whether taking such an edit back is all or nothing, and whether it asks first. */
gboolean kli_undo_verb_is_whole (const char *verb);
gboolean kli_undo_verb_asks (const char *verb);

G_END_DECLS
