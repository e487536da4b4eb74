/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making a record and setting its fields, by the paths of kli-assignments.h. */
#pragma once

#include "operations/kli-assignments.h"
#include "operations/kli-operation.h"

G_BEGIN_DECLS

/* Makes a record of @kind; a contract without a number gets the next one of the business.
 * @assignments: (element-type KliAssignment) (transfer full)
 * Returns: (transfer full): whose subject is the new record once it has run. */
KliOperation *kli_create_record (const KliKind *kind, GPtrArray *assignments);

/* Sets fields of the record @id of @kind, which is not in the trash.
 * @assignments: (element-type KliAssignment) (transfer full)
 * Returns: (transfer full) */
KliOperation *kli_set_record (const KliKind *kind, gint64 id, GPtrArray *assignments);
/* The same for one field: kli_set_field (&kli_contact_kind, id, "points.0.value", "512 345 678"). */
KliOperation *kli_set_field (const KliKind *kind, gint64 id, const char *path, const char *value);

/* Inside a running edit. @business: as it is read before. @today: for the number of a contract.
 * Returns: the new record's id, 0 with @error set. */
gint64 kli_create_record_in_edit (KliEdit *edit,
                                  const KliBusiness *business,
                                  KliDay today,
                                  const KliKind *kind,
                                  const GPtrArray *assignments,
                                  GError **error);

/* What kind of record @id is, one that has a shape. Returns: NULL with KLI_OPERATION_ERROR_NOT_FOUND when there is
 * none. */
const KliKind *kli_find_kind (KliConnection *connection, gint64 id, GError **error);

/* The record with its parts. Returns: (transfer full) (nullable): NULL with @error set, also when it is in the
 * trash and @even_in_trash is not. */
KliWhole *
kli_read_record (KliConnection *connection, const KliKind *kind, gint64 id, gboolean even_in_trash, GError **error);

G_END_DECLS
