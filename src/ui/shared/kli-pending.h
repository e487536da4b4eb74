/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of one window that are not clean: so that leaving a page, and closing, loses nothing. */
#pragma once

#include "model/kli-field.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_PENDING (kli_pending_get_type ())
G_DECLARE_FINAL_TYPE (KliPending, kli_pending, KLI, PENDING, GObject)

/* The one of the window @widget is in, made when it is first asked for.
 * Returns: (transfer none) (nullable): NULL when it is in no window. */
KliPending *kli_pending_of (GtkWidget *widget);

/* @leave saves @field as if the person had left it. Keeps no reference to @editor: it must call
 * kli_pending_remove before it goes. Adding twice is adding once. */
void kli_pending_add (KliPending *pending, GtkWidget *editor, KliField *field, void (*leave) (GtkWidget *editor));
void kli_pending_remove (KliPending *pending, GtkWidget *editor);

/* Saves every dirty field. */
void kli_pending_leave_all (KliPending *pending);

/* Whether nothing is dirty or on its way. The signal "idle" says when that comes true. */
gboolean kli_pending_is_idle (KliPending *pending);
/* The editor of a field whose value was refused, or NULL. */
GtkWidget *kli_pending_get_refused (KliPending *pending);

G_END_DECLS
