/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of people and organisations. A contact that is chosen is read first and shown then, so that the pane
 * never shows an empty card in between. */
#include "ui/contacts/kli-contacts-page.h"

#include "model/kli-contact.h"
#include "store/kli-local-notes.h"
#include "ui/bulk/kli-bulk-form.h"
#include "ui/contacts/kli-contact-deeds.h"
#include "ui/contacts/kli-contact-forms.h"
#include "ui/contacts/kli-contact-look.h"
#include "ui/contacts/kli-contact-pane.h"
#include "ui/contacts/kli-contact-print.h"
#include "ui/contacts/kli-quick-entry.h"
#include "ui/contacts/kli-share-dialog.h"
#include "ui/duplicates/kli-merge-dialog.h"
#include "ui/filter/kli-filter-bar.h"
#include "ui/shared/kli-later.h"
#include "ui/shared/kli-named.h"
#include "ui/shared/kli-page.h"
#include "ui/shared/kli-painted.h"

#include <glib/gi18n.h>

struct _KliContactsPage
{
  KliListDetail parent_instance;

  GSettings *settings;
  GtkStack *details;    /* "none", and the pane */
  KliContactPane *pane; /* NULL before a contact was chosen for the first time */
  KliContact *contact;  /* chosen, maybe not read yet; NULL for none */
};

G_DEFINE_FINAL_TYPE (KliContactsPage, kli_contacts_page, KLI_TYPE_LIST_DETAIL)

/* What a menu offers for one contact. */
#define CONTACT_TRASH "contact.trash"
#define CONTACT_ARCHIVE "contact.archive"
#define CONTACT_UNARCHIVE "contact.unarchive"
#define CONTACT_COPY "contact.copy"
#define CONTACT_CONTRACT "contact.new-contract"
#define CONTACT_HAND_OVER "contact.hand-over"
#define CONTACT_PRINT "contact.print"
#define CONTACT_PDF "contact.save-pdf"
#define CONTACT_SHARE "contact.share"
#define CONTACT_CHANGES "contact.changes"

/* A text that is pasted while nothing is being typed: somebody to be added. */
#define CONTACTS_PASTE "contacts.paste"

static const KliListDeed deeds[] = {
  { NC_ ("menu", "New Con_tract"), CONTACT_CONTRACT, FALSE },
  { NC_ ("menu", "_Copy"), CONTACT_COPY, TRUE },
  { NC_ ("menu", "_Share…"), CONTACT_SHARE, FALSE },
  { NC_ ("menu", "_Print…"), CONTACT_PRINT, FALSE },
  { NC_ ("menu", "Save as P_DF…"), CONTACT_PDF, FALSE },
  { NC_ ("menu", "C_hanges"), CONTACT_CHANGES, FALSE },
  { NC_ ("menu", "_Hand Over…"), CONTACT_HAND_OVER, FALSE },
  { NC_ ("menu", "_Archive"), CONTACT_ARCHIVE, TRUE, kli_contact_may_be_archived },
  { NC_ ("menu", "_Bring Back"), CONTACT_UNARCHIVE, TRUE, kli_contact_may_be_brought_back },
  { NC_ ("menu", "_Move to Trash"), CONTACT_TRASH, FALSE, .key = GDK_KEY_Delete },
};

static const KliPageLook look = {
  .title = NC_ ("page", "Everyone"),
  .add = NC_ ("tooltip", "Add a new contact"),
  .menu = NC_ ("tooltip", "What can be done with this contact"),
  .deeds = deeds,
  .n_deeds = G_N_ELEMENTS (deeds),
};

static void
make_none (gpointer user_data)
{
  AdwBin *place = user_data;
  GtkWidget *none;

  if (adw_bin_get_child (place) != NULL)
    return;

  none = g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "avatar-default-symbolic", "title", _ ("Select a Contact"),
                       "description", _ ("Press Ctrl+F and type a name or a phone number."), NULL);
  adw_bin_set_child (place, none);
}

/* Nothing is chosen at the start. Its two sizes of letters, which nothing else there has, would delay the list. */
static void
none_needed_cb (GtkWidget *place)
{
  kli_when_painted (place, make_none, place);
}

static GtkWidget *
create_details (KliContactsPage *self)
{
  GtkWidget *none = g_object_new (KLI_TYPE_LATER, NULL);

  g_signal_connect (none, "needed", G_CALLBACK (none_needed_cb), NULL);
  self->details = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->details, none, "none");

  return GTK_WIDGET (self->details);
}

static void
ensure_pane (KliContactsPage *self)
{
  if (self->pane != NULL)
    return;

  self->pane = KLI_CONTACT_PANE (kli_contact_pane_new ());
  gtk_stack_add_named (self->details, GTK_WIDGET (self->pane), "contact");
  kli_name_by_tooltips (GTK_WIDGET (self->pane));
}

static void
show_contact (KliContactsPage *self, KliContact *contact)
{
  if (contact != NULL)
    ensure_pane (self);
  if (self->pane != NULL)
    kli_contact_pane_set_contact (self->pane, contact);
  gtk_stack_set_visible_child_name (self->details, contact != NULL ? "contact" : "none");
  kli_list_detail_set_filled (KLI_LIST_DETAIL (self), contact != NULL);
}

/* Read for the first time, or found to be gone. */
static void
contact_ready_cb (KliContactsPage *self, GParamSpec *pspec, KliContact *contact)
{
  if (contact != self->contact)
    return;

  if (kli_record_is_gone (KLI_RECORD (contact)))
    g_clear_object (&self->contact);
  show_contact (self, self->contact);
}

static void
kli_contacts_page_chosen (KliListDetail *page, gint64 id)
{
  KliContactsPage *self = KLI_CONTACTS_PAGE (page);

  if (self->contact != NULL && kli_record_get_id (KLI_RECORD (self->contact)) == id)
    return;

  g_clear_object (&self->contact);
  if (id == 0)
    {
      show_contact (self, NULL);
      return;
    }

  self->contact = kli_contact_new (kli_list_detail_get_store (page), id);
  g_signal_connect_object (self->contact, "notify::ready", G_CALLBACK (contact_ready_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->contact, "notify::gone", G_CALLBACK (contact_ready_cb), self, G_CONNECT_SWAPPED);
}

static void
kli_contacts_page_opened (KliListDetail *page, gint64 id)
{
  if (id != 0)
    kli_recent_note (kli_list_detail_get_store (page), id);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kli_contact_form_new (widget);
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kli_quick_entry_paste (widget);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliContactsPage *self = KLI_CONTACTS_PAGE (widget);

  if (self->contact != NULL)
    kli_contact_print (widget, kli_record_get_id (KLI_RECORD (self->contact)));
}

static void
hand_over (GtkWidget *widget, gint64 id)
{
  g_autoptr (KliAnswer) contact = kli_answer_new (&id, 1);

  kli_bulk_form_present (widget, KLI_BULK_HAND_OVER, contact);
}

static void
contact_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 id = g_variant_get_int64 (parameter);

  if (id == 0)
    return;

  if (g_str_equal (name, CONTACT_TRASH))
    kli_contact_move_to_trash (widget, id);
  else if (g_str_equal (name, CONTACT_ARCHIVE))
    kli_contact_archive (widget, id);
  else if (g_str_equal (name, CONTACT_UNARCHIVE))
    kli_contact_bring_back (widget, id);
  else if (g_str_equal (name, CONTACT_COPY))
    kli_contact_copy_as_text (widget, id);
  else if (g_str_equal (name, CONTACT_SHARE))
    kli_share_dialog_present (widget, id);
  else if (g_str_equal (name, CONTACT_PRINT))
    kli_contact_print (widget, id);
  else if (g_str_equal (name, CONTACT_HAND_OVER))
    hand_over (widget, id);
  else if (g_str_equal (name, CONTACT_PDF))
    kli_contact_save_pdf (widget, id);
  else if (g_str_equal (name, CONTACT_CHANGES))
    gtk_widget_activate_action (widget, "win.show-changes", "x", id);
  else
    gtk_widget_activate_action (widget, "win.new-contract", "x", id);
}

static const struct
{
  const char *action;
  KliBulkDeed deed;
} many_actions[] = {
  { KLI_CONTACTS_TAG_ADD, KLI_BULK_TAG_ADD }, { KLI_CONTACTS_TAG_REMOVE, KLI_BULK_TAG_REMOVE },
  { KLI_CONTACTS_SET, KLI_BULK_SET },         { KLI_CONTACTS_HAND_OVER, KLI_BULK_HAND_OVER },
  { KLI_CONTACTS_ARCHIVE, KLI_BULK_ARCHIVE }, { KLI_CONTACTS_UNARCHIVE, KLI_BULK_UNARCHIVE },
  { KLI_CONTACTS_TRASH, KLI_BULK_TRASH },
};

/* With all that are selected and shown at this moment. */
static void
many_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (KliAnswer) contacts = kli_record_list_dup_selected (kli_list_detail_get_list (KLI_LIST_DETAIL (widget)));

  for (guint i = 0; contacts != NULL && i < G_N_ELEMENTS (many_actions); i++)
    if (g_str_equal (many_actions[i].action, name))
      kli_bulk_form_present (widget, many_actions[i].deed, contacts);
}

/* The one that was made first stays, unless the person says otherwise. */
static void
merge_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (KliAnswer) contacts = kli_record_list_dup_selected (kli_list_detail_get_list (KLI_LIST_DETAIL (widget)));

  if (contacts == NULL || kli_answer_get_n_items (contacts) != 2)
    return;
  kli_merge_dialog_present (widget, MIN (kli_answer_get_id (contacts, 0), kli_answer_get_id (contacts, 1)),
                            MAX (kli_answer_get_id (contacts, 0), kli_answer_get_id (contacts, 1)), NULL);
}

static void
kli_contacts_page_dispose (GObject *object)
{
  KliContactsPage *self = KLI_CONTACTS_PAGE (object);

  g_clear_object (&self->contact);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (kli_contacts_page_parent_class)->dispose (object);
}

static void
kli_contacts_page_class_init (KliContactsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kli_contacts_page_dispose;
  KLI_LIST_DETAIL_CLASS (klass)->chosen = kli_contacts_page_chosen;
  KLI_LIST_DETAIL_CLASS (klass)->opened = kli_contacts_page_opened;

  gtk_widget_class_install_action (widget_class, KLI_PAGE_NEW, NULL, new_action);
  gtk_widget_class_install_action (widget_class, KLI_PAGE_PRINT, NULL, print_action);
  gtk_widget_class_install_action (widget_class, CONTACTS_PASTE, NULL, paste_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, CONTACTS_PASTE, NULL);
  gtk_widget_class_install_action (widget_class, CONTACT_TRASH, "x", contact_action);
  gtk_widget_class_install_action (widget_class, CONTACT_ARCHIVE, "x", contact_action);
  gtk_widget_class_install_action (widget_class, CONTACT_UNARCHIVE, "x", contact_action);
  gtk_widget_class_install_action (widget_class, CONTACT_COPY, "x", contact_action);
  gtk_widget_class_install_action (widget_class, CONTACT_PRINT, "x", contact_action);
  gtk_widget_class_install_action (widget_class, CONTACT_HAND_OVER, "x", contact_action);
  gtk_widget_class_install_action (widget_class, CONTACT_PDF, "x", contact_action);
  gtk_widget_class_install_action (widget_class, CONTACT_SHARE, "x", contact_action);
  gtk_widget_class_install_action (widget_class, CONTACT_CONTRACT, "x", contact_action);
  gtk_widget_class_install_action (widget_class, CONTACT_CHANGES, "x", contact_action);
  for (guint i = 0; i < G_N_ELEMENTS (many_actions); i++)
    gtk_widget_class_install_action (widget_class, many_actions[i].action, NULL, many_action);
  gtk_widget_class_install_action (widget_class, KLI_CONTACTS_MERGE, NULL, merge_action);
}

static void
kli_contacts_page_init (KliContactsPage *self)
{
  self->settings = g_settings_new ("org.klientela.Klientela");
  kli_contact_look_follow (self->settings);
}

GtkWidget *
kli_contacts_page_new (KliStore *store)
{
  KliContactsPage *self;

  g_return_val_if_fail (KLI_IS_STORE (store), NULL);

  self = g_object_new (KLI_TYPE_CONTACTS_PAGE, NULL);
  kli_list_detail_set_up (KLI_LIST_DETAIL (self), &look, &kli_contact_look, store, create_details (self));
  kli_quick_entry_accept_drops (GTK_WIDGET (kli_list_detail_get_list (KLI_LIST_DETAIL (self))));
  kli_record_list_set_bar (kli_list_detail_get_list (KLI_LIST_DETAIL (self)), kli_filter_bar_new (store));

  return GTK_WIDGET (self);
}
