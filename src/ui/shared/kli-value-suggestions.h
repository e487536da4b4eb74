/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tags, cities, people … that there are, suggested while one of them is typed. */
#pragma once

#include "core/kli-condition.h"
#include "store/kli-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_VALUE_SUGGESTIONS (kli_value_suggestions_get_type ())
G_DECLARE_FINAL_TYPE (KliValueSuggestions, kli_value_suggestions, KLI, VALUE_SUGGESTIONS, GObject)

/* @entry: a GtkEntry or AdwEntryRow; it owns what is returned
 * @store: (nullable): NULL for words that no store has
 * @condition: (nullable): whose values are suggested, as kli_values_read () lists them; NULL for none yet
 * Returns: (transfer none) */
KliValueSuggestions *kli_value_suggestions_new (GtkWidget *entry, KliStore *store, const KliCondition *condition);

/* Suggests @words, NULL-terminated, in their order, instead of the values of a condition. */
void kli_value_suggestions_set_words (KliValueSuggestions *suggestions, const char *const *words);

void kli_value_suggestions_set_condition (KliValueSuggestions *suggestions, const KliCondition *condition);

G_END_DECLS
