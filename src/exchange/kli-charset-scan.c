/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The charset of a whole file, by all of its lines. */
#include "exchange/kli-charset-scan.h"

#include <string.h>

#include "exchange/kli-charset.h"
#include "exchange/kli-line-reader.h"
#include "exchange/kli-vcard-line.h"

enum
{
  SAMPLE_MAX = 32 * 1024, /* of lines that are not UTF-8 */
  LINE_MAX_LENGTH = 64 * 1024,
};

typedef struct
{
  guint64 n_good; /* lines beyond ASCII that are UTF-8 */
  guint64 n_bad;  /* those that are not */
  GString *sample;
  GString *unwrapped; /* to work in */
} Scan;

static gboolean
is_ascii (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar)text[i] >= 0x80)
      return FALSE;

  return TRUE;
}

/* @cut: a soft line break follows, which may have cut a character: that is no fault. */
static gboolean
is_utf8 (const char *text, gsize length, gboolean cut)
{
  const char *end;

  if (g_utf8_validate_len (text, length, &end))
    return TRUE;

  return cut && text + length - end < 4 && (guchar)*end >= 0xC2;
}

static void
count (Scan *scan, const char *text, gsize length, gboolean cut)
{
  if (is_ascii (text, length))
    return;
  if (is_utf8 (text, length, cut))
    {
      scan->n_good++;
      return;
    }
  scan->n_bad++;
  if (scan->sample->len + length < SAMPLE_MAX)
    g_string_append_len (g_string_append_c (scan->sample, '\n'), text, length);
}

/* In quoted-printable everything is ASCII; what it stands for may not be. */
static void
count_wrapped (Scan *scan, const char *text, gsize length)
{
  gboolean cut = length > 0 && text[length - 1] == '=';

  g_string_truncate (scan->unwrapped, 0);
  kli_vcard_append_quoted_printable (scan->unwrapped, text, length - cut);
  count (scan, scan->unwrapped->str, scan->unwrapped->len, cut);
}

static void
count_vcard_line (Scan *scan, const KliLine *line)
{
  const char *colon = memchr (line->text, ':', MIN (line->length, 200));
  gsize header = colon != NULL ? (gsize)(colon - line->text) : 0;

  if (header > 0 && kli_vcard_line_get_charset (line->text, header) != NULL)
    return;
  if (header > 0 && kli_vcard_line_get_wrapping (line->text, header) == KLI_VCARD_QUOTED_PRINTABLE)
    count_wrapped (scan, colon + 1, line->length - header - 1);
  else
    count (scan, line->text, line->length, FALSE);
}

static void
conclude (const Scan *scan, const char *language, KliCharsetScan *result)
{
  const GString *sample = scan->sample;

  result->fallback = scan->n_bad > 0 ? kli_charset_guess ((const guint8 *)sample->str, sample->len, language) : NULL;
  /* A few bad lines among many good ones are damage and not another charset. */
  result->guessed = scan->n_bad * 4 > scan->n_good;
  result->charset = result->guessed ? result->fallback : "UTF-8";
}

gboolean
kli_charset_scan (GInputStream *stream,
                  gboolean is_vcard,
                  const char *language,
                  KliCharsetScan *result,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (KliLineReader) lines = NULL;
  g_autoptr (GString) sample = g_string_new (NULL);
  g_autoptr (GString) unwrapped = g_string_new (NULL);
  g_autoptr (GError) local_error = NULL;
  Scan scan = { .sample = sample, .unwrapped = unwrapped };
  KliLine line;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream) && result != NULL, FALSE);

  lines = kli_line_reader_new (stream, NULL, 0, LINE_MAX_LENGTH);
  while (kli_line_reader_next (lines, &line, cancellable, &local_error))
    if (is_vcard && !line.cut)
      count_vcard_line (&scan, &line);
    else if (!line.cut)
      count (&scan, line.text, line.length, FALSE);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  conclude (&scan, language, result);

  return TRUE;
}
