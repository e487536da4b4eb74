/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card as bytes: texts end with NUL, numbers stand as the machine has them, arrays begin with their length. */
#include "core/kli-card-pack.h"

#include "core/kli-kinds.h"

#include <string.h>

/* --- packing ------------------------------------------------------------------------------------------ */

static void
put_text (GByteArray *bytes, const char *text)
{
  g_byte_array_append (bytes, (const guint8 *)text, (guint)strlen (text) + 1);
}

static void
put_number (GByteArray *bytes, guint32 number)
{
  g_byte_array_append (bytes, (const guint8 *)&number, sizeof number);
}

static gsize
count_bytes (const KliRow *row)
{
  gsize n = 0;

  for (guint i = 0; i < row->kind->n_columns; i++)
    n += kli_column_is_text (&row->kind->columns[i]) ? strlen (row->values[i].text) + 1 : sizeof (gint64);

  return n;
}

/* Room for all of it at once: most values are empty texts. */
static void
put_row (GByteArray *bytes, const KliRow *row)
{
  guint begin = bytes->len;
  char *next;

  g_byte_array_set_size (bytes, begin + (guint)count_bytes (row));
  next = (char *)bytes->data + begin;
  for (guint i = 0; i < row->kind->n_columns; i++)
    if (kli_column_is_text (&row->kind->columns[i]))
      next = stpcpy (next, row->values[i].text) + 1;
    else
      {
        memcpy (next, &row->values[i].integer, sizeof (gint64));
        next += sizeof (gint64);
      }
}

static void
put_rows (GByteArray *bytes, const GPtrArray *rows)
{
  put_number (bytes, rows->len);
  for (guint i = 0; i < rows->len; i++)
    put_row (bytes, g_ptr_array_index (rows, i));
}

static void
put_texts (GByteArray *bytes, const GPtrArray *texts)
{
  put_number (bytes, texts->len);
  for (guint i = 0; i < texts->len; i++)
    put_text (bytes, g_ptr_array_index (texts, i));
}

static void
put_affiliations (GByteArray *bytes, const GPtrArray *affiliations)
{
  put_number (bytes, affiliations->len);
  for (guint i = 0; i < affiliations->len; i++)
    {
      const KliCardAffiliation *affiliation = g_ptr_array_index (affiliations, i);

      put_text (bytes, affiliation->organisation);
      put_text (bytes, affiliation->department);
      put_text (bytes, affiliation->role);
    }
}

static void
put_photo (GByteArray *bytes, const KliCard *card)
{
  gsize size = 0;
  gconstpointer data = card->photo != NULL ? g_bytes_get_data (card->photo, &size) : NULL;

  put_number (bytes, card->photo != NULL);
  put_number (bytes, (guint32)size);
  g_byte_array_append (bytes, data, (guint)size);
}

void
kli_card_pack (const KliCard *card, GByteArray *bytes)
{
  g_return_if_fail (card != NULL && bytes != NULL);

  put_row (bytes, card->contact);
  put_rows (bytes, card->points);
  put_rows (bytes, card->addresses);
  put_rows (bytes, card->identifiers);
  put_rows (bytes, card->extras);
  put_affiliations (bytes, card->affiliations);
  put_texts (bytes, card->tags);
  put_photo (bytes, card);
  put_text (bytes, card->photo_type);
  put_text (bytes, card->source);
  put_text (bytes, card->key);
  put_text (bytes, card->digest);
  put_number (bytes, card->line);
  put_text (bytes, card->refusal != NULL ? card->refusal : "");
  put_texts (bytes, card->warnings);
}

/* --- unpacking ---------------------------------------------------------------------------------------- */

typedef struct
{
  const guint8 *at;
  const guint8 *end;
} Cursor;

static gconstpointer
take (Cursor *cursor, gsize size)
{
  gconstpointer taken = cursor->at;

  g_assert (size <= (gsize)(cursor->end - cursor->at));
  cursor->at += size;

  return taken;
}

static const char *
take_text (Cursor *cursor)
{
  return take (cursor, strnlen ((const char *)cursor->at, (gsize)(cursor->end - cursor->at)) + 1);
}

static void
take_into (Cursor *cursor, char **text)
{
  g_free (*text);
  *text = g_strdup (take_text (cursor));
}

static guint32
take_number (Cursor *cursor)
{
  guint32 number;

  memcpy (&number, take (cursor, sizeof number), sizeof number);

  return number;
}

static KliRow *
take_row (Cursor *cursor, const KliKind *kind)
{
  union KliRowValue *values = g_newa (union KliRowValue, kind->n_columns);

  for (guint i = 0; i < kind->n_columns; i++)
    if (kli_column_is_text (&kind->columns[i]))
      values[i].text = (char *)take_text (cursor);
    else
      memcpy (&values[i].integer, take (cursor, sizeof (gint64)), sizeof (gint64));

  return kli_row_new_filled (kind, values);
}

static void
take_rows (Cursor *cursor, const KliKind *kind, GPtrArray *rows)
{
  for (guint n = take_number (cursor); n > 0; n--)
    g_ptr_array_add (rows, take_row (cursor, kind));
}

static void
take_texts (Cursor *cursor, GPtrArray *texts)
{
  for (guint n = take_number (cursor); n > 0; n--)
    g_ptr_array_add (texts, g_strdup (take_text (cursor)));
}

static void
take_affiliations (Cursor *cursor, KliCard *card)
{
  for (guint n = take_number (cursor); n > 0; n--)
    {
      const char *organisation = take_text (cursor);
      const char *department = take_text (cursor);

      kli_card_add_affiliation (card, organisation, department, take_text (cursor));
    }
}

static void
take_photo (Cursor *cursor, KliCard *card)
{
  gboolean is_there = take_number (cursor) != 0;
  gsize size = take_number (cursor);
  gconstpointer data = take (cursor, size);

  if (is_there)
    card->photo = g_bytes_new (data, size);
}

KliCard *
kli_card_unpack (const guint8 *bytes, gsize size)
{
  Cursor cursor = { bytes, bytes + size };
  KliCard *card;
  const char *refusal;

  g_return_val_if_fail (bytes != NULL, NULL);

  card = kli_card_new ();
  kli_row_free (card->contact);
  card->contact = take_row (&cursor, &kli_contact_kind);
  take_rows (&cursor, &kli_contact_point_kind, card->points);
  take_rows (&cursor, &kli_address_kind, card->addresses);
  take_rows (&cursor, &kli_identifier_kind, card->identifiers);
  take_rows (&cursor, &kli_contact_extra_kind, card->extras);
  take_affiliations (&cursor, card);
  take_texts (&cursor, card->tags);
  take_photo (&cursor, card);
  take_into (&cursor, &card->photo_type);
  take_into (&cursor, &card->source);
  take_into (&cursor, &card->key);
  take_into (&cursor, &card->digest);
  card->line = take_number (&cursor);
  refusal = take_text (&cursor);
  card->refusal = *refusal != '\0' ? g_strdup (refusal) : NULL;
  take_texts (&cursor, card->warnings);
  g_assert (cursor.at == cursor.end);

  return card;
}
