/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What menus, keys and toasts ask of the window. What is about the page in view is passed on to it. */
#include "app/kli-window-private.h"

#include "core/kli-kinds.h"
#include "operations/kli-record.h"
#include "store/kli-answer.h"
#include "ui/contacts/kli-quick-entry.h"
#include "ui/shared/kli-page.h"
#include "ui/shared/kli-run.h"

#include <glib/gi18n.h>

/* Actions that the page in view answers itself. */
static const struct
{
  const char *action;
  const char *page_action;
} passed_on[] = {
  { "win.search", KLI_PAGE_SEARCH },
  { "win.new", KLI_PAGE_NEW },
  { "win.print", KLI_PAGE_PRINT },
  { "win.back", KLI_PAGE_BACK },
};

static void
pass_on (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *page = gtk_stack_get_visible_child (KLI_WINDOW (widget)->pages);

  for (guint i = 0; page != NULL && i < G_N_ELEMENTS (passed_on); i++)
    if (g_strcmp0 (passed_on[i].action, name) == 0)
      gtk_widget_activate_action (page, passed_on[i].page_action, NULL);
}

/* F6: from the sidebar into the page, from pane to pane, and back. */
static void
next_pane (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliWindow *self = KLI_WINDOW (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  if (page == NULL)
    return;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->sidebar)))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_activate_action (page, KLI_PAGE_NEXT_PANE, NULL);
}

/* From the last pane of a page; where the sidebar is folded away, F6 goes round in the page. */
static void
focus_sidebar (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliWindow *self = KLI_WINDOW (widget);
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  if (adw_flap_get_folded (self->flap))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->sidebar), GTK_DIR_TAB_FORWARD);
}

static void
show_contact (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliWindow *self = KLI_WINDOW (widget);

  if (self->contacts == NULL)
    return;

  kli_window_show_page (self, "contacts");
  kli_list_detail_show (KLI_LIST_DETAIL (self->contacts), g_variant_get_int64 (parameter));
}

/* --- whichever kind it is --------------------------------------------------------------------------- */

/* Where a record is to be shown. */
typedef struct
{
  const KliKind *kind;
  gboolean in_trash;
} Whereabouts;

static gpointer
find_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const gint64 *id = user_data;
  const KliKind *kind = kli_find_kind (connection, *id, error);
  g_autoptr (KliRow) row = kind != NULL ? kli_connection_load (connection, kind, *id, error) : NULL;
  Whereabouts *found;

  if (row == NULL)
    return NULL;

  found = g_new (Whereabouts, 1);
  found->kind = kind;
  found->in_trash = row->deleted_at != 0;

  return found;
}

typedef struct
{
  KliWindow *window; /* owned */
  gint64 id;
} Show;

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Show *show = user_data;
  g_autoptr (KliWindow) self = show->window;
  g_autoptr (GError) error = NULL;
  g_autofree Whereabouts *found = kli_store_read_finish (KLI_STORE (source), result, &error);

  if (found == NULL)
    kli_report_error (GTK_WIDGET (self), _ ("The Record Cannot Be Shown"), error);
  else if (found->in_trash)
    kli_window_show_page (self, "trash");
  else if (found->kind == &kli_contract_kind)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-contract", "x", show->id);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-contact", "x", show->id);
}

static void
show_record (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliWindow *self = KLI_WINDOW (widget);
  Show *show;

  if (self->store == NULL)
    return;

  show = g_new (Show, 1);
  show->window = g_object_ref (self);
  show->id = g_variant_get_int64 (parameter);
  kli_store_read_async (self->store, find_func, g_memdup2 (&show->id, sizeof show->id), g_free, g_free,
                        self->cancellable, found_cb, show);
}

static void
new_contact (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliWindow *self = KLI_WINDOW (widget);

  if (self->contacts == NULL)
    return;

  kli_window_show_page (self, "contacts");
  gtk_widget_activate_action (GTK_WIDGET (self->contacts), KLI_PAGE_NEW, NULL);
}

static void
new_from_text (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliWindow *self = KLI_WINDOW (widget);

  if (self->contacts == NULL)
    return;

  kli_window_show_page (self, "contacts");
  kli_quick_entry_present (GTK_WIDGET (self->contacts), NULL);
}

static void
show_contract (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliWindow *self = KLI_WINDOW (widget);

  if (self->store == NULL)
    return;

  kli_window_show_page (self, "contracts");
  kli_list_detail_show (KLI_LIST_DETAIL (kli_window_get_contracts (self)), g_variant_get_int64 (parameter));
}

/* With the contact of that id filled in; 0 lets the person choose. */
static void
new_contract (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliWindow *self = KLI_WINDOW (widget);
  gint64 contact = g_variant_get_int64 (parameter);
  g_autoptr (GPtrArray) rows = NULL;
  const KliListRow *row;

  if (self->store == NULL)
    return;

  rows = contact != 0 ? kli_store_read_page (self->store, KLI_QUERY_CONTACTS, &contact, 1, NULL) : NULL;
  row = rows != NULL ? g_ptr_array_index (rows, 0) : NULL;
  kli_contracts_page_begin (kli_window_get_contracts (self), row != NULL ? contact : 0, row != NULL ? row->name : NULL);
}

static void
show_sidebar (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliWindow *self = KLI_WINDOW (widget);

  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

/* Made when it is asked for, and kept then. */
static void
show_shortcuts (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkApplicationWindow *self = GTK_APPLICATION_WINDOW (widget);

  if (gtk_application_window_get_help_overlay (self) == NULL)
    {
      g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/klientela/Klientela/ui/help-overlay.ui");

      gtk_application_window_set_help_overlay (self,
                                               GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
    }
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (self)));
}

/* Keys of the window are bubble-phase shortcuts, never accels of the application: a text that is being typed
 * undoes its own typing first (DESIGN 3). */
static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_f, GDK_CONTROL_MASK, "win.search" },
    { GDK_KEY_n, GDK_CONTROL_MASK, "win.new" },
    { GDK_KEY_p, GDK_CONTROL_MASK, "win.print" },
    { GDK_KEY_z, GDK_CONTROL_MASK, "win.undo" },
    { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo" },
    { GDK_KEY_Left, GDK_ALT_MASK, "win.back" },
    { GDK_KEY_F6, 0, "win.next-pane" },
    { GDK_KEY_F9, 0, "win.show-sidebar" },
    { GDK_KEY_F10, 0, "win.main-menu" },
    { GDK_KEY_i, GDK_CONTROL_MASK, "win.import" },
    { GDK_KEY_w, GDK_CONTROL_MASK, "window.close" },
    { GDK_KEY_question, GDK_CONTROL_MASK, "win.show-help-overlay" },
    { GDK_KEY_F1, GDK_CONTROL_MASK, "win.show-help-overlay" },
  };
  static const char *const pages[] = { "contacts", "contracts", "history", "trash" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK, "win.page", "s", pages[i]);
}

void
kli_window_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "win.page", "page");
  for (guint i = 0; i < G_N_ELEMENTS (passed_on); i++)
    gtk_widget_class_install_action (widget_class, passed_on[i].action, NULL, pass_on);
  gtk_widget_class_install_action (widget_class, "win.next-pane", NULL, next_pane);
  gtk_widget_class_install_action (widget_class, "win.show-sidebar", NULL, show_sidebar);
  gtk_widget_class_install_action (widget_class, "win.main-menu", NULL, kli_window_main_menu_action);
  gtk_widget_class_install_action (widget_class, "win.show-contact", "x", show_contact);
  gtk_widget_class_install_action (widget_class, "win.show-record", "x", show_record);
  gtk_widget_class_install_action (widget_class, "win.focus-sidebar", NULL, focus_sidebar);
  gtk_widget_class_install_action (widget_class, "win.new-contact", NULL, new_contact);
  gtk_widget_class_install_action (widget_class, "win.new-from-text", NULL, new_from_text);
  gtk_widget_class_install_action (widget_class, "win.show-contract", "x", show_contract);
  gtk_widget_class_install_action (widget_class, "win.new-contract", "x", new_contract);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL, show_shortcuts);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, kli_window_undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, kli_window_undo_action);
  gtk_widget_class_install_action (widget_class, "win.undo-entry", "x", kli_window_undo_action);
  add_keys (widget_class);
}
