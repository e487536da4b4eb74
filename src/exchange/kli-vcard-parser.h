/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The unfolded lines of one vCard into properties: transfer encodings and charsets undone. */
#pragma once

#include "exchange/kli-vcard-reader.h"

G_BEGIN_DECLS

typedef struct _KliVCardParser KliVCardParser;

/* @language: (nullable): helps to guess a charset. Returns: (transfer full) */
KliVCardParser *kli_vcard_parser_new (const char *language);
void kli_vcard_parser_free (KliVCardParser *parser);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliVCardParser, kli_vcard_parser_free)

/* Forgets the properties of the card before. @charset: (nullable): a constant, what bytes without a
 * CHARSET are read as when they are not UTF-8; NULL guesses once. */
void kli_vcard_parser_begin (KliVCardParser *parser, const char *charset);

/* Adds the property of a line, whose ":" stands at @colon (= @length when there is none).
 * Returns: whether every byte of it could be read. */
gboolean kli_vcard_parser_add (KliVCardParser *parser, const char *text, gsize length, gsize colon, guint line);

/* Returns: (transfer none): good until the next card begins. */
const KliVCardProperty *kli_vcard_parser_end (KliVCardParser *parser, guint *n_properties);

G_END_DECLS
