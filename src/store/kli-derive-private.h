/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the derivation share: the context, one subject, all subjects. */
#pragma once

#include "core/kli-id-table.h"
#include "store/kli-derive.h"
#include "store/kli-deriver.h"

G_BEGIN_DECLS

#define KLI_DERIVERS_MAX 32

/* NULL-terminated, at most KLI_DERIVERS_MAX, in the order in which they are derived. */
extern const KliDeriver *const kli_derivers[];

/* Reads what a derivation looks at besides the records. */
gboolean kli_derive_context_init (KliDeriveContext *context, KliConnection *connection, GError **error);
/* The same as in @like, for what is pure, in another thread. */
void kli_derive_context_init_pure (KliDeriveContext *context, const KliDeriveContext *like);
void kli_derive_context_clear (KliDeriveContext *context);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KliDeriveContext, kli_derive_context_clear)

/* Writes what was gathered: leaves a single mark for the orders in memory when too many places changed to be named,
 * and lets the members into their sets. */
gboolean kli_derive_finish (KliDeriveContext *context, GError **error);

/* A value of store_state. Returns: (transfer full) (nullable): "" when there is none, NULL with @error set. */
char *kli_derive_get_state (KliConnection *connection, const char *name, GError **error);
gboolean kli_derive_set_state (KliConnection *connection, const char *name, const char *value, GError **error);

/* Derives the rows of the contacts and contracts among @ids (element-type gint64, in any order), by the derivers whose
 * bit is set in @active; takes them and its local number away from one that is no more. Another id is passed over. */
gboolean kli_derive_subjects (KliDeriveContext *context, const GArray *ids, guint active, GError **error);

/* What was found of one table when it was compared. */
typedef struct
{
  guint n_differing; /* rows that are not as they should be */
  guint n_rows;      /* that there should be */
  gboolean mends;    /* they are written, too */
  GError *error;     /* nullable: why the rest was not looked at */
} KliDeriveTally;

/* What is done with every subject. */
typedef struct
{
  KliIdTable *stale;          /* nullable: whose rows may show old names */
  KliDeriveTally *tallies;    /* nullable: one for each of kli_derivers; writes nothing, counts instead */
  KliDeriveProgress progress; /* nullable */
  gpointer user_data;
} KliDeriveWalk;

/* One row: reckons, compares and writes, or counts in @tally (nullable) what it would have written. */
gboolean kli_derive_row (KliDeriveContext *context,
                         const KliDeriver *deriver,
                         const KliDeriveSubject *subject,
                         KliDeriveTally *tally,
                         GError **error);

/* The second half of that: @wanted is what the row should be. (nullable) */
gboolean kli_derive_settle (KliDeriveContext *context,
                            const KliDeriver *deriver,
                            const KliDeriveSubject *subject,
                            GBytes *wanted,
                            KliDeriveTally *tally,
                            GError **error);

/* Gives @subject, which has none, a number. */
gboolean kli_derive_number (KliDeriveContext *context, KliDeriveSubject *subject, GError **error);
/* @id is no contact or contract any more: if it was one, nothing derives from it from now on. */
gboolean kli_derive_remove (KliDeriveContext *context, gint64 id, GError **error);

/* So many subjects are read, reckoned and written together. */
#define KLI_DERIVE_AT_ONCE 1000

/* Derives, or only compares, the rows of the subjects @ids (element-type gint64), which are in order, by the derivers
 * whose bit is set in @active (kli-derive-batch.c). @walk: (nullable): without it, those that are no more are removed.
 */
gboolean kli_derive_batches (
    KliDeriveContext *context, const GArray *ids, guint active, const KliDeriveWalk *walk, GError **error);

/* Writes the rows that wait in feeds (kli-derive-feeds.c), or only when there are many. */
gboolean kli_derive_write_feeds (KliDeriveContext *context, GError **error);
gboolean kli_derive_write_feeds_if_many (KliDeriveContext *context, GError **error);

/* Compares every row of the contact or contract @id, and mends those that are wrong. @mended: gets the bits of their
 * tables, and that of the numbers when it had none. @local: (out): its number */
gboolean kli_derive_mend_subject (
    KliDeriveContext *context, const KliKind *kind, gint64 id, guint *mended, guint32 *local, GError **error);

/* Derives, or only compares, the rows of every subject, by the derivers whose bit is set in @active. A record is read
 * once for all of them. @walk: (nullable) */
gboolean kli_derive_all_subjects (KliDeriveContext *context, guint active, KliDeriveWalk *walk, GError **error);

/* The bit of @deriver. */
guint kli_derive_bit_of (const KliDeriver *deriver);

/* Those of the derivers whose rows show the names of neighbours. */
guint kli_derive_bits_of_names (void);

/* Leaves the rows that show the names of neighbours as they are for now, for all @ids (element-type gint64). */
gboolean kli_derive_mark_stale (KliConnection *connection, const GArray *ids, GError **error);
gboolean kli_derive_clear_stale (KliConnection *connection, GError **error);
/* At most @n_max of the records whose rows were left so; -1: all.
 * Returns: (transfer full) (nullable) (element-type gint64): NULL with @error set. */
GArray *kli_derive_list_stale (KliConnection *connection, gint64 n_max, GError **error);

/* --- looking over (kli-derive-mend.c) ------------------------------------------------------------------------ */

/* The bit of the numbers, which no deriver makes. */
#define KLI_DERIVE_BIT_OF_NUMBERS (1u << (KLI_DERIVERS_MAX - 1))

/* Where the looking over of all derived tables is. Begins as zeros. */
typedef struct
{
  guint stage;
  KliDerivePlace place; /* in it */
  guint mended;         /* the bits of all tables in which something was wrong */
  guint unreadable;     /* the bits of those that the next step makes anew */
  guint rebuilt;        /* the bits of those that a step made anew */
  const char *detail;   /* nullable: what was wrong last, in English */
  guint n_steps;
} KliDeriveMend;

void kli_derive_mend_clear (KliDeriveMend *mend);
/* Compares a part of the tables with what it derives from, and mends it, in a transaction of its own: an edit that
 * comes meanwhile waits for no more. What an edit changes between two parts is right, whether it was looked over or
 * not.
 * @more: (out): whether there is more to do. On an error @mend is as it was, but for what could not be read: that is
 * made anew by the next step, which must be in another transaction. */
gboolean kli_derive_mend_step (KliConnection *connection, KliDeriveMend *mend, gboolean *more, GError **error);
/* Whether the next part is a whole that cannot be parted; never once something was found to be wrong. It writes little,
 * and may as well be given up. */
gboolean kli_derive_mend_is_whole (const KliDeriveMend *mend);
/* How much is done, from 0 to 1. */
double kli_derive_mend_get_fraction (const KliDeriveMend *mend);
/* @mend as a text, for another start. Returns: (transfer full) */
char *kli_derive_mend_print (const KliDeriveMend *mend);
void kli_derive_mend_parse (KliDeriveMend *mend, const char *text);

/* Compares the index of @deriver, stage by stage. @detail: (out) (nullable): what is wrong; constant */
gboolean
kli_derive_check_index (KliDeriveContext *context, const KliDeriver *deriver, const char **detail, GError **error);

/* For a stage that goes from number to number: it has come to @local. */
gboolean kli_derive_place_set_part (KliDeriveContext *context, KliDerivePlace *place, gint64 local, GError **error);
/* For a stage of sets, whose place is a part of them. @part: (out): the next one */
gboolean
kli_derive_place_take_part (KliDeriveContext *context, KliDerivePlace *place, KliMemberPart *part, GError **error);

/* Makes the tables anew whose bits are set in @active. */
gboolean kli_derive_rebuild_some (
    KliConnection *connection, guint active, KliDeriveProgress progress, gpointer user_data, GError **error);

/* Whether the rows of @deriver were made by today's rules. */
gboolean
kli_derive_is_current (KliDeriveContext *context, const KliDeriver *deriver, gboolean *current, GError **error);
gboolean kli_derive_note_maker (KliDeriveContext *context, const KliDeriver *deriver, GError **error);

G_END_DECLS
