/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filters in words, in the language of the program: what chips, the builder and assistive technology say. */
#pragma once

#include "core/kli-filter.h"
#include "core/kli-language.h"

G_BEGIN_DECLS

/* So many days from today on, or up to today: "in the next 30 days". Returns: (transfer full) */
char *kli_filter_describe_days (int n, gboolean is_past);

/* The argument of a leaf as people say it: "Kraków", "In force", "30 days". Returns: (transfer full) */
char *kli_filter_describe_argument (const KliFilter *leaf, KliLanguage language);

/* The whole of it: "City: Kraków or Łódź, Has no: Phone". Returns: (transfer full) */
char *kli_filter_describe (const KliFilter *filter, KliLanguage language);

G_END_DECLS
