/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The saved segments. They are counted one after another; a change meanwhile begins anew when that is done. */
#include "ui/filter/kli-segment-list.h"

#include "core/kli-format.h"
#include "core/kli-kinds.h"
#include "operations/kli-catalogue.h"
#include "store/kli-answer.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-named.h"
#include "ui/shared/kli-plain.h"

#include <glib/gi18n.h>

struct _KliSegmentList
{
  GtkWidget parent_instance;

  GtkListBox *list;
  KliStore *store;           /* nullable */
  GCancellable *cancellable; /* of what this store was asked */
  GPtrArray *entries;        /* KliCatalogueEntry, as the rows are; nullable */
  gint64 selected;
  guint counted; /* how many of them are */
  gboolean reading;
  gboolean read_again;
};

G_DEFINE_FINAL_TYPE (KliSegmentList, kli_segment_list, GTK_TYPE_WIDGET)

#define ROW_COUNT "kli-count"
#define ROW_SEGMENT "kli-segment" /* gint64, its id */

static void read_segments (KliSegmentList *self);
static void count_next (KliSegmentList *self);

static const KliRow *
get_segment (KliSegmentList *self, guint i)
{
  return ((const KliCatalogueEntry *)g_ptr_array_index (self->entries, i))->row;
}

/* --- rows --------------------------------------------------------------------------------------- */

static void
append_deed (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (g_dpgettext2 (NULL, "menu", label), NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

/* @place: of the segment among @n */
static GMenuModel *
create_menu (gint64 id, guint place, guint n)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) moves = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();

  append_deed (menu, NC_ ("menu", "_Rename…"), "win.rename-segment", g_variant_new_int64 (id));
  append_deed (menu, NC_ ("menu", "Use the Present _Filter"), "win.change-segment", g_variant_new_int64 (id));
  if (place > 0)
    append_deed (moves, NC_ ("menu", "Move _Up"), "win.move-segment", g_variant_new ("(xu)", id, place - 1));
  if (place + 1 < n)
    append_deed (moves, NC_ ("menu", "Move Do_wn"), "win.move-segment", g_variant_new ("(xu)", id, place + 1));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (moves));
  append_deed (last, NC_ ("menu", "_Delete"), "win.delete-segment", g_variant_new_int64 (id));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static GtkWidget *
create_menu_button (const KliRow *segment, guint place, guint n)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = create_menu (segment->id, place, n);
  g_autofree char *name = kli_plain_line (kli_row_get_text (segment, KLI_SEGMENT_NAME));
  g_autofree char *label = g_strdup_printf (C_ ("accessible", "What can be done with the segment “%s”"), name);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "row-menu");
  gtk_widget_set_tooltip_text (button, label);
  kli_accessible_set_name (GTK_ACCESSIBLE (button), label);

  return button;
}

/* --- dragging ----------------------------------------------------------------------------------- */

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, GtkWidget *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), ROW_SEGMENT);

  return gdk_content_provider_new_typed (G_TYPE_INT64, *id);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, GtkWidget *row)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, picture, 12, 12);
}

static void
make_draggable (GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_prepare_cb), row, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), row, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
}

static GdkDragAction
drag_motion_cb (KliSegmentList *self, double x, double y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int)y);

  if (row == NULL)
    gtk_list_box_drag_unhighlight_row (self->list);
  else
    gtk_list_box_drag_highlight_row (self->list, row);

  return row != NULL ? GDK_ACTION_MOVE : 0;
}

static void
drag_leave_cb (KliSegmentList *self)
{
  gtk_list_box_drag_unhighlight_row (self->list);
}

/* The dragged one takes the place of the one it is dropped on. */
static gboolean
dropped_cb (KliSegmentList *self, const GValue *value, double x, double y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int)y);
  gint64 id = g_value_get_int64 (value);

  gtk_list_box_drag_unhighlight_row (self->list);
  if (row == NULL || kli_segment_list_find (self, id) == NULL)
    return FALSE;
  if (get_segment (self, (guint)gtk_list_box_row_get_index (row))->id != id)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.move-segment", "(xu)", id,
                                (guint)gtk_list_box_row_get_index (row));

  return TRUE;
}

static void
accept_drops (KliSegmentList *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  g_signal_connect_object (target, "motion", G_CALLBACK (drag_motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (drag_leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (target));
}

/* --- the list ----------------------------------------------------------------------------------- */

static GtkWidget *
create_row (const KliRow *segment, guint place, guint n)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);

  kli_label_set_plain (GTK_LABEL (label), kli_row_get_text (segment, KLI_SEGMENT_NAME));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  kli_label_add_tooltip (GTK_LABEL (label));
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "count");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("folder-saved-search-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_box_append (GTK_BOX (box), create_menu_button (segment, place, n));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  kli_accessible_set_name (GTK_ACCESSIBLE (row), gtk_label_get_text (GTK_LABEL (label)));
  g_object_set_data (G_OBJECT (row), ROW_COUNT, count);
  g_object_set_data_full (G_OBJECT (row), ROW_SEGMENT, g_memdup2 (&segment->id, sizeof segment->id), g_free);
  make_draggable (row);

  return row;
}

/* Returns: (nullable) */
static GtkListBoxRow *
find_row (KliSegmentList *self, gint64 id)
{
  for (guint i = 0; self->entries != NULL && i < self->entries->len; i++)
    if (get_segment (self, i)->id == id)
      return gtk_list_box_get_row_at_index (self->list, (int)i);

  return NULL;
}

/* The row that is marked is the one that is open, wherever the focus goes. */
static void
show_selected (KliSegmentList *self)
{
  GtkListBoxRow *row = self->list != NULL ? find_row (self, self->selected) : NULL;

  if (self->list != NULL && row != gtk_list_box_get_selected_row (self->list))
    gtk_list_box_select_row (self->list, row);
}

static void
show_count (KliSegmentList *self, guint i, guint n)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int)i);
  GtkLabel *label = g_object_get_data (G_OBJECT (row), ROW_COUNT);
  g_autofree char *number = kli_format_count_short (n, kli_locale_get_language ());
  g_autofree char *whole = kli_format_number (n, kli_locale_get_language ());
  g_autofree char *meaning = g_strdup_printf (ngettext ("%s contact", "%s contacts", n), whole);

  gtk_label_set_text (label, number);
  gtk_widget_set_visible (GTK_WIDGET (label), n > 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), meaning);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, meaning, -1);
}

/* --- reading and counting ----------------------------------------------------------------------- */

static gboolean
is_shown (KliSegmentList *self, GPtrArray *entries)
{
  gboolean same = self->entries != NULL && self->entries->len == entries->len;

  for (guint i = 0; same && i < entries->len; i++)
    same = kli_row_equal (get_segment (self, i), ((const KliCatalogueEntry *)g_ptr_array_index (entries, i))->row);

  return same;
}

/* Takes @entries. The rows stay where nothing is different, and with them the focus and an open menu. */
static void
show_segments (KliSegmentList *self, GPtrArray *entries)
{
  g_autoptr (GPtrArray) owned = entries;
  GtkWidget *focused;
  gint64 focused_id = 0;
  GtkListBoxRow *row;

  if (is_shown (self, owned))
    return;

  focused = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  if (focused != NULL)
    focused_id = *(const gint64 *)g_object_get_data (G_OBJECT (focused), ROW_SEGMENT);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  self->entries = g_steal_pointer (&owned);
  for (guint i = 0; i < self->entries->len; i++)
    gtk_list_box_append (self->list, create_row (get_segment (self, i), i, self->entries->len));
  gtk_widget_set_visible (GTK_WIDGET (self), self->entries->len > 0);
  show_selected (self);
  row = find_row (self, focused_id);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KliSegmentList) self = user_data;
  g_autoptr (KliAnswer) answer = kli_store_answer_finish (KLI_STORE (source), result, NULL);

  /* Another store meanwhile: its own segments are being read. */
  if (self->store != KLI_STORE (source))
    return;
  if (answer != NULL)
    show_count (self, self->counted, kli_answer_get_n_items (answer));
  self->counted++;
  count_next (self);
}

static void
count_next (KliSegmentList *self)
{
  g_autoptr (KliQuery) query = NULL;

  if (self->counted < self->entries->len)
    query = kli_query_parse (kli_row_get_text (get_segment (self, self->counted), KLI_SEGMENT_QUERY), NULL);
  if (query != NULL)
    {
      kli_store_answer_async (self->store, query, self->cancellable, counted_cb, g_object_ref (self));
      return;
    }
  self->reading = FALSE;
  if (self->read_again)
    read_segments (self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KliSegmentList) self = user_data;
  GPtrArray *entries = kli_store_read_finish (KLI_STORE (source), result, NULL);

  if (self->store != KLI_STORE (source) || entries == NULL)
    {
      g_clear_pointer (&entries, g_ptr_array_unref);
      return;
    }
  show_segments (self, entries);
  self->counted = 0;
  count_next (self);
}

static void
read_segments (KliSegmentList *self)
{
  self->read_again = self->reading;
  if (self->reading)
    return;

  self->reading = TRUE;
  kli_store_read_async (self->store, kli_catalogue_read_func, (gpointer)&kli_segment_kind, NULL,
                        (GDestroyNotify)g_ptr_array_unref, self->cancellable, read_cb, g_object_ref (self));
}

void
kli_segment_list_set_store (KliSegmentList *self, KliStore *store)
{
  g_return_if_fail (KLI_IS_SEGMENT_LIST (self));

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, read_segments, self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_set_object (&self->store, store);
  self->reading = self->read_again = FALSE;
  self->selected = 0;
  show_segments (self, g_ptr_array_new ());
  if (store == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  g_signal_connect_object (store, "changed", G_CALLBACK (read_segments), self, G_CONNECT_SWAPPED);
  read_segments (self);
}

const KliRow *
kli_segment_list_find (KliSegmentList *self, gint64 id)
{
  g_return_val_if_fail (KLI_IS_SEGMENT_LIST (self), NULL);

  for (guint i = 0; self->entries != NULL && i < self->entries->len; i++)
    if (get_segment (self, i)->id == id)
      return get_segment (self, i);

  return NULL;
}

void
kli_segment_list_select (KliSegmentList *self, gint64 id)
{
  g_return_if_fail (KLI_IS_SEGMENT_LIST (self));

  self->selected = id;
  show_selected (self);
}

/* --- the object --------------------------------------------------------------------------------- */

static void
row_activated_cb (KliSegmentList *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-segment", "x",
                              get_segment (self, (guint)gtk_list_box_row_get_index (row))->id);
}

static void
kli_segment_list_dispose (GObject *object)
{
  KliSegmentList *self = KLI_SEGMENT_LIST (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  self->list = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  G_OBJECT_CLASS (kli_segment_list_parent_class)->dispose (object);
}

static void
kli_segment_list_class_init (KliSegmentListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kli_segment_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
kli_segment_list_init (KliSegmentList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *caption = gtk_label_new (C_ ("sidebar", "Segments"));
  GtkWidget *list = gtk_list_box_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "nav-caption");
  gtk_widget_set_parent (caption, GTK_WIDGET (self));
  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_SINGLE);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_widget_add_css_class (list, "nav");
  kli_accessible_set_name (GTK_ACCESSIBLE (list), C_ ("sidebar", "Segments"));
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "row-selected", G_CALLBACK (show_selected), self, G_CONNECT_SWAPPED);
  accept_drops (self);
  gtk_widget_set_parent (list, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
