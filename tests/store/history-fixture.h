/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A store in a directory of its own for the tests of the history, and a look at its tables from outside. */
#pragma once

#include "core/kli-kinds.h"
#include "core/kli-row.h"
#include "store/kli-history.h"

G_BEGIN_DECLS

typedef struct
{
  char *directory;
  char *path;
  KliStore *store;
  sqlite3 *observer;    /* looks at the tables from outside; NULL until it is needed */
  GPtrArray *observing; /* sqlite3_stmt: its statements, one a kind */
  gint64 next_id;       /* of the rows that the test makes */
} Fixture;

/* In memory where the system has a place for that: what is tested here is not the disk. */
void fixture_open (Fixture *fixture);
/* Closes the store and opens it again, as after a restart. */
void fixture_restart (Fixture *fixture);
/* Runs @sql on the closed store, as somebody who tampers with it, and opens it again. */
void fixture_tamper (Fixture *fixture, const char *sql);
void fixture_close (Fixture *fixture);

/* A row with the next id. Returns: (transfer full) */
KliRow *fixture_row (Fixture *fixture, const KliKind *kind);
/* A person; a phone of somebody. Returns: (transfer full) */
KliRow *fixture_person (Fixture *fixture, const char *name);
KliRow *fixture_phone (Fixture *fixture, const KliRow *contact, const char *value);

/* Inserts or updates the rows in one edit. Returns: its id, 0 when nothing was different. */
gint64 fixture_put_all (Fixture *fixture, const char *verb, gint64 subject, GPtrArray *rows);
/* The same for the rows that follow, up to NULL. */
gint64 fixture_put (Fixture *fixture, const char *verb, KliRow *row, ...) G_GNUC_NULL_TERMINATED;

/* Returns: (transfer full): the row as it is in the store; (nullable) */
KliRow *fixture_load (Fixture *fixture, const KliKind *kind, gint64 id);

/* Every row of every tracked table, as text. Returns: (transfer full) */
char *fixture_dump (Fixture *fixture);
/* The same of rows that should be there; sorts them. Returns: (transfer full) */
char *fixture_print_rows (GPtrArray *rows);

/* The entry as the history tells it; the test fails when there is none. Returns: (transfer full) */
KliHistoryEntry *fixture_entry (Fixture *fixture, gint64 id);

/* Of the fields those of the first @limit rows. Returns: (transfer full) (nullable) */
GPtrArray *fixture_list (Fixture *fixture, gint64 owner, guint limit);
GPtrArray *fixture_fields (Fixture *fixture, gint64 edit, gint64 owner, guint limit, GError **error);

G_END_DECLS
