/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of a contract as a sign and a word on a tint. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_STATE_CHIP (kli_state_chip_get_type ())
G_DECLARE_FINAL_TYPE (KliStateChip, kli_state_chip, KLI, STATE_CHIP, GtkWidget)

GtkWidget *kli_state_chip_new (void);

/* @state_id: "active" …; NULL or "" hides the chip.
 * @detail: (nullable): added after the word: "1 of 2" */
void kli_state_chip_set_state (KliStateChip *chip, const char *state_id, const char *detail);

G_END_DECLS
