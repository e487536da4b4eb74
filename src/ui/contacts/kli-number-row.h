/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row of an official number: grouped while it is not edited, with the reason when it cannot be right; that of a
 * natural person is masked (domain 4). */
#pragma once

#include "core/kli-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A KliFieldRow. @identifier: of kli_identifier_kind. @part_rows: the KliPartRows it will stand in */
GtkWidget *kli_number_row_new (const KliRow *identifier, gpointer part_rows);
/* One to type a new number of @kind into. */
GtkWidget *kli_number_row_new_empty (const char *kind);

void kli_number_row_show (GtkWidget *row, const KliRow *identifier);

G_END_DECLS
