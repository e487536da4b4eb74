/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards as text, to be compared with what a test expects. */
#include "card-text.h"

#include <string.h>

#include "core/kli-kinds.h"

static void
append_line (GString *out, const char *name, const char *text)
{
  g_autoptr (GString) escaped = NULL;

  if (text == NULL || *text == '\0')
    return;

  escaped = g_string_new (text);
  g_string_replace (escaped, "\n", "⏎", 0);
  if (escaped->len > 300)
    {
      gsize length = escaped->len;

      g_string_truncate (escaped, g_utf8_offset_to_pointer (escaped->str, 60) - escaped->str);
      g_string_append_printf (escaped, "… %" G_GSIZE_FORMAT " bytes", length);
    }
  g_string_append_printf (out, "  %s: %s\n", name, escaped->str);
}

static void
append_row_columns (GString *out, const KliRow *row, const guint *columns, gsize n)
{
  for (gsize i = 0; i < n; i++)
    append_line (out, row->kind->columns[columns[i]].name, kli_row_get_text (row, columns[i]));
}

static void
append_point (GString *out, const KliRow *point)
{
  g_autofree char *name = g_strdup_printf ("%s[%s%s]", kli_row_get_text (point, KLI_CONTACT_POINT_KIND),
                                           kli_row_get_text (point, KLI_CONTACT_POINT_LABEL),
                                           kli_row_get_integer (point, KLI_CONTACT_POINT_PREFERRED) ? "*" : "");

  append_line (out, name, kli_row_get_text (point, KLI_CONTACT_POINT_VALUE));
}

static void
append_address (GString *out, const KliRow *address)
{
  g_autofree char *name = g_strdup_printf ("address[%s%s]", kli_row_get_text (address, KLI_ADDRESS_LABEL),
                                           kli_row_get_integer (address, KLI_ADDRESS_PREFERRED) ? "*" : "");
  g_autofree char *text
      = g_strjoin (" | ", kli_row_get_text (address, KLI_ADDRESS_STREET), kli_row_get_text (address, KLI_ADDRESS_CITY),
                   kli_row_get_text (address, KLI_ADDRESS_POSTCODE), kli_row_get_text (address, KLI_ADDRESS_REGION),
                   kli_row_get_text (address, KLI_ADDRESS_COUNTRY), NULL);
  g_autofree char *own
      = g_strjoin (" | ", kli_row_get_text (address, KLI_ADDRESS_HOUSE), kli_row_get_text (address, KLI_ADDRESS_RT),
                   kli_row_get_text (address, KLI_ADDRESS_RW), kli_row_get_text (address, KLI_ADDRESS_VILLAGE),
                   kli_row_get_text (address, KLI_ADDRESS_DISTRICT), NULL);

  append_line (out, name, text);
  if (strspn (own, " |") < strlen (own))
    append_line (out, "address parts", own);
}

static void
append_identifier (GString *out, const KliRow *identifier)
{
  g_autofree char *name = g_strdup_printf ("%s[%s]", kli_row_get_text (identifier, KLI_IDENTIFIER_KIND),
                                           kli_row_get_text (identifier, KLI_IDENTIFIER_LABEL));

  append_line (out, name, kli_row_get_text (identifier, KLI_IDENTIFIER_VALUE));
}

static void
append_extra (GString *out, const KliRow *extra)
{
  const char *grouping = kli_row_get_text (extra, KLI_CONTACT_EXTRA_GROUPING);
  const char *params = kli_row_get_text (extra, KLI_CONTACT_EXTRA_PARAMS);
  g_autofree char *text
      = g_strconcat (grouping, *grouping != '\0' ? "." : "", kli_row_get_text (extra, KLI_CONTACT_EXTRA_NAME),
                     *params != '\0' ? ";" : "", params, ":", kli_row_get_text (extra, KLI_CONTACT_EXTRA_VALUE), NULL);

  append_line (out, "extra", text);
}

void
card_append_text (GString *out, const KliCard *card)
{
  static const guint columns[] = {
    KLI_CONTACT_PREFIX,   KLI_CONTACT_GIVEN,     KLI_CONTACT_ADDITIONAL,   KLI_CONTACT_FAMILY,   KLI_CONTACT_SUFFIX,
    KLI_CONTACT_NICKNAME, KLI_CONTACT_BIRTHDAY,  KLI_CONTACT_ANNIVERSARY,  KLI_CONTACT_COMPANY,  KLI_CONTACT_JOB,
    KLI_CONTACT_NOTE,     KLI_CONTACT_CALL_NAME, KLI_CONTACT_ADDRESS_FORM, KLI_CONTACT_VOCATIVE, KLI_CONTACT_LEGAL_FORM,
  };

  g_string_append_printf (out, "%u %s %s\n", card->line, kli_row_get_text (card->contact, KLI_CONTACT_KIND),
                          kli_row_get_text (card->contact, KLI_CONTACT_NAME));
  append_line (out, "refused", card->refusal);
  for (guint i = 0; i < card->warnings->len; i++)
    append_line (out, "warning", g_ptr_array_index (card->warnings, i));
  append_line (out, "key", g_str_has_prefix (card->key, "digest:") ? "" : card->key);
  append_row_columns (out, card->contact, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < card->points->len; i++)
    append_point (out, g_ptr_array_index (card->points, i));
  for (guint i = 0; i < card->addresses->len; i++)
    append_address (out, g_ptr_array_index (card->addresses, i));
  for (guint i = 0; i < card->identifiers->len; i++)
    append_identifier (out, g_ptr_array_index (card->identifiers, i));
  for (guint i = 0; i < card->affiliations->len; i++)
    {
      const KliCardAffiliation *at = g_ptr_array_index (card->affiliations, i);
      g_autofree char *text = g_strjoin (" | ", at->organisation, at->department, at->role, NULL);

      append_line (out, "at", text);
    }
  for (guint i = 0; i < card->tags->len; i++)
    append_line (out, "tag", g_ptr_array_index (card->tags, i));
  if (card->photo != NULL)
    g_string_append_printf (out, "  photo: %s, %" G_GSIZE_FORMAT " bytes\n", card->photo_type,
                            g_bytes_get_size (card->photo));
  for (guint i = 0; i < card->extras->len; i++)
    append_extra (out, g_ptr_array_index (card->extras, i));
}

char *
file_to_text (const Book *file, const GError *error)
{
  static const char *const formats[] = { "vCard", "CSV", "LDIF" };
  GString *out = g_string_new (NULL);

  if (file == NULL)
    {
      g_string_append_printf (out, "error: %s\n", error->message);
      return g_string_free (out, FALSE);
    }

  g_string_append_printf (out, "%s, %s%s", formats[file->info.format], file->info.charset,
                          file->info.charset_guessed ? " (guessed)" : "");
  if (file->info.format == KLI_EXCHANGE_CSV)
    g_string_append_printf (out, ", separator %s, header in line %u%s",
                            file->info.separator == '\t' ? "tab" : (char[]){ file->info.separator, '\0' },
                            file->info.header_line, file->info.dates_ambiguous ? ", ambiguous days" : "");
  g_string_append_c (out, '\n');
  for (guint i = 0; i < file->cards->len; i++)
    card_append_text (out, g_ptr_array_index (file->cards, i));
  for (guint i = 0; i < file->problems->len; i++)
    g_string_append_printf (out, "problem: %s\n", (const char *)g_ptr_array_index (file->problems, i));

  return g_string_free (out, FALSE);
}

static void
check_row (const KliRow *row)
{
  for (guint i = 0; i < row->kind->n_columns; i++)
    {
      const char *text = kli_row_is_text (row, i) ? kli_row_get_text (row, i) : "";

      if (!g_utf8_validate (text, -1, NULL))
        g_error ("%s.%s should be UTF-8", row->kind->name, row->kind->columns[i].name);
      if (row->kind->columns[i].type != KLI_COLUMN_LONG && strpbrk (text, "\r\n") != NULL)
        g_error ("%s.%s should be one line, is “%s”", row->kind->name, row->kind->columns[i].name, text);
    }
}

static void
check_text (const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    g_error ("every text of a card should be UTF-8");
}

void
card_check_texts (const KliCard *card)
{
  check_row (card->contact);
  for (guint i = 0; i < card->points->len; i++)
    check_row (g_ptr_array_index (card->points, i));
  for (guint i = 0; i < card->addresses->len; i++)
    check_row (g_ptr_array_index (card->addresses, i));
  for (guint i = 0; i < card->identifiers->len; i++)
    check_row (g_ptr_array_index (card->identifiers, i));
  for (guint i = 0; i < card->extras->len; i++)
    check_row (g_ptr_array_index (card->extras, i));
  for (guint i = 0; i < card->tags->len; i++)
    check_text (g_ptr_array_index (card->tags, i));
  for (guint i = 0; i < card->affiliations->len; i++)
    {
      const KliCardAffiliation *at = g_ptr_array_index (card->affiliations, i);

      check_text (at->organisation);
      check_text (at->department);
      check_text (at->role);
    }
  check_text (card->key);
  check_text (card->source);
  if (card->refusal != NULL)
    check_text (card->refusal);
}
