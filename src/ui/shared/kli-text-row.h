/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row with several lines of text, edited in place: a note. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_TEXT_ROW (kli_text_row_get_type ())
G_DECLARE_FINAL_TYPE (KliTextRow, kli_text_row, KLI, TEXT_ROW, GtkListBoxRow)

/* signals save, typing and settled: as of KliFieldRow. */

/* @name: what the text is, also for assistive technology; @placeholder: shown while it is empty */
GtkWidget *kli_text_row_new (const char *name, const char *placeholder);

/* What the record says; a text that is being typed stays. */
void kli_text_row_set_value (KliTextRow *row, const char *stored);

/* The answer to "save": NULL, or why it was refused. */
void kli_text_row_saved (KliTextRow *row, const char *problem);

/* Puts the cursor at the end of the text; with @text, as if that had been typed (a draft). @text: (nullable) */
void kli_text_row_start (KliTextRow *row, const char *text);

G_END_DECLS
