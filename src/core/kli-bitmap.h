/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A set of small whole numbers (the dense local numbers of records), combined a word at a time. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Grows as needed; belongs to one thread while it is being changed. */
typedef struct _KliBitmap KliBitmap;

/* An empty set, with room for 0 … @n_bits - 1 at once. Returns: (transfer full) */
KliBitmap *kli_bitmap_new (guint32 n_bits);
/* All of 0 … @n_bits - 1. */
KliBitmap *kli_bitmap_new_full (guint32 n_bits);
KliBitmap *kli_bitmap_copy (const KliBitmap *bitmap);
void kli_bitmap_free (KliBitmap *bitmap);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliBitmap, kli_bitmap_free)

void kli_bitmap_add (KliBitmap *bitmap, guint32 number);
void kli_bitmap_remove (KliBitmap *bitmap, guint32 number);
gboolean kli_bitmap_contains (const KliBitmap *bitmap, guint32 number);

/* Adds those of @first … whose bits are set in @bytes, the lowest bit of the first byte being @first, which is a
 * multiple of 64; @size is one of 8. */
void kli_bitmap_add_bytes (KliBitmap *bitmap, guint32 first, const guint8 *bytes, gsize size);

/* How many numbers there are. */
guint32 kli_bitmap_count (const KliBitmap *bitmap);
gboolean kli_bitmap_equal (const KliBitmap *a, const KliBitmap *b);

/* @bitmap becomes: what is in both, in either, in @bitmap only. */
void kli_bitmap_and (KliBitmap *bitmap, const KliBitmap *other);
void kli_bitmap_or (KliBitmap *bitmap, const KliBitmap *other);
void kli_bitmap_and_not (KliBitmap *bitmap, const KliBitmap *other);

/* Looks up the @n @numbers, one after the other. @places: has room for @n: at which of them one was found.
 * Returns: how many were. */
guint32 kli_bitmap_find_each (const KliBitmap *bitmap, const guint32 *numbers, guint32 n, guint32 *places);

/* Adds the @n @numbers, or takes them out. Returns: for how many that is new. */
guint32 kli_bitmap_put_each (KliBitmap *bitmap, const guint32 *numbers, guint32 n, gboolean member);

/* Walks upwards: start with *@number = 0 and add 1 after each.
 * Returns: FALSE when there is no number from *@number on; else TRUE, with it in *@number. */
gboolean kli_bitmap_next (const KliBitmap *bitmap, guint32 *number);

G_END_DECLS
