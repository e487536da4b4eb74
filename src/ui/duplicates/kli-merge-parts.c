/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a card has many of, in words. */
#include "ui/duplicates/kli-merge-parts.h"

#include "core/kli-activity.h"
#include "core/kli-format.h"
#include "core/kli-identifier-words.h"
#include "core/kli-identifier.h"
#include "core/kli-kinds.h"
#include "core/kli-own-value.h"
#include "core/kli-part-words.h"
#include "core/kli-phone.h"
#include "core/kli-relation.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-own-words.h"

#include <glib/gi18n.h>

/* So many lines of a group tell what moves; a page of them would hide the other groups. */
#define LINES_MAX 12

/* Returns: (transfer full) */
typedef char *(*DescribeFunc) (const KliRow *part, const KliWhole *card, const char *country);

static const char *
text_of (const KliRow *row, guint column)
{
  return kli_row_get_text (row, column);
}

/* @value, or "@value · @label" */
static char *
with_label (const char *value, const char *label)
{
  return *label != '\0' ? g_strdup_printf ("%s · %s", value, kli_label_name (label)) : g_strdup (value);
}

static char *
describe_point (const KliRow *point, const KliWhole *card, const char *country)
{
  const char *normal = text_of (point, KLI_CONTACT_POINT_NORMAL);
  g_autofree char *phone = g_str_equal (text_of (point, KLI_CONTACT_POINT_KIND), "phone") && *normal == '+'
                               ? kli_phone_display (normal, country)
                               : NULL;

  return with_label (phone != NULL ? phone : text_of (point, KLI_CONTACT_POINT_VALUE),
                     text_of (point, KLI_CONTACT_POINT_LABEL));
}

static char *
describe_address (const KliRow *address, const KliWhole *card, const char *country)
{
  g_autofree char *line = kli_address_line (address, country);

  return with_label (line, text_of (address, KLI_ADDRESS_LABEL));
}

static char *
describe_identifier (const KliRow *identifier, const KliWhole *card, const char *country)
{
  const char *kind = text_of (identifier, KLI_IDENTIFIER_KIND);
  g_autofree char *shown = kli_identifier_shown (kind, text_of (identifier, KLI_IDENTIFIER_VALUE));

  return g_strdup_printf ("%s · %s", shown, kli_identifier_kind_name (kind));
}

static char *
describe_tag (const KliRow *tag, const KliWhole *card, const char *country)
{
  return g_strdup (kli_whole_get_name (card, kli_row_get_integer (tag, KLI_CONTACT_TAG_TAG)));
}

static char *
describe_affiliation (const KliRow *affiliation, const KliWhole *card, const char *country)
{
  gint64 organisation = kli_row_get_integer (affiliation, KLI_AFFILIATION_ORGANISATION);
  gint64 other = organisation != kli_whole_get_root (card)->id
                     ? organisation
                     : kli_row_get_integer (affiliation, KLI_AFFILIATION_PERSON);

  return with_label (kli_whole_get_name (card, other), text_of (affiliation, KLI_AFFILIATION_ROLE));
}

static char *
describe_relation (const KliRow *relation, const KliWhole *card, const char *country)
{
  gint64 self = kli_whole_get_root (card)->id;

  return g_strdup_printf ("%s · %s", kli_whole_get_name (card, kli_relation_get_other (relation, self)),
                          kli_relation_get_word (relation, self));
}

static char *
describe_member (const KliRow *member, const KliWhole *card, const char *country)
{
  gint64 household = kli_row_get_integer (member, KLI_HOUSEHOLD_MEMBER_HOUSEHOLD);
  gint64 other = household != kli_whole_get_root (card)->id
                     ? household
                     : kli_row_get_integer (member, KLI_HOUSEHOLD_MEMBER_CONTACT);

  return g_strdup (kli_whole_get_name (card, other));
}

static char *
describe_own_value (const KliRow *value, const KliWhole *card, const char *country)
{
  gint64 other = kli_own_value_get_other (value);
  g_autofree char *described
      = kli_own_words_describe (value, "", kli_whole_get_name (card, other), kli_whole_is_in_trash (card, other));

  return g_strdup_printf ("%s · %s", described,
                          kli_whole_get_name (card, kli_row_get_integer (value, KLI_OWN_VALUE_FIELD)));
}

static char *
describe_activity (const KliRow *activity, const KliWhole *card, const char *country)
{
  const char *subject = text_of (activity, KLI_ACTIVITY_SUBJECT);
  g_autofree char *day = kli_format_day (kli_day_parse (text_of (activity, KLI_ACTIVITY_ON_DAY)), KLI_DAY_STYLE_MEDIUM,
                                         kli_locale_get_language ());

  return g_strdup_printf ("%s · %s%s%s", day, kli_activity_title (activity), *subject != '\0' ? " · " : "", subject);
}

static char *
describe_party (const KliRow *party, const KliWhole *card, const char *country)
{
  const char *title = kli_whole_get_name (card, kli_row_get_integer (party, KLI_CONTRACT_PARTY_CONTRACT));

  return g_strdup (*title != '\0' ? title : _ ("Contract without a title"));
}

static const struct
{
  const KliKind *kind;
  const char *title;
  DescribeFunc describe;
} groups[KLI_MERGE_N_GROUPS] = {
  { &kli_contact_point_kind, NC_ ("both cards", "Phones, email and pages"), describe_point },
  { &kli_address_kind, NC_ ("both cards", "Addresses"), describe_address },
  { &kli_identifier_kind, NC_ ("both cards", "Official numbers"), describe_identifier },
  { &kli_affiliation_kind, NC_ ("both cards", "Connections"), describe_affiliation },
  { &kli_relation_kind, NC_ ("both cards", "Relations"), describe_relation },
  { &kli_household_member_kind, NC_ ("both cards", "Household"), describe_member },
  { &kli_contact_tag_kind, NC_ ("both cards", "Tags"), describe_tag },
  { &kli_own_value_kind, NC_ ("both cards", "Own fields"), describe_own_value },
  { &kli_contract_party_kind, NC_ ("both cards", "Contracts"), describe_party },
  { &kli_activity_kind, NC_ ("both cards", "Activities"), describe_activity },
};

const char *
kli_merge_group_title (guint group)
{
  g_return_val_if_fail (group < KLI_MERGE_N_GROUPS, "");

  return g_dpgettext2 (NULL, "both cards", groups[group].title);
}

static void
append_line (GString *text, const char *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static void
append_rest (GString *text, guint n)
{
  g_autofree char *number = kli_format_number (n, kli_locale_get_language ());
  g_autofree char *line = g_strdup_printf (ngettext ("and %s more", "and %s more", n), number);

  append_line (text, line);
}

char *
kli_merge_group_text (guint group, const KliWhole *card, const char *country)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const KliRow *part;

  g_return_val_if_fail (group < KLI_MERGE_N_GROUPS && card != NULL, g_strdup (""));

  for (guint i = 0; i < LINES_MAX && (part = kli_whole_get_part (card, groups[group].kind, i)) != NULL; i++)
    {
      g_autofree char *line = groups[group].describe (part, card, country);

      append_line (text, line);
    }
  if (kli_whole_count_parts (card, groups[group].kind) > LINES_MAX)
    append_rest (text, kli_whole_count_parts (card, groups[group].kind) - LINES_MAX);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
