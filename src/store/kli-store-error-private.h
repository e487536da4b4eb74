/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How SQLite's result codes and errno become errors of the store: the one place where they are mapped. */
#pragma once

#include "store/kli-store-error.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* Sets @error from the extended result @code of @handle (nullable) while doing @what ("reading a page").
 * SQLITE_INTERRUPT becomes G_IO_ERROR_CANCELLED. */
void kli_store_error_set_sqlite (GError **error, sqlite3 *handle, int code, const char *what);

/* Sets @error from errno while doing @what with the file @path. */
void kli_store_error_set_errno (GError **error, int number, const char *what, const char *path);

/* Whether what SQLite still holds in memory of the file may be wrong after @error (nullable): then the
 * connection is closed and opened anew (RELIABILITY A7). */
gboolean kli_store_error_is_doubtful (const GError *error);

/* Hands on what ended a loop over rows. @local: (transfer full) (nullable): NULL when it was the end.
 * Returns: whether it was the end. */
static inline gboolean
kli_store_error_pass (GError **error, GError *local)
{
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);

  return FALSE;
}

G_END_DECLS
