/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole address books of fixtures/exchange, each beside a file of what it must be read as. Run with
 * KLIENTELA_WRITE_EXPECTED=1 to write these files anew, then read the difference. */
#include "card-text.h"

#include "exchange/kli-exchange-writer.h"

static char *
read_as_text (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (Book) read = book_read (file, &error);

  g_assert_true ((read == NULL) == (error != NULL));
  for (guint i = 0; read != NULL && i < read->cards->len; i++)
    card_check_texts (g_ptr_array_index (read->cards, i));

  return file_to_text (read, error);
}

static void
test_book (gconstpointer data)
{
  const char *path = data;
  g_autofree char *expected_path = g_strconcat (path, ".expected", NULL);
  g_autofree char *expected = NULL;
  g_autofree char *text = read_as_text (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GError) error = NULL;

  if (g_getenv ("KLIENTELA_WRITE_EXPECTED") != NULL)
    {
      g_file_set_contents (expected_path, text, -1, &error);
      g_assert_no_error (error);
    }
  g_file_get_contents (expected_path, &expected, NULL, &error);
  g_assert_no_error (error);
  if (!g_str_equal (text, expected))
    g_error ("%s should be read as\n%s\nand is read as\n%s", name, expected, text);
}

/* The same bytes from memory say the same. */
static void
test_from_memory (gconstpointer data)
{
  g_autofree char *contents = NULL;
  g_autofree char *first = read_as_text (data);
  g_autofree char *second = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (Book) read = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (data, &contents, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (g_steal_pointer (&contents), length);
  read = book_read_bytes (bytes, &error);
  second = file_to_text (read, error);
  g_assert_cmpstr (first, ==, second);
}

static void
add_book (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *read_path = g_strconcat ("/address-books/read/", name, NULL);
  g_autofree char *memory_path = g_strconcat ("/address-books/from-memory/", name, NULL);

  g_test_add_data_func_full (read_path, g_strdup (path), test_book, g_free);
  g_test_add_data_func_full (memory_path, g_strdup (path), test_from_memory, g_free);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n = 0;

  g_test_init (&argc, &argv, NULL);
  folder = g_test_build_filename (G_TEST_DIST, "fixtures", "exchange", NULL);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (name[0] != '.' && !g_str_has_suffix (name, ".expected"))
      {
        add_book (folder, name);
        n++;
      }
  g_assert_cmpuint (n, >, 30);

  return g_test_run ();
}
