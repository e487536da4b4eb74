/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Judges a file by its first bytes, before SQLite touches it (RELIABILITY A14, A15, A18). */
#pragma once

#include "store/kli-store-error.h"

G_BEGIN_DECLS

/* The application_id in the header of every store: "Klie". */
#define KLI_STORE_FILE_ID 1265396069u

/* The oldest schema there is; below it is nothing of ours. */
#define KLI_STORE_FILE_OLDEST 1

/* Reads the header of the file at @path and nothing else; the file must not be open in this process
 * (closing it would drop SQLite's locks, RELIABILITY A12).
 * @newest: the newest schema this program knows.
 * Returns: the number of the file's schema; -1 with KLI_STORE_ERROR_MISSING, _LOST (0 bytes),
 * _NOT_A_STORE, _DAMAGED (cut) or _NEWER. */
int kli_store_file_judge (const char *path, int newest, GError **error);

/* Whether a write-ahead log with content stands beside @path: then the file alone is not the whole store. */
gboolean kli_store_file_has_log (const char *path);

G_END_DECLS
