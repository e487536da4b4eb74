/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the fields of the business say of a contact: set by the paths own.LABEL and own.ID. */
#pragma once

#include "operations/kli-own-fields.h"
#include "operations/kli-shape.h"

G_BEGIN_DECLS

/* The KliKeyedWord: @key is the id or the label of a field. Several choices are set as A; B; C, and one of them is
 * added and removed by itself; a choice goes by its id or name, a person by the id or name of the contact. "" clears.
 * What is forbidden for a new value (a retired field or choice, a field for others) stays where it is. */
gboolean kli_own_values_assign (
    KliAssignContext *context, const char *key, KliAssignAction action, const char *text, GError **error);

/* For a list of parts: whether @b would repeat @a. */
gboolean kli_own_values_repeat (const KliRow *a, const KliRow *b);

/* Those values of the contact @going that the contact @staying has another one of, in a field that has one value: they
 * are marked as deleted in @edit, and @staying gets a note of them.
 * Returns: FALSE with @error set */
gboolean kli_own_values_merge (KliEdit *edit, gint64 staying, gint64 going, GError **error);

G_END_DECLS
