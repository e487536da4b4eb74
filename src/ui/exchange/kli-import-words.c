/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the import preview says, from tables. */
#include "ui/exchange/kli-import-words.h"

#include "core/kli-format.h"
#include "ui/shared/kli-locale.h"

#include <glib/gi18n.h>

/* Translators: "import result" is about one record of a file, "import results" about several. */
static const struct
{
  const char *name;
  const char *group;
  const char *meaning;
  const char *icon;
  const char *css_class;
} results[] = {
  [KLI_IMPORT_NEW]
  = { NC_ ("import result", "New"), NC_ ("import results", "New"), N_ ("Not here yet"), "list-add-symbolic", "good" },
  [KLI_IMPORT_CHANGED] = { NC_ ("import result", "Changed"), NC_ ("import results", "Changed"),
                           N_ ("Already here, with something new"), "document-edit-symbolic", "client" },
  [KLI_IMPORT_SAME] = { NC_ ("import result", "The same"), NC_ ("import results", "The same"),
                        N_ ("Already here, nothing to do"), "object-select-symbolic", "quiet" },
  [KLI_IMPORT_DOUBTFUL] = { NC_ ("import result", "Doubtful"), NC_ ("import results", "Doubtful"),
                            N_ ("Perhaps already here: left out unless chosen"), "dialog-question-symbolic", "warn" },
  [KLI_IMPORT_REFUSED] = { NC_ ("import result", "Refused"), NC_ ("import results", "Refused"),
                           N_ ("Cannot be read; the reason stands beside each"), "dialog-error-symbolic", "alert" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (results) == KLI_N_IMPORT_RESULTS);

/* The charsets that address books are found in, the usual ones first. */
static const struct
{
  const char *charset;
  const char *name;
} charsets[] = {
  { "UTF-8", NC_ ("text encoding", "UTF-8 (Unicode)") },
  { "WINDOWS-1250", NC_ ("text encoding", "Windows-1250 (Central European)") },
  { "ISO-8859-2", NC_ ("text encoding", "ISO 8859-2 (Central European)") },
  { "CP852", NC_ ("text encoding", "DOS 852 (Central European)") },
  { "WINDOWS-1252", NC_ ("text encoding", "Windows-1252 (Western European)") },
  { "MACINTOSH", NC_ ("text encoding", "Macintosh (Western European)") },
  { "WINDOWS-1251", NC_ ("text encoding", "Windows-1251 (Cyrillic)") },
  { "UTF-16LE", NC_ ("text encoding", "UTF-16 (Unicode)") },
};

static const struct
{
  char separator;
  const char *name;
  const char *in_text;
} separators[] = {
  { ',', NC_ ("column separator", "Comma"), N_ ("CSV with commas") },
  { ';', NC_ ("column separator", "Semicolon"), N_ ("CSV with semicolons") },
  { '\t', NC_ ("column separator", "Tab"), N_ ("CSV with tabs") },
  { '|', NC_ ("column separator", "Vertical bar"), N_ ("CSV with vertical bars") },
};

const char *
kli_import_result_name (KliImportResult result)
{
  g_return_val_if_fail (result < KLI_N_IMPORT_RESULTS, "");

  return g_dpgettext2 (NULL, "import result", results[result].name);
}

const char *
kli_import_result_group (KliImportResult result)
{
  g_return_val_if_fail (result < KLI_N_IMPORT_RESULTS, "");

  return g_dpgettext2 (NULL, "import results", results[result].group);
}

const char *
kli_import_result_meaning (KliImportResult result)
{
  g_return_val_if_fail (result < KLI_N_IMPORT_RESULTS, "");

  return _ (results[result].meaning);
}

const char *
kli_import_result_icon (KliImportResult result)
{
  g_return_val_if_fail (result < KLI_N_IMPORT_RESULTS, "");

  return results[result].icon;
}

const char *
kli_import_result_class (KliImportResult result)
{
  g_return_val_if_fail (result < KLI_N_IMPORT_RESULTS, "");

  return results[result].css_class;
}

static char *
count_people (guint n)
{
  g_autofree char *number = kli_format_number (n, kli_locale_get_language ());

  return g_strdup_printf (g_dngettext (NULL, "%s person", "%s people", n), number);
}

static char *
count_organisations (guint n)
{
  g_autofree char *number = kli_format_number (n, kli_locale_get_language ());

  return g_strdup_printf (g_dngettext (NULL, "%s organization", "%s organizations", n), number);
}

char *
kli_import_people_text (guint people, guint organisations)
{
  g_autofree char *first = count_people (people);
  g_autofree char *second = count_organisations (organisations);

  if (organisations == 0)
    return g_steal_pointer (&first);
  if (people == 0)
    return g_steal_pointer (&second);

  /* Translators: "6 people and 3 organizations" */
  return g_strdup_printf (C_ ("counts", "%1$s and %2$s"), first, second);
}

const char *
kli_import_charset_nth (guint n)
{
  return n < G_N_ELEMENTS (charsets) ? charsets[n].charset : NULL;
}

static int
find_charset (const char *charset)
{
  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    if (g_str_equal (charsets[i].charset, charset))
      return (int)i;

  return -1;
}

gboolean
kli_import_charset_is_known (const char *charset)
{
  g_return_val_if_fail (charset != NULL, FALSE);

  return find_charset (charset) >= 0;
}

const char *
kli_import_charset_name (const char *charset)
{
  int found;

  g_return_val_if_fail (charset != NULL, "");

  found = find_charset (charset);

  return found >= 0 ? g_dpgettext2 (NULL, "text encoding", charsets[found].name) : charset;
}

char
kli_import_separator_nth (guint n)
{
  return n < G_N_ELEMENTS (separators) ? separators[n].separator : '\0';
}

const char *
kli_import_separator_name (char separator)
{
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (separators[i].separator == separator)
      return g_dpgettext2 (NULL, "column separator", separators[i].name);

  return "";
}

char *
kli_import_file_text (const KliExchangeInfo *info)
{
  const char *format = "vCard";

  g_return_val_if_fail (info != NULL, NULL);

  if (info->format == KLI_EXCHANGE_CSV)
    {
      format = "CSV";
      for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
        if (separators[i].separator == info->separator)
          format = _ (separators[i].in_text);
    }

  /* Translators: how a file is written: %1$s is "vCard" or "CSV with semicolons", %2$s its encoding. */
  return g_strdup_printf (C_ ("file", "%1$s, %2$s"), format, kli_import_charset_name (info->charset));
}
