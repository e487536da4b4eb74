/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row with several lines of text, edited in place. */
#include "ui/shared/kli-text-row.h"

#include "ui/shared/kli-named.h"

#include "model/kli-field.h"
#include "ui/shared/kli-pending.h"

#define DRAFT_AFTER_MS 2000

struct _KliTextRow
{
  GtkListBoxRow parent_instance;

  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkLabel *placeholder;
  GtkLabel *problem;

  KliField *field;
  KliPending *pending; /* the list we stand on while not clean; owned */
  guint draft_source;
  gboolean showing; /* we are writing into the buffer ourselves */
};

enum
{
  SAVE,
  TYPING,
  SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KliTextRow, kli_text_row, GTK_TYPE_LIST_BOX_ROW)

static char *
get_typed (KliTextRow *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
leave (KliTextRow *self)
{
  KliFieldLeave answer;

  g_clear_handle_id (&self->draft_source, g_source_remove);
  /* Of two versions of a note neither may be lost by a question: what was typed last is saved, the other
   * stays in the history. */
  answer = kli_field_leave (self->field);
  if (answer == KLI_FIELD_ASK)
    kli_field_keep_mine (self->field);
  if (answer != KLI_FIELD_NOTHING)
    g_signal_emit (self, signals[SAVE], 0, kli_field_get_text (self->field));
}

static void
leave_cb (GtkWidget *editor)
{
  leave (KLI_TEXT_ROW (editor));
}

static void
stand_in_line (KliTextRow *self)
{
  if (kli_field_get_state (self->field) == KLI_FIELD_CLEAN)
    {
      if (self->pending != NULL)
        kli_pending_remove (self->pending, GTK_WIDGET (self));
      g_clear_object (&self->pending);
      return;
    }
  if (self->pending == NULL)
    g_set_object (&self->pending, kli_pending_of (GTK_WIDGET (self)));
  if (self->pending != NULL)
    kli_pending_add (self->pending, GTK_WIDGET (self), self->field, leave_cb);
}

static void
field_changed_cb (KliTextRow *self)
{
  g_autofree char *typed = get_typed (self);
  const char *text = kli_field_get_text (self->field);
  const char *problem = kli_field_get_problem (self->field);

  stand_in_line (self);
  self->showing = TRUE;
  if (!g_str_equal (typed, text))
    gtk_text_buffer_set_text (self->buffer, text, -1);
  self->showing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->placeholder), *text == '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  if (kli_field_get_state (self->field) == KLI_FIELD_CLEAN)
    g_signal_emit (self, signals[SETTLED], 0);
}

static gboolean
draft_due_cb (gpointer user_data)
{
  KliTextRow *self = user_data;

  self->draft_source = 0;
  g_signal_emit (self, signals[TYPING], 0, kli_field_get_text (self->field));

  return G_SOURCE_REMOVE;
}

static void
typed_cb (KliTextRow *self)
{
  g_autofree char *typed = NULL;

  if (self->showing)
    return;

  typed = get_typed (self);
  kli_field_set_text (self->field, typed);
  g_clear_handle_id (&self->draft_source, g_source_remove);
  self->draft_source = g_timeout_add (DRAFT_AFTER_MS, draft_due_cb, self);
}

static gboolean
key_pressed_cb (KliTextRow *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape || kli_field_get_state (self->field) == KLI_FIELD_CLEAN)
    return GDK_EVENT_PROPAGATE;

  g_clear_handle_id (&self->draft_source, g_source_remove);
  kli_field_revert (self->field);

  return GDK_EVENT_STOP;
}

void
kli_text_row_set_value (KliTextRow *self, const char *stored)
{
  g_return_if_fail (KLI_IS_TEXT_ROW (self));

  kli_field_set_stored (self->field, stored);
}

void
kli_text_row_saved (KliTextRow *self, const char *problem)
{
  g_return_if_fail (KLI_IS_TEXT_ROW (self));

  kli_field_acknowledge (self->field, problem);
}

void
kli_text_row_start (KliTextRow *self, const char *text)
{
  GtkTextIter end;

  g_return_if_fail (KLI_IS_TEXT_ROW (self));

  if (text != NULL)
    gtk_text_buffer_set_text (self->buffer, text, -1);

  gtk_text_buffer_get_end_iter (self->buffer, &end);
  gtk_text_buffer_place_cursor (self->buffer, &end);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
kli_text_row_dispose (GObject *object)
{
  KliTextRow *self = KLI_TEXT_ROW (object);

  g_clear_handle_id (&self->draft_source, g_source_remove);
  if (self->pending != NULL)
    kli_pending_remove (self->pending, GTK_WIDGET (self));
  g_clear_object (&self->pending);
  gtk_widget_dispose_template (GTK_WIDGET (self), KLI_TYPE_TEXT_ROW);
  G_OBJECT_CLASS (kli_text_row_parent_class)->dispose (object);
}

static void
kli_text_row_finalize (GObject *object)
{
  g_object_unref (KLI_TEXT_ROW (object)->field);
  G_OBJECT_CLASS (kli_text_row_parent_class)->finalize (object);
}

static void
kli_text_row_class_init (KliTextRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kli_text_row_dispose;
  object_class->finalize = kli_text_row_finalize;

  signals[SAVE] = g_signal_new ("save", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_STRING);
  signals[TYPING] = g_signal_new ("typing", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  signals[SETTLED]
      = g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/klientela/Klientela/ui/kli-text-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KliTextRow, view);
  gtk_widget_class_bind_template_child (widget_class, KliTextRow, buffer);
  gtk_widget_class_bind_template_child (widget_class, KliTextRow, placeholder);
  gtk_widget_class_bind_template_child (widget_class, KliTextRow, problem);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave);
}

static void
kli_text_row_init (KliTextRow *self)
{
  self->field = kli_field_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->field, "changed", G_CALLBACK (field_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
kli_text_row_new (const char *name, const char *placeholder)
{
  KliTextRow *self = g_object_new (KLI_TYPE_TEXT_ROW, NULL);

  gtk_label_set_text (self->placeholder, placeholder);
  kli_accessible_set_name (GTK_ACCESSIBLE (self->view), name);

  return GTK_WIDGET (self);
}
