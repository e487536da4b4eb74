/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a card: a value over its label, edited in place with a click or Enter. */
#pragma once

#include "ui/shared/kli-editor-row.h"

G_BEGIN_DECLS

#define KLI_TYPE_FIELD_ROW (kli_field_row_get_type ())
G_DECLARE_FINAL_TYPE (KliFieldRow, kli_field_row, KLI, FIELD_ROW, KliEditorRow)

/* Why @text can hardly be right, as a sentence; NULL when nothing speaks against it. @typing: more may follow: what is
 * only begun is no mistake yet. Returns: (transfer none) (nullable) */
typedef const char *(*KliFieldCheck) (const char *text, gboolean typing, const char *check_data);

/* @icon_name: (nullable)
 * @label: what the value is: "Mobile phone"; also its name for assistive technology */
GtkWidget *kli_field_row_new (const char *icon_name, const char *label);

void kli_field_row_set_label (KliFieldRow *row, const char *label);

/* What the record says. A field that is being typed in keeps its text.
 * @shown: (nullable): how it is written while nobody edits it; NULL: as it is stored */
void kli_field_row_set_value (KliFieldRow *row, const char *stored, const char *shown);

/* The word shown in place of an empty value: "Add a birthday". */
void kli_field_row_set_placeholder (KliFieldRow *row, const char *placeholder);

/* What may be typed is suggested while it is: @words, NULL-terminated; any other text can be typed, too. */
void kli_field_row_suggest (KliFieldRow *row, const char *const *words);

/* What @check has to say stands under the row: a warning, which keeps nobody from saving. @check_data: copied */
void kli_field_row_set_check (KliFieldRow *row, KliFieldCheck check, const char *check_data);

/* Whether it can be edited; otherwise it is a plain row. */
void kli_field_row_set_editable (KliFieldRow *row, gboolean editable);

/* Adds a flat round button (or another widget) at the end. */
void kli_field_row_add_suffix (KliFieldRow *row, GtkWidget *suffix);

/* Does as if @text had been typed and the field left: saves it, by the same rules. */
void kli_field_row_enter (KliFieldRow *row, const char *text);

G_END_DECLS
