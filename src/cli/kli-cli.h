/* SPDX-License-Identifier: GPL-3.0-or-later */
/* klientela-cli: what its commands share. Everything it writes is UTF-8 in the locale C; results go to
 * standard output, messages to standard error. */
#pragma once

#include "cli/kli-arguments.h"
#include "store/kli-store.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The exit statuses. */
typedef enum
{
  KLI_CLI_DONE = 0,
  KLI_CLI_FAILED = 1, /* refused or failed, with one clear line */
  KLI_CLI_USAGE = 2,  /* wrong usage */
} KliCliStatus;

/* One run of the program. */
typedef struct
{
  char *path;          /* of the store */
  KliDay today;        /* --day, else the day of the clock */
  gboolean begin_anew; /* a new store where one was lost */
  KliStore *store;     /* (nullable): open while a command runs that needs it */
} KliCli;

/* What a command does with the store before it runs. */
typedef enum
{
  KLI_CLI_WITHOUT_STORE,
  KLI_CLI_OPEN,           /* must be there */
  KLI_CLI_OPEN_OR_CREATE, /* a missing one is made */
} KliCliOpening;

typedef struct
{
  const char *name;
  const char *form;         /* what may stand behind it: "ID FIELD=VALUE…" */
  const char *summary;      /* one line of the help */
  const KliOption *options; /* (nullable): besides --store, --day and --help */
  guint min_words;          /* without the command itself */
  guint max_words;
  KliCliOpening opening;
  /* (nullable): sees wrong usage before a store is opened, or made. Returns: FALSE with G_OPTION_ERROR. */
  gboolean (*check) (const KliArguments *arguments, GError **error);
  /* Returns: FALSE with @error set; FALSE without it when everything was said already. G_OPTION_ERROR is
   * wrong usage. */
  gboolean (*run) (KliCli *cli, const KliArguments *arguments, GError **error);
} KliCommand;

/* All commands; the end has no name. */
extern const KliCommand kli_commands[];

/* Runs the program. @arguments: as main got them. Returns: a KliCliStatus. */
int kli_cli_main (char **arguments);

/* Opens the store for a command that chose to be without one at first. Returns: FALSE with @error set. */
gboolean kli_cli_open (KliCli *cli, KliCliOpening opening, GError **error);

/* Writes to standard output. */
void kli_cli_print (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* One JSON value, indented, and a line end. Takes @node. */
void kli_cli_print_json (JsonNode *node);
/* Writes "klientela-cli: " and a line to standard error. */
void kli_cli_warn (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* The message of @error as a sentence. Returns: (transfer full) */
char *kli_cli_make_sentence (const GError *error);
/* Hands over what was printed. Returns: FALSE with @error set when nobody takes it. */
gboolean kli_cli_flush (GError **error);

/* Reads the id of a record. Returns: 0 with G_OPTION_ERROR when @text is none. */
gint64 kli_cli_parse_id (const char *text, GError **error);

/* Sets G_OPTION_ERROR: wrong usage. Returns: FALSE */
gboolean kli_cli_misuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
