/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deeds on one contact. */
#include "ui/contacts/kli-contact-deeds.h"

#include "core/kli-identifier-words.h"
#include "core/kli-kinds.h"
#include "core/kli-part-words.h"
#include "operations/kli-trash.h"
#include "store/kli-answer.h"
#include "ui/shared/kli-host.h"
#include "ui/shared/kli-question.h"
#include "ui/shared/kli-run.h"

#include <glib/gi18n.h>

void
kli_contact_archive (GtkWidget *widget, gint64 id)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  kli_run (widget, kli_archive (&id, 1), _ ("Contact archived"));
}

void
kli_contact_bring_back (GtkWidget *widget, gint64 id)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  kli_run (widget, kli_unarchive (&id, 1), _ ("Contact taken out of the archive"));
}

typedef struct
{
  GtkWidget *host; /* owned */
  gint64 id;
} Refused;

static void
refused_free (gpointer data, GClosure *closure)
{
  Refused *refused = data;

  g_object_unref (refused->host);
  g_free (refused);
}

static void
refusal_answered_cb (AdwMessageDialog *dialog, const char *response, Refused *refused)
{
  if (g_strcmp0 (response, "archive") == 0)
    kli_contact_archive (refused->host, refused->id);
}

static gboolean
can_archive (KliHost *host, gint64 id)
{
  g_autoptr (GPtrArray) rows = kli_store_read_page (kli_host_get_store (host), KLI_QUERY_CONTACTS, &id, 1, NULL);
  const KliListRow *row = rows != NULL ? g_ptr_array_index (rows, 0) : NULL;

  return row != NULL && kli_contact_may_be_archived (row);
}

static void
offer_archive (AdwMessageDialog *dialog)
{
  adw_message_dialog_add_response (dialog, "archive", C_ ("button", "_Archive"));
  adw_message_dialog_set_response_appearance (dialog, "archive", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "archive");
}

/* Whoever is party to a signed contract may not go into the trash, but out of the way (DESIGN 4). */
static gboolean
trashed_cb (GtkWidget *widget, gint64 edit, gint64 subject, const GError *error, gpointer user_data)
{
  KliHost *host = kli_host_find (widget);
  AdwMessageDialog *dialog;
  Refused *refused;

  if (host == NULL || !g_error_matches (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_FORBIDDEN))
    return FALSE;

  dialog = kli_question_new (GTK_WINDOW (host), _ ("This Contact Stays"), error->message);
  adw_message_dialog_add_response (dialog, "close", _ ("_Close"));
  adw_message_dialog_set_close_response (dialog, "close");
  if (can_archive (host, subject))
    offer_archive (dialog);
  refused = g_new (Refused, 1);
  refused->host = GTK_WIDGET (g_object_ref (host));
  refused->id = subject;
  g_signal_connect_data (dialog, "response", G_CALLBACK (refusal_answered_cb), refused, refused_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));

  return TRUE;
}

void
kli_contact_move_to_trash (GtkWidget *widget, gint64 id)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  kli_run_full (widget, kli_trash (&kli_contact_kind, &id, 1), _ ("Contact moved to the trash"), trashed_cb, NULL);
}

gboolean
kli_contact_may_be_archived (const KliListRow *row)
{
  g_return_val_if_fail (row != NULL, FALSE);

  return !row->is_archived;
}

gboolean
kli_contact_may_be_brought_back (const KliListRow *row)
{
  g_return_val_if_fail (row != NULL, FALSE);

  return row->is_archived;
}

static void
append_line (GString *text, const char *line)
{
  if (*line != '\0')
    g_string_append_printf (text, "%s\n", line);
}

/* Those of natural persons are not handed on unasked. */
static void
append_numbers (GString *text, const KliWhole *whole)
{
  const KliRow *part;

  for (guint n = 0; (part = kli_whole_get_part (whole, &kli_identifier_kind, n)) != NULL; n++)
    {
      const char *kind = kli_row_get_text (part, KLI_IDENTIFIER_KIND);
      const char *value = kli_row_get_text (part, KLI_IDENTIFIER_VALUE);
      g_autofree char *number = kli_identifier_display (kind, value);

      if (!kli_identifier_is_personal (kind, value))
        g_string_append_printf (text, "%s %s\n", kli_identifier_kind_name (kind), number);
    }
}

/* Returns: (transfer full) */
static char *
card_to_text (const KliWhole *whole)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const KliRow *root = kli_whole_get_root (whole);

  append_line (text, kli_row_get_text (root, KLI_CONTACT_NAME));
  for (guint n = 0; n < kli_whole_count_parts (whole, &kli_contact_point_kind); n++)
    append_line (text,
                 kli_row_get_text (kli_whole_get_part (whole, &kli_contact_point_kind, n), KLI_CONTACT_POINT_VALUE));
  for (guint n = 0; n < kli_whole_count_parts (whole, &kli_address_kind); n++)
    {
      g_autofree char *block = kli_address_block (kli_whole_get_part (whole, &kli_address_kind, n), NULL);

      append_line (text, block);
    }
  append_numbers (text, whole);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gpointer
read_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_whole_read (connection, &kli_contact_kind, *(gint64 *)user_data, error);
}

static void
copy_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) host = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KliWhole) whole = kli_store_read_finish (KLI_STORE (source), result, &error);
  g_autofree char *text = NULL;

  if (whole == NULL)
    {
      kli_report_error (host, _ ("The Contact Was Not Copied"), error);
      return;
    }

  text = card_to_text (whole);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (host), text);
  kli_host_toast (KLI_HOST (host), _ ("Contact copied"));
}

void
kli_contact_copy_as_text (GtkWidget *widget, gint64 id)
{
  KliHost *host;
  KliStore *store;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  host = kli_host_find (widget);
  store = host != NULL ? kli_host_get_store (host) : NULL;
  if (store != NULL)
    kli_store_read_async (store, read_func, g_memdup2 (&id, sizeof id), g_free, (GDestroyNotify)kli_whole_unref, NULL,
                          copy_cb, g_object_ref (host));
}
