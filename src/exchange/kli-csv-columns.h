/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of a table of contacts mean, by their headers. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a column says. */
typedef enum
{
  KLI_CSV_UNKNOWN, /* kept as an extra named by its header */
  KLI_CSV_KIND,
  KLI_CSV_NAME,
  KLI_CSV_GIVEN,
  KLI_CSV_ADDITIONAL,
  KLI_CSV_FAMILY,
  KLI_CSV_PREFIX,
  KLI_CSV_SUFFIX,
  KLI_CSV_CALL_NAME,
  KLI_CSV_ADDRESS_FORM,
  KLI_CSV_VOCATIVE,
  KLI_CSV_LEGAL_FORM,
  KLI_CSV_NICKNAME,
  KLI_CSV_TITLE,  /* a prefix or a role: decided by the other columns and by what stands in it */
  KLI_CSV_COUNTY, /* the region where there is no other, else unknown */
  KLI_CSV_NUMBER, /* a phone where there is no other and it looks like one, else unknown */
  KLI_CSV_ROLE,
  KLI_CSV_ORGANISATION,
  KLI_CSV_DEPARTMENT,
  KLI_CSV_BIRTHDAY,
  KLI_CSV_BIRTH_YEAR,
  KLI_CSV_BIRTH_MONTH,
  KLI_CSV_BIRTH_DAY,
  KLI_CSV_ANNIVERSARY,
  KLI_CSV_EVENT,       /* a day: an anniversary where its label says so */
  KLI_CSV_EVENT_LABEL, /* kept as it is, with the day */
  KLI_CSV_NOTE,
  KLI_CSV_TAGS,
  KLI_CSV_KEY, /* the own-id column */
  KLI_CSV_UID, /* the UID of a vCard, in our own tables */
  KLI_CSV_PHOTO,
  KLI_CSV_LINE,            /* a line of a vCard that our own tables carry through */
  KLI_CSV_IDENTIFIER,      /* an official number: of the kind its label says, else of the one it looks like */
  KLI_CSV_IDENTIFIER_KIND, /* what kind it is, in our own tables */
  KLI_CSV_PHONE,           /* these four in the order of the kinds of contact points */
  KLI_CSV_MAIL,
  KLI_CSV_PAGE,
  KLI_CSV_CHAT,
  KLI_CSV_STREET,
  KLI_CSV_HOUSE, /* its number, in a column of its own */
  KLI_CSV_FLAT,  /* the same of the flat in it */
  KLI_CSV_CITY,  /* these nine in the order of kli_csv_take_place () */
  KLI_CSV_POSTCODE,
  KLI_CSV_REGION,
  KLI_CSV_COUNTRY,
  KLI_CSV_OWN_HOUSE, /* in our own tables, where it is no part of the street */
  KLI_CSV_RT,
  KLI_CSV_RW,
  KLI_CSV_VILLAGE,
  KLI_CSV_DISTRICT,
  KLI_CSV_FORMATTED, /* a whole address: used when its parts are empty */
  KLI_CSV_LABEL,     /* of the point or address with the same stem and number */
  KLI_CSV_PREFERRED, /* the same, as a 1 */
  KLI_CSV_N_FIELDS,
} KliCsvField;

typedef struct
{
  char *header; /* as written, "" when it has none */
  KliCsvField field;
  const char *label;    /* what the header says about which it is: "work fax"; "" for nothing */
  const char *scheme;   /* of a chat name: "xmpp"; "" */
  const char *stem;     /* "phone" of "Phone 2 - Value": what label, preferred and value share; "" */
  guint number;         /* 2 of the same; 1 when there is none */
  int label_column;     /* with the same stem and number, -1 for none */
  int preferred_column; /* the same */
  int kind_column;      /* the same */
  int slot;             /* which address or affiliation of the row it is part of, from 0; -1 for neither */
} KliCsvColumn;

typedef struct
{
  KliCsvColumn *columns;
  guint n_columns;
  guint n_addresses;    /* slots */
  guint n_affiliations; /* slots */
  guint n_known;
  gboolean names_somebody; /* there is a name, an organisation, a mail or a phone */
} KliCsvColumns;

/* @headers: the cells of the header row. Any thread. Returns: (transfer full) */
KliCsvColumns *kli_csv_columns_new (const char *const *headers, guint n_headers);
void kli_csv_columns_free (KliCsvColumns *columns);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliCsvColumns, kli_csv_columns_free)

/* How many of @headers are known words, and whether a table with them can name anybody. */
guint kli_csv_columns_count_known (const char *const *headers, guint n_headers, gboolean *names_somebody);

/* One known header. The table of all of them stands in kli-csv-headers.c. */
typedef struct
{
  const char *words; /* one or several, between blanks: letters only, small, without accents or numbers */
  KliCsvField field;
  const char *label;
  const char *scheme;
  const char *stem;
} KliCsvHeader;

/* Ended by an entry without words. */
extern const KliCsvHeader kli_csv_headers[];

G_END_DECLS
