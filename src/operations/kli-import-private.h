/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import from within: between its plan and its deed. Inside operations/ only. */
#pragma once

#include "operations/kli-import-index.h"
#include "operations/kli-import.h"

G_BEGIN_DECLS

/* KliLongWork.name */
#define KLI_IMPORT_WORK "import"

/* What becomes of one card. What is written is reckoned from it when its turn comes. */
typedef struct
{
  KliImportResult result;
  gboolean same_card;        /* the contact was read from this very card before, or begins with it */
  gboolean is_organisation;  /* the card calls itself one */
  gboolean is_warned;        /* the reason says what is not as it should be */
  guint next;                /* the next card that is taken into the same contact; 0: none */
  char *reason;              /* (nullable) */
  KliImportContact *contact; /* (nullable): of the index */
} KliImportRecord;

struct _KliImport
{
  gatomicrefcount references;
  KliCardPile *cards;
  KliImportOptions options;
  GHashTable *decisions; /* place of a card → KliImportDecision */

  /* the plan */
  KliBusiness *business;
  KliOwnFields *fields; /* (nullable): of the business */
  GPtrArray *staff;     /* (nullable): KliRow, by kli_staff_exchange_read () */
  KliImportIndex *index;
  GArray *records;       /* KliImportRecord */
  GHashTable *companies; /* (nullable): names, while it is planned: those that new people belong to */
  GHashTable *awaited;   /* (nullable): whom the cards say to be related to, by kli_related_await () */
  guint n_organisations;
  gint64 newest;     /* version of the history when it was made */
  gboolean is_stale; /* never made, or something was decided since */
  int done;          /* atomic: thousandths of a plan */

  /* the deed */
  GVariant *origin; /* (nullable): what it takes to read the cards again */
  GArray *order;    /* guint: places of the cards as they are written, those that begin an organisation first */
  guint n_first;    /* how many those are */
  KliImportLinks *links;
  gint64 links_newest; /* entry of the history when they were looked up */
  guint n_before;      /* cards that were done before it was continued */
};

/* The record of card @n. */
static inline KliImportRecord *
kli_import_record (const KliImport *import, guint n)
{
  return &g_array_index (import->records, KliImportRecord, n);
}

void kli_import_forget_plan (KliImport *import);

/* Whether @card calls itself one. */
gboolean kli_import_card_is_organisation (const KliCard *card);

/* Card @n is taken into @contact, after those before it. */
void kli_import_chain (KliImport *import, guint n, KliImportContact *contact);

/* How cards are taken. */
KliImportManner kli_import_get_manner (const KliImport *import);

/* Another number when anything was edited. @connection: (nullable). Returns: -1 with @error set. */
gint64 kli_import_read_version (KliConnection *connection, GError **error);

/* --- the deed: kli-import-write.c */

/* Before the first card: plans again if the plan is stale, and settles the order. */
gboolean kli_import_prepare (KliImport *import, KliConnection *connection, GCancellable *cancellable, GError **error);
/* Settles the order in which cards are written. */
void kli_import_settle_order (KliImport *import);
/* Writes the cards of the order from @done on. */
gboolean kli_import_write (KliImport *import, KliEdit *edit, guint done, guint n, GError **error);

/* --- what is kept to continue it: kli-import-job.c */

/* Returns: (transfer floating) (nullable): NULL when the cards cannot be read again. */
GVariant *kli_import_make_job (const KliImport *import);

G_END_DECLS
