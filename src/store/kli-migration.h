/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings a store's schema to the newest: numbered files, forward only, each one transaction. */
#pragma once

#include "store/kli-connection.h"

G_BEGIN_DECLS

/* The number of the newest migration in the program. */
int kli_migration_newest (void);

/* Runs the migrations above the file's version up to @last, each in a transaction of its own that holds
 * the new version too. Returns: FALSE with @error set; then the file is as the last whole one left it. */
gboolean kli_migration_run (KliConnection *connection, int last, GError **error);

/* Runs one @script so; it must set user_version to @number itself. */
gboolean
kli_migration_apply (KliConnection *connection, int number, const char *name, const char *script, GError **error);

G_END_DECLS
