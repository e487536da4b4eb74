/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One record as plain values, by the columns of its kind: what travels between the floors and threads. */
#pragma once

#include "core/kli-kind.h"

G_BEGIN_DECLS

/* Texts are never NULL: "" means that nothing is recorded. A row belongs to one thread at a time. */
typedef struct
{
  const KliKind *kind;
  gint64 id;                 /* 0 until inserted */
  gint64 deleted_at;         /* 0 when live, else UTC milliseconds */
  union KliRowValue *values; /* one per column */
  gsize size;                /* of the block in which all of it began */
} KliRow;

union KliRowValue
{
  gint64 integer;
  char *text;
};

/* A new live row with an id of 0 and every column empty (choices at their first word).
 * Returns: (transfer full) */
KliRow *kli_row_new (const KliKind *kind);
/* The same with copies of @values, one for each column, no text of them NULL. */
KliRow *kli_row_new_filled (const KliKind *kind, const union KliRowValue *values);
KliRow *kli_row_copy (const KliRow *row);
void kli_row_free (KliRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliRow, kli_row_free)

/* Whether @column holds text; every other column holds an integer. */
gboolean kli_row_is_text (const KliRow *row, guint column);

/* Returns: (transfer none) (not nullable): valid until the column is set again. */
const char *kli_row_get_text (const KliRow *row, guint column);
gint64 kli_row_get_integer (const KliRow *row, guint column);

/* Takes a copy of @text; NULL is "". */
void kli_row_set_text (KliRow *row, guint column, const char *text);
void kli_row_set_integer (KliRow *row, guint column, gint64 value);

/* Same kind, id, deletion and values. */
gboolean kli_row_equal (const KliRow *a, const KliRow *b);

/* Whether nothing but owners, positions and default choices is recorded. */
gboolean kli_row_is_blank (const KliRow *row);

G_END_DECLS
