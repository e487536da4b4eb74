/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row that chooses one of a column's fixed words. */
#include "ui/shared/kli-choice-row.h"

struct _KliChoiceRow
{
  AdwComboRow parent_instance;

  const char *const *choices; /* static, of the kind */
  gboolean showing;           /* we are setting it ourselves */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KliChoiceRow, kli_choice_row, ADW_TYPE_COMBO_ROW)

static void
selected_cb (KliChoiceRow *self)
{
  if (!self->showing && self->choices != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, kli_choice_row_get_choice (self));
}

void
kli_choice_row_set_choice (KliChoiceRow *self, const char *choice)
{
  g_return_if_fail (KLI_IS_CHOICE_ROW (self));

  self->showing = TRUE;
  for (guint i = 0; self->choices[i] != NULL; i++)
    if (g_strcmp0 (self->choices[i], choice) == 0)
      adw_combo_row_set_selected (ADW_COMBO_ROW (self), i);
  self->showing = FALSE;
}

const char *
kli_choice_row_get_choice (KliChoiceRow *self)
{
  guint selected;

  g_return_val_if_fail (KLI_IS_CHOICE_ROW (self), "");

  selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  return selected != GTK_INVALID_LIST_POSITION ? self->choices[selected] : self->choices[0];
}

/* --- words ---------------------------------------------------------------------------------------- */

/* The words of AdwComboRow end after 20 letters, also in its list. Ours are as long as there is room for them. */
static GtkWidget *
new_word (void)
{
  GtkWidget *word = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (word), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (word), 0);

  return word;
}

static const char *
get_word (GtkListItem *item)
{
  return gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_list_item_get_item (item)));
}

static void
set_up_chosen_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, new_word ());
}

static void
bind_chosen_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *word = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (word), get_word (item));
  gtk_widget_set_tooltip_text (word, get_word (item));
}

static void
set_up_offered_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), new_word ());
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_item_set_child (item, box);
}

static void
show_tick_cb (KliChoiceRow *self, GParamSpec *property, GtkListItem *item)
{
  GtkWidget *tick = gtk_widget_get_last_child (gtk_list_item_get_child (item));
  gboolean is_chosen = gtk_list_item_get_position (item) == adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  gtk_widget_set_opacity (tick, is_chosen ? 1 : 0);
}

static void
bind_offered_cb (GtkListItemFactory *factory, GtkListItem *item, KliChoiceRow *self)
{
  GtkWidget *word = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  gtk_label_set_text (GTK_LABEL (word), get_word (item));
  g_signal_connect_object (self, "notify::selected", G_CALLBACK (show_tick_cb), item, 0);
  show_tick_cb (self, NULL, item);
}

static void
unbind_offered_cb (GtkListItemFactory *factory, GtkListItem *item, KliChoiceRow *self)
{
  g_signal_handlers_disconnect_by_func (self, show_tick_cb, item);
}

static void
show_whole_words (KliChoiceRow *self)
{
  g_autoptr (GtkListItemFactory) chosen = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) offered = gtk_signal_list_item_factory_new ();

  g_signal_connect (chosen, "setup", G_CALLBACK (set_up_chosen_cb), NULL);
  g_signal_connect (chosen, "bind", G_CALLBACK (bind_chosen_cb), NULL);
  g_signal_connect (offered, "setup", G_CALLBACK (set_up_offered_cb), NULL);
  g_signal_connect_object (offered, "bind", G_CALLBACK (bind_offered_cb), self, 0);
  g_signal_connect_object (offered, "unbind", G_CALLBACK (unbind_offered_cb), self, 0);
  adw_combo_row_set_factory (ADW_COMBO_ROW (self), chosen);
  adw_combo_row_set_list_factory (ADW_COMBO_ROW (self), offered);
}

/* --- the object ----------------------------------------------------------------------------------- */

static void
kli_choice_row_class_init (KliChoiceRowClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
kli_choice_row_init (KliChoiceRow *self)
{
  show_whole_words (self);
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}

GtkWidget *
kli_choice_row_new (const char *title,
                    const KliKind *kind,
                    guint column,
                    const char *(*name_of) (guint column, const char *choice))
{
  KliChoiceRow *self = g_object_new (KLI_TYPE_CHOICE_ROW, "title", title, "use-markup", FALSE, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; kind->columns[column].choices[i] != NULL; i++)
    gtk_string_list_append (names, name_of (column, kind->columns[column].choices[i]));
  self->showing = TRUE;
  self->choices = kind->columns[column].choices;
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (names));
  self->showing = FALSE;

  return GTK_WIDGET (self);
}
