/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures and documents inside the store: written once, never changed, checked whenever read. */
#include "store/kli-content.h"

#include "store/kli-store-error-private.h"

#define PIECE ((gsize)1 << 20)

static gboolean
is_kept (KliConnection *connection, const char *hash, gboolean *kept, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "content-exists", error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;

  kli_statement_bind_text (statement, 1, hash);
  *kept = kli_statement_step (statement, &local_error);

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

static gboolean
write_piece (KliConnection *connection, const char *hash, gsize n, GBytes *bytes, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "content-insert", error);
  gsize size = g_bytes_get_size (bytes);
  const guint8 *data = g_bytes_get_data (bytes, NULL);

  if (statement == NULL)
    return FALSE;

  kli_statement_bind_text (statement, 1, hash);
  kli_statement_bind_integer (statement, 2, (gint64)n);
  kli_statement_bind_bytes (statement, 3, size > 0 ? data + n * PIECE : NULL, MIN (PIECE, size - n * PIECE));

  return kli_statement_run (statement, error);
}

char *
kli_content_keep (KliConnection *connection, GBytes *bytes, GError **error)
{
  g_autofree char *hash = NULL;
  gboolean kept = FALSE;

  g_return_val_if_fail (connection != NULL && bytes != NULL, NULL);

  if (g_bytes_get_size (bytes) > KLI_CONTENT_MAX)
    {
      g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_FULL, "A document may have at most %" G_GSIZE_FORMAT " MB",
                   KLI_CONTENT_MAX >> 20);
      return NULL;
    }

  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (!is_kept (connection, hash, &kept, error))
    return NULL;
  if (kept)
    return g_steal_pointer (&hash);

  /* An empty file has one empty piece, so that it is there. */
  for (gsize n = 0; n == 0 || n * PIECE < g_bytes_get_size (bytes); n++)
    if (!write_piece (connection, hash, n, bytes, error))
      return NULL;

  return g_steal_pointer (&hash);
}

static GByteArray *
read_pieces (KliConnection *connection, const char *hash, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "content-select", error);
  g_autoptr (GByteArray) array = NULL;
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;

  kli_statement_bind_text (statement, 1, hash);
  while (kli_statement_step (statement, &local_error))
    {
      gsize size;
      const guint8 *piece = kli_statement_get_bytes (statement, 0, &size);

      if (array == NULL)
        array = g_byte_array_new ();
      if (array->len + size > KLI_CONTENT_MAX)
        break; /* cannot be ours: the hash will tell */
      if (size > 0)
        g_byte_array_append (array, piece, (guint)size);
    }

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (array == NULL)
    g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_NOT_FOUND, "No content is kept under %s", hash);
  else
    return g_steal_pointer (&array);

  return NULL;
}

GBytes *
kli_content_read (KliConnection *connection, const char *hash, GError **error)
{
  g_autofree char *found = NULL;
  g_autoptr (GByteArray) array = NULL;

  g_return_val_if_fail (connection != NULL && hash != NULL, NULL);

  array = read_pieces (connection, hash, error);
  if (array == NULL)
    return NULL;

  found = g_compute_checksum_for_data (G_CHECKSUM_SHA256, array->data, array->len);
  if (!g_str_equal (found, hash))
    {
      g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED, "The content kept under %s has changed", hash);
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&array));
}
