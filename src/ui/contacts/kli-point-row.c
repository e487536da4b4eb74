/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row of a contact point. */
#include "ui/contacts/kli-point-row.h"

#include "core/kli-kinds.h"
#include "core/kli-phone.h"
#include "core/kli-reach.h"
#include "ui/contacts/kli-contact-words.h"
#include "ui/contacts/kli-part-menu.h"
#include "ui/contacts/kli-part-rows.h"
#include "ui/shared/kli-field-bind.h"
#include "ui/shared/kli-named.h"

#include <glib/gi18n.h>

#define OPEN_BUTTON "kli-open"

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
  if (g_str_equal (kind, "chat"))
    return "chat-message-new-symbolic";

  return "web-browser-symbolic";
}

/* --- while it is typed -------------------------------------------------------------------------- */

/* @point: "phone|LABEL|COUNTRY" */
static const char *
check (const char *text, gboolean typing, const char *point)
{
  g_auto (GStrv) words = g_strsplit (point, "|", 3);
  const char *warning = kli_reach_warning (words[0], words[1], text, *words[2] != '\0' ? words[2] : NULL, typing);

  return warning != NULL ? _ (warning) : NULL;
}

static void
set_check (GtkWidget *row, const char *kind, const char *label, const char *home)
{
  g_auto (GStrv) words = g_strsplit (label, "|", -1);
  g_autofree char *whole = g_strjoinv ("/", words);
  g_autofree char *data = g_strdup_printf ("%s|%s|%s", kind, whole, home != NULL ? home : "");

  kli_field_row_set_check (KLI_FIELD_ROW (row), check, data);
}

/* --- the row ------------------------------------------------------------------------------------ */

GtkWidget *
kli_point_row_new_empty (const char *kind, const char *label, const char *home)
{
  g_autoptr (KliRow) point = kli_row_new (&kli_contact_point_kind);
  g_autofree char *name = NULL;
  GtkWidget *row;

  kli_row_set_text (point, KLI_CONTACT_POINT_KIND, kind);
  kli_row_set_text (point, KLI_CONTACT_POINT_LABEL, label);
  name = kli_point_name (point);
  row = kli_field_row_new (kli_point_icon (point), name);
  set_check (row, kind, label, home);

  return row;
}

GtkWidget *
kli_point_row_new (const KliRow *point, gpointer part_rows)
{
  const char *kind = kli_row_get_text (point, KLI_CONTACT_POINT_KIND);
  g_autofree char *path = g_strdup_printf ("points.%" G_GINT64_FORMAT ".value", point->id);
  GtkWidget *row = kli_point_row_new_empty (kind, kli_row_get_text (point, KLI_CONTACT_POINT_LABEL), NULL);
  GtkWidget *open
      = kli_row_button_new (open_icon (kind), open_name (kind), "card.open", g_variant_new_int64 (point->id));

  kli_editor_row_bind (KLI_EDITOR_ROW (row), &kli_contact_kind, kli_part_rows_get_owner (part_rows), path, NULL);
  kli_field_row_add_suffix (KLI_FIELD_ROW (row), kli_row_button_new ("edit-copy-symbolic", C_ ("contact point", "Copy"),
                                                                     "card.copy", g_variant_new_int64 (point->id)));
  kli_field_row_add_suffix (KLI_FIELD_ROW (row), open);
  kli_field_row_add_suffix (KLI_FIELD_ROW (row), kli_part_menu_button_new (row));
  g_object_set_data (G_OBJECT (row), OPEN_BUTTON, open);

  return row;
}

static char *
shown_value (const KliRow *point, const char *home)
{
  const char *normal = kli_row_get_text (point, KLI_CONTACT_POINT_NORMAL);

  if (g_str_equal (kli_row_get_text (point, KLI_CONTACT_POINT_KIND), "phone") && *normal == '+')
    return kli_phone_display (normal, home);

  return NULL;
}

/* @service: (nullable): its name, when it is one we know */
static void
name_chat_button (GtkWidget *button, const char *service)
{
  /* TRANSLATORS: %s is a service such as WhatsApp */
  g_autofree char *name
      = service != NULL ? g_strdup_printf (C_ ("tooltip", "Write on %s"), service) : g_strdup (open_name ("chat"));

  gtk_widget_set_tooltip_text (button, name);
  kli_accessible_set_name (GTK_ACCESSIBLE (button), name);
}

static void
show_open_button (GtkWidget *row, const KliRow *point, const KliRow *contact, const char *home)
{
  g_autofree char *link = kli_reach_link (point, contact, home);
  GtkWidget *open = g_object_get_data (G_OBJECT (row), OPEN_BUTTON);

  gtk_widget_set_visible (open, link != NULL);
  if (g_str_equal (kli_row_get_text (point, KLI_CONTACT_POINT_KIND), "chat"))
    name_chat_button (open, kli_reach_chat_name (point, home));
}

static void
show_menu (GtkWidget *row, const KliRow *point, const char *home)
{
  const char *kind = kli_row_get_text (point, KLI_CONTACT_POINT_KIND);
  const char *service = g_str_equal (kind, "chat") ? NULL : kli_reach_chat_name (point, home);
  /* TRANSLATORS: %s is a service such as WhatsApp */
  g_autofree char *chat = service != NULL ? g_strdup_printf (C_ ("menu", "Write on %s"), service) : NULL;

  kli_part_menu_fill (row, "points", point, kli_point_labels (kind),
                      kli_row_get_integer (point, KLI_CONTACT_POINT_PREFERRED) != 0, chat);
}

void
kli_point_row_show (GtkWidget *row, const KliRow *point, const KliRow *contact, const char *home)
{
  g_autofree char *name = kli_point_name (point);
  g_autofree char *starred = g_strdup_printf (C_ ("contact point", "%s · preferred"), name);
  g_autofree char *shown = shown_value (point, home);

  set_check (row, kli_row_get_text (point, KLI_CONTACT_POINT_KIND), kli_row_get_text (point, KLI_CONTACT_POINT_LABEL),
             home);
  kli_field_row_set_label (KLI_FIELD_ROW (row),
                           kli_row_get_integer (point, KLI_CONTACT_POINT_PREFERRED) != 0 ? starred : name);
  kli_field_row_set_value (KLI_FIELD_ROW (row), kli_row_get_text (point, KLI_CONTACT_POINT_VALUE), shown);
  show_open_button (row, point, contact, home);
  show_menu (row, point, home);
}
