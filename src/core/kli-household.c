/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of households. */
#include "core/kli-household.h"

#include "core/kli-greeting.h"
#include "core/kli-kinds.h"
#include "core/kli-name.h"

#include <string.h>

#define GENDERED 3 /* the letters of ski, cki, ska, cka */

static const char *
get (const GPtrArray *members, guint n, guint column)
{
  return kli_row_get_text (g_ptr_array_index (members, n), column);
}

static gboolean
is_form (const GPtrArray *members, guint n, const char *form)
{
  return g_str_equal (kli_greeting_form (g_ptr_array_index (members, n)), form);
}

/* Returns: (transfer full): the name without titles and degrees */
static char *
bare_name (const GPtrArray *members, guint n)
{
  g_autofree char *name
      = kli_name_full (NULL, get (members, n, KLI_CONTACT_GIVEN), get (members, n, KLI_CONTACT_ADDITIONAL),
                       get (members, n, KLI_CONTACT_FAMILY), NULL);

  return g_strdup (*name != '\0' ? name : get (members, n, KLI_CONTACT_NAME));
}

/* --- Poland ------------------------------------------------------------------------------------------- */

/* The beginning of Kowalsk-i and Kowalsk-a, of Nowick-i and Nowick-a; 0: the surname has no gender. */
static gsize
length_of_stem (const char *family)
{
  static const char *const endings[] = { "ski", "cki", "dzki", "ska", "cka", "dzka" };
  gsize length = strlen (family);

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (length > GENDERED && g_str_has_suffix (family, endings[i]))
      return length - 1;

  return 0;
}

/* The surname of both together, where they have one: Kowalscy. Other surnames stay as they are, which is the safe way
 * (Państwo Nowak, Państwo Górny). Returns: (transfer full) (nullable) */
static char *
join_families (const char *one, const char *other)
{
  gsize length = length_of_stem (one);

  if (length > 0 && length == length_of_stem (other) && strncmp (one, other, length) == 0)
    return g_strdup_printf ("%.*scy", (int)(length - 1), one);

  return *one != '\0' && g_str_equal (one, other) ? g_strdup (one) : NULL;
}

/* The first name alone, as it stands on a letter. Returns: (transfer full) */
static char *
first_name (const GPtrArray *members, guint n)
{
  const char *given = get (members, n, KLI_CONTACT_GIVEN);

  return g_strndup (given, strcspn (given, " "));
}

/* The woman first, as the language has it. */
static char *
name_couple (const GPtrArray *members, guint woman, guint man)
{
  g_autofree char *family
      = join_families (get (members, man, KLI_CONTACT_FAMILY), get (members, woman, KLI_CONTACT_FAMILY));
  g_autofree char *her = first_name (members, woman);
  g_autofree char *his = first_name (members, man);
  g_autofree char *her_whole = bare_name (members, woman);
  g_autofree char *his_whole = bare_name (members, man);

  if (family != NULL && *her != '\0' && *his != '\0')
    return g_strdup_printf ("Państwo %s i %s %s", her, his, family);

  return g_strdup_printf ("Państwo %s i %s", her_whole, his_whole);
}

/* Two grown-ups with their forms of address are named; of more, the first says whose house it is. */
static char *
name_polish (const GPtrArray *members)
{
  g_autofree char *whole = NULL;

  for (guint i = 0; i < members->len; i++)
    for (guint j = 0; j < members->len; j++)
      if (is_form (members, i, "pani") && is_form (members, j, "pan"))
        return name_couple (members, i, j);

  whole = bare_name (members, 0);
  if (members->len > 1)
    return g_strdup_printf ("%s z rodziną", whole);

  return g_strconcat (is_form (members, 0, "pani") ? "Pani " : is_form (members, 0, "pan") ? "Pan " : "", whole, NULL);
}

/* --- Indonesia ---------------------------------------------------------------------------------------- */

/* After the man of the house where there is one, as letters are addressed there. */
static char *
name_indonesian (const GPtrArray *members)
{
  static const struct
  {
    const char *form;
    const char *word;
  } forms[] = { { "bapak", "Bapak " }, { "ibu", "Ibu " } };

  for (gsize k = 0; k < G_N_ELEMENTS (forms); k++)
    for (guint i = 0; i < members->len; i++)
      if (is_form (members, i, forms[k].form))
        {
          g_autofree char *name = bare_name (members, i);

          return g_strconcat ("Keluarga ", forms[k].word, name, NULL);
        }

  {
    g_autofree char *name = bare_name (members, 0);

    return g_strconcat ("Keluarga ", name, NULL);
  }
}

/* --- elsewhere ---------------------------------------------------------------------------------------- */

static char *
name_english (const GPtrArray *members)
{
  const char *family = get (members, 0, KLI_CONTACT_FAMILY);
  g_autofree char *name = *family != '\0' ? g_strdup (family) : bare_name (members, 0);

  return g_strdup_printf ("The %s family", name);
}

char *
kli_household_propose_name (const GPtrArray *members, const char *country)
{
  g_return_val_if_fail (members != NULL, g_strdup (""));

  if (members->len == 0)
    return g_strdup ("");
  if (g_strcmp0 (country, "PL") == 0)
    return name_polish (members);

  return g_strcmp0 (country, "ID") == 0 ? name_indonesian (members) : name_english (members);
}
