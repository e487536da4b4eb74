/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many letters lie between two words. Pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The least number of letters to put in, leave out, replace or exchange with their neighbour to make one of the other
 * (optimal string alignment), counted up to @limit.
 * @a, @b: UTF-8 of so many bytes
 * Returns: @limit + 1 for everything more, and for texts of over 128 letters that differ */
guint kli_edit_distance (const char *a, gsize a_length, const char *b, gsize b_length, guint limit);

G_END_DECLS
