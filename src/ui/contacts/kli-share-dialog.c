/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sharing a card. What was written for oneself, the note and the tags, is never shared. */
#include "ui/contacts/kli-share-dialog.h"

#include "core/kli-kinds.h"
#include "exchange/kli-exchange-writer.h"
#include "exchange/kli-small-vcard.h"
#include "operations/kli-export.h"
#include "ui/shared/kli-fit.h"
#include "ui/shared/kli-host.h"
#include "ui/shared/kli-plain.h"
#include "ui/shared/kli-qr-picture.h"
#include "ui/shared/kli-run.h"

#include <glib/gi18n.h>

#define PICTURE_SIDE 1024

/* Kept on its window. */
typedef struct
{
  GtkWindow *window; /* borrowed, as the widgets */
  GtkWidget *host;   /* where messages go */
  KliQrPicture *picture;
  GtkLabel *explanation;
  GtkWidget *buttons;
  KliCard *card; /* (nullable): until it was read */
  GCancellable *cancellable;
} Share;

static void
share_free (gpointer data)
{
  Share *self = data;

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_object_unref (self->host);
  kli_card_free (self->card);
  g_free (self);
}

/* --- what is shared ------------------------------------------------------------------------------------- */

/* Returns: (transfer full): the whole card but for what is nobody else's business. */
static GBytes *
make_vcard (const Share *self)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();

  g_ptr_array_add (cards, self->card);

  return kli_exchange_write_bytes (cards, KLI_EXCHANGE_WRITE_VCARD_3, 0);
}

static const struct
{
  guint flag;
  const char *name;
} parts[] = {
  { KLI_SMALL_VCARD_PHONES, NC_ ("shared card", "some phone numbers") },
  { KLI_SMALL_VCARD_MAILS, NC_ ("shared card", "some email addresses") },
  { KLI_SMALL_VCARD_ADDRESSES, NC_ ("shared card", "some postal addresses") },
  { KLI_SMALL_VCARD_PAGES, NC_ ("shared card", "some websites and chats") },
  { KLI_SMALL_VCARD_PHOTO, NC_ ("shared card", "the photo") },
  { KLI_SMALL_VCARD_NUMBERS, NC_ ("shared card", "official numbers") },
  { KLI_SMALL_VCARD_DAYS, NC_ ("shared card", "birthday and anniversary") },
};

/* Returns: (transfer full) */
static char *
explain (guint left_out)
{
  g_autoptr (GString) list = g_string_new (NULL);
  GString *text = g_string_new (_ ("Point the camera of a telephone at the code."));

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (left_out & parts[i].flag)
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "",
                              g_dpgettext2 (NULL, "shared card", parts[i].name));
  if (list->len > 0)
    {
      g_string_append_c (text, '\n');
      /* TRANSLATORS: %s is a list such as “the photo, official numbers” */
      g_string_append_printf (text, _ ("Only in the vCard, not in the code: %s."), list->str);
    }
  if (left_out & (KLI_SMALL_VCARD_NOTE | KLI_SMALL_VCARD_TAGS))
    g_string_append_printf (text, "\n%s", _ ("The note and tags are not shared."));

  return g_string_free (text, FALSE);
}

static void
show (Share *self)
{
  guint left_out;
  g_autofree char *small = kli_small_vcard (self->card, KLI_QR_BYTES_MAX, &left_out);
  g_autofree char *text = explain (left_out);

  kli_qr_picture_set_text (self->picture, small);
  gtk_label_set_text (self->explanation, text);
  gtk_widget_set_sensitive (self->buttons, TRUE);
  kli_row_set_text (self->card->contact, KLI_CONTACT_NOTE, "");
  g_ptr_array_set_size (self->card->tags, 0);
}

static gpointer
read_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_export_card (connection, *(const gint64 *)user_data, FALSE, error);
}

static void
card_destroy (gpointer data)
{
  kli_card_free (data);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  KliCard *card = kli_store_read_finish (KLI_STORE (source), result, &error);
  Share *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (card == NULL)
    {
      kli_report_error (self->host, _ ("The Card Cannot Be Shared"), error);
      gtk_window_destroy (self->window);
      return;
    }
  self->card = card;
  show (self);
}

/* --- buttons -------------------------------------------------------------------------------------------- */

static void
toast (const Share *self, const char *text)
{
  KliHost *host = kli_host_find (self->host);

  if (host != NULL)
    kli_host_toast (host, text);
}

static void
copy_cb (Share *self)
{
  g_autoptr (GBytes) vcard = make_vcard (self);
  g_autofree char *text = g_strndup (g_bytes_get_data (vcard, NULL), g_bytes_get_size (vcard));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self->window)), text);
  toast (self, _ ("Copied to the clipboard"));
}

typedef struct
{
  Share *share; /* lives as long as its window, over which the chooser stands */
  GBytes *bytes;
} Saving;

static void
saving_free (gpointer data, GClosure *closure)
{
  Saving *saving = data;

  g_bytes_unref (saving->bytes);
  g_free (saving);
}

static void
saved_cb (GtkNativeDialog *chooser, int response, Saving *saving)
{
  Share *self = saving->share;
  g_autoptr (GFile) file
      = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autoptr (GError) error = NULL;

  if (file != NULL
      && g_file_replace_contents (file, g_bytes_get_data (saving->bytes, NULL), g_bytes_get_size (saving->bytes), NULL,
                                  FALSE, G_FILE_CREATE_PRIVATE, NULL, NULL, &error))
    toast (self, _ ("Saved"));
  else if (error != NULL)
    kli_report_error (self->host, _ ("The File Was Not Saved"), error);
  g_object_unref (chooser);
}

/* @suffix: of the file, whose name is that of the contact. Takes @bytes. */
static void
save (Share *self, const char *title, const char *suffix, GBytes *bytes)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, self->window, GTK_FILE_CHOOSER_ACTION_SAVE,
                                                               C_ ("button", "_Save"), _ ("_Cancel"));
  g_autofree char *name = kli_plain_line (kli_row_get_text (self->card->contact, KLI_CONTACT_NAME));
  g_autofree char *file = g_strconcat (g_strdelimit (name, "/", '-'), suffix, NULL);
  Saving *saving = g_new0 (Saving, 1);

  saving->share = self;
  saving->bytes = bytes;
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), file);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_data (chooser, "response", G_CALLBACK (saved_cb), saving, saving_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
save_vcard_cb (Share *self)
{
  save (self, C_ ("window title", "Save vCard"), ".vcf", make_vcard (self));
}

static void
save_picture_cb (Share *self)
{
  GBytes *png = kli_qr_picture_save (self->picture, PICTURE_SIDE);

  if (png != NULL)
    save (self, C_ ("window title", "Save Picture"), ".png", png);
}

/* --- the window ----------------------------------------------------------------------------------------- */

static void
add_button (Share *self, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  kli_button_let_wrap (GTK_BUTTON (button));
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (self->buttons), button);
}

static GtkWidget *
create_body (Share *self)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *explanation
      = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "justify", GTK_JUSTIFY_CENTER, "max-width-chars", 40, NULL);

  self->picture = KLI_QR_PICTURE (kli_qr_picture_new (_ ("QR code of the card")));
  self->explanation = GTK_LABEL (explanation);
  self->buttons = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 9, "sensitive", FALSE,
                                "halign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_set_vexpand (GTK_WIDGET (self->picture), TRUE);
  add_button (self, C_ ("button", "_Copy vCard"), G_CALLBACK (copy_cb));
  add_button (self, C_ ("button", "_Save vCard…"), G_CALLBACK (save_vcard_cb));
  add_button (self, C_ ("button", "Save _Picture…"), G_CALLBACK (save_picture_cb));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->picture));
  gtk_box_append (GTK_BOX (body), explanation);
  gtk_box_append (GTK_BOX (body), self->buttons);
  gtk_widget_add_css_class (body, "form-body");

  return body;
}

static GtkWidget *
create_content (Share *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled
      = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE,
                      "vexpand", TRUE, "child", create_body (self), NULL);

  gtk_box_append (GTK_BOX (content), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (content), scrolled);

  return content;
}

static void
close_by_escape (GtkWindow *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
}

void
kli_share_dialog_present (GtkWidget *widget, gint64 id)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  KliHost *host = kli_host_find (widget);
  Share *self;

  g_return_if_fail (GTK_IS_WINDOW (root) && host != NULL);

  if (kli_host_get_store (host) == NULL)
    return;
  self = g_new0 (Share, 1);
  self->host = g_object_ref (widget);
  self->cancellable = g_cancellable_new ();
  self->window = g_object_new (ADW_TYPE_WINDOW, "transient-for", root, "modal", TRUE, "destroy-with-parent", TRUE,
                               "title", C_ ("window title", "Share Contact"), "default-width", 420, "default-height",
                               620, "width-request", 340, NULL);
  g_object_set_data_full (G_OBJECT (self->window), "kli-share", self, share_free);
  adw_window_set_content (ADW_WINDOW (self->window), create_content (self));
  close_by_escape (self->window);
  kli_fit_to_parent (self->window);
  kli_store_read_async (kli_host_get_store (host), read_func, g_memdup2 (&id, sizeof id), g_free, card_destroy,
                        self->cancellable, read_cb, self);
  gtk_window_present (self->window);
}
