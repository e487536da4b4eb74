/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-8 at our borders, UTF-16 at ICU's. */
#include "core/kli-utf16.h"

#include <string.h>
#include <unicode/ustring.h>

#define REPLACEMENT 0xfffd

void
kli_utf16_init (KliUtf16 *out, const char *text, gssize length)
{
  UErrorCode status = U_ZERO_ERROR;
  gsize bytes = length < 0 ? strlen (text) : (gsize)length;

  g_return_if_fail (bytes < G_MAXINT32 / 2);

  /* No UTF-8 text has more units in UTF-16 than it has bytes. */
  out->text = bytes < G_N_ELEMENTS (out->space) ? out->space : g_new (UChar, bytes + 1);
  u_strFromUTF8WithSub (out->text, (int32_t)bytes + 1, &out->length, text, (int32_t)bytes, REPLACEMENT, NULL, &status);
  g_assert (U_SUCCESS (status));
}

void
kli_utf16_clear (KliUtf16 *out)
{
  if (out->text != out->space)
    g_free (out->text);
  out->text = NULL;
}

char *
kli_utf16_to_utf8 (const UChar *text, int32_t length)
{
  UErrorCode status = U_ZERO_ERROR;
  gsize capacity = (gsize)length * 3 + 1;
  g_autofree char *utf8 = NULL;
  int32_t written = 0;

  g_return_val_if_fail (capacity < G_MAXINT32, g_strdup (""));

  utf8 = g_malloc (capacity);
  u_strToUTF8WithSub (utf8, (int32_t)capacity, &written, text, length, REPLACEMENT, NULL, &status);
  g_assert (U_SUCCESS (status));
  return g_strndup (utf8, written);
}

typedef int32_t (*CaseMapping) (UChar *, int32_t, const UChar *, int32_t, const char *, UErrorCode *);

static char *
map_case (const char *text, CaseMapping mapping)
{
  UErrorCode status = U_ZERO_ERROR;
  g_auto (KliUtf16) utf16 = { 0 };
  g_autofree UChar *mapped = NULL;
  int32_t capacity, length;

  kli_utf16_init (&utf16, text, -1);
  capacity = utf16.length * 3 + 1; /* no case mapping makes more than three of one */
  mapped = g_new (UChar, capacity);
  length = mapping (mapped, capacity, utf16.text, utf16.length, "", &status);
  g_assert (U_SUCCESS (status));
  return kli_utf16_to_utf8 (mapped, length);
}

char *
kli_utf16_lower (const char *text)
{
  return map_case (text, u_strToLower);
}

char *
kli_utf16_upper (const char *text)
{
  return map_case (text, u_strToUpper);
}
