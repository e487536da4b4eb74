/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What depends on the day, in a store that can only be read. */
#pragma once

#include "core/kli-day.h"
#include "store/kli-connection.h"

G_BEGIN_DECLS

/* Lets @connection see the states and deadlines of contracts as they are on @day: nothing can be written into the file,
 * so the connection gets copies of its own, in memory, which are brought forward as the writer does elsewhere. Costs a
 * look at the day when they are right already. Outside a transaction, on a reader's connection.
 * @day: KLI_DAY_NONE: as the file has them */
gboolean kli_derive_shadow (KliConnection *connection, KliDay day, GError **error);

G_END_DECLS
