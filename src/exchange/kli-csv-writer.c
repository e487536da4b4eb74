/* SPDX-License-Identifier: GPL-3.0-or-later */
/* KliCards as a table of separated values. */
#include "exchange/kli-csv-writer.h"

#include <string.h>

#include "core/kli-kinds.h"
#include "exchange/kli-card-text.h"
#include "exchange/kli-csv-columns.h"
#include "exchange/kli-vcard-writer.h"

/* The groups of columns that are repeated as often as the richest card needs them. */
enum
{
  TAGS,
  ORGANISATIONS,
  PHONES,
  MAILS,
  PAGES,
  CHATS,
  ADDRESSES,
  IDENTIFIERS,
  LINES,
  N_GROUPS,
};

/* Ended by NULL; each follows "Phone 2 - ". The reader knows every one of them. */
static const char *const organisation_members[] = { "Name", "Department", "Title", NULL };
static const char *const point_members[] = { "Label", "Value", "Preferred", NULL };
static const char *const address_members[]
    = { "Label", "Street", "House",       "RT",      "RW",        "Village", "District",
        "City",  "Region", "Postal Code", "Country", "Preferred", NULL };
static const char *const identifier_members[] = { "Kind", "Value", "Label", NULL };

static const struct
{
  const char *stem;
  const char *const *members; /* NULL for a column without any */
  const char *kind;           /* of contact points */
} groups[N_GROUPS] = {
  [TAGS] = { "Tag", NULL },
  [ORGANISATIONS] = { "Organization", organisation_members },
  [PHONES] = { "Phone", point_members, "phone" },
  [MAILS] = { "E-mail", point_members, "mail" },
  [PAGES] = { "Website", point_members, "url" },
  [CHATS] = { "Chat", point_members, "chat" },
  [ADDRESSES] = { "Address", address_members },
  [IDENTIFIERS] = { "Identifier", identifier_members },
  [LINES] = { "vCard Line", NULL },
};

/* The columns that every table has. */
static const struct
{
  const char *header;
  guint column;
} singles[] = {
  { "Kind", KLI_CONTACT_KIND },
  { "Name", KLI_CONTACT_NAME },
  { "Name Prefix", KLI_CONTACT_PREFIX },
  { "Given Name", KLI_CONTACT_GIVEN },
  { "Additional Name", KLI_CONTACT_ADDITIONAL },
  { "Family Name", KLI_CONTACT_FAMILY },
  { "Name Suffix", KLI_CONTACT_SUFFIX },
  { "Nickname", KLI_CONTACT_NICKNAME },
  { "Call Name", KLI_CONTACT_CALL_NAME },
  { "Form of Address", KLI_CONTACT_ADDRESS_FORM },
  { "Vocative", KLI_CONTACT_VOCATIVE },
  { "Legal Form", KLI_CONTACT_LEGAL_FORM },
  { "Birthday", KLI_CONTACT_BIRTHDAY },
  { "Anniversary", KLI_CONTACT_ANNIVERSARY },
  { "Notes", KLI_CONTACT_NOTE },
};

struct _KliCsvWriter
{
  KliCsvMode mode;
  char separator;
  guint counts[N_GROUPS];
  gboolean has_photo;
  GPtrArray *headers;       /* of columns that came from a table, each as often as one card has it; owned */
  GHashTable *positions;    /* "n\x1fHEADER" (owned) to its place in headers + 1 */
  GHashTable *free_headers; /* header (owned) to whether it may be a column */
  gboolean row_begun;
  gboolean sealed; /* the header has been written: no column can come */
};

KliCsvWriter *
kli_csv_writer_new (KliCsvMode mode, char separator)
{
  KliCsvWriter *self = g_new0 (KliCsvWriter, 1);

  self->mode = mode;
  self->separator = separator != '\0' ? separator : ',';
  self->headers = g_ptr_array_new_with_free_func (g_free);
  self->positions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->free_headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
kli_csv_writer_free (KliCsvWriter *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->headers);
  g_hash_table_unref (self->positions);
  g_hash_table_unref (self->free_headers);
  g_free (self);
}

/* Whether extras with @header may have a column of their own. One whose header means something else
 * to the reader may not; the own-id column it knows, and keeps. */
static gboolean
is_free_header (KliCsvWriter *self, const char *header)
{
  gpointer known;
  g_autoptr (KliCsvColumns) columns = NULL;
  gboolean is_free;

  if (g_hash_table_lookup_extended (self->free_headers, header, NULL, &known))
    return GPOINTER_TO_INT (known);

  columns = kli_csv_columns_new (&header, 1);
  is_free = columns->columns[0].field == KLI_CSV_UNKNOWN || columns->columns[0].field == KLI_CSV_KEY;
  g_hash_table_insert (self->free_headers, g_strdup (header), GINT_TO_POINTER (is_free));

  return is_free;
}

/* The place of the @n-th column called @header, made while columns can be; -1 when it is not there. */
static int
get_position (KliCsvWriter *self, const char *header, guint n)
{
  g_autofree char *key = g_strdup_printf ("%u\x1f%s", n, header);
  guint position = GPOINTER_TO_UINT (g_hash_table_lookup (self->positions, key));

  if (position == 0 && !self->sealed)
    {
      g_ptr_array_add (self->headers, g_strdup (header));
      position = self->headers->len;
      g_hash_table_insert (self->positions, g_steal_pointer (&key), GUINT_TO_POINTER (position));
    }

  return (int)position - 1;
}

/* For each extra of @card the column it stands in, or -1 for a vCard line. Two with the same header
 * stand in two columns. Returns: (transfer full) */
static int *
place_extras (KliCsvWriter *self, const KliCard *card)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  int *places = g_new0 (int, card->extras->len);

  for (guint i = 0; i < card->extras->len; i++)
    {
      const KliRow *extra = g_ptr_array_index (card->extras, i);
      const char *header = kli_row_get_text (extra, KLI_CONTACT_EXTRA_NAME);
      guint n;

      places[i] = -1;
      if (!g_str_equal (kli_row_get_text (extra, KLI_CONTACT_EXTRA_GROUPING), KLI_CARD_EXTRA_COLUMN)
          || !is_free_header (self, header))
        continue;
      n = GPOINTER_TO_UINT (g_hash_table_lookup (seen, header));
      g_hash_table_insert (seen, (gpointer)header, GUINT_TO_POINTER (n + 1));
      places[i] = get_position (self, header, n);
    }

  return places;
}

static guint
count_points (const KliCard *card, const char *kind)
{
  guint n = 0;

  for (guint i = 0; i < card->points->len; i++)
    n += g_str_equal (kli_row_get_text (card->points->pdata[i], KLI_CONTACT_POINT_KIND), kind);

  return n;
}

static gboolean
has_company_text (const KliCard *card)
{
  return *kli_row_get_text (card->contact, KLI_CONTACT_COMPANY) != '\0'
         || *kli_row_get_text (card->contact, KLI_CONTACT_JOB) != '\0';
}

void
kli_csv_writer_survey (KliCsvWriter *self, const KliCard *card)
{
  g_autofree int *places = NULL;
  guint n_lines = 0;

  g_return_if_fail (self != NULL && card != NULL);

  for (guint i = PHONES; i <= CHATS; i++)
    self->counts[i] = MAX (self->counts[i], count_points (card, groups[i].kind));
  self->counts[TAGS] = MAX (self->counts[TAGS], card->tags->len);
  self->counts[ADDRESSES] = MAX (self->counts[ADDRESSES], card->addresses->len);
  self->counts[IDENTIFIERS] = MAX (self->counts[IDENTIFIERS], card->identifiers->len);
  self->counts[ORGANISATIONS]
      = MAX (self->counts[ORGANISATIONS], card->affiliations->len + (has_company_text (card) ? 1 : 0));
  self->has_photo |= card->photo != NULL && self->mode == KLI_CSV_LOSSLESS;
  places = place_extras (self, card);
  for (guint i = 0; i < card->extras->len; i++)
    n_lines += places[i] < 0;
  if (self->mode == KLI_CSV_LOSSLESS)
    self->counts[LINES] = MAX (self->counts[LINES], n_lines);
}

/* What a spreadsheet takes for a formula, in plain and in full-width form. */
static gboolean
begins_formula (const char *cell)
{
  gunichar c = g_utf8_get_char (cell);

  return *cell != '\0'
         && (strchr ("=+-@\t\r", *cell) != NULL || c == 0xFF1D || c == 0xFF0B || c == 0xFF0D || c == 0xFF20);
}

void
kli_csv_writer_append_cell (KliCsvWriter *self, GString *out, const char *cell)
{
  gboolean guarded = self->mode == KLI_CSV_SPREADSHEET && begins_formula (cell + strspn (cell, " "));
  gboolean quoted = strchr (cell, self->separator) != NULL || strpbrk (cell, "\"\r\n") != NULL || *cell == ' ';

  if (self->row_begun)
    g_string_append_c (out, self->separator);
  self->row_begun = TRUE;
  if (quoted)
    g_string_append_c (out, '"');
  if (guarded)
    g_string_append_c (out, '\'');
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  if (quoted)
    g_string_append_c (out, '"');
}

void
kli_csv_writer_end_row (KliCsvWriter *self, GString *out)
{
  g_string_append (out, "\r\n");
  self->row_begun = FALSE;
}

static void
append_group_header (KliCsvWriter *self, GString *out, guint group)
{
  for (guint i = 0; i < self->counts[group]; i++)
    if (groups[group].members == NULL)
      {
        g_autofree char *header = g_strdup_printf ("%s %u", groups[group].stem, i + 1);

        kli_csv_writer_append_cell (self, out, header);
      }
    else
      for (guint j = 0; groups[group].members[j] != NULL; j++)
        {
          g_autofree char *header = g_strdup_printf ("%s %u - %s", groups[group].stem, i + 1, groups[group].members[j]);

          kli_csv_writer_append_cell (self, out, header);
        }
}

void
kli_csv_writer_append_header (KliCsvWriter *self, GString *out)
{
  g_return_if_fail (self != NULL && out != NULL);

  if (self->mode == KLI_CSV_SPREADSHEET)
    g_string_append (out, "\xef\xbb\xbf");
  for (gsize i = 0; i < G_N_ELEMENTS (singles); i++)
    kli_csv_writer_append_cell (self, out, singles[i].header);
  if (self->mode == KLI_CSV_LOSSLESS)
    kli_csv_writer_append_cell (self, out, "UID");
  for (guint i = 0; i < LINES; i++)
    append_group_header (self, out, i);
  for (guint i = 0; i < self->headers->len; i++)
    kli_csv_writer_append_cell (self, out, g_ptr_array_index (self->headers, i));
  append_group_header (self, out, LINES);
  if (self->has_photo)
    kli_csv_writer_append_cell (self, out, "Photo Data");
  kli_csv_writer_end_row (self, out);
  self->sealed = TRUE;
}

static void
append_blanks (KliCsvWriter *self, GString *out, guint n)
{
  for (guint i = 0; i < n; i++)
    kli_csv_writer_append_cell (self, out, "");
}

static void
append_tags (KliCsvWriter *self, GString *out, const KliCard *card)
{
  guint n = MIN (card->tags->len, self->counts[TAGS]);

  for (guint i = 0; i < n; i++)
    kli_csv_writer_append_cell (self, out, g_ptr_array_index (card->tags, i));
  append_blanks (self, out, self->counts[TAGS] - n);
}

static void
append_uid (KliCsvWriter *self, GString *out, const KliCard *card)
{
  gboolean has_uid = g_str_equal (card->source, "vcard") && g_str_has_prefix (card->key, KLI_CARD_KEY_UID);

  kli_csv_writer_append_cell (self, out, has_uid ? card->key + strlen (KLI_CARD_KEY_UID) : "");
}

static void
append_affiliations (KliCsvWriter *self, GString *out, const KliCard *card)
{
  guint n = MIN (card->affiliations->len, self->counts[ORGANISATIONS]);

  for (guint i = 0; i < n; i++)
    {
      const KliCardAffiliation *at = g_ptr_array_index (card->affiliations, i);

      kli_csv_writer_append_cell (self, out, at->organisation);
      kli_csv_writer_append_cell (self, out, at->department);
      kli_csv_writer_append_cell (self, out, at->role);
    }
  if (has_company_text (card) && n < self->counts[ORGANISATIONS])
    {
      kli_csv_writer_append_cell (self, out, kli_row_get_text (card->contact, KLI_CONTACT_COMPANY));
      kli_csv_writer_append_cell (self, out, "");
      kli_csv_writer_append_cell (self, out, kli_row_get_text (card->contact, KLI_CONTACT_JOB));
      n++;
    }
  append_blanks (self, out, (self->counts[ORGANISATIONS] - n) * 3);
}

static void
append_points (KliCsvWriter *self, GString *out, const KliCard *card, guint group)
{
  guint n = 0;

  for (guint i = 0; i < card->points->len && n < self->counts[group]; i++)
    {
      const KliRow *point = g_ptr_array_index (card->points, i);

      if (!g_str_equal (kli_row_get_text (point, KLI_CONTACT_POINT_KIND), groups[group].kind))
        continue;
      kli_csv_writer_append_cell (self, out, kli_row_get_text (point, KLI_CONTACT_POINT_LABEL));
      kli_csv_writer_append_cell (self, out, kli_row_get_text (point, KLI_CONTACT_POINT_VALUE));
      kli_csv_writer_append_cell (self, out, kli_row_get_integer (point, KLI_CONTACT_POINT_PREFERRED) != 0 ? "1" : "");
      n++;
    }
  append_blanks (self, out, (self->counts[group] - n) * 3);
}

static void
append_addresses (KliCsvWriter *self, GString *out, const KliCard *card)
{
  static const guint columns[] = { KLI_ADDRESS_LABEL,  KLI_ADDRESS_STREET,   KLI_ADDRESS_HOUSE,    KLI_ADDRESS_RT,
                                   KLI_ADDRESS_RW,     KLI_ADDRESS_VILLAGE,  KLI_ADDRESS_DISTRICT, KLI_ADDRESS_CITY,
                                   KLI_ADDRESS_REGION, KLI_ADDRESS_POSTCODE, KLI_ADDRESS_COUNTRY };

  guint n = MIN (card->addresses->len, self->counts[ADDRESSES]);

  for (guint i = 0; i < n; i++)
    {
      const KliRow *address = g_ptr_array_index (card->addresses, i);

      for (gsize j = 0; j < G_N_ELEMENTS (columns); j++)
        kli_csv_writer_append_cell (self, out, kli_row_get_text (address, columns[j]));
      kli_csv_writer_append_cell (self, out, kli_row_get_integer (address, KLI_ADDRESS_PREFERRED) != 0 ? "1" : "");
    }
  append_blanks (self, out, (self->counts[ADDRESSES] - n) * (G_N_ELEMENTS (columns) + 1));
}

static void
append_identifiers (KliCsvWriter *self, GString *out, const KliCard *card)
{
  guint n = MIN (card->identifiers->len, self->counts[IDENTIFIERS]);

  for (guint i = 0; i < n; i++)
    {
      const KliRow *identifier = g_ptr_array_index (card->identifiers, i);

      kli_csv_writer_append_cell (self, out, kli_row_get_text (identifier, KLI_IDENTIFIER_KIND));
      kli_csv_writer_append_cell (self, out, kli_row_get_text (identifier, KLI_IDENTIFIER_VALUE));
      kli_csv_writer_append_cell (self, out, kli_row_get_text (identifier, KLI_IDENTIFIER_LABEL));
    }
  append_blanks (self, out, (self->counts[IDENTIFIERS] - n) * 3);
}

/* The columns of tables, then the lines of vCards. */
static void
append_extras (KliCsvWriter *self, GString *out, const KliCard *card)
{
  g_autofree int *places = place_extras (self, card);
  g_autofree const char **cells = g_new0 (const char *, self->headers->len);
  guint n = 0;

  for (guint i = 0; i < card->extras->len; i++)
    if (places[i] >= 0)
      cells[places[i]] = kli_row_get_text (card->extras->pdata[i], KLI_CONTACT_EXTRA_VALUE);
  for (guint i = 0; i < self->headers->len; i++)
    kli_csv_writer_append_cell (self, out, cells[i] != NULL ? cells[i] : "");

  for (guint i = 0; i < card->extras->len && n < self->counts[LINES]; i++)
    if (places[i] < 0)
      {
        g_autoptr (GString) line = g_string_new (NULL);

        kli_vcard_append_extra (line, card->extras->pdata[i], KLI_VCARD_VERSION_3);
        kli_csv_writer_append_cell (self, out, line->str);
        n++;
      }
  append_blanks (self, out, self->counts[LINES] - n);
}

static void
append_photo (KliCsvWriter *self, GString *out, const KliCard *card)
{
  g_autofree char *base64 = NULL;
  g_autofree char *uri = NULL;

  if (card->photo != NULL)
    {
      base64 = g_base64_encode (g_bytes_get_data (card->photo, NULL), g_bytes_get_size (card->photo));
      uri = g_strdup_printf ("data:%s;base64,%s", card->photo_type, base64);
    }
  kli_csv_writer_append_cell (self, out, uri != NULL ? uri : "");
}

void
kli_csv_writer_append_card (KliCsvWriter *self, GString *out, const KliCard *card)
{
  g_return_if_fail (self != NULL && out != NULL && card != NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (singles); i++)
    kli_csv_writer_append_cell (self, out, kli_row_get_text (card->contact, singles[i].column));
  if (self->mode == KLI_CSV_LOSSLESS)
    append_uid (self, out, card);
  append_tags (self, out, card);
  append_affiliations (self, out, card);
  for (guint i = PHONES; i <= CHATS; i++)
    append_points (self, out, card, i);
  append_addresses (self, out, card);
  append_identifiers (self, out, card);
  append_extras (self, out, card);
  if (self->has_photo)
    append_photo (self, out, card);
  kli_csv_writer_end_row (self, out);
}
