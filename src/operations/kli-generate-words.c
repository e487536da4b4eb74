/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words to make contacts of. A line of the file is the name of a list, a blank, and words between bars. */
#include "operations/kli-generate-words.h"

#include "operations/kli-operations-resource.h"

#include <gio/gio.h>
#include <string.h>

struct _KliGenerateWords
{
  GHashTable *lists; /* name → GStrv */
};

/* One step of SplitMix64 (Steele, Lea, Flood 2014): enough for made-up people. */
static guint64
next (KliChance *chance)
{
  guint64 z = (chance->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return z ^ (z >> 31);
}

KliChance
kli_chance_begin (guint64 seed, guint64 place)
{
  KliChance chance = { seed };

  chance.state = next (&chance) ^ (place * G_GUINT64_CONSTANT (0xd1342543de82ef95));

  return chance;
}

guint
kli_chance_below (KliChance *chance, guint n)
{
  g_return_val_if_fail (chance != NULL && n > 0, 0);

  return (guint)(next (chance) % n);
}

gboolean
kli_chance_percent (KliChance *chance, guint percent)
{
  return kli_chance_below (chance, 100) < percent;
}

static void
read_line (KliGenerateWords *words, const char *line)
{
  const char *blank = strchr (line, ' ');

  if (*line == '#' || blank == NULL)
    return;
  g_hash_table_insert (words->lists, g_strndup (line, (gsize)(blank - line)), g_strsplit (blank + 1, "|", -1));
}

KliGenerateWords *
kli_generate_words_new (const char *language)
{
  KliGenerateWords *words;
  g_autofree char *path = g_strdup_printf ("/org/klientela/Klientela/operations/generate/%s.txt", language);
  g_autoptr (GBytes) bytes
      = g_resource_lookup_data (kli_operations_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\n", -1);
  words = g_new0 (KliGenerateWords, 1);
  words->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_strfreev);
  for (guint i = 0; lines[i] != NULL; i++)
    read_line (words, lines[i]);

  return words;
}

void
kli_generate_words_free (KliGenerateWords *words)
{
  if (words == NULL)
    return;

  g_hash_table_unref (words->lists);
  g_free (words);
}

const char *
kli_generate_words_get (const KliGenerateWords *words, const char *list)
{
  const char *const *all;

  g_return_val_if_fail (words != NULL, "");

  all = g_hash_table_lookup (words->lists, list);

  return all != NULL && all[0] != NULL ? all[0] : "";
}

const char *
kli_generate_words_pick (const KliGenerateWords *words, const char *list, KliChance *chance)
{
  GStrv all;

  g_return_val_if_fail (words != NULL, "");

  all = g_hash_table_lookup (words->lists, list);

  return all != NULL && all[0] != NULL ? all[kli_chance_below (chance, g_strv_length (all))] : "";
}

gboolean
kli_generate_words_has (const KliGenerateWords *words, const char *list, const char *word)
{
  const char *const *all;

  g_return_val_if_fail (words != NULL && word != NULL, FALSE);

  all = g_hash_table_lookup (words->lists, list);

  return all != NULL && g_strv_contains (all, word);
}
