/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row of a table of contacts means: its cells into a KliCard. */
#include "exchange/kli-csv-card.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/kli-fold.h"
#include "core/kli-kinds.h"
#include "exchange/kli-card-text.h"
#include "exchange/kli-csv-builder.h"
#include "exchange/kli-picture.h"
#include "exchange/kli-vcard-card.h"
#include "exchange/kli-vcard-line.h"
#include "exchange/kli-vcard-value.h"

static void
keep_extra (KliCsvBuilder *self, guint column, const char *header, const char *cell)
{
  g_autofree char *number = *header == '\0' ? g_strdup_printf ("column %u", column + 1) : NULL;
  g_autofree char *lines = kli_card_several_lines (cell);

  if (*lines != '\0')
    kli_card_add_extra (self->card, KLI_CARD_EXTRA_COLUMN, number != NULL ? number : header, "", lines);
}

/* The first column of a kind wins; another value in a second one is kept beside it. */
static gboolean
set_contact (KliCsvBuilder *self, guint column, const char *cell)
{
  g_autofree char *line = kli_card_one_line (cell);
  const char *present = kli_row_get_text (self->card->contact, column);

  if (*present != '\0')
    return g_str_equal (present, line);
  kli_row_set_text (self->card->contact, column, line);

  return TRUE;
}

static gboolean
take_name_part (KliCsvBuilder *self, const KliCsvColumn *column, const char *cell)
{
  static const struct
  {
    KliCsvField field;
    guint column;
  } parts[] = {
    { KLI_CSV_NAME, KLI_CONTACT_NAME },
    { KLI_CSV_GIVEN, KLI_CONTACT_GIVEN },
    { KLI_CSV_FAMILY, KLI_CONTACT_FAMILY },
    { KLI_CSV_ADDITIONAL, KLI_CONTACT_ADDITIONAL },
    { KLI_CSV_PREFIX, KLI_CONTACT_PREFIX },
    { KLI_CSV_SUFFIX, KLI_CONTACT_SUFFIX },
    { KLI_CSV_CALL_NAME, KLI_CONTACT_CALL_NAME },
    { KLI_CSV_VOCATIVE, KLI_CONTACT_VOCATIVE },
    { KLI_CSV_LEGAL_FORM, KLI_CONTACT_LEGAL_FORM },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].field == column->field)
      return set_contact (self, parts[i].column, cell);

  return FALSE;
}

static gboolean
take_address_form (KliCsvBuilder *self, const KliCsvColumn *column, const char *cell)
{
  const char *form = kli_card_find_address_form (cell);

  return form != NULL && set_contact (self, KLI_CONTACT_ADDRESS_FORM, form);
}

static gboolean
take_nickname (KliCsvBuilder *self, const KliCsvColumn *column, const char *cell)
{
  return set_contact (self, KLI_CONTACT_NICKNAME, cell);
}

static gboolean
take_kind (KliCsvBuilder *self, const KliCsvColumn *column, const char *cell)
{
  self->is_organisation = g_str_has_prefix (cell, "organi");
  self->is_person = g_str_has_prefix (cell, "person");

  self->is_household = g_str_has_prefix (cell, "household");

  return self->is_organisation || self->is_person || self->is_household;
}

static gboolean
take_organisation (KliCsvBuilder *self, const KliCsvColumn *column, const char *cell)
{
  return kli_csv_builder_set_once (&self->affiliations[column->slot].organisation, cell);
}

static gboolean
take_department (KliCsvBuilder *self, const KliCsvColumn *column, const char *cell)
{
  return kli_csv_builder_set_once (&self->affiliations[column->slot].department, cell);
}

static gboolean
take_role (KliCsvBuilder *self, const KliCsvColumn *column, const char *cell)
{
  return kli_csv_builder_set_once (&self->affiliations[column->slot].role, cell);
}

static gboolean
take_day (KliCsvBuilder *self, const KliCsvColumn *column, const char *cell)
{
  guint target = column->field == KLI_CSV_BIRTHDAY ? KLI_CONTACT_BIRTHDAY : KLI_CONTACT_ANNIVERSARY;
  KliDateOrder order = self->table->date_orders[column - self->table->columns->columns];
  KliForeignDay day;

  if (!kli_foreign_date_parse_cell (cell, order != KLI_DATE_ORDER_UNKNOWN ? order : self->table->date_order, day))
    return FALSE;

  return set_contact (self, target, day);
}

/* Google writes days of every kind into such columns. What they say stays beside the anniversary, as with those that
 * vCards give another name. */
static gboolean
take_event (KliCsvBuilder *self, const KliCsvColumn *column, const char *cell)
{
  const char *label = column->label_column >= 0 ? kli_csv_builder_get_cell (self, column->label_column) : "";
  g_autofree char *folded = kli_fold (label);

  if (g_str_equal (folded, "anniversary") || g_str_equal (folded, "rocznica"))
    take_day (self, column, cell);

  return FALSE;
}

static gboolean
take_birth_part (KliCsvBuilder *self, const KliCsvColumn *column, const char *cell)
{
  return kli_csv_builder_set_once (&self->birth[column->field - KLI_CSV_BIRTH_YEAR], cell);
}

static gboolean
take_note (KliCsvBuilder *self, const KliCsvColumn *column, const char *cell)
{
  kli_card_append_lines (self->card->contact, KLI_CONTACT_NOTE, cell);

  return TRUE;
}

/* "* myContacts" is a group of Google's into which it puts everybody; the star is no part of a name. */
static void
add_tag (KliCsvBuilder *self, const char *text)
{
  g_autofree char *line = kli_card_one_line (text);
  const char *name = line;

  if (!self->table->is_ours && g_str_has_prefix (name, "*"))
    name += strspn (name, "* ");
  if (*name == '\0' || (name != line && g_str_equal (name, "myContacts")))
    return;
  for (guint i = 0; i < self->card->tags->len; i++)
    if (g_str_equal (g_ptr_array_index (self->card->tags, i), name))
      return;
  kli_card_add_tag (self->card, name);
}

/* A cell with more tags than anybody has is something else, and stays a column. */
static gboolean
take_tags (KliCsvBuilder *self, const KliCsvColumn *column, const char *cell)
{
  gboolean several = strstr (cell, KLI_CSV_SEVERAL) != NULL;
  g_auto (GStrv) names = NULL;

  if (self->table->is_ours)
    {
      add_tag (self, cell);
      return TRUE;
    }

  names = several ? g_strsplit (cell, KLI_CSV_SEVERAL, -1) : g_strsplit_set (cell, ";,", -1);
  if (self->card->tags->len + g_strv_length (names) > KLI_CARD_TAGS_MAX)
    return FALSE;
  for (guint i = 0; names[i] != NULL; i++)
    add_tag (self, names[i]);

  return TRUE;
}

/* The key has been set from the one column that is one; its value is worth keeping too. */
static gboolean
take_key (KliCsvBuilder *self, const KliCsvColumn *column, const char *cell)
{
  return FALSE;
}

static gboolean
take_uid (KliCsvBuilder *self, const KliCsvColumn *column, const char *cell)
{
  g_autofree char *uid = kli_card_one_line (cell);

  g_free (self->card->key);
  self->card->key = g_strconcat (KLI_CARD_KEY_UID, uid, NULL);
  g_free (self->card->source);
  self->card->source = g_strdup ("vcard");

  return TRUE;
}

static gboolean
take_photo (KliCsvBuilder *self, const KliCsvColumn *column, const char *cell)
{
  g_autofree char *media_type = NULL;
  const char *base64 = kli_vcard_parse_data_uri (cell, &media_type);
  g_autofree guchar *bytes = NULL;
  const char *type;
  gsize length = 0;

  if (base64 == NULL)
    return FALSE;
  bytes = g_base64_decode (base64, &length);
  type = kli_picture_get_type (bytes, length);
  if (type == NULL || self->card->photo != NULL)
    return FALSE;

  self->card->photo = g_bytes_new_take (g_steal_pointer (&bytes), length);
  g_free (self->card->photo_type);
  self->card->photo_type = g_strdup (type);

  return TRUE;
}

/* GROUP.NAME;PARAMS:VALUE, as our own writer puts what is no column of a table. */
static gboolean
take_line (KliCsvBuilder *self, const KliCsvColumn *column, const char *cell)
{
  gsize scanned = 0;
  gboolean quoted = FALSE;
  gssize colon = kli_vcard_line_find_colon (cell, strlen (cell), &scanned, &quoted);
  g_autofree char *header = NULL;
  char *params;
  char *point;

  if (colon < 0 || !kli_vcard_line_is_property (cell, strlen (cell)))
    return FALSE;

  header = g_strndup (cell, colon);
  params = strchr (header, ';');
  if (params != NULL)
    *params++ = '\0';
  point = strrchr (header, '.');
  if (point != NULL)
    *point++ = '\0';
  if (params != NULL && g_str_equal (header, KLI_VCARD_COLUMN_PROPERTY))
    {
      g_autofree char *text = kli_vcard_params_lookup (params, "NAME");
      g_autofree char *name = kli_card_one_line (text != NULL ? text : "");
      g_autofree char *value = kli_vcard_unescape (cell + colon + 1);

      kli_card_add_extra (self->card, KLI_CARD_EXTRA_COLUMN, name, "", value);
    }
  else
    kli_card_add_extra (self->card, point != NULL ? header : "", point != NULL ? point : header,
                        params != NULL ? params : "", cell + colon + 1);

  return TRUE;
}

/* Labels and marks of preference are read with what they belong to. */
static gboolean
take_companion (KliCsvBuilder *self, const KliCsvColumn *column, const char *cell)
{
  return TRUE;
}

static const KliCsvTaker takers[KLI_CSV_N_FIELDS] = {
  [KLI_CSV_KIND] = take_kind,
  [KLI_CSV_NAME] = take_name_part,
  [KLI_CSV_GIVEN] = take_name_part,
  [KLI_CSV_ADDITIONAL] = take_name_part,
  [KLI_CSV_FAMILY] = take_name_part,
  [KLI_CSV_PREFIX] = take_name_part,
  [KLI_CSV_SUFFIX] = take_name_part,
  [KLI_CSV_CALL_NAME] = take_name_part,
  [KLI_CSV_ADDRESS_FORM] = take_address_form,
  [KLI_CSV_VOCATIVE] = take_name_part,
  [KLI_CSV_LEGAL_FORM] = take_name_part,
  [KLI_CSV_NICKNAME] = take_nickname,
  [KLI_CSV_ROLE] = take_role,
  [KLI_CSV_ORGANISATION] = take_organisation,
  [KLI_CSV_DEPARTMENT] = take_department,
  [KLI_CSV_BIRTHDAY] = take_day,
  [KLI_CSV_BIRTH_YEAR] = take_birth_part,
  [KLI_CSV_BIRTH_MONTH] = take_birth_part,
  [KLI_CSV_BIRTH_DAY] = take_birth_part,
  [KLI_CSV_ANNIVERSARY] = take_day,
  [KLI_CSV_EVENT] = take_event,
  [KLI_CSV_NOTE] = take_note,
  [KLI_CSV_TAGS] = take_tags,
  [KLI_CSV_KEY] = take_key,
  [KLI_CSV_UID] = take_uid,
  [KLI_CSV_PHOTO] = take_photo,
  [KLI_CSV_LINE] = take_line,
  [KLI_CSV_IDENTIFIER] = kli_csv_take_identifier,
  [KLI_CSV_IDENTIFIER_KIND] = take_companion,
  [KLI_CSV_PHONE] = kli_csv_take_point,
  [KLI_CSV_MAIL] = kli_csv_take_point,
  [KLI_CSV_PAGE] = kli_csv_take_point,
  [KLI_CSV_CHAT] = kli_csv_take_point,
  [KLI_CSV_STREET] = kli_csv_take_street,
  [KLI_CSV_HOUSE] = kli_csv_take_house,
  [KLI_CSV_FLAT] = kli_csv_take_house,
  [KLI_CSV_CITY] = kli_csv_take_place,
  [KLI_CSV_POSTCODE] = kli_csv_take_place,
  [KLI_CSV_REGION] = kli_csv_take_place,
  [KLI_CSV_COUNTRY] = kli_csv_take_place,
  [KLI_CSV_OWN_HOUSE] = kli_csv_take_place,
  [KLI_CSV_RT] = kli_csv_take_place,
  [KLI_CSV_RW] = kli_csv_take_place,
  [KLI_CSV_VILLAGE] = kli_csv_take_place,
  [KLI_CSV_DISTRICT] = kli_csv_take_place,
  [KLI_CSV_FORMATTED] = kli_csv_take_formatted,
  [KLI_CSV_LABEL] = take_companion,
  [KLI_CSV_PREFERRED] = take_companion,
};

/* Returns: whether any cell says anything. */
static gboolean
take_cells (KliCsvBuilder *self)
{
  const KliCsvColumns *columns = self->table->columns;
  gboolean filled = FALSE;

  for (guint i = 0; i < self->row->n_cells; i++)
    {
      const char *cell = kli_csv_builder_get_cell (self, i);

      if (*cell == '\0')
        continue;
      filled = TRUE;
      if (i >= columns->n_columns)
        keep_extra (self, i, "", cell);
      else if (takers[columns->columns[i].field] == NULL
               || !takers[columns->columns[i].field](self, &columns->columns[i], cell))
        keep_extra (self, i, columns->columns[i].header, cell);
    }

  return filled;
}

/* Three columns that make no day are kept as what a vCard would say. */
static void
keep_birthday (KliCsvBuilder *self, const char *text)
{
  g_autofree char *line = kli_card_one_line (text);
  g_autoptr (GString) value = g_string_new (NULL);

  kli_vcard_append_escaped (value, line);
  kli_card_add_extra (self->card, "", "BDAY", "VALUE=text", value->str);
}

static void
finish_birthday (KliCsvBuilder *self)
{
  const char *year = self->birth[0];
  const char *month = self->birth[1];
  const char *month_day = self->birth[2];
  KliForeignDay day;
  g_autofree char *text = NULL;

  if (year == NULL && month == NULL && month_day == NULL)
    return;

  text = g_strjoin ("-", year != NULL ? year : "-", month != NULL ? month : "", month_day != NULL ? month_day : "",
                    NULL);
  if (kli_foreign_date_parse (text, day))
    set_contact (self, KLI_CONTACT_BIRTHDAY, day);
  else
    keep_birthday (self, text);
}

static char *
line_or_empty (const char *cell)
{
  return kli_card_one_line (cell != NULL ? cell : "");
}

/* A name that is the company's own is nobody's. */
static gboolean
has_own_name (const KliCsvBuilder *self)
{
  g_autofree char *company = line_or_empty (self->affiliations[0].organisation);
  const char *name = kli_row_get_text (self->card->contact, KLI_CONTACT_NAME);

  return (*name != '\0' && !g_str_equal (name, company))
         || *kli_row_get_text (self->card->contact, KLI_CONTACT_GIVEN) != '\0'
         || *kli_row_get_text (self->card->contact, KLI_CONTACT_FAMILY) != '\0';
}

/* A row with a company and nobody's name is that company. */
static void
finish_affiliations (KliCsvBuilder *self)
{
  KliRow *contact = self->card->contact;
  gboolean is_company = self->is_organisation
                        || (!self->is_person && !self->is_household && !has_own_name (self)
                            && self->affiliations[0].organisation != NULL);

  if (is_company)
    kli_row_set_text (contact, KLI_CONTACT_KIND, "organisation");
  else if (self->is_household)
    kli_row_set_text (contact, KLI_CONTACT_KIND, "household");
  for (guint i = 0; i < self->table->columns->n_affiliations; i++)
    {
      g_autofree char *organisation = line_or_empty (self->affiliations[i].organisation);
      g_autofree char *department = line_or_empty (self->affiliations[i].department);
      g_autofree char *role = line_or_empty (self->affiliations[i].role);

      if (is_company && *kli_row_get_text (contact, KLI_CONTACT_NAME) == '\0')
        kli_row_set_text (contact, KLI_CONTACT_NAME, organisation);
      if (*organisation == '\0'
          || (is_company && g_str_equal (kli_row_get_text (contact, KLI_CONTACT_NAME), organisation)))
        {
          if (*role != '\0')
            kli_row_set_text (contact, KLI_CONTACT_JOB, role);
          if (*department != '\0')
            kli_card_add_extra (self->card, KLI_CARD_EXTRA_COLUMN, "department", "", department);
        }
      else
        kli_card_add_affiliation (self->card, organisation, department, role);
    }
}

static void
set_key (KliCsvBuilder *self)
{
  g_autofree char *key = kli_card_one_line (kli_csv_builder_get_cell (self, self->table->key_column));

  if (*key == '\0' || *self->card->key != '\0')
    return;
  g_free (self->card->key);
  self->card->key = g_strconcat (KLI_CARD_KEY_ID, key, NULL);
}

static void
finish (KliCsvBuilder *self)
{
  KliCard *card = self->card;

  kli_csv_finish_addresses (self);
  finish_birthday (self);
  finish_affiliations (self);
  set_key (self);
  if (*kli_row_get_text (card->contact, KLI_CONTACT_NAME) == '\0')
    {
      g_autofree char *name = kli_card_make_name (card);

      kli_row_set_text (card->contact, KLI_CONTACT_NAME, name);
      if (*name == '\0')
        card->refusal = g_strdup_printf (
            _ ("The row in line %u has no name, organization, email address or phone number."), card->line);
    }
  if (self->row->n_cells > self->table->columns->n_columns
      && *kli_csv_builder_get_cell (self, self->table->columns->n_columns) != '\0')
    g_ptr_array_add (
        card->warnings,
        g_strdup_printf (_ ("The row in line %u has more cells than the header has columns."), card->line));
  kli_card_seal (card);
}

static char *
describe_fault (const KliCsvRow *row)
{
  switch (row->fault)
    {
    case KLI_CSV_TOO_LONG: return g_strdup_printf (_ ("Line %u is too long."), row->line);
    case KLI_CSV_TOO_MANY_CELLS: return g_strdup_printf (_ ("The row in line %u has too many cells."), row->line);
    case KLI_CSV_UNCLOSED:
      return g_strdup_printf (_ ("A quotation mark is opened in line %u and never closed."), row->line);
    case KLI_CSV_FINE:
    default: return NULL;
    }
}

KliCard *
kli_csv_to_card (const KliCsvTable *table, const KliCsvRow *row)
{
  KliCsvBuilder self = { .table = table, .row = row };
  g_autoptr (KliCard) card = NULL;
  g_autofree KliRow **addresses = NULL;
  g_autofree const char **formatted = NULL;
  g_autofree const char **houses = NULL;
  g_autofree const char **flats = NULL;
  g_autofree KliCsvAffiliation *affiliations = NULL;

  g_return_val_if_fail (table != NULL && row != NULL, NULL);

  self.card = card = kli_card_new ();
  card->line = row->line;
  g_free (card->source);
  card->source = g_strdup (table->source);
  card->refusal = describe_fault (row);
  if (card->refusal != NULL)
    return g_steal_pointer (&card);

  self.addresses = addresses = g_new0 (KliRow *, table->columns->n_addresses);
  self.formatted = formatted = g_new0 (const char *, table->columns->n_addresses);
  self.houses = houses = g_new0 (const char *, table->columns->n_addresses);
  self.flats = flats = g_new0 (const char *, table->columns->n_addresses);
  self.affiliations = affiliations = g_new0 (KliCsvAffiliation, table->columns->n_affiliations);
  if (!take_cells (&self))
    return NULL;
  finish (&self);

  return g_steal_pointer (&card);
}
