/* SPDX-License-Identifier: GPL-3.0-or-later */
/* klientela-cli: the same library without a window, for scripts and tests. */
#include "cli/kli-cli.h"
#include "operations/kli-paths.h"
#include "store/kli-process.h"

int
main (int argc, char **argv)
{
  kli_process_prepare ();
  /* No setlocale: it reads and writes in the locale C, wherever it runs. */
  kli_paths_setup ();

  return kli_cli_main (argv);
}
