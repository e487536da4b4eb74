/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window in which a text becomes a contact. */
#include "ui/contacts/kli-quick-entry.h"

#include "core/kli-kinds.h"
#include "model/kli-live-business.h"
#include "operations/kli-alike.h"
#include "operations/kli-take-card.h"
#include "ui/contacts/kli-card-rows.h"
#include "ui/shared/kli-error.h"
#include "ui/shared/kli-form-dialog.h"
#include "ui/shared/kli-host.h"
#include "ui/shared/kli-plain.h"
#include "ui/shared/kli-run.h"

#include <glib/gi18n.h>

#define ALIKE_MAX 3
/* Who is perhaps there already is looked up when the typing rests. In milliseconds. */
#define REST 200

/* Kept on its window. */
typedef struct
{
  KliFormDialog *dialog; /* borrowed */
  KliStore *store;
  KliLive *business; /* of the store */
  gulong business_changed;
  GtkTextBuffer *text; /* borrowed, as the widgets */
  GtkBox *rows;
  AdwPreferencesGroup *which; /* of several vCards */
  GtkWidget *choice;          /* (nullable) */
  GtkWidget *alike;           /* who is perhaps there already; hidden without any */
  GtkListBox *alike_rows;
  GPtrArray *signatures; /* (nullable): KliSignature */
  guint current;
  gint64 into; /* 0: a new contact */
  guint rest;  /* source id */
  GCancellable *cancellable;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *self = data;

  g_clear_handle_id (&self->rest, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_clear_pointer (&self->signatures, g_ptr_array_unref);
  g_clear_signal_handler (&self->business_changed, self->business);
  g_object_unref (self->store);
  g_free (self);
}

static const char *
get_country (const Entry *self)
{
  const KliBusiness *business = kli_live_business_get (kli_live_business_of (self->store));

  return business != NULL ? business->country : NULL;
}

/* Returns: (nullable) */
static KliSignature *
get_signature (const Entry *self)
{
  return self->signatures != NULL ? g_ptr_array_index (self->signatures, self->current) : NULL;
}

/* --- who is perhaps there already ----------------------------------------------------------------------- */

static void
chosen_cb (GtkCheckButton *button, Entry *self)
{
  if (gtk_check_button_get_active (button))
    self->into = *(const gint64 *)g_object_get_data (G_OBJECT (button), "kli-id");
}

/* Returns: the button, for the next one to be in its group. */
static GtkWidget *
add_choice (Entry *self, GtkWidget *group, const char *title, const char *subtitle, gint64 id)
{
  g_autofree char *plain = kli_plain_line (title);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", plain, "use-markup", FALSE, "subtitle", subtitle, NULL);
  GtkWidget *button = gtk_check_button_new ();

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), group != NULL ? GTK_CHECK_BUTTON (group) : NULL);
  g_object_set_data_full (G_OBJECT (button), "kli-id", g_memdup2 (&id, sizeof id), g_free);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), id == self->into);
  g_signal_connect (button, "toggled", G_CALLBACK (chosen_cb), self);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->alike_rows, row);

  return button;
}

/* "Same phone number · Similar name". Returns: (transfer full) */
static char *
join_reasons (KliDuplicateReasons reasons)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; kli_duplicate_reasons[i] != 0; i++)
    if (reasons & kli_duplicate_reasons[i])
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? " · " : "",
                              _ (kli_duplicate_reason_label (kli_duplicate_reasons[i])));

  return g_string_free (joined, FALSE);
}

static gboolean
is_among (const GPtrArray *found, gint64 id)
{
  for (guint i = 0; i < found->len; i++)
    if (((const KliAlike *)g_ptr_array_index (found, i))->id == id)
      return TRUE;

  return FALSE;
}

static void
show_alike (Entry *self, const GPtrArray *found)
{
  GtkWidget *child, *button;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->alike_rows))) != NULL)
    gtk_list_box_remove (self->alike_rows, child);
  gtk_widget_set_visible (self->alike, found->len > 0);
  if (!is_among (found, self->into))
    self->into = 0;
  if (found->len == 0)
    return;
  button = add_choice (self, NULL, _ ("Add a new contact"), "", 0);
  for (guint i = 0; i < found->len; i++)
    {
      const KliAlike *alike = g_ptr_array_index (found, i);
      /* TRANSLATORS: %s is the name of a contact */
      g_autofree char *title = g_strdup_printf (_ ("Add to “%s”"), alike->name);
      g_autofree char *reasons = join_reasons (alike->reasons);

      add_choice (self, button, title, reasons, alike->id);
    }
}

static gpointer
find_func (KliConnection *connection, gpointer card, GCancellable *cancellable, GError **error)
{
  return kli_find_alike (connection, card, ALIKE_MAX, cancellable, error);
}

static void
whole_unref (gpointer data)
{
  kli_whole_unref (data);
}

static void
found_destroy (gpointer data)
{
  g_ptr_array_unref (data);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = kli_store_read_finish (KLI_STORE (source), result, &error);

  /* Without an answer it is added as before: nobody is kept from it. The window may be gone. */
  if (found != NULL)
    show_alike (user_data, found);
}

static gboolean
rested_cb (gpointer user_data)
{
  Entry *self = user_data;
  const KliSignature *signature = get_signature (self);

  self->rest = 0;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (signature != NULL)
    kli_store_read_async (self->store, find_func, kli_card_to_whole (signature->card), whole_unref, found_destroy,
                          self->cancellable, found_cb, self);

  return G_SOURCE_REMOVE;
}

/* --- reading -------------------------------------------------------------------------------------------- */

/* KliCardRowsFunc */
static void
changed_cb (gpointer user_data)
{
  Entry *self = user_data;
  const KliSignature *signature = get_signature (self);
  g_autofree char *name
      = g_strdup (signature != NULL ? kli_row_get_text (signature->card->contact, KLI_CONTACT_NAME) : "");

  kli_form_dialog_set_ready (self->dialog, *g_strstrip (name) != '\0');
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add (REST, rested_cb, self);
}

static void
show_card (Entry *self)
{
  KliSignature *signature = get_signature (self);

  gtk_widget_set_visible (GTK_WIDGET (self->rows), signature != NULL);
  if (signature != NULL)
    kli_card_rows_show (self->rows, signature, get_country (self), changed_cb, self);
  changed_cb (self);
}

static void
card_chosen_cb (AdwComboRow *row, GParamSpec *pspec, Entry *self)
{
  guint selected = adw_combo_row_get_selected (row);

  if (self->signatures == NULL || selected >= self->signatures->len || selected == self->current)
    return;
  self->current = selected;
  show_card (self);
}

/* Of several vCards one is shown at a time. */
static void
show_choice (Entry *self)
{
  guint n = self->signatures != NULL ? self->signatures->len : 0;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_clear_pointer (&self->choice, gtk_widget_unparent);
  gtk_widget_set_visible (GTK_WIDGET (self->which), n > 1);
  if (n < 2)
    return;
  for (guint i = 0; i < n; i++)
    {
      const KliSignature *signature = g_ptr_array_index (self->signatures, i);
      g_autofree char *name = kli_plain_line (kli_row_get_text (signature->card->contact, KLI_CONTACT_NAME));

      gtk_string_list_append (names, name);
    }
  self->choice = g_object_new (ADW_TYPE_COMBO_ROW, "title", C_ ("contact field", "Contact"), "model", names, NULL);
  g_signal_connect (self->choice, "notify::selected", G_CALLBACK (card_chosen_cb), self);
  adw_preferences_group_add (self->which, self->choice);
}

/* What was changed by hand in the rows is read anew with the text. */
static void
read_text (Entry *self)
{
  g_autofree char *text = NULL;
  g_autofree char *stripped = NULL;

  g_object_get (self->text, "text", &text, NULL);
  stripped = g_strstrip (g_strdup (text));
  g_clear_pointer (&self->signatures, g_ptr_array_unref);
  self->current = 0;
  if (*stripped != '\0')
    self->signatures = kli_signature_read_pasted (text, get_country (self), NULL);
  show_choice (self);
  show_card (self);
}

/* --- adding --------------------------------------------------------------------------------------------- */

static gboolean
added_cb (GtkWidget *widget, gint64 edit, gint64 subject, const GError *error, gpointer user_data)
{
  g_autofree char *sentence = error != NULL ? kli_error_sentence (error) : NULL;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (error == NULL && parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-contact", "x", subject);
  kli_form_dialog_finish (KLI_FORM_DIALOG (widget), sentence);

  return TRUE;
}

/* The operation takes a card of its own: if it is refused, the rows still have theirs. */
static void
accept_cb (KliFormDialog *dialog, Entry *self)
{
  KliSignature *signature = get_signature (self);
  g_autoptr (KliSignature) taken = NULL;

  if (signature == NULL)
    return;
  taken = kli_signature_copy (signature);
  kli_card_rows_settle (taken);
  kli_run_full (GTK_WIDGET (dialog),
                kli_take_card (g_steal_pointer (&taken->card), g_steal_pointer (&taken->organisation), self->into),
                self->into != 0 ? _ ("Added to the contact") : _ ("Contact added"), added_cb, NULL);
}

/* --- the window ----------------------------------------------------------------------------------------- */

static GtkWidget *
create_text (Entry *self)
{
  GtkWidget *view = g_object_new (GTK_TYPE_TEXT_VIEW, "wrap-mode", GTK_WRAP_WORD_CHAR, "accepts-tab", FALSE,
                                  "top-margin", 12, "bottom-margin", 12, "left-margin", 12, "right-margin", 12, NULL);
  GtkWidget *scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", view, "hexpand", TRUE, "vexpand", TRUE,
                                      "min-content-height", 140, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", _ ("Paste the signature of a mail, any text, or a vCard."),
                                   "wrap", TRUE, "xalign", 0.0f, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, C_ ("quick entry", "Text"), -1);
  gtk_widget_add_css_class (scrolled, "card");
  gtk_widget_add_css_class (label, "sub");
  gtk_widget_add_css_class (box, "quick-text");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), scrolled);
  self->text = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_signal_connect_swapped (self->text, "changed", G_CALLBACK (read_text), self);

  return box;
}

static void
create_card (Entry *self)
{
  self->alike = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->alike), _ ("Perhaps Already There"));
  self->alike_rows = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->alike_rows, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->alike_rows), "boxed-list");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->alike), GTK_WIDGET (self->alike_rows));
  gtk_widget_set_visible (self->alike, FALSE);
  self->which = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  kli_form_dialog_add_widget (self->dialog, self->alike);
  kli_form_dialog_add_widget (self->dialog, GTK_WIDGET (self->which));
  kli_form_dialog_add_widget (self->dialog, GTK_WIDGET (self->rows));
}

void
kli_quick_entry_present (GtkWidget *widget, const char *text)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  KliHost *host = kli_host_find (widget);
  GtkWidget *view;
  Entry *self;

  g_return_if_fail (GTK_IS_WINDOW (root) && host != NULL);

  if (kli_host_get_store (host) == NULL)
    return;
  self = g_new0 (Entry, 1);
  self->store = g_object_ref (kli_host_get_store (host));
  self->cancellable = g_cancellable_new ();
  self->dialog
      = kli_form_dialog_new (GTK_WINDOW (root), C_ ("window title", "New Contact from Text"), C_ ("button", "_Add"));
  g_object_set_data_full (G_OBJECT (self->dialog), "kli-entry", self, entry_free);
  view = create_text (self);
  kli_form_dialog_set_side (self->dialog, view);
  create_card (self);
  g_signal_connect (self->dialog, "accept", G_CALLBACK (accept_cb), self);
  /* Once it is known how numbers are written at home. */
  self->business = kli_live_business_of (self->store);
  self->business_changed = g_signal_connect_swapped (self->business, "changed", G_CALLBACK (read_text), self);
  if (text != NULL)
    gtk_text_buffer_set_text (self->text, text, -1);
  read_text (self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD);
}

/* --- where texts come from ------------------------------------------------------------------------------ */

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL && gtk_widget_get_root (widget) != NULL)
    kli_quick_entry_present (widget, text);
}

void
kli_quick_entry_paste (GtkWidget *widget)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);

  if (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_FILE_LIST))
    return;
  gdk_clipboard_read_text_async (clipboard, NULL, pasted_cb, g_object_ref (widget));
}

static gboolean
accept_drop_cb (GtkDropTarget *target, GdkDrop *drop, gpointer user_data)
{
  GdkContentFormats *formats = gdk_drop_get_formats (drop);

  return !gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST)
         && !gdk_content_formats_contain_mime_type (formats, "text/uri-list")
         && (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING)
             || gdk_content_formats_contain_mime_type (formats, "text/plain;charset=utf-8")
             || gdk_content_formats_contain_mime_type (formats, "text/plain"));
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  if (!G_VALUE_HOLDS_STRING (value) || g_value_get_string (value) == NULL)
    return FALSE;
  kli_quick_entry_present (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)), g_value_get_string (value));

  return TRUE;
}

void
kli_quick_entry_accept_drops (GtkWidget *widget)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY);

  g_signal_connect (target, "accept", G_CALLBACK (accept_drop_cb), NULL);
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), NULL);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}
