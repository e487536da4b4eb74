/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Running an operation from a widget: the one place where its success becomes a toast with Undo and its
 * failure a message. */
#pragma once

#include "operations/kli-operation.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Called once the operation is acknowledged or refused, on the main loop, while @widget still lives.
 * @edit: the entry in the history, 0 when nothing was different, -1 with @error
 * @subject: the record it was about or made
 * @error: (nullable)
 * Returns: TRUE when it has told the person about @error itself, in its own place (a field that keeps what
 * was typed and says why); the usual message is then not shown. */
typedef gboolean (*KliRunFunc) (
    GtkWidget *widget, gint64 edit, gint64 subject, const GError *error, gpointer user_data);

/* Runs @operation on the store of the window @widget stands in. The window does not close before it is
 * acknowledged; when it fails, the window stays.
 * @operation: (transfer full)
 * @done: (nullable): plain text of a toast with an Undo button when something was changed; NULL for edits
 *   that speak for themselves, such as a field that shows its new value */
void kli_run (GtkWidget *widget, KliOperation *operation, const char *done);
void kli_run_full (GtkWidget *widget, KliOperation *operation, const char *done, KliRunFunc func, gpointer user_data);

/* Tells the person about @error: a toast, or a dialog when nothing more can be saved.
 * @heading: a short sentence saying what was not done, for the dialog ("The Contact Was Not Saved") */
void kli_report_error (GtkWidget *widget, const char *heading, const GError *error);

G_END_DECLS
