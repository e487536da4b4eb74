/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a fuzz target without libFuzzer: the files of a folder, each spoilt a bounded number of
 * times, the same way for the same seed.
 *
 *   fuzz-vcard [--seed=N] [--rounds=N] [--only=ROUND] FOLDER
 *
 * With clang the target is also a libFuzzer one: build fuzz-vcard.c and the library with
 * -fsanitize=fuzzer,address,undefined and leave this file out. */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "fuzz-target.h"

enum
{
  INPUT_MAX = 32 * 1024,
  SECONDS_MAX = 60, /* for one input: far more than any may take */
};

static int seed = 20240617;
static int rounds = 3000;
static int only = -1;

static char where[128]; /* for the signal handler */

/* What parsers stumble over. */
static const char *const tokens[] = {
  "\n",
  "\r",
  "\r\n",
  "\n ",
  "=\n",
  "=\r\n",
  "\\",
  "\\n",
  "\"",
  "\"\"",
  ";",
  ":",
  ",",
  "=",
  "^n",
  "\t",
  "|",
  "BEGIN:VCARD\n",
  "END:VCARD\n",
  "AGENT:\n",
  "VERSION:2.1\n",
  "VERSION:4.0\n",
  ";ENCODING=QUOTED-PRINTABLE",
  ";BASE64",
  ";CHARSET=SHIFT_JIS",
  ";CHARSET=UTF-16",
  ";TYPE=\"",
  "item1.",
  "X-ABLabel:",
  "data:;base64,",
  "BDAY:--0229\n",
  "N:;;;;;;\n",
  "ORG:;;\n",
  "Name,Email\n",
  "NULL",
  " ::: ",
  "\xef\xbb\xbf",
  "\xff\xfe",
  "\xc5",
  "\xed\xa0\x80",
  "\xf4\x90\x80\x80",
  "\x95\x5c",
  "1604-02-29",
};

static const GOptionEntry options[] = {
  { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "What the random numbers begin with", "N" },
  { "rounds", 0, 0, G_OPTION_ARG_INT, &rounds, "How many inputs are tried", "N" },
  { "only", 0, 0, G_OPTION_ARG_INT, &only, "Try this one alone and print it", "ROUND" },
  G_OPTION_ENTRY_NULL,
};

static void
died_cb (int number)
{
  if (write (STDERR_FILENO, where, strlen (where)) < 0)
    _exit (1);
  signal (number, SIG_DFL);
  raise (number);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* The files of @folder in the order of their names, so that a seed means the same everywhere. */
static GPtrArray *
read_corpus (const char *folder)
{
  GPtrArray *corpus = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (name[0] != '.' && !g_str_has_suffix (name, ".expected"))
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      char *contents;
      gsize length;

      if (g_file_get_contents (g_ptr_array_index (names, i), &contents, &length, NULL))
        g_ptr_array_add (corpus, g_bytes_new_take (contents, length));
    }

  return corpus;
}

static gsize
any_place (GRand *rand, const GString *input)
{
  return g_rand_int_range (rand, 0, input->len + 1);
}

static void
cut_out (GRand *rand, GString *input)
{
  gsize at = any_place (rand, input);
  gsize n = g_rand_int_range (rand, 1, 200);

  g_string_erase (input, at, MIN (input->len - at, n));
}

static void
double_piece (GRand *rand, GString *input)
{
  gsize at = any_place (rand, input);
  gsize wanted = g_rand_int_range (rand, 1, 200);
  gsize n = MIN (input->len - at, wanted);
  g_autofree char *piece = g_memdup2 (input->str + at, n);

  if (n > 0)
    g_string_insert_len (input, any_place (rand, input), piece, n);
}

static void
splice (GRand *rand, GString *input, GPtrArray *corpus)
{
  GBytes *other = g_ptr_array_index (corpus, g_rand_int_range (rand, 0, corpus->len));
  gsize length;
  const char *bytes = g_bytes_get_data (other, &length);
  gsize at = length > 0 ? g_rand_int_range (rand, 0, length) : 0;

  g_string_insert_len (input, any_place (rand, input), bytes + at, MIN (length - at, 500));
}

static void
spoil (GRand *rand, GString *input, GPtrArray *corpus)
{
  const char *token = tokens[g_rand_int_range (rand, 0, G_N_ELEMENTS (tokens))];

  switch (g_rand_int_range (rand, 0, 7))
    {
    case 0: g_string_insert (input, any_place (rand, input), token); break;
    case 1: g_string_insert_c (input, any_place (rand, input), g_rand_int_range (rand, 0, 256)); break;
    case 2: cut_out (rand, input); break;
    case 3: double_piece (rand, input); break;
    case 4: splice (rand, input, corpus); break;
    case 5: g_string_truncate (input, any_place (rand, input)); break;
    default:
      if (input->len > 0)
        input->str[g_rand_int_range (rand, 0, input->len)] ^= 1 << g_rand_int_range (rand, 0, 8);
      break;
    }
}

static void
run_round (int round, GPtrArray *corpus)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed_array ((guint32[]){ seed, round }, 2);
  GBytes *start = g_ptr_array_index (corpus, round % corpus->len);
  gsize length;
  const char *bytes = g_bytes_get_data (start, &length);
  g_autoptr (GString) input = g_string_new_len (bytes, MIN (length, INPUT_MAX));
  g_autofree guint8 *exact = NULL;

  /* The first round of each file leaves it as it is. */
  for (int n = round < (int)corpus->len ? 0 : g_rand_int_range (rand, 1, 8); n > 0; n--)
    spoil (rand, input, corpus);
  g_string_truncate (input, MIN (input->len, INPUT_MAX));
  if (only >= 0)
    fwrite (input->str, 1, input->len, stdout);

  g_snprintf (where, sizeof where, "\nfailed with --seed=%d --only=%d\n", seed, round);
  alarm (SECONDS_MAX);
  exact = g_memdup2 (input->str, input->len); /* without a NUL behind it, so that a sanitizer sees one byte too far */
  LLVMFuzzerTestOneInput (exact, input->len);
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("FOLDER");
  g_autoptr (GPtrArray) corpus = NULL;
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2)
    {
      fprintf (stderr, "%s\n", error != NULL ? error->message : "One folder of files to begin with is needed.");
      return 2;
    }
  corpus = read_corpus (argv[1]);
  if (corpus->len == 0)
    {
      fprintf (stderr, "There is no file in %s.\n", argv[1]);
      return 2;
    }

  signal (SIGABRT, died_cb);
  signal (SIGSEGV, died_cb);
  signal (SIGTRAP, died_cb); /* g_error() */
  signal (SIGALRM, died_cb);
  fprintf (stderr, "%d rounds over %u files with --seed=%d\n", rounds, corpus->len, seed);
  if (only >= 0)
    run_round (only, corpus);
  for (int round = 0; round < rounds && only < 0; round++)
    run_round (round, corpus);

  return 0;
}
