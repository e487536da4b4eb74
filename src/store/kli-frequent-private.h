/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the beginnings that many records have share. */
#pragma once

#include "store/kli-frequent.h"

G_BEGIN_DECLS

/* Longer beginnings are left to the search index: nobody types them, and hostile names would take their time. */
#define KLI_FREQUENT_BYTES_MAX 64
/* What ends a word is one more letter of it: who has the whole word. A key is never asked for so. */
#define KLI_FREQUENT_WORD_END " "

/* What is counted, and how. */
typedef struct
{
  const char *start;     /* of the keys of its sets */
  const char *separator; /* between two of them in search_text */
  const char *count;     /* statement: each with the number of records that have it, in order */
  const char *find;      /* statement: who has one that starts so */
  gboolean is_match;     /* whether the beginning is asked for in FTS5's way, or between two keys */
} KliFrequentSource;

extern const KliFrequentSource kli_frequent_sources[KLI_FREQUENT_N];

G_END_DECLS
