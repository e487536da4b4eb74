/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole address book as the program reads it. */
#include "book.h"

/* Takes @read (nullable) and @pile. */
static Book *
take_cards (KliExchangeFile *read, KliCardPile *pile)
{
  g_autoptr (KliExchangeFile) owned = read;
  g_autoptr (KliCardPile) cards = pile;
  g_autoptr (GError) error = NULL;
  Book *book;

  if (read == NULL)
    return NULL;

  g_assert_cmpuint (kli_card_pile_get_length (cards), ==, read->n_cards);
  kli_card_pile_close (cards, &error);
  g_assert_no_error (error);
  book = g_new0 (Book, 1);
  book->info = read->info;
  book->problems = g_ptr_array_ref (read->problems);
  book->cards = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_card_free);
  for (guint i = 0; i < read->n_cards; i++)
    g_ptr_array_add (book->cards, kli_card_pile_read (cards, i));

  return book;
}

static KliCardPile *
new_pile (void)
{
  g_autoptr (GError) error = NULL;
  KliCardPile *pile = kli_card_pile_new (&error);

  g_assert_no_error (error);

  return pile;
}

Book *
book_read (GFile *file, GError **error)
{
  KliCardPile *pile = new_pile ();

  return take_cards (kli_exchange_read (file, NULL, pile, NULL, NULL, NULL, error), pile);
}

Book *
book_read_bytes (GBytes *bytes, GError **error)
{
  KliCardPile *pile = new_pile ();

  return take_cards (kli_exchange_read_bytes (bytes, NULL, pile, error), pile);
}

void
book_free (Book *book)
{
  if (book == NULL)
    return;

  g_ptr_array_unref (book->cards);
  g_ptr_array_unref (book->problems);
  g_free (book);
}
