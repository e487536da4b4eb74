/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One field of two cards that may become one: what each of them says, side by side, and a choice where they differ. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Which of the two. */
typedef enum
{
  KLI_SIDE_LEFT,
  KLI_SIDE_RIGHT,
  KLI_N_SIDES,
} KliSide;

#define KLI_TYPE_MERGE_ROW (kli_merge_row_get_type ())
G_DECLARE_FINAL_TYPE (KliMergeRow, kli_merge_row, KLI, MERGE_ROW, GtkListBoxRow)

/* signal chosen (KliMergeRow *row, KliSide side): by a person */

/* @title: of the field; @texts: what the two cards say, "" for nothing
 * @chooses: whether one of the two is chosen. Returns: (transfer floating) */
GtkWidget *kli_merge_row_new (const char *title, const char *const texts[KLI_N_SIDES], gboolean chooses);

/* Of a row that chooses. Emits nothing. */
void kli_merge_row_set_side (KliMergeRow *row, KliSide side);
KliSide kli_merge_row_get_side (KliMergeRow *row);

G_END_DECLS
