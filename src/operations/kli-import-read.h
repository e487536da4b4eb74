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

/* Some cards of a pile, and in other threads those that come behind them. */
typedef struct _KliImportReads KliImportReads;

/* @business: (nullable): what is never gone on needs none. Both outlive it. */
KliImportReads *kli_import_reads_new (const KliCardPile *cards, const KliBusiness *business);
void kli_import_reads_free (KliImportReads *reads);
/* Goes to the @n cards from @first on, in place of those before, and begins to read the @n behind them. */
void kli_import_reads_go (KliImportReads *reads, guint first, guint n);
/* Card @n of these. Returns: (transfer none): until it goes on. */
KliImportRead *kli_import_reads_get (const KliImportReads *reads, guint n);
/* None is looked at any more. */
void kli_import_reads_close (KliImportReads *reads);

G_END_DECLS
