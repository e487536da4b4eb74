/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a commit changed: a set of (kind, id, operation) and the records that are touched through their parts. */
#pragma once

#include "core/kli-kind.h"

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  KLI_CHANGE_INSERT,
  KLI_CHANGE_UPDATE,
  KLI_CHANGE_DELETE, /* only by emptying the trash or erasing a person */
} KliChangeOperation;

/* Immutable once announced, atomically reference-counted, a GBoxed. */
typedef struct _KliChanges KliChanges;

#define KLI_TYPE_CHANGES (kli_changes_get_type ())
GType kli_changes_get_type (void);

/* Columns of a kind, a bit each: of a row that was changed, those that are different. */
#define KLI_CHANGE_COLUMN(column) (G_GUINT64_CONSTANT (2) << (column))
#define KLI_CHANGE_DELETED_AT G_GUINT64_CONSTANT (1)
#define KLI_CHANGE_ANY_COLUMN G_MAXUINT64

typedef void (*KliChangeFunc) (const KliKind *kind, gint64 id, KliChangeOperation operation, gpointer user_data);

/* Returns: (transfer full) */
KliChanges *kli_changes_new (void);
KliChanges *kli_changes_ref (KliChanges *changes);
void kli_changes_unref (KliChanges *changes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliChanges, kli_changes_unref)

/* While it is being built, by the store. */
void kli_changes_add (KliChanges *changes, const KliKind *kind, gint64 id, KliChangeOperation operation);
/* A row that was there before and still is. @columns: those of it that are different now */
void kli_changes_add_columns (KliChanges *changes, const KliKind *kind, gint64 id, guint64 columns);
void kli_changes_add_touched (KliChanges *changes, gint64 owner);
/* Everything may be different: a store was opened anew, an index rebuilt, the day turned. */
void kli_changes_set_everything (KliChanges *changes);

gboolean kli_changes_is_everything (const KliChanges *changes);
gboolean kli_changes_is_empty (const KliChanges *changes);
guint kli_changes_get_size (const KliChanges *changes);
/* Whether a row of @kind changed. */
gboolean kli_changes_concern_kind (const KliChanges *changes, const KliKind *kind);
/* Whether one came, went, or has something else in one of @columns. */
gboolean kli_changes_concern_columns (const KliChanges *changes, const KliKind *kind, guint64 columns);
/* Whether the record @id, or a part of it, changed. TRUE when everything did. */
gboolean kli_changes_touch (const KliChanges *changes, gint64 id);
void kli_changes_foreach (const KliChanges *changes, KliChangeFunc func, gpointer user_data);
/* Every touched record and owner, once. */
void kli_changes_foreach_touched (const KliChanges *changes,
                                  void (*func) (gint64 id, gpointer user_data),
                                  gpointer user_data);

G_END_DECLS
