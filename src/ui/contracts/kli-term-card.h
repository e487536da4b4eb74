/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card with the term bar, its legend and the reckoning in words. */
#pragma once

#include "core/kli-contract.h"
#include "core/kli-language.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_TERM_CARD (kli_term_card_get_type ())
G_DECLARE_FINAL_TYPE (KliTermCard, kli_term_card, KLI, TERM_CARD, GtkWidget)

GtkWidget *kli_term_card_new (void);

/* Shows @terms as they stand on @day; hides itself when they have no dates at all. */
void kli_term_card_set_terms (KliTermCard *card, const KliContractTerms *terms, KliDay day, KliLanguage language);

G_END_DECLS
