/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cards of an import in a file that has no name. It is read as memory, so that reading cannot fail. */
#include "operations/kli-card-pile.h"

#include "core/kli-card-pack.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* What is written at a time. */
#define ENOUGH (256 * 1024)

struct _KliCardPile
{
  gatomicrefcount references;
  int file;
  GByteArray *waiting; /* packed cards that are not in the file yet */
  guint64 written;     /* bytes in the file */
  GArray *ends;        /* guint64: where each card ends */
  GChecksum *checksum;
  guint n_before;             /* cards of the files before the one that is read */
  GChecksum *checksum_before; /* of those */
  GMappedFile *map;           /* once it is closed */
};

/* Returns: -1 with errno set. */
static int
open_nameless (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "klientela-import-XXXXXX", NULL);
  int file = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);

  if (file >= 0)
    g_unlink (path);

  return file;
}

/* In the cache, which is the user's own, or else where everybody's is: not every service has a home.
 * Returns: -1 with @error set. */
static int
open_file (GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "klientela", NULL);
  int file;

  g_mkdir_with_parents (folder, 0700); /* or the next call says that it is not there */
  file = open_nameless (folder);
  if (file < 0)
    file = open_nameless (g_get_tmp_dir ());
  if (file < 0)
    g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));

  return file;
}

KliCardPile *
kli_card_pile_new (GError **error)
{
  KliCardPile *pile;
  int file = open_file (error);

  if (file < 0)
    return NULL;

  pile = g_new0 (KliCardPile, 1);
  g_atomic_ref_count_init (&pile->references);
  pile->file = file;
  pile->waiting = g_byte_array_new ();
  pile->ends = g_array_new (FALSE, FALSE, sizeof (guint64));
  pile->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  pile->checksum_before = g_checksum_copy (pile->checksum);

  return pile;
}

KliCardPile *
kli_card_pile_ref (KliCardPile *pile)
{
  g_return_val_if_fail (pile != NULL, NULL);

  g_atomic_ref_count_inc (&pile->references);

  return pile;
}

void
kli_card_pile_unref (KliCardPile *pile)
{
  g_return_if_fail (pile != NULL);

  if (!g_atomic_ref_count_dec (&pile->references))
    return;

  g_clear_pointer (&pile->map, g_mapped_file_unref);
  close (pile->file);
  g_byte_array_unref (pile->waiting);
  g_array_unref (pile->ends);
  g_checksum_free (pile->checksum);
  g_checksum_free (pile->checksum_before);
  g_free (pile);
}

/* --- adding ------------------------------------------------------------------------------------------- */

static gboolean
write_waiting (KliCardPile *pile, GError **error)
{
  gsize done = 0;

  while (done < pile->waiting->len)
    {
      gssize n
          = pwrite (pile->file, pile->waiting->data + done, pile->waiting->len - done, (off_t)(pile->written + done));

      if (n >= 0)
        done += (gsize)n;
      else if (errno != EINTR)
        {
          g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));
          return FALSE;
        }
    }
  pile->written += done;
  g_byte_array_set_size (pile->waiting, 0);

  return TRUE;
}

static void
add_to_checksum (KliCardPile *pile, const char *text)
{
  g_checksum_update (pile->checksum, (const guchar *)text, -1);
  g_checksum_update (pile->checksum, (const guchar *)"\n", 1);
}

gboolean
kli_card_pile_add (KliCardPile *pile, const KliCard *card, GError **error)
{
  guint64 end;

  g_return_val_if_fail (pile != NULL && pile->map == NULL && card != NULL, FALSE);

  kli_card_pack (card, pile->waiting);
  end = pile->written + pile->waiting->len;
  g_array_append_val (pile->ends, end);
  add_to_checksum (pile, card->key);
  add_to_checksum (pile, card->digest);

  return pile->waiting->len < ENOUGH || write_waiting (pile, error);
}

void
kli_card_pile_begin_file (KliCardPile *pile)
{
  g_return_if_fail (pile != NULL && pile->map == NULL);

  pile->n_before = pile->ends->len;
  g_checksum_free (pile->checksum_before);
  pile->checksum_before = g_checksum_copy (pile->checksum);
}

/* Bytes that are in the file already stay behind the last card until others take their place. */
void
kli_card_pile_forget_file (KliCardPile *pile)
{
  guint64 end;

  g_return_if_fail (pile != NULL && pile->map == NULL);

  end = pile->n_before > 0 ? g_array_index (pile->ends, guint64, pile->n_before - 1) : 0;
  g_array_set_size (pile->ends, pile->n_before);
  g_byte_array_set_size (pile->waiting, end > pile->written ? (guint)(end - pile->written) : 0);
  pile->written = MIN (pile->written, end);
  g_checksum_free (pile->checksum);
  pile->checksum = g_checksum_copy (pile->checksum_before);
}

gboolean
kli_card_pile_close (KliCardPile *pile, GError **error)
{
  g_return_val_if_fail (pile != NULL && pile->map == NULL, FALSE);

  if (!write_waiting (pile, error))
    return FALSE;
  g_byte_array_unref (pile->waiting);
  pile->waiting = g_byte_array_new ();
  pile->map = g_mapped_file_new_from_fd (pile->file, FALSE, error);

  return pile->map != NULL;
}

/* --- looking ------------------------------------------------------------------------------------------ */

guint
kli_card_pile_get_length (const KliCardPile *pile)
{
  g_return_val_if_fail (pile != NULL, 0);

  return pile->ends->len;
}

char *
kli_card_pile_get_digest (const KliCardPile *pile)
{
  g_autoptr (GChecksum) checksum = NULL;

  g_return_val_if_fail (pile != NULL, NULL);

  checksum = g_checksum_copy (pile->checksum); /* asking for the digest ends it */

  return g_strdup (g_checksum_get_string (checksum));
}

KliCard *
kli_card_pile_read (const KliCardPile *pile, guint n)
{
  guint64 begin, end;

  g_return_val_if_fail (pile != NULL && pile->map != NULL && n < pile->ends->len, NULL);

  begin = n > 0 ? g_array_index (pile->ends, guint64, n - 1) : 0;
  end = g_array_index (pile->ends, guint64, n);

  return kli_card_unpack ((const guint8 *)g_mapped_file_get_contents (pile->map) + begin, end - begin);
}
