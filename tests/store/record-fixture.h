/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records for the tests of the store, each made or changed in an edit of its own, and looks at what derives
 * from them. Everything fails the test when it fails. */
#pragma once

#include "core/kli-kinds.h"
#include "store/kli-answer.h"

G_BEGIN_DECLS

/* Columns and their values, ended by RECORD_END:
 *   record_add (store, &kli_contact_kind, KLI_CONTACT_NAME, "Anna", RECORD_END)
 * A value is a const char * or a gint64, by the type of its column. Returns: the id. */
#define RECORD_END (-1)
gint64 record_add (KliStore *store, const KliKind *kind, ...);
void record_set (KliStore *store, const KliKind *kind, gint64 id, ...);
void record_set_deleted (KliStore *store, const KliKind *kind, gint64 id, gboolean deleted);

/* A person with a name only; a point of a contact. */
gint64 record_add_person (KliStore *store, const char *name);
gint64 record_add_phone (KliStore *store, gint64 contact, const char *value);

/* Checks every derived table, and that making it anew changes nothing. */
void record_check_derived (KliStore *store);

/* Returns: (transfer full): the answer to a plain search in the first order. */
KliAnswer *record_search (KliStore *store, KliQueryTarget target, const char *search);
/* Returns: (transfer full): the names in the order of the answer, each followed by "; ". */
char *record_list_names (KliStore *store, const KliQuery *query);

G_END_DECLS
