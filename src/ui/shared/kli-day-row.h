/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row in which a day is typed as people write it, and said back in full, or chosen from a calendar. */
#pragma once

#include "core/kli-day.h"
#include "core/kli-language.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_DAY_ROW (kli_day_row_get_type ())
G_DECLARE_FINAL_TYPE (KliDayRow, kli_day_row, KLI, DAY_ROW, AdwEntryRow)

/* property day (int, readable): KLI_DAY_NONE while nothing, or no day, is typed; notifies. */

GtkWidget *kli_day_row_new (const char *title);

/* KLI_DAY_NONE empties it. */
void kli_day_row_set_day (KliDayRow *row, KliDay day);
KliDay kli_day_row_get_day (KliDayRow *row);
/* Whether something is typed that is no day. */
gboolean kli_day_row_is_wrong (KliDayRow *row);

G_END_DECLS
