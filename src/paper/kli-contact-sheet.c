/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that the card of a contact says, to be printed. */
#include "paper/kli-contact-sheet.h"

#include "core/kli-activity.h"
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
#include "store/kli-answer.h"
#include "store/kli-content.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* Of foreign data, which may be a sound or a key in letters, so many characters are printed. */
#define EXTRA_MAX 500

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

/* Somebody whom the card names. Returns: (transfer full) */
static char *
name_other (const KliWhole *whole, gint64 id, const char *described)
{
  g_autofree char *text = join (kli_whole_get_name (whole, id), described);

  return kli_whole_is_in_trash (whole, id) ? g_strdup_printf ("%s · %s", text, C_ ("contact", "in trash"))
                                           : g_steal_pointer (&text);
}

static void
add_trash_note (const Filling *filling)
{
  g_autofree char *since = kli_instant_value (filling->root->deleted_at, filling->wish->language);
  g_autofree char *text = g_strdup_printf (_ ("In the trash since %s"), since);

  if (filling->root->deleted_at != 0)
    kli_sheet_add (filling->sheet, "", text);
}

/* --- how to reach somebody ----------------------------------------------------------------------------- */

static void
add_points (const Filling *filling)
{
  const KliRow *point;

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
      g_autofree char *text = name_other (filling->whole, kli_affiliation_get_other (row, filling->root), described);

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
      g_autofree char *text = name_other (filling->whole, kli_relation_get_other (row, filling->root->id), days);

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
      g_autofree char *name = name_other (household, id, "");

      if (id != filling->root->id)
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

/* What a field of the business says. Returns: (transfer full) */
static char *
describe_own (const Filling *filling, const KliRow *field, const KliRow *value)
{
  gint64 other = kli_own_value_get_other (value);
  g_autofree char *text = NULL;

  if (other != 0)
    return name_other (filling->whole, other, "");
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

static void
add_extras (const Filling *filling)
{
  const KliRow *extra;

  kli_sheet_begin (filling->sheet, _ ("Other Imported Data"));
  for (guint i = 0; (extra = kli_whole_get_part (filling->whole, &kli_contact_extra_kind, i)) != NULL; i++)
    {
      g_autofree char *value = kli_text_visible (kli_row_get_text (extra, KLI_CONTACT_EXTRA_VALUE), EXTRA_MAX);

      kli_sheet_add (filling->sheet, kli_row_get_text (extra, KLI_CONTACT_EXTRA_NAME), value);
    }
}

/* --- what was agreed, and what happened ---------------------------------------------------------------- */

static void
add_contract (const Filling *filling, const KliListRow *row)
{
  g_autofree char *end = kli_format_day (row->end_on, KLI_DAY_STYLE_LONG, filling->wish->language);
  g_autofree char *until
      = row->end_on != KLI_DAY_NONE ? g_strdup_printf (_ ("until %s"), end) : g_strdup (C_ ("contract", "no end date"));
  KliContractState state;
  g_autofree char *stated
      = kli_contract_state_from_id (row->state, &state) ? kli_text_within_line (kli_contract_state_name (state)) : NULL;
  g_autofree char *named = join (*row->name != '\0' ? row->name : _ ("Contract without a title"), row->second);
  g_autofree char *text
      = g_strdup_printf ("%s · %s%s%s", named, until, stated != NULL ? " · " : "", stated != NULL ? stated : "");

  kli_sheet_add_composed (filling->sheet, "", text);
}

static gboolean
add_contracts (const Filling *filling, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) rows = NULL;
  const KliRow *party;

  for (guint i = 0; (party = kli_whole_get_part (filling->whole, &kli_contract_party_kind, i)) != NULL; i++)
    {
      gint64 id = kli_row_get_integer (party, KLI_CONTRACT_PARTY_CONTRACT);

      g_array_append_val (ids, id);
    }
  rows = kli_connection_read_rows (filling->connection, KLI_QUERY_CONTRACTS, (const gint64 *)(gconstpointer)ids->data,
                                   ids->len, error);
  if (rows == NULL)
    return FALSE;
  kli_sheet_begin (filling->sheet, C_ ("contact", "Contracts"));
  for (guint i = 0; i < rows->len; i++)
    if (rows->pdata[i] != NULL && !((const KliListRow *)rows->pdata[i])->in_trash)
      add_contract (filling, rows->pdata[i]);

  return TRUE;
}

/* "28 November 2026, 09:40". Returns: (transfer full) */
static char *
when (const Filling *filling, const KliRow *activity)
{
  const char *time = kli_row_get_text (activity, KLI_ACTIVITY_AT_TIME);
  g_autofree char *day = kli_format_day (kli_day_parse (kli_row_get_text (activity, KLI_ACTIVITY_ON_DAY)),
                                         KLI_DAY_STYLE_LONG, filling->wish->language);
  g_autofree char *clock
      = *time != '\0' ? kli_format_time (atoi (time), atoi (time + 3), filling->wish->language) : NULL;

  return g_strconcat (day, clock != NULL ? ", " : NULL, clock, NULL);
}

/* "Outgoing call · About the invoice · Barbara Szulc", and below it what was said. Returns: (transfer full) */
static char *
describe_activity (const Filling *filling, const KliRow *activity)
{
  gint64 staff = kli_row_get_integer (activity, KLI_ACTIVITY_STAFF);
  g_autofree char *what = join (kli_activity_title (activity), kli_row_get_text (activity, KLI_ACTIVITY_SUBJECT));
  g_autofree char *who = staff != 0 ? name_other (filling->whole, staff, "") : g_strdup ("");
  g_autofree char *note = kli_sheet_clean (kli_row_get_text (activity, KLI_ACTIVITY_NOTE));

  return g_strconcat (what, *who != '\0' ? " · " : "", who, *note != '\0' ? "\n" : "", note, NULL);
}

static void
add_timeline (const Filling *filling)
{
  const KliRow *activity;

  kli_sheet_begin (filling->sheet, C_ ("contact", "Timeline"));
  for (guint i = 0; (activity = kli_whole_get_part (filling->whole, &kli_activity_kind, i)) != NULL; i++)
    {
      g_autofree char *label = when (filling, activity);
      g_autofree char *text = describe_activity (filling, activity);

      kli_sheet_add_composed (filling->sheet, label, text);
    }
}

/* --- the sheet ----------------------------------------------------------------------------------------- */

static KliSheet *
begin_sheet (KliConnection *connection, const KliContactSheetWish *wish, const KliWhole *whole)
{
  const KliRow *root = kli_whole_get_root (whole);
  const char *name = kli_row_get_text (root, KLI_CONTACT_NAME);
  const char *photo = kli_row_get_text (root, KLI_CONTACT_PHOTO);
  const char *first, *second;
  g_autofree char *summary = NULL;
  g_autofree char *day = kli_format_day (wish->today, KLI_DAY_STYLE_LONG, wish->language);
  g_autofree char *short_name = kli_text_visible (name, 80);
  g_autofree char *isolated = kli_text_isolate (short_name);
  g_autofree char *footing = g_strdup_printf ("%s · %s", isolated, day);
  KliSheet *sheet;

  kli_affiliation_summarise (whole, wish->today, &first, &second);
  summary = join (first, second);
  sheet = kli_sheet_new (name, summary, footing);
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
  kli_sheet_begin (sheet, "");
  add_trash_note (&filling);
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
  add_timeline (&filling);
  add_extras (&filling);

  return g_steal_pointer (&sheet);
}

gpointer
kli_contact_sheet_read_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_contact_sheet_read (connection, user_data, error);
}
