/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Remembers, outside the store, that a store was at a place (RELIABILITY A15), and who this desk is. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What was last known of the store at a path. */
typedef struct
{
  char *store_id;
  gint64 size;     /* bytes */
  gint64 modified; /* nanoseconds since 1970 */
} KliMarker;

/* Markers are small files in $XDG_STATE_HOME/klientela/stores, by a digest of the path.
 * Returns: (transfer full) (nullable): NULL when no store was seen at @path. */
KliMarker *kli_marker_load (const char *path);
void kli_marker_free (KliMarker *marker);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliMarker, kli_marker_free)

/* Whether the file at @path is, by size and time, what was left there. */
gboolean kli_marker_fits (const KliMarker *marker, const char *path);

/* Remembers the file at @path as it is now. A state folder that cannot be written is only logged. */
void kli_marker_save (const char *path, const char *store_id);

/* Returns: (transfer full): the random id of this account on this machine, made when first asked for. */
char *kli_marker_get_desk (void);

G_END_DECLS
