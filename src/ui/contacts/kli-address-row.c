/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An address in a card. There is a row for every part; those that its country does not have are hidden while they are
 * empty, so that another country needs no other rows. */
#include "ui/contacts/kli-address-row.h"

#include "core/kli-address.h"
#include "core/kli-kinds.h"
#include "core/kli-part-words.h"
#include "ui/shared/kli-field-bind.h"
#include "ui/shared/kli-section.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define BUTTONS "kli-buttons" /* the box of them, on the row */

/* In an order that is right in every country. */
static const guint columns[]
    = { KLI_ADDRESS_STREET,   KLI_ADDRESS_HOUSE, KLI_ADDRESS_RT,     KLI_ADDRESS_RW,       KLI_ADDRESS_VILLAGE,
        KLI_ADDRESS_DISTRICT, KLI_ADDRESS_CITY,  KLI_ADDRESS_REGION, KLI_ADDRESS_POSTCODE, KLI_ADDRESS_COUNTRY };

static const char *
name_of (guint column)
{
  return kli_address_kind.columns[column].name;
}

static void
add_part (GtkWidget *row, gint64 contact, const KliRow *address, guint column)
{
  g_autofree char *path = g_strdup_printf ("addresses.%" G_GINT64_FORMAT ".%s", address->id, name_of (column));
  GtkWidget *field = kli_field_row_new (NULL, kli_address_column_name ("", column));

  kli_editor_row_bind (KLI_EDITOR_ROW (field), &kli_contact_kind, contact, path, NULL);
  kli_field_row_set_placeholder (KLI_FIELD_ROW (field), C_ ("empty field", "None"));
  g_object_set_data (G_OBJECT (row), name_of (column), field);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), field);
}

GtkWidget *
kli_address_row_new (gint64 contact, const KliRow *address)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("mark-location-symbolic");
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_widget_add_css_class (icon, "quiet");
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), icon);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_part (row, contact, address, columns[i]);
  /* One box: the room between them is that of the rows above. */
  gtk_box_append (GTK_BOX (buttons), kli_row_button_new ("edit-copy-symbolic", C_ ("address", "Copy"), "card.copy",
                                                         g_variant_new_int64 (address->id)));
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), buttons);
  g_object_set_data (G_OBJECT (row), BUTTONS, buttons);

  return row;
}

void
kli_address_row_add_button (GtkWidget *row, GtkWidget *button)
{
  g_return_if_fail (ADW_IS_EXPANDER_ROW (row));

  gtk_box_append (g_object_get_data (G_OBJECT (row), BUTTONS), button);
}

static gboolean
has_column (const char *country, guint column)
{
  for (const int *own = kli_address_columns (country); *own >= 0; own++)
    if (*own == (int)column)
      return TRUE;

  return FALSE;
}

/* A postal code that is none says why under its name, and is kept as it was typed. What is only begun is none yet. */
static const char *
check_postcode (const char *text, gboolean typing, const char *country)
{
  const char *reason = NULL;
  g_autofree char *normal = kli_address_postcode (country, text, &reason);

  return reason != NULL && !typing ? _ (reason) : NULL;
}

static void
show_part (GtkWidget *row, const KliRow *address, const char *country, guint column)
{
  KliFieldRow *field = g_object_get_data (G_OBJECT (row), name_of (column));
  const char *value = kli_row_get_text (address, column);
  const char *const *words = kli_address_column_words (country, column);
  static const char *const nothing[] = { NULL };

  kli_field_row_set_label (field, kli_address_column_name (country, column));
  kli_field_row_suggest (field, words != NULL ? words : nothing);
  kli_field_row_show (field, value);
  if (column == KLI_ADDRESS_POSTCODE)
    kli_field_row_set_check (field, check_postcode, country);
  gtk_widget_set_visible (GTK_WIDGET (field), *value != '\0' || has_column (country, column));
}

void
kli_address_row_show (GtkWidget *row, const KliRow *address, const char *home)
{
  const char *country = kli_address_country (address, home);
  g_autofree char *line = kli_address_line (address, home);
  g_autofree char *name = kli_address_name (address);

  g_return_if_fail (ADW_IS_EXPANDER_ROW (row) && address != NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), line);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), name);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    show_part (row, address, country, columns[i]);
}
