/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets of local numbers that are kept in the store under a key, so that a query reads some kilobytes instead of
 * looking at every record. Inside store/ only. */
#pragma once

#include "core/kli-bitmap.h"
#include "store/kli-connection.h"

G_BEGIN_DECLS

/* Sorts behind every key that starts with what stands before it. */
#define KLI_MEMBER_KEY_END "\U0010ffff"

/* Adds the members of the set @key to @found. @kept: (out) (optional): whether there is such a set. */
gboolean
kli_member_set_read (KliConnection *connection, const char *key, KliBitmap *found, gboolean *kept, GError **error);
/* @id: (out): of the set @key, 0 when there is none. */
gboolean kli_member_set_find (KliConnection *connection, const char *key, gint64 *id, GError **error);
/* The same; one that there is not is made, of nobody yet. */
gboolean kli_member_set_ensure (KliConnection *connection, const char *key, gint64 *id, GError **error);
/* Whether there is a set @key, of words or beginnings: those that an edit asks for. */
gboolean kli_member_set_exists (KliConnection *connection, const char *key, gboolean *exists, GError **error);
/* Whether there may be such with a key that starts with @start, a word and a space. */
gboolean kli_member_set_may_exist (KliConnection *connection, const char *start, gboolean *any, GError **error);
/* Adds the members of all sets with a key that starts with @start to @found. */
gboolean kli_member_set_read_all (KliConnection *connection, const char *start, KliBitmap *found, GError **error);
/* Which sets there are whose key starts with @start, in order.
 * Returns: (transfer full) (nullable) (element-type utf8): NULL with @error set. */
GPtrArray *kli_member_set_list (KliConnection *connection, const char *start, GError **error);

/* --- writing: on the writer's connection, in a transaction of the caller ---------------------------------- */

/* Who comes into which sets and who leaves them, gathered so that each block is written once. */
typedef struct _KliMemberChanges KliMemberChanges;

KliMemberChanges *kli_member_changes_new (void);
void kli_member_changes_free (KliMemberChanges *changes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliMemberChanges, kli_member_changes_free)

/* @local comes into the set @key, or leaves it. Of several changes the last holds. */
void kli_member_changes_add (KliMemberChanges *changes, const char *key, guint32 local, gboolean member);
guint kli_member_changes_count (const KliMemberChanges *changes);
/* Writes what was gathered, and forgets it. A set that is new is made. */
gboolean kli_member_changes_write (KliMemberChanges *changes, KliConnection *connection, GError **error);

/* So many numbers are compared at once at most. */
#define KLI_MEMBER_PART 4000

/* How sets are mended: which of the parts, whether nobody has a higher number, and whether that is only tried. */
typedef struct
{
  guint32 part;
  gboolean last;
  gboolean dry;
} KliMemberPart;

/* Compares the sets with a key that starts with @start with @wanted, who should be in which of them, for the numbers
 * of @part: mends those that differ, and empties @wanted. @mended: (out): becomes TRUE when one differed */
gboolean kli_member_sets_mend (KliConnection *connection,
                               const char *start,
                               const KliMemberPart *part,
                               KliMemberChanges *wanted,
                               gboolean *mended,
                               GError **error);
/* No block of the set @id has the number @first or a higher one. */
gboolean kli_member_set_mend_end (
    KliConnection *connection, gint64 id, gint64 first, gboolean dry, gboolean *mended, GError **error);

/* The set @key, in which nobody is, goes. */
gboolean kli_member_set_forget (KliConnection *connection, const char *key, GError **error);
/* The sets with a key that starts with @start go when nobody is in them. */
gboolean kli_member_set_forget_empty (KliConnection *connection, const char *start, GError **error);

/* --- checking --------------------------------------------------------------------------------------------- */

/* A sum over all pairs of key and number, the same in any order: two of them agree when the sets do. */
typedef struct
{
  guint64 n;
  guint64 sum;
} KliMemberSum;

void kli_member_sum_add (KliMemberSum *sum, const char *key, guint32 local);

G_END_DECLS
