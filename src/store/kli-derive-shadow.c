/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Derived tables of one connection alone. Every statement says contract_state and not main.contract_state: so the
 * derivers and the queries take the copies without knowing of them. */
#include "store/kli-derive-shadow.h"

#include "store/kli-connection-private.h"
#include "store/kli-derive.h"

static gboolean
copy_tables (KliConnection *connection, GError **error)
{
  const char *path = "sql/shadow.sql";
  gint64 n;

  return kli_connection_get_integer (connection, "shadow-count", &n, error)
         && (n > 0 || kli_connection_run_script (connection, path, kli_connection_get_sql (path), error));
}

static gboolean
bring_forward (KliConnection *connection, KliDay day, GError **error)
{
  gboolean done = kli_connection_run (connection, "begin-read", error) && copy_tables (connection, error)
                  && kli_derive_set_day (connection, day, NULL, error)
                  && kli_connection_run (connection, "commit", error);

  if (!done)
    kli_connection_roll_back (connection);

  return done;
}

gboolean
kli_derive_shadow (KliConnection *connection, KliDay day, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gboolean done;

  g_return_val_if_fail (connection != NULL, FALSE);

  if (day == KLI_DAY_NONE || kli_derive_get_day (connection, &local_error) == day)
    return TRUE;
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  done = kli_connection_run (connection, "query-only-off", error) && bring_forward (connection, day, error);
  kli_connection_run (connection, "query-only-on", done ? error : NULL);

  return done;
}
