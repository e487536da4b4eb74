/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the cards of an import come from, kept as an array of files. */
#include "exchange/kli-exchange-origin.h"

#include <glib/gi18n.h>

/* Each: the URI and the size of the file; and the charset ("" guesses), the language, the separator and the order of
 * dates with which it was read. */
#define BOOK "(stssyu)"
#define ORIGIN "a" BOOK

static guint64
get_size (GFile *file)
{
  g_autoptr (GFileInfo) info
      = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL ? (guint64)g_file_info_get_size (info) : 0;
}

static const char *
or_nothing (const char *text)
{
  return text != NULL ? text : "";
}

GVariant *
kli_exchange_origin_new (const KliExchangeBook *books, guint n_books)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (ORIGIN));
  for (guint i = 0; i < n_books; i++)
    {
      const KliExchangeOptions *options = &books[i].options;
      g_autofree char *uri = g_file_get_uri (books[i].file);

      g_variant_builder_add (&builder, BOOK, uri, get_size (books[i].file), or_nothing (options->charset),
                             or_nothing (options->language), (guint8)options->separator, (guint)options->date_order);
    }

  return g_variant_builder_end (&builder);
}

/* Returns: (transfer full) (nullable) */
static GVariant *
get_origin (const KliUnfinished *unfinished)
{
  g_autoptr (GVariant) origin = kli_import_get_origin (unfinished);

  return origin != NULL && g_variant_is_of_type (origin, G_VARIANT_TYPE (ORIGIN)) ? g_steal_pointer (&origin) : NULL;
}

/* --- looking ------------------------------------------------------------------------------------------ */

static gboolean
check_book (GFile *file, guint64 size, GError **error)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base != NULL ? base : "");

  if (!g_file_query_exists (file, NULL))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("The file “%s” is not there any more."), name);
  else if (get_size (file) != size)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The file “%s” is not the same any more."), name);
  else
    return TRUE;

  return FALSE;
}

gboolean
kli_exchange_origin_check (const KliUnfinished *unfinished, GError **error)
{
  g_autoptr (GVariant) origin = NULL;
  GVariantIter iter;
  const char *uri;
  guint64 size;

  g_return_val_if_fail (unfinished != NULL, FALSE);

  origin = get_origin (unfinished);
  if (origin == NULL)
    return FALSE;
  g_variant_iter_init (&iter, origin);
  while (g_variant_iter_next (&iter, "(&st&s&syu)", &uri, &size, NULL, NULL, NULL, NULL))
    {
      g_autoptr (GFile) file = g_file_new_for_uri (uri);

      if (!check_book (file, size, error))
        return FALSE;
    }

  return TRUE;
}

/* --- reading again ------------------------------------------------------------------------------------ */

static gboolean
read_book (GVariant *book, KliCardPile *cards, GCancellable *cancellable, GError **error)
{
  const char *uri, *charset, *language;
  guint8 separator;
  guint order;
  KliExchangeOptions options = { 0 };
  g_autoptr (GFile) file = NULL;
  g_autoptr (KliExchangeFile) read = NULL;

  g_variant_get (book, "(&st&s&syu)", &uri, NULL, &charset, &language, &separator, &order);
  options.charset = *charset != '\0' ? charset : NULL;
  options.language = *language != '\0' ? language : NULL;
  options.separator = (char)separator;
  options.date_order = order <= KLI_DATE_ORDER_MONTH_DAY ? (KliDateOrder)order : KLI_DATE_ORDER_UNKNOWN;
  file = g_file_new_for_uri (uri);
  read = kli_exchange_read (file, &options, cards, NULL, NULL, cancellable, error);

  return read != NULL;
}

KliImport *
kli_exchange_origin_resume (const KliUnfinished *unfinished, GCancellable *cancellable, GError **error)
{
  g_autoptr (GVariant) origin = NULL;
  g_autoptr (KliCardPile) cards = NULL;

  g_return_val_if_fail (unfinished != NULL, NULL);

  origin = get_origin (unfinished);
  g_return_val_if_fail (origin != NULL, NULL);
  cards = kli_card_pile_new (error);
  if (cards == NULL)
    return NULL;
  for (gsize i = 0; i < g_variant_n_children (origin); i++)
    {
      g_autoptr (GVariant) book = g_variant_get_child_value (origin, i);

      if (!read_book (book, cards, cancellable, error))
        return NULL;
    }

  return kli_card_pile_close (cards, error) ? kli_import_resume (unfinished, cards, error) : NULL;
}

static void
resume_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  KliImport *import = kli_exchange_origin_resume (task_data, cancellable, &error);

  if (import != NULL)
    g_task_return_pointer (task, import, (GDestroyNotify)kli_import_drop);
  else
    g_task_return_error (task, error);
}

void
kli_exchange_origin_resume_async (const KliUnfinished *unfinished,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (unfinished != NULL);

  g_task_set_source_tag (task, kli_exchange_origin_resume_async);
  g_task_set_task_data (task, (gpointer)unfinished, NULL);
  g_task_run_in_thread (task, resume_thread);
}

KliImport *
kli_exchange_origin_resume_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
