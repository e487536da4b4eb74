/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says quietly who is perhaps there already, while a card is being filled in. Nobody is kept from going on. */
#pragma once

#include "core/kli-whole.h"
#include "store/kli-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_ALIKE_NOTE (kli_alike_note_get_type ())
G_DECLARE_FINAL_TYPE (KliAlikeNote, kli_alike_note, KLI, ALIKE_NOTE, GtkBox)

/* signal open (KliAlikeNote *note, gint64 id, const char *why): that contact is wanted */

/* Nothing is seen before somebody was found. @format: what is said, with a %s for the name; static
 * @open: the words of the button on each line. Returns: (transfer floating) */
GtkWidget *kli_alike_note_new (KliStore *store, const char *format, const char *open);

/* Looks in the background for whom @card may be, a moment after the last call, by kli_find_alike ().
 * @card: (transfer full) (nullable): as it is typed so far; NULL: nobody
 * @score_min: only those who have so many points; 0: everybody who is told at all */
void kli_alike_note_ask (KliAlikeNote *note, KliWhole *card, guint score_min);

G_END_DECLS
