/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of undo: an entry compared with the present, and what its verb says about it. */
#pragma once

#include "store/kli-changeset.h"
#include "store/kli-history-private.h"
#include "store/kli-long-edit.h"

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
 * the other way round; and a record that got further parts since stays with all of its own. So does one
 * that others name since, by any column that names a record; and whoever stays keeps what it names. What the
 * entry took out of the trash is treated as what it created, but only rows that were made later count.
 * @connection: sees one state throughout. Returns: (transfer full) (nullable): NULL with @error set. */
KliUndoSurvey *kli_undo_survey (KliConnection *connection, gint64 edit, GError **error);
void kli_undo_survey_free (KliUndoSurvey *survey);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliUndoSurvey, kli_undo_survey_free)

/* @same: (out): whether every column that the entry set in @row still has that value.
 * Returns: FALSE with @error set. */
gboolean kli_undo_row_is_same (
    KliConnection *connection, const KliChangesetRow *row, const KliKind *kind, gboolean *same, GError **error);

/* Takes @entry back slice by slice, but for the rows in @kept and those that are changed meanwhile. An entry that
 * is still "running" has ended then. Returns: (transfer full) */
KliLongEdit *kli_undo_long_new (KliStore *store, const KliHistoryEntry *entry, GHashTable *kept);

/* Whether taking such an edit back is all or nothing, and whether it asks first. */
gboolean kli_undo_verb_is_whole (const char *verb);
gboolean kli_undo_verb_asks (const char *verb);

G_END_DECLS
