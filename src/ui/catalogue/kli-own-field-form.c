/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Defining a field of the business. */
#include "ui/catalogue/kli-own-field-form.h"

#include "core/kli-column-words.h"
#include "core/kli-kinds.h"
#include "core/kli-own-value.h"
#include "operations/kli-record.h"
#include "ui/shared/kli-choice-row.h"
#include "ui/shared/kli-form-dialog.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-named.h"

#include <glib/gi18n.h>

/* A choice of the field: the row in which it is named. */
typedef struct
{
  gint64 id; /* 0: it is new */
  GtkWidget *entry;
  GtkWidget *retired; /* nullable: GtkToggleButton */
} Choice;

/* What the form asks for; kept on its window. */
typedef struct
{
  gint64 id; /* 0 for a new field */
  GtkWidget *name;
  GtkWidget *type;
  GtkWidget *applies;
  GtkWidget *unit;
  GArray *choices; /* Choice; the last one is empty: typing there adds one */
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_array_unref (form->choices);
  g_free (form);
}

static Form *
form_of (KliFormDialog *dialog)
{
  return g_object_get_data (G_OBJECT (dialog), "kli-form");
}

static const char *
name_choice (guint column, const char *choice)
{
  g_autoptr (KliRow) row = kli_row_new (&kli_own_field_kind);
  g_autofree char *name = NULL;

  kli_row_set_text (row, column, choice);
  name = kli_column_value (row, column, kli_locale_get_language ());

  return g_intern_string (name);
}

/* --- what the type asks for --------------------------------------------------------------------- */

static const char *
get_type (const Form *form)
{
  return kli_choice_row_get_choice (KLI_CHOICE_ROW (form->type));
}

static void
show_fitting (KliFormDialog *dialog)
{
  const Form *form = form_of (dialog);
  gboolean is_money = g_str_equal (get_type (form), KLI_OWN_TYPE_MONEY);

  gtk_widget_set_visible (form->unit, is_money || g_str_equal (get_type (form), KLI_OWN_TYPE_NUMBER));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (form->unit),
                                 is_money ? C_ ("own field", "Currency, such as PLN") : C_ ("own field", "Unit"));
  for (guint i = 0; i < form->choices->len; i++)
    gtk_widget_set_visible (g_array_index (form->choices, Choice, i).entry, kli_own_type_has_choices (get_type (form)));
}

/* --- choices ------------------------------------------------------------------------------------ */

static void add_choice (KliFormDialog *dialog, const KliRow *choice);

static gboolean
is_empty (const Choice *choice)
{
  return *gtk_editable_get_text (GTK_EDITABLE (choice->entry)) == '\0';
}

/* There is always one more row to type in. */
static void
typed_cb (KliFormDialog *dialog)
{
  const Form *form = form_of (dialog);

  if (!is_empty (&g_array_index (form->choices, Choice, form->choices->len - 1)))
    add_choice (dialog, NULL);
}

static GtkWidget *
new_retired_button (const KliRow *choice)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), "view-conceal-symbolic");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), kli_row_get_integer (choice, KLI_OWN_CHOICE_RETIRED) != 0);
  gtk_widget_set_tooltip_text (button, C_ ("own field", "Not used any more"));
  kli_accessible_set_name (GTK_ACCESSIBLE (button), C_ ("own field", "Not used any more"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");

  return button;
}

/* @choice: (nullable): NULL for an empty row */
static void
add_choice (KliFormDialog *dialog, const KliRow *choice)
{
  Form *form = form_of (dialog);
  Choice added = { .id = choice != NULL ? choice->id : 0 };

  added.entry = kli_form_dialog_add_entry (
      dialog, choice != NULL ? C_ ("own field", "Choice") : C_ ("own field", "Another choice"),
      choice != NULL ? kli_row_get_text (choice, KLI_OWN_CHOICE_NAME) : NULL);
  if (choice != NULL)
    {
      added.retired = new_retired_button (choice);
      adw_entry_row_add_suffix (ADW_ENTRY_ROW (added.entry), added.retired);
    }
  g_signal_connect_object (added.entry, "changed", G_CALLBACK (typed_cb), dialog, G_CONNECT_SWAPPED);
  g_array_append_val (form->choices, added);
}

/* --- saving ------------------------------------------------------------------------------------- */

static void
assign (GPtrArray *assignments, const char *path, KliAssignAction action, const char *value)
{
  g_ptr_array_add (assignments, kli_assignment_new (path, action, value));
}

/* A choice whose name was emptied goes. */
static void
assign_choice (GPtrArray *assignments, const Choice *choice)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (choice->entry));
  g_autofree char *part = g_strdup_printf ("choices.%" G_GINT64_FORMAT, choice->id);
  g_autofree char *name_path = g_strconcat (part, ".name", NULL);
  g_autofree char *retired_path = g_strconcat (part, ".retired", NULL);

  if (choice->id == 0 && !is_empty (choice))
    assign (assignments, "choices", KLI_ASSIGN_ADD, name);
  else if (choice->id != 0 && is_empty (choice))
    assign (assignments, part, KLI_ASSIGN_SET, "");
  else if (choice->id != 0)
    {
      assign (assignments, name_path, KLI_ASSIGN_SET, name);
      assign (assignments, retired_path, KLI_ASSIGN_SET,
              gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (choice->retired)) ? "yes" : "");
    }
}

static void
accept_cb (KliFormDialog *dialog)
{
  const Form *form = form_of (dialog);
  GPtrArray *assignments = kli_assignments_new ();

  assign (assignments, "name", KLI_ASSIGN_SET, gtk_editable_get_text (GTK_EDITABLE (form->name)));
  assign (assignments, "type", KLI_ASSIGN_SET, get_type (form));
  assign (assignments, "applies", KLI_ASSIGN_SET, kli_choice_row_get_choice (KLI_CHOICE_ROW (form->applies)));
  assign (assignments, "unit", KLI_ASSIGN_SET,
          gtk_widget_get_visible (form->unit) ? gtk_editable_get_text (GTK_EDITABLE (form->unit)) : "");
  for (guint i = 0; i < form->choices->len && kli_own_type_has_choices (get_type (form)); i++)
    assign_choice (assignments, &g_array_index (form->choices, Choice, i));
  kli_form_dialog_run (dialog,
                       form->id != 0 ? kli_set_record (&kli_own_field_kind, form->id, assignments)
                                     : kli_create_record (&kli_own_field_kind, assignments),
                       NULL);
}

/* --- the window --------------------------------------------------------------------------------- */

static void
add_rows (KliFormDialog *dialog, const KliRow *field, gboolean is_used)
{
  Form *form = form_of (dialog);

  form->name = kli_form_dialog_add_entry (dialog, C_ ("own field", "Name of the field"),
                                          field != NULL ? kli_row_get_text (field, KLI_OWN_FIELD_NAME) : NULL);
  kli_form_dialog_require (dialog, form->name);
  form->type = kli_choice_row_new (C_ ("own field", "Type"), &kli_own_field_kind, KLI_OWN_FIELD_TYPE, name_choice);
  form->applies
      = kli_choice_row_new (C_ ("own field", "Who has it"), &kli_own_field_kind, KLI_OWN_FIELD_APPLIES, name_choice);
  if (field != NULL)
    {
      kli_choice_row_set_choice (KLI_CHOICE_ROW (form->type), kli_row_get_text (field, KLI_OWN_FIELD_TYPE));
      kli_choice_row_set_choice (KLI_CHOICE_ROW (form->applies), kli_row_get_text (field, KLI_OWN_FIELD_APPLIES));
    }
  gtk_widget_set_sensitive (form->type, !is_used);
  kli_form_dialog_add_row (dialog, form->type);
  kli_form_dialog_add_row (dialog, form->applies);
  form->unit = kli_form_dialog_add_entry (dialog, C_ ("own field", "Unit"),
                                          field != NULL ? kli_row_get_text (field, KLI_OWN_FIELD_UNIT) : NULL);
  if (is_used)
    kli_form_dialog_explain (dialog, _ ("The type of a field stays as it is while contacts have values of it."));
}

static void
add_choices (KliFormDialog *dialog, const KliOwnFields *fields, const KliRow *field)
{
  g_autoptr (GPtrArray) choices = field != NULL ? kli_own_fields_list_choices (fields, field->id) : g_ptr_array_new ();

  kli_form_dialog_begin_group (dialog, NULL);
  for (guint i = 0; i < choices->len; i++)
    add_choice (dialog, g_ptr_array_index (choices, i));
  add_choice (dialog, NULL);
}

void
kli_own_field_form_present (GtkWindow *parent, const KliOwnFields *fields, const KliRow *field, gboolean is_used)
{
  KliFormDialog *dialog;
  Form *form;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (field == NULL || fields != NULL);

  dialog = kli_form_dialog_new (parent,
                                field != NULL ? C_ ("window title", "Edit Field") : C_ ("window title", "New Field"),
                                field != NULL ? C_ ("button", "_Save") : C_ ("button", "_Add"));
  form = g_new0 (Form, 1);
  form->id = field != NULL ? field->id : 0;
  form->choices = g_array_new (FALSE, TRUE, sizeof (Choice));
  g_object_set_data_full (G_OBJECT (dialog), "kli-form", form, form_free);
  add_rows (dialog, field, is_used);
  add_choices (dialog, fields, field);
  show_fitting (dialog);
  g_signal_connect_object (form->type, "notify::selected", G_CALLBACK (show_fitting), dialog, G_CONNECT_SWAPPED);
  g_signal_connect (dialog, "accept", G_CALLBACK (accept_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (form->name);
}
