/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of the history. */
#include "ui/history/kli-history-entry-row.h"

#include "ui/history/kli-history-details-view.h"
#include "ui/history/kli-history-words.h"
#include "ui/shared/kli-detail-pane.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-named.h"
#include "ui/shared/kli-plain.h"

#include <glib/gi18n.h>

struct _KliHistoryEntryRow
{
  GtkBox parent_instance;

  GtkLabel *heading;
  GtkWidget *card;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *second;
  GtkWidget *chip;
  GtkImage *chip_icon;
  GtkLabel *chip_label;
  GtkLabel *when;
  GtkWidget *deed_place; /* keeps its room beside lines that have a deed */
  GtkWidget *deed;
  GtkImage *deed_icon;
  GtkLabel *deed_label;
  GtkButton *expander;
  GtkWidget *body;

  KliStore *store;      /* owned */
  KliHistoryItem *item; /* owned; NULL while the row is out of use */
  gint64 owner;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (KliHistoryEntryRow, kli_history_entry_row, GTK_TYPE_BOX)

/* --- the deed --------------------------------------------------------------------------------------------- */

/* @title: of the entry, for assistive technology */
static void
set_deed (GtkWidget *button, KliHistoryDeed deed, const KliHistoryEntry *entry, const char *title)
{
  gboolean redo = deed == KLI_HISTORY_REDO;
  /* TRANSLATORS: %s is the title of an entry of the history */
  g_autofree char *name = g_strdup_printf (redo ? C_ ("accessible", "Redo: %s") : C_ ("accessible", "Undo: %s"), title);

  gtk_widget_set_visible (button, deed != KLI_HISTORY_NOTHING);
  gtk_widget_set_tooltip_text (button, redo ? C_ ("tooltip", "Make this change again")
                                            : C_ ("tooltip", "Take this change back"));
  kli_accessible_set_name (GTK_ACCESSIBLE (button), name);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), g_variant_new_int64 (entry->id));
}

static void
set_css_class (GtkWidget *widget, const char *css_class, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/* Of a line of several edits each has its own, in the body. */
static void
show_deed (KliHistoryEntryRow *self, const char *title)
{
  const KliHistoryEntry *entry = kli_history_item_get_entry (self->item, 0);
  gboolean one = kli_history_item_get_n_entries (self->item) == 1;
  gboolean open = kli_history_item_is_open (self->item) && !self->narrow;
  KliHistoryDeed deed = one ? kli_history_deed (self->store, entry) : KLI_HISTORY_NOTHING;
  gboolean redo = deed == KLI_HISTORY_REDO;

  set_deed (self->deed, deed, entry, title);
  gtk_widget_set_visible (self->deed_place, deed != KLI_HISTORY_NOTHING || !self->narrow);
  gtk_image_set_from_icon_name (self->deed_icon, redo ? "edit-redo-symbolic" : "edit-undo-symbolic");
  gtk_label_set_text (self->deed_label, redo ? C_ ("button", "Redo") : C_ ("button", "Undo"));
  gtk_widget_set_visible (GTK_WIDGET (self->deed_label), open);
  set_css_class (self->deed, "flat", !open);
  set_css_class (self->deed, "circular", !open);
}

/* --- the body --------------------------------------------------------------------------------------------- */

/* One of several edits: what it changed, when, and the way back. */
static GtkWidget *
create_part (KliHistoryEntryRow *self, guint n, GtkWidget *view)
{
  const KliHistoryEntry *entry = kli_history_item_get_entry (self->item, n);
  KliHistoryDeed deed = kli_history_deed (self->store, entry);
  GtkWidget *part = gtk_grid_new (); /* GTK 4.18 warns of a box whose lines can wrap */
  GtkWidget *button
      = gtk_button_new_from_icon_name (deed == KLI_HISTORY_REDO ? "edit-redo-symbolic" : "edit-undo-symbolic");
  g_autofree char *time = kli_history_time (entry);
  g_autofree char *title = kli_history_entry_title (entry);
  const char *icon;
  const char *fate = kli_history_fate (self->store, entry, &icon);
  GtkWidget *when = gtk_label_new (*fate != '\0' ? fate : time);

  gtk_widget_set_hexpand (view, TRUE);
  gtk_widget_set_valign (view, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (when, "when");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  set_deed (button, deed, entry, title);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.undo-entry");
  gtk_grid_set_column_spacing (GTK_GRID (part), 9);
  gtk_grid_attach (GTK_GRID (part), view, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (part), when, 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (part), button, 2, 0, 1, 1);
  gtk_widget_add_css_class (part, "part");
  set_css_class (part, "undone", *fate != '\0');

  return part;
}

static void
clear_body (KliHistoryEntryRow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->body)) != NULL)
    gtk_box_remove (GTK_BOX (self->body), child);
}

/* What was changed since stays then, where an undo would be refused. */
static void
append_take_apart (KliHistoryEntryRow *self, const KliHistoryEntry *entry)
{
  GtkWidget *button;

  if (!kli_history_may_take_apart (self->store, entry))
    return;
  button = gtk_button_new_with_label (C_ ("button", "Take Apart…"));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 9);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.take-apart");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", entry->id);
  gtk_box_append (GTK_BOX (self->body), button);
}

/* Anew whenever the line is different: what it has read is kept with the item. */
static void
show_body (KliHistoryEntryRow *self)
{
  gboolean open = kli_history_item_is_open (self->item);
  guint n = kli_history_item_get_n_entries (self->item);

  clear_body (self);
  gtk_widget_set_visible (self->body, open);
  for (guint i = 0; open && i < n; i++)
    {
      KliHistoryDetails *details
          = kli_history_item_get_details (self->item, i, self->store, self->owner, kli_locale_get_language ());
      GtkWidget *view = kli_history_details_view_new (details, self->narrow);

      gtk_box_append (GTK_BOX (self->body), n > 1 ? create_part (self, i, view) : view);
    }
  if (open && n == 1)
    append_take_apart (self, kli_history_item_get_entry (self->item, 0));
}

/* --- the head --------------------------------------------------------------------------------------------- */

static void
show_fate (KliHistoryEntryRow *self)
{
  const char *icon;
  const char *fate = kli_history_item_fate (self->store, self->item, &icon);

  gtk_widget_set_visible (self->chip, *fate != '\0' && !self->narrow);
  gtk_image_set_from_icon_name (self->chip_icon, icon);
  gtk_label_set_text (self->chip_label, fate);
  set_css_class (self->card, "undone", *fate != '\0');
}

static void
show_words (KliHistoryEntryRow *self, const char *title, const char *time)
{
  g_autofree char *second = kli_history_item_second (self->item);
  g_autofree char *day = kli_history_day (kli_history_item_get_day (self->item));
  const char *fate = gtk_label_get_text (self->chip_label);
  g_autofree char *all = g_strdup_printf ("%s%s%s · %s", fate, *fate != '\0' ? " · " : "", time, second);

  gtk_label_set_text (self->heading, day);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->second, self->narrow ? all : second);
  gtk_label_set_text (self->when, time);
}

/* The row says it all to assistive technology, its labels are then heard once more only by who looks for them. */
static void
describe (KliHistoryEntryRow *self, const char *title, const char *time)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  gboolean open = kli_history_item_is_open (self->item);
  g_autofree char *name = g_strdup_printf ("%s, %s, %s%s%s, %s", title, gtk_label_get_text (self->second), time,
                                           *gtk_label_get_text (self->chip_label) != '\0' ? ", " : "",
                                           gtk_label_get_text (self->chip_label), gtk_label_get_text (self->heading));
  g_autofree char *expander = g_strdup_printf (
      open ? C_ ("accessible", "Hide what was changed: %s") : C_ ("accessible", "Show what was changed: %s"), title);

  kli_accessible_set_name (GTK_ACCESSIBLE (self->expander), expander);
  kli_accessible_set_name (GTK_ACCESSIBLE (self), name);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
  if (item != NULL)
    kli_accessible_set_name (GTK_ACCESSIBLE (item), name);
}

static void
show (KliHistoryEntryRow *self)
{
  const KliHistoryEntry *entry = kli_history_item_get_entry (self->item, 0);
  gboolean open = kli_history_item_is_open (self->item);
  g_autofree char *title = kli_history_item_title (self->item);
  g_autofree char *time = kli_history_time (entry);

  gtk_image_set_from_icon_name (self->icon, kli_history_item_icon (self->item));
  show_fate (self);
  show_words (self, title, time);
  show_deed (self, title);
  show_body (self);
  gtk_button_set_icon_name (self->expander, open ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->expander), open ? C_ ("tooltip", "Hide what was changed")
                                                                 : C_ ("tooltip", "Show what was changed"));
  gtk_widget_set_visible (GTK_WIDGET (self->heading), kli_history_item_is_first_of_day (self->item));
  gtk_widget_set_visible (GTK_WIDGET (self->when), !self->narrow);
  set_css_class (self->card, "first", kli_history_item_is_first_of_day (self->item));
  set_css_class (self->card, "last", kli_history_item_is_last_of_day (self->item));
  set_css_class (self->card, "open", open);
  describe (self, title, time);
}

static void
toggle_cb (KliHistoryEntryRow *self)
{
  if (self->item != NULL)
    kli_history_item_set_open (self->item, !kli_history_item_is_open (self->item));
}

static gboolean
kli_history_entry_row_grab_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (root == NULL)
    return FALSE;

  gtk_root_set_focus (root, widget);

  return TRUE;
}

/* A list gives the keyboard to what is in its items where that takes it: so the row takes it as a whole first, its
 * buttons follow, and backwards they come before it. */
static gboolean
kli_history_entry_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean is_inside = gtk_widget_get_focus_child (widget) != NULL;
  gboolean is_here = gtk_widget_is_focus (widget);

  if (!is_inside && !is_here)
    return gtk_widget_grab_focus (widget);
  if (is_here && direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_RIGHT)
    return FALSE;
  if (GTK_WIDGET_CLASS (kli_history_entry_row_parent_class)->focus (widget, direction))
    return TRUE;

  return is_inside && direction == GTK_DIR_TAB_BACKWARD && gtk_widget_grab_focus (widget);
}

static gboolean
toggle_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  toggle_cb (KLI_HISTORY_ENTRY_ROW (widget));

  return TRUE;
}

/* --- the object ------------------------------------------------------------------------------------------- */

static void
narrow_cb (KliHistoryEntryRow *self, GParamSpec *pspec, GObject *pane)
{
  gboolean narrow;

  g_object_get (pane, "narrow", &narrow, NULL);
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  if (self->item != NULL)
    show (self);
}

static void
kli_history_entry_row_root (GtkWidget *widget)
{
  KliHistoryEntryRow *self = KLI_HISTORY_ENTRY_ROW (widget);
  GtkWidget *pane;

  GTK_WIDGET_CLASS (kli_history_entry_row_parent_class)->root (widget);

  pane = gtk_widget_get_ancestor (widget, KLI_TYPE_DETAIL_PANE);
  if (pane == NULL)
    return;
  g_signal_handlers_disconnect_by_func (pane, narrow_cb, self);
  g_signal_connect_object (pane, "notify::narrow", G_CALLBACK (narrow_cb), self, G_CONNECT_SWAPPED);
  narrow_cb (self, NULL, G_OBJECT (pane));
}

static void
kli_history_entry_row_dispose (GObject *object)
{
  KliHistoryEntryRow *self = KLI_HISTORY_ENTRY_ROW (object);

  kli_history_entry_row_set_item (self, NULL, 0);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (kli_history_entry_row_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/klientela/Klientela/ui/kli-history-entry-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KliHistoryEntryRow, heading);
  gtk_widget_class_bind_template_child (widget_class, KliHistoryEntryRow, card);
  gtk_widget_class_bind_template_child (widget_class, KliHistoryEntryRow, icon);
  gtk_widget_class_bind_template_child (widget_class, KliHistoryEntryRow, title);
  gtk_widget_class_bind_template_child (widget_class, KliHistoryEntryRow, second);
  gtk_widget_class_bind_template_child (widget_class, KliHistoryEntryRow, chip);
  gtk_widget_class_bind_template_child (widget_class, KliHistoryEntryRow, chip_icon);
  gtk_widget_class_bind_template_child (widget_class, KliHistoryEntryRow, chip_label);
  gtk_widget_class_bind_template_child (widget_class, KliHistoryEntryRow, when);
  gtk_widget_class_bind_template_child (widget_class, KliHistoryEntryRow, deed_place);
  gtk_widget_class_bind_template_child (widget_class, KliHistoryEntryRow, deed);
  gtk_widget_class_bind_template_child (widget_class, KliHistoryEntryRow, deed_icon);
  gtk_widget_class_bind_template_child (widget_class, KliHistoryEntryRow, deed_label);
  gtk_widget_class_bind_template_child (widget_class, KliHistoryEntryRow, expander);
  gtk_widget_class_bind_template_child (widget_class, KliHistoryEntryRow, body);
  gtk_widget_class_bind_template_callback (widget_class, toggle_cb);
}

static void
kli_history_entry_row_class_init (KliHistoryEntryRowClass *klass)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kli_history_entry_row_dispose;
  widget_class->root = kli_history_entry_row_root;
  widget_class->focus = kli_history_entry_row_focus;
  widget_class->grab_focus = kli_history_entry_row_grab_focus;

  bind_children (widget_class);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i], 0, toggle_key_cb, NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
kli_history_entry_row_init (KliHistoryEntryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  kli_label_add_tooltip (self->title);
  kli_label_add_tooltip (self->second);
  kli_label_add_tooltip (self->chip_label);
}

GtkWidget *
kli_history_entry_row_new (KliStore *store)
{
  KliHistoryEntryRow *self;

  g_return_val_if_fail (KLI_IS_STORE (store), NULL);

  self = g_object_new (KLI_TYPE_HISTORY_ENTRY_ROW, NULL);
  self->store = g_object_ref (store);

  return GTK_WIDGET (self);
}

void
kli_history_entry_row_set_item (KliHistoryEntryRow *self, KliHistoryItem *item, gint64 owner)
{
  g_return_if_fail (KLI_IS_HISTORY_ENTRY_ROW (self));

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, show, self);
  g_set_object (&self->item, item);
  self->owner = owner;
  if (item == NULL)
    {
      clear_body (self);
      return;
    }

  g_signal_connect_swapped (item, "changed", G_CALLBACK (show), self);
  show (self);
}
