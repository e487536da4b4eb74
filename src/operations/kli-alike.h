/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is perhaps there already, while a card is being filled in. */
#pragma once

#include "core/kli-duplicate.h"
#include "core/kli-whole.h"
#include "store/kli-connection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A contact that a card may be. */
typedef struct
{
  gint64 id;
  char *name;
  guint score;                 /* 0 to 100, by kli_duplicate_weigh (): below KLI_DUPLICATE_SCORE_MIN for two who share
                                  only a telephone or a common name */
  KliDuplicateReasons reasons; /* what counted */
} KliAlike;

void kli_alike_free (KliAlike *alike);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliAlike, kli_alike_free)

/* Contacts not in the trash that @card may be: those with one of its phone numbers, mail addresses or official numbers
 * (unless many have it; never the number of a natural person), or with the same or nearly the same rare name. Only
 * people for a person and organisations for an organisation, but for an official number. Milliseconds at a million
 * contacts; nothing is changed. For kli_store_read_async ().
 * @card: a contact, typed as far as it is, with its contact points and identifiers; their normal forms need not be set.
 *   One that is in the store (its id is not 0) is not found itself, nor those of whom somebody said that they are two
 * @limit: the most that are returned
 * @cancellable: (nullable)
 * Returns: (transfer full) (nullable) (element-type KliAlike): the likeliest first; NULL with @error set */
GPtrArray *kli_find_alike (
    KliConnection *connection, const KliWhole *card, guint limit, GCancellable *cancellable, GError **error);

G_END_DECLS
