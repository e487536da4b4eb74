/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import and export. */
#include "cli/kli-cli-long.h"
#include "cli/kli-commands.h"
#include "cli/kli-json.h"
#include "exchange/kli-activities-export.h"
#include "exchange/kli-exchange-export.h"
#include "exchange/kli-exchange-origin.h"
#include "operations/kli-import.h"
#include "store/kli-answer.h"

/* --- import: reading ---------------------------------------------------------------------------------- */

/* What was read: the cards of all files, and beside each the name of its file. */
typedef struct
{
  KliCardPile *cards;
  GPtrArray *names; /* char*, borrowed */
  GPtrArray *files; /* GFile */
} Books;

static void
books_clear (Books *books)
{
  g_clear_pointer (&books->cards, kli_card_pile_unref);
  g_clear_pointer (&books->names, g_ptr_array_unref);
  g_clear_pointer (&books->files, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Books, books_clear)

/* Adds the cards of one file. Returns: FALSE with @error set. */
static gboolean
read_file (const char *name, Books *books, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (name);
  g_autoptr (KliExchangeFile) read = NULL;

  if (*name == '\0')
    return kli_cli_misuse (error, "A file to import has no name.");
  read = kli_exchange_read (file, NULL, books->cards, NULL, NULL, NULL, error);
  if (read == NULL)
    {
      g_prefix_error (error, "%s: ", name);
      return FALSE;
    }
  for (guint i = 0; i < read->problems->len; i++)
    kli_cli_warn ("%s: %s", name, (const char *)g_ptr_array_index (read->problems, i));
  for (guint i = 0; i < read->n_cards; i++)
    g_ptr_array_add (books->names, (gpointer)name);
  g_ptr_array_add (books->files, g_steal_pointer (&file));

  return TRUE;
}

/* Returns: (transfer floating) */
static GVariant *
make_origin (const Books *books)
{
  g_autofree KliExchangeBook *read = g_new0 (KliExchangeBook, books->files->len);

  for (guint i = 0; i < books->files->len; i++)
    read[i].file = g_ptr_array_index (books->files, i);

  return kli_exchange_origin_new (read, books->files->len);
}

/* Returns: FALSE with @error set. */
static gboolean
read_files (const char *const *names, Books *books, GError **error)
{
  books->names = g_ptr_array_new ();
  books->files = g_ptr_array_new_with_free_func (g_object_unref);
  books->cards = kli_card_pile_new (error);
  if (books->cards == NULL)
    return FALSE;
  for (guint i = 0; names[i] != NULL; i++)
    if (!read_file (names[i], books, error))
      return FALSE;

  return kli_card_pile_close (books->cards, error);
}

static const struct
{
  const char *word;
  KliImportDecision decision;
} decisions[]
    = { { "skip", KLI_IMPORT_LEAVE }, { "new", KLI_IMPORT_TAKE_AS_NEW }, { "same", KLI_IMPORT_TAKE_AS_SAME } };

static gboolean
read_options (const KliArguments *arguments, KliImportOptions *options, GError **error)
{
  const char *doubtful = kli_arguments_get (arguments, "doubtful");

  *options = (KliImportOptions){ .company_as_text = kli_arguments_has (arguments, "company-as-text"),
                                 .restore = kli_arguments_has (arguments, "restore") };
  if (doubtful == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    if (g_str_equal (decisions[i].word, doubtful))
      {
        options->doubtful = decisions[i].decision;
        return TRUE;
      }

  return kli_cli_misuse (error, "“%s” is none of skip, new, same.", doubtful);
}

/* --- import: telling ---------------------------------------------------------------------------------- */

static JsonArray *
make_records (const KliImport *import, const Books *books)
{
  JsonArray *records = json_array_new ();

  for (guint n = 0; n < kli_import_get_n_cards (import); n++)
    {
      JsonObject *record = json_object_new ();
      g_autoptr (KliCard) card = kli_import_read_card (import, n);

      json_object_set_int_member (record, "line", card->line);
      json_object_set_string_member (record, "result", kli_import_result_id (kli_import_get_result (import, n)));
      json_object_set_string_member (record, "reason", kli_import_get_reason (import, n));
      kli_json_set_id (record, "id", kli_import_get_id (import, n));
      json_object_set_string_member (record, "file", g_ptr_array_index (books->names, n));
      json_array_add_object_element (records, record);
    }

  return records;
}

static void
print_as_json (const KliImport *import, const Books *books, gint64 edit)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_init_object (json_node_alloc (), object);

  kli_json_set_id (object, "edit", edit);
  json_object_set_int_member (object, "read", kli_import_get_n_cards (import));
  for (guint result = 0; result < KLI_N_IMPORT_RESULTS; result++)
    json_object_set_int_member (object, kli_import_result_id (result), kli_import_count (import, result));
  json_object_set_int_member (object, "organisations", kli_import_count_organisations (import));
  json_object_set_array_member (object, "records", make_records (import, books));
  json_object_unref (object);
  kli_cli_print_json (node);
}

/* How many values are different is no news in a file of changes; whatever is not as it should be is. */
static gboolean
is_worth_telling (const KliImport *import, guint n)
{
  return *kli_import_get_reason (import, n) != '\0'
         && (kli_import_get_result (import, n) != KLI_IMPORT_CHANGED || kli_import_is_warned (import, n));
}

static void
print_as_lines (const KliImport *import, const Books *books)
{
  for (guint n = 0; n < kli_import_get_n_cards (import); n++)
    {
      g_autoptr (KliCard) card = kli_import_read_card (import, n);

      if (is_worth_telling (import, n))
        kli_cli_warn ("%s: line %u: %s: %s", (const char *)g_ptr_array_index (books->names, n), card->line,
                      kli_import_result_id (kli_import_get_result (import, n)), kli_import_get_reason (import, n));
    }
  kli_cli_print ("%u read", kli_import_get_n_cards (import));
  for (guint result = 0; result < KLI_N_IMPORT_RESULTS; result++)
    kli_cli_print (", %u %s", kli_import_count (import, result), kli_import_result_id (result));
  kli_cli_print ("; %u organisations made\n", kli_import_count_organisations (import));
}

/* --- import: doing ------------------------------------------------------------------------------------ */

static gpointer
plan_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_import_plan (user_data, connection, cancellable, error) ? user_data : NULL;
}

/* A look at what would happen: also when there is no store yet, which is then not made. */
static gboolean
plan_only (KliCli *cli, KliImport *import, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (kli_cli_open (cli, KLI_CLI_OPEN, &failure))
    return kli_store_read (cli->store, plan_func, import, error) != NULL;
  if (g_error_matches (failure, KLI_STORE_ERROR, KLI_STORE_ERROR_MISSING))
    return kli_import_plan (import, NULL, NULL, error);
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* Returns: the edit, 0 when nothing was different, -1 with @error set. */
static gint64
plan_and_apply (KliCli *cli, KliImport *import, const Books *books, GError **error)
{
  g_autoptr (KliLongEdit) edit = NULL;

  if (!kli_cli_open (cli, KLI_CLI_OPEN_OR_CREATE, error))
    return -1;
  kli_cli_warn_of_unfinished (cli->store);
  kli_import_set_origin (import, make_origin (books));
  edit = kli_import_begin (import, cli->store);

  return kli_cli_run_long (edit, error);
}

gboolean
kli_command_import (KliCli *cli, const KliArguments *arguments, GError **error)
{
  g_auto (Books) books = { NULL };
  g_autoptr (KliImport) import = NULL;
  KliImportOptions options;
  gint64 edit = 0;

  if (!read_options (arguments, &options, error)
      || !read_files (kli_arguments_get_words (arguments) + 1, &books, error))
    return FALSE;
  import = kli_import_new (books.cards, &options);
  if (!kli_arguments_has (arguments, "dry-run"))
    edit = plan_and_apply (cli, import, &books, error);
  else if (!plan_only (cli, import, error))
    edit = -1;
  if (edit < 0)
    return FALSE;

  if (kli_arguments_has (arguments, "json"))
    print_as_json (import, &books, edit);
  else
    print_as_lines (import, &books);

  return TRUE;
}

/* --- export ------------------------------------------------------------------------------------------- */

static gboolean
choose_target (const char *name, const char *version, KliExchangeTarget *target, GError **error)
{
  g_autofree char *folded = g_ascii_strdown (name, -1);

  if (version != NULL && !g_str_equal (version, "3.0") && !g_str_equal (version, "4.0"))
    return kli_cli_misuse (error, "The version of a vCard is 3.0 or 4.0.");
  if (g_str_has_suffix (folded, ".csv"))
    *target = KLI_EXCHANGE_WRITE_CSV;
  else if (g_str_has_suffix (folded, ".vcf"))
    *target = g_strcmp0 (version, "3.0") == 0 ? KLI_EXCHANGE_WRITE_VCARD_3 : KLI_EXCHANGE_WRITE_VCARD_4;
  else
    return kli_cli_misuse (error, "“%s” ends neither in .vcf nor in .csv.", name);

  return TRUE;
}

static KliExportFlags
export_flags (const KliArguments *arguments)
{
  KliExportFlags flags = KLI_EXPORT_PLAIN;

  if (kli_arguments_has (arguments, "personal-numbers"))
    flags |= KLI_EXPORT_PERSONAL_NUMBERS;
  if (kli_arguments_has (arguments, "by-household"))
    flags |= KLI_EXPORT_BY_HOUSEHOLD;

  return flags;
}

/* What an export of contacts can have says nothing to one of activities. */
static gboolean
check_activities (const KliArguments *arguments, KliExchangeTarget target, GError **error)
{
  static const char *const others[] = { "by-household", "personal-numbers", "vcard" };

  if (!kli_arguments_has (arguments, "activities"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (kli_arguments_has (arguments, others[i]))
      return kli_cli_misuse (error, "--activities writes what happened with contacts; it goes without --%s.",
                             others[i]);

  return target == KLI_EXCHANGE_WRITE_CSV
         || kli_cli_misuse (error, "Activities are written into a file that ends in .csv.");
}

gboolean
kli_command_export (KliCli *cli, const KliArguments *arguments, GError **error)
{
  const char *name = kli_arguments_get_words (arguments)[1];
  g_autoptr (KliQuery) query = NULL;
  g_autoptr (KliAnswer) answer = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GFile) file = g_file_new_for_path (name);
  KliExchangeTarget target = KLI_EXCHANGE_WRITE_VCARD_4;

  if (!choose_target (name, kli_arguments_get (arguments, "vcard"), &target, error)
      || !check_activities (arguments, target, error))
    return FALSE;
  query = kli_command_make_query (cli, arguments, KLI_QUERY_CONTACTS, NULL, error);
  answer = query != NULL ? kli_store_answer (cli->store, query, error) : NULL;
  if (answer == NULL)
    return FALSE;
  for (guint i = 0; i < kli_answer_get_n_items (answer); i++)
    {
      gint64 id = kli_answer_get_id (answer, i);

      g_array_append_val (ids, id);
    }

  if (kli_arguments_has (arguments, "activities"))
    return kli_activities_export_now (cli->store, ids, file, error);

  return kli_exchange_export_now (cli->store, ids, file, target, 0, export_flags (arguments), error);
}
