/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of people and organisations. A contact that is chosen is read first and shown then, so that the pane
 * never shows an empty card in between. */
#include "ui/contacts/kli-contacts-page.h"

#include "model/kli-contact.h"
#include "ui/contacts/kli-contact-deeds.h"
#include "ui/contacts/kli-contact-forms.h"
#include "ui/contacts/kli-contact-look.h"
#include "ui/contacts/kli-contact-pane.h"
#include "ui/shared/kli-detail-pane.h"
#include "ui/shared/kli-page.h"
#include "ui/shared/kli-sidebar-button.h"

struct _KliContactsPage
{
  AdwBin parent_instance;

  AdwLeaflet *leaflet;
  GtkWidget *list_pane;
  AdwHeaderBar *list_header;
  KliRecordList *list;
  GtkWidget *detail_pane;
  AdwHeaderBar *detail_header;
  GtkWidget *back;
  GtkWidget *menu;
  GtkStack *detail; /* "none", "contact" */
  AdwBin *slot;

  KliStore *store;
  GSettings *settings;
  KliContactPane *pane; /* borrowed: in the slot */
  gboolean in_detail;   /* what is seen of the two when folded */
  KliContact *contact;  /* chosen, maybe not read yet; NULL for none */
};

G_DEFINE_FINAL_TYPE (KliContactsPage, kli_contacts_page, ADW_TYPE_BIN)

/* What a menu offers for one contact: with a target of 0 for the one that is shown, with an id for a row. */
#define CONTACT_TRASH "contact.trash"
#define CONTACT_COPY "contact.copy"
#define CONTACT_CONTRACT "contact.new-contract"

static void
show_contact (KliContactsPage *self, KliContact *contact)
{
  kli_contact_pane_set_contact (self->pane, contact);
  gtk_stack_set_visible_child_name (self->detail, contact != NULL ? "contact" : "none");
  gtk_widget_set_visible (self->menu, contact != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), KLI_PAGE_PRINT, contact != NULL);
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
chosen_cb (KliContactsPage *self, gint64 id)
{
  if (self->contact != NULL && kli_record_get_id (KLI_RECORD (self->contact)) == id)
    return;

  g_clear_object (&self->contact);
  if (id == 0)
    {
      show_contact (self, NULL);
      return;
    }

  self->contact = kli_contact_new (self->store, id);
  g_signal_connect_object (self->contact, "notify::ready", G_CALLBACK (contact_ready_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->contact, "notify::gone", G_CALLBACK (contact_ready_cb), self, G_CONNECT_SWAPPED);
}

/* Side by side, a change of the visible child would only take the focus out of the list. */
static void
folded_cb (KliContactsPage *self)
{
  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child (self->leaflet, self->in_detail ? self->detail_pane : self->list_pane);
}

/* By a swipe, too. */
static void
visible_child_cb (KliContactsPage *self)
{
  if (adw_leaflet_get_folded (self->leaflet))
    self->in_detail = adw_leaflet_get_visible_child (self->leaflet) == self->detail_pane;
}

static void
set_in_detail (KliContactsPage *self, gboolean in_detail)
{
  self->in_detail = in_detail;
  folded_cb (self);
}

static void
opened_cb (KliContactsPage *self, gint64 id)
{
  set_in_detail (self, TRUE);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliContactsPage *self = KLI_CONTACTS_PAGE (widget);

  set_in_detail (self, FALSE);
  kli_record_list_search (self->list);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kli_contact_form_new (widget);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_in_detail (KLI_CONTACTS_PAGE (widget), FALSE);
}

/* F6: from the list to the card, and from there back to the sidebar. */
static void
next_pane_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliContactsPage *self = KLI_CONTACTS_PAGE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus != NULL && gtk_widget_is_ancestor (focus, self->list_pane) && !adw_leaflet_get_folded (self->leaflet))
    gtk_widget_child_focus (GTK_WIDGET (self->detail), GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_activate_action (widget, "win.focus-sidebar", NULL);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (KLI_CONTACTS_PAGE (widget)->pane), "card.print", NULL);
}

static void
contact_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliContactsPage *self = KLI_CONTACTS_PAGE (widget);
  gint64 id = g_variant_get_int64 (parameter);

  if (id == 0 && self->contact != NULL)
    id = kli_record_get_id (KLI_RECORD (self->contact));
  if (id == 0)
    return;

  if (g_str_equal (name, CONTACT_TRASH))
    kli_contact_move_to_trash (widget, id);
  else if (g_str_equal (name, CONTACT_COPY))
    kli_contact_copy_as_text (widget, id);
  else
    gtk_widget_activate_action (widget, "win.new-contract", "x", id);
}

static void
kli_contacts_page_dispose (GObject *object)
{
  KliContactsPage *self = KLI_CONTACTS_PAGE (object);

  g_clear_object (&self->contact);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (kli_contacts_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KliContactsPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, KliContactsPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, KliContactsPage, list_header);
  gtk_widget_class_bind_template_child (widget_class, KliContactsPage, list);
  gtk_widget_class_bind_template_child (widget_class, KliContactsPage, detail_pane);
  gtk_widget_class_bind_template_child (widget_class, KliContactsPage, detail_header);
  gtk_widget_class_bind_template_child (widget_class, KliContactsPage, back);
  gtk_widget_class_bind_template_child (widget_class, KliContactsPage, menu);
  gtk_widget_class_bind_template_child (widget_class, KliContactsPage, detail);
  gtk_widget_class_bind_template_child (widget_class, KliContactsPage, slot);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, visible_child_cb);
}

static void
kli_contacts_page_class_init (KliContactsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kli_contacts_page_dispose;

  g_type_ensure (KLI_TYPE_SIDEBAR_BUTTON);
  g_type_ensure (KLI_TYPE_RECORD_LIST);
  g_type_ensure (KLI_TYPE_DETAIL_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/klientela/Klientela/ui/kli-contacts-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, KLI_PAGE_SEARCH, NULL, search_action);
  gtk_widget_class_install_action (widget_class, KLI_PAGE_NEW, NULL, new_action);
  gtk_widget_class_install_action (widget_class, KLI_PAGE_BACK, NULL, back_action);
  gtk_widget_class_install_action (widget_class, KLI_PAGE_NEXT_PANE, NULL, next_pane_action);
  gtk_widget_class_install_action (widget_class, KLI_PAGE_PRINT, NULL, print_action);
  gtk_widget_class_install_action (widget_class, CONTACT_TRASH, "x", contact_action);
  gtk_widget_class_install_action (widget_class, CONTACT_COPY, "x", contact_action);
  gtk_widget_class_install_action (widget_class, CONTACT_CONTRACT, "x", contact_action);
}

static void
kli_contacts_page_init (KliContactsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  kli_frame_follow (self->leaflet, self->list_header, self->detail_header, self->back);
  self->pane = KLI_CONTACT_PANE (kli_contact_pane_new ());
  adw_bin_set_child (self->slot, GTK_WIDGET (self->pane));
  show_contact (self, NULL);
}

GtkWidget *
kli_contacts_page_new (KliStore *store)
{
  KliContactsPage *self;

  g_return_val_if_fail (KLI_IS_STORE (store), NULL);

  self = g_object_new (KLI_TYPE_CONTACTS_PAGE, NULL);
  self->store = g_object_ref (store);
  self->settings = g_settings_new ("org.klientela.Klientela");
  kli_contact_look_follow (self->settings);
  kli_record_list_set_up (self->list, &kli_contact_look, store);

  return GTK_WIDGET (self);
}

void
kli_contacts_page_show (KliContactsPage *self, gint64 id)
{
  g_return_if_fail (KLI_IS_CONTACTS_PAGE (self));

  kli_record_list_choose (self->list, id);
  set_in_detail (self, TRUE);
}

const KliQuery *
kli_contacts_page_get_query (KliContactsPage *self)
{
  g_return_val_if_fail (KLI_IS_CONTACTS_PAGE (self), NULL);

  return kli_record_list_get_query (self->list);
}
