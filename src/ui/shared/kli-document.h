/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are kept with a record: choosing, keeping and opening them. */
#pragma once

#include "core/kli-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @widget: stands in the window of the store; it gets the messages. */

/* Reads @file in the background and keeps it with the contract @owner. */
void kli_document_attach (GtkWidget *widget, gint64 owner, GFile *file);

/* Lets the person choose a file and keeps it. */
void kli_document_choose (GtkWidget *widget, gint64 owner);

/* Opens @document, a row of kli_document_kind, in the program the desktop has for it. It gets a copy that only this
 * account can read. */
void kli_document_open (GtkWidget *widget, const KliRow *document);

G_END_DECLS
