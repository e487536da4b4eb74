/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who looks after a contact, in the one role or the other. */
#include "ui/contacts/kli-manager-row.h"

#include "core/kli-column-words.h"
#include "core/kli-kinds.h"
#include "operations/kli-catalogue.h"
#include "ui/shared/kli-host.h"
#include "ui/shared/kli-plain.h"

#include <glib/gi18n.h>

struct _KliManagerRow
{
  AdwComboRow parent_instance;

  KliStore *store; /* whose staff is offered; NULL before the row stands in a window */
  GArray *ids;     /* gint64: whom each place of the list means, 0 for nobody */
  KliContactColumn role;
  gint64 manager;
  gint64 other; /* who is in the other role, and is not offered; 0 for nobody */
  char *name;
  gboolean showing; /* we are choosing ourselves */
};

G_DEFINE_FINAL_TYPE (KliManagerRow, kli_manager_row, ADW_TYPE_COMBO_ROW)

static void
append (KliManagerRow *self, GtkStringList *names, gint64 id, const char *name)
{
  g_autofree char *plain = kli_plain_line (name);

  g_array_append_val (self->ids, id);
  gtk_string_list_append (names, plain);
}

/* Nobody stands in for nobody: the row of the deputy comes when there is a manager, and somebody to choose. */
static void
update_visible (KliManagerRow *self, gboolean is_read)
{
  if (self->role != KLI_CONTACT_DEPUTY)
    return;
  if (self->manager != 0 || self->other == 0)
    gtk_widget_set_visible (GTK_WIDGET (self), self->manager != 0);
  else if (is_read)
    gtk_widget_set_visible (GTK_WIDGET (self), self->ids->len > 1);
}

/* @staff: (nullable) (element-type KliCatalogueEntry). Somebody who works here no more is offered only where they
 * are the present manager. */
static void
fill (KliManagerRow *self, GPtrArray *staff)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_array_set_size (self->ids, 0);
  append (self, names, 0, C_ ("account manager", "Nobody"));
  for (guint i = 0; staff != NULL && i < staff->len; i++)
    {
      const KliCatalogueEntry *entry = g_ptr_array_index (staff, i);

      if (entry->row->id != self->manager && entry->row->id != self->other
          && kli_row_get_integer (entry->row, KLI_STAFF_MEMBER_ACTIVE))
        append (self, names, entry->row->id, kli_catalogue_entry_get_name (entry));
      else if (entry->row->id == self->manager)
        {
          selected = self->ids->len;
          append (self, names, self->manager, kli_catalogue_entry_get_name (entry));
        }
    }
  if (self->manager != 0 && selected == 0)
    {
      selected = self->ids->len;
      append (self, names, self->manager, self->name);
    }

  self->showing = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), selected);
  self->showing = FALSE;
  update_visible (self, staff != NULL);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KliManagerRow) self = user_data;
  g_autoptr (GPtrArray) staff = kli_store_read_finish (KLI_STORE (source), result, NULL);

  if (staff != NULL && self->store == KLI_STORE (source))
    fill (self, staff);
}

static void
read_staff (KliManagerRow *self)
{
  if (self->store != NULL)
    kli_store_read_async (self->store, kli_catalogue_read_func, (gpointer)&kli_staff_member_kind, NULL,
                          (GDestroyNotify)g_ptr_array_unref, NULL, read_cb, g_object_ref (self));
}

static void
store_changed_cb (KliManagerRow *self, KliChanges *changes)
{
  if (kli_changes_is_everything (changes) || kli_changes_concern_kind (changes, &kli_staff_member_kind))
    read_staff (self);
}

static void
selected_cb (KliManagerRow *self)
{
  guint place = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  gint64 id = place < self->ids->len ? g_array_index (self->ids, gint64, place) : 0;
  g_autofree char *text = id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : g_strdup ("");

  if (self->showing || id == self->manager)
    return;

  self->manager = id;
  gtk_widget_activate_action (GTK_WIDGET (self), "card.set", "(ss)", kli_contact_kind.columns[self->role].name, text);
}

void
kli_manager_row_show (KliManagerRow *self, gint64 manager, const char *name, gint64 other)
{
  g_return_if_fail (KLI_IS_MANAGER_ROW (self));

  self->manager = manager;
  self->other = other;
  g_free (self->name);
  self->name = g_strdup (name);
  fill (self, NULL);
  read_staff (self);
}

gint64
kli_manager_row_get (KliManagerRow *self)
{
  g_return_val_if_fail (KLI_IS_MANAGER_ROW (self), 0);

  return self->manager;
}

/* --- the object --------------------------------------------------------------------------------- */

static void
kli_manager_row_root (GtkWidget *widget)
{
  KliManagerRow *self = KLI_MANAGER_ROW (widget);
  KliHost *host;

  GTK_WIDGET_CLASS (kli_manager_row_parent_class)->root (widget);
  host = kli_host_find (widget);
  if (host == NULL || !g_set_object (&self->store, kli_host_get_store (host)) || self->store == NULL)
    return;

  g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  read_staff (self);
}

static void
kli_manager_row_dispose (GObject *object)
{
  KliManagerRow *self = KLI_MANAGER_ROW (object);

  g_clear_object (&self->store);
  G_OBJECT_CLASS (kli_manager_row_parent_class)->dispose (object);
}

static void
kli_manager_row_finalize (GObject *object)
{
  KliManagerRow *self = KLI_MANAGER_ROW (object);

  g_array_unref (self->ids);
  g_free (self->name);
  G_OBJECT_CLASS (kli_manager_row_parent_class)->finalize (object);
}

static void
kli_manager_row_class_init (KliManagerRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kli_manager_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = kli_manager_row_finalize;
  GTK_WIDGET_CLASS (klass)->root = kli_manager_row_root;
}

static void
kli_manager_row_init (KliManagerRow *self)
{
  GtkWidget *image = gtk_image_new_from_icon_name ("avatar-default-symbolic");

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_add_css_class (image, "quiet");
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), image);
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}

GtkWidget *
kli_manager_row_new (KliContactColumn role)
{
  KliManagerRow *self = g_object_new (KLI_TYPE_MANAGER_ROW, "title", kli_column_title (&kli_contact_kind, role), NULL);

  self->role = role;
  update_visible (self, FALSE);

  return GTK_WIDGET (self);
}
