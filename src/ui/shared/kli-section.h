/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part of a pane: a heading, perhaps with a button to add something, over a boxed list of rows. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_SECTION (kli_section_get_type ())
G_DECLARE_FINAL_TYPE (KliSection, kli_section, KLI, SECTION, GtkWidget)

GtkWidget *kli_section_new (const char *title);

/* Another heading. */
void kli_section_set_title (KliSection *section, const char *title);

/* A round button beside the heading that activates @action. @name says what it does: "Add Document". While there are no
 * rows a line that says so, and does it, stands in the place of the heading. */
void kli_section_set_add (KliSection *section, const char *name, const char *action);
/* The same with a menu of what can be added. */
void kli_section_set_add_menu (KliSection *section, const char *name, GMenuModel *menu);

/* Text at the end of the heading line: "2 of 3"; NULL for none. */
void kli_section_set_detail (KliSection *section, const char *detail);

/* Returns: (transfer none) */
GtkListBox *kli_section_get_list (KliSection *section);
void kli_section_append (KliSection *section, GtkWidget *row);
/* Removes every row. */
void kli_section_clear (KliSection *section);

/* A row of plain text: @title over @subtitle, both shown as they are.
 * @prefix, @suffix: (nullable) (transfer floating)
 * @action: (nullable): activated with @target by a click on the row */
GtkWidget *kli_section_row_new (GtkWidget *prefix,
                                const char *title,
                                const char *subtitle,
                                GtkWidget *suffix,
                                const char *action,
                                GVariant *target);

/* A flat round button for the end of a row, at least 34 px. @name: what it does, for everybody. */
GtkWidget *kli_row_button_new (const char *icon_name, const char *name, const char *action, GVariant *target);
/* The same that opens @menu: (nullable). Returns: its GtkMenuButton */
GtkWidget *kli_row_menu_button_new (const char *icon_name, const char *name, GMenuModel *menu);

G_END_DECLS
