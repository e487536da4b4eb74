/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms around a relation between two contacts. */
#include "ui/contacts/kli-relation-form.h"

#include "core/kli-kinds.h"
#include "core/kli-relation.h"
#include "operations/kli-assignments.h"
#include "ui/contacts/kli-part-form.h"
#include "ui/shared/kli-choice-row.h"
#include "ui/shared/kli-contact-chooser.h"
#include "ui/shared/kli-host.h"
#include "ui/shared/kli-plain.h"

#include <glib/gi18n.h>

/* What a form asks for; kept on its window. What it does not ask for is NULL. */
typedef struct
{
  KliPartForm part;
  GtkWidget *other; /* KliContactChooser */
  GtkWidget *end;   /* KliChoiceRow */
  GtkWidget *word;
  GtkWidget *back_word;
  GtkWidget *from;
  GtkWidget *to;
} Form;

/* What is chosen of is no column of the relation, whose kind is said from one side. */
static const KliColumn end_column = { "as", KLI_COLUMN_CHOICE, KLI_COLUMN_PLAIN, kli_relation_ends };
static const KliKind end_kind = { .name = "relation_end", .columns = &end_column, .n_columns = 1 };

static const char *
name_of_end (guint column, const char *end)
{
  return kli_relation_end_name (end);
}

static Form *
form_of (KliFormDialog *dialog)
{
  return kli_part_form_get (dialog);
}

/* --- the window --------------------------------------------------------------------------------- */

static void
end_chosen_cb (KliFormDialog *dialog)
{
  const Form *form = form_of (dialog);
  gboolean own = g_str_equal (kli_choice_row_get_choice (KLI_CHOICE_ROW (form->end)), KLI_RELATION_END_OTHER);

  gtk_widget_set_visible (form->word, own);
  gtk_widget_set_visible (form->back_word, own);
}

static void
add_word (KliFormDialog *dialog, GtkWidget **entry, const char *title, const char *text)
{
  *entry = kli_form_dialog_add_entry (dialog, title, text);
}

/* @end: chosen at first; @word, @back_word: (nullable) */
static void
add_end (KliFormDialog *dialog, const char *name, const char *end, const char *word, const char *back_word)
{
  Form *form = form_of (dialog);
  g_autofree char *plain = kli_plain_markup (name);
  /* TRANSLATORS: what the other contact is to the one whose card is open: parent, accountant … */
  g_autofree char *title = g_strdup_printf (_ ("Is to %s"), plain);
  g_autofree char *back_title = g_strdup_printf (_ ("What %s is to the other one"), plain);

  form->end = kli_choice_row_new (title, &end_kind, 0, name_of_end);
  kli_choice_row_set_choice (KLI_CHOICE_ROW (form->end), end);
  g_signal_connect_object (form->end, "notify::selected", G_CALLBACK (end_chosen_cb), dialog, G_CONNECT_SWAPPED);
  kli_form_dialog_add_row (dialog, form->end);
  add_word (dialog, &form->word, C_ ("relation field", "In own words"), word);
  add_word (dialog, &form->back_word, back_title, back_word);
  end_chosen_cb (dialog);
}

/* @relation: (nullable) */
static void
add_days (KliFormDialog *dialog, const KliRow *relation)
{
  Form *form = form_of (dialog);

  kli_form_dialog_begin_group (dialog, NULL);
  form->from = kli_part_form_add_day (dialog, C_ ("affiliation field", "From"),
                                      relation != NULL ? kli_row_get_text (relation, KLI_RELATION_FROM_ON) : NULL);
  form->to = kli_part_form_add_day (dialog, C_ ("affiliation field", "Until"),
                                    relation != NULL ? kli_row_get_text (relation, KLI_RELATION_TO_ON) : NULL);
}

static void
add_cb (KliFormDialog *dialog)
{
  const Form *form = form_of (dialog);
  GPtrArray *assignments = kli_assignments_new ();
  gint64 id = kli_contact_chooser_get_id (KLI_CONTACT_CHOOSER (form->other));
  g_autofree char *who = id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : kli_part_form_piece (form->other);
  g_autofree char *from = kli_part_form_day (form->from);
  g_autofree char *to = kli_part_form_day (form->to);
  g_autofree char *word = kli_part_form_piece (form->word);
  g_autofree char *back_word = kli_part_form_piece (form->back_word);

  kli_part_form_add (
      dialog, assignments,
      g_strjoin ("|", who, kli_choice_row_get_choice (KLI_CHOICE_ROW (form->end)), from, to, word, back_word, NULL));
  kli_part_form_run (dialog, assignments);
}

void
kli_relation_form_add (GtkWidget *widget, const KliWhole *whole)
{
  KliHost *host = kli_host_find (widget);
  const KliRow *contact;
  KliFormDialog *dialog;
  Form *form;

  g_return_if_fail (host != NULL && whole != NULL);

  contact = kli_whole_get_root (whole);
  form = g_new0 (Form, 1);
  dialog = kli_part_form_begin (form, widget, whole, "relations", 0, C_ ("window title", "Add Relation"),
                                C_ ("button", "_Add"));
  form->other = kli_contact_chooser_new (kli_host_get_store (host), _ ("Name of the person or organization"));
  kli_form_dialog_begin_group (dialog, NULL);
  kli_form_dialog_add_row (dialog, form->other);
  kli_form_dialog_explain (dialog, _ ("Somebody who is not among your contacts yet is added to them."));
  kli_form_dialog_begin_group (dialog, NULL);
  add_end (dialog, kli_row_get_text (contact, KLI_CONTACT_NAME),
           g_str_equal (kli_row_get_text (contact, KLI_CONTACT_KIND), "organisation") ? "accountant" : "parent", NULL,
           NULL);
  add_days (dialog, NULL);
  kli_form_dialog_require (dialog, form->other);
  g_signal_connect (dialog, "accept", G_CALLBACK (add_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (form->other);
}

static void
edit_cb (KliFormDialog *dialog)
{
  const Form *form = form_of (dialog);
  GPtrArray *assignments = kli_assignments_new ();

  kli_part_form_set (dialog, assignments, "as", g_strdup (kli_choice_row_get_choice (KLI_CHOICE_ROW (form->end))));
  kli_part_form_set (dialog, assignments, "word", kli_part_form_piece (form->word));
  kli_part_form_set (dialog, assignments, "back_word", kli_part_form_piece (form->back_word));
  kli_part_form_set (dialog, assignments, "from", kli_part_form_day (form->from));
  kli_part_form_set (dialog, assignments, "to", kli_part_form_day (form->to));
  kli_part_form_run (dialog, assignments);
}

void
kli_relation_form_edit (GtkWidget *widget, const KliWhole *whole, const KliRow *relation)
{
  const KliRow *contact;
  KliFormDialog *dialog;
  g_autofree char *name = NULL;

  g_return_if_fail (whole != NULL && relation != NULL);

  contact = kli_whole_get_root (whole);
  dialog = kli_part_form_begin (g_new0 (Form, 1), widget, whole, "relations", relation->id,
                                C_ ("window title", "Edit Relation"), C_ ("button", "_Save"));
  name = kli_plain_markup (kli_whole_get_name (whole, kli_relation_get_other (relation, contact->id)));
  kli_form_dialog_begin_group (dialog, name);
  add_end (dialog, kli_row_get_text (contact, KLI_CONTACT_NAME), kli_relation_get_end (relation, contact->id),
           kli_row_get_text (relation, kli_relation_word_column (relation, contact->id, FALSE)),
           kli_row_get_text (relation, kli_relation_word_column (relation, contact->id, TRUE)));
  add_days (dialog, relation);
  kli_form_dialog_explain (dialog, _ ("What has ended stays on both cards, folded together."));
  kli_part_form_add_remove (dialog, _ ("Remove This Relation"));
  g_signal_connect (dialog, "accept", G_CALLBACK (edit_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (form_of (dialog)->end);
}
