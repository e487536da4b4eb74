/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page with a list and, beside it or over it, the record that is chosen: the frame of the pages of contacts and
 * contracts. It answers page.search, page.back and page.next-pane of ui/shared/kli-page.h. */
#pragma once

#include "ui/shared/kli-record-list.h"

G_BEGIN_DECLS

#define KLI_TYPE_LIST_DETAIL (kli_list_detail_get_type ())
G_DECLARE_DERIVABLE_TYPE (KliListDetail, kli_list_detail, KLI, LIST_DETAIL, AdwBin)

struct _KliListDetailClass
{
  AdwBinClass parent_class;

  /* Another record was chosen; 0 for none. */
  void (*chosen) (KliListDetail *self, gint64 id);
  /* A record was opened by a person, and is in view now. May be NULL. */
  void (*opened) (KliListDetail *self, gint64 id);

  gpointer padding[4];
};

/* What a page is about. Constant; texts are msgids. */
typedef struct
{
  const char *title;        /* with the context "page" */
  const char *add;          /* tooltip of the button for a new record, with the context "tooltip" */
  const char *menu;         /* tooltip of the menu of the record, with the context "tooltip" */
  const KliListDeed *deeds; /* of that menu */
  guint n_deeds;
} KliPageLook;

/* Once, before the page is shown. @detail: (transfer floating): what shows a record */
void kli_list_detail_set_up (
    KliListDetail *self, const KliPageLook *look, const KliListLook *list_look, KliStore *store, GtkWidget *detail);

/* What the page is called instead of its own title; NULL for that. */
void kli_list_detail_set_title (KliListDetail *self, const char *title);

KliRecordList *kli_list_detail_get_list (KliListDetail *self);
KliStore *kli_list_detail_get_store (KliListDetail *self);

/* Chooses the record @id and brings it into view, even when the page is folded. */
void kli_list_detail_show (KliListDetail *self, gint64 id);

/* Whether a record is shown: its menu and page.print make sense. */
void kli_list_detail_set_filled (KliListDetail *self, gboolean filled);

G_END_DECLS
