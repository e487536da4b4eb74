/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something small of the store, read anew whenever it may have changed. */
#include "model/kli-live.h"

struct _KliLive
{
  GObject parent_instance;

  KliStore *store; /* borrowed: the store owns us */
  const KliLiveWhat *what;
  gpointer value; /* nullable */
  guint n_asked;  /* readings */
  guint n_shown;  /* which of them gave the value */
};

/* A reading under way. */
typedef struct
{
  KliLive *live; /* owned */
  guint n;       /* which */
} Reading;

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KliLive, kli_live, G_TYPE_OBJECT)

static Reading *
reading_new (KliLive *self)
{
  Reading *reading = g_new (Reading, 1);

  reading->live = g_object_ref (self);
  reading->n = ++self->n_asked;

  return reading;
}

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->live);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

/* @value: (transfer full) */
static void
take (KliLive *self, gpointer value, guint n)
{
  if (self->value != NULL)
    self->what->free (self->value);
  self->value = value;
  self->n_shown = n;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Several are read at once, and need not end in the order in which they began. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Reading) reading = user_data;
  KliLive *self = reading->live;
  g_autoptr (GError) error = NULL;
  gpointer value = kli_store_read_finish (KLI_STORE (source), result, &error);

  if (value != NULL && reading->n > self->n_shown)
    take (self, value, reading->n);
  else if (value != NULL)
    self->what->free (value);
  else if (!g_error_matches (error, KLI_STORE_ERROR, KLI_STORE_ERROR_CLOSED))
    g_info ("%s could not be read: %s", self->what->name, error->message);
}

static void
begin_reading (KliLive *self)
{
  kli_store_read_async (self->store, self->what->read, NULL, NULL, self->what->free, NULL, read_cb, reading_new (self));
}

static void
store_changed_cb (KliLive *self, KliChanges *changes)
{
  gboolean concerned = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (self->what->kinds) && self->what->kinds[i] != NULL; i++)
    concerned = concerned || kli_changes_concern_kind (changes, self->what->kinds[i]);
  if (concerned)
    begin_reading (self);
}

KliLive *
kli_live_of (KliStore *store, const KliLiveWhat *what)
{
  KliLive *self;

  g_return_val_if_fail (KLI_IS_STORE (store) && what != NULL, NULL);

  self = g_object_get_data (G_OBJECT (store), what->name);
  if (self == NULL)
    {
      self = g_object_new (KLI_TYPE_LIVE, NULL);
      self->store = store;
      self->what = what;
      g_object_set_data_full (G_OBJECT (store), what->name, self, g_object_unref);
      g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
      begin_reading (self);
    }

  return self;
}

gconstpointer
kli_live_get (KliLive *self, const KliLiveWhat *what)
{
  g_return_val_if_fail (KLI_IS_LIVE (self) && self->what == what, NULL);

  return self->value;
}

static void
kli_live_finalize (GObject *object)
{
  KliLive *self = KLI_LIVE (object);

  if (self->value != NULL)
    self->what->free (self->value);
  G_OBJECT_CLASS (kli_live_parent_class)->finalize (object);
}

static void
kli_live_class_init (KliLiveClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kli_live_finalize;

  signals[CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kli_live_init (KliLive *self)
{
}
