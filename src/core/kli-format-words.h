/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of months and weekdays, marks in numbers, by language. Used by the kli-format and kli-money files. */
#pragma once

#include "core/kli-language.h"

G_BEGIN_DECLS

typedef struct
{
  const char *months[12];        /* alone, in the nominative */
  const char *months_of_day[12]; /* beside a day: Polish has the genitive there */
  const char *month_abbreviations[12];
  const char *weekdays[7]; /* from Monday */
  const char *weekday_abbreviations[7];
  int first_weekday;         /* 1 for Monday to 7 for Sunday */
  const char *year_words[3]; /* what may stand behind a typed year, folded; NULL-terminated */
  char date_separator;       /* in short days */
  char time_separator;
  const char *weekday_separator; /* between weekday and long day */
  const char *group_separator;   /* in numbers */
  char decimal_separator;
  const char *minus;
  const char *thousand; /* behind a short count */
  const char *million;
} KliFormatWords;

/* Returns: (transfer none): the words of @language */
const KliFormatWords *kli_format_words (KliLanguage language);

/* Appends @number in groups of three. */
void kli_format_append_grouped (GString *out, guint64 number, const KliFormatWords *words);

/* The absolute value, of G_MININT64 too. */
guint64 kli_format_magnitude (gint64 number);

G_END_DECLS
