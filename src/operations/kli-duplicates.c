/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contacts that may be one. Only those meet who share a key that counts; what each pair shares is gathered, and then
 * every pair is weighed once. */
#include "operations/kli-duplicates.h"

#include "core/kli-duplicate-keys.h"
#include "core/kli-key-blocks.h"
#include "operations/kli-duplicate-people.h"

#include <stdlib.h>
#include <string.h>

/* Keys of names that are sorted at once, 16 bytes each: a million contacts have some 25 million. */
#define KEYS_AT_ONCE 2000000
/* A misspelling that more contacts have is a word of its own. */
#define NEAR_BLOCK_MAX 64
#define CHECK_EVERY 4096

/* What two share. The least number of holders of each kind, 0: none. */
typedef struct
{
  guint32 a;
  guint32 b;
  guint8 n_phone;
  guint8 n_mail;
  guint8 n_identifier;
} Shared;

typedef struct
{
  KliConnection *connection;
  KliDuplicatePeople *people;
  GArray *shared;   /* Shared */
  gsize offset;     /* in Shared: of the number of holders that is written, or 0 */
  guint n_numbered; /* so many pairs at the beginning share an official number, in order */
  KliDuplicatesProgress progress;
  gpointer user_data;
  GCancellable *cancellable;
} Search;

static void
tell (const Search *search, double fraction)
{
  if (search->progress != NULL)
    search->progress (fraction, search->user_data);
}

/* --- pairs -------------------------------------------------------------------------------------------- */

static void
add_pair (Search *search, guint32 a, guint32 b, guint n_holders)
{
  Shared shared = { .a = MIN (a, b), .b = MAX (a, b) };

  if (search->offset != 0)
    ((guint8 *)&shared)[search->offset] = (guint8)n_holders;
  g_array_append_val (search->shared, shared);
}

static int
compare_shared (gconstpointer a, gconstpointer b)
{
  const Shared *one = a;
  const Shared *other = b;

  return one->a != other->a ? (one->a < other->a ? -1 : 1) : one->b != other->b ? (one->b < other->b ? -1 : 1) : 0;
}

static gboolean
share_number (const Search *search, guint32 a, guint32 b)
{
  const Shared pair = { .a = MIN (a, b), .b = MAX (a, b) };

  return search->n_numbered > 0
         && bsearch (&pair, search->shared->data, search->n_numbered, sizeof pair, compare_shared) != NULL;
}

/* Everybody with everybody of those whose names are alike at least so much, or who may be one under any names. */
static void
add_pairs (Search *search, const guint32 *members, guint n_members, KliLikeness likeness)
{
  for (guint i = 0; i < n_members; i++)
    for (guint j = i + 1; j < n_members; j++)
      if (kli_duplicate_people_compare (search->people, members[i], members[j]) >= likeness
          || share_number (search, members[i], members[j]))
        add_pair (search, members[i], members[j], n_members);
}

static guint8
least (guint8 a, guint8 b)
{
  return a == 0 || b == 0 ? MAX (a, b) : MIN (a, b);
}

/* The same pair comes from several keys: once is enough. */
static void
unite_pairs (Search *search)
{
  Shared *shared = (Shared *)search->shared->data;
  guint n = 0;

  g_array_sort (search->shared, compare_shared);
  for (guint i = 0; i < search->shared->len; i++)
    {
      if (n > 0 && compare_shared (&shared[n - 1], &shared[i]) == 0)
        {
          shared[n - 1].n_phone = least (shared[n - 1].n_phone, shared[i].n_phone);
          shared[n - 1].n_mail = least (shared[n - 1].n_mail, shared[i].n_mail);
          shared[n - 1].n_identifier = least (shared[n - 1].n_identifier, shared[i].n_identifier);
        }
      else
        shared[n++] = shared[i];
    }
  g_array_set_size (search->shared, n);
}

/* --- phone numbers and mail --------------------------------------------------------------------------- */

static void
point_cb (guint64 key, const guint32 *members, guint n_members, gpointer user_data)
{
  if (n_members <= KLI_DUPLICATE_HOLDERS_MAX)
    add_pairs (user_data, members, n_members, KLI_LIKENESS_PART);
}

static gboolean
read_points (Search *search, KliKeyBlocks *phones, KliKeyBlocks *mails, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (search->connection, "duplicate-points", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  while (kli_statement_step (statement, &failure))
    {
      const char *kind = kli_statement_get_text (statement, 1);
      const char *normal = kli_statement_get_text (statement, 2);
      guint place;

      if (kli_duplicate_point_counts (kind, normal)
          && kli_duplicate_people_find (search->people, kli_statement_get_integer (statement, 0), &place))
        kli_key_blocks_add (g_str_equal (kind, "phone") ? phones : mails,
                            kli_duplicate_word_hash (normal, strlen (normal)), place);
      if (g_cancellable_set_error_if_cancelled (search->cancellable, error))
        return FALSE;
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
compare_points (Search *search, GError **error)
{
  g_autoptr (KliKeyBlocks) phones = kli_key_blocks_new ();
  g_autoptr (KliKeyBlocks) mails = kli_key_blocks_new ();

  if (!read_points (search, phones, mails, error))
    return FALSE;
  search->offset = G_STRUCT_OFFSET (Shared, n_phone);
  kli_key_blocks_walk (phones, 2, point_cb, search);
  search->offset = G_STRUCT_OFFSET (Shared, n_mail);
  kli_key_blocks_walk (mails, 2, point_cb, search);
  search->offset = 0;
  search->n_numbered = 0;

  return TRUE;
}

/* --- official numbers --------------------------------------------------------------------------------- */

/* Two who have one number may be one under whatever names. */
static void
identifier_cb (guint64 key, const guint32 *members, guint n_members, gpointer user_data)
{
  Search *search = user_data;

  if (n_members > KLI_DUPLICATE_HOLDERS_MAX)
    return;
  for (guint i = 0; i < n_members; i++)
    for (guint j = i + 1; j < n_members; j++)
      if (kli_duplicate_people_is_same_kind (search->people, members[i], members[j]))
        add_pair (search, members[i], members[j], n_members);
}

static gboolean
read_identifiers (Search *search, KliKeyBlocks *numbers, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (search->connection, "duplicate-identifiers", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  while (kli_statement_step (statement, &failure))
    {
      const char *kind = kli_statement_get_text (statement, 1);
      const char *normal = kli_statement_get_text (statement, 2);
      g_autofree char *key = g_strconcat (kind, ":", normal, NULL);
      guint place;

      if (kli_duplicate_identifier_counts (kind, normal)
          && kli_duplicate_people_find (search->people, kli_statement_get_integer (statement, 0), &place))
        kli_key_blocks_add (numbers, kli_duplicate_word_hash (key, strlen (key)), place);
      if (g_cancellable_set_error_if_cancelled (search->cancellable, error))
        return FALSE;
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
compare_identifiers (Search *search, GError **error)
{
  g_autoptr (KliKeyBlocks) numbers = kli_key_blocks_new ();

  if (!read_identifiers (search, numbers, error))
    return FALSE;
  search->offset = G_STRUCT_OFFSET (Shared, n_identifier);
  kli_key_blocks_walk (numbers, 2, identifier_cb, search);
  search->offset = 0;
  unite_pairs (search);
  search->n_numbered = search->shared->len;

  return TRUE;
}

/* --- names -------------------------------------------------------------------------------------------- */

typedef struct
{
  KliKeyBlocks *blocks;
  guint32 member;
  guint part;
  guint n_parts;
  gsize n_keys;
} Keys;

static void
key_cb (guint64 key, gpointer user_data)
{
  Keys *keys = user_data;

  keys->n_keys++;
  if (keys->blocks != NULL && key % keys->n_parts == keys->part)
    kli_key_blocks_add (keys->blocks, key, keys->member);
}

/* The keys of everybody whose name is rare enough to say something. Returns: FALSE when it was cancelled. */
static gboolean
give_name_keys (const Search *search, Keys *keys)
{
  for (guint i = 0; i < kli_duplicate_people_count (search->people); i++)
    {
      if (i % CHECK_EVERY == 0 && g_cancellable_is_cancelled (search->cancellable))
        return FALSE;
      if (kli_duplicate_people_get_namesakes (search->people, i) > KLI_DUPLICATE_NAMESAKES_MAX)
        continue;
      keys->member = i;
      kli_duplicate_name_same_keys (kli_duplicate_people_get_name (search->people, i), key_cb, keys);
      kli_duplicate_name_near_keys (kli_duplicate_people_get_name (search->people, i), key_cb, keys);
    }

  return TRUE;
}

static void
name_cb (guint64 key, const guint32 *members, guint n_members, gpointer user_data)
{
  if (n_members <= NEAR_BLOCK_MAX)
    add_pairs (user_data, members, n_members, KLI_LIKENESS_NEAR);
}

static gboolean
compare_names (Search *search, double from, double to)
{
  g_autoptr (KliKeyBlocks) blocks = kli_key_blocks_new ();
  Keys keys = { .n_parts = 1 };

  if (!give_name_keys (search, &keys)) /* to count them */
    return FALSE;
  keys.n_parts = (guint)(keys.n_keys / KEYS_AT_ONCE) + 1;
  keys.blocks = blocks;
  for (keys.part = 0; keys.part < keys.n_parts; keys.part++)
    {
      if (!give_name_keys (search, &keys))
        return FALSE;
      kli_key_blocks_walk (blocks, 2, name_cb, search);
      unite_pairs (search);
      tell (search, from + (to - from) * (keys.part + 1) / keys.n_parts);
    }

  return TRUE;
}

/* --- birthdays ---------------------------------------------------------------------------------------- */

static void
birthday_cb (guint64 key, const guint32 *members, guint n_members, gpointer user_data)
{
  add_pairs (user_data, members, n_members, KLI_LIKENESS_SAME);
}

typedef struct
{
  KliKeyBlocks *blocks;
  guint64 birthday;
  guint32 member;
} BirthdayKeys;

static void
birthday_key_cb (guint64 key, gpointer user_data)
{
  BirthdayKeys *keys = user_data;

  kli_key_blocks_add (keys->blocks, key + keys->birthday, keys->member);
}

/* A name that is common, and a birthday beside it. */
static void
compare_birthdays (Search *search)
{
  g_autoptr (KliKeyBlocks) blocks = kli_key_blocks_new ();
  BirthdayKeys keys = { .blocks = blocks };

  for (keys.member = 0; keys.member < kli_duplicate_people_count (search->people); keys.member++)
    {
      const char *birthday = kli_duplicate_people_get_birthday (search->people, keys.member);

      keys.birthday = kli_duplicate_word_hash (birthday, strlen (birthday));
      if (*birthday != '\0'
          && kli_duplicate_people_get_namesakes (search->people, keys.member)
                 <= KLI_DUPLICATE_NAMESAKES_WITH_BIRTHDAY_MAX)
        kli_duplicate_name_same_keys (kli_duplicate_people_get_name (search->people, keys.member), birthday_key_cb,
                                      &keys);
    }
  kli_key_blocks_walk (blocks, 2, birthday_cb, search);
}

/* --- weighing ----------------------------------------------------------------------------------------- */

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const KliDuplicatePair *one = a;
  const KliDuplicatePair *other = b;

  if (one->score != other->score)
    return one->score > other->score ? -1 : 1;
  if (one->first != other->first)
    return one->first < other->first ? -1 : 1;

  return one->second < other->second ? -1 : one->second > other->second;
}

/* Both of a pair in one key. They are found together in the list of pairs. */
typedef struct
{
  guint32 a;
  guint32 b;
} Places;

static guint
hash_places (gconstpointer key)
{
  const Places *places = key;

  return places->a * 31 + places->b;
}

static gboolean
equal_places (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, sizeof (Places)) == 0;
}

/* Returns: (transfer full) (nullable): those of whom somebody said that they are two; NULL with @error set. */
static GHashTable *
read_distinctions (const Search *search, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (search->connection, "contact-distinctions-all", error);
  g_autoptr (GHashTable) known = g_hash_table_new_full (hash_places, equal_places, g_free, NULL);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  while (kli_statement_step (statement, &failure))
    {
      guint one, other;

      if (kli_duplicate_people_find (search->people, kli_statement_get_integer (statement, 0), &one)
          && kli_duplicate_people_find (search->people, kli_statement_get_integer (statement, 1), &other))
        {
          Places places = { MIN (one, other), MAX (one, other) };

          g_hash_table_add (known, g_memdup2 (&places, sizeof places));
        }
    }
  if (failure == NULL)
    return g_steal_pointer (&known);
  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

static GArray *
weigh_pairs (Search *search, GHashTable *known)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (KliDuplicatePair));

  for (guint i = 0; i < search->shared->len; i++)
    {
      const Shared *shared = &g_array_index (search->shared, Shared, i);
      KliDuplicateEvidence evidence
          = { .n_phone = shared->n_phone, .n_mail = shared->n_mail, .n_identifier = shared->n_identifier };
      KliDuplicatePair pair = { .first = kli_duplicate_people_get_id (search->people, shared->a),
                                .second = kli_duplicate_people_get_id (search->people, shared->b) };

      if (g_hash_table_contains (known, &(Places){ shared->a, shared->b }))
        continue;
      kli_duplicate_people_describe (search->people, shared->a, shared->b, &evidence);
      pair.score = kli_duplicate_weigh (&evidence, &pair.reasons);
      if (pair.score >= KLI_DUPLICATE_SCORE_MIN)
        g_array_append_val (pairs, pair);
    }
  g_array_sort (pairs, compare_pairs);

  return pairs;
}

static gboolean
compare_all (Search *search, GError **error)
{
  tell (search, 0.2);
  kli_duplicate_people_count_names (search->people);
  tell (search, 0.3);
  /* The numbers first: what else such a pair shares counts, too, whatever their names. */
  if (!compare_identifiers (search, error) || !compare_points (search, error))
    return FALSE;
  tell (search, 0.5);
  if (!compare_names (search, 0.5, 0.95))
    return !g_cancellable_set_error_if_cancelled (search->cancellable, error);
  compare_birthdays (search);
  unite_pairs (search);

  return TRUE;
}

GArray *
kli_duplicates_find (KliConnection *connection,
                     KliDuplicatesProgress progress,
                     gpointer user_data,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (KliDuplicatePeople) people = NULL;
  g_autoptr (GHashTable) known = NULL;
  g_autoptr (GArray) shared = g_array_new (FALSE, FALSE, sizeof (Shared));
  Search search = {
    .connection = connection, .shared = shared, .progress = progress, .user_data = user_data, .cancellable = cancellable
  };
  GArray *pairs;

  g_return_val_if_fail (connection != NULL, NULL);

  tell (&search, 0);
  people = search.people = kli_duplicate_people_read (connection, cancellable, error);
  known = people != NULL ? read_distinctions (&search, error) : NULL;
  if (known == NULL || !compare_all (&search, error))
    return NULL;
  pairs = weigh_pairs (&search, known);
  tell (&search, 1);

  return pairs;
}

/* --- one pair ----------------------------------------------------------------------------------------- */

gboolean
kli_duplicates_still (KliConnection *connection, gint64 first, gint64 second, gboolean *still, GError **error)
{
  g_autoptr (KliStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (connection != NULL && still != NULL, FALSE);

  statement = kli_connection_lend (connection, "duplicate-still", error);
  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, first);
  kli_statement_bind_integer (statement, 2, second);
  *still = kli_statement_step (statement, &failure) && kli_statement_get_integer (statement, 0) != 0;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}
