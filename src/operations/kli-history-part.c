/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a part of a record is told in one line. */
#include "operations/kli-history-part.h"

#include "core/kli-activity.h"
#include "core/kli-column-words.h"
#include "core/kli-identifier-words.h"
#include "core/kli-kinds.h"
#include "core/kli-own-value.h"
#include "core/kli-part-words.h"
#include "core/kli-relation.h"

#include <glib/gi18n-lib.h>

char *
kli_history_name_of (KliConnection *connection, gint64 id)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "name-of", NULL);

  if (statement == NULL)
    return g_strdup ("");

  kli_statement_bind_integer (statement, 1, id);

  return g_strdup (kli_statement_step (statement, NULL) ? kli_statement_get_text (statement, 0) : "");
}

/* A party is called as its contact. */
static char *
name_party (KliConnection *connection, gint64 id)
{
  g_autoptr (KliRow) party = kli_connection_load (connection, &kli_contract_party_kind, id, NULL);
  gint64 contact = party != NULL ? kli_row_get_integer (party, KLI_CONTRACT_PARTY_CONTACT) : 0;

  return contact != 0 ? kli_history_name_of (connection, contact) : g_strdup (_ ("This business"));
}

char *
kli_history_value (KliConnection *connection, const KliRow *row, guint column, KliLanguage language)
{
  gint64 id;

  if (row->kind->columns[column].type != KLI_COLUMN_ID)
    return kli_column_value (row, column, language);

  id = kli_row_get_integer (row, column);
  if (row->kind == &kli_contract_act_kind && column == KLI_CONTRACT_ACT_PARTY && id != 0)
    return name_party (connection, id);

  return id != 0 ? kli_history_name_of (connection, id) : g_strdup ("");
}

/* --- kinds ------------------------------------------------------------------------------------------------ */

/* What a description is made from. */
typedef struct
{
  KliConnection *connection;
  const KliRow *part;
  KliLanguage language;
} Part;

/* The values of the columns, up to -1, that hold something. */
static char *
join_values (const Part *part, const int *columns)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; columns[i] >= 0; i++)
    {
      g_autofree char *value = kli_history_value (part->connection, part->part, (guint)columns[i], part->language);

      if (*value != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", value);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
describe_point (const Part *part, char **title, char **text)
{
  *title = kli_point_name (part->part);
  *text = g_strdup (kli_row_get_text (part->part, KLI_CONTACT_POINT_VALUE));
}

/* A natural person's stays masked. */
static void
describe_identifier (const Part *part, char **title, char **text)
{
  *title = kli_identifier_name (part->part);
  *text = kli_column_value (part->part, KLI_IDENTIFIER_VALUE, part->language);
}

static void
describe_address (const Part *part, char **title, char **text)
{
  *title = kli_address_name (part->part);
  *text = kli_address_line (part->part, NULL);
}

static void
describe_affiliation (const Part *part, char **title, char **text)
{
  static const int columns[]
      = { KLI_AFFILIATION_PERSON, KLI_AFFILIATION_ORGANISATION, KLI_AFFILIATION_ROLE, KLI_AFFILIATION_DEPARTMENT, -1 };

  *title = g_strdup (C_ ("history field", "Connection"));
  *text = join_values (part, columns);
}

/* "Anna Ptak (Parent) · Jan Ptak (Child)" */
static void
describe_relation (const Part *part, char **title, char **text)
{
  gint64 first = kli_row_get_integer (part->part, KLI_RELATION_CONTACT);
  gint64 second = kli_row_get_integer (part->part, KLI_RELATION_OTHER);
  g_autofree char *first_name = kli_history_name_of (part->connection, first);
  g_autofree char *second_name = kli_history_name_of (part->connection, second);

  *title = g_strdup (C_ ("history field", "Relation"));
  *text = g_strdup_printf ("%s (%s) · %s (%s)", first_name, kli_relation_get_word (part->part, second), second_name,
                           kli_relation_get_word (part->part, first));
}

static void
describe_activity (const Part *part, char **title, char **text)
{
  static const int columns[]
      = { KLI_ACTIVITY_ON_DAY, KLI_ACTIVITY_AT_TIME, KLI_ACTIVITY_SUBJECT, KLI_ACTIVITY_NOTE, KLI_ACTIVITY_STAFF, -1 };

  *title = g_strdup (kli_activity_title (part->part));
  *text = join_values (part, columns);
}

static void
describe_member (const Part *part, char **title, char **text)
{
  static const int columns[] = { KLI_HOUSEHOLD_MEMBER_CONTACT, KLI_HOUSEHOLD_MEMBER_HOUSEHOLD, -1 };

  *title = g_strdup (C_ ("household field", "Lives in the household"));
  *text = join_values (part, columns);
}

static void
describe_tag (const Part *part, char **title, char **text)
{
  static const int columns[] = { KLI_CONTACT_TAG_TAG, -1 };

  *title = g_strdup (C_ ("contact", "Tag"));
  *text = join_values (part, columns);
}

static void
describe_party (const Part *part, char **title, char **text)
{
  static const int columns[] = { KLI_CONTRACT_PARTY_CONTACT, KLI_CONTRACT_PARTY_ROLE, -1 };
  g_autofree char *values = join_values (part, columns);
  gboolean is_own = kli_row_get_integer (part->part, KLI_CONTRACT_PARTY_CONTACT) == 0;

  *title = g_strdup (C_ ("party field", "Party"));
  *text = is_own ? g_strdup_printf ("%s%s%s", _ ("This business"), *values != '\0' ? " · " : "", values)
                 : g_steal_pointer (&values);
}

static void
describe_act (const Part *part, char **title, char **text)
{
  static const int columns[]
      = { KLI_CONTRACT_ACT_ON_DAY, KLI_CONTRACT_ACT_PARTY, KLI_CONTRACT_ACT_SUCCESSOR, KLI_CONTRACT_ACT_NOTE, -1 };

  *title = kli_column_value (part->part, KLI_CONTRACT_ACT_KIND, part->language);
  *text = join_values (part, columns);
}

static void
describe_document (const Part *part, char **title, char **text)
{
  *title = g_strdup (C_ ("document field", "Document"));
  *text = g_strdup (kli_row_get_text (part->part, KLI_DOCUMENT_NAME));
}

static void
describe_extra (const Part *part, char **title, char **text)
{
  *title = g_strdup (kli_row_get_text (part->part, KLI_CONTACT_EXTRA_NAME));
  *text = g_strdup (kli_row_get_text (part->part, KLI_CONTACT_EXTRA_VALUE));
}

static void
describe_merge (const Part *part, char **title, char **text)
{
  static const int columns[] = { KLI_CONTACT_MERGE_MERGED, -1 };

  *title = g_strdup (C_ ("history field", "Merged card"));
  *text = join_values (part, columns);
}

static void
describe_distinction (const Part *part, char **title, char **text)
{
  static const int columns[] = { KLI_CONTACT_DISTINCTION_CONTACT, KLI_CONTACT_DISTINCTION_OTHER, -1 };

  *title = g_strdup (C_ ("history field", "Not the same"));
  *text = join_values (part, columns);
}

static void
describe_own_choice (const Part *part, char **title, char **text)
{
  *title = g_strdup (C_ ("own field", "Choice"));
  *text = g_strdup (kli_row_get_text (part->part, KLI_OWN_CHOICE_NAME));
}

static void
describe_own_value (const Part *part, char **title, char **text)
{
  gint64 field = kli_row_get_integer (part->part, KLI_OWN_VALUE_FIELD);
  gint64 other = kli_own_value_get_other (part->part);
  g_autoptr (KliRow) definition = kli_connection_load (part->connection, &kli_own_field_kind, field, NULL);

  *title = g_strdup (definition != NULL ? kli_row_get_text (definition, KLI_OWN_FIELD_NAME) : "");
  *text = other != 0
              ? kli_history_name_of (part->connection, other)
              : kli_own_value_format (part->part,
                                      definition != NULL ? kli_row_get_text (definition, KLI_OWN_FIELD_UNIT) : "",
                                      part->language);
}

static const struct
{
  const KliKind *kind;
  void (*describe) (const Part *part, char **title, char **text);
} kinds[] = {
  { &kli_contact_point_kind, describe_point },     { &kli_address_kind, describe_address },
  { &kli_affiliation_kind, describe_affiliation }, { &kli_contact_tag_kind, describe_tag },
  { &kli_contract_party_kind, describe_party },    { &kli_contract_act_kind, describe_act },
  { &kli_document_kind, describe_document },       { &kli_contact_extra_kind, describe_extra },
  { &kli_contact_merge_kind, describe_merge },     { &kli_contact_distinction_kind, describe_distinction },
  { &kli_identifier_kind, describe_identifier },   { &kli_own_choice_kind, describe_own_choice },
  { &kli_own_value_kind, describe_own_value },     { &kli_activity_kind, describe_activity },
  { &kli_relation_kind, describe_relation },       { &kli_household_member_kind, describe_member },
};

gboolean
kli_history_describe_part (
    KliConnection *connection, const KliRow *part, KliLanguage language, char **title, char **text)
{
  const Part described = { connection, part, language };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == part->kind)
      {
        kinds[i].describe (&described, title, text);
        return TRUE;
      }

  return FALSE;
}

gboolean
kli_history_part_is_one_value (const KliKind *kind)
{
  return kind == &kli_own_value_kind;
}
