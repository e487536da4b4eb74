/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row of a list, or a cell of a table, shows is made and filled in when it is given a place on the screen. */
#pragma once

#include "model/kli-list-item.h"
#include "ui/shared/kli-lazy-rows.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_LAZY_ROW (kli_lazy_row_get_type ())
G_DECLARE_FINAL_TYPE (KliLazyRow, kli_lazy_row, KLI, LAZY_ROW, AdwBin)

/* What it shows. Static. */
typedef struct
{
  /* Returns: (transfer floating) */
  GtkWidget *(*create) (GtkListItem *item, gpointer user_data);
  void (*show) (GtkWidget *content, const KliListRow *row, gpointer user_data);
  /* What it is called by assistive technology; by and by out of sight as well. Returns: (transfer full). (nullable) */
  char *(*describe) (const KliListRow *row, gpointer user_data);
  /* So many of the view's own widgets around it have that name: in GTK 4.8 the focus lands there, and they are
   * nameless.
   */
  guint n_around;
} KliRowContent;

/* By the factory, for the child of @item. @user_data: borrowed; lives as long as the view. Returns: (transfer floating)
 */
GtkWidget *kli_lazy_row_new (KliLazyRows *rows, GtkListItem *item, const KliRowContent *content, gpointer user_data);

/* When it is bound: shows @item from now on and follows it when it is relabelled. NULL when it is unbound. */
void kli_lazy_row_set_item (KliLazyRow *self, KliListItem *item);

/* By its rows: shows its item, if it is on the screen still, or only has itself called by it. */
void kli_lazy_row_come (KliLazyRow *self);
void kli_lazy_row_name (KliLazyRow *self);

G_END_DECLS
