/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures and documents inside the store, in pieces under the SHA-256 of the whole. */
#pragma once

#include "store/kli-connection.h"

G_BEGIN_DECLS

/* The most that is kept of one document. */
#define KLI_CONTENT_MAX ((gsize)200 << 20)

/* Writes @bytes inside the running transaction, unless they are kept already.
 * Returns: (transfer full) (nullable): the hash in hex; NULL with @error set. */
char *kli_content_keep (KliConnection *connection, GBytes *bytes, GError **error);

/* Reads what is kept under @hash and compares it with the hash.
 * Returns: (transfer full) (nullable): NULL with KLI_STORE_ERROR_NOT_FOUND or _DAMAGED. */
GBytes *kli_content_read (KliConnection *connection, const char *hash, GError **error);

G_END_DECLS
