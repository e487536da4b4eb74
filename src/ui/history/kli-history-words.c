/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of the history in words. */
#include "ui/history/kli-history-words.h"

#include "core/kli-format.h"
#include "operations/kli-verbs.h"
#include "store/kli-long-edit.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-plain.h"

#include <glib/gi18n.h>

#define STATE_DONE "done"
#define STATE_RUNNING "running"
#define STATE_ERASED "erased"

/* --- what can be done ------------------------------------------------------------------------------------- */

KliHistoryDeed
kli_history_deed (KliStore *store, const KliHistoryEntry *entry)
{
  gboolean stopped = g_str_equal (entry->state, STATE_RUNNING) && !kli_long_edit_is_running (store, entry->id);

  if (kli_store_is_read_only (store) || entry->undone_by != 0)
    return KLI_HISTORY_NOTHING;
  if (!g_str_equal (entry->state, STATE_DONE) && !stopped)
    return KLI_HISTORY_NOTHING;

  return g_str_equal (entry->verb, "undo") ? KLI_HISTORY_REDO : KLI_HISTORY_UNDO;
}

gboolean
kli_history_may_take_apart (KliStore *store, const KliHistoryEntry *entry)
{
  return g_str_equal (entry->verb, "contact-merge") && kli_history_deed (store, entry) == KLI_HISTORY_UNDO;
}

const char *
kli_history_fate (KliStore *store, const KliHistoryEntry *entry, const char **icon)
{
  *icon = "edit-undo-symbolic";
  if (entry->undone_by != 0 && g_str_equal (entry->verb, "undo"))
    {
      *icon = "edit-redo-symbolic";
      return C_ ("history", "redone");
    }
  if (entry->undone_by != 0)
    return C_ ("history", "undone");

  *icon = "dialog-information-symbolic";
  if (g_str_equal (entry->state, STATE_RUNNING))
    return kli_long_edit_is_running (store, entry->id) ? C_ ("history", "in progress") : C_ ("history", "stopped");

  return g_str_equal (entry->state, STATE_ERASED) ? C_ ("history", "partly erased, cannot be undone") : "";
}

const char *
kli_history_item_fate (KliStore *store, KliHistoryItem *item, const char **icon)
{
  const char *fate = kli_history_fate (store, kli_history_item_get_entry (item, 0), icon);

  for (guint i = 1; i < kli_history_item_get_n_entries (item); i++)
    if (!g_str_equal (fate, kli_history_fate (store, kli_history_item_get_entry (item, i), icon)))
      return "";

  return fate;
}

/* --- sentences -------------------------------------------------------------------------------------------- */

char *
kli_history_entry_title (const KliHistoryEntry *entry)
{
  g_autofree char *name = kli_plain_line (entry->subject_name);

  return kli_verb_entry_title (entry->verb, entry->origin_verb, name, 0);
}

char *
kli_history_item_title (KliHistoryItem *item)
{
  const KliHistoryEntry *entry = kli_history_item_get_entry (item, 0);
  guint n_entries = kli_history_item_get_n_entries (item);
  g_autofree char *name = kli_plain_line (entry->subject_name);

  if (n_entries > 1)
    return kli_verb_title_of_several (entry->verb, name, n_entries);

  return kli_verb_entry_title (entry->verb, entry->origin_verb, name,
                               kli_history_item_get_n_made (item) + kli_history_item_get_n_changed (item));
}

/* "9,998 new, 2 changed", where it adds to the title. Returns: (transfer full) (nullable) */
static char *
count_records (KliHistoryItem *item)
{
  const KliHistoryEntry *entry = kli_history_item_get_entry (item, 0);
  guint n_made = kli_history_item_get_n_made (item);
  guint n_changed = kli_history_item_get_n_changed (item);
  KliLanguage language = kli_locale_get_language ();
  g_autofree char *made = kli_format_number (n_made, language);
  g_autofree char *changed = kli_format_number (n_changed, language);

  if (kli_history_is_about_many (entry) && n_made + n_changed == 0 && entry->n_changes > 1)
    {
      g_autofree char *rows = kli_format_number (entry->n_changes, language);

      return g_strdup_printf (ngettext ("%s change", "%s changes", entry->n_changes), rows);
    }
  if (n_made == 0 || n_changed == 0 || entry->undoes != 0)
    return NULL;

  /* TRANSLATORS: numbers of records that an import made and changed: “9,998 new, 2 changed” */
  return g_strdup_printf (C_ ("history", "%1$s new, %2$s changed"), made, changed);
}

char *
kli_history_item_second (KliHistoryItem *item)
{
  g_autofree char *who = kli_plain_line (kli_history_item_get_entry (item, 0)->who);
  g_autofree char *counts = count_records (item);

  if (counts == NULL)
    return g_steal_pointer (&who);

  return *who != '\0' ? g_strdup_printf ("%s · %s", who, counts) : g_steal_pointer (&counts);
}

char *
kli_history_time (const KliHistoryEntry *entry)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_local (entry->instant / 1000);

  if (when == NULL)
    return g_strdup ("");

  return kli_format_time (g_date_time_get_hour (when), g_date_time_get_minute (when), kli_locale_get_language ());
}

KliDay
kli_history_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return kli_day_new (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

char *
kli_history_day (KliDay day)
{
  KliDay today = kli_history_today ();
  g_autofree char *date = NULL;

  if (day == today)
    return g_strdup (C_ ("day", "Today"));

  date = kli_format_day (day, day == today - 1 ? KLI_DAY_STYLE_LONG : KLI_DAY_STYLE_LONG_WEEKDAY,
                         kli_locale_get_language ());
  if (day == today - 1)
    return g_strdup_printf (C_ ("day", "Yesterday, %s"), date);
  *date = g_ascii_toupper (*date);

  return g_steal_pointer (&date);
}

/* --- icons ------------------------------------------------------------------------------------------------ */

static const struct
{
  const char *beginning;
  const char *icon;
} icons[] = {
  { "address-", "mark-location-symbolic" },
  { "affiliation-", "system-users-symbolic" },
  { "business-", "emblem-system-symbolic" },
  { "contact-merge", "system-users-symbolic" },
  { "contact-new", "contact-new-symbolic" },
  { "contract-act-", "kli-contract-symbolic" },
  { "contract-new", "kli-contract-symbolic" },
  { "document-", "mail-attachment-symbolic" },
  { "generate", "folder-open-symbolic" },
  { "import", "folder-open-symbolic" },
  { "party-", "system-users-symbolic" },
  { "photo-", "image-x-generic-symbolic" },
  { "point-", "phone-symbolic" },
  { "sample", "folder-open-symbolic" },
  { "tag-", "bookmark-new-symbolic" },
};

const char *
kli_history_item_icon (KliHistoryItem *item)
{
  const KliHistoryEntry *entry = kli_history_item_get_entry (item, 0);

  if (kli_history_item_get_n_entries (item) > 1)
    return "document-edit-symbolic";
  if (entry->undoes != 0)
    return g_str_equal (entry->verb, "undo") ? "edit-undo-symbolic" : "edit-redo-symbolic";
  if (kli_verb_group (entry->verb) == KLI_VERB_GROUP_TRASH)
    return "user-trash-symbolic";
  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    if (g_str_has_prefix (entry->verb, icons[i].beginning))
      return icons[i].icon;

  return "document-edit-symbolic";
}
