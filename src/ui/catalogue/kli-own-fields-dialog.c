/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of the business: a list in their order, with a menu for each. */
#include "ui/catalogue/kli-own-fields-dialog.h"

#include "core/kli-format.h"
#include "core/kli-kinds.h"
#include "core/kli-own-value.h"
#include "operations/kli-catalogue.h"
#include "operations/kli-own-fields.h"
#include "operations/kli-record.h"
#include "operations/kli-trash.h"
#include "ui/catalogue/kli-own-field-form.h"
#include "ui/shared/kli-host.h"
#include "ui/shared/kli-later.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-named.h"
#include "ui/shared/kli-plain.h"
#include "ui/shared/kli-question.h"
#include "ui/shared/kli-run.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define KLI_TYPE_OWN_FIELDS_DIALOG (kli_own_fields_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KliOwnFieldsDialog, kli_own_fields_dialog, KLI, OWN_FIELDS_DIALOG, AdwWindow)

struct _KliOwnFieldsDialog
{
  AdwWindow parent_instance;

  GtkListBox *list; /* borrowed: the content holds it */
  KliStore *store;
  GPtrArray *entries;   /* KliCatalogueEntry; nullable */
  KliOwnFields *fields; /* nullable: the same with their choices */
};

G_DEFINE_FINAL_TYPE (KliOwnFieldsDialog, kli_own_fields_dialog, ADW_TYPE_WINDOW)

/* What is read at once. */
typedef struct
{
  GPtrArray *entries;
  KliOwnFields *fields;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->entries, g_ptr_array_unref);
  g_clear_pointer (&reading->fields, kli_own_fields_unref);
  g_free (reading);
}

/* The place of the field @id, -1 when it is gone. */
static int
find_place (KliOwnFieldsDialog *self, gint64 id)
{
  for (guint i = 0; self->entries != NULL && i < self->entries->len; i++)
    if (((const KliCatalogueEntry *)g_ptr_array_index (self->entries, i))->row->id == id)
      return (int)i;

  return -1;
}

/* --- lines -------------------------------------------------------------------------------------- */

static void
append_item (GMenu *menu, const char *label, const char *action, gint64 id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", id);
  g_menu_append_item (menu, item);
}

static GMenuModel *
create_menu (const KliRow *field)
{
  GMenu *menu = g_menu_new ();

  append_item (menu, C_ ("menu", "_Edit…"), "fields.edit", field->id);
  append_item (menu, C_ ("menu", "Move _Up"), "fields.up", field->id);
  append_item (menu, C_ ("menu", "Move Dow_n"), "fields.down", field->id);
  append_item (menu,
               kli_row_get_integer (field, KLI_OWN_FIELD_RETIRED) ? C_ ("menu", "Use _Again")
                                                                  : C_ ("menu", "No _Longer Use"),
               "fields.retire", field->id);
  append_item (menu, C_ ("menu", "_Delete"), "fields.remove", field->id);

  return G_MENU_MODEL (menu);
}

/* Returns: (transfer full) */
static char *
count_contacts (guint n_contacts)
{
  g_autofree char *number = kli_format_number (n_contacts, kli_locale_get_language ());

  return g_strdup_printf (ngettext ("%s contact", "%s contacts", n_contacts), number);
}

/* Returns: (transfer full) */
static char *
describe (const KliCatalogueEntry *entry)
{
  g_autofree char *count = count_contacts (entry->n_contacts);
  const char *type = kli_own_type_name (kli_row_get_text (entry->row, KLI_OWN_FIELD_TYPE));

  if (kli_row_get_integer (entry->row, KLI_OWN_FIELD_RETIRED))
    return g_strdup_printf ("%s · %s · %s", type, count, C_ ("own field", "not used any more"));

  return g_strdup_printf ("%s · %s", type, count);
}

static GtkWidget *
create_row (const KliCatalogueEntry *entry)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title-lines", 2, NULL);
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = create_menu (entry->row);
  g_autofree char *name = kli_plain_line (kli_catalogue_entry_get_name (entry));
  g_autofree char *described = describe (entry);
  g_autofree char *label = g_strdup_printf (C_ ("accessible", "What can be done with “%s”"), name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), described);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  kli_menu_button_set_menu_later (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  kli_accessible_set_name (GTK_ACCESSIBLE (button), label); /* libadwaita 1.7 has called it after the row */

  return row;
}

/* --- reading ------------------------------------------------------------------------------------ */

static void
show_entries (KliOwnFieldsDialog *self)
{
  GtkListBoxRow *row;
  GtkRoot *root = GTK_ROOT (self);
  GtkWidget *focus = gtk_root_get_focus (root);
  GtkWidget *focused = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;
  int place = focused != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focused)) : -1;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->entries->len; i++)
    gtk_list_box_append (self->list, create_row (g_ptr_array_index (self->entries, i)));
  /* The keyboard stays at its place. */
  row = place >= 0 ? gtk_list_box_get_row_at_index (self->list, MIN (place, (int)self->entries->len - 1)) : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* KliReadFunc */
static gpointer
read_func (KliConnection *connection, gpointer unused, GCancellable *cancellable, GError **error)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->entries = kli_catalogue_read (connection, &kli_own_field_kind, error);
  reading->fields = reading->entries != NULL ? kli_own_fields_read (connection, error) : NULL;
  if (reading->fields == NULL)
    g_clear_pointer (&reading, reading_free);

  return reading;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KliOwnFieldsDialog) self = user_data;
  Reading *reading = kli_store_read_finish (KLI_STORE (source), result, NULL);

  if (reading == NULL)
    return;
  if (self->list != NULL)
    {
      g_clear_pointer (&self->entries, g_ptr_array_unref);
      g_clear_pointer (&self->fields, kli_own_fields_unref);
      self->entries = g_steal_pointer (&reading->entries);
      self->fields = g_steal_pointer (&reading->fields);
      show_entries (self);
    }
  reading_free (reading);
}

static void
read_entries (KliOwnFieldsDialog *self)
{
  kli_store_read_async (self->store, read_func, NULL, NULL, reading_free, NULL, read_cb, g_object_ref (self));
}

/* --- actions ------------------------------------------------------------------------------------ */

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kli_own_field_form_present (GTK_WINDOW (widget), NULL, NULL, FALSE);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliOwnFieldsDialog *self = KLI_OWN_FIELDS_DIALOG (widget);
  int place = find_place (self, g_variant_get_int64 (parameter));
  const KliCatalogueEntry *entry = place >= 0 ? g_ptr_array_index (self->entries, place) : NULL;

  if (entry != NULL)
    kli_own_field_form_present (GTK_WINDOW (widget), self->fields, entry->row, entry->n_contacts > 0);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliOwnFieldsDialog *self = KLI_OWN_FIELDS_DIALOG (widget);
  gint64 id = g_variant_get_int64 (parameter);
  int place = find_place (self, id);
  int wanted = g_str_equal (name, "fields.up") ? place - 1 : place + 1;
  g_autofree char *text = g_strdup_printf ("%d", wanted);

  if (place >= 0 && wanted >= 0 && wanted < (int)self->entries->len)
    kli_run (widget, kli_set_field (&kli_own_field_kind, id, "position", text), NULL);
}

static void
retire_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliOwnFieldsDialog *self = KLI_OWN_FIELDS_DIALOG (widget);
  gint64 id = g_variant_get_int64 (parameter);
  int place = find_place (self, id);
  const KliCatalogueEntry *entry = place >= 0 ? g_ptr_array_index (self->entries, place) : NULL;

  if (entry != NULL)
    kli_run (widget,
             kli_set_field (&kli_own_field_kind, id, "retired",
                            kli_row_get_integer (entry->row, KLI_OWN_FIELD_RETIRED) ? "no" : "yes"),
             NULL);
}

static void
delete_field (GtkWidget *widget, gint64 id)
{
  kli_run (widget, kli_trash (&kli_own_field_kind, &id, 1), C_ ("toast", "Field deleted"));
}

static void
answered_cb (AdwMessageDialog *question, const char *response, GtkWidget *widget)
{
  if (g_strcmp0 (response, "delete") == 0)
    delete_field (widget, *(const gint64 *)g_object_get_data (G_OBJECT (question), "kli-id"));
}

/* What goes with it is said before. */
static void
ask_to_delete (KliOwnFieldsDialog *self, const KliCatalogueEntry *entry)
{
  g_autofree char *name = kli_plain_line (kli_catalogue_entry_get_name (entry));
  g_autofree char *heading = g_strdup_printf (_ ("Delete the Field “%s”?"), name);
  g_autofree char *number = kli_format_number (entry->n_contacts, kli_locale_get_language ());
  g_autofree char *body = g_strdup_printf (
      ngettext ("What it says of %s contact goes with it, too. This can be undone.",
                "What it says of %s contacts goes with it, too. This can be undone.", entry->n_contacts),
      number);
  AdwMessageDialog *question = kli_question_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_responses (question, "cancel", _ ("_Cancel"), "delete", C_ ("button", "_Delete"), NULL);
  adw_message_dialog_set_response_appearance (question, "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (question, "cancel");
  g_object_set_data_full (G_OBJECT (question), "kli-id", g_memdup2 (&entry->row->id, sizeof entry->row->id), g_free);
  g_signal_connect_object (question, "response", G_CALLBACK (answered_cb), self, 0);
  gtk_window_present (GTK_WINDOW (question));
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliOwnFieldsDialog *self = KLI_OWN_FIELDS_DIALOG (widget);
  int place = find_place (self, g_variant_get_int64 (parameter));
  const KliCatalogueEntry *entry = place >= 0 ? g_ptr_array_index (self->entries, place) : NULL;

  if (entry == NULL)
    return;
  if (entry->n_contacts > 0)
    ask_to_delete (self, entry);
  else
    delete_field (widget, entry->row->id);
}

/* --- the object --------------------------------------------------------------------------------- */

static void
kli_own_fields_dialog_dispose (GObject *object)
{
  KliOwnFieldsDialog *self = KLI_OWN_FIELDS_DIALOG (object);

  self->list = NULL;
  g_clear_object (&self->store);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->fields, kli_own_fields_unref);
  G_OBJECT_CLASS (kli_own_fields_dialog_parent_class)->dispose (object);
}

static void
kli_own_fields_dialog_class_init (KliOwnFieldsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kli_own_fields_dialog_dispose;
  gtk_widget_class_install_action (widget_class, "fields.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "fields.edit", "x", edit_action);
  gtk_widget_class_install_action (widget_class, "fields.up", "x", move_action);
  gtk_widget_class_install_action (widget_class, "fields.down", "x", move_action);
  gtk_widget_class_install_action (widget_class, "fields.retire", "x", retire_action);
  gtk_widget_class_install_action (widget_class, "fields.remove", "x", remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
create_list (KliOwnFieldsDialog *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *body = adw_bin_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *placeholder = gtk_label_new (_ ("There are no fields of your own yet"));

  self->list = GTK_LIST_BOX (list);
  gtk_label_set_wrap (GTK_LABEL (placeholder), TRUE);
  gtk_widget_add_css_class (placeholder, "sub");
  gtk_widget_add_css_class (placeholder, "form-body");
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (self->list, placeholder);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_widget_add_css_class (body, "form-body");
  adw_bin_set_child (ADW_BIN (body), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), body);
  gtk_widget_set_vexpand (scroller, TRUE);

  return scroller;
}

static void
kli_own_fields_dialog_init (KliOwnFieldsDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "fields.add");
  gtk_widget_set_tooltip_text (add, C_ ("tooltip", "Add"));
  kli_accessible_set_name (GTK_ACCESSIBLE (add), C_ ("tooltip", "Add"));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), add);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), create_list (self));
  adw_window_set_content (ADW_WINDOW (self), box);
}

void
kli_own_fields_present (GtkWidget *widget)
{
  KliHost *host = kli_host_find (widget);
  KliStore *store = host != NULL ? kli_host_get_store (host) : NULL;
  KliOwnFieldsDialog *self;

  if (store == NULL)
    return;
  self = g_object_new (KLI_TYPE_OWN_FIELDS_DIALOG, "transient-for", host, "modal", TRUE, "destroy-with-parent", TRUE,
                       "title", C_ ("window title", "Own Fields"), "default-width", 420, "default-height", 520,
                       "width-request", 340, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (read_entries), self, G_CONNECT_SWAPPED);
  read_entries (self);
  gtk_window_present (GTK_WINDOW (self));
}
