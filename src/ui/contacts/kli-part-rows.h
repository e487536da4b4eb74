/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a section that show the parts of a record: each belongs to a part by its id, so that a row that is being
 * typed in stays when the record is read anew; and the row of a part that is not stored yet. */
#pragma once

#include "core/kli-row.h"
#include "ui/shared/kli-section.h"

G_BEGIN_DECLS

#define KLI_TYPE_PART_ROWS (kli_part_rows_get_type ())
G_DECLARE_FINAL_TYPE (KliPartRows, kli_part_rows, KLI, PART_ROWS, GObject)

/* @section: outlives the rows. Returns: (transfer full) */
KliPartRows *kli_part_rows_new (KliSection *section);

/* From now on the parts of the contact @owner are shown, in the order in which they are taken. */
void kli_part_rows_begin (KliPartRows *rows, gint64 owner);
/* The row of @part: the one it has, or one made by @make.
 * Returns: (transfer none) (nullable): NULL for one beyond the limit */
GtkWidget *kli_part_rows_take (KliPartRows *rows,
                               const KliRow *part,
                               GtkWidget *(*make) (const KliRow *part, gpointer user_data),
                               gpointer user_data);
/* Removes the rows of parts that were not taken, says how many parts have none, and hides a list without any. */
void kli_part_rows_end (KliPartRows *rows);

/* Shows so many parts of a kind at first, those that came since something was added here besides, and a row that
 * activates card.more-parts when there are more. Without a limit all are shown. */
void kli_part_rows_set_limit (KliPartRows *rows, guint limit);
/* Shows so many more of each kind of this owner when its parts are taken the next time. */
void kli_part_rows_raise_limit (KliPartRows *rows, guint n);

/* The first row that was made since the parts began to be taken. Returns: (transfer none) (nullable) */
GtkWidget *kli_part_rows_get_first_made (KliPartRows *rows);
gint64 kli_part_rows_get_owner (KliPartRows *rows);

/* Opens @row, a KliFieldRow, for typing; what is typed is added with the word @word (kli-assignments.h), and with
 * @label behind a bar. Left empty, it goes again. @label: (nullable): for words that take none */
void kli_part_rows_add (KliPartRows *rows, GtkWidget *row, const char *word, const char *label);

G_END_DECLS
