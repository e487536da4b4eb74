/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes translations speak a language whatever locales the system has. */
#pragma once

#include "core/kli-language.h"

G_BEGIN_DECLS

/* Makes gettext, ours and GTK's, answer in @tag ("pl"; "en" for the English of the sources). To be called
 * once, after setlocale and before any thread: it writes to the environment. Only LC_MESSAGES may change. */
void kli_gettext_speak (const char *tag);
/* The language it was told to speak, for the numbers in sentences; English before. */
KliLanguage kli_gettext_get_language (void);

G_END_DECLS
