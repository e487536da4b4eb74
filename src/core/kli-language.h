/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The languages the program speaks. Everything that is formatted or sorted takes one of them as an
 * argument, so that a Polish window on a C.UTF-8 desktop is right. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  KLI_LANGUAGE_EN, /* British-like: 5 March 2026, 05/03/2026 */
  KLI_LANGUAGE_ID,
  KLI_LANGUAGE_PL,
} KliLanguage;

#define KLI_N_LANGUAGES 3

/* Reads the first language of a locale name, of a BCP 47 tag or of the environment's LANGUAGE:
 * "pl_PL.UTF-8", "id", "in-ID" (the old code of Indonesian), "pl:en".
 * @tag: (nullable)
 * Returns: KLI_LANGUAGE_EN for any other language, "C" and NULL. */
KliLanguage kli_language_from_tag (const char *tag);

/* Returns: (transfer none): "en", "id" or "pl". */
const char *kli_language_tag (KliLanguage language);

G_END_DECLS
