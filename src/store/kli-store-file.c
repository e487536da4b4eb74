/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Judges a file by its first bytes. The offsets are those of SQLite's file format documentation. */
#include "store/kli-store-file.h"

#include "store/kli-store-error-private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEADER_SIZE 100

static const char magic[16] = "SQLite format 3";

static guint32
number_at (const guint8 *header, gsize offset)
{
  guint32 number;

  memcpy (&number, header + offset, sizeof number);

  return GUINT32_FROM_BE (number);
}

gboolean
kli_store_file_has_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  struct stat status;

  return stat (log, &status) == 0 && status.st_size > 0;
}

/* Returns: FALSE with errno set when it cannot be read. @n: (out): less than a header of a short file. */
static gboolean
read_header (const char *path, guint8 *header, gssize *n, gint64 *size)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  struct stat status;
  int number;

  if (fd < 0)
    return FALSE;

  *n = -1;
  if (fstat (fd, &status) == 0)
    {
      *size = status.st_size;
      *n = pread (fd, header, HEADER_SIZE, 0);
    }
  number = errno;
  close (fd);
  errno = number;

  return *n >= 0;
}

/* Whether the file is shorter than its header says. With a log beside it the header may be newer than
 * the rest, and the log makes it whole. */
static gboolean
is_cut (const char *path, const guint8 *header, gint64 size)
{
  gint64 page_size = (header[16] << 8 | header[17]) == 1 ? 65536 : header[16] << 8 | header[17];
  gboolean count_is_valid = number_at (header, 24) == number_at (header, 92);

  return count_is_valid && !kli_store_file_has_log (path) && size < number_at (header, 28) * page_size;
}

int
kli_store_file_judge (const char *path, int newest, GError **error)
{
  guint8 header[HEADER_SIZE] = { 0 };
  gssize n;
  gint64 size;

  g_return_val_if_fail (path != NULL, -1);

  if (!read_header (path, header, &n, &size))
    kli_store_error_set_errno (error, errno, "opening", path);
  else if (size == 0)
    g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_LOST, "“%s” is empty: what it held is lost", path);
  else if (n < HEADER_SIZE && memcmp (header, magic, MIN ((gsize)n, sizeof magic)) == 0)
    g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED, "“%s” is damaged: nearly all of it is missing", path);
  else if (memcmp (header, magic, sizeof magic) != 0 || number_at (header, 68) != KLI_STORE_FILE_ID
           || number_at (header, 60) < KLI_STORE_FILE_OLDEST)
    g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_NOT_A_STORE, "“%s” is not a store of Klientela", path);
  else if (number_at (header, 60) > (guint32)newest)
    g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_NEWER,
                 "“%s” was written by a newer Klientela (version %u of the store; this one knows %d)", path,
                 number_at (header, 60), newest);
  else if (is_cut (path, header, size))
    g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED, "“%s” is damaged: its end is missing", path);
  else
    return (int)number_at (header, 60);

  return -1;
}
