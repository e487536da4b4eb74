/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Check marks are made when they are first wanted: two hundred rows are there before the first frame. */
#include "ui/shared/kli-row-checks.h"

struct _KliRowChecks
{
  GObject parent_instance;

  KliIdSelection *selection; /* owned */
  GHashTable *checks;        /* GtkListItem, borrowed -> its GtkCheckButton, borrowed, or NULL before it has one */
};

G_DEFINE_FINAL_TYPE (KliRowChecks, kli_row_checks, G_TYPE_OBJECT)

/* Assistive technology hears from the row whether it is selected. */
static GtkWidget *
create_check (GtkListItem *item)
{
  GtkWidget *check = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "can-target", FALSE, "focusable", FALSE, "valign", GTK_ALIGN_CENTER, NULL);

  gtk_widget_add_css_class (check, "selection-mode");
  g_object_bind_property (item, "selected", check, "active", G_BINDING_SYNC_CREATE);
  gtk_box_prepend (GTK_BOX (gtk_list_item_get_child (item)), check);

  return check;
}

static void
update_all (KliRowChecks *self)
{
  gboolean shown = kli_id_selection_is_selecting (self->selection);
  GHashTableIter iter;
  gpointer item, check;

  g_hash_table_iter_init (&iter, self->checks);
  while (g_hash_table_iter_next (&iter, &item, &check))
    {
      if (check == NULL && shown)
        {
          check = create_check (item);
          g_hash_table_iter_replace (&iter, check);
        }
      if (check != NULL)
        gtk_widget_set_visible (check, shown);
    }
}

void
kli_row_checks_add (KliRowChecks *self, GtkListItem *item)
{
  g_return_if_fail (KLI_IS_ROW_CHECKS (self));
  g_return_if_fail (GTK_IS_LIST_ITEM (item));

  g_hash_table_insert (self->checks, item,
                       kli_id_selection_is_selecting (self->selection) ? create_check (item) : NULL);
}

void
kli_row_checks_remove (KliRowChecks *self, GtkListItem *item)
{
  g_return_if_fail (KLI_IS_ROW_CHECKS (self));

  g_hash_table_remove (self->checks, item);
}

static void
kli_row_checks_finalize (GObject *object)
{
  KliRowChecks *self = KLI_ROW_CHECKS (object);

  g_hash_table_unref (self->checks);
  g_object_unref (self->selection);
  G_OBJECT_CLASS (kli_row_checks_parent_class)->finalize (object);
}

static void
kli_row_checks_class_init (KliRowChecksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kli_row_checks_finalize;
}

static void
kli_row_checks_init (KliRowChecks *self)
{
  self->checks = g_hash_table_new (NULL, NULL);
}

KliRowChecks *
kli_row_checks_new (KliIdSelection *selection)
{
  KliRowChecks *self;

  g_return_val_if_fail (KLI_IS_ID_SELECTION (selection), NULL);

  self = g_object_new (KLI_TYPE_ROW_CHECKS, NULL);
  self->selection = g_object_ref (selection);
  g_signal_connect_object (selection, "notify::selecting", G_CALLBACK (update_all), self, G_CONNECT_SWAPPED);

  return self;
}
