/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row whose value is edited in place: the field, its draft, and its place among what is not saved yet. */
#include "ui/shared/kli-editor-row.h"

#include "ui/shared/kli-pending.h"

#define DRAFT_AFTER_MS 2000

typedef struct
{
  KliField *field;
  KliPending *pending; /* the list we stand on while not clean; owned */
  guint draft_source;
} KliEditorRowPrivate;

enum
{
  SAVE,
  TYPING,
  SETTLED,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KliEditorRow, kli_editor_row, GTK_TYPE_LIST_BOX_ROW)

static KliEditorRowPrivate *
get_private (KliEditorRow *self)
{
  return kli_editor_row_get_instance_private (self);
}

/* --- the list of what is not saved ---------------------------------------------------------------- */

static void
leave_cb (GtkWidget *editor)
{
  KLI_EDITOR_ROW_GET_CLASS (editor)->leave (KLI_EDITOR_ROW (editor));
}

static void
leave_the_line (KliEditorRow *self)
{
  KliEditorRowPrivate *priv = get_private (self);

  if (priv->pending != NULL)
    kli_pending_remove (priv->pending, GTK_WIDGET (self));
  g_clear_object (&priv->pending);
}

static void
stand_in_line (KliEditorRow *self)
{
  KliEditorRowPrivate *priv = get_private (self);

  if (priv->pending == NULL)
    g_set_object (&priv->pending, kli_pending_of (GTK_WIDGET (self)));
  if (priv->pending != NULL)
    kli_pending_add (priv->pending, GTK_WIDGET (self), priv->field, leave_cb);
}

static void
field_changed_cb (KliEditorRow *self)
{
  gboolean clean = kli_field_get_state (get_private (self)->field) == KLI_FIELD_CLEAN;

  if (clean)
    leave_the_line (self);
  else
    stand_in_line (self);
  KLI_EDITOR_ROW_GET_CLASS (self)->field_changed (self);
  if (clean)
    g_signal_emit (self, signals[SETTLED], 0);
}

/* --- for subclasses ------------------------------------------------------------------------------- */

KliField *
kli_editor_row_get_field (KliEditorRow *self)
{
  g_return_val_if_fail (KLI_IS_EDITOR_ROW (self), NULL);

  return get_private (self)->field;
}

static void
drop_draft (KliEditorRow *self)
{
  g_clear_handle_id (&get_private (self)->draft_source, g_source_remove);
}

static gboolean
draft_due_cb (gpointer user_data)
{
  KliEditorRow *self = user_data;
  KliEditorRowPrivate *priv = get_private (self);

  priv->draft_source = 0;
  g_signal_emit (self, signals[TYPING], 0, kli_field_get_text (priv->field));

  return G_SOURCE_REMOVE;
}

void
kli_editor_row_typed (KliEditorRow *self, const char *text)
{
  KliEditorRowPrivate *priv = get_private (self);

  g_return_if_fail (KLI_IS_EDITOR_ROW (self));

  kli_field_set_text (priv->field, text);
  drop_draft (self);
  priv->draft_source = g_timeout_add (DRAFT_AFTER_MS, draft_due_cb, self);
}

void
kli_editor_row_stop_typing (KliEditorRow *self)
{
  g_return_if_fail (KLI_IS_EDITOR_ROW (self));

  drop_draft (self);
  g_signal_emit (self, signals[LEFT], 0);
}

void
kli_editor_row_send (KliEditorRow *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (KLI_IS_EDITOR_ROW (self));

  text = g_strdup (kli_field_get_text (get_private (self)->field));
  g_signal_emit (self, signals[SAVE], 0, text);
}

/* --- the interface -------------------------------------------------------------------------------- */

void
kli_editor_row_start (KliEditorRow *self, const char *text)
{
  g_return_if_fail (KLI_IS_EDITOR_ROW (self));

  KLI_EDITOR_ROW_GET_CLASS (self)->start (self, text);
}

void
kli_editor_row_saved (KliEditorRow *self, const char *problem)
{
  KliEditorRowClass *klass = NULL;

  g_return_if_fail (KLI_IS_EDITOR_ROW (self));

  klass = KLI_EDITOR_ROW_GET_CLASS (self);
  kli_field_acknowledge (get_private (self)->field, problem);
  if (problem != NULL && klass->refused != NULL)
    klass->refused (self);
}

static void
kli_editor_row_dispose (GObject *object)
{
  KliEditorRow *self = KLI_EDITOR_ROW (object);

  drop_draft (self);
  leave_the_line (self);
  G_OBJECT_CLASS (kli_editor_row_parent_class)->dispose (object);
}

static void
kli_editor_row_finalize (GObject *object)
{
  g_object_unref (get_private (KLI_EDITOR_ROW (object))->field);
  G_OBJECT_CLASS (kli_editor_row_parent_class)->finalize (object);
}

static void
kli_editor_row_class_init (KliEditorRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = kli_editor_row_dispose;
  object_class->finalize = kli_editor_row_finalize;

  signals[SAVE] = g_signal_new ("save", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[TYPING]
      = g_signal_new ("typing", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SETTLED] = g_signal_new ("settled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kli_editor_row_init (KliEditorRow *self)
{
  KliEditorRowPrivate *priv = get_private (self);

  priv->field = kli_field_new ();
  g_signal_connect_object (priv->field, "changed", G_CALLBACK (field_changed_cb), self, G_CONNECT_SWAPPED);
}
