/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits of many records at the command line. */
#pragma once

#include "store/kli-long-edit.h"

G_BEGIN_DECLS

/* Runs it, with its progress on a terminal. Ctrl+C takes back what it did; Ctrl+C again ends the program, and leaves it
 * to be continued or taken back. Returns: as kli_long_edit_run(), with a sentence for one that was cancelled. */
gint64 kli_cli_run_long (KliLongEdit *edit, GError **error);

/* The oldest edit of many records that was not finished, or that of the entry @entry.
 * @entry: 0 for any. Returns: (transfer full) (nullable): NULL when there is none, or with @error set */
KliUnfinished *kli_cli_find_unfinished (KliStore *store, gint64 entry, GError **error);
/* Says so of the oldest, and what can be done. */
void kli_cli_warn_of_unfinished (KliStore *store);

G_END_DECLS
