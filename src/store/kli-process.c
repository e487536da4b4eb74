/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every program that touches a store sets up once for its whole process. */
#include "store/kli-process.h"

#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>

enum
{
  DEBUG_SQL = 1 << 0,
};

static guint debug_flags;

/* SQLite's messages may quote our statements but never bound values; still only warnings about the file
 * itself (renamed or unlinked while open, RELIABILITY A11) are shown by default. A damaged file is quoted as it is;
 * that its own statements lack quotes is left to the checks. */
static void
log_cb (void *user_data, int code, const char *bytes)
{
  g_autofree char *message = g_utf8_make_valid (bytes, -1);

  if ((code & 0xff) == SQLITE_WARNING && !g_str_has_prefix (message, "double-quoted string literal"))
    g_warning ("SQLite: %s (%d)", message, code);
  else
    g_debug ("SQLite: %s (%d)", message, code);
}

static void
prepare (void)
{
  static const GDebugKey keys[] = { { "sql", DEBUG_SQL } };

  debug_flags = g_parse_debug_string (g_getenv ("KLI_DEBUG"), keys, G_N_ELEMENTS (keys));
  umask (077);
  if (debug_flags == 0)
    setrlimit (RLIMIT_CORE, &(struct rlimit){ 0, 0 }); /* a core holds people's data (E9, H1) */
  signal (SIGXFSZ, SIG_IGN);
  signal (SIGPIPE, SIG_IGN);
  sqlite3_config (SQLITE_CONFIG_LOG, log_cb, NULL);
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0); /* a lock at every allocation, for figures that nobody reads */
}

void
kli_process_prepare (void)
{
  static gsize done;

  if (g_once_init_enter (&done))
    {
      prepare ();
      g_once_init_leave (&done, 1);
    }
}

gboolean
kli_process_debugs_sql (void)
{
  return (debug_flags & DEBUG_SQL) != 0;
}
