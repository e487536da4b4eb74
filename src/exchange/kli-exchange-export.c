/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contacts of the store into a file. */
#include "exchange/kli-exchange-export.h"

#include "operations/kli-export.h"
#include "operations/kli-household.h"

/* What is asked for, and the card that is being written. */
typedef struct
{
  GArray *ids; /* gint64 */
  GFile *file;
  KliExchangeTarget target;
  char separator;
  KliExportFlags flags;
  KliExportProgress progress;
  gpointer progress_data;
  guint n_written;
} Wanted;

typedef struct
{
  KliConnection *connection;
  const gint64 *ids;
  KliExchangeTarget target;
  gboolean personal_numbers;
  KliCard *card;
  KliExportProgress progress;
  gpointer progress_data;
  guint n_asked; /* cards, each once or twice */
  guint n_to_ask;
} Supply;

static Wanted *
wanted_new (GArray *ids, GFile *file, KliExchangeTarget target, char separator, KliExportFlags flags)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->ids = g_array_ref (ids);
  wanted->file = g_object_ref (file);
  wanted->target = target;
  wanted->separator = separator;
  wanted->flags = flags;

  return wanted;
}

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_array_unref (wanted->ids);
  g_object_unref (wanted->file);
  g_free (wanted);
}

static const KliCard *
next_card (guint n, gpointer user_data, GError **error)
{
  enum
  {
    EVERY = 64
  };
  Supply *supply = user_data;

  if (supply->progress != NULL && supply->n_asked++ % EVERY == 0)
    supply->progress ((double)supply->n_asked / supply->n_to_ask, supply->progress_data);

  g_clear_pointer (&supply->card, kli_card_free);
  supply->card = kli_export_card (supply->connection, supply->ids[n], supply->personal_numbers, error);
  /* What is read in again finds the address with the household. */
  if (supply->card != NULL && supply->target == KLI_EXCHANGE_WRITE_SPREADSHEET
      && !kli_export_add_shared (supply->card, supply->connection, supply->ids[n], error))
    g_clear_pointer (&supply->card, kli_card_free);

  return supply->card;
}

gboolean
kli_exchange_export (KliConnection *connection,
                     const gint64 *ids,
                     guint n_ids,
                     GFile *file,
                     KliExchangeTarget target,
                     char separator,
                     KliExportFlags flags,
                     KliExportProgress progress,
                     gpointer progress_data,
                     GCancellable *cancellable,
                     guint *n_written,
                     GError **error)
{
  Supply supply = { .connection = connection,
                    .ids = ids,
                    .target = target,
                    .personal_numbers = (flags & KLI_EXPORT_PERSONAL_NUMBERS) != 0,
                    .progress = progress,
                    .progress_data = progress_data };
  g_autoptr (GArray) gathered = NULL;
  gboolean written;

  g_return_val_if_fail (connection != NULL && (ids != NULL || n_ids == 0) && G_IS_FILE (file), FALSE);

  if (flags & KLI_EXPORT_BY_HOUSEHOLD)
    {
      gathered = kli_household_gather (connection, ids, n_ids, error);
      if (gathered == NULL)
        return FALSE;
      supply.ids = (const gint64 *)gathered->data;
      n_ids = gathered->len;
    }
  supply.n_to_ask = kli_exchange_target_needs_survey (target) ? 2 * n_ids : n_ids;
  written = kli_exchange_write_each (file, n_ids, next_card, &supply, target, separator, cancellable, error);
  kli_card_free (supply.card);
  if (n_written != NULL)
    *n_written = n_ids;

  return written;
}

static gpointer
export_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Wanted *wanted = user_data;
  gboolean written = kli_exchange_export (connection, (const gint64 *)wanted->ids->data, wanted->ids->len, wanted->file,
                                          wanted->target, wanted->separator, wanted->flags, wanted->progress,
                                          wanted->progress_data, cancellable, &wanted->n_written, error);

  return written ? wanted : NULL;
}

void
kli_exchange_export_async (KliStore *store,
                           GArray *ids,
                           GFile *file,
                           KliExchangeTarget target,
                           char separator,
                           KliExportFlags flags,
                           KliExportProgress progress,
                           gpointer progress_data,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  Wanted *wanted;

  g_return_if_fail (KLI_IS_STORE (store) && ids != NULL && G_IS_FILE (file));

  wanted = wanted_new (ids, file, target, separator, flags);
  wanted->progress = progress;
  wanted->progress_data = progress_data;
  kli_store_read_async (store, export_func, wanted, wanted_free, NULL, cancellable, callback, user_data);
}

gboolean
kli_exchange_export_finish (KliStore *store, GAsyncResult *result, guint *n_written, GError **error)
{
  const Wanted *wanted = kli_store_read_finish (store, result, error);

  if (wanted != NULL && n_written != NULL)
    *n_written = wanted->n_written;

  return wanted != NULL;
}

gboolean
kli_exchange_export_now (KliStore *store,
                         GArray *ids,
                         GFile *file,
                         KliExchangeTarget target,
                         char separator,
                         KliExportFlags flags,
                         GError **error)
{
  Wanted *wanted;
  gboolean written;

  g_return_val_if_fail (KLI_IS_STORE (store) && ids != NULL && G_IS_FILE (file), FALSE);

  wanted = wanted_new (ids, file, target, separator, flags);
  written = kli_store_read (store, export_func, wanted, error) != NULL;
  wanted_free (wanted);

  return written;
}
