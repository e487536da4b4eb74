/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tags there are, those that begin like what is typed. */
#include "ui/bulk/kli-tag-choice.h"

#include "core/kli-fold.h"
#include "core/kli-kinds.h"
#include "operations/kli-catalogue.h"
#include "ui/shared/kli-named.h"
#include "ui/shared/kli-plain.h"

#include <glib/gi18n.h>

/* More would hide what the form is about. */
#define MAX_SHOWN 12

struct _KliTagChoice
{
  AdwBin parent_instance;

  GtkFlowBox *chips;
  GtkWidget *entry; /* weak */
  GPtrArray *names; /* owned: of every tag */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (KliTagChoice, kli_tag_choice, ADW_TYPE_BIN)

static void
chip_cb (GtkButton *chip, KliTagChoice *self)
{
  if (self->entry == NULL)
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->entry), g_object_get_data (G_OBJECT (chip), "kli-tag"));
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static void
add_chip (KliTagChoice *self, const char *name)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *child = gtk_flow_box_child_new ();

  kli_label_set_plain (GTK_LABEL (label), name);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  kli_label_add_tooltip (GTK_LABEL (label));
  gtk_button_set_child (GTK_BUTTON (chip), label);
  gtk_widget_add_css_class (chip, "pill-s");
  kli_accessible_set_name (GTK_ACCESSIBLE (chip), gtk_label_get_text (GTK_LABEL (label)));
  g_object_set_data_full (G_OBJECT (chip), "kli-tag", g_strdup (name), g_free);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_cb), self, 0);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), chip);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_append (self->chips, child);
}

static gboolean
begins_like (const char *name, const char *typed)
{
  g_autofree char *folded = kli_fold (name);
  g_autofree char *beginning = kli_fold (typed);

  return g_str_has_prefix (folded, beginning);
}

static void
update (KliTagChoice *self)
{
  const char *typed = self->entry != NULL ? gtk_editable_get_text (GTK_EDITABLE (self->entry)) : "";
  guint n = 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_flow_box_remove (self->chips, child);
  for (guint i = 0; i < self->names->len && n < MAX_SHOWN; i++)
    if (begins_like (g_ptr_array_index (self->names, i), typed))
      {
        add_chip (self, g_ptr_array_index (self->names, i));
        n++;
      }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KliTagChoice) self = user_data;
  g_autoptr (GPtrArray) tags = kli_store_read_finish (KLI_STORE (source), result, NULL);

  for (guint i = 0; tags != NULL && i < tags->len; i++)
    g_ptr_array_add (self->names, g_strdup (kli_catalogue_entry_get_name (g_ptr_array_index (tags, i))));
  update (self);
}

static void
kli_tag_choice_dispose (GObject *object)
{
  KliTagChoice *self = KLI_TAG_CHOICE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_weak_pointer (&self->entry);
  G_OBJECT_CLASS (kli_tag_choice_parent_class)->dispose (object);
}

static void
kli_tag_choice_finalize (GObject *object)
{
  KliTagChoice *self = KLI_TAG_CHOICE (object);

  g_ptr_array_unref (self->names);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (kli_tag_choice_parent_class)->finalize (object);
}

static void
kli_tag_choice_class_init (KliTagChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kli_tag_choice_dispose;
  G_OBJECT_CLASS (klass)->finalize = kli_tag_choice_finalize;
}

static void
kli_tag_choice_init (KliTagChoice *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->cancellable = g_cancellable_new ();
  self->chips = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->chips, GTK_SELECTION_NONE);
  gtk_flow_box_set_row_spacing (self->chips, 6);
  gtk_flow_box_set_column_spacing (self->chips, 6);
  gtk_flow_box_set_max_children_per_line (self->chips, 6);
  kli_accessible_set_name (GTK_ACCESSIBLE (self->chips), C_ ("contact", "Tags"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->chips));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
kli_tag_choice_new (KliStore *store, GtkWidget *entry)
{
  KliTagChoice *self;

  g_return_val_if_fail (KLI_IS_STORE (store), NULL);
  g_return_val_if_fail (GTK_IS_EDITABLE (entry), NULL);

  self = g_object_new (KLI_TYPE_TAG_CHOICE, NULL);
  g_set_weak_pointer (&self->entry, entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  kli_store_read_async (store, kli_catalogue_read_func, (gpointer)&kli_tag_kind, NULL,
                        (GDestroyNotify)g_ptr_array_unref, self->cancellable, read_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}
