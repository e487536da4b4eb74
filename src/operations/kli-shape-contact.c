/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a contact is named in paths and JSON: its points, addresses, affiliations and tags. */
#include "operations/kli-shape.h"

#include "core/kli-affiliation.h"
#include "core/kli-identifier.h"
#include "core/kli-kinds.h"
#include "core/kli-mail.h"
#include "operations/kli-activities.h"
#include "operations/kli-catalogue.h"
#include "operations/kli-column.h"
#include "operations/kli-company.h"
#include "operations/kli-contact-rules.h"
#include "operations/kli-find.h"
#include "operations/kli-household.h"
#include "operations/kli-identifiers.h"
#include "operations/kli-own-values.h"
#include "operations/kli-point.h"
#include "operations/kli-relations.h"
#include "operations/kli-staff.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* "main" is said at each end of the connection of that end: the main organisation of a person, the main contact of an
 * organisation. */
static const KliColumnName affiliation_names[] = {
  { "from", KLI_AFFILIATION_FROM_ON },
  { "to", KLI_AFFILIATION_TO_ON },
  { "", KLI_AFFILIATION_MAIN },
  { "main", KLI_AFFILIATION_MAIN_PLACE },
  { NULL },
};
static const KliColumnName turned_affiliation_names[] = {
  { "from", KLI_AFFILIATION_FROM_ON },
  { "to", KLI_AFFILIATION_TO_ON },
  { "", KLI_AFFILIATION_MAIN_PLACE },
  { NULL },
};

static gboolean
agrees (const KliRow *a, const KliRow *b, guint column)
{
  const char *text = kli_row_get_text (b, column);

  return *text == '\0' || g_str_equal (kli_row_get_text (a, column), text);
}

/* Somebody may come back to where they were: that is another connection, since the one from then has an end. */
static gboolean
same_affiliation (const KliRow *a, const KliRow *b)
{
  return kli_row_get_integer (a, KLI_AFFILIATION_PERSON) == kli_row_get_integer (b, KLI_AFFILIATION_PERSON)
         && kli_row_get_integer (a, KLI_AFFILIATION_ORGANISATION)
                == kli_row_get_integer (b, KLI_AFFILIATION_ORGANISATION)
         && agrees (a, b, KLI_AFFILIATION_ROLE) && agrees (a, b, KLI_AFFILIATION_FROM_ON)
         && g_str_equal (kli_row_get_text (a, KLI_AFFILIATION_TO_ON), kli_row_get_text (b, KLI_AFFILIATION_TO_ON));
}

/* In the order of the word address+=; the label, which stands behind the first five, is no part of the place. */
static const guint address_columns[]
    = { KLI_ADDRESS_STREET,  KLI_ADDRESS_CITY,    KLI_ADDRESS_POSTCODE, KLI_ADDRESS_REGION,
        KLI_ADDRESS_COUNTRY, KLI_ADDRESS_LABEL,   KLI_ADDRESS_HOUSE,    KLI_ADDRESS_RT,
        KLI_ADDRESS_RW,      KLI_ADDRESS_VILLAGE, KLI_ADDRESS_DISTRICT };

/* An empty address is being begun: it repeats none. */
static gboolean
same_address (const KliRow *a, const KliRow *b)
{
  if (kli_row_is_blank (b))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (address_columns); i++)
    if (address_columns[i] != KLI_ADDRESS_LABEL
        && !g_str_equal (kli_row_get_text (a, address_columns[i]), kli_row_get_text (b, address_columns[i])))
      return FALSE;

  return TRUE;
}

static gboolean
same_tag (const KliRow *a, const KliRow *b)
{
  return kli_row_get_integer (a, KLI_CONTACT_TAG_TAG) == kli_row_get_integer (b, KLI_CONTACT_TAG_TAG);
}

static const KliColumnName activity_names[] = {
  { "day", KLI_ACTIVITY_ON_DAY },
  { "time", KLI_ACTIVITY_AT_TIME },
  { NULL },
};

static const KliPartList lists[] = {
  { .name = "affiliations",
    .verb = "affiliation",
    .kind = &kli_affiliation_kind,
    .owner = KLI_AFFILIATION_PERSON,
    .other = KLI_AFFILIATION_ORGANISATION,
    .both_ways = TRUE,
    .names = affiliation_names,
    .turned_names = turned_affiliation_names,
    .same = same_affiliation },
  { .name = "relations",
    .verb = "relation",
    .kind = &kli_relation_kind,
    .owner = KLI_RELATION_CONTACT,
    .other = KLI_RELATION_OTHER,
    .either_way = TRUE,
    .names = kli_relation_names,
    .turned_names = kli_relation_turned_names,
    .end = &kli_relation_end,
    .same = kli_relation_same },
  { .name = "household",
    .verb = "household",
    .kind = &kli_household_member_kind,
    .owner = KLI_HOUSEHOLD_MEMBER_CONTACT,
    .other = KLI_HOUSEHOLD_MEMBER_HOUSEHOLD,
    .both_ways = TRUE,
    .same = kli_household_same },
  { .name = "points",
    .verb = "point",
    .kind = &kli_contact_point_kind,
    .owner = KLI_CONTACT_POINT_CONTACT,
    .other = -1,
    .same = kli_point_same },
  { .name = "addresses",
    .verb = "address",
    .kind = &kli_address_kind,
    .owner = KLI_ADDRESS_CONTACT,
    .other = -1,
    .same = same_address },
  { .name = "identifiers",
    .verb = "identifier",
    .kind = &kli_identifier_kind,
    .owner = KLI_IDENTIFIER_CONTACT,
    .other = -1,
    .same = kli_identifier_same },
  { .name = "tags",
    .verb = "tag",
    .kind = &kli_contact_tag_kind,
    .owner = KLI_CONTACT_TAG_CONTACT,
    .other = KLI_CONTACT_TAG_TAG,
    .bare = TRUE,
    .same = same_tag },
  { .name = "own",
    .verb = "own",
    .kind = &kli_own_value_kind,
    .owner = KLI_OWN_VALUE_CONTACT,
    .other = -1,
    .hidden = TRUE,
    .same = kli_own_values_repeat },
  { .name = "activities",
    .verb = "activity",
    .kind = &kli_activity_kind,
    .owner = KLI_ACTIVITY_CONTACT,
    .other = -1,
    .names = activity_names,
    .same = kli_activity_same,
    .refer = kli_activity_refer },
  { .name = "extra", .kind = &kli_contact_extra_kind, .owner = KLI_CONTACT_EXTRA_CONTACT, .other = -1 },
  { .name = "sources",
    .kind = &kli_contact_source_kind,
    .owner = KLI_CONTACT_SOURCE_CONTACT,
    .other = -1,
    .hidden = TRUE },
};

/* --- what WORD+=TEXT means ---------------------------------------------------------------------------- */

/* phone+=512 345 678|work: the label stands behind the last bar. */
static gboolean
fill_point (KliAssignContext *context, KliRow *part, const char *argument, const char *text, GError **error)
{
  const char *bar = strrchr (text, '|');
  g_autofree char *value = bar != NULL ? g_strndup (text, (gsize)(bar - text)) : g_strdup (text);

  kli_row_set_text (part, KLI_CONTACT_POINT_KIND, argument);
  if (bar != NULL && !kli_column_set_text (part, KLI_CONTACT_POINT_LABEL, bar + 1, error))
    return FALSE;
  if (!kli_column_set_text (part, KLI_CONTACT_POINT_VALUE, value, error))
    return FALSE;
  kli_point_normalise (part, context->business->country);

  return TRUE;
}

/* nip+=123-456-32-18|what it is: the label stands behind the last bar. Without a kind the number says what it is. */
static gboolean
fill_identifier (KliAssignContext *context, KliRow *part, const char *argument, const char *text, GError **error)
{
  const char *bar = strrchr (text, '|');
  g_autofree char *value = bar != NULL ? g_strndup (text, (gsize)(bar - text)) : g_strdup (text);
  const char *kind = argument != NULL ? argument : kli_identifier_guess (value, context->business->country);

  kli_row_set_text (part, KLI_IDENTIFIER_KIND, kind != NULL ? kind : "other");
  if (bar != NULL && !kli_column_set_text (part, KLI_IDENTIFIER_LABEL, bar + 1, error))
    return FALSE;
  if (!kli_column_set_text (part, KLI_IDENTIFIER_VALUE, value, error))
    return FALSE;
  kli_identifier_normalise (part);

  return TRUE;
}

static gboolean
is_of_kind (const KliRow *part, const char *argument)
{
  return g_str_equal (kli_row_get_text (part, KLI_IDENTIFIER_KIND), argument);
}

/* address+= begins an empty one; address+=STREET;CITY;POSTCODE;REGION;COUNTRY;LABEL;HOUSE;RT;RW;VILLAGE;DISTRICT
 * fills it; what is left out at the end is empty. */
static gboolean
fill_address (KliAssignContext *context, KliRow *part, const char *argument, const char *text, GError **error)
{
  g_auto (GStrv) pieces = g_strsplit (text, ";", G_N_ELEMENTS (address_columns));

  for (guint i = 0; pieces[i] != NULL; i++)
    if (!kli_column_set_text (part, address_columns[i], pieces[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
fill_tag (KliAssignContext *context, KliRow *part, const char *argument, const char *text, GError **error)
{
  gint64 tag = kli_find_tag (context->connection, context->edit, text, error);

  if (tag < 0)
    return FALSE;
  kli_row_set_integer (part, KLI_CONTACT_TAG_TAG, tag);

  return TRUE;
}

/* Puts @pieces, from the second on, into the columns of @part, in their order. */
static gboolean
fill_columns (KliRow *part, char **pieces, const guint *columns, guint n_columns, GError **error)
{
  for (guint i = 0; i < n_columns && pieces[i + 1] != NULL; i++)
    if (!kli_column_set_text (part, columns[i], pieces[i + 1], error))
      return FALSE;

  return TRUE;
}

/* affiliations+=NAME|ROLE|DEPARTMENT|FROM|TO|MAIN, where an id may stand for the name and the last may be missing:
 * where a person works, or who works at an organisation. */
static gboolean
fill_affiliation (KliAssignContext *context, KliRow *part, const char *argument, const char *text, GError **error)
{
  const KliRow *root = kli_draft_get_root (context->draft);
  const KliPartList *list = kli_shape_find_list (&kli_contact_shape, "affiliations");
  guint other = (guint)kli_part_list_other_column (list, root, part);
  const guint columns[] = { KLI_AFFILIATION_ROLE, KLI_AFFILIATION_DEPARTMENT, KLI_AFFILIATION_FROM_ON,
                            KLI_AFFILIATION_TO_ON, kli_affiliation_main_column (root) };
  g_auto (GStrv) pieces = g_strsplit (text, "|", G_N_ELEMENTS (columns) + 1);
  const char *kind = other == KLI_AFFILIATION_ORGANISATION ? "organisation" : "person";
  gint64 id = kli_find_contact (context->connection, context->edit, pieces[0] != NULL ? pieces[0] : "", kind, error);

  if (id < 0)
    return FALSE;
  kli_row_set_integer (part, other, id);
  kli_row_set_integer (part, kli_part_list_owner_column (list, root, part), root->id);

  return pieces[0] == NULL || fill_columns (part, pieces, columns, G_N_ELEMENTS (columns), error);
}

static const KliPartWord words[] = {
  { .word = "phone", .list = "points", .argument = "phone", .fill = fill_point },
  { .word = "mail", .list = "points", .argument = "mail", .fill = fill_point },
  { .word = "url", .list = "points", .argument = "url", .fill = fill_point },
  { .word = "chat", .list = "points", .argument = "chat", .fill = fill_point },
  { .word = "address", .list = "addresses", .fill = fill_address },
  { .word = "addresses", .list = "addresses", .fill = fill_address },
  { .word = "identifier", .list = "identifiers", .fill = fill_identifier },
  { .word = "identifiers", .list = "identifiers", .fill = fill_identifier },
  { .word = "nip", .list = "identifiers", .argument = "nip", .fill = fill_identifier, .is_own = is_of_kind },
  { .word = "regon", .list = "identifiers", .argument = "regon", .fill = fill_identifier, .is_own = is_of_kind },
  { .word = "krs", .list = "identifiers", .argument = "krs", .fill = fill_identifier, .is_own = is_of_kind },
  { .word = "iban", .list = "identifiers", .argument = "iban", .fill = fill_identifier, .is_own = is_of_kind },
  { .word = "npwp", .list = "identifiers", .argument = "npwp", .fill = fill_identifier, .is_own = is_of_kind },
  { .word = "nib", .list = "identifiers", .argument = "nib", .fill = fill_identifier, .is_own = is_of_kind },
  { .word = "account", .list = "identifiers", .argument = "account", .fill = fill_identifier, .is_own = is_of_kind },
  { .word = "pesel", .list = "identifiers", .argument = "pesel", .fill = fill_identifier, .is_own = is_of_kind },
  { .word = "nik", .list = "identifiers", .argument = "nik", .fill = fill_identifier, .is_own = is_of_kind },
  { .word = "activity", .list = "activities", .fill = kli_activity_fill },
  { .word = "activities", .list = "activities", .fill = kli_activity_fill },
  { .word = "tag", .list = "tags", .fill = fill_tag },
  { .word = "tags", .list = "tags", .fill = fill_tag },
  { .word = "affiliation", .list = "affiliations", .fill = fill_affiliation },
  { .word = "affiliations", .list = "affiliations", .fill = fill_affiliation },
  { .word = "relation", .list = "relations", .fill = kli_relation_fill },
  { .word = "relations", .list = "relations", .fill = kli_relation_fill },
  { .word = "household", .list = "household", .fill = kli_household_fill },
};

/* manager=NAME or manager=ID: somebody on the staff who works here; nothing behind the = means nobody. */
static gboolean
set_staff (KliAssignContext *context, KliRow *root, KliContactColumn role, const char *text, GError **error)
{
  gint64 id = *text != '\0' ? kli_catalogue_look_up (context->connection, &kli_staff_member_kind, text, error) : 0;

  if (id < 0)
    return FALSE;
  if (id != kli_row_get_integer (root, role) && !kli_staff_check_receiver (context->connection, id, error))
    return FALSE;
  kli_row_set_integer (root, role, id);

  return TRUE;
}

static gboolean
set_manager (KliAssignContext *context, KliRow *root, const char *text, GError **error)
{
  return set_staff (context, root, KLI_CONTACT_MANAGER, text, error);
}

static gboolean
set_deputy (KliAssignContext *context, KliRow *root, const char *text, GError **error)
{
  return set_staff (context, root, KLI_CONTACT_DEPUTY, text, error);
}

/* archived=yes puts the contact away, archived= brings it back. */
static gboolean
set_archived (KliAssignContext *context, KliRow *root, const char *text, GError **error)
{
  gboolean archived;

  if (!kli_column_parse_boolean (text, &archived, error))
    return FALSE;
  kli_contact_set_archived (root, archived, kli_edit_get_instant (context->edit));

  return TRUE;
}

static const char *
verb_of_archived (const char *text)
{
  gboolean archived;

  return kli_column_parse_boolean (text, &archived, NULL) && archived ? "contact-archive" : "contact-unarchive";
}

static const KliRootWord root_words[] = { { "manager", set_manager },
                                          { "deputy", set_deputy },
                                          { "archived", set_archived, verb_of_archived },
                                          { "address-of", kli_household_take_address } };

static const KliKeyedWord keyed_words[] = { { "own", kli_own_values_assign } };

static const KliColumnName verbs[]
    = { { "contact-manager", KLI_CONTACT_MANAGER }, { "contact-deputy", KLI_CONTACT_DEPUTY }, { NULL } };

static gboolean
check (KliDraft *draft, KliEdit *edit, GError **error)
{
  return kli_staff_agree (draft, edit, error) && kli_company_agree (draft, edit, error)
         && kli_household_agree (draft, edit, error);
}

const KliShape kli_contact_shape = {
  .kind = &kli_contact_kind,
  .lists = lists,
  .n_lists = G_N_ELEMENTS (lists),
  .words = words,
  .n_words = G_N_ELEMENTS (words),
  .root_words = root_words,
  .n_root_words = G_N_ELEMENTS (root_words),
  .keyed_words = keyed_words,
  .n_keyed_words = G_N_ELEMENTS (keyed_words),
  .verbs = verbs,
  .name_column = KLI_CONTACT_NAME,
  .settle = kli_contact_settle,
  .check = check,
};
