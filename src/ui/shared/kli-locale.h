/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language of the window: what dates, numbers and names are formatted for. */
#pragma once

#include "core/kli-day.h"
#include "core/kli-language.h"

#include <glib.h>

G_BEGIN_DECLS

/* Chooses the language of this process: @wanted ("pl"; "" follows the environment), sets the locale and
 * makes gettext follow. First thing in main, before any thread: it writes to the environment. */
void kli_locale_setup (const char *wanted);

/* The language of the translations in use. */
KliLanguage kli_locale_get_language (void);

/* The day on which @instant, in UTC milliseconds, was where this computer is. */
KliDay kli_locale_day_of (gint64 instant);

G_END_DECLS
