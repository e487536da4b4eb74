/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a file of contacts, as the program meets them: whatever it is taken for, it is read
 * without harm, and what was read is written as a table and read back the same. */
#include "fuzz-target.h"

#include "card-text.h"
#include "exchange/kli-exchange-writer.h"

static GPtrArray *
take_cards (const Book *file)
{
  GPtrArray *cards = g_ptr_array_new ();

  for (guint i = 0; i < file->cards->len; i++)
    {
      KliCard *card = g_ptr_array_index (file->cards, i);

      card_check_texts (card);
      if (card->refusal == NULL)
        g_ptr_array_add (cards, card);
    }

  return cards;
}

static void
check_table (GPtrArray *cards)
{
  g_autoptr (GBytes) bytes = kli_exchange_write_bytes (cards, KLI_EXCHANGE_WRITE_CSV, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (Book) again = book_read_bytes (bytes, &error);

  if (again == NULL)
    g_error ("%s\n%.*s", error->message, (int)g_bytes_get_size (bytes), (const char *)g_bytes_get_data (bytes, NULL));
  g_assert_cmpuint (again->cards->len, ==, cards->len);
  for (guint i = 0; i < cards->len; i++)
    {
      const KliCard *before = g_ptr_array_index (cards, i);
      const KliCard *after = g_ptr_array_index (again->cards, i);
      g_autoptr (GString) a = g_string_new (NULL);
      g_autoptr (GString) b = g_string_new (NULL);

      if (g_str_equal (before->digest, after->digest))
        continue;
      card_append_text (a, before);
      card_append_text (b, after);
      g_error ("%s\nshould come back the same from\n%s\nand comes back as\n%s", a->str,
               (const char *)g_bytes_get_data (bytes, NULL), b->str);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (Book) file = book_read_bytes (bytes, &error);
  g_autoptr (GPtrArray) cards = NULL;

  g_assert_true ((file == NULL) == (error != NULL));
  if (file == NULL)
    return 0;

  cards = take_cards (file);
  if (cards->len > 0)
    check_table (cards);

  return 0;
}
