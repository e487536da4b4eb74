/* SPDX-License-Identifier: GPL-3.0-or-later */
/* print: the card of a contact as a PDF file. */
#include "cli/kli-commands.h"
#include "paper/kli-contact-sheet.h"
#include "paper/kli-sheet-pdf.h"

static const KliPaperSize *
paper_of (const KliArguments *arguments)
{
  const char *name = kli_arguments_get (arguments, "paper");

  return kli_paper_size_find (name != NULL ? name : "a4");
}

gboolean
kli_command_print_check (const KliArguments *arguments, GError **error)
{
  const char *name = kli_arguments_get_words (arguments)[2];
  g_autofree char *folded = g_ascii_strdown (name, -1);

  if (paper_of (arguments) == NULL)
    return kli_cli_misuse (error, "The paper is a4 or letter.");
  if (!g_str_has_suffix (folded, ".pdf"))
    return kli_cli_misuse (error, "“%s” does not end in .pdf.", name);

  return kli_cli_parse_id (kli_arguments_get_words (arguments)[1], error) != 0;
}

gboolean
kli_command_print (KliCli *cli, const KliArguments *arguments, GError **error)
{
  const char *const *words = kli_arguments_get_words (arguments);
  KliContactSheetWish wish = { kli_cli_parse_id (words[1], error), cli->today, KLI_LANGUAGE_EN,
                               kli_arguments_has (arguments, "personal-numbers") };
  g_autoptr (GFile) file = g_file_new_for_path (words[2]);
  g_autoptr (KliSheet) sheet
      = wish.id != 0 ? kli_store_read (cli->store, kli_contact_sheet_read_func, &wish, error) : NULL;

  return sheet != NULL && kli_sheet_save_pdf (sheet, paper_of (arguments), file, NULL, error);
}
