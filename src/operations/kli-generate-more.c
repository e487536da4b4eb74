/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Activities and official numbers of made-up contacts. */
#include "operations/kli-generate-more.h"

#include "core/kli-day.h"
#include "core/kli-kinds.h"
#include "operations/kli-identifiers.h"

#define ACTIVITY_PERCENT 16
/* Of organisations. */
#define NUMBER_PERCENT 40
/* Activities are of so many days from the first on: the same ones whenever they are made. */
#define FIRST_DAY "2024-01-02"
#define DAYS 900

static gboolean
add_activity (KliEdit *edit, const KliGenerated *contact, KliChance *chance, GError **error)
{
  static const char *const channels[] = { "call", "call", "mail", "mail", "whatsapp", "meeting", "sms" };
  g_autoptr (KliRow) row = kli_row_new (&kli_activity_kind);
  KliDay on = kli_day_parse (FIRST_DAY) + (KliDay)kli_chance_below (chance, DAYS);
  g_autofree char *day = kli_day_to_string (on);
  guint minute = kli_chance_below (chance, 40) * 15;
  g_autofree char *time = g_strdup_printf ("%02u:%02u", 8 + minute / 60, minute % 60);

  kli_row_set_integer (row, KLI_ACTIVITY_CONTACT, contact->id);
  kli_row_set_text (row, KLI_ACTIVITY_CHANNEL, channels[kli_chance_below (chance, G_N_ELEMENTS (channels))]);
  kli_row_set_text (row, KLI_ACTIVITY_DIRECTION, kli_chance_percent (chance, 60) ? "out" : "in");
  kli_row_set_text (row, KLI_ACTIVITY_ON_DAY, day);
  kli_row_set_text (row, KLI_ACTIVITY_AT_TIME, time);
  kli_row_set_text (row, KLI_ACTIVITY_SUBJECT, kli_generate_words_pick (contact->words, "subjects", chance));

  return kli_edit_insert (edit, row, error);
}

static gboolean
add_activities (KliEdit *edit, const KliGenerated *contact, GError **error)
{
  KliChance chance = kli_chance_begin (contact->seed ^ G_GUINT64_CONSTANT (0x5bd1e9955bd1e995), contact->place);

  if (!kli_chance_percent (&chance, ACTIVITY_PERCENT))
    return TRUE;
  for (guint n = 1 + kli_chance_below (&chance, 3); n > 0; n--)
    if (!add_activity (edit, contact, &chance, error))
      return FALSE;

  return TRUE;
}

/* Like those of the demo companies: far above what the court register has given out, and long nines (domain 4.3, 4.8).
 * Another one for each of the first ten million places. */
static gboolean
add_number (KliEdit *edit, const KliGenerated *contact, GError **error)
{
  gboolean polish = g_str_equal (kli_generate_words_get (contact->words, "country"), "PL");
  guint place = contact->place % 10000000;
  g_autofree char *number = polish ? g_strdup_printf ("009%07u", place) : g_strdup_printf ("999900%07u", place);
  g_autoptr (KliRow) row = kli_row_new (&kli_identifier_kind);

  kli_row_set_integer (row, KLI_IDENTIFIER_CONTACT, contact->id);
  kli_row_set_text (row, KLI_IDENTIFIER_KIND, polish ? "krs" : "nib");
  kli_row_set_text (row, KLI_IDENTIFIER_VALUE, number);
  kli_identifier_normalise (row);

  return kli_edit_insert (edit, row, error);
}

static gboolean
is_numbered (const KliGenerated *contact)
{
  KliChance chance = kli_chance_begin (contact->seed ^ G_GUINT64_CONSTANT (0x9e3779b97f4a7c15), contact->place);

  return contact->is_organisation && kli_chance_percent (&chance, NUMBER_PERCENT);
}

gboolean
kli_generate_more (KliEdit *edit, const KliGenerated *contact, GError **error)
{
  return add_activities (edit, contact, error) && (!is_numbered (contact) || add_number (edit, contact, error));
}
