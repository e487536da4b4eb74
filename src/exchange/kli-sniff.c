/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file is, by looking into it. */
#include "exchange/kli-sniff.h"

#include <glib/gi18n.h>
#include <string.h>

#include "exchange/kli-charset-scan.h"
#include "exchange/kli-charset.h"
#include "exchange/kli-csv-table.h"
#include "exchange/kli-decoder.h"
#include "exchange/kli-picture.h"

enum
{
  HEAD = 64 * 1024,
};

G_DEFINE_QUARK (kli - exchange - error - quark, kli_exchange_error)

/* Beginnings of files that people take for address books. Compared byte by byte. */
static const struct
{
  const char *magic;
  gsize length;
  const char *sentence;
} binaries[] = {
  { "%PDF-", 5, N_ ("This file is a PDF document, not an address book.") },
  { "PK\3\4", 4, N_ ("This file is a spreadsheet or an archive. Save the spreadsheet as CSV and import that.") },
  { "\xd0\xcf\x11\xe0", 4, N_ ("This file is an office document. Save it as CSV and import that.") },
  { "\x1f\x8b", 2, N_ ("This file is compressed. Unpack it and import what is in it.") },
  { "BZh", 3, N_ ("This file is compressed. Unpack it and import what is in it.") },
  { "\xfd"
    "7zXZ",
    5, N_ ("This file is compressed. Unpack it and import what is in it.") },
  { "7z\xbc\xaf", 4, N_ ("This file is compressed. Unpack it and import what is in it.") },
  { "{\\rtf", 5, N_ ("This file is an office document. Save it as CSV and import that.") },
  { "SQLite format 3", 16, N_ ("This file is a database, not an address book.") },
  { "\x7f"
    "ELF",
    4, N_ ("This file is a program, not an address book.") },
};

/* Beginnings of the first line of text, in capitals; %u is its number. */
static const struct
{
  const char *start;
  const char *sentence;
} texts[] = {
  { "BEGIN:VCALENDAR", N_ ("Line %u begins a calendar; this file is not an address book.") },
  { "<", N_ ("Line %u begins a web page or another document with tags; this file is not an address book.") },
  { "{", N_ ("Line %u begins a JSON document; this file is not an address book.") },
  { "[{", N_ ("Line %u begins a JSON document; this file is not an address book.") },
  { "FROM ", N_ ("Line %u begins a mailbox; this file is not an address book.") },
  { "RETURN-PATH:", N_ ("Line %u begins an email; this file is not an address book.") },
  { "RECEIVED:", N_ ("Line %u begins an email; this file is not an address book.") },
};

GInputStream *
kli_exchange_source_open (const KliExchangeSource *source, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (source != NULL && (source->file != NULL || source->bytes != NULL), NULL);

  if (source->bytes != NULL)
    return g_memory_input_stream_new_from_bytes (source->bytes);

  return G_INPUT_STREAM (g_file_read (source->file, cancellable, error));
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, KLI_EXCHANGE_ERROR, KLI_EXCHANGE_ERROR_FOREIGN, sentence);

  return FALSE;
}

static gboolean
check_bytes (const guint8 *head, gsize length, GError **error)
{
  if (length == 0)
    {
      g_set_error_literal (error, KLI_EXCHANGE_ERROR, KLI_EXCHANGE_ERROR_EMPTY, _ ("The file is empty."));
      return FALSE;
    }
  if (kli_picture_get_type (head, length) != NULL)
    return refuse (error, _ ("This file is a picture, not an address book."));
  for (gsize i = 0; i < G_N_ELEMENTS (binaries); i++)
    if (length >= binaries[i].length && memcmp (head, binaries[i].magic, binaries[i].length) == 0)
      return refuse (error, _ (binaries[i].sentence));

  return TRUE;
}

/* Text has no control characters beside blanks and line ends, bar a few strays. A NUL has become
 * U+FFFD, which a text may hold as well: NULs are counted before. */
static gboolean
is_text (const char *text, gsize n_nul)
{
  gsize n = 0;
  gsize n_control = n_nul;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), n++)
    n_control += g_ascii_iscntrl (*p) && strchr ("\t\n\v\f\r\x1a\x1b", *p) == NULL;

  return n_control <= n / 20;
}

/* In a charset of one byte a character, or several, but not of two or four each. */
static gsize
count_nul (const guint8 *head, gsize length, const char *charset)
{
  gsize n = 0;

  for (gsize i = 0; i < length && !kli_charset_is_wide (charset); i++)
    n += head[i] == 0;

  return n;
}

static gboolean
line_starts (const char *line, const char *start)
{
  return g_ascii_strncasecmp (line, start, strlen (start)) == 0;
}

/* The first line of @text that begins or ends a vCard, or NULL. */
static const char *
find_card (const char *text)
{
  for (const char *line = text; line != NULL; line = strpbrk (line, "\r\n"))
    {
      line += strspn (line, " \t\r\n");
      if (line_starts (line, "BEGIN:VCARD") || line_starts (line, "END:VCARD"))
        return line;
    }

  return NULL;
}

/* A table may hold such a line in a cell, below its header. */
static gboolean
is_vcard (const char *text)
{
  const char *card = find_card (text);

  return card != NULL && !kli_csv_has_header (text, card - text);
}

static const char *
first_line (const char *text, guint *number)
{
  for (*number = 1; *text != '\0' && g_ascii_isspace (*text); text++)
    *number += *text == '\n';

  return text;
}

/* Comments may stand above the first record. */
static gboolean
is_ldif (const char *text)
{
  guint number;
  const char *line = first_line (text, &number);

  while (*line == '#')
    {
      line += strcspn (line, "\r\n");
      line += strspn (line, "\r\n \t");
    }

  return line_starts (line, "dn:") || line_starts (line, "version: 1\n") || line_starts (line, "version: 1\r");
}

static gboolean
find_format (const char *text, gsize n_nul, KliExchangeFormat *format, GError **error)
{
  guint number;
  const char *line = first_line (text, &number);

  if (is_vcard (text))
    {
      *format = KLI_EXCHANGE_VCARD;
      return TRUE;
    }
  if (*line == '\0')
    {
      g_set_error_literal (error, KLI_EXCHANGE_ERROR, KLI_EXCHANGE_ERROR_EMPTY,
                           _ ("The file holds nothing but blanks."));
      return FALSE;
    }
  if (is_ldif (text))
    {
      *format = KLI_EXCHANGE_LDIF;
      return TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (line_starts (line, texts[i].start))
      {
        g_set_error (error, KLI_EXCHANGE_ERROR, KLI_EXCHANGE_ERROR_FOREIGN, _ (texts[i].sentence), number);
        return FALSE;
      }
  if (!is_text (text, n_nul))
    return refuse (error, _ ("This file is not a text file, so it is not an address book."));

  *format = KLI_EXCHANGE_CSV;

  return TRUE;
}

/* Whether it is a vCard can be seen in any charset that has ASCII in it. */
static gboolean
looks_like_vcard (const guint8 *head, gsize length)
{
  g_autoptr (GString) text = g_string_sized_new (length);

  kli_decode (head, length, "UTF-8", text);

  return is_vcard (text->str);
}

static gboolean
scan_charset (const KliExchangeSource *source,
              gboolean vcard,
              const char *language,
              KliSniff *sniff,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GInputStream) stream = kli_exchange_source_open (source, cancellable, error);
  KliCharsetScan scan;

  if (stream == NULL || !kli_charset_scan (stream, vcard, language, &scan, cancellable, error))
    return FALSE;
  sniff->charset = scan.charset;
  sniff->guessed = scan.guessed;
  sniff->fallback = scan.fallback;

  return TRUE;
}

static gboolean
choose_charset (const KliExchangeSource *source,
                const char *asked,
                const char *language,
                const guint8 *head,
                gsize length,
                KliSniff *sniff,
                GCancellable *cancellable,
                GError **error)
{
  sniff->guessed = FALSE;
  sniff->charset = kli_charset_from_mark (head, length, &sniff->mark_length);
  if (asked != NULL)
    {
      sniff->charset = kli_charset_lookup (asked);
      if (sniff->charset == NULL)
        g_set_error (error, KLI_EXCHANGE_ERROR, KLI_EXCHANGE_ERROR_CHARSET,
                     _ ("The character encoding “%s” is not known."), asked);
    }
  else if (sniff->charset == NULL)
    return scan_charset (source, looks_like_vcard (head, length), language, sniff, cancellable, error);
  sniff->fallback = sniff->charset;

  return sniff->charset != NULL;
}

gboolean
kli_sniff (const KliExchangeSource *source,
           const char *charset,
           const char *language,
           KliSniff *sniff,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autofree guint8 *head = g_malloc (HEAD);
  g_autoptr (GString) text = NULL;
  g_autoptr (KliDecoder) decoder = NULL;
  gsize length;

  g_return_val_if_fail (source != NULL && sniff != NULL, FALSE);

  *sniff = (KliSniff){ 0 };
  stream = kli_exchange_source_open (source, cancellable, error);
  if (stream == NULL || !g_input_stream_read_all (stream, head, HEAD, &length, cancellable, error))
    return FALSE;
  if (!check_bytes (head, length, error)
      || !choose_charset (source, charset, language, head, length, sniff, cancellable, error))
    return FALSE;

  text = g_string_sized_new (length);
  decoder = kli_decoder_new (sniff->charset);
  kli_decoder_feed (decoder, head + sniff->mark_length, length - sniff->mark_length, length < HEAD, text);
  sniff->sample = g_string_free (g_steal_pointer (&text), FALSE);

  return find_format (sniff->sample, count_nul (head, length, sniff->charset), &sniff->format, error);
}

void
kli_sniff_clear (KliSniff *sniff)
{
  g_return_if_fail (sniff != NULL);

  g_clear_pointer (&sniff->sample, g_free);
}
