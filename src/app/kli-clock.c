/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The day, and the moment it turns. */
#include "app/kli-clock.h"

/* A clock that was set, a laptop that slept over midnight: it is looked at once a minute at least. */
#define LOOK_EVERY_SECONDS 60

struct _KliClock
{
  GObject parent_instance;

  KliDay today;
  guint timeout;
};

G_DEFINE_FINAL_TYPE (KliClock, kli_clock, G_TYPE_OBJECT)

enum
{
  TURNED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static KliDay
local_day (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return kli_day_new (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

static gboolean
look_cb (gpointer user_data)
{
  KliClock *self = user_data;
  KliDay day = local_day ();

  if (day != self->today)
    {
      self->today = day;
      g_signal_emit (self, signals[TURNED], 0);
    }

  return G_SOURCE_CONTINUE;
}

static void
kli_clock_dispose (GObject *object)
{
  KliClock *self = KLI_CLOCK (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  G_OBJECT_CLASS (kli_clock_parent_class)->dispose (object);
}

static void
kli_clock_class_init (KliClockClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kli_clock_dispose;
  signals[TURNED] = g_signal_new ("turned", KLI_TYPE_CLOCK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kli_clock_init (KliClock *self)
{
  self->today = kli_day_parse (g_getenv ("KLIENTELA_DAY"));
  if (self->today != KLI_DAY_NONE)
    return;

  self->today = local_day ();
  self->timeout = g_timeout_add_seconds (LOOK_EVERY_SECONDS, look_cb, self);
}

KliClock *
kli_clock_new (void)
{
  return g_object_new (KLI_TYPE_CLOCK, NULL);
}

KliDay
kli_clock_get_today (KliClock *self)
{
  g_return_val_if_fail (KLI_IS_CLOCK (self), KLI_DAY_NONE);

  return self->today;
}
