/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the days of a term stand on a bar. */
#include "ui/contracts/kli-term-scale.h"

#define MARGIN 4.0

/* How much of the term's length the piece of the renewal may take at most. */
#define RENEWAL_SHARE 0.22

static KliDay
end_of_bounded_term (const KliTermDays *days)
{
  int term = days->end + 1 - days->start;
  int after = 0;

  if (days->renews)
    {
      int renewal = days->renewal_end != KLI_DAY_NONE ? days->renewal_end - days->end : G_MAXINT;

      after = MIN (renewal, MAX (1, (int)(term * RENEWAL_SHARE)));
    }

  return days->end + 1 + after;
}

void
kli_term_scale_init (KliTermScale *scale, const KliTermDays *days, double width)
{
  KliDay start = days->start != KLI_DAY_NONE ? days->start : days->today;

  scale->cut = FALSE;
  if (days->end != KLI_DAY_NONE && days->end >= start)
    {
      scale->from = start;
      scale->to = end_of_bounded_term (days);
      scale->open_end = FALSE;
    }
  else
    {
      KliDay earliest = kli_day_add_months (days->today, -24);

      scale->cut = start < earliest;
      scale->from = MAX (start, earliest);
      scale->to = MAX (kli_day_add_months (days->today, 12), kli_day_add_months (scale->from, 12));
      scale->open_end = TRUE;
    }

  scale->left = MARGIN;
  scale->per_day = MAX (0.0, width - 2 * MARGIN) / (scale->to - scale->from);
}

double
kli_term_scale_begin (const KliTermScale *scale, KliDay day)
{
  KliDay shown = CLAMP (day, scale->from, scale->to);

  return scale->left + (shown - scale->from) * scale->per_day;
}

double
kli_term_scale_end (const KliTermScale *scale, KliDay day)
{
  return kli_term_scale_begin (scale, day + 1);
}

double
kli_term_scale_middle (const KliTermScale *scale, KliDay day)
{
  return (kli_term_scale_begin (scale, day) + kli_term_scale_end (scale, day)) / 2;
}

gboolean
kli_term_scale_shows (const KliTermScale *scale, KliDay day)
{
  return day != KLI_DAY_NONE && day >= scale->from && day < scale->to;
}
