/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The activities of a contact. */
#include "operations/kli-activities.h"

#include "core/kli-activity.h"
#include "core/kli-kinds.h"
#include "operations/kli-catalogue.h"
#include "operations/kli-column.h"
#include "operations/kli-operation.h"

#include <glib/gi18n-lib.h>

gboolean
kli_activity_refer (KliAssignContext *context, KliRow *part, guint column, const char *text, GError **error)
{
  gint64 staff = *text != '\0' ? kli_catalogue_look_up (context->connection, &kli_staff_member_kind, text, error) : 0;

  if (staff < 0)
    return FALSE;
  kli_row_set_integer (part, column, staff);

  return TRUE;
}

gboolean
kli_activity_fill (KliAssignContext *context, KliRow *part, const char *argument, const char *text, GError **error)
{
  static const guint columns[]
      = { KLI_ACTIVITY_CHANNEL, KLI_ACTIVITY_DIRECTION, KLI_ACTIVITY_ON_DAY, KLI_ACTIVITY_AT_TIME,
          KLI_ACTIVITY_SUBJECT, KLI_ACTIVITY_STAFF,     KLI_ACTIVITY_NOTE };
  g_auto (GStrv) pieces = g_strsplit (text, "|", G_N_ELEMENTS (columns));
  g_autofree char *day = kli_day_to_string (kli_draft_get_today (context->draft));

  kli_row_set_text (part, KLI_ACTIVITY_ON_DAY, day);
  for (guint i = 0; pieces[i] != NULL; i++)
    {
      if (*pieces[i] == '\0' && columns[i] != KLI_ACTIVITY_CHANNEL)
        continue;
      if (columns[i] == KLI_ACTIVITY_STAFF ? !kli_activity_refer (context, part, columns[i], pieces[i], error)
                                           : !kli_column_set_text (part, columns[i], pieces[i], error))
        return FALSE;
    }

  return TRUE;
}

gboolean
kli_activity_same (const KliRow *a, const KliRow *b)
{
  for (guint i = KLI_ACTIVITY_CHANNEL; i < kli_activity_kind.n_columns; i++)
    if (kli_row_is_text (a, i) ? !g_str_equal (kli_row_get_text (a, i), kli_row_get_text (b, i))
                               : kli_row_get_integer (a, i) != kli_row_get_integer (b, i))
      return FALSE;

  return TRUE;
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID, sentence);

  return FALSE;
}

static gboolean
was_different (const KliRow *activity, const KliRow *before, guint column)
{
  return before == NULL || !g_str_equal (kli_row_get_text (activity, column), kli_row_get_text (before, column));
}

gboolean
kli_activities_settle (KliDraft *draft, GError **error)
{
  g_autoptr (GPtrArray) activities = kli_draft_list_parts (draft, &kli_activity_kind);
  KliDay today = kli_draft_get_today (draft);

  for (guint i = 0; i < activities->len; i++)
    {
      KliRow *activity = g_ptr_array_index (activities, i);
      const KliRow *before = kli_draft_get_part_before (draft, activity);
      const char *day = kli_row_get_text (activity, KLI_ACTIVITY_ON_DAY);
      g_autofree char *time = kli_activity_parse_time (kli_row_get_text (activity, KLI_ACTIVITY_AT_TIME));

      if (time == NULL)
        return refuse (error, _ ("A time of the day is written such as 09:40."));
      kli_row_set_text (activity, KLI_ACTIVITY_AT_TIME, time);
      if (!was_different (activity, before, KLI_ACTIVITY_ON_DAY))
        continue;
      if (*day == '\0')
        return refuse (error, _ ("An activity needs the day on which it was."));
      if (today != KLI_DAY_NONE && kli_day_parse (day) > today)
        return refuse (error, _ ("An activity is recorded when it has happened; this day is still to come."));
    }

  return TRUE;
}
