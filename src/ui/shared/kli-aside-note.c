/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says since when a record is out of the way. */
#include "ui/shared/kli-aside-note.h"

#include "core/kli-format.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-named.h"

#include <glib/gi18n.h>

struct _KliAsideNote
{
  GtkBox parent_instance;

  GtkImage *icon;
  GtkLabel *text;
  GtkButton *back;
};

G_DEFINE_FINAL_TYPE (KliAsideNote, kli_aside_note, GTK_TYPE_BOX)

static void
kli_aside_note_class_init (KliAsideNoteClass *klass)
{
}

static void
kli_aside_note_init (KliAsideNote *self)
{
  self->icon = GTK_IMAGE (gtk_image_new ());
  self->text = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->text, 0);
  gtk_label_set_wrap (self->text, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->text), TRUE);
  self->back = GTK_BUTTON (gtk_button_new ());
  gtk_button_set_use_underline (self->back, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->back), GTK_ALIGN_CENTER);

  gtk_box_set_spacing (GTK_BOX (self), 9);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->back));
  gtk_widget_add_css_class (GTK_WIDGET (self), "aside-note");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
kli_aside_note_new (const char *icon_name, const char *back, const char *action)
{
  KliAsideNote *self = g_object_new (KLI_TYPE_ASIDE_NOTE, NULL);

  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_button_set_label (self->back, back);
  /* GTK 4.8 says the words of a button without a mnemonic twice. */
  kli_accessible_set_name (GTK_ACCESSIBLE (self->back),
                           gtk_label_get_text (GTK_LABEL (gtk_button_get_child (self->back))));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->back), "x", (gint64)0);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->back), action);

  return GTK_WIDGET (self);
}

void
kli_aside_note_show (KliAsideNote *self, gint64 id, const char *text)
{
  g_return_if_fail (KLI_IS_ASIDE_NOTE (self));

  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  gtk_label_set_text (self->text, text != NULL ? text : "");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->back), "x", id);
}

char *
kli_aside_since (const char *format, gint64 since)
{
  g_autofree char *day = NULL;

  if (since == 0)
    return NULL;

  day = kli_format_day (kli_locale_day_of (since), KLI_DAY_STYLE_LONG, kli_locale_get_language ());

  return g_strdup_printf (format, day);
}

GtkWidget *
kli_trash_note_new (const char *action)
{
  return kli_aside_note_new ("user-trash-symbolic", C_ ("button", "Restore"), action);
}

char *
kli_trash_since (gint64 since)
{
  return kli_aside_since (_ ("In the trash since %s"), since);
}

void
kli_trash_note_show (KliAsideNote *self, gint64 id, gint64 since)
{
  g_autofree char *text = kli_trash_since (since);

  kli_aside_note_show (self, id, text);
}
