/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known about a contact beside how to reach it. */
#include "ui/contacts/kli-contact-about.h"

#include "core/kli-kinds.h"
#include "ui/contacts/kli-contact-affiliations.h"
#include "ui/contacts/kli-contact-household.h"
#include "ui/contacts/kli-contact-relations.h"
#include "ui/contacts/kli-manager-row.h"
#include "ui/contacts/kli-name-rows.h"
#include "ui/shared/kli-chip.h"
#include "ui/shared/kli-field-bind.h"
#include "ui/shared/kli-section.h"
#include "ui/shared/kli-text-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct
{
  guint column;
  const char *name;
  const char *icon;        /* NULL: a part of the name, inside the row that opens */
  gboolean of_persons;     /* means nothing for an organisation */
  gboolean only_if_filled; /* comes from imports, or is added first */
} Field;

static const Field fields[] = {
  { KLI_CONTACT_NAME, NC_ ("contact field", "Name"), "avatar-default-symbolic", FALSE, FALSE },
  { KLI_CONTACT_PREFIX, NC_ ("contact field", "Title before the name"), NULL, TRUE, FALSE },
  { KLI_CONTACT_GIVEN, NC_ ("contact field", "First name"), NULL, TRUE, FALSE },
  { KLI_CONTACT_ADDITIONAL, NC_ ("contact field", "Further names"), NULL, TRUE, FALSE },
  { KLI_CONTACT_FAMILY, NC_ ("contact field", "Surname"), NULL, TRUE, FALSE },
  { KLI_CONTACT_SUFFIX, NC_ ("contact field", "Title after the name"), NULL, TRUE, FALSE },
  { KLI_CONTACT_NICKNAME, NC_ ("contact field", "Nickname"), "user-available-symbolic", FALSE, FALSE },
  { KLI_CONTACT_BIRTHDAY, NC_ ("contact field", "Birthday"), "x-office-calendar-symbolic", TRUE, FALSE },
  { KLI_CONTACT_ANNIVERSARY, NC_ ("contact field", "Anniversary"), "x-office-calendar-symbolic", FALSE, TRUE },
  { KLI_CONTACT_COMPANY, NC_ ("contact field", "Company"), "system-users-symbolic", FALSE, TRUE },
  { KLI_CONTACT_JOB, NC_ ("contact field", "Job title"), "system-users-symbolic", FALSE, TRUE },
};

#define N_FIELDS G_N_ELEMENTS (fields)

struct _KliContactAbout
{
  GtkWidget parent_instance;

  KliSection *details;
  GtkWidget *name_parts;  /* the row that opens */
  KliNameRows *name_rows; /* borrowed from it */
  GtkWidget *staff[KLI_N_STAFF_ROLES];
  GtkWidget *rows[N_FIELDS];
  KliSection *affiliations;
  KliSection *relations;
  GtkWidget *household;
  KliSection *tags;
  KliSection *note_section;
  GtkWidget *note;
  KliSection *extras;
  gint64 contact;
  GtkWidget *begun; /* (nullable): the row of a field that is shown though it is empty */
};

G_DEFINE_FINAL_TYPE (KliContactAbout, kli_contact_about, GTK_TYPE_WIDGET)

/* --- fields ------------------------------------------------------------------------------------- */

static void
add_field (KliContactAbout *self, guint i)
{
  const char *name = g_dpgettext2 (NULL, "contact field", fields[i].name);
  const KliColumn *column = &kli_contact_kind.columns[fields[i].column];

  self->rows[i] = kli_field_row_new (fields[i].icon, name);
  kli_editor_row_bind (KLI_EDITOR_ROW (self->rows[i]), &kli_contact_kind, self->contact, column->name,
                       kli_field_codec_for (column->type));
  kli_field_row_set_placeholder (KLI_FIELD_ROW (self->rows[i]), C_ ("empty field", "None"));
  if (fields[i].icon == NULL)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (self->name_parts), self->rows[i]);
  else
    kli_section_append (self->details, self->rows[i]);
}

/* Another contact gets new rows: a value that is on its way for the old one stays with the old row. */
static void
make_fields (KliContactAbout *self, gint64 contact)
{
  GtkWidget *image = gtk_image_new_from_icon_name ("avatar-default-symbolic");

  kli_section_clear (self->details);
  self->begun = NULL;
  self->contact = contact;
  self->name_parts = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name_parts), _ ("Parts of the Name"));
  gtk_widget_add_css_class (image, "quiet");
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self->name_parts), image);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      add_field (self, i);
      if (i > 0)
        continue;
      kli_section_append (self->details, self->name_parts);
      self->name_rows = kli_name_rows_new (self->details, ADW_EXPANDER_ROW (self->name_parts), contact);
    }
  for (guint i = 0; i < KLI_N_STAFF_ROLES; i++)
    {
      self->staff[i] = kli_manager_row_new (kli_staff_roles[i]);
      kli_section_append (self->details, self->staff[i]);
    }

  kli_section_clear (self->note_section);
  self->note = kli_text_row_new (C_ ("contact", "Note"), _ ("Write a note"));
  kli_editor_row_bind (KLI_EDITOR_ROW (self->note), &kli_contact_kind, contact, "note", NULL);
  kli_section_append (self->note_section, self->note);
}

static const char *
name_label (const KliRow *contact)
{
  const char *kind = kli_row_get_text (contact, KLI_CONTACT_KIND);

  if (g_str_equal (kind, "household"))
    return C_ ("household field", "Name on letters");

  return g_str_equal (kind, "person") ? C_ ("contact field", "Full name") : C_ ("organization field", "Name");
}

static void
show_fields (KliContactAbout *self, const KliRow *contact)
{
  gboolean is_person = g_str_equal (kli_row_get_text (contact, KLI_CONTACT_KIND), "person");

  for (guint i = 0; i < N_FIELDS; i++)
    {
      const char *value = kli_row_get_text (contact, fields[i].column);
      gboolean filled = *value != '\0';

      if (fields[i].column == KLI_CONTACT_NAME)
        kli_field_row_set_label (KLI_FIELD_ROW (self->rows[i]), name_label (contact));
      kli_field_row_show (KLI_FIELD_ROW (self->rows[i]), value);
      gtk_widget_set_visible (self->rows[i],
                              filled || self->rows[i] == self->begun
                                  || !(fields[i].only_if_filled || (fields[i].of_persons && !is_person)));
    }
  gtk_widget_set_visible (self->name_parts, is_person);
  kli_text_row_set_value (KLI_TEXT_ROW (self->note), kli_row_get_text (contact, KLI_CONTACT_NOTE));
}

/* --- tags and foreign data ---------------------------------------------------------------------- */

static GtkWidget *
new_remove_button (const char *list, gint64 id, const char *name)
{
  g_autofree char *path = g_strdup_printf ("%s.%" G_GINT64_FORMAT, list, id);

  return kli_row_button_new ("edit-delete-symbolic", name, "card.set", g_variant_new ("(ss)", path, ""));
}

static void
show_tags (KliContactAbout *self, const KliWhole *whole)
{
  const KliRow *row;

  kli_section_clear (self->tags);
  for (guint i = 0; (row = kli_whole_get_part (whole, &kli_contact_tag_kind, i)) != NULL; i++)
    {
      gint64 tag = kli_row_get_integer (row, KLI_CONTACT_TAG_TAG);

      kli_section_append (self->tags,
                          kli_section_row_new (kli_chip_spot_new (kli_whole_get_colour (whole, tag)),
                                               kli_whole_get_name (whole, tag), NULL,
                                               new_remove_button ("tags", row->id, _ ("Remove Tag")), NULL, NULL));
    }
}

static void
show_extras (KliContactAbout *self, const KliWhole *whole)
{
  const KliRow *row;
  guint i;

  kli_section_clear (self->extras);
  for (i = 0; (row = kli_whole_get_part (whole, &kli_contact_extra_kind, i)) != NULL; i++)
    kli_section_append (self->extras,
                        kli_section_row_new (NULL, kli_row_get_text (row, KLI_CONTACT_EXTRA_VALUE),
                                             kli_row_get_text (row, KLI_CONTACT_EXTRA_NAME), NULL, NULL, NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->extras), i > 0);
}

static void
show_staff (KliContactAbout *self, const KliWhole *whole)
{
  const KliRow *contact = kli_whole_get_root (whole);

  for (guint i = 0; i < KLI_N_STAFF_ROLES; i++)
    {
      gint64 member = kli_row_get_integer (contact, kli_staff_roles[i]);
      gint64 other = kli_row_get_integer (contact, kli_staff_roles[KLI_N_STAFF_ROLES - 1 - i]);

      kli_manager_row_show (KLI_MANAGER_ROW (self->staff[i]), member, kli_whole_get_name (whole, member), other);
    }
}

void
kli_contact_about_show (KliContactAbout *self, KliStore *store, const KliWhole *whole, const char *home)
{
  const KliRow *contact;

  g_return_if_fail (KLI_IS_CONTACT_ABOUT (self));
  g_return_if_fail (whole != NULL);

  contact = kli_whole_get_root (whole);
  if (self->contact != contact->id)
    make_fields (self, contact->id);
  show_fields (self, contact);
  kli_name_rows_show (self->name_rows, contact, home);
  show_staff (self, whole);
  gtk_widget_set_visible (GTK_WIDGET (self->affiliations),
                          !g_str_equal (kli_row_get_text (contact, KLI_CONTACT_KIND), "household"));
  kli_contact_show_affiliations (self->affiliations, whole, kli_store_get_today (store));
  kli_contact_show_relations (self->relations, whole, kli_store_get_today (store));
  kli_contact_household_show (KLI_CONTACT_HOUSEHOLD (self->household), store, whole, home);
  show_tags (self, whole);
  show_extras (self, whole);
}

void
kli_contact_about_write_note (KliContactAbout *self)
{
  g_return_if_fail (KLI_IS_CONTACT_ABOUT (self));

  if (self->note != NULL)
    kli_editor_row_start (KLI_EDITOR_ROW (self->note), NULL);
}

static void left_cb (KliContactAbout *self, GtkWidget *row);

/* Whether something was typed that is to be saved shows only after it was left. */
static gboolean
forget_begun_cb (GtkWidget *row, GdkFrameClock *clock, gpointer user_data)
{
  KliContactAbout *self = user_data;
  KliField *field = kli_editor_row_get_field (KLI_EDITOR_ROW (row));

  if (row == self->begun && kli_field_get_state (field) == KLI_FIELD_CLEAN && *kli_field_get_text (field) == '\0')
    {
      self->begun = NULL;
      g_signal_handlers_disconnect_by_func (row, left_cb, self);
      gtk_widget_set_visible (row, FALSE);
    }

  return G_SOURCE_REMOVE;
}

static void
left_cb (KliContactAbout *self, GtkWidget *row)
{
  gtk_widget_add_tick_callback (row, forget_begun_cb, g_object_ref (self), g_object_unref);
}

/* By then the menu that was chosen from is gone, and does not take the keyboard back. */
static gboolean
start_begun_cb (GtkWidget *row, GdkFrameClock *clock, gpointer unused)
{
  kli_editor_row_start (KLI_EDITOR_ROW (row), NULL);

  return G_SOURCE_REMOVE;
}

void
kli_contact_about_begin (KliContactAbout *self, guint column)
{
  g_return_if_fail (KLI_IS_CONTACT_ABOUT (self));

  for (guint i = 0; i < N_FIELDS; i++)
    if (fields[i].column == column && self->rows[i] != NULL)
      {
        if (self->begun != self->rows[i])
          g_signal_connect_object (self->rows[i], "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
        self->begun = self->rows[i];
        gtk_widget_set_visible (self->begun, TRUE);
        gtk_widget_add_tick_callback (self->begun, start_begun_cb, NULL, NULL);
      }
}

/* --- the object --------------------------------------------------------------------------------- */

static KliSection *
add_section (KliContactAbout *self, const char *title)
{
  GtkWidget *section = kli_section_new (title);

  gtk_widget_set_parent (section, GTK_WIDGET (self));

  return KLI_SECTION (section);
}

static void
kli_contact_about_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (kli_contact_about_parent_class)->dispose (object);
}

static void
kli_contact_about_class_init (KliContactAboutClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kli_contact_about_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
kli_contact_about_init (KliContactAbout *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 18);
  self->affiliations = KLI_SECTION (kli_contact_affiliations_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->affiliations), GTK_WIDGET (self));
  self->relations = KLI_SECTION (kli_contact_relations_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->relations), GTK_WIDGET (self));
  self->household = kli_contact_household_new ();
  gtk_widget_set_parent (self->household, GTK_WIDGET (self));
  self->note_section = add_section (self, C_ ("contact", "Note"));
  self->details = add_section (self, C_ ("contact", "Details"));
  self->tags = add_section (self, C_ ("contact", "Tags"));
  kli_section_set_add (self->tags, _ ("Add Tag…"), "card.add-tag");
  self->extras = add_section (self, _ ("Other Imported Data"));
}
