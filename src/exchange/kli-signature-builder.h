/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A signature while it is read: shared by the kli-signature files, and by no one else. */
#pragma once

#include "exchange/kli-signature.h"

G_BEGIN_DECLS

typedef struct
{
  KliCard *card;
  const char *home;    /* (nullable): the country of the business */
  const char *country; /* (nullable): whose numbers these are, as far as the text tells */
  GString *note;
  char *name; /* (nullable), as the rest */
  char *role;
  char *department;
  char *organisation;
} KliSignatureBuilder;

/* Where something was taken out of a line: a character that no line has, and no pattern takes for a blank. */
#define KLI_SIGNATURE_GAP '\x1f'

/* What a piece of text is, as far as its words tell. */
typedef enum
{
  KLI_SIGNATURE_OTHER,
  KLI_SIGNATURE_CLOSING, /* "Z poważaniem", "Hormat kami" */
  KLI_SIGNATURE_NAME,
  KLI_SIGNATURE_ROLE,
  KLI_SIGNATURE_ORGANISATION,
  KLI_SIGNATURE_DEPARTMENT,
  KLI_SIGNATURE_PLACE,
  KLI_SIGNATURE_NOTE,
} KliSignaturePiece;

/* --- the card: kli-signature-card.c */

/* All but the card. */
void kli_signature_builder_clear (KliSignatureBuilder *self);
/* Adds @text (nullable) to the note. */
void kli_signature_keep (KliSignatureBuilder *self, const char *text, const char *separator);
/* Puts everything into the card. Returns: (transfer full): which takes the card. */
KliSignature *kli_signature_finish (KliSignatureBuilder *self);

/* --- words: kli-signature-words.c */

/* @is_first: whether a name of one word may stand there */
KliSignaturePiece kli_signature_judge (const char *piece, gboolean is_first);
/* What the label at the beginning of @line ("Nama: …") says that it is. @value: (out): behind the label, in @line
 * Returns: KLI_SIGNATURE_OTHER for no label of these */
KliSignaturePiece kli_signature_read_label (const char *line, const char **value);
/* Whether nothing but labels is left ("tel.", "e-mail"). */
gboolean kli_signature_is_labels (const char *piece);
/* The label of a phone number in the store for the words that stand with it. Returns: (transfer none) */
const char *kli_signature_phone_label (const char *words, gboolean is_mobile);

/* --- values that can be told by their form: kli-signature-values.c */

/* Adds the mail addresses, pages, chats, official numbers and phone numbers of @line to the card. Returns: (transfer
 * full): the rest, with a KLI_SIGNATURE_GAP where each stood. */
char *kli_signature_take_values (KliSignatureBuilder *self, const char *line);

/* --- addresses: kli-signature-place.c */

/* Whether @piece can be nothing but a part of an address. */
gboolean kli_signature_is_place (const char *piece);
/* Whether it is one because @next is: "Wola Mała 15" before a postcode, "New York" before "NY 10118". */
gboolean kli_signature_is_place_before (const char *piece, const char *next);
/* Whether it goes on with the address of @lines (element-type utf8): a country, or a city that is still missing. */
gboolean kli_signature_ends_place (const GPtrArray *lines, const char *piece);
/* Adds one address. @lines: (element-type utf8) */
void kli_signature_add_place (KliSignatureBuilder *self, const GPtrArray *lines);

/* Whether @pattern is in @text; compiled once for each pattern, which is a constant. @match: (out) (optional)
 * (nullable): of @text, which must outlive it */
gboolean kli_signature_matches (const char *pattern, const char *text, GMatchInfo **match);

G_END_DECLS
