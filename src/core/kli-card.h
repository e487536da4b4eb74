/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One contact as a foreign file tells it: between the readers and writers of formats and the import and export. */
#pragma once

#include "core/kli-row.h"

G_BEGIN_DECLS

/* What the key of a card begins with, so that keys of different origin never meet. */
#define KLI_CARD_KEY_UID "uid:"       /* the UID of a vCard */
#define KLI_CARD_KEY_ID "id:"         /* the own-id column of a table */
#define KLI_CARD_KEY_DIGEST "digest:" /* the digest of the content */

/* The source of every vCard, and of a table that carries its UID. */
#define KLI_CARD_SOURCE_VCARD "vcard"

/* The grouping of extras that were, or shall be, a column of a table: name and value are plain text. All other
 * extras are lines of a vCard, with its backslashes. */
#define KLI_CARD_EXTRA_COLUMN "csv"

/* Most tags of one card; a reader keeps more of them verbatim. */
#define KLI_CARD_TAGS_MAX 1000

/* Where somebody works, by the names the file gives. */
typedef struct
{
  char *organisation; /* never "" */
  char *department;
  char *role;
} KliCardAffiliation;

void kli_card_affiliation_free (KliCardAffiliation *affiliation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliCardAffiliation, kli_card_affiliation_free)

/* Texts are never NULL and always valid UTF-8 without NUL. Owned by one thread at a time. */
typedef struct
{
  KliRow *contact;         /* kli_contact_kind */
  GPtrArray *points;       /* KliRow of kli_contact_point_kind; normal still empty */
  GPtrArray *addresses;    /* KliRow of kli_address_kind */
  GPtrArray *identifiers;  /* KliRow of kli_identifier_kind; normal still empty */
  GPtrArray *extras;       /* KliRow of kli_contact_extra_kind */
  GPtrArray *affiliations; /* KliCardAffiliation */
  GPtrArray *tags;         /* char* */
  GBytes *photo;           /* nullable */
  char *photo_type;        /* media type, "" when unknown */
  char *source;            /* "vcard", or "csv:" and a digest of the header */
  char *key;               /* identity within the source, "" when there is none */
  char *digest;            /* SHA-256 of the normalised record, for "nothing has changed" */
  guint line;              /* where it begins in the file, from 1; 0 when not from a file */
  char *refusal;           /* a whole sentence when the record cannot be taken, else NULL */
  GPtrArray *warnings;     /* char*, whole sentences: what was not understood and is kept verbatim */
} KliCard;

/* Returns: (transfer full): an empty person. */
KliCard *kli_card_new (void);
void kli_card_free (KliCard *card);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliCard, kli_card_free)

/* Adds an empty part and returns it. Returns: (transfer none) */
KliRow *kli_card_add_point (KliCard *card, const char *kind, const char *value, const char *label);
KliRow *kli_card_add_address (KliCard *card);
KliRow *kli_card_add_identifier (KliCard *card, const char *kind, const char *value, const char *label);
KliRow *
kli_card_add_extra (KliCard *card, const char *grouping, const char *name, const char *params, const char *value);
/* Does nothing when @organisation is "". */
void kli_card_add_affiliation (KliCard *card, const char *organisation, const char *department, const char *role);
void kli_card_add_tag (KliCard *card, const char *name);

G_END_DECLS
