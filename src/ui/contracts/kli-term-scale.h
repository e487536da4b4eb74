/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days of a contract's term, and where each of them stands on a bar of a given width. */
#pragma once

#include "core/kli-day.h"

G_BEGIN_DECLS

/* What a term bar shows; a day that does not exist is KLI_DAY_NONE. */
typedef struct
{
  const char *state; /* id of the reckoned state; static */
  KliDay today;
  KliDay start;
  KliDay end;         /* of the term that runs; NONE: indefinite */
  KliDay renewal_end; /* of the term that follows by itself */
  gboolean renews;    /* it goes on after @end by itself, for ever when @renewal_end is NONE */
  KliDay safe;        /* last safe day to give notice */
  KliDay statutory;   /* last day by the law */
  KliDay notice_from; /* notice was delivered */
  KliDay notice_ends; /* and takes effect; or, of an indefinite term, what a notice of today would give */
} KliTermDays;

typedef struct
{
  KliDay from;       /* the first day on the bar */
  KliDay to;         /* the first day after it */
  gboolean cut;      /* the term began before @from */
  gboolean open_end; /* the term goes on after @to */
  double left;       /* x of the start of @from */
  double per_day;
} KliTermScale;

/* The scale of LOOK-contracts 5: from the start to the end and a piece of the renewal; an indefinite
 * term from at most two years back to twelve months ahead. */
void kli_term_scale_init (KliTermScale *scale, const KliTermDays *days, double width);

/* The x at which @day begins, ends, and stands in the middle. */
double kli_term_scale_begin (const KliTermScale *scale, KliDay day);
double kli_term_scale_end (const KliTermScale *scale, KliDay day);
double kli_term_scale_middle (const KliTermScale *scale, KliDay day);
/* Whether any of @day is on the bar. */
gboolean kli_term_scale_shows (const KliTermScale *scale, KliDay day);

G_END_DECLS
