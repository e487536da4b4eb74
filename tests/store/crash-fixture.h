/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the kill test and the power-cut test share: a process that edits and acknowledges, and the proof
 * that everything it acknowledged is still there. */
#pragma once

#include "store-fixture.h"

G_BEGIN_DECLS

/* In the process that will die: edits the store at @path for ever, at random, and writes a line to
 * standard output for every acknowledged edit. @tune: (nullable): called with the open store first. */
void crash_fixture_edit (const char *path, guint32 seed, void (*tune) (KliStore *store));

/* What was acknowledged so far, over all processes. */
typedef struct _CrashLedger CrashLedger;

CrashLedger *crash_ledger_new (void);
void crash_ledger_free (CrashLedger *ledger);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CrashLedger, crash_ledger_free)

/* Reads the acknowledgements in @text: whole lines count, a torn last one does not. */
void crash_ledger_read (CrashLedger *ledger, const char *text);
guint crash_ledger_get_n_acknowledged (CrashLedger *ledger);

typedef struct
{
  guint lost;    /* acknowledged edits that are not there */
  guint damaged; /* checks that do not hold, or 1 when the store cannot be opened */
} CrashVerdict;

/* Opens the store again and compares. */
CrashVerdict crash_ledger_compare (CrashLedger *ledger, const char *path);

G_END_DECLS
