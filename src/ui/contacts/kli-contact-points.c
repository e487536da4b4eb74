/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways to reach a contact, and its official numbers. */
#include "ui/contacts/kli-contact-points.h"

#include "core/kli-chat.h"
#include "core/kli-identifier-words.h"
#include "core/kli-kinds.h"
#include "core/kli-part-words.h"
#include "ui/contacts/kli-address-row.h"
#include "ui/contacts/kli-number-row.h"
#include "ui/contacts/kli-part-menu.h"
#include "ui/contacts/kli-part-rows.h"
#include "ui/contacts/kli-point-row.h"
#include "ui/shared/kli-field-bind.h"
#include "ui/shared/kli-section.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* More numbers than most companies have, and few enough to be there at once. */
#define FIRST_ROWS 40
#define MORE_ROWS 100

struct _KliContactPoints
{
  GtkWidget parent_instance;

  KliSection *section;
  KliPartRows *rows;
  GMenu *numbers; /* official numbers that can be added */
  char *country;  /* of the business; NULL when it is not known */
};

G_DEFINE_FINAL_TYPE (KliContactPoints, kli_contact_points, GTK_TYPE_WIDGET)

/* --- rows of addresses -------------------------------------------------------------------------- */

static const char *const address_labels[] = { "work", "home", "postal", "invoice", NULL };

static GtkWidget *
new_address_row (const KliRow *address, gpointer user_data)
{
  KliContactPoints *self = user_data;
  GtkWidget *row = kli_address_row_new (kli_part_rows_get_owner (self->rows), address);

  kli_address_row_add_button (row, kli_part_menu_button_new (row));

  return row;
}

static void
show_address (GtkWidget *row, const KliRow *address, const char *home)
{
  kli_address_row_show (row, address, home);
  kli_part_menu_fill (row, "addresses", address, address_labels,
                      kli_row_get_integer (address, KLI_ADDRESS_PREFERRED) != 0, NULL);
}

/* --- the whole -------------------------------------------------------------------------------- */

static void
append_numbers (GMenu *menu, const char *const *kinds)
{
  for (; *kinds != NULL; kinds++)
    kli_menu_append (menu, kli_identifier_kind_name (*kinds), "card.add", g_variant_new_string (*kinds));
}

/* Those of the country of the business first; those of natural persons only where they may be kept. */
static void
fill_numbers (KliContactPoints *self, const KliBusiness *business)
{
  static const char *const personal[] = { "pesel", "nik", NULL };
  static const char *const other[] = { "other", NULL };
  const char *country = business != NULL ? business->country : NULL;
  g_autoptr (GMenu) more = g_menu_new ();

  g_menu_remove_all (self->numbers);
  append_numbers (self->numbers, kli_identifier_kinds_at_home (country));
  append_numbers (more, kli_identifier_kinds_abroad (country));
  if (business != NULL && business->personal_numbers)
    append_numbers (more, personal);
  append_numbers (more, other);
  g_menu_append_submenu (self->numbers, C_ ("add", "More Numbers"), G_MENU_MODEL (more));
}

/* Those beyond the limit have no row yet. */
static void
show_part (KliContactPoints *self, const KliRow *part, const KliRow *contact)
{
  GtkWidget *row;

  if (part->kind == &kli_address_kind)
    {
      if ((row = kli_part_rows_take (self->rows, part, new_address_row, self)) != NULL)
        show_address (row, part, self->country);
    }
  else if (part->kind == &kli_identifier_kind)
    {
      if ((row = kli_part_rows_take (self->rows, part, kli_number_row_new, self->rows)) != NULL)
        kli_number_row_show (row, part);
    }
  else if ((row = kli_part_rows_take (self->rows, part, kli_point_row_new, self->rows)) != NULL)
    kli_point_row_show (row, part, contact, self->country);
}

void
kli_contact_points_show (KliContactPoints *self, const KliWhole *whole, const KliBusiness *business)
{
  static const KliKind *const kinds[] = { &kli_contact_point_kind, &kli_address_kind, &kli_identifier_kind };
  const char *country = business != NULL && *business->country != '\0' ? business->country : NULL;
  const KliRow *part;

  g_return_if_fail (KLI_IS_CONTACT_POINTS (self));
  g_return_if_fail (whole != NULL);

  g_free (self->country);
  self->country = g_strdup (country);
  kli_part_rows_begin (self->rows, kli_whole_get_root (whole)->id);
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; (part = kli_whole_get_part (whole, kinds[k], i)) != NULL; i++)
      show_part (self, part, kli_whole_get_root (whole));
  kli_part_rows_end (self->rows);
  fill_numbers (self, business);
}

void
kli_contact_points_show_more (KliContactPoints *self, const KliWhole *whole, const KliBusiness *business)
{
  GtkWidget *first;

  g_return_if_fail (KLI_IS_CONTACT_POINTS (self));

  kli_part_rows_raise_limit (self->rows, MORE_ROWS);
  kli_contact_points_show (self, whole, business);
  /* The row that had the keyboard says something else now, or is gone. */
  first = kli_part_rows_get_first_made (self->rows);
  if (first != NULL)
    gtk_widget_grab_focus (first);
}

void
kli_contact_points_begin (KliContactPoints *self, const char *kind, const char *label)
{
  g_return_if_fail (KLI_IS_CONTACT_POINTS (self));
  g_return_if_fail (kind != NULL && label != NULL);

  if (g_strv_contains (kli_identifier_kinds, kind))
    kli_part_rows_add (self->rows, kli_number_row_new_empty (kind), kind, "");
  else
    kli_part_rows_add (self->rows, kli_point_row_new_empty (kind, label, self->country), kind, label);
}

/* --- the object --------------------------------------------------------------------------------- */

static void
kli_contact_points_dispose (GObject *object)
{
  KliContactPoints *self = KLI_CONTACT_POINTS (object);
  GtkWidget *section = (GtkWidget *)g_steal_pointer (&self->section);

  g_clear_object (&self->rows);
  g_clear_object (&self->numbers);
  g_clear_pointer (&section, gtk_widget_unparent);
  G_OBJECT_CLASS (kli_contact_points_parent_class)->dispose (object);
}

static void
kli_contact_points_finalize (GObject *object)
{
  g_free (KLI_CONTACT_POINTS (object)->country);
  G_OBJECT_CLASS (kli_contact_points_parent_class)->finalize (object);
}

static void
kli_contact_points_class_init (KliContactPointsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = kli_contact_points_dispose;
  object_class->finalize = kli_contact_points_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

/* The chats are a menu of their own. Returns: (transfer full) */
static GMenu *
new_chat_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (KliChatService service = KLI_CHAT_OTHER + 1; service < KLI_N_CHAT_SERVICES; service++)
    {
      g_autofree char *target = g_strconcat ("chat|", kli_chat_label (service), NULL);

      kli_menu_append (menu, kli_chat_name (service), "card.add", g_variant_new_string (target));
    }
  kli_menu_append (menu, C_ ("add", "Other Chat"), "card.add", g_variant_new_string ("chat"));

  return menu;
}

/* Offered only to whom it can be given. */
static void
append_household (GMenu *menu)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (C_ ("add", "Household…"), "card.add-household");

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

static void
kli_contact_points_init (KliContactPoints *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) chats = new_chat_menu ();

  self->section = KLI_SECTION (kli_section_new (C_ ("contact", "Contact Details")));
  self->rows = kli_part_rows_new (self->section);
  kli_part_rows_set_limit (self->rows, FIRST_ROWS);
  self->numbers = g_menu_new ();
  gtk_widget_set_parent (GTK_WIDGET (self->section), GTK_WIDGET (self));
  g_menu_append (menu, C_ ("add", "Phone"), "card.add::phone");
  g_menu_append (menu, C_ ("add", "Email"), "card.add::mail");
  g_menu_append (menu, C_ ("add", "Website"), "card.add::url");
  g_menu_append_submenu (menu, C_ ("add", "Chat"), G_MENU_MODEL (chats));
  g_menu_append (menu, C_ ("add", "Address…"), "card.add::address");
  g_menu_append (menu, C_ ("contact field", "Anniversary"), "card.add::anniversary");
  g_menu_append (menu, C_ ("add", "Relation…"), "card.add-relation");
  append_household (menu);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (self->numbers));
  kli_section_set_add_menu (self->section, _ ("Add Contact Detail"), G_MENU_MODEL (menu));
}
