/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Made-up contacts that are there twice, as people enter somebody twice: to see whether they are found. */
#pragma once

#include "operations/kli-operation.h"

G_BEGIN_DECLS

/* Pairs of one edit. */
#define KLI_GENERATE_COPIES_BATCH 4000

/* Two contacts that are one. */
typedef struct
{
  gint64 first;
  gint64 second;
  const char *difference; /* in what the second differs: a constant like "misspelt" */
} KliPlantedPair;

/* KliReadFunc: chooses @user_data, a guint*, contacts evenly among all.
 * Returns: (transfer full) (element-type gint64): fewer when there are not so many */
gpointer
kli_generate_choose_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error);

/* Makes second cards for some of @originals, each with another difference and a phone number or mail address that
 * both have. Some pairs are two new cards with a rare name and nothing else in common.
 * @from, @n: which of them; at most KLI_GENERATE_COPIES_BATCH
 * @planted: (element-type KliPlantedPair): gets the pairs once it has run
 * Returns: (transfer full) */
KliOperation *kli_generate_copies (guint64 seed, GArray *originals, guint from, guint n, GArray *planted);

G_END_DECLS
