/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import from within: between its plan and its deed. Inside operations/ only. */
#pragma once

#include "operations/kli-import-index.h"
#include "operations/kli-import.h"

G_BEGIN_DECLS

/* What became of one card. */
typedef struct
{
  KliImportResult result;
  char *reason;              /* (nullable) */
  KliImportContact *contact; /* (nullable): of the index */
} KliImportRecord;

struct _KliImport
{
  gatomicrefcount references;
  GPtrArray *cards; /* KliCard */
  KliImportOptions options;
  GHashTable *decisions; /* place of a card → KliImportDecision */

  /* the plan */
  KliBusiness *business;
  KliImportIndex *index;
  GArray *records; /* KliImportRecord */
  guint n_organisations;
  gint64 newest;     /* entry of the history when it was made */
  gboolean is_stale; /* never made, or something was decided since */
  int done;          /* atomic: thousandths of a plan or an edit */
};

void kli_import_forget_plan (KliImport *import);

/* Whether @contact is new and an organisation. */
gboolean kli_import_is_organisation (const KliImport *import, const KliImportContact *contact);

/* Sees to it that contact->target is there. @connection: (nullable): of the store the contact is in. */
gboolean
kli_import_ensure_target (KliImport *import, KliImportContact *contact, KliConnection *connection, GError **error);

/* The newest entry of the history. @connection: (nullable). Returns: -1 with @error set. */
gint64 kli_import_read_newest (KliConnection *connection, GError **error);

G_END_DECLS
