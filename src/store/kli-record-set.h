/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A set of records that stand in answers, as large as a selection of everything. */
#pragma once

#include "store/kli-answer.h"

G_BEGIN_DECLS

/* It is looked at through an answer, whose records come and go by their places: a million of them in some milliseconds,
 * since what is kept is a bit for each local number. The records stay in the set when another answer is looked at. An
 * answer without numbers (kli_answer_new ()) is meant to be short. Belongs to one thread. */
typedef struct _KliRecordSet KliRecordSet;

/* An empty set that looks at nothing. Returns: (transfer full) */
KliRecordSet *kli_record_set_new (void);
void kli_record_set_free (KliRecordSet *set);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliRecordSet, kli_record_set_free)

/* The places are those of @answer from now on. @answer: (nullable) */
void kli_record_set_look (KliRecordSet *set, KliAnswer *answer);

/* @n records from @position on come into the set, or leave it. Returns: for how many that is new. */
guint kli_record_set_put (KliRecordSet *set, guint position, guint n, gboolean member);
gboolean kli_record_set_contains (const KliRecordSet *set, guint position);
/* Nothing is in it any more. */
void kli_record_set_clear (KliRecordSet *set);

/* How many of @records, whatever is looked at, are in the set. */
guint kli_record_set_count (const KliRecordSet *set, const KliAnswer *records);
/* Those that are looked at and in the set, or those that are not in it, in their order. Returns: (transfer full) */
KliAnswer *kli_record_set_pick (const KliRecordSet *set, gboolean members);

G_END_DECLS
