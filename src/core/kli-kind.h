/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A kind of record: its table and its columns, declared once and used by every floor above. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a column's value is kept and checked. Everything is NOT NULL in the store: an empty text,
 * a 0 and a day of "" all mean "nothing recorded". */
typedef enum
{
  KLI_COLUMN_TEXT,     /* one line of UTF-8 */
  KLI_COLUMN_LONG,     /* several lines of UTF-8 */
  KLI_COLUMN_CHOICE,   /* one of a fixed set of language-neutral words */
  KLI_COLUMN_DAY,      /* YYYY-MM-DD */
  KLI_COLUMN_BIRTHDAY, /* YYYY-MM-DD or --MM-DD */
  KLI_COLUMN_INTEGER,
  KLI_COLUMN_BOOLEAN, /* 0 or 1 */
  KLI_COLUMN_MINOR,   /* money in hundredths, domain 3.4 */
  KLI_COLUMN_INSTANT, /* UTC milliseconds */
  KLI_COLUMN_ID,      /* the id of another record, 0 for none */
} KliColumnType;

typedef enum
{
  KLI_COLUMN_PLAIN = 0,
  /* Names the record this one belongs to or stands between: a change here touches that record
   * too (its history, its card). */
  KLI_COLUMN_OWNER = 1 << 0,
  /* A person may set it by its name (window, `klientela-cli set`). */
  KLI_COLUMN_EDITABLE = 1 << 1,
  /* Text: the SHA-256 of something in the content store, in hex. */
  KLI_COLUMN_CONTENT = 1 << 2,
  /* Names a record that may be removed for ever all the same: the row that mentions it goes with it. */
  KLI_COLUMN_MENTION = 1 << 3,
} KliColumnFlags;

typedef struct
{
  const char *name; /* the SQL column, the JSON key and the GObject property (with - for _) */
  KliColumnType type;
  KliColumnFlags flags;
  const char *const *choices; /* for KLI_COLUMN_CHOICE: NULL-terminated; the first is the default */
  gint64 initial;             /* for integers: what a new record has */
  /* For KLI_COLUMN_ID without KLI_COLUMN_OWNER: "contact-tags-of-tag" lists the live rows that name one record
   * here, their ids first. */
  const char *links_stem;
} KliColumn;

/* A kind is a constant table; compare kinds by address. The columns `id` and `deleted_at` stand
 * before the declared ones in every table and are not declared. */
typedef struct
{
  const char *name;           /* the table, and the word in file names and verbs: contact_point */
  const char *statement_stem; /* of its .sql files: contact-point (-select, -insert, -update) */
  const char *parts_stem;     /* "contact-points": lists the live rows of one owner; NULL when nobody's part */
  const KliColumn *columns;
  guint n_columns;
} KliKind;

/* Every kind of record that is kept in a tracked table, NULL-terminated, in the order in which
 * a changeset has them. */
extern const KliKind *const kli_kinds[];

/* Whether a column holds text; every other column holds an integer. Asked of every column of every row. */
static inline gboolean
kli_column_is_text (const KliColumn *column)
{
  return column->type <= KLI_COLUMN_BIRTHDAY;
}

/* The kind whose table is called @name, or NULL. */
const KliKind *kli_kind_by_name (const char *name);

/* The index of the column called @name, or -1. */
int kli_kind_find_column (const KliKind *kind, const char *name);

G_END_DECLS
