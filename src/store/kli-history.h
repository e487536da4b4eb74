/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was done: the entries of the history, and taking them back. */
#pragma once

#include "store/kli-store.h"

G_BEGIN_DECLS

/* One entry. */
typedef struct
{
  gint64 id;
  char *verb;    /* "undo" and "redo" for what kli_undo made */
  gint64 origin; /* the edit that is taken back or done again in the end; an edit is its own */
  char *origin_verb;
  gint64 subject;
  char *subject_name; /* as the record is called now, "" when it is about many */
  gint64 instant;     /* UTC milliseconds */
  char *who;          /* account name on this desk */
  char *desk;
  gint64 undoes;      /* the entry this one takes back, 0 for none */
  gint64 undone_by;   /* the entry that took this one back, 0 while it stands; a redo stands as its edit does */
  guint n_changes;    /* rows */
  int schema_version; /* of the store that wrote it */
  char *state;        /* done, running; erased: lost rows of somebody who was removed; told: never had any */
} KliHistoryEntry;

void kli_history_entry_free (KliHistoryEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliHistoryEntry, kli_history_entry_free)

/* Instead of a column of the kind: the mark of deletion, as UTC milliseconds. */
#define KLI_HISTORY_DELETED_AT G_MAXUINT

/* One field of one row that an entry changed. Of a new row only the fields that hold something. */
typedef struct
{
  const KliKind *kind;
  gint64 id;
  KliChangeOperation operation;
  guint column; /* of @kind, or KLI_HISTORY_DELETED_AT */
  char *before; /* as text, "" for nothing */
  char *after;
} KliHistoryField;

void kli_history_field_free (KliHistoryField *field);

/* Entries, newest first; of one record and its parts when @owner is not 0.
 * Returns: (transfer container) (element-type KliHistoryEntry) (nullable) */
GPtrArray *kli_history_read_list (KliConnection *connection, gint64 owner, guint limit, GError **error);
/* Returns: (element-type KliHistoryField) (nullable) */
GPtrArray *kli_history_fields (KliConnection *connection, gint64 edit, GError **error);

/* One row that an entry changed. */
typedef struct
{
  const KliKind *kind;
  gint64 id;
  gint64 card; /* the record it belongs to, the first of them; itself when it is nobody's part */
  KliChangeOperation operation;
  gboolean came_or_went; /* was made, or moved to the trash or out of it */
  guint place;           /* among the rows that are read for the same owner */
} KliHistoryRow;

/* The rows of an entry, without their fields: what an entry about many is chosen from, a page at a time. Only those
 * of the record @owner and its parts when that is not 0.
 * Returns: (transfer full) (element-type KliHistoryRow) (nullable): NULL with @error set */
GArray *kli_history_rows (KliConnection *connection, gint64 edit, gint64 owner, GError **error);
/* The fields of the rows that kli_history_rows() with the same @owner has at @places (element-type guint), which
 * ascend. Returns: (transfer container) (element-type KliHistoryField) (nullable) */
GPtrArray *
kli_history_fields_at (KliConnection *connection, gint64 edit, gint64 owner, const GArray *places, GError **error);

/* Which entries are wanted. */
typedef struct
{
  gint64 owner;    /* those that touched this record or its parts; 0: any */
  const char *who; /* (nullable): an account name */
  gint64 since;    /* UTC milliseconds: not before */
  gint64 until;    /* and before */
  gboolean (*fits) (const KliHistoryEntry *entry, gpointer user_data); /* (nullable): whatever else */
  gpointer user_data;
} KliHistoryWanted;

/* The first @limit wanted entries that are older than @before and newer than @after, newest first. Looks at a
 * bounded number of entries, so that fewer may come although there are more: then @next says where to go on; it is 0
 * when there are no more.
 * @before: an id, G_MAXINT64 to begin. @after: an id or 0
 * Returns: (transfer container) (element-type KliHistoryEntry) (nullable): NULL with @error set */
GPtrArray *kli_history_page (KliConnection *connection,
                             const KliHistoryWanted *wanted,
                             gint64 before,
                             gint64 after,
                             guint limit,
                             gint64 *next,
                             GError **error);
/* Returns: (transfer full) (nullable): NULL with @error set (KLI_STORE_ERROR_NOT_FOUND). */
KliHistoryEntry *kli_history_read_entry (KliConnection *connection, gint64 id, GError **error);
/* Returns: the id of the newest entry, 0 when there is none, -1 with @error set */
gint64 kli_history_newest (KliConnection *connection, GError **error);
/* Everybody who made an entry, in the order of the bytes. Returns: (transfer full) (nullable): for g_strfreev () */
char **kli_history_people (KliConnection *connection, GError **error);

/* What taking an entry back would mean. */
typedef struct
{
  KliHistoryEntry *entry;
  guint n_free;       /* rows that are as the entry left them */
  guint n_touched;    /* rows that stay: changed since, or one thing with a row that was (a contact with its phone) */
  GPtrArray *touched; /* gint64* ids of the records those belong to, at most 20 */
  gboolean all_or_nothing; /* merges and contract acts */
  gboolean ask;            /* from before this start, an import, a merge, a bulk edit: ask by name first */
} KliUndoPlan;

void kli_undo_plan_free (KliUndoPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliUndoPlan, kli_undo_plan_free)

typedef enum
{
  KLI_UNDO_NEWEST, /* the newest entry of this desk that is neither undone nor an undo */
  KLI_UNDO_REDO,   /* the newest undo, unless an edit came after it */
  KLI_UNDO_ENTRY,  /* a given entry */
} KliUndoWhich;

/* Returns: (transfer full) (nullable): NULL with KLI_STORE_ERROR_NOT_FOUND when there is nothing. */
KliUndoPlan *kli_undo_plan (KliStore *store, KliUndoWhich which, gint64 entry, GError **error);
void kli_undo_plan_async (KliStore *store,
                          KliUndoWhich which,
                          gint64 entry,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
KliUndoPlan *kli_undo_plan_finish (KliStore *store, GAsyncResult *result, GError **error);

/* Takes @entry back as a new edit built from the inverse: of an edit that is an undo, of an undo a redo,
 * and a redo goes back as the edit that it did again. @rest: leave rows alone that were changed since;
 * otherwise such a row is KLI_STORE_ERROR_CONFLICT and nothing is done, as it is when no row is free or
 * the entry was taken back already. Undoing a creation marks as deleted.
 * Returns: the id of the new edit, -1 with @error set. */
gint64 kli_undo (KliStore *store, gint64 entry, gboolean rest, GError **error);
void kli_undo_async (KliStore *store,
                     gint64 entry,
                     gboolean rest,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data);
gint64 kli_undo_finish (KliStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
