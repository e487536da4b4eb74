/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the source files of the window share: kli-window.c (frame, pages, closing), -store.c (the store under
 * it), -undo.c (taking back), -history.c (ways into the history), -exchange.c (address books), -menu.c (the main menu)
 * and -actions.c (what menus and keys ask for). */
#pragma once

#include "app/kli-frame.h"
#include "app/kli-sidebar.h"
#include "app/kli-window.h"
#include "ui/bulk/kli-long-notice.h"
#include "ui/contacts/kli-contacts-page.h"
#include "ui/contracts/kli-contracts-page.h"
#include "ui/shared/kli-notice.h"
#include "ui/trash/kli-trash-page.h"

G_BEGIN_DECLS

struct _KliWindow
{
  AdwApplicationWindow parent_instance;

  /* template */
  AdwToastOverlay *toasts;
  GtkStack *states; /* "start": nothing is open; "open" */
  AdwBin *start;
  KliFrame *frame;
  AdwFlap *flap;
  KliSidebar *sidebar;
  GtkStack *pages; /* "contacts", "contracts", "history", "changes", "trash", "duplicates" */
  KliNotice *notice;
  KliLongNotice *progress;

  /* owned */
  GSettings *settings;
  AdwToast *toast;           /* the newest, NULL when it has gone */
  char *own_path;            /* of one's own data: what the window was started for */
  char *changes_from;        /* the page to which the one of changes leads back */
  char *path;                /* of what is open, or could not be opened */
  KliStore *store;           /* NULL while nothing is open */
  GCancellable *cancellable; /* of what this store was asked in the background */
  GPtrArray *waiting;        /* GFile: to be imported once a store is open */

  /* borrowed: children of the stack while a store is open */
  KliContactsPage *contacts;
  KliContractsPage *contracts; /* NULL before it was first looked at, too: kli_window_get_contracts() */

  KliDay today;
  gboolean counting;
  gboolean count_again;
  guint held;       /* edits on their way to the disk */
  GQueue undos;     /* asked for meanwhile: they take back what is on its way */
  gboolean closing; /* once they are acknowledged */
  gint64 segment;   /* that is open, 0 for none */
  gboolean opening_segment;
  gboolean peeking; /* the sidebar was shown for its menu only */
};

/* kli-window.c */
void kli_window_show_page (KliWindow *self, const char *name);
void kli_window_add_pages (KliWindow *self);
void kli_window_remove_pages (KliWindow *self);
/* Returns: (transfer none) (nullable): the page called @name, made now if need be; NULL while nothing is open. */
GtkWidget *kli_window_get_page (KliWindow *self, const char *name);
/* Returns: (transfer none) (nullable): the page, made now if need be; NULL while nothing is open. */
KliContractsPage *kli_window_get_contracts (KliWindow *self);

/* kli-window-actions.c */
void kli_window_class_install_actions (GtkWidgetClass *widget_class);

/* kli-window-undo.c: "win.undo", "win.redo" and "win.undo-entry" (x) */
void kli_window_undo_action (GtkWidget *widget, const char *name, GVariant *parameter);
void kli_window_add_undo_keys (KliWindow *self);
/* Begins the next undo that waits, once no edit is on its way. */
void kli_window_continue_undos (KliWindow *self);
/* Forgets those that wait: what they were to take back was not done, somebody is asked first, or the store goes. */
void kli_window_forget_undos (KliWindow *self);

/* kli-window-history.c: "win.show-entry" (x), "win.show-changes" (x), "win.leave-changes" */
void kli_window_class_install_history_actions (GtkWidgetClass *widget_class);

/* kli-window-duplicates.c: "win.find-duplicates", "win.take-apart" (x) */
void kli_window_class_install_duplicate_actions (GtkWidgetClass *widget_class);

/* kli-window-store.c */
void kli_window_class_install_store_actions (GtkWidgetClass *widget_class);
void kli_window_close_store (KliWindow *self);
/* @country: whose sample, "" for the one that suits the language. */
void kli_window_open_sample (KliWindow *self, const char *country);

/* kli-window-unfinished.c: what was left half done by an earlier run of the program */
void kli_window_offer_unfinished (KliWindow *self);

/* kli-window-counts.c: asks anew for the numbers in the sidebar */
void kli_window_count (KliWindow *self);
/* The same once the window was painted: counting a million takes the processor from its first sight. */
void kli_window_count_when_painted (KliWindow *self);

/* kli-window-segments.c */
void kli_window_class_install_segment_actions (GtkWidgetClass *widget_class);
/* Once the page of contacts is there. */
void kli_window_follow_filter (KliWindow *self);

/* kli-window-exchange.c */
void kli_window_class_install_exchange_actions (GtkWidgetClass *widget_class);
/* Takes files that are dropped on the window. */
void kli_window_accept_drops (KliWindow *self);
/* Shows the preview of what waits to be imported, when a store is open. */
void kli_window_import_waiting (KliWindow *self);

/* kli-window-menu.c: "win.main-menu" */
void kli_window_main_menu_action (GtkWidget *widget, const char *name, GVariant *parameter);
void kli_window_follow_main_menu (KliWindow *self);

/* kli-window-files.c */
void kli_window_class_install_file_actions (GtkWidgetClass *widget_class);

G_END_DECLS
