/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part of a pane: a heading over a boxed list of rows. */
#include "ui/shared/kli-section.h"

#include "ui/shared/kli-later.h"
#include "ui/shared/kli-named.h"
#include "ui/shared/kli-plain.h"

#include <adwaita.h>

struct _KliSection
{
  GtkWidget parent_instance;

  GtkWidget *heading; /* the line */
  GtkLabel *title;
  GtkLabel *detail;
  GtkWidget *add; /* NULL until there is one */
  GtkWidget *list;
  GtkWidget *first; /* (nullable): in the place of the heading over nothing */
};

G_DEFINE_FINAL_TYPE (KliSection, kli_section, GTK_TYPE_WIDGET)

GtkListBox *
kli_section_get_list (KliSection *self)
{
  g_return_val_if_fail (KLI_IS_SECTION (self), NULL);

  return GTK_LIST_BOX (self->list);
}

/* A heading over nothing says nothing. The keyboard stays with what adds. */
static void
filled_cb (KliSection *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean filled = gtk_widget_get_visible (self->list);
  GtkWidget *leaving = filled ? self->first : self->heading;
  GtkWidget *coming = filled ? self->heading : self->first;
  gboolean had_focus = FALSE;

  if (self->first == NULL)
    return;
  /* An open menu gives the keyboard back by itself. */
  had_focus = focus != NULL && gtk_widget_is_ancestor (focus, leaving)
              && gtk_widget_get_native (focus) == gtk_widget_get_native (GTK_WIDGET (self));
  gtk_widget_set_visible (leaving, FALSE);
  gtk_widget_set_visible (coming, TRUE);
  if (had_focus)
    gtk_widget_child_focus (coming, GTK_DIR_TAB_FORWARD);
}

void
kli_section_append (KliSection *self, GtkWidget *row)
{
  g_return_if_fail (KLI_IS_SECTION (self));

  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  gtk_widget_set_visible (self->list, TRUE);
}

void
kli_section_clear (KliSection *self)
{
  GtkWidget *row;

  g_return_if_fail (KLI_IS_SECTION (self));

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  gtk_widget_set_visible (self->list, FALSE);
}

void
kli_section_set_title (KliSection *self, const char *title)
{
  g_return_if_fail (KLI_IS_SECTION (self));

  gtk_label_set_text (self->title, title);
  kli_accessible_set_name (GTK_ACCESSIBLE (self), title);
}

void
kli_section_set_detail (KliSection *self, const char *detail)
{
  g_return_if_fail (KLI_IS_SECTION (self));

  gtk_label_set_text (self->detail, detail != NULL ? detail : "");
}

/* @button: wide, with @name to read */
static void
set_first (KliSection *self, GtkWidget *button, const char *name)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (line), label);
  if (GTK_IS_MENU_BUTTON (button))
    {
      gtk_menu_button_set_child (GTK_MENU_BUTTON (button), line);
      /* What GTK wraps it in is in the middle. */
      gtk_widget_set_halign (gtk_widget_get_parent (line), GTK_ALIGN_FILL);
    }
  else
    gtk_button_set_child (GTK_BUTTON (button), line);
  kli_accessible_set_name (GTK_ACCESSIBLE (button), name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_hexpand (button, TRUE);
  self->first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->first, "card");
  gtk_widget_add_css_class (self->first, "section-first");
  gtk_box_append (GTK_BOX (self->first), button);
  gtk_widget_set_parent (self->first, GTK_WIDGET (self));
  g_signal_connect_object (self->list, "notify::visible", G_CALLBACK (filled_cb), self, G_CONNECT_SWAPPED);
  filled_cb (self);
}

void
kli_section_set_add (KliSection *self, const char *name, const char *action)
{
  GtkWidget *first;

  g_return_if_fail (KLI_IS_SECTION (self));
  g_return_if_fail (self->add == NULL);

  self->add = kli_row_button_new ("list-add-symbolic", name, action, NULL);
  gtk_box_append (GTK_BOX (self->heading), self->add);
  first = gtk_button_new ();
  gtk_actionable_set_action_name (GTK_ACTIONABLE (first), action);
  set_first (self, first, name);
}

void
kli_section_set_add_menu (KliSection *self, const char *name, GMenuModel *menu)
{
  GtkWidget *first;

  g_return_if_fail (KLI_IS_SECTION (self));
  g_return_if_fail (self->add == NULL);

  self->add = kli_row_menu_button_new ("list-add-symbolic", name, menu);
  gtk_box_append (GTK_BOX (self->heading), self->add);
  first = gtk_menu_button_new ();
  kli_menu_button_set_menu_later (GTK_MENU_BUTTON (first), menu);
  set_first (self, first, name);
}

static void
look_like_row_button (GtkWidget *button, const char *name)
{
  gtk_widget_set_tooltip_text (button, name);
  kli_name_by_tooltips (button);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
}

GtkWidget *
kli_row_button_new (const char *icon_name, const char *name, const char *action, GVariant *target)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  look_like_row_button (button, name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);

  return button;
}

GtkWidget *
kli_row_menu_button_new (const char *icon_name, const char *name, GMenuModel *menu)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), icon_name);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  look_like_row_button (button, name);

  return button;
}

GtkWidget *
kli_section_row_new (
    GtkWidget *prefix, const char *title, const char *subtitle, GtkWidget *suffix, const char *action, GVariant *target)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title_line = kli_plain_line (title);
  g_autofree char *subtitle_line = kli_plain_line (subtitle);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title_line);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle_line);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  if (prefix != NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), prefix);
  if (suffix != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), suffix);
  if (action != NULL)
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
      gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), target);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    }

  return row;
}

static void
kli_section_dispose (GObject *object)
{
  KliSection *self = KLI_SECTION (object);

  g_clear_pointer (&self->heading, gtk_widget_unparent);
  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_pointer (&self->first, gtk_widget_unparent);
  G_OBJECT_CLASS (kli_section_parent_class)->dispose (object);
}

static void
kli_section_class_init (KliSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kli_section_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
kli_section_init (KliSection *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);

  self->heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->heading, "section-heading");
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_visible (self->list, FALSE);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

GtkWidget *
kli_section_new (const char *title)
{
  KliSection *self = g_object_new (KLI_TYPE_SECTION, NULL);

  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_box_append (GTK_BOX (self->heading), GTK_WIDGET (self->title));
  self->detail = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "sub");
  gtk_box_append (GTK_BOX (self->heading), GTK_WIDGET (self->detail));
  kli_section_set_title (self, title);

  return GTK_WIDGET (self);
}
