/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of the program's languages a locale's name means. */
#include "core/kli-language.h"

#include <string.h>

static const struct
{
  const char *code;
  KliLanguage language;
} codes[] = {
  { "id", KLI_LANGUAGE_ID },  { "in", KLI_LANGUAGE_ID }, /* withdrawn in 1989, still sent by Java programs */
  { "ind", KLI_LANGUAGE_ID }, { "pl", KLI_LANGUAGE_PL }, { "pol", KLI_LANGUAGE_PL },
};

static const char *const tags[KLI_N_LANGUAGES] = { "en", "id", "pl" };

KliLanguage
kli_language_from_tag (const char *tag)
{
  gsize length;

  if (tag == NULL)
    return KLI_LANGUAGE_EN;
  length = strcspn (tag, "_-.@:");
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (strlen (codes[i].code) == length && g_ascii_strncasecmp (codes[i].code, tag, length) == 0)
      return codes[i].language;
  return KLI_LANGUAGE_EN;
}

const char *
kli_language_tag (KliLanguage language)
{
  g_return_val_if_fail ((guint)language < KLI_N_LANGUAGES, "en");

  return tags[language];
}
