/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards are unpacked, and what they are looked for by is reckoned, wherever a processor is free: no card asks the
 * others, or the store. */
#include "operations/kli-import-read.h"

#include "core/kli-identifier.h"
#include "core/kli-kinds.h"
#include "core/kli-name.h"
#include "core/kli-parallel.h"
#include "operations/kli-import-target.h"

/* So many cards are read by one thread in a row. */
#define CARDS_AT_ONCE 25

static void
point_key_clear (gpointer data)
{
  KliImportPointKey *point = data;

  g_free (point->normal);
}

static void
read_clear (gpointer data)
{
  KliImportRead *read = data;

  kli_card_free (read->card);
  g_free (read->match_key);
  g_clear_pointer (&read->points, g_array_unref);
}

GArray *
kli_import_reads_new (void)
{
  GArray *reads = g_array_new (FALSE, TRUE, sizeof (KliImportRead));

  g_array_set_clear_func (reads, read_clear);

  return reads;
}

static const KliImportKeySource point_source
    = { "import-has-point", "import-by-point", "import-by-trashed-point", KLI_IMPORT_SAME_POINT };
static const KliImportKeySource number_source
    = { "import-has-identifier", "import-by-identifier", "import-by-trashed-identifier", KLI_IMPORT_SAME_NUMBER };

static const char *
find_word (const char *const *words, const char *word)
{
  for (; *words != NULL; words++)
    if (g_str_equal (*words, word))
      return *words;

  return NULL;
}

/* Only phone numbers and mail addresses tell people apart. Returns: (nullable): the constant */
static const char *
tells_apart (const char *kind)
{
  static const char *const kinds[] = { "phone", "mail", NULL };

  return find_word (kinds, kind);
}

/* Of official numbers those that one firm has alone; nobody is found by the number of a natural person (domain 4).
 * Returns: (nullable): the constant */
static const char *
number_tells_apart (const KliRow *identifier)
{
  static const char *const kinds[] = { "nip", "regon", "krs", "npwp", "nib", NULL };
  const char *kind = find_word (kinds, kli_row_get_text (identifier, KLI_IDENTIFIER_KIND));

  return kind != NULL && !kli_identifier_is_personal (kind, kli_row_get_text (identifier, KLI_IDENTIFIER_VALUE)) ? kind
                                                                                                                 : NULL;
}

static void
reckon_numbers (const KliCard *card, GArray *points)
{
  for (guint i = 0; i < card->identifiers->len; i++)
    {
      const KliRow *row = g_ptr_array_index (card->identifiers, i);
      KliImportPointKey number = { .source = &number_source, .kind = number_tells_apart (row) };

      if (number.kind == NULL)
        continue;
      number.normal = kli_identifier_normal (number.kind, kli_row_get_text (row, KLI_IDENTIFIER_VALUE));
      g_array_append_val (points, number);
    }
}

static GArray *
reckon_points (const KliCard *card, const KliBusiness *business)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (KliImportPointKey));

  g_array_set_clear_func (points, point_key_clear);
  for (guint i = 0; i < card->points->len; i++)
    {
      const KliRow *row = g_ptr_array_index (card->points, i);
      KliImportPointKey point
          = { .source = &point_source, .kind = tells_apart (kli_row_get_text (row, KLI_CONTACT_POINT_KIND)) };

      if (point.kind == NULL)
        continue;
      point.normal = kli_import_point_normal (row, business);
      g_array_append_val (points, point);
    }
  reckon_numbers (card, points);

  return points;
}

typedef struct
{
  GArray *reads;
  const KliCardPile *cards;
  const KliBusiness *business;
  guint first;
} Filling;

/* KliParallelFunc */
static void
read_some (guint first, guint end, gpointer user_data)
{
  const Filling *filling = user_data;

  for (guint i = first; i < end; i++)
    {
      KliImportRead *read = &g_array_index (filling->reads, KliImportRead, i);

      read->card = kli_card_pile_read (filling->cards, filling->first + i);
      read->match_key = kli_name_match_key (kli_row_get_text (read->card->contact, KLI_CONTACT_NAME));
      read->points = reckon_points (read->card, filling->business);
    }
}

void
kli_import_reads_fill (GArray *reads, const KliCardPile *cards, const KliBusiness *business, guint first, guint n)
{
  Filling filling = { reads, cards, business, first };

  g_return_if_fail (reads != NULL && cards != NULL && business != NULL);

  g_array_set_size (reads, 0);
  g_array_set_size (reads, n);
  kli_parallel_run (n, CARDS_AT_ONCE, read_some, &filling);
}
