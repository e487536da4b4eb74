/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields that a business defined, with their choices. Defining one is kli_create_record (), changing it
 * kli_set_field () ("name", "unit", "retired", "position", "choices+", "choices.0.name"), deleting it with what it says
 * kli_trash (). */
#pragma once

#include "core/kli-query-keys.h"
#include "operations/kli-draft.h"

G_BEGIN_DECLS

/* Everything that is defined. Immutable, atomically reference-counted. */
typedef struct _KliOwnFields KliOwnFields;

/* Reads it. Returns: (transfer full) (nullable): NULL with @error set. */
KliOwnFields *kli_own_fields_read (KliConnection *connection, GError **error);
/* For kli_store_read_async (): the same; the user data is not looked at. */
gpointer
kli_own_fields_read_func (KliConnection *connection, gpointer unused, GCancellable *cancellable, GError **error);
/* Them, retired ones too, as keys of what is typed into a search, in the language and with the currency of the store.
 * Returns: (transfer full) (nullable): NULL with @error set. */
KliQueryKeys *kli_own_fields_read_keys (KliConnection *connection, GError **error);
/* For kli_store_read (): the same; the user data is not looked at. */
gpointer
kli_own_fields_read_keys_func (KliConnection *connection, gpointer unused, GCancellable *cancellable, GError **error);
KliOwnFields *kli_own_fields_ref (KliOwnFields *fields);
void kli_own_fields_unref (KliOwnFields *fields);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliOwnFields, kli_own_fields_unref)

/* In their order, retired ones too. Returns: (transfer none) (nullable): own_field; NULL when there are not so many. */
const KliRow *kli_own_fields_get (const KliOwnFields *fields, guint n);
/* Returns: (transfer none) (nullable): the field with that id. */
const KliRow *kli_own_fields_find (const KliOwnFields *fields, gint64 id);
/* The choices of one field in their order, retired ones too.
 * Returns: (transfer container) (element-type KliRow): own_choice, owned by @fields */
GPtrArray *kli_own_fields_list_choices (const KliOwnFields *fields, gint64 field);
/* Returns: (transfer none) (nullable): the choice with that id. */
const KliRow *kli_own_fields_find_choice (const KliOwnFields *fields, gint64 id);

/* Whether a contact of @kind ("person", "organisation") has such a field. */
gboolean kli_own_field_is_for (const KliRow *field, const char *kind);

/* Of a field that is written with another name, or whose choices are: the segments that asked for it by the name before
 * ask for it by the name after. For KliShape.follow. */
gboolean kli_own_fields_follow_names (KliDraft *draft, KliEdit *edit, GError **error);

G_END_DECLS
