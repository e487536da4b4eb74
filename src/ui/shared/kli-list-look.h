/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a kind of list is about: the description in which contacts, contracts and the trash differ. */
#pragma once

#include "core/kli-query.h"
#include "model/kli-list-item.h"
#include "store/kli-store.h"
#include "ui/shared/kli-list-deed.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One order of the list. */
typedef struct
{
  const char *order; /* as the query calls it */
  const char *label; /* a msgid with the context "order of the list" */
} KliListOrder;

typedef enum
{
  KLI_LIST_COLUMN_TEXT,
  KLI_LIST_COLUMN_NAME,  /* with the picture; always shown, and what the row is called by */
  KLI_LIST_COLUMN_STATE, /* of a contract, as a chip */
  KLI_LIST_COLUMN_OWN,   /* what a field of the business says */
} KliListColumnKind;

/* One column of the list as a table. */
typedef struct
{
  const char *id;    /* in the settings */
  const char *title; /* a msgid with the context "column"; of a field, its name */
  KliListColumnKind kind;
  char *(*text) (const KliListRow *row); /* Returns: (transfer full): "" for nothing; of a field NULL */
  const char *order;                     /* (nullable): of the query, when its head is pressed */
  gboolean descends;                     /* that order goes from high to low */
  gboolean hidden;                       /* at first */
  int width;                             /* at first, with text of the usual size; -1: by itself */
  gint64 field;                          /* of the business, 0 for none */
} KliListColumn;

/* Its head. Returns: (transfer none) */
const char *kli_list_column_get_title (const KliListColumn *column);

/* What a kind of list is about. Constant; texts are msgids. */
typedef struct
{
  KliQueryTarget target;
  const KliListOrder *orders;
  guint n_orders;
  const char *order_key;   /* of the window's settings, which remember the order; NULL: not remembered */
  const char *placeholder; /* of the search entry */
  const char *name;        /* of the list, for assistive technology */
  /* "12 contacts", "2 contacts found". Returns: (transfer full) */
  char *(*count) (guint n, gboolean searching);
  GtkWidget *(*row_new) (KliStore *store); /* Returns: (transfer floating): a GtkBox */
  void (*row_show) (GtkWidget *row, const KliListRow *record);
  const KliListDeed *row_deeds;
  guint n_row_deeds;
  const char *empty_icon;
  const char *empty_title;
  const char *empty_description;
  const KliListDeed *empty_deeds;
  guint n_empty_deeds;
  const KliListDeed *many_deeds; /* with what is selected; with none, only one record can be */
  guint n_many_deeds;
  const KliListColumn *columns; /* as a table; with none, it is only a list */
  guint n_columns;
  gboolean has_own_columns; /* and the fields of the business (ui/shared/kli-own-columns.h) */
  const char *columns_key;  /* of the settings: which columns, in which order, how wide */
  const char *table_key;    /* of the settings: whether it is a table */
  /* What a row is called by assistive technology. Returns: (transfer full) */
  char *(*describe) (const KliListRow *row, KliDay today);
} KliListLook;

/* What of @deeds can be done with the record @id as it is at this moment, as a menu. Returns: (transfer full) */
GMenuModel *kli_list_look_create_menu (
    const KliListLook *look, KliStore *store, const KliListDeed *deeds, guint n_deeds, gint64 id);

/* What stands in the place of a list with nothing in it. Returns: (transfer floating) */
GtkWidget *kli_list_look_create_empty (const KliListLook *look);

/* The same where a search found nothing. @clear: (out) (transfer none): its button, still without a label.
 * Returns: (transfer floating) */
GtkWidget *kli_list_look_create_nothing (GtkButton **clear);

G_END_DECLS
