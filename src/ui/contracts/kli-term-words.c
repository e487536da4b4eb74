/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days of a term in words. */
#include "ui/contracts/kli-term-words.h"

#include "core/kli-format.h"

#include <glib/gi18n.h>

static char *
long_day (KliDay day, KliLanguage language)
{
  return kli_format_day (day, KLI_DAY_STYLE_LONG, language);
}

static char *
weekday_and_day (KliDay day, KliLanguage language)
{
  return kli_format_day (day, KLI_DAY_STYLE_LONG_WEEKDAY, language);
}

gboolean
kli_term_safe_day_has_passed (const KliTermDays *days)
{
  return days->safe != KLI_DAY_NONE && days->safe < days->today;
}

gboolean
kli_term_safe_day_is_near (const KliTermDays *days)
{
  return days->safe != KLI_DAY_NONE && days->safe >= days->today && days->safe - days->today <= KLI_TERM_WARNING_DAYS;
}

char *
kli_term_distance (KliDay day, KliDay today)
{
  int distance = day - today;

  if (distance == 0)
    return g_strdup (C_ ("distance", "today"));
  if (distance == 1)
    return g_strdup (C_ ("distance", "tomorrow"));
  if (distance == -1)
    return g_strdup (C_ ("distance", "yesterday"));
  if (distance > 0)
    return g_strdup_printf (ngettext ("in %d day", "in %d days", distance), distance);

  return g_strdup_printf (ngettext ("%d day ago", "%d days ago", -distance), -distance);
}

typedef struct
{
  KliGlyphSign sign;
  const char *name;
  /* TRANSLATORS: %1$s is a day with its weekday, %2$s a distance such as “in 5 days” */
  const char *sentence;
} Words;

static const Words words[] = {
  { KLI_GLYPH_START, NC_ ("term bar", "Start"), N_ ("Start: %1$s, %2$s") },
  { KLI_GLYPH_SAFE_DAY, NC_ ("term bar", "Safe until"), N_ ("Last safe day to give notice: %1$s, %2$s") },
  { KLI_GLYPH_STATUTORY_DAY, NC_ ("term bar", "By law until"), N_ ("Last day to give notice by law: %1$s, %2$s") },
  { KLI_GLYPH_END, NC_ ("term bar", "End"), N_ ("End: %1$s, %2$s") },
  { KLI_GLYPH_RENEWED, NC_ ("term bar", "Renewal"), N_ ("Renewed until: %1$s, %2$s") },
  { KLI_GLYPH_NOTICE, NC_ ("term bar", "Notice given"), N_ ("Notice given: %1$s, %2$s") },
};

static const Words *
find_words (KliGlyphSign sign)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].sign == sign)
      return &words[i];

  return NULL;
}

const char *
kli_term_mark_name (KliGlyphSign sign)
{
  const Words *found = find_words (sign);

  return found != NULL ? g_dpgettext2 (NULL, "term bar", found->name) : "";
}

char *
kli_term_mark_sentence (KliGlyphSign sign, KliDay day, KliDay today, KliLanguage language)
{
  const Words *found = find_words (sign);
  g_autofree char *when = weekday_and_day (day, language);
  g_autofree char *distance = kli_term_distance (day, today);

  if (found == NULL)
    return g_strdup_printf (_ ("Today: %s"), when);

  return g_strdup_printf (_ (found->sentence), when, distance);
}

static char *
reckon_open_term (const KliTermDays *days, KliLanguage language)
{
  g_autofree char *ends = NULL;

  if (days->notice_ends == KLI_DAY_NONE)
    return g_strdup (_ ("The contract has no end date."));

  ends = long_day (days->notice_ends, language);

  return g_strdup_printf (_ ("The contract has no end date. Notice given today ends it on %s."), ends);
}

static char *
reckon_safe_day (const KliTermDays *days, KliLanguage language)
{
  g_autofree char *safe = weekday_and_day (days->safe, language);
  g_autofree char *statutory = NULL;

  if (days->statutory == KLI_DAY_NONE || days->statutory == days->safe)
    return g_strdup_printf (_ ("Notice must arrive by %s."), safe);

  statutory = weekday_and_day (days->statutory, language);

  return g_strdup_printf (_ ("Notice must arrive by %1$s. The day counted back from the end is %2$s."), safe,
                          statutory);
}

char *
kli_term_reckoning (const KliTermDays *days, KliLanguage language)
{
  g_autofree char *day = NULL;

  if (days->notice_from != KLI_DAY_NONE)
    {
      day = long_day (days->notice_ends, language);
      return g_strdup_printf (_ ("Notice was given. The contract ends on %s."), day);
    }
  if (days->start == KLI_DAY_NONE || g_str_equal (days->state, "terminated") || g_str_equal (days->state, "withdrawn"))
    return g_strdup ("");
  if (days->end == KLI_DAY_NONE)
    return reckon_open_term (days, language);
  if (days->today > days->end)
    return g_strdup ("");

  day = long_day (days->end, language);
  if (days->safe == KLI_DAY_NONE)
    return g_strdup_printf (_ ("The contract ends on %s by itself."), day);
  if (kli_term_safe_day_has_passed (days))
    return g_strdup_printf (_ ("Too late to give notice for this term: it is renewed after %s."), day);

  return reckon_safe_day (days, language);
}

static void
add_sentence (GString *all, char *sentence)
{
  g_autofree char *owned = sentence;

  if (*owned == '\0')
    return;
  if (all->len > 0)
    g_string_append (all, " ");
  g_string_append (all, owned);
}

static void
add_mark (GString *all, const KliTermDays *days, KliGlyphSign sign, KliDay day, KliLanguage language)
{
  if (day == KLI_DAY_NONE)
    return;

  add_sentence (all, kli_term_mark_sentence (sign, day, days->today, language));
  g_string_append (all, ".");
}

char *
kli_term_whole_sentence (const KliTermDays *days, KliLanguage language)
{
  g_autoptr (GString) all = g_string_new (NULL);

  add_mark (all, days, KLI_GLYPH_START, days->start, language);
  add_mark (all, days, KLI_GLYPH_END, days->end, language);
  add_mark (all, days, KLI_GLYPH_SAFE_DAY, days->safe, language);
  if (days->statutory != days->safe)
    add_mark (all, days, KLI_GLYPH_STATUTORY_DAY, days->statutory, language);
  add_mark (all, days, KLI_GLYPH_RENEWED, days->renewal_end, language);
  add_sentence (all, kli_term_reckoning (days, language));

  return g_string_free (g_steal_pointer (&all), FALSE);
}
