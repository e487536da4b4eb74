/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a part of a record is told in one line. Inside operations/ only. */
#pragma once

#include "core/kli-language.h"
#include "core/kli-row.h"
#include "store/kli-connection.h"

G_BEGIN_DECLS

/* How the record @id is called now, "" when there is none. Returns: (transfer full) */
char *kli_history_name_of (KliConnection *connection, gint64 id);

/* The value of any column as a person reads it, other records by their names. Returns: (transfer full) */
char *kli_history_value (KliConnection *connection, const KliRow *row, guint column, KliLanguage language);

/* A part as a whole: "Phone · Mobile" and its number.
 * @title, @text: (out) (transfer full)
 * Returns: FALSE for a kind that is told column by column, or not at all. */
gboolean kli_history_describe_part (
    KliConnection *connection, const KliRow *part, KliLanguage language, char **title, char **text);

/* Whether a part of @kind is told as a whole when anything about it changed. */
gboolean kli_history_part_is_one_value (const KliKind *kind);

G_END_DECLS
