/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is perhaps there already: everybody with a key of the card is gathered, and then weighed as a pair with it. */
#include "operations/kli-alike.h"

#include "core/kli-duplicate-keys.h"
#include "core/kli-identifier.h"
#include "core/kli-kinds.h"
#include "core/kli-name.h"
#include "operations/kli-business.h"
#include "operations/kli-point.h"
#include "store/kli-name-search.h"

#include <string.h>

/* Whoever shares no key is told from this score on: a warning may ask where a list of duplicates would not. */
#define NAME_SCORE_MIN 40

/* What somebody shares with the card; numbers of holders, the card among them; 0: nothing. */
typedef struct
{
  gint64 id;
  guint n_phone;
  guint n_mail;
  guint n_identifier;
} Candidate;

/* A name that may be that of the card. */
typedef struct
{
  gint64 id;
  guint64 hash;
} Namesake;

typedef struct
{
  KliConnection *connection;
  GCancellable *cancellable;
  const KliWhole *card;
  const KliRow *contact;
  char *match_key;
  KliNameSearch *names;
  GHashTable *candidates; /* gint64* → Candidate */
  GArray *namesakes;      /* Namesake */
  GHashTable *apart;      /* gint64*: who is another one, the card itself included */
} Search;

void
kli_alike_free (KliAlike *alike)
{
  if (alike == NULL)
    return;

  g_free (alike->name);
  g_free (alike);
}

static const char *
text_of (const KliRow *row, guint column)
{
  return kli_row_get_text (row, column);
}

/* Returns: (transfer none) (nullable): NULL for somebody who is another one */
static Candidate *
add_candidate (Search *search, gint64 id)
{
  Candidate *candidate = g_hash_table_lookup (search->candidates, &id);

  if (candidate != NULL || g_hash_table_contains (search->apart, &id))
    return candidate;
  candidate = g_new0 (Candidate, 1);
  candidate->id = id;
  g_hash_table_insert (search->candidates, &candidate->id, candidate);

  return candidate;
}

/* --- who is another one ------------------------------------------------------------------------------- */

static void
set_apart (Search *search, gint64 id)
{
  g_hash_table_add (search->apart, g_memdup2 (&id, sizeof id));
}

static gboolean
read_distinctions (Search *search, GError **error)
{
  g_autoptr (KliStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  if (search->contact->id == 0)
    return TRUE;
  set_apart (search, search->contact->id);
  statement = kli_connection_lend (search->connection, "contact-distinctions", error);
  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, search->contact->id);
  while (kli_statement_step (statement, &failure))
    {
      set_apart (search, kli_statement_get_integer (statement, 2 + KLI_CONTACT_DISTINCTION_CONTACT));
      set_apart (search, kli_statement_get_integer (statement, 2 + KLI_CONTACT_DISTINCTION_OTHER));
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* --- the same numbers and addresses ------------------------------------------------------------------- */

static guint
least (guint a, guint b)
{
  return a == 0 || b == 0 ? MAX (a, b) : MIN (a, b);
}

/* Adds those who have a key, unless too many do. @offset: of the number of holders in Candidate */
static gboolean
add_holders (
    Search *search, const char *statement_name, const char *kind, const char *normal, gsize offset, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (search->connection, statement_name, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_text (statement, 1, kind);
  kli_statement_bind_text (statement, 2, normal);
  while (kli_statement_step (statement, &failure))
    {
      gint64 id = kli_statement_get_integer (statement, 0);

      if (id != search->contact->id)
        g_array_append_val (ids, id);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  for (guint i = 0; i < ids->len && ids->len < KLI_DUPLICATE_HOLDERS_MAX; i++)
    {
      Candidate *candidate = add_candidate (search, g_array_index (ids, gint64, i));

      if (candidate != NULL)
        G_STRUCT_MEMBER (guint, candidate, offset) = least (G_STRUCT_MEMBER (guint, candidate, offset), ids->len + 1);
    }

  return TRUE;
}

static gboolean
find_by_points (Search *search, const KliBusiness *business, GError **error)
{
  guint n_points = kli_whole_count_parts (search->card, &kli_contact_point_kind);

  for (guint i = 0; i < n_points; i++)
    {
      const KliRow *point = kli_whole_get_part (search->card, &kli_contact_point_kind, i);
      const char *kind = text_of (point, KLI_CONTACT_POINT_KIND);
      g_autofree char *normal = kli_point_normal (point, business->country);

      if (kli_duplicate_point_counts (kind, normal)
          && !add_holders (search, "alike-by-point", kind, normal,
                           g_str_equal (kind, "phone") ? G_STRUCT_OFFSET (Candidate, n_phone)
                                                       : G_STRUCT_OFFSET (Candidate, n_mail),
                           error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
find_by_identifiers (Search *search, GError **error)
{
  guint n_identifiers = kli_whole_count_parts (search->card, &kli_identifier_kind);

  for (guint i = 0; i < n_identifiers; i++)
    {
      const KliRow *identifier = kli_whole_get_part (search->card, &kli_identifier_kind, i);
      const char *kind = text_of (identifier, KLI_IDENTIFIER_KIND);
      g_autofree char *normal = kli_identifier_normal (kind, text_of (identifier, KLI_IDENTIFIER_VALUE));

      /* Half a number is nobody's. */
      if (kli_duplicate_identifier_counts (kind, normal)
          && !add_holders (search, "alike-by-identifier", kind, normal, G_STRUCT_OFFSET (Candidate, n_identifier),
                           error))
        return FALSE;
    }

  return TRUE;
}

/* --- names -------------------------------------------------------------------------------------------- */

static void
name_cb (gint64 id, const char *match_key, gpointer user_data)
{
  Search *search = user_data;
  Namesake namesake = { id, kli_duplicate_name_hash (match_key) };

  if (id == search->contact->id)
    return;
  g_array_append_val (search->namesakes, namesake);
  if (kli_duplicate_name_compare (search->match_key, match_key, NULL) >= KLI_LIKENESS_NEAR)
    add_candidate (search, id);
}

static gboolean
find_by_name (Search *search, GError **error)
{
  return *search->match_key == '\0'
         || kli_name_search_foreach (search->names, search->match_key, name_cb, search, error);
}

/* How many have the name of the card or the other one, the card among them. */
static guint
count_namesakes (const Search *search, const char *match_key)
{
  guint64 own = kli_duplicate_name_hash (search->match_key);
  guint64 other = kli_duplicate_name_hash (match_key);
  guint n = 1;

  for (guint i = 0; i < search->namesakes->len; i++)
    {
      guint64 hash = g_array_index (search->namesakes, Namesake, i).hash;

      n += hash == own || hash == other;
    }

  return n;
}

/* Of first words only those that stand first count: Król is a surname, and Krol before a surname a Karol. */
static gboolean
count_word (Search *search, const char *name, const char *word, gsize length, guint *n, GError **error)
{
  return word == name ? kli_name_search_count_first (search->names, word, length, n, error)
                      : kli_name_search_count_word (search->names, word, length, n, error);
}

/* Words that many others have are no misspellings. @likeness: (out) */
static gboolean
compare_names (Search *search, const char *match_key, KliLikeness *likeness, GError **error)
{
  KliNameDifference difference;
  guint n_a, n_b;

  *likeness = kli_duplicate_name_compare (search->match_key, match_key, &difference);
  if (*likeness == KLI_LIKENESS_OTHER || difference.a_length == 0)
    return TRUE;
  if (!count_word (search, search->match_key, difference.a, difference.a_length, &n_a, error)
      || !count_word (search, match_key, difference.b, difference.b_length, &n_b, error))
    return FALSE;
  if (kli_duplicate_are_two_words (n_a, n_b))
    *likeness = KLI_LIKENESS_OTHER;

  return TRUE;
}

/* --- weighing ----------------------------------------------------------------------------------------- */

static gboolean
describe (
    Search *search, const Candidate *candidate, KliStatement *statement, KliDuplicateEvidence *evidence, GError **error)
{
  const char *match_key = kli_statement_get_text (statement, 3);

  *evidence = (KliDuplicateEvidence){ .n_namesakes = MAX (count_namesakes (search, match_key), 2),
                                      .n_phone = candidate->n_phone,
                                      .n_mail = candidate->n_mail,
                                      .n_identifier = candidate->n_identifier };
  evidence->birthdays = kli_duplicate_compare_birthdays (text_of (search->contact, KLI_CONTACT_BIRTHDAY),
                                                         kli_statement_get_text (statement, 2));
  evidence->generations_differ = kli_duplicate_generation (text_of (search->contact, KLI_CONTACT_NAME))
                                 != kli_duplicate_generation (kli_statement_get_text (statement, 1));

  return compare_names (search, match_key, &evidence->likeness, error);
}

/* Whether it is worth a warning. */
static gboolean
is_told (const Search *search, const Candidate *candidate, const char *kind, guint score)
{
  if (candidate->n_identifier > 0)
    return TRUE;

  return g_str_equal (kind, text_of (search->contact, KLI_CONTACT_KIND))
         && (candidate->n_phone > 0 || candidate->n_mail > 0 || score >= NAME_SCORE_MIN);
}

static gboolean
weigh (Search *search, const Candidate *candidate, GPtrArray *told, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (search->connection, "alike-contact", error);
  g_autoptr (GError) failure = NULL;
  KliDuplicateEvidence evidence;
  KliAlike alike = { .id = candidate->id };

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, candidate->id);
  /* Nobody is compared whose name is not derived yet. */
  if (!kli_statement_step (statement, &failure) && failure == NULL)
    return TRUE;
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (!describe (search, candidate, statement, &evidence, error))
    return FALSE;
  alike.score = kli_duplicate_weigh (&evidence, &alike.reasons);
  if (is_told (search, candidate, kli_statement_get_text (statement, 0), alike.score))
    {
      alike.name = g_strdup (kli_statement_get_text (statement, 1));
      g_ptr_array_add (told, g_memdup2 (&alike, sizeof alike));
    }

  return TRUE;
}

static int
compare_alike (gconstpointer a, gconstpointer b)
{
  const KliAlike *one = *(const KliAlike *const *)a;
  const KliAlike *other = *(const KliAlike *const *)b;

  if (one->score != other->score)
    return one->score > other->score ? -1 : 1;

  return one->id < other->id ? -1 : one->id > other->id;
}

/* Returns: (transfer full) (nullable): NULL with @error set */
static GPtrArray *
weigh_all (Search *search, guint limit, GError **error)
{
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_alike_free);
  GHashTableIter iter;
  gpointer candidate;

  g_hash_table_iter_init (&iter, search->candidates);
  while (g_hash_table_iter_next (&iter, NULL, &candidate))
    if (g_cancellable_set_error_if_cancelled (search->cancellable, error) || !weigh (search, candidate, told, error))
      return NULL;
  g_ptr_array_sort (told, compare_alike);
  if (told->len > limit)
    g_ptr_array_set_size (told, (gint)limit);

  return g_steal_pointer (&told);
}

/* --- the whole search --------------------------------------------------------------------------------- */

static void
search_clear (Search *search)
{
  g_free (search->match_key);
  kli_name_search_free (search->names);
  g_hash_table_unref (search->candidates);
  g_array_unref (search->namesakes);
  g_hash_table_unref (search->apart);
}

GPtrArray *
kli_find_alike (KliConnection *connection, const KliWhole *card, guint limit, GCancellable *cancellable, GError **error)
{
  g_autoptr (KliBusiness) business = NULL;
  GPtrArray *told = NULL;
  Search search = { .connection = connection, .cancellable = cancellable, .card = card };

  g_return_val_if_fail (connection != NULL && card != NULL, NULL);

  search.contact = kli_whole_get_root (card);
  search.match_key = kli_name_match_key (text_of (search.contact, KLI_CONTACT_NAME));
  search.names = kli_name_search_new (connection, cancellable);
  search.candidates = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  search.namesakes = g_array_new (FALSE, FALSE, sizeof (Namesake));
  search.apart = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  business = kli_business_read (connection, error);
  if (business != NULL && read_distinctions (&search, error) && find_by_points (&search, business, error)
      && find_by_identifiers (&search, error) && find_by_name (&search, error))
    told = weigh_all (&search, limit, error);
  search_clear (&search);

  return told;
}
