/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list row shows, read a page at a time. */
#include "store/kli-answer.h"

#include "store/kli-derive.h"
#include "store/kli-list-own.h"
#include "store/kli-members.h"
#include "store/kli-store-error-private.h"

void
kli_list_row_free (KliListRow *row)
{
  if (row == NULL)
    return;

  g_free (row->name);
  g_free (row->second);
  g_free (row->party);
  g_free (row->state);
  g_free (row->photo);
  g_strfreev (row->cells);
  g_clear_pointer (&row->own, g_ptr_array_unref);
  g_free (row);
}

KliListRow *
kli_list_row_new_blank (gint64 id)
{
  KliListRow *row = g_new0 (KliListRow, 1);

  row->id = id;
  row->name = g_strdup ("");
  row->second = g_strdup ("");
  row->party = g_strdup ("");
  row->state = g_strdup ("");
  row->photo = g_strdup ("");
  row->next_on = KLI_DAY_NONE;
  row->end_on = KLI_DAY_NONE;
  row->touched_on = KLI_DAY_NONE;

  return row;
}

KliListRow *
kli_list_row_copy (const KliListRow *row)
{
  KliListRow *copy;

  g_return_val_if_fail (row != NULL, NULL);

  copy = g_memdup2 (row, sizeof *row);
  copy->name = g_strdup (row->name);
  copy->second = g_strdup (row->second);
  copy->party = g_strdup (row->party);
  copy->state = g_strdup (row->state);
  copy->photo = g_strdup (row->photo);
  copy->cells = g_strdupv (row->cells);
  copy->own = row->own != NULL ? g_ptr_array_ref (row->own) : NULL;

  return copy;
}

const char *
kli_list_row_get_cell (const KliListRow *row, KliListCell cell)
{
  g_return_val_if_fail (row != NULL && cell < KLI_LIST_N_CELLS, "");

  return row->cells != NULL ? row->cells[cell] : "";
}

static char *
column_text (KliStatement *statement, int column)
{
  return g_strdup (kli_statement_get_text (statement, column));
}

/* The line under the name: role · organisation; of an organisation somebody who belongs to it; else where. */
static char *
make_second (KliStatement *statement)
{
  const char *role = kli_statement_get_text (statement, 6);
  const char *organisation = kli_statement_get_text (statement, 7);
  const char *person = kli_statement_get_text (statement, 8);

  if (role[0] != '\0' && organisation[0] != '\0')
    return g_strdup_printf ("%s · %s", role, organisation);
  if (role[0] != '\0' || organisation[0] != '\0')
    return g_strdup (role[0] != '\0' ? role : organisation);

  return g_strdup (person[0] != '\0' ? person : kli_statement_get_text (statement, 9));
}

/* Returns: (transfer full) */
static char **
read_cells (KliStatement *statement)
{
  static const int columns[] = {
    [KLI_LIST_CELL_ROLE] = 6,     [KLI_LIST_CELL_ORGANISATION] = 7, [KLI_LIST_CELL_CITY] = 9,
    [KLI_LIST_CELL_PHONE] = 13,   [KLI_LIST_CELL_MAIL] = 14,        [KLI_LIST_CELL_TAGS] = 15,
    [KLI_LIST_CELL_MANAGER] = 16, [KLI_LIST_CELL_DEPUTY] = 19,
  };
  char **cells = g_new0 (char *, KLI_LIST_N_CELLS + 1);

  for (guint i = 0; i < KLI_LIST_N_CELLS; i++)
    cells[i] = column_text (statement, columns[i]);

  return cells;
}

static KliListRow *
read_contact (KliStatement *statement)
{
  KliListRow *row = g_new0 (KliListRow, 1);
  gint64 deleted_at = kli_statement_get_integer (statement, 3);

  row->id = kli_statement_get_integer (statement, 1);
  row->is_organisation = g_str_equal (kli_statement_get_text (statement, 2), "organisation");
  row->is_household = g_str_equal (kli_statement_get_text (statement, 2), "household");
  row->in_trash = deleted_at != 0;
  row->name = column_text (statement, 4);
  row->photo = column_text (statement, 5);
  row->second = make_second (statement);
  row->party = g_strdup ("");
  row->state = column_text (statement, 10);
  row->next_on = KLI_DAY_NONE;
  row->end_on = kli_day_parse (kli_statement_get_text (statement, 17));
  row->touched_on = kli_day_parse (kli_statement_get_text (statement, 18));
  row->instant = deleted_at != 0 ? deleted_at : kli_statement_get_integer (statement, 11);
  row->is_archived = kli_statement_get_integer (statement, 12) != 0;
  row->cells = read_cells (statement);

  return row;
}

static KliListRow *
read_contract (KliStatement *statement)
{
  KliListRow *row = g_new0 (KliListRow, 1);
  gint64 deleted_at = kli_statement_get_integer (statement, 2);

  row->id = kli_statement_get_integer (statement, 1);
  row->is_contract = TRUE;
  row->in_trash = deleted_at != 0;
  row->name = column_text (statement, 3);
  row->second = column_text (statement, 4);
  row->party = column_text (statement, 5);
  row->state = column_text (statement, 6);
  row->photo = g_strdup ("");
  row->next_on = kli_day_parse (kli_statement_get_text (statement, 7));
  row->end_on = kli_day_parse (kli_statement_get_text (statement, 8));
  row->touched_on = KLI_DAY_NONE;
  row->instant = deleted_at != 0 ? deleted_at : kli_statement_get_integer (statement, 9);

  return row;
}

/* Where the rows of a target come from: one statement, for the trash one of each kind. */
static const struct
{
  const char *statement;
  KliListRow *(*read) (KliStatement *statement);
  gboolean has_cells;
  gboolean serves[KLI_QUERY_TRASH + 1];
} readers[] = {
  { "list-contacts", read_contact, TRUE, { [KLI_QUERY_CONTACTS] = TRUE, [KLI_QUERY_TRASH] = TRUE } },
  { "list-contracts", read_contract, FALSE, { [KLI_QUERY_CONTRACTS] = TRUE, [KLI_QUERY_TRASH] = TRUE } },
};

typedef struct
{
  KliQueryTarget target;
  const gint64 *ids;
  guint n_ids;
  const KliListCells *cells; /* nullable */
} Page;

static gboolean
read_rows (KliConnection *connection, guint reader, const Page *page, GPtrArray *rows, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, readers[reader].statement, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integers (statement, 1, page->ids, page->n_ids);
  if (readers[reader].has_cells)
    kli_statement_bind_integer (statement, 2, page->cells != NULL);
  while (kli_statement_step (statement, &local_error))
    rows->pdata[kli_statement_get_integer (statement, 0)] = readers[reader].read (statement);

  if (!kli_store_error_pass (error, g_steal_pointer (&local_error)))
    return FALSE;

  return !readers[reader].has_cells || page->cells == NULL
         || kli_list_own_read (connection, page->ids, page->cells, rows, error);
}

static GPtrArray *
read_page (KliConnection *connection, const Page *page, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_list_row_free);

  g_ptr_array_set_size (rows, (gint)page->n_ids);
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (readers[i].serves[page->target] && !read_rows (connection, i, page, rows, error))
      return NULL;

  return g_steal_pointer (&rows);
}

GPtrArray *
kli_connection_read_rows (
    KliConnection *connection, KliQueryTarget target, const gint64 *ids, guint n_ids, GError **error)
{
  const Page page = { target, ids, n_ids, NULL };

  g_return_val_if_fail (connection != NULL, NULL);

  return read_page (connection, &page, error);
}

/* KliReadFunc */
static gpointer
page_read (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return read_page (connection, user_data, error);
}

GPtrArray *
kli_store_read_page (KliStore *store, KliQueryTarget target, const gint64 *ids, guint n_ids, GError **error)
{
  return kli_store_read_page_with (store, target, ids, n_ids, NULL, error);
}

GPtrArray *
kli_store_read_page_with (
    KliStore *store, KliQueryTarget target, const gint64 *ids, guint n_ids, const KliListCells *cells, GError **error)
{
  Page page = { target, ids, n_ids, cells };

  g_return_val_if_fail (KLI_IS_STORE (store), NULL);
  g_return_val_if_fail (n_ids <= KLI_LIST_PAGE_SIZE, NULL);

  return kli_store_read (store, page_read, &page, error);
}

/* --- counts for the sidebar ------------------------------------------------------------------------------- */

/* KliReadFunc */
static gpointer
counts_read (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "counts", error);
  KliDay today = kli_derive_get_day (connection, NULL);
  g_autofree char *first = kli_day_to_string (today);
  g_autofree char *last = kli_day_to_string (kli_day_add_days (today, KLI_ENDING_DAYS));
  g_autofree KliCounts *counts = g_new0 (KliCounts, 1);

  if (statement == NULL || !kli_members_count_contacts (connection, &counts->contacts, error))
    return NULL;
  kli_statement_bind_text (statement, 1, first);
  kli_statement_bind_text (statement, 2, last);
  if (!kli_statement_step (statement, error))
    return NULL;

  counts->contracts = (guint)kli_statement_get_integer (statement, 0);
  counts->ending = (guint)kli_statement_get_integer (statement, 1);
  counts->trash = (guint)kli_statement_get_integer (statement, 2);

  return g_steal_pointer (&counts);
}

KliCounts *
kli_store_count (KliStore *store, GError **error)
{
  g_return_val_if_fail (KLI_IS_STORE (store), NULL);

  return kli_store_read (store, counts_read, NULL, error);
}

void
kli_store_count_async (KliStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (KLI_IS_STORE (store));

  kli_store_read_async (store, counts_read, NULL, NULL, g_free, cancellable, callback, user_data);
}

KliCounts *
kli_store_count_finish (KliStore *store, GAsyncResult *result, GError **error)
{
  return kli_store_read_finish (store, result, error);
}
