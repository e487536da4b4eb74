/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of operations share: a store of their own, and operations by words. Everything fails the
 * test when it fails, except where a refusal is expected. */
#pragma once

#include "core/kli-kinds.h"
#include "operations/kli-business.h"
#include "operations/kli-operation.h"
#include "operations/kli-record.h"
#include "store/kli-answer.h"
#include "store/kli-long-edit.h"

G_BEGIN_DECLS

/* 2026-11-22, the day of the samples. */
#define FIXTURE_TODAY (kli_day_new (2026, 11, 22))

typedef struct
{
  char *folder;
  KliStore *store;
} Fixture;

/* For g_test_add (): a new store of a Polish business on FIXTURE_TODAY. */
void fixture_set_up (Fixture *fixture, gconstpointer data);
/* The same without a business. */
void fixture_set_up_bare (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);

/* Takes and runs @operation. Returns: the edit, 0 when nothing was different. */
gint64 fixture_run (Fixture *fixture, KliOperation *operation);
/* Takes and runs an edit of many records. Returns: as fixture_run () */
gint64 fixture_run_long (KliLongEdit *edit);
/* Takes and runs @operation, which must be refused with @code and a sentence that ends with a full stop. */
void fixture_refuse (Fixture *fixture, KliOperation *operation, KliOperationError code);

/* "name=Anna", "phone+=512 345 678", NULL. Returns: (transfer full) */
GPtrArray *fixture_assign (const char *first, ...) G_GNUC_NULL_TERMINATED;

/* Makes a record. @line: its assignments, parted by " ; ". Returns: its id. */
gint64 fixture_new (Fixture *fixture, const KliKind *kind, const char *line);
/* Sets fields. Returns: the edit. */
gint64 fixture_set (Fixture *fixture, const KliKind *kind, gint64 id, const char *line);
void fixture_refuse_set (Fixture *fixture, const KliKind *kind, gint64 id, const char *line, KliOperationError code);

/* Returns: (transfer full): the record with its parts. */
KliWhole *fixture_read (Fixture *fixture, const KliKind *kind, gint64 id);
/* Compares a column of the record. */
void fixture_assert_text (Fixture *fixture, const KliKind *kind, gint64 id, guint column, const char *expected);
/* Compares the values of a text column of all live parts of @kind, joined by "|". */
void fixture_assert_parts (
    Fixture *fixture, const KliKind *root, gint64 id, const KliKind *kind, guint column, const char *expected);
/* How many contacts are not in the trash. */
guint fixture_count_contacts (Fixture *fixture);

G_END_DECLS
