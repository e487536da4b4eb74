/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row of an official number. */
#include "ui/contacts/kli-number-row.h"

#include "core/kli-identifier-words.h"
#include "core/kli-kinds.h"
#include "ui/contacts/kli-part-rows.h"
#include "ui/shared/kli-field-bind.h"

#include <glib/gi18n.h>

static const char *
check (const char *text, gboolean typing, const char *kind)
{
  return kli_identifier_warning (kind,
                                 typing ? kli_identifier_check_typed (kind, text) : kli_identifier_check (kind, text));
}

static const char *
icon_of (const char *kind)
{
  return kli_identifier_is_personal (kind, NULL) ? "auth-smartcard-symbolic" : "x-office-document-symbolic";
}

static GtkWidget *
new_menu (gint64 id)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuItem) label = g_menu_item_new (C_ ("official number", "What It Is For…"), NULL);
  g_autoptr (GMenuItem) remove = g_menu_item_new (_ ("Remove"), NULL);
  g_autofree char *path = g_strdup_printf ("identifiers.%" G_GINT64_FORMAT, id);

  g_menu_item_set_action_and_target (label, "card.label-number", "x", id);
  g_menu_item_set_action_and_target (remove, "card.set", "(ss)", path, "");
  g_menu_append_item (menu, label);
  g_menu_append_item (menu, remove);

  return kli_row_menu_button_new ("view-more-symbolic", C_ ("contact point", "Change or Remove"), G_MENU_MODEL (menu));
}

GtkWidget *
kli_number_row_new_empty (const char *kind)
{
  g_autoptr (KliRow) identifier = kli_row_new (&kli_identifier_kind);
  g_autofree char *name = NULL;
  GtkWidget *row;

  kli_row_set_text (identifier, KLI_IDENTIFIER_KIND, kind);
  name = kli_identifier_name (identifier);
  row = kli_field_row_new (icon_of (kind), name);
  kli_field_row_set_check (KLI_FIELD_ROW (row), check, kind);

  return row;
}

GtkWidget *
kli_number_row_new (const KliRow *identifier, gpointer part_rows)
{
  GtkWidget *row = kli_number_row_new_empty (kli_row_get_text (identifier, KLI_IDENTIFIER_KIND));
  g_autofree char *path = g_strdup_printf ("identifiers.%" G_GINT64_FORMAT ".value", identifier->id);

  kli_editor_row_bind (KLI_EDITOR_ROW (row), &kli_contact_kind, kli_part_rows_get_owner (part_rows), path, NULL);
  kli_field_row_add_suffix (KLI_FIELD_ROW (row),
                            kli_row_button_new ("edit-copy-symbolic", C_ ("contact point", "Copy"), "card.copy",
                                                g_variant_new_int64 (identifier->id)));
  kli_field_row_add_suffix (KLI_FIELD_ROW (row), new_menu (identifier->id));

  return row;
}

void
kli_number_row_show (GtkWidget *row, const KliRow *identifier)
{
  const char *kind = kli_row_get_text (identifier, KLI_IDENTIFIER_KIND);
  const char *value = kli_row_get_text (identifier, KLI_IDENTIFIER_VALUE);
  g_autofree char *name = kli_identifier_name (identifier);
  g_autofree char *shown = kli_identifier_shown (kind, value);

  /* Undoing can make it another kind. */
  kli_field_row_set_check (KLI_FIELD_ROW (row), check, kind);
  kli_field_row_set_label (KLI_FIELD_ROW (row), name);
  kli_field_row_set_value (KLI_FIELD_ROW (row), value, shown);
}
