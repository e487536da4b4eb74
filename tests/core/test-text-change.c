/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where two versions of a text differ. */
#include "core/kli-text-change.h"

#include <string.h>

static void
test_passages (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    guint context;
    const char *old_passage;
    const char *new_passage;
  } cases[] = {
    { "", "", 4, "", "" },
    { "same", "same", 2, "…me", "…me" },
    { "abc", "abd", 40, "abc", "abd" },
    { "one two three four five", "one two six four five", 4, "…two three fou…", "…two six fou…" },
    { "one two", "one two three", 4, "… two", "… two three" },
    { "one two three", "three", 2, "one two th…", "th…" },
    /* ą and ć begin with the same byte, and ł and ń too: nothing is cut inside a character. */
    { "ąąąąą", "ąąćąą", 1, "…ąąą…", "…ąćą…" },
    { "xł", "xń", 0, "…ł", "…ń" },
    /* é and ũ end with the same byte. */
    { "é", "ũ", 0, "é", "ũ" },
    { "aa", "aaa", 0, "…", "…a" },
    { "", "new", 1, "", "new" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *old_passage = NULL;
      g_autofree char *new_passage = NULL;

      kli_text_changed_passage (cases[i].before, cases[i].after, cases[i].context, &old_passage, &new_passage);
      g_assert_cmpstr (old_passage, ==, cases[i].old_passage);
      g_assert_cmpstr (new_passage, ==, cases[i].new_passage);
    }
}

/* What was left out is as long on both sides, and the rest is valid. */
static void
test_random (void)
{
  static const char *const letters[] = { "a", "ą", "ć", "字", "🎈", " " };

  for (guint n = 0; n < 20000; n++)
    {
      g_autoptr (GString) before = g_string_new (NULL);
      g_autoptr (GString) after = g_string_new (NULL);
      g_autofree char *old_passage = NULL;
      g_autofree char *new_passage = NULL;

      for (int i = g_test_rand_int_range (0, 9); i > 0; i--)
        g_string_append (before, letters[g_test_rand_int_range (0, G_N_ELEMENTS (letters))]);
      for (int i = g_test_rand_int_range (0, 9); i > 0; i--)
        g_string_append (after, letters[g_test_rand_int_range (0, G_N_ELEMENTS (letters))]);

      kli_text_changed_passage (before->str, after->str, (guint)g_test_rand_int_range (0, 3), &old_passage,
                                &new_passage);
      g_assert_true (g_utf8_validate (old_passage, -1, NULL));
      g_assert_true (g_utf8_validate (new_passage, -1, NULL));
      /* Both leave out the same. */
      g_assert_cmpint ((gint64)(before->len - strlen (old_passage)), ==, (gint64)(after->len - strlen (new_passage)));
      g_assert_cmpint (g_strcmp0 (before->str, after->str) == 0, ==, g_strcmp0 (old_passage, new_passage) == 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-change/passages", test_passages);
  g_test_add_func ("/text-change/random", test_random);

  return g_test_run ();
}
