/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a record and its parts are named where people name them (`klientela-cli set`, JSON, the window's
 * fields), and the rules it keeps. Each kind of record has one constant shape in a file of its own. */
#pragma once

#include "core/kli-whole.h"
#include "operations/kli-draft.h"

G_BEGIN_DECLS

/* The word for this business itself among the parties of a contract. */
#define KLI_PARTY_SELF "self"

/* What the words below may look at. */
typedef struct
{
  KliDraft *draft;
  KliConnection *connection;
  const KliBusiness *business;
  KliEdit *edit; /* (nullable): NULL when nothing may be made on the way, such as a tag that is missing */
} KliAssignContext;

typedef enum
{
  KLI_ASSIGN_SET,
  KLI_ASSIGN_ADD,
  KLI_ASSIGN_REMOVE,
} KliAssignAction;

/* Another name for a column than its own, "" for one that is not shown; the end of an array has no name. */
typedef struct
{
  const char *name;
  guint column;
} KliColumnName;

/* What the second record of a part is to the record itself, "as": shown and set beside the columns. */
typedef struct
{
  const char *name;
  const char *(*get) (const KliRow *part, gint64 root);
  gboolean (*set) (KliRow *part, gint64 root, const char *text, GError **error);
} KliPartEnd;

/* A list of parts: points.0.value. */
typedef struct
{
  const char *name; /* "points" */
  const char *verb; /* "point": the verbs point-add, point-set, point-remove; NULL: only shown */
  const KliKind *kind;
  guint owner;                       /* the column with the id of the record they belong to */
  int other;                         /* the column with the id of a second record, shown as id and name; -1 */
  gboolean both_ways;                /* for an organisation, owner and other change places */
  gboolean either_way;               /* they change places where the record stands in other */
  gboolean bare;                     /* shown as nothing but the name of the second record */
  gboolean hidden;                   /* neither shown nor set */
  const KliColumnName *names;        /* (nullable) */
  const KliColumnName *turned_names; /* (nullable): in their place where owner and other change places */
  const KliPartEnd *end;             /* (nullable): what the second record is to the first */
  gboolean (*same) (const KliRow *a, const KliRow *b); /* whether b, being new, would repeat a */
  /* (nullable): sets the column with the id of a further record, by the name or the id of that one */
  gboolean (*refer) (KliAssignContext *context, KliRow *part, guint column, const char *text, GError **error);
} KliPartList;

/* phone+=TEXT adds a part, phone-=TEXT removes it, nip=TEXT sets it. */
typedef struct
{
  const char *word;
  const char *list;     /* by its name */
  const char *argument; /* for @fill */
  gboolean (*fill) (KliAssignContext *context, KliRow *part, const char *argument, const char *text, GError **error);
  /* (nullable): whether @part is one that the word may have made; then WORD=TEXT changes the first of them, adds it or
   * removes it */
  gboolean (*is_own) (const KliRow *part, const char *argument);
} KliPartWord;

/* value=3600.00 PLN sets several columns at once; manager=NAME sets one by what it stands for. */
typedef struct
{
  const char *word;
  gboolean (*set) (KliAssignContext *context, KliRow *root, const char *text, GError **error);
  const char *(*verb) (const char *text); /* (nullable): what the history calls setting it to that and nothing else */
} KliRootWord;

/* own.KEY=TEXT, own.KEY+=TEXT, own.KEY-=TEXT: parts that are told apart by a key of somebody's making, which is all
 * that stands behind the first full stop. */
typedef struct
{
  const char *word; /* also the name of the list */
  gboolean (*assign) (
      KliAssignContext *context, const char *key, KliAssignAction action, const char *text, GError **error);
} KliKeyedWord;

/* Columns shown together: {"value": {"minor", "currency", "per"}}, and value.minor in a path. */
typedef struct
{
  const char *group;
  const char *name;
  guint column;
} KliGroupMember;

typedef struct
{
  const KliKind *kind;
  const KliPartList *lists;
  guint n_lists;
  const KliPartWord *words;
  guint n_words;
  const KliRootWord *root_words;
  guint n_root_words;
  const KliKeyedWord *keyed_words;
  guint n_keyed_words;
  const KliGroupMember *members;
  guint n_members;
  const KliColumnName *verbs; /* (nullable): what the history calls a change of one column alone */
  guint name_column;          /* what it is called */
  /* (nullable): makes it keep its rules */
  gboolean (*settle) (KliDraft *draft, const KliBusiness *business, GError **error);
  /* (nullable): then, when it is written, makes it fit the other records. It gets the edit and not its connection: an
   * import gathers new rows until somebody asks for that, so only what has something to look up may. */
  gboolean (*check) (KliDraft *draft, KliEdit *edit, GError **error);
  const char *asked[3]; /* the conditions that segments ask for it by its name with; ended by NULL */
  /* (nullable): the same where there is more than that: before it is written, makes segments ask by its new names */
  gboolean (*follow) (KliDraft *draft, KliEdit *edit, GError **error);
} KliShape;

extern const KliShape kli_contact_shape;
extern const KliShape kli_contract_shape;
extern const KliShape kli_own_field_shape;
extern const KliShape kli_tag_shape;
extern const KliShape kli_staff_member_shape;
extern const KliShape kli_segment_shape;

/* Every kind of record that can be shown and set by itself, NULL-terminated. */
extern const KliShape *const kli_shapes[];

/* Returns: (nullable): NULL for a kind that is only a part of others. */
const KliShape *kli_shape_for_kind (const KliKind *kind);
/* The list called @name, or of @kind. Returns: (nullable) */
const KliPartList *kli_shape_find_list (const KliShape *shape, const char *name);
const KliPartList *kli_shape_find_list_of_kind (const KliShape *shape, const KliKind *kind);
const KliPartWord *kli_shape_find_word (const KliShape *shape, const char *word);
const KliRootWord *kli_shape_find_root_word (const KliShape *shape, const char *word);
/* The keyed word that @path begins with. @key: (out): what stands behind it, in @path. Returns: (nullable) */
const KliKeyedWord *kli_shape_find_keyed_word (const KliShape *shape, const char *path, const char **key);
/* The column of the record itself that @path (a name, or group.name) means, or -1. */
int kli_shape_find_column (const KliShape *shape, const char *path);
/* The verb of changing the column @path of the record itself, and nothing else. Returns: (nullable): without one of
 * its own */
const char *kli_shape_find_verb (const KliShape *shape, const char *path);
/* The member that @column is shown as. Returns: (nullable) */
const KliGroupMember *kli_shape_find_member (const KliShape *shape, guint column);

/* The columns of @part of @root that say whose it is and with whom; -1 for no second one. */
guint kli_part_list_owner_column (const KliPartList *list, const KliRow *root, const KliRow *part);
int kli_part_list_other_column (const KliPartList *list, const KliRow *root, const KliRow *part);
/* How @column of @part of @root is called in paths and JSON; NULL when it is not shown.
 * Returns: (transfer none) (nullable) */
const char *kli_part_list_column_name (const KliPartList *list, const KliRow *root, const KliRow *part, guint column);
/* The column called @name, or -1. */
int kli_part_list_find_column (const KliPartList *list, const KliRow *root, const KliRow *part, const char *name);

G_END_DECLS
