/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the bulk changes are, for the file that does them. */
#pragma once

#include "operations/kli-bulk.h"

G_BEGIN_DECLS

typedef struct _KliBulkChange KliBulkChange;

struct _KliBulk
{
  gatomicrefcount references;
  const KliBulkChange *change;
  char *text;    /* "" when the change needs none */
  gint64 number; /* a column, a flag, a staff member; 0 when it needs none */
  KliAnswer *records;
};

/* A kind of change; constant. A new one is a line in kli_bulk_changes and two functions. */
struct _KliBulkChange
{
  const char *name; /* kept while it runs, to continue it */
  const char *verb;
  /* Whether the record would be different: @same (out) FALSE. Returns: FALSE with a KLI_OPERATION_ERROR when a rule
   * forbids it, or another error. @connection: sees what the edit did so far. */
  gboolean (*look) (const KliBulk *bulk, KliConnection *connection, gint64 id, gboolean *same, GError **error);
  /* Changes a record that would be different. */
  gboolean (*write) (const KliBulk *bulk, KliEdit *edit, gint64 id, GError **error);
  /* (nullable): whether the text, which a program left, can be gone on with. */
  gboolean (*is_sound) (const KliBulk *bulk);
};

extern const KliBulkChange kli_bulk_tag_add, kli_bulk_tag_remove, kli_bulk_field, kli_bulk_handing_over,
    kli_bulk_deputising, kli_bulk_leaving, kli_bulk_note, kli_bulk_archiving, kli_bulk_unarchiving, kli_bulk_trashing,
    kli_bulk_untrashing;

/* The contact that a change is about.
 * Returns: (transfer full) (nullable): NULL with @error set, also when it is in the trash. */
KliRow *kli_bulk_load_contact (KliConnection *connection, gint64 id, GError **error);

/* Takes @text and @records as they are. Returns: (transfer full) */
KliBulk *kli_bulk_new (const KliBulkChange *change, KliAnswer *records, const char *text, gint64 number);

/* All of them, NULL-terminated. */
extern const KliBulkChange *const kli_bulk_changes[];

G_END_DECLS
