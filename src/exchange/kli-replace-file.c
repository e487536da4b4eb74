/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that is written whole or not at all. */
#include "exchange/kli-replace-file.h"

/* Closing a file that is being replaced puts the new one in place; a cancelled close leaves the old. */
static void
abandon (GOutputStream *stream)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (stream, cancelled, NULL);
}

gboolean
kli_replace_file (GFile *file, KliFillFunc fill, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileOutputStream) stream = NULL;

  g_return_val_if_fail (G_IS_FILE (file) && fill != NULL, FALSE);

  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, cancellable,
                           error);
  if (stream == NULL)
    return FALSE;
  if (fill (G_OUTPUT_STREAM (stream), user_data, cancellable, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);
  abandon (G_OUTPUT_STREAM (stream));

  return FALSE;
}
