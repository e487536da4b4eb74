/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files of one import. A thread reads into copies of the files; the main thread puts them in place of its own. */
#include "ui/exchange/kli-import-files.h"

#include "ui/shared/kli-error.h"
#include "ui/shared/kli-locale.h"

#define PARTS 10000

struct _KliImportFiles
{
  GObject parent_instance;

  GPtrArray *files; /* KliImportFile */
  int done;         /* atomic: of PARTS */
};

G_DEFINE_FINAL_TYPE (KliImportFiles, kli_import_files, G_TYPE_OBJECT)

static void
file_free (gpointer data)
{
  KliImportFile *file = data;

  g_object_unref (file->file);
  g_free (file->name);
  g_free (file->failure);
  g_clear_pointer (&file->problems, g_ptr_array_unref);
  g_free (file);
}

static char *
name_of (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return base != NULL ? g_filename_display_name (base) : g_file_get_parse_name (file);
}

/* What the person said about @file, how it was read last, and nothing of what was in it. */
static KliImportFile *
copy_choices (const KliImportFile *file)
{
  KliImportFile *copy = g_new0 (KliImportFile, 1);

  copy->file = g_object_ref (file->file);
  copy->name = g_strdup (file->name);
  copy->charset = file->charset;
  copy->separator = file->separator;
  copy->date_order = file->date_order;
  copy->info = file->info;
  copy->problems = g_ptr_array_new_with_free_func (g_free);

  return copy;
}

/* --- reading, in a thread --------------------------------------------------------------------------- */

typedef struct
{
  KliImportFiles *self; /* borrowed: the task holds it; only its count is touched */
  GPtrArray *files;     /* KliImportFile, read into */
  KliCardPile *cards;   /* nullable */
  guint current;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->files, g_ptr_array_unref);
  g_clear_pointer (&reading->cards, kli_card_pile_unref);
  g_free (reading);
}

static void
progress_cb (double fraction, gpointer user_data)
{
  Reading *reading = user_data;
  double of_all = ((double)reading->current + fraction) / (double)reading->files->len;

  g_atomic_int_set (&reading->self->done, (int)(of_all * PARTS));
}

static void
take_records (Reading *reading, KliImportFile *file, KliExchangeFile *read)
{
  file->info = read->info;
  file->n_records = read->n_cards;
  g_clear_pointer (&file->problems, g_ptr_array_unref);
  file->problems = g_ptr_array_ref (read->problems);
}

static KliExchangeOptions
make_options (const KliImportFile *file)
{
  return (KliExchangeOptions){ .charset = file->charset,
                               .language = kli_language_tag (kli_locale_get_language ()),
                               .separator = file->separator,
                               .date_order = file->date_order };
}

/* Returns: FALSE when it was cancelled. */
static gboolean
read_file (Reading *reading, KliImportFile *file, GCancellable *cancellable, GError **error)
{
  const KliExchangeOptions options = make_options (file);
  guint first = kli_card_pile_get_length (reading->cards);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (KliExchangeFile) read
      = kli_exchange_read (file->file, &options, reading->cards, progress_cb, reading, cancellable, &local_error);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  file->first = first;
  if (read != NULL)
    take_records (reading, file, read);
  else
    file->failure = kli_error_sentence (local_error);

  return TRUE;
}

/* Returns: FALSE with @error set. */
static gboolean
read_files (Reading *reading, GCancellable *cancellable, GError **error)
{
  reading->cards = kli_card_pile_new (error);
  if (reading->cards == NULL)
    return FALSE;
  for (reading->current = 0; reading->current < reading->files->len; reading->current++)
    if (!read_file (reading, g_ptr_array_index (reading->files, reading->current), cancellable, error))
      return FALSE;

  return kli_card_pile_close (reading->cards, error);
}

static void
read_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (read_files (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
kli_import_files_read_async (KliImportFiles *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Reading *reading;

  g_return_if_fail (KLI_IS_IMPORT_FILES (self));

  g_atomic_int_set (&self->done, 0);
  reading = g_new0 (Reading, 1);
  reading->self = self;
  reading->files = g_ptr_array_new_with_free_func (file_free);
  for (guint i = 0; i < self->files->len; i++)
    g_ptr_array_add (reading->files, copy_choices (g_ptr_array_index (self->files, i)));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, kli_import_files_read_async);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_thread);
}

KliCardPile *
kli_import_files_read_finish (KliImportFiles *self, GAsyncResult *result, GError **error)
{
  Reading *reading;

  g_return_val_if_fail (KLI_IS_IMPORT_FILES (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;

  reading = g_task_get_task_data (G_TASK (result));
  g_ptr_array_unref (self->files);
  self->files = g_steal_pointer (&reading->files);

  return g_steal_pointer (&reading->cards);
}

/* A file that could not be read had no records. */
GVariant *
kli_import_files_make_origin (KliImportFiles *self)
{
  g_autofree KliExchangeBook *books = NULL;
  guint n_books = 0;

  g_return_val_if_fail (KLI_IS_IMPORT_FILES (self), NULL);

  books = g_new0 (KliExchangeBook, self->files->len);
  for (guint i = 0; i < self->files->len; i++)
    {
      const KliImportFile *file = g_ptr_array_index (self->files, i);

      if (file->failure == NULL)
        books[n_books++] = (KliExchangeBook){ file->file, make_options (file) };
    }

  return kli_exchange_origin_new (books, n_books);
}

double
kli_import_files_get_fraction (KliImportFiles *self)
{
  g_return_val_if_fail (KLI_IS_IMPORT_FILES (self), 0);

  return (double)g_atomic_int_get (&self->done) / PARTS;
}

/* --- the files -------------------------------------------------------------------------------------- */

static KliImportFile *
get_file (KliImportFiles *self, guint n)
{
  g_assert (n < self->files->len);

  return g_ptr_array_index (self->files, n);
}

void
kli_import_files_choose_charset (KliImportFiles *self, guint n, const char *charset)
{
  g_return_if_fail (KLI_IS_IMPORT_FILES (self));

  get_file (self, n)->charset = charset;
}

void
kli_import_files_choose_separator (KliImportFiles *self, guint n, char separator)
{
  g_return_if_fail (KLI_IS_IMPORT_FILES (self));

  get_file (self, n)->separator = separator;
}

void
kli_import_files_choose_date_order (KliImportFiles *self, guint n, KliDateOrder order)
{
  g_return_if_fail (KLI_IS_IMPORT_FILES (self));

  get_file (self, n)->date_order = order;
}

guint
kli_import_files_get_n_files (KliImportFiles *self)
{
  g_return_val_if_fail (KLI_IS_IMPORT_FILES (self), 0);

  return self->files->len;
}

const KliImportFile *
kli_import_files_get_file (KliImportFiles *self, guint n)
{
  g_return_val_if_fail (KLI_IS_IMPORT_FILES (self), NULL);

  return get_file (self, n);
}

const KliImportFile *
kli_import_files_find (KliImportFiles *self, guint n)
{
  g_return_val_if_fail (KLI_IS_IMPORT_FILES (self), NULL);

  for (guint i = 0; i < self->files->len; i++)
    {
      const KliImportFile *file = g_ptr_array_index (self->files, i);

      if (n >= file->first && n - file->first < file->n_records)
        return file;
    }

  return NULL;
}

static void
kli_import_files_finalize (GObject *object)
{
  g_ptr_array_unref (KLI_IMPORT_FILES (object)->files);
  G_OBJECT_CLASS (kli_import_files_parent_class)->finalize (object);
}

static void
kli_import_files_class_init (KliImportFilesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kli_import_files_finalize;
}

static void
kli_import_files_init (KliImportFiles *self)
{
  self->files = g_ptr_array_new_with_free_func (file_free);
}

KliImportFiles *
kli_import_files_new (GFile *const *files, guint n_files)
{
  KliImportFiles *self = g_object_new (KLI_TYPE_IMPORT_FILES, NULL);

  g_return_val_if_fail (files != NULL || n_files == 0, self);

  for (guint i = 0; i < n_files; i++)
    {
      KliImportFile *file = g_new0 (KliImportFile, 1);

      file->file = g_object_ref (files[i]);
      file->name = name_of (files[i]);
      file->problems = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (self->files, file);
    }

  return self;
}
