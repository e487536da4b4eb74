/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar of what is selected: in full, in words only, or as one menu, whatever there is room for. */
#include "ui/shared/kli-selection-bar.h"

#include "core/kli-format.h"
#include "ui/shared/kli-host.h"
#include "ui/shared/kli-later.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-named.h"
#include "ui/shared/kli-painted.h"

#include <glib/gi18n.h>

#define SELECT_ALL "selection.all"
#define END "selection.end"

struct _KliSelectionBar
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkLabel *count;
  AdwSqueezer *squeezer;

  GtkWidget *page;           /* around us; NULL when it is gone: a question keeps us longer */
  KliIdSelection *selection; /* owned */
  const KliListDeed *deeds;  /* static */
  guint n_deeds;
  KliStore *store;           /* owned; NULL before something was asked of it */
  GCancellable *cancellable; /* of what was asked about the selected ones; nullable */
};

G_DEFINE_FINAL_TYPE (KliSelectionBar, kli_selection_bar, ADW_TYPE_BIN)

static void add_deeds (KliSelectionBar *self);
static void update (KliSelectionBar *self);

/* --- deeds for some only ------------------------------------------------------------------------ */

#define DEED_BUTTON "kli-deed"

/* Whether it is offered sometimes only. */
static gboolean
is_special (const KliListDeed *deed)
{
  return deed->condition != NULL || deed->exactly != 0;
}

static void
offer (KliSelectionBar *self, const KliListDeed *deed, gboolean is_offered)
{
  gtk_widget_action_set_enabled (self->page, deed->action, is_offered);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->squeezer)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      if (g_object_get_data (G_OBJECT (child), DEED_BUTTON) == deed)
        gtk_widget_set_visible (child, is_offered);
}

/* A deed, and whom it asks about. */
typedef struct
{
  KliSelectionBar *bar; /* owned */
  const KliListDeed *deed;
} Question;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr (KliSelectionBar) self = question->bar;
  g_autoptr (KliAnswer) answer = kli_store_answer_finish (KLI_STORE (source), result, NULL);

  if (answer != NULL && self->selection != NULL && self->page != NULL)
    offer (self, question->deed, kli_id_selection_contains_any (self->selection, answer));
}

/* Those of @deed among what is shown; whether one of them is selected is seen when they are known. */
static void
ask (KliSelectionBar *self, const KliListDeed *deed)
{
  KliQueryList *list = kli_id_selection_get_list (self->selection);
  g_autoptr (KliQuery) query = NULL;
  Question *question;

  if (list == NULL || self->store == NULL)
    return;

  query = kli_query_with_condition (kli_query_list_get_query (list), deed->condition, deed->argument);
  question = g_new (Question, 1);
  question->bar = g_object_ref (self);
  question->deed = deed;
  kli_store_answer_async (self->store, query, self->cancellable, answered_cb, question);
}

/* The same may be selected and have changed. */
static void
find_store (KliSelectionBar *self)
{
  KliHost *host = kli_host_find (self->page);

  if (self->store != NULL || host == NULL || !g_set_object (&self->store, kli_host_get_store (host)))
    return;

  g_signal_connect_object (self->store, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static void
ask_for_special (KliSelectionBar *self, gboolean is_any_selected)
{
  find_store (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  for (guint i = 0; i < self->n_deeds; i++)
    if (self->deeds[i].condition != NULL && is_any_selected)
      ask (self, &self->deeds[i]);
    else if (self->deeds[i].condition != NULL)
      offer (self, &self->deeds[i], FALSE);
}

/* --- what is selected --------------------------------------------------------------------------- */

static void
update (KliSelectionBar *self)
{
  guint n = kli_id_selection_get_n_selected (self->selection);
  g_autofree char *number = kli_format_number (n, kli_locale_get_language ());
  g_autofree char *text = g_strdup_printf (ngettext ("%s selected", "%s selected", n), number);

  if (self->page == NULL)
    return;

  gtk_label_set_text (self->count, text);
  if (kli_id_selection_is_selecting (self->selection))
    add_deeds (self);
  kli_reveal (self->revealer, kli_id_selection_is_selecting (self->selection));
  for (guint i = 0; i < self->n_deeds; i++)
    if (self->deeds[i].exactly != 0)
      offer (self, &self->deeds[i], n == self->deeds[i].exactly);
    else if (self->deeds[i].condition == NULL)
      gtk_widget_action_set_enabled (self->page, self->deeds[i].action, n > 0);
  ask_for_special (self, n > 0);
}

static void
end_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kli_id_selection_set_selecting (KLI_SELECTION_BAR (widget)->selection, FALSE);
}

static void
select_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (KLI_SELECTION_BAR (widget)->selection));
}

static gboolean
escape_cb (GtkWidget *page, GVariant *args, gpointer user_data)
{
  KliSelectionBar *self = user_data;

  if (!kli_id_selection_is_selecting (self->selection))
    return FALSE;

  kli_id_selection_set_selecting (self->selection, FALSE);

  return TRUE;
}

static void
listen_for_escape (KliSelectionBar *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_callback_action_new (escape_cb, self, NULL)));
  gtk_widget_add_controller (self->page, keys);
}

/* --- the deeds ---------------------------------------------------------------------------------- */

static const char *
word_of (const KliListDeed *deed)
{
  return g_dpgettext2 (NULL, "menu", deed->label);
}

static char *
strip_mnemonic (const char *label)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", 2);

  return g_strjoinv ("", parts);
}

/* As an AdwButtonContent, which would say its name twice. @icon: (nullable) */
static GtkWidget *
create_content (const char *name, const char *icon)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (icon != NULL)
    gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (content), gtk_label_new (name));

  return content;
}

static GtkWidget *
create_button (const KliListDeed *deed, gboolean with_icon)
{
  g_autofree char *name = strip_mnemonic (word_of (deed));
  GtkWidget *button = gtk_button_new ();

  if (deed->apart)
    {
      gtk_button_set_icon_name (GTK_BUTTON (button), deed->icon);
      gtk_widget_set_tooltip_text (button, name);
    }
  else
    gtk_button_set_child (GTK_BUTTON (button), create_content (name, with_icon ? deed->icon : NULL));
  kli_accessible_set_name (GTK_ACCESSIBLE (button), name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), deed->action);
  g_object_set_data (G_OBJECT (button), DEED_BUTTON, (gpointer)deed);
  gtk_widget_set_visible (button, !is_special (deed));

  return button;
}

static GtkWidget *
create_select_all (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (C_ ("button", "Select _All"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), SELECT_ALL);
  gtk_widget_add_css_class (button, "flat");

  return button;
}

static GtkWidget *
create_row (KliSelectionBar *self, gboolean with_icons)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_halign (row, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (row), create_select_all ());
  for (guint i = 0; i < self->n_deeds; i++)
    gtk_box_append (GTK_BOX (row), create_button (&self->deeds[i], with_icons));

  return row;
}

static void
append_item (GMenu *menu, const KliListDeed *deed)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (word_of (deed), deed->action);

  if (is_special (deed))
    g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

static GtkWidget *
create_menu_button (KliSelectionBar *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) section = NULL;
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (first, C_ ("button", "Select _All"), SELECT_ALL);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  for (guint i = 0; i < self->n_deeds; i++)
    {
      if (section == NULL || (self->deeds[i].apart && !self->deeds[i - 1].apart))
        {
          g_clear_object (&section);
          section = g_menu_new ();
          g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
        }
      append_item (section, &self->deeds[i]);
    }
  kli_menu_button_set_menu_later (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), C_ ("button", "More"));
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  kli_accessible_set_name (GTK_ACCESSIBLE (button), C_ ("button", "More"));

  return button;
}

/* They would delay the first sight of the page; and made with the first press of Select All they would hold up that. */
static void
add_deeds (KliSelectionBar *self)
{
  if (gtk_widget_get_first_child (GTK_WIDGET (self->squeezer)) != NULL)
    return;

  adw_squeezer_add (self->squeezer, create_row (self, TRUE));
  adw_squeezer_add (self->squeezer, create_row (self, FALSE));
  adw_squeezer_add (self->squeezer, create_menu_button (self));
}

static void
painted_cb (gpointer user_data)
{
  add_deeds (user_data);
}

void
kli_selection_bar_set_up (
    KliSelectionBar *self, GtkWidget *page, KliIdSelection *selection, const KliListDeed *deeds, guint n_deeds)
{
  g_return_if_fail (KLI_IS_SELECTION_BAR (self) && self->selection == NULL);
  g_return_if_fail (GTK_IS_WIDGET (page));
  g_return_if_fail (KLI_IS_ID_SELECTION (selection));

  g_set_weak_pointer (&self->page, page);
  self->selection = g_object_ref (selection);
  self->deeds = deeds;
  self->n_deeds = n_deeds;
  listen_for_escape (self);
  g_signal_connect_object (selection, "notify::selecting", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "notify::n-selected", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  kli_when_painted (GTK_WIDGET (self), painted_cb, self);
}

static void
kli_selection_bar_dispose (GObject *object)
{
  KliSelectionBar *self = KLI_SELECTION_BAR (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_object (&self->selection);
  g_clear_weak_pointer (&self->page);
  G_OBJECT_CLASS (kli_selection_bar_parent_class)->dispose (object);
}

static void
kli_selection_bar_class_init (KliSelectionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kli_selection_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/klientela/Klientela/ui/kli-selection-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, KliSelectionBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, KliSelectionBar, count);
  gtk_widget_class_bind_template_child (widget_class, KliSelectionBar, squeezer);
  gtk_widget_class_install_action (widget_class, SELECT_ALL, NULL, select_all_action);
  gtk_widget_class_install_action (widget_class, END, NULL, end_action);
}

static void
kli_selection_bar_init (KliSelectionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
