/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who lives together. */
#include "operations/kli-household.h"

#include "core/kli-household.h"
#include "core/kli-id-table.h"
#include "core/kli-kinds.h"
#include "operations/kli-contact-rules.h"
#include "operations/kli-find.h"
#include "operations/kli-operation.h"
#include "store/kli-answer.h"

#include <glib/gi18n-lib.h>

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID, sentence);

  return FALSE;
}

gint64
kli_household_of (KliConnection *connection, gint64 contact, char **name, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "household-of", error);
  g_autoptr (GError) failure = NULL;
  gint64 id = 0;

  if (statement == NULL)
    return -1;
  kli_statement_bind_integer (statement, 1, contact);
  if (kli_statement_step (statement, &failure))
    {
      id = kli_statement_get_integer (statement, 0);
      if (name != NULL)
        *name = g_strdup (kli_statement_get_text (statement, 1));
    }
  if (failure == NULL)
    return id;
  g_propagate_error (error, g_steal_pointer (&failure));

  return -1;
}

/* --- words of the shape ------------------------------------------------------------------------------- */

gboolean
kli_household_same (const KliRow *a, const KliRow *b)
{
  return kli_row_get_integer (a, KLI_HOUSEHOLD_MEMBER_CONTACT) == kli_row_get_integer (b, KLI_HOUSEHOLD_MEMBER_CONTACT)
         && kli_row_get_integer (a, KLI_HOUSEHOLD_MEMBER_HOUSEHOLD)
                == kli_row_get_integer (b, KLI_HOUSEHOLD_MEMBER_HOUSEHOLD);
}

gboolean
kli_household_fill (KliAssignContext *context, KliRow *part, const char *argument, const char *text, GError **error)
{
  const KliRow *root = kli_draft_get_root (context->draft);
  gboolean is_household = kli_contact_is (root, "household");
  gint64 id = kli_find_contact (context->connection, context->edit, text, is_household ? "person" : "household", error);

  if (id < 0)
    return FALSE;
  kli_row_set_integer (part, KLI_HOUSEHOLD_MEMBER_CONTACT, is_household ? id : root->id);
  kli_row_set_integer (part, KLI_HOUSEHOLD_MEMBER_HOUSEHOLD, is_household ? root->id : id);

  return TRUE;
}

/* Returns: (nullable): what a letter to the contact would be sent to. */
static const KliRow *
find_address (const KliWhole *whole)
{
  const KliRow *address;

  for (guint n = 0; (address = kli_whole_get_part (whole, &kli_address_kind, n)) != NULL; n++)
    if (kli_row_get_integer (address, KLI_ADDRESS_PREFERRED) != 0)
      return address;

  return kli_whole_get_part (whole, &kli_address_kind, 0);
}

/* Whether the household has that address, or another one: then who comes keeps the old one. */
static gboolean
has_address (KliDraft *draft, const KliRow *address, gboolean *same)
{
  g_autoptr (GPtrArray) own = kli_draft_list_parts (draft, &kli_address_kind);
  const KliPartList *list = kli_shape_find_list_of_kind (&kli_contact_shape, &kli_address_kind);

  *same = FALSE;
  for (guint i = 0; i < own->len; i++)
    *same |= list->same (g_ptr_array_index (own, i), address);

  return own->len > 0;
}

static gboolean
take (KliAssignContext *context, const KliRow *root, const KliRow *address, GError **error)
{
  gboolean same;

  if (!has_address (context->draft, address, &same))
    {
      KliRow *copy = kli_draft_take_part (context->draft, kli_row_copy (address));

      copy->id = 0;
      kli_row_set_integer (copy, KLI_ADDRESS_CONTACT, root->id);
      same = TRUE;
    }

  return !same || kli_edit_set_deleted (context->edit, &kli_address_kind, address->id, TRUE, error);
}

gboolean
kli_household_take_address (KliAssignContext *context, KliRow *root, const char *text, GError **error)
{
  gint64 id = kli_find_contact (context->connection, NULL, text, "person", error);
  g_autoptr (KliWhole) whole = NULL;
  const KliRow *address;

  if (id < 0)
    return FALSE;
  if (id == 0 || context->edit == NULL)
    return refuse (error, _ ("There is nobody whose address it could be."));
  if (!kli_contact_is (root, "household"))
    return refuse (error, _ ("Only a household shares an address."));
  whole = kli_whole_read (context->connection, &kli_contact_kind, id, error);
  if (whole == NULL)
    return FALSE;
  address = find_address (whole);

  return address == NULL || take (context, root, address, error);
}

/* --- rules -------------------------------------------------------------------------------------------- */

/* Whether the one who comes lives nowhere else. */
static gboolean
check_member (const KliRow *member, KliConnection *connection, GError **error)
{
  gint64 contact = kli_row_get_integer (member, KLI_HOUSEHOLD_MEMBER_CONTACT);
  g_autofree char *name = NULL;
  gint64 other = contact != 0 ? kli_household_of (connection, contact, &name, error) : 0;
  g_autoptr (KliRow) person = NULL;

  if (other <= 0 || other == kli_row_get_integer (member, KLI_HOUSEHOLD_MEMBER_HOUSEHOLD))
    return other >= 0;
  person = kli_connection_load (connection, &kli_contact_kind, contact, error);
  if (person != NULL)
    g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID,
                 _ ("“%s” lives in the household “%s” already."), kli_row_get_text (person, KLI_CONTACT_NAME), name);

  return FALSE;
}

/* Returns: (transfer full) (nullable): the proposal; NULL with @error set */
static char *
propose (const GPtrArray *members, KliConnection *connection, GError **error)
{
  g_autoptr (KliBusiness) business = kli_business_read (connection, error);
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_row_free);

  if (business == NULL)
    return NULL;
  for (guint i = 0; i < members->len; i++)
    {
      gint64 id = kli_row_get_integer (g_ptr_array_index (members, i), KLI_HOUSEHOLD_MEMBER_CONTACT);
      KliRow *person = kli_connection_load (connection, &kli_contact_kind, id, error);

      if (person == NULL)
        return NULL;
      g_ptr_array_add (people, person);
    }

  return kli_household_propose_name (people, business->country);
}

static gboolean
settle_name (KliRow *household, const GPtrArray *members, KliConnection *connection, GError **error)
{
  g_autofree char *name = NULL;

  if (*kli_row_get_text (household, KLI_CONTACT_NAME) != '\0')
    return TRUE;
  name = propose (members, connection, error);
  if (name == NULL)
    return FALSE;
  if (*name == '\0')
    return refuse (error, _ ("A household needs a name, or somebody who lives in it."));
  kli_row_set_text (household, KLI_CONTACT_NAME, name);

  return TRUE;
}

/* Of @members, all of one person, those in a household that is not in the trash. Returns: -1 with @error set */
static int
count_homes (const GPtrArray *members, KliConnection *connection, GError **error)
{
  int n = 0;

  for (guint i = 0; i < members->len; i++)
    {
      gint64 id = kli_row_get_integer (g_ptr_array_index (members, i), KLI_HOUSEHOLD_MEMBER_HOUSEHOLD);
      g_autoptr (KliRow) household = id != 0 ? kli_connection_load (connection, &kli_contact_kind, id, error) : NULL;

      if (id != 0 && household == NULL)
        return -1;
      n += household == NULL || household->deleted_at == 0;
    }

  return n;
}

/* Returns: FALSE with @error set */
static gboolean
check_one_home (const GPtrArray *members, KliConnection *connection, GError **error)
{
  int n = members->len > 1 ? count_homes (members, connection, error) : 1;

  return n >= 0 && (n <= 1 || refuse (error, _ ("Somebody lives in one household at a time.")));
}

gboolean
kli_household_agree (KliDraft *draft, KliEdit *edit, GError **error)
{
  KliRow *root;
  g_autoptr (GPtrArray) members = NULL;
  guint n_new = 0;

  g_return_val_if_fail (draft != NULL && edit != NULL, FALSE);

  root = kli_draft_get_root (draft);
  members = kli_draft_list_parts (draft, &kli_household_member_kind);
  for (guint i = 0; i < members->len; i++)
    {
      const KliRow *member = g_ptr_array_index (members, i);

      if (kli_draft_get_part_before (draft, member) != NULL)
        continue;
      n_new++;
      if (kli_contact_is (root, "organisation"))
        return refuse (error, _ ("An organization lives in no household."));
      if (!check_member (member, kli_edit_get_connection (edit), error))
        return FALSE;
    }
  if (kli_contact_is (root, "person") && n_new > 0 && !check_one_home (members, kli_edit_get_connection (edit), error))
    return FALSE;

  return !kli_contact_is (root, "household") || settle_name (root, members, kli_edit_get_connection (edit), error);
}

/* --- letters ------------------------------------------------------------------------------------------ */

GArray *
kli_household_gather (KliConnection *connection, const gint64 *ids, guint n_ids, GError **error)
{
  g_autoptr (GArray) gathered = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (KliIdTable) seen = kli_id_table_new ();

  g_return_val_if_fail (connection != NULL && (ids != NULL || n_ids == 0), NULL);

  for (guint i = 0; i < n_ids; i++)
    {
      gint64 household = kli_household_of (connection, ids[i], NULL, error);
      gint64 whom = household > 0 ? household : ids[i];

      if (household < 0)
        return NULL;
      if (kli_id_table_add (seen, whom))
        g_array_append_val (gathered, whom);
    }

  return g_steal_pointer (&gathered);
}
