/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row as bytes: how many pieces there are, where each ends, and the pieces. A text is a piece with its NUL. */
#include "store/kli-derive-value.h"

#include <string.h>

/* The most columns that a row has. */
#define PIECES_MAX 8

GBytes *
kli_derive_pack (const KliDerivePiece *pieces, guint n)
{
  gsize size = (1 + n) * sizeof (guint32);
  guint32 *head;
  guint32 end = 0;
  char *next;

  for (guint i = 0; i < n; i++)
    size += pieces[i].size;
  head = g_malloc (size);
  head[0] = n;
  next = (char *)(head + 1 + n);
  for (guint i = 0; i < n; i++)
    {
      if (pieces[i].size > 0)
        memcpy (next + end, pieces[i].bytes, pieces[i].size);
      end += (guint32)pieces[i].size;
      head[1 + i] = end;
    }

  return g_bytes_new_take (head, size);
}

GBytes *
kli_derive_pack_texts (const char *const *texts, guint n)
{
  KliDerivePiece pieces[PIECES_MAX];

  g_assert (n <= PIECES_MAX);
  for (guint i = 0; i < n; i++)
    pieces[i] = (KliDerivePiece){ texts[i], strlen (texts[i]) + 1 };

  return kli_derive_pack (pieces, n);
}

GBytes *
kli_derive_pack_columns (KliStatement *statement, guint n)
{
  KliDerivePiece pieces[PIECES_MAX];

  g_assert (n <= PIECES_MAX);
  for (guint i = 0; i < n; i++)
    pieces[i].bytes = kli_statement_get_bytes (statement, (int)i, &pieces[i].size);

  return kli_derive_pack (pieces, n);
}

GBytes *
kli_derive_pack_text_columns (KliStatement *statement, guint n)
{
  const char *texts[PIECES_MAX];

  g_assert (n <= PIECES_MAX);
  for (guint i = 0; i < n; i++)
    texts[i] = kli_statement_get_text (statement, (int)i);

  return kli_derive_pack_texts (texts, n);
}

guint
kli_derive_count_pieces (GBytes *row)
{
  return *(const guint32 *)g_bytes_get_data (row, NULL);
}

KliDerivePiece
kli_derive_get_piece (GBytes *row, guint i)
{
  const guint32 *head = g_bytes_get_data (row, NULL);
  guint32 begin = i > 0 ? head[i] : 0;

  g_assert (i < head[0]);

  return (KliDerivePiece){ (const char *)(head + 1 + head[0]) + begin, head[1 + i] - begin };
}

const char *
kli_derive_get_text (GBytes *row, guint i)
{
  return kli_derive_get_piece (row, i).bytes;
}
