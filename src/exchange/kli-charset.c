/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of character sets, and byte-order marks. The guess stands in kli-charset-guess.c. */
#include "exchange/kli-charset.h"

#include <string.h>

typedef struct
{
  const char *name; /* as files write it, without "-", "_", ":" and "x-", in lower case */
  const char *charset;
} CharsetName;

/* Sorted by name. The right side may hold more characters than the left one asks for. */
static const CharsetName names[] = {
  { "ansi", "WINDOWS-1252" },
  { "ascii", "WINDOWS-1252" },
  { "big5", "BIG5-HKSCS" },
  { "cp1250", "WINDOWS-1250" },
  { "cp1251", "WINDOWS-1251" },
  { "cp1252", "WINDOWS-1252" },
  { "cp437", "CP437" },
  { "cp850", "CP850" },
  { "cp852", "CP852" },
  { "cp932", "CP932" },
  { "euccn", "GB18030" },
  { "eucjp", "EUC-JP" },
  { "euckr", "CP949" },
  { "gb18030", "GB18030" },
  { "gb2312", "GB18030" },
  { "gbk", "GB18030" },
  { "iso2022jp", "ISO-2022-JP" },
  { "iso88591", "WINDOWS-1252" },
  { "iso885910", "ISO-8859-10" },
  { "iso885911", "CP874" },
  { "iso885913", "ISO-8859-13" },
  { "iso885914", "ISO-8859-14" },
  { "iso885915", "ISO-8859-15" },
  { "iso885916", "ISO-8859-16" },
  { "iso88592", "ISO-8859-2" },
  { "iso88593", "ISO-8859-3" },
  { "iso88594", "ISO-8859-4" },
  { "iso88595", "ISO-8859-5" },
  { "iso88596", "ISO-8859-6" },
  { "iso88597", "ISO-8859-7" },
  { "iso88598", "ISO-8859-8" },
  { "iso88599", "WINDOWS-1254" },
  { "koi8r", "KOI8-R" },
  { "koi8u", "KOI8-U" },
  { "ksc56011987", "CP949" },
  { "latin1", "WINDOWS-1252" },
  { "latin2", "ISO-8859-2" },
  { "latin9", "ISO-8859-15" },
  { "macintosh", "MACINTOSH" },
  { "macroman", "MACINTOSH" },
  { "ms936", "GB18030" },
  { "shiftjis", "CP932" },
  { "sjis", "CP932" },
  { "tis620", "CP874" },
  { "unicode11utf8", "UTF-8" },
  { "usascii", "WINDOWS-1252" },
  { "utf16", "UTF-16LE" },
  { "utf16be", "UTF-16BE" },
  { "utf16le", "UTF-16LE" },
  { "utf8", "UTF-8" },
  { "utf8mb4", "UTF-8" },
  { "windows1250", "WINDOWS-1250" },
  { "windows1251", "WINDOWS-1251" },
  { "windows1252", "WINDOWS-1252" },
  { "windows1253", "WINDOWS-1253" },
  { "windows1254", "WINDOWS-1254" },
  { "windows1255", "WINDOWS-1255" },
  { "windows1256", "WINDOWS-1256" },
  { "windows1257", "WINDOWS-1257" },
  { "windows1258", "WINDOWS-1258" },
  { "windows31j", "CP932" },
  { "windows874", "CP874" },
  { "windows936", "GB18030" },
  { "windows949", "CP949" },
};

static int
compare_name (const void *key, const void *entry)
{
  return strcmp (key, ((const CharsetName *)entry)->name);
}

const char *
kli_charset_lookup (const char *name)
{
  char plain[32];
  gsize n = 0;
  const CharsetName *found;

  g_return_val_if_fail (name != NULL, NULL);

  if (g_ascii_strncasecmp (name, "x-", 2) == 0)
    name += 2;
  for (const char *p = name; *p != '\0'; p++)
    {
      if (!g_ascii_isalnum (*p))
        continue;
      if (n == sizeof plain - 1)
        return NULL;
      plain[n++] = g_ascii_tolower (*p);
    }
  plain[n] = '\0';

  found = bsearch (plain, names, G_N_ELEMENTS (names), sizeof names[0], compare_name);

  return found != NULL ? found->charset : NULL;
}

/* UTF-16 of mostly Latin text has a NUL in every second place, and nothing else does. */
static const char *
charset_from_nuls (const guint8 *bytes, gsize length)
{
  gsize n = MIN (length & ~(gsize)1, 4096);
  gsize even = 0;
  gsize odd = 0;

  for (gsize i = 0; i < n; i += 2)
    {
      even += bytes[i] == 0;
      odd += bytes[i + 1] == 0;
    }
  if (n < 8)
    return NULL;
  if (odd > n / 4 && even <= n / 32)
    return "UTF-16LE";
  if (even > n / 4 && odd <= n / 32)
    return "UTF-16BE";

  return NULL;
}

const char *
kli_charset_from_mark (const guint8 *bytes, gsize length, gsize *mark_length)
{
  static const struct
  {
    const char *mark;
    gsize length;
    const char *charset;
  } marks[] = {
    { "\xef\xbb\xbf", 3, "UTF-8" },    { "\xff\xfe\0\0", 4, "UTF-32LE" }, /* before UTF-16LE, whose mark it begins with
                                                                           */
    { "\0\0\xfe\xff", 4, "UTF-32BE" }, { "\xff\xfe", 2, "UTF-16LE" },     { "\xfe\xff", 2, "UTF-16BE" },
  };

  g_return_val_if_fail (bytes != NULL || length == 0, NULL);
  g_return_val_if_fail (mark_length != NULL, NULL);

  *mark_length = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].length && memcmp (bytes, marks[i].mark, marks[i].length) == 0)
      {
        *mark_length = marks[i].length;
        return marks[i].charset;
      }

  return charset_from_nuls (bytes, length);
}

gboolean
kli_charset_is_wide (const char *charset)
{
  g_return_val_if_fail (charset != NULL, FALSE);

  return g_str_has_prefix (charset, "UTF-16") || g_str_has_prefix (charset, "UTF-32");
}
