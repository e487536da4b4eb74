/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A relation and the household somebody lives in, as a foreign file carries them: an extra of a card that is a column
 * of a table, a text in one cell. Any thread. */
#pragma once

#include "core/kli-row.h"

G_BEGIN_DECLS

/* What the columns are called, in every language. */
#define KLI_RELATED_RELATION "Relation"
#define KLI_RELATED_HOUSEHOLD "Household"

/* Texts are never NULL. */
typedef struct
{
  gboolean is_household; /* then nothing but the name and the UID is said */
  char *name;            /* of the other one */
  char *end;             /* what the other one is (core/kli-relation.h) */
  char *from_on;
  char *to_on;
  char *word;      /* for the other one */
  char *back_word; /* for the one whose card it is */
  char *uid;       /* of the card of the other one; "" when it is not known */
} KliRelated;

/* Returns: (transfer full): empty */
KliRelated *kli_related_new (void);
void kli_related_free (KliRelated *related);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliRelated, kli_related_free)

/* "Jan Nowak|parent|2020-01-01||||klientela-1", of a household "Nowak|klientela-2". A bar or backslash within a piece
 * has a backslash before it. Returns: (transfer full) */
char *kli_related_to_text (const KliRelated *related);

/* What the extra of a card says. Returns: (transfer full) (nullable): NULL when it is another column, or no relation
 * that could be recorded */
KliRelated *kli_related_parse (const KliRow *extra);

/* The name of the column. Returns: (transfer none) */
const char *kli_related_column (const KliRelated *related);

G_END_DECLS
