/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of people and organisations: the search that is always there, the count, the order, the rows. */
#pragma once

#include "core/kli-query.h"
#include "store/kli-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_CONTACT_LIST (kli_contact_list_get_type ())
G_DECLARE_FINAL_TYPE (KliContactList, kli_contact_list, KLI, CONTACT_LIST, AdwBin)

/* Made by a template; @store once. */
void kli_contact_list_set_store (KliContactList *self, KliStore *store);

/* The contact that is chosen, 0 for none; it may stand outside the current search.
 * signal chosen (KliContactList *self, gint64 id): it became another, by the keyboard, too
 * signal opened (KliContactList *self, gint64 id): a row was clicked or activated */
gint64 kli_contact_list_get_chosen (KliContactList *self);

/* Chooses a contact and scrolls to it where it is shown; takes a search away that hides it. Emits "chosen". */
void kli_contact_list_choose (KliContactList *self, gint64 id);

/* Moves the cursor into the search entry and selects what stands in it. */
void kli_contact_list_search (KliContactList *self);

/* What is shown now: for an export of the list on screen. Returns: (transfer none) (nullable) */
const KliQuery *kli_contact_list_get_query (KliContactList *self);

G_END_DECLS
