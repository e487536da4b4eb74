/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The derived tables: local numbers, orders, search, contract states. One function keeps them in step with
 * what people record; each table can be made anew, and compared with what it derives from. */
#pragma once

#include "core/kli-changes.h"
#include "core/kli-day.h"
#include "core/kli-language.h"
#include "store/kli-connection.h"

G_BEGIN_DECLS

/* Unless said otherwise these run on the writer's connection, inside a write transaction of
 * the caller; on an error the caller rolls back. */

/* Makes the derived tables agree with the records after @changes, which must name the old and the new owners
 * of every changed row as touched. Called in the transaction of each edit, undo and import. */
gboolean kli_derive (KliConnection *connection, const KliChanges *changes, GError **error);

/* After opening: makes anew what was made by other rules than today's, or for another version of ICU's
 * order. Usually reads a few rows and writes nothing.
 * @changed: (out) (optional): whether anything was made anew */
gboolean kli_derive_open (KliConnection *connection, gboolean *changed, GError **error);

/* The day on which contract states are reckoned. Forwards, only contracts are reckoned whose state or next
 * deadline the new day passes. @changed: (out) (optional): whether the day is another one. */
gboolean kli_derive_set_day (KliConnection *connection, KliDay day, gboolean *changed, GError **error);

/* What was reckoned of connections that ended between the two days, whichever is the earlier, is reckoned for the day
 * that is set. The writer's connection, in a transaction: a copy for reading leaves them as they are. */
gboolean kli_derive_pass_connections (KliConnection *connection, KliDay from, KliDay to, GError **error);

/* The language in which names are ordered. @changed: (out) (optional): whether it is another one. */
gboolean kli_derive_set_language (KliConnection *connection, KliLanguage language, gboolean *changed, GError **error);

/* As the derived tables have them; KLI_DAY_NONE and KLI_LANGUAGE_EN in a new store. Any connection. */
KliDay kli_derive_get_day (KliConnection *connection, GError **error);
KliLanguage kli_derive_get_language (KliConnection *connection, GError **error);

/* Reckons some of what an edit left behind because it was too much for it: who shows the name of a renamed organisation
 * that many belong to, and the index of words when that was found damaged. @more: (out): whether there was something,
 * so that there may be more */
gboolean kli_derive_catch_up (KliConnection *connection, gboolean *more, GError **error);
/* Whether there is something. Any connection, in a transaction or not. */
gboolean kli_derive_is_behind (KliConnection *connection, gboolean *behind, GError **error);

typedef void (*KliDeriveProgress) (guint done, guint total, gpointer user_data);

/* The derived tables by name ("search", "contact-order" …). Returns: (transfer none): NULL-terminated. */
const char *const *kli_derive_get_names (void);

/* Empties the table @name and fills it again; NULL does so with all of them. @progress: (nullable). */
gboolean kli_derive_rebuild (
    KliConnection *connection, const char *name, KliDeriveProgress progress, gpointer user_data, GError **error);

/* Compares the table @name, row by row, with what it derives from, and its index with the table.
 * @detail: (out) (transfer full) (nullable): what is wrong, in English; NULL when it agrees.
 * Returns: FALSE with @error set when it could not be read. */
gboolean kli_derive_check (KliConnection *connection, const char *name, char **detail, GError **error);

/* What was found of the table @name. @detail: (transfer none) (nullable): what is wrong, in English.
 * @error: (transfer none) (nullable): why it could not be compared. */
typedef void (*KliDeriveFound) (const char *name, const char *detail, const GError *error, gpointer user_data);

/* Compares every table, as kli_derive_check () does one, but reads each record once for all of them. One that cannot
 * be read does not keep the others from being compared. */
gboolean kli_derive_check_all (KliConnection *connection, KliDeriveFound found, gpointer user_data, GError **error);

G_END_DECLS
