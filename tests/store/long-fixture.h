/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of long edits share: work on many people, in batches small enough to be many. */
#pragma once

#include "core/kli-kinds.h"
#include "store/kli-long-edit.h"

G_BEGIN_DECLS

#define FIXTURE_MIN 30
#define FIXTURE_BATCH 20

/* Makes people called "Person 0", "Person 1" …, each with a phone, in one edit. Returns: (transfer full): their ids. */
GArray *long_fixture_add_people (KliStore *store, guint n);

/* Renames them to "Renamed 0" … and gives each a second phone. @ids: copied. Returns: (transfer full) */
KliLongEdit *long_fixture_rename (KliStore *store, const GArray *ids);
/* Takes @entry back, whole, slice by slice. Returns: (transfer full) */
KliLongEdit *long_fixture_undo (KliStore *store, gint64 entry);
/* Everybody who is called "Person 0" …, in that order. Returns: (transfer full): their ids. */
GArray *long_fixture_list_people (KliStore *store);
/* The same or an undo, from what is kept. Returns: (transfer full) */
KliLongEdit *long_fixture_continue (KliStore *store, const KliUnfinished *unfinished);

/* What is unfinished in @store. Returns: (transfer full) (nullable): the only one. */
KliUnfinished *long_fixture_read_unfinished (KliStore *store);

/* Every live person and phone, by what they are called. Returns: (transfer full) */
char *long_fixture_print (KliStore *store);

/* Fails the test when a check of the store does not hold. */
void long_fixture_check (KliStore *store);

G_END_DECLS
