/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a card that is edited in place. The rules of saving are in KliField; this shows them. */
#include "ui/shared/kli-field-row.h"

#include "ui/shared/kli-named.h"
#include "ui/shared/kli-plain.h"
#include "ui/shared/kli-question.h"
#include "ui/shared/kli-value-suggestions.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define SPINNER_AFTER_MS 200

struct _KliFieldRow
{
  KliEditorRow parent_instance;

  GtkImage *icon;
  GtkStack *stack;
  GtkLabel *value;
  GtkEntry *entry; /* not a GtkText: assistive technology would not see it */
  GtkLabel *label;
  GtkLabel *problem;
  GtkLabel *warning;
  GtkSpinner *spinner;
  GtkBox *suffixes;

  KliValueSuggestions *suggestions; /* nullable, of the entry */

  char *shown; /* nullable */
  char *placeholder;
  KliFieldCheck check; /* nullable */
  char *check_data;
  guint spinner_source;
  gboolean editable;
  gboolean showing; /* we are writing into the entry ourselves */
};

G_DEFINE_FINAL_TYPE (KliFieldRow, kli_field_row, KLI_TYPE_EDITOR_ROW)

static KliField *
get_field (KliFieldRow *self)
{
  return kli_editor_row_get_field (KLI_EDITOR_ROW (self));
}

/* --- showing ------------------------------------------------------------------------------------ */

static gboolean
is_editing (KliFieldRow *self)
{
  return gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->entry);
}

static void
show_value (KliFieldRow *self)
{
  const char *stored = kli_field_get_text (get_field (self));
  gboolean clean = kli_field_get_state (get_field (self)) == KLI_FIELD_CLEAN;
  gboolean empty = *stored == '\0';
  g_autofree char *text = kli_plain_line (empty                          ? self->placeholder
                                          : clean && self->shown != NULL ? self->shown
                                                                         : stored);
  const char *label = gtk_label_get_text (self->label);
  g_autofree char *name = g_strdup_printf ("%s: %s", label, empty ? "" : text);

  gtk_label_set_text (self->value, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->value), empty ? NULL : text);
  if (empty)
    gtk_widget_add_css_class (GTK_WIDGET (self->value), "placeholder");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->value), "placeholder");
  kli_accessible_set_name (GTK_ACCESSIBLE (self), name);
  kli_accessible_set_name (GTK_ACCESSIBLE (self->entry), label);
}

static void
show_entry_text (KliFieldRow *self)
{
  self->showing = TRUE;
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), kli_field_get_text (get_field (self))))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), kli_field_get_text (get_field (self)));
  self->showing = FALSE;
}

static gboolean
spinner_due_cb (gpointer user_data)
{
  KliFieldRow *self = user_data;

  self->spinner_source = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), TRUE);
  gtk_spinner_start (self->spinner);

  return G_SOURCE_REMOVE;
}

/* Something that takes less than 200 ms needs no sign that it takes time. */
static void
show_progress (KliFieldRow *self, gboolean under_way)
{
  if (under_way && self->spinner_source == 0)
    self->spinner_source = g_timeout_add (SPINNER_AFTER_MS, spinner_due_cb, self);
  if (under_way)
    return;

  g_clear_handle_id (&self->spinner_source, g_source_remove);
  gtk_spinner_stop (self->spinner);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
}

static void
show_problem (KliFieldRow *self)
{
  const char *problem = kli_field_get_problem (get_field (self));

  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* Beside a problem, a warning is too much. */
static void
show_warning (KliFieldRow *self)
{
  const char *warning = self->check != NULL && kli_field_get_problem (get_field (self)) == NULL
                            ? self->check (kli_field_get_text (get_field (self)), is_editing (self), self->check_data)
                            : NULL;

  gtk_label_set_text (self->warning, warning != NULL ? warning : "");
  gtk_widget_set_visible (GTK_WIDGET (self->warning), warning != NULL);
}

static void
kli_field_row_field_changed (KliEditorRow *row)
{
  KliFieldRow *self = KLI_FIELD_ROW (row);

  show_value (self);
  show_entry_text (self);
  show_problem (self);
  show_warning (self);
  show_progress (self, kli_field_get_state (get_field (self)) == KLI_FIELD_SENT);
}

/* --- typing ------------------------------------------------------------------------------------- */

static void
typed_cb (KliFieldRow *self)
{
  if (!self->showing)
    kli_editor_row_typed (KLI_EDITOR_ROW (self), gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
close_entry (KliFieldRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->entry));

  kli_editor_row_stop_typing (KLI_EDITOR_ROW (self));
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->value));
  show_warning (self);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
asked_cb (KliFieldRow *self, const char *response)
{
  if (g_str_equal (response, "mine"))
    {
      kli_field_keep_mine (get_field (self));
      kli_editor_row_send (KLI_EDITOR_ROW (self));
    }
  else
    kli_field_take_theirs (get_field (self));
}

static void
ask (KliFieldRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *body
      = g_strdup_printf (_ ("The value was changed to “%s” while you were typing “%s”."),
                         kli_field_get_stored (get_field (self)), kli_field_get_text (get_field (self)));
  AdwMessageDialog *dialog
      = kli_question_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _ ("Keep What You Typed?"), body);

  adw_message_dialog_add_responses (dialog, "theirs", _ ("_Take the Other Value"), "mine", _ ("_Keep Mine"), NULL);
  adw_message_dialog_set_default_response (dialog, "mine");
  adw_message_dialog_set_close_response (dialog, "theirs");
  g_signal_connect_object (dialog, "response", G_CALLBACK (asked_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
kli_field_row_leave (KliEditorRow *row)
{
  KliFieldRow *self = KLI_FIELD_ROW (row);

  close_entry (self);
  switch (kli_field_leave (get_field (self)))
    {
    case KLI_FIELD_SEND: kli_editor_row_send (row); break;
    case KLI_FIELD_ASK: ask (self); break;
    case KLI_FIELD_NOTHING:
    default: break;
    }
}

static void
leave (KliFieldRow *self)
{
  kli_field_row_leave (KLI_EDITOR_ROW (self));
}

static void
activate_cb (KliFieldRow *self)
{
  leave (self);
}

/* The entry's own menu takes the focus for a moment only: then it is still inside the entry. */
static void
focus_left_cb (KliFieldRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (!is_editing (self))
    return;
  if (GTK_IS_WINDOW (root) && gtk_window_is_active (GTK_WINDOW (root)) && focus != NULL
      && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->entry)))
    return;

  leave (self);
}

static gboolean
key_pressed_cb (KliFieldRow *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  kli_field_revert (get_field (self));
  close_entry (self);

  return GDK_EVENT_STOP;
}

static void
row_activated_cb (KliFieldRow *self, GtkListBoxRow *row)
{
  if (row == GTK_LIST_BOX_ROW (self))
    kli_editor_row_start (KLI_EDITOR_ROW (self), NULL);
}

/* A click on a row is announced by its list only. */
static void
parent_changed_cb (KliFieldRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (GTK_IS_LIST_BOX (parent))
    g_signal_connect_object (parent, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
}

/* --- the interface ------------------------------------------------------------------------------ */

static void
kli_field_row_start (KliEditorRow *row, const char *text)
{
  KliFieldRow *self = KLI_FIELD_ROW (row);

  if (!self->editable)
    return;

  show_entry_text (self);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->entry));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  show_warning (self);
  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

void
kli_field_row_enter (KliFieldRow *self, const char *text)
{
  g_return_if_fail (KLI_IS_FIELD_ROW (self));
  g_return_if_fail (text != NULL);

  kli_field_set_text (get_field (self), text);
  leave (self);
}

void
kli_field_row_set_label (KliFieldRow *self, const char *label)
{
  g_return_if_fail (KLI_IS_FIELD_ROW (self));

  gtk_label_set_text (self->label, label);
  show_value (self);
}

void
kli_field_row_set_value (KliFieldRow *self, const char *stored, const char *shown)
{
  g_return_if_fail (KLI_IS_FIELD_ROW (self));

  g_free (self->shown);
  self->shown = g_strdup (shown);
  kli_field_set_stored (get_field (self), stored);
  show_value (self);
  show_warning (self);
}

void
kli_field_row_set_check (KliFieldRow *self, KliFieldCheck check, const char *check_data)
{
  g_return_if_fail (KLI_IS_FIELD_ROW (self));

  g_free (self->check_data);
  self->check = check;
  self->check_data = g_strdup (check_data);
  show_warning (self);
}

void
kli_field_row_set_placeholder (KliFieldRow *self, const char *placeholder)
{
  g_return_if_fail (KLI_IS_FIELD_ROW (self));

  g_free (self->placeholder);
  self->placeholder = g_strdup (placeholder);
  gtk_entry_set_placeholder_text (self->entry, placeholder);
  show_value (self);
}

void
kli_field_row_set_editable (KliFieldRow *self, gboolean editable)
{
  g_return_if_fail (KLI_IS_FIELD_ROW (self));

  self->editable = editable;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), editable);
}

/* Whoever has gone on to something else is not called back. */
static gboolean
may_take_focus (KliFieldRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return root != NULL && (focus == NULL || focus == GTK_WIDGET (self));
}

static void
kli_field_row_refused (KliEditorRow *row)
{
  KliFieldRow *self = KLI_FIELD_ROW (row);

  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->entry));
  if (may_take_focus (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

void
kli_field_row_add_suffix (KliFieldRow *self, GtkWidget *suffix)
{
  g_return_if_fail (KLI_IS_FIELD_ROW (self));

  /* Not the box around it: of what stands side by side Tab goes first to whatever has the higher middle, which must
   * not be this one by half a pixel. */
  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  gtk_box_append (self->suffixes, suffix);
}

void
kli_field_row_suggest (KliFieldRow *self, const char *const *words)
{
  g_return_if_fail (KLI_IS_FIELD_ROW (self));

  if (self->suggestions == NULL)
    self->suggestions = kli_value_suggestions_new (GTK_WIDGET (self->entry), NULL, NULL);
  kli_value_suggestions_set_words (self->suggestions, words);
}

static void
kli_field_row_dispose (GObject *object)
{
  KliFieldRow *self = KLI_FIELD_ROW (object);

  g_clear_handle_id (&self->spinner_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), KLI_TYPE_FIELD_ROW);
  G_OBJECT_CLASS (kli_field_row_parent_class)->dispose (object);
}

static void
kli_field_row_finalize (GObject *object)
{
  KliFieldRow *self = KLI_FIELD_ROW (object);

  g_free (self->shown);
  g_free (self->placeholder);
  g_free (self->check_data);
  G_OBJECT_CLASS (kli_field_row_parent_class)->finalize (object);
}

static void
kli_field_row_class_init (KliFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  KliEditorRowClass *row_class = KLI_EDITOR_ROW_CLASS (klass);

  object_class->dispose = kli_field_row_dispose;
  object_class->finalize = kli_field_row_finalize;

  row_class->field_changed = kli_field_row_field_changed;
  row_class->leave = kli_field_row_leave;
  row_class->start = kli_field_row_start;
  row_class->refused = kli_field_row_refused;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/klientela/Klientela/ui/kli-field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KliFieldRow, icon);
  gtk_widget_class_bind_template_child (widget_class, KliFieldRow, stack);
  gtk_widget_class_bind_template_child (widget_class, KliFieldRow, value);
  gtk_widget_class_bind_template_child (widget_class, KliFieldRow, entry);
  gtk_widget_class_bind_template_child (widget_class, KliFieldRow, label);
  gtk_widget_class_bind_template_child (widget_class, KliFieldRow, problem);
  gtk_widget_class_bind_template_child (widget_class, KliFieldRow, warning);
  gtk_widget_class_bind_template_child (widget_class, KliFieldRow, spinner);
  gtk_widget_class_bind_template_child (widget_class, KliFieldRow, suffixes);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
}

static void
kli_field_row_init (KliFieldRow *self)
{
  self->placeholder = g_strdup ("");
  self->editable = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::parent", G_CALLBACK (parent_changed_cb), NULL);
}

GtkWidget *
kli_field_row_new (const char *icon_name, const char *label)
{
  KliFieldRow *self = g_object_new (KLI_TYPE_FIELD_ROW, NULL);

  if (icon_name != NULL)
    {
      gtk_image_set_from_icon_name (self->icon, icon_name);
      gtk_widget_set_visible (GTK_WIDGET (self->icon), TRUE);
    }
  kli_field_row_set_label (self, label);

  return GTK_WIDGET (self);
}
