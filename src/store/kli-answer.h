/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answer to a query: which records, in which order, and how many. */
#pragma once

#include "core/kli-query.h"
#include "core/kli-row.h"
#include "core/kli-whole.h"
#include "store/kli-store.h"

G_BEGIN_DECLS

/* Immutable, atomically reference-counted: the ids in order. It takes no more than a place in memory for each, and
 * nothing at all for everything there is. */
typedef struct _KliAnswer KliAnswer;

KliAnswer *kli_answer_ref (KliAnswer *answer);
void kli_answer_unref (KliAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliAnswer, kli_answer_unref)

/* For tests and other sources of lists. Takes a copy of @ids. */
KliAnswer *kli_answer_new (const gint64 *ids, guint n_ids);
/* The same of only the first of @count records. */
KliAnswer *kli_answer_new_beginning (const gint64 *ids, guint n_ids, guint count);

guint kli_answer_get_n_items (const KliAnswer *answer);
/* How many records answer the query: more than there are items when this is only the beginning. */
guint kli_answer_get_count (const KliAnswer *answer);
gboolean kli_answer_is_beginning (const KliAnswer *answer);
/* All of them, in order: made when they are asked for, so better one by one. Returns: (transfer none) */
const gint64 *kli_answer_get_ids (const KliAnswer *answer);
gint64 kli_answer_get_id (const KliAnswer *answer, guint position);
/* Returns: the position of @id, or -1. */
gint kli_answer_find (const KliAnswer *answer, gint64 id);

/* How many records are the same in both, one after the other, from @from_a of @a and @from_b of @b on. */
guint kli_answer_count_same (const KliAnswer *a, guint from_a, const KliAnswer *b, guint from_b);

/* Reckons the whole answer. Newest wins: asking again with the same @cancellable cancelled drops the
 * older one. */
KliAnswer *kli_store_answer (KliStore *store, const KliQuery *query, GError **error);
void kli_store_answer_async (KliStore *store,
                             const KliQuery *query,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
KliAnswer *kli_store_answer_finish (KliStore *store, GAsyncResult *result, GError **error);

/* The same for a first screen: the whole answer when the order is in memory, and otherwise, if it is quicker, only the
 * first @n_first records of it, with the exact count (kli_answer_is_beginning ()). */
void kli_store_answer_soon_async (KliStore *store,
                                  const KliQuery *query,
                                  guint n_first,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/* What a table shows of a contact besides, a cell each. */
typedef enum
{
  KLI_LIST_CELL_ROLE,
  KLI_LIST_CELL_ORGANISATION,
  KLI_LIST_CELL_CITY,
  KLI_LIST_CELL_PHONE,
  KLI_LIST_CELL_MAIL,
  KLI_LIST_CELL_TAGS, /* their names, with commas */
  KLI_LIST_CELL_MANAGER,
  KLI_LIST_CELL_DEPUTY,
  KLI_LIST_N_CELLS,
} KliListCell;

/* What only the cells of a table show is read, too; and what those fields of the business say, whose columns are shown.
 */
typedef struct
{
  const gint64 *fields;
  guint n_fields;
} KliListCells;

/* Something that a field of the business says of a contact. */
typedef struct
{
  KliRow *value;     /* own_value */
  char *name;        /* of what was chosen, or of the contact that is named; "" */
  gboolean in_trash; /* that contact */
  char *unit;        /* of the field */
} KliListOwn;

/* What a list row shows of a contact or contract, read a page at a time by primary key. */
typedef struct
{
  gint64 id;
  gboolean is_contract;
  gboolean is_organisation;
  gboolean is_household;
  gboolean in_trash;
  gboolean is_archived; /* contact */
  char *name;           /* contact: name; contract: title */
  char *second;         /* contact: role · organisation (or the main person, or city); contract: number */
  char *party;          /* contract: the other side's name */
  char *state;          /* contract: id of the reckoned state; contact: of its most pressing contract, or "" */
  char *photo;          /* contact: hash or "" */
  KliDay next_on;       /* contract: next deadline; KLI_DAY_NONE */
  KliDay end_on;        /* of the contract, or of the contact's most pressing one; KLI_DAY_NONE */
  KliDay touched_on;    /* contact, with its cells: when last in touch, as kli-derive-touch.c says; KLI_DAY_NONE */
  gint64 instant;       /* contact: last edited, read with its cells; trash: when it was trashed */
  char **cells;         /* (nullable): contact: KLI_LIST_N_CELLS texts, some "" when they were not asked for */
  GPtrArray *own;       /* (nullable) (element-type KliListOwn): what the fields that were asked for say; not changed */
} KliListRow;

/* A row that says nothing but its id. */
KliListRow *kli_list_row_new_blank (gint64 id);
KliListRow *kli_list_row_copy (const KliListRow *row);
void kli_list_row_free (KliListRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliListRow, kli_list_row_free)

/* Returns: (transfer none) (not nullable): "" for nothing. */
const char *kli_list_row_get_cell (const KliListRow *row, KliListCell cell);

/* How many rows are read at once. */
#define KLI_LIST_PAGE_SIZE 64

/* Reads the rows of @ids on the calling (main) thread: one statement, for at most KLI_LIST_PAGE_SIZE ids.
 * Returns: (element-type KliListRow) (nullable): in the order of @ids, NULL elements for vanished ones. */
GPtrArray *kli_store_read_page (KliStore *store, KliQueryTarget target, const gint64 *ids, guint n_ids, GError **error);
/* The same; with @cells what only the cells of a table show is read, too, which takes half as long again: phone, mail,
 * tags, manager, deputy, when it was edited and when there was something last. What fields say is read with one more
 * statement, if any are asked for. @cells: (nullable) */
GPtrArray *kli_store_read_page_with (
    KliStore *store, KliQueryTarget target, const gint64 *ids, guint n_ids, const KliListCells *cells, GError **error);
/* The same without cells of any number of @ids, for what reads in the background. */
GPtrArray *kli_connection_read_rows (
    KliConnection *connection, KliQueryTarget target, const gint64 *ids, guint n_ids, GError **error);

/* "Ending soon" for the sidebar. */
#define KLI_ENDING_DAYS 60

/* Numbers for the sidebar. */
typedef struct
{
  guint contacts;
  guint contracts;
  guint ending; /* contracts in force whose term ends within KLI_ENDING_DAYS */
  guint trash;
} KliCounts;

/* Returns: (transfer full) (nullable): for g_free () */
KliCounts *kli_store_count (KliStore *store, GError **error);
void
kli_store_count_async (KliStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
KliCounts *kli_store_count_finish (KliStore *store, GAsyncResult *result, GError **error);

/* A contact or contract with all its parts and the names of its neighbours, on any connection.
 * Returns: (transfer full) (nullable) */
KliWhole *kli_whole_read (KliConnection *connection, const KliKind *kind, gint64 id, GError **error);

G_END_DECLS
