/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of one window that are not clean. */
#include "ui/shared/kli-pending.h"

struct _KliPending
{
  GObject parent_instance;

  GArray *entries; /* Entry, in the order in which typing began */
};

typedef struct
{
  GtkWidget *editor; /* borrowed: it takes itself off the list before it goes */
  KliField *field;   /* borrowed from the editor */
  void (*leave) (GtkWidget *editor);
} Entry;

enum
{
  IDLE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KliPending, kli_pending, G_TYPE_OBJECT)

KliPending *
kli_pending_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  KliPending *pending;

  if (root == NULL)
    return NULL;

  pending = g_object_get_data (G_OBJECT (root), "kli-pending");
  if (pending == NULL)
    {
      pending = g_object_new (KLI_TYPE_PENDING, NULL);
      g_object_set_data_full (G_OBJECT (root), "kli-pending", pending, g_object_unref);
    }

  return pending;
}

static int
find_entry (KliPending *self, GtkWidget *editor)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (g_array_index (self->entries, Entry, i).editor == editor)
      return (int)i;

  return -1;
}

void
kli_pending_add (KliPending *self, GtkWidget *editor, KliField *field, void (*leave) (GtkWidget *editor))
{
  Entry entry = { editor, field, leave };

  g_return_if_fail (KLI_IS_PENDING (self));

  if (find_entry (self, editor) < 0)
    g_array_append_val (self->entries, entry);
}

void
kli_pending_remove (KliPending *self, GtkWidget *editor)
{
  int index;

  g_return_if_fail (KLI_IS_PENDING (self));

  index = find_entry (self, editor);
  if (index < 0)
    return;

  g_array_remove_index (self->entries, index);
  if (self->entries->len == 0)
    g_signal_emit (self, signals[IDLE], 0);
}

void
kli_pending_leave_all (KliPending *self)
{
  g_autoptr (GArray) entries = NULL;

  g_return_if_fail (KLI_IS_PENDING (self));

  entries = g_array_copy (self->entries); /* leaving takes clean ones off the list */
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      if (find_entry (self, entry->editor) >= 0)
        entry->leave (entry->editor);
    }
}

gboolean
kli_pending_is_idle (KliPending *self)
{
  g_return_val_if_fail (KLI_IS_PENDING (self), TRUE);

  return self->entries->len == 0;
}

GtkWidget *
kli_pending_get_refused (KliPending *self)
{
  g_return_val_if_fail (KLI_IS_PENDING (self), NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (kli_field_get_problem (entry->field) != NULL)
        return entry->editor;
    }

  return NULL;
}

static void
kli_pending_finalize (GObject *object)
{
  g_array_unref (KLI_PENDING (object)->entries);
  G_OBJECT_CLASS (kli_pending_parent_class)->finalize (object);
}

static void
kli_pending_class_init (KliPendingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kli_pending_finalize;

  signals[IDLE]
      = g_signal_new ("idle", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kli_pending_init (KliPending *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
}
