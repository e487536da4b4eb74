/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two contacts that may be one, as a row of fixed height. */
#include "ui/duplicates/kli-pair-row.h"

#include "core/kli-format.h"
#include "ui/duplicates/kli-merge-view.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-named.h"
#include "ui/shared/kli-plain.h"

#include <glib/gi18n.h>

struct _KliPairRow
{
  GtkBox parent_instance;

  GtkInscription *first;
  GtkInscription *second;
  GtkInscription *reasons;
  GtkLabel *score;

  GSignalGroup *pair;
};

G_DEFINE_FINAL_TYPE (KliPairRow, kli_pair_row, GTK_TYPE_BOX)

static void
kli_pair_row_dispose (GObject *object)
{
  g_clear_object (&KLI_PAIR_ROW (object)->pair);
  G_OBJECT_CLASS (kli_pair_row_parent_class)->dispose (object);
}

static void
kli_pair_row_class_init (KliPairRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kli_pair_row_dispose;
}

/* "Anna Żuk, Zuk Anna, 100 of 100: Same name · Same phone number" */
static void
name_row (KliPairRow *self, KliPair *pair, const char *score, const char *reasons)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name = g_strdup_printf (_ ("%s and %s, likelihood %s of 100: %s"), kli_pair_get_first (pair)->name,
                                           kli_pair_get_second (pair)->name, score, reasons);

  if (item != NULL)
    kli_accessible_set_name (GTK_ACCESSIBLE (item), name);
}

static void
show (KliPairRow *self)
{
  g_autoptr (KliPair) pair = g_signal_group_dup_target (self->pair);
  g_autofree char *score = NULL;
  g_autofree char *reasons = NULL;

  if (pair == NULL)
    return;
  score = kli_format_number (kli_pair_get (pair)->score, kli_locale_get_language ());
  reasons = kli_merge_reasons_text (kli_pair_get (pair)->reasons);
  kli_inscription_set_plain (self->first, kli_pair_get_first (pair)->name);
  kli_inscription_set_plain (self->second, kli_pair_get_second (pair)->name);
  kli_inscription_set_plain (self->reasons, reasons);
  gtk_label_set_text (self->score, score);
  name_row (self, pair, score, reasons);
}

static GtkInscription *
create_line (GtkWidget *box, const char *css_class)
{
  GtkInscription *line = GTK_INSCRIPTION (gtk_inscription_new (NULL));

  gtk_inscription_set_min_chars (line, 0);
  gtk_inscription_set_text_overflow (line, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (line), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (line), css_class);
  kli_inscription_add_tooltip (line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (line));

  return line;
}

static void
kli_pair_row_init (KliPairRow *self)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->first = create_line (lines, "name");
  self->second = create_line (lines, "name");
  self->reasons = create_line (lines, "sub");
  self->score = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->score), "when");
  gtk_widget_set_valign (GTK_WIDGET (self->score), GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->score), _ ("How likely it is, of 100"));
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_box_append (GTK_BOX (self), lines);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->score));
  self->pair = g_signal_group_new (KLI_TYPE_PAIR);
  g_signal_group_connect_swapped (self->pair, "changed", G_CALLBACK (show), self);
}

GtkWidget *
kli_pair_row_new (void)
{
  return g_object_new (KLI_TYPE_PAIR_ROW, NULL);
}

void
kli_pair_row_set_pair (KliPairRow *row, KliPair *pair)
{
  g_return_if_fail (KLI_IS_PAIR_ROW (row));

  g_signal_group_set_target (row->pair, pair);
  show (row);
}
