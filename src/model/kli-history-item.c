/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the history. */
#include "model/kli-history-item-private.h"

#include "operations/kli-verbs.h"

/* Edits of one record with no more than this between them are one line (DESIGN 6). */
#define TOGETHER_MS (10 * 60 * 1000)

struct _KliHistoryItem
{
  GObject parent_instance;

  GPtrArray *entries;  /* KliHistoryEntry, newest first; never empty */
  GHashTable *details; /* nullable: id of an entry → KliHistoryDetails */
  guint n_made;
  guint n_changed;
  KliDay day;
  gboolean first_of_day;
  gboolean last_of_day;
  gboolean open;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KliHistoryItem, kli_history_item, G_TYPE_OBJECT)

static void
kli_history_item_finalize (GObject *object)
{
  KliHistoryItem *self = KLI_HISTORY_ITEM (object);

  g_ptr_array_unref (self->entries);
  g_clear_pointer (&self->details, g_hash_table_unref);

  G_OBJECT_CLASS (kli_history_item_parent_class)->finalize (object);
}

static void
kli_history_item_class_init (KliHistoryItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kli_history_item_finalize;

  signals[CHANGED]
      = g_signal_new ("changed", KLI_TYPE_HISTORY_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kli_history_item_init (KliHistoryItem *self)
{
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_history_entry_free);
}

static KliDay
local_day (gint64 instant)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_local (instant / 1000);

  if (when == NULL)
    return KLI_DAY_NONE;

  return kli_day_new (g_date_time_get_year (when), g_date_time_get_month (when), g_date_time_get_day_of_month (when));
}

KliHistoryItem *
kli_history_item_new (KliHistoryEntry *entry, guint n_made, guint n_changed)
{
  KliHistoryItem *self;

  g_return_val_if_fail (entry != NULL, NULL);

  self = g_object_new (KLI_TYPE_HISTORY_ITEM, NULL);
  self->n_made = n_made;
  self->n_changed = n_changed;
  self->day = local_day (entry->instant);
  g_ptr_array_add (self->entries, entry);

  return self;
}

static gboolean
belong_together (const KliHistoryEntry *newer, const KliHistoryEntry *older)
{
  return newer->subject != 0 && newer->subject == older->subject && newer->undoes == 0 && older->undoes == 0
         && kli_verb_is_field_edit (newer->verb) && kli_verb_is_field_edit (older->verb)
         && g_str_equal (newer->who, older->who) && g_str_equal (newer->desk, older->desk)
         && ABS (newer->instant - older->instant) <= TOGETHER_MS
         && local_day (newer->instant) == local_day (older->instant);
}

gboolean
kli_history_item_continues (KliHistoryItem *self, const KliHistoryEntry *entry)
{
  const KliHistoryEntry *newest, *oldest;

  g_return_val_if_fail (KLI_IS_HISTORY_ITEM (self) && entry != NULL, FALSE);

  newest = g_ptr_array_index (self->entries, 0);
  oldest = g_ptr_array_index (self->entries, self->entries->len - 1);

  return entry->id > newest->id ? belong_together (entry, newest) : belong_together (oldest, entry);
}

void
kli_history_item_add (KliHistoryItem *self, KliHistoryEntry *entry)
{
  const KliHistoryEntry *newest;

  g_return_if_fail (KLI_IS_HISTORY_ITEM (self) && entry != NULL);

  newest = g_ptr_array_index (self->entries, 0);
  g_ptr_array_insert (self->entries, entry->id > newest->id ? 0 : -1, entry);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
kli_history_item_replace (KliHistoryItem *self, KliHistoryEntry *entry)
{
  g_return_if_fail (KLI_IS_HISTORY_ITEM (self) && entry != NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const KliHistoryEntry *old = g_ptr_array_index (self->entries, i);

      if (old->id != entry->id)
        continue;
      kli_history_entry_free (g_steal_pointer (&self->entries->pdata[i]));
      self->entries->pdata[i] = entry;
      g_signal_emit (self, signals[CHANGED], 0);
      return;
    }

  kli_history_entry_free (entry);
}

void
kli_history_item_set_place (KliHistoryItem *self, gboolean first_of_day, gboolean last_of_day)
{
  g_return_if_fail (KLI_IS_HISTORY_ITEM (self));

  if (self->first_of_day == first_of_day && self->last_of_day == last_of_day)
    return;

  self->first_of_day = first_of_day;
  self->last_of_day = last_of_day;
  g_signal_emit (self, signals[CHANGED], 0);
}

guint
kli_history_item_get_n_entries (KliHistoryItem *self)
{
  g_return_val_if_fail (KLI_IS_HISTORY_ITEM (self), 0);

  return self->entries->len;
}

const KliHistoryEntry *
kli_history_item_get_entry (KliHistoryItem *self, guint n)
{
  g_return_val_if_fail (KLI_IS_HISTORY_ITEM (self), NULL);

  return n < self->entries->len ? g_ptr_array_index (self->entries, n) : NULL;
}

const KliHistoryEntry *
kli_history_item_find_entry (KliHistoryItem *self, gint64 id)
{
  g_return_val_if_fail (KLI_IS_HISTORY_ITEM (self), NULL);

  for (guint i = 0; i < self->entries->len; i++)
    if (kli_history_item_get_entry (self, i)->id == id)
      return kli_history_item_get_entry (self, i);

  return NULL;
}

guint
kli_history_item_get_n_made (KliHistoryItem *self)
{
  g_return_val_if_fail (KLI_IS_HISTORY_ITEM (self), 0);

  return self->n_made;
}

guint
kli_history_item_get_n_changed (KliHistoryItem *self)
{
  g_return_val_if_fail (KLI_IS_HISTORY_ITEM (self), 0);

  return self->n_changed;
}

KliDay
kli_history_item_get_day (KliHistoryItem *self)
{
  g_return_val_if_fail (KLI_IS_HISTORY_ITEM (self), KLI_DAY_NONE);

  return self->day;
}

gboolean
kli_history_item_is_first_of_day (KliHistoryItem *self)
{
  g_return_val_if_fail (KLI_IS_HISTORY_ITEM (self), FALSE);

  return self->first_of_day;
}

gboolean
kli_history_item_is_last_of_day (KliHistoryItem *self)
{
  g_return_val_if_fail (KLI_IS_HISTORY_ITEM (self), FALSE);

  return self->last_of_day;
}

gboolean
kli_history_item_is_open (KliHistoryItem *self)
{
  g_return_val_if_fail (KLI_IS_HISTORY_ITEM (self), FALSE);

  return self->open;
}

void
kli_history_item_set_open (KliHistoryItem *self, gboolean open)
{
  g_return_if_fail (KLI_IS_HISTORY_ITEM (self));

  if (self->open == open)
    return;

  self->open = open;
  g_signal_emit (self, signals[CHANGED], 0);
}

KliHistoryDetails *
kli_history_item_get_details (KliHistoryItem *self, guint n, KliStore *store, gint64 owner, KliLanguage language)
{
  const KliHistoryEntry *entry;
  KliHistoryDetails *details;

  g_return_val_if_fail (KLI_IS_HISTORY_ITEM (self) && KLI_IS_STORE (store), NULL);

  entry = kli_history_item_get_entry (self, n);
  if (entry == NULL)
    return NULL;

  if (self->details == NULL)
    self->details = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  details = g_hash_table_lookup (self->details, &entry->id);
  if (details == NULL)
    {
      details = kli_history_details_new (store, entry, owner, language);
      g_hash_table_insert (self->details, g_memdup2 (&entry->id, sizeof entry->id), details);
    }

  return details;
}
