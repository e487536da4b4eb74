/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of a contact's pane. */
#include "ui/contacts/kli-contact-head.h"

#include "core/kli-chat.h"
#include "core/kli-identifier-words.h"
#include "core/kli-kinds.h"
#include "core/kli-reach.h"
#include "ui/contacts/kli-contact-photo.h"
#include "ui/contacts/kli-contact-timeline.h"
#include "ui/shared/kli-aside-note.h"
#include "ui/shared/kli-avatar-picture.h"
#include "ui/shared/kli-chip.h"
#include "ui/shared/kli-named.h"
#include "ui/shared/kli-plain.h"
#include "ui/shared/kli-wrap-layout.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define AVATAR_SIZE 78

struct _KliContactHead
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *who;
  GtkMenuButton *photo;
  KliAvatar *avatar;
  GtkLabel *name;
  GtkLabel *role;
  GtkLabel *touch;
  GtkBox *tags;
  KliAsideNote *archived;
  KliAsideNote *trashed;
  GtkWidget *call;
  GtkWidget *write;
  GtkWidget *chat;
  GtkLabel *chat_label;
  GtkWidget *contract;

  gint64 id; /* of the contact; 0 before one is shown */
};

G_DEFINE_FINAL_TYPE (KliContactHead, kli_contact_head, GTK_TYPE_WIDGET)

static void
show_tags (KliContactHead *self, const KliWhole *whole)
{
  GtkWidget *child;
  const KliRow *tag;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->tags))) != NULL)
    gtk_box_remove (self->tags, child);
  for (guint i = 0; (tag = kli_whole_get_part (whole, &kli_contact_tag_kind, i)) != NULL; i++)
    {
      gint64 id = kli_row_get_integer (tag, KLI_CONTACT_TAG_TAG);

      gtk_box_append (self->tags,
                      kli_chip_new_coloured (kli_whole_get_name (whole, id), kli_whole_get_colour (whole, id)));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->tags), gtk_widget_get_first_child (GTK_WIDGET (self->tags)) != NULL);
}

static void
show_asides (KliContactHead *self, const KliRow *contact)
{
  g_autofree char *archived
      = kli_aside_since (_ ("Archived on %s"), kli_row_get_integer (contact, KLI_CONTACT_ARCHIVED_AT));

  kli_aside_note_show (self->archived, contact->id, archived);
  kli_trash_note_show (self->trashed, contact->id, contact->deleted_at);
}

/* @missing: why the button cannot be pressed when there is no such point. */
static void
tie_button (GtkWidget *button, KliContact *contact, const char *kind, const char *home, const char *missing)
{
  const KliRow *point = kli_contact_get_point (contact, kind);
  g_autofree char *uri
      = point != NULL ? kli_reach_link (point, kli_whole_get_root (kli_record_get_whole (KLI_RECORD (contact))), home)
                      : NULL;

  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button),
                                          uri != NULL ? g_variant_new_int64 (point->id) : g_variant_new_int64 (0));
  gtk_widget_set_sensitive (button, uri != NULL);
  gtk_widget_set_tooltip_text (button, uri != NULL ? kli_row_get_text (point, KLI_CONTACT_POINT_VALUE) : missing);
}

/* Its tax number stands behind the role. Returns: (transfer full) */
static char *
describe (KliContact *contact)
{
  static const char *const shown[] = { "nip", "npwp", NULL };
  const char *role = kli_contact_get_summary (contact);
  const KliRow *identifier;

  for (guint i = 0;
       (identifier = kli_whole_get_part (kli_record_get_whole (KLI_RECORD (contact)), &kli_identifier_kind, i)) != NULL;
       i++)
    {
      const char *kind = kli_row_get_text (identifier, KLI_IDENTIFIER_KIND);
      const char *value = kli_row_get_text (identifier, KLI_IDENTIFIER_VALUE);
      g_autofree char *number = kli_identifier_display (kind, value);

      if (g_strv_contains (shown, kind) && !kli_identifier_is_personal (kind, value))
        return g_strdup_printf ("%s%s%s %s", role, *role != '\0' ? " · " : "", kli_identifier_kind_name (kind), number);
    }

  return g_strdup (role);
}

/* Where one can write to at once: the first point with a chat, a preferred one before the others. Returns: (nullable)
 */
static const KliRow *
find_chat (const KliWhole *whole, const char *home)
{
  const KliRow *point, *first = NULL;

  for (guint i = 0; (point = kli_whole_get_part (whole, &kli_contact_point_kind, i)) != NULL; i++)
    {
      if (kli_reach_chat_name (point, home) == NULL)
        continue;
      if (kli_row_get_integer (point, KLI_CONTACT_POINT_PREFERRED) != 0)
        return point;
      if (first == NULL)
        first = point;
    }

  return first;
}

static void
tie_chat (KliContactHead *self, const KliRow *point, const char *home)
{
  const char *service = point != NULL ? kli_reach_chat_name (point, home) : kli_chat_name (KLI_CHAT_WHATSAPP);

  gtk_label_set_text (self->chat_label, service);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chat), GTK_ACCESSIBLE_PROPERTY_LABEL, service, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->chat), "x", point != NULL ? point->id : 0);
  gtk_widget_set_sensitive (self->chat, point != NULL);
  gtk_widget_set_tooltip_text (self->chat, point != NULL ? kli_row_get_text (point, KLI_CONTACT_POINT_VALUE)
                                                         : _ ("No mobile number or chat recorded"));
}

static void
show_touch (KliContactHead *self, KliContact *contact)
{
  g_autofree char *last = kli_contact_timeline_last (kli_record_get_whole (KLI_RECORD (contact)),
                                                     kli_store_get_today (kli_record_get_store (KLI_RECORD (contact))));

  kli_label_set_plain (self->touch, last != NULL ? last : "");
  gtk_widget_set_visible (GTK_WIDGET (self->touch), last != NULL);
}

void
kli_contact_head_show (KliContactHead *self, KliContact *contact, const char *home)
{
  const char *name;
  g_autofree char *role = NULL;

  g_return_if_fail (KLI_IS_CONTACT_HEAD (self));
  g_return_if_fail (kli_record_get_whole (KLI_RECORD (contact)) != NULL);

  name = kli_contact_get_name (contact);
  role = describe (contact);
  self->id = kli_record_get_id (KLI_RECORD (contact));
  kli_avatar_set_name (self->avatar, name);
  kli_avatar_load_picture (self->avatar, kli_record_get_store (KLI_RECORD (contact)),
                           kli_record_get_text (KLI_RECORD (contact), KLI_CONTACT_PHOTO));
  kli_label_set_plain (self->name, name);
  kli_label_set_plain (self->role, role);
  gtk_widget_set_visible (GTK_WIDGET (self->role), *role != '\0');
  show_touch (self, contact);
  show_tags (self, kli_record_get_whole (KLI_RECORD (contact)));
  show_asides (self, kli_whole_get_root (kli_record_get_whole (KLI_RECORD (contact))));
  tie_button (self->call, contact, "phone", home, _ ("No phone number recorded"));
  tie_button (self->write, contact, "mail", home, _ ("No email address recorded"));
  tie_chat (self, find_chat (kli_record_get_whole (KLI_RECORD (contact)), home), home);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->contract), "x", kli_record_get_id (KLI_RECORD (contact)));
}

/* A file or a picture that is dropped on the avatar becomes the photo; dropped elsewhere, a file is imported. */
static gboolean
dropped_cb (KliContactHead *self, const GValue *value)
{
  if (self->id == 0)
    return FALSE;

  if (G_VALUE_HOLDS (value, GDK_TYPE_TEXTURE))
    kli_contact_photo_set_texture (GTK_WIDGET (self), self->id, g_value_get_object (value));
  else
    kli_contact_photo_set_file (GTK_WIDGET (self), self->id, ((GSList *)g_value_get_boxed (value))->data);

  return TRUE;
}

static void
add_drop_target (KliContactHead *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType types[] = { GDK_TYPE_FILE_LIST, GDK_TYPE_TEXTURE };

  gtk_drop_target_set_gtypes (drop, types, G_N_ELEMENTS (types));
  g_signal_connect_object (drop, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->photo), GTK_EVENT_CONTROLLER (drop));
}

static void
kli_contact_head_dispose (GObject *object)
{
  KliContactHead *self = KLI_CONTACT_HEAD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), KLI_TYPE_CONTACT_HEAD);
  G_OBJECT_CLASS (kli_contact_head_parent_class)->dispose (object);
}

static void
kli_contact_head_class_init (KliContactHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (KLI_TYPE_WRAP_LAYOUT);
  G_OBJECT_CLASS (klass)->dispose = kli_contact_head_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/klientela/Klientela/ui/kli-contact-head.ui");
  gtk_widget_class_bind_template_child (widget_class, KliContactHead, box);
  gtk_widget_class_bind_template_child (widget_class, KliContactHead, who);
  gtk_widget_class_bind_template_child (widget_class, KliContactHead, photo);
  gtk_widget_class_bind_template_child (widget_class, KliContactHead, name);
  gtk_widget_class_bind_template_child (widget_class, KliContactHead, role);
  gtk_widget_class_bind_template_child (widget_class, KliContactHead, touch);
  gtk_widget_class_bind_template_child (widget_class, KliContactHead, tags);
  gtk_widget_class_bind_template_child (widget_class, KliContactHead, call);
  gtk_widget_class_bind_template_child (widget_class, KliContactHead, write);
  gtk_widget_class_bind_template_child (widget_class, KliContactHead, chat);
  gtk_widget_class_bind_template_child (widget_class, KliContactHead, chat_label);
  gtk_widget_class_bind_template_child (widget_class, KliContactHead, contract);
}

static KliAsideNote *
add_aside (KliContactHead *self, GtkWidget *note)
{
  gtk_box_insert_child_after (GTK_BOX (self->box), note, self->who);

  return KLI_ASIDE_NOTE (note);
}

static void
kli_contact_head_init (KliContactHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->archived = add_aside (
      self, kli_aside_note_new ("package-x-generic-symbolic", C_ ("button", "_Bring Back"), "contact.unarchive"));
  self->trashed = add_aside (self, kli_trash_note_new ("card.restore"));
  self->avatar = KLI_AVATAR (kli_avatar_new (AVATAR_SIZE));
  gtk_menu_button_set_child (self->photo, GTK_WIDGET (self->avatar));
  kli_name_by_tooltips (GTK_WIDGET (self->photo));
  add_drop_target (self);
  kli_label_add_tooltip (self->name);
  kli_label_add_tooltip (self->role);
}
