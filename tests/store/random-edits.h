/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random edits of every kind of record that something derives from: new ones, renames, moved parts, deletions,
 * restores, undos, removals for ever, other days and languages. */
#pragma once

#include "record-fixture.h"

G_BEGIN_DECLS

typedef struct
{
  KliStore *store; /* borrowed */
  GRand *rand;
  GHashTable *ids; /* const KliKind * → GArray of gint64 */
} RandomEdits;

void random_edits_init (RandomEdits *self, KliStore *store, guint32 seed);
void random_edits_clear (RandomEdits *self);

/* Makes @n edits. */
void random_edits_run (RandomEdits *self, guint n);

/* A word that names are made of; what people might type of it. Returns: (transfer none), (transfer full) */
const char *random_edits_pick_word (RandomEdits *self);
char *random_edits_pick_search (RandomEdits *self);

G_END_DECLS
