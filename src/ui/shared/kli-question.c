/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts are labels of our own: libadwaita 1.7 tries its heading at widths that are too small for it, and it says of
 * three responses beside each other that they would like less room than they need. GTK 4.18 warns of either. */
#include "ui/shared/kli-question.h"

#include "ui/shared/kli-named.h"

/* So wide the texts would like to be, however short they are: wider than any responses. */
#define TEXT_WIDTH 340

/* --- the room for the texts ------------------------------------------------------------------------------- */

static void
measure (GtkWidget *bin,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  gboolean is_width = orientation == GTK_ORIENTATION_HORIZONTAL;

  gtk_widget_measure (gtk_widget_get_first_child (bin), orientation, is_width ? -1 : for_size, minimum, natural, NULL,
                      NULL);
  if (is_width)
    *natural = MAX (*minimum, TEXT_WIDTH);
}

static void
allocate (GtkWidget *bin, int width, int height, int baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (bin), width, height, baseline, NULL);
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *bin)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* --- the dialog ------------------------------------------------------------------------------------------- */

static GtkWidget *
append_text (GtkBox *box, const char *text, const char *css_class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (text));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
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
  GtkWidget *bin = adw_bin_new ();
  GtkWidget *sentence;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (heading != NULL && body != NULL, NULL);

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, NULL, NULL));
  append_text (texts, heading, "title-2");
  sentence = append_text (texts, body, "body");
  gtk_widget_set_layout_manager (bin, gtk_custom_layout_new (get_request_mode, measure, allocate));
  adw_bin_set_child (ADW_BIN (bin), GTK_WIDGET (texts));
  adw_message_dialog_set_extra_child (dialog, bin);
  kli_accessible_set_name (GTK_ACCESSIBLE (dialog), heading);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (dialog), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, sentence, NULL, -1);

  return dialog;
}
