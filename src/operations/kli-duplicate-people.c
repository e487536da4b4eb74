/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everybody who is compared, in memory. */
#include "operations/kli-duplicate-people.h"

#include "core/kli-duplicate-keys.h"
#include "core/kli-key-blocks.h"

#include <string.h>

typedef struct
{
  gint64 id;
  guint32 text; /* where the match key begins, and behind it the birthday */
  guint32 n_namesakes;
  guint16 generation; /* of Jr., III …: a number for each; 0: none is told */
  guint8 is_organisation;
} Person;

/* A word that many have. */
typedef struct
{
  guint64 hash;
  guint32 n;
} Word;

struct _KliDuplicatePeople
{
  GArray *people;         /* Person */
  GByteArray *text;       /* texts, each with its 0 */
  GArray *frequent_words; /* Word: in the order of their hashes */
};

void
kli_duplicate_people_free (KliDuplicatePeople *people)
{
  if (people == NULL)
    return;

  g_array_unref (people->people);
  g_byte_array_unref (people->text);
  g_array_unref (people->frequent_words);
  g_free (people);
}

/* --- reading ------------------------------------------------------------------------------------------ */

static void
add_text (KliDuplicatePeople *people, const char *text)
{
  g_byte_array_append (people->text, (const guint8 *)text, (guint)strlen (text) + 1);
}

static void
add_person (KliDuplicatePeople *people, KliStatement *statement)
{
  const char *birthday = kli_statement_get_text (statement, 3);
  Person person = { .id = kli_statement_get_integer (statement, 0),
                    .text = people->text->len,
                    .n_namesakes = 1,
                    .generation = kli_duplicate_generation (kli_statement_get_text (statement, 2)),
                    .is_organisation = g_str_equal (kli_statement_get_text (statement, 1), "organisation") };

  add_text (people, kli_statement_get_text (statement, 4));
  add_text (people, strlen (birthday) == strlen ("YYYY-MM-DD") ? birthday : "");
  g_array_append_val (people->people, person);
}

KliDuplicatePeople *
kli_duplicate_people_read (KliConnection *connection, GCancellable *cancellable, GError **error)
{
  g_autoptr (KliStatement) statement = NULL;
  g_autoptr (KliDuplicatePeople) people = g_new0 (KliDuplicatePeople, 1);
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (connection != NULL, NULL);

  people->people = g_array_new (FALSE, FALSE, sizeof (Person));
  people->text = g_byte_array_new ();
  people->frequent_words = g_array_new (FALSE, FALSE, sizeof (Word));
  statement = kli_connection_lend (connection, "duplicate-people", error);
  if (statement == NULL)
    return NULL;
  while (kli_statement_step (statement, &failure))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      add_person (people, statement);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&people);
}

/* --- one of them -------------------------------------------------------------------------------------- */

static const Person *
get_person (const KliDuplicatePeople *people, guint place)
{
  return &g_array_index (people->people, Person, place);
}

guint
kli_duplicate_people_count (const KliDuplicatePeople *people)
{
  g_return_val_if_fail (people != NULL, 0);

  return people->people->len;
}

gint64
kli_duplicate_people_get_id (const KliDuplicatePeople *people, guint place)
{
  return get_person (people, place)->id;
}

const char *
kli_duplicate_people_get_name (const KliDuplicatePeople *people, guint place)
{
  return (const char *)people->text->data + get_person (people, place)->text;
}

const char *
kli_duplicate_people_get_birthday (const KliDuplicatePeople *people, guint place)
{
  const char *name = kli_duplicate_people_get_name (people, place);

  return name + strlen (name) + 1;
}

guint
kli_duplicate_people_get_namesakes (const KliDuplicatePeople *people, guint place)
{
  return get_person (people, place)->n_namesakes;
}

gboolean
kli_duplicate_people_find (const KliDuplicatePeople *people, gint64 id, guint *place)
{
  guint from = 0;
  guint to = people->people->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (get_person (people, middle)->id < id)
        from = middle + 1;
      else
        to = middle;
    }
  *place = from;

  return from < people->people->len && get_person (people, from)->id == id;
}

/* --- how frequent names are --------------------------------------------------------------------------- */

static void
namesakes_cb (guint64 key, const guint32 *members, guint n_members, gpointer user_data)
{
  KliDuplicatePeople *people = user_data;

  for (guint i = 0; i < n_members; i++)
    g_array_index (people->people, Person, members[i]).n_namesakes = n_members;
}

static void
frequent_cb (guint64 key, const guint32 *members, guint n_members, gpointer user_data)
{
  KliDuplicatePeople *people = user_data;
  Word word = { key, n_members };

  g_array_append_val (people->frequent_words, word);
}

/* Król is a surname, and Krol before a surname a Karol: so the first words are counted by themselves. */
#define FIRST_SALT G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

typedef struct
{
  KliKeyBlocks *blocks;
  guint32 member;
  guint n_words; /* of the member so far */
} Adding;

static void
add_key_cb (guint64 key, gpointer user_data)
{
  Adding *adding = user_data;

  kli_key_blocks_add (adding->blocks, adding->n_words++ == 0 ? key ^ FIRST_SALT : key, adding->member);
}

void
kli_duplicate_people_count_names (KliDuplicatePeople *people)
{
  g_autoptr (KliKeyBlocks) blocks = kli_key_blocks_new ();
  Adding adding = { .blocks = blocks };

  g_return_if_fail (people != NULL);

  for (guint i = 0; i < people->people->len; i++)
    kli_key_blocks_add (blocks, kli_duplicate_name_hash (kli_duplicate_people_get_name (people, i)), i);
  kli_key_blocks_walk (blocks, 2, namesakes_cb, people);
  for (adding.member = 0; adding.member < people->people->len; adding.member++)
    {
      adding.n_words = 0;
      kli_duplicate_name_word_keys (kli_duplicate_people_get_name (people, adding.member), add_key_cb, &adding);
    }
  kli_key_blocks_walk (blocks, KLI_DUPLICATE_MISSPELT_MAX + 1, frequent_cb, people);
}

/* --- two of them -------------------------------------------------------------------------------------- */

static int
compare_words (gconstpointer a, gconstpointer b)
{
  const Word *one = a;
  const Word *other = b;

  return one->hash < other->hash ? -1 : one->hash > other->hash;
}

/* How many names have that word of @name where it stands there. Returns: 0 unless there are many */
static guint
count_word (const KliDuplicatePeople *people, const char *name, const char *word, gsize length)
{
  Word wanted = { .hash = kli_duplicate_word_hash (word, length) ^ (word == name ? FIRST_SALT : 0) };
  guint place;

  return g_array_binary_search (people->frequent_words, &wanted, compare_words, &place)
             ? g_array_index (people->frequent_words, Word, place).n
             : 0;
}

gboolean
kli_duplicate_people_is_same_kind (const KliDuplicatePeople *people, guint a, guint b)
{
  return get_person (people, a)->is_organisation == get_person (people, b)->is_organisation;
}

KliLikeness
kli_duplicate_people_compare (const KliDuplicatePeople *people, guint a, guint b)
{
  const char *name_a = kli_duplicate_people_get_name (people, a);
  const char *name_b = kli_duplicate_people_get_name (people, b);
  KliNameDifference difference;
  KliLikeness likeness;

  if (!kli_duplicate_people_is_same_kind (people, a, b))
    return KLI_LIKENESS_OTHER;
  likeness = kli_duplicate_name_compare (name_a, name_b, &difference);
  if (difference.a_length > 0 && likeness != KLI_LIKENESS_OTHER
      && kli_duplicate_are_two_words (count_word (people, name_a, difference.a, difference.a_length),
                                      count_word (people, name_b, difference.b, difference.b_length)))
    return KLI_LIKENESS_OTHER;

  return likeness;
}

void
kli_duplicate_people_describe (const KliDuplicatePeople *people, guint a, guint b, KliDuplicateEvidence *evidence)
{
  const Person *one = get_person (people, a);
  const Person *other = get_person (people, b);

  evidence->likeness = kli_duplicate_people_compare (people, a, b);
  evidence->n_namesakes = one->n_namesakes;
  if (kli_duplicate_name_hash (kli_duplicate_people_get_name (people, a))
      != kli_duplicate_name_hash (kli_duplicate_people_get_name (people, b)))
    evidence->n_namesakes += other->n_namesakes;
  evidence->birthdays = kli_duplicate_compare_birthdays (kli_duplicate_people_get_birthday (people, a),
                                                         kli_duplicate_people_get_birthday (people, b));
  evidence->generations_differ = one->generation != other->generation;
}
