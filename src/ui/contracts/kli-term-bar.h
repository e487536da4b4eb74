/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The term of a contract as a bar to scale: start, today, last safe day to give notice, end, renewal. */
#pragma once

#include "core/kli-language.h"
#include "ui/contracts/kli-term-scale.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_TERM_BAR (kli_term_bar_get_type ())
G_DECLARE_FINAL_TYPE (KliTermBar, kli_term_bar, KLI, TERM_BAR, GtkWidget)

GtkWidget *kli_term_bar_new (void);

/* What it shows. @country decides the free days of the day strip ("PL", "ID", or NULL). Everything
 * drawn is also said: in the accessible label, in tooltips, and mark by mark with the arrow keys. */
void kli_term_bar_set_days (KliTermBar *bar, const KliTermDays *days, const char *country, KliLanguage language);

G_END_DECLS
