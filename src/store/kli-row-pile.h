/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New records that wait to be inserted, those of a kind by one statement. Inside store/ only. */
#pragma once

#include "store/kli-connection.h"

G_BEGIN_DECLS

typedef struct _KliRowPile KliRowPile;

KliRowPile *kli_row_pile_new (void);
void kli_row_pile_free (KliRowPile *pile);

/* Adds a copy of @row, which has its id. */
void kli_row_pile_add (KliRowPile *pile, const KliRow *row);
/* How many there are. */
guint kli_row_pile_get_length (const KliRowPile *pile);
/* Inserts them, and forgets them. Returns: FALSE with @error set. */
gboolean kli_row_pile_write (KliRowPile *pile, KliConnection *connection, GError **error);

G_END_DECLS
