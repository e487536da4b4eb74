/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The note of a merge. */
#include "operations/kli-merge-note.h"

#include "core/kli-kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Returns: (transfer full): @note with @lines under @heading, which is there only once */
static char *
append (const char *note, const char *heading, const char *lines)
{
  if (strstr (note, heading) != NULL)
    return g_strconcat (note, "\n", lines, NULL);

  return g_strconcat (note, *note != '\0' ? "\n\n" : "", heading, "\n", lines, NULL);
}

gboolean
kli_merge_note (KliEdit *edit, gint64 staying, gint64 going, const char *lines, GError **error)
{
  KliConnection *connection;
  g_autoptr (KliRow) contact = NULL;
  g_autoptr (KliRow) other = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (edit != NULL && lines != NULL, FALSE);

  connection = kli_edit_get_connection (edit);
  contact = kli_connection_load (connection, &kli_contact_kind, staying, error);
  other = contact != NULL ? kli_connection_load (connection, &kli_contact_kind, going, error) : NULL;
  if (other == NULL)
    return FALSE;
  heading
      = g_strdup_printf (_ ("Other values before the merge with “%s”:"), kli_row_get_text (other, KLI_CONTACT_NAME));
  text = append (kli_row_get_text (contact, KLI_CONTACT_NOTE), heading, lines);
  kli_row_set_text (contact, KLI_CONTACT_NOTE, text);

  return kli_edit_update (edit, contact, error);
}
