/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of contacts that may be there twice. */
#include "ui/duplicates/kli-duplicates-page.h"

#include "core/kli-format.h"
#include "model/kli-pair-list.h"
#include "operations/kli-merge.h"
#include "ui/duplicates/kli-merge-view.h"
#include "ui/duplicates/kli-pair-row.h"
#include "ui/shared/kli-detail-pane.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-page.h"
#include "ui/shared/kli-run.h"
#include "ui/shared/kli-sidebar-button.h"

#include <glib/gi18n.h>

struct _KliDuplicatesPage
{
  AdwBin parent_instance;

  GtkStack *stack; /* "status", "pairs" */
  GtkWidget *header;
  AdwStatusPage *status;
  GtkProgressBar *progress;
  GtkWidget *cancel;
  GtkButton *search;
  AdwLeaflet *leaflet;
  GtkWidget *list_pane;
  AdwHeaderBar *list_header;
  GtkLabel *count;
  GtkListView *view;
  GtkWidget *detail_pane;
  AdwHeaderBar *detail_header;
  GtkWidget *back;
  AdwBin *place;

  KliMergeView *merge; /* child of place */
  KliPairList *list;   /* owned */
  GtkSingleSelection *selection;
  gboolean in_detail; /* while folded: the pair is shown, not the list */
  gboolean running;   /* what was pressed is being done */
};

G_DEFINE_FINAL_TYPE (KliDuplicatesPage, kli_duplicates_page, ADW_TYPE_BIN)

/* --- one pane or two ---------------------------------------------------------------------------------- */

static void
folded_cb (KliDuplicatesPage *self)
{
  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child (self->leaflet, self->in_detail ? self->detail_pane : self->list_pane);
}

/* By a swipe, too. */
static void
visible_child_cb (KliDuplicatesPage *self)
{
  if (adw_leaflet_get_folded (self->leaflet))
    self->in_detail = adw_leaflet_get_visible_child (self->leaflet) == self->detail_pane;
}

static void
set_in_detail (KliDuplicatesPage *self, gboolean in_detail)
{
  self->in_detail = in_detail;
  folded_cb (self);
}

static void
activate_cb (KliDuplicatesPage *self)
{
  set_in_detail (self, TRUE);
}

/* --- what there is ------------------------------------------------------------------------------------ */

static guint
count_pairs (KliDuplicatesPage *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->list));
}

/* What stands in the place of pairs, and how it goes on. */
static void
show_status (KliDuplicatesPage *self)
{
  KliPairListState state = kli_pair_list_get_state (self->list);
  const char *title = _ ("Find Duplicates");
  const char *description = _ ("Everybody is compared by phone number, email, official numbers and name. Nothing is "
                               "changed before you say so.");

  if (state == KLI_PAIR_LIST_SEARCHING)
    title = _ ("Looking for Duplicates…");
  else if (state == KLI_PAIR_LIST_STOPPED)
    title = _ ("The Search Was Stopped");
  else if (state == KLI_PAIR_LIST_FAILED)
    title = _ ("The Search Failed");
  else if (state == KLI_PAIR_LIST_FOUND)
    {
      title = _ ("No Duplicates");
      description = _ ("Nobody seems to be there twice, or you have looked at every pair.");
    }
  adw_status_page_set_title (self->status, title);
  adw_status_page_set_description (self->status, description);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), state == KLI_PAIR_LIST_SEARCHING);
  gtk_widget_set_visible (self->cancel, state == KLI_PAIR_LIST_SEARCHING);
  gtk_widget_set_visible (GTK_WIDGET (self->search), state != KLI_PAIR_LIST_SEARCHING);
  gtk_button_set_label (self->search,
                        state == KLI_PAIR_LIST_NEW ? C_ ("button", "_Find Duplicates") : C_ ("button", "_Look Again"));
}

static void
update (KliDuplicatesPage *self)
{
  guint n = count_pairs (self);
  g_autofree char *number = kli_format_number (n, kli_locale_get_language ());
  g_autofree char *text = g_strdup_printf (ngettext ("%s pair", "%s pairs", n), number);

  gtk_label_set_text (self->count, text);
  show_status (self);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "pairs" : "status");
  if (n == 0)
    set_in_detail (self, FALSE);
}

static void
fraction_cb (KliDuplicatesPage *self)
{
  gtk_progress_bar_set_fraction (self->progress, kli_pair_list_get_fraction (self->list));
}

static void
failed_cb (KliDuplicatesPage *self, const GError *error)
{
  kli_report_error (GTK_WIDGET (self), _ ("The Search Failed"), error);
}

static void
show_chosen (KliDuplicatesPage *self)
{
  KliPair *pair = gtk_single_selection_get_selected_item (self->selection);
  const KliDuplicatePair *shown = pair != NULL ? kli_pair_get (pair) : NULL;
  g_autofree char *reasons = shown != NULL ? kli_merge_reasons_text (shown->reasons) : NULL;

  kli_merge_view_show (self->merge, shown != NULL ? shown->first : 0, shown != NULL ? shown->second : 0, reasons);
}

/* --- what is done ------------------------------------------------------------------------------------- */

static void
search_cb (KliDuplicatesPage *self)
{
  kli_pair_list_search (self->list);
}

static void
cancel_cb (KliDuplicatesPage *self)
{
  kli_pair_list_cancel (self->list);
}

static gboolean
ran_cb (GtkWidget *widget, gint64 edit, gint64 subject, const GError *error, gpointer user_data)
{
  KLI_DUPLICATES_PAGE (widget)->running = FALSE;

  return FALSE;
}

/* @operation: (transfer full) (nullable) */
static void
run (KliDuplicatesPage *self, KliOperation *operation, const char *done)
{
  if (operation == NULL)
    return;
  self->running = TRUE;
  kli_run_full (GTK_WIDGET (self), operation, done, ran_cb, NULL);
}

static void
merge_cb (KliDuplicatesPage *self)
{
  if (!self->running)
    run (self, kli_merge_view_create_merge (self->merge), _ ("Merged into one contact"));
}

static void
distinguish_cb (KliDuplicatesPage *self)
{
  KliPair *pair = gtk_single_selection_get_selected_item (self->selection);

  if (!self->running && pair != NULL)
    run (self, kli_distinguish_contacts (kli_pair_get (pair)->first, kli_pair_get (pair)->second),
         _ ("Remembered: they are not the same"));
}

void
kli_duplicates_page_begin (KliDuplicatesPage *page)
{
  g_return_if_fail (KLI_IS_DUPLICATES_PAGE (page));

  if (count_pairs (page) == 0)
    kli_pair_list_search (page->list);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_in_detail (KLI_DUPLICATES_PAGE (widget), FALSE);
}

static gboolean
has_focus_in (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* F6: from the pairs to the one that is looked at, and from there to the sidebar. */
static void
next_pane_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliDuplicatesPage *self = KLI_DUPLICATES_PAGE (widget);

  if (count_pairs (self) > 0 && !adw_leaflet_get_folded (self->leaflet) && !has_focus_in (self->detail_pane))
    gtk_widget_child_focus (self->detail_pane, GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_activate_action (widget, "win.focus-sidebar", NULL);
}

/* --- rows --------------------------------------------------------------------------------------------- */

/* The press chose the row; where only one pane fits it opens, too. */
static void
released_cb (KliDuplicatesPage *self)
{
  set_in_detail (self, TRUE);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, KliDuplicatesPage *self)
{
  GtkWidget *row = kli_pair_row_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  kli_pair_row_set_pair (KLI_PAIR_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  kli_pair_row_set_pair (KLI_PAIR_ROW (gtk_list_item_get_child (item)), NULL);
}

/* --- the object --------------------------------------------------------------------------------------- */

static void
kli_duplicates_page_dispose (GObject *object)
{
  KliDuplicatesPage *self = KLI_DUPLICATES_PAGE (object);

  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  if (self->list != NULL)
    kli_pair_list_cancel (self->list);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (kli_duplicates_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KliDuplicatesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KliDuplicatesPage, header);
  gtk_widget_class_bind_template_child (widget_class, KliDuplicatesPage, status);
  gtk_widget_class_bind_template_child (widget_class, KliDuplicatesPage, progress);
  gtk_widget_class_bind_template_child (widget_class, KliDuplicatesPage, cancel);
  gtk_widget_class_bind_template_child (widget_class, KliDuplicatesPage, search);
  gtk_widget_class_bind_template_child (widget_class, KliDuplicatesPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, KliDuplicatesPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, KliDuplicatesPage, list_header);
  gtk_widget_class_bind_template_child (widget_class, KliDuplicatesPage, count);
  gtk_widget_class_bind_template_child (widget_class, KliDuplicatesPage, view);
  gtk_widget_class_bind_template_child (widget_class, KliDuplicatesPage, detail_pane);
  gtk_widget_class_bind_template_child (widget_class, KliDuplicatesPage, detail_header);
  gtk_widget_class_bind_template_child (widget_class, KliDuplicatesPage, back);
  gtk_widget_class_bind_template_child (widget_class, KliDuplicatesPage, place);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, visible_child_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, merge_cb);
  gtk_widget_class_bind_template_callback (widget_class, distinguish_cb);
}

static void
kli_duplicates_page_class_init (KliDuplicatesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kli_duplicates_page_dispose;

  g_type_ensure (KLI_TYPE_SIDEBAR_BUTTON);
  g_type_ensure (KLI_TYPE_DETAIL_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/klientela/Klientela/ui/kli-duplicates-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, KLI_PAGE_BACK, NULL, back_action);
  gtk_widget_class_install_action (widget_class, KLI_PAGE_NEXT_PANE, NULL, next_pane_action);
}

static void
kli_duplicates_page_init (KliDuplicatesPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  kli_frame_follow_header (ADW_HEADER_BAR (self->header));
  kli_frame_follow (self->leaflet, self->list_header, self->detail_header, self->back);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->view, factory);
}

GtkWidget *
kli_duplicates_page_new (KliStore *store)
{
  KliDuplicatesPage *self;

  g_return_val_if_fail (KLI_IS_STORE (store), NULL);

  self = g_object_new (KLI_TYPE_DUPLICATES_PAGE, NULL);
  self->merge = KLI_MERGE_VIEW (kli_merge_view_new (store, TRUE));
  adw_bin_set_child (self->place, GTK_WIDGET (self->merge));
  self->list = kli_pair_list_new (store);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (show_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::state", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::fraction", G_CALLBACK (fraction_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
