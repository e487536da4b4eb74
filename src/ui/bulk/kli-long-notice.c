/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The progress of long edits. Of several the oldest is shown, then the next; while there is none, that of making anew
 * what lists and searches go by. */
#include "ui/bulk/kli-long-notice.h"

#include "core/kli-format.h"
#include "ui/shared/kli-later.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-named.h"

#include <glib/gi18n.h>

/* What is done sooner needs no notice. */
#define SHOW_AFTER_MS 300

struct _KliLongNotice
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkLabel *title;
  GtkLabel *count;
  GtkProgressBar *bar;
  GtkWidget *cancel;

  KliStore *store; /* nullable */
  GQueue edits;    /* KliLongEdit, owned: those that run, oldest first */
  double mended;   /* 1: there is nothing to mend */
  guint show_timeout;
};

G_DEFINE_FINAL_TYPE (KliLongNotice, kli_long_notice, ADW_TYPE_BIN)

/* --- words -------------------------------------------------------------------------------------- */

static const struct
{
  const char *verb;
  const char *doing; /* a msgid with the context "progress" */
} words[] = {
  { "bulk-archive", NC_ ("progress", "Archiving contacts") },
  { "bulk-deputy", NC_ ("progress", "Changing the deputy for contacts") },
  { "bulk-manager", NC_ ("progress", "Handing over contacts") },
  { "bulk-note", NC_ ("progress", "Adding a note to contacts") },
  { "bulk-set", NC_ ("progress", "Changing a field of contacts") },
  { "bulk-tag-add", NC_ ("progress", "Adding a tag to contacts") },
  { "bulk-tag-remove", NC_ ("progress", "Removing a tag of contacts") },
  { "bulk-trash", NC_ ("progress", "Moving records to the trash") },
  { "bulk-unarchive", NC_ ("progress", "Bringing contacts back from the archive") },
  { "bulk-untrash", NC_ ("progress", "Restoring records from the trash") },
  { "import", NC_ ("progress", "Importing contacts") },
  { "redo", NC_ ("progress", "Doing it again") },
  { "undo", NC_ ("progress", "Taking it back") },
};

static const char *
what_is_done (KliLongEdit *edit)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].verb, kli_long_edit_get_verb (edit)))
      return g_dpgettext2 (NULL, "progress", words[i].doing);

  return C_ ("progress", "Changing records");
}

static void
show_edit (KliLongNotice *self, KliLongEdit *edit)
{
  KliLanguage language = kli_locale_get_language ();
  guint total = kli_long_edit_get_total (edit);
  g_autofree char *done = kli_format_number (kli_long_edit_get_done (edit), language);
  g_autofree char *all = kli_format_number (total, language);
  /* Translators: %1$s is how many records are done, %2$s how many there are. */
  g_autofree char *count = g_strdup_printf (C_ ("progress", "%1$s of %2$s"), done, all);

  gtk_label_set_text (self->title, what_is_done (edit));
  gtk_label_set_text (self->count, count);
  gtk_progress_bar_set_fraction (self->bar, total > 0 ? (double)kli_long_edit_get_done (edit) / total : 0);
  kli_accessible_set_name (GTK_ACCESSIBLE (self->bar), what_is_done (edit));
  gtk_widget_set_sensitive (self->cancel, !kli_long_edit_is_cancelled (edit));
}

static void
show_mending (KliLongNotice *self)
{
  const char *text = C_ ("progress", "Lists and search are being repaired. Until then they may be incomplete.");

  gtk_label_set_text (self->title, text);
  gtk_label_set_text (self->count, "");
  gtk_progress_bar_set_fraction (self->bar, self->mended);
  kli_accessible_set_name (GTK_ACCESSIBLE (self->bar), text);
}

static gboolean
is_busy (KliLongNotice *self)
{
  return !g_queue_is_empty (&self->edits) || self->mended < 1;
}

/* --- following ---------------------------------------------------------------------------------- */

static gboolean
show_cb (gpointer user_data)
{
  KliLongNotice *self = user_data;

  self->show_timeout = 0;
  kli_reveal (self->revealer, is_busy (self));

  return G_SOURCE_REMOVE;
}

static void
update (KliLongNotice *self)
{
  gtk_widget_set_visible (self->cancel, !g_queue_is_empty (&self->edits));
  if (!g_queue_is_empty (&self->edits))
    show_edit (self, g_queue_peek_head (&self->edits));
  else if (self->mended < 1)
    show_mending (self);

  if (!is_busy (self))
    {
      g_clear_handle_id (&self->show_timeout, g_source_remove);
      kli_reveal (self->revealer, FALSE);
    }
  else if (!gtk_revealer_get_reveal_child (self->revealer) && self->show_timeout == 0)
    self->show_timeout = g_timeout_add (SHOW_AFTER_MS, show_cb, self);
}

static void
progressed_cb (KliLongEdit *edit, KliLongNotice *self)
{
  if (kli_long_edit_is_over (edit))
    {
      g_signal_handlers_disconnect_by_data (edit, self);
      if (g_queue_remove (&self->edits, edit))
        g_object_unref (edit);
    }
  update (self);
}

static void
long_edit_cb (KliLongNotice *self, KliLongEdit *edit)
{
  g_queue_push_tail (&self->edits, g_object_ref (edit));
  g_signal_connect (edit, "progressed", G_CALLBACK (progressed_cb), self);
  update (self);
}

static void
mending_cb (KliLongNotice *self, double fraction)
{
  self->mended = fraction;
  update (self);
}

static void
cancel_cb (KliLongNotice *self)
{
  KliLongEdit *edit = g_queue_peek_head (&self->edits);

  if (edit == NULL)
    return;

  kli_long_edit_cancel (edit);
  gtk_widget_set_sensitive (self->cancel, FALSE);
}

static void
forget (KliLongNotice *self)
{
  KliLongEdit *edit;

  while ((edit = g_queue_pop_head (&self->edits)) != NULL)
    {
      g_signal_handlers_disconnect_by_data (edit, self);
      g_object_unref (edit);
    }
  g_clear_handle_id (&self->show_timeout, g_source_remove);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  self->mended = 1;
}

void
kli_long_notice_follow (KliLongNotice *self, KliStore *store)
{
  g_return_if_fail (KLI_IS_LONG_NOTICE (self));
  g_return_if_fail (store == NULL || KLI_IS_STORE (store));

  forget (self);
  kli_reveal (self->revealer, FALSE);
  if (store == NULL)
    return;

  self->store = g_object_ref (store);
  g_signal_connect_swapped (store, "long-edit", G_CALLBACK (long_edit_cb), self);
  g_signal_connect_swapped (store, "mending", G_CALLBACK (mending_cb), self);
}

static void
kli_long_notice_dispose (GObject *object)
{
  forget (KLI_LONG_NOTICE (object));
  G_OBJECT_CLASS (kli_long_notice_parent_class)->dispose (object);
}

static void
kli_long_notice_class_init (KliLongNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kli_long_notice_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/klientela/Klientela/ui/kli-long-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, KliLongNotice, revealer);
  gtk_widget_class_bind_template_child (widget_class, KliLongNotice, title);
  gtk_widget_class_bind_template_child (widget_class, KliLongNotice, count);
  gtk_widget_class_bind_template_child (widget_class, KliLongNotice, bar);
  gtk_widget_class_bind_template_child (widget_class, KliLongNotice, cancel);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
kli_long_notice_init (KliLongNotice *self)
{
  g_queue_init (&self->edits);
  self->mended = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
}
