/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small modal window over work that takes a while. */
#include "ui/shared/kli-busy.h"

#define SHOW_AFTER_MS 200
#define PULSE_MS 100

struct _KliBusy
{
  AdwWindow parent_instance;

  GtkLabel *text;
  GtkProgressBar *bar;
  GtkWidget *cancel;

  GCancellable *cancellable;
  guint show_timeout;
  guint pulse_timeout;
};

G_DEFINE_FINAL_TYPE (KliBusy, kli_busy, ADW_TYPE_WINDOW)

static gboolean
show_cb (gpointer user_data)
{
  KliBusy *self = user_data;

  self->show_timeout = 0;
  gtk_window_present (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

static gboolean
pulse_cb (gpointer user_data)
{
  gtk_progress_bar_pulse (KLI_BUSY (user_data)->bar);
  return G_SOURCE_CONTINUE;
}

static void
cancel_cb (KliBusy *self)
{
  gtk_widget_set_sensitive (self->cancel, FALSE);
  g_cancellable_cancel (self->cancellable);
}

static gboolean
kli_busy_close_request (GtkWindow *window)
{
  /* The work ends it, not a key. */
  return GDK_EVENT_STOP;
}

static void
kli_busy_dispose (GObject *object)
{
  KliBusy *self = KLI_BUSY (object);

  g_clear_handle_id (&self->show_timeout, g_source_remove);
  g_clear_handle_id (&self->pulse_timeout, g_source_remove);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (kli_busy_parent_class)->dispose (object);
}

static void
kli_busy_class_init (KliBusyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kli_busy_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = kli_busy_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/klientela/Klientela/ui/kli-busy.ui");
  gtk_widget_class_bind_template_child (widget_class, KliBusy, text);
  gtk_widget_class_bind_template_child (widget_class, KliBusy, bar);
  gtk_widget_class_bind_template_child (widget_class, KliBusy, cancel);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
kli_busy_init (KliBusy *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->show_timeout = g_timeout_add (SHOW_AFTER_MS, show_cb, self);
  self->pulse_timeout = g_timeout_add (PULSE_MS, pulse_cb, self);
}

KliBusy *
kli_busy_begin (GtkWindow *parent, const char *text, GCancellable *cancellable)
{
  KliBusy *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);

  self = g_object_new (KLI_TYPE_BUSY, "transient-for", parent, "title", text, NULL);
  gtk_label_set_text (self->text, text);
  g_set_object (&self->cancellable, cancellable);
  gtk_widget_set_visible (self->cancel, cancellable != NULL);

  return self;
}

void
kli_busy_set_fraction (KliBusy *self, double fraction)
{
  g_return_if_fail (KLI_IS_BUSY (self));

  if (fraction < 0)
    {
      if (self->pulse_timeout == 0)
        self->pulse_timeout = g_timeout_add (PULSE_MS, pulse_cb, self);
      return;
    }

  g_clear_handle_id (&self->pulse_timeout, g_source_remove);
  gtk_progress_bar_set_fraction (self->bar, MIN (fraction, 1.0));
}

void
kli_busy_end (KliBusy *self)
{
  g_return_if_fail (KLI_IS_BUSY (self));

  gtk_window_destroy (GTK_WINDOW (self));
}
