/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every program that touches a store sets up once for its whole process. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* To be called first thing in main; opening a store does it too. Files are made for their owner only
 * (umask 077, RELIABILITY B7 and H1), a crash leaves no core file unless KLI_DEBUG is set, a file size limit is an
 * error and not a signal (A6), so is a closed pipe, and SQLite's own log is filtered (H5). Later calls do nothing. Any
 * thread. */
void kli_process_prepare (void);

/* Whether KLI_DEBUG in the environment names sql: then every statement prints its name and time. */
gboolean kli_process_debugs_sql (void);

G_END_DECLS
