/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The syntax of vCard 2.1, 3.0 and 4.0, as the world writes it: a stream of lines into cards of
 * properties. What the properties mean is decided elsewhere. Nothing recurses, every loop takes
 * a line, and memory is bounded by the limits below (RELIABILITY C1-C7, I20). */
#pragma once

#include "exchange/kli-line-reader.h"

G_BEGIN_DECLS

/* Longest line, folded lines put together; what is longer is left out. */
#define KLI_VCARD_LINE_MAX (4 * 1024 * 1024)
/* Most bytes and most properties of one card; what comes after them is left out. */
#define KLI_VCARD_CARD_MAX (16 * 1024 * 1024)
#define KLI_VCARD_PROPERTIES_MAX 10000
/* Deepest AGENT within an AGENT. */
#define KLI_VCARD_DEPTH_MAX 64

typedef struct
{
  const char *name;  /* in capitals; TYPE for the bare words of 2.1 */
  const char *value; /* one of a list: TYPE=a,b is two */
} KliVCardParam;

typedef struct
{
  const char *group;           /* item1 of item1.TEL, else "" */
  const char *name;            /* as written */
  const KliVCardParam *params; /* without ENCODING and CHARSET, which have been obeyed */
  guint n_params;
  const char *value; /* one line of UTF-8, backslashes as written */
  gboolean base64;   /* value is base64 without blanks */
  guint line;
} KliVCardProperty;

/* What was wrong with a card; each is the line it was first seen in, 0 for never. */
typedef struct
{
  guint no_begin;   /* properties outside any card were taken for one */
  guint no_end;     /* the BEGIN of a card that the file or another card ended */
  guint left_out;   /* a line or the card was over a limit */
  guint joined;     /* a line that is no property was taken for the rest of the value above it */
  guint skipped;    /* a line that is no property was skipped */
  guint too_deep;   /* an AGENT within an AGENT within … was left out */
  guint unreadable; /* bytes that mean nothing in their charset became U+FFFD */
} KliVCardFaults;

typedef struct
{
  const KliVCardProperty *properties;
  guint n_properties;
  guint version; /* 21, 30, 40; 0 when it says none */
  guint line;    /* of its BEGIN */
  KliVCardFaults faults;
} KliVCard;

typedef struct _KliVCardReader KliVCardReader;

/* @lines: (transfer full): made without a charset, so that each property can have its own, unless
 * the whole file is UTF-16. @charset: (nullable): a constant, what bytes without a CHARSET are read as
 * when they are not UTF-8; NULL guesses by the first of them. @guessed: it is itself a guess, and a CHARSET in
 * another line of the card is better. @language: (nullable): helps to guess.
 * Returns: (transfer full): for one thread at a time. */
KliVCardReader *
kli_vcard_reader_new (KliLineReader *lines, const char *charset, gboolean guessed, const char *language);
void kli_vcard_reader_free (KliVCardReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliVCardReader, kli_vcard_reader_free)

/* Returns: (transfer none) (nullable): good until the next call; NULL at the end and on an error
 * of reading the stream or cancelling it. No fault of the text is an error. */
const KliVCard *kli_vcard_reader_next (KliVCardReader *reader, GCancellable *cancellable, GError **error);

/* How many lines stood outside any card, or in a card without a property, and the first of them. */
guint kli_vcard_reader_get_strays (const KliVCardReader *reader, guint *first_line);

/* See kli_line_reader_get_offset(). */
guint64 kli_vcard_reader_get_offset (const KliVCardReader *reader);

G_END_DECLS
