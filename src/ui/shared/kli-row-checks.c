/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Check marks are made when they are first wanted: there may be two hundred rows. Those on the screen come first then,
 * the others by and by. */
#include "ui/shared/kli-row-checks.h"

/* So many that are not on the screen are made between two looks at what else there is to do. */
#define AT_ONCE 16

typedef struct
{
  GtkListItem *item; /* borrowed */
  GtkBox *box;       /* borrowed: in the item */
  GtkWidget *check;  /* borrowed: in the box; NULL before it has one */
} Row;

struct _KliRowChecks
{
  GObject parent_instance;

  KliIdSelection *selection; /* owned */
  guint idle;                /* makes what is still wanted */
  GHashTable *rows;          /* GtkListItem, borrowed -> Row */
};

G_DEFINE_FINAL_TYPE (KliRowChecks, kli_row_checks, G_TYPE_OBJECT)

/* Assistive technology hears from the row whether it is selected. */
static void
make_check (Row *row)
{
  row->check = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "can-target",
                             FALSE, "focusable", FALSE, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_add_css_class (row->check, "selection-mode");
  g_object_bind_property (row->item, "selected", row->check, "active", G_BINDING_SYNC_CREATE);
  gtk_box_prepend (row->box, row->check);
}

/* Makes those @on_the_screen, or else at most AT_ONCE others. Returns: whether some are still missing. */
static gboolean
make_checks (KliRowChecks *self, gboolean on_the_screen)
{
  GHashTableIter iter;
  gpointer value;
  guint n_missing = 0, n_made = 0;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Row *row = value;

      if (row->check == NULL && (on_the_screen ? gtk_widget_get_mapped (GTK_WIDGET (row->box)) : n_made++ < AT_ONCE))
        make_check (row);
      else
        n_missing += row->check == NULL;
    }

  return n_missing > 0;
}

static gboolean
idle_cb (gpointer user_data)
{
  KliRowChecks *self = user_data;

  if (kli_id_selection_is_selecting (self->selection) && make_checks (self, FALSE))
    return G_SOURCE_CONTINUE;

  self->idle = 0;

  return G_SOURCE_REMOVE;
}

static void
update_all (KliRowChecks *self)
{
  gboolean shown = kli_id_selection_is_selecting (self->selection);
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (((Row *)row)->check != NULL)
      gtk_widget_set_visible (((Row *)row)->check, shown);
  if (shown && make_checks (self, TRUE) && self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
}

void
kli_row_checks_add (KliRowChecks *self, GtkListItem *item, GtkBox *box)
{
  Row *row;

  g_return_if_fail (KLI_IS_ROW_CHECKS (self));
  g_return_if_fail (GTK_IS_LIST_ITEM (item));
  g_return_if_fail (GTK_IS_BOX (box));

  row = g_new0 (Row, 1);
  row->item = item;
  row->box = box;
  if (kli_id_selection_is_selecting (self->selection))
    make_check (row);
  g_hash_table_insert (self->rows, item, row);
}

void
kli_row_checks_remove (KliRowChecks *self, GtkListItem *item)
{
  g_return_if_fail (KLI_IS_ROW_CHECKS (self));

  g_hash_table_remove (self->rows, item);
}

static void
kli_row_checks_finalize (GObject *object)
{
  KliRowChecks *self = KLI_ROW_CHECKS (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_hash_table_unref (self->rows);
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
  self->rows = g_hash_table_new_full (NULL, NULL, NULL, g_free);
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
