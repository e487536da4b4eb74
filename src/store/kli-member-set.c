/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets of local numbers, kept in blocks. */
#include "store/kli-member-set.h"

#include "store/kli-connection-private.h"
#include "store/kli-fact.h"
#include "store/kli-store-error-private.h"

#include <string.h>

/* So many numbers a block: a bitmap of them fits a page of the store with what stands beside it, and begins at a
 * whole word of a KliBitmap. */
#define BLOCK_NUMBERS 32000
#define BLOCK_BYTES (BLOCK_NUMBERS / 8)
G_STATIC_ASSERT (BLOCK_BYTES % sizeof (guint64) == 0);
#define BLOCK_SHIFT 20

/* --- blocks ------------------------------------------------------------------------------------------------- */

/* The numbers of a block as bits; what is kept of it is shorter when they are few. */
typedef struct
{
  guint8 bits[BLOCK_BYTES];
} Block;

static void
block_decode (Block *block, const guint8 *members, gsize size)
{
  memset (block->bits, 0, BLOCK_BYTES);
  if (size == BLOCK_BYTES)
    {
      memcpy (block->bits, members, BLOCK_BYTES);
      return;
    }
  for (gsize i = 0; i + 1 < size; i += 2)
    {
      guint place = members[i] | (guint)members[i + 1] << 8;

      if (place < BLOCK_NUMBERS)
        block->bits[place / 8] |= (guint8)(1u << place % 8);
    }
}

static void
block_set (Block *block, guint place, gboolean member)
{
  guint8 bit = (guint8)(1u << place % 8);

  if (member)
    block->bits[place / 8] |= bit;
  else
    block->bits[place / 8] &= (guint8)~bit;
}

static guint
block_count (const Block *block)
{
  guint n = 0;

  for (guint i = 0; i < BLOCK_BYTES; i += sizeof (guint64))
    {
      guint64 word;

      memcpy (&word, block->bits + i, sizeof word);
      if (word != 0) /* as nearly all are of most sets */
        n += (guint)__builtin_popcountll (word);
    }

  return n;
}

/* Returns: the bytes to keep, in @few or the bits themselves; *@size is 0 when nobody is left. */
static const guint8 *
block_encode (const Block *block, guint8 *few, gsize *size)
{
  if (block_count (block) >= BLOCK_BYTES / 2)
    {
      *size = BLOCK_BYTES;
      return block->bits;
    }

  *size = 0;
  for (guint i = 0; i < BLOCK_BYTES; i += sizeof (guint64))
    {
      guint64 bits;

      memcpy (&bits, block->bits + i, sizeof bits);
      for (bits = GUINT64_FROM_LE (bits); bits != 0; bits &= bits - 1)
        {
          guint place = i * 8 + (guint)__builtin_ctzll (bits);

          few[(*size)++] = (guint8)place;
          few[(*size)++] = (guint8)(place >> 8);
        }
    }

  return few;
}

/* --- reading ------------------------------------------------------------------------------------------------ */

static void
add_block (KliBitmap *found, gint64 number, const guint8 *members, gsize size)
{
  guint32 first = (guint32)(number & ((1 << BLOCK_SHIFT) - 1)) * BLOCK_NUMBERS;

  if (size == BLOCK_BYTES)
    kli_bitmap_add_bytes (found, first, members, size);
  else
    for (gsize i = 0; i + 1 < size; i += 2)
      kli_bitmap_add (found, first + (members[i] | (guint)members[i + 1] << 8));
}

/* Adds every block that @statement lists. */
static gboolean
add_blocks (KliStatement *statement, KliBitmap *found, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  while (kli_statement_step (statement, &local_error))
    {
      gsize size;
      const guint8 *members = kli_statement_get_bytes (statement, 1, &size);

      add_block (found, kli_statement_get_integer (statement, 0), members, size);
    }

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

gboolean
kli_member_set_find (KliConnection *connection, const char *key, gint64 *id, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "member-set-of", error);
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (connection != NULL && key != NULL && id != NULL, FALSE);

  *id = 0;
  if (statement == NULL)
    return FALSE;
  kli_statement_bind_text (statement, 1, key);
  if (kli_statement_step (statement, &local_error))
    *id = kli_statement_get_integer (statement, 0);

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

gboolean
kli_member_set_read (KliConnection *connection, const char *key, KliBitmap *found, gboolean *kept, GError **error)
{
  g_autoptr (KliStatement) statement = NULL;
  gint64 id = 0;

  g_return_val_if_fail (connection != NULL && key != NULL && found != NULL, FALSE);

  if (!kli_member_set_find (connection, key, &id, error))
    return FALSE;
  if (kept != NULL)
    *kept = id != 0;
  if (id == 0)
    return TRUE;

  statement = kli_connection_lend (connection, "member-set-read", error);
  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, id << BLOCK_SHIFT);
  kli_statement_bind_integer (statement, 2, (id + 1) << BLOCK_SHIFT);

  return add_blocks (statement, found, error);
}

/* Returns: (transfer full) (nullable): @name, asking for the keys that start with @start. */
static KliStatement *
lend_for_start (KliConnection *connection, const char *name, const char *start, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, name, error);
  g_autofree char *end = g_strconcat (start, KLI_MEMBER_KEY_END, NULL);

  if (statement == NULL)
    return NULL;
  kli_statement_bind_text (statement, 1, start);
  kli_statement_bind_text (statement, 2, end);

  return g_steal_pointer (&statement);
}

gboolean
kli_member_set_read_all (KliConnection *connection, const char *start, KliBitmap *found, GError **error)
{
  g_autoptr (KliStatement) statement = NULL;

  g_return_val_if_fail (connection != NULL && start != NULL && found != NULL, FALSE);

  statement = lend_for_start (connection, "member-set-read-all", start, error);

  return statement != NULL && add_blocks (statement, found, error);
}

GPtrArray *
kli_member_set_list (KliConnection *connection, const char *start, GError **error)
{
  g_autoptr (KliStatement) statement = NULL;
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (connection != NULL && start != NULL, NULL);

  statement = lend_for_start (connection, "member-set-keys", start, error);
  if (statement == NULL)
    return NULL;
  while (kli_statement_step (statement, &local_error))
    g_ptr_array_add (keys, g_strdup (kli_statement_get_text (statement, 0)));

  return kli_store_error_pass (error, g_steal_pointer (&local_error)) ? g_steal_pointer (&keys) : NULL;
}

/* --- writing ------------------------------------------------------------------------------------------------ */

typedef struct
{
  guint32 local;
  gboolean member;
} Change;

struct _KliMemberChanges
{
  GHashTable *of_sets; /* key → GArray of Change */
  guint n;
};

KliMemberChanges *
kli_member_changes_new (void)
{
  KliMemberChanges *changes = g_new0 (KliMemberChanges, 1);

  changes->of_sets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);

  return changes;
}

void
kli_member_changes_free (KliMemberChanges *changes)
{
  if (changes == NULL)
    return;

  g_hash_table_unref (changes->of_sets);
  g_free (changes);
}

void
kli_member_changes_add (KliMemberChanges *changes, const char *key, guint32 local, gboolean member)
{
  Change change = { local, member };
  GArray *of_set;

  g_return_if_fail (changes != NULL && key != NULL);

  of_set = g_hash_table_lookup (changes->of_sets, key);
  if (of_set == NULL)
    {
      of_set = g_array_new (FALSE, FALSE, sizeof (Change));
      g_hash_table_insert (changes->of_sets, g_strdup (key), of_set);
    }
  g_array_append_val (of_set, change);
  changes->n++;
}

guint
kli_member_changes_count (const KliMemberChanges *changes)
{
  g_return_val_if_fail (changes != NULL, 0);

  return changes->n;
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  guint32 first = ((const Change *)a)->local, second = ((const Change *)b)->local;

  return first < second ? -1 : first > second;
}

static gboolean
read_block (KliConnection *connection, gint64 number, Block *block, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "member-block-select", error);
  g_autoptr (GError) local_error = NULL;
  const guint8 *members = NULL;
  gsize size = 0;

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, number);
  if (kli_statement_step (statement, &local_error))
    members = kli_statement_get_bytes (statement, 0, &size);
  block_decode (block, members, size);

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

static gboolean
write_block (KliConnection *connection, gint64 number, const Block *block, GError **error)
{
  guint8 few[BLOCK_BYTES];
  gsize size;
  const guint8 *members = block_encode (block, few, &size);
  g_autoptr (KliStatement) statement
      = kli_connection_lend (connection, size > 0 ? "member-block-set" : "member-block-delete", error);

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, number);
  if (size > 0)
    kli_statement_bind_bytes (statement, 2, members, size);

  return kli_statement_run (statement, error);
}

gboolean
kli_member_set_ensure (KliConnection *connection, const char *key, gint64 *id, GError **error)
{
  g_autoptr (KliStatement) statement = NULL;
  gboolean made;

  if (!kli_member_set_find (connection, key, id, error))
    return FALSE;
  if (*id != 0)
    return TRUE;

  statement = kli_connection_lend (connection, "member-set-insert", error);
  if (statement == NULL)
    return FALSE;
  kli_statement_bind_text (statement, 1, key);
  kli_known_sets_expect (connection->known_sets, key);
  made = kli_statement_run (statement, error);
  kli_known_sets_expect (connection->known_sets, NULL);
  if (!made)
    return FALSE;
  *id = sqlite3_last_insert_rowid (kli_connection_get_handle (connection));

  return TRUE;
}

/* Nothing is left of a fact that holds of nobody, not even its words. The set of a word that nobody has says just
 * that. */
static gboolean
forget_if_fact (KliConnection *connection, const char *key, GError **error)
{
  return !g_str_has_prefix (key, KLI_FACT_START) || kli_member_set_forget_empty (connection, key, error);
}

/* @of_set is sorted by number, and changes of the same one stand in the order in which they came. */
static gboolean
write_set (KliConnection *connection, const char *key, const GArray *of_set, GError **error)
{
  gboolean is_left = FALSE;
  gint64 id;
  guint i = 0;

  if (!kli_member_set_ensure (connection, key, &id, error))
    return FALSE;

  while (i < of_set->len)
    {
      guint32 which = g_array_index (of_set, Change, i).local / BLOCK_NUMBERS;
      gint64 number = id << BLOCK_SHIFT | which;
      Block block;

      if (!read_block (connection, number, &block, error))
        return FALSE;
      for (; i < of_set->len && g_array_index (of_set, Change, i).local / BLOCK_NUMBERS == which; i++)
        {
          const Change *change = &g_array_index (of_set, Change, i);

          block_set (&block, change->local % BLOCK_NUMBERS, change->member);
        }
      if (!write_block (connection, number, &block, error))
        return FALSE;
      is_left = is_left || block_count (&block) > 0;
    }

  return is_left || forget_if_fact (connection, key, error);
}

gboolean
kli_member_changes_write (KliMemberChanges *changes, KliConnection *connection, GError **error)
{
  GHashTableIter iter;
  gpointer key, of_set;

  g_return_val_if_fail (changes != NULL && connection != NULL, FALSE);

  g_hash_table_iter_init (&iter, changes->of_sets);
  while (g_hash_table_iter_next (&iter, &key, &of_set))
    {
      g_array_sort (of_set, compare_changes);
      if (!write_set (connection, key, of_set, error))
        return FALSE;
    }
  g_hash_table_remove_all (changes->of_sets);
  changes->n = 0;

  return TRUE;
}

/* --- mending ------------------------------------------------------------------------------------------------ */

#define PARTS (BLOCK_NUMBERS / KLI_MEMBER_PART)
#define PART_BYTES (KLI_MEMBER_PART / 8)
G_STATIC_ASSERT (KLI_MEMBER_PART % 8 == 0 && BLOCK_NUMBERS % KLI_MEMBER_PART == 0);

/* What stands in a part of the sets, and what should. */
typedef struct
{
  KliConnection *connection;
  KliMemberChanges *wanted;
  const KliMemberPart *part;
  gboolean *mended;
} Mending;

/* @of_set: (nullable): those who should be in the set @id in this part. */
static gboolean
mend_part (const Mending *mending, gint64 id, const GArray *of_set, GError **error)
{
  gint64 number = id << BLOCK_SHIFT | mending->part->part / PARTS;
  guint offset = mending->part->part % PARTS * PART_BYTES;
  Block block, wanted;

  if (!read_block (mending->connection, number, &block, error))
    return FALSE;
  wanted = block;
  memset (wanted.bits + offset, 0, mending->part->last ? BLOCK_BYTES - offset : PART_BYTES);
  for (guint i = 0; of_set != NULL && i < of_set->len; i++)
    block_set (&wanted, g_array_index (of_set, Change, i).local % BLOCK_NUMBERS, TRUE);
  if (memcmp (&block, &wanted, sizeof block) == 0)
    return TRUE;
  *mending->mended = TRUE;

  return mending->part->dry || write_block (mending->connection, number, &wanted, error);
}

gboolean
kli_member_set_mend_end (
    KliConnection *connection, gint64 id, gint64 first, gboolean dry, gboolean *mended, GError **error)
{
  const char *name = dry ? "member-set-read" : "member-block-delete-from";
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, name, error);
  int n_before = sqlite3_total_changes (kli_connection_get_handle (connection));
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (mended != NULL, FALSE);

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, id << BLOCK_SHIFT | first);
  kli_statement_bind_integer (statement, 2, (id + 1) << BLOCK_SHIFT);
  if (kli_statement_step (statement, &local_error)
      || sqlite3_total_changes (kli_connection_get_handle (connection)) > n_before)
    *mended = TRUE;

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

/* The sets that there are. What is left of the wanted is of others. */
static gboolean
mend_kept (const Mending *mending, const char *start, GError **error)
{
  g_autoptr (KliStatement) statement = lend_for_start (mending->connection, "member-sets", start, error);
  const KliMemberPart *part = mending->part;
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  while (kli_statement_step (statement, &local_error))
    {
      gint64 id = kli_statement_get_integer (statement, 0);
      const char *key = kli_statement_get_text (statement, 1);

      if (!mend_part (mending, id, g_hash_table_lookup (mending->wanted->of_sets, key), error)
          || (part->last
              && !kli_member_set_mend_end (mending->connection, id, part->part / PARTS + 1, part->dry, mending->mended,
                                           error)))
        return FALSE;
      g_hash_table_remove (mending->wanted->of_sets, key);
    }

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

gboolean
kli_member_sets_mend (KliConnection *connection,
                      const char *start,
                      const KliMemberPart *part,
                      KliMemberChanges *wanted,
                      gboolean *mended,
                      GError **error)
{
  Mending mending = { connection, wanted, part, mended };

  g_return_val_if_fail (connection != NULL && start != NULL && part != NULL && wanted != NULL, FALSE);
  g_return_val_if_fail (mended != NULL, FALSE);

  if (!mend_kept (&mending, start, error))
    return FALSE;
  *mended = *mended || g_hash_table_size (wanted->of_sets) > 0;

  return part->dry || kli_member_changes_write (wanted, connection, error);
}

gboolean
kli_member_set_forget (KliConnection *connection, const char *key, GError **error)
{
  g_autoptr (KliStatement) statement = NULL;

  g_return_val_if_fail (connection != NULL && key != NULL, FALSE);

  statement = kli_connection_lend (connection, "member-set-forget", error);
  if (statement == NULL)
    return FALSE;
  kli_statement_bind_text (statement, 1, key);

  return kli_statement_run (statement, error);
}

gboolean
kli_member_set_forget_empty (KliConnection *connection, const char *start, GError **error)
{
  g_autoptr (KliStatement) statement = NULL;

  g_return_val_if_fail (connection != NULL && start != NULL, FALSE);

  statement = lend_for_start (connection, "member-sets-forget-empty", start, error);

  return statement != NULL && kli_statement_run (statement, error);
}

/* --- checking ----------------------------------------------------------------------------------------------- */

/* FNV-1a, and the finish of splitmix64: spreads the sums of millions of pairs. */
static guint64
hash_pair (const char *key, guint32 local)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (; *key != '\0'; key++)
    hash = (hash ^ (guint8)*key) * G_GUINT64_CONSTANT (1099511628211);
  hash += (guint64)local * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  hash = (hash ^ hash >> 30) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  hash = (hash ^ hash >> 27) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return hash ^ hash >> 31;
}

void
kli_member_sum_add (KliMemberSum *sum, const char *key, guint32 local)
{
  g_return_if_fail (sum != NULL && key != NULL);

  sum->n++;
  sum->sum += hash_pair (key, local);
}
