/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done to many records at once: how each change looks at a record, and how it writes it. */
#include "operations/kli-bulk-private.h"

#include "operations/kli-column.h"
#include "operations/kli-contact-rules.h"
#include "operations/kli-find.h"
#include "operations/kli-record.h"
#include "operations/kli-trash.h"

#include <glib/gi18n-lib.h>

const KliBulkChange *const kli_bulk_changes[] = {
  &kli_bulk_tag_add,     &kli_bulk_tag_remove, &kli_bulk_field,      &kli_bulk_handing_over,
  &kli_bulk_deputising,  &kli_bulk_leaving,    &kli_bulk_note,       &kli_bulk_archiving,
  &kli_bulk_unarchiving, &kli_bulk_trashing,   &kli_bulk_untrashing, NULL,
};

KliRow *
kli_bulk_load_contact (KliConnection *connection, gint64 id, GError **error)
{
  g_autoptr (KliRow) contact = kli_connection_load (connection, &kli_contact_kind, id, error);

  if (contact == NULL)
    return NULL;
  if (contact->deleted_at == 0)
    return g_steal_pointer (&contact);
  g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_FORBIDDEN, _ ("Contact “%s” is in the trash."),
               kli_row_get_text (contact, KLI_CONTACT_NAME));

  return NULL;
}

/* --- tags --------------------------------------------------------------------------------------------- */

/* @has: (out): whether the contact, which is not in the trash, has the tag. */
static gboolean
look_for_tag (const KliBulk *bulk, KliConnection *connection, gint64 id, gboolean *has, GError **error)
{
  g_autoptr (KliRow) contact = kli_bulk_load_contact (connection, id, error);
  gint64 tag, tagging = 0;

  if (contact == NULL)
    return FALSE;
  tag = kli_find_tag (connection, NULL, bulk->text, error);
  if (tag < 0 || (tag > 0 && !kli_find_tagging (connection, id, tag, &tagging, error)))
    return FALSE;
  *has = tagging != 0;

  return TRUE;
}

static gboolean
look_tag_remove (const KliBulk *bulk, KliConnection *connection, gint64 id, gboolean *same, GError **error)
{
  gboolean has = FALSE;

  if (!look_for_tag (bulk, connection, id, &has, error))
    return FALSE;
  *same = !has;

  return TRUE;
}

static gboolean
write_tag_add (const KliBulk *bulk, KliEdit *edit, gint64 id, GError **error)
{
  g_autoptr (KliRow) tagging = kli_row_new (&kli_contact_tag_kind);
  gint64 tag = kli_find_tag (kli_edit_get_connection (edit), edit, bulk->text, error);

  if (tag <= 0)
    return FALSE;
  kli_row_set_integer (tagging, KLI_CONTACT_TAG_CONTACT, id);
  kli_row_set_integer (tagging, KLI_CONTACT_TAG_TAG, tag);

  return kli_edit_insert (edit, tagging, error);
}

static gboolean
write_tag_remove (const KliBulk *bulk, KliEdit *edit, gint64 id, GError **error)
{
  KliConnection *connection = kli_edit_get_connection (edit);
  gint64 tag = kli_find_tag (connection, NULL, bulk->text, error);
  gint64 tagging;

  return tag > 0 && kli_find_tagging (connection, id, tag, &tagging, error)
         && kli_edit_set_deleted (edit, &kli_contact_tag_kind, tagging, TRUE, error);
}

const KliBulkChange kli_bulk_tag_add = { "tag-add", "bulk-tag-add", look_for_tag, write_tag_add };
const KliBulkChange kli_bulk_tag_remove = { "tag-remove", "bulk-tag-remove", look_tag_remove, write_tag_remove };

/* --- fields of the contact ------------------------------------------------------------------------------ */

/* Changes the fields of a row that was read; nothing is different when they are so already. */
typedef gboolean (*ChangeRow) (
    const KliBulk *bulk, KliConnection *connection, KliRow *contact, gint64 now, GError **error);

static gboolean
look_row (const KliBulk *bulk, KliConnection *connection, gint64 id, ChangeRow change, gboolean *same, GError **error)
{
  g_autoptr (KliRow) contact = kli_bulk_load_contact (connection, id, error);
  g_autoptr (KliRow) changed = NULL;

  if (contact == NULL)
    return FALSE;
  changed = kli_row_copy (contact);
  if (!change (bulk, connection, changed, 1, error))
    return FALSE;
  *same = kli_row_equal (contact, changed);

  return TRUE;
}

static gboolean
write_row (const KliBulk *bulk, KliEdit *edit, gint64 id, ChangeRow change, GError **error)
{
  KliConnection *connection = kli_edit_get_connection (edit);
  g_autoptr (KliRow) contact = kli_bulk_load_contact (connection, id, error);

  return contact != NULL && change (bulk, connection, contact, kli_edit_get_instant (edit), error)
         && kli_edit_update (edit, contact, error);
}

/* A name, a kind or a birthday is of one contact; these are what many may have in common. */
static gboolean
can_be_shared (gint64 column)
{
  return column == KLI_CONTACT_COMPANY || column == KLI_CONTACT_JOB;
}

static gboolean
change_field (const KliBulk *bulk, KliConnection *connection, KliRow *contact, gint64 now, GError **error)
{
  if (!can_be_shared (bulk->number))
    {
      g_set_error_literal (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_FORBIDDEN,
                           _ ("Many contacts cannot be given one value of this field."));
      return FALSE;
    }

  return kli_column_set_text (contact, (guint)bulk->number, bulk->text, error);
}

static gboolean
change_note (const KliBulk *bulk, KliConnection *connection, KliRow *contact, gint64 now, GError **error)
{
  const char *note = kli_row_get_text (contact, KLI_CONTACT_NOTE);
  g_autofree char *longer = g_strconcat (note, *note != '\0' ? "\n" : "", bulk->text, NULL);

  return kli_column_set_text (contact, KLI_CONTACT_NOTE, longer, error);
}

static gboolean
change_archived (const KliBulk *bulk, KliConnection *connection, KliRow *contact, gint64 now, GError **error)
{
  kli_contact_set_archived (contact, bulk->number != 0, now);

  return TRUE;
}

#define ROW_CHANGE(change, function)                                                                                   \
  static gboolean look_##function (const KliBulk *bulk, KliConnection *connection, gint64 id, gboolean *same,          \
                                   GError **error)                                                                     \
  {                                                                                                                    \
    return look_row (bulk, connection, id, change, same, error);                                                       \
  }                                                                                                                    \
  static gboolean write_##function (const KliBulk *bulk, KliEdit *edit, gint64 id, GError **error)                     \
  {                                                                                                                    \
    return write_row (bulk, edit, id, change, error);                                                                  \
  }

ROW_CHANGE (change_field, field)
ROW_CHANGE (change_note, note)
ROW_CHANGE (change_archived, archived)

const KliBulkChange kli_bulk_field = { "field", "bulk-set", look_field, write_field };
const KliBulkChange kli_bulk_note = { "note", "bulk-note", look_note, write_note };
const KliBulkChange kli_bulk_archiving = { "archive", "bulk-archive", look_archived, write_archived };
const KliBulkChange kli_bulk_unarchiving = { "unarchive", "bulk-unarchive", look_archived, write_archived };

/* --- the trash ------------------------------------------------------------------------------------------ */

static gboolean
look_trash (const KliBulk *bulk, KliConnection *connection, gint64 id, gboolean *same, GError **error)
{
  const KliKind *kind = kli_find_kind (connection, id, error);
  g_autoptr (KliRow) row = kind != NULL ? kli_connection_load (connection, kind, id, error) : NULL;

  if (row == NULL)
    return FALSE;
  *same = row->deleted_at != 0;

  return *same || kli_trash_check (connection, kind, id, error);
}

static gboolean
write_trash (const KliBulk *bulk, KliEdit *edit, gint64 id, GError **error)
{
  const KliKind *kind = kli_find_kind (kli_edit_get_connection (edit), id, error);

  return kind != NULL && kli_trash_in_edit (edit, kind, id, error);
}

static gboolean
look_untrash (const KliBulk *bulk, KliConnection *connection, gint64 id, gboolean *same, GError **error)
{
  const KliKind *kind = kli_find_kind (connection, id, error);
  g_autoptr (KliRow) row = kind != NULL ? kli_connection_load (connection, kind, id, error) : NULL;

  if (row == NULL)
    return FALSE;
  *same = row->deleted_at == 0;

  return TRUE;
}

static gboolean
write_untrash (const KliBulk *bulk, KliEdit *edit, gint64 id, GError **error)
{
  const KliKind *kind = kli_find_kind (kli_edit_get_connection (edit), id, error);

  return kind != NULL && kli_untrash_in_edit (edit, kind, id, error);
}

const KliBulkChange kli_bulk_trashing = { "trash", "bulk-trash", look_trash, write_trash };
const KliBulkChange kli_bulk_untrashing = { "untrash", "bulk-untrash", look_untrash, write_untrash };
