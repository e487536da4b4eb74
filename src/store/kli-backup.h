/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verified copies of a store, and putting one back (RELIABILITY B1-B7). */
#pragma once

#include "store/kli-store.h"

G_BEGIN_DECLS

/* Copies the open store to @path: written under another name beside it, flushed, opened again and
 * checked (structure, row counts, content), then renamed. 0600. An existing file is only replaced by a
 * verified copy. Returns: FALSE with @error set; then @path is as it was. */
gboolean kli_store_save_copy (KliStore *store, const char *path, GError **error);
void kli_store_save_copy_async (
    KliStore *store, const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean kli_store_save_copy_finish (KliStore *store, GAsyncResult *result, GError **error);

/* Replaces the closed store at @path by the copy at @copy, after checking it as a file from a
 * stranger (C15). What was there is kept as one more copy beside it, whose path is given back.
 * Returns: FALSE with @error set; then @path is as it was. */
gboolean kli_store_restore (const char *path, const char *copy, char **kept, GError **error);

/* One line of `check`. */
typedef struct
{
  const char *name; /* constant: "structure", "search" … */
  gboolean holds;
  char *detail;
} KliCheck;

void kli_check_free (KliCheck *check);

/* Runs every check: structure, each derived table against what it derives from, hashes of content
 * and history slices, UTF-8 of all text, references. Returns: (element-type KliCheck) */
GPtrArray *kli_store_check (KliStore *store, GError **error);

/* Compares every derived table with what it derives from, makes anew those that are wrong, and waits for it.
 * Returns: how many were; -1 with @error set. */
gint kli_store_mend (KliStore *store, GError **error);

G_END_DECLS
