/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row that chooses one of a column's fixed words. */
#include "ui/shared/kli-choice-row.h"

struct _KliChoiceRow
{
  AdwComboRow parent_instance;

  const char *const *choices; /* static, of the kind */
  gboolean showing;           /* we are setting it ourselves */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KliChoiceRow, kli_choice_row, ADW_TYPE_COMBO_ROW)

static void
selected_cb (KliChoiceRow *self)
{
  if (!self->showing && self->choices != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, kli_choice_row_get_choice (self));
}

void
kli_choice_row_set_choice (KliChoiceRow *self, const char *choice)
{
  g_return_if_fail (KLI_IS_CHOICE_ROW (self));

  self->showing = TRUE;
  for (guint i = 0; self->choices[i] != NULL; i++)
    if (g_strcmp0 (self->choices[i], choice) == 0)
      adw_combo_row_set_selected (ADW_COMBO_ROW (self), i);
  self->showing = FALSE;
}

const char *
kli_choice_row_get_choice (KliChoiceRow *self)
{
  guint selected;

  g_return_val_if_fail (KLI_IS_CHOICE_ROW (self), "");

  selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  return selected != GTK_INVALID_LIST_POSITION ? self->choices[selected] : self->choices[0];
}

static void
kli_choice_row_class_init (KliChoiceRowClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
kli_choice_row_init (KliChoiceRow *self)
{
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}

GtkWidget *
kli_choice_row_new (const char *title,
                    const KliKind *kind,
                    guint column,
                    const char *(*name_of) (guint column, const char *choice))
{
  KliChoiceRow *self = g_object_new (KLI_TYPE_CHOICE_ROW, "title", title, "use-markup", FALSE, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; kind->columns[column].choices[i] != NULL; i++)
    gtk_string_list_append (names, name_of (column, kind->columns[column].choices[i]));
  self->showing = TRUE;
  self->choices = kind->columns[column].choices;
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (names));
  self->showing = FALSE;

  return GTK_WIDGET (self);
}
