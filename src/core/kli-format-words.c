/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of domain 3.5 and 3.6. A language more is an entry more. */
#include "core/kli-format-words.h"

#define NO_BREAK_SPACE "\xc2\xa0"
#define MINUS_SIGN "\xe2\x88\x92"

static const KliFormatWords all_words[KLI_N_LANGUAGES] = {
  [KLI_LANGUAGE_EN] = {
    .months = { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December" },
    .months_of_day = { "January", "February", "March", "April", "May", "June", "July", "August", "September",
                       "October", "November", "December" },
    .month_abbreviations = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" },
    .weekdays = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" },
    .weekday_abbreviations = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" },
    .first_weekday = 1,
    .date_separator = '/',
    .time_separator = ':',
    .weekday_separator = " ",
    .group_separator = ",",
    .decimal_separator = '.',
    .minus = "-",
    .thousand = "K",
    .million = "M",
  },
  [KLI_LANGUAGE_ID] = {
    .months = { "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
                "November", "Desember" },
    .months_of_day = { "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
                       "Oktober", "November", "Desember" },
    .month_abbreviations = { "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des" },
    .weekdays = { "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu" },
    .weekday_abbreviations = { "Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min" },
    .first_weekday = 7,
    .date_separator = '/',
    .time_separator = '.',
    .weekday_separator = ", ",
    .group_separator = ".",
    .decimal_separator = ',',
    .minus = "-",
    .thousand = NO_BREAK_SPACE "rb",
    .million = NO_BREAK_SPACE "jt",
  },
  [KLI_LANGUAGE_PL] = {
    .months = { "styczeń", "luty", "marzec", "kwiecień", "maj", "czerwiec", "lipiec", "sierpień", "wrzesień",
                "październik", "listopad", "grudzień" },
    .months_of_day = { "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września",
                       "października", "listopada", "grudnia" },
    .month_abbreviations = { "sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paź", "lis", "gru" },
    .weekdays = { "poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela" },
    .weekday_abbreviations = { "pon.", "wt.", "śr.", "czw.", "pt.", "sob.", "niedz." },
    .year_words = { "r", "roku" },
    .first_weekday = 1,
    .date_separator = '.',
    .time_separator = ':',
    .weekday_separator = ", ",
    .group_separator = NO_BREAK_SPACE,
    .decimal_separator = ',',
    .minus = MINUS_SIGN,
    .thousand = NO_BREAK_SPACE "tys.",
    .million = NO_BREAK_SPACE "mln",
  },
};

const KliFormatWords *
kli_format_words (KliLanguage language)
{
  g_return_val_if_fail ((guint)language < KLI_N_LANGUAGES, &all_words[KLI_LANGUAGE_EN]);

  return &all_words[language];
}
