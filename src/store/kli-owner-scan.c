/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of many owners. Beginning a statement costs as much as reading four rows, so rows of others are passed over
 * as long as they are fewer. The two or three records that one edit concerns are never next to each other. */
#include "store/kli-owner-scan.h"

#define ROWS_PASSED_MAX 3

gboolean
kli_owner_scan_init (KliOwnerScan *scan, KliStatement *statement, gint64 last)
{
  g_return_val_if_fail (scan != NULL, FALSE);

  *scan = (KliOwnerScan){ .statement = statement, .last = last };

  return statement != NULL;
}

void
kli_owner_scan_clear (KliOwnerScan *scan)
{
  g_return_if_fail (scan != NULL);

  g_clear_pointer (&scan->statement, kli_statement_end);
}

static void
seek (KliOwnerScan *scan, gint64 owner)
{
  kli_statement_rewind (scan->statement);
  kli_statement_bind_integer (scan->statement, 1, owner);
  kli_statement_bind_integer (scan->statement, 2, scan->last);
}

gboolean
kli_owner_scan_next (KliOwnerScan *scan, gint64 owner, GError **error)
{
  g_return_val_if_fail (scan != NULL && owner <= scan->last, FALSE);

  for (guint n = 0; scan->at < owner || (scan->at == owner && scan->is_told); n++)
    {
      if (scan->at == 0 || n == ROWS_PASSED_MAX)
        seek (scan, owner);
      scan->at
          = kli_statement_step (scan->statement, error) ? kli_statement_get_integer (scan->statement, 0) : G_MAXINT64;
      scan->is_told = FALSE;
    }
  scan->is_told = scan->at == owner;

  return scan->is_told;
}
