/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filter builder. It counts in the background while it is changed; the newest question wins. */
#include "ui/filter/kli-filter-dialog.h"

#include "core/kli-format.h"
#include "core/kli-query-text.h"
#include "core/kli-query.h"
#include "model/kli-live-keys.h"
#include "store/kli-answer.h"
#include "ui/filter/kli-filter-group.h"
#include "ui/shared/kli-fit.h"
#include "ui/shared/kli-form-dialog.h"
#include "ui/shared/kli-locale.h"

#include <glib/gi18n.h>

/* Room for a condition a line, and for a few of them. */
#define WIDTH 600
#define HEIGHT 480

/* What a builder is about; kept on its window. */
typedef struct
{
  GWeakRef widget;
  KliFilterFunc func;
  KliStore *store;
  KliFilterGroup *group;
  GtkLabel *count;
  GtkLabel *typed;           /* what would be typed for the same */
  GCancellable *cancellable; /* of the count under way */
} Builder;

static void
builder_free (gpointer data)
{
  Builder *builder = data;

  g_cancellable_cancel (builder->cancellable);
  g_clear_object (&builder->cancellable);
  g_object_unref (builder->store);
  g_weak_ref_clear (&builder->widget);
  g_free (builder);
}

static Builder *
builder_of (GObject *dialog)
{
  return g_object_get_data (dialog, "kli-builder");
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KliFormDialog) dialog = user_data;
  g_autoptr (KliAnswer) answer = kli_store_answer_finish (KLI_STORE (source), result, NULL);
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  guint n;

  /* One that was overtaken has no answer; one whose window is closed has nobody to tell. */
  if (answer == NULL || gtk_widget_in_destruction (GTK_WIDGET (dialog)))
    return;

  n = kli_answer_get_n_items (answer);
  number = kli_format_number (n, kli_locale_get_language ());
  text = g_strdup_printf (ngettext ("%s contact found", "%s contacts found", n), number);
  gtk_label_set_text (builder_of (G_OBJECT (dialog))->count, text);
}

/* @filter: (nullable) */
static void
show_typed (Builder *builder, KliFilter *filter)
{
  const KliQueryKeys *keys = kli_live_keys_get (kli_live_keys_of (builder->store));
  g_autofree char *text = filter != NULL ? kli_query_text_print (KLI_QUERY_CONTACTS, keys, filter) : NULL;
  g_autofree char *sentence = text != NULL ? g_strdup_printf (_ ("The same, typed: %s"), text) : NULL;

  gtk_label_set_text (builder->typed, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (builder->typed), sentence != NULL);
}

static void
count (KliFormDialog *dialog)
{
  Builder *builder = builder_of (G_OBJECT (dialog));
  g_autoptr (KliFilter) filter = kli_filter_group_read (builder->group);
  g_autoptr (KliQuery) everybody = kli_query_new (KLI_QUERY_CONTACTS, NULL, NULL);
  g_autoptr (KliQuery) query = kli_query_with_filter (everybody, filter);

  show_typed (builder, filter);
  g_cancellable_cancel (builder->cancellable);
  g_clear_object (&builder->cancellable);
  builder->cancellable = g_cancellable_new ();
  kli_store_answer_async (builder->store, query, builder->cancellable, counted_cb, g_object_ref (dialog));
}

static void
accept_cb (KliFormDialog *dialog)
{
  Builder *builder = builder_of (G_OBJECT (dialog));
  g_autoptr (KliFilter) filter = kli_filter_group_read (builder->group);
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&builder->widget);

  if (widget != NULL)
    builder->func (widget, filter);
  kli_form_dialog_finish (dialog, NULL);
}

void
kli_filter_dialog_present (GtkWidget *widget, KliStore *store, const KliFilter *filter, KliFilterFunc func)
{
  GtkWindow *parent;
  KliFormDialog *dialog;
  Builder *builder;

  g_return_if_fail (GTK_IS_WIDGET (widget) && KLI_IS_STORE (store) && func != NULL);

  parent = GTK_WINDOW (gtk_widget_get_root (widget));
  dialog = kli_form_dialog_new (parent, C_ ("window title", "Filter"), C_ ("button", "_Apply"));
  builder = g_new0 (Builder, 1);
  g_weak_ref_init (&builder->widget, widget);
  builder->func = func;
  builder->store = g_object_ref (store);
  builder->group = KLI_FILTER_GROUP (kli_filter_group_new (store, filter, FALSE));
  builder->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (builder->count, 0);
  gtk_widget_add_css_class (GTK_WIDGET (builder->count), "sub");
  builder->typed = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (builder->typed, 0);
  gtk_label_set_wrap (builder->typed, TRUE);
  gtk_label_set_wrap_mode (builder->typed, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (builder->typed, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (builder->typed), "sub");
  g_object_set_data_full (G_OBJECT (dialog), "kli-builder", builder, builder_free);
  kli_form_dialog_add_row (dialog, GTK_WIDGET (builder->group));
  /* Under what they are about: where they grow, nothing moves away from under the pointer. */
  kli_form_dialog_begin_group (dialog, NULL);
  kli_form_dialog_add_row (dialog, GTK_WIDGET (builder->count));
  kli_form_dialog_add_row (dialog, GTK_WIDGET (builder->typed));
  g_signal_connect_object (builder->group, "changed", G_CALLBACK (count), dialog, G_CONNECT_SWAPPED);
  g_signal_connect (dialog, "accept", G_CALLBACK (accept_cb), NULL);
  count (dialog);
  gtk_window_set_default_size (GTK_WINDOW (dialog), WIDTH, HEIGHT);
  kli_fit_to_parent (GTK_WINDOW (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_child_focus (GTK_WIDGET (builder->group), GTK_DIR_TAB_FORWARD);
}
