/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contacts that may be one, in the whole store, as a list of KliPair: looked for in the background when that is asked
 * for, and followed from then on. Pairs that were merged, told apart or trashed leave it and come back by an undo.
 * Main thread. */
#pragma once

#include "model/kli-pair.h"
#include "store/kli-store.h"

G_BEGIN_DECLS

#define KLI_TYPE_PAIR_LIST (kli_pair_list_get_type ())
G_DECLARE_FINAL_TYPE (KliPairList, kli_pair_list, KLI, PAIR_LIST, GObject)

typedef enum
{
  KLI_PAIR_LIST_NEW, /* nobody has looked yet */
  KLI_PAIR_LIST_SEARCHING,
  KLI_PAIR_LIST_FOUND,   /* all there are, maybe none */
  KLI_PAIR_LIST_STOPPED, /* cancelled; what was found before is gone */
  KLI_PAIR_LIST_FAILED,
} KliPairListState;

/* property state (guint): a KliPairListState
 * property fraction (double): of the search, 0 to 1
 * signal failed (KliPairList *list, GError *error): with the state KLI_PAIR_LIST_FAILED */

/* Returns: (transfer full): empty */
KliPairList *kli_pair_list_new (KliStore *store);

/* Looks for pairs; the list is empty until they are found. Nothing while it is looking. */
void kli_pair_list_search (KliPairList *list);
void kli_pair_list_cancel (KliPairList *list);

KliPairListState kli_pair_list_get_state (KliPairList *list);
double kli_pair_list_get_fraction (KliPairList *list);

G_END_DECLS
