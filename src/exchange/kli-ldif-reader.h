/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The syntax of LDIF (RFC 2849), which Thunderbird and directories write: lines into records of
 * attributes, in bounded memory. */
#pragma once

#include "exchange/kli-line-reader.h"

G_BEGIN_DECLS

/* Longest line, folded lines put together, and most attributes of one record; what is over is left out. */
#define KLI_LDIF_LINE_MAX (4 * 1024 * 1024)
#define KLI_LDIF_ATTRIBUTES_MAX 10000

typedef struct
{
  const char *name;  /* as written, without options */
  const char *value; /* UTF-8, may have several lines; base64 when it is no text */
  gboolean base64;
  guint line;
} KliLdifAttribute;

typedef struct
{
  const KliLdifAttribute *attributes;
  guint n_attributes;
  guint line;     /* of the first */
  guint left_out; /* the first line that was over a limit, 0 for none */
} KliLdifRecord;

typedef struct _KliLdifReader KliLdifReader;

/* @lines: (transfer full): made with a charset and a limit of KLI_LDIF_LINE_MAX.
 * Returns: (transfer full): for one thread at a time. */
KliLdifReader *kli_ldif_reader_new (KliLineReader *lines);
void kli_ldif_reader_free (KliLdifReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliLdifReader, kli_ldif_reader_free)

/* Returns: (transfer none) (nullable): good until the next call; NULL at the end and on an error
 * of reading or cancelling. What stands behind an address (attribute:< URL) is never fetched. */
const KliLdifRecord *kli_ldif_reader_next (KliLdifReader *reader, GCancellable *cancellable, GError **error);

/* See kli_line_reader_get_offset(). */
guint64 kli_ldif_reader_get_offset (const KliLdifReader *reader);

G_END_DECLS
