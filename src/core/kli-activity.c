/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What activities are called, and when one was. */
#include "core/kli-activity.h"

#include "core/kli-chat.h"
#include "core/kli-kinds.h"
#include "core/kli-text.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

const char *const kli_activity_channels[] = {
  "call",
  "mail",
  "meeting",
  "whatsapp",
  "telegram",
  "line",
  "instagram",
  "facebook",
  "sms",
  "letter",
  "other",
  KLI_ACTIVITY_HAND_OVER,
  KLI_ACTIVITY_DEPUTY,
  NULL,
};

typedef struct
{
  const char *channel;
  const char *name;
  const char *out;
  const char *in;
} Words;

/* TRANSLATORS: the name of a way to be in touch; then what happened when we began it, and when they did */
static const Words words[] = {
  { "call", NC_ ("activity", "Call"), NC_ ("activity", "Outgoing call"), NC_ ("activity", "Incoming call") },
  { "mail", NC_ ("activity", "Email"), NC_ ("activity", "Email sent"), NC_ ("activity", "Email received") },
  { "meeting", NC_ ("activity", "Meeting"), NC_ ("activity", "Meeting at their place"),
    NC_ ("activity", "Meeting at our place") },
  { "sms", NC_ ("activity", "Text message"), NC_ ("activity", "Text message sent"),
    NC_ ("activity", "Text message received") },
  { "letter", NC_ ("activity", "Letter"), NC_ ("activity", "Letter sent"), NC_ ("activity", "Letter received") },
  { "other", NC_ ("activity", "Other"), NC_ ("activity", "Other"), NC_ ("activity", "Other") },
  { KLI_ACTIVITY_HAND_OVER, NC_ ("activity", "Handed over"), NC_ ("activity", "Handed over"),
    NC_ ("activity", "Handed over") },
  { KLI_ACTIVITY_DEPUTY, NC_ ("activity", "Change of deputy"), NC_ ("activity", "Change of deputy"),
    NC_ ("activity", "Change of deputy") },
};

static const char *
translate (const char *msgid)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "activity", msgid);
}

static const Words *
find_words (const char *channel)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].channel, channel))
      return &words[i];

  return NULL;
}

const char *
kli_activity_channel_name (const char *channel)
{
  const Words *found = find_words (channel);
  const char *service = kli_chat_name (kli_chat_find (NULL, channel));

  if (found != NULL)
    return translate (found->name);

  return service != NULL ? service : channel;
}

const char *
kli_activity_direction_name (const char *direction)
{
  if (g_str_equal (direction, "out"))
    return C_ ("activity", "From us");

  return g_str_equal (direction, "in") ? C_ ("activity", "From them") : "";
}

const char *
kli_activity_title (const KliRow *activity)
{
  const char *direction;
  const Words *found;

  g_return_val_if_fail (activity != NULL && activity->kind == &kli_activity_kind, "");

  direction = kli_row_get_text (activity, KLI_ACTIVITY_DIRECTION);
  found = find_words (kli_row_get_text (activity, KLI_ACTIVITY_CHANNEL));
  if (found == NULL)
    return kli_activity_channel_name (kli_row_get_text (activity, KLI_ACTIVITY_CHANNEL));
  if (*direction == '\0')
    return translate (found->name);

  return translate (g_str_equal (direction, "in") ? found->in : found->out);
}

char *
kli_activity_parse_time (const char *text)
{
  g_autofree char *stripped = kli_text_strip (text);
  char end;
  int hour, minute;

  if (*stripped == '\0')
    return g_strdup ("");
  g_strdelimit (stripped, ".", ':');
  if (strspn (stripped, "0123456789:") != strlen (stripped) || sscanf (stripped, "%2d:%2d%c", &hour, &minute, &end) != 2
      || hour > 23 || minute > 59)
    return NULL;

  return g_strdup_printf ("%02d:%02d", hour, minute);
}

static int
compare (const KliRow *a, const KliRow *b)
{
  int order = strcmp (kli_row_get_text (a, KLI_ACTIVITY_ON_DAY), kli_row_get_text (b, KLI_ACTIVITY_ON_DAY));

  return order != 0 ? order
                    : strcmp (kli_row_get_text (a, KLI_ACTIVITY_AT_TIME), kli_row_get_text (b, KLI_ACTIVITY_AT_TIME));
}

gboolean
kli_activity_is_contact (const KliRow *activity)
{
  const char *channel;

  g_return_val_if_fail (activity != NULL && activity->kind == &kli_activity_kind, FALSE);

  channel = kli_row_get_text (activity, KLI_ACTIVITY_CHANNEL);

  return !g_str_equal (channel, KLI_ACTIVITY_HAND_OVER) && !g_str_equal (channel, KLI_ACTIVITY_DEPUTY);
}

const KliRow *
kli_activity_last (const KliWhole *whole, KliDay today)
{
  const KliRow *activity, *last = NULL;

  for (guint i = 0; (activity = kli_whole_get_part (whole, &kli_activity_kind, i)) != NULL; i++)
    {
      KliDay day = kli_day_parse (kli_row_get_text (activity, KLI_ACTIVITY_ON_DAY));

      if (kli_activity_is_contact (activity) && kli_day_is_valid (day) && day <= today
          && (last == NULL || compare (activity, last) > 0))
        last = activity;
    }

  return last;
}
