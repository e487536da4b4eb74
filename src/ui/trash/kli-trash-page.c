/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trash. */
#include "ui/trash/kli-trash-page.h"

#include "core/kli-format.h"
#include "model/kli-query-list.h"
#include "operations/kli-trash.h"
#include "ui/bulk/kli-bulk-form.h"
#include "ui/shared/kli-id-selection.h"
#include "ui/shared/kli-lazy-row.h"
#include "ui/shared/kli-list-anchor.h"
#include "ui/shared/kli-list-press.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-page.h"
#include "ui/shared/kli-row-checks.h"
#include "ui/shared/kli-run.h"
#include "ui/shared/kli-selection-bar.h"
#include "ui/shared/kli-sidebar-button.h"
#include "ui/trash/kli-empty-trash.h"
#include "ui/trash/kli-trash-row.h"

#include <glib/gi18n.h>

struct _KliTrashPage
{
  AdwBin parent_instance;

  GtkWidget *header;
  GtkEditable *search;
  GtkWidget *bar; /* how much there is, and Empty Trash… */
  GtkLabel *count;
  GtkStack *stack; /* "list", "empty", "nothing" */
  GtkListView *view;
  GtkWidget *select;
  KliSelectionBar *selection_bar;

  KliQueryList *list;
  KliIdSelection *selection;
  KliRowChecks *checks;
  KliListPress *press;
  KliLazyRows *rows;
};

G_DEFINE_FINAL_TYPE (KliTrashPage, kli_trash_page, ADW_TYPE_BIN)

static gboolean
is_searching (KliTrashPage *self)
{
  return *gtk_editable_get_text (self->search) != '\0';
}

static void
search_changed_cb (KliTrashPage *self)
{
  g_autoptr (KliQuery) query = NULL;

  if (self->list == NULL)
    return;

  query = kli_query_new (KLI_QUERY_TRASH, gtk_editable_get_text (self->search), NULL);
  kli_query_list_set_query (self->list, query);
}

/* Escape takes what was typed away first, then the selection. */
static void
stop_search_cb (KliTrashPage *self)
{
  if (is_searching (self))
    gtk_editable_set_text (self->search, "");
  else
    kli_id_selection_set_selecting (self->selection, FALSE);
}

/* --- many records ------------------------------------------------------------------------------- */

#define RESTORE_MANY "trash.restore-many"

static const KliListDeed many_deeds[] = {
  { NC_ ("menu", "_Restore…"), RESTORE_MANY, FALSE, NULL, "edit-undo-symbolic" },
};

static void
restore_many_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (KliAnswer) records = kli_id_selection_dup_selected (KLI_TRASH_PAGE (widget)->selection);

  if (records != NULL)
    kli_bulk_form_present (widget, KLI_BULK_UNTRASH, records);
}

/* There is nothing to open in the trash: a row that is clicked joins those that are selected, or leaves them. */
static void
clicked_cb (KliTrashPage *self, gint64 id)
{
  if (kli_id_selection_is_selecting (self->selection))
    kli_id_selection_toggle (self->selection, id);
}

static void
follow_selection (KliTrashPage *self)
{
  self->selection = kli_id_selection_new (self->list);
  kli_id_selection_set_many (self->selection, TRUE);
  self->checks = kli_row_checks_new (self->selection);
  kli_selection_bar_set_up (self->selection_bar, GTK_WIDGET (self), self->selection, many_deeds,
                            G_N_ELEMENTS (many_deeds));
  g_object_bind_property (self->selection, "selecting", self->select, "active", G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (self->press, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
}

/* What is emptied is the whole trash: while only a part is shown it cannot be done. */
static void
update_bar (KliTrashPage *self, guint n)
{
  g_autofree char *number = kli_format_number (n, kli_locale_get_language ());
  g_autofree char *text = g_strdup_printf (ngettext ("%s record", "%s records", n), number);

  gtk_label_set_text (self->count, text);
  gtk_widget_set_visible (self->bar, n > 0 && !is_searching (self));
}

static void
update_state (KliTrashPage *self)
{
  guint n = kli_query_list_get_n_items (self->list);
  const char *state = is_searching (self) ? "nothing" : "empty";

  if (n > 0 || !kli_query_list_is_answered (self->list))
    state = "list";
  gtk_stack_set_visible_child_name (self->stack, state);
  update_bar (self, n);
}

static void
empty_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kli_empty_trash (widget);
}

static void
restore_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 id = g_variant_get_int64 (parameter);

  kli_run (widget, kli_untrash (NULL, &id, 1), _ ("Restored from the trash"));
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (KLI_TRASH_PAGE (widget)->search));
}

static void
next_pane_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.focus-sidebar", NULL);
}

/* --- the rows ----------------------------------------------------------------------------------- */

static GtkWidget *
create_content (GtkListItem *item, gpointer user_data)
{
  GtkWidget *row = kli_trash_row_new ();

  kli_row_checks_add (KLI_TRASH_PAGE (user_data)->checks, item, GTK_BOX (row));

  return row;
}

static void
show_content (GtkWidget *row, const KliListRow *record, gpointer user_data)
{
  kli_trash_row_show (KLI_TRASH_ROW (row), record);
}

static char *
describe (const KliListRow *record, gpointer user_data)
{
  return kli_trash_row_describe (record);
}

static const KliRowContent row_content = { create_content, show_content, describe, 1 };

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, KliTrashPage *self)
{
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, kli_lazy_row_new (self->rows, item, &row_content, self));
}

static void
teardown_cb (GtkSignalListItemFactory *factory, GtkListItem *item, KliTrashPage *self)
{
  if (self->checks != NULL)
    kli_row_checks_remove (self->checks, item);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  kli_lazy_row_set_item (KLI_LAZY_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  kli_lazy_row_set_item (KLI_LAZY_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
kli_trash_page_dispose (GObject *object)
{
  KliTrashPage *self = KLI_TRASH_PAGE (object);

  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  g_clear_object (&self->press);
  g_clear_object (&self->rows);
  g_clear_object (&self->checks);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (kli_trash_page_parent_class)->dispose (object);
}

static void
kli_trash_page_class_init (KliTrashPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kli_trash_page_dispose;

  g_type_ensure (KLI_TYPE_SIDEBAR_BUTTON);
  g_type_ensure (KLI_TYPE_SELECTION_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/klientela/Klientela/ui/kli-trash-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KliTrashPage, header);
  gtk_widget_class_bind_template_child (widget_class, KliTrashPage, search);
  gtk_widget_class_bind_template_child (widget_class, KliTrashPage, bar);
  gtk_widget_class_bind_template_child (widget_class, KliTrashPage, count);
  gtk_widget_class_bind_template_child (widget_class, KliTrashPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KliTrashPage, view);
  gtk_widget_class_bind_template_child (widget_class, KliTrashPage, select);
  gtk_widget_class_bind_template_child (widget_class, KliTrashPage, selection_bar);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_install_action (widget_class, "trash.restore", "x", restore_action);
  gtk_widget_class_install_action (widget_class, "trash.empty", NULL, empty_action);
  gtk_widget_class_install_action (widget_class, RESTORE_MANY, NULL, restore_many_action);
  gtk_widget_class_install_action (widget_class, KLI_PAGE_SEARCH, NULL, search_action);
  gtk_widget_class_install_action (widget_class, KLI_PAGE_NEXT_PANE, NULL, next_pane_action);
}

static void
kli_trash_page_init (KliTrashPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  kli_frame_follow_header (ADW_HEADER_BAR (self->header));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "teardown", G_CALLBACK (teardown_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->view, factory);
}

GtkWidget *
kli_trash_page_new (KliStore *store)
{
  KliTrashPage *self;

  g_return_val_if_fail (KLI_IS_STORE (store), NULL);

  self = g_object_new (KLI_TYPE_TRASH_PAGE, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "trash.empty", !kli_store_is_read_only (store));
  self->list = kli_query_list_new_for_store (store);
  self->rows = kli_lazy_rows_new ();
  self->press = kli_list_press_new (GTK_WIDGET (self->view), self->list);
  g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  kli_list_anchor_follow (GTK_WIDGET (self->view), self->list);
  follow_selection (self);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  search_changed_cb (self);

  return GTK_WIDGET (self);
}
