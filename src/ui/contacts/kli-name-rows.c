/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a contact is addressed, in rows of its card. */
#include "ui/contacts/kli-name-rows.h"

#include "core/kli-column-words.h"
#include "core/kli-greeting.h"
#include "core/kli-kinds.h"
#include "core/kli-legal-form.h"
#include "ui/shared/kli-field-bind.h"

#include <glib/gi18n.h>

/* All borrowed. */
struct _KliNameRows
{
  GtkWidget *call_name;
  GtkWidget *form;
  GtkWidget *vocative;
  GtkWidget *legal_form;
  GtkWidget *greeting;
  GtkWidget *copy;
};

static GtkWidget *
new_field (gint64 contact, guint column, const char *icon)
{
  GtkWidget *row = kli_field_row_new (icon, kli_column_title (&kli_contact_kind, column));

  kli_editor_row_bind (KLI_EDITOR_ROW (row), &kli_contact_kind, contact, kli_contact_kind.columns[column].name, NULL);
  kli_field_row_set_placeholder (KLI_FIELD_ROW (row), C_ ("empty field", "None"));

  return row;
}

static const char *
form_name (guint column, const char *form)
{
  return *form != '\0' ? kli_address_form_name (form) : C_ ("form of address", "Not recorded");
}

static GtkWidget *
new_form_row (gint64 contact)
{
  GtkWidget *row = kli_choice_row_new (kli_column_title (&kli_contact_kind, KLI_CONTACT_ADDRESS_FORM),
                                       &kli_contact_kind, KLI_CONTACT_ADDRESS_FORM, form_name);

  kli_choice_row_bind (KLI_CHOICE_ROW (row), &kli_contact_kind, contact,
                       kli_contact_kind.columns[KLI_CONTACT_ADDRESS_FORM].name);

  return row;
}

/* It follows from the others, and is there to be copied. */
static GtkWidget *
new_greeting_row (KliNameRows *self)
{
  GtkWidget *row = kli_field_row_new ("mail-unread-symbolic", C_ ("contact field", "Greeting in letters"));

  self->copy
      = kli_row_button_new ("edit-copy-symbolic", _ ("Copy the Greeting"), "card.copy-text", g_variant_new_string (""));
  kli_field_row_set_editable (KLI_FIELD_ROW (row), FALSE);
  kli_field_row_add_suffix (KLI_FIELD_ROW (row), self->copy);

  return row;
}

KliNameRows *
kli_name_rows_new (KliSection *section, AdwExpanderRow *parts, gint64 contact)
{
  KliNameRows *self;

  g_return_val_if_fail (KLI_IS_SECTION (section) && ADW_IS_EXPANDER_ROW (parts), NULL);

  self = g_new0 (KliNameRows, 1);
  self->call_name = new_field (contact, KLI_CONTACT_CALL_NAME, NULL);
  self->form = new_form_row (contact);
  self->vocative = new_field (contact, KLI_CONTACT_VOCATIVE, NULL);
  self->legal_form = new_field (contact, KLI_CONTACT_LEGAL_FORM, "system-users-symbolic");
  self->greeting = new_greeting_row (self);
  adw_expander_row_add_row (parts, self->form);
  adw_expander_row_add_row (parts, self->call_name);
  adw_expander_row_add_row (parts, self->vocative);
  kli_section_append (section, self->legal_form);
  kli_section_append (section, self->greeting);
  g_object_set_data_full (G_OBJECT (parts), "kli-name-rows", self, g_free);

  return self;
}

/* What is proposed is what the greeting says until something else is typed. */
static void
show_vocative (KliNameRows *self, const KliRow *contact)
{
  const char *form = kli_greeting_form (contact);
  const char *recorded = kli_row_get_text (contact, KLI_CONTACT_VOCATIVE);
  g_autofree char *proposed = kli_greeting_suggest_vocative (contact);
  gboolean proposes = *recorded == '\0' && *proposed != '\0';

  kli_field_row_set_placeholder (KLI_FIELD_ROW (self->vocative), proposes ? proposed : C_ ("empty field", "None"));
  kli_field_row_set_label (KLI_FIELD_ROW (self->vocative),
                           proposes ? C_ ("contact field", "Vocative · proposed")
                                    : kli_column_title (&kli_contact_kind, KLI_CONTACT_VOCATIVE));
  kli_field_row_show (KLI_FIELD_ROW (self->vocative), recorded);
  gtk_widget_set_visible (self->vocative, *recorded != '\0' || g_str_equal (form, "pan") || g_str_equal (form, "pani"));
}

static void
show_greeting (KliNameRows *self, const KliRow *contact, const char *home)
{
  g_autofree char *line = kli_greeting_line (contact, home);

  kli_field_row_set_value (KLI_FIELD_ROW (self->greeting), line, NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->copy), g_variant_new_string (line));
  gtk_widget_set_visible (self->greeting, *line != '\0');
}

static void
show_legal_form (KliNameRows *self, const KliRow *contact, const char *home)
{
  g_autofree const char **forms = kli_legal_form_list (home);

  kli_field_row_suggest (KLI_FIELD_ROW (self->legal_form), forms);
  kli_field_row_show (KLI_FIELD_ROW (self->legal_form), kli_row_get_text (contact, KLI_CONTACT_LEGAL_FORM));
  gtk_widget_set_visible (self->legal_form, g_str_equal (kli_row_get_text (contact, KLI_CONTACT_KIND), "organisation"));
}

void
kli_name_rows_show (KliNameRows *self, const KliRow *contact, const char *home)
{
  g_return_if_fail (self != NULL && contact != NULL);

  kli_field_row_show (KLI_FIELD_ROW (self->call_name), kli_row_get_text (contact, KLI_CONTACT_CALL_NAME));
  kli_choice_row_set_choice (KLI_CHOICE_ROW (self->form), kli_row_get_text (contact, KLI_CONTACT_ADDRESS_FORM));
  show_vocative (self, contact);
  show_legal_form (self, contact, home);
  show_greeting (self, contact, home);
}
