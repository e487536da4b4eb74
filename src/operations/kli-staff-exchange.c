/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who looks after a contact, as columns of a table. */
#include "operations/kli-staff-exchange.h"

#include "core/kli-fold.h"
#include "core/kli-kinds.h"

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
  g_autoptr (GPtrArray) staff = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_row_free);
  g_autoptr (KliStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (connection != NULL, NULL);

  statement = kli_connection_lend (connection, "staff-all", error);
  if (statement == NULL)
    return NULL;
  while (kli_statement_step (statement, &failure))
    g_ptr_array_add (staff, kli_statement_get_row (statement, 0, &kli_staff_member_kind));
  if (failure == NULL)
    return g_steal_pointer (&staff);
  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
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

/* What was kept when nobody was called so is said now. */
static void
drop_kept (KliDraft *draft, const KliRow *extra)
{
  g_autoptr (GPtrArray) kept = kli_draft_list_parts (draft, &kli_contact_extra_kind);

  for (guint i = 0; i < kept->len; i++)
    {
      KliRow *ours = g_ptr_array_index (kept, i);

      if (g_str_equal (kli_row_get_text (ours, KLI_CONTACT_EXTRA_NAME),
                       kli_row_get_text (extra, KLI_CONTACT_EXTRA_NAME))
          && g_str_equal (kli_row_get_text (ours, KLI_CONTACT_EXTRA_VALUE),
                          kli_row_get_text (extra, KLI_CONTACT_EXTRA_VALUE)))
        kli_draft_remove_part (draft, ours);
    }
}

/* @extra, (nullable), said that @member is it. */
static void
tell_taken (KliDraft *draft, const GPtrArray *staff, const KliRow *extra, gint64 id, guint role, KliStaffTaken *taken)
{
  const KliRow *member = find_member (staff, extra);

  if (member != NULL && member->id == id)
    {
      taken->extras[role] = extra;
      drop_kept (draft, extra);
    }
  else if (extra != NULL)
    taken->left_out = TRUE;
}

KliStaffTaken
kli_staff_exchange_take (KliDraft *draft, const KliCard *card, const GPtrArray *staff, guint *n)
{
  KliStaffTaken taken = { { NULL } };
  const KliRow *extras[KLI_N_STAFF_ROLES];
  gint64 now[KLI_N_STAFF_ROLES], then[KLI_N_STAFF_ROLES];
  KliRow *contact;

  g_return_val_if_fail (draft != NULL && card != NULL && n != NULL, taken);

  contact = kli_draft_get_root (draft);
  for (guint i = 0; i < KLI_N_STAFF_ROLES; i++)
    {
      extras[i] = find_column (card, i);
      now[i] = kli_row_get_integer (contact, kli_staff_roles[i]);
      then[i] = choose (staff, extras[i], now[i]);
    }
  if (then[DEPUTY] == then[MANAGER] && (then[MANAGER] != now[MANAGER] || then[DEPUTY] != now[DEPUTY]))
    then[DEPUTY] = now[DEPUTY] != then[MANAGER] ? now[DEPUTY] : 0;
  for (guint i = 0; i < KLI_N_STAFF_ROLES; i++)
    {
      kli_row_set_integer (contact, kli_staff_roles[i], then[i]);
      *n += then[i] != now[i];
      tell_taken (draft, staff, extras[i], then[i], i, &taken);
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

char *
kli_staff_exchange_remark (const KliCard *card, const GPtrArray *staff, gboolean is_taken)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const KliRow *members[KLI_N_STAFF_ROLES];

  g_return_val_if_fail (card != NULL, NULL);

  for (guint i = 0; i < KLI_N_STAFF_ROLES; i++)
    {
      const KliRow *extra = find_column (card, i);

      members[i] = find_member (staff, extra);
      if (extra != NULL && members[i] == NULL)
        add_sentence (text, _ ("Nobody on the staff is called “%s”."),
                      kli_row_get_text (extra, KLI_CONTACT_EXTRA_VALUE));
      else if (extra != NULL && is_taken && !kli_row_get_integer (members[i], KLI_STAFF_MEMBER_ACTIVE))
        add_sentence (text, _ ("“%s” works here no more."), kli_row_get_text (members[i], KLI_STAFF_MEMBER_NAME));
    }
  if (members[DEPUTY] != NULL && members[DEPUTY] == members[MANAGER])
    add_sentence (text, _ ("“%s” is the account manager and cannot be the deputy as well."),
                  kli_row_get_text (members[DEPUTY], KLI_STAFF_MEMBER_NAME));

  return text->len > 0 ? g_strdup (text->str) : NULL;
}
