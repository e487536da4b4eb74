/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row with several lines of text, edited in place: a note. */
#pragma once

#include "ui/shared/kli-editor-row.h"

G_BEGIN_DECLS

#define KLI_TYPE_TEXT_ROW (kli_text_row_get_type ())
G_DECLARE_FINAL_TYPE (KliTextRow, kli_text_row, KLI, TEXT_ROW, KliEditorRow)

/* @name: what the text is, also for assistive technology; @placeholder: shown while it is empty */
GtkWidget *kli_text_row_new (const char *name, const char *placeholder);

/* What the record says; a text that is being typed stays. */
void kli_text_row_set_value (KliTextRow *row, const char *stored);

G_END_DECLS
