/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a store may stand: its real path, and places in which SQLite cannot keep it safe. */
#pragma once

#include "store/kli-store-error.h"

G_BEGIN_DECLS

/* The absolute path with every link followed; the file itself may be missing, its folders too.
 * Returns: (transfer full) (nullable): NULL with @error set. */
char *kli_place_resolve (const char *path, GError **error);

/* Refuses a file with a second name (RELIABILITY A11), network file systems and folders that another
 * program copies away (A10), anything that is no regular file. A missing file is judged by the nearest
 * folder that exists. @path: as resolved. Returns: FALSE with KLI_STORE_ERROR_UNSAFE_PLACE. */
gboolean kli_place_check (const char *path, GError **error);

/* Whether the file and its folder can be written and nobody took their write bits away: what is marked
 * read-only is left alone, even by somebody whom the system would let. */
gboolean kli_place_is_writable (const char *path);

typedef enum
{
  KLI_PLACE_SAFE,
  KLI_PLACE_UNSAFE,
  KLI_PLACE_DOUBTFUL, /* a user-space file system: its name tells */
} KliPlaceVerdict;

/* The parts of kli_place_check that a test cannot bring about: by statfs's f_type, and by the name of
 * the file system in the mount table. */
KliPlaceVerdict kli_place_judge_type (guint64 f_type);
KliPlaceVerdict kli_place_judge_name (const char *fs_name);

/* Makes the folders in which @path stands, for their owner only. */
gboolean kli_place_make_folder (const char *path, GError **error);

/* Flushes the entries of the folder in which @path stands, after a file was made or renamed there. */
gboolean kli_place_sync_folder (const char *path, GError **error);

G_END_DECLS
