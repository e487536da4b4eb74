/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The leaf conditions of queries: each is one .sql file that yields local numbers. Inside store/ only. */
#pragma once

#include "core/kli-bitmap.h"
#include "core/kli-day.h"
#include "store/kli-connection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The records for which @condition holds with @argument, of any kind, in the trash or not. @today: the day of
 * the store. Returns: (transfer full) (nullable): NULL with @error set (G_IO_ERROR_INVALID_ARGUMENT for a
 * condition that does not exist or an argument it cannot read). */
KliBitmap *kli_condition_answer (KliConnection *connection,
                                 const char *condition,
                                 const char *argument,
                                 KliDay today,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
