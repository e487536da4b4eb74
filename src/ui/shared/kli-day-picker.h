/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A month of days to choose one from, in the language of the window. (GtkCalendar speaks the language of the C
 * library.) */
#pragma once

#include "core/kli-day.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_DAY_PICKER (kli_day_picker_get_type ())
G_DECLARE_FINAL_TYPE (KliDayPicker, kli_day_picker, KLI, DAY_PICKER, GtkWidget)

/* signal chosen (KliDayPicker *picker, int day): a day was pressed, or Enter on it. */

/* The keyboard goes by the day, the week (up and down), the month (Page Up and Page Down), the year (the same with
 * Shift) and to the ends of the week (Home and End). Returns: (transfer floating) */
GtkWidget *kli_day_picker_new (void);

/* Shows the month of @chosen, or of @today when nothing is chosen.
 * @today: KLI_DAY_NONE when it is not known */
void kli_day_picker_show (KliDayPicker *self, KliDay chosen, KliDay today);

G_END_DECLS
