/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of a store, for the parts of the store that make and take them. */
#pragma once

#include "store/kli-backup.h"

G_BEGIN_DECLS

/* Writes a verified copy of what @source sees to @path. @source must be in a transaction, so that it
 * sees one state all the while; cancelling it stops. Returns: FALSE with @error set; @path is as it was. */
gboolean kli_backup_write (KliConnection *source, const char *path, GError **error);

/* Takes away the digest that a copy carries: opened as a store it would soon be wrong. */
gboolean kli_backup_forget_digest (KliConnection *connection, GError **error);

/* Checks the file at @path as one from a stranger: header, structure, our schema word for word, every
 * text, and the digest it carries when it is a copy. Nothing is written beside it. */
gboolean kli_backup_verify (const char *path, GError **error);

G_END_DECLS
