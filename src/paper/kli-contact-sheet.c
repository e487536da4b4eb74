/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that the card of a contact says, to be printed. */
#include "paper/kli-contact-sheet.h"

#include "core/kli-address.h"
#include "core/kli-affiliation.h"
#include "core/kli-column-words.h"
#include "core/kli-connection-words.h"
#include "core/kli-contract.h"
#include "core/kli-format.h"
#include "core/kli-identifier-words.h"
#include "core/kli-kinds.h"
#include "core/kli-own-value.h"
#include "core/kli-part-words.h"
#include "core/kli-relation.h"
#include "core/kli-text.h"
#include "operations/kli-business.h"
#include "operations/kli-household.h"
#include "operations/kli-own-fields.h"
#include "operations/kli-record.h"
#include "store/kli-content.h"

#include <glib/gi18n-lib.h>

/* What is at hand while a sheet is filled. */
typedef struct
{
  KliSheet *sheet;
  KliConnection *connection;
  const KliContactSheetWish *wish;
  const KliWhole *whole;
  const KliRow *root;
  KliBusiness *business;
} Filling;

static const char *
home_of (const Filling *filling)
{
  return *filling->business->country != '\0' ? filling->business->country : NULL;
}

static const char *
kind_of (const KliRow *contact)
{
  return kli_row_get_text (contact, KLI_CONTACT_KIND);
}

/* "director · Kowalski sp. z o.o.": two texts of people, neither of which may turn the other around. */
static char *
join (const char *first, const char *second)
{
  g_autofree char *one = kli_sheet_clean (first);
  g_autofree char *two = kli_sheet_clean (second);

  return g_strconcat (one, *one != '\0' && *two != '\0' ? " · " : "", two, NULL);
}

/* --- how to reach somebody ----------------------------------------------------------------------------- */

static void
add_points (const Filling *filling)
{
  const KliRow *point;

  kli_sheet_begin (filling->sheet, "");
  for (guint i = 0; (point = kli_whole_get_part (filling->whole, &kli_contact_point_kind, i)) != NULL; i++)
    {
      g_autofree char *name = kli_point_name (point);
      g_autofree char *preferred = kli_text_within_line (C_ ("contact point field", "Preferred"));
      g_autofree char *value = join (kli_row_get_text (point, KLI_CONTACT_POINT_VALUE),
                                     kli_row_get_integer (point, KLI_CONTACT_POINT_PREFERRED) != 0 ? preferred : "");

      kli_sheet_add_composed (filling->sheet, name, value);
    }
}

/* As it stands on a letter. */
static void
add_addresses (const Filling *filling, const KliWhole *whole)
{
  const KliRow *address;

  for (guint i = 0; (address = kli_whole_get_part (whole, &kli_address_kind, i)) != NULL; i++)
    {
      g_autofree char *name = kli_address_name (address);
      g_autofree char *block = kli_address_block (address, home_of (filling));

      kli_sheet_add (filling->sheet, name, block);
    }
}

static void
add_numbers (const Filling *filling)
{
  const KliRow *number;

  for (guint i = 0; (number = kli_whole_get_part (filling->whole, &kli_identifier_kind, i)) != NULL; i++)
    {
      const char *kind = kli_row_get_text (number, KLI_IDENTIFIER_KIND);
      const char *value = kli_row_get_text (number, KLI_IDENTIFIER_VALUE);
      g_autofree char *name = kli_identifier_name (number);
      g_autofree char *shown
          = filling->wish->personal_numbers ? kli_identifier_display (kind, value) : kli_identifier_shown (kind, value);

      if (filling->business->personal_numbers || !kli_identifier_is_personal (kind, value))
        kli_sheet_add (filling->sheet, name, shown);
    }
}

/* --- whom somebody knows ------------------------------------------------------------------------------- */

static void
add_affiliations (const Filling *filling)
{
  g_autoptr (GPtrArray) all = kli_affiliation_list (filling->whole, filling->wish->today);

  kli_sheet_begin (filling->sheet, g_str_equal (kind_of (filling->root), "organisation")
                                       ? C_ ("contact", "People")
                                       : C_ ("contact", "Organizations"));
  for (guint i = 0; i < all->len; i++)
    {
      const KliRow *row = g_ptr_array_index (all, i);
      g_autofree char *described = kli_affiliation_describe (filling->whole, row, filling->wish->language);
      g_autofree char *text
          = join (kli_whole_get_name (filling->whole, kli_affiliation_get_other (row, filling->root)), described);

      kli_sheet_add_composed (filling->sheet, "", text);
    }
}

static void
add_relations (const Filling *filling)
{
  g_autoptr (GPtrArray) all = kli_relation_list (filling->whole, filling->wish->today);

  kli_sheet_begin (filling->sheet, C_ ("contact", "Relations"));
  for (guint i = 0; i < all->len; i++)
    {
      const KliRow *row = g_ptr_array_index (all, i);
      g_autofree char *days = kli_connection_days (kli_row_get_text (row, KLI_RELATION_FROM_ON),
                                                   kli_row_get_text (row, KLI_RELATION_TO_ON), filling->wish->language);
      g_autofree char *text
          = join (kli_whole_get_name (filling->whole, kli_relation_get_other (row, filling->root->id)), days);

      kli_sheet_add_composed (filling->sheet, kli_relation_get_word (row, filling->root->id), text);
    }
}

static void
add_members (const Filling *filling, const KliWhole *household)
{
  g_autoptr (GString) names = g_string_new (NULL);
  const KliRow *member;

  for (guint i = 0; (member = kli_whole_get_part (household, &kli_household_member_kind, i)) != NULL; i++)
    {
      gint64 id = kli_row_get_integer (member, KLI_HOUSEHOLD_MEMBER_CONTACT);
      g_autofree char *name = kli_sheet_clean (kli_whole_get_name (household, id));

      if (id != filling->root->id && !kli_whole_is_in_trash (household, id))
        g_string_append_printf (names, "%s%s", names->len > 0 ? "\n" : "", name);
    }
  kli_sheet_add_composed (filling->sheet, C_ ("household", "Who Lives Here"), names->str);
}

/* Of a person where they live and with whom; of a household who lives there. */
static gboolean
add_household (const Filling *filling, GError **error)
{
  gint64 id;
  g_autoptr (KliWhole) household = NULL;

  kli_sheet_begin (filling->sheet, C_ ("contact", "Household"));
  if (g_str_equal (kind_of (filling->root), "household"))
    {
      add_members (filling, filling->whole);
      return TRUE;
    }
  id = kli_household_of (filling->connection, filling->root->id, NULL, error);
  if (id <= 0)
    return id == 0;
  household = kli_read_record (filling->connection, &kli_contact_kind, id, TRUE, error);
  if (household == NULL)
    return FALSE;
  kli_sheet_add (filling->sheet, C_ ("household field", "Name on letters"),
                 kli_row_get_text (kli_whole_get_root (household), KLI_CONTACT_NAME));
  add_addresses (filling, household);
  add_members (filling, household);

  return TRUE;
}

/* --- what is known ------------------------------------------------------------------------------------- */

/* What stands elsewhere on the sheet, or is only a part of the name. */
static gboolean
stands_elsewhere (guint column)
{
  static const guint columns[]
      = { KLI_CONTACT_KIND,   KLI_CONTACT_NAME,   KLI_CONTACT_GIVEN, KLI_CONTACT_ADDITIONAL, KLI_CONTACT_FAMILY,
          KLI_CONTACT_PREFIX, KLI_CONTACT_SUFFIX, KLI_CONTACT_NOTE,  KLI_CONTACT_PHOTO,      KLI_CONTACT_PHOTO_TYPE };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i] == column)
      return TRUE;

  return FALSE;
}

static void
add_fields (const Filling *filling)
{
  const KliRow *root = filling->root;

  for (guint column = 0; column < root->kind->n_columns; column++)
    {
      const char *title = kli_column_title (root->kind, column);
      g_autofree char *value = NULL;

      if (title == NULL || stands_elsewhere (column))
        continue;
      if (root->kind->columns[column].type == KLI_COLUMN_ID)
        value = g_strdup (kli_whole_get_name (filling->whole, kli_row_get_integer (root, column)));
      else
        value = kli_column_value (root, column, filling->wish->language);
      kli_sheet_add (filling->sheet, title, value);
    }
}

static void
add_tags (const Filling *filling)
{
  g_autoptr (GString) names = g_string_new (NULL);
  const KliRow *tag;

  for (guint i = 0; (tag = kli_whole_get_part (filling->whole, &kli_contact_tag_kind, i)) != NULL; i++)
    {
      g_autofree char *name
          = kli_sheet_clean (kli_whole_get_name (filling->whole, kli_row_get_integer (tag, KLI_CONTACT_TAG_TAG)));

      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  kli_sheet_add_composed (filling->sheet, C_ ("contact", "Tags"), names->str);
}

/* Returns: (transfer full) */
static char *
describe_own (const Filling *filling, const KliRow *field, const KliRow *value)
{
  gint64 other = kli_own_value_get_other (value);
  g_autofree char *text = NULL;

  if (other != 0)
    return kli_sheet_clean (kli_whole_get_name (filling->whole, other));
  text = kli_own_value_format (value, kli_row_get_text (field, KLI_OWN_FIELD_UNIT), filling->wish->language);

  return kli_sheet_clean (text);
}

static void
add_own_field (const Filling *filling, const KliRow *field)
{
  g_autoptr (GString) all = g_string_new (NULL);
  const KliRow *value;

  for (guint i = 0; (value = kli_whole_get_part (filling->whole, &kli_own_value_kind, i)) != NULL; i++)
    {
      g_autofree char *text = NULL;

      if (kli_row_get_integer (value, KLI_OWN_VALUE_FIELD) != field->id)
        continue;
      text = describe_own (filling, field, value);
      g_string_append_printf (all, "%s%s", all->len > 0 ? ", " : "", text);
    }
  kli_sheet_add_composed (filling->sheet, kli_row_get_text (field, KLI_OWN_FIELD_NAME), all->str);
}

static gboolean
add_own_fields (const Filling *filling, GError **error)
{
  g_autoptr (KliOwnFields) fields = kli_own_fields_read (filling->connection, error);
  const KliRow *field;

  if (fields == NULL)
    return FALSE;
  for (guint i = 0; (field = kli_own_fields_get (fields, i)) != NULL; i++)
    add_own_field (filling, field);

  return TRUE;
}

/* --- contracts ----------------------------------------------------------------------------------------- */

/* The columns of list-contracts. */
enum
{
  CONTRACT_DELETED_AT = 2,
  CONTRACT_TITLE,
  CONTRACT_NUMBER,
  CONTRACT_PARTY,
  CONTRACT_STATE,
  CONTRACT_NEXT_ON,
  CONTRACT_END_ON,
};

static void
add_contract (const Filling *filling, KliStatement *row)
{
  const char *title = kli_statement_get_text (row, CONTRACT_TITLE);
  KliDay end_on = kli_day_parse (kli_statement_get_text (row, CONTRACT_END_ON));
  g_autofree char *end = kli_format_day (end_on, KLI_DAY_STYLE_LONG, filling->wish->language);
  g_autofree char *until
      = kli_day_is_valid (end_on) ? g_strdup_printf (_ ("until %s"), end) : g_strdup (C_ ("contract", "no end date"));
  KliContractState state;
  g_autofree char *stated = kli_contract_state_from_id (kli_statement_get_text (row, CONTRACT_STATE), &state)
                                ? kli_text_within_line (kli_contract_state_name (state))
                                : NULL;
  g_autofree char *named
      = join (*title != '\0' ? title : _ ("Contract without a title"), kli_statement_get_text (row, CONTRACT_NUMBER));
  g_autofree char *text
      = g_strdup_printf ("%s · %s%s%s", named, until, stated != NULL ? " · " : "", stated != NULL ? stated : "");

  if (kli_statement_get_integer (row, CONTRACT_DELETED_AT) == 0)
    kli_sheet_add_composed (filling->sheet, "", text);
}

static gboolean
add_contracts (const Filling *filling, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (filling->connection, "list-contracts", error);
  g_autoptr (GString) ids = g_string_new ("[");
  g_autoptr (GError) failure = NULL;
  const KliRow *party;

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; (party = kli_whole_get_part (filling->whole, &kli_contract_party_kind, i)) != NULL; i++)
    g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
                            kli_row_get_integer (party, KLI_CONTRACT_PARTY_CONTRACT));
  g_string_append_c (ids, ']');
  kli_statement_bind_text (statement, 1, ids->str);
  kli_sheet_begin (filling->sheet, C_ ("contact", "Contracts"));
  while (kli_statement_step (statement, &failure))
    add_contract (filling, statement);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* --- the sheet ----------------------------------------------------------------------------------------- */

/* "role · organisation" where somebody belongs now. Returns: (transfer full) */
static char *
summarise (const KliContactSheetWish *wish, const KliWhole *whole)
{
  const KliRow *root = kli_whole_get_root (whole);
  g_autoptr (GPtrArray) all = kli_affiliation_list (whole, wish->today);
  const KliRow *first = all->len > 0 ? g_ptr_array_index (all, 0) : NULL;

  if (g_str_equal (kind_of (root), "organisation"))
    return g_strdup ("");
  if (first == NULL || kli_affiliation_has_ended (first, wish->today))
    return join (kli_row_get_text (root, KLI_CONTACT_JOB), kli_row_get_text (root, KLI_CONTACT_COMPANY));

  return join (kli_row_get_text (first, KLI_AFFILIATION_ROLE),
               kli_whole_get_name (whole, kli_affiliation_get_other (first, root)));
}

static KliSheet *
begin_sheet (KliConnection *connection, const KliContactSheetWish *wish, const KliWhole *whole)
{
  const KliRow *root = kli_whole_get_root (whole);
  const char *name = kli_row_get_text (root, KLI_CONTACT_NAME);
  const char *photo = kli_row_get_text (root, KLI_CONTACT_PHOTO);
  g_autofree char *summary = summarise (wish, whole);
  g_autofree char *day = kli_format_day (wish->today, KLI_DAY_STYLE_LONG, wish->language);
  g_autofree char *short_name = kli_text_visible (name, 80);
  g_autofree char *isolated = kli_text_isolate (short_name);
  g_autofree char *footing = g_strdup_printf ("%s · %s", isolated, day);
  KliSheet *sheet = kli_sheet_new (name, summary, footing);

  sheet->photo = *photo != '\0' ? kli_content_read (connection, photo, NULL) : NULL;

  return sheet;
}

KliSheet *
kli_contact_sheet_read (KliConnection *connection, const KliContactSheetWish *wish, GError **error)
{
  g_autoptr (KliBusiness) business = kli_business_read (connection, error);
  g_autoptr (KliWhole) whole
      = business != NULL ? kli_read_record (connection, &kli_contact_kind, wish->id, TRUE, error) : NULL;
  g_autoptr (KliSheet) sheet = NULL;
  Filling filling = { .connection = connection, .wish = wish, .whole = whole, .business = business };

  if (whole == NULL)
    return NULL;
  sheet = begin_sheet (connection, wish, whole);
  filling.sheet = sheet;
  filling.root = kli_whole_get_root (whole);
  add_points (&filling);
  add_addresses (&filling, whole);
  add_numbers (&filling);
  add_affiliations (&filling);
  add_relations (&filling);
  if (!add_household (&filling, error))
    return NULL;
  kli_sheet_begin (sheet, C_ ("contact", "Details"));
  add_fields (&filling);
  add_tags (&filling);
  if (!add_own_fields (&filling, error) || !add_contracts (&filling, error))
    return NULL;
  kli_sheet_begin (sheet, C_ ("contact", "Note"));
  kli_sheet_add (sheet, "", kli_row_get_text (filling.root, KLI_CONTACT_NOTE));

  return g_steal_pointer (&sheet);
}

gpointer
kli_contact_sheet_read_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_contact_sheet_read (connection, user_data, error);
}
