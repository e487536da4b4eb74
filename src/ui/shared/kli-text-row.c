/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row with several lines of text, edited in place. */
#include "ui/shared/kli-text-row.h"

#include "ui/shared/kli-named.h"
#include "ui/shared/kli-text-row-links.h"

struct _KliTextRow
{
  KliEditorRow parent_instance;

  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkLabel *placeholder;
  GtkLabel *problem;
  KliTextRowLinks *links;

  gboolean showing; /* we are writing into the buffer ourselves */
};

G_DEFINE_FINAL_TYPE (KliTextRow, kli_text_row, KLI_TYPE_EDITOR_ROW)

static char *
get_typed (KliTextRow *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
kli_text_row_leave (KliEditorRow *row)
{
  KliField *field = kli_editor_row_get_field (row);
  KliFieldLeave answer;

  kli_editor_row_stop_typing (row);
  /* Of two versions of a note neither may be lost by a question: what was typed last is saved, the other
   * stays in the history. */
  answer = kli_field_leave (field);
  if (answer == KLI_FIELD_ASK)
    kli_field_keep_mine (field);
  if (answer != KLI_FIELD_NOTHING)
    kli_editor_row_send (row);
}

static void
kli_text_row_field_changed (KliEditorRow *row)
{
  KliTextRow *self = KLI_TEXT_ROW (row);
  KliField *field = kli_editor_row_get_field (row);
  g_autofree char *typed = get_typed (self);
  const char *text = kli_field_get_text (field);
  const char *problem = kli_field_get_problem (field);

  self->showing = TRUE;
  if (!g_str_equal (typed, text))
    gtk_text_buffer_set_text (self->buffer, text, -1);
  self->showing = FALSE;
  kli_text_row_links_update (self->links, kli_field_get_state (field) == KLI_FIELD_DIRTY);
  gtk_widget_set_visible (GTK_WIDGET (self->placeholder), *text == '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
}

static void
typed_cb (KliTextRow *self)
{
  g_autofree char *typed = NULL;

  if (self->showing)
    return;

  typed = get_typed (self);
  kli_editor_row_typed (KLI_EDITOR_ROW (self), typed);
}

static void
focus_left_cb (KliTextRow *self)
{
  kli_text_row_leave (KLI_EDITOR_ROW (self));
}

static gboolean
key_pressed_cb (KliTextRow *self, guint keyval)
{
  KliEditorRow *row = KLI_EDITOR_ROW (self);
  KliField *field = kli_editor_row_get_field (row);

  if (keyval != GDK_KEY_Escape || kli_field_get_state (field) == KLI_FIELD_CLEAN)
    return GDK_EVENT_PROPAGATE;

  kli_editor_row_stop_typing (row);
  kli_field_revert (field);

  return GDK_EVENT_STOP;
}

static void
kli_text_row_start (KliEditorRow *row, const char *text)
{
  KliTextRow *self = KLI_TEXT_ROW (row);
  GtkTextIter end;

  if (text != NULL)
    gtk_text_buffer_set_text (self->buffer, text, -1);

  gtk_text_buffer_get_end_iter (self->buffer, &end);
  gtk_text_buffer_place_cursor (self->buffer, &end);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
kli_text_row_set_value (KliTextRow *self, const char *stored)
{
  g_return_if_fail (KLI_IS_TEXT_ROW (self));

  kli_field_set_stored (kli_editor_row_get_field (KLI_EDITOR_ROW (self)), stored);
}

static void
kli_text_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KLI_TYPE_TEXT_ROW);
  G_OBJECT_CLASS (kli_text_row_parent_class)->dispose (object);
}

static void
kli_text_row_class_init (KliTextRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  KliEditorRowClass *row_class = KLI_EDITOR_ROW_CLASS (klass);

  object_class->dispose = kli_text_row_dispose;

  row_class->field_changed = kli_text_row_field_changed;
  row_class->leave = kli_text_row_leave;
  row_class->start = kli_text_row_start;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/klientela/Klientela/ui/kli-text-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KliTextRow, view);
  gtk_widget_class_bind_template_child (widget_class, KliTextRow, buffer);
  gtk_widget_class_bind_template_child (widget_class, KliTextRow, placeholder);
  gtk_widget_class_bind_template_child (widget_class, KliTextRow, problem);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
}

static void
kli_text_row_init (KliTextRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->links = KLI_TEXT_ROW_LINKS (kli_text_row_links_new (self->view));
  gtk_box_append (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->problem))), GTK_WIDGET (self->links));
}

GtkWidget *
kli_text_row_new (const char *name, const char *placeholder)
{
  KliTextRow *self = g_object_new (KLI_TYPE_TEXT_ROW, NULL);

  gtk_label_set_text (self->placeholder, placeholder);
  kli_accessible_set_name (GTK_ACCESSIBLE (self->view), name);

  return GTK_WIDGET (self);
}
