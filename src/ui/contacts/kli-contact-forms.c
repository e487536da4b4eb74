/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms around a contact. */
#include "ui/contacts/kli-contact-forms.h"

#include "core/kli-address.h"
#include "core/kli-condition.h"
#include "core/kli-identifier-words.h"
#include "core/kli-kinds.h"
#include "operations/kli-record.h"
#include "ui/contacts/kli-household-form.h"
#include "ui/duplicates/kli-alike-note.h"
#include "ui/shared/kli-contact-chooser.h"
#include "ui/shared/kli-error.h"
#include "ui/shared/kli-form-dialog.h"
#include "ui/shared/kli-host.h"
#include "ui/shared/kli-run.h"
#include "ui/shared/kli-value-suggestions.h"

#include <glib/gi18n.h>

#define MAX_FIELDS 10

/* What a form asks for; kept on its window. */
typedef struct
{
  GtkWidget *fields[MAX_FIELDS]; /* AdwEntryRow, borrowed */
  guint n_fields;
  GtkWidget *choice;   /* nullable */
  GtkWidget *member;   /* (nullable): KliContactChooser: who lives in a new household */
  GtkWidget *note;     /* (nullable): KliAlikeNote of a new contact */
  gint64 contact;      /* 0 for a new one */
  const char *word;    /* (nullable): what the part is added with, a constant */
  gint64 part;         /* the part that is changed; 0 for none */
  const char *country; /* by whose rules an address is written; static */
} Form;

static KliFormDialog *
begin_with (GtkWidget *widget, const char *title, const char *accept, gint64 contact, Form **form)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  KliFormDialog *dialog = kli_form_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, title, accept);

  *form = g_new0 (Form, 1);
  (*form)->contact = contact;
  g_object_set_data_full (G_OBJECT (dialog), "kli-form", *form, g_free);

  return dialog;
}

static KliFormDialog *
begin (GtkWidget *widget, const char *title, gint64 contact, Form **form)
{
  return begin_with (widget, title, C_ ("button", "_Add"), contact, form);
}

static Form *
form_of (KliFormDialog *dialog)
{
  return g_object_get_data (G_OBJECT (dialog), "kli-form");
}

static GtkWidget *
add_field (KliFormDialog *dialog, Form *form, const char *title)
{
  GtkWidget *field = kli_form_dialog_add_entry (dialog, title, NULL);

  g_assert (form->n_fields < MAX_FIELDS);
  form->fields[form->n_fields++] = field;

  return field;
}

/* The same, which suggests what other contacts have: @condition is asked for the values. */
static void
add_known_field (KliFormDialog *dialog, Form *form, const char *title, const char *condition)
{
  GtkWidget *field = add_field (dialog, form, title);
  KliHost *host = kli_host_find (field);

  if (host != NULL)
    kli_value_suggestions_new (field, kli_host_get_store (host), kli_condition_find (condition));
}

static void
present_requiring (KliFormDialog *dialog, Form *form, GtkWidget *field)
{
  kli_form_dialog_require (dialog, field);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (form->fields[0]);
}

static void
present (KliFormDialog *dialog, Form *form)
{
  present_requiring (dialog, form, form->fields[0]);
}

/* What was typed in the n-th field, without the bar that divides the fields of a part. Returns: (transfer full) */
static char *
typed (const Form *form, guint n)
{
  char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->fields[n])));

  return g_strdelimit (g_strstrip (text), "|", '/');
}

static void
assign (GPtrArray *assignments, const char *path, KliAssignAction action, char *value)
{
  g_autofree char *owned = value;

  if (*owned != '\0')
    g_ptr_array_add (assignments, kli_assignment_new (path, action, owned));
}

static void
add_part (KliFormDialog *dialog, const char *word, char *value)
{
  GPtrArray *assignments = kli_assignments_new ();

  assign (assignments, word, KLI_ASSIGN_ADD, value);
  kli_form_dialog_run (dialog, kli_set_record (&kli_contact_kind, form_of (dialog)->contact, assignments), NULL);
}

/* --- a new contact ------------------------------------------------------------------------------ */

enum
{
  NEW_NAME,
  NEW_PHONE,
  NEW_MAIL,
  NEW_ORGANISATION,
  NEW_ROLE,
};

/* What a contact is, in the order in which it is offered. */
static const char *
chosen_kind (const Form *form)
{
  static const char *const kinds[] = { "person", "organisation", "household" };
  guint n = adw_combo_row_get_selected (ADW_COMBO_ROW (form->choice));

  return n < G_N_ELEMENTS (kinds) ? kinds[n] : kinds[0];
}

static gboolean
is_chosen (const Form *form, const char *kind)
{
  return g_str_equal (chosen_kind (form), kind);
}

static void
kind_chosen_cb (KliFormDialog *dialog)
{
  const Form *form = form_of (dialog);
  gboolean is_person = is_chosen (form, "person");

  gtk_widget_set_visible (form->fields[NEW_ORGANISATION], is_person);
  gtk_widget_set_visible (form->fields[NEW_ROLE], is_person);
  gtk_widget_set_visible (form->member, is_chosen (form, "household"));
}

static void
add_typed_point (KliWhole *card, const char *kind, char *value)
{
  g_autofree char *owned = value;
  KliRow *point = kli_row_new (&kli_contact_point_kind);

  kli_row_set_text (point, KLI_CONTACT_POINT_KIND, kind);
  kli_row_set_text (point, KLI_CONTACT_POINT_VALUE, owned);
  kli_whole_take_part (card, point);
}

/* Who is there already is told while it is typed. */
static void
typed_cb (KliFormDialog *dialog)
{
  const Form *form = form_of (dialog);
  KliRow *contact = kli_row_new (&kli_contact_kind);
  KliWhole *card = kli_whole_new (contact);
  g_autofree char *name = typed (form, NEW_NAME);

  kli_row_set_text (contact, KLI_CONTACT_KIND, chosen_kind (form));
  kli_row_set_text (contact, KLI_CONTACT_NAME, name);
  add_typed_point (card, "phone", typed (form, NEW_PHONE));
  add_typed_point (card, "mail", typed (form, NEW_MAIL));
  kli_alike_note_ask (KLI_ALIKE_NOTE (form->note), card, 0);
}

static void
open_instead_cb (KliFormDialog *dialog, gint64 id, const char *why)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (dialog));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-contact", "x", id);
  kli_form_dialog_finish (dialog, NULL);
}

static void
add_note (KliFormDialog *dialog, Form *form)
{
  static const guint asked[] = { NEW_NAME, NEW_PHONE, NEW_MAIL };
  KliHost *host = kli_host_find (form->fields[NEW_NAME]);

  if (host == NULL || kli_host_get_store (host) == NULL)
    return;
  form->note
      = kli_alike_note_new (kli_host_get_store (host), _ ("Perhaps already there: %s"), C_ ("button", "Open Instead"));
  kli_form_dialog_add_row (dialog, form->note);
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    g_signal_connect_object (form->fields[asked[i]], "changed", G_CALLBACK (typed_cb), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (form->choice, "notify::selected", G_CALLBACK (typed_cb), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (form->note, "open", G_CALLBACK (open_instead_cb), dialog, G_CONNECT_SWAPPED);
}

static gboolean
made_cb (GtkWidget *widget, gint64 edit, gint64 subject, const GError *error, gpointer user_data)
{
  g_autofree char *sentence = error != NULL ? kli_error_sentence (error) : NULL;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (error == NULL && parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-contact", "x", subject);
  kli_form_dialog_finish (KLI_FORM_DIALOG (widget), sentence);

  return TRUE;
}

static void
make_contact_cb (KliFormDialog *dialog)
{
  const Form *form = form_of (dialog);
  GPtrArray *assignments = kli_assignments_new ();
  g_autofree char *organisation = typed (form, NEW_ORGANISATION);
  g_autofree char *role = typed (form, NEW_ROLE);

  assign (assignments, "kind", KLI_ASSIGN_SET, g_strdup (chosen_kind (form)));
  assign (assignments, "name", KLI_ASSIGN_SET, typed (form, NEW_NAME));
  assign (assignments, "phone", KLI_ASSIGN_ADD, typed (form, NEW_PHONE));
  assign (assignments, "mail", KLI_ASSIGN_ADD, typed (form, NEW_MAIL));
  if (is_chosen (form, "person") && *organisation != '\0')
    assign (assignments, "affiliations", KLI_ASSIGN_ADD, g_strconcat (organisation, "|", role, NULL));
  if (is_chosen (form, "household"))
    kli_household_form_assign_member (assignments, form->member);
  kli_run_full (GTK_WIDGET (dialog), kli_create_record (&kli_contact_kind, assignments), NULL, made_cb, NULL);
}

void
kli_contact_form_new (GtkWidget *widget)
{
  Form *form;
  KliFormDialog *dialog = begin (widget, C_ ("window title", "New Contact"), 0, &form);
  const char *kinds[]
      = { C_ ("contact kind", "Person"), C_ ("contact kind", "Organization"), C_ ("contact kind", "Household"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (kinds);

  form->choice = g_object_new (ADW_TYPE_COMBO_ROW, "title", C_ ("contact field", "Kind"), "model", list, NULL);
  kli_form_dialog_add_row (dialog, form->choice);
  add_field (dialog, form, C_ ("contact field", "Name"));
  kli_form_dialog_begin_group (dialog, NULL);
  add_field (dialog, form, C_ ("contact point", "Phone"));
  add_field (dialog, form, C_ ("contact point", "Email"));
  add_note (dialog, form);
  kli_form_dialog_begin_group (dialog, NULL);
  add_field (dialog, form, C_ ("contact field", "Organization"));
  add_field (dialog, form, C_ ("contact field", "Role in the organization"));
  form->member = kli_contact_chooser_new (kli_host_get_store (kli_host_find (widget)), _ ("Who lives there"));
  kli_contact_chooser_set_kind (KLI_CONTACT_CHOOSER (form->member), "person");
  kli_form_dialog_add_row (dialog, form->member);
  kind_chosen_cb (dialog);
  g_signal_connect_object (form->choice, "notify::selected", G_CALLBACK (kind_chosen_cb), dialog, G_CONNECT_SWAPPED);
  g_signal_connect (dialog, "accept", G_CALLBACK (make_contact_cb), NULL);
  present (dialog, form);
}

/* --- parts -------------------------------------------------------------------------------------- */

/* In the order of the word address+=; the label is chosen on the card. */
static const guint address_columns[]
    = { KLI_ADDRESS_STREET,  KLI_ADDRESS_CITY,    KLI_ADDRESS_POSTCODE, KLI_ADDRESS_REGION,
        KLI_ADDRESS_COUNTRY, KLI_ADDRESS_LABEL,   KLI_ADDRESS_HOUSE,    KLI_ADDRESS_RT,
        KLI_ADDRESS_RW,      KLI_ADDRESS_VILLAGE, KLI_ADDRESS_DISTRICT };

/* What was typed for @column. Returns: (transfer full): "" when the form does not ask for it */
static char *
typed_part (const Form *form, guint column)
{
  const int *columns = kli_address_columns (form->country);

  for (guint i = 0; i < form->n_fields; i++)
    if (columns[i] == (int)column)
      return g_strdelimit (typed (form, i), ";", ',');

  return g_strdup ("");
}

static void
add_address_cb (KliFormDialog *dialog)
{
  const Form *form = form_of (dialog);
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (address_columns); i++)
    g_ptr_array_add (pieces, typed_part (form, address_columns[i]));
  g_ptr_array_add (pieces, NULL);
  add_part (dialog, "address", g_strjoinv (";", (char **)pieces->pdata));
}

/* What others have is suggested, or else what the country knows. */
static void
add_address_field (KliFormDialog *dialog, Form *form, guint column)
{
  const char *title = kli_address_column_name (form->country, column);
  const char *const *words = kli_address_column_words (form->country, column);

  if (column == KLI_ADDRESS_CITY)
    add_known_field (dialog, form, title, "city");
  else if (column == KLI_ADDRESS_REGION && words == NULL)
    add_known_field (dialog, form, title, "region");
  else if (column == KLI_ADDRESS_COUNTRY)
    add_known_field (dialog, form, title, "country");
  else
    {
      GtkWidget *field = add_field (dialog, form, title);

      if (words != NULL)
        kli_value_suggestions_set_words (kli_value_suggestions_new (field, NULL, NULL), words);
    }
}

/* A village has no street; the rest of the world has anything. */
void
kli_contact_form_address (GtkWidget *widget, gint64 contact, const char *home)
{
  Form *form;
  KliFormDialog *dialog = begin (widget, C_ ("window title", "New Address"), contact, &form);
  g_autoptr (KliRow) nowhere = kli_row_new (&kli_address_kind);
  guint required = 0;

  form->country = kli_address_country (nowhere, home);
  for (const int *column = kli_address_columns (form->country); *column >= 0; column++)
    {
      if (*column == KLI_ADDRESS_CITY && *form->country != '\0')
        required = form->n_fields;
      add_address_field (dialog, form, (guint)*column);
    }
  g_signal_connect (dialog, "accept", G_CALLBACK (add_address_cb), NULL);
  present_requiring (dialog, form, form->fields[required]);
}

/* What the number and the text beside it are called in the form; a kind that is not here is typed in its row. */
static const struct
{
  const char *kind;
  const char *label;
  gboolean is_required;
} numbers[] = {
  { "account", NC_ ("official number", "Bank"), FALSE },
  { "pesel", NC_ ("official number", "What it is needed for"), TRUE },
  { "nik", NC_ ("official number", "What it is needed for"), TRUE },
  { "other", NC_ ("official number", "What it is"), FALSE },
};

gboolean
kli_contact_form_is_for_number (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_str_equal (numbers[i].kind, kind))
      return TRUE;

  return FALSE;
}

static void
add_number_cb (KliFormDialog *dialog)
{
  const Form *form = form_of (dialog);
  g_autofree char *number = typed (form, 0);
  g_autofree char *label = typed (form, 1);

  add_part (dialog, form->word, g_strconcat (number, "|", label, NULL));
}

void
kli_contact_form_number (GtkWidget *widget, gint64 contact, const char *kind)
{
  Form *form;
  KliFormDialog *dialog = begin (widget, C_ ("window title", "New Number"), contact, &form);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_str_equal (numbers[i].kind, kind))
      {
        form->word = numbers[i].kind;
        add_field (dialog, form, kli_identifier_kind_name (kind));
        add_field (dialog, form, g_dpgettext2 (NULL, "official number", numbers[i].label));
        if (numbers[i].is_required)
          kli_form_dialog_require (dialog, form->fields[1]);
      }
  g_signal_connect (dialog, "accept", G_CALLBACK (add_number_cb), NULL);
  present (dialog, form);
}

static void
label_number_cb (KliFormDialog *dialog)
{
  const Form *form = form_of (dialog);
  g_autofree char *path = g_strdup_printf ("identifiers.%" G_GINT64_FORMAT ".label", form->part);
  g_autofree char *label = typed (form, 0);

  kli_form_dialog_run (dialog, kli_set_field (&kli_contact_kind, form->contact, path, label), NULL);
}

void
kli_contact_form_number_label (GtkWidget *widget, gint64 contact, const KliRow *identifier)
{
  Form *form;
  g_autofree char *shown = kli_identifier_shown (kli_row_get_text (identifier, KLI_IDENTIFIER_KIND),
                                                 kli_row_get_text (identifier, KLI_IDENTIFIER_VALUE));
  KliFormDialog *dialog = begin_with (widget, shown, C_ ("button", "_Save"), contact, &form);

  form->part = identifier->id;
  add_field (dialog, form, C_ ("identifier field", "What it is for"));
  gtk_editable_set_text (GTK_EDITABLE (form->fields[0]), kli_row_get_text (identifier, KLI_IDENTIFIER_LABEL));
  g_signal_connect (dialog, "accept", G_CALLBACK (label_number_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (form->fields[0]);
}

static void
add_tag_cb (KliFormDialog *dialog)
{
  add_part (dialog, "tags", typed (form_of (dialog), 0));
}

void
kli_contact_form_tag (GtkWidget *widget, gint64 contact)
{
  Form *form;
  KliFormDialog *dialog = begin (widget, C_ ("window title", "New Tag"), contact, &form);

  add_known_field (dialog, form, C_ ("contact", "Tag"), "tag");
  g_signal_connect (dialog, "accept", G_CALLBACK (add_tag_cb), NULL);
  present (dialog, form);
}
