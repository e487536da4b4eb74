/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of a small list. There may be some hundred of them: they stay while the entries change. */
#include "ui/catalogue/kli-catalogue-list.h"

#include "core/kli-fold.h"
#include "core/kli-format.h"
#include "core/kli-kinds.h"
#include "operations/kli-catalogue.h"
#include "ui/shared/kli-chip.h"
#include "ui/shared/kli-later.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-named.h"
#include "ui/shared/kli-plain.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* With fewer, looking is quicker than typing. */
#define SEARCH_MIN 9

struct _KliCatalogueList
{
  GtkWidget parent_instance;

  GtkWidget *search;
  GtkListBox *rows;
  GtkLabel *placeholder;
  char *edit;
  char *move;
  char *empty;
};

G_DEFINE_FINAL_TYPE (KliCatalogueList, kli_catalogue_list, GTK_TYPE_WIDGET)

/* --- lines -------------------------------------------------------------------------------------- */

/* Somebody on the staff may work here no more, and again. Returns: (nullable): the words for that */
static const char *
leaving (const KliCatalogueEntry *entry)
{
  if (entry->row->kind != &kli_staff_member_kind)
    return NULL;

  return kli_row_get_integer (entry->row, KLI_STAFF_MEMBER_ACTIVE) ? C_ ("menu", "Works Here _No More")
                                                                   : C_ ("menu", "Works Here _Again");
}

static GMenuModel *
create_menu (KliCatalogueList *self, const KliCatalogueEntry *entry)
{
  const char *const deeds[][2] = {
    { self->edit, "catalogue.edit" },
    { self->move, "catalogue.move" },
    { leaving (entry), "catalogue.leave" },
    { C_ ("menu", "_Delete"), "catalogue.remove" },
  };
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      g_autoptr (GMenuItem) item = deeds[i][0] != NULL ? g_menu_item_new (deeds[i][0], NULL) : NULL;

      if (item == NULL)
        continue;
      g_menu_item_set_action_and_target (item, deeds[i][1], "x", entry->row->id);
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static char *
describe_count (const KliCatalogueEntry *entry)
{
  g_autofree char *number = kli_format_number (entry->n_contacts, kli_locale_get_language ());

  g_autofree char *count = g_strdup_printf (ngettext ("%s contact", "%s contacts", entry->n_contacts), number);

  if (entry->row->kind != &kli_staff_member_kind || kli_row_get_integer (entry->row, KLI_STAFF_MEMBER_ACTIVE))
    return g_steal_pointer (&count);

  /* TRANSLATORS: of somebody who left; %s is “3 contacts” */
  return g_strdup_printf (_ ("%s, works here no more"), count);
}

/* The menu follows what is so now. */
static void
show_menu (KliCatalogueList *self, GtkWidget *button, const KliCatalogueEntry *entry)
{
  const char *words = leaving (entry) != NULL ? leaving (entry) : "";
  g_autoptr (GMenuModel) menu = NULL;

  if (g_strcmp0 (g_object_get_data (G_OBJECT (button), "kli-leaving"), words) == 0)
    return;
  menu = create_menu (self, entry);
  g_object_set_data_full (G_OBJECT (button), "kli-leaving", g_strdup (words), g_free);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), NULL);
  kli_menu_button_set_menu_later (GTK_MENU_BUTTON (button), menu);
}

static void
show_entry (KliCatalogueList *self, AdwActionRow *row, const KliCatalogueEntry *entry)
{
  GtkWidget *button = g_object_get_data (G_OBJECT (row), "kli-button");
  g_autofree char *name = kli_plain_line (kli_catalogue_entry_get_name (entry));
  g_autofree char *count = describe_count (entry);
  GtkWidget *spot = g_object_get_data (G_OBJECT (row), "kli-spot");
  g_autofree char *label = g_strdup_printf (C_ ("accessible", "What can be done with “%s”"), name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (row, count);
  show_menu (self, button, entry);
  if (spot != NULL)
    kli_chip_spot_set_colour (spot, kli_row_get_text (entry->row, KLI_TAG_COLOUR));
  gtk_widget_set_tooltip_text (button, label);
  kli_accessible_set_name (GTK_ACCESSIBLE (button), label);
}

static GtkWidget *
create_row (KliCatalogueList *self, const KliCatalogueEntry *entry)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, NULL);
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *spot = entry->row->kind == &kli_tag_kind ? kli_chip_spot_new ("") : NULL;

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  if (spot != NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), spot);
  g_object_set_data (G_OBJECT (row), "kli-spot", spot);
  g_object_set_data (G_OBJECT (row), "kli-button", button);
  g_object_set_data_full (G_OBJECT (row), "kli-id", g_memdup2 (&entry->row->id, sizeof entry->row->id), g_free);
  show_entry (self, ADW_ACTION_ROW (row), entry);

  return row;
}

static gint64
id_of (gpointer row)
{
  return *(const gint64 *)g_object_get_data (row, "kli-id");
}

/* Returns: (nullable): the line of @id from @place on. */
static GtkWidget *
find_row (KliCatalogueList *self, gint64 id, int place)
{
  GtkListBoxRow *row;

  for (; (row = gtk_list_box_get_row_at_index (self->rows, place)) != NULL; place++)
    if (id_of (row) == id)
      return GTK_WIDGET (row);

  return NULL;
}

/* Makes the line at @place that of @entry; those before it are right already. */
static void
put_row (KliCatalogueList *self, const KliCatalogueEntry *entry, int place)
{
  GtkListBoxRow *there = gtk_list_box_get_row_at_index (self->rows, place);
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (self->rows, place + 1);
  GtkWidget *elsewhere;

  /* One that is gone or goes further down: the others keep their lines. */
  if (next != NULL && id_of (next) == entry->row->id)
    {
      gtk_list_box_remove (self->rows, GTK_WIDGET (there));
      there = next;
    }
  if (there != NULL && id_of (there) == entry->row->id)
    {
      show_entry (self, ADW_ACTION_ROW (there), entry);
      return;
    }

  elsewhere = find_row (self, entry->row->id, place);
  if (elsewhere != NULL)
    gtk_list_box_remove (self->rows, elsewhere);
  gtk_list_box_insert (self->rows, create_row (self, entry), place);
}

static void
show_entries (KliCatalogueList *self, GPtrArray *entries)
{
  GtkListBoxRow *left;

  for (guint i = 0; i < entries->len; i++)
    put_row (self, g_ptr_array_index (entries, i), (int)i);
  while ((left = gtk_list_box_get_row_at_index (self->rows, (int)entries->len)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (left));
}

/* --- the keyboard ------------------------------------------------------------------------------- */

/* Returns: (nullable): the line that has the keyboard, or had it before another window came. */
static GtkWidget *
find_focused (KliCatalogueList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->rows))
             ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW)
             : NULL;
}

static gboolean
has_entry (GPtrArray *entries, gint64 id)
{
  for (guint i = 0; i < entries->len; i++)
    if (((const KliCatalogueEntry *)g_ptr_array_index (entries, i))->row->id == id)
      return TRUE;

  return FALSE;
}

/* Before the line that has the keyboard goes, the next one takes it, or the one before: where nothing has it, GTK gives
 * it to what comes first, and scrolls there. */
static void
save_focus (KliCatalogueList *self, GPtrArray *entries)
{
  GtkWidget *focused = find_focused (self);
  GtkListBoxRow *heir;
  int place;

  if (focused == NULL || has_entry (entries, id_of (focused)))
    return;
  place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focused));
  heir = gtk_list_box_get_row_at_index (self->rows, place + 1);
  if (heir == NULL && place > 0)
    heir = gtk_list_box_get_row_at_index (self->rows, place - 1);
  if (heir != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (heir));
}

void
kli_catalogue_list_show (KliCatalogueList *self, GPtrArray *entries)
{
  GtkWidget *focused, *moved;
  gint64 id;

  g_return_if_fail (KLI_IS_CATALOGUE_LIST (self));
  g_return_if_fail (entries != NULL);

  save_focus (self, entries);
  focused = find_focused (self);
  id = focused != NULL ? id_of (focused) : 0;
  show_entries (self, entries);
  gtk_widget_set_visible (self->search, entries->len >= SEARCH_MIN);
  moved = find_focused (self) == NULL ? find_row (self, id, 0) : NULL;
  if (moved != NULL)
    gtk_widget_grab_focus (moved);
}

/* --- searching ---------------------------------------------------------------------------------- */

static gboolean
filter_row (GtkListBoxRow *row, gpointer user_data)
{
  KliCatalogueList *self = user_data;
  g_autofree char *typed = kli_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_autofree char *name = kli_fold (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  return kli_fold_has_start (name, typed);
}

static void
search_changed_cb (KliCatalogueList *self)
{
  gboolean searching = *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';

  gtk_label_set_text (self->placeholder, searching ? _ ("Nothing of this name") : self->empty);
  gtk_list_box_invalidate_filter (self->rows);
}

static void
stop_search_cb (KliCatalogueList *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "window.close", NULL);
}

/* --- the object --------------------------------------------------------------------------------- */

static void
kli_catalogue_list_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (kli_catalogue_list_parent_class)->dispose (object);
}

static void
kli_catalogue_list_finalize (GObject *object)
{
  KliCatalogueList *self = KLI_CATALOGUE_LIST (object);

  g_free (self->edit);
  g_free (self->move);
  g_free (self->empty);
  G_OBJECT_CLASS (kli_catalogue_list_parent_class)->finalize (object);
}

static void
kli_catalogue_list_class_init (KliCatalogueListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kli_catalogue_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = kli_catalogue_list_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
create_search (KliCatalogueList *self)
{
  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", C_ ("filter", "Search"), "search-delay", 0, "visible", FALSE, NULL);
  kli_accessible_set_name (GTK_ACCESSIBLE (self->search), C_ ("filter", "Search"));
  gtk_widget_add_css_class (self->search, "catalogue-search");
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (stop_search_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->search, GTK_WIDGET (self));
}

static void
create_rows (KliCatalogueList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *body = adw_bin_new ();
  GtkWidget *rows = gtk_list_box_new ();

  self->rows = GTK_LIST_BOX (rows);
  gtk_list_box_set_selection_mode (self->rows, GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (self->rows, filter_row, self, NULL);
  gtk_list_box_set_placeholder (self->rows, GTK_WIDGET (self->placeholder));
  gtk_widget_add_css_class (rows, "boxed-list");
  gtk_widget_set_valign (rows, GTK_ALIGN_START);
  gtk_widget_add_css_class (body, "form-body");
  adw_bin_set_child (ADW_BIN (body), rows);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), body);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
}

static void
kli_catalogue_list_init (KliCatalogueList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  self->placeholder = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->placeholder, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->placeholder), "sub");
  gtk_widget_add_css_class (GTK_WIDGET (self->placeholder), "form-body");
  create_search (self);
  create_rows (self);
}

GtkWidget *
kli_catalogue_list_new (const char *edit, const char *move, const char *empty)
{
  KliCatalogueList *self;

  g_return_val_if_fail (edit != NULL && move != NULL && empty != NULL, NULL);

  self = g_object_new (KLI_TYPE_CATALOGUE_LIST, NULL);
  self->edit = g_strdup (edit);
  self->move = g_strdup (move);
  self->empty = g_strdup (empty);
  gtk_label_set_text (self->placeholder, empty);

  return GTK_WIDGET (self);
}
