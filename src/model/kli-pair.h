/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two contacts that may be one, as a row of a list shows them. Main thread. */
#pragma once

#include "operations/kli-duplicates.h"
#include "store/kli-answer.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define KLI_TYPE_PAIR (kli_pair_get_type ())
G_DECLARE_FINAL_TYPE (KliPair, kli_pair, KLI, PAIR, GObject)

/* signal changed (KliPair *pair): what it shows may be different now */

/* Returns: (transfer full) */
KliPair *kli_pair_new (const KliDuplicatePair *pair);

/* Who they are, the score and the reasons. Returns: (transfer none) */
const KliDuplicatePair *kli_pair_get (KliPair *pair);

/* What is shown of them. Returns: (transfer none): texts are never NULL, "" when it could not be read */
const KliListRow *kli_pair_get_first (KliPair *pair);
const KliListRow *kli_pair_get_second (KliPair *pair);

/* By its list only. Takes the rows (nullable), and says "changed" when there were others before. */
void kli_pair_take_rows (KliPair *pair, KliListRow *first, KliListRow *second);

G_END_DECLS
