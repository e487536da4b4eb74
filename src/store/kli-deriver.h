/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One derived table: a contact or contract has at most one row in it, which is a function of the records.
 * Inside store/ only. A new derived table is a file with a KliDeriver and a line in kli-derive.c. */
#pragma once

#include "core/kli-changes.h"
#include "core/kli-day.h"
#include "core/kli-fold.h"
#include "core/kli-id-table.h"
#include "core/kli-kinds.h"
#include "store/kli-derive-value.h"
#include "store/kli-feed.h"
#include "store/kli-member-set.h"

G_BEGIN_DECLS

typedef struct _KliDeriver KliDeriver;
typedef struct _KliDeriveParts KliDeriveParts;

/* What a derivation looks at besides the records. */
typedef struct
{
  KliConnection *connection; /* NULL where something pure is reckoned */
  KliLanguage language;      /* in store_state */
  KliCollator *collator;     /* of that */
  KliDay day;
  char *country;              /* of the business, "" when not known */
  gboolean rebuilding;        /* the table is empty: there are no old rows, and the index is made at the end */
  gboolean damaged;           /* the index of words was found to be: it is made anew afterwards, not in an edit */
  gboolean knows_index_place; /* and it is: kli-search-index.c's own */
  gint64 index_place;
  guint n_notes;               /* places in orders that changed so far */
  KliIdTable *noted;           /* nullable: those of them that were named, which several orders may name */
  KliMemberChanges *members;   /* nullable: who comes into sets and leaves them */
  GHashTable *frequent;        /* nullable: kli-frequent.c's own: the sets that were asked for */
  struct _KliPhrases *phrases; /* nullable: kli-phrases.c's own: the words that were asked for */
  GHashTable *keys;            /* nullable: text → GBytes: the sort keys that were made last */
  gboolean mending;            /* rows are mended one by one; the sets are compared with them afterwards */
  guint unreadable;            /* the bits of those tables that could not be read */
  gboolean gathers;            /* many subjects are derived: the rows of new ones are written together */
  GArray *waiting;             /* nullable: kli-derive-feeds.c's own: those rows */
} KliDeriveContext;

/* How far something is that is looked over, and mended where it is wrong, a part at a time. Begins as zeros. */
typedef struct
{
  gint64 at;          /* the number or id that it has come to */
  char *key;          /* nullable: the key, where that comes before the number */
  double part;        /* of it that is done, as far as can be told */
  guint mended;       /* the bits of the tables in which something was wrong */
  const char *detail; /* nullable: what it was, in English */
  guint skip;         /* so many of the next stages are not needed */
  gboolean dry;       /* nothing is mended, but told as if it were */
  gboolean found;     /* something was wrong before: what can be compared only as a whole is made sure of instead */
  gboolean ended;
} KliDerivePlace;

/* A stage of looking over an index: what stands beside the rows of a table and follows from them. */
typedef struct
{
  /* Compares some of it from @place on, mends what is wrong, and moves @place. */
  gboolean (*take) (KliDeriveContext *context, KliDerivePlace *place, GError **error);
  gboolean is_whole; /* unless something was found, it cannot be done in parts: it is given up when somebody asks for
                      * something, and begins again */
} KliDeriveStage;

/* What hangs on a subject, by its bit in what a deriver needs (kli-derive-parts.h). */
typedef enum
{
  KLI_DERIVE_ADDRESSES,
  KLI_DERIVE_POINTS,
  KLI_DERIVE_MEMBERSHIPS,
  KLI_DERIVE_TAGS,
  KLI_DERIVE_IDENTIFIERS,
  KLI_DERIVE_NUMBERS,
  KLI_DERIVE_HOUSEHOLDS,
  KLI_DERIVE_PARTIES,
  KLI_DERIVE_RELATIONS,
  KLI_DERIVE_TOUCHES,
  KLI_DERIVE_N_LISTS,
} KliDeriveList;

/* One contact or contract. */
typedef struct
{
  gint64 id;
  guint32 local;
  const KliDeriveParts *parts; /* what the derivers at work need; NULL without a row */
  const KliRow *row;           /* NULL: it was removed, nothing derives from it any more */
  gboolean is_new;             /* it has its number since now: nothing was derived from it before */
} KliDeriveSubject;

/* What stands in the columns of a derived row. */
typedef enum
{
  KLI_DERIVE_TEXTS,
  KLI_DERIVE_BYTES,
  KLI_DERIVE_INTEGERS, /* gint64 */
} KliDeriveColumns;

/* The rows of a derived table are compared as bytes (kli-derive-value.h); NULL is "no row". */
struct _KliDeriver
{
  const char *name;
  guint version;                /* of the rules: another one in the store makes it anew */
  const KliKind *subject;       /* contacts or contracts; NULL: both */
  const KliKind *depends_on[9]; /* kinds a change of which may change a touched subject's row; none: any */
  guint64 contact_columns;      /* of contacts, those a change of which may (KLI_CHANGE_COLUMN); 0: any */
  gboolean of_language;         /* whether it depends on the order of a language */
  gboolean of_names;            /* whether it depends on the names of neighbours (derive-neighbours.sql) */
  gboolean of_settings;         /* whether a changed setting changes every row */
  guint needs;                  /* the lists it reckons from, a bit each */
  gboolean is_pure;             /* it reckons from the subject alone, and so in any thread, many at once: the context
                                 * has no connection then */

  /* What the row should be. (transfer full) (nullable): NULL with @error set, or for no row. */
  GBytes *(*reckon) (KliDeriveContext *context, const KliDeriveSubject *subject, GError **error);
  /* What the row is. (transfer full) (nullable) */
  GBytes *(*read) (KliDeriveContext *context, const KliDeriveSubject *subject, GError **error);
  /* Turns @old into @new; at most one of them is NULL. (nullable): when kli_derive_put is all there is to do. */
  gboolean (*write) (
      KliDeriveContext *context, const KliDeriveSubject *subject, GBytes *old, GBytes *new, GError **error);

  const char *set_statement;    /* the key and the columns of the row are its parameters; its sister with -all at the
                                 * end takes the rows of a feed (kli-feed.h) */
  const char *delete_statement; /* the key is its parameter */
  KliDeriveColumns columns;     /* what stands in all of them */
  gboolean by_id;               /* the key is the id of the subject, not its number */
  gboolean at_once;             /* another deriver reads the row: it waits for no others, and there is no sister */
  gboolean is_order;            /* another row is another place in an order in memory */

  const char *const *empty_statements; /* NULL-terminated: empty the table and its index */
  const char *count_statement;         /* how many rows there are */
  const char *strays_statement;        /* at most ?2 rows behind the key ?1, and whether each belongs to a subject */
  const KliDeriveStage *stages;        /* nullable: of its index, in order, ended by one without a function */
  /* After the rows were made anew: makes the index. (nullable) */
  gboolean (*finish_rebuild) (KliDeriveContext *context, GError **error);
};

extern const KliDeriver kli_contact_fact_deriver;
extern const KliDeriver kli_contact_match_deriver;
extern const KliDeriver kli_contact_order_deriver;
extern const KliDeriver kli_contact_place_deriver;
extern const KliDeriver kli_contact_recent_deriver;
extern const KliDeriver kli_contact_touch_deriver;
extern const KliDeriver kli_contract_order_deriver;
extern const KliDeriver kli_contract_state_deriver;
extern const KliDeriver kli_search_deriver;

/* Tells the orders in memory that @subject has another place now (order_change). */
gboolean kli_derive_note_order (KliDeriveContext *context, const KliDeriveSubject *subject, GError **error);

/* At the end of the derivation @local leaves the sets (kli-member-set.h) with those of the keys @before that are not in
 * @after, and comes into those with the keys that are only there (element-type utf8). */
gboolean kli_derive_change_members (
    KliDeriveContext *context, GHashTable *before, GHashTable *after, guint32 local, GError **error);

/* The same of one that is in none of them yet. */
gboolean kli_derive_add_members (KliDeriveContext *context, GHashTable *keys, guint32 local, GError **error);

/* The same for those sets whose keys are the lines of @before and @after. */
gboolean kli_derive_change_members_by_line (
    KliDeriveContext *context, const char *before, const char *after, guint32 local, GError **error);

/* Sorts @lines (element-type utf8). Returns: (transfer full): each once, a line each. */
char *kli_derive_join_lines (GPtrArray *lines);
/* Goes to the first line of *@lines that is no line of @others. @line: gets it; *@lines: what is behind it.
 * Returns: FALSE when there is none. */
gboolean kli_derive_take_line (const char **lines, const char *others, GString *line);

/* Writes @row as that of @subject in the table of @deriver, or takes it away: @row is NULL. That of a new subject is
 * put with those of others, where there are many. */
gboolean kli_derive_put (
    KliDeriveContext *context, const KliDeriver *deriver, const KliDeriveSubject *subject, GBytes *row, GError **error);

/* For a `write`: where the row of @subject, which has none yet, is to be put with those of others: the values of what
 * stands in the statement @name, which has a sister @name-all that takes the rows of a feed (kli-feed.h). @sorts: in
 * the order of the first column, a text. Returns: (transfer none) (nullable): NULL when the row is to be written at
 * once. */
KliFeed *kli_derive_feed (
    KliDeriveContext *context, const KliDeriveSubject *subject, const char *name, guint n_columns, gboolean sorts);

/* For a `read`: runs the statement @name with @subject's number or id as its parameter.
 * Returns: (transfer full) (nullable): the statement standing on its row; NULL when there is none or with
 * @error set. */
KliStatement *kli_derive_look_up (KliDeriveContext *context, const char *name, gint64 key, GError **error);

/* What kli_derive_sort_text () looks at, and whether there is anything to sort. */
#define KLI_DERIVE_SORTED_COLUMNS                                                                                      \
  (KLI_CHANGE_COLUMN (KLI_CONTACT_KIND) | KLI_CHANGE_COLUMN (KLI_CONTACT_NAME) | KLI_CHANGE_COLUMN (KLI_CONTACT_GIVEN) \
   | KLI_CHANGE_COLUMN (KLI_CONTACT_ADDITIONAL) | KLI_CHANGE_COLUMN (KLI_CONTACT_FAMILY) | KLI_CHANGE_DELETED_AT)

/* What a contact is sorted by among others: its family name first where there is one, or not.
 * Returns: (transfer full) */
char *kli_derive_sort_text (const KliRow *contact, gboolean by_family);

/* The sort key of @text. An order by name and one by city ask for the same name, and many for the same city.
 * Returns: (transfer full) */
GBytes *kli_derive_collate (KliDeriveContext *context, const char *text);
/* A row of the sort keys of the @n @texts. Returns: (transfer full) */
GBytes *kli_derive_collate_all (KliDeriveContext *context, const char *const *texts, guint n);

G_END_DECLS
