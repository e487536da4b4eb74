/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button at the end of a field for a day: it opens a calendar to choose the day from. */
#pragma once

#include "core/kli-day.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_DAY_BUTTON (kli_day_button_get_type ())
G_DECLARE_FINAL_TYPE (KliDayButton, kli_day_button, KLI, DAY_BUTTON, GtkWidget)

/* signal chosen (KliDayButton *button, int day): a day was chosen; the calendar has closed. */

/* Returns: (transfer floating) */
GtkWidget *kli_day_button_new (void);

/* The day that is marked when the calendar opens, KLI_DAY_NONE for none. Today is the store's of the window that the
 * button stands in. */
void kli_day_button_set_day (KliDayButton *self, KliDay day);

G_END_DECLS
