/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding the record that a text means, or making it on the way. */
#include "operations/kli-find.h"

#include "core/kli-fold.h"
#include "core/kli-kinds.h"
#include "core/kli-name.h"
#include "operations/kli-catalogue.h"
#include "operations/kli-column.h"
#include "operations/kli-operation.h"

#include <glib/gi18n-lib.h>

/* Inserts @row with @text in @column. Returns: its id, -1 with @error set. */
static gint64
make_named (KliEdit *edit, KliRow *row, guint column, const char *text, GError **error)
{
  if (!kli_column_set_text (row, column, text, error))
    return -1;
  if (*kli_row_get_text (row, column) == '\0')
    {
      g_set_error_literal (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID, _ ("The name is missing."));
      return -1;
    }

  return kli_edit_insert (edit, row, error) ? row->id : -1;
}

/* --- tags --------------------------------------------------------------------------------------------- */

gint64
kli_find_tag (KliConnection *connection, KliEdit *edit, const char *name, GError **error)
{
  g_autoptr (KliRow) tag = NULL;
  gint64 id;

  g_return_val_if_fail (connection != NULL && name != NULL, -1);

  id = kli_catalogue_find (connection, &kli_tag_kind, name, error);
  if (id != 0 || edit == NULL)
    return id;
  tag = kli_row_new (&kli_tag_kind);

  return make_named (edit, tag, KLI_TAG_NAME, name, error);
}

gboolean
kli_find_tagging (KliConnection *connection, gint64 contact, gint64 tag, gint64 *tagging, GError **error)
{
  g_autoptr (KliStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (connection != NULL && tagging != NULL, FALSE);

  statement = kli_connection_lend (connection, "contact-tag-of", error);
  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, contact);
  kli_statement_bind_integer (statement, 2, tag);
  *tagging = kli_statement_step (statement, &failure) ? kli_statement_get_integer (statement, 0) : 0;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* --- contacts ----------------------------------------------------------------------------------------- */

/* Whether the contact in @statement is of @kind, (nullable) for any, and its name folds to @folded. */
static gboolean
is_called (KliStatement *statement, const char *kind, const char *folded)
{
  g_autofree char *other = kli_fold (kli_statement_get_text (statement, 2));

  return (kind == NULL || g_str_equal (kli_statement_get_text (statement, 1), kind)) && g_str_equal (other, folded);
}

GArray *
kli_find_contacts_by_name (KliConnection *connection, const char *name, const char *kind, guint max, GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (KliStatement) statement = NULL;
  g_autofree char *match_key = kli_name_match_key (name);
  g_autofree char *folded = kli_fold (name);
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (connection != NULL, NULL);

  if (*match_key == '\0')
    return g_steal_pointer (&found);
  /* Names that fold to the same have the same key; the key also forgets titles and legal forms. */
  statement = kli_connection_lend (connection, "import-by-name", error);
  if (statement == NULL)
    return NULL;
  kli_statement_bind_text (statement, 1, match_key);
  while (found->len < max && kli_statement_step (statement, &failure))
    if (is_called (statement, kind, folded))
      {
        gint64 id = kli_statement_get_integer (statement, 0);

        g_array_append_val (found, id);
      }
  if (failure == NULL)
    return g_steal_pointer (&found);
  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

gint64
kli_find_contact_by_name (KliConnection *connection, const char *name, const char *kind, GError **error)
{
  g_autoptr (GArray) found = kli_find_contacts_by_name (connection, name, kind, 1, error);

  if (found == NULL)
    return -1;

  return found->len > 0 ? g_array_index (found, gint64, 0) : 0;
}

gint64
kli_find_contact_by_source (KliConnection *connection, const char *source, const char *key, GError **error)
{
  g_autoptr (KliStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 id = 0;

  g_return_val_if_fail (connection != NULL && source != NULL && key != NULL, -1);

  statement = kli_connection_lend (connection, "import-by-source", error);
  if (statement == NULL)
    return -1;
  kli_statement_bind_text (statement, 1, source);
  kli_statement_bind_text (statement, 2, key);
  if (kli_statement_step (statement, &failure))
    id = kli_statement_get_integer (statement, 0);
  if (failure == NULL)
    return id;
  g_propagate_error (error, g_steal_pointer (&failure));

  return -1;
}

/* Returns: (nullable): why the contact cannot be meant. */
static const char *
find_fault (const KliRow *contact, const char *kind)
{
  if (contact->deleted_at != 0)
    return _ ("Contact “%s” is in the trash.");
  if (kind == NULL || g_str_equal (kli_row_get_text (contact, KLI_CONTACT_KIND), kind))
    return NULL;

  if (g_str_equal (kind, "household"))
    return _ ("Contact “%s” is not a household.");

  return g_str_equal (kind, "person") ? _ ("Contact “%s” is not a person.")
                                      : _ ("Contact “%s” is not an organization.");
}

/* Returns: @id when it is that of a contact of @kind, else -1 with @error set. */
static gint64
check_contact (KliConnection *connection, gint64 id, const char *kind, GError **error)
{
  g_autoptr (KliRow) contact = kli_connection_load (connection, &kli_contact_kind, id, error);
  const char *fault = contact != NULL ? find_fault (contact, kind) : NULL;

  if (fault != NULL)
    g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID, fault,
                 kli_row_get_text (contact, KLI_CONTACT_NAME));

  return contact != NULL && fault == NULL ? id : -1;
}

/* @kind: "" for any */
static char *
word_for (const char *kind, const char *name)
{
  g_autofree char *folded = kli_fold (name);

  return g_strconcat ("contact ", kind, "\n", folded, NULL);
}

void
kli_find_note_contact (KliEdit *edit, const KliRow *contact)
{
  g_autofree char *word = NULL;
  g_autofree char *any = NULL;

  g_return_if_fail (edit != NULL && contact != NULL && contact->kind == &kli_contact_kind);

  word = word_for (kli_row_get_text (contact, KLI_CONTACT_KIND), kli_row_get_text (contact, KLI_CONTACT_NAME));
  any = word_for ("", kli_row_get_text (contact, KLI_CONTACT_NAME));
  kli_edit_note_new (edit, word, contact->id);
  kli_edit_note_new (edit, any, contact->id);
}

/* @edit: (nullable). @kind: "" for any. Returns: 0 for none */
static gint64
find_new (KliEdit *edit, const char *name, const char *kind)
{
  g_autofree char *word = word_for (kind, name);

  return edit != NULL ? kli_edit_find_new (edit, word) : 0;
}

static gint64
make_contact (KliEdit *edit, const char *name, const char *kind, GError **error)
{
  g_autoptr (KliRow) contact = kli_row_new (&kli_contact_kind);
  gint64 id;

  kli_row_set_text (contact, KLI_CONTACT_KIND, kind);
  id = make_named (edit, contact, KLI_CONTACT_NAME, name, error);
  if (id > 0)
    kli_find_note_contact (edit, contact);

  return id;
}

gint64
kli_find_contact (KliConnection *connection, KliEdit *edit, const char *text, const char *kind, GError **error)
{
  gint64 id;

  g_return_val_if_fail (connection != NULL && text != NULL && kind != NULL, -1);

  if (g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL))
    return check_contact (connection, id, kind, error);
  id = kli_find_contact_by_name (connection, text, kind, error);
  if (id == 0)
    id = find_new (edit, text, kind);

  return id != 0 || edit == NULL ? id : make_contact (edit, text, kind, error);
}

gint64
kli_find_anybody (KliConnection *connection, KliEdit *edit, const char *text, const char *kind, GError **error)
{
  g_autoptr (GArray) found = NULL;
  gint64 id;

  g_return_val_if_fail (connection != NULL && text != NULL && kind != NULL, -1);

  if (g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL))
    return check_contact (connection, id, NULL, error);
  found = kli_find_contacts_by_name (connection, text, NULL, 2, error);
  if (found == NULL)
    return -1;
  id = find_new (edit, text, "");
  if (id != 0)
    g_array_append_val (found, id);
  if (found->len == 0)
    return edit != NULL ? make_contact (edit, text, kind, error) : 0;
  if (found->len == 1)
    return g_array_index (found, gint64, 0);
  g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID,
               _ ("Several contacts are called “%s”; it is not clear which one is meant."), text);

  return -1;
}
