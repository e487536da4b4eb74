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

/* Those that are read together. */
typedef struct
{
  const KliImportReads *owner;
  guint first;
  GArray *reads;        /* KliImportRead */
  KliParallel *reading; /* nullable: ended */
} Portion;

struct _KliImportReads
{
  const KliCardPile *cards;
  const KliBusiness *business;
  Portion now;
  Portion ahead;
};

static void
portion_init (Portion *portion, const KliImportReads *owner)
{
  portion->owner = owner;
  portion->reads = g_array_new (FALSE, TRUE, sizeof (KliImportRead));
  g_array_set_clear_func (portion->reads, read_clear);
}

static void
portion_empty (Portion *portion)
{
  kli_parallel_end (g_steal_pointer (&portion->reading));
  g_array_set_size (portion->reads, 0);
}

KliImportReads *
kli_import_reads_new (const KliCardPile *cards, const KliBusiness *business)
{
  KliImportReads *reads;

  g_return_val_if_fail (cards != NULL, NULL);

  reads = g_new0 (KliImportReads, 1);
  reads->cards = cards;
  reads->business = business;
  portion_init (&reads->now, reads);
  portion_init (&reads->ahead, reads);

  return reads;
}

void
kli_import_reads_free (KliImportReads *reads)
{
  if (reads == NULL)
    return;

  kli_import_reads_close (reads);
  g_array_unref (reads->now.reads);
  g_array_unref (reads->ahead.reads);
  g_free (reads);
}

void
kli_import_reads_close (KliImportReads *reads)
{
  g_return_if_fail (reads != NULL);

  portion_empty (&reads->now);
  portion_empty (&reads->ahead);
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

/* KliParallelFunc */
static void
read_some (guint first, guint end, gpointer user_data)
{
  const Portion *portion = user_data;
  const KliImportReads *owner = portion->owner;

  for (guint i = first; i < end; i++)
    {
      KliImportRead *read = &g_array_index (portion->reads, KliImportRead, i);

      read->card = kli_card_pile_read (owner->cards, portion->first + i);
      read->match_key = kli_name_match_key (kli_row_get_text (read->card->contact, KLI_CONTACT_NAME));
      read->points = reckon_points (read->card, owner->business);
    }
}

static void
portion_begin (Portion *portion, guint first, guint n)
{
  guint n_cards = kli_card_pile_get_length (portion->owner->cards);

  portion_empty (portion);
  portion->first = first;
  g_array_set_size (portion->reads, first < n_cards ? MIN (n, n_cards - first) : 0);
  portion->reading = kli_parallel_begin (portion->reads->len, CARDS_AT_ONCE, read_some, portion);
}

void
kli_import_reads_go (KliImportReads *reads, guint first, guint n)
{
  g_return_if_fail (reads != NULL && reads->business != NULL);

  kli_parallel_end (g_steal_pointer (&reads->ahead.reading));
  if (reads->ahead.first == first && reads->ahead.reads->len == n)
    {
      GArray *before = reads->now.reads;

      reads->now.reads = reads->ahead.reads;
      reads->now.first = first;
      reads->ahead.reads = before;
    }
  else
    {
      portion_begin (&reads->now, first, n);
      kli_parallel_end (g_steal_pointer (&reads->now.reading));
    }
  portion_begin (&reads->ahead, first + n, n);
}

KliImportRead *
kli_import_reads_get (const KliImportReads *reads, guint n)
{
  g_assert (n >= reads->now.first && n - reads->now.first < reads->now.reads->len);

  return &g_array_index (reads->now.reads, KliImportRead, n - reads->now.first);
}
