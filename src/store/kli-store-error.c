/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The errors of the store, and what of SQLite and errno they stand for. */
#include "store/kli-store-error-private.h"

#include <errno.h>
#include <gio/gio.h>

G_DEFINE_QUARK (kli - store - error - quark, kli_store_error)

typedef struct
{
  int from;
  KliStoreError to;
} Mapping;

/* Primary result codes; everything else is KLI_STORE_ERROR_FAILED. */
static const Mapping results[] = {
  { SQLITE_PERM, KLI_STORE_ERROR_READ_ONLY },     { SQLITE_BUSY, KLI_STORE_ERROR_LOCKED },
  { SQLITE_LOCKED, KLI_STORE_ERROR_LOCKED },      { SQLITE_READONLY, KLI_STORE_ERROR_READ_ONLY },
  { SQLITE_IOERR, KLI_STORE_ERROR_IO },           { SQLITE_CORRUPT, KLI_STORE_ERROR_DAMAGED },
  { SQLITE_FULL, KLI_STORE_ERROR_FULL },          { SQLITE_CANTOPEN, KLI_STORE_ERROR_IO },
  { SQLITE_NOTADB, KLI_STORE_ERROR_NOT_A_STORE }, { SQLITE_NOLFS, KLI_STORE_ERROR_FULL },
};

static const Mapping numbers[] = {
  { ENOSPC, KLI_STORE_ERROR_FULL },     { EDQUOT, KLI_STORE_ERROR_FULL },     { EFBIG, KLI_STORE_ERROR_FULL },
  { ENOENT, KLI_STORE_ERROR_MISSING },  { ENOTDIR, KLI_STORE_ERROR_MISSING }, { EACCES, KLI_STORE_ERROR_READ_ONLY },
  { EPERM, KLI_STORE_ERROR_READ_ONLY }, { EROFS, KLI_STORE_ERROR_READ_ONLY }, { EIO, KLI_STORE_ERROR_IO },
};

/* Both tables name members of this enum: whoever adds one should look here. */
G_STATIC_ASSERT (KLI_STORE_ERROR_CLOSED == 13);

static KliStoreError
look_up (const Mapping *mappings, gsize n, int from)
{
  for (gsize i = 0; i < n; i++)
    if (mappings[i].from == from)
      return mappings[i].to;

  return KLI_STORE_ERROR_FAILED;
}

/* What the system said when the file behind @what (the database, or its journal or log) failed last. */
static int
last_errno (sqlite3 *handle, int what)
{
  sqlite3_file *file = NULL;
  int number = 0;

  if (sqlite3_file_control (handle, "main", what, &file) == SQLITE_OK && file != NULL && file->pMethods != NULL)
    file->pMethods->xFileControl (file, SQLITE_FCNTL_LAST_ERRNO, &number);

  return number;
}

static gboolean
is_full (int number)
{
  return look_up (numbers, G_N_ELEMENTS (numbers), number) == KLI_STORE_ERROR_FULL;
}

static KliStoreError
error_of_result (sqlite3 *handle, int code)
{
  /* What readers and the writer share in memory has to be a file as well, and could not be made larger. */
  if (code == SQLITE_IOERR_SHMSIZE)
    return KLI_STORE_ERROR_FULL;
  /* A file size limit or quota arrives as a failed write, not as SQLITE_FULL (RELIABILITY A6). */
  if (code == SQLITE_IOERR_WRITE && handle != NULL
      && (is_full (last_errno (handle, SQLITE_FCNTL_FILE_POINTER))
          || is_full (last_errno (handle, SQLITE_FCNTL_JOURNAL_POINTER))))
    return KLI_STORE_ERROR_FULL;

  return look_up (results, G_N_ELEMENTS (results), code & 0xff);
}

void
kli_store_error_set_sqlite (GError **error, sqlite3 *handle, int code, const char *what)
{
  KliStoreError kind;

  g_return_if_fail (code != SQLITE_OK && what != NULL);

  if ((code & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s was cancelled", what);
      return;
    }

  kind = error_of_result (handle, code);
  g_set_error (error, KLI_STORE_ERROR, kind, "%s%s failed: %s (%d)",
               kind == KLI_STORE_ERROR_FULL ? "There is no room left on the disk. " : "", what,
               handle != NULL && (sqlite3_errcode (handle) & 0xff) == (code & 0xff) ? sqlite3_errmsg (handle)
                                                                                    : sqlite3_errstr (code),
               code);
}

void
kli_store_error_set_errno (GError **error, int number, const char *what, const char *path)
{
  g_return_if_fail (what != NULL && path != NULL);

  g_set_error (error, KLI_STORE_ERROR, look_up (numbers, G_N_ELEMENTS (numbers), number), "%s “%s” failed: %s", what,
               path, g_strerror (number));
}

gboolean
kli_store_error_is_doubtful (const GError *error)
{
  return g_error_matches (error, KLI_STORE_ERROR, KLI_STORE_ERROR_IO)
         || g_error_matches (error, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED);
}
