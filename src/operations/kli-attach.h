/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are kept in the store: the picture of a contact, the documents of a contract. */
#pragma once

#include "operations/kli-operation.h"

G_BEGIN_DECLS

/* The most that is kept of one picture. */
#define KLI_PHOTO_MAX ((gsize)10 << 20)

/* @bytes: (nullable): a PNG, JPEG, GIF or WebP picture by its first bytes; NULL removes the picture.
 * Returns: (transfer full) */
KliOperation *kli_set_photo (gint64 contact, GBytes *bytes);

/* What kind of picture @bytes hold, by their beginning. Returns: (transfer none) (nullable): a media type. */
const char *kli_photo_type (GBytes *bytes);

/* Keeps a file with a contract. @name: only its last component is kept, without what cannot be a file name
 * (RELIABILITY C13). @media_type: (nullable). At most 200 MB.
 * Returns: (transfer full): whose subject is the contract */
KliOperation *kli_attach_document (gint64 contract, const char *name, const char *media_type, GBytes *bytes);

/* @name as it is kept and offered for saving again: one component, no controls, not hidden, at most 200 bytes.
 * Returns: (transfer full) (not nullable) */
char *kli_document_name (const char *name);

G_END_DECLS
