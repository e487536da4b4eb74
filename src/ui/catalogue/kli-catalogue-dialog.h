/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small lists of a business, to be looked after: its staff, its tags. */
#pragma once

#include "core/kli-kind.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Presents a window with everybody, or everything, of @kind: kli_staff_member_kind or kli_tag_kind. Each is renamed,
 * merged with another (tags), handed over (staff) and removed, as one edit with an undo.
 * @widget: stands in the window of the store */
void kli_catalogue_present (GtkWidget *widget, const KliKind *kind);

G_END_DECLS
