/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Doing a change to many records from the window: what is said when it is done, was cancelled or failed. While it runs
 * its progress stands along the window (ui/bulk/kli-long-notice.h), and other edits go on. */
#pragma once

#include "operations/kli-bulk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* @n_changes: how many it will change, by a look before. */
void kli_bulk_run (GtkWidget *widget, KliBulk *bulk, guint n_changes);

/* Runs an edit of many records, taken: a change, an undo, or one that is continued.
 * @n: (0: not known): how many records it is about */
void kli_bulk_run_edit (GtkWidget *widget, KliLongEdit *edit, guint n);

/* What is said of an edit that is done. Returns: (transfer full) */
typedef char *(*KliBulkWords) (KliLongEdit *edit, gpointer data);

/* The same, with words of its own. @data: owned, given up by @destroy. */
void
kli_bulk_run_saying (GtkWidget *widget, KliLongEdit *edit, KliBulkWords words, gpointer data, GDestroyNotify destroy);

G_END_DECLS
