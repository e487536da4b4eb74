/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record with everything that belongs to it: a contact with its points and addresses, a contract with its parties. */
#pragma once

#include "core/kli-row.h"

G_BEGIN_DECLS

/* Immutable once it has left the thread that read it, atomically reference-counted. */
typedef struct _KliWhole KliWhole;

/* Takes @root. Returns: (transfer full) */
KliWhole *kli_whole_new (KliRow *root);
KliWhole *kli_whole_ref (KliWhole *whole);
void kli_whole_unref (KliWhole *whole);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliWhole, kli_whole_unref)

/* While it is being built. Take @part; the order of adding is the order shown. */
void kli_whole_take_part (KliWhole *whole, KliRow *part);
/* Remembers how another record that a part points at is called. */
void kli_whole_set_name (KliWhole *whole, gint64 id, const char *name, gboolean in_trash);
/* Remembers the colour of a tag among them. It has a name already. */
void kli_whole_set_colour (KliWhole *whole, gint64 id, const char *colour);

const KliRow *kli_whole_get_root (const KliWhole *whole);

/* How many parts of @kind there are, and the n-th of them.
 * Returns: (transfer none) (nullable): NULL when there are not so many. */
guint kli_whole_count_parts (const KliWhole *whole, const KliKind *kind);
const KliRow *kli_whole_get_part (const KliWhole *whole, const KliKind *kind, guint n);
/* The part with that id. Returns: (transfer none) (nullable) */
const KliRow *kli_whole_find_part (const KliWhole *whole, gint64 id);

/* The name of the record @id that a part points at, "" when unknown. Returns: (transfer none) */
const char *kli_whole_get_name (const KliWhole *whole, gint64 id);
/* Of a tag: one of kli_tag_colours, "" for none or when unknown. Returns: (transfer none) */
const char *kli_whole_get_colour (const KliWhole *whole, gint64 id);
gboolean kli_whole_is_in_trash (const KliWhole *whole, gint64 id);

G_END_DECLS
