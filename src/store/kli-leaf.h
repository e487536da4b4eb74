/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The leaf conditions of queries: each is answered by .sql files that yield local numbers. Inside store/ only. */
#pragma once

#include "core/kli-bitmap.h"
#include "core/kli-day.h"
#include "core/kli-filter.h"
#include "store/kli-order.h"
#include "store/kli-search.h"

G_BEGIN_DECLS

/* What every part of one question shares. */
typedef struct
{
  KliConnection *connection;
  GCancellable *cancellable; /* nullable */
  KliDay today;              /* the day of the store */
  KliSearch search;          /* of texts */
  guint32 n_numbers;         /* how many local numbers there are */
  GPtrArray *segments;       /* (nullable): names of segments whose queries are being answered, one in another */
  const gint64 *ids;         /* which record each of them means, 0 for none */
  const KliOrder *order;     /* (nullable): of what is asked for: nobody else matters */
} KliQuestion;

/* The records of which the leaf @filter holds, of any kind, in the trash or not.
 * Returns: (transfer full) (nullable): NULL with @error set. */
KliBitmap *kli_leaf_answer (KliQuestion *question, const KliFilter *filter, GError **error);

G_END_DECLS
