/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days of a term in words: names of marks, distances, and the one sentence that says it all. */
#pragma once

#include "core/kli-language.h"
#include "ui/contracts/kli-glyph.h"
#include "ui/contracts/kli-term-scale.h"

G_BEGIN_DECLS

/* How near a safe day must be to be shown in the colour of warning, in days (domain 5.5). */
#define KLI_TERM_WARNING_DAYS 30

/* "in 5 days", "today", "3 days ago". Returns: (transfer full) */
char *kli_term_distance (KliDay day, KliDay today);
/* "Start", "Safe until" … for a legend. Returns: (transfer none) */
const char *kli_term_mark_name (KliGlyphSign sign);
/* "Last safe day to give notice: Friday, 27 November 2026, in 5 days". Returns: (transfer full) */
char *kli_term_mark_sentence (KliGlyphSign sign, KliDay day, KliDay today, KliLanguage language);
/* The reckoning under the bar; "" when nothing can be said. Returns: (transfer full) */
char *kli_term_reckoning (const KliTermDays *days, KliLanguage language);
/* The whole bar in sentences, for assistive technology. Returns: (transfer full) */
char *kli_term_whole_sentence (const KliTermDays *days, KliLanguage language);

/* Whether the last safe day is today or at most KLI_TERM_WARNING_DAYS ahead. */
gboolean kli_term_safe_day_is_near (const KliTermDays *days);
gboolean kli_term_safe_day_has_passed (const KliTermDays *days);

G_END_DECLS
