/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rows of those whom a contact is connected with have in common: they stay, and those that ended. */
#pragma once

#include "ui/shared/kli-section.h"

G_BEGIN_DECLS

/* A card is read anew for many reasons: the rows stay, and with them a menu that is open, unless they are to show
 * something else. @shown: (transfer full): all that they are to show. Returns: whether they show it already */
gboolean kli_connection_rows_stay (KliSection *section, char *shown);

/* Appends @rows, (element-type GtkWidget) (transfer none), folded together under @title. Unfolded they stay so while
 * the rows are made anew. */
void kli_connection_rows_append_past (KliSection *section, const char *title, const GPtrArray *rows);

G_END_DECLS
