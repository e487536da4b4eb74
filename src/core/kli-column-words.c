/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What columns are called, and how the values of a record read. */
#include "core/kli-column-words.h"

#include "core/kli-activity.h"
#include "core/kli-contract-choices.h"
#include "core/kli-contract.h"
#include "core/kli-filter-words.h"
#include "core/kli-format.h"
#include "core/kli-identifier-words.h"
#include "core/kli-kinds.h"
#include "core/kli-money.h"
#include "core/kli-own-value.h"
#include "core/kli-part-words.h"
#include "core/kli-query.h"
#include "core/kli-relation.h"
#include "core/kli-tag.h"

#include <glib/gi18n-lib.h>

/* --- names of columns ------------------------------------------------------------------------------------- */

typedef struct
{
  const KliKind *kind;
  guint column;
  const char *context;
  const char *title;
} Title;

static const Title titles[] = {
  { &kli_contact_kind, KLI_CONTACT_KIND, "contact field", NC_ ("contact field", "Kind") },
  { &kli_contact_kind, KLI_CONTACT_NAME, "contact field", NC_ ("contact field", "Name") },
  { &kli_contact_kind, KLI_CONTACT_GIVEN, "contact field", NC_ ("contact field", "First name") },
  { &kli_contact_kind, KLI_CONTACT_ADDITIONAL, "contact field", NC_ ("contact field", "Further names") },
  { &kli_contact_kind, KLI_CONTACT_FAMILY, "contact field", NC_ ("contact field", "Surname") },
  { &kli_contact_kind, KLI_CONTACT_PREFIX, "contact field", NC_ ("contact field", "Title before the name") },
  { &kli_contact_kind, KLI_CONTACT_SUFFIX, "contact field", NC_ ("contact field", "Title after the name") },
  { &kli_contact_kind, KLI_CONTACT_NICKNAME, "contact field", NC_ ("contact field", "Nickname") },
  { &kli_contact_kind, KLI_CONTACT_BIRTHDAY, "contact field", NC_ ("contact field", "Birthday") },
  { &kli_contact_kind, KLI_CONTACT_ANNIVERSARY, "contact field", NC_ ("contact field", "Anniversary") },
  { &kli_contact_kind, KLI_CONTACT_NOTE, "contact", NC_ ("contact", "Note") },
  { &kli_contact_kind, KLI_CONTACT_PHOTO, "contact field", NC_ ("contact field", "Picture") },
  { &kli_contact_kind, KLI_CONTACT_COMPANY, "contact field", NC_ ("contact field", "Company") },
  { &kli_contact_kind, KLI_CONTACT_JOB, "contact field", NC_ ("contact field", "Job title") },
  { &kli_contact_kind, KLI_CONTACT_ARCHIVED_AT, "contact field", NC_ ("contact field", "In the archive since") },
  { &kli_contact_kind, KLI_CONTACT_MANAGER, "contact field", NC_ ("contact field", "Account manager") },
  { &kli_contact_kind, KLI_CONTACT_CALL_NAME, "contact field", NC_ ("contact field", "Call name") },
  { &kli_contact_kind, KLI_CONTACT_ADDRESS_FORM, "contact field", NC_ ("contact field", "Form of address") },
  { &kli_contact_kind, KLI_CONTACT_VOCATIVE, "contact field", NC_ ("contact field", "Vocative") },
  { &kli_contact_kind, KLI_CONTACT_LEGAL_FORM, "contact field", NC_ ("contact field", "Legal form") },
  { &kli_contact_kind, KLI_CONTACT_DEPUTY, "contact field", NC_ ("contact field", "Deputy") },
  { &kli_affiliation_kind, KLI_AFFILIATION_PERSON, "affiliation field", NC_ ("affiliation field", "Person") },
  { &kli_affiliation_kind, KLI_AFFILIATION_ORGANISATION, "affiliation field",
    NC_ ("affiliation field", "Organization") },
  { &kli_affiliation_kind, KLI_AFFILIATION_ROLE, "contact field", NC_ ("contact field", "Role in the organization") },
  { &kli_affiliation_kind, KLI_AFFILIATION_DEPARTMENT, "affiliation field", NC_ ("affiliation field", "Department") },
  { &kli_affiliation_kind, KLI_AFFILIATION_FROM_ON, "affiliation field", NC_ ("affiliation field", "From") },
  { &kli_affiliation_kind, KLI_AFFILIATION_TO_ON, "affiliation field", NC_ ("affiliation field", "Until") },
  { &kli_affiliation_kind, KLI_AFFILIATION_MAIN, "affiliation field", NC_ ("affiliation field", "Main contact") },
  { &kli_affiliation_kind, KLI_AFFILIATION_MAIN_PLACE, "affiliation field",
    NC_ ("affiliation field", "Main organization") },
  { &kli_relation_kind, KLI_RELATION_CONTACT, "relation field", NC_ ("relation field", "First contact") },
  { &kli_relation_kind, KLI_RELATION_OTHER, "relation field", NC_ ("relation field", "Second contact") },
  { &kli_relation_kind, KLI_RELATION_KIND, "relation field", NC_ ("relation field", "What the first one is") },
  { &kli_relation_kind, KLI_RELATION_WORD, "relation field", NC_ ("relation field", "The first one in own words") },
  { &kli_relation_kind, KLI_RELATION_BACK_WORD, "relation field",
    NC_ ("relation field", "The second one in own words") },
  { &kli_relation_kind, KLI_RELATION_FROM_ON, "affiliation field", NC_ ("affiliation field", "From") },
  { &kli_relation_kind, KLI_RELATION_TO_ON, "affiliation field", NC_ ("affiliation field", "Until") },
  { &kli_contact_point_kind, KLI_CONTACT_POINT_KIND, "contact point field", NC_ ("contact point field", "Kind") },
  { &kli_contact_point_kind, KLI_CONTACT_POINT_VALUE, "contact point field",
    NC_ ("contact point field", "Number or address") },
  { &kli_contact_point_kind, KLI_CONTACT_POINT_LABEL, "contact point field", NC_ ("contact point field", "Label") },
  { &kli_contact_point_kind, KLI_CONTACT_POINT_PREFERRED, "contact point field",
    NC_ ("contact point field", "Preferred") },
  { &kli_address_kind, KLI_ADDRESS_STREET, "address", NC_ ("address", "Street") },
  { &kli_address_kind, KLI_ADDRESS_CITY, "address", NC_ ("address", "City") },
  { &kli_address_kind, KLI_ADDRESS_POSTCODE, "address", NC_ ("address", "Postal code") },
  { &kli_address_kind, KLI_ADDRESS_REGION, "address", NC_ ("address", "Province") },
  { &kli_address_kind, KLI_ADDRESS_COUNTRY, "address", NC_ ("address", "Country") },
  { &kli_address_kind, KLI_ADDRESS_HOUSE, "address", NC_ ("address", "House number") },
  { &kli_address_kind, KLI_ADDRESS_RT, "address", NC_ ("address", "RT") },
  { &kli_address_kind, KLI_ADDRESS_RW, "address", NC_ ("address", "RW") },
  { &kli_address_kind, KLI_ADDRESS_VILLAGE, "address", NC_ ("address", "Village") },
  { &kli_address_kind, KLI_ADDRESS_DISTRICT, "address", NC_ ("address", "Kecamatan") },
  { &kli_address_kind, KLI_ADDRESS_LABEL, "address", NC_ ("address", "Label of the address") },
  { &kli_address_kind, KLI_ADDRESS_PREFERRED, "address", NC_ ("address", "Preferred address") },
  { &kli_identifier_kind, KLI_IDENTIFIER_KIND, "identifier field", NC_ ("identifier field", "Kind of number") },
  { &kli_identifier_kind, KLI_IDENTIFIER_VALUE, "identifier field", NC_ ("identifier field", "Official number") },
  { &kli_identifier_kind, KLI_IDENTIFIER_LABEL, "identifier field", NC_ ("identifier field", "What it is for") },
  { &kli_activity_kind, KLI_ACTIVITY_CHANNEL, "activity field", NC_ ("activity field", "How") },
  { &kli_activity_kind, KLI_ACTIVITY_DIRECTION, "activity field", NC_ ("activity field", "From whom") },
  { &kli_activity_kind, KLI_ACTIVITY_ON_DAY, "activity field", NC_ ("activity field", "Day") },
  { &kli_activity_kind, KLI_ACTIVITY_AT_TIME, "activity field", NC_ ("activity field", "Time") },
  { &kli_activity_kind, KLI_ACTIVITY_SUBJECT, "activity field", NC_ ("activity field", "Subject") },
  { &kli_activity_kind, KLI_ACTIVITY_NOTE, "activity field", NC_ ("activity field", "What it was about") },
  { &kli_activity_kind, KLI_ACTIVITY_STAFF, "activity field", NC_ ("activity field", "Who of us") },
  { &kli_household_member_kind, KLI_HOUSEHOLD_MEMBER_CONTACT, "household field",
    NC_ ("household field", "Lives in the household") },
  { &kli_household_member_kind, KLI_HOUSEHOLD_MEMBER_HOUSEHOLD, "household field",
    NC_ ("household field", "Household") },
  { &kli_tag_kind, KLI_TAG_NAME, "tag field", NC_ ("tag field", "Name of the tag") },
  { &kli_tag_kind, KLI_TAG_COLOUR, "tag field", NC_ ("tag field", "Color") },
  { &kli_contact_tag_kind, KLI_CONTACT_TAG_TAG, "contact", NC_ ("contact", "Tag") },
  { &kli_contract_party_kind, KLI_CONTRACT_PARTY_CONTACT, "party field", NC_ ("party field", "Party") },
  { &kli_contract_party_kind, KLI_CONTRACT_PARTY_ROLE, "party field", NC_ ("party field", "Role in the contract") },
  { &kli_contract_act_kind, KLI_CONTRACT_ACT_ON_DAY, "contract act field", NC_ ("contract act field", "Date") },
  { &kli_contract_act_kind, KLI_CONTRACT_ACT_ENDS_ON, "contract act field",
    NC_ ("contract act field", "Takes effect") },
  { &kli_contract_act_kind, KLI_CONTRACT_ACT_PARTY, "party field", NC_ ("party field", "Party") },
  { &kli_contract_act_kind, KLI_CONTRACT_ACT_SUCCESSOR, "contract act field",
    NC_ ("contract act field", "Next contract") },
  { &kli_contract_act_kind, KLI_CONTRACT_ACT_NOTE, "contract field", NC_ ("contract field", "Note") },
  { &kli_document_kind, KLI_DOCUMENT_NAME, "document field", NC_ ("document field", "Document") },
  { &kli_staff_member_kind, KLI_STAFF_MEMBER_NAME, "staff field", NC_ ("staff field", "Name on the staff list") },
  { &kli_staff_member_kind, KLI_STAFF_MEMBER_MAIL, "contact point", NC_ ("contact point", "Email") },
  { &kli_staff_member_kind, KLI_STAFF_MEMBER_ACTIVE, "staff field", NC_ ("staff field", "Works here") },
  { &kli_segment_kind, KLI_SEGMENT_NAME, "segment field", NC_ ("segment field", "Name of the segment") },
  { &kli_segment_kind, KLI_SEGMENT_QUERY, "segment field", NC_ ("segment field", "Whom it shows") },
  { &kli_own_field_kind, KLI_OWN_FIELD_NAME, "own field", NC_ ("own field", "Name of the field") },
  { &kli_own_field_kind, KLI_OWN_FIELD_TYPE, "own field", NC_ ("own field", "Type") },
  { &kli_own_field_kind, KLI_OWN_FIELD_APPLIES, "own field", NC_ ("own field", "Who has it") },
  { &kli_own_field_kind, KLI_OWN_FIELD_UNIT, "own field", NC_ ("own field", "Unit") },
  { &kli_own_field_kind, KLI_OWN_FIELD_RETIRED, "own field", NC_ ("own field", "Not used any more") },
  { &kli_own_choice_kind, KLI_OWN_CHOICE_NAME, "own field", NC_ ("own field", "Choice") },
  { &kli_own_choice_kind, KLI_OWN_CHOICE_POSITION, "own field", NC_ ("own field", "Place") },
  { &kli_own_choice_kind, KLI_OWN_CHOICE_RETIRED, "own field", NC_ ("own field", "Not used any more") },
  { &kli_setting_kind, KLI_SETTING_VALUE, "setting", NC_ ("setting", "Setting") },
};

const char *
kli_column_title (const KliKind *kind, guint column)
{
  g_return_val_if_fail (kind != NULL && column < kind->n_columns, NULL);

  if (kind == &kli_contract_kind)
    return kli_contract_column_name (column);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (titles[i].kind == kind && titles[i].column == column)
      return g_dpgettext2 (GETTEXT_PACKAGE, titles[i].context, titles[i].title);

  return NULL;
}

/* --- values ----------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *form;
  const char *name;
} AddressForm;

/* Words of letters in their own language; only those who belong to none have a name of ours. */
static const AddressForm address_forms[] = {
  { "bapak", "Bapak" }, { "ibu", "Ibu" }, { "saudara", "Saudara" }, { "saudari", "Saudari" },
  { "kakak", "Kak" },   { "pan", "Pan" }, { "pani", "Pani" },       { "panstwo", "Państwo" },
};

const char *
kli_address_form_name (const char *form)
{
  g_return_val_if_fail (form != NULL, "");

  for (guint i = 0; i < G_N_ELEMENTS (address_forms); i++)
    if (g_str_equal (address_forms[i].form, form))
      return address_forms[i].name;
  if (g_str_equal (form, "none"))
    return C_ ("form of address", "None");

  return form;
}

static const char *
contact_kind (const char *choice)
{
  if (g_str_equal (choice, "household"))
    return C_ ("contact kind", "Household");

  return g_str_equal (choice, "organisation") ? C_ ("contact kind", "Organization") : C_ ("contact kind", "Person");
}

static const char *
choice_value (const KliKind *kind, guint column, const char *choice)
{
  KliActKind act;

  if (kind == &kli_contract_kind)
    return kli_contract_choice_name (column, choice);
  if (kind == &kli_contact_point_kind)
    return kli_point_kind_name (choice);
  if (kind == &kli_identifier_kind)
    return kli_identifier_kind_name (choice);
  if (kind == &kli_activity_kind)
    return column == KLI_ACTIVITY_CHANNEL ? kli_activity_channel_name (choice) : kli_activity_direction_name (choice);
  if (kind == &kli_relation_kind)
    return kli_relation_end_name (kli_relation_end_of (choice, FALSE));
  if (kind == &kli_contract_act_kind && kli_act_kind_from_id (choice, &act))
    return kli_act_kind_done (act);
  if (kind == &kli_contact_kind && column == KLI_CONTACT_ADDRESS_FORM)
    return kli_address_form_name (choice);
  if (kind == &kli_tag_kind)
    return kli_tag_colour_name (choice);
  if (kind == &kli_own_field_kind && column == KLI_OWN_FIELD_TYPE)
    return kli_own_type_name (choice);
  if (kind == &kli_own_field_kind && g_str_equal (choice, "everyone"))
    return C_ ("who has a field", "Everyone");
  if (kind == &kli_contact_kind || kind == &kli_own_field_kind)
    return contact_kind (choice);

  return choice;
}

/* Whom a saved query finds. One that this version cannot read is shown as it is. */
static char *
query_value (const char *text, KliLanguage language)
{
  g_autoptr (KliQuery) query = kli_query_parse (text, NULL);

  if (query == NULL)
    return g_strdup (text);
  if (kli_filter_is_everything (kli_query_get_whole_filter (query)))
    return g_strdup (C_ ("filter", "everybody"));

  return kli_filter_describe (kli_query_get_whole_filter (query), language);
}

static char *
text_value (const KliRow *row, guint column, KliLanguage language)
{
  const KliColumn *declared = &row->kind->columns[column];
  const char *text = kli_row_get_text (row, column);

  if (declared->flags & KLI_COLUMN_CONTENT)
    return g_strdup (*text != '\0' ? C_ ("contact field value", "a picture") : "");
  if (row->kind == &kli_segment_kind && column == KLI_SEGMENT_QUERY)
    return query_value (text, language);
  if (row->kind == &kli_identifier_kind && column == KLI_IDENTIFIER_VALUE)
    return kli_identifier_shown (kli_row_get_text (row, KLI_IDENTIFIER_KIND), text);
  if (row->kind == &kli_identifier_kind)
    return g_strdup (text);
  if (row->kind == &kli_setting_kind
      && g_str_equal (kli_row_get_text (row, KLI_SETTING_KEY), KLI_SETTING_PERSONAL_NUMBERS))
    return g_strdup (*text != '\0' ? C_ ("yes or no", "yes") : C_ ("yes or no", "no"));

  return g_strdup (g_str_equal (declared->name, "label") ? kli_label_name (text) : text);
}

static char *
number_value (const KliRow *row, guint column, KliLanguage language)
{
  gint64 number = kli_row_get_integer (row, column);

  if (number == 0)
    return g_strdup (row->kind->columns[column].type == KLI_COLUMN_BOOLEAN ? C_ ("yes or no", "no") : "");

  switch (row->kind->columns[column].type)
    {
    case KLI_COLUMN_BOOLEAN: return g_strdup (C_ ("yes or no", "yes"));
    case KLI_COLUMN_INSTANT: return kli_instant_value (number, language);
    case KLI_COLUMN_MINOR:
      return kli_money_format (
          number, row->kind == &kli_contract_kind ? kli_row_get_text (row, KLI_CONTRACT_CURRENCY) : NULL, language);
    case KLI_COLUMN_TEXT:
    case KLI_COLUMN_LONG:
    case KLI_COLUMN_CHOICE:
    case KLI_COLUMN_DAY:
    case KLI_COLUMN_BIRTHDAY:
    case KLI_COLUMN_INTEGER:
    case KLI_COLUMN_ID:
    default: return kli_format_number (number, language);
    }
}

char *
kli_column_value (const KliRow *row, guint column, KliLanguage language)
{
  g_return_val_if_fail (row != NULL && column < row->kind->n_columns, g_strdup (""));

  switch (row->kind->columns[column].type)
    {
    case KLI_COLUMN_CHOICE: return g_strdup (choice_value (row->kind, column, kli_row_get_text (row, column)));
    case KLI_COLUMN_DAY:
      return kli_format_day (kli_day_parse (kli_row_get_text (row, column)), KLI_DAY_STYLE_LONG, language);
    case KLI_COLUMN_BIRTHDAY: return kli_format_birthday (kli_row_get_text (row, column), language);
    case KLI_COLUMN_TEXT:
    case KLI_COLUMN_LONG: return text_value (row, column, language);
    case KLI_COLUMN_INTEGER:
    case KLI_COLUMN_BOOLEAN:
    case KLI_COLUMN_MINOR:
    case KLI_COLUMN_INSTANT:
    case KLI_COLUMN_ID:
    default: return number_value (row, column, language);
    }
}

char *
kli_instant_value (gint64 instant, KliLanguage language)
{
  g_autoptr (GDateTime) when = instant != 0 ? g_date_time_new_from_unix_local (instant / 1000) : NULL;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  if (when == NULL)
    return g_strdup ("");

  day = kli_format_day (
      kli_day_new (g_date_time_get_year (when), g_date_time_get_month (when), g_date_time_get_day_of_month (when)),
      KLI_DAY_STYLE_LONG, language);
  time = kli_format_time (g_date_time_get_hour (when), g_date_time_get_minute (when), language);

  return g_strdup_printf ("%s, %s", day, time);
}
