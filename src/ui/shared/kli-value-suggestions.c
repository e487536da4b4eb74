/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values are read when they are first asked for, and once for each condition. */
#include "ui/shared/kli-value-suggestions.h"

#include "core/kli-fold.h"
#include "core/kli-format.h"
#include "store/kli-answer.h"
#include "store/kli-values.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-named.h"
#include "ui/shared/kli-plain.h"
#include "ui/shared/kli-suggestions.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MAX_SHOWN 8

#define ROW_NAME "kli-name"

struct _KliValueSuggestions
{
  GObject parent_instance;

  GtkEditable *entry; /* owns us */
  KliSuggestions *list;
  KliStore *store;               /* nullable: NULL for words of our own */
  const KliCondition *condition; /* nullable, static */
  GPtrArray *values;             /* KliValue of the condition; NULL before they are read */
  GCancellable *cancellable;     /* of the reading under way; nullable */
  gboolean setting;              /* we are writing the name ourselves */
};

G_DEFINE_FINAL_TYPE (KliValueSuggestions, kli_value_suggestions, G_TYPE_OBJECT)

/* Whether a word of @name begins like @typed, which is folded. */
static gboolean
fits (const char *name, const char *typed)
{
  g_autofree char *folded = kli_fold (name);

  return kli_fold_has_start (folded, typed);
}

static GtkWidget *
create_row (const KliValue *value)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (NULL);
  g_autofree char *number = kli_format_number (value->n, kli_locale_get_language ());
  GtkWidget *count = gtk_label_new (value->n > 0 ? number : NULL);

  kli_label_set_plain (GTK_LABEL (name), value->name);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  kli_label_add_tooltip (GTK_LABEL (name));
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (count, "count");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  kli_accessible_set_name (GTK_ACCESSIBLE (row), gtk_label_get_text (GTK_LABEL (name)));
  g_object_set_data_full (G_OBJECT (row), ROW_NAME, g_strdup (value->name), g_free);

  return row;
}

/* What was typed to its end needs no list over the next field. */
static gboolean
is_typed_out (KliValueSuggestions *self, const KliValue *only)
{
  return only != NULL && g_str_equal (only->name, gtk_editable_get_text (self->entry));
}

static void
suggest (KliValueSuggestions *self)
{
  g_autofree char *typed = kli_fold (gtk_editable_get_text (self->entry));
  const KliValue *found = NULL;
  guint n = 0;

  kli_suggestions_clear (self->list);
  for (guint i = 0; i < self->values->len && n < MAX_SHOWN; i++)
    {
      const KliValue *value = g_ptr_array_index (self->values, i);

      if (!fits (value->name, typed))
        continue;
      kli_suggestions_append (self->list, create_row (value));
      found = value;
      n++;
    }
  if (n == 1 && is_typed_out (self, found))
    kli_suggestions_clear (self->list);
  kli_suggestions_show (self->list);
}

/* Whoever went on to something else meanwhile wants no list over it. */
static gboolean
has_keyboard (KliValueSuggestions *self)
{
  return gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (self->entry)));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KliValueSuggestions) self = user_data;
  GPtrArray *values = kli_store_read_finish (KLI_STORE (source), result, NULL);

  /* Another condition was chosen meanwhile, or the entry is gone. */
  if (values == NULL)
    return;

  self->values = values;
  if (has_keyboard (self))
    suggest (self);
}

static void
forget_values (KliValueSuggestions *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->values, g_ptr_array_unref);
}

static void
wanted_cb (KliValueSuggestions *self)
{
  if (self->values != NULL)
    {
      suggest (self);
      return;
    }
  if (self->cancellable != NULL || self->condition == NULL || self->store == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  kli_store_read_async (self->store, kli_values_read_func, (gpointer)self->condition, NULL,
                        (GDestroyNotify)g_ptr_array_unref, self->cancellable, read_cb, g_object_ref (self));
}

static void
arrow_cb (KliValueSuggestions *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  wanted_cb (self);
}

/* What is put in by a program, or taken out, asks for nothing. */
static void
typed_cb (KliValueSuggestions *self)
{
  if (self->setting || !has_keyboard (self))
    return;
  if (*gtk_editable_get_text (self->entry) != '\0')
    {
      wanted_cb (self);
      return;
    }
  kli_suggestions_clear (self->list);
  kli_suggestions_show (self->list);
}

static void
chosen_cb (KliValueSuggestions *self, GtkListBoxRow *row)
{
  self->setting = TRUE;
  gtk_editable_set_text (self->entry, g_object_get_data (G_OBJECT (row), ROW_NAME));
  gtk_editable_set_position (self->entry, -1);
  self->setting = FALSE;
}

void
kli_value_suggestions_set_condition (KliValueSuggestions *self, const KliCondition *condition)
{
  g_return_if_fail (KLI_IS_VALUE_SUGGESTIONS (self));

  if (self->condition == condition)
    return;

  forget_values (self);
  self->condition = condition;
}

void
kli_value_suggestions_set_words (KliValueSuggestions *self, const char *const *words)
{
  g_return_if_fail (KLI_IS_VALUE_SUGGESTIONS (self) && words != NULL);

  forget_values (self);
  self->condition = NULL;
  self->values = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_value_free);
  for (guint i = 0; words[i] != NULL; i++)
    {
      KliValue *value = g_new0 (KliValue, 1);

      value->name = g_strdup (words[i]);
      g_ptr_array_add (self->values, value);
    }
}

/* --- the object --------------------------------------------------------------------------------- */

static void
kli_value_suggestions_finalize (GObject *object)
{
  KliValueSuggestions *self = KLI_VALUE_SUGGESTIONS (object);

  forget_values (self);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (kli_value_suggestions_parent_class)->finalize (object);
}

static void
kli_value_suggestions_class_init (KliValueSuggestionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kli_value_suggestions_finalize;
}

static void
kli_value_suggestions_init (KliValueSuggestions *self)
{
}

/* Those who do not know of the Down key see that there is something to choose from. */
static void
add_arrow (KliValueSuggestions *self)
{
  const char *name = C_ ("tooltip", "Show what there is to choose from");
  GtkWidget *arrow;

  if (GTK_IS_ENTRY (self->entry))
    {
      gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_SECONDARY, "pan-down-symbolic");
      gtk_entry_set_icon_tooltip_text (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_SECONDARY, name);
      g_signal_connect_object (self->entry, "icon-press", G_CALLBACK (arrow_cb), self, G_CONNECT_SWAPPED);
      return;
    }
  arrow = gtk_button_new_from_icon_name ("pan-down-symbolic");
  gtk_widget_set_valign (arrow, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (arrow, "flat");
  gtk_widget_set_tooltip_text (arrow, name);
  kli_accessible_set_name (GTK_ACCESSIBLE (arrow), name);
  g_signal_connect_object (arrow, "clicked", G_CALLBACK (arrow_cb), self, G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->entry), arrow);
}

KliValueSuggestions *
kli_value_suggestions_new (GtkWidget *entry, KliStore *store, const KliCondition *condition)
{
  KliValueSuggestions *self;

  g_return_val_if_fail (GTK_IS_EDITABLE (entry), NULL);
  g_return_val_if_fail (store == NULL || KLI_IS_STORE (store), NULL);

  self = g_object_new (KLI_TYPE_VALUE_SUGGESTIONS, NULL);
  self->entry = GTK_EDITABLE (entry);
  g_set_object (&self->store, store);
  self->condition = condition;
  self->list = kli_suggestions_new (entry, FALSE);
  add_arrow (self);
  g_signal_connect_object (self->list, "wanted", G_CALLBACK (wanted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "destroy", G_CALLBACK (forget_values), self, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (entry), "kli-value-suggestions", self, g_object_unref);

  return self;
}
