/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form for a new contract: what is needed to begin with; everything else is filled in on its pane. */
#include "ui/contracts/kli-contract-form.h"

#include "core/kli-kinds.h"
#include "core/kli-money.h"
#include "operations/kli-record.h"
#include "core/kli-contract-choices.h"
#include "ui/shared/kli-choice-row.h"
#include "ui/shared/kli-contact-chooser.h"
#include "ui/shared/kli-day-row.h"
#include "ui/shared/kli-error.h"
#include "ui/shared/kli-form-dialog.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-run.h"

#include <glib/gi18n.h>

/* What the form holds; kept on its window. Rows are borrowed. */
typedef struct
{
  KliContactChooser *contact;
  GtkWidget *title;
  GtkWidget *kind;
  GtkWidget *start;
  GtkWidget *end;
  GtkWidget *renewal;
  GtkWidget *notice_months;
  GtkWidget *value;
  GtkWidget *per;
  char *currency;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_free (form->currency);
  g_free (form);
}

static Form *
form_of (KliFormDialog *dialog)
{
  return g_object_get_data (G_OBJECT (dialog), "kli-form");
}

static const char *
text_of (GtkWidget *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
assign (GPtrArray *assignments, const char *path, KliAssignAction action, const char *value)
{
  if (*value != '\0')
    g_ptr_array_add (assignments, kli_assignment_new (path, action, value));
}

static void
assign_day (GPtrArray *assignments, const char *path, GtkWidget *row)
{
  g_autofree char *day = kli_day_to_string (kli_day_row_get_day (KLI_DAY_ROW (row)));

  assign (assignments, path, KLI_ASSIGN_SET, day);
}

/* Returns: FALSE when the amount cannot be read; the form then says why. */
static gboolean
assign_value (KliFormDialog *dialog, const Form *form, GPtrArray *assignments)
{
  const char *typed = text_of (form->value);
  g_autofree char *named = kli_money_find_currency (typed);
  const char *currency = named != NULL ? named : form->currency;
  KliParseProblem problem = KLI_PARSE_OK;
  g_autofree char *plain = NULL;
  gint64 minor;

  if (*typed == '\0')
    return TRUE;
  if (!kli_money_parse (typed, currency, kli_locale_get_language (), &minor, &problem))
    {
      kli_form_dialog_finish (dialog, _ (kli_parse_problem_text (problem)));
      return FALSE;
    }
  plain = kli_money_to_plain (minor, currency);
  assign (assignments, "value", KLI_ASSIGN_SET, plain);
  assign (assignments, "per", KLI_ASSIGN_SET, kli_choice_row_get_choice (KLI_CHOICE_ROW (form->per)));

  return TRUE;
}

static void
assign_terms (const Form *form, GPtrArray *assignments)
{
  const char *renewal = kli_choice_row_get_choice (KLI_CHOICE_ROW (form->renewal));
  const char *months = text_of (form->notice_months);

  assign (assignments, "kind", KLI_ASSIGN_SET, kli_choice_row_get_choice (KLI_CHOICE_ROW (form->kind)));
  assign (assignments, "title", KLI_ASSIGN_SET, text_of (form->title));
  assign_day (assignments, "start_on", form->start);
  assign_day (assignments, "end_on", form->end);
  assign (assignments, "renewal", KLI_ASSIGN_SET, renewal);
  if (g_str_equal (renewal, "automatic_fixed"))
    assign (assignments, "renewal_months", KLI_ASSIGN_SET, "12");
  if (*months != '\0')
    {
      assign (assignments, "notice_unit", KLI_ASSIGN_SET, "months");
      assign (assignments, "notice_count", KLI_ASSIGN_SET, months);
    }
}

static gboolean
done_cb (GtkWidget *widget, gint64 edit, gint64 subject, const GError *error, gpointer user_data)
{
  g_autofree char *sentence = error != NULL ? kli_error_sentence (error) : NULL;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (error == NULL && parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-contract", "x", subject);
  kli_form_dialog_finish (KLI_FORM_DIALOG (widget), sentence);

  return TRUE;
}

static void
accept_cb (KliFormDialog *dialog)
{
  const Form *form = form_of (dialog);
  g_autoptr (GPtrArray) assignments = kli_assignments_new ();
  gint64 contact = kli_contact_chooser_get_id (form->contact);
  g_autofree char *party = contact != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, contact) : g_strdup ("");

  if (contact == 0)
    {
      kli_form_dialog_finish (dialog, _ ("Choose the contact the contract is with."));
      return;
    }
  assign_terms (form, assignments);
  assign (assignments, "party", KLI_ASSIGN_ADD, "self");
  assign (assignments, "party", KLI_ASSIGN_ADD, party);
  if (assign_value (dialog, form, assignments))
    kli_run_full (GTK_WIDGET (dialog), kli_create_record (&kli_contract_kind, g_steal_pointer (&assignments)), NULL,
                  done_cb, NULL);
}

static void
add_rows (KliFormDialog *dialog, Form *form, KliDay today)
{
  kli_form_dialog_begin_group (dialog, NULL);
  kli_form_dialog_add_row (dialog, GTK_WIDGET (form->contact));
  form->title = kli_form_dialog_add_entry (dialog, kli_contract_column_name (KLI_CONTRACT_TITLE), NULL);
  form->kind = kli_choice_row_new (kli_contract_column_name (KLI_CONTRACT_KIND), &kli_contract_kind, KLI_CONTRACT_KIND,
                                   kli_contract_choice_name);
  kli_form_dialog_add_row (dialog, form->kind);

  kli_form_dialog_begin_group (dialog, NULL);
  form->start = kli_day_row_new (kli_contract_column_name (KLI_CONTRACT_START_ON));
  kli_day_row_set_day (KLI_DAY_ROW (form->start), today);
  kli_form_dialog_add_row (dialog, form->start);
  form->end = kli_day_row_new (_ ("End date (empty: no end date)"));
  kli_form_dialog_add_row (dialog, form->end);
  form->renewal = kli_choice_row_new (kli_contract_column_name (KLI_CONTRACT_RENEWAL), &kli_contract_kind,
                                      KLI_CONTRACT_RENEWAL, kli_contract_choice_name);
  kli_form_dialog_add_row (dialog, form->renewal);
  form->notice_months = kli_form_dialog_add_entry (dialog, _ ("Notice period in months"), NULL);
  gtk_text_set_input_purpose (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (form->notice_months))),
                              GTK_INPUT_PURPOSE_DIGITS);

  kli_form_dialog_begin_group (dialog, NULL);
  form->value = kli_form_dialog_add_entry (dialog, kli_contract_column_name (KLI_CONTRACT_VALUE_MINOR), NULL);
  form->per = kli_choice_row_new (kli_contract_column_name (KLI_CONTRACT_PER), &kli_contract_kind, KLI_CONTRACT_PER,
                                  kli_contract_choice_name);
  kli_form_dialog_add_row (dialog, form->per);
}

void
kli_contract_form_present (GtkWidget *widget,
                           KliStore *store,
                           gint64 contact,
                           const char *contact_name,
                           const KliBusiness *business,
                           KliDay today)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  KliFormDialog *dialog = kli_form_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                               C_ ("window title", "New Contract"), C_ ("button", "_Add"));
  Form *form = g_new0 (Form, 1);

  form->currency = g_strdup (business != NULL ? business->currency : "");
  form->contact = KLI_CONTACT_CHOOSER (kli_contact_chooser_new (store, C_ ("contract", "With")));
  if (contact != 0)
    kli_contact_chooser_set (form->contact, contact, contact_name);
  g_object_set_data_full (G_OBJECT (dialog), "kli-form", form, form_free);
  add_rows (dialog, form, today);
  kli_form_dialog_require (dialog, GTK_WIDGET (form->contact));
  g_signal_connect (dialog, "accept", G_CALLBACK (accept_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (contact != 0 ? form->title : GTK_WIDGET (form->contact));
}
