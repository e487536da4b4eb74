/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The acts that can be recorded on a contract now, as buttons; the others in a menu, with the reason why not. */
#pragma once

#include "core/kli-contract.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_ACT_BAR (kli_act_bar_get_type ())
G_DECLARE_FINAL_TYPE (KliActBar, kli_act_bar, KLI, ACT_BAR, GtkWidget)

GtkWidget *kli_act_bar_new (void);

/* Offers what @terms allow on @day. A button activates the action contract.act with the id of the act. */
void kli_act_bar_set_terms (KliActBar *bar, const KliContractTerms *terms, KliDay day);

G_END_DECLS
