/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The household on a card. What a person's card shows of it is read from the household itself, which is live. */
#include "ui/contacts/kli-contact-household.h"

#include "core/kli-kinds.h"
#include "core/kli-part-words.h"
#include "model/kli-contact.h"
#include "ui/shared/kli-avatar.h"
#include "ui/shared/kli-section.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _KliContactHousehold
{
  GtkWidget parent_instance;

  KliSection *section;
  KliContact *household; /* nullable: of the person that is shown */
  GSignalGroup *live;    /* of that */
  gint64 person;         /* 0: a household is shown */
  gint64 membership;     /* the part that says that the person lives there */
  char *home;            /* nullable */
  char *shown;           /* nullable: all that the rows say */
};

G_DEFINE_FINAL_TYPE (KliContactHousehold, kli_contact_household, GTK_TYPE_WIDGET)

/* Where letters go. Returns: (transfer full): "" without an address */
static char *
address_line (KliContactHousehold *self, const KliWhole *household)
{
  const KliRow *chosen = kli_whole_get_part (household, &kli_address_kind, 0);
  const KliRow *address;

  for (guint i = 0; (address = kli_whole_get_part (household, &kli_address_kind, i)) != NULL; i++)
    if (kli_row_get_integer (address, KLI_ADDRESS_PREFERRED) != 0)
      chosen = address;

  return chosen != NULL ? kli_address_line (chosen, self->home) : g_strdup ("");
}

/* A card is read anew for many reasons: the rows stay unless they are to say something else. */
static gboolean
is_shown (KliContactHousehold *self, const KliWhole *household)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *line = address_line (self, household);
  const KliRow *member;

  g_string_append_printf (text, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n%s\n%s", self->person, self->membership,
                          kli_row_get_text (kli_whole_get_root (household), KLI_CONTACT_NAME), line);
  for (guint i = 0; (member = kli_whole_get_part (household, &kli_household_member_kind, i)) != NULL; i++)
    g_string_append_printf (text, "\n%" G_GINT64_FORMAT " %s", member->id,
                            kli_whole_get_name (household, kli_row_get_integer (member, KLI_HOUSEHOLD_MEMBER_CONTACT)));
  if (g_strcmp0 (self->shown, text->str) == 0)
    return TRUE;
  g_free (self->shown);
  self->shown = g_string_free (g_steal_pointer (&text), FALSE);

  return FALSE;
}

static GtkWidget *
new_remove_button (const char *name, gint64 membership)
{
  g_autofree char *path = g_strdup_printf ("household.%" G_GINT64_FORMAT, membership);

  return kli_row_button_new ("list-remove-symbolic", name, "card.set", g_variant_new ("(ss)", path, ""));
}

static void
append_household (KliContactHousehold *self, const KliWhole *household)
{
  const KliRow *root = kli_whole_get_root (household);
  g_autofree char *line = address_line (self, household);

  kli_section_append (self->section,
                      kli_section_row_new (gtk_image_new_from_icon_name ("go-home-symbolic"),
                                           kli_row_get_text (root, KLI_CONTACT_NAME), line,
                                           new_remove_button (_ ("Leave the Household"), self->membership),
                                           "win.show-contact", g_variant_new_int64 (root->id)));
}

/* On the card of one of them the others. */
static void
append_members (KliContactHousehold *self, const KliWhole *household)
{
  const KliRow *member;

  for (guint i = 0; (member = kli_whole_get_part (household, &kli_household_member_kind, i)) != NULL; i++)
    {
      gint64 id = kli_row_get_integer (member, KLI_HOUSEHOLD_MEMBER_CONTACT);
      const char *name = kli_whole_get_name (household, id);
      GtkWidget *button = self->person == 0 ? new_remove_button (_ ("Take out of the Household"), member->id) : NULL;

      if (id != self->person)
        kli_section_append (
            self->section,
            kli_section_row_new (kli_named_avatar_new (28, name), name,
                                 kli_whole_is_in_trash (household, id) ? C_ ("contact", "in trash") : NULL, button,
                                 "win.show-contact", g_variant_new_int64 (id)));
    }
}

static void
fill (KliContactHousehold *self, const KliWhole *household)
{
  if (household == NULL || is_shown (self, household))
    return;
  kli_section_clear (self->section);
  if (self->person != 0)
    append_household (self, household);
  append_members (self, household);
  if (self->person == 0)
    kli_section_append (self->section,
                        kli_section_row_new (NULL, _ ("Dissolve the Household"),
                                             _ ("Everybody keeps the address and stays among your contacts; the "
                                                "household goes to the trash."),
                                             NULL, "card.dissolve-household", NULL));
}

static void
reloaded_cb (KliContactHousehold *self)
{
  if (self->household != NULL)
    fill (self, kli_record_get_whole (KLI_RECORD (self->household)));
}

const KliRow *
kli_contact_household_find (const KliWhole *person)
{
  const KliRow *member;

  g_return_val_if_fail (person != NULL, NULL);

  for (guint i = 0; (member = kli_whole_get_part (person, &kli_household_member_kind, i)) != NULL; i++)
    if (!kli_whole_is_in_trash (person, kli_row_get_integer (member, KLI_HOUSEHOLD_MEMBER_HOUSEHOLD)))
      return member;

  return NULL;
}

static void
follow (KliContactHousehold *self, KliStore *store, gint64 id)
{
  g_autoptr (KliContact) household = id != 0 ? kli_contact_new (store, id) : NULL;

  if (self->household != NULL && id == kli_record_get_id (KLI_RECORD (self->household)))
    return;
  g_set_object (&self->household, household);
  g_signal_group_set_target (self->live, household);
}

void
kli_contact_household_show (KliContactHousehold *self, KliStore *store, const KliWhole *whole, const char *home)
{
  const KliRow *root;
  const KliRow *membership;
  gboolean is_household;

  g_return_if_fail (KLI_IS_CONTACT_HOUSEHOLD (self));
  g_return_if_fail (KLI_IS_STORE (store) && whole != NULL);

  root = kli_whole_get_root (whole);
  is_household = g_str_equal (kli_row_get_text (root, KLI_CONTACT_KIND), "household");
  membership = is_household ? NULL : kli_contact_household_find (whole);
  g_free (self->home);
  self->home = g_strdup (home);
  self->person = is_household ? 0 : root->id;
  self->membership = membership != NULL ? membership->id : 0;
  gtk_widget_set_visible (GTK_WIDGET (self), is_household || membership != NULL);
  kli_section_set_title (self->section,
                         is_household ? C_ ("household", "Who Lives Here") : C_ ("contact", "Household"));
  follow (self, store, membership != NULL ? kli_row_get_integer (membership, KLI_HOUSEHOLD_MEMBER_HOUSEHOLD) : 0);
  if (is_household)
    fill (self, whole);
  else
    reloaded_cb (self);
}

/* --- the object --------------------------------------------------------------------------------- */

static void
kli_contact_household_dispose (GObject *object)
{
  KliContactHousehold *self = KLI_CONTACT_HOUSEHOLD (object);
  GtkWidget *section = (GtkWidget *)g_steal_pointer (&self->section);

  g_clear_object (&self->live);
  g_clear_object (&self->household);
  g_clear_pointer (&section, gtk_widget_unparent);
  G_OBJECT_CLASS (kli_contact_household_parent_class)->dispose (object);
}

static void
kli_contact_household_finalize (GObject *object)
{
  KliContactHousehold *self = KLI_CONTACT_HOUSEHOLD (object);

  g_free (self->home);
  g_free (self->shown);
  G_OBJECT_CLASS (kli_contact_household_parent_class)->finalize (object);
}

static void
kli_contact_household_class_init (KliContactHouseholdClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kli_contact_household_dispose;
  G_OBJECT_CLASS (klass)->finalize = kli_contact_household_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
kli_contact_household_init (KliContactHousehold *self)
{
  self->section = KLI_SECTION (kli_section_new (C_ ("contact", "Household")));
  kli_section_set_add (self->section, _ ("Add Somebody to the Household…"), "card.add-to-household");
  gtk_widget_set_parent (GTK_WIDGET (self->section), GTK_WIDGET (self));
  self->live = g_signal_group_new (KLI_TYPE_CONTACT);
  g_signal_group_connect_swapped (self->live, "reloaded", G_CALLBACK (reloaded_cb), self);
}

GtkWidget *
kli_contact_household_new (void)
{
  return g_object_new (KLI_TYPE_CONTACT_HOUSEHOLD, NULL);
}
