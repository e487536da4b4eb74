/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ties rows that are edited in place to the fields of a record: how a value is written for people, and saving it. */
#pragma once

#include "core/kli-row.h"
#include "ui/shared/kli-choice-row.h"
#include "ui/shared/kli-field-row.h"

G_BEGIN_DECLS

/* How a kind of value is written for people and read back, by the language of the window. Any may be NULL: as
 * it is stored. */
typedef struct
{
  char *(*to_edit) (const char *stored); /* what stands in the field while it is edited */
  char *(*to_show) (const char *stored); /* and while it is not */
  /* What was typed in place of @stored, as the store writes it; what cannot be read is passed on, and refused
   * with a reason. */
  char *(*to_store) (const char *typed, const char *stored);
  /* Why what was typed is not sent at all, as a sentence; NULL when it is sent. */
  char *(*refuse) (const char *typed);
  gboolean is_day; /* the field has a calendar to choose from */
} KliFieldCodec;

/* The codec for a type of column: days and birthdays are written as people write them. Static. */
const KliFieldCodec *kli_field_codec_for (KliColumnType type);

/* From now on @row saves what is typed as the field @path of the record @id, by one edit, and shows why a value
 * was refused. @path: as kli-assignments.h says, "points.ID.value"
 * @codec: (nullable) */
void
kli_editor_row_bind (KliEditorRow *row, const KliKind *kind, gint64 id, const char *path, const KliFieldCodec *codec);

/* Shows what is stored, written for people. Of a row that is bound. */
void kli_field_row_show (KliFieldRow *row, const char *stored);

/* The same for a choice. */
void kli_choice_row_bind (KliChoiceRow *row, const KliKind *kind, gint64 id, const char *path);

G_END_DECLS
