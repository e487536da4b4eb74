/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one language in which fields are set, by the command line, the window and the sample:
 *
 *   note=TEXT              a column of the record; nothing behind the = clears it
 *   value=3600.00 PLN      several columns at once, where the kind has such a word
 *   value.currency=PLN     a column that is shown in a group
 *   points.0.value=TEXT    a column of the first point; in place of the number may stand the point's id
 *   points.0= points.0-=   removes the first point
 *   phone+=TEXT            adds a part
 *   nip=TEXT               changes, adds or removes a part, of a word that means one
 *   tags-=TEXT             removes the part that the text would add
 *   own.LABEL=TEXT         what a field of the business says; its id may stand for the label
 *   own.LABEL+=TEXT        one more of several choices, and -= takes one away
 *
 * Numbers count the parts as they are before anything is set, and behind them those that are added. */
#pragma once

#include "operations/kli-shape.h"

G_BEGIN_DECLS

typedef struct
{
  KliAssignAction action;
  char *path;
  char *value;
} KliAssignment;

/* Returns: (transfer full) */
KliAssignment *kli_assignment_new (const char *path, KliAssignAction action, const char *value);
/* Reads "PATH=VALUE". Returns: (transfer full) (nullable): NULL with KLI_OPERATION_ERROR_INVALID. */
KliAssignment *kli_assignment_parse (const char *text, GError **error);
KliAssignment *kli_assignment_copy (const KliAssignment *assignment);
void kli_assignment_free (KliAssignment *assignment);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliAssignment, kli_assignment_free)

/* @texts: NULL-terminated.
 * Returns: (transfer full) (element-type KliAssignment) (nullable): NULL with KLI_OPERATION_ERROR_INVALID. */
GPtrArray *kli_assignments_parse (const char *const *texts, GError **error);
/* Returns: (transfer full) (element-type KliAssignment): an empty array that owns what is added. */
GPtrArray *kli_assignments_new (void);

/* Sets @assignments in context->draft. Returns: FALSE with a KLI_OPERATION_ERROR or a KLI_STORE_ERROR. */
gboolean kli_assignments_apply (const GPtrArray *assignments, KliAssignContext *context, GError **error);

/* What the history calls a change of these assignments: "contact-set", or "point-add" when it is a single one.
 * Returns: (transfer none): interned */
const char *kli_assignments_get_verb (const GPtrArray *assignments, const KliShape *shape);

G_END_DECLS
