/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something a person can do, ready to be done: window, command line and import run the same value. */
#pragma once

#include "store/kli-store.h"

G_BEGIN_DECLS

#define KLI_OPERATION_ERROR (kli_operation_error_quark ())
GQuark kli_operation_error_quark (void);

/* The message is a whole sentence in the user's language. */
typedef enum
{
  KLI_OPERATION_ERROR_INVALID,   /* a value that its rule in core/ refuses */
  KLI_OPERATION_ERROR_NOT_FOUND, /* no such record or field */
  KLI_OPERATION_ERROR_FORBIDDEN, /* an act that is not allowed now, a trash that must be an archive */
} KliOperationError;

/* Made by the functions of this floor (kli_set_fields …), run once. Nothing about it changes but the
 * subject of one that makes a record. */
typedef struct _KliOperation KliOperation;

/* For the functions that make operations: @verb and @subject as in kli_store_edit_async. @func runs as
 * there, on the writer thread, with the operation as its user data. @data is owned.
 * Returns: (transfer full) */
KliOperation *
kli_operation_new (const char *verb, gint64 subject, KliEditFunc func, gpointer data, GDestroyNotify destroy);
void kli_operation_free (KliOperation *operation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliOperation, kli_operation_free)

/* For the functions that do operations: what kli_operation_new was given. Returns: (transfer none) */
gpointer kli_operation_get_data (KliOperation *operation);
/* For the functions that do operations: the day on which the store reckons states. */
KliDay kli_operation_get_today (const KliOperation *operation);
/* For the functions that do operations: the record that was just made, for the history and the caller. */
void kli_operation_set_subject (KliOperation *operation, KliEdit *edit, gint64 subject);

/* Does it and waits. Returns: the edit's id, 0 when nothing was different, -1 with @error set. */
gint64 kli_operation_run (KliOperation *operation, KliStore *store, GError **error);
/* Does several as one edit, all of them or none, and waits. @steps: (element-type KliOperation): at least one.
 * @refused: (out): which of them was refused, with -1. Returns: as kli_operation_run () */
gint64 kli_operation_run_together (GPtrArray *steps, KliStore *store, guint *refused, GError **error);
/* Does it; the callback runs once it is acknowledged. Takes @operation. */
void kli_operation_run_async (KliOperation *operation,
                              KliStore *store,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
/* @subject: (out) (optional): the record the operation was about or made. */
gint64 kli_operation_run_finish (KliStore *store, GAsyncResult *result, gint64 *subject, GError **error);

/* The record the operation is about or made: known once it has run for one that creates. */
gint64 kli_operation_get_subject (const KliOperation *operation);
const char *kli_operation_get_verb (const KliOperation *operation);

G_END_DECLS
