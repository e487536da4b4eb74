/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small form in a window of its own, for what needs several fields before it can be one edit. */
#pragma once

#include "operations/kli-operation.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_FORM_DIALOG (kli_form_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KliFormDialog, kli_form_dialog, KLI, FORM_DIALOG, AdwWindow)

/* signal accept (KliFormDialog *dialog): the person pressed the button, or Enter in a field. Answer with
 * kli_form_dialog_finish. */

/* @parent: (nullable)
 * @accept: the button, with a mnemonic: "_Add"
 * Returns: (transfer none): a window that destroys itself; present it */
KliFormDialog *kli_form_dialog_new (GtkWindow *parent, const char *title, const char *accept);

/* Begins a group of rows; the first one is there from the start. @title: (nullable) */
void kli_form_dialog_begin_group (KliFormDialog *dialog, const char *title);
/* A sentence under the rows that were added last. */
void kli_form_dialog_explain (KliFormDialog *dialog, const char *text);

/* Adds what is no group of rows, or several, under what was added last; rows that are added then begin a new group. */
void kli_form_dialog_add_widget (KliFormDialog *dialog, GtkWidget *widget);
/* Puts @widget beside the rows where the window behind is wide enough, else above them: what is filled in from. */
void kli_form_dialog_set_side (KliFormDialog *dialog, GtkWidget *widget);

/* Adds a row that the caller made. */
void kli_form_dialog_add_row (KliFormDialog *dialog, GtkWidget *row);
/* Adds a field of text. Returns: (transfer none): its AdwEntryRow */
GtkWidget *kli_form_dialog_add_entry (KliFormDialog *dialog, const char *title, const char *text);

/* The form can be accepted only while @entry is not empty. */
void kli_form_dialog_require (KliFormDialog *dialog, GtkWidget *entry);

/* Whether what stands in the form can be accepted at all, besides what is required: at first it can. */
void kli_form_dialog_set_ready (KliFormDialog *dialog, gboolean ready);

/* What the form asked for is being done; then: @problem NULL closes it, else says why not. */
void kli_form_dialog_finish (KliFormDialog *dialog, const char *problem);
/* Does @operation: (transfer full) and finishes. @done: (nullable): as for kli_run () */
void kli_form_dialog_run (KliFormDialog *dialog, KliOperation *operation, const char *done);

G_END_DECLS
