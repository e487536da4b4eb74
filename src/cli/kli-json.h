/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records as JSON, by the names that paths have too: ids are strings, so that no reader rounds them. */
#pragma once

#include "core/kli-day.h"
#include "core/kli-whole.h"
#include "operations/kli-business.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* @object gets @name with the id as a string, "" for 0. */
void kli_json_set_id (JsonObject *object, const char *name, gint64 id);

/* A record with its parts; of a contract also what is reckoned for @today. The numbers of natural persons are masked
 * unless @personal_numbers (domain 4).
 * Returns: (transfer full) */
JsonObject *
kli_json_from_whole (const KliWhole *whole, const KliBusiness *business, gboolean personal_numbers, KliDay today);

G_END_DECLS
