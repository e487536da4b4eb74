/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways to reach a contact, and its official numbers. */
#include "ui/contacts/kli-contact-points.h"

#include "core/kli-identifier-words.h"
#include "core/kli-kinds.h"
#include "core/kli-phone.h"
#include "ui/contacts/kli-address-row.h"
#include "ui/contacts/kli-contact-words.h"
#include "ui/contacts/kli-number-row.h"
#include "ui/contacts/kli-part-rows.h"
#include "ui/shared/kli-field-bind.h"
#include "ui/shared/kli-section.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _KliContactPoints
{
  GtkWidget parent_instance;

  KliSection *section;
  KliPartRows *rows;
  GMenu *numbers; /* official numbers that can be added */
};

G_DEFINE_FINAL_TYPE (KliContactPoints, kli_contact_points, GTK_TYPE_WIDGET)

/* --- menus of rows ------------------------------------------------------------------------------ */

static GVariant *
assignment (const char *list, gint64 id, const char *column, const char *value)
{
  g_autofree char *path = column != NULL ? g_strdup_printf ("%s.%" G_GINT64_FORMAT ".%s", list, id, column)
                                         : g_strdup_printf ("%s.%" G_GINT64_FORMAT, list, id);

  return g_variant_new ("(ss)", path, value);
}

static void
append_item (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static GMenu *
new_label_menu (const char *list, gint64 id, const char *const *labels)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; labels[i] != NULL; i++)
    append_item (menu, kli_label_name (labels[i]), "card.set", assignment (list, id, "label", labels[i]));
  append_item (menu, C_ ("label", "No Label"), "card.set", assignment (list, id, "label", ""));

  return menu;
}

#define MENU "kli-menu"

/* Of @row; fill_menu () says what is in it. */
static GtkWidget *
new_menu_button (GtkWidget *row)
{
  GMenu *menu = g_menu_new ();

  g_object_set_data_full (G_OBJECT (row), MENU, menu, g_object_unref);

  return kli_row_menu_button_new ("view-more-symbolic", C_ ("contact point", "Change or Remove"), G_MENU_MODEL (menu));
}

/* Changes the menu that there is: GTK asks for the surface of a popover that is destroyed under the pointer. */
static void
fill_menu (GtkWidget *row, const char *list, const KliRow *part, const char *const *labels, gboolean preferred)
{
  GMenu *menu = g_object_get_data (G_OBJECT (row), MENU);
  g_autoptr (GMenu) label_menu = new_label_menu (list, part->id, labels);
  g_autoptr (GMenu) last = g_menu_new ();

  g_menu_remove_all (menu);
  append_item (menu, preferred ? C_ ("menu", "No Longer Preferred") : C_ ("menu", "Make Preferred"), "card.set",
               assignment (list, part->id, "preferred", preferred ? "0" : "1"));
  g_menu_append_submenu (menu, C_ ("contact point", "Label"), G_MENU_MODEL (label_menu));
  append_item (last, _ ("Remove"), "card.set", assignment (list, part->id, NULL, ""));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
}

/* --- rows of points ----------------------------------------------------------------------------- */

static const char *
open_name (const char *kind)
{
  if (g_str_equal (kind, "phone"))
    return _ ("Call This Number");
  if (g_str_equal (kind, "mail"))
    return _ ("Write to This Address");

  return _ ("Open This Page");
}

static const char *
open_icon (const char *kind)
{
  if (g_str_equal (kind, "phone"))
    return "call-start-symbolic";
  if (g_str_equal (kind, "mail"))
    return "mail-unread-symbolic";

  return "web-browser-symbolic";
}

static char *
shown_value (const KliRow *point, const char *country)
{
  const char *normal = kli_row_get_text (point, KLI_CONTACT_POINT_NORMAL);

  if (g_str_equal (kli_row_get_text (point, KLI_CONTACT_POINT_KIND), "phone") && *normal == '+')
    return kli_phone_display (normal, country);

  return NULL;
}

static GtkWidget *
new_point_row (const KliRow *point, gpointer user_data)
{
  KliContactPoints *self = user_data;
  const char *kind = kli_row_get_text (point, KLI_CONTACT_POINT_KIND);
  g_autofree char *name = kli_point_name (point);
  g_autofree char *path = g_strdup_printf ("points.%" G_GINT64_FORMAT ".value", point->id);
  g_autofree char *uri = kli_point_uri (point);
  GtkWidget *row = kli_field_row_new (kli_point_icon (point), name);

  kli_editor_row_bind (KLI_EDITOR_ROW (row), &kli_contact_kind, kli_part_rows_get_owner (self->rows), path, NULL);
  kli_field_row_add_suffix (KLI_FIELD_ROW (row), kli_row_button_new ("edit-copy-symbolic", C_ ("contact point", "Copy"),
                                                                     "card.copy", g_variant_new_int64 (point->id)));
  if (uri != NULL)
    kli_field_row_add_suffix (KLI_FIELD_ROW (row), kli_row_button_new (open_icon (kind), open_name (kind), "card.open",
                                                                       g_variant_new_int64 (point->id)));
  kli_field_row_add_suffix (KLI_FIELD_ROW (row), new_menu_button (row));

  return row;
}

static void
show_point (GtkWidget *row, const KliRow *point, const char *country)
{
  g_autofree char *name = kli_point_name (point);
  g_autofree char *starred = g_strdup_printf (C_ ("contact point", "%s · preferred"), name);
  g_autofree char *shown = shown_value (point, country);
  gboolean preferred = kli_row_get_integer (point, KLI_CONTACT_POINT_PREFERRED) != 0;

  kli_field_row_set_label (KLI_FIELD_ROW (row), preferred ? starred : name);
  kli_field_row_set_value (KLI_FIELD_ROW (row), kli_row_get_text (point, KLI_CONTACT_POINT_VALUE), shown);
  fill_menu (row, "points", point, kli_point_labels (kli_row_get_text (point, KLI_CONTACT_POINT_KIND)), preferred);
}

/* --- rows of addresses -------------------------------------------------------------------------- */

static const char *const address_labels[] = { "work", "home", "postal", "invoice", NULL };

static GtkWidget *
new_address_row (const KliRow *address, gpointer user_data)
{
  KliContactPoints *self = user_data;
  GtkWidget *row = kli_address_row_new (kli_part_rows_get_owner (self->rows), address);

  kli_address_row_add_button (row, new_menu_button (row));

  return row;
}

static void
show_address (GtkWidget *row, const KliRow *address, const char *home)
{
  kli_address_row_show (row, address, home);
  fill_menu (row, "addresses", address, address_labels, kli_row_get_integer (address, KLI_ADDRESS_PREFERRED) != 0);
}

/* --- the whole -------------------------------------------------------------------------------- */

static void
append_numbers (GMenu *menu, const char *const *kinds)
{
  for (; *kinds != NULL; kinds++)
    append_item (menu, kli_identifier_kind_name (*kinds), "card.add", g_variant_new_string (*kinds));
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

void
kli_contact_points_show (KliContactPoints *self, const KliWhole *whole, const KliBusiness *business)
{
  const char *country = business != NULL && *business->country != '\0' ? business->country : NULL;
  const KliRow *part;

  g_return_if_fail (KLI_IS_CONTACT_POINTS (self));
  g_return_if_fail (whole != NULL);

  kli_part_rows_begin (self->rows, kli_whole_get_root (whole)->id);
  for (guint i = 0; (part = kli_whole_get_part (whole, &kli_contact_point_kind, i)) != NULL; i++)
    show_point (kli_part_rows_take (self->rows, part, new_point_row, self), part, country);
  for (guint i = 0; (part = kli_whole_get_part (whole, &kli_address_kind, i)) != NULL; i++)
    show_address (kli_part_rows_take (self->rows, part, new_address_row, self), part, country);
  for (guint i = 0; (part = kli_whole_get_part (whole, &kli_identifier_kind, i)) != NULL; i++)
    kli_number_row_show (kli_part_rows_take (self->rows, part, kli_number_row_new, self->rows), part);
  kli_part_rows_end (self->rows);
  fill_numbers (self, business);
}

void
kli_contact_points_begin (KliContactPoints *self, const char *kind)
{
  g_autoptr (KliRow) point = kli_row_new (&kli_contact_point_kind);
  g_autofree char *name = NULL;

  g_return_if_fail (KLI_IS_CONTACT_POINTS (self));

  if (g_strv_contains (kli_identifier_kinds, kind))
    {
      kli_part_rows_add (self->rows, kli_number_row_new_empty (kind), kind);
      return;
    }
  kli_row_set_text (point, KLI_CONTACT_POINT_KIND, kind);
  name = kli_point_name (point);
  kli_part_rows_add (self->rows, kli_field_row_new (kli_point_icon (point), name), kind);
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
kli_contact_points_class_init (KliContactPointsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = kli_contact_points_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
kli_contact_points_init (KliContactPoints *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  self->section = KLI_SECTION (kli_section_new (C_ ("contact", "Contact Details")));
  self->rows = kli_part_rows_new (self->section);
  self->numbers = g_menu_new ();
  gtk_widget_set_parent (GTK_WIDGET (self->section), GTK_WIDGET (self));
  g_menu_append (menu, C_ ("add", "Phone"), "card.add::phone");
  g_menu_append (menu, C_ ("add", "Email"), "card.add::mail");
  g_menu_append (menu, C_ ("add", "Website"), "card.add::url");
  g_menu_append (menu, C_ ("add", "Chat"), "card.add::chat");
  g_menu_append (menu, C_ ("add", "Address…"), "card.add::address");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (self->numbers));
  kli_section_set_add_menu (self->section, _ ("Add Contact Detail"), G_MENU_MODEL (menu));
}
