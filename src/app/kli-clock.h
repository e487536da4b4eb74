/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The day: the only place of the window's program that looks at a clock for it. */
#pragma once

#include "core/kli-day.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define KLI_TYPE_CLOCK (kli_clock_get_type ())
G_DECLARE_FINAL_TYPE (KliClock, kli_clock, KLI, CLOCK, GObject)

/* Emits "turned" when the local date has become another. The day is that of the variable KLIENTELA_DAY
 * (YYYY-MM-DD, for tests and pictures) where it is set; it then never turns. Returns: (transfer full) */
KliClock *kli_clock_new (void);

KliDay kli_clock_get_today (KliClock *self);

G_END_DECLS
