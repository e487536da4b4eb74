/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of those who live together when the household goes, comes back, or one of them turns out to be somebody
 * else. */
#include "core/kli-kinds.h"
#include "operations/kli-household.h"
#include "operations/kli-merge-note.h"
#include "store/kli-answer.h"
#include "store/kli-ids.h"

#include <glib/gi18n-lib.h>

/* The live memberships that name @contact. Returns: (transfer full) (element-type KliRow) (nullable): NULL with @error
 * set */
static GPtrArray *
read_memberships (KliConnection *connection, gint64 contact, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "household-members", error);

  if (statement == NULL)
    return NULL;
  kli_statement_bind_integer (statement, 1, contact);

  return kli_statement_read_rows (statement, &kli_household_member_kind, error);
}

/* --- the household goes, or comes back ----------------------------------------------------------------- */

typedef struct
{
  KliEdit *edit;
  const KliWhole *household;
} Moving;

/* Returns: (nullable): the address of @whole that says the same */
static const KliRow *
find_same_address (const KliWhole *whole, const KliRow *wanted)
{
  const KliPartList *list = kli_shape_find_list_of_kind (&kli_contact_shape, &kli_address_kind);
  const KliRow *address;

  for (guint n = 0; (address = kli_whole_get_part (whole, &kli_address_kind, n)) != NULL; n++)
    if (list->same (address, wanted))
      return address;

  return NULL;
}

static gboolean
copy_address (const Moving *moving, const KliWhole *person, const KliRow *address, guint n_copied, GError **error)
{
  g_autoptr (KliRow) copy = kli_row_copy (address);
  guint n_own = kli_whole_count_parts (person, &kli_address_kind);
  const KliRow *last = n_own > 0 ? kli_whole_get_part (person, &kli_address_kind, n_own - 1) : NULL;
  gint64 position = last != NULL ? kli_row_get_integer (last, KLI_ADDRESS_POSITION) + 1 : 0;

  copy->id = 0;
  kli_row_set_integer (copy, KLI_ADDRESS_CONTACT, kli_whole_get_root (person)->id);
  kli_row_set_integer (copy, KLI_ADDRESS_POSITION, position + n_copied);
  /* Whoever has another address has chosen it. */
  if (n_own > 0)
    kli_row_set_integer (copy, KLI_ADDRESS_PREFERRED, 0);

  return kli_edit_insert (moving->edit, copy, error);
}

/* The addresses of the household, which nobody would find any more. */
static gboolean
hand_addresses_out (const Moving *moving, const KliRow *membership, GError **error)
{
  gint64 id = kli_row_get_integer (membership, KLI_HOUSEHOLD_MEMBER_CONTACT);
  g_autoptr (KliWhole) person = kli_whole_read (kli_edit_get_connection (moving->edit), &kli_contact_kind, id, error);
  const KliRow *address;
  guint n_copied = 0;

  if (person == NULL)
    return FALSE;
  for (guint n = 0; (address = kli_whole_get_part (moving->household, &kli_address_kind, n)) != NULL; n++)
    if (find_same_address (person, address) == NULL && !copy_address (moving, person, address, n_copied++, error))
      return FALSE;

  return TRUE;
}

/* Whether @address came when the household went: what somebody had before is their own. An id never goes back, but the
 * clock of the trash may have: then all that was made in between counts as handed out, and is the household's again. */
static gboolean
was_handed_out (const Moving *moving, const KliRow *address)
{
  return kli_ids_instant (address->id) >= kli_whole_get_root (moving->household)->deleted_at;
}

/* Nobody lives in two: whoever lives elsewhere by now stays there. */
static gboolean
move_back_in (const Moving *moving, const KliRow *membership, GError **error)
{
  gint64 id = kli_row_get_integer (membership, KLI_HOUSEHOLD_MEMBER_CONTACT);
  KliConnection *connection = kli_edit_get_connection (moving->edit);
  gint64 elsewhere = kli_household_of (connection, id, NULL, error);
  g_autoptr (KliWhole) person = NULL;
  const KliRow *address;

  if (elsewhere != 0)
    return elsewhere > 0
           && kli_edit_set_deleted (moving->edit, &kli_household_member_kind, membership->id, TRUE, error);
  person = kli_whole_read (connection, &kli_contact_kind, id, error);
  if (person == NULL)
    return FALSE;
  for (guint n = 0; (address = kli_whole_get_part (moving->household, &kli_address_kind, n)) != NULL; n++)
    {
      const KliRow *own = find_same_address (person, address);

      if (own != NULL && was_handed_out (moving, own)
          && !kli_edit_set_deleted (moving->edit, &kli_address_kind, own->id, TRUE, error))
        return FALSE;
    }

  return TRUE;
}

/* Whether @membership is one of somebody in the household @contact, and not its own in another one. */
static gboolean
is_of (const KliRow *membership, gint64 contact)
{
  return kli_row_get_integer (membership, KLI_HOUSEHOLD_MEMBER_HOUSEHOLD) == contact;
}

gboolean
kli_household_move (KliEdit *edit, gint64 contact, gboolean goes, GError **error)
{
  g_autoptr (GPtrArray) memberships = NULL;
  g_autoptr (KliWhole) household = NULL;
  gboolean done = TRUE;

  g_return_val_if_fail (edit != NULL, FALSE);

  memberships = read_memberships (kli_edit_get_connection (edit), contact, error);
  if (memberships == NULL)
    return FALSE;
  if (memberships->len == 0 || !is_of (g_ptr_array_index (memberships, 0), contact))
    return TRUE;
  household = kli_whole_read (kli_edit_get_connection (edit), &kli_contact_kind, contact, error);
  if (household == NULL || (kli_whole_get_root (household)->deleted_at != 0) == goes)
    return household != NULL;
  for (guint i = 0; done && i < memberships->len; i++)
    done = (goes ? hand_addresses_out : move_back_in) (&(Moving){ edit, household }, g_ptr_array_index (memberships, i),
                                                       error);

  return done;
}

/* --- two people are one -------------------------------------------------------------------------------- */

/* The memberships of @person, but for the one in @household. */
static gboolean
move_out (KliEdit *edit, gint64 person, gint64 household, GError **error)
{
  g_autoptr (GPtrArray) memberships = read_memberships (kli_edit_get_connection (edit), person, error);

  for (guint i = 0; memberships != NULL && i < memberships->len; i++)
    {
      const KliRow *membership = g_ptr_array_index (memberships, i);

      if (kli_row_get_integer (membership, KLI_HOUSEHOLD_MEMBER_CONTACT) == person
          && kli_row_get_integer (membership, KLI_HOUSEHOLD_MEMBER_HOUSEHOLD) != household
          && !kli_edit_set_deleted (edit, &kli_household_member_kind, membership->id, TRUE, error))
        return FALSE;
    }

  return memberships != NULL;
}

gboolean
kli_household_merge (KliEdit *edit, gint64 staying, gint64 going, GError **error)
{
  KliConnection *connection;
  g_autofree char *name = NULL;
  g_autofree char *line = NULL;
  gint64 own, other;

  g_return_val_if_fail (edit != NULL, FALSE);

  connection = kli_edit_get_connection (edit);
  own = kli_household_of (connection, staying, NULL, error);
  other = own >= 0 ? kli_household_of (connection, going, &name, error) : -1;
  if (own < 0 || other < 0)
    return FALSE;
  if (own == 0)
    return other == 0 || move_out (edit, staying, other, error);
  if (!move_out (edit, going, own, error))
    return FALSE;
  if (other == 0 || other == own)
    return TRUE;
  line = g_strdup_printf (C_ ("merged value", "%s: %s"), C_ ("household field", "Household"), name);

  return kli_merge_note (edit, staying, going, line, error);
}
