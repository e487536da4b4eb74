/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two cards become one, or stay two. */
#include "operations/kli-merge.h"

#include "core/kli-kinds.h"
#include "operations/kli-gettext.h"
#include "operations/kli-household.h"
#include "operations/kli-merge-fields.h"
#include "operations/kli-merge-links.h"
#include "operations/kli-own-values.h"
#include "store/kli-content.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  gint64 going; /* into the subject of the operation */
  GArray *chosen;
} Merge;

static void
merge_free (gpointer data)
{
  Merge *merge = data;

  g_array_unref (merge->chosen);
  g_free (merge);
}

/* --- the cards ---------------------------------------------------------------------------------------- */

/* Returns: (transfer full) (nullable): NULL with @error set, also for one in the trash. */
static KliRow *
load_live (KliConnection *connection, gint64 id, GError **error)
{
  g_autoptr (KliRow) contact = kli_connection_load (connection, &kli_contact_kind, id, error);

  if (contact == NULL || contact->deleted_at == 0)
    return g_steal_pointer (&contact);
  g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_FORBIDDEN, _ ("Contact “%s” is in the trash."),
               kli_row_get_text (contact, KLI_CONTACT_NAME));

  return NULL;
}

static gboolean
check_kinds (const KliRow *staying, const KliRow *going, GError **error)
{
  if (g_str_equal (kli_row_get_text (staying, KLI_CONTACT_KIND), kli_row_get_text (going, KLI_CONTACT_KIND)))
    return TRUE;
  g_set_error_literal (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_FORBIDDEN,
                       _ ("Contacts of different kinds cannot be merged."));

  return FALSE;
}

static char *
name_of (gint64 id, gpointer user_data)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (user_data, "name-of", NULL);

  if (statement == NULL)
    return g_strdup ("");
  kli_statement_bind_integer (statement, 1, id);

  return g_strdup (kli_statement_step (statement, NULL) ? kli_statement_get_text (statement, 0) : "");
}

/* The picture that does not stay becomes a document. */
static gboolean
keep_photo (KliEdit *edit, const KliRow *lost, gint64 owner, KliDay today, GError **error)
{
  const char *hash = kli_row_get_text (lost, KLI_CONTACT_PHOTO);
  g_autoptr (GBytes) bytes = kli_content_read (kli_edit_get_connection (edit), hash, error);
  g_autoptr (KliRow) document = kli_row_new (&kli_document_kind);
  g_autofree char *day = kli_day_to_string (today);
  g_autofree char *name = NULL;

  if (bytes == NULL)
    return FALSE;
  name = g_strdup_printf (_ ("Picture of %s"), kli_row_get_text (lost, KLI_CONTACT_NAME));
  kli_row_set_integer (document, KLI_DOCUMENT_OWNER, owner);
  kli_row_set_text (document, KLI_DOCUMENT_NAME, name);
  kli_row_set_text (document, KLI_DOCUMENT_MEDIA_TYPE, kli_row_get_text (lost, KLI_CONTACT_PHOTO_TYPE));
  kli_row_set_text (document, KLI_DOCUMENT_HASH, hash);
  kli_row_set_integer (document, KLI_DOCUMENT_SIZE, (gint64)g_bytes_get_size (bytes));
  kli_row_set_text (document, KLI_DOCUMENT_ADDED_ON, day);

  return kli_edit_insert (edit, document, error);
}

static gboolean
merge_fields (
    KliEdit *edit, const KliRow *staying, const KliRow *going, const GArray *chosen, KliDay today, GError **error)
{
  g_autofree char *photo = NULL;
  g_autoptr (KliRow) merged = kli_merge_fields (staying, going, chosen, kli_gettext_get_language (), name_of,
                                                kli_edit_get_connection (edit), &photo);

  if (!kli_edit_update (edit, merged, error))
    return FALSE;
  if (photo == NULL)
    return TRUE;

  return keep_photo (edit, g_str_equal (photo, kli_row_get_text (going, KLI_CONTACT_PHOTO)) ? going : staying,
                     staying->id, today, error);
}

/* --- merging ------------------------------------------------------------------------------------------ */

static gboolean
mark_merged (KliEdit *edit, gint64 staying, gint64 going, GError **error)
{
  g_autoptr (KliRow) mark = kli_row_new (&kli_contact_merge_kind);

  kli_row_set_integer (mark, KLI_CONTACT_MERGE_CONTACT, staying);
  kli_row_set_integer (mark, KLI_CONTACT_MERGE_MERGED, going);

  return kli_edit_insert (edit, mark, error) && kli_edit_set_deleted (edit, &kli_contact_kind, going, TRUE, error);
}

static gboolean
merge_func (KliEdit *edit, gpointer user_data, GError **error)
{
  const Merge *merge = kli_operation_get_data (user_data);
  KliConnection *connection = kli_edit_get_connection (edit);
  g_autoptr (KliRow) staying = load_live (connection, kli_operation_get_subject (user_data), error);
  g_autoptr (KliRow) going = staying != NULL ? load_live (connection, merge->going, error) : NULL;

  return going != NULL && check_kinds (staying, going, error)
         && merge_fields (edit, staying, going, merge->chosen, kli_operation_get_today (user_data), error)
         && kli_own_values_merge (edit, staying->id, going->id, error)
         && kli_household_merge (edit, staying->id, going->id, error)
         && kli_merge_links (edit, staying->id, going->id, error) && mark_merged (edit, staying->id, going->id, error);
}

KliOperation *
kli_merge_contacts (gint64 staying, gint64 going, const GArray *chosen)
{
  Merge *merge;

  g_return_val_if_fail (staying > 0 && going > 0 && staying != going && chosen != NULL, NULL);

  merge = g_new0 (Merge, 1);
  merge->going = going;
  merge->chosen = g_array_copy ((GArray *)chosen);

  return kli_operation_new ("contact-merge", staying, merge_func, merge, merge_free);
}

gint64
kli_merged_into (KliConnection *connection, gint64 contact, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "contact-merges-of-merged", error);
  g_autoptr (GError) failure = NULL;
  gint64 into;

  if (statement == NULL)
    return -1;
  kli_statement_bind_integer (statement, 1, contact);
  into = kli_statement_step (statement, &failure) ? kli_statement_get_integer (statement, 2 + KLI_CONTACT_MERGE_CONTACT)
                                                  : 0;
  if (failure == NULL)
    return into;
  g_propagate_error (error, g_steal_pointer (&failure));

  return -1;
}

/* --- two all the same --------------------------------------------------------------------------------- */

/* @is_known: (out). Returns: FALSE with @error set. */
static gboolean
find_distinction (KliConnection *connection, gint64 one, gint64 other, gboolean *is_known, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "contact-distinctions", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, one);
  *is_known = FALSE;
  while (kli_statement_step (statement, &failure))
    *is_known |= kli_statement_get_integer (statement, 2) == other || kli_statement_get_integer (statement, 3) == other;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
distinguish_func (KliEdit *edit, gpointer user_data, GError **error)
{
  gint64 one = kli_operation_get_subject (user_data);
  const gint64 *other = kli_operation_get_data (user_data);
  KliConnection *connection = kli_edit_get_connection (edit);
  g_autoptr (KliRow) first = load_live (connection, one, error);
  g_autoptr (KliRow) second = first != NULL ? load_live (connection, *other, error) : NULL;
  g_autoptr (KliRow) distinction = kli_row_new (&kli_contact_distinction_kind);
  gboolean is_known;

  if (second == NULL || !find_distinction (connection, one, *other, &is_known, error))
    return FALSE;
  kli_row_set_integer (distinction, KLI_CONTACT_DISTINCTION_CONTACT, one);
  kli_row_set_integer (distinction, KLI_CONTACT_DISTINCTION_OTHER, *other);

  return is_known || kli_edit_insert (edit, distinction, error);
}

KliOperation *
kli_distinguish_contacts (gint64 one, gint64 other)
{
  g_return_val_if_fail (one > 0 && other > 0 && one != other, NULL);

  return kli_operation_new ("contact-distinction", one, distinguish_func, g_memdup2 (&other, sizeof other), g_free);
}
