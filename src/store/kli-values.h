/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a condition can be asked with: the names that records have, and how many have each. */
#pragma once

#include "core/kli-condition.h"
#include "store/kli-connection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  char *name;         /* as most of the records spell it */
  guint n;            /* how many contacts that are not in the trash have it */
  guint n_spelt;      /* how many of them spell it so */
  const char *colour; /* interned: of a tag; "" for none */
} KliValue;

void kli_value_free (KliValue *value);

/* The names that the text condition @condition is true for of at least one record, and those of lists that a business
 * keeps (tags, staff) whether or not: the most frequent first, names that fold alike once. None for a condition whose
 * values cannot be listed. Reads a table whole: in the background only.
 * Returns: (transfer full) (element-type KliValue) (nullable): NULL with @error set. */
GPtrArray *kli_values_read (KliConnection *connection, const KliCondition *condition, GError **error);
/* For kli_store_read_async (): the same; the user data is the condition. */
gpointer
kli_values_read_func (KliConnection *connection, gpointer condition, GCancellable *cancellable, GError **error);

G_END_DECLS
