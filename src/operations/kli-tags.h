/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tags themselves. Making, renaming and colouring one is kli_create_record () and kli_set_field (), deleting it
 * kli_trash (), putting it on a contact "tags+=NAME". */
#pragma once

#include "operations/kli-operation.h"

G_BEGIN_DECLS

/* Gives the contacts of one tag another and deletes the first, as one edit.
 * Returns: (transfer full) */
KliOperation *kli_merge_tags (gint64 from, gint64 into);

/* For kli_store_read_async (): the colour of the tag called @name, "" for none and when there is no such tag.
 * Returns: (transfer full) (nullable): NULL with @error set. */
gpointer
kli_tags_read_colour_func (KliConnection *connection, gpointer name, GCancellable *cancellable, GError **error);

G_END_DECLS
