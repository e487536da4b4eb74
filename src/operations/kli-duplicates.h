/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contacts that may be one, in the whole store. */
#pragma once

#include "core/kli-duplicate.h"
#include "store/kli-connection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Two contacts that may be one. */
typedef struct
{
  gint64 first; /* the older card */
  gint64 second;
  guint score;                 /* KLI_DUPLICATE_SCORE_MIN to 100 */
  KliDuplicateReasons reasons; /* what counted */
} KliDuplicatePair;

/* Runs on the thread that searches. @fraction: 0 to 1 */
typedef void (*KliDuplicatesProgress) (double fraction, gpointer user_data);

/* Compares everybody with everybody: of a million contacts in some seconds, with 100 MB of its own. Nothing is
 * changed. Those in the trash are not compared, nor a person with an organisation, nor two of whom somebody
 * said that they are two.
 * @connection: sees one state throughout
 * @progress: (nullable)
 * Returns: (transfer full) (nullable) (element-type KliDuplicatePair): the highest score first, then by ids; NULL with
 * @error set, G_IO_ERROR_CANCELLED too. */
GArray *kli_duplicates_find (KliConnection *connection,
                             KliDuplicatesProgress progress,
                             gpointer user_data,
                             GCancellable *cancellable,
                             GError **error);

/* Whether somebody still has to look at the pair: both are there, not in the trash, and nobody said that they are two.
 * @still: (out). Returns: FALSE with @error set. */
gboolean kli_duplicates_still (KliConnection *connection, gint64 first, gint64 second, gboolean *still, GError **error);

G_END_DECLS
