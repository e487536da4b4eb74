/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a card: a value over its label, edited in place with a click or Enter. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_FIELD_ROW (kli_field_row_get_type ())
G_DECLARE_FINAL_TYPE (KliFieldRow, kli_field_row, KLI, FIELD_ROW, GtkListBoxRow)

/* signal save (KliFieldRow *row, const char *text): the person left the field with another value. Whoever
 * saves it answers with kli_field_row_saved.
 * signal typing (KliFieldRow *row, const char *text): 2 s after the last key, for a draft.
 * signal settled (KliFieldRow *row): it shows what is stored again: saved or given up. */

/* @icon_name: (nullable)
 * @label: what the value is: "Mobile phone"; also its name for assistive technology */
GtkWidget *kli_field_row_new (const char *icon_name, const char *label);

void kli_field_row_set_label (KliFieldRow *row, const char *label);

/* What the record says. A field that is being typed in keeps its text.
 * @shown: (nullable): how it is written while nobody edits it; NULL: as it is stored */
void kli_field_row_set_value (KliFieldRow *row, const char *stored, const char *shown);

/* The word shown in place of an empty value: "Add a birthday". */
void kli_field_row_set_placeholder (KliFieldRow *row, const char *placeholder);

/* Whether it can be edited; otherwise it is a plain row. */
void kli_field_row_set_editable (KliFieldRow *row, gboolean editable);

/* The answer to "save": NULL when it was acknowledged, else the sentence saying why not. */
void kli_field_row_saved (KliFieldRow *row, const char *problem);

/* Adds a flat round button (or another widget) at the end. */
void kli_field_row_add_suffix (KliFieldRow *row, GtkWidget *suffix);

/* Opens the field for typing; with @text, as if that had been typed (a draft). */
void kli_field_row_start (KliFieldRow *row, const char *text);

/* Does as if @text had been typed and the field left: saves it, by the same rules. */
void kli_field_row_enter (KliFieldRow *row, const char *text);

/* Whether somebody is typing in it or it is not yet saved. */
gboolean kli_field_row_is_busy (KliFieldRow *row);

G_END_DECLS
