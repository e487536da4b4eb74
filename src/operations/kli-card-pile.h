/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cards that files were found to hold, one behind the other in a file of its own that has no name: hundreds of
 * thousands of them take as much memory as one.
 *
 * Reference-counted. Cards are added by one thread; from kli_card_pile_close() on any thread may look at them. */
#pragma once

#include "core/kli-card.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _KliCardPile KliCardPile;

/* In the user's cache, or among the temporary files. Returns: (transfer full) (nullable): NULL with a G_FILE_ERROR. */
KliCardPile *kli_card_pile_new (GError **error);
KliCardPile *kli_card_pile_ref (KliCardPile *pile);
void kli_card_pile_unref (KliCardPile *pile);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliCardPile, kli_card_pile_unref)

/* The cards that are added from now on are those of another file. */
void kli_card_pile_begin_file (KliCardPile *pile);
/* The cards that were added since are forgotten: their file cannot be read to its end. */
void kli_card_pile_forget_file (KliCardPile *pile);
/* Returns: FALSE with @error set: the disk is full, as a rule. */
gboolean kli_card_pile_add (KliCardPile *pile, const KliCard *card, GError **error);
/* No card is added any more. Returns: as kli_card_pile_add () */
gboolean kli_card_pile_close (KliCardPile *pile, GError **error);

guint kli_card_pile_get_length (const KliCardPile *pile);
/* A digest of the keys and digests of all cards: whether they say the same as others. Returns: (transfer full) */
char *kli_card_pile_get_digest (const KliCardPile *pile);

/* Card @n of a closed pile. Returns: (transfer full) */
KliCard *kli_card_pile_read (const KliCardPile *pile, guint n);

G_END_DECLS
