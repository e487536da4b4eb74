/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened with contacts, into a table. */
#include "exchange/kli-activities-export.h"

#include "core/kli-kinds.h"
#include "exchange/kli-csv-writer.h"
#include "exchange/kli-replace-file.h"

/* So much is gathered before it is written, in bytes. */
#define BLOCK 65536

/* The columns behind the contact's, as they stand in the table. */
static const struct
{
  const char *header;
  guint column;
} columns[] = {
  { "Day", KLI_ACTIVITY_ON_DAY },          { "Time", KLI_ACTIVITY_AT_TIME },    { "Channel", KLI_ACTIVITY_CHANNEL },
  { "Direction", KLI_ACTIVITY_DIRECTION }, { "Subject", KLI_ACTIVITY_SUBJECT }, { "Text", KLI_ACTIVITY_NOTE },
  { "Staff", KLI_ACTIVITY_STAFF },
};

typedef struct
{
  const GArray *ids;
  GFile *file;
  KliConnection *connection;
  GOutputStream *stream;
  KliCsvWriter *writer;
  GString *out;
} Export;

static gboolean
flush (Export *self, GError **error)
{
  gboolean written = g_output_stream_write_all (self->stream, self->out->str, self->out->len, NULL, NULL, error);

  g_string_truncate (self->out, 0);

  return written;
}

static void
append_header (Export *self)
{
  kli_csv_writer_append_cell (self->writer, self->out, "Contact");
  kli_csv_writer_append_cell (self->writer, self->out, "Contact ID");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    kli_csv_writer_append_cell (self->writer, self->out, columns[i].header);
  kli_csv_writer_end_row (self->writer, self->out);
}

/* Returns: (transfer full) (nullable): "" for nobody; NULL with @error set */
static char *
read_name (KliConnection *connection, const KliKind *kind, guint column, gint64 id, GError **error)
{
  g_autoptr (KliRow) row = id != 0 ? kli_connection_load (connection, kind, id, error) : NULL;

  if (id == 0)
    return g_strdup ("");

  return row != NULL ? g_strdup (kli_row_get_text (row, column)) : NULL;
}

static gboolean
append_activity (Export *self, const KliRow *activity, const char *name, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, kli_row_get_integer (activity, KLI_ACTIVITY_CONTACT));
  g_autofree char *staff = read_name (self->connection, &kli_staff_member_kind, KLI_STAFF_MEMBER_NAME,
                                      kli_row_get_integer (activity, KLI_ACTIVITY_STAFF), error);

  if (staff == NULL)
    return FALSE;
  kli_csv_writer_append_cell (self->writer, self->out, name);
  kli_csv_writer_append_cell (self->writer, self->out, id);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    kli_csv_writer_append_cell (
        self->writer, self->out,
        columns[i].column == KLI_ACTIVITY_STAFF ? staff : kli_row_get_text (activity, columns[i].column));
  kli_csv_writer_end_row (self->writer, self->out);

  return self->out->len < BLOCK || flush (self, error);
}

/* Returns: (transfer full) (element-type KliRow) (nullable): NULL with @error set */
static GPtrArray *
read_activities (KliConnection *connection, gint64 contact, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, kli_activity_kind.parts_stem, error);

  if (statement == NULL)
    return NULL;
  kli_statement_bind_integer (statement, 1, contact);

  return kli_statement_read_rows (statement, &kli_activity_kind, error);
}

static gboolean
append_contact (Export *self, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) activities = read_activities (self->connection, id, error);
  g_autofree char *name = NULL;

  if (activities == NULL || activities->len == 0)
    return activities != NULL;
  name = read_name (self->connection, &kli_contact_kind, KLI_CONTACT_NAME, id, error);
  for (guint i = 0; i < activities->len && name != NULL; i++)
    if (!append_activity (self, g_ptr_array_index (activities, i), name, error))
      return FALSE;

  return name != NULL;
}

/* A KliFillFunc of an Export. */
static gboolean
write_all (GOutputStream *stream, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Export *self = user_data;

  self->stream = stream;
  append_header (self);
  for (guint i = 0; i < self->ids->len; i++)
    if (!append_contact (self, g_array_index (self->ids, gint64, i), error))
      return FALSE;

  return flush (self, error);
}

static gpointer
export_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Export *self = user_data;

  self->connection = connection;

  return kli_replace_file (self->file, write_all, self, cancellable, error) ? self : NULL;
}

gboolean
kli_activities_export_now (KliStore *store, const GArray *ids, GFile *file, GError **error)
{
  g_autoptr (KliCsvWriter) writer = kli_csv_writer_new (KLI_CSV_LOSSLESS, 0);
  g_autoptr (GString) out = g_string_new (NULL);
  Export self = { .ids = ids, .file = file, .writer = writer, .out = out };

  g_return_val_if_fail (KLI_IS_STORE (store) && ids != NULL && G_IS_FILE (file), FALSE);

  return kli_store_read (store, export_func, &self, error) != NULL;
}
