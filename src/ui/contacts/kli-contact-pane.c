/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything about one contact, edited in place. */
#include "ui/contacts/kli-contact-pane.h"

#include "core/kli-activity.h"
#include "core/kli-address.h"
#include "core/kli-duplicate.h"
#include "core/kli-reach.h"
#include "model/kli-live-business.h"
#include "operations/kli-record.h"
#include "operations/kli-trash.h"
#include "ui/contacts/kli-activity-form.h"
#include "ui/contacts/kli-affiliation-form.h"
#include "ui/contacts/kli-contact-about.h"
#include "ui/contacts/kli-contact-contracts.h"
#include "ui/contacts/kli-contact-forms.h"
#include "ui/contacts/kli-contact-head.h"
#include "ui/contacts/kli-contact-household.h"
#include "ui/contacts/kli-contact-merges.h"
#include "ui/contacts/kli-contact-photo.h"
#include "ui/contacts/kli-contact-points.h"
#include "ui/contacts/kli-contact-timeline.h"
#include "ui/contacts/kli-contact-words.h"
#include "ui/contacts/kli-household-form.h"
#include "ui/contacts/kli-own-section.h"
#include "ui/contacts/kli-relation-form.h"
#include "ui/duplicates/kli-alike-note.h"
#include "ui/duplicates/kli-merge-dialog.h"
#include "ui/shared/kli-host.h"
#include "ui/shared/kli-open-link.h"
#include "ui/shared/kli-pending.h"
#include "ui/shared/kli-run.h"

#include <glib/gi18n.h>

struct _KliContactPane
{
  GtkWidget parent_instance;

  GtkScrolledWindow *scroller;
  KliContactHead *head;
  KliContactPoints *points;
  KliOwnSection *own;
  GtkBox *contracts_slot;
  GtkBox *timeline_slot;
  KliContactAbout *about;
  KliSection *contracts;
  KliSection *merges; /* below all else */
  GtkBox *body;
  KliAlikeNote *alike; /* NULL before a contact was shown for the first time */
  KliSection *timeline;

  KliContact *contact;    /* nullable */
  GSignalGroup *record;   /* of whatever contact is shown */
  GSignalGroup *business; /* whose country is home to addresses; it may be read later than the contact */
};

G_DEFINE_FINAL_TYPE (KliContactPane, kli_contact_pane, GTK_TYPE_WIDGET)

static const KliWhole *
get_whole (KliContactPane *self)
{
  return self->contact != NULL ? kli_record_get_whole (KLI_RECORD (self->contact)) : NULL;
}

static gint64
get_id (KliContactPane *self)
{
  return self->contact != NULL ? kli_record_get_id (KLI_RECORD (self->contact)) : 0;
}

/* --- showing ------------------------------------------------------------------------------------ */

/* Returns: (nullable): NULL until it has been read. */
static const KliBusiness *
business_of (KliContactPane *self)
{
  return kli_live_business_get (kli_live_business_of (kli_record_get_store (KLI_RECORD (self->contact))));
}

static const char *
country_of (KliContactPane *self)
{
  const KliBusiness *business = business_of (self);

  return business != NULL && *business->country != '\0' ? business->country : NULL;
}

/* A person lives in one. */
static gboolean
can_found_household (const KliWhole *whole)
{
  return g_str_equal (kli_row_get_text (kli_whole_get_root (whole), KLI_CONTACT_KIND), "person")
         && kli_contact_household_find (whole) == NULL;
}

static void
compare_cb (KliContactPane *self, gint64 id, const char *why)
{
  if (get_id (self) != 0)
    kli_merge_dialog_present (GTK_WIDGET (self), MIN (get_id (self), id), MAX (get_id (self), id), why);
}

/* Under the head: who this may be, too. */
static void
show_alike (KliContactPane *self, const KliWhole *whole)
{
  if (self->alike == NULL)
    {
      /* TRANSLATORS: the contact that is shown may be the same as this other one */
      self->alike = KLI_ALIKE_NOTE (kli_alike_note_new (kli_record_get_store (KLI_RECORD (self->contact)),
                                                        _ ("Perhaps the same: %s"), C_ ("button", "Compare…")));
      gtk_box_insert_child_after (self->body, GTK_WIDGET (self->alike), GTK_WIDGET (self->head));
      g_signal_connect_object (self->alike, "open", G_CALLBACK (compare_cb), self, G_CONNECT_SWAPPED);
    }
  kli_alike_note_ask (self->alike,
                      kli_whole_get_root (whole)->deleted_at == 0 ? kli_whole_ref ((KliWhole *)whole) : NULL,
                      KLI_DUPLICATE_SCORE_MIN);
}

static void
show (KliContactPane *self)
{
  const KliWhole *whole = get_whole (self);

  if (whole == NULL)
    return;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.remove-photo",
                                 *kli_record_get_text (KLI_RECORD (self->contact), KLI_CONTACT_PHOTO) != '\0');
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.add-household", can_found_household (whole));
  kli_contact_head_show (self->head, self->contact, country_of (self));
  show_alike (self, whole);
  kli_contact_points_show (self->points, whole, business_of (self));
  kli_own_section_show (self->own, kli_record_get_whole (KLI_RECORD (self->contact)),
                        kli_record_get_store (KLI_RECORD (self->contact)));
  kli_contact_timeline_show (self->timeline, whole,
                             kli_store_get_today (kli_record_get_store (KLI_RECORD (self->contact))));
  kli_contact_fill_contracts (self->contracts, kli_record_get_store (KLI_RECORD (self->contact)), whole);
  kli_contact_fill_merges (self->merges, whole);
  kli_contact_about_show (self->about, kli_record_get_store (KLI_RECORD (self->contact)), whole, country_of (self));
}

void
kli_contact_pane_set_contact (KliContactPane *self, KliContact *contact)
{
  KliPending *pending;

  g_return_if_fail (KLI_IS_CONTACT_PANE (self));

  pending = kli_pending_of (GTK_WIDGET (self));
  if (contact != self->contact && pending != NULL)
    kli_pending_leave_all (pending);
  if (!g_set_object (&self->contact, contact))
    return;

  g_signal_group_set_target (self->record, contact);
  g_signal_group_set_target (
      self->business, contact != NULL ? kli_live_business_of (kli_record_get_store (KLI_RECORD (contact))) : NULL);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  if (self->alike != NULL)
    kli_alike_note_ask (self->alike, NULL, 0);
  show (self);
}

/* --- actions ------------------------------------------------------------------------------------ */

/* "points.ID.label", "work": an empty value clears a field and removes a part. */
static void
set_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliContactPane *self = KLI_CONTACT_PANE (widget);
  const char *path, *value;
  gboolean removes;

  g_variant_get (parameter, "(&s&s)", &path, &value);
  removes = *value == '\0' && strchr (path, '.') == strrchr (path, '.');
  if (get_id (self) != 0)
    kli_run (widget, kli_set_field (&kli_contact_kind, get_id (self), path, value), removes ? _ ("Removed") : NULL);
}

/* "phone", or with a label for what is added: "chat|telegram". */
static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliContactPane *self = KLI_CONTACT_PANE (widget);
  g_auto (GStrv) words = g_strsplit (g_variant_get_string (parameter, NULL), "|", 2);

  if (get_id (self) == 0 || words[0] == NULL)
    return;
  if (g_str_equal (words[0], "anniversary"))
    kli_contact_about_begin (self->about, KLI_CONTACT_ANNIVERSARY);
  else if (g_str_equal (words[0], "address"))
    kli_contact_form_address (widget, get_id (self), country_of (self));
  else if (kli_contact_form_is_for_number (words[0]))
    kli_contact_form_number (widget, get_id (self), words[0]);
  else
    kli_contact_points_begin (self->points, words[0], words[1] != NULL ? words[1] : "");
}

static void
add_form_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliContactPane *self = KLI_CONTACT_PANE (widget);

  if (get_id (self) == 0)
    return;
  if (g_str_equal (name, "card.add-tag"))
    kli_contact_form_tag (widget, get_id (self));
  else if (get_whole (self) != NULL && g_str_equal (name, "card.add-relation"))
    kli_relation_form_add (widget, get_whole (self));
  else if (get_whole (self) != NULL)
    kli_affiliation_form_add (widget, get_whole (self));
}

/* On a person's card, too, somebody comes into the household of that person. */
static void
add_to_household_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliContactPane *self = KLI_CONTACT_PANE (widget);
  const KliWhole *whole = get_whole (self);
  const KliRow *member = whole != NULL ? kli_contact_household_find (whole) : NULL;

  if (whole != NULL && g_str_equal (kli_row_get_text (kli_whole_get_root (whole), KLI_CONTACT_KIND), "household"))
    kli_household_form_add (widget, get_id (self));
  else if (member != NULL)
    kli_household_form_add (widget, kli_row_get_integer (member, KLI_HOUSEHOLD_MEMBER_HOUSEHOLD));
}

static void
add_household_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (get_whole (KLI_CONTACT_PANE (widget)) != NULL)
    kli_household_form_join (widget, get_whole (KLI_CONTACT_PANE (widget)));
}

static void
dissolve_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 id = get_id (KLI_CONTACT_PANE (widget));

  if (id != 0)
    kli_run (widget, kli_trash (&kli_contact_kind, &id, 1), _ ("Household dissolved"));
}

static const KliRow *
find_part (KliContactPane *self, GVariant *parameter)
{
  const KliWhole *whole = get_whole (self);

  return whole != NULL ? kli_whole_find_part (whole, g_variant_get_int64 (parameter)) : NULL;
}

static void
edit_affiliation_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliContactPane *self = KLI_CONTACT_PANE (widget);
  const KliRow *affiliation = find_part (self, parameter);

  if (affiliation != NULL)
    kli_affiliation_form_edit (widget, get_whole (self), affiliation);
}

/* --- activities --------------------------------------------------------------------------------- */

static void
log_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const KliWhole *whole = get_whole (KLI_CONTACT_PANE (widget));

  if (whole != NULL)
    kli_activity_form_add (widget, whole, "call", "out");
}

static void
edit_activity_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliContactPane *self = KLI_CONTACT_PANE (widget);
  const KliRow *activity = find_part (self, parameter);

  if (activity != NULL)
    kli_activity_form_edit (widget, get_whole (self), activity);
}

static void
earlier_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliContactPane *self = KLI_CONTACT_PANE (widget);

  if (get_whole (self) != NULL)
    kli_contact_timeline_show_earlier (self->timeline, get_whole (self),
                                       kli_store_get_today (kli_record_get_store (KLI_RECORD (self->contact))));
}

static void
more_parts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliContactPane *self = KLI_CONTACT_PANE (widget);

  if (get_whole (self) != NULL)
    kli_contact_points_show_more (self->points, get_whole (self), business_of (self));
}

/* --- reaching ----------------------------------------------------------------------------------- */

/* What is done when @action opens @point: a word of the store, "" for what is no touch. */
static const char *
channel_of (const KliRow *point, const char *action, const char *home)
{
  const char *kind = kli_row_get_text (point, KLI_CONTACT_POINT_KIND);

  if (g_str_equal (action, "card.chat") || g_str_equal (kind, "chat"))
    return kli_reach_chat_label (point, home);
  if (g_str_equal (kind, "phone"))
    return "call";

  return g_str_equal (kind, "mail") ? "mail" : "";
}

/* The card may show somebody else by then. */
static void
log_it_cb (KliContactPane *self, AdwToast *toast)
{
  kli_activity_form_add (GTK_WIDGET (self), g_object_get_data (G_OBJECT (toast), "kli-whole"),
                         g_object_get_data (G_OBJECT (toast), "kli-channel"), "out");
}

/* Never by itself: whether anybody answered is not known here. */
static void
offer_to_log (KliContactPane *self, const char *channel)
{
  KliHost *host = kli_host_find (GTK_WIDGET (self));
  g_autofree char *text = NULL;
  AdwToast *toast;

  if (host == NULL || *channel == '\0')
    return;
  /* TRANSLATORS: %1$s is a way to be in touch (“Call”, “WhatsApp”), %2$s a person */
  text = g_strdup_printf (C_ ("touch", "%1$s: %2$s"), kli_activity_channel_name (channel),
                          kli_contact_get_name (self->contact));
  toast = kli_host_offer (host, text, C_ ("toast button", "Log It"), G_CALLBACK (log_it_cb), self);
  g_object_set_data_full (G_OBJECT (toast), "kli-whole", kli_whole_ref ((KliWhole *)get_whole (self)),
                          (GDestroyNotify)kli_whole_unref);
  g_object_set_data_full (G_OBJECT (toast), "kli-channel", g_strdup (channel), g_free);
}

static void
edit_relation_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const KliRow *relation = find_part (KLI_CONTACT_PANE (widget), parameter);

  if (relation != NULL)
    kli_relation_form_edit (widget, get_whole (KLI_CONTACT_PANE (widget)), relation);
}

/* What a point is for, or the chat with it. */
static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliContactPane *self = KLI_CONTACT_PANE (widget);
  const KliRow *point = find_part (self, parameter);
  char *(*get_link) (const KliRow *, const KliRow *, const char *)
      = g_str_equal (name, "card.chat") ? kli_reach_chat_link : kli_reach_link;
  g_autofree char *uri
      = point != NULL ? get_link (point, kli_whole_get_root (get_whole (self)), country_of (self)) : NULL;

  if (kli_open_link (widget, uri))
    offer_to_log (self, channel_of (point, name, country_of (self)));
}

/* As it stands on a letter, under the name. Returns: (transfer full) */
static char *
address_block (KliContactPane *self, const KliRow *address)
{
  const char *name = kli_record_get_text (KLI_RECORD (self->contact), KLI_CONTACT_NAME);
  g_auto (GStrv) lines = kli_address_lines (address, name, country_of (self));

  return g_strjoinv ("\n", lines);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliContactPane *self = KLI_CONTACT_PANE (widget);
  const KliRow *part = find_part (self, parameter);
  KliHost *host = kli_host_find (widget);
  g_autofree char *text = NULL;

  if (part == NULL)
    return;
  if (part->kind == &kli_address_kind)
    text = address_block (self, part);
  else
    text = g_strdup (kli_row_get_text (part, part->kind == &kli_identifier_kind ? KLI_IDENTIFIER_VALUE
                                                                                : (guint)KLI_CONTACT_POINT_VALUE));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  if (host != NULL)
    kli_host_toast (host, _ ("Copied to the clipboard"));
}

static void
copy_text_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliHost *host = kli_host_find (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), g_variant_get_string (parameter, NULL));
  if (host != NULL)
    kli_host_toast (host, _ ("Copied to the clipboard"));
}

static void
label_number_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const KliRow *part = find_part (KLI_CONTACT_PANE (widget), parameter);

  if (part != NULL && part->kind == &kli_identifier_kind)
    kli_contact_form_number_label (widget, get_id (KLI_CONTACT_PANE (widget)), part);
}

static void
write_note_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kli_contact_about_write_note (KLI_CONTACT_PANE (widget)->about);
}

static void
edit_own_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kli_own_section_edit (KLI_CONTACT_PANE (widget)->own, g_variant_get_int64 (parameter));
}

static void
open_link_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kli_open_link (widget, g_variant_get_string (parameter, NULL));
}

static void
photo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 id = get_id (KLI_CONTACT_PANE (widget));

  if (id == 0)
    return;
  if (g_str_equal (name, "card.choose-photo"))
    kli_contact_photo_choose (widget, id);
  else if (g_str_equal (name, "card.paste-photo"))
    kli_contact_photo_paste (widget, id);
  else
    kli_contact_photo_remove (widget, id);
}

static void
restore_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 id = g_variant_get_int64 (parameter);

  kli_run (widget, kli_untrash (&kli_contact_kind, &id, 1), _ ("Restored from the trash"));
}

/* --- the object --------------------------------------------------------------------------------- */

static void
kli_contact_pane_dispose (GObject *object)
{
  KliContactPane *self = KLI_CONTACT_PANE (object);
  GtkWidget *child;

  g_clear_object (&self->record);
  g_clear_object (&self->business);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), KLI_TYPE_CONTACT_PANE);
  g_clear_object (&self->contact);
  G_OBJECT_CLASS (kli_contact_pane_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "card.set", "(ss)", set_action);
  gtk_widget_class_install_action (widget_class, "card.add", "s", add_action);
  gtk_widget_class_install_action (widget_class, "card.add-affiliation", NULL, add_form_action);
  gtk_widget_class_install_action (widget_class, "card.edit-affiliation", "x", edit_affiliation_action);
  gtk_widget_class_install_action (widget_class, "card.add-relation", NULL, add_form_action);
  gtk_widget_class_install_action (widget_class, "card.edit-relation", "x", edit_relation_action);
  gtk_widget_class_install_action (widget_class, "card.add-household", NULL, add_household_action);
  gtk_widget_class_install_action (widget_class, "card.add-to-household", NULL, add_to_household_action);
  gtk_widget_class_install_action (widget_class, "card.dissolve-household", NULL, dissolve_action);
  gtk_widget_class_install_action (widget_class, "card.add-tag", NULL, add_form_action);
  gtk_widget_class_install_action (widget_class, "card.open", "x", open_action);
  gtk_widget_class_install_action (widget_class, "card.chat", "x", open_action);
  gtk_widget_class_install_action (widget_class, "card.log-activity", NULL, log_action);
  gtk_widget_class_install_action (widget_class, "card.edit-activity", "x", edit_activity_action);
  gtk_widget_class_install_action (widget_class, "card.earlier-activities", NULL, earlier_action);
  gtk_widget_class_install_action (widget_class, "card.more-parts", NULL, more_parts_action);
  gtk_widget_class_install_action (widget_class, "card.copy", "x", copy_action);
  gtk_widget_class_install_action (widget_class, "card.copy-text", "s", copy_text_action);
  gtk_widget_class_install_action (widget_class, "card.label-number", "x", label_number_action);
  gtk_widget_class_install_action (widget_class, "card.edit-own", "x", edit_own_action);
  gtk_widget_class_install_action (widget_class, "card.open-link", "s", open_link_action);
  gtk_widget_class_install_action (widget_class, "card.write-note", NULL, write_note_action);
  gtk_widget_class_install_action (widget_class, "card.choose-photo", NULL, photo_action);
  gtk_widget_class_install_action (widget_class, "card.paste-photo", NULL, photo_action);
  gtk_widget_class_install_action (widget_class, "card.remove-photo", NULL, photo_action);
  gtk_widget_class_install_action (widget_class, "card.restore", "x", restore_action);
}

static void
kli_contact_pane_class_init (KliContactPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kli_contact_pane_dispose;

  g_type_ensure (KLI_TYPE_CONTACT_HEAD);
  g_type_ensure (KLI_TYPE_CONTACT_POINTS);
  g_type_ensure (KLI_TYPE_CONTACT_ABOUT);
  g_type_ensure (KLI_TYPE_OWN_SECTION);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/klientela/Klientela/ui/kli-contact-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, KliContactPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, KliContactPane, head);
  gtk_widget_class_bind_template_child (widget_class, KliContactPane, points);
  gtk_widget_class_bind_template_child (widget_class, KliContactPane, own);
  gtk_widget_class_bind_template_child (widget_class, KliContactPane, contracts_slot);
  gtk_widget_class_bind_template_child (widget_class, KliContactPane, timeline_slot);
  gtk_widget_class_bind_template_child (widget_class, KliContactPane, about);
  gtk_widget_class_bind_template_child (widget_class, KliContactPane, body);
  install_actions (widget_class);
}

static void
kli_contact_pane_init (KliContactPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->contracts = KLI_SECTION (kli_section_new (C_ ("contact", "Contracts")));
  gtk_widget_set_hexpand (GTK_WIDGET (self->contracts), TRUE);
  gtk_box_append (self->contracts_slot, GTK_WIDGET (self->contracts));
  self->merges = KLI_SECTION (kli_section_new (C_ ("contact", "Merged into This Card")));
  gtk_box_append (self->body, GTK_WIDGET (self->merges));
  g_object_bind_property (self->contracts, "visible", self->contracts_slot, "visible", G_BINDING_SYNC_CREATE);
  self->timeline = KLI_SECTION (kli_contact_timeline_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->timeline), TRUE);
  gtk_box_append (self->timeline_slot, GTK_WIDGET (self->timeline));
  self->record = g_signal_group_new (KLI_TYPE_CONTACT);
  g_signal_group_connect_swapped (self->record, "reloaded", G_CALLBACK (show), self);
  self->business = g_signal_group_new (KLI_TYPE_LIVE);
  g_signal_group_connect_swapped (self->business, "changed", G_CALLBACK (show), self);
}

GtkWidget *
kli_contact_pane_new (void)
{
  return g_object_new (KLI_TYPE_CONTACT_PANE, NULL);
}
