/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom a card is about: somebody in the store, somebody earlier in the file, or nobody yet. Inside operations/
 * only. */
#pragma once

#include "operations/kli-card-pile.h"
#include "operations/kli-import-target.h"

G_BEGIN_DECLS

/* A contact that cards are about. */
typedef struct
{
  gint64 id;  /* in the store, 0 for a new one */
  guint card; /* the place of the first card that is taken into it, where one is; a new one begins with it */
  guint last; /* and of the last */
  char *name; /* as the store or that card says */
  KliImportTarget *target; /* (nullable): while it is planned, once cards were merged into it */
  gboolean is_changed;
  gboolean was_in_trash; /* it is still there, unless it is changed */
} KliImportContact;

/* How sure that is, by the rules of the import. */
typedef enum
{
  KLI_IMPORT_NOBODY,
  KLI_IMPORT_SAME_CARD,   /* source and key were read before */
  KLI_IMPORT_SAME_PERSON, /* the folded name and one phone number, mail address or official number agree */
  KLI_IMPORT_SAME_NAME,   /* the name alone: doubtful */
  KLI_IMPORT_SAME_NUMBER, /* an official number under another name: doubtful */
  KLI_IMPORT_SAME_POINT,  /* a phone number or mail address under another name: doubtful */
} KliImportLikeness;

typedef struct
{
  KliImportLikeness likeness;
  KliImportContact *contact; /* (nullable): NULL for nobody */
  gboolean in_trash;         /* only with KLI_IMPORT_SAME_CARD and KLI_IMPORT_SAME_PERSON */
  gboolean was_merged;       /* only with in_trash: what is there went into the contact */
  gboolean is_unchanged;     /* the card says what it said when it was last read */
} KliImportMatch;

typedef struct _KliImportIndex KliImportIndex;

/* All borrowed. @connection: (nullable): of the store, NULL when there is none yet. @business: (nullable): only where
 * nobody is looked for. Returns: (transfer full) */
KliImportIndex *kli_import_index_new (KliConnection *connection, const KliBusiness *business, const KliCardPile *cards);
void kli_import_index_free (KliImportIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliImportIndex, kli_import_index_free)

/* The cards from @first to before @first + @n come next: reads them, and reckons what they are looked for by, on all
 * processors. */
void kli_import_index_read (KliImportIndex *index, guint first, guint n);
/* Card @n of these. Returns: (transfer none): until the next ones are read. */
const KliCard *kli_import_index_get_card (const KliImportIndex *index, guint n);

/* Whom card @n of these is about. Returns: FALSE with @error set. */
gboolean kli_import_index_find (KliImportIndex *index, guint n, KliImportMatch *match, GError **error);

/* A contact of the store, the same one each time. Returns: (transfer none) */
KliImportContact *kli_import_index_get_stored (KliImportIndex *index, gint64 id, const char *name);
/* A new contact that begins with @card, the card @n. Returns: (transfer none) */
KliImportContact *kli_import_index_begin (KliImportIndex *index, guint n, const KliCard *card);
/* From now on cards like card @n of those that were read are about @contact. */
void kli_import_index_learn (KliImportIndex *index, guint n, KliImportContact *contact);

/* Nobody is looked for any more: forgets what people are found by. */
void kli_import_index_close (KliImportIndex *index);

/* All contacts that cards were found to be about, in the order of the file.
 * Returns: (transfer none) (element-type KliImportContact) */
const GPtrArray *kli_import_index_get_contacts (const KliImportIndex *index);

G_END_DECLS
