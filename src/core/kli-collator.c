/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of names in a language, by ICU: strcoll () would follow the desktop's locale instead. */
#include "core/kli-fold.h"
#include "core/kli-utf16.h"

#include <unicode/ucol.h>

struct _KliCollator
{
  UCollator *icu; /* owned */
  KliLanguage language;
};

KliCollator *
kli_collator_new (KliLanguage language)
{
  KliCollator *collator = g_new0 (KliCollator, 1);
  UErrorCode status = U_ZERO_ERROR;

  collator->language = language;
  collator->icu = ucol_open (kli_language_tag (language), &status);
  if (U_FAILURE (status))
    g_error ("ICU cannot sort names: %s. Its data files are damaged or missing.", u_errorName (status));
  return collator;
}

void
kli_collator_free (KliCollator *collator)
{
  if (collator == NULL)
    return;
  ucol_close (collator->icu);
  g_free (collator);
}

GBytes *
kli_collator_key (KliCollator *collator, const char *text)
{
  g_auto (KliUtf16) utf16 = { 0 };
  guint8 space[512];
  g_autofree guint8 *heap = NULL;
  int32_t length;

  g_return_val_if_fail (collator != NULL && text != NULL, NULL);

  kli_utf16_init (&utf16, text, -1);
  length = ucol_getSortKey (collator->icu, utf16.text, utf16.length, space, sizeof space);
  if (length > (int32_t)sizeof space)
    {
      heap = g_malloc (length);
      length = ucol_getSortKey (collator->icu, utf16.text, utf16.length, heap, length);
    }
  g_assert (length > 0);
  return g_bytes_new (heap != NULL ? heap : space, length - 1); /* without ICU's terminating 0 */
}

int
kli_collator_compare (KliCollator *collator, const char *a, const char *b)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollationResult result;

  g_return_val_if_fail (collator != NULL && a != NULL && b != NULL, 0);

  result = ucol_strcollUTF8 (collator->icu, a, -1, b, -1, &status);
  g_assert (U_SUCCESS (status));
  return (int)result;
}

char *
kli_collator_version (KliCollator *collator)
{
  UVersionInfo version;
  char text[U_MAX_VERSION_STRING_LENGTH];

  g_return_val_if_fail (collator != NULL, NULL);

  ucol_getVersion (collator->icu, version);
  u_versionToString (version, text);
  return g_strconcat (kli_language_tag (collator->language), " ", text, NULL);
}
