/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts are labels of our own: libadwaita 1.7 tries its heading at widths that are too small for it, and GTK 4.18
 * warns at each of them. */
#include "ui/shared/kli-question.h"

#include "ui/shared/kli-named.h"

static GtkWidget *
append_text (GtkBox *box, const char *text, const char *css_class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (text));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (label, 40);
  gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  gtk_box_append (box, GTK_WIDGET (label));

  return GTK_WIDGET (label);
}

AdwMessageDialog *
kli_question_new (GtkWindow *parent, const char *heading, const char *body)
{
  AdwMessageDialog *dialog;
  GtkBox *texts = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  GtkWidget *sentence;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (heading != NULL && body != NULL, NULL);

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, NULL, NULL));
  append_text (texts, heading, "title-2");
  sentence = append_text (texts, body, "body");
  adw_message_dialog_set_extra_child (dialog, GTK_WIDGET (texts));
  kli_accessible_set_name (GTK_ACCESSIBLE (dialog), heading);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (dialog), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, sentence, NULL, -1);

  return dialog;
}
