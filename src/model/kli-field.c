/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The three states of a field that is edited in place, without a widget, so that the rules can be
 * tested by themselves. */
#include "model/kli-field.h"

struct _KliField
{
  GObject parent_instance;

  KliFieldState state;
  char *stored;     /* what the record says */
  char *base;       /* what it said when typing began */
  char *text;       /* what is typed; equals stored while clean */
  char *problem;    /* nullable */
  guint n_awaited;  /* values that were sent and are not acknowledged yet */
  gboolean follows; /* what was acknowledged while the person typed on will be told as stored: our own doing */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KliField, kli_field, G_TYPE_OBJECT)

static void
emit_changed (KliField *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
assign (char **target, const char *text)
{
  char *copy = g_strdup (text); /* first: @text may be *target */

  g_free (*target);
  *target = copy;
}

static void
become_clean (KliField *self)
{
  self->state = KLI_FIELD_CLEAN;
  assign (&self->text, self->stored);
  assign (&self->base, self->stored);
  self->follows = FALSE;
  g_clear_pointer (&self->problem, g_free);
}

void
kli_field_set_stored (KliField *self, const char *stored)
{
  g_return_if_fail (KLI_IS_FIELD (self));

  if (stored == NULL)
    stored = "";
  if (g_str_equal (self->stored, stored))
    return;

  assign (&self->stored, stored);
  if (self->follows)
    assign (&self->base, stored);
  self->follows = FALSE;
  if (self->state == KLI_FIELD_CLEAN || (self->state == KLI_FIELD_DIRTY && g_str_equal (self->text, stored)))
    become_clean (self);
  emit_changed (self);
}

const char *
kli_field_get_stored (KliField *self)
{
  g_return_val_if_fail (KLI_IS_FIELD (self), "");

  return self->stored;
}

void
kli_field_set_text (KliField *self, const char *text)
{
  g_return_if_fail (KLI_IS_FIELD (self));
  g_return_if_fail (text != NULL);

  if (g_str_equal (self->text, text))
    return;

  if (self->state == KLI_FIELD_CLEAN)
    assign (&self->base, self->stored);
  assign (&self->text, text);
  g_clear_pointer (&self->problem, g_free);
  self->state = KLI_FIELD_DIRTY;
  if (g_str_equal (self->text, self->stored))
    become_clean (self);
  emit_changed (self);
}

const char *
kli_field_get_text (KliField *self)
{
  g_return_val_if_fail (KLI_IS_FIELD (self), "");

  return self->text;
}

KliFieldState
kli_field_get_state (KliField *self)
{
  g_return_val_if_fail (KLI_IS_FIELD (self), KLI_FIELD_CLEAN);

  return self->state;
}

const char *
kli_field_get_problem (KliField *self)
{
  g_return_val_if_fail (KLI_IS_FIELD (self), NULL);

  return self->problem;
}

KliFieldLeave
kli_field_leave (KliField *self)
{
  g_return_val_if_fail (KLI_IS_FIELD (self), KLI_FIELD_NOTHING);

  if (self->state != KLI_FIELD_DIRTY)
    return KLI_FIELD_NOTHING;
  /* While something of ours is on its way, what moves is that. */
  if (self->n_awaited == 0 && !g_str_equal (self->base, self->stored))
    return KLI_FIELD_ASK;

  kli_field_keep_mine (self);

  return KLI_FIELD_SEND;
}

void
kli_field_keep_mine (KliField *self)
{
  g_return_if_fail (KLI_IS_FIELD (self));

  self->state = KLI_FIELD_SENT;
  self->n_awaited++;
  assign (&self->base, self->stored);
  g_clear_pointer (&self->problem, g_free);
  emit_changed (self);
}

void
kli_field_take_theirs (KliField *self)
{
  kli_field_revert (self);
}

/* Typed on meanwhile, or sent again: what is stored now, or will be told so, is our own doing, not somebody else's. */
static void
own_what_is_stored (KliField *self)
{
  self->follows = g_str_equal (self->base, self->stored);
  assign (&self->base, self->stored);
}

void
kli_field_acknowledge (KliField *self, const char *problem)
{
  g_return_if_fail (KLI_IS_FIELD (self));

  if (self->n_awaited == 0)
    return;

  self->n_awaited--;
  if (self->state != KLI_FIELD_SENT || self->n_awaited > 0)
    {
      if (problem == NULL && self->state != KLI_FIELD_CLEAN)
        own_what_is_stored (self);
      return;
    }

  if (problem != NULL)
    {
      self->state = KLI_FIELD_DIRTY;
      assign (&self->problem, problem);
    }
  else
    {
      /* The record re-reads itself and tells a normalised value; until then what was sent is what is stored. */
      if (g_str_equal (self->base, self->stored))
        assign (&self->stored, self->text);
      become_clean (self);
    }
  emit_changed (self);
}

void
kli_field_revert (KliField *self)
{
  g_return_if_fail (KLI_IS_FIELD (self));

  become_clean (self);
  emit_changed (self);
}

static void
kli_field_finalize (GObject *object)
{
  KliField *self = KLI_FIELD (object);

  g_free (self->stored);
  g_free (self->base);
  g_free (self->text);
  g_free (self->problem);
  G_OBJECT_CLASS (kli_field_parent_class)->finalize (object);
}

static void
kli_field_class_init (KliFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kli_field_finalize;

  signals[CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kli_field_init (KliField *self)
{
  self->stored = g_strdup ("");
  self->base = g_strdup ("");
  self->text = g_strdup ("");
}

KliField *
kli_field_new (void)
{
  return g_object_new (KLI_TYPE_FIELD, NULL);
}
