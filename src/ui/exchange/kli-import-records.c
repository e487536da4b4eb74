/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records of an import:  KliImportPreview -> KliImportList -> GtkListView of KliImportRow. */
#include "ui/exchange/kli-import-records.h"

#include "core/kli-format.h"
#include "ui/exchange/kli-import-row.h"
#include "ui/exchange/kli-import-words.h"
#include "ui/shared/kli-locale.h"

#include <glib/gi18n.h>

struct _KliImportRecords
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkWidget *all;
  GtkStack *stack; /* "list", "empty" */
  GtkScrolledWindow *scroller;
  GtkListView *view;

  KliImportPreview *preview;
  KliImportList *list;
};

G_DEFINE_FINAL_TYPE (KliImportRecords, kli_import_records, ADW_TYPE_BIN)

static void
update (KliImportRecords *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  int result = kli_import_list_get_result (self->list);
  g_autofree char *number = kli_format_number (n, kli_locale_get_language ());
  g_autofree char *title = NULL;

  if (result == KLI_IMPORT_ALL)
    title = g_strdup_printf (C_ ("import records", "All: %s"), number);
  else
    /* Translators: heading over the records with one result: "Doubtful: 3". */
    title = g_strdup_printf (C_ ("import records", "%1$s: %2$s"), kli_import_result_group ((KliImportResult)result),
                             number);
  gtk_label_set_text (self->title, title);
  gtk_widget_set_visible (self->all, result == KLI_IMPORT_DOUBTFUL && n > 1);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
}

static void
decide_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliImportRecords *self = KLI_IMPORT_RECORDS (widget);

  kli_import_preview_decide_all (self->preview, (KliImportDecision)g_variant_get_int32 (parameter));
}

/* --- rows ------------------------------------------------------------------------------------------- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, kli_import_row_new ());
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  kli_import_row_set_item (KLI_IMPORT_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  kli_import_row_set_item (KLI_IMPORT_ROW (gtk_list_item_get_child (item)), NULL);
}

static GtkListItemFactory *
create_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);

  return factory;
}

/* --- life ------------------------------------------------------------------------------------------- */

static void
kli_import_records_dispose (GObject *object)
{
  KliImportRecords *self = KLI_IMPORT_RECORDS (object);

  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  g_clear_object (&self->list);
  g_clear_object (&self->preview);
  gtk_widget_dispose_template (GTK_WIDGET (self), KLI_TYPE_IMPORT_RECORDS);
  G_OBJECT_CLASS (kli_import_records_parent_class)->dispose (object);
}

static void
kli_import_records_class_init (KliImportRecordsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kli_import_records_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/klientela/Klientela/ui/kli-import-records.ui");
  gtk_widget_class_bind_template_child (widget_class, KliImportRecords, title);
  gtk_widget_class_bind_template_child (widget_class, KliImportRecords, all);
  gtk_widget_class_bind_template_child (widget_class, KliImportRecords, stack);
  gtk_widget_class_bind_template_child (widget_class, KliImportRecords, scroller);
  gtk_widget_class_bind_template_child (widget_class, KliImportRecords, view);
  gtk_widget_class_install_action (widget_class, "records.decide-all", "i", decide_all);
}

static void
kli_import_records_init (KliImportRecords *self)
{
  g_autoptr (GtkListItemFactory) factory = create_factory ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_factory (self->view, factory);
}

void
kli_import_records_set_preview (KliImportRecords *self, KliImportPreview *preview)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  g_return_if_fail (KLI_IS_IMPORT_RECORDS (self));
  g_return_if_fail (KLI_IS_IMPORT_PREVIEW (preview));
  g_return_if_fail (self->preview == NULL);

  self->preview = g_object_ref (preview);
  self->list = kli_import_list_new (preview);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

void
kli_import_records_show (KliImportRecords *self, int result)
{
  g_return_if_fail (KLI_IS_IMPORT_RECORDS (self));

  kli_import_list_set_result (self->list, result);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  update (self);
}
