/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deleting a tag. */
#include "ui/catalogue/kli-tag-removal.h"

#include "core/kli-format.h"
#include "core/kli-kinds.h"
#include "operations/kli-segments.h"
#include "operations/kli-trash.h"
#include "ui/shared/kli-host.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-plain.h"
#include "ui/shared/kli-question.h"
#include "ui/shared/kli-run.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWidget *widget; /* owned */
  gint64 tag;
  char *name;
  guint n_contacts;
} Removal;

static void
removal_free (Removal *removal)
{
  g_object_unref (removal->widget);
  g_free (removal->name);
  g_free (removal);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Removal, removal_free)

static void
removal_closed (gpointer data, GClosure *closure)
{
  removal_free (data);
}

static void
remove_tag (const Removal *removal)
{
  kli_run (removal->widget, kli_trash (&kli_tag_kind, &removal->tag, 1), C_ ("toast", "Tag deleted"));
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, Removal *removal)
{
  if (g_strcmp0 (response, "delete") == 0)
    remove_tag (removal);
}

/* Returns: (transfer full) */
static char *
describe (const Removal *removal, GPtrArray *segments)
{
  g_autofree char *number = kli_format_number (removal->n_contacts, kli_locale_get_language ());
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (
      text, ngettext ("%s contact has it and stays.", "%s contacts have it and stay.", removal->n_contacts), number);
  if (segments->len > 0)
    g_string_append_printf (text, "\n\n%s",
                            ngettext ("This segment asks for it and will find nobody by it:",
                                      "These segments ask for it and will find nobody by it:", segments->len));
  for (guint i = 0; i < segments->len; i++)
    {
      g_autofree char *name = kli_plain_line (g_ptr_array_index (segments, i));

      g_string_append_printf (text, "\n%s", name);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
ask (Removal *removal, GPtrArray *segments)
{
  g_autofree char *name = kli_plain_line (removal->name);
  g_autofree char *heading = g_strdup_printf (_ ("Delete the Tag “%s”?"), name);
  g_autofree char *body = describe (removal, segments);
  AdwMessageDialog *dialog = kli_question_new (GTK_WINDOW (gtk_widget_get_root (removal->widget)), heading, body);

  adw_message_dialog_add_response (dialog, "cancel", _ ("_Cancel"));
  adw_message_dialog_add_response (dialog, "delete", C_ ("button", "_Delete"));
  adw_message_dialog_set_response_appearance (dialog, "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), removal, removal_closed, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* KliReadFunc */
static gpointer
list_segments (KliConnection *connection, gpointer name, GCancellable *cancellable, GError **error)
{
  return kli_segments_list_asking (connection, "tag", name, error);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Removal) removal = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) segments = kli_store_read_finish (KLI_STORE (source), result, &error);

  if (gtk_widget_get_root (removal->widget) == NULL)
    return;
  if (segments == NULL)
    kli_report_error (removal->widget, _ ("The Change Was Not Saved"), error);
  else if (removal->n_contacts == 0 && segments->len == 0)
    remove_tag (removal);
  else
    ask (g_steal_pointer (&removal), segments);
}

void
kli_tag_removal_ask (GtkWidget *widget, gint64 tag, const char *name, guint n_contacts)
{
  KliHost *host;
  Removal *removal;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (tag > 0 && name != NULL);

  host = kli_host_find (widget);
  if (host == NULL || kli_host_get_store (host) == NULL)
    return;
  removal = g_new0 (Removal, 1);
  removal->widget = g_object_ref (widget);
  removal->tag = tag;
  removal->name = g_strdup (name);
  removal->n_contacts = n_contacts;
  kli_store_read_async (kli_host_get_store (host), list_segments, g_strdup (name), g_free,
                        (GDestroyNotify)g_ptr_array_unref, NULL, listed_cb, removal);
}
