/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The address book of GNOME reads the same vCards: bench-ebook VCARDS STORE. It parses every card, keeps it and the
 * columns that it searches by; neither a history nor an undo. Direct calls of its library, without the service that
 * programs reach it through, which would take longer. */
#include <libedata-book/libedata-book.h>

#include <string.h>

/* In one transaction, as many as its own importer is given at a time. */
#define BATCH 10000

#define CARD_END "END:VCARD\r\n"

static void
add_batch (EBookSqlite *book, GSList *contacts)
{
  g_autoptr (GError) error = NULL;

  if (contacts == NULL)
    return;
  if (!e_book_sqlite_add_contacts (book, contacts, NULL, TRUE, NULL, &error))
    g_error ("The address book takes no contacts: %s", error->message);
  g_slist_free_full (contacts, g_object_unref);
}

/* Returns: how many there were. */
static guint
add_all (EBookSqlite *book, const char *cards)
{
  GSList *batch = NULL;
  guint n = 0;
  const char *end;

  for (; (end = strstr (cards, CARD_END)) != NULL; cards = end)
    {
      g_autofree char *card = NULL;

      end += strlen (CARD_END);
      card = g_strndup (cards, (gsize)(end - cards));
      batch = g_slist_prepend (batch, e_contact_new_from_vcard (card));
      if (++n % BATCH == 0)
        add_batch (book, g_steal_pointer (&batch));
    }
  add_batch (book, batch);

  return n;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ESource) source = NULL;
  EBookSqlite *book; /* g_autoptr does not know it on Debian 12 */
  g_autofree char *cards = NULL;

  if (argc != 3)
    g_error ("bench-ebook VCARDS STORE");
  if (!g_file_get_contents (argv[1], &cards, NULL, &error))
    g_error ("%s", error->message);
  source = e_source_new (NULL, NULL, &error);
  g_assert_no_error (error);
  book = e_book_sqlite_new (argv[2], source, NULL, &error);
  g_assert_no_error (error);
  g_print ("%u\n", add_all (book, cards));
  g_object_unref (book);

  return 0;
}
