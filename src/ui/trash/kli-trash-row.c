/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the trash. */
#include "ui/trash/kli-trash-row.h"

#include "ui/shared/kli-aside-note.h"
#include "ui/shared/kli-named.h"
#include "ui/shared/kli-plain.h"

#include <glib/gi18n.h>

struct _KliTrashRow
{
  GtkBox parent_instance;

  GtkImage *icon;
  GtkLabel *name;
  GtkLabel *second;
  GtkWidget *restore;

  gint64 id; /* of the record it shows */
};

G_DEFINE_FINAL_TYPE (KliTrashRow, kli_trash_row, GTK_TYPE_BOX)

static void
restore_cb (KliTrashRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "trash.restore", "x", self->id);
}

static void
kli_trash_row_class_init (KliTrashRowClass *klass)
{
}

static GtkLabel *
create_label (const char *css_class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (label), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  kli_label_add_tooltip (label);

  return label;
}

static void
kli_trash_row_init (KliTrashRow *self)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->icon = GTK_IMAGE (gtk_image_new ());
  self->name = create_label ("name");
  self->second = create_label ("sub");
  self->restore = gtk_button_new_with_label (C_ ("button", "Restore"));
  gtk_widget_set_valign (self->restore, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_start (GTK_WIDGET (self->icon), 12);
  g_signal_connect_object (self->restore, "clicked", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);

  gtk_box_set_spacing (GTK_BOX (self), 15);
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (self->second));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (self), lines);
  gtk_box_append (GTK_BOX (self), self->restore);
}

GtkWidget *
kli_trash_row_new (void)
{
  return g_object_new (KLI_TYPE_TRASH_ROW, NULL);
}

static const char *
icon_name (const KliListRow *row)
{
  if (row->is_contract)
    return "kli-contract-symbolic";

  return row->is_organisation || row->is_household ? "system-users-symbolic" : "avatar-default-symbolic";
}

char *
kli_trash_row_describe (const KliListRow *record)
{
  g_autofree char *name = kli_plain_line (record->name);
  g_autofree char *since = kli_trash_since (record->instant);

  return g_strdup_printf ("%s, %s", name, since);
}

void
kli_trash_row_show (KliTrashRow *self, const KliListRow *record)
{
  g_autofree char *since = NULL, *name = NULL, *restore = NULL;

  g_return_if_fail (KLI_IS_TRASH_ROW (self));
  g_return_if_fail (record != NULL);

  since = kli_trash_since (record->instant);
  name = kli_plain_line (record->name);
  restore = g_strdup_printf (C_ ("accessible", "Restore “%s”"), name);
  self->id = record->id;
  gtk_image_set_from_icon_name (self->icon, icon_name (record));
  kli_label_set_plain (self->name, record->name);
  kli_label_set_plain (self->second, since);
  kli_accessible_set_name (GTK_ACCESSIBLE (self->restore), restore);
}
