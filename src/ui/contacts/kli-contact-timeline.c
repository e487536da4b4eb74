/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline of a contact. Rows are made for the newest activities, and for others when they are asked for. */
#include "ui/contacts/kli-contact-timeline.h"

#include "core/kli-activity.h"
#include "core/kli-format.h"
#include "core/kli-kinds.h"
#include "core/kli-text.h"
#include "ui/contracts/kli-term-words.h"
#include "ui/shared/kli-locale.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#define FIRST_ROWS 5
#define MORE_ROWS 50

/* How many rows a section may have, and of which contact; kept on it. */
typedef struct
{
  gint64 contact;
  guint n_rows;
  char *shown;
} Extent;

static void
extent_free (gpointer data)
{
  g_free (((Extent *)data)->shown);
  g_free (data);
}

static Extent *
extent_of (KliSection *section)
{
  return g_object_get_data (G_OBJECT (section), "kli-extent");
}

/* --- words -------------------------------------------------------------------------------------- */

static const char *
icon_of (const char *channel)
{
  static const struct
  {
    const char *channel;
    const char *icon;
  } icons[] = {
    { "call", "call-start-symbolic" },
    { "mail", "mail-unread-symbolic" },
    { "meeting", "system-users-symbolic" },
    { "letter", "x-office-document-symbolic" },
    { "other", "view-more-symbolic" },
    { KLI_ACTIVITY_HAND_OVER, "avatar-default-symbolic" },
    { KLI_ACTIVITY_DEPUTY, "avatar-default-symbolic" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    if (g_str_equal (icons[i].channel, channel))
      return icons[i].icon;

  return "chat-message-new-symbolic";
}

/* "Outgoing call · About the invoice". Returns: (transfer full) */
static char *
title_of (const KliRow *activity)
{
  const char *subject = kli_row_get_text (activity, KLI_ACTIVITY_SUBJECT);

  return g_strconcat (kli_activity_title (activity), *subject != '\0' ? " · " : "", subject, NULL);
}

/* "28 Nov, 09:40 · Barbara Szulc · What was said". Returns: (transfer full) */
static char *
describe (const KliWhole *whole, const KliRow *activity, KliDay today)
{
  gint64 staff = kli_row_get_integer (activity, KLI_ACTIVITY_STAFF);
  g_autofree char *day = kli_format_day_near (kli_day_parse (kli_row_get_text (activity, KLI_ACTIVITY_ON_DAY)), today,
                                              kli_locale_get_language ());
  const char *time = kli_row_get_text (activity, KLI_ACTIVITY_AT_TIME);
  g_autofree char *clock
      = *time != '\0' ? kli_format_time (atoi (time), atoi (time + 3), kli_locale_get_language ()) : g_strdup ("");
  g_autofree char *note = kli_text_single_line (kli_row_get_text (activity, KLI_ACTIVITY_NOTE));
  const char *who = staff != 0 ? kli_whole_get_name (whole, staff) : "";

  return g_strconcat (day, *clock != '\0' ? ", " : "", clock, *who != '\0' ? " · " : "", who,
                      *note != '\0' ? " · " : "", note, NULL);
}

char *
kli_contact_timeline_last (const KliWhole *whole, KliDay today)
{
  const KliRow *last = kli_activity_last (whole, today);
  g_autofree char *distance = NULL;
  g_autofree char *title = NULL;

  if (last == NULL)
    return NULL;
  distance = kli_term_distance (kli_day_parse (kli_row_get_text (last, KLI_ACTIVITY_ON_DAY)), today);
  title = kli_text_within_line (kli_activity_title (last));

  /* TRANSLATORS: %1$s is “today” or “5 days ago”, %2$s what there was, such as “outgoing call” */
  return g_strdup_printf (_ ("Last contact: %1$s, %2$s"), distance, title);
}

/* --- rows --------------------------------------------------------------------------------------- */

static GtkWidget *
new_row (const KliWhole *whole, const KliRow *activity, KliDay today)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_of (kli_row_get_text (activity, KLI_ACTIVITY_CHANNEL)));
  g_autofree char *title = title_of (activity);
  g_autofree char *described = describe (whole, activity, today);

  gtk_widget_add_css_class (icon, "quiet");

  return kli_section_row_new (icon, title, described,
                              kli_row_button_new ("document-edit-symbolic", C_ ("activity", "Change or Remove"),
                                                  "card.edit-activity", g_variant_new_int64 (activity->id)),
                              NULL, NULL);
}

static GtkWidget *
new_earlier_row (guint n)
{
  g_autofree char *title = g_strdup_printf (ngettext ("%u earlier", "%u earlier", n), n);

  return kli_section_row_new (NULL, title, NULL, gtk_image_new_from_icon_name ("pan-down-symbolic"),
                              "card.earlier-activities", NULL);
}

/* All that the rows show: they stay, and with them the keyboard, unless they are to show something else.
 * Returns: (transfer full) */
static char *
list_shown (const KliWhole *whole, const Extent *extent, KliDay today)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const KliRow *activity;

  g_string_append_printf (text, "%u", extent->n_rows);
  for (guint i = 0; (activity = kli_whole_get_part (whole, &kli_activity_kind, i)) != NULL; i++)
    {
      g_autofree char *title = i < extent->n_rows ? title_of (activity) : NULL;
      g_autofree char *described = i < extent->n_rows ? describe (whole, activity, today) : NULL;

      g_string_append_printf (text, "\n%" G_GINT64_FORMAT " %s %s", activity->id, title, described);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
fill (KliSection *section, const KliWhole *whole, KliDay today)
{
  Extent *extent = extent_of (section);
  g_autofree char *shown = list_shown (whole, extent, today);
  guint n = kli_whole_count_parts (whole, &kli_activity_kind);

  if (g_strcmp0 (extent->shown, shown) == 0)
    return;
  g_free (extent->shown);
  extent->shown = g_steal_pointer (&shown);
  kli_section_clear (section);
  for (guint i = 0; i < MIN (n, extent->n_rows); i++)
    kli_section_append (section, new_row (whole, kli_whole_get_part (whole, &kli_activity_kind, i), today));
  if (n > extent->n_rows)
    kli_section_append (section, new_earlier_row (n - extent->n_rows));
}

void
kli_contact_timeline_show (KliSection *section, const KliWhole *whole, KliDay today)
{
  g_return_if_fail (KLI_IS_SECTION (section));
  g_return_if_fail (whole != NULL);

  if (extent_of (section)->contact != kli_whole_get_root (whole)->id)
    {
      extent_of (section)->contact = kli_whole_get_root (whole)->id;
      extent_of (section)->n_rows = FIRST_ROWS;
    }
  fill (section, whole, today);
}

void
kli_contact_timeline_show_earlier (KliSection *section, const KliWhole *whole, KliDay today)
{
  g_return_if_fail (KLI_IS_SECTION (section));
  g_return_if_fail (whole != NULL);

  extent_of (section)->n_rows += MORE_ROWS;
  fill (section, whole, today);
}

GtkWidget *
kli_contact_timeline_new (void)
{
  GtkWidget *section = kli_section_new (C_ ("contact", "Timeline"));

  g_object_set_data_full (G_OBJECT (section), "kli-extent", g_new0 (Extent, 1), extent_free);
  kli_section_set_add (KLI_SECTION (section), _ ("Log Activity…"), "card.log-activity");

  return section;
}
