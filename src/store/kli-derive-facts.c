/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be asked of a contact: a line for each fact (contact_fact), and for each fact the set of those of whom it
 * holds. */
#include "core/kli-day.h"
#include "core/kli-relation.h"
#include "store/kli-derive-parts.h"
#include "store/kli-derive-private.h"
#include "store/kli-fact.h"
#include "store/kli-store-error-private.h"

#include <stdlib.h>
#include <string.h>

static void
add_fact (GPtrArray *facts, const char *name, const char *value)
{
  g_ptr_array_add (facts, kli_fact_key (name, value));
}

static void
add_text (GPtrArray *facts, const char *name, const char *text)
{
  if (*text != '\0')
    g_ptr_array_add (facts, kli_fact_folded_key (name, text));
}

static void
add_yearly (GPtrArray *facts, const char *name, const char *text)
{
  gsize length = strlen (text);

  if (length == 0)
    return;
  add_fact (facts, "has", name);
  if (kli_birthday_is_valid (text) && length >= strlen ("MM-DD"))
    g_ptr_array_add (facts, kli_fact_yearly_key (name, atoi (text + length - 5), atoi (text + length - 2)));
}

static void
add_own (GPtrArray *facts, const KliRow *row)
{
  add_fact (facts, "kind", kli_row_get_text (row, KLI_CONTACT_KIND));
  add_yearly (facts, "birthday", kli_row_get_text (row, KLI_CONTACT_BIRTHDAY));
  add_yearly (facts, "anniversary", kli_row_get_text (row, KLI_CONTACT_ANNIVERSARY));
  if (*kli_row_get_text (row, KLI_CONTACT_NOTE) != '\0')
    add_fact (facts, "has", "note");
  if (*kli_row_get_text (row, KLI_CONTACT_PHOTO) != '\0')
    add_fact (facts, "has", "photo");
  if (kli_row_get_integer (row, KLI_CONTACT_ARCHIVED_AT) != 0)
    add_fact (facts, "is", "archived");
  for (guint i = 0; i < KLI_N_STAFF_ROLES; i++)
    if (kli_row_get_integer (row, kli_staff_roles[i]) != 0)
      g_ptr_array_add (facts, kli_fact_id_key (row->kind->columns[kli_staff_roles[i]].name,
                                               kli_row_get_integer (row, kli_staff_roles[i])));
}

/* --- of the parts ------------------------------------------------------------------------------------------- */

static void
add_addresses (const KliDeriveSubject *subject, GPtrArray *facts)
{
  guint n;
  const KliDeriveAddress *addresses = kli_derive_list (subject, KLI_DERIVE_ADDRESSES, &n);

  for (guint i = 0; i < n; i++)
    {
      add_fact (facts, "has", "address");
      add_text (facts, "city", addresses[i].city);
      add_text (facts, "region", addresses[i].region);
      add_text (facts, "country", addresses[i].country);
    }
}

static void
add_points (const KliDeriveSubject *subject, GPtrArray *facts)
{
  guint n;
  const KliDerivePoint *points = kli_derive_list (subject, KLI_DERIVE_POINTS, &n);

  for (guint i = 0; i < n; i++)
    add_fact (facts, "has", points[i].kind);
}

static void
add_numbers (const KliDeriveSubject *subject, GPtrArray *facts)
{
  guint n;

  kli_derive_list (subject, KLI_DERIVE_NUMBERS, &n);
  if (n > 0)
    add_fact (facts, "has", "identifier");
}

static void
add_tags (const KliDeriveSubject *subject, GPtrArray *facts)
{
  guint n;
  const gint64 *tags = kli_derive_list (subject, KLI_DERIVE_TAGS, &n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (facts, kli_fact_id_key ("tag", tags[i]));
}

/* Where somebody works, by names: those of organisations are looked for as they are written on cards. */
static void
add_memberships (const KliDeriveSubject *subject, GPtrArray *facts)
{
  guint n;
  const KliDeriveMembership *memberships = kli_derive_list (subject, KLI_DERIVE_MEMBERSHIPS, &n);

  for (guint i = 0; i < n; i++)
    if (!memberships[i].ended)
      {
        add_fact (facts, "has", "organisation");
        add_text (facts, "organisation", memberships[i].name);
      }
}

/* The same for those who are related: to anybody, and as what. */
static void
add_relations (const KliDeriveSubject *subject, GPtrArray *facts)
{
  guint n;
  const KliDeriveRelation *relations = kli_derive_list (subject, KLI_DERIVE_RELATIONS, &n);

  for (guint i = 0; i < n; i++)
    if (!relations[i].ended)
      {
        add_fact (facts, "has", "relation");
        add_text (facts, "relation", relations[i].name);
        if (!g_str_equal (relations[i].end, KLI_RELATION_END_OTHER))
          add_text (facts, relations[i].end, relations[i].name);
      }
}

/* Where somebody lives, by names. */
static void
add_households (const KliDeriveSubject *subject, GPtrArray *facts)
{
  guint n;
  const char *const *names = kli_derive_list (subject, KLI_DERIVE_HOUSEHOLDS, &n);

  for (guint i = 0; i < n; i++)
    {
      add_fact (facts, "has", "household");
      add_text (facts, "household", names[i]);
    }
}

/* --- the deriver -------------------------------------------------------------------------------------------- */

static GBytes *
facts_reckon (KliDeriveContext *context, const KliDeriveSubject *subject, GError **error)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *lines = NULL;

  add_own (facts, subject->row);
  add_addresses (subject, facts);
  add_points (subject, facts);
  add_numbers (subject, facts);
  add_tags (subject, facts);
  add_memberships (subject, facts);
  add_relations (subject, facts);
  add_households (subject, facts);

  lines = kli_derive_join_lines (facts);

  return kli_derive_pack_texts ((const char *const *)&lines, 1);
}

static GBytes *
facts_read (KliDeriveContext *context, const KliDeriveSubject *subject, GError **error)
{
  g_autoptr (KliStatement) statement = kli_derive_look_up (context, "contact-fact-select", subject->local, error);

  return statement != NULL ? kli_derive_pack_text_columns (statement, 1) : NULL;
}

static gboolean
facts_write (KliDeriveContext *context, const KliDeriveSubject *subject, GBytes *old, GBytes *new, GError **error)
{
  const char *before = old != NULL ? kli_derive_get_text (old, 0) : "";
  const char *after = new != NULL ? kli_derive_get_text (new, 0) : "";

  return kli_derive_put (context, &kli_contact_fact_deriver, subject, new, error)
         && kli_derive_change_members_by_line (context, before, after, subject->local, error);
}

static gboolean
want_facts (KliConnection *connection, guint32 first, KliMemberChanges *wanted, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "contact-facts-from", error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, first);
  kli_statement_bind_integer (statement, 2, (gint64)first + KLI_MEMBER_PART);
  while (kli_statement_step (statement, &local_error))
    {
      g_auto (GStrv) facts = g_strsplit (kli_statement_get_text (statement, 1), "\n", -1);

      for (guint i = 0; facts[i] != NULL; i++)
        kli_member_changes_add (wanted, facts[i], (guint32)kli_statement_get_integer (statement, 0), TRUE);
    }

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

/* KliDeriveStage: the sets agree with the rows. */
static gboolean
mend_sets (KliDeriveContext *context, KliDerivePlace *place, GError **error)
{
  g_autoptr (KliMemberChanges) wanted = kli_member_changes_new ();
  KliMemberPart part;
  gboolean mended = FALSE;

  if (!kli_derive_place_take_part (context, place, &part, error)
      || !want_facts (context->connection, part.part * KLI_MEMBER_PART, wanted, error)
      || !kli_member_sets_mend (context->connection, KLI_FACT_START, &part, wanted, &mended, error))
    return FALSE;
  if (mended)
    {
      place->mended |= kli_derive_bit_of (&kli_contact_fact_deriver);
      place->detail = "the sets do not agree with the facts";
    }

  return !mended || place->dry || kli_member_set_forget_empty (context->connection, KLI_FACT_START, error);
}

static const KliDeriveStage stages[] = { { mend_sets, FALSE }, { NULL, FALSE } };

const KliDeriver kli_contact_fact_deriver = {
  .name = "contact-fact",
  .version = 6,
  .subject = &kli_contact_kind,
  .depends_on = { &kli_contact_kind, &kli_address_kind, &kli_contact_point_kind, &kli_identifier_kind,
                  &kli_contact_tag_kind, &kli_affiliation_kind, &kli_relation_kind, &kli_household_member_kind },
  .contact_columns = KLI_CHANGE_COLUMN (KLI_CONTACT_KIND) | KLI_CHANGE_COLUMN (KLI_CONTACT_BIRTHDAY)
                     | KLI_CHANGE_COLUMN (KLI_CONTACT_ANNIVERSARY) | KLI_CHANGE_COLUMN (KLI_CONTACT_NOTE)
                     | KLI_CHANGE_COLUMN (KLI_CONTACT_PHOTO) | KLI_CHANGE_COLUMN (KLI_CONTACT_ARCHIVED_AT)
                     | KLI_CHANGE_COLUMN (KLI_CONTACT_MANAGER) | KLI_CHANGE_COLUMN (KLI_CONTACT_DEPUTY),
  .needs = 1u << KLI_DERIVE_ADDRESSES | 1u << KLI_DERIVE_POINTS | 1u << KLI_DERIVE_NUMBERS | 1u << KLI_DERIVE_TAGS
           | 1u << KLI_DERIVE_MEMBERSHIPS | 1u << KLI_DERIVE_RELATIONS | 1u << KLI_DERIVE_HOUSEHOLDS,
  .is_pure = TRUE,
  .of_names = TRUE,
  .reckon = facts_reckon,
  .read = facts_read,
  .write = facts_write,
  .set_statement = "contact-fact-set",
  .delete_statement = "contact-fact-delete",
  .empty_statements
  = (const char *const[]){ "member-block-empty-facts", "member-set-empty-facts", "contact-fact-empty", NULL },
  .count_statement = "contact-fact-count",
  .strays_statement = "contact-fact-strays",
  .stages = stages,
};
