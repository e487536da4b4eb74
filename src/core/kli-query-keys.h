/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a business adds to the keys that people type into a search: the fields that it defined. */
#pragma once

#include "core/kli-condition.h"
#include "core/kli-language.h"
#include "core/kli-row.h"

G_BEGIN_DECLS

/* Atomically reference-counted; not changed any more once it is shared. */
typedef struct _KliQueryKeys KliQueryKeys;

/* @language: in which values are typed
 * @currency: of amounts without one, "" for none
 * Returns: (transfer full): without keys */
KliQueryKeys *kli_query_keys_new (KliLanguage language, const char *currency);
KliQueryKeys *kli_query_keys_ref (KliQueryKeys *keys);
void kli_query_keys_unref (KliQueryKeys *keys);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliQueryKeys, kli_query_keys_unref)

/* @field: own_field; one whose name is nothing is left out */
void kli_query_keys_add (KliQueryKeys *keys, const KliRow *field);

KliLanguage kli_query_keys_get_language (const KliQueryKeys *keys);
/* In the order in which they were added. Returns: (transfer none) (nullable): NULL when there are not so many. */
const KliCondition *kli_query_keys_get (const KliQueryKeys *keys, guint n);
/* Of amounts in the @n-th without one, "" for none. Returns: (transfer none) */
const char *kli_query_keys_get_currency (const KliQueryKeys *keys, guint n);
/* The one whose key is typed so: its name, folded, with hyphens for blanks. @n: (out).
 * Returns: FALSE when there is none */
gboolean kli_query_keys_find (const KliQueryKeys *keys, const char *typed, guint *n);

/* How @name is typed as a key. Returns: (transfer full) */
char *kli_query_key_of (const char *name);

G_END_DECLS
