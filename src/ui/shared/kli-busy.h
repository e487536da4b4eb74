/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Work that takes a while and during which nothing else makes sense: what is being done, and Cancel. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_BUSY (kli_busy_get_type ())
G_DECLARE_FINAL_TYPE (KliBusy, kli_busy, KLI, BUSY, AdwWindow)

/* Shows itself over @parent once the work has taken 200 ms (LOOK 10).
 * @text: what is being done ("Saving a copy…")
 * @cancellable: (nullable): cancelled by the Cancel button; without one there is none
 * Returns: (transfer none): to be ended by kli_busy_end(). */
KliBusy *kli_busy_begin (GtkWindow *parent, const char *text, GCancellable *cancellable);

/* @fraction: from 0 to 1, negative while it is not known. */
void kli_busy_set_fraction (KliBusy *self, double fraction);

void kli_busy_end (KliBusy *self);

G_END_DECLS
