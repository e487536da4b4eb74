/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row that chooses one of a column's fixed words. */
#pragma once

#include "core/kli-kind.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_CHOICE_ROW (kli_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (KliChoiceRow, kli_choice_row, KLI, CHOICE_ROW, AdwComboRow)

/* signal chosen (KliChoiceRow *row, const char *choice): the person chose another word. */

/* Offers the choices of @column of @kind under the names @name_of gives. */
GtkWidget *kli_choice_row_new (const char *title,
                               const KliKind *kind,
                               guint column,
                               const char *(*name_of) (guint column, const char *choice));

/* Shows @choice without emitting anything. */
void kli_choice_row_set_choice (KliChoiceRow *row, const char *choice);
/* Returns: (transfer none): the word of the store. */
const char *kli_choice_row_get_choice (KliChoiceRow *row);

G_END_DECLS
