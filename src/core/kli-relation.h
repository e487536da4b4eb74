/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How two contacts are related: a relation is recorded once and has a word for either end. A row of
 * kli_relation_kind says that its `contact` is the `kind` of its `other`. */
#pragma once

#include "core/kli-day.h"
#include "core/kli-whole.h"

G_BEGIN_DECLS

/* The end of a relation that is said in a person's own words. */
#define KLI_RELATION_END_OTHER "other"

/* What somebody can be to somebody else, language-neutral: "parent", "child" …; NULL-terminated, the one in own words
 * last. But for that one each is the name of a condition, too (core/kli-condition.h). */
extern const char *const kli_relation_ends[];

/* What people call @end, for somebody of whatever gender: "Parent". Returns: (transfer none) */
const char *kli_relation_end_name (const char *end);
/* Whether only an organisation can be @end. */
gboolean kli_relation_end_is_organisation (const char *end);
/* The other end of the same relation: "child" of "parent". Returns: (nullable): NULL when @end is none */
const char *kli_relation_end_back (const char *end);

/* The end that the `contact` of a relation of @kind is, when @back the one that its `other` is. */
const char *kli_relation_end_of (const char *kind, gboolean back);

/* Who is at the other end of @relation from the contact @self, and which end that one is. */
gint64 kli_relation_get_other (const KliRow *relation, gint64 self);
const char *kli_relation_get_end (const KliRow *relation, gint64 self);
/* Makes @other the end @end of @self. Returns: FALSE when @end is none */
gboolean kli_relation_set (KliRow *relation, gint64 self, gint64 other, const char *end);

/* The column of the own word for the one at the other end from @self, or when @back for @self. */
guint kli_relation_word_column (const KliRow *relation, gint64 self, gboolean back);
/* What the one at the other end from @self is: an own word or the name of the end. Returns: (transfer none) */
const char *kli_relation_get_word (const KliRow *relation, gint64 self);

/* The same relation with its ends exchanged, when both are alike. Returns: (transfer full) (nullable): NULL when they
 * are not */
KliRow *kli_relation_mirror (const KliRow *relation);

/* A relation has ended from the day on that is recorded for its end; one that lies ahead has ended nothing yet. The
 * same is said in derive-relations.sql. */
gboolean kli_relation_has_ended (const KliRow *relation, KliDay today);

/* The relations of the root of @whole, a contact: those that have not ended before those that have, then in the order
 * of the ends, then as they were made.
 * Returns: (transfer container) (element-type KliRow): of @whole */
GPtrArray *kli_relation_list (const KliWhole *whole, KliDay today);

G_END_DECLS
