/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a card tells people apart. */
#include "core/kli-duplicate-keys.h"

#include "core/kli-fold.h"
#include "core/kli-identifier.h"
#include "core/kli-name-words.h"

#include <string.h>

/* Shorter numbers are those of exchanges and emergencies. */
#define DIGITS_MIN 7

/* What could not be read is kept as it was typed, or as its digits when nobody knows of which country they are. */
gboolean
kli_duplicate_point_counts (const char *kind, const char *normal)
{
  g_return_val_if_fail (kind != NULL && normal != NULL, FALSE);

  if (g_str_equal (kind, "mail"))
    return strchr (normal, '@') != NULL;

  return g_str_equal (kind, "phone")
         && (*normal == '+' || (strlen (normal) >= DIGITS_MIN && strspn (normal, "0123456789") == strlen (normal)));
}

gboolean
kli_duplicate_identifier_counts (const char *kind, const char *normal)
{
  static const char *const kinds[] = { "nip", "regon", "krs", "npwp", "nib", NULL };

  g_return_val_if_fail (kind != NULL && normal != NULL, FALSE);

  return *normal != '\0' && g_strv_contains (kinds, kind) && !kli_identifier_is_personal (kind, normal);
}

/* The last word of the name as it is written. */
guint16
kli_duplicate_generation (const char *name)
{
  const char *blank = strrchr (name, ' ');
  g_autofree char *word = NULL;

  if (blank == NULL || !kli_name_words_is_generation (blank + 1))
    return 0;
  word = kli_fold (blank + 1);
  g_strdelimit (word, ".", '\0');

  return (guint16)(g_str_hash (word) % G_MAXUINT16 + 1);
}
