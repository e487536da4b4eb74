/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who looks after a contact, as columns of a table. */
#include "operations/kli-staff-exchange.h"

#include "core/kli-fold.h"
#include "core/kli-kinds.h"
#include "operations/kli-import-parts.h"

#include <glib/gi18n-lib.h>

/* In the order of kli_staff_roles. */
static const char *const columns[KLI_N_STAFF_ROLES] = { KLI_STAFF_COLUMN_MANAGER, KLI_STAFF_COLUMN_DEPUTY };

#define MANAGER 0
#define DEPUTY 1

/* --- out ---------------------------------------------------------------------------------------------- */

void
kli_staff_exchange_add (KliCard *card, const KliWhole *whole)
{
  g_return_if_fail (card != NULL && whole != NULL);

  for (guint i = 0; i < KLI_N_STAFF_ROLES; i++)
    {
      gint64 id = kli_row_get_integer (kli_whole_get_root (whole), kli_staff_roles[i]);

      if (id != 0)
        kli_card_add_extra (card, KLI_CARD_EXTRA_COLUMN, columns[i], "", kli_whole_get_name (whole, id));
    }
}

/* --- in ----------------------------------------------------------------------------------------------- */

GPtrArray *
kli_staff_exchange_read (KliConnection *connection, GError **error)
{
  g_autoptr (KliStatement) statement = NULL;

  g_return_val_if_fail (connection != NULL, NULL);

  statement = kli_connection_lend (connection, "staff-all", error);

  return statement != NULL ? kli_statement_read_rows (statement, &kli_staff_member_kind, error) : NULL;
}

/* The first column of @card for that role. Returns: (nullable) */
static const KliRow *
find_column (const KliCard *card, guint role)
{
  for (guint i = 0; i < card->extras->len; i++)
    {
      const KliRow *extra = g_ptr_array_index (card->extras, i);

      if (g_str_equal (kli_row_get_text (extra, KLI_CONTACT_EXTRA_GROUPING), KLI_CARD_EXTRA_COLUMN)
          && g_ascii_strcasecmp (kli_row_get_text (extra, KLI_CONTACT_EXTRA_NAME), columns[role]) == 0
          && *kli_row_get_text (extra, KLI_CONTACT_EXTRA_VALUE) != '\0')
        return extra;
    }

  return NULL;
}

/* Whom @extra, (nullable), names. Returns: (nullable) */
static const KliRow *
find_member (const GPtrArray *staff, const KliRow *extra)
{
  for (guint i = 0; extra != NULL && staff != NULL && i < staff->len; i++)
    if (kli_fold_equal (kli_row_get_text (g_ptr_array_index (staff, i), KLI_STAFF_MEMBER_NAME),
                        kli_row_get_text (extra, KLI_CONTACT_EXTRA_VALUE)))
      return g_ptr_array_index (staff, i);

  return NULL;
}

/* The one named by @extra, where they may be it; else @now. */
static gint64
choose (const GPtrArray *staff, const KliRow *extra, gint64 now)
{
  const KliRow *member = find_member (staff, extra);

  return member != NULL && (member->id == now || kli_row_get_integer (member, KLI_STAFF_MEMBER_ACTIVE)) ? member->id
                                                                                                        : now;
}

/* @then: (out): who is it by @extras, each (nullable), where @now were it. */
static void
decide (const GPtrArray *staff, const KliRow *const *extras, const gint64 *now, gint64 *then)
{
  for (guint i = 0; i < KLI_N_STAFF_ROLES; i++)
    then[i] = choose (staff, extras[i], now[i]);
  if (then[DEPUTY] == then[MANAGER] && (then[MANAGER] != now[MANAGER] || then[DEPUTY] != now[DEPUTY]))
    then[DEPUTY] = now[DEPUTY] != then[MANAGER] ? now[DEPUTY] : 0;
}

/* @extra, (nullable), named whoever is it now, or somebody else. What was kept when it could not be is said now. */
static void
tell_taken (KliDraft *draft, const GPtrArray *staff, const KliRow *extra, guint role, KliStaffTaken *taken, guint *n)
{
  const KliRow *member = find_member (staff, extra);

  if (member != NULL && member->id == taken->members[role])
    {
      taken->extras[role] = extra;
      *n += kli_import_drop_extra (draft, extra);
    }
  else if (extra != NULL)
    taken->left_out = TRUE;
}

KliStaffTaken
kli_staff_exchange_take (KliDraft *draft, const KliCard *card, const GPtrArray *staff, guint *n)
{
  KliStaffTaken taken = { { NULL } };
  const KliRow *extras[KLI_N_STAFF_ROLES];
  gint64 now[KLI_N_STAFF_ROLES];
  KliRow *contact;

  g_return_val_if_fail (draft != NULL && card != NULL && n != NULL, taken);

  contact = kli_draft_get_root (draft);
  for (guint i = 0; i < KLI_N_STAFF_ROLES; i++)
    {
      extras[i] = find_column (card, i);
      now[i] = kli_row_get_integer (contact, kli_staff_roles[i]);
    }
  decide (staff, extras, now, taken.members);
  for (guint i = 0; i < KLI_N_STAFF_ROLES; i++)
    {
      kli_row_set_integer (contact, kli_staff_roles[i], taken.members[i]);
      *n += taken.members[i] != now[i];
      tell_taken (draft, staff, extras[i], i, &taken, n);
    }

  return taken;
}

/* --- remarks ------------------------------------------------------------------------------------------ */

static void
add_sentence (GString *text, const char *format, const char *name)
{
  g_string_append (text, text->len > 0 ? " " : "");
  g_string_append_printf (text, format, name);
}

/* @member: (nullable): whom @extra names, who is not it. */
static void
add_refusal (GString *text, const KliRow *extra, const KliRow *member)
{
  if (member == NULL)
    add_sentence (text, _ ("Nobody on the staff is called “%s”."), kli_row_get_text (extra, KLI_CONTACT_EXTRA_VALUE));
  else if (!kli_row_get_integer (member, KLI_STAFF_MEMBER_ACTIVE))
    add_sentence (text, _ ("“%s” works here no more."), kli_row_get_text (member, KLI_STAFF_MEMBER_NAME));
  else
    add_sentence (text, _ ("“%s” is the account manager and cannot be the deputy as well."),
                  kli_row_get_text (member, KLI_STAFF_MEMBER_NAME));
}

char *
kli_staff_exchange_remark (const KliCard *card, const GPtrArray *staff, const gint64 *members)
{
  static const gint64 nobody[KLI_N_STAFF_ROLES];
  g_autoptr (GString) text = g_string_new (NULL);
  const KliRow *extras[KLI_N_STAFF_ROLES];
  gint64 made[KLI_N_STAFF_ROLES];

  g_return_val_if_fail (card != NULL, NULL);

  for (guint i = 0; i < KLI_N_STAFF_ROLES; i++)
    extras[i] = find_column (card, i);
  if (members == NULL)
    {
      decide (staff, extras, nobody, made);
      members = made;
    }
  for (guint i = 0; i < KLI_N_STAFF_ROLES; i++)
    {
      const KliRow *member = find_member (staff, extras[i]);

      if (extras[i] != NULL && (member == NULL || member->id != members[i]))
        add_refusal (text, extras[i], member);
    }

  return text->len > 0 ? g_strdup (text->str) : NULL;
}
