/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row whose value is edited in place: what a line and several lines of text have in common. The rules of saving
 * are in KliField; a subclass shows the field and says when it is left. */
#pragma once

#include "model/kli-field.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_EDITOR_ROW (kli_editor_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (KliEditorRow, kli_editor_row, KLI, EDITOR_ROW, GtkListBoxRow)

struct _KliEditorRowClass
{
  GtkListBoxRowClass parent_class;

  /* Text, state or problem of the field are different: shows them. */
  void (*field_changed) (KliEditorRow *self);
  /* The person goes on to something else: saves what was typed. */
  void (*leave) (KliEditorRow *self);
  /* Puts the cursor into the text; with @text (nullable), as if that had been typed. */
  void (*start) (KliEditorRow *self, const char *text);
  /* What was sent was refused. May be NULL. */
  void (*refused) (KliEditorRow *self);

  gpointer padding[4];
};

/* signal save (KliEditorRow *row, const char *text): the person left the field with another value. Whoever saves it
 * answers with kli_editor_row_saved.
 * signal typing (KliEditorRow *row, const char *text): 2 s after the last key, for a draft.
 * signal settled (KliEditorRow *row): it shows what is stored again: saved or given up.
 * signal left (KliEditorRow *row): the cursor leaves the text, which may yet be sent. */

/* Opens the field for typing; with @text, as if that had been typed (a draft). @text: (nullable) */
void kli_editor_row_start (KliEditorRow *row, const char *text);

/* The answer to "save": NULL when it was acknowledged, else the sentence saying why not. */
void kli_editor_row_saved (KliEditorRow *row, const char *problem);

/* --- for subclasses ----------------------------------------------------------------------------- */

/* Returns: (transfer none) */
KliField *kli_editor_row_get_field (KliEditorRow *row);

/* The person typed: @text is what the field says now. */
void kli_editor_row_typed (KliEditorRow *row, const char *text);

/* The cursor leaves the text: no draft is due. Emits "left". */
void kli_editor_row_stop_typing (KliEditorRow *row);

/* Emits "save" with what the field says, which is SENT. */
void kli_editor_row_send (KliEditorRow *row);

G_END_DECLS
