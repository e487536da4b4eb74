/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making a record and setting its fields. */
#include "operations/kli-record.h"

#include "core/kli-kinds.h"
#include "operations/kli-find.h"
#include "operations/kli-number.h"
#include "store/kli-answer.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const KliKind *kind;
  gint64 id; /* 0: to be made */
  GPtrArray *assignments;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_ptr_array_unref (wanted->assignments);
  g_free (wanted);
}

/* Takes @assignments. */
static Wanted *
wanted_new (const KliKind *kind, gint64 id, GPtrArray *assignments)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->kind = kind;
  wanted->id = id;
  wanted->assignments = assignments;

  return wanted;
}

const KliKind *
kli_find_kind (KliConnection *connection, gint64 id, GError **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (connection != NULL, NULL);

  for (guint i = 0; kli_shapes[i] != NULL; i++)
    {
      g_autoptr (GError) failure = NULL;
      g_autoptr (KliRow) row = kli_connection_load (connection, kli_shapes[i]->kind, id, &failure);

      if (row != NULL)
        return row->kind;
      if (!g_error_matches (failure, KLI_STORE_ERROR, KLI_STORE_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
    }
  text = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_NOT_FOUND, _ ("There is no record with the id %s."),
               text);

  return NULL;
}

static void
refuse_trashed (const KliRow *root, GError **error)
{
  const KliShape *shape = kli_shape_for_kind (root->kind);
  const char *sentence = _ ("“%s” was deleted.");

  if (root->kind == &kli_contact_kind)
    sentence = _ ("Contact “%s” is in the trash.");
  else if (root->kind == &kli_contract_kind)
    sentence = _ ("Contract “%s” is in the trash.");
  g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_FORBIDDEN, sentence,
               kli_row_get_text (root, shape->name_column));
}

KliWhole *
kli_read_record (KliConnection *connection, const KliKind *kind, gint64 id, gboolean even_in_trash, GError **error)
{
  g_autoptr (KliWhole) whole = NULL;

  g_return_val_if_fail (connection != NULL && kind != NULL, NULL);

  whole = kli_whole_read (connection, kind, id, error);
  if (whole == NULL)
    return NULL;
  if (kli_whole_get_root (whole)->deleted_at != 0 && !even_in_trash)
    {
      refuse_trashed (kli_whole_get_root (whole), error);
      return NULL;
    }

  return g_steal_pointer (&whole);
}

/* --- inside an edit --------------------------------------------------------------------------------- */

static gboolean
apply_and_write (
    KliDraft *draft, const GPtrArray *assignments, const KliBusiness *business, KliEdit *edit, GError **error)
{
  KliAssignContext context
      = { .draft = draft, .connection = kli_edit_get_connection (edit), .business = business, .edit = edit };

  return kli_assignments_apply (assignments, &context, error) && kli_draft_write (draft, edit, business, error);
}

/* A contract that was given no number gets the next one. */
static gboolean
number_contract (KliRow *contract, KliConnection *connection, KliDay today, const char *country, GError **error)
{
  g_autofree char *number = kli_number_propose_next (connection, today, country, error);

  if (number == NULL)
    return FALSE;
  kli_row_set_text (contract, KLI_CONTRACT_NUMBER, number);

  return TRUE;
}

gint64
kli_create_record_in_edit (KliEdit *edit,
                           const KliBusiness *business,
                           KliDay today,
                           const KliKind *kind,
                           const GPtrArray *assignments,
                           GError **error)
{
  g_autoptr (KliDraft) draft = NULL;
  KliAssignContext context;
  KliRow *root;

  g_return_val_if_fail (edit != NULL && kind != NULL && assignments != NULL, 0);

  draft = kli_draft_new (kind);
  kli_draft_set_today (draft, today);
  root = kli_draft_get_root (draft);
  context = (KliAssignContext){
    .draft = draft, .connection = kli_edit_get_connection (edit), .business = business, .edit = edit
  };
  if (!kli_assignments_apply (assignments, &context, error))
    return 0;
  if (kind == &kli_contract_kind && *kli_row_get_text (root, KLI_CONTRACT_NUMBER) == '\0'
      && !number_contract (root, context.connection, today, business->country, error))
    return 0;
  if (!kli_draft_write (draft, edit, business, error))
    return 0;
  if (kind == &kli_contact_kind)
    kli_find_note_contact (edit, root);

  return root->id;
}

/* --- operations -------------------------------------------------------------------------------------- */

static gboolean
create_func (KliEdit *edit, gpointer user_data, GError **error)
{
  const Wanted *wanted = kli_operation_get_data (user_data);
  g_autoptr (KliBusiness) business = kli_business_read (kli_edit_get_connection (edit), error);
  gint64 id;

  if (business == NULL)
    return FALSE;
  id = kli_create_record_in_edit (edit, business, kli_operation_get_today (user_data), wanted->kind,
                                  wanted->assignments, error);
  if (id != 0)
    kli_operation_set_subject (user_data, edit, id);

  return id != 0;
}

KliOperation *
kli_create_record (const KliKind *kind, GPtrArray *assignments)
{
  g_autofree char *verb = NULL;

  g_return_val_if_fail (kli_shape_for_kind (kind) != NULL && assignments != NULL, NULL);

  verb = g_strconcat (kind->name, "-new", NULL);

  return kli_operation_new (verb, 0, create_func, wanted_new (kind, 0, assignments), wanted_free);
}

static gboolean
set_func (KliEdit *edit, gpointer user_data, GError **error)
{
  const Wanted *wanted = kli_operation_get_data (user_data);
  KliConnection *connection = kli_edit_get_connection (edit);
  g_autoptr (KliBusiness) business = kli_business_read (connection, error);
  g_autoptr (KliWhole) whole = NULL;
  g_autoptr (KliDraft) draft = NULL;

  if (business == NULL)
    return FALSE;
  whole = kli_read_record (connection, wanted->kind, wanted->id, FALSE, error);
  if (whole == NULL)
    return FALSE;
  draft = kli_draft_new_from_whole (whole);
  kli_draft_set_today (draft, kli_operation_get_today (user_data));

  return apply_and_write (draft, wanted->assignments, business, edit, error);
}

KliOperation *
kli_set_record (const KliKind *kind, gint64 id, GPtrArray *assignments)
{
  const KliShape *shape;

  g_return_val_if_fail (kind != NULL && id > 0 && assignments != NULL, NULL);

  shape = kli_shape_for_kind (kind);
  g_return_val_if_fail (shape != NULL, NULL);

  return kli_operation_new (kli_assignments_get_verb (assignments, shape), id, set_func,
                            wanted_new (kind, id, assignments), wanted_free);
}

KliOperation *
kli_set_field (const KliKind *kind, gint64 id, const char *path, const char *value)
{
  GPtrArray *assignments = kli_assignments_new ();

  g_ptr_array_add (assignments, kli_assignment_new (path, KLI_ASSIGN_SET, value));

  return kli_set_record (kind, id, assignments);
}
