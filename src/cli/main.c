/* SPDX-License-Identifier: GPL-3.0-or-later */
/* klientela-cli: the same library without a window, for scripts and tests. */
#include "cli/kli-cli.h"
#include "operations/kli-paths.h"

#include <signal.h>
#include <sys/stat.h>

int
main (int argc, char **argv)
{
  /* Before anything else: what we write is nobody else's to read, and a full disk or a closed pipe is an
   * error to be told, not the end (RELIABILITY A6, 7). */
  umask (077);
  signal (SIGPIPE, SIG_IGN);
#ifdef SIGXFSZ
  signal (SIGXFSZ, SIG_IGN);
#endif
  /* No setlocale: it reads and writes in the locale C, wherever it runs. */
  kli_paths_setup ();

  return kli_cli_main (argv);
}
