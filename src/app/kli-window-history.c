/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways into the history: an entry that a toast tells of, and the changes of one record and back. */
#include "app/kli-window-private.h"

#include "store/kli-answer.h"
#include "ui/history/kli-history-page.h"

static void
show_entry (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliWindow *self = KLI_WINDOW (widget);

  if (self->store == NULL)
    return;

  kli_window_show_page (self, "history");
  kli_history_page_show_entry (KLI_HISTORY_PAGE (kli_window_get_page (self, "history")),
                               g_variant_get_int64 (parameter));
}

/* How the record @id is called. Returns: (transfer full) */
static char *
read_name (KliStore *store, gint64 id)
{
  const KliQueryTarget targets[] = { KLI_QUERY_CONTACTS, KLI_QUERY_CONTRACTS };

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autoptr (GPtrArray) rows = kli_store_read_page (store, targets[i], &id, 1, NULL);
      const KliListRow *row = rows != NULL && rows->len > 0 ? g_ptr_array_index (rows, 0) : NULL;

      if (row != NULL)
        return g_strdup (row->name);
    }

  return g_strdup ("");
}

static void
show_changes (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliWindow *self = KLI_WINDOW (widget);
  gint64 id = g_variant_get_int64 (parameter);
  g_autofree char *record = NULL;

  if (self->store == NULL)
    return;

  record = read_name (self->store, id);
  g_free (self->changes_from);
  self->changes_from = g_strdup (gtk_stack_get_visible_child_name (self->pages));
  kli_history_page_set_record (KLI_HISTORY_PAGE (kli_window_get_page (self, "changes")), id, record);
  kli_window_show_page (self, "changes");
}

/* Where the record was shown, it still is. */
static void
leave_changes (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliWindow *self = KLI_WINDOW (widget);

  kli_window_show_page (self, self->changes_from != NULL ? self->changes_from : "contacts");
}

void
kli_window_class_install_history_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-entry", "x", show_entry);
  gtk_widget_class_install_action (widget_class, "win.show-changes", "x", show_changes);
  gtk_widget_class_install_action (widget_class, "win.leave-changes", NULL, leave_changes);
}
