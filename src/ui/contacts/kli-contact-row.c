/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the contact list, of fixed height. */
#include "ui/contacts/kli-contact-row.h"

#include "core/kli-contract.h"
#include "ui/contracts/kli-state-chip.h"
#include "ui/shared/kli-avatar-picture.h"
#include "ui/shared/kli-chip.h"
#include "ui/shared/kli-plain.h"

#include <glib/gi18n.h>

#define AVATAR_SIZE 40

struct _KliContactRow
{
  GtkBox parent_instance;

  KliAvatar *avatar;
  GtkInscription *name;
  GtkInscription *second;
  KliStateChip *state; /* of its contract; NULL before it had one */
  GtkWidget *second_line;
  GtkWidget *archived; /* the chip; NULL while the contact is not, as most are not */

  KliStore *store; /* owned */
};

G_DEFINE_FINAL_TYPE (KliContactRow, kli_contact_row, GTK_TYPE_BOX)

static GtkInscription *
create_line (const char *css_class)
{
  GtkInscription *line = GTK_INSCRIPTION (gtk_inscription_new (NULL));

  gtk_inscription_set_min_chars (line, 0);
  gtk_inscription_set_text_overflow (line, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (line), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (line), css_class);
  kli_inscription_add_tooltip (line);

  return line;
}

static void
kli_contact_row_dispose (GObject *object)
{
  g_clear_object (&KLI_CONTACT_ROW (object)->store);
  G_OBJECT_CLASS (kli_contact_row_parent_class)->dispose (object);
}

static void
kli_contact_row_class_init (KliContactRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kli_contact_row_dispose;
}

static void
kli_contact_row_init (KliContactRow *self)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->second_line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->avatar = KLI_AVATAR (kli_avatar_new (AVATAR_SIZE));
  self->name = create_line ("name");
  self->second = create_line ("sub");

  gtk_box_append (GTK_BOX (self->second_line), GTK_WIDGET (self->second));
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (lines), self->second_line);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->avatar));
  gtk_box_append (GTK_BOX (self), lines);
}

GtkWidget *
kli_contact_row_new (KliStore *store)
{
  KliContactRow *self;

  g_return_val_if_fail (KLI_IS_STORE (store), NULL);

  self = g_object_new (KLI_TYPE_CONTACT_ROW, NULL);
  self->store = g_object_ref (store);

  return GTK_WIDGET (self);
}

/* What stands under the name: what is recorded, or at least what kind of contact it is. */
static const char *
second_line (const KliListRow *row)
{
  if (*row->second != '\0')
    return row->second;

  if (row->is_household)
    return C_ ("contact kind", "Household");

  return row->is_organisation ? C_ ("contact kind", "Organization") : C_ ("contact kind", "Person");
}

char *
kli_contact_row_describe (const KliListRow *row, KliDay today)
{
  g_autofree char *name = NULL, *line = NULL, *second = NULL;
  KliContractState state;

  g_return_val_if_fail (row != NULL, NULL);

  name = kli_plain_line (row->name);
  line = kli_plain_line (second_line (row));
  second = row->is_archived ? g_strdup_printf ("%s, %s", line, C_ ("contact", "Archived")) : g_strdup (line);
  if (!kli_contract_state_from_id (row->state, &state))
    return g_strdup_printf ("%s, %s", name, second);

  /* Translators: read aloud for a row: %1$s is the name of a contact, %2$s its role and organization, %3$s the
     state of its contract. */
  return g_strdup_printf (C_ ("accessible", "%1$s, %2$s, contract: %3$s"), name, second,
                          kli_contract_state_name (state));
}

static void
show_state (KliContactRow *self, const char *state_id)
{
  KliContractState state;

  if (self->state == NULL && kli_contract_state_from_id (state_id, &state))
    {
      self->state = KLI_STATE_CHIP (kli_state_chip_new ());
      gtk_widget_add_css_class (GTK_WIDGET (self->state), "small");
      gtk_box_insert_child_after (GTK_BOX (self->second_line), GTK_WIDGET (self->state), GTK_WIDGET (self->second));
    }
  if (self->state != NULL)
    kli_state_chip_set_state (self->state, state_id, NULL);
}

/* Quiet, and with the word for it. */
static void
show_archived (KliContactRow *self, gboolean archived)
{
  if (archived == (self->archived != NULL))
    return;

  if (!archived)
    {
      gtk_box_remove (GTK_BOX (self->second_line), self->archived);
      gtk_widget_remove_css_class (GTK_WIDGET (self->name), "archived");
      self->archived = NULL;
      return;
    }
  self->archived = kli_chip_new (C_ ("contact", "Archived"));
  gtk_widget_add_css_class (self->archived, "small");
  gtk_widget_set_valign (self->archived, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->second_line), self->archived);
  gtk_widget_add_css_class (GTK_WIDGET (self->name), "archived");
}

void
kli_contact_row_show (GtkWidget *row, const KliListRow *contact)
{
  KliContactRow *self = KLI_CONTACT_ROW (row);

  g_return_if_fail (contact != NULL);

  kli_avatar_set_name (self->avatar, contact->name);
  kli_avatar_load_picture (self->avatar, self->store, contact->photo);
  kli_inscription_set_plain (self->name, contact->name);
  kli_inscription_set_plain (self->second, second_line (contact));
  show_state (self, contact->state);
  show_archived (self, contact->is_archived);
}
