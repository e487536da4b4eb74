/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of many owners, read by one run of a statement where the owners stand together, and by few where they do
 * not. Inside store/ only. */
#pragma once

#include "store/kli-connection.h"

G_BEGIN_DECLS

/* On the stack; ended by kli_owner_scan_clear (). */
typedef struct
{
  KliStatement *statement; /* stands on the row that was handed out */
  gint64 last;
  gint64 at;        /* the owner of the row it stands on: 0 before the first, G_MAXINT64 behind the last */
  gboolean is_told; /* that row was handed out */
} KliOwnerScan;

/* @statement: (transfer full) (nullable): lists the rows of the owners from ?1 to ?2, ordered by owner, which is its
 * first column. It leaves no owner out for another reason, so that a step is never a long way.
 * @last: no owner behind it is asked for. Returns: FALSE when there is no statement. */
gboolean kli_owner_scan_init (KliOwnerScan *scan, KliStatement *statement, gint64 last);
void kli_owner_scan_clear (KliOwnerScan *scan);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KliOwnerScan, kli_owner_scan_clear)

/* Stands on the next row of @owner, which must not be before an owner that was asked for. Returns: FALSE when there are
 * no more, or with @error set. */
gboolean kli_owner_scan_next (KliOwnerScan *scan, gint64 owner, GError **error);

G_END_DECLS
