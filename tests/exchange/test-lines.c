/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of a stream, whatever the size of the pieces it comes in. */
#include "exchange/kli-line-reader.h"

#include "trickle-stream.h"

static const struct
{
  const char *text;
  gsize limit;
  const char *lines; /* each with its number, "!" when it was cut, and " | " between */
} table[] = {
  { "", 100, "" },
  { "one", 100, "1:one" },
  { "one\n", 100, "1:one" },
  { "one\ntwo", 100, "1:one | 2:two" },
  { "one\r\ntwo\r\n", 100, "1:one | 2:two" },
  { "one\rtwo\r", 100, "1:one | 2:two" },
  { "one\r\n\r\ntwo", 100, "1:one | 2: | 3:two" },
  { "\n\n", 100, "1: | 2:" },
  { "\r\n\n\r", 100, "1: | 2: | 3:" },
  { "one\r\ntwo\rthree\nfour", 100, "1:one | 2:two | 3:three | 4:four" },
  { "12345\n123456\n1\n", 5, "1:12345 | 2!:12345 | 3:1" },
  { "123456789", 5, "1!:12345" },
  { "żółw\n", 100, "1:żółw" },
};

static char *
read_lines (const char *text, gsize length, gsize piece, const char *charset, gsize skip, gsize limit)
{
  g_autoptr (GInputStream) stream = trickle_stream_new (text, length, piece);
  g_autoptr (KliLineReader) reader = kli_line_reader_new (stream, charset, skip, limit);
  GString *out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  KliLine line;

  while (kli_line_reader_next (reader, &line, NULL, &error))
    g_string_append_printf (out, "%s%u%s:%.*s", out->len > 0 ? " | " : "", line.number, line.cut ? "!" : "",
                            (int)line.length, line.text);
  g_assert_no_error (error);
  g_assert_cmpuint (kli_line_reader_get_offset (reader), ==, length);

  return g_string_free (out, FALSE);
}

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    for (gsize piece = 1; piece < 8; piece++)
      {
        gsize length = strlen (table[i].text);
        g_autofree char *raw = read_lines (table[i].text, length, piece, NULL, 0, table[i].limit);
        g_autofree char *decoded = read_lines (table[i].text, length, piece, "UTF-8", 0, table[i].limit);

        g_assert_cmpstr (raw, ==, table[i].lines);
        g_assert_cmpstr (decoded, ==, table[i].lines);
      }
}

static void
test_skip (void)
{
  static const char text[] = "\xef\xbb\xbfone\ntwo";

  for (gsize piece = 1; piece < sizeof text; piece++)
    {
      g_autofree char *lines = read_lines (text, sizeof text - 1, piece, "UTF-8", 3, 100);

      g_assert_cmpstr (lines, ==, "1:one | 2:two");
    }
}

static void
test_utf16 (void)
{
  static const char text[] = "a\0\r\0\n\0\x41\x01\n\0";

  for (gsize piece = 1; piece < sizeof text; piece++)
    {
      g_autofree char *lines = read_lines (text, sizeof text - 1, piece, "UTF-16LE", 0, 100);

      g_assert_cmpstr (lines, ==, "1:a | 2:Ł");
    }
}

static void
test_cancel (void)
{
  g_autoptr (GInputStream) stream = trickle_stream_new ("one\ntwo", 7, 2);
  g_autoptr (KliLineReader) reader = kli_line_reader_new (stream, NULL, 0, 100);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  KliLine line;

  g_cancellable_cancel (cancellable);
  g_assert_false (kli_line_reader_next (reader, &line, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A million short lines, ended each way, in time that grows with their number only. */
static void
test_linear (void)
{
  static const char *const ends[] = { "\n", "\r", "\r\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GInputStream) stream = NULL;
      g_autoptr (KliLineReader) reader = NULL;
      KliLine line;

      for (guint j = 0; j < 1000000; j++)
        g_string_append_printf (text, "x%s", ends[i]);
      bytes = g_string_free_to_bytes (g_steal_pointer (&text));
      stream = g_memory_input_stream_new_from_bytes (bytes);
      reader = kli_line_reader_new (stream, "UTF-8", 0, 100);
      line.number = 0;
      while (kli_line_reader_next (reader, &line, NULL, NULL))
        g_assert_cmpuint (line.length, ==, 1);
      g_assert_cmpuint (line.number, ==, 1000000);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lines/table", test_table);
  g_test_add_func ("/lines/skip", test_skip);
  g_test_add_func ("/lines/utf16", test_utf16);
  g_test_add_func ("/lines/cancel", test_cancel);
  g_test_add_func ("/lines/linear", test_linear);

  return g_test_run ();
}
