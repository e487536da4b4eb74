/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are kept in the store. */
#include "operations/kli-attach.h"

#include "core/kli-day.h"
#include "core/kli-kinds.h"
#include "core/kli-text.h"
#include "operations/kli-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NAME_BYTES_MAX 200
#define ENDING_BYTES_MAX 16

typedef struct
{
  gint64 owner;
  char *name;
  char *media_type;
  GBytes *bytes; /* (nullable) */
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_free (wanted->name);
  g_free (wanted->media_type);
  g_clear_pointer (&wanted->bytes, g_bytes_unref);
  g_free (wanted);
}

/* --- the picture -------------------------------------------------------------------------------------- */

static const struct
{
  const char *type;
  gsize offset;
  const char *bytes;
  gsize length;
} pictures[] = {
  { "image/png", 0, "\x89PNG\r\n\x1a\n", 8 },
  { "image/jpeg", 0, "\xff\xd8\xff", 3 },
  { "image/gif", 0, "GIF8", 4 },
  { "image/webp", 8, "WEBP", 4 },
};

const char *
kli_photo_type (GBytes *bytes)
{
  gsize size;
  const char *data;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    if (size >= pictures[i].offset + pictures[i].length
        && memcmp (data + pictures[i].offset, pictures[i].bytes, pictures[i].length) == 0)
      return pictures[i].type;

  return NULL;
}

static gboolean
check_photo (GBytes *bytes, GError **error)
{
  const char *problem = NULL;

  if (g_bytes_get_size (bytes) > KLI_PHOTO_MAX)
    problem = _ ("The picture is larger than 10 MB.");
  else if (kli_photo_type (bytes) == NULL)
    problem = _ ("This is not a picture: a PNG, JPEG, GIF or WebP file is needed.");
  if (problem != NULL)
    g_set_error_literal (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID, problem);

  return problem == NULL;
}

static gboolean
set_photo_func (KliEdit *edit, gpointer user_data, GError **error)
{
  const Wanted *wanted = kli_operation_get_data (user_data);
  g_autoptr (KliWhole) whole = NULL;
  g_autoptr (KliRow) contact = NULL;
  g_autofree char *hash = NULL;

  if (wanted->bytes != NULL && !check_photo (wanted->bytes, error))
    return FALSE;
  whole = kli_read_record (kli_edit_get_connection (edit), &kli_contact_kind, wanted->owner, FALSE, error);
  if (whole == NULL)
    return FALSE;
  if (wanted->bytes != NULL)
    {
      hash = kli_edit_keep_content (edit, wanted->bytes, error);
      if (hash == NULL)
        return FALSE;
    }
  contact = kli_row_copy (kli_whole_get_root (whole));
  kli_row_set_text (contact, KLI_CONTACT_PHOTO, hash);
  kli_row_set_text (contact, KLI_CONTACT_PHOTO_TYPE, wanted->bytes != NULL ? kli_photo_type (wanted->bytes) : "");

  return kli_edit_update (edit, contact, error);
}

KliOperation *
kli_set_photo (gint64 contact, GBytes *bytes)
{
  Wanted *wanted;

  g_return_val_if_fail (contact > 0, NULL);

  wanted = g_new0 (Wanted, 1);
  wanted->owner = contact;
  wanted->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;

  return kli_operation_new (bytes != NULL ? "photo-set" : "photo-remove", contact, set_photo_func, wanted, wanted_free);
}

/* --- documents ---------------------------------------------------------------------------------------- */

/* @name in at most NAME_BYTES_MAX bytes, with its ending when that is a short one. */
static char *
shorten (const char *name)
{
  const char *ending = strrchr (name, '.');
  g_autofree char *stem = NULL;
  gsize room;

  if (strlen (name) <= NAME_BYTES_MAX)
    return g_strdup (name);
  if (ending == NULL || strlen (ending) > ENDING_BYTES_MAX)
    ending = "";
  room = NAME_BYTES_MAX - strlen (ending);
  stem = g_strdup (name);
  *g_utf8_find_prev_char (stem, stem + room + 1) = '\0';

  return g_strconcat (stem, ending, NULL);
}

char *
kli_document_name (const char *name)
{
  g_autofree char *line = kli_text_single_line (name);
  g_autofree char *visible = kli_text_visible (line, 0);
  const char *last = strrchr (visible, '/');

  last = last != NULL ? last + 1 : visible;
  if (strrchr (last, '\\') != NULL)
    last = strrchr (last, '\\') + 1;
  while (*last == '.' || *last == ' ')
    last++;

  return *last != '\0' ? shorten (last) : g_strdup (_ ("Document"));
}

static gboolean
attach_func (KliEdit *edit, gpointer user_data, GError **error)
{
  const Wanted *wanted = kli_operation_get_data (user_data);
  g_autofree char *day = kli_day_to_string (kli_operation_get_today (user_data));
  g_autoptr (KliWhole) whole = NULL;
  g_autoptr (KliRow) document = kli_row_new (&kli_document_kind);
  g_autofree char *hash = NULL;

  whole = kli_read_record (kli_edit_get_connection (edit), &kli_contract_kind, wanted->owner, FALSE, error);
  if (whole == NULL)
    return FALSE;
  hash = kli_edit_keep_content (edit, wanted->bytes, error);
  if (hash == NULL)
    return FALSE;
  kli_row_set_integer (document, KLI_DOCUMENT_OWNER, wanted->owner);
  kli_row_set_text (document, KLI_DOCUMENT_NAME, wanted->name);
  kli_row_set_text (document, KLI_DOCUMENT_MEDIA_TYPE, wanted->media_type);
  kli_row_set_text (document, KLI_DOCUMENT_HASH, hash);
  kli_row_set_integer (document, KLI_DOCUMENT_SIZE, (gint64)g_bytes_get_size (wanted->bytes));
  kli_row_set_text (document, KLI_DOCUMENT_ADDED_ON, day);

  return kli_edit_insert (edit, document, error);
}

KliOperation *
kli_attach_document (gint64 contract, const char *name, const char *media_type, GBytes *bytes)
{
  Wanted *wanted;

  g_return_val_if_fail (contract > 0 && name != NULL && bytes != NULL, NULL);

  wanted = g_new0 (Wanted, 1);
  wanted->owner = contract;
  wanted->name = kli_document_name (name);
  wanted->media_type = g_strdup (media_type != NULL ? media_type : "");
  wanted->bytes = g_bytes_ref (bytes);

  return kli_operation_new ("document-add", contract, attach_func, wanted, wanted_free);
}
