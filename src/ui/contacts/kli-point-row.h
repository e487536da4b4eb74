/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row of a contact point: edited in place, called, written to or opened with a click, with what speaks against it
 * while it is typed. */
#pragma once

#include "core/kli-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A KliFieldRow. @point: of kli_contact_point_kind. @part_rows: the KliPartRows it will stand in */
GtkWidget *kli_point_row_new (const KliRow *point, gpointer part_rows);
/* One to type a new point into. @label: "" for none. @home: (nullable): the country of the business */
GtkWidget *kli_point_row_new_empty (const char *kind, const char *label, const char *home);

/* @contact: whose it is. @home: (nullable): the country of the business */
void kli_point_row_show (GtkWidget *row, const KliRow *point, const KliRow *contact, const char *home);

G_END_DECLS
