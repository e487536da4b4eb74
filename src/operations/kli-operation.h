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

/* Made by the functions of this floor (kli_contact_set …), run once. Immutable. */
typedef struct _KliOperation KliOperation;

/* For the functions that make operations: @verb as in kli_store_edit_async. @data is owned.
 * Returns: (transfer full) */
KliOperation *kli_operation_new (const char *verb, gint64 subject, KliEditFunc func, gpointer data, GDestroyNotify destroy);
void kli_operation_free (KliOperation *operation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliOperation, kli_operation_free)

/* Does it and waits. Returns: the edit's id, 0 when nothing was different, -1 with @error set. */
gint64 kli_operation_run (KliOperation *operation, KliStore *store, GError **error);
/* Does it; the callback runs once it is acknowledged. Takes @operation. */
void kli_operation_run_async (KliOperation *operation, KliStore *store, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);
gint64 kli_operation_run_finish (KliStore *store, GAsyncResult *result, GError **error);

/* The record the operation is about or made: known once it has run for one that creates. */
gint64 kli_operation_get_subject (const KliOperation *operation);

G_END_DECLS
