/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened with contacts, into a file. */
#pragma once

#include "store/kli-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Writes the activities of the contacts @ids (element-type gint64) as a table, a row each, contact after contact, the
 * newest of each first, into @file, which is replaced when everything has been written and not before, and can be read
 * by the person alone. Waits for it. Returns: FALSE with @error set; then @file is as it was. */
gboolean kli_activities_export_now (KliStore *store, const GArray *ids, GFile *file, GError **error);

G_END_DECLS
