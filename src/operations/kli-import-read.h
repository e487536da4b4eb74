/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Some cards of an import and what each is looked for by: reckoned once, for finding and for learning, on all
 * processors. Inside operations/ only. */
#pragma once

#include "operations/kli-import-index.h"
#include "operations/kli-business.h"
#include "operations/kli-card-pile.h"

G_BEGIN_DECLS

/* Where something is looked for: the statements, and what another name with the same makes of it. */
typedef struct
{
  const char *has;
  const char *find;
  const char *find_trashed;
  KliImportLikeness likeness;
} KliImportKeySource;

/* One point or official number of a card. */
typedef struct
{
  const KliImportKeySource *source;
  const char *kind; /* a constant */
  char *normal;
  gboolean is_stored; /* whether anybody in the store has it, in the trash or not: for whoever looks */
} KliImportPointKey;

typedef struct
{
  KliCard *card;
  char *match_key;
  GArray *points; /* KliImportPointKey: of those that tell people apart */
} KliImportRead;

/* Returns: (transfer full) (element-type KliImportRead): none yet. */
GArray *kli_import_reads_new (void);
/* Reads the cards from @first to before @first + @n in place of those that are in @reads. */
void kli_import_reads_fill (GArray *reads, const KliCardPile *cards, const KliBusiness *business, guint first, guint n);

G_END_DECLS
