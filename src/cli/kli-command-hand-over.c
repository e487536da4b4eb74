/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hand-over: contacts that somebody else looks after from now on. */
#include "cli/kli-cli-long.h"
#include "cli/kli-commands.h"
#include "core/kli-kinds.h"
#include "operations/kli-bulk.h"
#include "operations/kli-catalogue.h"
#include "operations/kli-staff.h"

/* What is asked of a connection, and by which words. */
typedef struct
{
  const KliArguments *arguments;
  gint64 to;
  gint64 from; /* of --of; 0 without */
} Asked;

gboolean
kli_command_hand_over_check (const KliArguments *arguments, GError **error)
{
  guint n = kli_arguments_has (arguments, "of") ? 1 : 0;

  n += kli_arguments_has (arguments, "search") || kli_arguments_has (arguments, "segment");
  n += kli_arguments_get_words (arguments)[2] != NULL;

  if (kli_arguments_has (arguments, "deputy") && kli_arguments_has (arguments, "of"))
    return kli_cli_misuse (error, "--of hands over whatever somebody looks after; it goes without --deputy.");

  return n == 1 || kli_cli_misuse (error, "Say which contacts: by their ids, by --search and --segment, or by --of.");
}

/* KliReadFunc: the id of whoever gets them, "-" for nobody. Returns: @asked; NULL with @error set. */
static gpointer
find_receiver (KliConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Asked *asked = data;
  const char *name = kli_arguments_get_words (asked->arguments)[1];

  asked->to = g_str_equal (name, "-") ? 0 : kli_catalogue_look_up (connection, &kli_staff_member_kind, name, error);

  return asked->to >= 0 && kli_staff_check_receiver (connection, asked->to, error) ? asked : NULL;
}

/* KliReadFunc: the contacts of --of. */
static gpointer
list_theirs (KliConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Asked *asked = data;

  asked->from
      = kli_catalogue_look_up (connection, &kli_staff_member_kind, kli_arguments_get (asked->arguments, "of"), error);

  return asked->from > 0 ? kli_staff_list_contacts (connection, asked->from, error) : NULL;
}

/* Returns: (transfer full) (nullable): NULL with @error set. */
static KliAnswer *
list_found (KliCli *cli, const KliArguments *arguments, GError **error)
{
  g_autoptr (KliQuery) query = kli_command_make_query (cli, arguments, KLI_QUERY_CONTACTS, NULL, error);

  return query != NULL ? kli_store_answer (cli->store, query, error) : NULL;
}

/* Returns: (transfer full) (nullable): NULL with @error set. */
static KliAnswer *
list_named (const char *const *words, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 id = kli_cli_parse_id (words[i], error);

      if (id == 0)
        return NULL;
      g_array_append_val (ids, id);
    }

  return kli_answer_new ((const gint64 *)(gpointer)ids->data, ids->len);
}

static KliAnswer *
list_contacts (KliCli *cli, Asked *asked, GError **error)
{
  const char *const *words = kli_arguments_get_words (asked->arguments);

  if (words[2] != NULL)
    return list_named (words + 2, error);
  if (kli_arguments_has (asked->arguments, "of"))
    return kli_store_read (cli->store, list_theirs, asked, error);

  return list_found (cli, asked->arguments, error);
}

/* KliReadFunc */
static gpointer
plan_func (KliConnection *connection, gpointer bulk, GCancellable *cancellable, GError **error)
{
  return kli_bulk_plan (bulk, connection, cancellable, error);
}

/* What it would mean, and why some would stay. */
static gboolean
print_plan (KliCli *cli, KliBulk *bulk, gboolean to_output, GError **error)
{
  g_autoptr (KliBulkPlan) plan = kli_store_read (cli->store, plan_func, bulk, error);

  if (plan == NULL)
    return FALSE;
  if (to_output)
    kli_cli_print ("change\t%u\nsame\t%u\nrefused\t%u\n", plan->n_changes, plan->n_same, plan->n_refused);
  if (plan->n_refused > 0)
    kli_cli_warn ("%u stay as they are: %s", plan->n_refused, plan->reason);

  return TRUE;
}

/* Returns: (transfer full) */
static KliBulk *
make_bulk (KliCli *cli, const Asked *asked, KliAnswer *contacts)
{
  const char *note = kli_arguments_get (asked->arguments, "note");
  gboolean is_deputy = kli_arguments_has (asked->arguments, "deputy");

  if (asked->from != 0)
    return kli_bulk_hand_over_from (contacts, asked->from, asked->to, cli->today, note);

  return kli_bulk_hand_over (contacts, is_deputy ? KLI_CONTACT_DEPUTY : KLI_CONTACT_MANAGER, asked->to, cli->today,
                             note);
}

gboolean
kli_command_hand_over (KliCli *cli, const KliArguments *arguments, GError **error)
{
  Asked asked = { .arguments = arguments };
  gboolean dry = kli_arguments_has (arguments, "dry-run");
  g_autoptr (KliAnswer) contacts = NULL;
  g_autoptr (KliBulk) bulk = NULL;
  g_autoptr (KliLongEdit) edit = NULL;
  gint64 id;

  if (kli_store_read (cli->store, find_receiver, &asked, error) == NULL)
    return FALSE;
  contacts = list_contacts (cli, &asked, error);
  if (contacts == NULL)
    return FALSE;
  bulk = make_bulk (cli, &asked, contacts);
  if (!print_plan (cli, bulk, dry, error))
    return FALSE;
  if (dry)
    return TRUE;

  edit = kli_bulk_begin (bulk, cli->store);
  id = kli_cli_run_long (edit, error);
  if (id > 0)
    kli_cli_print ("%" G_GINT64_FORMAT "\n", id);

  return id >= 0;
}
