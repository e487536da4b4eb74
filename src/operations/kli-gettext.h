/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes translations speak a language whatever locales the system has. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes gettext, ours and GTK's, answer in @tag ("pl"; "en" for the English of the sources). To be called
 * once, after setlocale and before any thread: it writes to the environment. Only LC_MESSAGES may change. */
void kli_gettext_speak (const char *tag);

G_END_DECLS
