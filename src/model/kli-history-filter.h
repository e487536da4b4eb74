/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which entries of the history a person wants to see. */
#pragma once

#include "core/kli-language.h"
#include "store/kli-history.h"

G_BEGIN_DECLS

/* All of it must hold. */
typedef struct
{
  gint64 owner; /* one record with its parts, 0 for any */
  char *who;    /* an account name, "" for anybody */
  int group;    /* KliVerbGroup, -1 for any */
  gint64 since; /* UTC milliseconds, 0 for the beginning */
  gint64 until; /* and before, G_MAXINT64 for the end */
  char *text;   /* words: each begins a word of the title, of who did it, or of a field or value, as they are shown */
  KliLanguage language; /* in which they are shown */
} KliHistoryFilter;

/* Everything. Returns: (transfer full) */
KliHistoryFilter *kli_history_filter_new (void);
KliHistoryFilter *kli_history_filter_copy (const KliHistoryFilter *filter);
void kli_history_filter_free (KliHistoryFilter *filter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliHistoryFilter, kli_history_filter_free)

gboolean kli_history_filter_equal (const KliHistoryFilter *a, const KliHistoryFilter *b);
/* Whether anything but the record is asked for. */
gboolean kli_history_filter_is_set (const KliHistoryFilter *filter);

G_END_DECLS
