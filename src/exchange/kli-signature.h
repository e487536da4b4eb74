/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signature of a mail, or any block of text about somebody, as a card to be looked over: a guess. Polish,
 * Indonesian and English (domain 3 and 4). Pure; any thread. */
#pragma once

#include "core/kli-card.h"

G_BEGIN_DECLS

/* Of a text without a vCard in it so much is read; what lies behind it stays a note. In bytes, and in lines. */
#define KLI_SIGNATURE_BYTES_MAX (64 * 1024)
#define KLI_SIGNATURE_LINES_MAX 400

typedef struct
{
  KliCard *card; /* its name is "" when none was found; what was not understood is its note */
  /* (nullable): where the card is of a person, who is named in its affiliation: the official numbers of a firm are not
   * those of the people who work there */
  KliCard *organisation;
} KliSignature;

/* Returns: (transfer full) */
KliSignature *kli_signature_copy (const KliSignature *signature);
void kli_signature_free (KliSignature *signature);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliSignature, kli_signature_free)

/* Reads any text: nothing in it is lost but greetings, labels, and lines without a letter or digit.
 * @text: (nullable): any bytes
 * @country: (nullable): of the business, whose numbers may be written without a country code
 * Returns: (transfer full) (not nullable) */
KliSignature *kli_signature_read (const char *text, const char *country);

/* Where the first vCard in @text (nullable) begins. Returns: (transfer none) (nullable): NULL when there is none */
const char *kli_signature_find_vcard (const char *text);

/* Reads what somebody pasted: a signature, or the vCards in it, those that can be taken.
 * Returns: (transfer full) (nullable) (element-type KliSignature): at least one; NULL with @error set when there is
 * nobody in the vCard */
GPtrArray *kli_signature_read_pasted (const char *text, const char *country, GError **error);

G_END_DECLS
