/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts and recently opened records: small writes that nobody waits for, done by the writer between edits. */
#include "store/kli-local-notes.h"

#include "store/kli-store-error-private.h"
#include "store/kli-store-private.h"

#define RECENT_KEPT 50

typedef struct _Note Note;

struct _Note
{
  gboolean (*write) (KliConnection *connection, const Note *note, GError **error);
  gint64 id;
  char *field; /* nullable */
  char *text;  /* nullable */
  gint64 instant;
};

static void
note_free (Note *note)
{
  g_free (note->field);
  g_free (note->text);
  g_free (note);
}

/* Each statement is its own transaction; losing a note is no loss of data. */
static void
note_job (KliWriter *writer, gpointer data)
{
  Note *note = data;
  g_autoptr (GError) error = NULL;
  KliConnection *connection = kli_writer_get_connection (writer, &error);

  if (connection == NULL || !note->write (connection, note, &error))
    {
      g_message ("A note of this desk could not be kept: %s", error->message);
      kli_writer_note_failure (writer, error);
    }
  note_free (note);
}

static void
push_note (KliStore *store, const Note *values)
{
  Note *note;

  if (!kli_store_check_writable (store, NULL))
    return;

  note = g_memdup2 (values, sizeof *values);
  note->field = g_strdup (values->field);
  note->text = g_strdup (values->text);
  note->instant = kli_ids_now (store->ids);
  kli_writer_push (store->writer, note_job, note);
}

/* --- drafts --- */

void
kli_unsaved_free (KliUnsaved *draft)
{
  if (draft == NULL)
    return;

  g_free (draft->field);
  g_free (draft->text);
  g_free (draft);
}

static gboolean
write_draft (KliConnection *connection, const Note *note, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "draft-set", error);

  if (statement == NULL)
    return FALSE;

  kli_statement_bind_integer (statement, 1, note->id);
  kli_statement_bind_text (statement, 2, note->field);
  kli_statement_bind_text (statement, 3, note->text);
  kli_statement_bind_integer (statement, 4, note->instant);

  return kli_statement_run (statement, error);
}

static gboolean
remove_draft (KliConnection *connection, const Note *note, GError **error)
{
  g_autoptr (KliStatement) statement
      = kli_connection_lend (connection, note->field != NULL ? "draft-clear" : "draft-clear-all", error);

  if (statement == NULL)
    return FALSE;

  kli_statement_bind_integer (statement, 1, note->id);
  if (note->field != NULL)
    kli_statement_bind_text (statement, 2, note->field);

  return kli_statement_run (statement, error);
}

void
kli_unsaved_keep (KliStore *store, gint64 owner, const char *field, const char *text)
{
  g_return_if_fail (KLI_IS_STORE (store) && field != NULL && text != NULL);
  g_return_if_fail (g_utf8_validate (text, -1, NULL));

  push_note (store, &(Note){ .write = write_draft, .id = owner, .field = (char *)field, .text = (char *)text });
}

void
kli_unsaved_drop (KliStore *store, gint64 owner, const char *field)
{
  g_return_if_fail (KLI_IS_STORE (store));

  push_note (store, &(Note){ .write = remove_draft, .id = owner, .field = (char *)field });
}

static gpointer
list_drafts (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "drafts", error);
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_unsaved_free);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;

  while (kli_statement_step (statement, &local_error))
    {
      KliUnsaved *draft = g_new0 (KliUnsaved, 1);

      draft->owner = kli_statement_get_integer (statement, 0);
      draft->field = g_strdup (kli_statement_get_text (statement, 1));
      draft->text = g_strdup (kli_statement_get_text (statement, 2));
      draft->instant = kli_statement_get_integer (statement, 3);
      g_ptr_array_add (drafts, draft);
    }

  return kli_store_error_pass (error, g_steal_pointer (&local_error)) ? g_steal_pointer (&drafts) : NULL;
}

GPtrArray *
kli_unsaved_list (KliStore *store, GError **error)
{
  g_return_val_if_fail (KLI_IS_STORE (store), NULL);

  return kli_store_read (store, list_drafts, NULL, error);
}

/* --- recently opened --- */

static gboolean
write_recent (KliConnection *connection, const Note *note, GError **error)
{
  g_autoptr (KliStatement) set = kli_connection_lend (connection, "recent-set", error);
  g_autoptr (KliStatement) trim = kli_connection_lend (connection, "recent-trim", error);

  if (set == NULL || trim == NULL)
    return FALSE;

  kli_statement_bind_integer (set, 1, note->id);
  kli_statement_bind_integer (set, 2, note->instant);
  kli_statement_bind_integer (trim, 1, RECENT_KEPT);

  return kli_statement_run (set, error) && kli_statement_run (trim, error);
}

void
kli_recent_note (KliStore *store, gint64 id)
{
  g_return_if_fail (KLI_IS_STORE (store) && id != 0);

  push_note (store, &(Note){ .write = write_recent, .id = id });
}

static gpointer
list_recent (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "recent", error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;

  kli_statement_bind_integer (statement, 1, *(const guint *)user_data);
  while (kli_statement_step (statement, &local_error))
    {
      gint64 id = kli_statement_get_integer (statement, 0);

      g_array_append_val (ids, id);
    }

  return kli_store_error_pass (error, g_steal_pointer (&local_error)) ? g_steal_pointer (&ids) : NULL;
}

GArray *
kli_recent_list (KliStore *store, guint limit, GError **error)
{
  g_return_val_if_fail (KLI_IS_STORE (store), NULL);

  return kli_store_read (store, list_recent, &limit, error);
}
